/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/problem.h"

static void
test_strings (void)
{
  static const struct
  {
    const char *file;
    guint line, column;
    const char *expected;
  } rows[] = {
    { "survey.csv", 41, 5, "survey.csv:41:5: Odd" },
    { "survey.csv", 41, 0, "survey.csv:41: Odd" },
    { "survey.csv", 0, 5, "survey.csv: Odd" },
    { NULL, 0, 0, "Odd" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (HwProblems) problems = hw_problems_new ();
      g_autofree char *text = NULL;

      hw_problems_add (problems, HW_PROBLEM_WARNING, rows[i].file, rows[i].line, rows[i].column,
                       "%s", "Odd");
      text = hw_problem_dup_string (hw_problems_get (problems, 0));
      g_assert_cmpstr (text, ==, rows[i].expected);
    }
}

static void
test_sheets (void)
{
  static const struct
  {
    guint line, column;
    const char *expected;
  } rows[] = {
    { 12, 6, "form.xlsx, survey, row 12, column F: Odd" },
    { 12, 27, "form.xlsx, survey, row 12, column AA: Odd" },
    { 12, 702, "form.xlsx, survey, row 12, column ZZ: Odd" },
    { 12, 703, "form.xlsx, survey, row 12, column AAA: Odd" },
    { 12, G_MAXUINT, "form.xlsx, survey, row 12, column MWLQKWU: Odd" },
    { 12, 0, "form.xlsx, survey, row 12: Odd" },
    { 0, 6, "form.xlsx, survey: Odd" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (HwProblems) problems = hw_problems_new ();
      g_autofree char *text = NULL;

      hw_problems_add_in (problems, HW_PROBLEM_WARNING, "form.xlsx", "survey", rows[i].line,
                          rows[i].column, "%s", "Odd");
      text = hw_problem_dup_string (hw_problems_get (problems, 0));
      g_assert_cmpstr (text, ==, rows[i].expected);
    }
}

static void
test_order_and_count (void)
{
  g_autoptr (HwProblems) problems = hw_problems_new ();

  hw_problems_add (problems, HW_PROBLEM_ERROR, "survey.csv", 10, 2, "third");
  hw_problems_add (problems, HW_PROBLEM_WARNING, "survey.csv", 2, 9, "second");
  hw_problems_add (problems, HW_PROBLEM_ERROR, "choices.csv", 50, 1, "first");
  hw_problems_sort (problems);
  g_assert_cmpstr (hw_problems_get (problems, 0)->message, ==, "first");
  g_assert_cmpstr (hw_problems_get (problems, 1)->message, ==, "second");
  g_assert_cmpstr (hw_problems_get (problems, 2)->message, ==, "third");
  g_assert_cmpuint (hw_problems_get_length (problems), ==, 3);
  g_assert_cmpuint (hw_problems_count (problems, HW_PROBLEM_ERROR), ==, 2);
  g_assert_cmpuint (hw_problems_count (problems, HW_PROBLEM_WARNING), ==, 1);
}

static void
test_cells (void)
{
  static const struct
  {
    guint line, column;
    const char *expected;
  } rows[] = {
    { 12, 6, "F12" }, { 1, 26, "Z1" }, { 3, 27, "AA3" }, { 9, 703, "AAA9" }, { 0, 5, "" }, { 5, 0, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      HwProblem problem = { .line = rows[i].line, .column = rows[i].column };
      g_autofree char *cell = hw_problem_dup_cell (&problem);

      g_assert_cmpstr (cell, ==, rows[i].expected);
    }
}

static void
check_code_cb (const HwProblemCode *code,
               gpointer data)
{
  GHashTable *seen = data;

  g_assert_true (g_hash_table_add (seen, (gpointer) code->code));
  g_assert_true (hw_problem_code_find (code->code) == code);
  g_assert_true (g_str_has_suffix (code->explanation, "."));
  g_assert_cmpstr (hw_problem_subject_get_name (code->subject), !=, "");
  for (const char *at = code->code; *at != '\0'; at++)
    g_assert_true (g_ascii_islower (*at) || *at == '-');
}

/* Scripts know the codes, so each is one word of its own. */
static void
test_codes (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  hw_problem_codes_foreach (check_code_cb, seen);
  g_assert_cmpuint (g_hash_table_size (seen), >, 2);
  g_assert_null (hw_problem_code_find ("no-such-code"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/problem/strings", test_strings);
  g_test_add_func ("/problem/cells", test_cells);
  g_test_add_func ("/problem/codes", test_codes);
  g_test_add_func ("/problem/sheets", test_sheets);
  g_test_add_func ("/problem/order-and-count", test_order_and_count);
  return g_test_run ();
}
