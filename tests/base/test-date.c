/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/date.h"

static void
test_dates (void)
{
  static const struct
  {
    const char *text;
    gboolean good;
    gint32 days;
  } rows[] = {
    { "1970-01-01", TRUE, 0 },       { "1970-01-02", TRUE, 1 },   { "1969-12-31", TRUE, -1 },
    { "2000-02-29", TRUE, 11016 },   { "2026-11-21", TRUE, 20778 }, { "1900-02-29", FALSE, 0 },
    { "2026-02-30", FALSE, 0 },      { "2026-13-01", FALSE, 0 },  { "2026-1-1", FALSE, 0 },
    { "2026-01-01T00:00", FALSE, 0 }, { "0000-01-01", FALSE, 0 },  { "", FALSE, 0 },
    { "20260101", FALSE, 0 },        { NULL, FALSE, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gint32 days = 7;

      g_assert_cmpint (hw_date_parse (rows[i].text, &days), ==, rows[i].good);
      g_assert_cmpint (days, ==, rows[i].good ? rows[i].days : 7);
    }
}

static void
test_round_trip (void)
{
  for (gint32 days = -30000; days < 60000; days += 13)
    {
      g_autofree char *text = hw_date_dup_string (days);
      gint32 back;

      g_assert_true (hw_date_parse (text, &back));
      g_assert_cmpint (back, ==, days);
    }
  g_assert_null (hw_date_dup_string (G_MAXINT32));
  g_assert_null (hw_date_dup_string (G_MININT32 / 2));
}

static void
test_times (void)
{
  static const struct
  {
    const char *text;
    gboolean good;
    gint32 seconds;
  } rows[] = {
    { "00:00", TRUE, 0 },          { "14:03:22", TRUE, 50602 }, { "23:59:59.999", TRUE, 86399 },
    { "14:03:22.000-04:00", TRUE, 50602 }, { "24:00", FALSE, 0 },  { "12:60", FALSE, 0 },
    { "9:30", FALSE, 0 },          { "12:30pm", FALSE, 0 },     { "", FALSE, 0 },
    { NULL, FALSE, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gint32 seconds = -1;

      g_assert_cmpint (hw_time_parse (rows[i].text, &seconds), ==, rows[i].good);
      g_assert_cmpint (seconds, ==, rows[i].good ? rows[i].seconds : -1);
    }
}

static void
test_today_can_be_fixed (void)
{
  g_autofree char *fixed = NULL;
  g_autofree char *real = NULL;
  gint32 days;

  g_setenv ("HOMEWARD_TODAY", "2026-03-01", TRUE);
  fixed = hw_date_dup_today ();
  g_assert_cmpstr (fixed, ==, "2026-03-01");
  g_setenv ("HOMEWARD_TODAY", "yesterday", TRUE);
  real = hw_date_dup_today ();
  g_assert_true (hw_date_parse (real, &days));
  g_unsetenv ("HOMEWARD_TODAY");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date/dates", test_dates);
  g_test_add_func ("/date/round-trip", test_round_trip);
  g_test_add_func ("/date/times", test_times);
  g_test_add_func ("/date/today-can-be-fixed", test_today_can_be_fixed);
  return g_test_run ();
}
