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
  { "jr:itext", 1, 1, HW_RESULT_STRING, HW_EMPTY_EMPTY, 0, call_itext },
  { "hw-last-saved", 1, 1, HW_RESULT_STRING, HW_EMPTY_EMPTY, HW_FUNCTION_INTERNAL,
    call_last_saved },
  { NULL },
};
