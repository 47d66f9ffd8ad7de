/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "expression/functions.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "expression/expression-private.h"

#define BLANKS " \t\r\n"

/* The next code of an answer with several, or NULL. */
static const char *
next_code (const char **at,
           gsize *length)
{
  const char *code = *at + strspn (*at, BLANKS);

  *length = strcspn (code, BLANKS);
  *at = code + *length;
  return *length > 0 ? code : NULL;
}

static void
call_selected (xmlXPathParserContextPtr parser,
               int n)
{
  g_auto (HwArgument) wanted = { NULL, NULL };
  g_auto (HwArgument) answer = { NULL, NULL };
  const char *want, *at, *code;
  gsize want_length, length;
  gboolean found = FALSE;

  hw_argument_pop (&wanted, parser);
  hw_argument_pop (&answer, parser);
  want = hw_argument_get_text (&wanted);
  want += strspn (want, BLANKS);
  want_length = strlen (want);
  while (want_length > 0 && strchr (BLANKS, want[want_length - 1]) != NULL)
    want_length--;
  at = hw_argument_get_text (&answer);
  if (want_length == 0)
    found = at[strspn (at, BLANKS)] == '\0';
  while (!found && (code = next_code (&at, &length)) != NULL)
    found = length == want_length && memcmp (code, want, length) == 0;
  hw_return_boolean (parser, found);
}

static void
call_count_selected (xmlXPathParserContextPtr parser,
                     int n)
{
  g_auto (HwArgument) answer = { NULL, NULL };
  const char *at;
  gsize length;
  guint count = 0;

  hw_argument_pop (&answer, parser);
  for (at = hw_argument_get_text (&answer); next_code (&at, &length) != NULL;)
    count++;
  hw_return_number (parser, count);
}

/* Counted from 0, as in all of XLSForm that works on texts. */
static void
call_selected_at (xmlXPathParserContextPtr parser,
                  int n)
{
  g_auto (HwArgument) number = { NULL, NULL };
  g_auto (HwArgument) answer = { NULL, NULL };
  g_autofree char *found = NULL;
  const char *at, *code;
  gsize length;
  double wanted;

  hw_argument_pop (&number, parser);
  hw_argument_pop (&answer, parser);
  wanted = hw_argument_get_number (&number);
  at = hw_argument_get_text (&answer);
  for (guint i = 0; found == NULL && (code = next_code (&at, &length)) != NULL; i++)
    if (i == wanted)
      found = g_strndup (code, length);
  hw_return_string (parser, found);
}

/* The name in "${q}", in a path and alone, when it was put together. */
static char *
dup_question_name (const char *text)
{
  const char *slash = strrchr (text, '/');
  char *name;

  if (g_str_has_prefix (text, "${") && g_str_has_suffix (text, "}"))
    name = g_strndup (text + 2, strlen (text) - 3);
  else
    name = g_strdup (slash != NULL ? slash + 1 : text);
  return g_strstrip (name);
}

static void
call_choice_name (xmlXPathParserContextPtr parser,
                  int n)
{
  HwExpressionContext *context = hw_expression_context_get (parser);
  g_auto (HwArgument) name = { NULL, NULL };
  g_auto (HwArgument) value = { NULL, NULL };
  g_autofree char *label = NULL;
  const char *code;

  hw_argument_pop (&name, parser);
  hw_argument_pop (&value, parser);
  code = hw_argument_get_text (&value);
  if (*code != '\0' && context->hooks.choice_label != NULL)
    {
      g_autofree char *question = dup_question_name (hw_argument_get_text (&name));

      label = context->hooks.choice_label (code, question, context->hooks.data);
    }
  hw_return_string (parser, label != NULL ? label : code);
}

static void
call_join (xmlXPathParserContextPtr parser,
           int n)
{
  g_autoptr (GPtrArray) texts = hw_arguments_pop_texts (parser, n - 1);
  g_auto (HwArgument) separator = { NULL, NULL };
  GString *joined = g_string_new (NULL);

  hw_argument_pop (&separator, parser);
  for (guint i = 0; i < texts->len; i++)
    {
      if (i > 0)
        g_string_append (joined, hw_argument_get_text (&separator));
      g_string_append (joined, g_ptr_array_index (texts, i));
    }
  hw_return_string (parser, joined->str);
  g_string_free (joined, TRUE);
}

static void
call_count_non_empty (xmlXPathParserContextPtr parser,
                      int n)
{
  g_autoptr (GPtrArray) texts = NULL;
  guint count = 0;

  if (parser->value == NULL || parser->value->type != XPATH_NODESET)
    {
      hw_function_fail (parser, _("count-non-empty() takes a path."));
      return;
    }
  texts = hw_arguments_pop_texts (parser, 1);
  for (guint i = 0; i < texts->len; i++)
    count += *(const char *) g_ptr_array_index (texts, i) != '\0' ? 1 : 0;
  hw_return_number (parser, count);
}

const HwFunction hw_functions_select[] = {
  { "selected", 2, 2, HW_RESULT_BOOLEAN, HW_EMPTY_FALSE, 0, call_selected,
    N_("Whether a choice is among the ones selected: selected(${question}, 'code').") },
  { "count-selected", 1, 1, HW_RESULT_NUMBER, HW_EMPTY_ZERO, 0, call_count_selected,
    N_("How many choices are selected.") },
  { "selected-at", 2, 2, HW_RESULT_STRING, HW_EMPTY_EMPTY, 0, call_selected_at,
    N_("The code of the choice at this place among the selected ones, counted from 0.") },
  { "jr:choice-name", 2, 2, HW_RESULT_STRING, HW_EMPTY_EMPTY, 0, call_choice_name,
    N_("The label of a choice in the language of the interview: jr:choice-name(${question}, "
        "'${question}').") },
  { "join", 1, -1, HW_RESULT_STRING, HW_EMPTY_EMPTY, 0, call_join,
    N_("The answers in all rows as one text with the first argument between them.") },
  { "count", 1, 1, HW_RESULT_NUMBER, HW_EMPTY_OWN, 0, NULL,
    N_("How many rows, or elements, there are.") },
  { "count-non-empty", 1, 1, HW_RESULT_NUMBER, HW_EMPTY_OWN, 0, call_count_non_empty,
    N_("How many of the answers in all rows are not empty.") },
  { NULL },
};
