/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/workbook-private.h"

#include <math.h>
#include <string.h>

#include "base/date.h"
#include "base/number.h"

#define SECONDS_A_DAY 86400

/* A cell with a date holds days since one of these, counted from 1970-01-01. The first is the day
 * before 1899-12-31, because the 29th of February 1900, which never was, is counted too. */
#define DAYS_OF_1900 (-25569)
#define DAYS_OF_1904 (-24107)

/**
 * hw_workbook_parse_format:
 * @format: the format of a number, such as "yyyy\-mm\-dd;@"
 *
 * Returns: whether it shows a date, a time, both or neither
 */
HwMomentKind
hw_workbook_parse_format (const char *format)
{
  gboolean date = FALSE;
  gboolean time = FALSE;
  gboolean month = FALSE;

  for (const char *at = format; *at != '\0' && *at != ';'; at++)
    switch (g_ascii_tolower (*at))
      {
      case '"':
        while (at[1] != '\0' && at[1] != '"')
          at++;
        if (at[1] != '\0')
          at++;
        break;
      case '\\':
      case '_':
      case '*':
        if (at[1] != '\0')
          at++;
        break;
      case '[':
        /* A colour, a language, a condition, or hours that go on beyond 24. */
        time = time || at[1 + strspn (at + 1, "hHmMsS")] == ']';
        while (at[1] != '\0' && *at != ']')
          at++;
        break;
      case 'y':
      case 'd':
        date = TRUE;
        break;
      case 'h':
      case 's':
        time = TRUE;
        break;
      case 'm':
        month = TRUE;
        break;
      case 'g':
        /* "General" */
        if (g_ascii_strncasecmp (at, "general", 7) == 0)
          return HW_MOMENT_NONE;
        break;
      default:
        break;
      }
  /* An "m" beside hours or seconds is minutes. */
  date = date || (month && !time);
  return date ? (time ? HW_MOMENT_BOTH : HW_MOMENT_DATE) : (time ? HW_MOMENT_TIME : HW_MOMENT_NONE);
}

static gboolean
append_moment (GString *text,
               double number,
               HwMomentKind moment,
               gboolean from_1904)
{
  double days = floor (number);
  int seconds = (int) lround ((number - days) * SECONDS_A_DAY);
  gboolean with_date = moment != HW_MOMENT_TIME && days >= 1;
  g_autofree char *date = NULL;

  if (number < 0 || number > 2958466)
    return FALSE;
  if (seconds == SECONDS_A_DAY)
    {
      seconds = 0;
      days++;
    }
  if (with_date)
    {
      int shift = from_1904 ? DAYS_OF_1904 : DAYS_OF_1900;

      /* Before that 29th of February the count is one short. */
      if (!from_1904 && days < 60)
        shift++;
      date = hw_date_dup_string ((gint32) days + shift);
      g_string_append (text, date);
    }
  if (with_date && seconds != 0)
    g_string_append_c (text, ' ');
  if (!with_date || seconds != 0)
    {
      int hours = seconds / 3600 + (moment == HW_MOMENT_TIME ? 24 * (int) days : 0);

      g_string_append_printf (text, "%02d:%02d:%02d", hours, seconds / 60 % 60, seconds % 60);
    }
  return TRUE;
}

/**
 * hw_workbook_append_number:
 * @text: where it goes
 * @number: a number as the workbook has it, such as "1.0" or "1E3"
 * @moment: how its cell shows it
 * @from_1904: whether days are counted from 1904
 *
 * Appends what the author sees: "1" and never "1.0", every digit of a long code, a date as
 * "2026-01-31". What is no number stays as it is.
 */
void
hw_workbook_append_number (GString *text,
                           const char *number,
                           HwMomentKind moment,
                           gboolean from_1904)
{
  g_autofree char *shortest = NULL;
  double value;

  /* Most numbers are codes, and stand there as they should. */
  if (moment == HW_MOMENT_NONE && *number >= '1' && *number <= '9' && strlen (number) < 16
      && number[strspn (number, "0123456789")] == '\0')
    {
      g_string_append (text, number);
      return;
    }
  if (!hw_number_parse (number, &value))
    {
      g_string_append (text, number);
      return;
    }
  if (moment != HW_MOMENT_NONE && append_moment (text, value, moment, from_1904))
    return;
  if (value == floor (value) && fabs (value) < 1e21)
    {
      char buffer[32];

      g_string_append (text, g_ascii_formatd (buffer, sizeof buffer, "%.0f", value + 0.0));
      return;
    }
  shortest = hw_number_dup_string (value);
  g_string_append (text, shortest);
}
