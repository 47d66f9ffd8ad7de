/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The calendars in which a date can be asked for. A date is always kept as a day of the Gregorian calendar (days since 1970-01-01, see
 * base/date.h); these translate between such a day and the year, month and day that a person says. */
typedef enum
{
  HW_CALENDAR_GREGORIAN,
  HW_CALENDAR_ETHIOPIAN,
  HW_CALENDAR_COPTIC,
  HW_CALENDAR_ISLAMIC, /* the arithmetic one, civil epoch */
  HW_CALENDAR_PERSIAN,
  HW_CALENDAR_BUDDHIST,
  HW_CALENDAR_BIKRAM_SAMBAT,
  HW_CALENDAR_MYANMAR,
} HwCalendar;
#define HW_N_CALENDARS (HW_CALENDAR_MYANMAR + 1)

typedef struct
{
  int year;
  int month; /* from 1; Myanmar: 13 Late Tagu, 14 Late Kason, 15 First Waso */
  int day;   /* from 1 */
} HwCalendarDate;

const char *hw_calendar_get_name       (HwCalendar            self); /* as the appearance column has it */
const char *hw_calendar_get_title      (HwCalendar            self); /* translated: "Ethiopian calendar" */
gboolean    hw_calendar_from_days      (HwCalendar            self,
                                        gint32                days,
                                        HwCalendarDate       *date); /* (out): FALSE when the calendar does not reach that far */
gboolean    hw_calendar_to_days        (HwCalendar            self,
                                        const HwCalendarDate *date,
                                        gint32               *days); /* (out): FALSE when there is no such day */
guint       hw_calendar_get_n_months   (HwCalendar            self); /* the highest number of a month */
char       *hw_calendar_dup_month_name (HwCalendar            self,
                                        int                   month); /* in the language of the program */
char       *hw_calendar_dup_words      (HwCalendar            self,
                                        gint32                days); /* (nullable): "5 Meskerem 2013" */

G_END_DECLS
