/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/survey-argument.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * hw_survey_file_dup_named:
 * @self: a survey
 * @name: an interview's UUID, or what identifies its household
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the interview's UUID; %NULL when there is none, or several
 */
char *
hw_survey_file_dup_named (HwSurveyFile *self,
                          const char *name,
                          GError **error)
{
  g_autoptr (GPtrArray) list = hw_survey_file_list_interviews (self, error);
  const char *found = NULL;
  guint n = 0;

  if (list == NULL)
    return NULL;
  for (guint i = 0; i < list->len; i++)
    {
      HwInterviewSummary *summary = g_ptr_array_index (list, i);

      if (strcmp (hw_interview_summary_get_id (summary), name) == 0)
        return g_strdup (name);
      if (strcmp (hw_interview_summary_get_label (summary), name) != 0)
        continue;
      found = hw_interview_summary_get_id (summary);
      n++;
    }
  if (n == 1)
    return g_strdup (found);
  if (n == 0)
    g_set_error (error, HW_STORE_ERROR, HW_STORE_ERROR_NOT_FOUND,
                 _("There is no interview “%s”. “homeward-cli list” shows those that there are."),
                 name);
  else
    g_set_error (error, HW_STORE_ERROR, HW_STORE_ERROR_NOT_FOUND,
                 _("There are several interviews “%s”. Name one by its id, which “homeward-cli "
                    "list” shows."),
                 name);
  return NULL;
}
