/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "export/xlsform-writer.h"
#include "questionnaire/form-sheet.h"
#include "tests/questionnaire/sheets.h"

/* Written and read again, a questionnaire is the same, cell by cell. */

static const struct
{
  HwXlsformFormat format;
  const char *name;
} formats[] = {
  { HW_XLSFORM_SHEETS, "sheets" },
  { HW_XLSFORM_CSV, "form.csv" },
  { HW_XLSFORM_WORKBOOK, "form.xlsx" },
};

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_folder (path);
      else
        g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
compare_sheets (HwQuestionnaire *one,
                HwQuestionnaire *two,
                const char *name)
{
  g_autoptr (HwFormSheet) left = hw_form_sheet_new (one, name);
  g_autoptr (HwFormSheet) right = hw_form_sheet_new (two, name);

  g_assert_cmpint (left != NULL, ==, right != NULL);
  if (left == NULL)
    return;
  g_assert_cmpuint (hw_form_sheet_get_n_rows (left), ==, hw_form_sheet_get_n_rows (right));
  g_assert_cmpuint (hw_form_sheet_get_n_columns (left), ==, hw_form_sheet_get_n_columns (right));
  for (guint row = 0; row < hw_form_sheet_get_n_rows (left); row++)
    for (guint column = 0; column < hw_form_sheet_get_n_columns (left); column++)
      g_assert_cmpstr (hw_form_sheet_get (left, row, column), ==,
                       hw_form_sheet_get (right, row, column));
}

static void
compare (HwQuestionnaire *one,
         HwQuestionnaire *two)
{
  const char *const *names = hw_form_sheet_list_names ();
  const char *const *files = hw_questionnaire_list_files (one);

  for (guint i = 0; names[i] != NULL; i++)
    compare_sheets (one, two, names[i]);
  g_assert_true (g_strv_equal (files, hw_questionnaire_list_files (two)));
  for (guint i = 0; files[i] != NULL; i++)
    g_assert_true (g_bytes_equal (hw_questionnaire_get_file (one, files[i]),
                                  hw_questionnaire_get_file (two, files[i])));
  g_assert_cmpuint (hw_questionnaire_get_n_questions (one), ==, hw_questionnaire_get_n_questions (two));
}

static void
write_and_read (HwQuestionnaire *questionnaire)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *folder = g_dir_make_tmp ("xlsform-XXXXXX", NULL);
      g_autofree char *path = g_build_filename (folder, formats[i].name, NULL);
      g_autoptr (HwProblems) problems = hw_problems_new ();
      g_autoptr (HwQuestionnaire) read = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_true (hw_export_xlsform (questionnaire, formats[i].format, path, &error));
      g_assert_no_error (error);
      read = hw_questionnaire_new_from_path (path, problems, &error);
      g_assert_no_error (error);
      g_assert_nonnull (read);
      compare (questionnaire, read);
      remove_folder (folder);
    }
}

static void
find_questionnaires (const char *folder,
                     GPtrArray *found)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (strcmp (name, "survey.csv") == 0)
        g_ptr_array_add (found, g_strdup (folder));
      else if (g_file_test (path, G_FILE_TEST_IS_DIR))
        find_questionnaires (path, found);
    }
}

/* All that we ship, and all that tests use and can be read. */
static void
test_ours (void)
{
  g_autofree char *shipped = g_build_filename (g_getenv ("HOMEWARD_DATADIR"), "questionnaires", NULL);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  guint n = 0;

  find_questionnaires (shipped, found);
  g_assert_cmpuint (found->len, >, 0);
  find_questionnaires (g_getenv ("G_TEST_SRCDIR"), found);
  for (guint i = 0; i < found->len; i++)
    {
      g_autoptr (HwProblems) problems = hw_problems_new ();
      g_autoptr (HwQuestionnaire) questionnaire
          = hw_questionnaire_new_from_path (found->pdata[i], problems, NULL);

      if (questionnaire == NULL)
        continue;
      write_and_read (questionnaire);
      n++;
    }
  g_assert_cmpuint (n, >, 0);
}

static const char survey[]
    = "type,name,label::English,label:Deutsch,media::image::English,our own, remark ,soft_check\r\n"
      "\r\n"
      "select_one yn,a,\"A, \"\"b\"\"\nline two; tab\t\", Ä  ö ,house.png,\" x\",007,. != 'x'\r\n"
      ",,,,,,,\r\n"
      "select_one_from_file places.csv,b,_x000D_ & <b>,+1,,=1+1,1e5,\r\n"
      "text,c,C,,,,,\r\n";
static const char choices[] = "list_name,name,label::English,region\nyn,01,Yes,\"a;b\"\nyn,02,\xd9\x84\xd8\xa7,\n";
static const char settings[] = "form_id,form_title,form_title::Deutsch,mine\nf,T,Ü,2026-01-01\n";

static HwQuestionnaire *
make (HwProblems *problems)
{
  static const struct
  {
    const char *name;
    const char *text;
  } entries[] = {
    { "survey", survey },
    { "choices", choices },
    { "settings", settings },
    { "osm", "list_name,name,label\nx,y,z\n" },
    { "places.csv", "name,label\n1,One\n" },
    { "house.png", "no picture" },
  };
  g_autoptr (GHashTable) sheets
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_bytes_unref);

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    g_hash_table_insert (sheets, (char *) entries[i].name,
                         g_bytes_new_static (entries[i].text, strlen (entries[i].text)));
  return hw_questionnaire_new_from_sheets (sheets, problems);
}

static void
test_odd_cells (void)
{
  g_autoptr (HwProblems) problems = hw_problems_new ();
  g_autoptr (HwQuestionnaire) questionnaire = make (problems);
  g_autofree char *told = dup_problems (problems);

  if (questionnaire == NULL)
    g_test_message ("%s", told);
  g_assert_nonnull (questionnaire);
  write_and_read (questionnaire);
}

/* Headings that other programs would stumble over; what they know or leave alone stays. */
static void
test_headings (void)
{
  g_autoptr (HwProblems) problems = hw_problems_new ();
  g_autoptr (HwQuestionnaire) questionnaire = make (problems);
  g_autoptr (HwFormSheet) sheet = hw_form_sheet_new (questionnaire, "survey");
  g_autoptr (HwFormSheet) titles = hw_form_sheet_new (questionnaire, "settings");

  g_assert_cmpstr (hw_form_sheet_get (sheet, 0, 2), ==, "label::English");
  g_assert_cmpstr (hw_form_sheet_get (sheet, 0, 3), ==, "label::Deutsch");
  g_assert_cmpstr (hw_form_sheet_get (sheet, 0, 4), ==, "media::image::English");
  g_assert_cmpstr (hw_form_sheet_get (sheet, 0, 5), ==, "our own");
  g_assert_cmpstr (hw_form_sheet_get (sheet, 2, 6), ==, "007");
  g_assert_cmpstr (hw_form_sheet_get (titles, 0, 1), ==, "form_title");
  g_assert_cmpstr (hw_form_sheet_get (titles, 0, 2), ==, "translated_title::Deutsch");
}

static void
test_faults (void)
{
  g_autoptr (GString) text = g_string_new ("type,name,label\ninteger,a,");
  g_autofree char *path = NULL;
  g_autofree char *half = NULL;
  g_autoptr (HwQuestionnaire) questionnaire = NULL;
  g_autoptr (GError) error = NULL;
  int fd;

  for (guint i = 0; i < 33000; i++)
    g_string_append_c (text, 'x');
  questionnaire = read_clean (text->str, NULL, NULL);
  fd = g_file_open_tmp ("form-XXXXXX.xlsx", &path, NULL);
  g_assert_true (g_close (fd, NULL));
  half = g_strconcat (path, ".part", NULL);
  g_assert_false (hw_export_xlsform (questionnaire, HW_XLSFORM_WORKBOOK, path, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, "“label” in row 2 of the sheet “survey”"));
  g_assert_false (g_file_test (half, G_FILE_TEST_EXISTS));
  g_clear_error (&error);
  g_assert_false (hw_export_xlsform (questionnaire, HW_XLSFORM_WORKBOOK, "/nowhere/at/all.xlsx", &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_false (hw_export_xlsform (questionnaire, HW_XLSFORM_CSV, "/nowhere/at/all.csv", &error));
  g_assert_nonnull (error);
  g_unlink (path);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/xlsform/ours", test_ours);
  g_test_add_func ("/xlsform/odd-cells", test_odd_cells);
  g_test_add_func ("/xlsform/headings", test_headings);
  g_test_add_func ("/xlsform/faults", test_faults);
  return g_test_run ();
}
