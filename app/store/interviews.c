/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/survey-file-private.h"

#include <glib/gi18n-lib.h>

#include "store/files-private.h"
#include "store/status-private.h"
#include "store/trail-private.h"

/**
 * hw_survey_file_list_interviews:
 * @self: a survey
 * @error: return location
 *
 * Returns: (transfer container) (element-type HwInterviewSummary) (nullable): all interviews; what
 * came back first, then what was worked on last
 */
GPtrArray *
hw_survey_file_list_interviews (HwSurveyFile *self,
                                GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (HwStatement) statement = NULL;
  gboolean has_row;

  g_return_val_if_fail (HW_IS_SURVEY_FILE (self), NULL);

  statement = hw_database_prepare (hw_survey_file_get_database (self),
                                   "SELECT " HW_SUMMARY_COLUMNS " FROM interview"
                                   " ORDER BY status <> 'returned', modified DESC, id",
                                   error);
  if (statement == NULL)
    return NULL;
  while (hw_statement_step (statement, &has_row, error))
    {
      if (!has_row)
        return g_steal_pointer (&list);
      g_ptr_array_add (list, hw_interview_summary_new (statement));
    }
  return NULL;
}

static void
set_not_found (HwSurveyFile *self,
               const char *id,
               GError **error)
{
  g_autofree char *name = g_filename_display_name (hw_survey_file_get_path (self));

  g_set_error (
      error, HW_STORE_ERROR, HW_STORE_ERROR_NOT_FOUND,
      /* Translators: the first %s is the path of a survey file, the second names an interview. */
      _("“%s” has no interview “%s”. The list of interviews shows those that it has."), name, id);
}

/**
 * hw_survey_file_get_summary:
 * @self: a survey
 * @id: an interview
 * @error: return location; NOT_FOUND when there is no such interview
 *
 * Returns: (transfer full) (nullable): its line in the list
 */
HwInterviewSummary *
hw_survey_file_get_summary (HwSurveyFile *self,
                            const char *id,
                            GError **error)
{
  g_autoptr (HwStatement) statement = NULL;
  gboolean has_row;

  g_return_val_if_fail (HW_IS_SURVEY_FILE (self) && id != NULL, NULL);

  statement
      = hw_database_prepare (hw_survey_file_get_database (self),
                             "SELECT " HW_SUMMARY_COLUMNS " FROM interview WHERE id = :id", error);
  if (statement == NULL)
    return NULL;
  hw_statement_bind_text (statement, ":id", id);
  if (!hw_statement_step (statement, &has_row, error))
    return NULL;
  if (has_row)
    return hw_interview_summary_new (statement);
  set_not_found (self, id, error);
  return NULL;
}

/**
 * hw_survey_file_load_interview:
 * @self: a survey
 * @id: an interview
 * @error: return location; NOT_FOUND when there is no such interview
 *
 * Returns: (transfer full) (nullable): the interview, live, with all that was answered
 */
HwInterview *
hw_survey_file_load_interview (HwSurveyFile *self,
                               const char *id,
                               GError **error)
{
  g_autoptr (HwState) state = NULL;
  HwInterview *interview;

  g_return_val_if_fail (HW_IS_SURVEY_FILE (self) && id != NULL, NULL);

  state = hw_state_read (hw_survey_file_get_tables (self), hw_survey_file_get_database (self), id,
                         error);
  if (state == NULL)
    return NULL;
  if (state->rows->len == 0)
    {
      set_not_found (self, id, error);
      return NULL;
    }
  interview = hw_state_dup_interview (state);
  hw_survey_file_lend_files (self, interview);
  return interview;
}

/**
 * hw_survey_file_dup_cursor:
 * @self: a survey
 * @id: an interview
 *
 * Returns: (transfer full) (nullable): the ref of the question at which work was left; %NULL when
 * it has not begun
 */
char *
hw_survey_file_dup_cursor (HwSurveyFile *self,
                           const char *id)
{
  g_autoptr (HwStatement) statement = NULL;
  gboolean has_row;

  g_return_val_if_fail (HW_IS_SURVEY_FILE (self) && id != NULL, NULL);

  statement = hw_database_prepare (hw_survey_file_get_database (self),
                                   "SELECT cursor FROM interview WHERE id = :id", NULL);
  if (statement == NULL)
    return NULL;
  hw_statement_bind_text (statement, ":id", id);
  if (!hw_statement_step (statement, &has_row, NULL) || !has_row)
    return NULL;
  return g_strdup (hw_statement_get_text (statement, 0));
}

/**
 * hw_survey_file_write_record:
 * @self: a survey
 * @record: what changed
 * @error: return location
 *
 * Returns: whether it is in the file
 */
gboolean
hw_survey_file_write_record (HwSurveyFile *self,
                             HwRecord *record,
                             GError **error)
{
  return hw_survey_file_check_writable (self, error)
         && hw_record_write (record, hw_survey_file_get_tables (self),
                             hw_survey_file_get_database (self), error);
}

/**
 * hw_survey_file_store_interview:
 * @self: a survey
 * @interview: a live interview, in the file or not
 * @status: its status
 * @error: return location
 *
 * Stores a whole interview in one transaction, each difference from what the file has with its
 * trail row.
 *
 * Returns: whether it is stored
 */
gboolean
hw_survey_file_store_interview (HwSurveyFile *self,
                                HwInterview *interview,
                                HwStatus status,
                                GError **error)
{
  g_autoptr (HwState) old = NULL;
  g_autoptr (HwRecord) record = NULL;
  const char *id;

  g_return_val_if_fail (HW_IS_SURVEY_FILE (self) && HW_IS_INTERVIEW (interview), FALSE);

  id = hw_interview_get_id (interview);
  if (!hw_survey_file_begin (self, error))
    return FALSE;
  record = hw_record_new (interview);
  old = hw_state_read (hw_survey_file_get_tables (self), hw_survey_file_get_database (self), id,
                       error);
  if (old != NULL)
    {
      gboolean is_new = old->rows->len == 0;

      if (is_new)
        hw_record_set_new (record, "import", status);
      hw_record_add_whole (record, interview, is_new ? NULL : old);
      if (hw_survey_file_write_record (self, record, error)
          && (is_new || hw_survey_file_set_status (self, id, status, NULL, error)))
        return hw_survey_file_commit (self, error);
    }
  hw_survey_file_rollback (self);
  return FALSE;
}

static gboolean
check_status (HwSurveyFile *self,
              HwInterviewSummary *summary,
              HwStatus status,
              const char *reason,
              GError **error)
{
  HwStatus from = hw_interview_summary_get_status (summary);
  gboolean has_reason = reason != NULL && *reason != '\0';

  if (!hw_status_may_follow (from, status))
    {
      g_set_error (error, HW_STORE_ERROR, HW_STORE_ERROR_NOT_ALLOWED,
                   /* Translators: the names of two statuses, such as “Under way” and “Approved”. */
                   _("An interview that is “%s” cannot become “%s”."), hw_status_get_label (from),
                   hw_status_get_label (status));
      return FALSE;
    }
  if (!has_reason && (status == HW_STATUS_RETURNED || status == HW_STATUS_VOID))
    {
      g_set_error_literal (
          error, HW_STORE_ERROR, HW_STORE_ERROR_NOT_ALLOWED,
          status == HW_STATUS_RETURNED
              ? _("An interview is returned with a reason. Say what is to be done.")
              : _("An interview is voided with a reason. Say why it does not count."));
      return FALSE;
    }
  return TRUE;
}

static gboolean
write_status (HwSurveyFile *self,
              const char *id,
              HwStatus from,
              HwStatus status,
              const char *reason,
              GError **error)
{
  HwDatabase *database = hw_survey_file_get_database (self);
  g_autofree char *now = hw_clock_dup_now ();
  g_autofree char *person = hw_person_dup_name ();
  HwTrailRow row = { .interview_id = id, .time = now, .person = person, .kind = "status" };
  g_autoptr (HwStatement) statement
      = hw_database_prepare (database,
                             "UPDATE interview SET status = :status, reason = :reason,"
                             " modified = :now WHERE id = :id",
                             error);

  if (statement == NULL)
    return FALSE;
  hw_statement_bind_text (statement, ":status", hw_status_get_name (status));
  hw_statement_bind_text (statement, ":reason", reason);
  hw_statement_bind_text (statement, ":now", now);
  hw_statement_bind_text (statement, ":id", id);
  row.before = hw_status_get_name (from);
  row.after = hw_status_get_name (status);
  row.reason = reason;
  return hw_statement_execute (statement, error) && hw_trail_append (database, &row, 1, error);
}

/**
 * hw_survey_file_set_status:
 * @self: a survey
 * @id: an interview
 * @status: the status it is to have; when it has it already, nothing is written
 * @reason: (nullable): why; returning and voiding need one
 * @error: return location; NOT_ALLOWED when that is no step of the work
 *
 * That a completed interview has no gaps and broken rules is for the caller to see to, who has it
 * at hand.
 *
 * Returns: whether the interview has the status
 */
gboolean
hw_survey_file_set_status (HwSurveyFile *self,
                           const char *id,
                           HwStatus status,
                           const char *reason,
                           GError **error)
{
  g_autoptr (HwInterviewSummary) summary = NULL;

  g_return_val_if_fail (HW_IS_SURVEY_FILE (self) && id != NULL, FALSE);

  if (!hw_survey_file_begin (self, error))
    return FALSE;
  summary = hw_survey_file_get_summary (self, id, error);
  if (summary != NULL && hw_interview_summary_get_status (summary) == status)
    return hw_survey_file_commit (self, error);
  if (summary != NULL && check_status (self, summary, status, reason, error)
      && write_status (self, id, hw_interview_summary_get_status (summary), status, reason, error))
    return hw_survey_file_commit (self, error);
  hw_survey_file_rollback (self);
  return FALSE;
}
