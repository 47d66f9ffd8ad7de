/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/review/review-lines.h"

#include "ui/entry/entry-path.h"

static void
add_page (GListStore *lines,
          HwInterview *interview,
          HwItem *page)
{
  g_autoptr (GListModel) items = hw_entry_path_list_page (interview, page);
  g_autoptr (HwReviewLine) title = hw_review_line_new (page, TRUE);

  g_list_store_append (lines, title);
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (HwItem) item = g_list_model_get_item (items, i);
      g_autoptr (HwReviewLine) line = NULL;

      if (hw_item_get_kind (item) != HW_ITEM_QUESTION || !hw_question_has_value (hw_item_get_question (item)))
        continue;
      line = hw_review_line_new (item, FALSE);
      g_list_store_append (lines, line);
    }
}

/**
 * hw_review_lines_new:
 * @interview: an interview
 *
 * Returns: (transfer full) (element-type HwReviewLine): its lines
 */
GListStore *
hw_review_lines_new (HwInterview *interview)
{
  GListStore *lines = g_list_store_new (HW_TYPE_REVIEW_LINE);
  g_autoptr (GPtrArray) pages = NULL;

  g_return_val_if_fail (HW_IS_INTERVIEW (interview), lines);

  pages = hw_entry_path_list_pages (interview);
  for (guint i = 0; i < pages->len; i++)
    add_page (lines, interview, g_ptr_array_index (pages, i));
  return lines;
}

/**
 * hw_review_lines_find:
 * @lines: lines of an interview
 * @ref: a question, as hw_item_get_ref() writes it
 *
 * Returns: where it is; %G_MAXUINT when it is not there
 */
guint
hw_review_lines_find (GListModel *lines,
                      const char *ref)
{
  for (guint i = 0; i < g_list_model_get_n_items (lines); i++)
    {
      g_autoptr (HwReviewLine) line = g_list_model_get_item (lines, i);

      if (!hw_review_line_is_title (line) && g_strcmp0 (hw_item_get_ref (hw_review_line_get_item (line)), ref) == 0)
        return i;
    }
  return G_MAXUINT;
}

/**
 * hw_review_lines_add_findings:
 * @lines: lines of an interview
 * @findings: (element-type HwFinding): what was found in it
 *
 * Puts each finding into the margin of its question.
 */
void
hw_review_lines_add_findings (GListModel *lines,
                              GListModel *findings)
{
  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (HwFinding) finding = g_list_model_get_item (findings, i);
      guint at = hw_review_lines_find (lines, hw_finding_get_ref (finding));
      g_autoptr (HwReviewLine) line = at != G_MAXUINT ? g_list_model_get_item (lines, at) : NULL;

      if (line != NULL)
        hw_review_line_set_finding (line, finding);
    }
}

static char *
dup_key (const char *question,
         const char *row_id)
{
  return g_strdup_printf ("%s %s", question != NULL ? question : "", row_id != NULL ? row_id : "");
}

/**
 * hw_review_lines_add_remarks:
 * @lines: lines of an interview
 * @file: the survey
 * @id: the interview
 *
 * Puts what was remarked into the margins.
 */
void
hw_review_lines_add_remarks (GListModel *lines,
                             HwSurveyFile *file,
                             const char *id)
{
  g_autoptr (GPtrArray) all = hw_survey_file_list_comments (file, id, NULL);
  g_autoptr (GHashTable) by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);

  while (all != NULL && all->len > 0)
    {
      HwComment *comment = g_ptr_array_steal_index (all, 0);
      gboolean in_row = comment->row_id != NULL && g_strcmp0 (comment->row_id, id) != 0;
      g_autofree char *key = dup_key (comment->question, in_row ? comment->row_id : NULL);
      GPtrArray *list = g_hash_table_lookup (by_key, key);

      if (list == NULL)
        {
          list = g_ptr_array_new_with_free_func ((GDestroyNotify) hw_comment_free);
          g_hash_table_insert (by_key, g_steal_pointer (&key), list);
        }
      g_ptr_array_add (list, comment);
    }
  for (guint i = 0; i < g_list_model_get_n_items (lines); i++)
    {
      g_autoptr (HwReviewLine) line = g_list_model_get_item (lines, i);
      g_autofree char *key = dup_key (hw_question_get_name (hw_item_get_question (hw_review_line_get_item (line))),
                                      hw_review_line_get_row_id (line));

      if (!hw_review_line_is_title (line))
        hw_review_line_set_remarks (line, g_hash_table_lookup (by_key, key));
    }
}
