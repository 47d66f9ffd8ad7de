/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fixture.h"

static const char survey[]
    = "type;name;label;hint;relevant;required;constraint;constraint_message;soft_check;soft_"
      "message;"
      "calculation;default;choice_filter;missing;exclusive\n"
      "text;who;Name;;;;;;;;;;;;\n"
      "integer;age;Age of ${who};;;yes;. >= 0 and . <= 97;An age is from 0 to 97.;. < 90;"
      "Is ${who} really over 90?;;;;dont-know:-98 refused:-99;\n"
      "decimal;amount;Amount;Of ${who};;;. >= 0;;;;;;;;\n"
      "date;day;Day;;;;. <= today();;;;;;;;\n"
      "time;hour;Hour;;;;;;;;;;;;\n"
      "dateTime;moment;Moment;;;;;;;;;;;;\n"
      "geopoint;place;Place;;;;;;;;;;;;\n"
      "acknowledge;read;Read aloud;;;;;;;;;;;;\n"
      "select_one yn;yes;Yes?;;;;;;;;;;;refused:9;\n"
      "select_one region;region;Region;;;;;;;;;;;none;\n"
      "select_one town;town;Town;;;;;;;;;;region = ${region};none;\n"
      "select_multiple use;uses;Uses;;;;;;;;;;;dont-know:98;6\n"
      "integer;total;Total;;;;;;;;${amount} * 2;;;;\n"
      "text;city;City;;;;;;;;;concat('New ', 'York');;;\n"
      "integer;why;Why;;;${age} > 20;;;;;;;;not-applicable;\n";

static const char choices[] = "list_name;name;label;region\n"
                              "yn;1;Yes;\n"
                              "yn;2;No;\n"
                              "region;10;North;\n"
                              "region;20;South;\n"
                              "town;1;Up;10\n"
                              "town;2;Hill;10\n"
                              "town;3;Beach;20\n"
                              "use;1;Food;\n"
                              "use;2;Health;\n"
                              "use;4;School;\n"
                              "use;6;Nothing;\n"
                              "use;98;Don't know;\n";

static void
test_typed (void)
{
  static const struct
  {
    const char *ref;
    const char *text;
    const char *canonical; /* NULL: refused */
  } rows[] = {
    { "who", "  Ana María ", "Ana María" },
    { "who", "a\001b", "ab" },
    { "who", "   ", "(not-answered)" },
    { "age", "042", "42" },
    { "age", "+7", "7" },
    { "age", "-0", "0" },
    { "age", "-98", "(dont-know)" },
    { "age", "-99", "(refused)" },
    { "age", "4.5", NULL },
    { "age", "4 5", NULL },
    { "age", "", "(not-answered)" },
    { "age", "1e3", NULL },
    { "age", "-", NULL },
    { "age", "123456789012345", "123456789012345" },
    { "age", "1234567890123456", NULL },
    { "age", "0000000000000000042", "42" },
    { "amount", "250.00", "250" },
    { "amount", ".5", "0.5" },
    { "amount", "-.05", "-0.05" },
    { "amount", "1,5", NULL },
    { "amount", "1.5.2", NULL },
    { "amount", "0x10", NULL },
    { "amount", "1234567890.12345", "1234567890.12345" },
    { "amount", "1234567890.123456", NULL },
    { "day", "2025-02-28", "2025-02-28" },
    { "day", "20240229", "2024-02-29" },
    { "day", "2025-02-29", NULL },
    { "day", "28/02/2025", NULL },
    { "day", "250228", NULL },
    { "hour", "14:05", "14:05" },
    { "hour", "1405", "14:05" },
    { "hour", "9:05", "09:05" },
    { "hour", "24:00", NULL },
    { "hour", "2460", NULL },
    { "moment", "2025-03-31 14:05", "2025-03-31T14:05" },
    { "moment", "2025-03-31T14:05:10.000+01:00", "2025-03-31T14:05:10.000+01:00" },
    { "moment", "2025-03-31", NULL },
    { "place", "18.47, -69.9", "18.47 -69.9" },
    { "place", "18.47 -69.9 12 4.5", "18.47 -69.9 12 4.5" },
    { "place", "95 0", NULL },
    { "place", "18.47", NULL },
    { "read", "1", "OK" },
    { "read", "no", NULL },
    { "yes", " 2 ", "2" },
    { "yes", "3", NULL },
    { "yes", "9", "(refused)" },
    { "yes", "Yes", NULL },
    { "uses", "4  1", "1 4" },
    { "uses", "1 1 2", "1 2" },
    { "uses", "6", "6" },
    { "uses", "1 6", NULL },
    { "uses", "1 7", NULL },
    { "uses", "98", "(dont-know)" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (HwInterview) interview = fixture_new (survey, choices);

      g_test_message ("%s: %s", rows[i].ref, rows[i].text);
      if (rows[i].canonical == NULL)
        {
          fixture_refused (interview, rows[i].ref, rows[i].text, HW_INTERVIEW_ERROR_BAD_ANSWER);
          fixture_assert (interview, rows[i].ref, "(not-answered)");
          continue;
        }
      fixture_answer (interview, rows[i].ref, rows[i].text);
      fixture_assert (interview, rows[i].ref, rows[i].canonical);
    }
}

static void
test_missing_kinds (void)
{
  g_autoptr (HwInterview) interview = fixture_new (survey, choices);
  g_autoptr (HwValue) dont_know = hw_value_new_missing (HW_MISSING_DONT_KNOW);
  g_autoptr (HwValue) dormant = hw_value_new_missing (HW_MISSING_DORMANT);
  g_autoptr (GError) error = NULL;
  g_autofree char *display = NULL;

  g_assert_false (hw_interview_answer (interview, fixture_find (interview, "town"), dont_know, NULL,
                                       &error));
  g_assert_error (error, HW_INTERVIEW_ERROR, HW_INTERVIEW_ERROR_NOT_ALLOWED);
  g_clear_error (&error);
  g_assert_false (
      hw_interview_answer (interview, fixture_find (interview, "age"), dormant, NULL, &error));
  g_assert_error (error, HW_INTERVIEW_ERROR, HW_INTERVIEW_ERROR_NOT_ALLOWED);
  fixture_answer (interview, "age", "=dont-know");
  display = hw_item_dup_display (fixture_find (interview, "age"));
  g_assert_cmpstr (display, ==, "Don’t know");
  /* The constraint speaks of numbers, so it is not asked. */
  g_assert_cmpint (hw_item_get_problem (fixture_find (interview, "age")), ==, HW_ITEM_FINE);
}

static void
assert_problem (HwInterview *interview,
                const char *ref,
                HwItemProblem problem,
                const char *message)
{
  HwItem *item = fixture_find (interview, ref);

  g_assert_cmpint (hw_item_get_problem (item), ==, problem);
  g_assert_cmpstr (hw_item_get_problem_message (item), ==, message);
}

static void
test_problems (void)
{
  g_autoptr (HwInterview) interview = fixture_new (survey, choices);

  fixture_answer (interview, "who", "Ana");
  assert_problem (interview, "age", HW_ITEM_REQUIRED, "This question needs an answer.");
  fixture_answer (interview, "age", "98");
  assert_problem (interview, "age", HW_ITEM_CONSTRAINT, "An age is from 0 to 97.");
  fixture_assert (interview, "age", "98");
  fixture_answer (interview, "age", "95");
  assert_problem (interview, "age", HW_ITEM_SOFT, "Is Ana really over 90?");
  fixture_answer (interview, "who", "Eva");
  assert_problem (interview, "age", HW_ITEM_SOFT, "Is Eva really over 90?");
  fixture_answer (interview, "age", "20");
  assert_problem (interview, "age", HW_ITEM_FINE, NULL);
  assert_problem (interview, "why", HW_ITEM_FINE, NULL);
  fixture_answer (interview, "age", "21");
  assert_problem (interview, "why", HW_ITEM_REQUIRED, "This question needs an answer.");
  g_assert_true (hw_item_is_required (fixture_find (interview, "why")));
  fixture_answer (interview, "why", "=not-applicable");
  assert_problem (interview, "why", HW_ITEM_FINE, NULL);
  fixture_answer (interview, "amount", "-1");
  assert_problem (
      interview, "amount", HW_ITEM_CONSTRAINT,
      "This answer is outside what is possible here. Check it and enter it again.");
  g_setenv ("HOMEWARD_TODAY", "2025-06-30", TRUE);
  fixture_answer (interview, "day", "2025-07-01");
  g_assert_cmpint (hw_item_get_problem (fixture_find (interview, "day")), ==, HW_ITEM_CONSTRAINT);
  fixture_answer (interview, "day", "2025-06-30");
  g_assert_cmpint (hw_item_get_problem (fixture_find (interview, "day")), ==, HW_ITEM_FINE);
}

static void
test_confirm (void)
{
  g_autoptr (HwInterview) interview = fixture_new (survey, choices);
  HwItem *age = fixture_find (interview, "age");

  fixture_watch (interview);
  hw_interview_confirm (interview, age, "nothing to confirm");
  fixture_assert_changes ("");
  fixture_answer (interview, "age", "95");
  g_free (fixture_take_changes ());
  hw_interview_confirm (interview, age, "birth certificate");
  fixture_assert_changes ("confirmed person age because birth certificate\n");
  assert_problem (interview, "age", HW_ITEM_FINE, NULL);
  g_assert_true (hw_item_is_odd (age));
  g_assert_cmpstr (hw_item_get_confirmed (age), ==, "birth certificate");
  fixture_answer (interview, "age", "95");
  g_assert_cmpstr (hw_item_get_confirmed (age), ==, "birth certificate");
  fixture_answer (interview, "age", "96");
  g_assert_null (hw_item_get_confirmed (age));
  g_assert_cmpint (hw_item_get_problem (age), ==, HW_ITEM_SOFT);
}

static char *
list_codes (HwInterview *interview,
            const char *ref)
{
  g_autoptr (GPtrArray) list = hw_item_list_choices (fixture_find (interview, ref));
  GString *codes = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++)
    g_string_append_printf (codes, "%s ", hw_choice_get_name (g_ptr_array_index (list, i)));
  return g_string_free (codes, FALSE);
}

static void
count_cb (HwItem *item,
          gpointer data)
{
  (*(guint *) data)++;
}

static void
notify_cb (HwItem *item,
           GParamSpec *pspec,
           gpointer data)
{
  (*(guint *) data)++;
}

static void
test_choice_filter (void)
{
  g_autoptr (HwInterview) interview = fixture_new (survey, choices);
  g_autofree char *north = NULL;
  g_autofree char *south = NULL;
  guint n = 0;

  g_signal_connect (fixture_find (interview, "town"), "choices-changed", G_CALLBACK (count_cb), &n);
  fixture_answer (interview, "region", "10");
  north = list_codes (interview, "town");
  g_assert_cmpstr (north, ==, "1 2 ");
  g_assert_cmpuint (n, ==, 1);
  fixture_refused (interview, "town", "3", HW_INTERVIEW_ERROR_BAD_ANSWER);
  fixture_answer (interview, "town", "2");
  g_assert_cmpint (hw_item_get_problem (fixture_find (interview, "town")), ==, HW_ITEM_FINE);
  fixture_answer (interview, "region", "20");
  south = list_codes (interview, "town");
  g_assert_cmpstr (south, ==, "3 ");
  fixture_assert (interview, "town", "2");
  g_assert_cmpint (hw_item_get_problem (fixture_find (interview, "town")), ==, HW_ITEM_CONSTRAINT);
  fixture_answer (interview, "region", "10");
  g_assert_cmpint (hw_item_get_problem (fixture_find (interview, "town")), ==, HW_ITEM_FINE);
  fixture_answer (interview, "who", "Ana");
  g_assert_cmpuint (n, ==, 3);
}

static void
test_toggle (void)
{
  static const struct
  {
    const char *before;
    const char *choice;
    const char *after;
  } rows[] = {
    { "", "2", "2" },      { "2", "1", "1 2" }, { "1 2", "1", "2" }, { "1 2", "6", "6" },
    { "6", "4", "4" },     { "6", "6", "" },    { "2", "2", "" },    { "1 2 4", "2", "1 4" },
  };
  g_autoptr (HwInterview) interview = fixture_new (survey, choices);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *after = NULL;

      fixture_answer (interview, "uses", rows[i].before);
      after = hw_item_dup_toggled (fixture_find (interview, "uses"), rows[i].choice);
      g_assert_cmpstr (after, ==, rows[i].after);
    }
}

/* A calculation on a question proposes until a person answers; cleared, it proposes again. */
static void
test_proposals (void)
{
  g_autoptr (HwInterview) interview = fixture_new (survey, choices);

  fixture_assert (interview, "city", "New York");
  fixture_answer (interview, "city", "");
  fixture_assert (interview, "city", "(not-answered)");
  fixture_answer (interview, "amount", "12.5");
  fixture_assert (interview, "total", "25");
  fixture_watch (interview);
  fixture_answer (interview, "total", "25");
  fixture_assert_changes ("value person total 25 25\n");
  fixture_answer (interview, "amount", "13");
  fixture_assert (interview, "total", "25");
  fixture_answer (interview, "total", "");
  fixture_assert (interview, "total", "26");
  fixture_answer (interview, "amount", "14");
  fixture_assert (interview, "total", "28");
}

/* once() keeps what it has drawn, through a skip as well. */
static void
test_once (void)
{
  static const char sheet[] = "type;name;label;relevant;calculation\n"
                              "integer;adults;Adults;;\n"
                              "calculate;drawn;;${adults} > 0;once(${adults} * 10)\n";
  g_autoptr (HwInterview) interview = fixture_new (sheet, NULL);

  fixture_answer (interview, "adults", "3");
  fixture_assert (interview, "drawn", "30");
  fixture_answer (interview, "adults", "4");
  fixture_assert (interview, "drawn", "30");
  fixture_answer (interview, "adults", "0");
  fixture_assert (interview, "drawn", "(dormant)");
  fixture_answer (interview, "adults", "5");
  fixture_assert (interview, "drawn", "30");
}

static void
test_texts (void)
{
  g_autoptr (HwInterview) interview = fixture_new (survey, choices);
  HwItem *age = fixture_find (interview, "age");
  g_autofree char *label = NULL;
  g_autofree char *hint = NULL;
  g_autofree char *chosen = NULL;
  g_autofree char *one = NULL;
  guint n = 0;

  g_signal_connect (age, "notify::label", G_CALLBACK (notify_cb), &n);
  fixture_answer (interview, "who", "Ana");
  g_assert_cmpuint (n, ==, 1);
  fixture_answer (interview, "amount", "1");
  g_assert_cmpuint (n, ==, 1);
  label = hw_item_dup_label (age);
  g_assert_cmpstr (label, ==, "Age of Ana");
  hint = hw_item_dup_hint (fixture_find (interview, "amount"));
  g_assert_cmpstr (hint, ==, "Of Ana");
  fixture_answer (interview, "uses", "1 4");
  chosen = hw_item_dup_display (fixture_find (interview, "uses"));
  g_assert_cmpstr (chosen, ==, "Food, School");
  fixture_answer (interview, "yes", "2");
  one = hw_item_dup_display (fixture_find (interview, "yes"));
  g_assert_cmpstr (one, ==, "No");
}

static void
test_languages (void)
{
  static const char sheet[]
      = "type;name;label::English;label::Español;constraint;constraint_message::English;"
        "constraint_message::Español\n"
        "integer;age;Age;Edad;. < 98;Too old.;Demasiado.\n";
  g_autoptr (HwInterview) interview = fixture_new (sheet, NULL);
  HwItem *age = fixture_find (interview, "age");
  g_autofree char *label = NULL;

  fixture_answer (interview, "age", "99");
  assert_problem (interview, "age", HW_ITEM_CONSTRAINT, "Too old.");
  hw_interview_set_language (interview, "Español");
  label = hw_item_dup_label (age);
  g_assert_cmpstr (label, ==, "Edad");
  assert_problem (interview, "age", HW_ITEM_CONSTRAINT, "Demasiado.");
}

static void
test_metadata (void)
{
  static const char sheet[] = "type;name;label;calculation\n"
                              "start;began;;\n"
                              "end;ended;;\n"
                              "today;day;;\n"
                              "deviceid;machine;;\n"
                              "username;person;;\n"
                              "calculate;year;;format-date(${day}, '%Y')\n";
  g_autoptr (HwInterview) interview = NULL;

  g_setenv ("HOMEWARD_TODAY", "2025-06-30", TRUE);
  interview = fixture_new (sheet, NULL);
  fixture_assert (interview, "day", "2025-06-30");
  fixture_assert (interview, "person", "tester");
  fixture_assert (interview, "year", "2025");
  fixture_assert (interview, "machine", g_get_host_name ());
  g_assert_true (g_str_has_prefix (
      hw_value_get_text (hw_item_get_value (fixture_find (interview, "began"))), "2025-06-30T"));
  fixture_assert (interview, "ended", "(not-answered)");
  fixture_refused (interview, "day", "2025-07-01", HW_INTERVIEW_ERROR_NOT_ALLOWED);
  hw_interview_fill_end (interview);
  g_assert_false (hw_value_is_missing (hw_item_get_value (fixture_find (interview, "ended"))));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/answers/typed", test_typed);
  g_test_add_func ("/answers/missing-kinds", test_missing_kinds);
  g_test_add_func ("/answers/problems", test_problems);
  g_test_add_func ("/answers/confirm", test_confirm);
  g_test_add_func ("/answers/choice-filter", test_choice_filter);
  g_test_add_func ("/answers/toggle", test_toggle);
  g_test_add_func ("/answers/proposals", test_proposals);
  g_test_add_func ("/answers/once", test_once);
  g_test_add_func ("/answers/texts", test_texts);
  g_test_add_func ("/answers/languages", test_languages);
  g_test_add_func ("/answers/metadata", test_metadata);
  return g_test_run ();
}
