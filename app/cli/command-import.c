/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/command.h"
#include "store/import.h"

static void
say_result (const HwImportResult *result,
            const char *refused)
{
  g_printerr (ngettext ("%u row imported", "%u rows imported", result->n_stored), result->n_stored);
  g_printerr (ngettext (", %u row refused.", ", %u rows refused.", result->n_refused),
              result->n_refused);
  g_printerr ("\n");
  if (result->n_refused > 0 && result->n_stored == 0)
    g_printerr ("%s\n",
                _("Nothing was stored. Mend the file and import it again, or take the good "
                  "rows with --partial."));
  if (result->n_refused > 0 && refused != NULL)
    g_printerr (_("What did not go in stands in “%s”, with what is wrong with it.\n"), refused);
}

/**
 * hw_command_import:
 * @argc: how many arguments
 * @argv: the arguments; the first is the name of the command
 *
 * Imports the rows of one level.
 *
 * Returns: %HW_EXIT_FINDINGS when something was refused and the rest stored, %HW_EXIT_NOT_DONE when
 *   nothing was stored
 */
int
hw_command_import (int argc,
                   char **argv)
{
  gboolean partial = FALSE;
  g_autofree char *refused = NULL;
  g_autoptr (HwProblems) problems = hw_problems_new ();
  g_autoptr (HwSurveyFile) file = NULL;
  g_autoptr (GError) error = NULL;
  HwImportResult result = { 0 };
  GOptionEntry entries[] = {
    { "partial", 0, 0, G_OPTION_ARG_NONE, &partial,
      N_("Take the good rows although others are refused"), NULL },
    { "refused", 0, 0, G_OPTION_ARG_FILENAME, &refused,
      N_("Write the rows that did not go in, to be mended and imported again"), N_("FILE") },
    { NULL },
  };

  if (!hw_command_parse (
          "SURVEY LEVEL FILE.csv",
          _("Imports the rows of one level (household, member …) from a CSV file whose "
            "columns are named as the questions. A row of a lower level names its "
            "household by the questions that identify it, and each row between by the "
            "first question of that level."),
          entries, 3, 3, &argc, &argv))
    return HW_EXIT_NOT_DONE;
  file = hw_survey_file_open (argv[1], FALSE, &error);
  if (file == NULL
      || !hw_survey_file_import (file, argv[2], argv[3], partial, refused, problems, &result,
                                 &error))
    {
      hw_command_print_problems (problems);
      return hw_command_fail (error);
    }
  hw_problems_sort (problems);
  hw_command_print_problems (problems);
  say_result (&result, refused);
  if (hw_problems_count (problems, HW_PROBLEM_ERROR) == 0)
    return HW_EXIT_DONE;
  return result.n_stored > 0 ? HW_EXIT_FINDINGS : HW_EXIT_NOT_DONE;
}
