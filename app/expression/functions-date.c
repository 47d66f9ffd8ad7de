/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "expression/functions.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "base/date.h"
#include "expression/expression-private.h"
#include "expression/moment.h"

/* What an argument says about time; FALSE when it is empty or says nothing. */
static gboolean
read_moment (HwArgument *argument,
             HwMoment *moment)
{
  g_autofree char *text = NULL;

  if (argument->object != NULL
      && (argument->object->type == XPATH_NUMBER || argument->object->type == XPATH_BOOLEAN))
    return hw_moment_from_days (hw_argument_get_number (argument), moment);
  text = g_strstrip (g_strdup (hw_argument_get_text (argument)));
  return hw_moment_parse_loose (text, moment)
         || hw_moment_from_days (xmlXPathCastStringToNumber (BAD_CAST text), moment);
}

/* What is empty is no date yet, and nothing to speak of. */
static void
notice_no_date (xmlXPathParserContextPtr parser,
                HwArgument *argument)
{
  HwExpressionContext *context = hw_expression_context_get (parser);
  const char *text = hw_argument_get_text (argument);
  g_autofree char *sentence = NULL;

  if (*text == '\0' || context->hooks.notice == NULL)
    return;
  /* Translators: %s is what somebody wrote. */
  sentence = g_strdup_printf (_("“%s” is no date; a date is written as 2026-11-21."), text);
  context->hooks.notice (sentence, context->hooks.data);
}

static void
call_date (xmlXPathParserContextPtr parser,
           int n)
{
  g_auto (HwArgument) argument = { NULL, NULL };
  g_auto (HwMoment) moment = { 0, NULL };
  g_autofree char *text = NULL;

  hw_argument_pop (&argument, parser);
  if (read_moment (&argument, &moment))
    text = hw_moment_dup_date (&moment);
  else
    notice_no_date (parser, &argument);
  hw_return_string (parser, text);
}

/* A day that was given as a day stays one. */
static void
call_date_time (xmlXPathParserContextPtr parser,
                int n)
{
  g_auto (HwArgument) argument = { NULL, NULL };
  g_auto (HwMoment) moment = { 0, NULL };
  g_autofree char *text = NULL;

  hw_argument_pop (&argument, parser);
  if (read_moment (&argument, &moment))
    text = hw_moment_is_midnight (&moment) ? hw_moment_dup_date (&moment)
                                           : hw_moment_dup_datetime (&moment);
  hw_return_string (parser, text);
}

static void
call_decimal_date_time (xmlXPathParserContextPtr parser,
                        int n)
{
  g_auto (HwArgument) argument = { NULL, NULL };
  g_auto (HwMoment) moment = { 0, NULL };

  hw_argument_pop (&argument, parser);
  if (read_moment (&argument, &moment) && hw_moment_add_time (&moment))
    hw_return_number (parser, moment.days);
  else
    hw_return_number (parser, NAN);
}

/* The part of the day that has passed at a time such as 06:00:00.000-07:00, on the clock of this
 * machine. */
static void
call_decimal_time (xmlXPathParserContextPtr parser,
                   int n)
{
  g_auto (HwArgument) argument = { NULL, NULL };
  g_auto (HwMoment) moment = { 0, NULL };
  g_autofree char *text = NULL;
  const char *time;

  hw_argument_pop (&argument, parser);
  time = hw_argument_get_text (&argument);
  text = g_strconcat (strchr (time, 'T') == NULL ? "1970-01-01T" : "", time, NULL);
  if (hw_moment_parse (text, &moment) && moment.local != NULL)
    hw_return_number (parser, (double) g_date_time_get_hour (moment.local) / 24
                                  + (double) g_date_time_get_minute (moment.local) / 1440
                                  + g_date_time_get_seconds (moment.local) / 86400);
  else
    hw_return_number (parser, NAN);
}

static void
call_format_date (xmlXPathParserContextPtr parser,
                  int n)
{
  g_auto (HwArgument) format = { NULL, NULL };
  g_auto (HwArgument) argument = { NULL, NULL };
  g_auto (HwMoment) moment = { 0, NULL };
  g_autofree char *text = NULL;

  hw_argument_pop (&format, parser);
  hw_argument_pop (&argument, parser);
  if (read_moment (&argument, &moment))
    text = hw_moment_format (&moment, hw_argument_get_text (&format),
                             hw_expression_context_get (parser)->language);
  hw_return_string (parser, text);
}

static void
call_today (xmlXPathParserContextPtr parser,
            int n)
{
  g_autofree char *today = hw_date_dup_today ();

  hw_return_string (parser, today);
}

static void
call_now (xmlXPathParserContextPtr parser,
          int n)
{
  g_auto (HwMoment) moment = { 0, NULL };
  g_autofree char *text = NULL;

  if (hw_moment_now (&moment))
    text = hw_moment_dup_datetime (&moment);
  hw_return_string (parser, text);
}

const HwFunction hw_functions_date[] = {
  { "today", 0, 0, HW_RESULT_DATE, HW_EMPTY_OWN, 0, call_today, N_("The date of today.") },
  { "now", 0, 0, HW_RESULT_DATETIME, HW_EMPTY_OWN, HW_FUNCTION_VOLATILE, call_now,
    N_("The date and time of now.") },
  { "date", 1, 1, HW_RESULT_DATE, HW_EMPTY_EMPTY, 0, call_date,
    N_("The date that a text or a number of days since 1970-01-01 is.") },
  { "date-time", 1, 1, HW_RESULT_DATETIME, HW_EMPTY_EMPTY, 0, call_date_time,
    N_("The date and time that a text or a number of days since 1970-01-01 is.") },
  { "decimal-date-time", 1, 1, HW_RESULT_DAYS, HW_EMPTY_NAN, 0, call_decimal_date_time,
    N_("The days since 1970-01-01 in UTC, with the time of the day as decimals.") },
  { "decimal-time", 1, 1, HW_RESULT_NUMBER, HW_EMPTY_NAN, 0, call_decimal_time,
    N_("The part of the day that has passed at a time.") },
  { "format-date", 2, 2, HW_RESULT_STRING, HW_EMPTY_EMPTY, 0, call_format_date,
    N_("A date as text: %Y year, %y its last two digits, %m and %n month, %b its name, %d and %e "
        "day, %a weekday.") },
  { "format-date-time", 2, 2, HW_RESULT_STRING, HW_EMPTY_EMPTY, 0, call_format_date,
    N_("A date and time as text: as format-date(), and %H and %h hour, %M minute, %S second, %3 "
        "thousandths.") },
  { NULL },
};
