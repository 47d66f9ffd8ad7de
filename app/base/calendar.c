/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/calendar.h"

#include <glib/gi18n-lib.h>

#include "base/calendar-private.h"

static const struct
{
  const char *name;
  const char *title;
} calendars[HW_N_CALENDARS] = {
  [HW_CALENDAR_GREGORIAN] = { "gregorian", N_("Gregorian calendar") },
  [HW_CALENDAR_ETHIOPIAN] = { "ethiopian", N_("Ethiopian calendar") },
  [HW_CALENDAR_COPTIC] = { "coptic", N_("Coptic calendar") },
  [HW_CALENDAR_ISLAMIC] = { "islamic", N_("Islamic calendar") },
  [HW_CALENDAR_PERSIAN] = { "persian", N_("Persian calendar") },
  [HW_CALENDAR_BUDDHIST] = { "buddhist", N_("Buddhist calendar") },
  [HW_CALENDAR_BIKRAM_SAMBAT] = { "bikram-sambat", N_("Bikram Sambat") },
  [HW_CALENDAR_MYANMAR] = { "myanmar", N_("Myanmar calendar") },
};

/**
 * hw_calendar_get_name:
 * @self: a calendar
 *
 * Returns: (transfer none): the word for it in the appearance column
 */
const char *
hw_calendar_get_name (HwCalendar self)
{
  g_return_val_if_fail (self < HW_N_CALENDARS, NULL);
  return calendars[self].name;
}

/**
 * hw_calendar_get_title:
 * @self: a calendar
 *
 * Returns: (transfer none): what a person calls it
 */
const char *
hw_calendar_get_title (HwCalendar self)
{
  g_return_val_if_fail (self < HW_N_CALENDARS, NULL);
  return _(calendars[self].title);
}

/**
 * hw_calendar_from_days:
 * @self: a calendar
 * @days: days since 1970-01-01
 * @date: (out caller-allocates): the same day
 *
 * Returns: %FALSE when the calendar is not known that far from today
 */
gboolean
hw_calendar_from_days (HwCalendar self,
                       gint32 days,
                       HwCalendarDate *date)
{
  g_return_val_if_fail (self < HW_N_CALENDARS, FALSE);
  g_return_val_if_fail (date != NULL, FALSE);

  if (self == HW_CALENDAR_BIKRAM_SAMBAT)
    return hw_bikram_sambat_from_days (days, date);
  if (self == HW_CALENDAR_MYANMAR)
    return hw_myanmar_from_days (days, date);
  return hw_calendar_icu_from_days (self, days, date);
}

/* The days of Tagu before the new year are Late Tagu of the year before: who says Tagu means the same day. */
static gboolean
is_same_day (HwCalendar self,
             const HwCalendarDate *one,
             const HwCalendarDate *other)
{
  if (one->day != other->day)
    return FALSE;
  if (one->year == other->year && one->month == other->month)
    return TRUE;
  return self == HW_CALENDAR_MYANMAR && ABS (one->year - other->year) == 1
         && one->month % (HW_MYANMAR_LATE_TAGU - 1) == other->month % (HW_MYANMAR_LATE_TAGU - 1);
}

/**
 * hw_calendar_to_days:
 * @self: a calendar
 * @date: year, month and day in it
 * @days: (out): days since 1970-01-01
 *
 * Returns: %FALSE, with @days untouched, when there is no such day
 */
gboolean
hw_calendar_to_days (HwCalendar self,
                     const HwCalendarDate *date,
                     gint32 *days)
{
  HwCalendarDate back;
  gboolean found;
  gint32 there;

  g_return_val_if_fail (self < HW_N_CALENDARS, FALSE);
  g_return_val_if_fail (date != NULL && days != NULL, FALSE);

  if (date->month < 1 || date->month > (int) hw_calendar_get_n_months (self) || date->day < 1 || date->day > 32
      || date->year < 1 || date->year > 9999)
    return FALSE;
  if (self == HW_CALENDAR_BIKRAM_SAMBAT)
    found = hw_bikram_sambat_to_days (date, &there);
  else if (self == HW_CALENDAR_MYANMAR)
    found = hw_myanmar_to_days (date, &there);
  else
    found = hw_calendar_icu_to_days (self, date, &there);
  if (!found || !hw_calendar_from_days (self, there, &back) || !is_same_day (self, date, &back))
    return FALSE;
  *days = there;
  return TRUE;
}

/**
 * hw_calendar_get_n_months:
 * @self: a calendar
 *
 * Returns: the highest number that a month can have, in any year
 */
guint
hw_calendar_get_n_months (HwCalendar self)
{
  g_return_val_if_fail (self < HW_N_CALENDARS, 0);

  if (self == HW_CALENDAR_BIKRAM_SAMBAT)
    return 12;
  if (self == HW_CALENDAR_MYANMAR)
    return HW_MYANMAR_FIRST_WASO;
  return hw_calendar_icu_get_n_months (self);
}

/**
 * hw_calendar_dup_month_name:
 * @self: a calendar
 * @month: from 1
 *
 * Returns: (transfer full): its name in the language of the program
 */
char *
hw_calendar_dup_month_name (HwCalendar self,
                            int month)
{
  g_return_val_if_fail (self < HW_N_CALENDARS, NULL);
  g_return_val_if_fail (month >= 1 && month <= (int) hw_calendar_get_n_months (self), NULL);

  if (self == HW_CALENDAR_BIKRAM_SAMBAT)
    return g_strdup (hw_bikram_sambat_get_month_name (month));
  if (self == HW_CALENDAR_MYANMAR)
    return g_strdup (hw_myanmar_get_month_name (month));
  return hw_calendar_icu_dup_month_name (self, month);
}

/**
 * hw_calendar_dup_words:
 * @self: a calendar
 * @days: days since 1970-01-01
 *
 * Returns: (nullable) (transfer full): the day as one says it in that calendar; %NULL when the calendar does not reach that far
 */
char *
hw_calendar_dup_words (HwCalendar self,
                       gint32 days)
{
  HwCalendarDate date;
  g_autofree char *month = NULL;

  if (!hw_calendar_from_days (self, days, &date))
    return NULL;
  month = hw_calendar_dup_month_name (self, date.month);
  /* Translators: a date in another calendar: day, name of the month, year. */
  return g_strdup_printf (_("%d %s %d"), date.day, month, date.year);
}
