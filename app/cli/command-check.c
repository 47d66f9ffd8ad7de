/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "cli/command.h"
#include "cli/output.h"
#include "questionnaire/questionnaire.h"

static HwProblemSubject
get_subject (const HwProblem *problem)
{
  const HwProblemCode *code = problem->code != NULL ? hw_problem_code_find (problem->code) : NULL;

  return code != NULL ? code->subject : HW_SUBJECT_STRUCTURE;
}

static void
print_line (const HwProblem *problem)
{
  HwProblem marked = *problem;
  g_autofree char *message = NULL;
  g_autofree char *line = NULL;

  if (problem->severity == HW_PROBLEM_WARNING)
    {
      /* Translators: what stands before a remark on a questionnaire that is no fault. */
      message = g_strdup_printf (_("advice: %s"), problem->message);
      marked.message = message;
    }
  line = hw_problem_dup_string (&marked);
  printf ("%s\n", line);
}

/* What is of one subject is mended together; the faults first, because without them nothing works. */
static void
print_subject (HwProblems *problems,
               HwProblemSubject subject,
               gboolean *first)
{
  gboolean headed = FALSE;

  for (guint severity = HW_PROBLEM_ERROR; severity <= HW_PROBLEM_WARNING; severity++)
    for (guint i = 0; i < hw_problems_get_length (problems); i++)
      {
        const HwProblem *problem = hw_problems_get (problems, i);

        if (get_subject (problem) != subject || problem->severity != severity)
          continue;
        if (!headed)
          printf ("%s%s\n", *first ? "" : "\n", hw_problem_subject_get_name (subject));
        headed = TRUE;
        *first = FALSE;
        print_line (problem);
      }
}

static void
print_text (HwProblems *problems)
{
  guint n_faults = hw_problems_count (problems, HW_PROBLEM_ERROR);
  guint n_advice = hw_problems_count (problems, HW_PROBLEM_WARNING);
  gboolean first = TRUE;

  for (guint subject = 0; subject < HW_N_SUBJECTS; subject++)
    print_subject (problems, subject, &first);
  if (!first)
    printf ("\n");
  printf (ngettext ("%u fault.", "%u faults.", n_faults), n_faults);
  printf (" ");
  printf (ngettext ("%u piece of advice.", "%u pieces of advice.", n_advice), n_advice);
  printf ("\n");
}

static void
print_rows (HwProblems *problems,
            HwFormat format)
{
  static const char *const columns[]
      = { "code", "severity", "file",     "sheet", "line",    "column",
          "cell", "question", "lines", "message", NULL };
  g_autoptr (HwOutput) output = hw_output_new (format, columns);

  for (guint i = 0; i < hw_problems_get_length (problems); i++)
    {
      const HwProblem *problem = hw_problems_get (problems, i);
      g_autofree char *cell = hw_problem_dup_cell (problem);

      hw_output_add (output, problem->code);
      hw_output_add (output, problem->severity == HW_PROBLEM_ERROR ? "fault" : "advice");
      hw_output_add (output, problem->file);
      hw_output_add (output, problem->sheet);
      hw_output_add_count (output, problem->line);
      hw_output_add_count (output, problem->column);
      hw_output_add (output, *cell != '\0' ? cell : NULL);
      hw_output_add (output, problem->question);
      hw_output_add (output, problem->lines);
      hw_output_add (output, problem->message);
    }
  hw_output_print (output);
}

/**
 * hw_command_check:
 * @argc: how many arguments
 * @argv: the arguments; the first is the name of the command
 *
 * Prints what is wrong with a questionnaire, and what somebody should know about it.
 *
 * Returns: %HW_EXIT_FINDINGS when it has a fault; advice alone is no finding
 */
int
hw_command_check (int argc,
                  char **argv)
{
  g_autofree char *format_name = NULL;
  g_autoptr (HwProblems) problems = hw_problems_new ();
  g_autoptr (HwQuestionnaire) questionnaire = NULL;
  g_autoptr (GError) error = NULL;
  HwFormat format;
  GOptionEntry entries[] = { HW_FORMAT_OPTION (&format_name), { NULL } };

  if (!hw_command_parse (
          "QUESTIONNAIRE",
          _("Reads a questionnaire (a workbook, a CSV file, or a folder with survey.csv, "
            "choices.csv and settings.csv) and prints its faults and advice subject by subject, "
            "each with file, line and column. Advice alone leaves the exit status at 0. "
            "“homeward-cli explain” says more about the codes of --format json."),
          entries, 1, 1, &argc, &argv))
    return HW_EXIT_NOT_DONE;
  if (!hw_format_from_name (format_name, &format, &error))
    return hw_command_fail (error);
  hw_problems_ask_advice (problems);
  questionnaire = hw_questionnaire_new_from_path (argv[1], problems, &error);
  if (error != NULL)
    return hw_command_fail (error);
  if (format == HW_FORMAT_TEXT)
    print_text (problems);
  else
    print_rows (problems, format);
  return questionnaire != NULL ? HW_EXIT_DONE : HW_EXIT_FINDINGS;
}
