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

/* Blank, missing and irrelevant answers are all empty nodes here, and are passed over. In a
 * document that holds no answers an empty text is no number, as in XPath. */
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

#define ONE(name, function, description)                                                           \
  {                                                                                                \
    name, 1, 1, HW_RESULT_NUMBER, HW_EMPTY_NAN, 0, function, description                           \
  }

const HwFunction hw_functions_number[] = {
  { "number", 0, 1, HW_RESULT_NUMBER, HW_EMPTY_NAN, HW_FUNCTION_OF_NODE, call_number,
    N_("The number that a text is; a date counts its days since 1970-01-01.") },
  { "hw-days", 1, 1, HW_RESULT_DAYS, HW_EMPTY_NAN, HW_FUNCTION_INTERNAL, call_days, NULL },
  { "min", 1, -1, HW_RESULT_NUMBER, HW_EMPTY_NAN, HW_FUNCTION_DATES, call_min,
    N_("The smallest of the numbers; blank and missing answers are passed over.") },
  { "max", 1, -1, HW_RESULT_NUMBER, HW_EMPTY_NAN, HW_FUNCTION_DATES, call_max,
    N_("The largest of the numbers; blank and missing answers are passed over.") },
  { "sum", 1, 1, HW_RESULT_NUMBER, HW_EMPTY_OWN, 0, call_sum,
    N_("The sum of the answers in all rows; blank and missing answers are passed over.") },
  { "round", 1, 2, HW_RESULT_NUMBER, HW_EMPTY_NAN, 0, call_round,
    N_("The number, rounded to so many decimals (0 if not said); half goes up.") },
  { "pow", 2, 2, HW_RESULT_NUMBER, HW_EMPTY_NAN, 0, call_pow,
    N_("The first number to the power of the second.") },
  { "atan2", 2, 2, HW_RESULT_NUMBER, HW_EMPTY_NAN, 0, call_atan2,
    N_("The angle of the point (x, y), from y and x, in radians.") },
  { "pi", 0, 0, HW_RESULT_NUMBER, HW_EMPTY_OWN, 0, call_pi, N_("The number π.") },
  { "random", 0, 0, HW_RESULT_NUMBER, HW_EMPTY_OWN, HW_FUNCTION_VOLATILE, call_random,
    N_("A random number from 0 up to, but not, 1; put it into once() to keep it.") },
  ONE ("int", call_int, N_("The number without its decimals.")),
  ONE ("floor", call_floor, N_("The next smaller whole number.")),
  ONE ("ceiling", call_ceiling, N_("The next larger whole number.")),
  ONE ("abs", call_abs, N_("The number without its sign.")),
  ONE ("sqrt", call_sqrt, N_("The square root.")),
  ONE ("exp", call_exp, N_("e to the power of the number.")),
  ONE ("exp10", call_exp10, N_("10 to the power of the number.")),
  ONE ("log", call_log, N_("The natural logarithm.")),
  ONE ("log10", call_log10, N_("The logarithm to the base of 10.")),
  ONE ("sin", call_sin, N_("The sine of an angle in radians.")),
  ONE ("cos", call_cos, N_("The cosine of an angle in radians.")),
  ONE ("tan", call_tan, N_("The tangent of an angle in radians.")),
  ONE ("asin", call_asin, N_("The angle, in radians, that has this sine.")),
  ONE ("acos", call_acos, N_("The angle, in radians, that has this cosine.")),
  ONE ("atan", call_atan, N_("The angle, in radians, that has this tangent.")),
  { NULL },
};
