/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tabulate/plan.h"
#include "tabulate/sql-text.h"

#define HEADING "table,title,level,universe,rows,columns,layers,statistic,variable,denominator,weight,note\n"

static HwPlan *
read_plan (const char *plan,
           const char *variables,
           HwProblems *problems)
{
  g_autoptr (GBytes) lines = g_bytes_new_static (plan, strlen (plan));
  g_autoptr (GBytes) derived = NULL;

  if (variables != NULL)
    derived = g_bytes_new_static (variables, strlen (variables));
  return hw_plan_new_from_bytes (lines, derived, NULL, problems);
}

static void
test_ids (void)
{
  g_autoptr (HwProblems) problems = hw_problems_new ();
  g_autoptr (HwPlan) plan = read_plan (HEADING "T2,Second,flow,,,,,count,,,,\n"
                                               "T1,First,flow,,sex,,,row%,,,,\n", NULL, problems);
  g_autoptr (HwPlan) good = read_plan (HEADING "T2,Second,flow,,,,,count,,,,\n"
                                               ",,,,,,,,,,,\n"
                                               "T1,First,flow,,sex,sex,,row%,,,,\n"
                                               "T2,Again,flow,amt > 0,,,,p90,amt,,none,\n", NULL, problems);
  g_autoptr (GPtrArray) ids = NULL;

  g_assert_null (plan);
  g_assert_nonnull (good);
  ids = hw_plan_list_ids (good);
  g_assert_cmpuint (ids->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (ids, 0), ==, "T2");
  g_assert_cmpstr (hw_plan_get_title (good, "T2"), ==, "Second");
  g_assert_null (hw_plan_get_title (good, "T3"));
}

/* One fault a line, and each is told with its line and field. */
static void
test_faults (void)
{
  static const char lines[]
    = HEADING ",,flow,,,,,count,,,,\n"                    /* 2: no id */
              "T,,flow,,,,,average,amt,,,\n"              /* 3: no such statistic */
              "T,,flow,,,,,p100,amt,,,\n"                 /* 4: no such percentile */
              "T,,flow,,,,,mean,,,,\n"                    /* 5: mean of nothing */
              "T,,flow,,,,,ratio,amt,,,\n"                /* 6: no denominator */
              "T,,flow,,,,,total,amt,n,,\n"               /* 7: a denominator too many */
              "T,,flow,,,,,count,amt,,,\n"                /* 8: a variable too many */
              "T,,flow,,sex,,,row%,,,,\n"                 /* 9: no columns */
              "T,,flow,,,sex,,column%,,,,\n"              /* 10: no rows */
              "T,,,,,,,count,,,,\n"                       /* 11: no level */
              "T,,flow,(amt > 0,,,,count,,,,\n"           /* 12: open parenthesis */
              "T,,flow,,a+b,,,count,,,,\n"                /* 13: a formula as a row */
              "T,,flow,,,,,count,,,w; DELETE,\n"          /* 14: more than a formula */
              "T,,flow,,sex,,,remittances,,,,\n";         /* 15: rows of its own */
  const guint columns[] = { 1, 8, 8, 9, 10, 10, 9, 6, 5, 3, 4, 5, 11, 5 };
  g_autoptr (HwProblems) problems = hw_problems_new ();

  g_assert_null (read_plan (lines, NULL, problems));
  g_assert_cmpuint (hw_problems_get_length (problems), ==, G_N_ELEMENTS (columns));
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      const HwProblem *problem = hw_problems_get (problems, i);

      g_assert_cmpstr (problem->file, ==, "plan.csv");
      g_assert_cmpuint (problem->line, ==, i + 2);
      g_assert_cmpuint (problem->column, ==, columns[i]);
    }
}

static void
test_derived_faults (void)
{
  static const char variables[] = "name,level,expression,label\n"
                                  "pair,flow,a || b,\n"
                                  "Pair,flow,1,\n"      /* SQLite does not tell it from pair */
                                  "1st,flow,1,\n"
                                  "empty,flow,,\n"
                                  "open,flow,'text,\n";
  g_autoptr (HwProblems) problems = hw_problems_new ();

  g_assert_null (read_plan (HEADING "T,,flow,,,,,count,,,,\n", variables, problems));
  g_assert_cmpuint (hw_problems_get_length (problems), ==, 4);
  for (guint i = 0; i < 4; i++)
    {
      g_assert_cmpstr (hw_problems_get (problems, i)->file, ==, "plan-variables.csv");
      g_assert_cmpuint (hw_problems_get (problems, i)->line, ==, i + 3);
    }
}

static void
test_headings (void)
{
  g_autoptr (HwProblems) missing = hw_problems_new ();
  g_autoptr (HwProblems) strange = hw_problems_new ();
  g_autoptr (HwProblems) empty = hw_problems_new ();
  g_autoptr (HwPlan) plan = NULL;

  g_assert_null (read_plan ("table,title\nT,x\n", NULL, missing));
  g_assert_cmpuint (hw_problems_count (missing, HW_PROBLEM_ERROR), ==, 2);
  plan = read_plan ("table,level,statistic,colour\nT,flow,count,red\n", NULL, strange);
  g_assert_nonnull (plan);
  g_assert_cmpuint (hw_problems_count (strange, HW_PROBLEM_WARNING), ==, 1);
  g_assert_null (read_plan (HEADING, NULL, empty));
  g_assert_cmpuint (hw_problems_count (empty, HW_PROBLEM_ERROR), ==, 1);
}

static void
test_external (void)
{
  static const char items[] = "line,column,amount,source,date\n"
                              "8b,credit,1000,Central bank,2026-06-30\n"
                              "8z,credit,1,Central bank,2026-06-30\n"
                              "8b,debit,a lot,Central bank,2026-06-30\n"
                              "9c,credit,1,,2026-06-30\n";
  g_autoptr (HwProblems) problems = hw_problems_new ();
  g_autoptr (HwPlan) plan = read_plan (HEADING "T31,,,,,,,remittances,,,,\n", NULL, problems);
  g_autoptr (GBytes) bytes = g_bytes_new_static (items, sizeof items - 1);

  g_assert_nonnull (plan);
  g_assert_false (hw_plan_add_external (plan, bytes, problems));
  g_assert_cmpuint (hw_problems_get_length (problems), ==, 3);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpuint (hw_problems_get (problems, i)->line, ==, i + 3);
}

static void
test_words (void)
{
  g_autoptr (GHashTable) words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  hw_sql_text_add_words ("CASE WHEN x.fl_abr>0 THEN 'mm' ELSE \"my-name\" END -b", words);
  g_assert_true (g_hash_table_contains (words, "fl_abr"));
  g_assert_true (g_hash_table_contains (words, "my-name"));
  g_assert_true (g_hash_table_contains (words, "b"));
  g_assert_true (g_hash_table_contains (words, "x"));
  g_assert_false (g_hash_table_contains (words, "-b"));
  g_assert_false (g_hash_table_contains (words, ""));
}

static void
test_sql (void)
{
  const struct { const char *written; const char *sql; } rows[] = {
    { "amt > 0", "amt > 0" },
    { "${amt}", "amt" },
    { "${amt} > ${ my-min }", "\"amt\" > \"my-min\"" },
    { "a = '${amt}'", "a = '${amt}'" },
    { "\"${\" || b", "\"${\" || b" },
    { "'it''s ${a}' || ${b}", "'it''s ${a}' || \"b\"" },
    { "${open", "${open" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *sql = hw_sql_text_dup_sql (rows[i].written);

      g_assert_cmpstr (sql, ==, rows[i].sql);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tabulate/plan/ids", test_ids);
  g_test_add_func ("/tabulate/plan/faults", test_faults);
  g_test_add_func ("/tabulate/plan/derived-faults", test_derived_faults);
  g_test_add_func ("/tabulate/plan/headings", test_headings);
  g_test_add_func ("/tabulate/plan/external", test_external);
  g_test_add_func ("/tabulate/plan/words", test_words);
  g_test_add_func ("/tabulate/plan/sql", test_sql);
  return g_test_run ();
}
