/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "sheets.h"

/* Questionnaires as they lie on the disk: folders, single files, files beside them. */

static char *
write_file (const char *folder,
            const char *name,
            const char *text)
{
  char *path = g_build_filename (folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

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

/* A form in one file, and what is said about it. */
static HwQuestionnaire *
read_one (const char *name,
          const char *text,
          char **told)
{
  g_autofree char *folder = g_dir_make_tmp ("form-XXXXXX", NULL);
  g_autofree char *path = write_file (folder, name, text);
  g_autoptr (HwProblems) problems = hw_problems_new ();
  g_autoptr (GError) error = NULL;
  HwQuestionnaire *questionnaire = hw_questionnaire_new_from_path (path, problems, &error);

  g_assert_no_error (error);
  *told = dup_problems (problems);
  remove_folder (folder);
  return questionnaire;
}

static void
test_one_csv (void)
{
  static const char form[] = "\"survey\",,,\n"
                             ",\"type\",\"name\",\"label::English (en)\"\n"
                             ",\"select_one yn\",\"remit\",\"Money\nfrom abroad?\"\n"
                             ",,,\n"
                             ",integer,n,\"How many, \"\"roughly\"\"?\"\n"
                             "choices,list_name,name,label::English (en)\n"
                             ",yn,1,Yes\n"
                             "settings,,\n"
                             ",form_id,version\n"
                             ",hh_mig,2026010101\n";
  g_autofree char *told = NULL;
  g_autoptr (HwQuestionnaire) questionnaire = read_one ("form.csv", form, &told);
  const char *sheet;

  g_assert_cmpstr (told, ==, "");
  g_assert_nonnull (questionnaire);
  g_assert_cmpstr (hw_questionnaire_get_id (questionnaire), ==, "hh_mig");
  g_assert_cmpstr (hw_questionnaire_get_source_name (questionnaire), ==, "form.csv");
  g_assert_cmpuint (hw_question_get_line (hw_questionnaire_find (questionnaire, "n")), ==, 5);
  sheet = g_bytes_get_data (hw_questionnaire_get_sheet (questionnaire, "choices"), NULL);
  g_assert_true (g_str_has_prefix (sheet, "\r\n\r\n\r\n\r\n\r\n,list_name,name,"));
}

static void
test_one_csv_places (void)
{
  static const struct
  {
    const char *form;
    const char *told;
  } rows[] = {
    { "survey,,\n,type,name,label\n,integer,,A\n",
      "form.csv, survey, row 3, column C: This row (“integer”) has no name. Every question, group "
      "and repeat needs one.\n" },
    { "survey,,\n,type,name,label\n,integer,a,A,beyond\n",
      "advice: form.csv, survey, row 3, column E: This cell stands to the right of the last heading "
      "and is not read. Put a heading above it, or empty it.\n" },
    { "survey,,\n,type,name,label\n,integer,a,A\nnotes,,\n,x,y,z\n",
      "advice: form.csv, notes, row 4, column A: Homeward does not know the sheet “notes” and does "
      "not read it. Any text in the first column begins a sheet.\n" },
    { "choices,,\n,list_name,name,label\n,yn,1,Yes\n",
      "form.csv: The sheet “survey” is missing. It holds the questions.\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *told = NULL;
      g_autoptr (HwQuestionnaire) questionnaire = read_one ("form.csv", rows[i].form, &told);

      g_assert_cmpstr (told, ==, rows[i].told);
      g_assert_cmpint (questionnaire != NULL, ==, g_str_has_prefix (told, "advice"));
    }
}

static void
test_attached (void)
{
  g_autofree char *folder = g_dir_make_tmp ("form-XXXXXX", NULL);
  g_autofree char *survey = write_file (
      folder, "a-survey.csv",
      "type,name,label,image,remark\n"
      "integer,a,A,house.png,\n"
      "integer,b,B,,\"pulldata('prices', 'p', 'id', ${a})\"\n"
      "integer,c,C,,\"count(instance( \"\"people\"\" )/root/item) + pulldata('../a', 'b', 'c', 'd')\"\n");
  g_autofree char *other = write_file (folder, "b-survey.csv", "type,name,label\ninteger,b,B\n");
  g_autofree char *house = write_file (folder, "a-survey-media/house.png", "picture");
  g_autofree char *prices = write_file (folder, "media/prices.csv", "id,p\n1,10\n2,20\n1,30\n,40\n");
  g_autofree char *people = write_file (folder, "people.csv", "\xef\xbb\xbfname;label\nx;X\n");
  g_autofree char *unused = write_file (folder, "unused.csv", "a,b\n");
  g_autoptr (HwProblems) problems = hw_problems_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (HwQuestionnaire) read = hw_questionnaire_new_from_path (survey, problems, &error);
  g_autoptr (GHashTable) entries = NULL;
  const char *const *files;
  HwDataset *dataset;
  const guint *found;
  guint column;
  guint n;

  g_assert_no_error (error);
  files = hw_questionnaire_list_files (read);
  g_assert_cmpuint (g_strv_length ((char **) files), ==, 3);
  g_assert_cmpstr (files[0], ==, "house.png");
  g_assert_cmpstr (files[1], ==, "people.csv");
  g_assert_cmpstr (files[2], ==, "prices.csv");
  g_assert_cmpuint (g_bytes_get_size (hw_questionnaire_get_file (read, "house.png")), ==, 7);
  g_assert_null (hw_questionnaire_get_file (read, "survey"));
  g_assert_null (hw_questionnaire_get_file (read, "unused.csv"));
  g_assert_null (hw_questionnaire_get_dataset (read, "unused"));
  dataset = hw_questionnaire_get_dataset (read, "people");
  g_assert_cmpstr (hw_dataset_get_column (dataset, 0), ==, "name");
  dataset = hw_questionnaire_get_dataset (read, "prices");
  g_assert_true (dataset == hw_questionnaire_get_dataset (read, "prices.csv"));
  g_assert_true (hw_dataset_find_column (dataset, "id", &column));
  g_assert_false (hw_dataset_find_column (dataset, "ID", &column));
  found = hw_dataset_lookup (dataset, column, "1", &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpuint (found[0], ==, 0);
  g_assert_cmpuint (found[1], ==, 2);
  found = hw_dataset_lookup (dataset, column, "", &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (found[0], ==, 3);
  g_assert_null (hw_dataset_lookup (dataset, column, "3", &n));
  g_assert_cmpuint (n, ==, 0);
  remove_folder (folder);
}

static void
test_no_questionnaire (void)
{
  static const struct
  {
    const char *name;
    const char *text;
  } rows[] = {
    { "notes.csv", "a,b\n1,2\n" },
    { "form.csv", "" },
    { "survey.txt", "type,name\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *folder = g_dir_make_tmp ("form-XXXXXX", NULL);
      g_autofree char *path = write_file (folder, rows[i].name, rows[i].text);
      g_autoptr (HwProblems) problems = hw_problems_new ();
      g_autoptr (GError) error = NULL;

      g_assert_null (hw_questionnaire_new_from_path (path, problems, &error));
      g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL);
      g_assert_true (g_str_has_prefix (error->message, "“"));
      remove_folder (folder);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sources/one-csv", test_one_csv);
  g_test_add_func ("/sources/one-csv-places", test_one_csv_places);
  g_test_add_func ("/sources/attached", test_attached);
  g_test_add_func ("/sources/no-questionnaire", test_no_questionnaire);
  return g_test_run ();
}
