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
    valuePush (parser, xmlXPathNewNodeSet (
                           (xmlNodePtr) hw_secondary_instance_get_document (instance)));
}

/* Adds the rows of @instance that have @text in @column. */
static void
add_rows (HwSecondaryInstance *instance,
          guint column,
          const char *text,
          xmlXPathObjectPtr found)
{
  guint n;
  const guint *rows = hw_secondary_instance_lookup (instance, column, text, &n);

  for (guint i = 0; i < n; i++)
    xmlXPathNodeSetAddUnique (found->nodesetval,
                              hw_secondary_instance_get_item (instance, rows[i]));
}

/* The same for every text of a set, each once. */
static void
add_rows_of_all (HwSecondaryInstance *instance,
                 guint column,
                 xmlNodeSetPtr set,
                 xmlXPathObjectPtr found)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (int i = 0; i < xmlXPathNodeSetGetLength (set); i++)
    {
      xmlChar *text = xmlXPathCastNodeToString (set->nodeTab[i]);

      if (g_hash_table_add (seen, g_strdup ((const char *) text)))
        add_rows (instance, column, (const char *) text, found);
      xmlFree (text);
    }
  xmlXPathNodeSetSort (found->nodesetval);
}

/* hw-items(table, column, value): what instance(table)/root/item[column = value] gives, or more of it, since the brackets
 * still follow. A number is equal to texts that are written in another way, so that all rows stay. */
static void
call_items (xmlXPathParserContextPtr parser,
            int n)
{
  g_auto (HwArgument) value = { NULL, NULL };
  g_auto (HwArgument) column_name = { NULL, NULL };
  g_auto (HwArgument) name = { NULL, NULL };
  HwSecondaryInstance *instance;
  xmlXPathObjectPtr found;
  int column;

  hw_argument_pop (&value, parser);
  hw_argument_pop (&column_name, parser);
  hw_argument_pop (&name, parser);
  instance = find_instance (parser, hw_argument_get_text (&name));
  if (instance == NULL)
    return;
  found = xmlXPathNewNodeSet (NULL);
  column = hw_secondary_instance_find_column (instance, hw_argument_get_text (&column_name));
  if (column < 0)
    ;
  else if (value.object->type == XPATH_NUMBER || value.object->type == XPATH_BOOLEAN)
    for (guint row = 0; row < hw_secondary_instance_get_n_rows (instance); row++)
      xmlXPathNodeSetAddUnique (found->nodesetval, hw_secondary_instance_get_item (instance, row));
  else if (value.object->type == XPATH_NODESET)
    add_rows_of_all (instance, (guint) column, value.object->nodesetval, found);
  else
    add_rows (instance, (guint) column, hw_argument_get_text (&value), found);
  valuePush (parser, found);
}

/* randomize(set[, seed]). Sets have no order of their own and libxml2 sorts them by the document, so that the new order
 * is that of a document of copies. */
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
    xmlXPathNodeSetAddUnique (shuffled->nodesetval,
                              hw_scratch_add_copy (context,
                                                   set.object->nodesetval->nodeTab[order[i]]));
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
  { "instance", 1, 1, HW_RESULT_NODESET, HW_EMPTY_OWN, 0, call_instance },
  { "pulldata", 4, 4, HW_RESULT_STRING, HW_EMPTY_EMPTY, 0, call_pulldata },
  { "randomize", 1, 2, HW_RESULT_NODESET, HW_EMPTY_OWN, HW_FUNCTION_VOLATILE, call_randomize },
  { "hw-items", 3, 3, HW_RESULT_NODESET, HW_EMPTY_OWN, HW_FUNCTION_INTERNAL, call_items },
  { "jr:itext", 1, 1, HW_RESULT_STRING, HW_EMPTY_EMPTY, 0, call_itext },
  { "hw-last-saved", 1, 1, HW_RESULT_STRING, HW_EMPTY_EMPTY, HW_FUNCTION_INTERNAL,
    call_last_saved },
  { NULL },
};
