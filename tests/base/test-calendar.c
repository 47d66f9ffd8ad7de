/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>
#include <string.h>

#include "base/calendar.h"
#include "base/date.h"

static gint32
days_of (const char *date)
{
  gint32 days;

  g_assert_true (hw_date_parse (date, &days));
  return days;
}

/* Every day that somebody who is asked today can have lived, and those that are planned. */
static void
test_round_trip (void)
{
  gint32 first = days_of ("1950-01-01");
  gint32 last = days_of ("2060-12-31");

  for (HwCalendar calendar = HW_CALENDAR_GREGORIAN; calendar < HW_N_CALENDARS; calendar++)
    {
      HwCalendarDate before = { 0 };

      for (gint32 days = first; days <= last; days++)
        {
          HwCalendarDate date;
          gint32 back;

          if (!hw_calendar_from_days (calendar, days, &date) || !hw_calendar_to_days (calendar, &date, &back) || back != days)
            g_error ("%s does not come back to day %d", hw_calendar_get_name (calendar), days);
          if (days > first && date.day != before.day + 1 && date.day != 1)
            g_error ("%s leaves out days at %d", hw_calendar_get_name (calendar), days);
          before = date;
        }
    }
}

static const struct
{
  HwCalendar calendar;
  const char *gregorian;
  HwCalendarDate date;
} pairs[] = {
  { HW_CALENDAR_GREGORIAN, "2026-11-21", { 2026, 11, 21 } },
  { HW_CALENDAR_ETHIOPIAN, "2007-09-12", { 2000, 1, 1 } },  /* the millennium */
  { HW_CALENDAR_ETHIOPIAN, "2023-09-12", { 2016, 1, 1 } },
  { HW_CALENDAR_ETHIOPIAN, "2023-09-11", { 2015, 13, 6 } },
  { HW_CALENDAR_ETHIOPIAN, "1896-03-01", { 1888, 6, 23 } }, /* Adwa, 23 Yekatit */
  { HW_CALENDAR_COPTIC, "2023-09-12", { 1740, 1, 1 } },
  { HW_CALENDAR_COPTIC, "2022-09-11", { 1739, 1, 1 } },
  { HW_CALENDAR_ISLAMIC, "2023-07-19", { 1445, 1, 1 } },
  { HW_CALENDAR_ISLAMIC, "1979-11-21", { 1400, 1, 1 } },
  { HW_CALENDAR_PERSIAN, "2024-03-20", { 1403, 1, 1 } },
  { HW_CALENDAR_PERSIAN, "2021-03-20", { 1399, 12, 30 } }, /* a leap year */
  { HW_CALENDAR_PERSIAN, "1979-02-11", { 1357, 11, 22 } },
  { HW_CALENDAR_BUDDHIST, "2024-02-29", { 2567, 2, 29 } },
  { HW_CALENDAR_BIKRAM_SAMBAT, "1943-04-14", { 2000, 1, 1 } },
  { HW_CALENDAR_BIKRAM_SAMBAT, "1950-04-13", { 2007, 1, 1 } },
  { HW_CALENDAR_BIKRAM_SAMBAT, "1951-02-18", { 2007, 11, 7 } }, /* the day of democracy, 7 Falgun */
  { HW_CALENDAR_BIKRAM_SAMBAT, "2015-04-25", { 2072, 1, 12 } }, /* the earthquake */
  { HW_CALENDAR_BIKRAM_SAMBAT, "2015-09-20", { 2072, 6, 3 } },  /* the constitution, 3 Ashwin */
  { HW_CALENDAR_BIKRAM_SAMBAT, "2024-04-13", { 2081, 1, 1 } },
  { HW_CALENDAR_MYANMAR, "1948-01-04", { 1309, 10, 24 } }, /* independence, 9th waning of Pyatho */
  { HW_CALENDAR_MYANMAR, "2013-07-22", { 1375, 4, 15 } },  /* full moons that are holidays */
  { HW_CALENDAR_MYANMAR, "2015-07-31", { 1377, 4, 15 } },
  { HW_CALENDAR_MYANMAR, "2015-07-01", { 1377, 15, 15 } },
  { HW_CALENDAR_MYANMAR, "2018-11-22", { 1380, 8, 15 } },
  { HW_CALENDAR_MYANMAR, "2019-07-16", { 1381, 4, 15 } },
  { HW_CALENDAR_MYANMAR, "2019-10-13", { 1381, 7, 15 } },
  { HW_CALENDAR_MYANMAR, "2020-03-08", { 1381, 12, 15 } },
};

static void
test_pairs (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      HwCalendarDate found;
      gint32 days;
      g_autofree char *name = g_strdup_printf ("%s %s", hw_calendar_get_name (pairs[i].calendar), pairs[i].gregorian);
      g_autofree char *want = g_strdup_printf ("%s: %d-%d-%d", name, pairs[i].date.year, pairs[i].date.month, pairs[i].date.day);
      g_autofree char *got = NULL;

      g_assert_true (hw_calendar_from_days (pairs[i].calendar, days_of (pairs[i].gregorian), &found));
      got = g_strdup_printf ("%s: %d-%d-%d", name, found.year, found.month, found.day);
      g_assert_cmpstr (got, ==, want);
      g_assert_true (hw_calendar_to_days (pairs[i].calendar, &pairs[i].date, &days));
      g_assert_cmpint (days, ==, days_of (pairs[i].gregorian));
    }
}

static void
test_no_such_day (void)
{
  static const struct
  {
    HwCalendar calendar;
    HwCalendarDate date;
  } rows[] = {
    { HW_CALENDAR_GREGORIAN, { 2026, 2, 29 } },     { HW_CALENDAR_ETHIOPIAN, { 2016, 13, 6 } },
    { HW_CALENDAR_ETHIOPIAN, { 2016, 14, 1 } },     { HW_CALENDAR_PERSIAN, { 1400, 12, 30 } },
    { HW_CALENDAR_ISLAMIC, { 1445, 13, 1 } },       { HW_CALENDAR_BIKRAM_SAMBAT, { 2080, 9, 30 } },
    { HW_CALENDAR_BIKRAM_SAMBAT, { 2080, 1, 0 } },  { HW_CALENDAR_BIKRAM_SAMBAT, { 1900, 1, 1 } },
    { HW_CALENDAR_MYANMAR, { 1381, 15, 1 } },       { HW_CALENDAR_MYANMAR, { 1381, 1, 30 } },
    { HW_CALENDAR_BIKRAM_SAMBAT, { 2080, 0, 1 } },  { HW_CALENDAR_COPTIC, { 0, 1, 1 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gint32 days = 7;

      g_assert_false (hw_calendar_to_days (rows[i].calendar, &rows[i].date, &days));
      g_assert_cmpint (days, ==, 7);
    }
}

/* The last digits of the month lengths, 29 to 32 days, as printed in the almanacs of Nepal from 2000 to 2080 BS. */
static const char *const almanac[] = {
  "021210009091", "112111090900", "112210090900", "121210009901",
  "021210009091", "112111090900", "112210090900", "121210009901",
  "111211900991", "112111090900", "112210090900", "121210009901",
  "111211900900", "112111090900", "112210090900", "121210009901",
  "111211900900", "112111090900", "121210090900", "121210009091",
  "111211090900", "112111090900", "121210009900", "121210009091",
  "111211090900", "112111090900", "121210009901", "021210009091",
  "112111090900", "112120090900", "121210009901", "021210009091",
  "112111090900", "112210090900", "121210009901", "021211900991",
  "112111090900", "112210090900", "121210009901", "111211900900",
  "112111090900", "112210090900", "121210009901", "111211900900",
  "112111090900", "121210090900", "121210009901", "111211090900",
  "112111090900", "121210009900", "121210009091", "111211090900",
  "112111090900", "121210009900", "121210009091", "112111090900",
  "112120090900", "121210009901", "021210009091", "112111090900",
  "112210090900", "121210009901", "021211909091", "112111090900",
  "112210090900", "121210009901", "111211900991", "112111090900",
  "112210090900", "121210009901", "111211900900", "112111090900",
  "121210090900", "121210009901", "111211090900", "112111090900",
  "121210009900", "121210009091", "111211090900", "112111090900",
  "121210009900",
};

static void
test_almanac (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (almanac); i++)
    for (int month = 1; month <= 12; month++)
      {
        HwCalendarDate last = { 2000 + (int) i, month, 29 + (almanac[i][month - 1] - '0' + 1) % 10 };
        HwCalendarDate more = { last.year, month, last.day + 1 };
        gint32 days;

        if (!hw_calendar_to_days (HW_CALENDAR_BIKRAM_SAMBAT, &last, &days)
            || hw_calendar_to_days (HW_CALENDAR_BIKRAM_SAMBAT, &more, &days))
          g_error ("month %d of %d does not have %d days", month, last.year, last.day);
      }
}

static void
test_words (void)
{
  g_autofree char *ethiopian = hw_calendar_dup_words (HW_CALENDAR_ETHIOPIAN, days_of ("2007-09-12"));
  g_autofree char *nepali = hw_calendar_dup_words (HW_CALENDAR_BIKRAM_SAMBAT, days_of ("2015-09-20"));
  g_autofree char *myanmar = hw_calendar_dup_words (HW_CALENDAR_MYANMAR, days_of ("2015-07-01"));
  g_autofree char *far = hw_calendar_dup_words (HW_CALENDAR_MYANMAR, days_of ("1800-01-01"));

  g_assert_cmpstr (ethiopian, ==, "1 Meskerem 2000");
  g_assert_cmpstr (nepali, ==, "3 Ashwin 2072");
  g_assert_cmpstr (myanmar, ==, "15 First Waso 1377");
  g_assert_null (far);
  for (HwCalendar calendar = HW_CALENDAR_GREGORIAN; calendar < HW_N_CALENDARS; calendar++)
    for (int month = 1; month <= (int) hw_calendar_get_n_months (calendar); month++)
      {
        g_autofree char *name = hw_calendar_dup_month_name (calendar, month);

        g_assert_true (g_unichar_isalpha (g_utf8_get_char (name)));
      }
}

int
main (int argc,
      char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_setenv ("LANGUAGE", "en", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/calendar/round-trip", test_round_trip);
  g_test_add_func ("/calendar/pairs", test_pairs);
  g_test_add_func ("/calendar/no-such-day", test_no_such_day);
  g_test_add_func ("/calendar/almanac", test_almanac);
  g_test_add_func ("/calendar/words", test_words);
  return g_test_run ();
}
