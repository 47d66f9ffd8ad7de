/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/command.h"
#include "cli/output.h"
#include "store/survey-file.h"

/**
 * hw_command_list:
 * @argc: how many arguments
 * @argv: the arguments; the first is the name of the command
 *
 * Prints one line an interview.
 *
 * Returns: %HW_EXIT_DONE, or %HW_EXIT_NOT_DONE when the survey cannot be read
 */
int
hw_command_list (int argc,
                 char **argv)
{
  static const char *const columns[]
      = { "id", "label", "status", "percent", "problems", "modified", "person", "reason", NULL };
  g_autofree char *format_name = NULL;
  g_autoptr (HwSurveyFile) file = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (HwOutput) output = NULL;
  g_autoptr (GError) error = NULL;
  HwFormat format;
  GOptionEntry entries[] = { HW_FORMAT_OPTION (&format_name), { NULL } };

  if (!hw_command_parse (
          "SURVEY",
          _("Lists the interviews of a survey: those that were returned first, then "
            "those that were worked on last."),
          entries, 1, 1, &argc, &argv))
    return HW_EXIT_NOT_DONE;
  if (!hw_format_from_name (format_name, &format, &error))
    return hw_command_fail (error);
  file = hw_survey_file_open (argv[1], TRUE, &error);
  list = file != NULL ? hw_survey_file_list_interviews (file, &error) : NULL;
  if (list == NULL)
    return hw_command_fail (error);
  output = hw_output_new (format, columns);
  for (guint i = 0; i < list->len; i++)
    {
      HwInterviewSummary *summary = g_ptr_array_index (list, i);

      hw_output_add (output, hw_interview_summary_get_id (summary));
      hw_output_add (output, hw_interview_summary_get_label (summary));
      hw_output_add (output, hw_status_get_name (hw_interview_summary_get_status (summary)));
      hw_output_add_count (output, hw_interview_summary_get_percent (summary));
      hw_output_add_count (output, hw_interview_summary_get_problems (summary));
      hw_output_add (output, hw_interview_summary_get_modified (summary));
      hw_output_add (output, hw_interview_summary_get_person (summary));
      hw_output_add (output, hw_interview_summary_get_reason (summary));
    }
  hw_output_print (output);
  return HW_EXIT_DONE;
}
