/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/calendar-private.h"

#include <math.h>
#include <string.h>
#include <unicode/ucal.h>
#include <unicode/udat.h>

#define MS_PER_DAY 86400000.0
#define MOST_MONTH_NAME 64

/* Before and after, 1700-01-01 to 2199-12-31, the reforms of calendars would have to be thought of, and nobody is asked about it. */
#define FIRST_DAY -98615
#define LAST_DAY 84005

static const char *const keywords[] = {
  [HW_CALENDAR_GREGORIAN] = "gregorian",   [HW_CALENDAR_ETHIOPIAN] = "ethiopic", [HW_CALENDAR_COPTIC] = "coptic",
  [HW_CALENDAR_ISLAMIC] = "islamic-civil", [HW_CALENDAR_PERSIAN] = "persian",    [HW_CALENDAR_BUDDHIST] = "buddhist",
};

static UCalendar *
open_calendar (HwCalendar self)
{
  static const UChar zone[] = { 'G', 'M', 'T', 0 };
  g_autofree char *locale = g_strconcat ("en@calendar=", keywords[self], NULL);
  UErrorCode status = U_ZERO_ERROR;
  UCalendar *calendar = ucal_open (zone, -1, locale, UCAL_TRADITIONAL, &status);

  return U_SUCCESS (status) ? calendar : NULL;
}

/* As gettext chooses it; ICU calls the language of programs English. */
static char *
dup_locale (HwCalendar self)
{
  const char *language = g_get_language_names ()[0];
  g_autofree char *bare = g_strndup (language, strcspn (language, ".@"));

  if (strcmp (bare, "C") == 0 || strcmp (bare, "POSIX") == 0 || *bare == '\0')
    return g_strconcat ("en@calendar=", keywords[self], NULL);
  return g_strconcat (bare, "@calendar=", keywords[self], NULL);
}

gboolean
hw_calendar_icu_from_days (HwCalendar self,
                           gint32 days,
                           HwCalendarDate *date)
{
  UErrorCode status = U_ZERO_ERROR;
  UCalendar *calendar;

  if (days < FIRST_DAY || days > LAST_DAY)
    return FALSE;
  calendar = open_calendar (self);
  if (calendar == NULL)
    return FALSE;
  ucal_setMillis (calendar, days * MS_PER_DAY, &status);
  date->year = ucal_get (calendar, UCAL_YEAR, &status);
  date->month = ucal_get (calendar, UCAL_MONTH, &status) + 1;
  date->day = ucal_get (calendar, UCAL_DATE, &status);
  ucal_close (calendar);
  return U_SUCCESS (status);
}

gboolean
hw_calendar_icu_to_days (HwCalendar self,
                         const HwCalendarDate *date,
                         gint32 *days)
{
  UErrorCode status = U_ZERO_ERROR;
  UCalendar *calendar = open_calendar (self);
  double when;

  if (calendar == NULL)
    return FALSE;
  ucal_clear (calendar);
  ucal_set (calendar, UCAL_YEAR, date->year);
  ucal_set (calendar, UCAL_MONTH, date->month - 1);
  ucal_set (calendar, UCAL_DATE, date->day);
  when = floor (ucal_getMillis (calendar, &status) / MS_PER_DAY);
  ucal_close (calendar);
  if (U_FAILURE (status) || when < FIRST_DAY || when > LAST_DAY)
    return FALSE;
  *days = (gint32) when;
  return TRUE;
}

guint
hw_calendar_icu_get_n_months (HwCalendar self)
{
  return self == HW_CALENDAR_ETHIOPIAN || self == HW_CALENDAR_COPTIC ? 13 : 12;
}

char *
hw_calendar_icu_dup_month_name (HwCalendar self,
                                int month)
{
  static const UChar pattern[] = { 'L', 'L', 'L', 'L', 0 };
  g_autofree char *locale = dup_locale (self);
  UErrorCode status = U_ZERO_ERROR;
  UDateFormat *format = udat_open (UDAT_PATTERN, UDAT_PATTERN, locale, NULL, 0, pattern, -1, &status);
  UChar name[MOST_MONTH_NAME];
  char *text = NULL;
  int n;

  if (U_FAILURE (status))
    return g_strdup_printf ("%d", month);
  n = udat_getSymbols (format, UDAT_STANDALONE_MONTHS, month - 1, name, MOST_MONTH_NAME, &status);
  if (U_SUCCESS (status) && n > 0)
    text = g_utf16_to_utf8 ((const gunichar2 *) name, n, NULL, NULL, NULL);
  udat_close (format);
  return text != NULL ? text : g_strdup_printf ("%d", month);
}
