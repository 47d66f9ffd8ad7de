/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * A date or a point in time as expressions see it: whole days for a date, which has no time zone, and days with a
 * fraction in UTC for a point in time. In both, 1970-01-01 begins at 0.
 */
typedef struct
{
  double days;
  GDateTime *local; /* the point in time on the clock of this machine; NULL for a date */
} HwMoment;

gboolean  hw_moment_parse            (const char     *text,
                                      HwMoment       *moment);
gboolean  hw_moment_parse_loose      (const char     *text,
                                      HwMoment       *moment);
gboolean  hw_moment_from_days        (double          days,
                                      HwMoment       *moment);
void      hw_moment_clear            (HwMoment       *self);
gboolean  hw_moment_add_time         (HwMoment       *self);
gboolean  hw_moment_is_midnight      (const HwMoment *self);
char     *hw_moment_dup_date         (const HwMoment *self);
char     *hw_moment_dup_datetime     (const HwMoment *self);
char     *hw_moment_format           (const HwMoment *self,
                                      const char     *format,
                                      const char     *language);
gboolean  hw_moment_now              (HwMoment       *moment);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HwMoment, hw_moment_clear)

G_END_DECLS
