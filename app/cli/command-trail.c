/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/command.h"
#include "cli/output.h"
#include "cli/survey-argument.h"

static gboolean
add_trail (HwOutput *output,
           HwSurveyFile *file,
           const char *id,
           GError **error)
{
  g_autoptr (GPtrArray) trail = hw_survey_file_list_trail (file, id, NULL, NULL, error);

  if (trail == NULL)
    return FALSE;
  for (guint i = 0; i < trail->len; i++)
    {
      HwTrailEntry *entry = g_ptr_array_index (trail, i);

      hw_output_add_count (output, (guint64) entry->sequence);
      hw_output_add (output, id);
      hw_output_add (output, entry->time);
      hw_output_add (output, entry->person);
      hw_output_add (output, entry->kind);
      hw_output_add (output, entry->question);
      hw_output_add (output, entry->row_id);
      hw_output_add (output, entry->before);
      hw_output_add (output, entry->after);
      hw_output_add (output, entry->reason);
    }
  return TRUE;
}

static gboolean
add_all (HwOutput *output,
         HwSurveyFile *file,
         GError **error)
{
  g_autoptr (GPtrArray) list = hw_survey_file_list_interviews (file, error);

  if (list == NULL)
    return FALSE;
  for (guint i = 0; i < list->len; i++)
    if (!add_trail (output, file, hw_interview_summary_get_id (g_ptr_array_index (list, i)), error))
      return FALSE;
  return TRUE;
}

/**
 * hw_command_trail:
 * @argc: how many arguments
 * @argv: the arguments; the first is the name of the command
 *
 * Prints who answered what, when, and what stood there before.
 *
 * Returns: %HW_EXIT_DONE, or %HW_EXIT_NOT_DONE when there is no such interview
 */
int
hw_command_trail (int argc,
                  char **argv)
{
  static const char *const columns[]
      = { "sequence", "interview", "time",  "person", "kind", "question",
          "row",      "before",    "after", "reason", NULL };
  g_autofree char *format_name = NULL;
  g_autofree char *id = NULL;
  g_autoptr (HwSurveyFile) file = NULL;
  g_autoptr (HwOutput) output = NULL;
  g_autoptr (GError) error = NULL;
  HwFormat format;
  GOptionEntry entries[] = { HW_FORMAT_OPTION (&format_name), { NULL } };

  if (!hw_command_parse (
          "SURVEY [INTERVIEW]",
          _("Shows who answered what, when, what stood there before, and why: for one "
            "interview, or for all, one after the other."),
          entries, 1, 2, &argc, &argv))
    return HW_EXIT_NOT_DONE;
  if (!hw_format_from_name (format_name, &format, &error))
    return hw_command_fail (error);
  file = hw_survey_file_open (argv[1], TRUE, &error);
  if (file == NULL)
    return hw_command_fail (error);
  if (argc > 2)
    {
      id = hw_survey_file_dup_named (file, argv[2], &error);
      if (id == NULL)
        return hw_command_fail (error);
    }
  output = hw_output_new (format, columns);
  if (!(id != NULL ? add_trail (output, file, id, &error) : add_all (output, file, &error)))
    return hw_command_fail (error);
  hw_output_print (output);
  return HW_EXIT_DONE;
}
