/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "review/progress.h"

#include <string.h>

void
hw_progress_free (HwProgress *self)
{
  g_return_if_fail (self != NULL);
  g_free (self->person);
  g_free (self);
}

static HwProgress *
find_row (GPtrArray *rows,
          const char *person)
{
  HwProgress *row;

  for (guint i = 0; i < rows->len; i++)
    {
      row = g_ptr_array_index (rows, i);
      if (g_strcmp0 (row->person, person) == 0)
        return row;
    }
  row = g_new0 (HwProgress, 1);
  row->person = g_strdup (person);
  g_ptr_array_add (rows, row);
  return row;
}

static void
add_summary (HwProgress *row,
             HwInterviewSummary *summary)
{
  HwStatus status = hw_interview_summary_get_status (summary);

  row->by_status[status]++;
  row->n++;
  if (status != HW_STATUS_VOID)
    row->n_problems += hw_interview_summary_get_problems (summary);
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const HwProgress *one = *(HwProgress *const *) a;
  const HwProgress *other = *(HwProgress *const *) b;

  return strcmp (one->person, other->person);
}

/**
 * hw_review_list_progress:
 * @file: a survey
 * @error: that the file could not be read
 *
 * Returns: (transfer container) (element-type HwProgress) (nullable): one row for everybody who has
 * an interview, by name, and one for all together at the end
 */
GPtrArray *
hw_review_list_progress (HwSurveyFile *file,
                         GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) hw_progress_free);
  g_autoptr (GPtrArray) summaries = NULL;
  HwProgress *all;

  g_return_val_if_fail (HW_IS_SURVEY_FILE (file), NULL);

  summaries = hw_survey_file_list_interviews (file, error);
  all = g_new0 (HwProgress, 1);
  for (guint i = 0; summaries != NULL && i < summaries->len; i++)
    {
      HwInterviewSummary *summary = g_ptr_array_index (summaries, i);

      add_summary (find_row (rows, hw_interview_summary_get_person (summary)), summary);
      add_summary (all, summary);
    }
  g_ptr_array_sort (rows, compare_rows);
  g_ptr_array_add (rows, all);
  return summaries != NULL ? g_steal_pointer (&rows) : NULL;
}
