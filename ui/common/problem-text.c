/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/common/problem-text.h"

#include <glib/gi18n.h>

#define MAX_SENTENCES 5

/**
 * hw_problem_text_dup:
 * @problems: what is wrong
 * @severity: which of it
 *
 * Returns: (transfer full): the first few as sentences, errors with their place and one a line; ""
 *   when there are none
 */
char *
hw_problem_text_dup (HwProblems *problems,
                     HwProblemSeverity severity)
{
  const char *between = severity == HW_PROBLEM_ERROR ? "\n" : " ";
  GString *text = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < hw_problems_get_length (problems); i++)
    {
      const HwProblem *problem = hw_problems_get (problems, i);
      /* An error has a place that one goes to; a warning is about the survey that is open. */
      g_autofree char *whole = severity == HW_PROBLEM_ERROR ? hw_problem_dup_string (problem)
                                                            : g_strdup (problem->message);

      if (problem->severity == severity && ++n <= MAX_SENTENCES)
        g_string_append_printf (text, "%s%s", n > 1 ? between : "", whole);
    }
  if (n > MAX_SENTENCES)
    {
      g_autofree char *rest = g_strdup_printf (
          /* Translators: %u is how many further problems there are. */
          ngettext ("There is %u more.", "There are %u more.", n - MAX_SENTENCES),
          n - MAX_SENTENCES);
      g_string_append_printf (text, "%s%s", between, rest);
    }
  return g_string_free (text, FALSE);
}
