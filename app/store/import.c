/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/import-private.h"

#include <glib/gi18n-lib.h>

static void
collect_key_cb (HwQuestion *question,
                const HwLevelRow *row,
                const char *text,
                gpointer data)
{
  g_hash_table_insert (data, g_strdup (row->interview_id), g_strdup (text));
}

/**
 * hw_import_read_keys:
 * @self: an import
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type utf8 utf8): what identifies a household -> the
 * id of its interview, "" where several claim to be the same; void ones are left out
 */
GHashTable *
hw_import_read_keys (HwImport *self,
                     GError **error)
{
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) joined = NULL;
  GHashTableIter iter;
  gpointer id;
  gpointer key;

  for (guint i = 0; i < self->cases->len; i++)
    {
      g_autoptr (GHashTable) texts
          = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

      if (!hw_level_tables_read_column (
              hw_survey_file_get_tables (self->file), hw_survey_file_get_database (self->file),
              g_ptr_array_index (self->cases, i), collect_key_cb, texts, error))
        return NULL;
      if (joined == NULL)
        {
          joined = g_steal_pointer (&texts);
          continue;
        }
      g_hash_table_iter_init (&iter, joined);
      while (g_hash_table_iter_next (&iter, &id, &key))
        {
          const char *text = g_hash_table_lookup (texts, id);

          g_hash_table_iter_replace (&iter,
                                     g_strconcat (key, "\x1f", text != NULL ? text : "", NULL));
        }
    }
  if (joined == NULL)
    return g_steal_pointer (&keys);
  g_hash_table_iter_init (&iter, joined);
  while (g_hash_table_iter_next (&iter, &id, &key))
    g_hash_table_insert (keys, g_strdup (key),
                         g_strdup (g_hash_table_contains (keys, key) ? "" : id));
  return g_steal_pointer (&keys);
}

static gboolean
is_blocked (HwInterview *interview)
{
  g_autoptr (GPtrArray) items = hw_interview_list_problems (interview);

  for (guint i = 0; i < items->len; i++)
    if (hw_item_is_blocking (g_ptr_array_index (items, i)))
      return TRUE;
  return FALSE;
}

/* An interview that came by import is completed when nothing is wrong with it: its levels come one
 * after the other. One that a person holds is left to the person. */
static gboolean
follow_status (HwImport *self,
               const char *id,
               HwStatus status,
               GError **error)
{
  g_autoptr (HwStatement) statement
      = hw_database_prepare (hw_survey_file_get_database (self->file),
                             "SELECT count (*) FROM interview WHERE id = :id AND origin = 'import'"
                             " AND status IN ('under-way', 'completed')",
                             error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  hw_statement_bind_text (statement, ":id", id);
  if (!hw_statement_step (statement, &has_row, error))
    return FALSE;
  if (!has_row || hw_statement_get_integer (statement, 0) == 0)
    return TRUE;
  return hw_survey_file_set_status (self->file, id, status, NULL, error);
}

/**
 * hw_import_store_state:
 * @self: an import
 * @interview: an interview with what the file gave it
 * @old: (nullable): what the survey has of it; %NULL when it is new
 * @error: return location
 *
 * Returns: whether it is stored
 */
gboolean
hw_import_store_state (HwImport *self,
                       HwInterview *interview,
                       HwState *old,
                       GError **error)
{
  HwStatus status = is_blocked (interview) ? HW_STATUS_UNDER_WAY : HW_STATUS_COMPLETED;
  g_autoptr (HwRecord) record = hw_record_new (interview);
  g_autofree char *reason = g_strconcat ("import ", self->name, NULL);

  hw_record_set_reason (record, reason);
  if (old == NULL)
    hw_record_set_new (record, "import", status);
  hw_record_add_whole (record, interview, old);
  if (!hw_survey_file_write_record (self->file, record, error))
    return FALSE;
  return old == NULL || follow_status (self, hw_interview_get_id (interview), status, error);
}

/**
 * hw_import_tell_odd:
 * @self: an import
 * @row: a row that goes in
 * @interview: the interview with it
 * @row_id: where it stands
 *
 * Warns of answers that are stored although they break a rule, or do not apply.
 */
void
hw_import_tell_odd (HwImport *self,
                    HwImportRow *row,
                    HwInterview *interview,
                    const char *row_id)
{
  guint line = hw_csv_table_get_line (self->table, row->index);

  for (guint i = 0; i < self->n_columns; i++)
    {
      HwQuestion *question = self->columns[i].question;
      HwItem *item;

      if (self->columns[i].role != HW_IMPORT_ANSWER
          || hw_value_get_missing (row->values[i]) == HW_MISSING_NOT_ANSWERED)
        continue;
      item = hw_interview_find_in_row (interview, question, row_id);
      if (item == NULL)
        continue;
      if (!hw_item_is_relevant (item))
        hw_problems_add (
            self->problems, HW_PROBLEM_WARNING, self->name, line, i + 1,
            _("“%s” does not apply here, by the other answers. Its answer is kept, and "
              "left out of tables."),
            hw_question_get_name (question));
      else if (hw_item_get_problem (item) == HW_ITEM_CONSTRAINT)
        hw_problems_add (self->problems, HW_PROBLEM_WARNING, self->name, line, i + 1,
                         /* Translators: the name of a question, and its rule as a sentence. */
                         _("“%s” is stored and marked: %s"), hw_question_get_name (question),
                         hw_item_get_problem_message (item) != NULL
                             ? hw_item_get_problem_message (item)
                             : hw_csv_table_get (self->table, row->index, i));
    }
}

static void
clear (HwImport *self)
{
  g_clear_pointer (&self->table, hw_csv_table_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->ancestors, g_ptr_array_unref);
  g_clear_pointer (&self->cases, g_ptr_array_unref);
  g_clear_pointer (&self->columns, g_free);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HwImport, clear)

static gboolean
read_file (HwImport *self,
           const char *path,
           GError **error)
{
  if (!hw_import_find_level (self, error))
    return FALSE;
  self->n_before = hw_problems_get_length (self->problems);
  self->table = hw_csv_table_new_from_file (path, self->problems, error);
  if (self->table == NULL)
    return FALSE;
  self->name = g_strdup (hw_csv_table_get_name (self->table));
  hw_import_read_rows (self);
  return TRUE;
}

static gboolean
store (HwImport *self,
       GError **error)
{
  gboolean is_root = self->level == hw_questionnaire_get_root (self->questionnaire);
  gboolean fine;

  if (self->broken)
    return TRUE;
  if (!hw_survey_file_begin (self->file, error))
    return FALSE;
  fine = is_root ? hw_import_store_cases (self, error) : hw_import_store_below (self, error);
  if (fine && hw_import_takes_any (self))
    return hw_survey_file_commit (self->file, error);
  hw_survey_file_rollback (self->file);
  return fine;
}

/**
 * hw_survey_file_import:
 * @self: a survey
 * @level: the name of a level
 * @path: a CSV file, columns named as questions
 * @partial: whether good rows go in although others are refused
 * @refused: (nullable): where rows that did not go in are written, with what is wrong with them
 * @problems: where each refusal goes, with line and column
 * @result: (out caller-allocates): how many rows there were, and what became of them
 * @error: return location
 *
 * Imports one level, in one transaction. A column that is no question of the level refuses the
 * file; with
 * @partial it is left out. What breaks a rule of the questionnaire but is a value of its kind is
 * stored, and marked, as when a person enters it.
 *
 * A row of a lower level names its household by the case_id questions, and each row between by the
 * first question of that level or by its number in a column named as the level. A column named as
 * the level itself numbers the row.
 *
 * Returns: %FALSE when the import could not be done; refused rows are no failure
 */
gboolean
hw_survey_file_import (HwSurveyFile *self,
                       const char *level,
                       const char *path,
                       gboolean partial,
                       const char *refused,
                       HwProblems *problems,
                       HwImportResult *result,
                       GError **error)
{
  g_auto (HwImport) import
      = { .file = self, .level_name = level, .problems = problems, .partial = partial };

  g_return_val_if_fail (HW_IS_SURVEY_FILE (self) && level != NULL && path != NULL, FALSE);
  g_return_val_if_fail (problems != NULL && result != NULL, FALSE);

  import.questionnaire = hw_survey_file_get_questionnaire (self);
  if (!hw_survey_file_check_writable (self, error) || !read_file (&import, path, error)
      || !store (&import, error))
    return FALSE;
  result->n_rows = import.rows->len;
  result->n_refused = import.broken ? import.rows->len : hw_import_count_refused (&import);
  result->n_stored = hw_import_takes_any (&import) ? result->n_rows - result->n_refused : 0;
  if (refused == NULL || (result->n_refused == 0 && !import.broken))
    return TRUE;
  return hw_import_write_refused (&import, refused, error);
}
