/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "expression/functions.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "expression/expression-private.h"

static void
call_number (xmlXPathParserContextPtr parser,
             int n)
{
  g_auto (HwArgument) argument = { NULL, NULL };

  if (n == 0)
    valuePush (parser, xmlXPathNewNodeSet (parser->context->node));
  hw_argument_pop (&argument, parser);
  hw_return_number (parser, hw_argument_get_number (&argument));
}

/* Every member of a set of answers as a number in a set of its own. */
static xmlXPathObjectPtr
count_days_of_all (xmlXPathParserContextPtr parser,
                   xmlNodeSetPtr set)
{
  HwExpressionContext *context = hw_expression_context_get (parser);
  xmlXPathObjectPtr counted = xmlXPathNewNodeSet (NULL);

  for (int i = 0; i < set->nodeNr; i++)
    {
      g_autofree char *days = NULL;
      xmlXPathObjectPtr one = xmlXPathNewNodeSet (set->nodeTab[i]);

      days = hw_number_dup_string (hw_object_to_number (one));
      xmlXPathFreeObject (one);
      xmlXPathNodeSetAddUnique (counted->nodesetval, hw_scratch_add (context, days));
    }
  return counted;
}

/* A date as its count of days wherever an operator asks; what is neither text nor set stays what it
 * is. */
static void
call_days (xmlXPathParserContextPtr parser,
           int n)
{
  g_auto (HwArgument) argument = { NULL, NULL };
  const xmlXPathObject *object;
  int n_nodes = -1;

  hw_argument_pop (&argument, parser);
  object = argument.object;
  if (object != NULL && object->type == XPATH_NODESET)
    n_nodes = xmlXPathNodeSetGetLength (object->nodesetval);
  if (object == NULL || object->type == XPATH_BOOLEAN || object->type == XPATH_NUMBER
      || n_nodes == 0)
    valuePush (parser, g_steal_pointer (&argument.object));
  else if (n_nodes > 1)
    valuePush (parser, count_days_of_all (parser, object->nodesetval));
  else
    hw_return_number (parser, hw_argument_get_number (&argument));
}

typedef enum
{
  FOLD_MIN,
  FOLD_MAX,
  FOLD_SUM,
} Fold;

/* Blank, missing and irrelevant answers are all empty nodes here, and are passed over. In a document
 * that holds no answers an empty text is no number, as in XPath. */
static void
fold (xmlXPathParserContextPtr parser,
      int n,
      Fold how)
{
  g_autoptr (GPtrArray) texts = NULL;
  double result = how == FOLD_SUM ? 0 : NAN;
  gboolean any = FALSE;
  gboolean foreign;

  if (how == FOLD_SUM && (parser->value == NULL || parser->value->type != XPATH_NODESET))
    {
      hw_function_fail (parser, _("sum() takes a path."));
      return;
    }
  foreign = hw_expression_context_get (parser)->is_foreign;
  texts = hw_arguments_pop_texts (parser, n);
  for (guint i = 0; i < texts->len; i++)
    {
      const char *text = g_ptr_array_index (texts, i);
      double number;

      if (*text == '\0' && !foreign)
        continue;
      number = hw_text_to_number (text);
      if (how == FOLD_SUM)
        result += number;
      else if (!any || isnan (number) || (how == FOLD_MIN ? number < result : number > result))
        result = isnan (result) && any ? result : number;
      any = TRUE;
    }
  hw_return_number (parser, result);
}

static void
call_min (xmlXPathParserContextPtr parser,
          int n)
{
  fold (parser, n, FOLD_MIN);
}

static void
call_max (xmlXPathParserContextPtr parser,
          int n)
{
  fold (parser, n, FOLD_MAX);
}

static void
call_sum (xmlXPathParserContextPtr parser,
          int n)
{
  fold (parser, n, FOLD_SUM);
}

/* Half goes up, towards positive infinity, as in XPath 1.0. */
static double
round_half_up (double number)
{
  double below = floor (number);

  return number - below >= 0.5 ? below + 1 : below;
}

/* Moves the point in the decimal digits: 12345.15 is a little less in binary, and people see
 * 12345.15. */
static double
shift (double number,
       int digits)
{
  g_autofree char *plain = hw_number_dup_string (number);
  char *exponent = strchr (plain, 'e');
  g_autofree char *shifted = NULL;
  int old = 0;

  if (exponent != NULL)
    {
      old = atoi (exponent + 1);
      *exponent = '\0';
    }
  shifted = g_strdup_printf ("%se%d", plain, old + digits);
  return g_ascii_strtod (shifted, NULL);
}

static void
call_round (xmlXPathParserContextPtr parser,
            int n)
{
  g_auto (HwArgument) argument = { NULL, NULL };
  double digits = 0;
  double number;

  if (n == 2)
    {
      hw_argument_pop (&argument, parser);
      digits = hw_argument_get_number (&argument);
      hw_argument_clear (&argument);
    }
  hw_argument_pop (&argument, parser);
  number = hw_argument_get_number (&argument);
  if (isnan (digits))
    number = NAN;
  else if (isfinite (number) && digits == 0)
    number = round_half_up (number);
  else if (isfinite (number))
    {
      int places = (int) CLAMP (trunc (digits), -300, 300);

      number = shift (round_half_up (shift (number, places)), -places);
    }
  hw_return_number (parser, number);
}

static void
call_pow (xmlXPathParserContextPtr parser,
          int n)
{
  g_auto (HwArgument) power = { NULL, NULL };
  g_auto (HwArgument) base = { NULL, NULL };

  hw_argument_pop (&power, parser);
  hw_argument_pop (&base, parser);
  hw_return_number (parser, pow (hw_argument_get_number (&base), hw_argument_get_number (&power)));
}

static void
call_atan2 (xmlXPathParserContextPtr parser,
            int n)
{
  g_auto (HwArgument) x = { NULL, NULL };
  g_auto (HwArgument) y = { NULL, NULL };

  hw_argument_pop (&x, parser);
  hw_argument_pop (&y, parser);
  hw_return_number (parser, atan2 (hw_argument_get_number (&y), hw_argument_get_number (&x)));
}

static void
call_pi (xmlXPathParserContextPtr parser,
         int n)
{
  hw_return_number (parser, G_PI);
}

static void
call_random (xmlXPathParserContextPtr parser,
             int n)
{
  hw_return_number (parser, g_random_double ());
}

static double
power_of_ten (double number)
{
  return pow (10, number);
}

/* The functions of one number that the C library has. */
#define CALL(name, compute)                                                                        \
  static void call_##name (xmlXPathParserContextPtr parser, int n)                                 \
  {                                                                                                \
    g_auto (HwArgument) argument = { NULL, NULL };                                                 \
                                                                                                   \
    hw_argument_pop (&argument, parser);                                                           \
    hw_return_number (parser, compute (hw_argument_get_number (&argument)));                       \
  }

CALL (int, trunc)
CALL (floor, floor)
CALL (ceiling, ceil)
CALL (abs, fabs)
CALL (sqrt, sqrt)
CALL (exp, exp)
CALL (exp10, power_of_ten)
CALL (log, log)
CALL (log10, log10)
CALL (sin, sin)
CALL (cos, cos)
CALL (tan, tan)
CALL (asin, asin)
CALL (acos, acos)
CALL (atan, atan)

#define ONE(name, function)                                                                        \
  {                                                                                                \
    name, 1, 1, HW_RESULT_NUMBER, HW_EMPTY_NAN, 0, function                                        \
  }

const HwFunction hw_functions_number[] = {
  { "number", 0, 1, HW_RESULT_NUMBER, HW_EMPTY_NAN, HW_FUNCTION_OF_NODE, call_number },
  { "hw-days", 1, 1, HW_RESULT_DAYS, HW_EMPTY_NAN, HW_FUNCTION_INTERNAL, call_days },
  { "min", 1, -1, HW_RESULT_NUMBER, HW_EMPTY_NAN, HW_FUNCTION_DATES, call_min },
  { "max", 1, -1, HW_RESULT_NUMBER, HW_EMPTY_NAN, HW_FUNCTION_DATES, call_max },
  { "sum", 1, 1, HW_RESULT_NUMBER, HW_EMPTY_OWN, 0, call_sum },
  { "round", 1, 2, HW_RESULT_NUMBER, HW_EMPTY_NAN, 0, call_round },
  { "pow", 2, 2, HW_RESULT_NUMBER, HW_EMPTY_NAN, 0, call_pow },
  { "atan2", 2, 2, HW_RESULT_NUMBER, HW_EMPTY_NAN, 0, call_atan2 },
  { "pi", 0, 0, HW_RESULT_NUMBER, HW_EMPTY_OWN, 0, call_pi },
  { "random", 0, 0, HW_RESULT_NUMBER, HW_EMPTY_OWN, HW_FUNCTION_VOLATILE, call_random },
  ONE ("int", call_int),
  ONE ("floor", call_floor),
  ONE ("ceiling", call_ceiling),
  ONE ("abs", call_abs),
  ONE ("sqrt", call_sqrt),
  ONE ("exp", call_exp),
  ONE ("exp10", call_exp10),
  ONE ("log", call_log),
  ONE ("log10", call_log10),
  ONE ("sin", call_sin),
  ONE ("cos", call_cos),
  ONE ("tan", call_tan),
  ONE ("asin", call_asin),
  ONE ("acos", call_acos),
  ONE ("atan", call_atan),
  { NULL },
};
