/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/date.h"

#include <stdio.h>
#include <string.h>

/* GDate counts from 0001-01-01 = 1; XForms from 1970-01-01 = 0. */
#define JULIAN_OF_1970 719163

static gboolean
read_digits (const char **at,
             guint n,
             guint *number)
{
  *number = 0;
  for (guint i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit (**at))
        return FALSE;
      *number = *number * 10 + (guint) (*(*at)++ - '0');
    }
  return TRUE;
}

/**
 * hw_date_parse:
 * @text: (nullable): YYYY-MM-DD
 * @days: (out): days since 1970-01-01 in the Gregorian calendar, negative before it
 *
 * Returns: %FALSE, with @days untouched, when @text is not a day that exists
 */
gboolean
hw_date_parse (const char *text,
               gint32 *days)
{
  guint year, month, day;
  GDate date;

  g_return_val_if_fail (days != NULL, FALSE);

  if (text == NULL || !read_digits (&text, 4, &year) || *text++ != '-'
      || !read_digits (&text, 2, &month) || *text++ != '-' || !read_digits (&text, 2, &day)
      || *text != '\0')
    return FALSE;
  if (!g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return FALSE;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  *days = (gint32) g_date_get_julian (&date) - JULIAN_OF_1970;
  return TRUE;
}

/**
 * hw_date_dup_string:
 * @days: days since 1970-01-01, from the year 1 to 9999
 *
 * Returns: (transfer full) (nullable): YYYY-MM-DD; %NULL for a day that GDate cannot hold
 */
char *
hw_date_dup_string (gint32 days)
{
  GDate date;

  if (days <= -JULIAN_OF_1970 || days > 2932896)
    return NULL;
  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) (days + JULIAN_OF_1970));
  return g_strdup_printf ("%04u-%02u-%02u", (guint) g_date_get_year (&date),
                          (guint) g_date_get_month (&date), (guint) g_date_get_day (&date));
}

/**
 * hw_time_parse:
 * @text: (nullable): HH:MM or HH:MM:SS, with an optional fraction and zone, which are passed over
 * @seconds: (out): seconds since midnight
 *
 * Returns: %FALSE, with @seconds untouched, when @text is no time of day
 */
gboolean
hw_time_parse (const char *text,
               gint32 *seconds)
{
  guint hour, minute, second = 0;

  g_return_val_if_fail (seconds != NULL, FALSE);

  if (text == NULL || !read_digits (&text, 2, &hour) || *text++ != ':'
      || !read_digits (&text, 2, &minute))
    return FALSE;
  if (*text == ':')
    {
      text++;
      if (!read_digits (&text, 2, &second))
        return FALSE;
      if (*text == '.')
        text += 1 + strspn (text + 1, "0123456789");
    }
  if (*text != '\0' && strspn (text, "Z+-0123456789:") != strlen (text))
    return FALSE;
  if (hour > 23 || minute > 59 || second > 59)
    return FALSE;
  *seconds = (gint32) (hour * 3600 + minute * 60 + second);
  return TRUE;
}

/**
 * hw_date_dup_today:
 *
 * HOMEWARD_TODAY=YYYY-MM-DD in the environment stands in for the clock, so that a scripted
 * interview gives the same result on any day.
 *
 * Returns: (transfer full): today in the local time zone, YYYY-MM-DD
 */
char *
hw_date_dup_today (void)
{
  const char *fixed = g_getenv ("HOMEWARD_TODAY");
  g_autoptr (GDateTime) now = NULL;
  gint32 days;

  if (fixed != NULL && hw_date_parse (fixed, &days))
    return g_strdup (fixed);
  now = g_date_time_new_now_local ();
  return g_date_time_format (now, "%Y-%m-%d");
}
