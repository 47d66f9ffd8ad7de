/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>

#include "ui/entry/date-text.h"
#include "ui/entry/number-text.h"
#include "ui/entry/type-ahead.h"

#define TODAY "2026-11-21"

static void
test_numbers (void)
{
  static const struct
  {
    const char *typed;
    const char *number; /* NULL: refused */
  } rows[] = {
    { "", "" },          { "7", "7" },           { " 7 ", "7" },      { "007", "007" }, { "1 500", "1500" },
    { "12.5", "12.5" },  { "-3", "-3" },         { "12.", "12" },     { ".5", ".5" },   { "٣٤", "34" },
    { "١٢٫٥", "12.5" },  { "−4", "-4" },         { "1,500", NULL },   { "12a", NULL },  { "-", NULL },
    { ".", NULL },       { "1.2.3", NULL },      { "3-4", NULL },     { "--1", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *number = hw_number_text_read (rows[i].typed);

      g_assert_cmpstr (number, ==, rows[i].number);
    }
}

static void
test_ranges (void)
{
  static const struct
  {
    const char *constraint;
    const char *range;
  } rows[] = {
    { ". >= 1 and . <= 97", "1 to 97" }, { ".>=0 and .<=1.5", "0 to 1.5" }, { ". >= 1", "1 or more" },
    { ". > 0", NULL },                   { ". >= ${a} and . <= 9", NULL },  { ". >= 1 or . <= 9", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *range = hw_number_text_dup_range (rows[i].constraint);

      g_assert_cmpstr (range, ==, rows[i].range);
    }
}

static void
test_dates (void)
{
  static const struct
  {
    const char *typed;
    const char *date;
  } rows[] = {
    { "", "" },
    { "2026-03-05", "2026-03-05" },
    { "5 3 2026", "2026-03-05" },
    { "5/3/26", "2026-03-05" },
    { "5.3.", "2026-03-05" },
    { "05032026", "2026-03-05" },
    { "050326", "2026-03-05" },
    { "1 1 72", "1972-01-01" },
    { "29 2 2024", "2024-02-29" },
    { "٥ ٣ ٢٠٢٦", "2026-03-05" },
    { "t", TODAY },
    { ".", TODAY },
    { "29 2 2026", NULL },
    { "31 4 2026", NULL },
    { "0 3 2026", NULL },
    { "5 13 2026", NULL },
    { "5 March 2026", NULL },
    { "5", NULL },
    { "1 2 3 4", NULL },
    { "123456789", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *date = hw_date_text_read (rows[i].typed, TODAY);

      g_assert_cmpstr (date, ==, rows[i].date);
    }
}

static void
test_clock (void)
{
  static const struct
  {
    const char *typed;
    const char *time;
  } rows[] = {
    { "", "" },           { "14:05", "14:05:00" }, { "1405", "14:05:00" },     { "905", "09:05:00" }, { "9", "09:00:00" },
    { "9.30", "09:30:00" }, { "9 30 15", "09:30:15" }, { "24:00", NULL },      { "12:60", NULL },     { "noon", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *time = hw_clock_text_read (rows[i].typed);

      g_assert_cmpstr (time, ==, rows[i].time);
    }
}

static HwTypeAhead *
make_ahead (void)
{
  HwTypeAhead *ahead = hw_type_ahead_new ();

  hw_type_ahead_add (ahead, "1", "Worked for pay");
  hw_type_ahead_add (ahead, "2", "Own business");
  hw_type_ahead_add (ahead, "10", "Travelled by water");
  hw_type_ahead_add (ahead, "98", NULL);
  return ahead;
}

static void
test_type_ahead (void)
{
  static const struct
  {
    const char *typed;
    HwTypeAheadResult result; /* of the last character */
    guint found;
  } rows[] = {
    { "2", HW_TYPE_AHEAD_SURE, 1 },    { "1", HW_TYPE_AHEAD_MAYBE, 0 },  { "10", HW_TYPE_AHEAD_SURE, 2 },
    { "9", HW_TYPE_AHEAD_PREFIX, 3 },  { "98", HW_TYPE_AHEAD_SURE, 3 },  { "7", HW_TYPE_AHEAD_NOTHING, 0 },
    { "o", HW_TYPE_AHEAD_LABEL, 1 },   { "b", HW_TYPE_AHEAD_LABEL, 1 },  { "wat", HW_TYPE_AHEAD_LABEL, 2 },
    { "72", HW_TYPE_AHEAD_SURE, 1 },   { "12", HW_TYPE_AHEAD_SURE, 1 },  { "١٠", HW_TYPE_AHEAD_SURE, 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (HwTypeAhead) ahead = make_ahead ();
      HwTypeAheadResult result = HW_TYPE_AHEAD_NOTHING;
      guint found = 99;

      for (const char *at = rows[i].typed; *at != '\0'; at = g_utf8_next_char (at))
        {
          result = hw_type_ahead_type (ahead, g_utf8_get_char (at), &found);
          /* The list forgets what was typed when it picks. */
          if (result == HW_TYPE_AHEAD_SURE)
            hw_type_ahead_clear (ahead);
        }
      g_assert_cmpint (result, ==, rows[i].result);
      if (result != HW_TYPE_AHEAD_NOTHING)
        g_assert_cmpuint (found, ==, rows[i].found);
    }
}

static void
test_settle (void)
{
  g_autoptr (HwTypeAhead) ahead = make_ahead ();
  guint found = 99;

  g_assert_false (hw_type_ahead_settle (ahead, &found));
  hw_type_ahead_type (ahead, '1', &found);
  g_assert_true (hw_type_ahead_settle (ahead, &found));
  g_assert_cmpuint (found, ==, 0);
  hw_type_ahead_clear (ahead);
  hw_type_ahead_type (ahead, '9', &found);
  g_assert_false (hw_type_ahead_settle (ahead, &found));
  hw_type_ahead_clear (ahead);
  /* A label marks; it is no wish yet. */
  hw_type_ahead_type (ahead, 'o', &found);
  g_assert_false (hw_type_ahead_settle (ahead, &found));
}

int
main (int argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/entry/text/numbers", test_numbers);
  g_test_add_func ("/entry/text/ranges", test_ranges);
  g_test_add_func ("/entry/text/dates", test_dates);
  g_test_add_func ("/entry/text/clock", test_clock);
  g_test_add_func ("/entry/text/type-ahead", test_type_ahead);
  g_test_add_func ("/entry/text/settle", test_settle);
  return g_test_run ();
}
