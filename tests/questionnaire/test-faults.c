/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#include "sheets.h"

#define CHOICES "list_name,name,label\nyn,1,Yes\nyn,2,No\nab,a b,A and B\n"

/* A survey whose only fault, or only advice, is the one expected. */
static const struct
{
  const char *survey;
  const char *expected;
} rows[] = {
  { "type,name,label\ninteger,,A\n", "survey.csv:2:2: This row (“integer”) has no name. Every "
                                     "question, group and repeat needs one." },
  { "type,name,label\n,a,A\n",
    "survey.csv:2:1: “a” has no type. Write one, such as integer, text or select_one." },
  { "name,label\na,A\n",
    "survey.csv:1: The sheet has no column “type”. Put that heading into its first row." },
  { "type,label\ntext,A\n",
    "survey.csv:1: The sheet has no column “name”. Put that heading into its first row." },
  { "", "survey.csv:1: The sheet is empty. Its first row has the headings, “type”, “name”, “label” "
        "and so on." },
  { "type,name,label\n,,\n", "survey.csv: The sheet has no question." },
  { "type,name,label\nselect_one,a,A\n",
    "survey.csv:2:1: “select_one” does not say from which list. Write “select_one” and the name of "
    "a list of the choices sheet." },
  { "type,name,label\nselect_one ny,a,A\n",
    "survey.csv:2:1: The choices sheet has no list “ny”; did you mean “yn”?" },
  { "type,name,label\nselect_one provinces,a,A\n",
    "survey.csv:2:1: The choices sheet has no list “provinces”." },
  { "type,name,label\nselect_one ${m},a,A\n",
    "survey.csv:2:1: “type” names ${m}, which is not in this questionnaire." },
  { "type,name,label\nselect_multiple ab,a,A\n",
    "survey.csv:2:1: The list “ab” has the choice “a b”. Several choices are stored with blanks "
    "between them, so their names cannot hold one." },
  { "type,name,label\ngeotrace,a,A\n",
    "advice: survey.csv:2:1: Homeward cannot ask a question of the type “geotrace” and leaves it "
    "empty. A line on a map; ask for a geopoint or attach a file with the line." },
  { "type,name,label\nintegr,a,A\n",
    "survey.csv:2:1: “integr” is not a type of question; did you mean “integer”?" },
  { "type,name,label\nbegn group,a,A\n",
    "survey.csv:2:1: “begn group” is not a type of question; did you mean “begin_group”?" },
  { "type,name,label\nhologram,a,A\n", "survey.csv:2:1: “hologram” is not a type of question, such "
                                       "as integer, select_one or begin_group." },
  { "type,name,label\nbegin_group,g,G\ntext,a,A\n",
    "survey.csv:2:1: The group “g” begins here and never ends. Add a row “end_group” after its "
    "last question." },
  { "type,name,label\nbegin_repeat,g,G\ntext,a,A\n",
    "survey.csv:2:1: The repeat “g” begins here and never ends. Add a row “end_repeat” after its "
    "last question." },
  { "type,name,label\ntext,a,A\nend_group,,\n",
    "survey.csv:3:1: “end_group” stands here, but no group is open. Take the row out or add the "
    "“begin_group” that is missing." },
  { "type,name,label\nbegin_repeat,r,R\ntext,a,A\nend_group,,\ntext,b,B\n",
    "survey.csv:4:1: “end_group” stands here, but what is open is the repeat “r” of line 2. It "
    "ends with “end_repeat”." },
  { "type,name,label\nbegin_repeat,r,R\nbegin_group,g,G\ntext,a,A\nend_repeat,,\n",
    "survey.csv:5:1: “end_repeat” stands here, but what is open is the group “g” of line 3. It "
    "ends with “end_group”." },
  { "type,name,label\nbegin_group,g,G\ntext,a,A\nend_group,h,\n",
    "advice: survey.csv:4:2: This row names “h”, but what it ends is “g” of line 2." },
  { "type,name,label\ntext,meta,A\n",
    "survey.csv:2:2: The name “meta” is kept for the program itself. Choose another one." },
  { "type,name,label\nbegin_repeat,data,R\ntext,a,A\nend_repeat,,\n",
    "survey.csv:2:2: A repeat cannot be called “data”, which is the name of the whole interview. "
    "Choose another one." },
  { "type,name,label\nbegin_group,g,G\nend_group,,\ntext,a,A\n",
    "advice: survey.csv:2:2: “g” has nothing in it." },
  { "type,name,label,repeat_count\nbegin_group,g,G,3\ntext,a,A,\nend_group,,,\n",
    "advice: survey.csv:2:4: “repeat_count” belongs to a repeat, and this is a row of the type "
    "“begin_group”." },
  { "type,name,label,calculation\ncalculate,a,,\n",
    "survey.csv:2:4: “a” is to be calculated, and its “calculation” is empty." },
  { "type,name,label,calculation\ncalculate,a,,${a}\n",
    "survey.csv:2:4: What is computed here depends on itself: “a” needs “a” (calculation, row "
    "2)." },
  { "type,name,label,relevant\ntext,a,A,${b} = '1'\ntext,b,B,${a} = '1'\n",
    "survey.csv:2:4: What is computed here depends on itself: “a” needs “b” (relevant, row 2), "
    "“b” needs “a” (relevant, row 3)." },
  { "type,name,label,relevant\nbegin_group,g,G,${a} = '1'\ntext,a,A,\nend_group,,,\n",
    "survey.csv:2:4: What is computed here depends on itself: “g” needs “a” (relevant, row 2), "
    "“a” lies in “g”." },
  { "type,name,label,relevant\ntext,a,A,${bb} = 1 and ${cc} = 1\n",
    "survey.csv:2:4: “relevant” names ${bb}, which is not in this questionnaire.\nsurvey.csv:2:4: "
    "“relevant” names ${cc}, which is not in this questionnaire." },
  { "type,name,label,relevant\ntext,first,A,${zzz} = 1\n",
    "survey.csv:2:4: “relevant” names ${zzz}, which is not in this questionnaire." },
  { "type,name,label,relevant\ntext,a,A,\ntext,b,B,${a} = yes\n",
    "survey.csv:3:4: “yes” is a bare word; a text stands in quotation marks, as in 'yes'. "
    "(character 8)" },
  { "type,name,label\ntext,first,Hello ${secnd}\ntext,second,B\n",
    "survey.csv:2:3: “label” names ${secnd}, which is not in this questionnaire; did you mean "
    "${second}?" },
  { "type,name,label,required\nnote,a,A,yes\n",
    "advice: survey.csv:2:4: “required” has no effect on a row of the type “note”." },
  { "type,name,label,choice_filter\ntext,a,A,name = 1\n",
    "advice: survey.csv:2:4: “choice_filter” has no effect on a row of the type “text”." },
  { "type,name,label,default\ninteger,a,A,many\n",
    "advice: survey.csv:2:4: The default “many” is not an answer to a question of the type “integer”, and "
    "is left out." },
  { "type,name,label,default\nselect_one yn,a,A,3\n",
    "advice: survey.csv:2:4: The default “3” is not an answer to a question of the type “select_one”, and "
    "is left out." },
  { "type,name,label,default\ndate,a,A,31/12/2025\n",
    "advice: survey.csv:2:4: The default “31/12/2025” is not an answer to a question of the type “date”, and "
    "is left out." },
  { "type,name,label,exclusive\nselect_multiple yn,a,A,1 3\n",
    "survey.csv:2:4: “3” is not a choice of the list “yn”, so it cannot stand alone." },
  { "type,name,label,exclusive\nselect_one yn,a,A,1\n",
    "advice: survey.csv:2:4: “exclusive” has an effect on select_multiple only." },
  { "type,name,label,missing\ninteger,a,A,unknown:98\n",
    "survey.csv:2:4: “unknown” is not a kind of missing. There are dont-know, refused and "
    "not-applicable." },
  { "type,name,label,missing\ninteger,a,A,refused:\n",
    "survey.csv:2:4: No code follows “refused:”. Write, for example, “refused:98”, or the kind "
    "without a colon." },
  { "type,name,label,missing\ninteger,a,A,refused:99 refused:98\n",
    "survey.csv:2:4: “refused” stands here twice." },
  { "type,name,label,missing\ninteger,a,A,refused:99 dont-know:99\n",
    "survey.csv:2:4: The code “99” stands for two kinds of missing." },
  { "type,name,label,missing\ninteger,a,A,98/99\n",
    "advice: survey.csv:2:4: “98/99” does not say which kind of missing it is, and is not read. "
    "Write, for example, “dont-know:98 refused:99”." },
  { "type,name,label,soft_check\ninteger,a,A,end before start; under 10 minutes\n",
    "advice: survey.csv:2:4: This soft check is a remark, not an expression, and is not checked. "
    "Write what is expected, for example “. <= 20”." },
  { "type,name,label,bind::type,calculation\ncalculate,a,A,money,1\n",
    "advice: survey.csv:2:4: “money” is not a type of value and is taken for a text. Write int, "
    "decimal, string, date or dateTime." },
  { "type,name,label,tier\ntext,a,A,first\n",
    "advice: survey.csv:2:4: “first” is not a tier from 1 to 9; it is taken for 1." },
  { "type,name,label,relevent\ntext,a,A,\n", "advice: survey.csv:1:4: The column “relevent” is not "
                                             "known and not read; did you mean “relevant”?" },
  { "type,name,label,who wrote it\ntext,a,A,\n",
    "advice: survey.csv:1:4: The column “who wrote it” is not known and not read." },
  { "type,name,label,body::accuracyThreshold\ntext,a,A,\n",
    "advice: survey.csv:1:4: Homeward does not use the column “body::accuracyThreshold”. An "
    "attribute for another program." },
  { "type,name,label,caption\ntext,a,A,\n",
    "survey.csv:1:4: The column “label” stands here a second time, and nobody can know which of "
    "the two counts. Rename one or take it out." },
  { "type,name,label\ntext,a,\n",
    "survey.csv:2:3: “a” has no label, so nobody can read what is asked." },
  { "type,name,label\naudit,inspection,\ntext,a,A\n",
    "survey.csv:2:2: A row of the type “audit” has the name “audit”, or none." },
  { "type,name,label\ntext,a,\"A\ntext,b,B\n",
    "survey.csv:2:3: A quotation mark that is opened in this row is never closed." },
};

static void
test_single (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (HwProblems) problems = hw_problems_new ();
      g_autoptr (HwQuestionnaire) questionnaire
          = read_sheets (rows[i].survey, CHOICES, NULL, problems);
      g_autofree char *expected = g_strconcat (rows[i].expected, "\n", NULL);
      g_autofree char *told = dup_problems (problems);

      g_test_message ("%s", rows[i].survey);
      g_assert_cmpstr (told, ==, expected);
      g_assert_true ((questionnaire != NULL) == g_str_has_prefix (rows[i].expected, "advice"));
    }
}

static void
test_choices_and_settings (void)
{
  static const char survey[] = "type,name,label\n"
                               "select_one yn,a,A\n"
                               "begin_repeat,r,R\ninteger,k,K\nend_repeat,,\n";
  static const char choices[] = "list_name,name,label\nyn,1,Yes\nyn,1,Si\nyn,,No\n,5,Five\n";
  static const char settings[] = "form_id,weigth,stratum,psu,fpc,case_id,level\n"
                                 "f,x,k,r,z a,aa,9\n";
  g_autoptr (HwProblems) problems = hw_problems_new ();
  g_autoptr (HwQuestionnaire) questionnaire = read_sheets (survey, choices, settings, problems);
  g_autofree char *told = dup_problems (problems);

  g_assert_null (questionnaire);
  g_assert_cmpstr (
      told, ==,
      "choices.csv:3:2: The list “yn” has a choice “1” already. Give each choice a name of its "
      "own.\n"
      "choices.csv:4:2: A choice of the list “yn” has no name. Its name is the code that is "
      "stored.\n"
      "advice: choices.csv:5:1: The choice “5” is in no list. Write the name of its list into "
      "“list_name”.\n"
      "advice: settings.csv:1:2: The setting “weigth” is not known; did you mean “weight”?\n"
      "settings.csv:2:3: “stratum” names “k”, which is asked in each row of “r”. It must be asked "
      "once a "
      "household.\n"
      "settings.csv:2:4: “psu” names “r”, which is a repeat and has no answer.\n"
      "settings.csv:2:5: “fpc” names “z”, which is not in this questionnaire.\n"
      "settings.csv:2:5: “fpc” takes the name of one question, and here are 2.\n"
      "settings.csv:2:6: “case_id” names “aa”, which is not in this questionnaire; did you mean "
      "“a”?\n"
      "settings.csv:2:7: “9” cannot be the name of a level. A name begins with a letter or “_” and "
      "goes "
      "on with letters, digits, “_”, “-” and “.”.\n");
}

/* What a command prints, and its exit status. */
static char *
run_command (const char *command,
             const char *argument,
             const char *format,
             int expected_status)
{
  g_autofree char *option = g_strconcat ("--format=", format, NULL);
  const char *argv[] = { g_getenv ("HOMEWARD_CLI"), command, option, argument, NULL };
  g_autoptr (GError) error = NULL;
  char *printed = NULL;
  int status;

  g_spawn_sync (NULL, (char **)argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &printed, NULL, &status,
                &error);
  g_assert_no_error (error);
  if (expected_status == 0)
    g_assert_true (g_spawn_check_wait_status (status, NULL));
  else
    {
      g_assert_false (g_spawn_check_wait_status (status, &error));
      g_assert_error (error, G_SPAWN_EXIT_ERROR, expected_status);
    }
  return printed;
}

static char *
run_check (const char *folder,
           const char *format,
           int expected_status)
{
  return run_command ("check", folder, format, expected_status);
}

/* Through the command, so that its lines, its last line and its exit status are tested as well. */
static void
test_ten_faults (void)
{
  g_autofree char *folder
      = g_test_build_filename (G_TEST_DIST, "questionnaire", "ten-faults", NULL);
  g_autofree char *file = g_build_filename (folder, "expected.txt", NULL);
  g_autofree char *printed = run_check (folder, "text", 1);
  g_autofree char *expected = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (file, &expected, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (printed, ==, expected);
}

static void
test_formats (void)
{
  static const char survey[] = "type,name,label,note\ntext,a,\"A\"\nText,b,B,\n";
  g_autofree char *folder = g_dir_make_tmp ("homeward-check-XXXXXX", NULL);
  g_autofree char *file = g_build_filename (folder, "survey.csv", NULL);
  g_autofree char *text = NULL;
  g_autofree char *csv = NULL;
  g_autofree char *json = NULL;
  g_autofree char *nothing = NULL;

  g_assert_true (g_file_set_contents (file, survey, -1, NULL));
  text = run_check (folder, "text", 0);
  csv = run_check (folder, "csv", 0);
  json = run_check (folder, "json", 0);
  nothing = run_check (folder, "xml", 2);
  g_assert_cmpstr (text, ==,
                   "Sheets and rows\n"
                   "survey.csv:1:4: advice: The column “note” is not known and not read.\n"
                   "survey.csv:3:1: advice: “Text” is read as “text”. Other programs want small "
                   "letters.\n\n"
                   "0 faults. 2 pieces of advice.\n");
  g_assert_cmpstr (csv, ==,
                   "code,severity,file,sheet,line,column,cell,question,lines,message\r\n"
                   "unknown-column,advice,survey.csv,\"\",1,4,D1,\"\",\"\",The column “note” is not "
                   "known and not read.\r\n"
                   "odd-type,advice,survey.csv,\"\",3,1,A3,b,\"\",“Text” is read as “text”. Other "
                   "programs want small letters.\r\n");
  g_assert_cmpstr (
      json, ==,
      "[\n"
      "  {\"code\": \"unknown-column\", \"severity\": \"advice\", \"file\": \"survey.csv\", "
      "\"sheet\": null, \"line\": 1, \"column\": 4, \"cell\": \"D1\", \"question\": null, "
      "\"lines\": null, \"message\": \"The column “note” is not known and not read.\"},\n"
      "  {\"code\": \"odd-type\", \"severity\": \"advice\", \"file\": \"survey.csv\", "
      "\"sheet\": null, \"line\": 3, \"column\": 1, \"cell\": \"A3\", \"question\": \"b\", "
      "\"lines\": null, \"message\": \"“Text” is read as “text”. Other programs want small "
      "letters.\"}\n"
      "]\n");
  g_assert_cmpstr (nothing, ==, "");
  g_assert_cmpint (g_unlink (file), ==, 0);
  g_free (nothing);
  nothing = run_check (folder, "text", 2);
  g_assert_cmpstr (nothing, ==, "");
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* What helps with a finding: the codes, and the words that a questionnaire may have. */
static void
test_help (void)
{
  g_autofree char *one = run_command ("explain", "never-true", "csv", 0);
  g_autofree char *all = run_command ("explain", NULL, "csv", 0);
  g_autofree char *none = run_command ("explain", "no-such-code", "csv", 2);
  g_autofree char *words = run_command ("columns", NULL, "csv", 0);

  g_assert_cmpstr (one, ==,
                   "code,severity,subject,explanation,wrong,right\r\n"
                   "never-true,advice,Skips and checks,A condition that no answers can make true.,"
                   "${sex} = 1 and ${sex} = 2,${sex} = 1 or ${sex} = 2\r\n");
  g_assert_nonnull (strstr (all, "\r\nunquoted-word,fault,Expressions,"));
  g_assert_nonnull (strstr (all, "\r\nmissing-translation,advice,Texts and languages,"));
  g_assert_cmpstr (none, ==, "");
  g_assert_nonnull (strstr (words, ",soft_check,homeward,"));
  g_assert_nonnull (strstr (words, ",constraint,used,"));
  g_assert_nonnull (strstr (words, ",geotrace,replaced,"));
  g_assert_nonnull (strstr (words, ",indexed-repeat(),used,"));
  g_assert_null (strstr (words, "hw-nth"));
}

static void
test_not_there (void)
{
  g_autoptr (HwProblems) problems = hw_problems_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (hw_questionnaire_new_from_path ("/nowhere/at/all", problems, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_assert_cmpuint (hw_problems_get_length (problems), ==, 0);
  g_assert_null (read_sheets (NULL, NULL, NULL, problems));
  g_assert_cmpuint (hw_problems_count (problems, HW_PROBLEM_ERROR), ==, 1);
}

/* A sheet that was cut off anywhere is read or refused with a reason, and never worse. */
static void
test_cut_off (void)
{
  g_autofree char *folder
      = g_test_build_filename (G_TEST_DIST, "questionnaire", "ten-faults", NULL);
  g_autofree char *file = g_build_filename (folder, "survey.csv", NULL);
  g_autofree char *text = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (file, &text, &length, NULL));
  while (length > 0)
    {
      g_autoptr (HwProblems) problems = hw_problems_new ();
      g_autoptr (HwQuestionnaire) questionnaire = NULL;

      text[--length] = '\0';
      questionnaire = read_sheets (text, CHOICES, NULL, problems);
      g_assert_true (questionnaire != NULL || hw_problems_count (problems, HW_PROBLEM_ERROR) > 0);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/faults/single", test_single);
  g_test_add_func ("/faults/choices-and-settings", test_choices_and_settings);
  g_test_add_func ("/faults/ten", test_ten_faults);
  g_test_add_func ("/faults/formats", test_formats);
  g_test_add_func ("/faults/help", test_help);
  g_test_add_func ("/faults/not-there", test_not_there);
  g_test_add_func ("/faults/cut-off", test_cut_off);
  return g_test_run ();
}
