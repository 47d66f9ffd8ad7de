/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/calendar.h"

G_BEGIN_DECLS

#define HW_MYANMAR_LATE_TAGU 13
#define HW_MYANMAR_LATE_KASON 14
#define HW_MYANMAR_FIRST_WASO 15

/* None of these looks whether the day exists: hw_calendar_to_days() does, by the way back. */
gboolean    hw_calendar_icu_from_days           (HwCalendar            self,
                                                 gint32                days,
                                                 HwCalendarDate       *date);
gboolean    hw_calendar_icu_to_days             (HwCalendar            self,
                                                 const HwCalendarDate *date,
                                                 gint32               *days);
guint       hw_calendar_icu_get_n_months        (HwCalendar            self);
char       *hw_calendar_icu_dup_month_name      (HwCalendar            self,
                                                 int                   month);

gboolean    hw_bikram_sambat_from_days          (gint32                days,
                                                 HwCalendarDate       *date);
gboolean    hw_bikram_sambat_to_days            (const HwCalendarDate *date,
                                                 gint32               *days);
const char *hw_bikram_sambat_get_month_name     (int                   month);

gboolean    hw_myanmar_from_days                (gint32                days,
                                                 HwCalendarDate       *date);
gboolean    hw_myanmar_to_days                  (const HwCalendarDate *date,
                                                 gint32               *days);
const char *hw_myanmar_get_month_name           (int                   month);

G_END_DECLS
