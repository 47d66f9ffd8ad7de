/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/form/check-report.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/csv-writer.h"

/**
 * hw_check_report_dup_verdict:
 * @problems: what was found
 *
 * Returns: (transfer full): how much it is, and whether the questionnaire can be used
 */
char *
hw_check_report_dup_verdict (HwProblems *problems)
{
  guint n_faults = hw_problems_count (problems, HW_PROBLEM_ERROR);
  guint n_advice = hw_problems_count (problems, HW_PROBLEM_WARNING);
  g_autofree char *faults = NULL;
  g_autofree char *advice = NULL;

  if (n_faults == 0 && n_advice == 0)
    return g_strdup (_("This questionnaire can be used as it is."));
  /* Translators: %u is the number of remarks on a questionnaire. */
  advice = g_strdup_printf (ngettext ("There is %u piece of advice.",
                                      "There are %u pieces of advice.", n_advice),
                            n_advice);
  if (n_faults == 0)
    return g_strdup_printf ("%s %s", _("This questionnaire can be used."), advice);
  /* Translators: %u is the number of faults that keep a questionnaire from being used. */
  faults = g_strdup_printf (ngettext ("This questionnaire has %u fault and cannot be used yet.",
                                      "This questionnaire has %u faults and cannot be used yet.",
                                      n_faults),
                            n_faults);
  return n_advice > 0 ? g_strdup_printf ("%s %s", faults, advice) : g_steal_pointer (&faults);
}

/**
 * hw_check_report_dup_text:
 * @problems: what was found
 *
 * Returns: (transfer full): all of it, to be pasted into a letter: faults, then advice
 */
char *
hw_check_report_dup_text (HwProblems *problems)
{
  GString *text = g_string_new (NULL);

  for (int severity = HW_PROBLEM_ERROR; severity <= HW_PROBLEM_WARNING; severity++)
    for (guint i = 0; i < hw_problems_get_length (problems); i++)
      {
        const HwProblem *problem = hw_problems_get (problems, i);
        g_autofree char *line = NULL;

        if ((int) problem->severity != severity)
          continue;
        line = hw_problem_dup_string (problem);
        g_string_append_printf (text, "%s: %s\n",
                                severity == HW_PROBLEM_ERROR ? _("Fault") : _("Advice"), line);
      }
  return g_string_free (text, FALSE);
}

static void
add_text (HwCsvWriter *writer,
          const char *text)
{
  hw_csv_writer_add (writer, text != NULL ? text : "");
}

static void
add_row (HwCsvWriter *writer,
         const HwProblem *problem)
{
  g_autofree char *cell = hw_problem_dup_cell (problem);
  g_autofree char *row = problem->line > 0 ? g_strdup_printf ("%u", problem->line) : NULL;

  add_text (writer, problem->severity == HW_PROBLEM_ERROR ? "fault" : "advice");
  add_text (writer, problem->code);
  add_text (writer, problem->file);
  add_text (writer, problem->sheet);
  add_text (writer, row);
  cell[strcspn (cell, "0123456789")] = '\0';
  add_text (writer, cell);
  add_text (writer, problem->question);
  add_text (writer, problem->message);
}

/**
 * hw_check_report_write:
 * @problems: what was found
 * @path: where to
 * @error: what went wrong
 *
 * Writes all of it as CSV, with names of columns that stay the same in every language.
 *
 * Returns: whether it is written
 */
gboolean
hw_check_report_write (HwProblems *problems,
                       const char *path,
                       GError **error)
{
  static const char *const columns[]
      = { "severity", "code", "file", "sheet", "row", "column", "question", "message" };
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (HwCsvWriter) writer = hw_csv_writer_new_string (text);

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    hw_csv_writer_add (writer, columns[i]);
  hw_csv_writer_end_row (writer, NULL);
  for (guint i = 0; i < hw_problems_get_length (problems); i++)
    {
      add_row (writer, hw_problems_get (problems, i));
      hw_csv_writer_end_row (writer, NULL);
    }
  return g_file_set_contents (path, text->str, (gssize) text->len, error);
}
