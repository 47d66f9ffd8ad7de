/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "expression/functions.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdarg.h>
#include <string.h>

#include "base/number.h"
#include "expression/expression-private.h"
#include "expression/moment.h"

static const HwFunction *const tables[]
    = { hw_functions_logic, hw_functions_select, hw_functions_number, hw_functions_text,
        hw_functions_date,  hw_functions_place,  hw_functions_table };

/**
 * hw_functions_foreach:
 * @func: called with every row of the tables
 * @data: for @func
 */
void
hw_functions_foreach (HwFunctionFunc func,
                      gpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    for (const HwFunction *row = tables[i]; row->name != NULL; row++)
      func (row, data);
}

static void
add_row_cb (const HwFunction *function,
            gpointer data)
{
  g_hash_table_insert (data, (gpointer) function->name, (gpointer) function);
}

static GHashTable *
get_index (void)
{
  static GHashTable *index;

  if (g_once_init_enter (&index))
    {
      GHashTable *made = g_hash_table_new (g_str_hash, g_str_equal);

      hw_functions_foreach (add_row_cb, made);
      g_once_init_leave (&index, made);
    }
  return index;
}

/**
 * hw_function_find:
 * @name: as an author writes it
 *
 * Returns: (transfer none) (nullable): the row of the table; %NULL for those of the compiler too
 */
const HwFunction *
hw_function_find (const char *name)
{
  const HwFunction *function = g_hash_table_lookup (get_index (), name);

  return function != NULL && (function->flags & HW_FUNCTION_INTERNAL) == 0 ? function : NULL;
}

/* How many letters to insert, delete or change; words longer than the rows are far from any. */
static guint
count_edits (const char *a,
             const char *b)
{
  guint row[40];
  gsize n = strlen (b);

  if (n + 1 > G_N_ELEMENTS (row))
    return G_MAXUINT;
  for (guint j = 0; j <= n; j++)
    row[j] = j;
  for (guint i = 1; a[i - 1] != '\0'; i++)
    {
      guint diagonal = row[0];

      row[0] = i;
      for (guint j = 1; j <= n; j++)
        {
          guint changed = diagonal + (a[i - 1] != b[j - 1] ? 1 : 0);

          diagonal = row[j];
          row[j] = MIN (changed, MIN (row[j], row[j - 1]) + 1);
        }
    }
  return row[n];
}

typedef struct
{
  const char *name;
  const char *nearest;
  guint edits;
} Search;

static void
compare_row_cb (const HwFunction *function,
                gpointer data)
{
  Search *search = data;
  guint edits;

  if ((function->flags & HW_FUNCTION_INTERNAL) != 0)
    return;
  edits = count_edits (search->name, function->name);
  if (edits < search->edits)
    {
      search->edits = edits;
      search->nearest = function->name;
    }
}

/**
 * hw_function_suggest:
 * @name: a name that no function has
 *
 * Returns: (transfer none) (nullable): the function that was probably meant
 */
const char *
hw_function_suggest (const char *name)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);
  Search search = { lower, NULL, (guint) strlen (name) / 3 + 1 };

  g_strdelimit (lower, "_", '-');
  if (strlen (lower) > 38)
    return NULL;
  hw_functions_foreach (compare_row_cb, &search);
  return search.nearest;
}

static void
register_row_cb (const HwFunction *function,
                 gpointer data)
{
  const char *colon = strchr (function->name, ':');

  if (function->function == NULL)
    return;
  if (colon != NULL)
    {
      xmlXPathRegisterFuncNS (data, BAD_CAST (colon + 1), BAD_CAST HW_FUNCTION_NS,
                              function->function);
      return;
    }
  /* libxml2 does not let go of a function of its own unless it is taken out first. */
  xmlXPathRegisterFunc (data, BAD_CAST function->name, NULL);
  xmlXPathRegisterFunc (data, BAD_CAST function->name, function->function);
}

/**
 * hw_functions_register:
 * @context: a new context of libxml2
 *
 * Makes all functions of the tables known to @context.
 */
void
hw_functions_register (xmlXPathContextPtr context)
{
  hw_functions_foreach (register_row_cb, context);
}

/**
 * hw_argument_pop:
 * @self: (out): takes the last argument that is still on the stack; clear it after use
 * @parser: the running evaluation
 */
void
hw_argument_pop (HwArgument *self,
                 xmlXPathParserContextPtr parser)
{
  self->copy = NULL;
  self->object = valuePop (parser);
}

void
hw_argument_clear (HwArgument *self)
{
  g_clear_pointer (&self->copy, xmlFree);
  g_clear_pointer (&self->object, xmlXPathFreeObject);
}

/* The text of a leaf without copying it; NULL when it has to be put together. */
static const char *
borrow_node_text (const xmlNode *node)
{
  if (node->type == XML_ELEMENT_NODE || node->type == XML_ATTRIBUTE_NODE)
    {
      if (node->children == NULL)
        return "";
      node = node->children;
      if (node->next != NULL)
        return NULL;
    }
  if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
    return node->content != NULL ? (const char *) node->content : "";
  return NULL;
}

/**
 * hw_argument_get_text:
 * @self: an argument
 *
 * Returns: (transfer none): its text as XPath has it, that of the first node of a set; never %NULL
 */
const char *
hw_argument_get_text (HwArgument *self)
{
  const xmlXPathObject *object = self->object;
  const char *text = NULL;

  if (self->copy != NULL)
    return (const char *) self->copy;
  if (object == NULL)
    return "";
  if (object->type == XPATH_STRING)
    return object->stringval != NULL ? (const char *) object->stringval : "";
  if (object->type == XPATH_NODESET || object->type == XPATH_XSLT_TREE)
    {
      if (object->nodesetval == NULL || object->nodesetval->nodeNr == 0)
        return "";
      if (object->nodesetval->nodeNr == 1)
        text = borrow_node_text (object->nodesetval->nodeTab[0]);
      if (text != NULL)
        return text;
    }
  if (object->type == XPATH_NUMBER)
    {
      g_autofree char *number = hw_number_dup_string (object->floatval);

      self->copy = xmlStrdup (BAD_CAST number);
    }
  else
    self->copy = xmlXPathCastToString (self->object);
  return self->copy != NULL ? (const char *) self->copy : "";
}

/**
 * hw_text_to_number:
 * @text: an answer or a literal
 *
 * Returns: the number; the count of days of a date; NaN for anything else and for an empty text
 */
double
hw_text_to_number (const char *text)
{
  double number = xmlXPathCastStringToNumber (BAD_CAST text);
  HwMoment moment;

  if (!isnan (number) || !g_ascii_isdigit (*text) || !hw_moment_parse (text, &moment))
    return number;
  number = moment.days;
  hw_moment_clear (&moment);
  return number;
}

/**
 * hw_argument_get_number:
 * @self: an argument
 *
 * Returns: its number as hw_text_to_number() understands texts; a true boolean is 1
 */
double
hw_argument_get_number (HwArgument *self)
{
  if (self->object == NULL)
    return NAN;
  if (self->object->type == XPATH_NUMBER)
    return self->object->floatval;
  if (self->object->type == XPATH_BOOLEAN)
    return self->object->boolval ? 1 : 0;
  return hw_text_to_number (hw_argument_get_text (self));
}

gboolean
hw_argument_get_boolean (HwArgument *self)
{
  return self->object != NULL && xmlXPathCastToBoolean (self->object);
}

double
hw_object_to_number (xmlXPathObjectPtr object)
{
  HwArgument borrowed = { object, NULL };
  double number = hw_argument_get_number (&borrowed);

  g_clear_pointer (&borrowed.copy, xmlFree);
  return number;
}

/* (transfer full): the text of @object, which stays whose it was. */
char *
hw_object_dup_text (xmlXPathObjectPtr object)
{
  HwArgument borrowed = { object, NULL };
  char *text = g_strdup (hw_argument_get_text (&borrowed));

  g_clear_pointer (&borrowed.copy, xmlFree);
  return text;
}

/**
 * hw_arguments_pop_texts:
 * @parser: the running evaluation
 * @n_arguments: how many arguments to take
 *
 * Returns: (transfer container): their texts in the order of writing, one for every node of a set
 */
GPtrArray *
hw_arguments_pop_texts (xmlXPathParserContextPtr parser,
                        int n_arguments)
{
  g_autofree HwArgument *arguments = g_new0 (HwArgument, (gsize) MAX (n_arguments, 1));
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

  for (int i = n_arguments - 1; i >= 0; i--)
    hw_argument_pop (&arguments[i], parser);
  for (int i = 0; i < n_arguments; i++)
    {
      xmlXPathObjectPtr object = arguments[i].object;

      if (object != NULL && object->type == XPATH_NODESET)
        {
          xmlXPathNodeSetSort (object->nodesetval);
          for (int j = 0; j < xmlXPathNodeSetGetLength (object->nodesetval); j++)
            {
              xmlNodePtr node = object->nodesetval->nodeTab[j];
              const char *text = borrow_node_text (node);
              xmlChar *copy = text == NULL ? xmlXPathCastNodeToString (node) : NULL;

              g_ptr_array_add (texts, g_strdup (text != NULL ? text : (const char *) copy));
              xmlFree (copy);
            }
        }
      else
        g_ptr_array_add (texts, g_strdup (hw_argument_get_text (&arguments[i])));
      hw_argument_clear (&arguments[i]);
    }
  return texts;
}

void
hw_return_string (xmlXPathParserContextPtr parser,
                  const char *text)
{
  valuePush (parser, xmlXPathNewString (BAD_CAST (text != NULL ? text : "")));
}

void
hw_return_number (xmlXPathParserContextPtr parser,
                  double number)
{
  valuePush (parser, xmlXPathNewFloat (number));
}

void
hw_return_boolean (xmlXPathParserContextPtr parser,
                   gboolean yes)
{
  valuePush (parser, xmlXPathNewBoolean (yes ? 1 : 0));
}

/**
 * hw_function_fail:
 * @parser: the running evaluation
 * @format: a whole sentence, translated
 *
 * Ends the evaluation with an error. A function that fails returns nothing after it.
 */
void
hw_function_fail (xmlXPathParserContextPtr parser,
                  const char *format,
                  ...)
{
  HwExpressionContext *context = hw_expression_context_get (parser);
  va_list arguments;

  va_start (arguments, format);
  if (context->error == NULL)
    context->error = g_error_new_valist (HW_EXPRESSION_ERROR, HW_EXPRESSION_ERROR_EVALUATION,
                                         format, arguments);
  va_end (arguments);
  xmlXPathErr (parser, XPATH_EXPR_ERROR);
}
