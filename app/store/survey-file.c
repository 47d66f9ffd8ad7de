/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/survey-file-private.h"

#include <glib/gi18n-lib.h>

#include "base/csv-reader.h"
#include "base/csv-writer.h"

#include "store/schema-private.h"

struct _HwSurveyFile
{
  GObject parent_instance;

  char *path;
  HwDatabase *database;
  HwQuestionnaire *questionnaire;
  HwLevelTables *tables;
  GHashTable *settings; /* name -> text, of the survey */
};

G_DEFINE_FINAL_TYPE (HwSurveyFile, hw_survey_file, G_TYPE_OBJECT)
G_DEFINE_QUARK (hw - store - error - quark, hw_store_error)

static void
hw_survey_file_finalize (GObject *object)
{
  HwSurveyFile *self = HW_SURVEY_FILE (object);

  g_clear_pointer (&self->tables, hw_level_tables_unref);
  g_clear_pointer (&self->database, hw_database_close);
  g_clear_pointer (&self->questionnaire, hw_questionnaire_unref);
  g_clear_pointer (&self->settings, g_hash_table_unref);
  g_clear_pointer (&self->path, g_free);
  G_OBJECT_CLASS (hw_survey_file_parent_class)->finalize (object);
}

static void
hw_survey_file_class_init (HwSurveyFileClass *class)
{
  G_OBJECT_CLASS (class)->finalize = hw_survey_file_finalize;
}

static void
hw_survey_file_init (HwSurveyFile *self)
{
  self->settings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

static gboolean
read_settings (HwSurveyFile *self,
               GError **error)
{
  g_autoptr (HwStatement) statement
      = hw_database_prepare (self->database, "SELECT name, value FROM survey", error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  while (hw_statement_step (statement, &has_row, error))
    {
      if (!has_row)
        return TRUE;
      g_hash_table_insert (self->settings, g_strdup (hw_statement_get_text (statement, 0)),
                           g_strdup (hw_statement_get_text (statement, 1)));
    }
  return FALSE;
}

static GHashTable *
read_sheets (HwSurveyFile *self,
             GError **error)
{
  g_autoptr (GHashTable) found
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  g_autoptr (HwStatement) statement
      = hw_database_prepare (self->database,
                             "SELECT sheet, content FROM questionnaire"
                             " WHERE version = (SELECT max (version) FROM questionnaire)",
                             error);
  gboolean has_row;

  if (statement == NULL)
    return NULL;
  while (hw_statement_step (statement, &has_row, error))
    {
      gconstpointer content;
      gsize length;

      if (!has_row)
        return g_steal_pointer (&found);
      content = hw_statement_get_blob (statement, 1, &length);
      g_hash_table_insert (found, g_strdup (hw_statement_get_text (statement, 0)),
                           g_bytes_new (content, length));
    }
  return NULL;
}

/* The survey's own roles stand over those of the settings sheet, so that the questionnaire knows
 * them too. */
static void
apply_settings (HwSurveyFile *self,
                GHashTable *found)
{
  static const char *const roles[]
      = { "level", "case_id", "stratum", "psu", "weight", "fpc", NULL };
  GBytes *sheet = g_hash_table_lookup (found, "settings");
  g_autoptr (HwProblems) problems = hw_problems_new ();
  g_autoptr (GBytes) nothing = g_bytes_new_static ("", 0);
  g_autoptr (HwCsvTable) table
      = hw_csv_table_new_from_bytes ("settings", sheet != NULL ? sheet : nothing, problems);
  GString *text = g_string_new (NULL);
  g_autoptr (HwCsvWriter) writer = hw_csv_writer_new_string (text);
  guint row = 0; /* the first that is not blank */

  while (row < hw_csv_table_get_n_rows (table) && hw_csv_table_is_blank (table, row))
    row++;
  for (guint line = 0; line < 2; line++)
    {
      for (guint i = 0; i < hw_csv_table_get_n_columns (table); i++)
        {
          const char *heading = hw_csv_table_get_heading (table, i);

          if (g_strv_contains (roles, heading) && g_hash_table_contains (self->settings, heading))
            continue;
          hw_csv_writer_add (writer, line == 0 ? heading
                                     : row < hw_csv_table_get_n_rows (table)
                                         ? hw_csv_table_get (table, row, i)
                                         : "");
        }
      for (guint i = 0; roles[i] != NULL; i++)
        if (g_hash_table_contains (self->settings, roles[i]))
          hw_csv_writer_add (writer,
                             line == 0 ? roles[i] : g_hash_table_lookup (self->settings, roles[i]));
      hw_csv_writer_end_row (writer, NULL);
    }
  g_hash_table_insert (found, g_strdup ("settings"), g_string_free_to_bytes (text));
}

static gboolean
has_roles (HwSurveyFile *self)
{
  static const char *const always[] = { "id", "title", "created" };
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (always); i++)
    n += g_hash_table_contains (self->settings, always[i]);
  return g_hash_table_size (self->settings) > n;
}

static gboolean
read_questionnaire (HwSurveyFile *self,
                    GError **error)
{
  g_autoptr (HwProblems) problems = hw_problems_new ();
  g_autoptr (GHashTable) found = read_sheets (self, error);

  if (found == NULL)
    return FALSE;
  if (has_roles (self))
    apply_settings (self, found);
  self->questionnaire = hw_questionnaire_new_from_sheets (found, problems);
  if (self->questionnaire == NULL)
    {
      g_autofree char *name = g_filename_display_name (self->path);
      g_autofree char *why = hw_problems_get_length (problems) > 0
                                 ? hw_problem_dup_string (hw_problems_get (problems, 0))
                                 : g_strdup ("");

      g_set_error (error, HW_STORE_ERROR, HW_STORE_ERROR_FAILED,
                   /* Translators: a path, and what is wrong with the questionnaire. */
                   _("The questionnaire in “%s” cannot be read: %s"), name, why);
      return FALSE;
    }
  self->tables
      = hw_level_tables_new (self->questionnaire, g_hash_table_lookup (self->settings, "level"));
  return TRUE;
}

static gboolean
connect (HwSurveyFile *self,
         gboolean read_only,
         GError **error)
{
  const char *const *steps = hw_schema_get_steps ();
  guint version;

  self->database
      = hw_database_open (self->path, read_only ? HW_DATABASE_READ : HW_DATABASE_WRITE, error);
  if (self->database == NULL
      || !hw_schema_check (self->database, g_strv_length ((char **) steps), &version, error))
    return FALSE;
  if (read_only)
    return TRUE;
  return hw_database_use_wal (self->database, error)
         && hw_schema_upgrade (self->database, steps, error);
}

static gboolean
check_is_file (const char *path,
               GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, HW_STORE_ERROR, HW_STORE_ERROR_NOT_FOUND,
                   _("There is no file “%s”. Look whether it was moved or renamed."), name);
      return FALSE;
    }
  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
    {
      g_set_error (error, HW_STORE_ERROR, HW_STORE_ERROR_NOT_A_SURVEY,
                   _("“%s” is no survey file. Choose a file that Homeward has made."), name);
      return FALSE;
    }
  return TRUE;
}

/**
 * hw_survey_file_open:
 * @path: a survey file
 * @read_only: %TRUE to only look: nothing is written, not even a migration
 * @error: return location; NOT_FOUND, NOT_A_SURVEY, NEWER, READ_ONLY among others
 *
 * Opens a survey. A file of an older version is brought up to date, after a copy was kept beside
 * it.
 *
 * Returns: (transfer full) (nullable): the survey
 */
HwSurveyFile *
hw_survey_file_open (const char *path,
                     gboolean read_only,
                     GError **error)
{
  g_autoptr (HwSurveyFile) self = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  if (!check_is_file (path, error))
    return NULL;
  self = g_object_new (HW_TYPE_SURVEY_FILE, NULL);
  self->path = g_strdup (path);
  if (!connect (self, read_only, error) || !read_settings (self, error)
      || !read_questionnaire (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * hw_survey_file_get_path:
 * @self: a survey
 *
 * Returns: (transfer none): its file, as it was given
 */
const char *
hw_survey_file_get_path (HwSurveyFile *self)
{
  g_return_val_if_fail (HW_IS_SURVEY_FILE (self), NULL);
  return self->path;
}

/**
 * hw_survey_file_is_read_only:
 * @self: a survey
 *
 * Returns: whether nothing can be written to it
 */
gboolean
hw_survey_file_is_read_only (HwSurveyFile *self)
{
  g_return_val_if_fail (HW_IS_SURVEY_FILE (self), TRUE);
  return hw_database_is_read_only (self->database);
}

/**
 * hw_survey_file_get_questionnaire:
 * @self: a survey
 *
 * Returns: (transfer none): what it asks, in its latest version
 */
HwQuestionnaire *
hw_survey_file_get_questionnaire (HwSurveyFile *self)
{
  g_return_val_if_fail (HW_IS_SURVEY_FILE (self), NULL);
  return self->questionnaire;
}

/**
 * hw_survey_file_get_setting:
 * @self: a survey
 * @name: a setting, such as "weight" or "title"
 *
 * Returns: (transfer none) (nullable): its text: of the survey, else of the questionnaire
 */
const char *
hw_survey_file_get_setting (HwSurveyFile *self,
                            const char *name)
{
  const char *own;

  g_return_val_if_fail (HW_IS_SURVEY_FILE (self) && name != NULL, NULL);

  own = g_hash_table_lookup (self->settings, name);
  return own != NULL ? own : hw_questionnaire_get_setting (self->questionnaire, name);
}

/**
 * hw_survey_file_get_database:
 * @self: a survey
 *
 * Returns: (transfer none): its connection
 */
HwDatabase *
hw_survey_file_get_database (HwSurveyFile *self)
{
  return self->database;
}

/**
 * hw_survey_file_get_tables:
 * @self: a survey
 *
 * Returns: (transfer none): where its answers stand
 */
HwLevelTables *
hw_survey_file_get_tables (HwSurveyFile *self)
{
  return self->tables;
}

/**
 * hw_survey_file_check_writable:
 * @self: a survey
 * @error: return location
 *
 * Returns: whether it was opened for writing
 */
gboolean
hw_survey_file_check_writable (HwSurveyFile *self,
                               GError **error)
{
  g_autofree char *name = NULL;

  if (!hw_survey_file_is_read_only (self))
    return TRUE;
  name = g_filename_display_name (self->path);
  g_set_error (error, HW_STORE_ERROR, HW_STORE_ERROR_READ_ONLY,
               _("“%s” was opened to look only. Close it and open it again to change something."),
               name);
  return FALSE;
}

/**
 * hw_survey_file_begin:
 * @self: a survey
 * @error: return location
 *
 * Opens one transaction around many calls; they nest. End it with hw_survey_file_commit() or
 * hw_survey_file_rollback().
 *
 * Returns: whether it is open
 */
gboolean
hw_survey_file_begin (HwSurveyFile *self,
                      GError **error)
{
  g_return_val_if_fail (HW_IS_SURVEY_FILE (self), FALSE);
  return hw_survey_file_check_writable (self, error) && hw_database_begin (self->database, error);
}

/**
 * hw_survey_file_commit:
 * @self: a survey within a transaction
 * @error: return location
 *
 * Ends the transaction. The outermost one is on the disk when this returns %TRUE; when a part
 * inside was rolled back, all of it is.
 *
 * Returns: whether it is saved
 */
gboolean
hw_survey_file_commit (HwSurveyFile *self,
                       GError **error)
{
  g_return_val_if_fail (HW_IS_SURVEY_FILE (self), FALSE);
  return hw_database_commit (self->database, error);
}

/**
 * hw_survey_file_rollback:
 * @self: a survey within a transaction
 *
 * Ends the transaction and leaves the file as it was before the outermost one.
 */
void
hw_survey_file_rollback (HwSurveyFile *self)
{
  g_return_if_fail (HW_IS_SURVEY_FILE (self));
  hw_database_rollback (self->database);
}
