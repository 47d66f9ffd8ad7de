/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/level-struct-private.h"

#include <string.h>

/* SQLite allows 2,000; the key takes five, and an office may want to add some of its own. */
#define MAX_COLUMNS 1900

/* Names that the tables of schema-1.sql have taken. */
static const char *const fixed_tables[] = {
  "survey",       "questionnaire", "level_column", "person",          "sample",
  "interview",    "visit",         "answer_trail", "missing_answer",  "exact_answer",
  "confirmation", "comment",       "finding",      "transfer_ledger",
};

static const char *const key_columns[]
    = { "interview_id", "row_id", "parent_row_id", "position", "dormant" };

static void
column_free (gpointer data)
{
  HwLevelColumn *self = data;

  g_free (self->name);
  g_free (self->update);
  g_free (self);
}

static void
level_free (gpointer data)
{
  HwLevel *self = data;

  g_free (self->name);
  g_ptr_array_unref (self->parts);
  g_ptr_array_unref (self->inserts);
  g_ptr_array_unref (self->columns);
  g_free (self);
}

/**
 * hw_sql_append_identifier:
 * @sql: SQL that is being built
 * @name: the name of a table or column
 *
 * The one door through which a name from a questionnaire gets into SQL.
 */
void
hw_sql_append_identifier (GString *sql,
                          const char *name)
{
  g_string_append_c (sql, '"');
  for (const char *at = name; *at != '\0'; at++)
    {
      if (*at == '"')
        g_string_append_c (sql, '"');
      g_string_append_c (sql, *at);
    }
  g_string_append_c (sql, '"');
}

/* SQLite compares names without regard to the case of ASCII letters; XForms does not. */
static char *
take_name (GHashTable *taken,
           const char *wished)
{
  gboolean reserved = g_ascii_strncasecmp (wished, "sqlite_", strlen ("sqlite_")) == 0;
  char *name = g_strconcat (reserved ? "_" : "", wished, NULL);
  char *key = g_ascii_strdown (name, -1);

  for (guint i = 2; g_hash_table_contains (taken, key); i++)
    {
      g_free (name);
      g_free (key);
      name = g_strdup_printf ("%s_%u", wished, i);
      key = g_ascii_strdown (name, -1);
    }
  g_hash_table_add (taken, key);
  return name;
}

static GHashTable *
new_taken (const char *const *names,
           guint n)
{
  GHashTable *taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < n; i++)
    g_hash_table_add (taken, g_strdup (names[i]));
  return taken;
}

static char *
build_insert (const char *table)
{
  GString *sql = g_string_new ("INSERT INTO ");

  hw_sql_append_identifier (sql, table);
  g_string_append (sql, " (interview_id, row_id, parent_row_id, position, dormant)"
                        " VALUES (:interview, :row, :parent, :position, :dormant)"
                        " ON CONFLICT (row_id) DO UPDATE"
                        " SET position = excluded.position, dormant = excluded.dormant");
  return g_string_free (sql, FALSE);
}

static char *
build_update (HwLevelColumn *column)
{
  GString *sql = g_string_new ("UPDATE ");

  hw_sql_append_identifier (sql, column->table);
  g_string_append (sql, " SET ");
  hw_sql_append_identifier (sql, column->name);
  g_string_append (sql, " = :value WHERE row_id = :row");
  return g_string_free (sql, FALSE);
}

static void
add_part (HwLevel *level,
          GHashTable *taken)
{
  char *table = take_name (taken, level->name);

  g_ptr_array_add (level->parts, table);
  g_ptr_array_add (level->inserts, build_insert (table));
}

static HwLevel *
new_level (HwLevelTables *self,
           HwQuestion *question,
           const char *name,
           GHashTable *taken)
{
  g_autoptr (GPtrArray) questions = hw_questionnaire_list_columns (self->questionnaire, question);
  g_autoptr (GHashTable) names = new_taken (key_columns, G_N_ELEMENTS (key_columns));
  HwLevel *level = g_new0 (HwLevel, 1);

  level->level = question;
  level->name = g_strdup (name);
  level->parts = g_ptr_array_new_with_free_func (g_free);
  level->inserts = g_ptr_array_new_with_free_func (g_free);
  level->columns = g_ptr_array_new_with_free_func (column_free);
  add_part (level, taken);
  for (guint i = 0; i < questions->len; i++)
    {
      HwLevelColumn *column = g_new0 (HwLevelColumn, 1);

      if (i > 0 && i % MAX_COLUMNS == 0)
        add_part (level, taken);
      column->question = g_ptr_array_index (questions, i);
      column->table = g_ptr_array_index (level->parts, level->parts->len - 1);
      column->name = take_name (names, hw_question_get_name (column->question));
      column->update = build_update (column);
      self->by_index[hw_question_get_index (column->question)] = column;
      g_ptr_array_add (level->columns, column);
    }
  return level;
}

/**
 * hw_level_tables_new:
 * @questionnaire: what is asked
 * @root_level: (nullable): the name of the root level, where the survey overrides the questionnaire
 *
 * Decides where every answer will stand. The same questionnaire always gives the same names.
 *
 * Returns: (transfer full): the tables of the levels; nothing is written yet
 */
HwLevelTables *
hw_level_tables_new (HwQuestionnaire *questionnaire,
                     const char *root_level)
{
  g_autoptr (GPtrArray) levels = hw_questionnaire_list_levels (questionnaire);
  g_autoptr (GHashTable) taken = new_taken (fixed_tables, G_N_ELEMENTS (fixed_tables));
  HwLevelTables *self = g_new0 (HwLevelTables, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->questionnaire = hw_questionnaire_ref (questionnaire);
  self->levels = g_ptr_array_new_with_free_func (level_free);
  self->by_level = g_hash_table_new (NULL, NULL);
  self->by_index = g_new0 (HwLevelColumn *, hw_questionnaire_get_n_questions (questionnaire));
  for (guint i = 0; i < levels->len; i++)
    {
      HwQuestion *question = g_ptr_array_index (levels, i);
      const char *name = hw_questionnaire_get_level_name (questionnaire, i == 0 ? NULL : question);
      HwLevel *level;

      if (i == 0 && root_level != NULL)
        name = root_level;
      level = new_level (self, question, name, taken);
      g_ptr_array_add (self->levels, level);
      g_hash_table_insert (self->by_level, question, level);
    }
  return self;
}

/**
 * hw_level_tables_ref:
 * @self: level tables
 *
 * Returns: (transfer full): @self
 */
HwLevelTables *
hw_level_tables_ref (HwLevelTables *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * hw_level_tables_unref:
 * @self: (transfer full): level tables
 */
void
hw_level_tables_unref (HwLevelTables *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_hash_table_unref (self->by_level);
  g_ptr_array_unref (self->levels);
  g_free (self->by_index);
  hw_questionnaire_unref (self->questionnaire);
  g_free (self);
}

/**
 * hw_level_tables_get_questionnaire:
 * @self: level tables
 *
 * Returns: (transfer none): what they were made for
 */
HwQuestionnaire *
hw_level_tables_get_questionnaire (HwLevelTables *self)
{
  return self->questionnaire;
}

static const char *
get_type_name (HwQuestion *question)
{
  switch (hw_question_get_column_type (question))
    {
    case HW_COLUMN_INTEGER:
      return "INTEGER";
    case HW_COLUMN_REAL:
      return "REAL";
    default:
      return "TEXT";
    }
}

static char *
build_create (HwLevel *level,
              const char *table)
{
  g_autofree char *index = g_strconcat (table, "/interview", NULL);
  GString *sql = g_string_new ("CREATE TABLE ");

  hw_sql_append_identifier (sql, table);
  g_string_append (sql, " (\n  interview_id TEXT NOT NULL REFERENCES interview (id),\n"
                        "  row_id TEXT NOT NULL PRIMARY KEY,\n"
                        "  parent_row_id TEXT,\n"
                        "  position INTEGER NOT NULL CHECK (position > 0),\n"
                        "  dormant INTEGER NOT NULL DEFAULT 0 CHECK (dormant IN (0, 1))");
  for (guint i = 0; i < level->columns->len; i++)
    {
      HwLevelColumn *column = g_ptr_array_index (level->columns, i);

      if (column->table != table)
        continue;
      g_string_append (sql, ",\n  ");
      hw_sql_append_identifier (sql, column->name);
      g_string_append_c (sql, ' ');
      g_string_append (sql, get_type_name (column->question));
    }
  g_string_append (sql, "\n) STRICT;\nCREATE INDEX ");
  hw_sql_append_identifier (sql, index);
  g_string_append (sql, " ON ");
  hw_sql_append_identifier (sql, table);
  g_string_append (sql, " (interview_id, position);");
  return g_string_free (sql, FALSE);
}

static gboolean
add_to_catalogue (HwLevel *level,
                  HwDatabase *database,
                  GError **error)
{
  g_autoptr (HwStatement) statement = hw_database_prepare (
      database,
      "INSERT INTO level_column (level, question, table_name, column_name, type)"
      " VALUES (:level, :question, :table, :column, :type)",
      error);

  if (statement == NULL)
    return FALSE;
  hw_statement_bind_text (statement, ":level", level->name);
  for (guint i = 0; i < level->columns->len; i++)
    {
      HwLevelColumn *column = g_ptr_array_index (level->columns, i);

      hw_statement_bind_text (statement, ":question", hw_question_get_name (column->question));
      hw_statement_bind_text (statement, ":table", column->table);
      hw_statement_bind_text (statement, ":column", column->name);
      hw_statement_bind_text (statement, ":type", get_type_name (column->question));
      if (!hw_statement_execute (statement, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * hw_level_tables_create:
 * @self: level tables
 * @database: a connection within a transaction
 * @error: return location
 *
 * Returns: whether the tables are there now, and level_column says where every answer stands
 */
gboolean
hw_level_tables_create (HwLevelTables *self,
                        HwDatabase *database,
                        GError **error)
{
  for (guint i = 0; i < self->levels->len; i++)
    {
      HwLevel *level = g_ptr_array_index (self->levels, i);

      for (guint part = 0; part < level->parts->len; part++)
        {
          g_autofree char *sql = build_create (level, g_ptr_array_index (level->parts, part));

          if (!hw_database_run (database, sql, error))
            return FALSE;
        }
      if (!add_to_catalogue (level, database, error))
        return FALSE;
    }
  return TRUE;
}
