/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fixture.h"

#include <string.h>

static void
assert_problem (HwInterview *interview,
                const char *ref,
                HwItemProblem problem,
                const char *part)
{
  HwItem *item = fixture_find (interview, ref);

  g_assert_cmpint (hw_item_get_problem (item), ==, problem);
  if (part != NULL)
    g_assert_nonnull (strstr (hw_item_get_problem_message (item), part));
}

/* A calculation that waits for a trigger: not at the start, not for what it reads, and over what a
 * person said. */
static void
test_trigger (void)
{
  static const char sheet[]
      = "type;name;label;calculation;trigger;relevant\n"
        "integer;price;Price;;;\n"
        "integer;amount;Amount;;;${price} != 99\n"
        "integer;paid;Paid;${price} * ${amount};${amount};\n"
        "calculate;stamp;;concat(${price}, '/', ${amount});${amount}, ${price};\n"
        "text;note;Note;;${amount};\n"
        "calculate;first;;1 + 1;${amount};\n";
  g_autoptr (HwInterview) interview = fixture_new (sheet, NULL);
  g_autoptr (HwInterview) again = NULL;

  fixture_assert (interview, "first", "(not-answered)");
  fixture_answer (interview, "price", "3");
  fixture_assert (interview, "paid", "(not-answered)");
  fixture_assert (interview, "stamp", "3/");
  fixture_answer (interview, "note", "kept until the amount changes");
  fixture_answer (interview, "amount", "4");
  fixture_assert (interview, "paid", "12");
  fixture_assert (interview, "first", "2");
  fixture_assert (interview, "note", "(not-answered)");
  fixture_answer (interview, "price", "5");
  fixture_assert (interview, "paid", "12");
  fixture_assert (interview, "stamp", "5/4");
  fixture_answer (interview, "paid", "10");
  fixture_answer (interview, "price", "6");
  fixture_assert (interview, "paid", "10");
  /* Saying the same once more changes nothing; another amount does. */
  fixture_answer (interview, "amount", "4");
  fixture_assert (interview, "paid", "10");
  fixture_answer (interview, "amount", "5");
  fixture_assert (interview, "paid", "30");
  /* That a skip takes the amount, and brings it back, is no change of it. */
  fixture_answer (interview, "paid", "31");
  fixture_answer (interview, "price", "99");
  fixture_assert (interview, "amount", "(dormant)");
  fixture_answer (interview, "price", "6");
  fixture_assert (interview, "amount", "5");
  fixture_assert (interview, "paid", "31");
  again = fixture_restore (interview);
  fixture_assert (again, "paid", "31");
  fixture_assert (again, "stamp", "6/5");
  fixture_answer (again, "amount", "1");
  fixture_assert (again, "paid", "6");
}

/* In a roster a trigger reaches its own row. */
static void
test_trigger_in_rows (void)
{
  static const char sheet[] = "type;name;label;calculation;trigger\n"
                              "begin_repeat;p;Person;;\n"
                              "integer;age;Age;;\n"
                              "calculate;then;;${age} + 1;${age}\n"
                              "end_repeat;;;;\n";
  g_autoptr (HwInterview) interview = fixture_new (sheet, NULL);

  for (guint i = 0; i < 2; i++)
    hw_interview_insert_row (interview, fixture_find (interview, "p"), 0, NULL);
  fixture_answer (interview, "p[2]/age", "7");
  fixture_assert (interview, "p[1]/then", "(not-answered)");
  fixture_assert (interview, "p[2]/then", "8");
}

/* What other answers close takes no answer, is not missed, and is passed by. */
static void
test_read_only (void)
{
  static const char sheet[] = "type;name;label;read_only;required\n"
                              "select_one yn;fixed;Fixed?;;\n"
                              "integer;amount;Amount;${fixed} = 1;yes\n"
                              "text;last;Last;;\n";
  static const char lists[] = "list_name;name;label\nyn;1;Yes\nyn;2;No\n";
  g_autoptr (HwInterview) interview = fixture_new (sheet, lists);
  HwItem *amount = fixture_find (interview, "amount");
  guint n;

  g_assert_false (hw_item_is_read_only (amount));
  assert_problem (interview, "amount", HW_ITEM_REQUIRED, NULL);
  fixture_answer (interview, "fixed", "1");
  g_assert_true (hw_item_is_read_only (amount));
  assert_problem (interview, "amount", HW_ITEM_FINE, NULL);
  fixture_refused (interview, "amount", "5", HW_INTERVIEW_ERROR_NOT_ALLOWED);
  g_assert_true (hw_interview_next (interview, fixture_find (interview, "fixed"), FALSE, TRUE)
                 == fixture_find (interview, "last"));
  hw_interview_count (interview, NULL, &n, NULL, NULL);
  g_assert_cmpuint (n, ==, 2);
  fixture_answer (interview, "fixed", "2");
  fixture_answer (interview, "amount", "5");
  fixture_answer (interview, "fixed", "1");
  fixture_assert (interview, "amount", "5");
}

static void
test_range (void)
{
  static const struct
  {
    const char *answer;
    HwItemProblem problem;
    const char *part;
  } rows[] = {
    { "0", HW_ITEM_FINE, NULL },
    { "10", HW_ITEM_FINE, NULL },
    { "5", HW_ITEM_FINE, NULL },
    { "4", HW_ITEM_CONSTRAINT,
      "“4” lies between two marks of the scale, which goes from 0 in steps of 5." },
    { "15", HW_ITEM_CONSTRAINT, "“15” is not on the scale, which goes from 0 to 10." },
    { "-5", HW_ITEM_CONSTRAINT, "“-5” is not on the scale" },
  };
  static const char sheet[] = "type;name;label;parameters\n"
                              "range;score;Score;start=0 end=10 step=5\n"
                              "range;down;Down;start=1 end=0 step=0.1\n";
  g_autoptr (HwInterview) interview = fixture_new (sheet, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      fixture_answer (interview, "score", rows[i].answer);
      assert_problem (interview, "score", rows[i].problem, rows[i].part);
    }
  fixture_answer (interview, "down", "0.3");
  assert_problem (interview, "down", HW_ITEM_FINE, NULL);
  fixture_answer (interview, "down", "0.25");
  assert_problem (interview, "down", HW_ITEM_CONSTRAINT, "“0.25” lies between");
}

static void
test_rank (void)
{
  static const char sheet[] = "type;name;label;choice_filter;calculation\n"
                              "integer;age;Age;;\n"
                              "rank uses;order;Order;${age} >= least;\n"
                              "calculate;first;;;selected-at(${order}, 0)\n";
  static const char lists[]
      = "list_name;name;label;least\nuses;a;Food;0\nuses;b;School;0\nuses;c;Work;15\n";
  g_autoptr (HwInterview) interview = fixture_new (sheet, lists);
  g_autofree char *display = NULL;

  fixture_answer (interview, "age", "20");
  fixture_answer (interview, "order", " c  a b ");
  fixture_assert (interview, "order", "c a b");
  fixture_assert (interview, "first", "c");
  display = hw_item_dup_display (fixture_find (interview, "order"));
  g_assert_cmpstr (display, ==, "Work, Food, School");
  fixture_refused (interview, "order", "a b a", HW_INTERVIEW_ERROR_BAD_ANSWER);
  fixture_refused (interview, "order", "a d", HW_INTERVIEW_ERROR_BAD_ANSWER);
  fixture_answer (interview, "age", "10");
  assert_problem (interview, "order", HW_ITEM_CONSTRAINT, NULL);
  fixture_refused (interview, "order", "c b", HW_INTERVIEW_ERROR_BAD_ANSWER);
  fixture_answer (interview, "order", "b a");
  assert_problem (interview, "order", HW_ITEM_FINE, NULL);
}

/* Defaults of a new row see the row and the household as they are then, and do not follow them. */
static void
test_defaults_in_rows (void)
{
  static const char sheet[] = "type;name;label;default;calculation\n"
                              "text;village;Village;;\n"
                              "begin_repeat;p;Person;;\n"
                              "calculate;line;;;position(..)\n"
                              "text;from;From;${village};\n"
                              "text;code;Code;concat(${village}, '-', ${line});\n"
                              "end_repeat;;;;\n";
  g_autoptr (HwInterview) interview = fixture_new (sheet, NULL);

  fixture_answer (interview, "village", "Moca");
  hw_interview_insert_row (interview, fixture_find (interview, "p"), 0, NULL);
  fixture_assert (interview, "p[1]/from", "Moca");
  fixture_assert (interview, "p[1]/code", "Moca-1");
  fixture_answer (interview, "village", "Azua");
  hw_interview_insert_row (interview, fixture_find (interview, "p"), 0, NULL);
  fixture_assert (interview, "p[1]/from", "Moca");
  fixture_assert (interview, "p[2]/code", "Azua-2");
}

static void
test_instance_name (void)
{
  static const char sheet[] = "type;name;label\ntext;village;Village\ninteger;house;House\n";
  g_autoptr (HwQuestionnaire) questionnaire
      = fixture_read (sheet, NULL, "form_id;instance_name\nx;concat(${village}, ' ', ${house})\n");
  g_autoptr (HwInterview) interview = hw_interview_new (questionnaire);
  g_autofree char *label = NULL;

  fixture_answer (interview, "village", "Moca");
  fixture_answer (interview, "house", "7");
  label = hw_interview_dup_case_label (interview);
  g_assert_cmpstr (label, ==, "Moca 7");
}

static void
test_tables (void)
{
  static const char sheet[]
      = "type;name;label;calculation;relevant\n"
        "text;code;Code;;\n"
        "select_one towns;town;Town;;\n"
        "calculate;name;;pulldata('villages', 'name', 'code', ${code});\n"
        "calculate;size;;instance('villages')/root/item[code = ${code}]/size;\n"
        "calculate;label;;instance('towns')/root/item[name = ${town}]/label;\n"
        "calculate;said;;jr:choice-name(${town}, '${town}');\n"
        "calculate;text;;jr:itext('towns-1');\n";
  static const char lists[] = "list_name;name;label\ntowns;1;Moca\ntowns;2;Azua\n";
  static const char villages[] = "code,name,size\nv1,Moca,120\nv2,Azua,80\n";
  g_autoptr (GHashTable) sheets
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_bytes_unref);
  g_autoptr (HwProblems) problems = hw_problems_new ();
  g_autoptr (HwQuestionnaire) questionnaire = NULL;
  g_autoptr (HwInterview) interview = NULL;

  g_hash_table_insert (sheets, (gpointer) "survey", g_bytes_new_static (sheet, sizeof sheet - 1));
  g_hash_table_insert (sheets, (gpointer) "choices", g_bytes_new_static (lists, sizeof lists - 1));
  g_hash_table_insert (sheets, (gpointer) "villages.csv",
                       g_bytes_new_static (villages, sizeof villages - 1));
  questionnaire = hw_questionnaire_new_from_sheets (sheets, problems);
  g_assert_nonnull (questionnaire);
  interview = hw_interview_new (questionnaire);
  fixture_assert (interview, "name", "(not-answered)");
  fixture_assert (interview, "text", "Azua");
  fixture_answer (interview, "code", "v2");
  fixture_assert (interview, "name", "Azua");
  fixture_assert (interview, "size", "80");
  fixture_answer (interview, "town", "1");
  fixture_assert (interview, "label", "Moca");
  fixture_assert (interview, "said", "Moca");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/trigger", test_trigger);
  g_test_add_func ("/rules/trigger-in-rows", test_trigger_in_rows);
  g_test_add_func ("/rules/read-only", test_read_only);
  g_test_add_func ("/rules/range", test_range);
  g_test_add_func ("/rules/rank", test_rank);
  g_test_add_func ("/rules/defaults-in-rows", test_defaults_in_rows);
  g_test_add_func ("/rules/instance-name", test_instance_name);
  g_test_add_func ("/rules/tables", test_tables);
  return g_test_run ();
}
