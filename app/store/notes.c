/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/survey-file-private.h"

#include "store/trail-private.h"

/* What stands beside the answers of an interview: its trail, what people remarked, what review
 * found. */

/**
 * hw_trail_entry_free:
 * @self: (transfer full): a row of the trail
 */
void
hw_trail_entry_free (HwTrailEntry *self)
{
  g_free (self->time);
  g_free (self->person);
  g_free (self->question);
  g_free (self->row_id);
  g_free (self->kind);
  g_free (self->before);
  g_free (self->after);
  g_free (self->reason);
  g_free (self);
}

static char *
dup_display (HwStatement *statement,
             guint column)
{
  const char *text = hw_statement_get_text (statement, column);
  const char *missing = hw_statement_get_text (statement, column + 1);

  if (text != NULL || missing == NULL)
    return g_strdup (text);
  return g_strconcat ("(", missing, ")", NULL);
}

static HwTrailEntry *
new_trail_entry (HwStatement *statement)
{
  HwTrailEntry *entry = g_new0 (HwTrailEntry, 1);

  entry->sequence = hw_statement_get_integer (statement, 0);
  entry->time = g_strdup (hw_statement_get_text (statement, 1));
  entry->person = g_strdup (hw_statement_get_text (statement, 2));
  entry->kind = g_strdup (hw_statement_get_text (statement, 3));
  entry->question = g_strdup (hw_statement_get_text (statement, 4));
  entry->row_id = g_strdup (hw_statement_get_text (statement, 5));
  entry->before = dup_display (statement, 6);
  entry->after = dup_display (statement, 8);
  entry->reason = g_strdup (hw_statement_get_text (statement, 10));
  return entry;
}

/**
 * hw_survey_file_list_trail:
 * @self: a survey
 * @id: an interview
 * @question: (nullable): only what is about it
 * @row_id: (nullable): only what is about this row; the interview's id at the root level
 * @error: return location
 *
 * Returns: (transfer container) (element-type HwTrailEntry) (nullable): what happened, oldest first
 */
GPtrArray *
hw_survey_file_list_trail (HwSurveyFile *self,
                           const char *id,
                           HwQuestion *question,
                           const char *row_id,
                           GError **error)
{
  g_autoptr (GPtrArray) list
      = g_ptr_array_new_with_free_func ((GDestroyNotify) hw_trail_entry_free);
  g_autoptr (HwStatement) statement = NULL;
  gboolean has_row;

  g_return_val_if_fail (HW_IS_SURVEY_FILE (self) && id != NULL, NULL);

  statement = hw_database_prepare (hw_survey_file_get_database (self),
                                   "SELECT sequence, time, person, kind, question, row_id,"
                                   " before, before_missing, after, after_missing, reason"
                                   " FROM answer_trail WHERE interview_id = :id"
                                   " AND (:question IS NULL OR question = :question)"
                                   " AND (:row IS NULL OR row_id = :row) ORDER BY sequence",
                                   error);
  if (statement == NULL)
    return NULL;
  hw_statement_bind_text (statement, ":id", id);
  hw_statement_bind_text (statement, ":question",
                          question != NULL ? hw_question_get_name (question) : NULL);
  hw_statement_bind_text (statement, ":row", row_id);
  while (hw_statement_step (statement, &has_row, error))
    {
      if (!has_row)
        return g_steal_pointer (&list);
      g_ptr_array_add (list, new_trail_entry (statement));
    }
  return NULL;
}

/**
 * hw_survey_file_verify_trail:
 * @self: a survey
 * @first_broken: (out): the sequence of the first row that is not as it was written, or is missing;
 * 0 when the trail is whole
 * @error: return location
 *
 * Returns: whether the trail could be read; what was found is in @first_broken
 */
gboolean
hw_survey_file_verify_trail (HwSurveyFile *self,
                             gint64 *first_broken,
                             GError **error)
{
  g_return_val_if_fail (HW_IS_SURVEY_FILE (self) && first_broken != NULL, FALSE);
  return hw_trail_verify (hw_survey_file_get_database (self), first_broken, error);
}

/**
 * hw_comment_free:
 * @self: (transfer full): a remark
 */
void
hw_comment_free (HwComment *self)
{
  g_free (self->time);
  g_free (self->person);
  g_free (self->question);
  g_free (self->row_id);
  g_free (self->text);
  g_free (self);
}

static gboolean
write_comment (HwSurveyFile *self,
               const HwTrailRow *row,
               GError **error)
{
  HwDatabase *database = hw_survey_file_get_database (self);
  g_autofree char *uuid = g_uuid_string_random ();
  g_autoptr (HwStatement) statement
      = hw_database_prepare (database,
                             "INSERT INTO comment"
                             " (id, interview_id, question, row_id, time, person, text)"
                             " VALUES (:id, :interview, :question, :row, :time, :person, :text)",
                             error);

  if (statement == NULL)
    return FALSE;
  hw_statement_bind_text (statement, ":id", uuid);
  hw_statement_bind_text (statement, ":interview", row->interview_id);
  hw_statement_bind_text (statement, ":question", row->question);
  hw_statement_bind_text (statement, ":row", row->row_id);
  hw_statement_bind_text (statement, ":time", row->time);
  hw_statement_bind_text (statement, ":person", row->person);
  hw_statement_bind_text (statement, ":text", row->after);
  return hw_statement_execute (statement, error) && hw_trail_append (database, row, 1, error);
}

/**
 * hw_survey_file_add_comment:
 * @self: a survey
 * @id: an interview
 * @question: (nullable): what it is about; %NULL for the whole interview
 * @row_id: (nullable): in which row
 * @text: the remark, not empty
 * @error: return location
 *
 * Returns: whether it is stored, with its trail row
 */
gboolean
hw_survey_file_add_comment (HwSurveyFile *self,
                            const char *id,
                            HwQuestion *question,
                            const char *row_id,
                            const char *text,
                            GError **error)
{
  g_autoptr (HwInterviewSummary) summary = NULL;
  g_autofree char *now = hw_clock_dup_now ();
  g_autofree char *person = hw_person_dup_name ();
  HwTrailRow row = { .interview_id = id, .time = now, .person = person, .kind = "comment" };

  g_return_val_if_fail (HW_IS_SURVEY_FILE (self) && id != NULL, FALSE);
  g_return_val_if_fail (text != NULL && *text != '\0', FALSE);

  row.question = question != NULL ? hw_question_get_name (question) : NULL;
  row.row_id = row_id;
  row.after = text;
  if (!hw_survey_file_begin (self, error))
    return FALSE;
  summary = hw_survey_file_get_summary (self, id, error);
  if (summary != NULL && write_comment (self, &row, error))
    return hw_survey_file_commit (self, error);
  hw_survey_file_rollback (self);
  return FALSE;
}

/**
 * hw_survey_file_list_comments:
 * @self: a survey
 * @id: an interview
 * @error: return location
 *
 * Returns: (transfer container) (element-type HwComment) (nullable): what people remarked, oldest
 * first
 */
GPtrArray *
hw_survey_file_list_comments (HwSurveyFile *self,
                              const char *id,
                              GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) hw_comment_free);
  g_autoptr (HwStatement) statement = NULL;
  gboolean has_row;

  g_return_val_if_fail (HW_IS_SURVEY_FILE (self) && id != NULL, NULL);

  statement = hw_database_prepare (hw_survey_file_get_database (self),
                                   "SELECT time, person, question, row_id, text FROM comment"
                                   " WHERE interview_id = :id ORDER BY time, id",
                                   error);
  if (statement == NULL)
    return NULL;
  hw_statement_bind_text (statement, ":id", id);
  while (hw_statement_step (statement, &has_row, error))
    {
      HwComment *comment;

      if (!has_row)
        return g_steal_pointer (&list);
      comment = g_new0 (HwComment, 1);
      comment->time = g_strdup (hw_statement_get_text (statement, 0));
      comment->person = g_strdup (hw_statement_get_text (statement, 1));
      comment->question = g_strdup (hw_statement_get_text (statement, 2));
      comment->row_id = g_strdup (hw_statement_get_text (statement, 3));
      comment->text = g_strdup (hw_statement_get_text (statement, 4));
      g_ptr_array_add (list, comment);
    }
  return NULL;
}

/**
 * hw_stored_finding_free:
 * @self: (transfer full): a finding
 */
void
hw_stored_finding_free (HwStoredFinding *self)
{
  g_free (self->interview_id);
  g_free (self->kind);
  g_free (self->ref);
  g_free (self->question);
  g_free (self->row_id);
  g_free (self->sentence);
  g_free (self->reason);
  g_free (self);
}

static gboolean
delete_findings (HwDatabase *database,
                 const char *id,
                 GError **error)
{
  g_autoptr (HwStatement) statement
      = hw_database_prepare (database, "DELETE FROM finding WHERE interview_id = :id", error);

  if (statement == NULL)
    return FALSE;
  hw_statement_bind_text (statement, ":id", id);
  return hw_statement_execute (statement, error);
}

static gboolean
insert_findings (HwDatabase *database,
                 const char *id,
                 GPtrArray *findings,
                 GError **error)
{
  g_autofree char *now = hw_clock_dup_now ();
  g_autoptr (HwStatement) statement = hw_database_prepare (
      database,
      "INSERT INTO finding"
      " (id, interview_id, position, kind, ref, question, row_id, sentence, reason, time)"
      " VALUES (:id, :interview, :position, :kind, :ref, :question, :row, :sentence, :reason, "
      ":now)",
      error);

  if (statement == NULL)
    return FALSE;
  hw_statement_bind_text (statement, ":interview", id);
  hw_statement_bind_text (statement, ":now", now);
  for (guint i = 0; i < findings->len; i++)
    {
      const HwStoredFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *uuid = g_uuid_string_random ();

      hw_statement_bind_text (statement, ":id", uuid);
      hw_statement_bind_integer (statement, ":position", i);
      hw_statement_bind_text (statement, ":kind", finding->kind);
      hw_statement_bind_text (statement, ":ref", finding->ref);
      hw_statement_bind_text (statement, ":question", finding->question);
      hw_statement_bind_text (statement, ":row", finding->row_id);
      hw_statement_bind_text (statement, ":sentence", finding->sentence);
      hw_statement_bind_text (statement, ":reason", finding->reason);
      if (!hw_statement_execute (statement, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * hw_survey_file_replace_findings:
 * @self: a survey
 * @id: an interview
 * @findings: (element-type HwStoredFinding): what review found now, in the order of the
 * questionnaire
 * @error: return location
 *
 * Returns: whether these are what the file has now
 */
gboolean
hw_survey_file_replace_findings (HwSurveyFile *self,
                                 const char *id,
                                 GPtrArray *findings,
                                 GError **error)
{
  HwDatabase *database;

  g_return_val_if_fail (HW_IS_SURVEY_FILE (self) && id != NULL && findings != NULL, FALSE);

  database = hw_survey_file_get_database (self);
  if (!hw_survey_file_begin (self, error))
    return FALSE;
  if (delete_findings (database, id, error) && insert_findings (database, id, findings, error))
    return hw_survey_file_commit (self, error);
  hw_survey_file_rollback (self);
  return FALSE;
}

/**
 * hw_survey_file_list_findings:
 * @self: a survey
 * @id: (nullable): an interview; %NULL for all of them
 * @error: return location
 *
 * Returns: (transfer container) (element-type HwStoredFinding) (nullable): what review found at its
 * last look, by interview and in the order of the questionnaire
 */
GPtrArray *
hw_survey_file_list_findings (HwSurveyFile *self,
                              const char *id,
                              GError **error)
{
  g_autoptr (GPtrArray) list
      = g_ptr_array_new_with_free_func ((GDestroyNotify) hw_stored_finding_free);
  g_autoptr (HwStatement) statement = NULL;
  gboolean has_row;

  g_return_val_if_fail (HW_IS_SURVEY_FILE (self), NULL);

  statement = hw_database_prepare (
      hw_survey_file_get_database (self),
      "SELECT interview_id, kind, ref, question, row_id, sentence, reason FROM finding"
      " WHERE :id IS NULL OR interview_id = :id ORDER BY interview_id, position",
      error);
  if (statement == NULL)
    return NULL;
  hw_statement_bind_text (statement, ":id", id);
  while (hw_statement_step (statement, &has_row, error))
    {
      HwStoredFinding *finding;

      if (!has_row)
        return g_steal_pointer (&list);
      finding = g_new0 (HwStoredFinding, 1);
      finding->interview_id = g_strdup (hw_statement_get_text (statement, 0));
      finding->kind = g_strdup (hw_statement_get_text (statement, 1));
      finding->ref = g_strdup (hw_statement_get_text (statement, 2));
      finding->question = g_strdup (hw_statement_get_text (statement, 3));
      finding->row_id = g_strdup (hw_statement_get_text (statement, 4));
      finding->sentence = g_strdup (hw_statement_get_text (statement, 5));
      finding->reason = g_strdup (hw_statement_get_text (statement, 6));
      g_ptr_array_add (list, finding);
    }
  return NULL;
}
