/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

#include "store/database-private.h"
#include "store/schema-private.h"
#include "support.h"

static void
test_create (Support *self,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = hw_survey_file_list_interviews (self->file, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (list->len, ==, 0);
  g_assert_cmpstr (hw_survey_file_get_setting (self->file, "title"), ==, "Small survey");
  g_assert_cmpstr (hw_survey_file_get_setting (self->file, "case_id"), ==, "hhid");
  g_assert_null (hw_survey_file_get_setting (self->file, "weight"));
  support_assert_sql (self->path, "PRAGMA application_id", "1215133540");
  support_assert_sql (self->path, "PRAGMA user_version", "2");
  support_assert_sql (self->path, "PRAGMA journal_mode", "wal");
  support_assert_sql (self->path, "SELECT count (*) FROM questionnaire", "3");

  g_assert_null (hw_survey_file_create (self->path, self->questionnaire, NULL, &error));
  g_assert_error (error, HW_STORE_ERROR, HW_STORE_ERROR_EXISTS);
  support_assert_sentence (error);
}

/* What a survey of the same name has left behind is neither taken for the new one's nor thrown
 * away. */
static void
test_remains (Support *self,
              gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "again.homeward", NULL);
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autoptr (HwSurveyFile) file = NULL;
  g_autoptr (GError) error = NULL;

  g_file_set_contents (log, "answers", -1, NULL);
  g_assert_null (hw_survey_file_create (path, self->questionnaire, NULL, &error));
  g_assert_error (error, HW_STORE_ERROR, HW_STORE_ERROR_EXISTS);
  support_assert_sentence (error);
  g_assert_true (g_file_test (log, G_FILE_TEST_EXISTS));
  g_clear_error (&error);
  g_unlink (log);
  file = hw_survey_file_create (path, self->questionnaire, NULL, &error);
  g_assert_no_error (error);
}

/* A level called as a table of the file gets a table with a name of its own. */
static void
test_names (Support *self,
            gconstpointer data)
{
  support_assert_sql (self->path,
                      "SELECT DISTINCT level, table_name FROM level_column ORDER BY level",
                      "flow|flow\nhousehold|household\nperson|person_2\nsnd|snd");
  support_assert_sql (self->path,
                      "SELECT question, column_name, type FROM level_column"
                      " WHERE question IN ('head', 'amount', 'twice') ORDER BY question",
                      "amount|amount|REAL\nhead|head|TEXT\ntwice|twice|INTEGER");
  /* Every table of the fixed schema that a level could be called after is known as taken. */
  support_assert_sql (self->path,
                      "SELECT count (*) FROM sqlite_schema WHERE type = 'table'"
                      " AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '%/%' AND name NOT IN"
                      " (SELECT table_name FROM level_column)",
                      "14");
  support_assert_sql (self->path,
                      "SELECT count (*) FROM pragma_table_list WHERE schema = 'main' AND strict = 0"
                      " AND name NOT LIKE 'sqlite_%'",
                      "0");
}

static void
test_settings (Support *self,
               gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "other.homeward", NULL);
  g_autoptr (GHashTable) settings = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (HwSurveyFile) file = NULL;
  g_autoptr (GError) error = NULL;

  g_hash_table_insert (settings, (gpointer) "weight", (gpointer) "sizes");
  g_assert_null (hw_survey_file_create (path, self->questionnaire, settings, &error));
  g_assert_error (error, HW_STORE_ERROR, HW_STORE_ERROR_NOT_FOUND);
  support_assert_sentence (error);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_clear_error (&error);

  g_hash_table_insert (settings, (gpointer) "weight", (gpointer) "size");
  g_hash_table_insert (settings, (gpointer) "case_id", (gpointer) "head hhid");
  g_hash_table_insert (settings, (gpointer) "level", (gpointer) "dwelling");
  file = hw_survey_file_create (path, self->questionnaire, settings, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (hw_survey_file_get_setting (file, "weight"), ==, "size");
  support_assert_sql (path, "SELECT table_name FROM level_column WHERE question = 'hhid'",
                      "dwelling");
  g_assert_cmpstr (
      hw_questionnaire_get_setting (hw_survey_file_get_questionnaire (file), "case_id"), ==,
      "head hhid");
  g_assert_cmpstr (hw_questionnaire_get_level_name (hw_survey_file_get_questionnaire (file), NULL),
                   ==, "dwelling");
}

static void
assert_refused (const char *path,
                int code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize length_before = 0;
  gsize length_after = 0;

  g_file_get_contents (path, &before, &length_before, NULL);
  g_assert_null (hw_survey_file_open (path, FALSE, &error));
  g_assert_error (error, HW_STORE_ERROR, code);
  support_assert_sentence (error);
  g_file_get_contents (path, &after, &length_after, NULL);
  g_assert_cmpmem (before, length_before, after, length_after);
}

static void
test_not_a_survey (Support *self,
                   gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "letter.homeward", NULL);
  g_autofree char *missing = g_build_filename (self->folder, "missing.homeward", NULL);

  assert_refused (missing, HW_STORE_ERROR_NOT_FOUND);
  g_assert_false (g_file_test (missing, G_FILE_TEST_EXISTS));
  assert_refused (self->folder, HW_STORE_ERROR_NOT_A_SURVEY);
  g_file_set_contents (path, "", 0, NULL);
  assert_refused (path, HW_STORE_ERROR_NOT_A_SURVEY);
  g_file_set_contents (path,
                       "Dear Sir or Madam, this is a letter and no survey. It is long enough "
                       "to be taken for a file of a database by somebody careless.",
                       -1, NULL);
  assert_refused (path, HW_STORE_ERROR_NOT_A_SURVEY);
  g_unlink (path);
  {
    g_autoptr (HwDatabase) other = hw_database_open (path, HW_DATABASE_CREATE, NULL);

    g_assert_true (hw_database_run (other, "CREATE TABLE accounts (a)", NULL));
  }
  assert_refused (path, HW_STORE_ERROR_NOT_A_SURVEY);
}

static void
test_newer (Support *self,
            gconstpointer data)
{
  g_assert_finalize_object (self->file);
  support_run_sql (self->path, "PRAGMA journal_mode = DELETE; PRAGMA user_version = 3");
  assert_refused (self->path, HW_STORE_ERROR_NEWER);
  support_run_sql (self->path, "PRAGMA user_version = 2");
  self->file = hw_survey_file_open (self->path, FALSE, NULL);
  g_assert_nonnull (self->file);
}

static void
test_migrate (Support *self,
              gconstpointer data)
{
  const char *const steps[]
      = { "", "", "CREATE TABLE extra (a TEXT) STRICT;", "INSERT INTO extra VALUES ('x');", NULL };
  const char *const bad[] = { "", "", "CREATE TABLE extra (a TEXT) STRICT;", "nonsense", NULL };
  g_autofree char *backup = g_strconcat (self->path, ".version-2.backup", NULL);
  g_autoptr (HwDatabase) database = hw_database_open (self->path, HW_DATABASE_WRITE, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (hw_schema_upgrade (database, bad, &error));
  g_assert_error (error, HW_STORE_ERROR, HW_STORE_ERROR_FAILED);
  support_assert_sql (self->path, "PRAGMA user_version", "2");
  support_assert_sql (self->path, "SELECT count (*) FROM sqlite_schema WHERE name = 'extra'", "0");
  g_clear_error (&error);

  g_assert_true (hw_schema_upgrade (database, steps, &error));
  g_assert_no_error (error);
  support_assert_sql (self->path, "PRAGMA user_version", "4");
  support_assert_sql (self->path, "SELECT a FROM extra", "x");
  support_assert_sql (backup, "PRAGMA user_version", "2");
  support_assert_sql (backup, "SELECT count (*) FROM questionnaire", "3");
  /* Once more changes nothing. */
  g_assert_true (hw_schema_upgrade (database, steps, &error));
  support_assert_sql (self->path, "SELECT count (*) FROM extra", "1");
}

static HwSurveyFile *
open_kept (Support *self,
           const char *name,
           gboolean read_only)
{
  g_autofree char *kept
      = g_test_build_filename (G_TEST_DIST, "fixtures", "survey-files", name, NULL);
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  HwSurveyFile *file;
  gsize length;

  g_file_get_contents (kept, &content, &length, &error);
  g_assert_no_error (error);
  g_file_set_contents (path, content, (gssize) length, &error);
  g_assert_no_error (error);
  file = hw_survey_file_open (path, read_only, &error);
  g_assert_no_error (error);
  return file;
}

static HwInterview *
load_first (HwSurveyFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = hw_survey_file_list_interviews (file, &error);
  HwInterview *interview;

  g_assert_no_error (error);
  g_assert_cmpuint (list->len, ==, 2);
  g_assert_cmpstr (hw_interview_summary_get_label (g_ptr_array_index (list, 0)), ==, "10");
  interview = hw_survey_file_load_interview (
      file, hw_interview_summary_get_id (g_ptr_array_index (list, 0)), &error);
  g_assert_no_error (error);
  return interview;
}

/* A small file of every released version is kept, and opens; a copy of an older one stays beside
 * it. */
static void
test_versions (Support *self,
               gconstpointer data)
{
  static const char *const names[] = { "version-1.homeward", "version-2.homeward" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (HwSurveyFile) file = open_kept (self, names[i], FALSE);
      g_autoptr (HwInterview) interview = load_first (file);
      g_autofree char *backup
          = g_strdup_printf ("%s/%s.version-%u.backup", self->folder, names[i], i + 1);
      g_autoptr (GError) error = NULL;
      gint64 broken;

      fixture_assert (interview, "flow[2]/amount", "1500");
      g_assert_true (hw_survey_file_verify_trail (file, &broken, &error));
      g_assert_cmpint (broken, ==, 0);
      support_assert_sql (hw_survey_file_get_path (file), "PRAGMA user_version", "2");
      g_assert_cmpint (g_file_test (backup, G_FILE_TEST_EXISTS), ==, i + 1 < G_N_ELEMENTS (names));
      if (i + 1 < G_N_ELEMENTS (names))
        support_assert_sql (backup, "PRAGMA user_version", "1");
    }
}

/* Version 1 had no place for pictures; looked at only, it stays as it is, and has none. */
static void
test_older_read_only (Support *self,
                      gconstpointer data)
{
  g_autoptr (HwSurveyFile) old = open_kept (self, "version-1.homeward", TRUE);
  g_autoptr (HwSurveyFile) new = open_kept (self, "version-2.homeward", TRUE);
  g_autoptr (HwInterview) without = load_first (old);
  g_autoptr (HwInterview) with = load_first (new);
  g_autoptr (GBytes) picture = NULL;

  g_assert_null (hw_interview_dup_file (without, "house.png"));
  fixture_assert (with, "means", "3 1 2");
  fixture_assert (with, "house", "house.png");
  picture = hw_interview_dup_file (with, "house.png");
  g_assert_cmpuint (g_bytes_get_size (picture), ==, 67);
  support_assert_sql (hw_survey_file_get_path (old), "PRAGMA user_version", "1");
}

static void
test_read_only (Support *self,
                gconstpointer data)
{
  g_autoptr (HwInterview) interview = hw_interview_new (self->questionnaire);
  g_autofree char *log = g_strconcat (self->path, "-wal", NULL);
  g_autoptr (HwSurveyFile) file = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (hw_survey_file_store_interview (self->file, interview, HW_STATUS_UNDER_WAY, NULL));
  file = hw_survey_file_open (self->path, TRUE, &error);
  g_assert_no_error (error);
  g_assert_true (hw_survey_file_is_read_only (file));
  g_assert_false (hw_survey_file_is_read_only (self->file));
  g_assert_false (hw_survey_file_store_interview (file, interview, HW_STATUS_UNDER_WAY, &error));
  g_assert_error (error, HW_STORE_ERROR, HW_STORE_ERROR_READ_ONLY);
  support_assert_sentence (error);
  g_assert_finalize_object (g_steal_pointer (&file));
  g_assert_finalize_object (self->file);
  /* Who only looks leaves nothing behind. */
  self->file = hw_survey_file_open (self->path, TRUE, &error);
  g_assert_finalize_object (self->file);
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
  self->file = hw_survey_file_open (self->path, FALSE, NULL);
}

/* /proc is a folder in which not even root makes files. */
static void
test_no_place (Support *self,
               gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (
      hw_survey_file_create ("/proc/self/x.homeward", self->questionnaire, NULL, &error));
  g_assert_error (error, HW_STORE_ERROR, HW_STORE_ERROR_READ_ONLY);
  support_assert_sentence (error);
  g_clear_error (&error);
  g_assert_null (
      hw_survey_file_create ("/nowhere/at/all.homeward", self->questionnaire, NULL, &error));
  g_assert_error (error, HW_STORE_ERROR, HW_STORE_ERROR_NOT_FOUND);
  support_assert_sentence (error);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define add(name, func)                                                                            \
  g_test_add ("/store/" name, Support, NULL, support_set_up, func, support_tear_down)
  add ("create", test_create);
  add ("remains", test_remains);
  add ("names", test_names);
  add ("settings", test_settings);
  add ("not-a-survey", test_not_a_survey);
  add ("newer", test_newer);
  add ("migrate", test_migrate);
  add ("versions", test_versions);
  add ("older-read-only", test_older_read_only);
  add ("read-only", test_read_only);
  add ("no-place", test_no_place);
  return g_test_run ();
}
