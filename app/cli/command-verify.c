/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "cli/command.h"
#include "store/survey-file.h"

/**
 * hw_command_verify:
 * @argc: how many arguments
 * @argv: the arguments; the first is the name of the command
 *
 * Computes the chain of the answer trail again.
 *
 * Returns: %HW_EXIT_FINDINGS when the trail is not as it was written
 */
int
hw_command_verify (int argc,
                   char **argv)
{
  g_autoptr (HwSurveyFile) file = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *number = NULL;
  gint64 broken;

  if (!hw_command_parse ("SURVEY",
                         _("Checks that the answer trail of a survey is as it was written: no row "
                           "changed, left out or taken away."),
                         NULL, 1, 1, &argc, &argv))
    return HW_EXIT_NOT_DONE;
  file = hw_survey_file_open (argv[1], TRUE, &error);
  if (file == NULL || !hw_survey_file_verify_trail (file, &broken, &error))
    return hw_command_fail (error);
  if (broken == 0)
    {
      printf ("%s\n", _("The answer trail is whole."));
      return HW_EXIT_DONE;
    }
  number = g_strdup_printf ("%" G_GINT64_FORMAT, broken);
  /* Translators: %s is the number of a row. */
  printf (_("The answer trail is not as it was written, from row %s on.\n"), number);
  return HW_EXIT_FINDINGS;
}
