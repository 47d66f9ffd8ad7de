/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fixture.h"

static void
assert_faults (HwInterview *interview,
               const char *expected)
{
  g_autoptr (GPtrArray) faults = hw_interview_list_faults (interview);
  g_autoptr (GString) seen = g_string_new (NULL);

  for (guint i = 0; i < faults->len; i++)
    {
      HwFault *fault = g_ptr_array_index (faults, i);

      g_string_append_printf (seen, "%s.%s ", hw_item_get_ref (fault->item), fault->column);
    }
  g_assert_cmpstr (seen->str, ==, expected);
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

static guint
count_rows (HwInterview *interview,
            const char *ref)
{
  return g_list_model_get_n_items (hw_item_get_children (fixture_find (interview, ref)));
}

/* A pattern that an answer spoils: what it decides stays open, and the place says so until it is
 * mended. */
static void
test_expressions (void)
{
  static const char sheet[]
      = "type;name;label;relevant;constraint;calculation;required;soft_check\n"
        "text;pattern;Pattern;;;;;\n"
        "text;asked;Asked;regex('a', ${pattern});;;;\n"
        "text;bound;Bound;;regex(., ${pattern});;;\n"
        "text;odd;Odd;;;;;regex(., ${pattern})\n"
        "text;must;Must;;;;regex('a', ${pattern});\n"
        "begin_group;g;Group;regex('a', ${pattern});;;;\n"
        "text;inner;Inner;;;;;\n"
        "end_group;;;;;;;\n"
        "calculate;sum;;;;if(regex('a', ${pattern}), 1, 2);;\n";
  g_autoptr (HwInterview) interview = fixture_new (sheet, NULL);
  g_autoptr (GPtrArray) faults = NULL;
  HwFault *first;

  fixture_answer (interview, "bound", "b");
  fixture_answer (interview, "odd", "b");
  fixture_answer (interview, "pattern", "b");
  assert_faults (interview, "");
  g_assert_false (hw_item_is_relevant (fixture_find (interview, "asked")));
  fixture_assert (interview, "sum", "2");

  fixture_answer (interview, "pattern", "[");
  assert_faults (
      interview,
      "asked.relevant bound.constraint odd.soft_check must.required g.relevant sum.calculation ");
  g_assert_true (hw_item_is_relevant (fixture_find (interview, "asked")));
  g_assert_true (hw_item_is_relevant (fixture_find (interview, "g/inner")));
  fixture_assert (interview, "sum", "(not-answered)");
  faults = hw_interview_list_faults (interview);
  first = g_ptr_array_index (faults, 0);
  g_assert_true (g_str_has_prefix (
      first->sentence,
      "The column “relevant” of “asked” (line 3 of the survey sheet) has a fault. "));
  assert_problem (interview, "asked", HW_ITEM_FAULT, first->sentence);
  g_assert_cmpint (hw_item_get_problem (fixture_find (interview, "bound")), ==, HW_ITEM_FAULT);
  g_assert_cmpint (hw_item_get_problem (fixture_find (interview, "must")), ==, HW_ITEM_REQUIRED);
  g_assert_cmpint (hw_item_get_problem (fixture_find (interview, "g")), ==, HW_ITEM_FAULT);
  g_assert_false (hw_item_is_blocking (fixture_find (interview, "bound")));

  fixture_answer (interview, "pattern", "a");
  assert_faults (interview, "");
  assert_problem (interview, "asked", HW_ITEM_FINE, NULL);
  fixture_assert (interview, "sum", "1");
}

static const char counted[] = "type;name;label;repeat_count\n"
                              "text;size;Size;\n"
                              "begin_repeat;p;Person;${size}\n"
                              "text;who;Who;\n"
                              "end_repeat;;;\n";

static void
test_counts (void)
{
  static const struct
  {
    const char *answer;
    guint n_rows;
    gboolean is_fault;
  } rows[] = {
    { "0", 0, FALSE },       { "2", 2, FALSE },  { "", 0, FALSE },    { "2.9", 2, FALSE },
    { "-3", 0, FALSE },      { "two", 0, TRUE }, { "0.5", 0, FALSE }, { "999", 999, FALSE },
    { "1000", 1000, FALSE }, { "1", 1, FALSE },  { "1 2", 0, TRUE },
  };
  g_autoptr (HwInterview) interview = fixture_new (counted, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      fixture_answer (interview, "size", rows[i].answer);
      g_assert_cmpuint (count_rows (interview, "p"), ==, rows[i].n_rows);
      assert_faults (interview, rows[i].is_fault ? "p.repeat_count " : "");
      g_assert_cmpint (hw_item_get_problem (fixture_find (interview, "p")), ==,
                       rows[i].is_fault ? HW_ITEM_FAULT : HW_ITEM_FINE);
      g_assert_cmpint (hw_item_get_problem (fixture_find (interview, "size")), ==, HW_ITEM_FINE);
    }
}

/* More than there can be: the rows that there can be are there, and the answer says what is wrong.
 */
static void
test_too_many (void)
{
  static const char sentence[] = "“p” would have 5000 rows by this answer. It has 1000, and more "
                                 "are not possible. Check the answer.";
  g_autoptr (HwInterview) interview = fixture_new (counted, NULL);

  fixture_answer (interview, "size", "5000");
  g_assert_cmpuint (count_rows (interview, "p"), ==, 1000);
  assert_problem (interview, "size", HW_ITEM_CONSTRAINT, sentence);
  assert_problem (interview, "p", HW_ITEM_FINE, NULL);
  g_assert_true (hw_item_is_blocking (fixture_find (interview, "size")));
  fixture_answer (interview, "size", "1001");
  g_assert_cmpint (hw_item_get_problem (fixture_find (interview, "size")), ==, HW_ITEM_CONSTRAINT);
  fixture_answer (interview, "size", "1000");
  assert_problem (interview, "size", HW_ITEM_FINE, NULL);
  assert_problem (interview, "p", HW_ITEM_FINE, NULL);
}

/* Rows that a person adds end at the same bound, with a sentence. */
static void
test_bound_of_inserting (void)
{
  static const char sheet[]
      = "type;name;label\nbegin_repeat;p;Person\ntext;who;Who\nend_repeat;;\n";
  g_autoptr (HwInterview) interview = fixture_new (sheet, NULL);
  g_autoptr (GError) error = NULL;
  HwItem *p = fixture_find (interview, "p");

  for (guint i = 0; i < 1000; i++)
    {
      g_assert_true (hw_interview_can_insert (interview, p));
      g_assert_nonnull (hw_interview_insert_row (interview, p, 0, NULL));
    }
  g_assert_false (hw_interview_can_insert (interview, p));
  g_assert_null (hw_interview_insert_row (interview, p, 0, &error));
  g_assert_error (error, HW_INTERVIEW_ERROR, HW_INTERVIEW_ERROR_NOT_ALLOWED);
  g_assert_cmpstr (error->message, ==, "“p” has 1000 rows already, and more are not possible.");
  g_assert_true (hw_interview_remove_row (interview, fixture_find (interview, "p[7]"), NULL, NULL));
  g_assert_nonnull (hw_interview_insert_row (interview, p, 7, NULL));
}

/* Where no answer decides, nobody could mend it: a fault of the questionnaire, which blocks
 * nothing. */
static void
test_too_many_always (void)
{
  static const char sheet[] = "type;name;label;repeat_count\nbegin_repeat;p;Person;1500\n"
                              "text;who;Who;\nend_repeat;;;\n";
  g_autoptr (HwInterview) interview = fixture_new (sheet, NULL);
  g_autoptr (GPtrArray) problems = hw_interview_list_problems (interview);

  g_assert_cmpuint (count_rows (interview, "p"), ==, 1000);
  g_assert_cmpint (hw_item_get_problem (fixture_find (interview, "p")), ==, HW_ITEM_FAULT);
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_false (hw_item_is_blocking (g_ptr_array_index (problems, 0)));
}

/* Rosters in rosters have a bound together. */
static void
test_too_many_within (void)
{
  static const char sheet[] = "type;name;label;repeat_count\n"
                              "integer;size;Size;\n"
                              "begin_repeat;p;Person;${size}\n"
                              "begin_repeat;q;Trip;${size}\n"
                              "text;who;Who;\n"
                              "end_repeat;;;\n"
                              "end_repeat;;;\n";
  g_autoptr (HwInterview) interview = fixture_new (sheet, NULL);

  fixture_answer (interview, "size", "1000");
  g_assert_cmpuint (count_rows (interview, "p"), ==, 1000);
  g_assert_cmpuint (count_rows (interview, "p[1]/q"), ==, 1000);
  g_assert_cmpint (hw_item_get_problem (fixture_find (interview, "size")), ==, HW_ITEM_CONSTRAINT);
  fixture_answer (interview, "size", "1");
  g_assert_cmpint (hw_item_get_problem (fixture_find (interview, "size")), ==, HW_ITEM_FINE);
}

/* “Is there another one?” in the last row makes the next row. */
static void
test_count_from_inside (void)
{
  static const char sheet[] = "type;name;label;repeat_count\n"
                              "begin_repeat;p;Person;if(/data/p[last()]/more = 1 or count(/data/p) "
                              "= 0, count(/data/p) + 1, count(/data/p))\n"
                              "integer;more;More;\n"
                              "end_repeat;;;\n";
  g_autoptr (HwInterview) interview = fixture_new (sheet, NULL);

  g_assert_cmpuint (count_rows (interview, "p"), ==, 1);
  fixture_answer (interview, "p[1]/more", "1");
  g_assert_cmpuint (count_rows (interview, "p"), ==, 2);
  fixture_answer (interview, "p[2]/more", "0");
  g_assert_cmpuint (count_rows (interview, "p"), ==, 2);
  fixture_answer (interview, "p[2]/more", "1");
  g_assert_cmpuint (count_rows (interview, "p"), ==, 3);
}

/* A circle through other rows comes to an end, and says that it is one. */
static void
test_circle (void)
{
  static const char lines[] = "type;name;label;calculation\n"
                              "begin_repeat;p;Person;\n"
                              "integer;x;X;\n"
                              "calculate;a;;sum(../following-sibling::p/b) + ${x}\n"
                              "calculate;b;;sum(../preceding-sibling::p/a) + 1\n"
                              "end_repeat;;;\n"
                              "integer;other;Other;\n";
  g_autoptr (HwInterview) interview = fixture_new (lines, NULL);
  g_autoptr (GPtrArray) faults = NULL;
  gint64 start;

  for (guint i = 0; i < 60; i++)
    hw_interview_insert_row (interview, fixture_find (interview, "p"), 0, NULL);
  start = g_get_monotonic_time ();
  fixture_answer (interview, "p[1]/x", "1");
  g_assert_cmpint (g_get_monotonic_time () - start, <, 20 * G_USEC_PER_SEC);
  fixture_assert (interview, "p[1]/x", "1");
  faults = hw_interview_list_faults (interview);
  g_assert_cmpuint (faults->len, >, 0);
  g_assert_cmpstr (((HwFault *) g_ptr_array_index (faults, 0))->column, ==, "calculation");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/faults/expressions", test_expressions);
  g_test_add_func ("/faults/counts", test_counts);
  g_test_add_func ("/faults/too-many", test_too_many);
  g_test_add_func ("/faults/bound-of-inserting", test_bound_of_inserting);
  g_test_add_func ("/faults/too-many-always", test_too_many_always);
  g_test_add_func ("/faults/too-many-within", test_too_many_within);
  g_test_add_func ("/faults/count-from-inside", test_count_from_inside);
  g_test_add_func ("/faults/circle", test_circle);
  return g_test_run ();
}
