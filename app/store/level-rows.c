/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/level-struct-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "base/number.h"
#include "store/survey-file.h"

/* The tables were made for the questionnaire as the file has it; an interview may have been held
 * with a copy of it that was read elsewhere. There the questions have the same names. */
static HwQuestion *
find_own (HwLevelTables *self,
          HwQuestion *question,
          GError **error)
{
  guint index = hw_question_get_index (question);
  HwQuestion *own;

  if (index == 0)
    return hw_questionnaire_get_root (self->questionnaire);
  if (index < hw_questionnaire_get_n_questions (self->questionnaire)
      && hw_questionnaire_get_question (self->questionnaire, index) == question)
    return question;
  own = hw_questionnaire_find (self->questionnaire, hw_question_get_name (question));
  if (own == NULL)
    g_set_error (error, HW_STORE_ERROR, HW_STORE_ERROR_FAILED,
                 _("The survey has no question “%s”: the interview belongs to another "
                   "questionnaire. Store it in a survey made with that one."),
                 hw_question_get_name (question));
  return own;
}

static HwLevel *
find_level (HwLevelTables *self,
            HwQuestion *level,
            GError **error)
{
  HwQuestion *own = find_own (self, level, error);
  HwLevel *found = own != NULL ? g_hash_table_lookup (self->by_level, own) : NULL;

  if (own != NULL && found == NULL)
    g_set_error (error, HW_STORE_ERROR, HW_STORE_ERROR_FAILED,
                 _("“%s” is no level of the survey: the interview belongs to another "
                   "questionnaire. Store it in a survey made with that one."),
                 hw_question_get_name (level));
  return found;
}

/**
 * hw_level_tables_find_column:
 * @self: level tables
 * @question: a question with a value
 * @error: return location
 *
 * Returns: (nullable) (transfer none): where its answers stand
 */
HwLevelColumn *
hw_level_tables_find_column (HwLevelTables *self,
                             HwQuestion *question,
                             GError **error)
{
  HwQuestion *own = find_own (self, question, error);
  HwLevelColumn *found = own != NULL ? self->by_index[hw_question_get_index (own)] : NULL;

  if (own != NULL && found == NULL)
    g_set_error (error, HW_STORE_ERROR, HW_STORE_ERROR_FAILED,
                 _("“%s” has no answers in the survey: the interview belongs to another "
                   "questionnaire. Store it in a survey made with that one."),
                 hw_question_get_name (question));
  return found;
}

/**
 * hw_level_tables_write_row:
 * @self: level tables
 * @database: a connection within a transaction
 * @level: the root, or a repeat
 * @row: the row; one that is there keeps its answers and gets a new place
 * @error: return location
 *
 * Returns: %FALSE on failure
 */
gboolean
hw_level_tables_write_row (HwLevelTables *self,
                           HwDatabase *database,
                           HwQuestion *level,
                           const HwLevelRow *row,
                           GError **error)
{
  HwLevel *found = find_level (self, level, error);

  if (found == NULL)
    return FALSE;
  for (guint part = 0; part < found->parts->len; part++)
    {
      g_autoptr (HwStatement) statement
          = hw_database_prepare (database, g_ptr_array_index (found->inserts, part), error);

      if (statement == NULL)
        return FALSE;
      hw_statement_bind_text (statement, ":interview", row->interview_id);
      hw_statement_bind_text (statement, ":row", row->row_id);
      hw_statement_bind_text (statement, ":parent", row->parent_row_id);
      hw_statement_bind_integer (statement, ":position", row->position);
      hw_statement_bind_integer (statement, ":dormant", row->dormant);
      if (!hw_statement_execute (statement, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
list_rows_below (HwLevel *level,
                 HwDatabase *database,
                 const char *interview_id,
                 const char *row_id,
                 GPtrArray *ids,
                 GError **error)
{
  g_autoptr (GString) sql = g_string_new ("SELECT row_id FROM ");
  g_autoptr (HwStatement) statement = NULL;
  gboolean has_row;

  hw_sql_append_identifier (sql, g_ptr_array_index (level->parts, 0));
  g_string_append (sql, " WHERE interview_id = :interview AND parent_row_id = :row");
  statement = hw_database_prepare (database, sql->str, error);
  if (statement == NULL)
    return FALSE;
  hw_statement_bind_text (statement, ":interview", interview_id);
  hw_statement_bind_text (statement, ":row", row_id);
  while (hw_statement_step (statement, &has_row, error))
    {
      if (!has_row)
        return TRUE;
      g_ptr_array_add (ids, g_strdup (hw_statement_get_text (statement, 0)));
    }
  return FALSE;
}

/* What stands beside the level tables about a row that is gone. */
static gboolean
remove_side_rows (HwDatabase *database,
                  const char *interview_id,
                  const char *row_id,
                  GError **error)
{
  static const char *const deletes[] = {
    "DELETE FROM missing_answer WHERE interview_id = :interview AND row_id = :row",
    "DELETE FROM exact_answer WHERE interview_id = :interview AND row_id = :row",
    "DELETE FROM confirmation WHERE interview_id = :interview AND row_id = :row",
  };

  for (guint i = 0; i < G_N_ELEMENTS (deletes); i++)
    {
      g_autoptr (HwStatement) statement = hw_database_prepare (database, deletes[i], error);

      if (statement == NULL)
        return FALSE;
      hw_statement_bind_text (statement, ":interview", interview_id);
      hw_statement_bind_text (statement, ":row", row_id);
      if (!hw_statement_execute (statement, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
remove_one (HwLevel *level,
            HwDatabase *database,
            const char *row_id,
            GError **error)
{
  for (guint part = 0; part < level->parts->len; part++)
    {
      g_autoptr (GString) sql = g_string_new ("DELETE FROM ");
      g_autoptr (HwStatement) statement = NULL;

      hw_sql_append_identifier (sql, g_ptr_array_index (level->parts, part));
      g_string_append (sql, " WHERE row_id = :row");
      statement = hw_database_prepare (database, sql->str, error);
      if (statement == NULL)
        return FALSE;
      hw_statement_bind_text (statement, ":row", row_id);
      if (!hw_statement_execute (statement, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * hw_level_tables_remove_row:
 * @self: level tables
 * @database: a connection within a transaction
 * @level: a repeat
 * @interview_id: the interview
 * @row_id: the row, which goes with all rows below it
 * @error: return location
 *
 * Returns: %FALSE on failure
 */
gboolean
hw_level_tables_remove_row (HwLevelTables *self,
                            HwDatabase *database,
                            HwQuestion *level,
                            const char *interview_id,
                            const char *row_id,
                            GError **error)
{
  HwLevel *own = find_level (self, level, error);

  if (own == NULL)
    return FALSE;
  for (guint i = 0; i < self->levels->len; i++)
    {
      HwLevel *below = g_ptr_array_index (self->levels, i);
      g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

      if (hw_question_get_repeat (below->level) != own->level)
        continue;
      if (!list_rows_below (below, database, interview_id, row_id, ids, error))
        return FALSE;
      for (guint j = 0; j < ids->len; j++)
        if (!hw_level_tables_remove_row (self, database, below->level, interview_id,
                                         g_ptr_array_index (ids, j), error))
          return FALSE;
    }
  return remove_one (own, database, row_id, error)
         && remove_side_rows (database, interview_id, row_id, error);
}

/* Binds what the column can hold; FALSE when that does not read back as the same text. */
static gboolean
bind_typed (HwStatement *statement,
            HwColumnType type,
            const char *text)
{
  g_autofree char *back = NULL;
  gint64 integer;
  double real;

  if (type == HW_COLUMN_TEXT || text == NULL)
    {
      hw_statement_bind_text (statement, ":value", text);
      return TRUE;
    }
  if (type == HW_COLUMN_INTEGER && hw_number_parse_int (text, G_MININT64, G_MAXINT64, &integer))
    {
      hw_statement_bind_integer (statement, ":value", integer);
      back = g_strdup_printf ("%" G_GINT64_FORMAT, integer);
    }
  else if (type == HW_COLUMN_REAL && hw_number_parse (text, &real) && isfinite (real))
    {
      hw_statement_bind_real (statement, ":value", real);
      back = hw_number_dup_string (real);
    }
  else
    hw_statement_bind_text (statement, ":value", NULL);
  return g_strcmp0 (back, text) == 0;
}

static gboolean
write_exact (HwDatabase *database,
             HwQuestion *question,
             const char *interview_id,
             const char *row_id,
             const char *text,
             GError **error)
{
  const char *sql = text == NULL ? "DELETE FROM exact_answer WHERE interview_id = :interview"
                                   " AND row_id = :row AND question = :question"
                                 : "INSERT OR REPLACE INTO exact_answer"
                                   " (interview_id, row_id, question, text)"
                                   " VALUES (:interview, :row, :question, :text)";
  g_autoptr (HwStatement) statement = hw_database_prepare (database, sql, error);

  if (statement == NULL)
    return FALSE;
  hw_statement_bind_text (statement, ":interview", interview_id);
  hw_statement_bind_text (statement, ":row", row_id);
  hw_statement_bind_text (statement, ":question", hw_question_get_name (question));
  if (text != NULL)
    hw_statement_bind_text (statement, ":text", text);
  return hw_statement_execute (statement, error);
}

/**
 * hw_level_tables_write_value:
 * @self: level tables
 * @database: a connection within a transaction
 * @question: a question with a value
 * @interview_id: the interview
 * @row_id: the row, which must be there; the interview's id at the root level
 * @text: (nullable): the answer; %NULL for none
 * @error: return location
 *
 * Writes an answer into its column. Where the column's type cannot hold the text to the last
 * character
 * ("12.50", a calculation without a number), the text stands in exact_answer as well.
 *
 * Returns: %FALSE on failure
 */
gboolean
hw_level_tables_write_value (HwLevelTables *self,
                             HwDatabase *database,
                             HwQuestion *question,
                             const char *interview_id,
                             const char *row_id,
                             const char *text,
                             GError **error)
{
  HwLevelColumn *column = hw_level_tables_find_column (self, question, error);
  g_autoptr (HwStatement) statement = NULL;
  HwColumnType type;
  gboolean exact;

  if (column == NULL)
    return FALSE;
  statement = hw_database_prepare (database, column->update, error);
  if (statement == NULL)
    return FALSE;
  type = hw_question_get_column_type (column->question);
  exact = bind_typed (statement, type, text);
  hw_statement_bind_text (statement, ":row", row_id);
  if (!hw_statement_execute (statement, error))
    return FALSE;
  if (type == HW_COLUMN_TEXT)
    return TRUE;
  return write_exact (database, question, interview_id, row_id, exact ? NULL : text, error);
}
