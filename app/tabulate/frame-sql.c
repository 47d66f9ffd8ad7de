/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "tabulate/frame-private.h"

#define STEPS_PER_LOOK    1000000
#define BUSY_MILLISECONDS 5000

/* What SQL of a plan may do: read and compute. */
static int
authorize_cb (void *data,
              int action,
              const char *first,
              const char *second,
              const char *database,
              const char *inner)
{
  HwFrame *self = data;

  if (self->trusted)
    return SQLITE_OK;
  switch (action)
    {
    case SQLITE_SELECT:
    case SQLITE_READ:
    case SQLITE_RECURSIVE:
      return SQLITE_OK;
    case SQLITE_FUNCTION:
      return g_strcmp0 (second, "load_extension") == 0 ? SQLITE_DENY : SQLITE_OK;
    default:
      return SQLITE_DENY;
    }
}

static int
progress_cb (void *data)
{
  HwFrame *self = data;

  return ++self->n_looks > self->max_looks;
}

/* selected (list, code), as in XLSForm: whether a code is among several */
static void
selected_cb (sqlite3_context *context,
             int n,
             sqlite3_value **values)
{
  const char *list = (const char *) sqlite3_value_text (values[0]);
  const char *code = (const char *) sqlite3_value_text (values[1]);
  g_auto (GStrv) codes = NULL;

  if (list == NULL || code == NULL)
    return;
  codes = g_strsplit_set (list, " \t\n", -1);
  sqlite3_result_int (context, g_strv_contains ((const char *const *) codes, code));
}

/**
 * hw_frame_fail: (skip)
 * @self: a frame
 * @error: return location
 *
 * Says in one sentence what SQLite has against the last statement.
 *
 * Returns: %FALSE
 */
gboolean
hw_frame_fail (HwFrame *self,
               GError **error)
{
  const char *message = sqlite3_errmsg (self->database);
  int code = sqlite3_errcode (self->database);

  if (g_str_has_prefix (message, "no such column: "))
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                 /* Translators: %s is a name in a formula. */
                 _("There is no variable “%s” here: neither a question of this level or of one above it, nor a "
                   "derived variable."),
                 message + strlen ("no such column: "));
  else if (g_str_has_prefix (message, "no such table: "))
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, _("There is no level “%s”."),
                 message + strlen ("no such table: "));
  else if (code == SQLITE_AUTH)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED,
                 _("A plan can only read and compute."));
  else if (code == SQLITE_INTERRUPT)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT,
                 _("This takes too long. Look for a subselect that does not name its household."));
  else
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("This cannot be computed: %s."), message);
  return FALSE;
}

/**
 * hw_frame_prepare: (skip)
 * @self: a frame
 * @sql: one statement
 * @trusted: whether no part of it comes from a plan unchecked
 * @error: return location
 *
 * Returns: (transfer full): the statement
 */
sqlite3_stmt *
hw_frame_prepare (HwFrame *self,
                  const char *sql,
                  gboolean trusted,
                  GError **error)
{
  sqlite3_stmt *statement = NULL;
  const char *tail = NULL;
  int result;

  self->trusted = trusted;
  result = sqlite3_prepare_v2 (self->database, sql, -1, &statement, &tail);
  self->trusted = FALSE;
  self->n_looks = 0;
  if (result != SQLITE_OK)
    {
      hw_frame_fail (self, error);
      return NULL;
    }
  g_assert (*tail == '\0');
  return statement;
}

/**
 * hw_frame_execute: (skip)
 * @self: a frame
 * @sql: one statement of ours without results
 * @error: return location
 *
 * Returns: whether it ran
 */
gboolean
hw_frame_execute (HwFrame *self,
                  const char *sql,
                  GError **error)
{
  g_autoptr (sqlite3_stmt) statement = hw_frame_prepare (self, sql, TRUE, error);
  int result;

  if (statement == NULL)
    return FALSE;
  /* SQLite prepares a statement again when the schema changed, so the leave has to last. */
  self->trusted = TRUE;
  while ((result = sqlite3_step (statement)) == SQLITE_ROW)
    ;
  self->trusted = FALSE;
  return result == SQLITE_DONE || hw_frame_fail (self, error);
}

static int
look (HwFrame *self)
{
  return sqlite3_exec (self->database, "PRAGMA schema_version", NULL, NULL, NULL);
}

/* A survey on a medium that cannot be written: SQLite wants to make files for its log beside it.
 * When the log holds nothing, the file itself is all there is, and may be read as one that
 * nobody changes. */
static int
open_unchanging (HwFrame *self,
                 const char *path)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *plain = g_filename_to_uri (absolute, NULL, NULL);
  g_autofree char *uri = g_strconcat (plain, "?immutable=1", NULL);
  GStatBuf info;
  int result;

  if (g_stat (log, &info) == 0 && info.st_size > 0)
    return SQLITE_CANTOPEN;
  sqlite3_close (self->database);
  result = sqlite3_open_v2 (uri, &self->database, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, NULL);
  return result == SQLITE_OK ? look (self) : result;
}

/**
 * hw_frame_connect: (skip)
 * @self: a frame without a connection
 * @path: a survey file
 * @error: return location
 *
 * Opens the survey for reading, under the rules for SQL of a plan.
 *
 * Returns: whether it can be read
 */
gboolean
hw_frame_connect (HwFrame *self,
                  const char *path,
                  GError **error)
{
  int result = sqlite3_open_v2 (path, &self->database, SQLITE_OPEN_READONLY, NULL);

  if (result == SQLITE_OK)
    {
      sqlite3_busy_timeout (self->database, BUSY_MILLISECONDS);
      result = look (self);
    }
  if (result == SQLITE_CANTOPEN || result == SQLITE_IOERR)
    result = open_unchanging (self, path);
  if (result != SQLITE_OK)
    {
      g_autofree char *name = g_filename_display_name (path);

      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The survey “%s” cannot be read: %s."), name,
                   self->database != NULL ? sqlite3_errmsg (self->database) : g_strerror (ENOMEM));
      return FALSE;
    }
  /* A misspelt "name" must not become a text. */
  sqlite3_db_config (self->database, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  sqlite3_db_config (self->database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_create_function_v2 (self->database, "selected", 2,
                              SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, NULL, selected_cb,
                              NULL, NULL, NULL);
  sqlite3_set_authorizer (self->database, authorize_cb, self);
  sqlite3_progress_handler (self->database, STEPS_PER_LOOK, progress_cb, self);
  return TRUE;
}
