/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "review/finding-private.h"

static HwInterviewSummary *
find_same_case (GPtrArray *summaries,
                const char *id,
                const char *label)
{
  for (guint i = 0; *label != '\0' && i < summaries->len; i++)
    {
      HwInterviewSummary *summary = g_ptr_array_index (summaries, i);

      if (strcmp (hw_interview_summary_get_id (summary), id) != 0
          && strcmp (hw_interview_summary_get_label (summary), label) == 0
          && hw_interview_summary_get_status (summary) != HW_STATUS_VOID)
        return summary;
    }
  return NULL;
}

/* The first of the questions that identify a household, where a duplicate is mended. */
static char *
dup_key_question (HwSurveyFile *file)
{
  const char *key = hw_survey_file_get_setting (file, "case_id");

  return key != NULL ? g_strndup (key, strcspn (key, " ")) : NULL;
}

static void
add_duplicate (HwSurveyFile *file,
               HwInterview *interview,
               GPtrArray *summaries,
               GListStore *findings)
{
  g_autofree char *label = hw_interview_dup_case_label (interview);
  HwInterviewSummary *other = find_same_case (summaries, hw_interview_get_id (interview), label);
  g_autofree char *question = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *day = NULL;
  g_autoptr (HwFinding) finding = NULL;

  if (other == NULL)
    return;
  question = dup_key_question (file);
  day = g_strndup (hw_interview_summary_get_modified (other), 10);
  sentence = g_strdup_printf (
      /* Translators: %1$s is the key of a household, %2$s a person, %3$s a date. */
      _("The case %1$s stands in another interview too, that of %2$s, %3$s."), label,
      hw_interview_summary_get_person (other), day);
  finding = hw_finding_new (HW_FINDING_DUPLICATE, question, question, NULL, sentence, NULL);
  g_list_store_append (findings, finding);
}

static gboolean
keep (HwSurveyFile *file,
      HwInterview *interview,
      GListModel *findings,
      GError **error)
{
  g_autoptr (GPtrArray) stored
      = g_ptr_array_new_with_free_func ((GDestroyNotify) hw_stored_finding_free);

  if (hw_survey_file_is_read_only (file))
    return TRUE;
  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (HwFinding) finding = g_list_model_get_item (findings, i);

      g_ptr_array_add (stored, hw_finding_to_stored (finding));
    }
  return hw_survey_file_replace_findings (file, hw_interview_get_id (interview), stored, error);
}

/**
 * hw_review_find_among:
 * @file: a survey
 * @interview: one of its interviews
 * @summaries: (element-type HwInterviewSummary): all its interviews, among which to look for the
 * same case
 * @error: that the file could not be written
 *
 * The same as hw_review_find() for those who look at many interviews one after the other.
 *
 * Returns: (transfer full) (element-type HwFinding) (nullable): the findings
 */
GListModel *
hw_review_find_among (HwSurveyFile *file,
                      HwInterview *interview,
                      GPtrArray *summaries,
                      GError **error)
{
  g_autoptr (GListStore) findings = NULL;

  g_return_val_if_fail (HW_IS_SURVEY_FILE (file) && HW_IS_INTERVIEW (interview), NULL);
  g_return_val_if_fail (summaries != NULL, NULL);

  findings = g_list_store_new (HW_TYPE_FINDING);
  add_duplicate (file, interview, summaries, findings);
  hw_interview_add_findings (interview, findings);
  if (!keep (file, interview, G_LIST_MODEL (findings), error))
    return NULL;
  return G_LIST_MODEL (g_steal_pointer (&findings));
}

/**
 * hw_review_find:
 * @file: a survey
 * @interview: one of its interviews
 * @error: that the file could not be read or written
 *
 * Looks at every question that applies and at the keys of the other interviews, and keeps what it
 * finds in the file instead of what was found before. A read-only file is left alone.
 *
 * Returns: (transfer full) (element-type HwFinding) (nullable): the findings, duplicates first,
 * then in the order of the questionnaire
 */
GListModel *
hw_review_find (HwSurveyFile *file,
                HwInterview *interview,
                GError **error)
{
  g_autoptr (GPtrArray) summaries = NULL;

  g_return_val_if_fail (HW_IS_SURVEY_FILE (file) && HW_IS_INTERVIEW (interview), NULL);

  summaries = hw_survey_file_list_interviews (file, error);
  return summaries != NULL ? hw_review_find_among (file, interview, summaries, error) : NULL;
}

/**
 * hw_review_list_kept:
 * @file: a survey
 * @id: an interview
 * @error: that the file could not be read
 *
 * Returns: (transfer full) (element-type HwFinding) (nullable): what was found at the last look
 */
GListModel *
hw_review_list_kept (HwSurveyFile *file,
                     const char *id,
                     GError **error)
{
  g_autoptr (GListStore) findings = g_list_store_new (HW_TYPE_FINDING);
  g_autoptr (GPtrArray) stored = NULL;

  g_return_val_if_fail (HW_IS_SURVEY_FILE (file) && id != NULL, NULL);

  stored = hw_survey_file_list_findings (file, id, error);
  if (stored == NULL)
    return NULL;
  for (guint i = 0; i < stored->len; i++)
    {
      g_autoptr (HwFinding) finding = hw_finding_new_kept (g_ptr_array_index (stored, i));

      if (finding != NULL)
        g_list_store_append (findings, finding);
    }
  return G_LIST_MODEL (g_steal_pointer (&findings));
}

/**
 * hw_review_count_kept:
 * @file: a survey
 * @id: an interview
 * @counts: (out): how many of each kind were found at the last look
 * @error: that the file could not be read
 *
 * Returns: %FALSE with @error set, and @counts 0, when the file could not be read
 */
gboolean
hw_review_count_kept (HwSurveyFile *file,
                      const char *id,
                      guint counts[HW_FINDING_N_KINDS],
                      GError **error)
{
  g_autoptr (GPtrArray) stored = NULL;

  g_return_val_if_fail (HW_IS_SURVEY_FILE (file) && id != NULL, FALSE);

  memset (counts, 0, HW_FINDING_N_KINDS * sizeof *counts);
  stored = hw_survey_file_list_findings (file, id, error);
  for (guint i = 0; stored != NULL && i < stored->len; i++)
    {
      const HwStoredFinding *finding = g_ptr_array_index (stored, i);
      HwFindingKind kind;

      if (hw_finding_kind_from_name (finding->kind, &kind))
        counts[kind]++;
    }
  return stored != NULL;
}

/* Interview -> how many findings ask for somebody's decision */
static GHashTable *
count_open (HwSurveyFile *file,
            GError **error)
{
  g_autoptr (GPtrArray) stored = hw_survey_file_list_findings (file, NULL, error);
  GHashTable *counts;

  if (stored == NULL)
    return NULL;
  counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < stored->len; i++)
    {
      const HwStoredFinding *finding = g_ptr_array_index (stored, i);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, finding->interview_id));

      if (strcmp (finding->kind, hw_finding_kind_get_name (HW_FINDING_CONFIRMED)) != 0)
        g_hash_table_insert (counts, g_strdup (finding->interview_id), GUINT_TO_POINTER (n + 1));
    }
  return counts;
}

/* An import may have brought interviews that nobody has looked at; their problems are counted too.
 */
static guint
get_count (HwInterviewSummary *summary,
           GHashTable *counts)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, hw_interview_summary_get_id (summary)));

  return MAX (n, hw_interview_summary_get_problems (summary));
}

static int
compare_summaries (gconstpointer a,
                   gconstpointer b,
                   gpointer data)
{
  HwInterviewSummary *one = *(HwInterviewSummary *const *) a;
  HwInterviewSummary *other = *(HwInterviewSummary *const *) b;
  guint n_one = get_count (one, data);
  guint n_other = get_count (other, data);

  if (n_one != n_other)
    return n_one > n_other ? -1 : 1;
  return strcmp (hw_interview_summary_get_label (one), hw_interview_summary_get_label (other));
}

/**
 * hw_review_list_queue:
 * @file: a survey
 * @error: that the file could not be read
 *
 * Returns: (transfer container) (element-type HwInterviewSummary) (nullable): the completed
 * interviews, those with most findings first, then by case
 */
GPtrArray *
hw_review_list_queue (HwSurveyFile *file,
                      GError **error)
{
  g_autoptr (GPtrArray) queue = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) summaries = NULL;
  g_autoptr (GHashTable) counts = NULL;

  g_return_val_if_fail (HW_IS_SURVEY_FILE (file), NULL);

  summaries = hw_survey_file_list_interviews (file, error);
  counts = summaries != NULL ? count_open (file, error) : NULL;
  if (counts == NULL)
    return NULL;
  for (guint i = 0; i < summaries->len; i++)
    {
      HwInterviewSummary *summary = g_ptr_array_index (summaries, i);

      if (hw_interview_summary_get_status (summary) == HW_STATUS_COMPLETED)
        g_ptr_array_add (queue, g_object_ref (summary));
    }
  g_ptr_array_sort_with_data (queue, compare_summaries, counts);
  return g_steal_pointer (&queue);
}

/* FALSE, with the first one in the sentence, when something keeps the interview from being
 * complete. */
static gboolean
check_settled (GListModel *findings,
               GError **error)
{
  const char *first = NULL;
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (HwFinding) finding = g_list_model_get_item (findings, i);

      if (!hw_finding_kind_is_blocking (hw_finding_get_kind (finding)))
        continue;
      if (n++ == 0)
        first = hw_finding_get_sentence (finding);
    }
  if (n == 0)
    return TRUE;
  g_set_error (
      error, HW_STORE_ERROR, HW_STORE_ERROR_NOT_ALLOWED,
      /* Translators: %1$u counts findings, %2$s is the sentence of the first of them. */
      ngettext ("%1$u finding must be settled before the interview is complete: %2$s",
                "%1$u findings must be settled before the interview is complete. The first: %2$s",
                n),
      n, first);
  return FALSE;
}

/**
 * hw_review_complete:
 * @file: a survey
 * @interview: one of its interviews; all its answers are in the file
 * @error: what is missing or cannot be right, or that the file could not be written
 *
 * Hands the interview on to review.
 *
 * Returns: whether it is completed now
 */
gboolean
hw_review_complete (HwSurveyFile *file,
                    HwInterview *interview,
                    GError **error)
{
  g_autoptr (GListModel) findings = NULL;

  g_return_val_if_fail (HW_IS_SURVEY_FILE (file) && HW_IS_INTERVIEW (interview), FALSE);

  findings = hw_review_find (file, interview, error);
  return findings != NULL && check_settled (findings, error)
         && hw_survey_file_set_status (file, hw_interview_get_id (interview), HW_STATUS_COMPLETED,
                                       NULL, error);
}

/**
 * hw_review_approve:
 * @file: a survey
 * @id: a completed interview
 * @error: why it cannot be
 *
 * What stands against the interview is the supervisor's to judge: findings do not keep it from
 * being approved.
 *
 * Returns: whether it is approved now
 */
gboolean
hw_review_approve (HwSurveyFile *file,
                   const char *id,
                   GError **error)
{
  g_return_val_if_fail (HW_IS_SURVEY_FILE (file) && id != NULL, FALSE);
  return hw_survey_file_set_status (file, id, HW_STATUS_APPROVED, NULL, error);
}

/**
 * hw_review_return:
 * @file: a survey
 * @id: a completed interview, or one that was approved too early
 * @reason: what the enumerator is to do about it; blanks around it are cut
 * @error: why it cannot be, such as that there is no reason
 *
 * Returns: whether it is returned now
 */
gboolean
hw_review_return (HwSurveyFile *file,
                  const char *id,
                  const char *reason,
                  GError **error)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (HW_IS_SURVEY_FILE (file) && id != NULL, FALSE);

  text = g_strstrip (g_strdup (reason != NULL ? reason : ""));
  return hw_survey_file_set_status (file, id, HW_STATUS_RETURNED, text, error);
}
