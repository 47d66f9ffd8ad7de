/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli/command.h"
#include "cli/output.h"
#include "review/progress.h"

static void
print_progress (GPtrArray *rows,
                HwFormat format)
{
  const char *columns[HW_STATUS_VOID + 5] = { "person" };
  g_autoptr (HwOutput) output = NULL;

  for (guint i = 0; i <= HW_STATUS_VOID; i++)
    columns[i + 1] = hw_status_get_name ((HwStatus) i);
  columns[HW_STATUS_VOID + 2] = "all";
  columns[HW_STATUS_VOID + 3] = "problems";
  output = hw_output_new (format, columns);
  for (guint i = 0; i < rows->len; i++)
    {
      const HwProgress *row = g_ptr_array_index (rows, i);

      hw_output_add (output, row->person != NULL ? row->person : _("All"));
      for (guint j = 0; j <= HW_STATUS_VOID; j++)
        hw_output_add_count (output, row->by_status[j]);
      hw_output_add_count (output, row->n);
      hw_output_add_count (output, row->n_problems);
    }
  hw_output_print (output);
}

/**
 * hw_command_progress:
 * @argc: how many arguments
 * @argv: the arguments; the first is the name of the command
 *
 * Prints how many interviews every person has in each status, and all together.
 *
 * Returns: the exit status
 */
int
hw_command_progress (int argc,
                     char **argv)
{
  g_autofree char *format_name = NULL;
  g_autoptr (HwSurveyFile) file = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;
  HwFormat format;
  GOptionEntry entries[] = { HW_FORMAT_OPTION (&format_name), { NULL } };

  if (!hw_command_parse ("SURVEY", _("Prints how far the work is, by person and status."), entries,
                         1, 1, &argc, &argv))
    return HW_EXIT_NOT_DONE;
  if (!hw_format_from_name (format_name, &format, &error))
    return hw_command_fail (error);
  file = hw_survey_file_open (argv[1], TRUE, &error);
  rows = file != NULL ? hw_review_list_progress (file, &error) : NULL;
  if (rows == NULL)
    return hw_command_fail (error);
  print_progress (rows, format);
  return HW_EXIT_DONE;
}
