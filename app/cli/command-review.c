/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "cli/command.h"
#include "cli/survey-argument.h"
#include "review/finding.h"

/* One interview: done, or a word on standard error why not; FALSE then. */
static gboolean
decide (HwSurveyFile *file,
        const char *name,
        const char *reason)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = hw_survey_file_dup_named (file, name, &error);
  gboolean done = id != NULL
                  && (reason != NULL ? hw_review_return (file, id, reason, &error)
                                     : hw_review_approve (file, id, &error));

  if (!done)
    {
      fprintf (stderr, "%s: %s\n", name, error->message);
      return FALSE;
    }
  printf ("%s %s\n", id,
          hw_status_get_name (reason != NULL ? HW_STATUS_RETURNED : HW_STATUS_APPROVED));
  return TRUE;
}

/**
 * hw_command_review:
 * @argc: how many arguments
 * @argv: the arguments; the first is the name of the command
 *
 * Approves interviews or sends them back, for supervisors who decide on many of them by a rule.
 *
 * Returns: %HW_EXIT_FINDINGS when some of them could not be decided on
 */
int
hw_command_review (int argc,
                   char **argv)
{
  gboolean approve = FALSE;
  g_autofree char *reason = NULL;
  g_autoptr (HwSurveyFile) file = NULL;
  g_autoptr (GError) error = NULL;
  int n_undecided = 0;
  GOptionEntry entries[] = {
    { "approve", 0, 0, G_OPTION_ARG_NONE, &approve, N_("Approve the interviews"), NULL },
    { "return", 0, 0, G_OPTION_ARG_STRING, &reason, N_("Send the interviews back, and say why"),
      N_("REASON") },
    { NULL },
  };

  if (!hw_command_parse ("SURVEY INTERVIEW…",
                         _("Approves completed interviews or sends them back to their enumerators."),
                         entries, 2, -1, &argc, &argv))
    return HW_EXIT_NOT_DONE;
  if (approve == (reason != NULL))
    {
      fprintf (stderr, "%s\n", _("Give either --approve or --return with a reason."));
      return HW_EXIT_NOT_DONE;
    }
  file = hw_survey_file_open (argv[1], FALSE, &error);
  if (file == NULL)
    return hw_command_fail (error);
  for (int i = 2; i < argc; i++)
    n_undecided += !decide (file, argv[i], reason);
  return n_undecided > 0 ? HW_EXIT_FINDINGS : HW_EXIT_DONE;
}
