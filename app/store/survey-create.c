/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/survey-file-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "store/schema-private.h"
#include "store/trail-private.h"

static gboolean
write_sheets (HwDatabase *database,
              HwQuestionnaire *questionnaire,
              GError **error)
{
  g_autofree char *now = hw_clock_dup_now ();
  g_autoptr (HwStatement) statement
      = hw_database_prepare (database,
                             "INSERT INTO questionnaire"
                             " (version, sheet, form_id, form_version, added, content)"
                             " VALUES (1, :sheet, :id, :version, :now, :content)",
                             error);
  GHashTable *entries = hw_questionnaire_get_entries (questionnaire);
  g_autoptr (GList) names = NULL;

  if (statement == NULL)
    return FALSE;
  names = g_list_sort (g_hash_table_get_keys (entries), (GCompareFunc) strcmp);
  for (GList *name = names; name != NULL; name = name->next)
    {
      GBytes *content = g_hash_table_lookup (entries, name->data);
      const char *version = hw_questionnaire_get_version (questionnaire);
      const char *id = hw_questionnaire_get_id (questionnaire);
      gsize length;
      gconstpointer data;

      data = g_bytes_get_data (content, &length);
      hw_statement_bind_text (statement, ":sheet", name->data);
      hw_statement_bind_text (statement, ":id", id != NULL ? id : "");
      hw_statement_bind_text (statement, ":version", version != NULL ? version : "");
      hw_statement_bind_text (statement, ":now", now);
      hw_statement_bind_blob (statement, ":content", length > 0 ? data : "", length);
      if (!hw_statement_execute (statement, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_setting (HwDatabase *database,
               const char *name,
               const char *value,
               GError **error)
{
  g_autoptr (HwStatement) statement = hw_database_prepare (
      database, "INSERT OR REPLACE INTO survey (name, value) VALUES (:name, :value)", error);

  if (statement == NULL)
    return FALSE;
  hw_statement_bind_text (statement, ":name", name);
  hw_statement_bind_text (statement, ":value", value);
  return hw_statement_execute (statement, error);
}

static gboolean
write_settings (HwDatabase *database,
                HwQuestionnaire *questionnaire,
                GHashTable *settings,
                GError **error)
{
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *now = hw_clock_dup_now ();
  const char *title = hw_questionnaire_get_title (questionnaire, "");
  GHashTableIter iter;
  gpointer name;
  gpointer value;

  if (!write_setting (database, "title", title != NULL ? title : "", error))
    return FALSE;
  if (settings != NULL)
    {
      g_hash_table_iter_init (&iter, settings);
      while (g_hash_table_iter_next (&iter, &name, &value))
        if (!write_setting (database, name, value, error))
          return FALSE;
    }
  return write_setting (database, "id", id, error)
         && write_setting (database, "created", now, error);
}

static gboolean
fill_new (HwDatabase *database,
          HwQuestionnaire *questionnaire,
          GHashTable *settings,
          GError **error)
{
  const char *level = settings != NULL ? g_hash_table_lookup (settings, "level") : NULL;
  g_autoptr (HwLevelTables) tables = hw_level_tables_new (questionnaire, level);

  if (!hw_schema_upgrade (database, hw_schema_get_steps (), error))
    return FALSE;
  if (!hw_database_begin (database, error))
    return FALSE;
  if (write_sheets (database, questionnaire, error)
      && write_settings (database, questionnaire, settings, error)
      && hw_level_tables_create (tables, database, error))
    return hw_database_commit (database, error);
  hw_database_rollback (database);
  return FALSE;
}

static gboolean
check_names (HwQuestionnaire *questionnaire,
             GHashTable *settings,
             GError **error)
{
  static const char *const roles[] = { "stratum", "psu", "weight", "fpc", "case_id" };

  for (guint i = 0; settings != NULL && i < G_N_ELEMENTS (roles); i++)
    {
      const char *names = g_hash_table_lookup (settings, roles[i]);
      g_auto (GStrv) split = g_strsplit (names != NULL ? names : "", " ", -1);

      for (guint j = 0; split[j] != NULL; j++)
        if (*split[j] != '\0' && hw_questionnaire_find (questionnaire, split[j]) == NULL)
          {
            g_set_error (
                error, HW_STORE_ERROR, HW_STORE_ERROR_NOT_FOUND,
                /* Translators: a setting such as “weight”, and the name that was given for it. */
                _("The setting “%s” names “%s”, and the questionnaire has no such "
                  "question. Name a question of the survey sheet."),
                roles[i], split[j]);
            return FALSE;
          }
    }
  return TRUE;
}

static void
remove_unfinished (const char *path)
{
  static const char *const ends[] = { "", "-wal", "-shm", "-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *file = g_strconcat (path, ends[i], NULL);

      g_unlink (file);
    }
}

static gboolean
make_file (const char *path,
           const char *final,
           HwQuestionnaire *questionnaire,
           GHashTable *settings,
           GError **error)
{
  g_autoptr (HwDatabase) database = hw_database_open (path, HW_DATABASE_CREATE, error);

  if (database == NULL)
    return FALSE;
  hw_database_set_name (database, final);
  return fill_new (database, questionnaire, settings, error)
         && hw_database_use_wal (database, error);
}

/* A log that was left behind would be taken for the new file's own, and spoil it; and it may hold answers
 * that its survey, wherever it was moved, does not have. */
static gboolean
check_remains (const char *path,
               GError **error)
{
  static const char *const ends[] = { "-wal", "-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *remains = g_strconcat (path, ends[i], NULL);
      g_autofree char *name = g_filename_display_name (remains);
      GStatBuf info;

      if (g_stat (remains, &info) != 0 || info.st_size == 0)
        continue;
      g_set_error (error, HW_STORE_ERROR, HW_STORE_ERROR_EXISTS,
                   _("“%s” belongs to another survey that had this name and may hold its last "
                     "answers. Put it beside that survey, or choose another name."),
                   name);
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_place (const char *path,
             GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *folder_name = g_filename_display_name (folder);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, HW_STORE_ERROR, HW_STORE_ERROR_EXISTS,
                   _("“%s” is there already and stays as it is. Choose another name, or open it."),
                   name);
      return FALSE;
    }
  if (!check_remains (path, error))
    return FALSE;
  if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    {
      g_set_error (error, HW_STORE_ERROR, HW_STORE_ERROR_NOT_FOUND,
                   _("There is no folder “%s” to make a survey file in. Make the folder first, or "
                     "choose another."),
                   folder_name);
      return FALSE;
    }
  if (g_access (folder, W_OK) != 0)
    {
      g_set_error (error, HW_STORE_ERROR, HW_STORE_ERROR_READ_ONLY,
                   _("The folder “%s” cannot be written. Choose another folder, or allow writing "
                     "to this one."),
                   folder_name);
      return FALSE;
    }
  return TRUE;
}

/**
 * hw_survey_file_create:
 * @path: where the file is to be; nothing may be there
 * @questionnaire: what will be asked
 * @settings: (nullable) (element-type utf8 utf8): stratum, psu, weight, fpc, case_id, level, title,
 * where they differ from the settings sheet
 * @error: return location
 *
 * Makes a survey file. It appears under its name only when it is whole.
 *
 * Returns: (transfer full) (nullable): the survey, open
 */
HwSurveyFile *
hw_survey_file_create (const char *path,
                       HwQuestionnaire *questionnaire,
                       GHashTable *settings,
                       GError **error)
{
  g_autofree char *unfinished = NULL;

  g_return_val_if_fail (path != NULL && questionnaire != NULL, NULL);

  if (!check_place (path, error) || !check_names (questionnaire, settings, error))
    return NULL;
  unfinished = g_strconcat (path, ".unfinished", NULL);
  remove_unfinished (unfinished);
  if (!make_file (unfinished, path, questionnaire, settings, error))
    {
      remove_unfinished (unfinished);
      return NULL;
    }
  if (g_rename (unfinished, path) != 0)
    {
      g_autofree char *name = g_filename_display_name (path);

      remove_unfinished (unfinished);
      g_set_error (error, HW_STORE_ERROR, HW_STORE_ERROR_READ_ONLY,
                   _("“%s” cannot be written. Choose another name or folder."), name);
      return NULL;
    }
  return hw_survey_file_open (path, FALSE, error);
}
