/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/calendar-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/*
 * The Myanmar calendar: lunar months of 29 and 30 days, kept to the sun by a second month of Waso in some years (watat). Which years those
 * are follows from the excess of the solar year over twelve lunations in the Surya Siddhanta's figures; a few years were decreed otherwise.
 * Facts: the reckoning and the list of exceptions as described by Yan Naing Aye, "Algorithm, Program and Calculation of Myanmar Calendar"
 * (2013), after the almanacs of the Myanmar Calendar Advisory Board.
 */
#define SOLAR_YEAR (1577917828.0 / 4320000.0)
#define LUNAR_MONTH (1577917828.0 / 53433336.0)
#define YEAR_ZERO 1954168.050623 /* the beginning of the year 0, a Julian day */
#define JULIAN_DAY_OF_1970 2440588

#define YEARS_OF_KALI_BEFORE 3739
#define FIRST_YEAR 1217 /* 1855: the rules changed then */
#define LAST_YEAR 1550
#define FIRST_YEAR_OF_THIRD_ERA 1312

typedef struct
{
  int year;
  int shift; /* of the full moon of Waso */
} Exception;

static const Exception full_moons[] = { { 1234, 1 }, { 1261, -1 }, { 1377, 1 } };
static const int watat_turned[] = { 1263, 1264, 1344, 1345 };

static const char *const names[] = {
  N_("Tagu"),       N_("Kason"),     N_("Nayon"), N_("Waso"),   N_("Wagaung"), N_("Tawthalin"), N_("Thadingyut"),
  N_("Tazaungmon"), N_("Nadaw"),     N_("Pyatho"), N_("Tabodwe"), N_("Tabaung"), N_("Late Tagu"), N_("Late Kason"),
  N_("First Waso"),
};

typedef struct
{
  gboolean watat; /* has a second Waso */
  int full_moon;  /* of that, a Julian day */
} Waso;

typedef struct
{
  gboolean watat;
  gboolean big; /* and a day more in Nayon */
  int first;    /* the first of Tagu, a Julian day */
} Year;

static Waso
find_waso (int year)
{
  gboolean third = year >= FIRST_YEAR_OF_THIRD_ERA;
  double offset = third ? -0.5 : -1;
  int months = third ? 8 : 4;
  double monthly = SOLAR_YEAR / 12 - LUNAR_MONTH;
  double excess = fmod (SOLAR_YEAR * (year + YEARS_OF_KALI_BEFORE), LUNAR_MONTH);
  Waso waso;

  if (excess < monthly * (12 - months))
    excess += LUNAR_MONTH;
  waso.watat = excess >= LUNAR_MONTH - monthly * months;
  for (guint i = 0; i < G_N_ELEMENTS (full_moons); i++)
    if (full_moons[i].year == year)
      offset += full_moons[i].shift;
  for (guint i = 0; i < G_N_ELEMENTS (watat_turned); i++)
    if (watat_turned[i] == year)
      waso.watat = !waso.watat;
  waso.full_moon = (int) round (SOLAR_YEAR * year + YEAR_ZERO - excess + 4.5 * LUNAR_MONTH + offset);
  return waso;
}

/* Counted from the last year before it that had a second Waso; there is one at least every third year. */
static Year
find_year (int number)
{
  Waso here = find_waso (number);
  Waso before;
  Year year = { .watat = here.watat };
  int back = 0;

  do
    before = find_waso (number - ++back);
  while (!before.watat && back < 3);
  if (here.watat)
    year.big = (here.full_moon - before.full_moon) % 354 / 31 > 0;
  year.first = before.full_moon + 354 * back - 102;
  return year;
}

/* The months of a year in order: 1 to 3, First Waso in a watat year, 4 to 12, and the late ones, which the next year's first of Tagu
 * ends. */
static int
next_month (const Year *year,
            int month)
{
  if (month == 3 && year->watat)
    return HW_MYANMAR_FIRST_WASO;
  return month == HW_MYANMAR_FIRST_WASO ? 4 : month + 1;
}

static int
month_length (const Year *year,
              int month)
{
  if (month == HW_MYANMAR_FIRST_WASO)
    return 30;
  if (month == 3 && year->big)
    return 30;
  return month > 12 ? 30 - (month - 12) % 2 : 30 - month % 2;
}

static int
find_new_year (int year)
{
  return (int) ceil (SOLAR_YEAR * year + YEAR_ZERO + 0.5);
}

gboolean
hw_myanmar_from_days (gint32 days,
                      HwCalendarDate *date)
{
  int julian = days + JULIAN_DAY_OF_1970;
  Year year;
  int left;

  if (julian < find_new_year (FIRST_YEAR) || julian >= find_new_year (LAST_YEAR + 1))
    return FALSE;
  date->year = (int) floor ((julian - 0.5 - YEAR_ZERO) / SOLAR_YEAR);
  year = find_year (date->year);
  left = julian - year.first;
  date->month = 1;
  while (left >= month_length (&year, date->month))
    {
      left -= month_length (&year, date->month);
      date->month = next_month (&year, date->month);
    }
  date->day = left + 1;
  return left >= 0;
}

gboolean
hw_myanmar_to_days (const HwCalendarDate *date,
                    gint32 *days)
{
  Year year;
  int julian;

  if (date->year < FIRST_YEAR || date->year > LAST_YEAR)
    return FALSE;
  year = find_year (date->year);
  if ((date->month == HW_MYANMAR_FIRST_WASO && !year.watat) || date->day > month_length (&year, date->month))
    return FALSE;
  julian = year.first;
  for (int month = 1; month != date->month; month = next_month (&year, month))
    julian += month_length (&year, month);
  *days = julian + date->day - 1 - JULIAN_DAY_OF_1970;
  return TRUE;
}

const char *
hw_myanmar_get_month_name (int month)
{
  return _(names[month - 1]);
}
