/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "base/csv-writer.h"
#include "sheets.h"
#include "tests/base/book.h"

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
    { "survey,,\n,type,name,label\n,integer,a,A\nremark,integer,b,B\n,integer,c,C\n",
      "form.csv, survey, row 4, column A: Text in the first column begins a sheet, and “remark” is not "
      "one. Empty this cell.\n" },
    { "survey,,\n,type,name,label\n,integer,a,A\nSurvey,,\n, Type,name,label,\n,integer,b,B\n",
      "advice: form.csv, survey, row 4, column A: The sheet “survey” begins here a second time. Its "
      "rows are added to the first ones; other programs may lose those. Put both together.\n" },
    { "survey,,\n,type,name,label\n,integer,a,A\nsurvey,type,name,hint\n,integer,b,B\n",
      "advice: form.csv, survey, row 4, column A: The sheet “survey” begins here a second time. Its "
      "rows are added to the first ones; other programs may lose those. Put both together.\n"
      "form.csv, survey, row 4, column A: This sheet began before with other headings. Put all its "
      "rows under the same headings.\n" },
    { "survey,,\n,type,name,label\n,integer,a,\"A\n",
      "form.csv:3:4: A quotation mark that is opened in this row is never closed.\n" },
    { "choices,,\n,list_name,name,label\n,yn,1,Yes\n",
      "form.csv: The sheet “survey” is missing. It holds the questions.\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *told = NULL;
      g_autoptr (HwQuestionnaire) questionnaire = read_one ("form.csv", rows[i].form, &told);

      g_assert_cmpstr (told, ==, rows[i].told);
      g_assert_cmpint (questionnaire != NULL, ==,
                       g_str_has_prefix (told, "advice") && strstr (told, "\nform.csv") == NULL);
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

/* What is said about a workbook, and whether it can be used. */
static char *
check_book (const char *name,
            const char *const *sheets,
            gboolean *good)
{
  g_autoptr (GBytes) bytes = book_of_texts (sheets);
  g_autofree char *folder = g_dir_make_tmp ("form-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (HwProblems) problems = hw_problems_new ();
  g_autoptr (HwQuestionnaire) read = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  g_assert_true (g_file_set_contents (path, data, (gssize) length, NULL));
  read = hw_questionnaire_new_from_path (path, problems, &error);
  *good = read != NULL;
  remove_folder (folder);
  return error != NULL ? g_strdup (error->message) : dup_problems (problems);
}

#define QUESTION "type|name|label\ninteger|a|A"

/* Blanks and marks that a spreadsheet program put there, and what may not be touched. */
static void
test_clean (void)
{
  static const struct
  {
    const char *type;
    const char *label;
    const char *relevant;
    const char *expected_label;
    const char *expected_relevant;
  } rows[] = {
    { "\xc2\xa0integer ", " A  b\n c\xc2\xa0", "${a} \xc2\xa0> 1", "A b\n c", "${a} > 1" },
    { "integer", "Who’s “he”?\xc2\xa0!", "${a} = ‘x’ or ${a}=”y”", "Who’s “he”?\xc2\xa0!",
      "${a} = 'x' or ${a}=\"y\"" },
    { "integer", "l", "${a} != “it’s ‘so’”", "l", "${a} != \"it’s ‘so’\"" },
    { "integer", "l", "${a} != 'it’s “so”'", "l", "${a} != 'it’s “so”'" },
    { "integer", "l", "concat('it’s', ’a’) != ''", "l", "concat('it’s', 'a') != ''" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GString *text = g_string_new (NULL);
      g_autoptr (HwCsvWriter) writer = hw_csv_writer_new_string (text);
      g_autoptr (HwQuestionnaire) read = NULL;
      const char *cells[] = { "type", "name", "label", "relevant", NULL,
                              "text", "a", "A", "", NULL,
                              rows[i].type, "b\xc2\xa0", rows[i].label, rows[i].relevant, NULL };
      HwQuestion *question;

      for (guint k = 0; k < G_N_ELEMENTS (cells); k++)
        if (cells[k] != NULL)
          hw_csv_writer_add (writer, cells[k]);
        else
          hw_csv_writer_end_row (writer, NULL);
      read = read_clean (text->str, NULL, NULL);
      question = hw_questionnaire_find (read, "b");
      g_assert_cmpstr (hw_question_get_label (question, NULL), ==, rows[i].expected_label);
      g_assert_cmpstr (hw_expression_get_text (hw_question_get_relevant (question)), ==,
                       rows[i].expected_relevant);
      g_string_free (text, TRUE);
    }
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (HwQuestionnaire) read
          = read_clean ("type,name,label\ninteger,a,A  b\n", NULL,
                        i == 0 ? "\nclean_text_values\n\nyes\n" : "clean_text_values\nno\n");

      g_assert_cmpstr (hw_question_get_label (hw_questionnaire_find (read, "a"), NULL), ==,
                       i == 0 ? "A b" : "A  b");
    }
}

static void
test_workbook (void)
{
  static const struct
  {
    const char *name;
    const char *sheets[7];
    gboolean good;
    const char *told;
  } rows[] = {
    { "form.xlsx", { "survey", QUESTION, NULL }, TRUE, "" },
    /* Names of sheets and headings are taken as people write them, and names of files lie. */
    { "form.xls",
      { " SURVEY\xc2\xa0", " Type |NAME|Label\nselect_one yn|a|A", "Choices",
        "List Name|Name|Label\nyn|1|Yes", NULL },
      TRUE, "" },
    { "form.xlsx", { "Tabelle1", QUESTION, NULL }, TRUE, "" },
    { "form.xlsx", { "survey", QUESTION, "_notes", "x", "notes", "y", NULL }, TRUE,
      "advice: form.xlsx, notes: The sheet “notes” is not known and not read.\n" },
    { "form.xlsx", { "survey", QUESTION, "chioces", "x", NULL }, TRUE,
      "advice: form.xlsx, chioces: The sheet “chioces” is not known and not read; did you mean "
      "“choices”?\n" },
    { "form.xlsx", { "survey", QUESTION, "Survey", QUESTION, NULL }, TRUE,
      "advice: form.xlsx, Survey: The workbook has a sheet “survey” already, and this one is not "
      "read.\n" },
    { "form.xlsx", { "notes", QUESTION, "more", "x", NULL }, FALSE,
      "form.xlsx: The sheet “survey” is missing. It holds the questions.\n"
      "advice: form.xlsx, more: The sheet “more” is not known and not read.\n"
      "advice: form.xlsx, notes: The sheet “notes” is not known and not read.\n" },
    /* The row is that of the author, with a heading below blank rows and lines inside of cells. */
    { "form.xlsx", { "survey", "\n\ntype|name|label||hint\ninteger|a|A&\n\ninteger||B", NULL }, FALSE,
      "form.xlsx, survey, row 6, column B: This row (“integer”) has no name. Every question, group "
      "and repeat needs one.\n" },
    { "form.xlsx", { "survey", QUESTION "||||note", NULL }, TRUE,
      "advice: form.xlsx, survey, row 2, column G: This cell stands to the right of the last heading "
      "and is not read. Put a heading above it, or empty it.\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gboolean good;
      g_autofree char *told = check_book (rows[i].name, rows[i].sheets, &good);

      g_assert_cmpstr (told, ==, rows[i].told);
      g_assert_cmpint (good, ==, rows[i].good);
    }
}

static void
test_workbook_ends (void)
{
  g_autoptr (GString) sheet = g_string_new (QUESTION);
  const char *sheets[] = { "survey", NULL, NULL };
  g_autofree char *nothing = NULL;
  g_autofree char *told = NULL;
  gboolean good;

  for (guint i = 0; i < 60; i++)
    g_string_append_c (sheet, '\n');
  sheets[1] = sheet->str;
  g_string_append (sheet, "\ninteger|b|B");
  nothing = check_book ("form.xlsx", sheets, &good);
  g_assert_cmpstr (nothing, ==, "");
  g_string_assign (sheet, QUESTION);
  for (guint i = 0; i < 61; i++)
    g_string_append_c (sheet, '\n');
  g_string_append (sheet, "\nno type|b|B");
  told = check_book ("form.xlsx", sheets, &good);
  g_assert_cmpstr (told, ==,
                   "advice: form.xlsx, survey, row 64: What stands from here on is not read, because "
                   "more than 60 blank rows come before it. Take the blank rows out, or what follows "
                   "them.\n");
  g_assert_true (good);
}

static void
test_encodings (void)
{
  static const struct
  {
    const char *form;
    gsize length;
    const char *label;
    gboolean advice;
  } rows[] = {
    { "survey,,\n,type,name,label\n,integer,a,A\xf1o \x80\n", 0, "Año €", TRUE },
    { "\xef\xbb\xbfsurvey;;\r\n;type;name;label\r\n;integer;a;A\xc3\xb1o, si\r\n", 0, "Año, si",
      FALSE },
    { "survey\n\ttype\tname\tlabel\n\tinteger\ta\tA; b, c\n", 0, "A; b, c", FALSE },
    { "survey,,\r,type,name,label\r,integer,a,A\r", 0, "A", FALSE },
    { "\xff\xfes\0u\0r\0v\0e\0y\0,\0\n\0,\0t\0y\0p\0e\0,\0n\0a\0m\0e\0,\0l\0a\0b\0e\0l\0\n\0,\0"
      "d\0a\0t\0e\0,\0a\0,\0\xf1\0\n\0", 72, "ñ", FALSE },
    { "type,name,label\ninteger,a,alone\n", 0, "alone", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *folder = g_dir_make_tmp ("form-XXXXXX", NULL);
      g_autofree char *path = g_build_filename (folder, "my form.csv", NULL);
      gsize length = rows[i].length > 0 ? rows[i].length : strlen (rows[i].form);
      g_autoptr (HwProblems) problems = hw_problems_new ();
      g_autoptr (HwQuestionnaire) read = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *told = NULL;

      g_assert_true (g_file_set_contents (path, rows[i].form, (gssize) length, NULL));
      read = hw_questionnaire_new_from_path (path, problems, &error);
      g_assert_no_error (error);
      told = dup_problems (problems);
      g_assert_cmpint (g_str_has_prefix (told, "advice: "), ==, rows[i].advice);
      g_assert_nonnull (read);
      g_assert_cmpstr (hw_question_get_label (hw_questionnaire_find (read, "a"), NULL), ==,
                       rows[i].label);
      remove_folder (folder);
    }
}

/* What is wrong in an attached file is told with its place; other encodings are read. */
static void
test_attached_faults (void)
{
  static const struct
  {
    const char *text;
    const char *told;
    const char *label;
  } rows[] = {
    { "name,label\n1,Mu\xf1oz\n",
      "advice: places.csv: The file is not UTF-8 and was read as windows-1252. Look whether accented "
      "letters are right, and save it as “CSV UTF-8” to be sure.\n",
      "Muñoz" },
    { "name;label\n1;\"One\n", "places.csv:2:2: A quotation mark that is opened in this row is never "
                               "closed.\n", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *folder = g_dir_make_tmp ("form-XXXXXX", NULL);
      g_autofree char *survey = write_file (folder, "survey.csv",
                                            "type,name,label\nselect_one_from_file places.csv,a,A\n");
      g_autofree char *places = write_file (folder, "media/places.csv", rows[i].text);
      g_autoptr (HwProblems) problems = hw_problems_new ();
      g_autoptr (HwQuestionnaire) read = hw_questionnaire_new_from_path (folder, problems, NULL);
      g_autofree char *told = dup_problems (problems);

      g_assert_cmpstr (told, ==, rows[i].told);
      g_assert_cmpint (read != NULL, ==, rows[i].label != NULL);
      if (read != NULL)
        g_assert_cmpstr (hw_dataset_get (hw_questionnaire_get_dataset (read, "places"), 0, 1), ==,
                         rows[i].label);
      remove_folder (folder);
    }
}

/* A large table is read and looked up in no time. */
static void
test_large_dataset (void)
{
  g_autoptr (GString) text = g_string_new ("name,label,district\n");
  g_autoptr (HwProblems) problems = hw_problems_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (HwDataset) dataset = NULL;
  const guint *found;
  guint n;

  for (guint i = 0; i < 100000; i++)
    g_string_append_printf (text, "%u,Village %u,d%u\n", i, i, i % 500);
  bytes = g_bytes_new (text->str, text->len);
  dataset = hw_dataset_new ("villages.csv", bytes, problems);
  g_assert_cmpuint (hw_dataset_get_n_rows (dataset), ==, 100000);
  found = hw_dataset_lookup (dataset, 2, "d7", &n);
  g_assert_cmpuint (n, ==, 200);
  for (guint i = 0; i < n; i++)
    g_assert_cmpuint (found[i], ==, 7 + 500 * i);
  found = hw_dataset_lookup (dataset, 0, "99999", &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (found[0], ==, 99999);
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
    { "form.xls", "<html>" },
    { "form.xlsx", "PK\3\4_rels/.rels" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *folder = g_dir_make_tmp ("form-XXXXXX", NULL);
      g_autofree char *path = write_file (folder, rows[i].name, rows[i].text);
      g_autoptr (HwProblems) problems = hw_problems_new ();
      g_autoptr (GError) error = NULL;

      g_assert_null (hw_questionnaire_new_from_path (path, problems, &error));
      g_assert_nonnull (error);
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
  g_test_add_func ("/sources/clean", test_clean);
  g_test_add_func ("/sources/workbook", test_workbook);
  g_test_add_func ("/sources/workbook-ends", test_workbook_ends);
  g_test_add_func ("/sources/encodings", test_encodings);
  g_test_add_func ("/sources/attached-faults", test_attached_faults);
  g_test_add_func ("/sources/large-dataset", test_large_dataset);
  g_test_add_func ("/sources/no-questionnaire", test_no_questionnaire);
  return g_test_run ();
}
