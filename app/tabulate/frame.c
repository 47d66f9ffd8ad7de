/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tabulate/frame.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tabulate/frame-private.h"
#include "tabulate/sql-text.h"

/* Half a minute of work on a slow machine; tables of a national survey need a hundredth of it. */
#define DEFAULT_MAX_LOOKS 2000

static void
column_free (gpointer data)
{
  HwFrameColumn *self = data;

  g_free (self->question);
  g_free (self->table);
  g_free (self->column);
  g_free (self);
}

static void
level_free (gpointer data)
{
  HwFrameLevel *self = data;

  g_free (self->name);
  g_free (self->derived_table);
  g_ptr_array_unref (self->tables);
  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->derived);
  g_free (self);
}

/**
 * hw_frame_open:
 * @path: a survey file
 * @words: (nullable) (element-type utf8): a set of the names that will be used, in small letters
 * @error: return location
 *
 * Opens a survey for reading. Levels are added before anything else is asked.
 *
 * Returns: (transfer full): a frame without levels
 */
HwFrame *
hw_frame_open (const char *path,
               GHashTable *words,
               GError **error)
{
  g_autoptr (HwFrame) self = g_new0 (HwFrame, 1);

  self->levels = g_ptr_array_new_with_free_func (level_free);
  self->words = words != NULL ? g_hash_table_ref (words) : NULL;
  self->arrays = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, hw_frame_array_free);
  self->strings = g_string_chunk_new (4096);
  self->max_looks = DEFAULT_MAX_LOOKS;
  if (!hw_frame_connect (self, path, error)
      || !hw_frame_execute (self, "PRAGMA temp_store = MEMORY", error)
      /* Never committed: it holds the survey still while an enumerator goes on answering. */
      || !hw_frame_execute (self, "BEGIN", error)
      || !hw_frame_execute (self, "CREATE TEMP TABLE \"live interviews\" "
                                  "(interview_id TEXT NOT NULL PRIMARY KEY, unit INTEGER NOT NULL) "
                                  "WITHOUT ROWID", error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * hw_frame_free:
 * @self: (transfer full): a frame
 */
void
hw_frame_free (HwFrame *self)
{
  g_return_if_fail (self != NULL);
  sqlite3_close (self->database);
  g_ptr_array_unref (self->levels);
  g_clear_pointer (&self->words, g_hash_table_unref);
  g_hash_table_unref (self->arrays);
  g_string_chunk_free (self->strings);
  g_free (self);
}

/**
 * hw_frame_set_limit:
 * @self: a frame
 * @millions: how many million steps of SQLite's machine one query may take
 *
 * Changes how soon a query is stopped.
 */
void
hw_frame_set_limit (HwFrame *self,
                    guint millions)
{
  g_return_if_fail (self != NULL);
  self->max_looks = millions;
}

/**
 * hw_frame_set_exact:
 * @self: a frame
 * @exact: whether texts come to the last character as they were answered (12.50) instead of as
 *   codes (12.5)
 *
 * Exports want answers, tables want codes.
 */
void
hw_frame_set_exact (HwFrame *self,
                    gboolean exact)
{
  g_return_if_fail (self != NULL);
  self->exact = exact;
}

/**
 * hw_frame_get_level: (skip)
 * @self: a frame
 * @name: the name of a level
 *
 * Returns: (transfer none) (nullable): the level
 */
HwFrameLevel *
hw_frame_get_level (HwFrame *self,
                    const char *name)
{
  for (guint i = 0; i < self->levels->len; i++)
    {
      HwFrameLevel *level = g_ptr_array_index (self->levels, i);

      if (strcmp (level->name, name) == 0)
        return level;
    }
  return NULL;
}

/**
 * hw_frame_has_level:
 * @self: a frame
 * @name: a name
 *
 * Returns: whether the survey has such a level
 */
gboolean
hw_frame_has_level (HwFrame *self,
                    const char *name)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return hw_frame_get_level (self, name) != NULL;
}

static gboolean
read_columns (HwFrame *self,
              HwFrameLevel *level,
              GError **error)
{
  g_autoptr (sqlite3_stmt) statement
    = hw_frame_prepare (self, "SELECT question, table_name, column_name FROM main.level_column "
                              "WHERE level = ?1 ORDER BY length (table_name), table_name, question",
                        TRUE, error);
  int result;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, level->name, -1, SQLITE_STATIC);
  while ((result = sqlite3_step (statement)) == SQLITE_ROW)
    {
      HwFrameColumn *column = g_new0 (HwFrameColumn, 1);

      column->question = g_strdup ((const char *) sqlite3_column_text (statement, 0));
      column->table = g_strdup ((const char *) sqlite3_column_text (statement, 1));
      column->column = g_strdup ((const char *) sqlite3_column_text (statement, 2));
      g_ptr_array_add (level->columns, column);
      if (!g_ptr_array_find_with_equal_func (level->tables, column->table, g_str_equal, NULL))
        g_ptr_array_add (level->tables, g_strdup (column->table));
    }
  return result == SQLITE_DONE || hw_frame_fail (self, error);
}

/* Numbers the households whose interviews count, in an order that another file of the same data
 * has as well. */
static gboolean
list_live (HwFrame *self,
           HwFrameLevel *root,
           GError **error)
{
  g_autoptr (GString) sql
    = g_string_new ("INSERT INTO temp.\"live interviews\" "
                    "SELECT i.id, row_number () OVER (ORDER BY i.label, i.id) - 1 "
                    "FROM main.interview i JOIN main.");

  hw_sql_text_append_name (sql, g_ptr_array_index (root->tables, 0));
  g_string_append (sql, " h ON h.interview_id = i.id AND h.dormant = 0 WHERE i.status <> 'void'");
  return hw_frame_execute (self, sql->str, error);
}

/**
 * hw_frame_add_level:
 * @self: a frame
 * @name: the name of a level
 * @parent: (nullable): the level above it; %NULL for the root, which is added first
 * @error: return location
 *
 * Adds a level that the survey file has. One without questions has no table, and is none here.
 *
 * Returns: whether that could be done
 */
gboolean
hw_frame_add_level (HwFrame *self,
                    const char *name,
                    const char *parent,
                    GError **error)
{
  HwFrameLevel *level;

  g_return_val_if_fail (self != NULL && name != NULL, FALSE);
  g_return_val_if_fail ((parent == NULL) == (self->levels->len == 0), FALSE);

  level = g_new0 (HwFrameLevel, 1);
  level->name = g_strdup (name);
  level->parent = parent != NULL ? hw_frame_get_level (self, parent) : NULL;
  level->tables = g_ptr_array_new_with_free_func (g_free);
  level->columns = g_ptr_array_new_with_free_func (column_free);
  level->derived = g_ptr_array_new_with_free_func (g_free);
  if (!read_columns (self, level, error))
    {
      level_free (level);
      return FALSE;
    }
  if (level->tables->len == 0 || (parent != NULL && level->parent == NULL))
    {
      level_free (level);
      if (parent != NULL)
        return TRUE;
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _("The survey has no level “%s”."), name);
      return FALSE;
    }
  g_ptr_array_add (self->levels, level);
  if (parent == NULL && !list_live (self, level, error))
    return FALSE;
  return hw_frame_build_views (self, level, error);
}

/**
 * hw_frame_check:
 * @self: a frame
 * @level: a level that it has
 * @expression: SQL from a plan
 *
 * Returns: (transfer full) (nullable): why @expression cannot be computed there, as one translated
 *   sentence; %NULL when it can
 */
char *
hw_frame_check (HwFrame *self,
                const char *level,
                const char *expression)
{
  g_autoptr (GString) sql = g_string_new ("SELECT ");
  g_autoptr (sqlite3_stmt) statement = NULL;
  g_autoptr (GError) error = NULL;
  char *fault = hw_sql_text_dup_fault (expression);

  if (fault != NULL)
    return fault;
  hw_frame_append_sql (self, sql, level, expression);
  g_string_append (sql, " FROM temp.");
  hw_sql_text_append_name (sql, level);
  statement = hw_frame_prepare (self, sql->str, FALSE, &error);
  if (statement == NULL)
    return g_strdup (error->message);
  return NULL;
}

/* The derived variables that a level has already, as columns */
static void
append_derived (GString *sql,
                HwFrameLevel *level,
                const char *between)
{
  for (guint i = 0; i < level->derived->len; i++)
    {
      g_string_append (sql, between);
      hw_sql_text_append_name (sql, g_ptr_array_index (level->derived, i));
    }
}

static gboolean
create_derived_table (HwFrame *self,
                      HwFrameLevel *level,
                      const char *table,
                      const char *const *names,
                      guint n,
                      GError **error)
{
  g_autoptr (GString) sql = g_string_new ("CREATE TEMP TABLE ");

  hw_sql_text_append_name (sql, table);
  g_string_append (sql, " (id INTEGER NOT NULL PRIMARY KEY");
  append_derived (sql, level, ", ");
  for (guint i = 0; i < n; i++)
    {
      g_string_append (sql, ", ");
      hw_sql_text_append_name (sql, names[i]);
    }
  g_string_append_c (sql, ')');
  return hw_frame_execute (self, sql->str, error);
}

static gboolean
fill_derived_table (HwFrame *self,
                    HwFrameLevel *level,
                    const char *table,
                    const char *const *expressions,
                    guint n,
                    GError **error)
{
  g_autoptr (GString) sql = g_string_new ("INSERT INTO temp.");

  hw_sql_text_append_name (sql, table);
  g_string_append (sql, " SELECT \"" HW_FRAME_ROW "\"");
  append_derived (sql, level, ", ");
  for (guint i = 0; i < n; i++)
    {
      g_string_append (sql, ", ");
      hw_frame_append_sql (self, sql, level->name, expressions[i]);
    }
  g_string_append (sql, " FROM temp.");
  hw_sql_text_append_name (sql, level->name);
  return hw_frame_execute (self, sql->str, error);
}

/**
 * hw_frame_derive:
 * @self: a frame
 * @level: a level that it has
 * @names: (array length=n): names that no other variable has
 * @expressions: (array length=n): what they are; hw_frame_check() has found nothing wrong with any
 * @n: how many there are
 * @error: return location
 *
 * Computes variables for every row of a level and shows them in its view and in those below it.
 *
 * Returns: whether that could be done
 */
gboolean
hw_frame_derive (HwFrame *self,
                 const char *level,
                 const char *const *names,
                 const char *const *expressions,
                 guint n,
                 GError **error)
{
  HwFrameLevel *at = hw_frame_get_level (self, level);
  g_autofree char *table = NULL;
  g_autofree char *old = NULL;

  g_return_val_if_fail (at != NULL, FALSE);

  table = g_strdup_printf ("derived %s %u", level, ++at->n_derived_tables);
  if (!create_derived_table (self, at, table, names, n, error)
      || !fill_derived_table (self, at, table, expressions, n, error))
    return FALSE;
  old = g_steal_pointer (&at->derived_table);
  at->derived_table = g_steal_pointer (&table);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (at->derived, g_strdup (names[i]));
  if (!hw_frame_build_views (self, at, error))
    return FALSE;
  if (old != NULL)
    {
      g_autoptr (GString) sql = g_string_new ("DROP TABLE temp.");

      hw_sql_text_append_name (sql, old);
      return hw_frame_execute (self, sql->str, error);
    }
  return TRUE;
}
