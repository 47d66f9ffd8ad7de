/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>
#include <string.h>

#include "questionnaire/questionnaire.h"
#include "ui/entry/calendar-text.h"
#include "ui/entry/choice-index.h"
#include "ui/entry/date-text.h"
#include "ui/entry/geo-text.h"
#include "ui/entry/number-text.h"
#include "ui/entry/range-steps.h"
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

static void
test_date_times (void)
{
  static const struct
  {
    const char *typed;
    const char *both;
  } rows[] = {
    { "", "" },
    { "21 11 2026 14 05", "2026-11-21T14:05:00" },
    { "2026-11-21 14:05", "2026-11-21T14:05:00" },
    { "2026-11-21T14:05:09", "2026-11-21T14:05:09" },
    { "21112026 905", "2026-11-21T09:05:00" },
    { "t 9 30", "2026-11-21T09:30:00" },
    { "21 11 2026", NULL },
    { "21 11 2026 25 00", NULL },
    { "noon", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *both = hw_date_time_text_read (rows[i].typed, TODAY);

      g_assert_cmpstr (both, ==, rows[i].both);
    }
}

static void
test_calendars (void)
{
  static const struct
  {
    HwDateWish wish;
    const char *typed;
    const char *date;
    const char *shown; /* NULL: not looked at */
  } rows[] = {
    { { HW_CALENDAR_ETHIOPIAN, HW_GRAIN_DAY }, "23 6 1888", "1896-03-01", "23 Yekatit 1888" },
    { { HW_CALENDAR_ETHIOPIAN, HW_GRAIN_DAY }, "23 yekatit 1888", "1896-03-01", NULL },
    { { HW_CALENDAR_ETHIOPIAN, HW_GRAIN_DAY }, "1888-06-23", "1896-03-01", NULL },
    { { HW_CALENDAR_ETHIOPIAN, HW_GRAIN_DAY }, "1 1 13", "2020-09-11", "1 Meskerem 2013" },
    { { HW_CALENDAR_ETHIOPIAN, HW_GRAIN_DAY }, "01012013", "2020-09-11", NULL },
    { { HW_CALENDAR_ETHIOPIAN, HW_GRAIN_DAY }, "t", TODAY, NULL },
    { { HW_CALENDAR_ETHIOPIAN, HW_GRAIN_DAY }, "6 13 2016", NULL, NULL },
    { { HW_CALENDAR_ETHIOPIAN, HW_GRAIN_DAY }, "23 xyz 1888", NULL, NULL },
    { { HW_CALENDAR_ETHIOPIAN, HW_GRAIN_DAY }, "1 2 3 4", NULL, NULL },
    { { HW_CALENDAR_ETHIOPIAN, HW_GRAIN_MONTH }, "yek 2013", "2021-02-08", "Yekatit 2013" },
    { { HW_CALENDAR_ISLAMIC, HW_GRAIN_DAY }, "1 muharram 1445", "2023-07-19", NULL },
    { { HW_CALENDAR_ISLAMIC, HW_GRAIN_DAY }, "1 jumada 1445", NULL, NULL }, /* which of the two? */
    { { HW_CALENDAR_PERSIAN, HW_GRAIN_DAY }, "22 bahman 57", "1979-02-11", NULL },
    { { HW_CALENDAR_PERSIAN, HW_GRAIN_DAY }, "22 bahman 1357", "1979-02-11", "22 Bahman 1357" },
    { { HW_CALENDAR_BIKRAM_SAMBAT, HW_GRAIN_DAY }, "3 ashwin 2072", "2015-09-20", "3 Ashwin 2072" },
    { { HW_CALENDAR_MYANMAR, HW_GRAIN_DAY }, "15 first waso 1377", "2015-07-01", "15 First Waso 1377" },
    { { HW_CALENDAR_BUDDHIST, HW_GRAIN_YEAR }, "2567", "2024-01-01", "2567" },
    { { HW_CALENDAR_GREGORIAN, HW_GRAIN_MONTH }, "3 2026", "2026-03-01", "March 2026" },
    { { HW_CALENDAR_GREGORIAN, HW_GRAIN_MONTH }, "2026-03", "2026-03-01", NULL },
    { { HW_CALENDAR_GREGORIAN, HW_GRAIN_MONTH }, "032026", "2026-03-01", NULL },
    { { HW_CALENDAR_GREGORIAN, HW_GRAIN_MONTH }, "march", "2026-03-01", NULL },
    { { HW_CALENDAR_GREGORIAN, HW_GRAIN_MONTH }, "13 2026", NULL, NULL },
    { { HW_CALENDAR_GREGORIAN, HW_GRAIN_MONTH }, "", "", NULL },
    { { HW_CALENDAR_GREGORIAN, HW_GRAIN_YEAR }, "72", "1972-01-01", "1972" },
    { { HW_CALENDAR_GREGORIAN, HW_GRAIN_YEAR }, "٢٠٢٦", "2026-01-01", "2026" },
    { { HW_CALENDAR_GREGORIAN, HW_GRAIN_YEAR }, "t", "2026-01-01", NULL },
    { { HW_CALENDAR_GREGORIAN, HW_GRAIN_YEAR }, "1 2026", NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *date = hw_calendar_text_read (rows[i].wish, rows[i].typed, TODAY);
      g_autofree char *shown = rows[i].shown != NULL ? hw_calendar_text_write (rows[i].wish, date) : NULL;
      g_autofree char *refusal = hw_calendar_text_dup_refusal (rows[i].wish, rows[i].typed, TODAY);

      if (g_strcmp0 (date, rows[i].date) != 0)
        g_error ("%s “%s” is %s, not %s", hw_calendar_get_name (rows[i].wish.calendar), rows[i].typed, date, rows[i].date);
      g_assert_cmpstr (shown, ==, rows[i].shown);
      g_assert_nonnull (strstr (refusal, rows[i].typed));
    }
}

static void
test_places (void)
{
  static const struct
  {
    const char *typed;
    const char *point; /* NULL: refused */
  } rows[] = {
    { "", "" },
    { "18.4861 -69.9312", "18.4861 -69.9312" },
    { "18.4861, -69.9312", "18.4861 -69.9312" },
    { "18.4861,-69.9312", "18.4861 -69.9312" },
    { "18,4861 -69,9312", "18.4861 -69.9312" },
    { "18.4861 -69.9312 35 4.5", "18.4861 -69.9312 35 4.5" },
    { "18.5N 69.25W", "18.5 -69.25" },
    { "N18.5 W69.25 12", "18.5 -69.25 12" },
    { "18 30 0 N 69 15 0 W", "18.5 -69.25" },
    { "18°30'00\" N, 69°15'00\" W", "18.5 -69.25" },
    { "18 30 0 -69 15 0", "18.5 -69.25" },
    { "18° 30′ -69° 15′", "18.5 -69.25" },
    { "69 15 0 W 18 30 0 N", "18.5 -69.25" },
    { "0 30 0 S 69 15 0 E", "-0.5 69.25" },
    { "١٨.٥ ٦٩.٢٥", "18.5 69.25" },
    { "−18.5 69.25", "-18.5 69.25" },
    { "0 0", "0 0" },
    { "18.4861", NULL },
    { "95 20", NULL },
    { "18 190", NULL },
    { "18 75 0 N 69 15 0 W", NULL },
    { "18.5N 69.25N", NULL },
    { "18.5 69.25 1 2 3", NULL },
    { "here", NULL },
    { "1 2 3 4 5 6 7 8 9", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *reason = NULL;
      g_autofree char *point = hw_geo_text_read (rows[i].typed, &reason);

      if (g_strcmp0 (point, rows[i].point) != 0)
        g_error ("“%s” is %s, not %s", rows[i].typed, point, rows[i].point);
      g_assert_true ((reason != NULL) == (rows[i].point == NULL));
    }
  {
    g_autofree char *words = hw_geo_text_dup_words ("18.5 -69.25 12");

    g_assert_cmpstr (words, ==, "18°30′00″ N  69°15′00″ W");
  }
}

static void
test_groups (void)
{
  static const char *const rows[][2] = {
    { "7", "7" }, { "1500", "1\u202f500" }, { "1234567", "1\u202f234\u202f567" },
    { "-1234.5", "-1\u202f234.5" }, { "123", "123" }, { "-123", "-123" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *grouped = hw_number_text_group (rows[i][0]);
      g_autofree char *back = hw_number_text_read (grouped);

      g_assert_cmpstr (grouped, ==, rows[i][1]);
      g_assert_cmpstr (back, ==, rows[i][0]);
    }
}

static void
test_steps (void)
{
  HwRange whole = { .start = 0, .end = 10, .step = 1 };
  HwRange tenths = { .start = -0.5, .end = 0.5, .step = 0.1 };
  HwRange down = { .start = 10, .end = 0, .step = 2.5 };
  g_autofree char *zero = hw_range_steps_dup_text (&tenths, hw_range_steps_get (&tenths, 5));
  g_autofree char *ends = hw_range_steps_dup_range (&down);
  g_autofree char *refusal = hw_range_steps_dup_refusal (&whole, "11");

  g_assert_cmpuint (hw_range_steps_count (&whole), ==, 11);
  g_assert_cmpuint (hw_range_steps_count (&tenths), ==, 11);
  g_assert_cmpuint (hw_range_steps_count (&down), ==, 5);
  g_assert_true (hw_range_steps_has (&tenths, 0.3));
  g_assert_false (hw_range_steps_has (&tenths, 0.25));
  g_assert_false (hw_range_steps_has (&whole, 11));
  g_assert_true (hw_range_steps_has (&down, 7.5));
  g_assert_cmpuint (hw_range_steps_nearest (&down, 7.4), ==, 1);
  g_assert_cmpstr (zero, ==, "0");
  g_assert_cmpstr (ends, ==, "10 to 0");
  g_assert_nonnull (strstr (refusal, "0 to 10"));
}

#define VILLAGES 100000

/* A frame is 16 ms; the machine that tests may be busy with other things. */
#define ALLOWED_US 200000

static HwQuestionnaire *
make_villages (void)
{
  static const char survey[] = "type,name,label\nselect_one village,village,Where?\n";
  g_autoptr (GHashTable) sheets = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_bytes_unref);
  g_autoptr (HwProblems) problems = hw_problems_new ();
  g_autoptr (GString) choices = g_string_new ("list_name,name,label\n");
  HwQuestionnaire *questionnaire;

  for (guint i = 0; i < VILLAGES; i++)
    g_string_append_printf (choices, "village,%u,%s Village %u\n", i, i % 2 == 0 ? "Upper" : "Ñandú", i);
  g_hash_table_insert (sheets, (gpointer) "survey", g_bytes_new_static (survey, strlen (survey)));
  g_hash_table_insert (sheets, (gpointer) "choices", g_bytes_new (choices->str, choices->len));
  questionnaire = hw_questionnaire_new_from_sheets (sheets, problems);
  g_assert_nonnull (questionnaire);
  return questionnaire;
}

/* What is typed is found among a hundred thousand before the next letter: the code first, then beginnings, then the rest. */
static void
test_index (void)
{
  static const struct
  {
    const char *typed;
    const char *first; /* NULL: nothing */
    guint n_all;
  } rows[] = {
    { "", "0", VILLAGES },         { "4711", "4711", 20 }, { "upper v", "0", VILLAGES / 2 },
    { "ÑAN", "1", VILLAGES / 2 }, { "village 99999", "99999", 1 }, { "illage 99998", "99998", 1 },
    { "nowhere", NULL, 0 },        { "VILLAGE", "0", VILLAGES },
  };
  g_autoptr (HwQuestionnaire) questionnaire = make_villages ();
  HwChoiceList *list = hw_question_get_choices (hw_questionnaire_find (questionnaire, "village"));
  g_autoptr (GPtrArray) choices = g_ptr_array_new ();
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  g_autoptr (HwChoiceIndex) index = NULL;

  for (guint i = 0; i < hw_choice_list_get_length (list); i++)
    g_ptr_array_add (choices, hw_choice_list_get (list, i));
  index = hw_choice_index_new (choices, "");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gint64 start = g_get_monotonic_time ();
      guint n_more = hw_choice_index_find (index, rows[i].typed, 40, found);

      g_assert_cmpint (g_get_monotonic_time () - start, <, ALLOWED_US);
      g_assert_cmpuint (found->len, ==, MIN (rows[i].n_all, 40));
      g_assert_cmpuint (n_more + found->len, ==, rows[i].n_all);
      if (rows[i].first != NULL)
        g_assert_cmpstr (hw_choice_get_name (g_ptr_array_index (found, 0)), ==, rows[i].first);
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
  g_setenv ("LANGUAGE", "en", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/entry/text/numbers", test_numbers);
  g_test_add_func ("/entry/text/ranges", test_ranges);
  g_test_add_func ("/entry/text/dates", test_dates);
  g_test_add_func ("/entry/text/clock", test_clock);
  g_test_add_func ("/entry/text/date-times", test_date_times);
  g_test_add_func ("/entry/text/calendars", test_calendars);
  g_test_add_func ("/entry/text/places", test_places);
  g_test_add_func ("/entry/text/groups", test_groups);
  g_test_add_func ("/entry/text/steps", test_steps);
  g_test_add_func ("/entry/text/index", test_index);
  g_test_add_func ("/entry/text/type-ahead", test_type_ahead);
  g_test_add_func ("/entry/text/settle", test_settle);
  return g_test_run ();
}
