/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/calendar-private.h"

#include <glib/gi18n-lib.h>

/*
 * Bikram Sambat as Nepal counts it. Its months begin when the sun enters a sign of the sidereal zodiac; the year is that of the Surya
 * Siddhanta, 1,577,917,828 days in 4,320,000 years. Each month then begins a whole number of days and a fixed fraction after the year's
 * point on that scale, so that twelve offsets say all: they give, day for day, the month lengths of the published almanacs
 * from 2000 to 2080 BS (1943 to 2024) and of those announced after them; tests/base/test-calendar.c keeps the lengths.
 * Facts: the Surya Siddhanta's civil days in a mahayuga, and the month lengths as printed in the calendars of Nepal.
 */
#define CIVIL_DAYS G_GINT64_CONSTANT (1577917828)
#define YEARS G_GINT64_CONSTANT (4320000)

#define EPOCH_YEAR 2000
#define EPOCH_DAY -9759 /* 1 Baisakh 2000 is 1943-04-14 */
#define FIRST_YEAR 1970
#define LAST_YEAR 2150

/* Days from the year's point, in ten-thousandths. */
static const int offsets[] = {
  204, 309395, 623735, 937859, 1254921, 1565164, 1869610, 2168560, 2463384, 2759503, 3050904, 3349153,
};

static const char *const names[] = {
  N_("Baisakh"), N_("Jestha"),  N_("Ashadh"), N_("Shrawan"), N_("Bhadra"),  N_("Ashwin"),
  N_("Kartik"),  N_("Mangsir"), N_("Poush"),  N_("Magh"),    N_("Falgun"),  N_("Chaitra"),
};

static gint64
floor_division (gint64 a,
                gint64 b)
{
  return a >= 0 ? a / b : -((-a + b - 1) / b);
}

/* @month may be 13: the first of the year after. */
static gint32
find_start (int year,
            int month)
{
  gint64 whole;

  year += (month - 1) / 12;
  month = (month - 1) % 12;
  whole = CIVIL_DAYS * (year - EPOCH_YEAR) + offsets[month] * (YEARS / 10000);
  return (gint32) (EPOCH_DAY + floor_division (whole, YEARS));
}

gboolean
hw_bikram_sambat_from_days (gint32 days,
                            HwCalendarDate *date)
{
  int year, month = 12;

  if (days < find_start (FIRST_YEAR, 1) || days >= find_start (LAST_YEAR + 1, 1))
    return FALSE;
  year = EPOCH_YEAR + (int) floor_division ((gint64) (days - EPOCH_DAY) * YEARS, CIVIL_DAYS);
  if (find_start (year, 1) > days)
    year--;
  else if (find_start (year + 1, 1) <= days)
    year++;
  while (find_start (year, month) > days)
    month--;
  date->year = year;
  date->month = month;
  date->day = days - find_start (year, month) + 1;
  return TRUE;
}

gboolean
hw_bikram_sambat_to_days (const HwCalendarDate *date,
                          gint32 *days)
{
  if (date->year < FIRST_YEAR || date->year > LAST_YEAR)
    return FALSE;
  *days = find_start (date->year, date->month) + date->day - 1;
  return TRUE;
}

const char *
hw_bikram_sambat_get_month_name (int month)
{
  return _(names[month - 1]);
}
