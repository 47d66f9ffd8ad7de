/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/sqlite-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "store/survey-file.h"

/* Long enough for the other connection of this program to finish a transaction on a slow disk. */
#define BUSY_MILLISECONDS 5000

/* Opening reads nothing; the first question finds out whether it is a database. */
#define FIRST_QUESTION "PRAGMA schema_version"

/**
 * hw_database_set_error:
 * @self: a connection
 * @code: what SQLite returned
 * @sql: what it was asked
 * @error: return location
 *
 * Makes a sentence of a failure: where, what, and what to do.
 */
void
hw_database_set_error (HwDatabase *self,
                       int code,
                       const char *sql,
                       GError **error)
{
  const char *said = self->handle != NULL && sqlite3_errcode (self->handle) != SQLITE_OK
                         ? sqlite3_errmsg (self->handle)
                         : sqlite3_errstr (code);
  g_autofree char *folder = g_path_get_dirname (self->name);

  code &= 0xff;
  /* The log's index grows by ways of its own, and then a full disk is said to be a broken one. */
  if (code == SQLITE_IOERR && sqlite3_system_errno (self->handle) == ENOSPC)
    code = SQLITE_FULL;
  switch (code)
    {
    case SQLITE_FULL:
      g_set_error (error, HW_STORE_ERROR, HW_STORE_ERROR_FULL,
                   /* Translators: %s is the path of a survey file. */
                   _("“%s” cannot be saved because the disk is full. Make room on the disk and "
                     "try again."),
                   self->name);
      break;
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
      g_set_error (
          error, HW_STORE_ERROR, HW_STORE_ERROR_READ_ONLY,
          /* Translators: the first %s is the path of a survey file, the second of its folder. */
          _("“%s” cannot be written. Allow writing to the file and its folder “%s”, or "
            "copy it to another folder."),
          self->name, folder);
      break;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      g_set_error (error, HW_STORE_ERROR, HW_STORE_ERROR_BUSY,
                   _("“%s” is in use by another program. Close it there and try again."),
                   self->name);
      break;
    case SQLITE_NOTADB:
      g_set_error (error, HW_STORE_ERROR, HW_STORE_ERROR_NOT_A_SURVEY,
                   _("“%s” is no survey file. Choose a file that Homeward has made."), self->name);
      break;
    case SQLITE_IOERR:
      g_set_error (
          error, HW_STORE_ERROR, HW_STORE_ERROR_FAILED,
          _("The disk with “%s” cannot be read or written. Check that it is connected, and "
            "try again."),
          self->name);
      break;
    case SQLITE_CORRUPT:
      g_set_error (
          error, HW_STORE_ERROR, HW_STORE_ERROR_FAILED,
          _("“%s” is damaged. Keep a copy of it as it is, and go on with the last copy that "
            "was whole."),
          self->name);
      break;
    default:
      g_set_error (error, HW_STORE_ERROR, HW_STORE_ERROR_FAILED,
                   /* Translators: a path, what SQLite says, its number for it, and the SQL. */
                   _("“%s”: the database says “%s” (%d) to “%s”. Keep a copy of the file and "
                     "report this."),
                   self->name, said, code, sql);
    }
}

static int
open_with (HwDatabase *self,
           const char *name,
           int flags)
{
  int code;

  g_clear_pointer (&self->handle, sqlite3_close);
  code = sqlite3_open_v2 (name, &self->handle, flags | SQLITE_OPEN_NOMUTEX, NULL);
  if (code != SQLITE_OK)
    return code;
  sqlite3_busy_timeout (self->handle, BUSY_MILLISECONDS);
  return sqlite3_exec (self->handle, FIRST_QUESTION, NULL, NULL, NULL);
}

/* A folder that cannot be written, or a full one, has no room for the write-ahead log, not even to
 * read through it. When nothing stands in such a log the file itself is all there is. */
static int
open_immutable (HwDatabase *self)
{
  g_autofree char *absolute = g_canonicalize_filename (self->path, NULL);
  g_autofree char *plain = g_filename_to_uri (absolute, NULL, NULL);
  g_autofree char *uri = g_strconcat (plain, "?immutable=1", NULL);

  return open_with (self, uri, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI);
}

static gboolean
is_wal_empty (HwDatabase *self)
{
  g_autofree char *path = g_strconcat (self->path, "-wal", NULL);
  GStatBuf info;

  return g_stat (path, &info) != 0 || info.st_size == 0;
}

/* A connection that SQLite knows to be read-only leaves the log's files behind when it closes; one that
 * could write and is told not to takes them away. */
static int
open_for_reading (HwDatabase *self)
{
  int code = open_with (self, self->path, SQLITE_OPEN_READWRITE);

  self->read_only = TRUE;
  switch (code & 0xff)
    {
    case SQLITE_CANTOPEN:
    case SQLITE_IOERR:
    case SQLITE_READONLY:
      if (is_wal_empty (self))
        code = open_immutable (self);
      break;
    default:
      break;
    }
  if (code == SQLITE_OK)
    code = sqlite3_exec (self->handle, "PRAGMA query_only = ON", NULL, NULL, NULL);
  return code;
}

/**
 * hw_database_open:
 * @path: the file
 * @mode: %HW_DATABASE_CREATE makes the file when it is not there
 * @error: return location
 *
 * Opens a connection. Nothing is written by it, so that a file that turns out to be no survey stays
 * as it was.
 *
 * Returns: (transfer full) (nullable): the connection
 */
HwDatabase *
hw_database_open (const char *path,
                  HwDatabaseMode mode,
                  GError **error)
{
  g_autoptr (HwDatabase) self = NULL;
  int code;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_new0 (HwDatabase, 1);
  self->path = g_strdup (path);
  self->name = g_filename_display_name (path);
  self->idle = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, hw_statement_free);
  if (mode == HW_DATABASE_READ)
    code = open_for_reading (self);
  else
    code = open_with (self, path,
                      SQLITE_OPEN_READWRITE | (mode == HW_DATABASE_CREATE ? SQLITE_OPEN_CREATE : 0));
  if (code == SQLITE_OK && mode != HW_DATABASE_READ && hw_database_is_read_only (self))
    code = SQLITE_READONLY;
  if (code != SQLITE_OK)
    {
      hw_database_set_error (self, code, FIRST_QUESTION, error);
      return NULL;
    }
  sqlite3_extended_result_codes (self->handle, 1);
  if (!hw_database_run (self,
                        "PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF;"
                        "PRAGMA temp_store = MEMORY; PRAGMA synchronous = FULL;",
                        error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * hw_database_close:
 * @self: (transfer full): a connection; what was not committed is rolled back
 */
void
hw_database_close (HwDatabase *self)
{
  g_return_if_fail (self != NULL);

  if (self->depth > 0)
    g_warning ("%s: closed within the transaction begun at %s", self->path, self->place);
  g_hash_table_unref (self->idle);
  sqlite3_close_v2 (self->handle);
  g_free (self->path);
  g_free (self->name);
  g_free (self);
}

/**
 * hw_database_get_path:
 * @self: a connection
 *
 * Returns: (transfer none): the file, as it was given
 */
const char *
hw_database_get_path (HwDatabase *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->path;
}

/**
 * hw_database_set_name:
 * @self: a connection
 * @path: the file as people will know it
 *
 * For a file that gets its name only when it is whole.
 */
void
hw_database_set_name (HwDatabase *self,
                      const char *path)
{
  g_return_if_fail (self != NULL && path != NULL);
  g_free (self->name);
  self->name = g_filename_display_name (path);
}

/**
 * hw_database_is_read_only:
 * @self: a connection
 *
 * Returns: whether nothing can be written through it
 */
gboolean
hw_database_is_read_only (HwDatabase *self)
{
  g_return_val_if_fail (self != NULL, TRUE);
  return self->read_only || sqlite3_db_readonly (self->handle, "main") == 1;
}

/**
 * hw_database_use_wal:
 * @self: a connection
 * @error: return location
 *
 * Makes the file one with a write-ahead log: readers and a writer do not wait for each other, and a
 * commit is one write to the disk. The file keeps it.
 *
 * Returns: whether it is one now
 */
gboolean
hw_database_use_wal (HwDatabase *self,
                     GError **error)
{
  g_autoptr (HwStatement) statement
      = hw_database_prepare (self, "PRAGMA journal_mode = WAL", error);
  gboolean has_row;

  if (statement == NULL || !hw_statement_step (statement, &has_row, error))
    return FALSE;
  if (has_row && g_strcmp0 (hw_statement_get_text (statement, 0), "wal") == 0)
    return TRUE;
  hw_database_set_error (self, SQLITE_CANTOPEN, statement->sql, error);
  return FALSE;
}

/**
 * hw_database_run:
 * @self: a connection
 * @script: SQL, also several statements; constant text or what level-tables.c has built
 * @error: return location
 *
 * Returns: whether all of it was done
 */
gboolean
hw_database_run (HwDatabase *self,
                 const char *script,
                 GError **error)
{
  int code;

  g_return_val_if_fail (self != NULL && script != NULL, FALSE);

  code = sqlite3_exec (self->handle, script, NULL, NULL, NULL);
  if (code == SQLITE_OK)
    return TRUE;
  hw_database_set_error (self, code, script, error);
  return FALSE;
}

/**
 * hw_database_get_integer:
 * @self: a connection
 * @sql: a question with one number as answer
 * @result: (out): the number; 0 when there is no row
 * @error: return location
 *
 * Returns: whether it was answered
 */
gboolean
hw_database_get_integer (HwDatabase *self,
                         const char *sql,
                         gint64 *result,
                         GError **error)
{
  g_autoptr (HwStatement) statement = hw_database_prepare (self, sql, error);
  gboolean has_row;

  *result = 0;
  if (statement == NULL || !hw_statement_step (statement, &has_row, error))
    return FALSE;
  if (has_row)
    *result = hw_statement_get_integer (statement, 0);
  return TRUE;
}

/**
 * hw_database_backup:
 * @self: a connection
 * @path: where the copy goes; a file that is there is replaced
 * @error: return location
 *
 * Returns: whether the copy is whole
 */
gboolean
hw_database_backup (HwDatabase *self,
                    const char *path,
                    GError **error)
{
  g_autoptr (HwDatabase) copy = hw_database_open (path, HW_DATABASE_CREATE, error);
  sqlite3_backup *backup;
  int code = SQLITE_ERROR;

  if (copy == NULL)
    return FALSE;
  backup = sqlite3_backup_init (copy->handle, "main", self->handle, "main");
  if (backup != NULL)
    {
      sqlite3_backup_step (backup, -1);
      code = sqlite3_backup_finish (backup);
    }
  if (code == SQLITE_OK)
    return TRUE;
  hw_database_set_error (copy, code, "backup", error);
  return FALSE;
}

/**
 * hw_database_limit_pages:
 * @self: a connection
 * @n_pages: how many pages the file may have; 0 for as many as it has now
 *
 * Lets a test meet a full disk.
 */
void
hw_database_limit_pages (HwDatabase *self,
                         guint n_pages)
{
  g_autoptr (GString) sql = g_string_new ("PRAGMA max_page_count = ");

  g_return_if_fail (self != NULL);

  /* A pragma takes no bound values, and a number cannot carry SQL. */
  g_string_append_printf (sql, "%u", MAX (n_pages, 1));
  sqlite3_exec (self->handle, sql->str, NULL, NULL, NULL);
}

/**
 * hw_database_begin_at:
 * @self: a connection
 * @place: (transfer none): where in the program, for the message when it is never ended
 * @error: return location
 *
 * Returns: whether the transaction has begun; when not, there is nothing to end
 */
gboolean
hw_database_begin_at (HwDatabase *self,
                      const char *place,
                      GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (self->depth == 0)
    {
      if (!hw_database_run (self, "BEGIN IMMEDIATE", error))
        return FALSE;
      self->place = place;
      self->doomed = FALSE;
    }
  self->depth++;
  return TRUE;
}

/**
 * hw_database_begin_read:
 * @self: a connection
 * @error: return location
 *
 * Sees the file as it is now until the matching hw_database_commit(), whatever other connections
 * write meanwhile. Within it nothing is to be written, unless it lies within a transaction that
 * writes.
 *
 * Returns: whether it has begun
 */
gboolean
hw_database_begin_read (HwDatabase *self,
                        GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (self->depth == 0)
    {
      if (!hw_database_run (self, "BEGIN", error))
        return FALSE;
      self->place = G_STRLOC;
      self->doomed = FALSE;
    }
  self->depth++;
  return TRUE;
}

/* SQLite itself has rolled back after some errors, and then there is nothing to do. */
static void
roll_back (HwDatabase *self)
{
  if (sqlite3_get_autocommit (self->handle) == 0)
    sqlite3_exec (self->handle, "ROLLBACK", NULL, NULL, NULL);
}

/**
 * hw_database_commit:
 * @self: a connection
 * @error: return location
 *
 * Ends the innermost transaction, whatever comes of it. The outermost one reaches the disk before
 * this returns; when somebody inside has wished for a rollback, that is what happens, and @error is
 * set.
 *
 * Returns: whether it is saved, or may still be when an outer one is open
 */
gboolean
hw_database_commit (HwDatabase *self,
                    GError **error)
{
  g_return_val_if_fail (self != NULL && self->depth > 0, FALSE);

  self->depth--;
  if (self->doomed || sqlite3_get_autocommit (self->handle) != 0)
    {
      if (self->depth == 0)
        roll_back (self);
      g_set_error (error, HW_STORE_ERROR, HW_STORE_ERROR_FAILED,
                   _("“%s” was left as it was, because a part of the change had failed."),
                   self->name);
      return FALSE;
    }
  if (self->depth > 0)
    return TRUE;
  if (hw_database_run (self, "COMMIT", error))
    return TRUE;
  roll_back (self);
  return FALSE;
}

/**
 * hw_database_rollback:
 * @self: a connection
 *
 * Ends the innermost transaction and sees to it that nothing of the outermost one is kept.
 */
void
hw_database_rollback (HwDatabase *self)
{
  g_return_if_fail (self != NULL && self->depth > 0);

  self->doomed = TRUE;
  if (--self->depth == 0)
    roll_back (self);
}

/**
 * hw_database_get_depth:
 * @self: a connection
 *
 * Returns: how many transactions are open within each other
 */
guint
hw_database_get_depth (HwDatabase *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->depth;
}
