/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/common/time-text.h"

#include <glib/gi18n.h>

/* Whole days between the civil dates of two moments, each in its own zone. */
static int
count_days (GDateTime *from,
            GDateTime *to)
{
  GDate a, b;
  int year, month, day;

  g_date_time_get_ymd (from, &year, &month, &day);
  g_date_set_dmy (&a, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  g_date_time_get_ymd (to, &year, &month, &day);
  g_date_set_dmy (&b, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return g_date_days_between (&a, &b);
}

/**
 * hw_time_text_dup_from:
 * @time: a moment
 * @now: the moment from which it is seen
 *
 * Returns: (transfer full): the moment as one says it, in the zone of @now
 */
char *
hw_time_text_dup_from (GDateTime *time,
                       GDateTime *now)
{
  g_autoptr (GDateTime) local = NULL;
  int days;

  g_return_val_if_fail (time != NULL, NULL);
  g_return_val_if_fail (now != NULL, NULL);

  local = g_date_time_to_timezone (time, g_date_time_get_timezone (now));
  days = count_days (local, now);
  if (days == 0)
    /* Translators: a moment of this day, as strftime() writes it; %R is the time, such as 15:02. */
    return g_date_time_format (local, _("Today %R"));
  if (days == 1)
    /* Translators: a moment of the day before, as strftime() writes it. */
    return g_date_time_format (local, _("Yesterday %R"));
  if (g_date_time_get_year (local) == g_date_time_get_year (now))
    /* Translators: a moment of this year: day, short month, time. */
    return g_date_time_format (local, _("%-d %b %R"));
  /* Translators: a day of another year: day, short month, year. */
  return g_date_time_format (local, _("%-d %b %Y"));
}

/**
 * hw_time_text_dup:
 * @iso: a moment as survey files hold it, ISO 8601
 *
 * Returns: (transfer full): the moment as one says it, such as "Today 15:02"; "" when @iso is none
 */
char *
hw_time_text_dup (const char *iso)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) time = NULL;

  if (iso != NULL)
    time = g_date_time_new_from_iso8601 (iso, utc);
  return time != NULL ? hw_time_text_dup_from (time, now) : g_strdup ("");
}
