/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "expression/moment.h"

#include <math.h>
#include <string.h>

#include "base/date-names.h"
#include "base/date.h"

#define SECONDS_A_DAY 86400.0

static gboolean
take_local (HwMoment *moment,
            GDateTime *time)
{
  g_autoptr (GDateTime) owned = time;

  if (time == NULL)
    return FALSE;
  moment->local = g_date_time_to_local (time);
  if (moment->local == NULL)
    return FALSE;
  moment->days = ((double) g_date_time_to_unix (time) + g_date_time_get_microsecond (time) / 1e6)
                 / SECONDS_A_DAY;
  return TRUE;
}

/* XForms lets seconds out, GLib does not. */
static GDateTime *
read_time (const char *text)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autofree char *whole = NULL;

  if (strlen (text) >= 16 && text[13] == ':' && text[16] != ':')
    whole = g_strdup_printf ("%.16s:00%s", text, text + 16);
  return g_date_time_new_from_iso8601 (whole != NULL ? whole : text, zone);
}

/**
 * hw_moment_parse:
 * @text: YYYY-MM-DD, or a point in time YYYY-MM-DDThh:mm[:ss[.fff]][zone], local without a zone
 * @moment: (out): what it says; clear it after use
 *
 * Returns: %FALSE, with nothing to clear, when @text is neither
 */
gboolean
hw_moment_parse (const char *text,
                 HwMoment *moment)
{
  gint32 days;

  *moment = (HwMoment){ 0, NULL };
  if (hw_date_parse (text, &days))
    {
      moment->days = days;
      return TRUE;
    }
  if (strlen (text) < 16 || text[10] != 'T')
    return FALSE;
  return take_local (moment, read_time (text));
}

/**
 * hw_moment_parse_loose:
 * @text: what hw_moment_parse() takes, or a date with one digit, as forms in the field have it:
 * 1970-1-2
 * @moment: (out): what it says; clear it after use
 *
 * Returns: %FALSE, with nothing to clear, when @text is neither
 */
gboolean
hw_moment_parse_loose (const char *text,
                       HwMoment *moment)
{
  g_auto (GStrv) parts = NULL;
  g_autofree char *date = NULL;

  if (hw_moment_parse (text, moment))
    return TRUE;
  parts = g_strsplit (text, "-", 4);
  if (g_strv_length (parts) != 3 || strlen (parts[0]) != 4)
    return FALSE;
  date = g_strdup_printf ("%s-%s%s-%s%s", parts[0], strlen (parts[1]) == 1 ? "0" : "", parts[1],
                          strlen (parts[2]) == 1 ? "0" : "", parts[2]);
  return hw_moment_parse (date, moment);
}

/**
 * hw_moment_from_days:
 * @days: days since 1970-01-01: a date when they are whole, else a point in time
 * @moment: (out): what it says; clear it after use
 *
 * Returns: %FALSE, with nothing to clear, when no calendar has that day
 */
gboolean
hw_moment_from_days (double days,
                     HwMoment *moment)
{
  g_autoptr (GDateTime) start = NULL;

  *moment = (HwMoment){ 0, NULL };
  if (!(days > -719162 && days < 2932896))
    return FALSE;
  moment->days = days;
  if (days == floor (days))
    return TRUE;
  start = g_date_time_new_from_unix_utc (0);
  /* To the millisecond: a day in a double is not finer than that after some arithmetic. */
  return take_local (
      moment, g_date_time_add (start, (GTimeSpan) round (days * SECONDS_A_DAY * 1e3) * 1000));
}

void
hw_moment_clear (HwMoment *self)
{
  g_clear_pointer (&self->local, g_date_time_unref);
}

/**
 * hw_moment_add_time:
 * @self: a moment
 *
 * Makes a date the point in time at which it begins on the clock of this machine.
 *
 * Returns: %FALSE when there is no such point
 */
gboolean
hw_moment_add_time (HwMoment *self)
{
  g_autofree char *date = NULL;
  g_autofree char *text = NULL;

  if (self->local != NULL)
    return TRUE;
  date = hw_moment_dup_date (self);
  text = g_strconcat (date, "T00:00:00", NULL);
  return take_local (self, read_time (text));
}

/**
 * hw_moment_now:
 * @moment: (out): now; on the day that HOMEWARD_TODAY fixes, it is noon
 *
 * Returns: %TRUE
 */
gboolean
hw_moment_now (HwMoment *moment)
{
  g_autofree char *today = hw_date_dup_today ();
  g_autofree char *noon = g_strconcat (today, "T12:00:00", NULL);

  *moment = (HwMoment){ 0, NULL };
  if (g_getenv ("HOMEWARD_TODAY") != NULL)
    return take_local (moment, read_time (noon));
  return take_local (moment, g_date_time_new_now_local ());
}

/* Whether it is a date, or the point in time at which one begins on the clock of this machine. */
gboolean
hw_moment_is_midnight (const HwMoment *self)
{
  return self->local == NULL
         || (g_date_time_get_hour (self->local) == 0 && g_date_time_get_minute (self->local) == 0
             && g_date_time_get_seconds (self->local) == 0);
}

/* (transfer full): YYYY-MM-DD on the clock of this machine */
char *
hw_moment_dup_date (const HwMoment *self)
{
  if (self->local != NULL)
    return g_date_time_format (self->local, "%Y-%m-%d");
  return hw_date_dup_string ((gint32) floor (self->days));
}

/* (transfer full): YYYY-MM-DDThh:mm:ss.fff+hh:mm; of a point in time */
char *
hw_moment_dup_datetime (const HwMoment *self)
{
  g_autofree char *seconds = g_date_time_format (self->local, "%Y-%m-%dT%H:%M:%S");
  g_autofree char *zone = g_date_time_format (self->local, "%:z");

  return g_strdup_printf ("%s.%03d%s", seconds, g_date_time_get_microsecond (self->local) / 1000,
                          zone);
}

/* One letter after the % sign. */
static void
add_field (GString *out,
           char letter,
           GDateTime *time,
           const HwDateNames *names)
{
  switch (letter)
    {
    case 'Y':
      g_string_append_printf (out, "%04d", g_date_time_get_year (time));
      break;
    case 'y':
      g_string_append_printf (out, "%02d", g_date_time_get_year (time) % 100);
      break;
    case 'm':
      g_string_append_printf (out, "%02d", g_date_time_get_month (time));
      break;
    case 'n':
      g_string_append_printf (out, "%d", g_date_time_get_month (time));
      break;
    case 'b':
      g_string_append (out, names->months[g_date_time_get_month (time) - 1]);
      break;
    case 'd':
      g_string_append_printf (out, "%02d", g_date_time_get_day_of_month (time));
      break;
    case 'e':
      g_string_append_printf (out, "%d", g_date_time_get_day_of_month (time));
      break;
    case 'a':
      g_string_append (out, names->weekdays[g_date_time_get_day_of_week (time) - 1]);
      break;
    case 'H':
      g_string_append_printf (out, "%02d", g_date_time_get_hour (time));
      break;
    case 'h':
      g_string_append_printf (out, "%d", g_date_time_get_hour (time));
      break;
    case 'M':
      g_string_append_printf (out, "%02d", g_date_time_get_minute (time));
      break;
    case 'S':
      g_string_append_printf (out, "%02d", g_date_time_get_second (time));
      break;
    case '3':
      g_string_append_printf (out, "%03d", g_date_time_get_microsecond (time) / 1000);
      break;
    case '%':
      g_string_append_c (out, '%');
      break;
    default:
      g_string_append_printf (out, "%%%c", letter);
      break;
    }
}

/**
 * hw_moment_format:
 * @self: a moment
 * @language: (nullable): of the names of months and weekdays; English without one, on every machine
 * @format: with %Y %y %m %n %b %d %e %a %H %h %M %S %3 in it, as in OpenRosa
 *
 * Returns: (transfer full): @format with the fields filled in; the time of a date is 0
 */
char *
hw_moment_format (const HwMoment *self,
                  const char *format,
                  const char *language)
{
  const HwDateNames *names = hw_date_names_get (language);
  g_autoptr (GDateTime) time = NULL;
  GString *out = g_string_new (NULL);

  if (self->local != NULL)
    time = g_date_time_ref (self->local);
  else
    time = g_date_time_new_from_unix_utc ((gint64) self->days * (gint64) SECONDS_A_DAY);
  for (const char *at = format; *at != '\0'; at++)
    if (*at == '%' && at[1] != '\0')
      add_field (out, *++at, time, names);
    else
      g_string_append_c (out, *at);
  return g_string_free (out, FALSE);
}
