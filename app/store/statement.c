/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/sqlite-private.h"

#include <string.h>

/**
 * hw_statement_free:
 * @data: (transfer full): a statement, for good
 */
void
hw_statement_free (gpointer data)
{
  HwStatement *self = data;

  sqlite3_finalize (self->handle);
  g_free (self->sql);
  g_free (self);
}

/**
 * hw_database_prepare:
 * @self: a connection
 * @sql: one statement
 * @error: return location
 *
 * Statements are kept and used again; give them back with hw_statement_release(). Text after the
 * first statement is a failure.
 *
 * Returns: (transfer full) (nullable): the statement, nothing bound
 */
HwStatement *
hw_database_prepare (HwDatabase *self,
                     const char *sql,
                     GError **error)
{
  HwStatement *statement;
  sqlite3_stmt *handle;
  const char *rest;
  int code;

  g_return_val_if_fail (self != NULL && sql != NULL, NULL);

  if (g_hash_table_steal_extended (self->idle, sql, NULL, (gpointer *) &statement))
    return statement;
  code = sqlite3_prepare_v3 (self->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &handle, &rest);
  if (code == SQLITE_OK && (handle == NULL || rest[strspn (rest, " \n\t;")] != '\0'))
    {
      sqlite3_finalize (handle);
      code = SQLITE_MISUSE;
    }
  if (code != SQLITE_OK)
    {
      hw_database_set_error (self, code, sql, error);
      return NULL;
    }
  statement = g_new0 (HwStatement, 1);
  statement->database = self;
  statement->handle = handle;
  statement->sql = g_strdup (sql);
  return statement;
}

/**
 * hw_statement_release:
 * @self: (transfer full): a statement that is not needed for now
 */
void
hw_statement_release (HwStatement *self)
{
  GHashTable *idle = self->database->idle;

  sqlite3_reset (self->handle);
  sqlite3_clear_bindings (self->handle);
  if (g_hash_table_contains (idle, self->sql))
    hw_statement_free (self);
  else
    g_hash_table_insert (idle, self->sql, self);
}

static int
find_parameter (HwStatement *self,
                const char *name)
{
  int index = sqlite3_bind_parameter_index (self->handle, name);

  if (index == 0)
    g_critical ("“%s” has no %s", self->sql, name);
  return index;
}

/**
 * hw_statement_bind_text:
 * @self: a statement
 * @name: the parameter, such as ":uuid"
 * @text: (nullable): UTF-8; copied
 */
void
hw_statement_bind_text (HwStatement *self,
                        const char *name,
                        const char *text)
{
  sqlite3_bind_text (self->handle, find_parameter (self, name), text, -1, SQLITE_TRANSIENT);
}

/**
 * hw_statement_bind_integer:
 * @self: a statement
 * @name: the parameter
 * @number: its value
 */
void
hw_statement_bind_integer (HwStatement *self,
                           const char *name,
                           gint64 number)
{
  sqlite3_bind_int64 (self->handle, find_parameter (self, name), number);
}

/**
 * hw_statement_bind_real:
 * @self: a statement
 * @name: the parameter
 * @number: its value
 */
void
hw_statement_bind_real (HwStatement *self,
                        const char *name,
                        double number)
{
  sqlite3_bind_double (self->handle, find_parameter (self, name), number);
}

/**
 * hw_statement_bind_blob:
 * @self: a statement
 * @name: the parameter
 * @data: bytes; copied
 * @length: how many
 */
void
hw_statement_bind_blob (HwStatement *self,
                        const char *name,
                        gconstpointer data,
                        gsize length)
{
  sqlite3_bind_blob64 (self->handle, find_parameter (self, name), data, length, SQLITE_TRANSIENT);
}

/**
 * hw_statement_step:
 * @self: a statement
 * @has_row: (out): whether there is another row to read
 * @error: return location
 *
 * Returns: %FALSE on failure
 */
gboolean
hw_statement_step (HwStatement *self,
                   gboolean *has_row,
                   GError **error)
{
  int code = sqlite3_step (self->handle);

  *has_row = code == SQLITE_ROW;
  if (code == SQLITE_ROW || code == SQLITE_DONE)
    return TRUE;
  hw_database_set_error (self->database, code, self->sql, error);
  return FALSE;
}

/**
 * hw_statement_execute:
 * @self: a statement whose rows do not matter
 * @error: return location
 *
 * Runs it to its end. What is bound stays bound, so that the next run names only what changes.
 *
 * Returns: %FALSE on failure
 */
gboolean
hw_statement_execute (HwStatement *self,
                      GError **error)
{
  gboolean has_row = TRUE;
  gboolean fine = TRUE;

  while (fine && has_row)
    fine = hw_statement_step (self, &has_row, error);
  sqlite3_reset (self->handle);
  return fine;
}

/**
 * hw_statement_get_text:
 * @self: a statement at a row
 * @column: from 0
 *
 * Returns: (nullable) (transfer none): the text, until the next step
 */
const char *
hw_statement_get_text (HwStatement *self,
                       guint column)
{
  return (const char *) sqlite3_column_text (self->handle, (int) column);
}

/**
 * hw_statement_get_integer:
 * @self: a statement at a row
 * @column: from 0
 *
 * Returns: the number; 0 for NULL
 */
gint64
hw_statement_get_integer (HwStatement *self,
                          guint column)
{
  return sqlite3_column_int64 (self->handle, (int) column);
}

/**
 * hw_statement_get_real:
 * @self: a statement at a row
 * @column: from 0
 *
 * Returns: the number; 0 for NULL
 */
double
hw_statement_get_real (HwStatement *self,
                       guint column)
{
  return sqlite3_column_double (self->handle, (int) column);
}

/**
 * hw_statement_is_null:
 * @self: a statement at a row
 * @column: from 0
 *
 * Returns: whether there is nothing in the column
 */
gboolean
hw_statement_is_null (HwStatement *self,
                      guint column)
{
  return sqlite3_column_type (self->handle, (int) column) == SQLITE_NULL;
}

/**
 * hw_statement_get_blob:
 * @self: a statement at a row
 * @column: from 0
 * @length: (out): how many bytes
 *
 * Returns: (nullable) (transfer none): the bytes, until the next step
 */
gconstpointer
hw_statement_get_blob (HwStatement *self,
                       guint column,
                       gsize *length)
{
  gconstpointer data = sqlite3_column_blob (self->handle, (int) column);

  *length = (gsize) sqlite3_column_bytes (self->handle, (int) column);
  return data;
}
