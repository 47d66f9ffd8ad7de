/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/schema-private.h"

#include <glib/gi18n-lib.h>

#include "store/store-resources.h"
#include "store/survey-file.h"

#define RESOURCE_PREFIX "/org/homeward/Homeward/store/"

/* A step is never edited after its release; a change of the format is a new step. */
static const char *const files[] = {
  RESOURCE_PREFIX "schema-1.sql",
  RESOURCE_PREFIX "schema-2.sql",
};

static gpointer
read_steps (gpointer data)
{
  GResource *resource = store_get_resource ();
  GPtrArray *steps = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GBytes) bytes = g_resource_lookup_data (resource, files[i], 0, NULL);
      gsize length;
      const char *text = g_bytes_get_data (bytes, &length);

      g_ptr_array_add (steps, g_strndup (text, length));
    }
  g_ptr_array_add (steps, NULL);
  return g_ptr_array_free (steps, FALSE);
}

/**
 * hw_schema_get_steps:
 *
 * Returns: (transfer none): the SQL of every step there has been; the number of them is the version
 *   that this program writes
 */
const char *const *
hw_schema_get_steps (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, read_steps, NULL);
}

/**
 * hw_schema_check:
 * @database: a connection
 * @newest: the newest version that the program knows
 * @version: (out): the version of the file
 * @error: return location; NOT_A_SURVEY or NEWER
 *
 * Looks whether a file is a survey that this program can use. Writes nothing.
 *
 * Returns: whether it is
 */
gboolean
hw_schema_check (HwDatabase *database,
                 guint newest,
                 guint *version,
                 GError **error)
{
  g_autofree char *name = g_filename_display_name (hw_database_get_path (database));
  gint64 id;
  gint64 found;

  if (!hw_database_get_integer (database, "PRAGMA application_id", &id, error)
      || !hw_database_get_integer (database, "PRAGMA user_version", &found, error))
    return FALSE;
  if (id != HW_SCHEMA_APPLICATION_ID || found < 1)
    {
      g_set_error (error, HW_STORE_ERROR, HW_STORE_ERROR_NOT_A_SURVEY,
                   _("“%s” is no survey file. Choose a file that Homeward has made."), name);
      return FALSE;
    }
  if (found > newest)
    {
      g_set_error (error, HW_STORE_ERROR, HW_STORE_ERROR_NEWER,
                   /* Translators: a path, the version of the file, the version that is known. */
                   _("“%s” was written by a newer Homeward (file version %d; this one knows %u). "
                     "Update Homeward on this machine."),
                   name, (int) found, newest);
      return FALSE;
    }
  *version = (guint) found;
  return TRUE;
}

static gboolean
set_version (HwDatabase *database,
             guint version,
             GError **error)
{
  g_autoptr (GString) sql = g_string_new ("PRAGMA user_version = ");

  /* A pragma takes no bound values, and a number cannot carry SQL. */
  g_string_append_printf (sql, "%u", version);
  return hw_database_run (database, sql->str, error);
}

static gboolean
run_steps (HwDatabase *database,
           const char *const *steps,
           guint from,
           GError **error)
{
  guint to = g_strv_length ((char **) steps);

  for (guint i = from; i < to; i++)
    if (!hw_database_run (database, steps[i], error))
      return FALSE;
  return set_version (database, to, error);
}

static gboolean
keep_backup (HwDatabase *database,
             guint version,
             GError **error)
{
  g_autofree char *path
      = g_strdup_printf ("%s.version-%u.backup", hw_database_get_path (database), version);

  return hw_database_backup (database, path, error);
}

/**
 * hw_schema_upgrade:
 * @database: a connection that can write, to a file of a known version or to an empty one
 * @steps: the steps, NULL-terminated
 * @error: return location
 *
 * Takes the file to the version of the last step, in one transaction: either all steps are done or
 * the file is as it was. Before it touches a file with something in it, a copy is kept beside it,
 * named for the version ("x.homeward.version-1.backup").
 *
 * Returns: whether the file has the version of the last step
 */
gboolean
hw_schema_upgrade (HwDatabase *database,
                   const char *const *steps,
                   GError **error)
{
  gint64 version;

  if (!hw_database_get_integer (database, "PRAGMA user_version", &version, error))
    return FALSE;
  if (version >= g_strv_length ((char **) steps))
    return TRUE;
  if (version > 0 && !keep_backup (database, (guint) version, error))
    return FALSE;
  if (!hw_database_begin (database, error))
    return FALSE;
  if (run_steps (database, steps, (guint) version, error))
    return hw_database_commit (database, error);
  hw_database_rollback (database);
  return FALSE;
}
