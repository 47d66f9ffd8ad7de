/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/level-struct-private.h"

#include "base/number.h"

#define KEYS "SELECT interview_id, row_id, parent_row_id, position, dormant"
#define N_KEYS 5

static void
append_column (GString *sql,
               HwLevelColumn *column)
{
  g_string_append (sql, ", ");
  hw_sql_append_identifier (sql, column->name);
}

/* The text of a column, as it was given apart from what exact_answer knows better. */
static char *
dup_text (HwStatement *statement,
          guint at,
          HwColumnType type)
{
  if (hw_statement_is_null (statement, at))
    return NULL;
  if (type == HW_COLUMN_REAL)
    return hw_number_dup_string (hw_statement_get_real (statement, at));
  return g_strdup (hw_statement_get_text (statement, at));
}

static void
get_row (HwStatement *statement,
         HwLevelRow *row)
{
  row->interview_id = hw_statement_get_text (statement, 0);
  row->row_id = hw_statement_get_text (statement, 1);
  row->parent_row_id = hw_statement_get_text (statement, 2);
  row->position = (guint) hw_statement_get_integer (statement, 3);
  row->dormant = hw_statement_get_integer (statement, 4) != 0;
}

static gboolean
read_part (HwLevel *level,
           guint part,
           HwDatabase *database,
           const char *interview_id,
           HwLevelRowFunc row_func,
           HwLevelValueFunc value_func,
           gpointer data,
           GError **error)
{
  const char *table = g_ptr_array_index (level->parts, part);
  g_autoptr (GString) sql = g_string_new (KEYS);
  g_autoptr (GPtrArray) columns = g_ptr_array_new ();
  g_autoptr (HwStatement) statement = NULL;
  gboolean has_row;

  for (guint i = 0; i < level->columns->len; i++)
    {
      HwLevelColumn *column = g_ptr_array_index (level->columns, i);

      if (column->table != table)
        continue;
      append_column (sql, column);
      g_ptr_array_add (columns, column);
    }
  g_string_append (sql, " FROM ");
  hw_sql_append_identifier (sql, table);
  g_string_append (sql, " WHERE interview_id = :interview ORDER BY dormant, position");
  statement = hw_database_prepare (database, sql->str, error);
  if (statement == NULL)
    return FALSE;
  hw_statement_bind_text (statement, ":interview", interview_id);
  while (hw_statement_step (statement, &has_row, error))
    {
      HwLevelRow row;

      if (!has_row)
        return TRUE;
      get_row (statement, &row);
      if (part == 0)
        row_func (level->level, &row, data);
      for (guint i = 0; i < columns->len; i++)
        {
          HwLevelColumn *column = g_ptr_array_index (columns, i);
          g_autofree char *text
              = dup_text (statement, N_KEYS + i, hw_question_get_column_type (column->question));

          if (text != NULL)
            value_func (column->question, &row, text, data);
        }
    }
  return FALSE;
}

static gboolean
read_exact (HwLevelTables *self,
            HwDatabase *database,
            const char *interview_id,
            HwLevelValueFunc value_func,
            gpointer data,
            GError **error)
{
  g_autoptr (HwStatement) statement
      = hw_database_prepare (database,
                             "SELECT interview_id, row_id, question, text FROM exact_answer"
                             " WHERE interview_id = :interview",
                             error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  hw_statement_bind_text (statement, ":interview", interview_id);
  while (hw_statement_step (statement, &has_row, error))
    {
      HwLevelRow row = { 0 };
      HwQuestion *question;

      if (!has_row)
        return TRUE;
      row.interview_id = hw_statement_get_text (statement, 0);
      row.row_id = hw_statement_get_text (statement, 1);
      question = hw_questionnaire_find (self->questionnaire, hw_statement_get_text (statement, 2));
      if (question != NULL)
        value_func (question, &row, hw_statement_get_text (statement, 3), data);
    }
  return FALSE;
}

/**
 * hw_level_tables_read_interview:
 * @self: level tables
 * @database: a connection
 * @interview_id: the interview
 * @row_func: called for each row, parents before children, in order, dormant ones last
 * @value_func: called for each answer of a row after the row; a second call for the same place is
 *   the exact text and counts
 * @data: for both
 * @error: return location
 *
 * Returns: %FALSE on failure
 */
gboolean
hw_level_tables_read_interview (HwLevelTables *self,
                                HwDatabase *database,
                                const char *interview_id,
                                HwLevelRowFunc row_func,
                                HwLevelValueFunc value_func,
                                gpointer data,
                                GError **error)
{
  for (guint i = 0; i < self->levels->len; i++)
    {
      HwLevel *level = g_ptr_array_index (self->levels, i);

      for (guint part = 0; part < level->parts->len; part++)
        if (!read_part (level, part, database, interview_id, row_func, value_func, data, error))
          return FALSE;
    }
  return read_exact (self, database, interview_id, value_func, data, error);
}

/**
 * hw_level_tables_read_column:
 * @self: level tables
 * @database: a connection
 * @question: a question with a value
 * @value_func: called for each row of every interview that is not void, in no order
 * @data: for it
 * @error: return location
 *
 * Returns: %FALSE on failure
 */
gboolean
hw_level_tables_read_column (HwLevelTables *self,
                             HwDatabase *database,
                             HwQuestion *question,
                             HwLevelValueFunc value_func,
                             gpointer data,
                             GError **error)
{
  HwLevelColumn *column = hw_level_tables_find_column (self, question, error);
  g_autoptr (GString) sql = g_string_new (KEYS);
  g_autoptr (HwStatement) statement = NULL;
  gboolean has_row;

  if (column == NULL)
    return FALSE;
  append_column (sql, column);
  g_string_append (sql, " FROM ");
  hw_sql_append_identifier (sql, column->table);
  g_string_append (sql, " WHERE interview_id IN"
                        " (SELECT id FROM interview WHERE status <> 'void')");
  statement = hw_database_prepare (database, sql->str, error);
  if (statement == NULL)
    return FALSE;
  while (hw_statement_step (statement, &has_row, error))
    {
      HwLevelRow row;
      g_autofree char *text = NULL;

      if (!has_row)
        return TRUE;
      get_row (statement, &row);
      text = dup_text (statement, N_KEYS, hw_question_get_column_type (question));
      if (text != NULL)
        value_func (question, &row, text, data);
    }
  return FALSE;
}
