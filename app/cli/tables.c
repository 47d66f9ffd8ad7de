/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/tables.h"

#include <glib/gi18n-lib.h>

#include "cli/command.h"
#include "store/survey-file.h"
#include "tabulate/plan.h"

static void
steal_tables (GPtrArray *from,
              GPtrArray *to)
{
  for (guint i = 0; i < from->len; i++)
    g_ptr_array_add (to, hw_table_ref (g_ptr_array_index (from, i)));
}

/* What is wrong with the design is found anew with every table that was asked for, and told once. */
static void
print_problems (HwProblems *problems)
{
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < hw_problems_get_length (problems); i++)
    {
      char *line = hw_problem_dup_string (hw_problems_get (problems, i));

      if (!g_hash_table_contains (told, line))
        g_printerr ("%s\n", line);
      g_hash_table_add (told, line);
    }
}

static gboolean
run_plan (HwPlan *plan,
          HwSurveyFile *file,
          const char *const *ids,
          const char *language,
          GPtrArray *tables,
          HwProblems *problems,
          GError **error)
{
  guint n = ids != NULL ? g_strv_length ((char **) ids) : 1;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GPtrArray) some
        = hw_plan_run (plan, file, ids != NULL ? ids[i] : NULL, language, problems, error);

      if (some == NULL)
        return FALSE;
      steal_tables (some, tables);
    }
  return TRUE;
}

/**
 * hw_command_make_tables:
 * @survey: the survey file
 * @plan: (nullable): the plan; without one there is nothing to do, and that is said
 * @ids: (nullable) (array zero-terminated=1): the tables; %NULL for all
 * @language: (nullable): of labels
 * @tables: (out) (transfer container): the tables; %NULL when nothing was done
 *
 * Runs a plan and prints its problems on standard error.
 *
 * Returns: %HW_EXIT_DONE, %HW_EXIT_FINDINGS when something is wrong and the rest was made, or
 *   %HW_EXIT_NOT_DONE
 */
int
hw_command_make_tables (const char *survey,
                        const char *plan,
                        const char *const *ids,
                        const char *language,
                        GPtrArray **tables)
{
  g_autoptr (HwProblems) problems = hw_problems_new ();
  g_autoptr (HwPlan) read = NULL;
  g_autoptr (HwSurveyFile) file = NULL;
  g_autoptr (GPtrArray) made = g_ptr_array_new_with_free_func ((GDestroyNotify) hw_table_unref);
  g_autoptr (GError) error = NULL;

  *tables = NULL;
  if (plan == NULL)
    {
      g_printerr (_("%s: Say which tables to make: --plan PLAN.csv\n"), g_get_prgname ());
      return HW_EXIT_NOT_DONE;
    }
  read = hw_plan_new_from_file (plan, problems, &error);
  if (read == NULL)
    {
      hw_problems_sort (problems);
      print_problems (problems);
      return error != NULL ? hw_command_fail (error) : HW_EXIT_NOT_DONE;
    }
  file = hw_survey_file_open (survey, TRUE, &error);
  if (file == NULL || !run_plan (read, file, ids, language, made, problems, &error))
    {
      print_problems (problems);
      return hw_command_fail (error);
    }
  print_problems (problems);
  if (made->len == 0)
    return HW_EXIT_NOT_DONE;
  *tables = g_steal_pointer (&made);
  return hw_problems_count (problems, HW_PROBLEM_ERROR) > 0 ? HW_EXIT_FINDINGS : HW_EXIT_DONE;
}
