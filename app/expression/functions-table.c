/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "expression/functions.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "expression/expression-private.h"
#include "expression/secondary-instance.h"

static HwSecondaryInstance *
find_instance (xmlXPathParserContextPtr parser,
               const char *name)
{
  HwExpressionContext *context = hw_expression_context_get (parser);
  HwSecondaryInstance *instance = NULL;

  if (context->hooks.instance != NULL)
    instance = context->hooks.instance (name, context->hooks.data);
  if (instance == NULL)
    hw_function_fail (parser,
                      /* Translators: both are the name of a table or list, such as villages. */
                      _("There is no table or list “%1$s”; attach the file %2$s.csv to the form."),
                      name, name);
  return instance;
}

/* The document node above <root>, so that instance('x')/root/item reads as in the field. */
static void
call_instance (xmlXPathParserContextPtr parser,
               int n)
{
  g_auto (HwArgument) name = { NULL, NULL };
  HwSecondaryInstance *instance;

  hw_argument_pop (&name, parser);
  instance = find_instance (parser, hw_argument_get_text (&name));
  if (instance != NULL)
    valuePush (parser,
               xmlXPathNewNodeSet ((xmlNodePtr) hw_secondary_instance_get_document (instance)));
}

/* Which rows are found, and in which tree: that of all rows, or of those that were looked up. */
typedef struct
{
  HwSecondaryInstance *instance;
  guint column;
  gboolean whole;
  xmlXPathObjectPtr found;
} Search;

static void
add_row (const Search *self,
         guint row)
{
  xmlXPathNodeSetAddUnique (self->found->nodesetval,
                            hw_secondary_instance_get_item (self->instance, row, self->whole));
}

static void
add_rows (const Search *self,
          const char *text)
{
  guint n;
  const guint *rows = hw_secondary_instance_lookup (self->instance, self->column, text, &n);

  for (guint i = 0; i < n; i++)
    add_row (self, rows[i]);
}

/* The same for every text of a set, each once. */
static void
add_rows_of_all (const Search *self,
                 xmlNodeSetPtr set)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (int i = 0; i < xmlXPathNodeSetGetLength (set); i++)
    {
      xmlChar *text = xmlXPathCastNodeToString (set->nodeTab[i]);

      if (g_hash_table_add (seen, g_strdup ((const char *) text)))
        add_rows (self, (const char *) text);
      xmlFree (text);
    }
  xmlXPathNodeSetSort (self->found->nodesetval);
}

/* A number is equal to texts that are written in another way, so that all rows stay. */
static void
add_found (const Search *self,
           HwArgument *value)
{
  if (value->object->type == XPATH_NODESET)
    add_rows_of_all (self, value->object->nodesetval);
  else if (value->object->type == XPATH_STRING)
    add_rows (self, hw_argument_get_text (value));
  else
    for (guint row = 0; row < hw_secondary_instance_get_n_rows (self->instance); row++)
      add_row (self, row);
}

/* hw-items(table, column, value): what instance(table)/root/item[column = value] gives, or more of
 * it, since the brackets still follow. */
static void
find_items (xmlXPathParserContextPtr parser,
            gboolean whole)
{
  g_auto (HwArgument) value = { NULL, NULL };
  g_auto (HwArgument) column_name = { NULL, NULL };
  g_auto (HwArgument) name = { NULL, NULL };
  Search search = { .whole = whole };
  int column;

  hw_argument_pop (&value, parser);
  hw_argument_pop (&column_name, parser);
  hw_argument_pop (&name, parser);
  search.instance = find_instance (parser, hw_argument_get_text (&name));
  if (search.instance == NULL)
    return;
  search.found = xmlXPathNewNodeSet (NULL);
  column = hw_secondary_instance_find_column (search.instance, hw_argument_get_text (&column_name));
  if (column >= 0)
    {
      search.column = (guint) column;
      add_found (&search, &value);
    }
  valuePush (parser, search.found);
}

static void
call_items (xmlXPathParserContextPtr parser,
            int n)
{
  find_items (parser, FALSE);
}

/* The same for paths that go on to the neighbours of what is found. */
static void
call_whole (xmlXPathParserContextPtr parser,
            int n)
{
  find_items (parser, TRUE);
}

/* randomize(set[, seed]). Sets have no order of their own and libxml2 sorts them by the document,
 * so that the new order is that of a document of copies. */
static void
call_randomize (xmlXPathParserContextPtr parser,
                int n)
{
  HwExpressionContext *context = hw_expression_context_get (parser);
  g_auto (HwArgument) seed = { NULL, NULL };
  g_auto (HwArgument) set = { NULL, NULL };
  g_autofree guint *order = NULL;
  xmlXPathObjectPtr shuffled;
  int n_nodes;

  if (n == 2)
    hw_argument_pop (&seed, parser);
  hw_argument_pop (&set, parser);
  if (set.object == NULL || set.object->type != XPATH_NODESET)
    {
      hw_function_fail (parser, _("randomize() takes a path."));
      return;
    }
  n_nodes = xmlXPathNodeSetGetLength (set.object->nodesetval);
  order = g_new (guint, (gsize) n_nodes + 1);
  for (int i = 0; i < n_nodes; i++)
    order[i] = (guint) i;
  hw_shuffle (order, (guint) n_nodes, n == 2 ? hw_argument_get_text (&seed) : NULL);
  shuffled = xmlXPathNewNodeSet (NULL);
  for (int i = 0; i < n_nodes; i++)
    xmlXPathNodeSetAddUnique (
        shuffled->nodesetval,
        hw_scratch_add_copy (context, set.object->nodesetval->nodeTab[order[i]]));
  valuePush (parser, shuffled);
}

/* Names the first of the two columns that the table does not have. */
static gboolean
check_column (xmlXPathParserContextPtr parser,
              HwSecondaryInstance *instance,
              const char *file,
              const char *column)
{
  if (hw_secondary_instance_find_column (instance, column) >= 0)
    return TRUE;
  hw_function_fail (parser,
                    /* Translators: %1$s is the name of a file without .csv, %2$s a column. */
                    _("The table “%1$s” has no column “%2$s”."), file, column);
  return FALSE;
}

/* (transfer full) (nullable): the cell in the first row that has @key, from the table itself */
static char *
pull (xmlXPathParserContextPtr parser,
      const char *file,
      const char *column,
      const char *key_column,
      const char *key)
{
  HwSecondaryInstance *instance = find_instance (parser, file);
  const guint *rows;
  guint n;

  if (instance == NULL || !check_column (parser, instance, file, column)
      || !check_column (parser, instance, file, key_column))
    return NULL;
  rows = hw_secondary_instance_lookup (
      instance, (guint) hw_secondary_instance_find_column (instance, key_column), key, &n);
  if (n == 0)
    return g_strdup ("");
  return g_strdup (hw_secondary_instance_get (
      instance, rows[0], (guint) hw_secondary_instance_find_column (instance, column)));
}

static void
call_pulldata (xmlXPathParserContextPtr parser,
               int n)
{
  HwExpressionContext *context = hw_expression_context_get (parser);
  g_auto (HwArgument) key = { NULL, NULL };
  g_auto (HwArgument) key_column = { NULL, NULL };
  g_auto (HwArgument) column = { NULL, NULL };
  g_auto (HwArgument) name = { NULL, NULL };
  g_autofree char *file = NULL;
  g_autofree char *text = NULL;

  hw_argument_pop (&key, parser);
  hw_argument_pop (&key_column, parser);
  hw_argument_pop (&column, parser);
  hw_argument_pop (&name, parser);
  file = g_strdup (hw_argument_get_text (&name));
  if (g_str_has_suffix (file, ".csv"))
    file[strlen (file) - strlen (".csv")] = '\0';
  if (context->hooks.pull != NULL)
    text = context->hooks.pull (file, hw_argument_get_text (&column),
                                hw_argument_get_text (&key_column), hw_argument_get_text (&key),
                                context->hooks.data);
  else
    text = pull (parser, file, hw_argument_get_text (&column), hw_argument_get_text (&key_column),
                 hw_argument_get_text (&key));
  if (context->error == NULL)
    hw_return_string (parser, text);
}

static void
call_itext (xmlXPathParserContextPtr parser,
            int n)
{
  HwExpressionContext *context = hw_expression_context_get (parser);
  g_auto (HwArgument) id = { NULL, NULL };
  g_autofree char *text = NULL;

  hw_argument_pop (&id, parser);
  if (context->hooks.itext != NULL)
    text = context->hooks.itext (hw_argument_get_text (&id), context->hooks.data);
  hw_return_string (parser, text);
}

static void
call_last_saved (xmlXPathParserContextPtr parser,
                 int n)
{
  HwExpressionContext *context = hw_expression_context_get (parser);
  g_auto (HwArgument) name = { NULL, NULL };
  g_autofree char *text = NULL;

  hw_argument_pop (&name, parser);
  if (context->hooks.last_saved != NULL)
    text = context->hooks.last_saved (hw_argument_get_text (&name), context->hooks.data);
  hw_return_string (parser, text);
}

const HwFunction hw_functions_table[] = {
  { "instance", 1, 1, HW_RESULT_NODESET, HW_EMPTY_OWN, 0, call_instance,
    N_("A table or list of choices: instance('villages')/root/item[name = ${village}]/label.") },
  { "pulldata", 4, 4, HW_RESULT_STRING, HW_EMPTY_EMPTY, 0, call_pulldata,
    N_("A cell of an attached table: pulldata('file', 'column', 'key column', key).") },
  { "randomize", 1, 2, HW_RESULT_NODESET, HW_EMPTY_OWN, HW_FUNCTION_VOLATILE, call_randomize,
    N_("The rows in random order; with a number as seed, always in the same one.") },
  { "hw-items", 3, 3, HW_RESULT_NODESET, HW_EMPTY_OWN, HW_FUNCTION_INTERNAL, call_items, NULL },
  { "hw-whole", 3, 3, HW_RESULT_NODESET, HW_EMPTY_OWN, HW_FUNCTION_INTERNAL, call_whole, NULL },
  { "jr:itext", 1, 1, HW_RESULT_STRING, HW_EMPTY_EMPTY, 0, call_itext,
    N_("The text with this identifier in the language of the interview.") },
  { "hw-last-saved", 1, 1, HW_RESULT_STRING, HW_EMPTY_EMPTY, HW_FUNCTION_INTERNAL, call_last_saved,
    NULL },
  { NULL },
};
