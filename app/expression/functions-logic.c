/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "expression/functions.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "expression/expression-private.h"
#include "expression/secondary-instance.h"

/* A part of an expression that waits until it is needed: nothing but its number. */
static void
call_part (xmlXPathParserContextPtr parser,
           int n)
{
  g_auto (HwArgument) number = { NULL, NULL };

  hw_argument_pop (&number, parser);
  valuePush (parser, xmlXPathWrapExternal (GINT_TO_POINTER ((int) number.object->floatval + 1)));
}

/* Evaluates @object if it is a part that waits. NULL, with the error set, when that fails. */
static xmlXPathObjectPtr
force (xmlXPathParserContextPtr parser,
       xmlXPathObjectPtr object)
{
  HwExpressionContext *context = hw_expression_context_get (parser);
  xmlXPathObjectPtr value = NULL;
  guint number;

  if (object == NULL || object->type != XPATH_USERS)
    return object;
  number = (guint) GPOINTER_TO_INT (object->user) - 1;
  xmlXPathFreeObject (object);
  if (context->running != NULL && number < context->running->n_parts)
    value = xmlXPathCompiledEval (context->running->parts[number], parser->context);
  if (value == NULL)
    xmlXPathErr (parser, XPATH_EXPR_ERROR);
  return value;
}

static void
call_if (xmlXPathParserContextPtr parser,
         int n)
{
  xmlXPathObjectPtr otherwise = valuePop (parser);
  xmlXPathObjectPtr then = valuePop (parser);
  g_auto (HwArgument) condition = { NULL, NULL };
  gboolean yes;

  hw_argument_pop (&condition, parser);
  yes = hw_argument_get_boolean (&condition);
  xmlXPathFreeObject (yes ? otherwise : then);
  then = force (parser, yes ? then : otherwise);
  if (then != NULL)
    valuePush (parser, then);
}

static gboolean
is_empty (xmlXPathObjectPtr object)
{
  HwArgument borrowed = { object, NULL };
  gboolean empty = *hw_argument_get_text (&borrowed) == '\0';

  g_clear_pointer (&borrowed.copy, xmlFree);
  return empty;
}

static void
call_coalesce (xmlXPathParserContextPtr parser,
               int n)
{
  g_autofree xmlXPathObjectPtr *values = g_new0 (xmlXPathObjectPtr, (gsize) n);
  xmlXPathObjectPtr found = NULL;
  gboolean failed = FALSE;

  for (int i = n - 1; i >= 0; i--)
    values[i] = valuePop (parser);
  for (int i = 0; i < n; i++)
    if (failed || (found != NULL && !is_empty (found)))
      xmlXPathFreeObject (values[i]);
    else
      {
        g_clear_pointer (&found, xmlXPathFreeObject);
        found = force (parser, values[i]);
        failed = found == NULL;
      }
  if (found != NULL)
    valuePush (parser, found);
}

/* The answer that is there already, else the argument: a value is computed once and then stays. */
static void
call_once (xmlXPathParserContextPtr parser,
           int n)
{
  HwExpressionContext *context = hw_expression_context_get (parser);
  xmlXPathObjectPtr own = xmlXPathNewNodeSet (context->node);
  xmlXPathObjectPtr value = valuePop (parser);
  gboolean keep = !is_empty (own);

  xmlXPathFreeObject (keep ? value : own);
  value = keep ? own : force (parser, value);
  if (value != NULL)
    valuePush (parser, value);
}

static void
call_current (xmlXPathParserContextPtr parser,
              int n)
{
  valuePush (parser, xmlXPathNewNodeSet (hw_expression_context_get (parser)->node));
}

static void
call_boolean_from_string (xmlXPathParserContextPtr parser,
                          int n)
{
  g_auto (HwArgument) argument = { NULL, NULL };
  const char *text;

  hw_argument_pop (&argument, parser);
  text = hw_argument_get_text (&argument);
  hw_return_boolean (parser, g_str_equal (text, "1") || g_str_equal (text, "true"));
}

/* The words by which forms say yes; a number counts when it is not 0. */
static gboolean
is_ticked (xmlXPathObjectPtr object)
{
  g_autofree char *text = NULL;

  if (object->type != XPATH_NODESET)
    return xmlXPathCastToBoolean (object);
  text = hw_object_dup_text (object);
  return *text != '\0' && !g_str_equal (text, "0") && !g_str_equal (text, "no")
         && !g_str_equal (text, "false");
}

/* The arguments one by one, a set as its members; booleans of ticked items, or weights. */
static void
add_numbers (GArray *numbers,
             xmlXPathObjectPtr object,
             gboolean ticks)
{
  int n = object->type == XPATH_NODESET ? xmlXPathNodeSetGetLength (object->nodesetval) : 1;

  for (int i = 0; i < n; i++)
    {
      xmlXPathObjectPtr one = object;
      double number;

      if (object->type == XPATH_NODESET)
        one = xmlXPathNewNodeSet (object->nodesetval->nodeTab[i]);
      number = ticks ? (is_ticked (one) ? 1 : 0) : hw_object_to_number (one);
      g_array_append_val (numbers, number);
      if (one != object)
        xmlXPathFreeObject (one);
    }
}

static gboolean
is_between (double low,
            double high,
            double number)
{
  return (low < 0 || number >= low) && (high < 0 || number <= high);
}

static void
call_checklist (xmlXPathParserContextPtr parser,
                int n)
{
  g_autoptr (GArray) ticks = g_array_new (FALSE, FALSE, sizeof (double));
  g_auto (HwArgument) low = { NULL, NULL };
  g_auto (HwArgument) high = { NULL, NULL };
  double sum = 0;

  for (; n > 2; n--)
    {
      xmlXPathObjectPtr object = valuePop (parser);

      add_numbers (ticks, object, TRUE);
      xmlXPathFreeObject (object);
    }
  hw_argument_pop (&high, parser);
  hw_argument_pop (&low, parser);
  for (guint i = 0; i < ticks->len; i++)
    sum += g_array_index (ticks, double, i);
  hw_return_boolean (
      parser, is_between (hw_argument_get_number (&low), hw_argument_get_number (&high), sum));
}

static void
call_weighted_checklist (xmlXPathParserContextPtr parser,
                         int n)
{
  g_autoptr (GArray) ticks = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) weights = g_array_new (FALSE, FALSE, sizeof (double));
  g_auto (HwArgument) low = { NULL, NULL };
  g_auto (HwArgument) high = { NULL, NULL };
  double sum = 0;

  for (; n > 3; n -= 2)
    {
      xmlXPathObjectPtr weight = valuePop (parser);
      xmlXPathObjectPtr tick = valuePop (parser);

      add_numbers (weights, weight, FALSE);
      add_numbers (ticks, tick, TRUE);
      xmlXPathFreeObject (weight);
      xmlXPathFreeObject (tick);
    }
  if (n == 3)
    {
      hw_function_fail (parser, _("weighted-checklist() takes a weight after every item."));
      return;
    }
  hw_argument_pop (&high, parser);
  hw_argument_pop (&low, parser);
  for (guint i = 0; i < MIN (ticks->len, weights->len); i++)
    sum += g_array_index (ticks, double, i) * g_array_index (weights, double, i);
  hw_return_boolean (
      parser, is_between (hw_argument_get_number (&low), hw_argument_get_number (&high), sum));
}

/* The how-manieth of its name it is among its neighbours. */
static guint
find_position (xmlNodePtr node)
{
  guint position = hw_secondary_instance_get_position (node);

  if (position > 0)
    return position;
  for (xmlNodePtr at = node; at != NULL; at = at->prev)
    if (at == node
        || (at->type == XML_ELEMENT_NODE && node->type == XML_ELEMENT_NODE
            && xmlStrEqual (at->name, node->name)))
      position++;
  return position;
}

/* position() is that of the context; position(..) says the how-manieth instance of its repeat a
 * node is. */
static void
call_position (xmlXPathParserContextPtr parser,
               int n)
{
  g_auto (HwArgument) argument = { NULL, NULL };

  if (n == 0)
    {
      hw_return_number (parser, parser->context->proximityPosition);
      return;
    }
  hw_argument_pop (&argument, parser);
  if (argument.object == NULL || argument.object->type != XPATH_NODESET)
    {
      hw_function_fail (parser, _("position() takes a path, such as position(..)."));
      return;
    }
  if (xmlXPathNodeSetIsEmpty (argument.object->nodesetval))
    {
      hw_return_number (parser, NAN);
      return;
    }
  xmlXPathNodeSetSort (argument.object->nodesetval);
  hw_return_number (parser, find_position (argument.object->nodesetval->nodeTab[0]));
}

/* The n-th node of a set in document order, counted from 1: what indexed-repeat() becomes. */
static void
call_nth (xmlXPathParserContextPtr parser,
          int n)
{
  g_auto (HwArgument) number = { NULL, NULL };
  g_auto (HwArgument) set = { NULL, NULL };
  xmlNodePtr node = NULL;
  double nth;

  hw_argument_pop (&number, parser);
  hw_argument_pop (&set, parser);
  nth = hw_argument_get_number (&number);
  if (set.object == NULL || set.object->type != XPATH_NODESET)
    {
      hw_function_fail (parser, _("indexed-repeat() takes a repeat as its second argument."));
      return;
    }
  xmlXPathNodeSetSort (set.object->nodesetval);
  if (nth >= 1 && nth <= xmlXPathNodeSetGetLength (set.object->nodesetval) && nth == floor (nth))
    node = set.object->nodesetval->nodeTab[(int) nth - 1];
  valuePush (parser, xmlXPathNewNodeSet (node));
}

/* A call that the compiler could make no sense of, reached all the same. */
static void
call_fail (xmlXPathParserContextPtr parser,
           int n)
{
  g_auto (HwArgument) sentence = { NULL, NULL };

  hw_argument_pop (&sentence, parser);
  hw_function_fail (parser, "%s", hw_argument_get_text (&sentence));
}

const HwFunction hw_functions_logic[] = {
  { "if", 3, 3, HW_RESULT_ARGUMENT, HW_EMPTY_OWN, 0, call_if,
    N_("The second value when the condition is true, else the third.") },
  { "coalesce", 1, -1, HW_RESULT_ARGUMENT, HW_EMPTY_EMPTY, 0, call_coalesce,
    N_("The first of the values that is not empty.") },
  { "once", 1, 1, HW_RESULT_ARGUMENT, HW_EMPTY_EMPTY, HW_FUNCTION_READS_SELF, call_once,
    N_("The value as it was first computed; later changes of what it is made of leave it "
        "alone.") },
  { "current", 0, 0, HW_RESULT_NODESET, HW_EMPTY_OWN, 0, call_current,
    N_("The question that the expression belongs to, also within brackets: current()/../name.") },
  { "true", 0, 0, HW_RESULT_BOOLEAN, HW_EMPTY_OWN, 0, NULL, N_("True.") },
  { "false", 0, 0, HW_RESULT_BOOLEAN, HW_EMPTY_OWN, 0, NULL, N_("False.") },
  { "not", 1, 1, HW_RESULT_BOOLEAN, HW_EMPTY_TRUE, 0, NULL,
    N_("True when the condition is false.") },
  { "boolean", 1, 1, HW_RESULT_BOOLEAN, HW_EMPTY_FALSE, 0, NULL,
    N_("True for a number that is not 0, for a text that is not empty and for a path that leads "
        "somewhere.") },
  { "boolean-from-string", 1, 1, HW_RESULT_BOOLEAN, HW_EMPTY_FALSE, 0, call_boolean_from_string,
    N_("True for the texts “1” and “true”.") },
  { "checklist", 3, -1, HW_RESULT_BOOLEAN, HW_EMPTY_OWN, 0, call_checklist,
    N_("True when at least the first and at most the second number of the further values are "
        "true; -1 for no limit.") },
  { "weighted-checklist", 4, -1, HW_RESULT_BOOLEAN, HW_EMPTY_OWN, 0, call_weighted_checklist,
    N_("The same as checklist(), with a weight after every value.") },
  { "position", 0, 1, HW_RESULT_NUMBER, HW_EMPTY_OWN, HW_FUNCTION_OF_NODE, call_position,
    N_("The number of the row: position(..) in a repeat, position(../..) in the repeat around it; "
        "within brackets, position() of the row that is looked at.") },
  { "last", 0, 0, HW_RESULT_NUMBER, HW_EMPTY_OWN, HW_FUNCTION_OF_NODE, NULL,
    N_("Within brackets, how many rows are looked at.") },
  { "lang", 1, 1, HW_RESULT_BOOLEAN, HW_EMPTY_FALSE, HW_FUNCTION_OF_NODE, NULL,
    N_("Whether the document says that it is in this language.") },
  { "id", 1, 1, HW_RESULT_NODESET, HW_EMPTY_EMPTY, 0, NULL,
    N_("The elements with these identifiers.") },
  { "name", 0, 1, HW_RESULT_STRING, HW_EMPTY_OWN, HW_FUNCTION_OF_NODE, NULL,
    N_("The name of the element.") },
  { "local-name", 0, 1, HW_RESULT_STRING, HW_EMPTY_OWN, HW_FUNCTION_OF_NODE, NULL,
    N_("The name of the element without its prefix.") },
  { "namespace-uri", 0, 1, HW_RESULT_STRING, HW_EMPTY_OWN, HW_FUNCTION_OF_NODE, NULL,
    N_("The namespace of the element.") },
  { "indexed-repeat", 3, -1, HW_RESULT_NODESET, HW_EMPTY_OWN, 0, NULL,
    N_("The answer to a question in a certain row of a repeat: indexed-repeat(${question}, "
        "${repeat}, number), with more pairs for repeats within repeats.") },
  { "hw-fail", 1, 1, HW_RESULT_NODESET, HW_EMPTY_OWN, HW_FUNCTION_INTERNAL, call_fail, NULL },
  { "hw-part", 1, 1, HW_RESULT_NODESET, HW_EMPTY_OWN, HW_FUNCTION_INTERNAL, call_part, NULL },
  { "hw-nth", 2, 2, HW_RESULT_NODESET, HW_EMPTY_OWN, HW_FUNCTION_INTERNAL, call_nth, NULL },
  { NULL },
};
