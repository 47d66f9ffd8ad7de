/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fixture.h"

#include <string.h>

static const char household[]
    = "type;name;label;relevant;required;constraint;calculation;default\n"
      "integer;size;Members;;yes;. >= 1 and . <= 40;;\n"
      "integer;consent;Consent;;;;;\n"
      "begin_group;g_b;B. Household;${consent} = 1;;;;\n"
      "integer;age;Age;;yes;. <= 97;;\n"
      "begin_group;g_work;Work;${age} >= 15;;;;\n"
      "integer;hours;Hours;;;;;\n"
      "integer;pay;Pay;${hours} > 0;;;;\n"
      "end_group;;;;;;;\n"
      "calculate;yearly;;;;;12 * ${pay};\n"
      "text;town;Town;;;;;Leeds\n"
      "end_group;;;;;;;\n"
      "calculate;double;;;;;2 * ${size};\n"
      "calculate;quadruple;;;;;2 * ${double};\n"
      "note;bye;Thanks;${quadruple} > 10;;;;\n";

static void
test_new (void)
{
  g_autoptr (HwInterview) interview = fixture_new (household, NULL);

  fixture_assert (interview, "size", "(not-answered)");
  fixture_assert (interview, "age", "(not-asked)");
  fixture_assert (interview, "pay", "(not-asked)");
  fixture_assert (interview, "town", "(not-asked)");
  fixture_assert (interview, "yearly", "(not-asked)");
  fixture_assert (interview, "double", "(not-answered)");
  g_assert_true (hw_item_is_relevant (hw_interview_get_root (interview)));
  g_assert_false (hw_item_is_relevant (fixture_find (interview, "g_b")));
  g_assert_cmpint (hw_item_get_problem (fixture_find (interview, "size")), ==, HW_ITEM_REQUIRED);
  g_assert_cmpint (hw_item_get_problem (fixture_find (interview, "age")), ==, HW_ITEM_FINE);
}

static void
test_inherited (void)
{
  g_autoptr (HwInterview) interview = fixture_new (household, NULL);

  fixture_answer (interview, "consent", "1");
  fixture_assert (interview, "age", "(not-answered)");
  fixture_assert (interview, "town", "Leeds");
  fixture_assert (interview, "hours", "(not-asked)");
  fixture_answer (interview, "age", "30");
  fixture_assert (interview, "hours", "(not-answered)");
  fixture_assert (interview, "pay", "(not-asked)");
  fixture_answer (interview, "hours", "40");
  fixture_answer (interview, "pay", "100");
  fixture_assert (interview, "yearly", "1200");
  fixture_answer (interview, "consent", "2");
  for (guint i = 0; i < 4; i++)
    {
      static const char *const asleep[] = { "age", "hours", "pay", "town" };

      fixture_assert (interview, asleep[i], "(dormant)");
      g_assert_false (hw_item_is_relevant (fixture_find (interview, asleep[i])));
    }
  fixture_assert (interview, "yearly", "(not-asked)");
  g_assert_cmpstr (
      hw_value_get_text (hw_item_get_kept_value (fixture_find (interview, "pay"))), ==, "100");
  fixture_answer (interview, "consent", "1");
  fixture_assert (interview, "pay", "100");
  fixture_assert (interview, "yearly", "1200");
  fixture_assert (interview, "town", "Leeds");
}

/* What expressions see of a dormant answer is nothing. */
static void
test_dormant_is_empty (void)
{
  g_autoptr (HwInterview) interview = fixture_new (household, NULL);
  g_autofree char *xml = NULL;

  fixture_answer (interview, "consent", "1");
  fixture_answer (interview, "age", "30");
  fixture_answer (interview, "hours", "40");
  fixture_answer (interview, "pay", "100");
  fixture_answer (interview, "age", "10");
  fixture_assert (interview, "pay", "(dormant)");
  fixture_assert (interview, "yearly", "(not-answered)");
  xml = hw_interview_dup_xml (interview);
  g_assert_nonnull (strstr (xml, "<pay missing=\"dormant\"/>"));
  g_assert_nonnull (strstr (xml, "<age>10</age>"));
}

static void
test_changes (void)
{
  g_autoptr (HwInterview) interview = fixture_new (household, NULL);

  fixture_watch (interview);
  fixture_answer (interview, "size", "3");
  fixture_assert_changes ("value person size (not-answered) 3\n"
                          "value calculation double (not-answered) 6\n"
                          "value calculation quadruple (not-answered) 12\n");
  g_assert_cmpuint (fixture_take_n (), ==, 1);
  fixture_answer (interview, "size", "3");
  g_assert_cmpuint (fixture_take_n (), ==, 0);
  fixture_answer (interview, "consent", "1");
  fixture_assert_changes ("value person consent (not-answered) 1\n"
                          "value skip age (not-asked) (not-answered)\n"
                          "value skip yearly (not-asked) (not-answered)\n"
                          "value calculation town (not-asked) Leeds\n");
  fixture_answer (interview, "age", "30");
  fixture_assert_changes ("value person age (not-answered) 30\n"
                          "value skip hours (not-asked) (not-answered)\n");
  fixture_answer (interview, "hours", "40");
  fixture_answer (interview, "pay", "5");
  g_free (fixture_take_changes ());
  fixture_answer (interview, "age", "=refused");
  fixture_assert_changes ("value person age 30 (refused)\n"
                          "value skip hours 40 (dormant)\n"
                          "value skip pay 5 (dormant)\n"
                          "value calculation yearly 60 (not-answered)\n");
  fixture_answer (interview, "town", "York");
  fixture_assert_changes ("value person town Leeds York\n");
}

/* A missing kind is an answer to the requirement, and goes dormant and comes back as itself. */
static void
test_missing_kind_sleeps (void)
{
  g_autoptr (HwInterview) interview = fixture_new (household, NULL);
  HwItem *age;

  fixture_answer (interview, "consent", "1");
  age = fixture_find (interview, "age");
  g_assert_cmpint (hw_item_get_problem (age), ==, HW_ITEM_REQUIRED);
  fixture_answer (interview, "age", "=dont-know");
  g_assert_cmpint (hw_item_get_problem (age), ==, HW_ITEM_FINE);
  g_assert_null (hw_item_get_problem_message (age));
  fixture_answer (interview, "consent", "2");
  fixture_assert (interview, "age", "(dormant)");
  fixture_answer (interview, "consent", "1");
  fixture_assert (interview, "age", "(dont-know)");
}

/* What was being typed when the question went is kept. */
static void
test_answer_to_irrelevant (void)
{
  g_autoptr (HwInterview) interview = fixture_new (household, NULL);

  fixture_watch (interview);
  fixture_answer (interview, "hours", "35");
  fixture_assert_changes ("value person hours (not-asked) (dormant)\n");
  fixture_answer (interview, "consent", "1");
  fixture_answer (interview, "age", "30");
  fixture_assert (interview, "hours", "35");
}

static void
count_notify_cb (HwItem *item,
                 GParamSpec *pspec,
                 gpointer data)
{
  (*(guint *) data)++;
}

static void
test_notify (void)
{
  g_autoptr (HwInterview) interview = fixture_new (household, NULL);
  guint n_value = 0;
  guint n_relevant = 0;
  guint n_problem = 0;

  g_signal_connect (fixture_find (interview, "size"), "notify::value",
                    G_CALLBACK (count_notify_cb), &n_value);
  g_signal_connect (fixture_find (interview, "size"), "notify::problem",
                    G_CALLBACK (count_notify_cb), &n_problem);
  g_signal_connect (fixture_find (interview, "bye"), "notify::relevant",
                    G_CALLBACK (count_notify_cb), &n_relevant);
  fixture_answer (interview, "size", "3");
  g_assert_cmpuint (n_value, ==, 1);
  g_assert_cmpuint (n_problem, ==, 1);
  g_assert_cmpuint (n_relevant, ==, 1);
  fixture_answer (interview, "size", "4");
  g_assert_cmpuint (n_value, ==, 2);
  g_assert_cmpuint (n_problem, ==, 1);
  g_assert_cmpuint (n_relevant, ==, 1);
  fixture_answer (interview, "size", "41");
  g_assert_cmpint (hw_item_get_problem (fixture_find (interview, "size")), ==, HW_ITEM_CONSTRAINT);
  g_assert_cmpuint (n_problem, ==, 2);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/relevance/new", test_new);
  g_test_add_func ("/relevance/inherited", test_inherited);
  g_test_add_func ("/relevance/dormant-is-empty", test_dormant_is_empty);
  g_test_add_func ("/relevance/changes", test_changes);
  g_test_add_func ("/relevance/missing-kind-sleeps", test_missing_kind_sleeps);
  g_test_add_func ("/relevance/answer-to-irrelevant", test_answer_to_irrelevant);
  g_test_add_func ("/relevance/notify", test_notify);
  return g_test_run ();
}
