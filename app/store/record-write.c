/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/record-private.h"

#include "store/files-private.h"
#include "store/trail-private.h"

static gboolean
insert_interview (HwRecord *self,
                  HwLevelTables *tables,
                  HwDatabase *database,
                  GError **error)
{
  HwLevelRow root = { self->state->interview_id, self->state->interview_id, NULL, 1, FALSE };
  g_autoptr (HwStatement) statement
      = hw_database_prepare (database,
                             "INSERT INTO interview"
                             " (id, questionnaire, origin, status, created, modified, person)"
                             " SELECT :id, max (version), :origin, :status, :time, :time, :person"
                             " FROM questionnaire",
                             error);

  if (statement == NULL)
    return FALSE;
  hw_statement_bind_text (statement, ":id", self->state->interview_id);
  hw_statement_bind_text (statement, ":origin", self->origin);
  hw_statement_bind_text (statement, ":status", hw_status_get_name (self->status));
  hw_statement_bind_text (statement, ":time", self->time);
  hw_statement_bind_text (statement, ":person", self->person);
  return hw_statement_execute (statement, error)
         && hw_level_tables_write_row (tables, database,
                                       hw_questionnaire_get_root (self->state->questionnaire),
                                       &root, error);
}

static gboolean
write_rows (HwRecord *self,
            HwLevelTables *tables,
            HwDatabase *database,
            GError **error)
{
  for (guint i = 0; i < self->removed->len; i++)
    {
      HwRecordRemoval *removal = &g_array_index (self->removed, HwRecordRemoval, i);

      if (!hw_level_tables_remove_row (tables, database, removal->level, self->state->interview_id,
                                       removal->row_id, error))
        return FALSE;
    }
  for (guint i = 0; i < self->state->rows->len; i++)
    {
      HwStateRow *own = g_ptr_array_index (self->state->rows, i);
      HwLevelRow row = { self->state->interview_id, own->row_id, own->parent_row_id, own->position,
                         own->dormant };

      if (!hw_level_tables_write_row (tables, database, own->level, &row, error))
        return FALSE;
    }
  return TRUE;
}

/* A NULL without a row in missing_answer was not asked; so that is the kind that takes no room, and
 * a completed interview has rows only for what people did not say. */
static gboolean
needs_missing_row (HwStateValue *value)
{
  switch (hw_value_get_missing (value->shown))
    {
    case HW_MISSING_NONE:
    case HW_MISSING_NOT_ASKED:
      return FALSE;
    case HW_MISSING_NOT_ANSWERED:
      return hw_question_is_answerable (value->question);
    default:
      return TRUE;
    }
}

static gboolean
write_missing (HwRecord *self,
               HwStateValue *value,
               HwDatabase *database,
               GError **error)
{
  gboolean needed = needs_missing_row (value);
  const char *sql = needed ? "INSERT OR REPLACE INTO missing_answer"
                             " (interview_id, row_id, question, kind, kept_text, kept_kind)"
                             " VALUES (:interview, :row, :question, :kind, :text, :kept)"
                           : "DELETE FROM missing_answer WHERE interview_id = :interview"
                             " AND row_id = :row AND question = :question";
  g_autoptr (HwStatement) statement = hw_database_prepare (database, sql, error);

  if (statement == NULL)
    return FALSE;
  hw_statement_bind_text (statement, ":interview", self->state->interview_id);
  hw_statement_bind_text (statement, ":row", value->row_id);
  hw_statement_bind_text (statement, ":question", hw_question_get_name (value->question));
  if (needed)
    {
      HwMissing kind = hw_value_get_missing (value->shown);
      HwMissing kept = hw_value_get_missing (value->kept);
      gboolean dormant = kind == HW_MISSING_DORMANT;

      hw_statement_bind_text (statement, ":kind", hw_missing_get_name (kind));
      if (dormant)
        hw_statement_bind_text (statement, ":text", hw_value_get_text (value->kept));
      if (dormant && (kept & HW_MISSING_SAID) != 0)
        hw_statement_bind_text (statement, ":kept", hw_missing_get_name (kept));
    }
  return hw_statement_execute (statement, error);
}

static gboolean
write_values (HwRecord *self,
              HwLevelTables *tables,
              HwDatabase *database,
              GError **error)
{
  for (guint i = 0; i < self->state->values->len; i++)
    {
      HwStateValue *value = g_ptr_array_index (self->state->values, i);

      if (!hw_level_tables_write_value (tables, database, value->question,
                                        self->state->interview_id, value->row_id,
                                        hw_value_get_text (value->shown), error)
          || !write_missing (self, value, database, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_confirmations (HwRecord *self,
                     HwDatabase *database,
                     GError **error)
{
  for (guint i = 0; i < self->state->confirmations->len; i++)
    {
      HwStateConfirmation *own = g_ptr_array_index (self->state->confirmations, i);
      const char *sql = own->reason != NULL
                            ? "INSERT OR REPLACE INTO confirmation"
                              " (interview_id, row_id, question, reason, person, time)"
                              " VALUES (:interview, :row, :question, :reason, :person, :time)"
                            : "DELETE FROM confirmation WHERE interview_id = :interview"
                              " AND row_id = :row AND question = :question";
      g_autoptr (HwStatement) statement = hw_database_prepare (database, sql, error);

      if (statement == NULL)
        return FALSE;
      hw_statement_bind_text (statement, ":interview", self->state->interview_id);
      hw_statement_bind_text (statement, ":row", own->row_id);
      hw_statement_bind_text (statement, ":question", hw_question_get_name (own->question));
      if (own->reason != NULL)
        {
          hw_statement_bind_text (statement, ":reason", own->reason);
          hw_statement_bind_text (statement, ":person", self->person);
          hw_statement_bind_text (statement, ":time", self->time);
        }
      if (!hw_statement_execute (statement, error))
        return FALSE;
    }
  return TRUE;
}

static void
describe_value (HwValue *value,
                const char **text,
                const char **missing)
{
  if (value == NULL)
    return;
  *text = hw_value_get_text (value);
  if (*text == NULL)
    *missing = hw_missing_get_name (hw_value_get_missing (value));
}

static gboolean
write_trail (HwRecord *self,
             HwDatabase *database,
             GError **error)
{
  g_autoptr (GArray) rows = g_array_sized_new (FALSE, TRUE, sizeof (HwTrailRow), self->trail->len);

  for (guint i = 0; i < self->trail->len; i++)
    {
      HwRecordTrail *trail = &g_array_index (self->trail, HwRecordTrail, i);
      HwTrailRow row = { 0 };

      row.interview_id = self->state->interview_id;
      row.time = self->time;
      row.person = self->person;
      row.kind = trail->kind;
      row.question = hw_question_get_name (trail->question);
      row.row_id = trail->row_id;
      describe_value (trail->before, &row.before, &row.before_missing);
      describe_value (trail->after, &row.after, &row.after_missing);
      row.reason = trail->reason;
      g_array_append_val (rows, row);
    }
  return hw_trail_append (database, (const HwTrailRow *) rows->data, rows->len, error);
}

static gboolean
write_cursor (HwRecord *self,
              HwDatabase *database,
              GError **error)
{
  g_autoptr (HwStatement) statement = NULL;

  if (self->cursor == NULL)
    return TRUE;
  statement = hw_database_prepare (database, "UPDATE interview SET cursor = :cursor WHERE id = :id",
                                   error);
  if (statement == NULL)
    return FALSE;
  hw_statement_bind_text (statement, ":cursor", self->cursor);
  hw_statement_bind_text (statement, ":id", self->state->interview_id);
  return hw_statement_execute (statement, error);
}

static gboolean
write_files (HwRecord *self,
             HwDatabase *database,
             GError **error)
{
  for (guint i = 0; i < self->files->len; i++)
    {
      HwRecordFile *file = &g_array_index (self->files, HwRecordFile, i);

      if (!hw_files_write (database, self->state->interview_id, file->name, file->bytes,
                           self->person, self->time, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_line (HwRecord *self,
            HwDatabase *database,
            GError **error)
{
  g_autoptr (HwStatement) statement
      = hw_database_prepare (database,
                             "UPDATE interview SET label = :label, percent = :percent,"
                             " n_problems = :problems, modified = :time, person = :person"
                             " WHERE id = :id",
                             error);

  if (statement == NULL)
    return FALSE;
  hw_statement_bind_text (statement, ":label", self->label);
  hw_statement_bind_integer (statement, ":percent", self->percent);
  hw_statement_bind_integer (statement, ":problems", self->n_problems);
  hw_statement_bind_text (statement, ":time", self->time);
  hw_statement_bind_text (statement, ":person", self->person);
  hw_statement_bind_text (statement, ":id", self->state->interview_id);
  return hw_statement_execute (statement, error);
}

static gboolean
write_visit (HwRecord *self,
             HwDatabase *database,
             GError **error)
{
  g_autoptr (HwStatement) statement = NULL;

  if (self->visit_id == NULL)
    return TRUE;
  statement = hw_database_prepare (database,
                                   "INSERT INTO visit (id, interview_id, person, started, ended)"
                                   " VALUES (:id, :interview, :person, :time, :time)"
                                   " ON CONFLICT (id) DO UPDATE SET ended = excluded.ended",
                                   error);
  if (statement == NULL)
    return FALSE;
  hw_statement_bind_text (statement, ":id", self->visit_id);
  hw_statement_bind_text (statement, ":interview", self->state->interview_id);
  hw_statement_bind_text (statement, ":person", self->person);
  hw_statement_bind_text (statement, ":time", self->time);
  return hw_statement_execute (statement, error);
}

static gboolean
write_all (HwRecord *self,
           HwLevelTables *tables,
           HwDatabase *database,
           GError **error)
{
  if (!self->has_answers && self->origin == NULL)
    return write_cursor (self, database, error);
  return hw_person_ensure (database, self->person, error)
         && (self->origin == NULL || insert_interview (self, tables, database, error))
         && write_rows (self, tables, database, error)
         && write_values (self, tables, database, error) && write_files (self, database, error)
         && write_confirmations (self, database, error) && write_trail (self, database, error)
         && write_line (self, database, error) && write_cursor (self, database, error)
         && write_visit (self, database, error);
}

/**
 * hw_record_write:
 * @self: a record
 * @tables: the level tables
 * @database: a connection
 * @error: return location
 *
 * Writes the record in one transaction.
 *
 * Returns: whether all of it is in the file (or, within a larger transaction, will be with that)
 */
gboolean
hw_record_write (HwRecord *self,
                 HwLevelTables *tables,
                 HwDatabase *database,
                 GError **error)
{
  if (!hw_database_begin (database, error))
    return FALSE;
  if (write_all (self, tables, database, error))
    return hw_database_commit (database, error);
  hw_database_rollback (database);
  return FALSE;
}
