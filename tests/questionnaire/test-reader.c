/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "sheets.h"

/* Headings in other letters, old names, blank rows and stray blanks, as forms of the field have
 * them. */
static const char survey[]
    = " Type ,NAME,label::English (en),label::Français (fr),hint::English (en),Guidance "
      "Hint::English "
      "(en),required,requiredMsg::English (en),bind:relevant,constraint,constraint message::English "
      "(en),calculate,default,readonly,choice "
      "filter,count,bind:type,appearance,disabled,number,section,"
      "soft_check,soft_message::English (en),missing,tier,universe,unit::English "
      "(en),exclusive,identifying\n"
      "start,begun,,,,,,,,,,,,,,,,,,,,,,,,,,,\n"
      "begin group,g_a,Cover,,,,,,,,,,,,,,,field-list,,,A,,,,,,,,\n"
      "integer, hhsize ,How many live here?,Combien vivent ici ?,Count the children,All of "
      "them,yes,We need "
      "it,,. >= 1,At least ${begun},,,,,,,numbers,,A39,A,. <= 20,So many?,dont-know:98 "
      "refused:99,2,HH,persons,,\n"
      ",,,,,,,,,,,,,,,,,,,,,,,,,,,,\n"
      "text,phone,Phone,Téléphone,,,${hhsize} > 1,,,,,,,,,,,,,,,,,none,,,,,yes\n"
      "end group,,,,,,,,,,,,,,,,,,,,,,,,,,,,\n"
      "begin repeat,member,Member,,,,,,${hhsize} > 0,,,,,,,${hhsize},,,,,,,,,,,,,\n"
      "text,mname,Name of ${hhsize},Nom,Ask ${phone},,TRUE,,,,,,,,,,,,,,,,,,,,,,\n"
      "select one yn,mhome,At home?,À la maison ?,,,false,,,,,,1,,,,,,,,,,,,,,,,\n"
      "select_multiple lang,mlang,Languages,Langues,,,,,,,,,eng fra,,area = "
      "${mhome},,,,,,,,,,,,,none,\n"
      "select one from lang or_other,mbest,Best,Meilleure,,,,,,,,,,,,,,,,,,,,,,,,,\n"
      "begin repeat,job,Job,,,,,,,,,,,,,,,,,,,,,,,,,,\n"
      "decimal,jpay,Pay,Salaire,,,,,,,,,,,,,,,,,,,,,,,,,\n"
      "calculate,jyear,,,,,,,,,,${jpay} * 12,,,,,decimal,,,,,,,,,,,,\n"
      "end repeat,,,,,,,,,,,,,,,,,,,,,,,,,,,,\n"
      "end repeat,,,,,,,,,,,,,,,,,,,,,,,,,,,,\n"
      "text,gone,Gone,Parti,,,,,,,,,,,,,,,yes,,,,,,,,,,\n"
      "date,visit,Visit,Visite,,,,,,,,,today(),,,,,,,,,,,,,,,,\n"
      "calculate,due,,,,,,,,,,${visit} + 7,,,,,date,,,,,,,,,,,,\n"
      "text,seen,Seen,Vu,,,,,,,,,it's,TRUE,,,,,,,,,,,,,,,\n"
      "note,thanks,Thanks,Merci,,,,,,,,,,,,,,,,,,,,,,,,,\n";
static const char choices[] = "List Name,name,label::English (en),label::Français (fr),area\n"
                              "yn,1,Yes,Oui,\nyn,2,No,Non,\n\n"
                              "lang,eng,English,Anglais,1\nlang,fra,French,,2\nlang,none,None,,1\n";
static const char settings[]
    = "Form ID,form_title::English (en),version,default_language,level,case id\n"
      "demo,A demo,7,en,dwelling,hhsize phone\n";

/* It is read as it is meant, and told is only what other programs would not read so. */
static HwQuestionnaire *
read_form (void)
{
  g_autoptr (HwProblems) problems = hw_problems_new ();
  HwQuestionnaire *questionnaire = read_sheets (survey, choices, settings, problems);
  g_autofree char *told = dup_problems (problems);

  g_assert_cmpstr (told, ==,
                   "advice: survey.csv:1:9: “bind:relevant” has one colon where other columns have "
                   "two, and other programs will not know it. Write “::”.\n"
                   "advice: survey.csv:1:17: “bind:type” has one colon where other columns have "
                   "two, and other programs will not know it. Write “::”.\n"
                   "advice: survey.csv:12:1: What “or_other” adds is not translated. Write the "
                   "choice “other” and its text yourself.\n");
  g_assert_nonnull (questionnaire);
  return questionnaire;
}

static HwQuestion *
find (HwQuestionnaire *questionnaire,
      const char *name)
{
  HwQuestion *question = hw_questionnaire_find (questionnaire, name);

  if (question == NULL)
    g_error ("there is no %s", name);
  return question;
}

static void
test_tree (void)
{
  static const struct
  {
    const char *name;
    HwKind kind;
    const char *parent;
    const char *repeat;
    gboolean answerable;
    HwColumnType type;
  } rows[] = {
    { "begun", HW_KIND_START, "data", NULL, FALSE, HW_COLUMN_TEXT },
    { "g_a", HW_KIND_GROUP, "data", NULL, FALSE, HW_COLUMN_TEXT },
    { "hhsize", HW_KIND_INTEGER, "g_a", NULL, TRUE, HW_COLUMN_INTEGER },
    { "phone", HW_KIND_TEXT, "g_a", NULL, TRUE, HW_COLUMN_TEXT },
    { "member", HW_KIND_REPEAT, "data", NULL, FALSE, HW_COLUMN_TEXT },
    { "mname", HW_KIND_TEXT, "member", "member", TRUE, HW_COLUMN_TEXT },
    { "mhome", HW_KIND_SELECT_ONE, "member", "member", TRUE, HW_COLUMN_INTEGER },
    { "mlang", HW_KIND_SELECT_MULTIPLE, "member", "member", TRUE, HW_COLUMN_TEXT },
    { "mbest", HW_KIND_SELECT_ONE, "member", "member", TRUE, HW_COLUMN_TEXT },
    { "mbest_other", HW_KIND_TEXT, "member", "member", TRUE, HW_COLUMN_TEXT },
    { "job", HW_KIND_REPEAT, "member", "member", FALSE, HW_COLUMN_TEXT },
    { "jpay", HW_KIND_DECIMAL, "job", "job", TRUE, HW_COLUMN_REAL },
    { "jyear", HW_KIND_CALCULATE, "job", "job", FALSE, HW_COLUMN_REAL },
    { "visit", HW_KIND_DATE, "data", NULL, TRUE, HW_COLUMN_TEXT },
    { "due", HW_KIND_CALCULATE, "data", NULL, FALSE, HW_COLUMN_TEXT },
    { "seen", HW_KIND_TEXT, "data", NULL, FALSE, HW_COLUMN_TEXT },
    { "thanks", HW_KIND_NOTE, "data", NULL, FALSE, HW_COLUMN_TEXT },
  };
  g_autoptr (HwQuestionnaire) questionnaire = read_form ();
  HwQuestion *root = hw_questionnaire_get_root (questionnaire);

  g_assert_cmpstr (hw_question_get_name (root), ==, "data");
  g_assert_null (hw_question_get_parent (root));
  g_assert_cmpuint (hw_question_get_line (root), ==, 0);
  g_assert_cmpuint (hw_questionnaire_get_n_questions (questionnaire), ==, G_N_ELEMENTS (rows) + 1);
  g_assert_null (hw_questionnaire_find (questionnaire, "gone"));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      HwQuestion *question = hw_questionnaire_get_question (questionnaire, i + 1);
      HwQuestion *repeat = hw_question_get_repeat (question);

      g_assert_true (question == find (questionnaire, rows[i].name));
      g_assert_cmpuint (hw_question_get_index (question), ==, i + 1);
      g_assert_cmpint (hw_question_get_kind (question), ==, rows[i].kind);
      g_assert_cmpstr (hw_question_get_name (hw_question_get_parent (question)), ==,
                       rows[i].parent);
      g_assert_cmpstr (repeat != NULL ? hw_question_get_name (repeat) : NULL, ==, rows[i].repeat);
      g_assert_true (hw_question_is_answerable (question) == rows[i].answerable);
      g_assert_cmpint (hw_question_get_column_type (question), ==, rows[i].type);
    }
  g_assert_cmpuint (hw_question_get_line (find (questionnaire, "mname")), ==, 9);
  g_assert_true (hw_question_is_date (find (questionnaire, "due")));
  g_assert_false (hw_question_is_date (find (questionnaire, "jyear")));
}

static void
test_columns (void)
{
  g_autoptr (HwQuestionnaire) questionnaire = read_form ();
  HwQuestion *hhsize = find (questionnaire, "hhsize");
  HwQuestion *phone = find (questionnaire, "phone");
  HwQuestion *mlang = find (questionnaire, "mlang");

  g_assert_cmpstr (hw_question_get_label (hhsize, "fr"), ==, "Combien vivent ici ?");
  g_assert_cmpstr (hw_question_get_hint (hhsize, "fr"), ==, "Count the children");
  g_assert_cmpstr (hw_question_get_guidance (hhsize, NULL), ==, "All of them");
  g_assert_cmpstr (hw_question_get_constraint_message (hhsize, "en"), ==, "At least ${begun}");
  g_assert_cmpstr (hw_question_get_required_message (hhsize, "en"), ==, "We need it");
  g_assert_cmpstr (hw_question_get_soft_message (hhsize, "en"), ==, "So many?");
  g_assert_cmpstr (hw_question_get_unit (hhsize, "en"), ==, "persons");
  g_assert_cmpstr (hw_question_get_unit (phone, "en"), ==, "");
  g_assert_cmpstr (hw_question_get_number (hhsize), ==, "A39");
  g_assert_null (hw_question_get_number (phone));
  g_assert_cmpstr (hw_question_get_section (hhsize), ==, "A");
  g_assert_cmpstr (hw_question_get_universe (hhsize), ==, "HH");
  g_assert_cmpstr (hw_question_get_appearance (hhsize), ==, "numbers");
  g_assert_cmpint (hw_question_get_tier (hhsize), ==, 2);
  g_assert_cmpint (hw_question_get_tier (phone), ==, 1);
  g_assert_true (hw_question_is_identifying (phone));
  g_assert_false (hw_question_is_identifying (hhsize));

  g_assert_true (hw_question_is_required (hhsize));
  g_assert_null (hw_question_get_required (hhsize));
  g_assert_false (hw_question_is_required (phone));
  g_assert_nonnull (hw_question_get_required (phone));
  g_assert_true (hw_question_is_required (find (questionnaire, "mname")));
  g_assert_false (hw_question_is_required (find (questionnaire, "mhome")));
  g_assert_true (hw_question_is_read_only (find (questionnaire, "seen")));

  g_assert_cmpuint (hw_question_get_missing (hhsize), ==,
                    HW_MISSING_DONT_KNOW | HW_MISSING_REFUSED);
  g_assert_cmpstr (hw_question_get_missing_code (hhsize, HW_MISSING_DONT_KNOW), ==, "98");
  g_assert_cmpstr (hw_question_get_missing_code (hhsize, HW_MISSING_REFUSED), ==, "99");
  g_assert_null (hw_question_get_missing_code (hhsize, HW_MISSING_NOT_APPLICABLE));
  g_assert_cmpuint (hw_question_get_missing (phone), ==, 0);
  g_assert_cmpuint (hw_question_get_missing (mlang), ==, HW_MISSING_DONT_KNOW | HW_MISSING_REFUSED);
  g_assert_null (hw_question_get_missing_code (mlang, HW_MISSING_REFUSED));
  g_assert_cmpuint (hw_question_get_missing (find (questionnaire, "jyear")), ==, 0);
  g_assert_true (hw_question_is_exclusive (mlang, "none"));
  g_assert_false (hw_question_is_exclusive (mlang, "eng"));
}

static void
test_expressions (void)
{
  static const struct
  {
    const char *name;
    HwExpression *(*get) (HwQuestion *question);
    const char *text;
    const char *xpath;
  } rows[] = {
    { "hhsize", hw_question_get_constraint, ". >= 1", ". >= 1" },
    { "hhsize", hw_question_get_soft_check, ". <= 20", ". <= 20" },
    { "phone", hw_question_get_required, "${hhsize} > 1", "../hhsize > 1" },
    { "member", hw_question_get_relevant, "${hhsize} > 0", "../g_a/hhsize > 0" },
    /* seen from the element around the repeat, not from an instance */
    { "member", hw_question_get_repeat_count, "${hhsize}", "g_a/hhsize" },
    { "jyear", hw_question_get_calculation, "${jpay} * 12", "../jpay * 12" },
    { "mlang", hw_question_get_choice_filter, "area = ${mhome}", "$area = ../mhome" },
    { "mhome", hw_question_get_default, "'1'", "'1'" },
    { "mlang", hw_question_get_default, "'eng fra'", "'eng fra'" },
    { "seen", hw_question_get_default, "\"it's\"", "\"it's\"" },
    { "visit", hw_question_get_default, "today()", "today()" },
    { "mbest_other", hw_question_get_relevant, "selected(../mbest, 'other')",
      "selected(../mbest,'other')" },
  };
  g_autoptr (HwQuestionnaire) questionnaire = read_form ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      HwExpression *expression = rows[i].get (find (questionnaire, rows[i].name));

      g_test_message ("%s: %s", rows[i].name, rows[i].text);
      g_assert_nonnull (expression);
      g_assert_cmpstr (hw_expression_get_text (expression), ==, rows[i].text);
      g_assert_cmpstr (hw_expression_get_xpath (expression), ==, rows[i].xpath);
    }
  g_assert_null (hw_question_get_relevant (find (questionnaire, "hhsize")));
  g_assert_null (hw_question_get_default (find (questionnaire, "mbest_other")));
}

static void
test_templates (void)
{
  g_autoptr (HwQuestionnaire) questionnaire = read_form ();
  HwQuestion *mname = find (questionnaire, "mname");
  HwTemplate *label = hw_question_get_label_template (mname, "en");
  HwTemplate *hint = hw_question_get_hint_template (mname, "fr");

  g_assert_nonnull (label);
  g_assert_cmpstr (hw_template_get_names (label)[0], ==, "hhsize");
  /* The French label has nothing to fill in; the French hint is the English one. */
  g_assert_null (hw_question_get_label_template (mname, "fr"));
  g_assert_nonnull (hint);
  g_assert_cmpstr (hw_template_get_names (hint)[0], ==, "phone");
  g_assert_null (hw_question_get_label_template (find (questionnaire, "hhsize"), "en"));
  g_assert_null (hw_question_get_soft_message_template (find (questionnaire, "hhsize"), "en"));
  label = hw_question_get_constraint_message_template (find (questionnaire, "hhsize"), "en");
  g_assert_nonnull (label);
  g_assert_cmpstr (hw_template_get_names (label)[0], ==, "begun");
}

static void
test_choices (void)
{
  g_autoptr (HwQuestionnaire) questionnaire = read_form ();
  HwChoiceList *yn = hw_question_get_choices (find (questionnaire, "mhome"));
  HwChoiceList *lang = hw_question_get_choices (find (questionnaire, "mlang"));
  HwChoice *fra = hw_choice_list_find (lang, "fra");

  g_assert_cmpstr (hw_choice_list_get_name (yn), ==, "yn");
  g_assert_true (hw_choice_list_is_integer (yn));
  g_assert_false (hw_choice_list_is_integer (lang));
  /* "or_other" adds one. */
  g_assert_cmpuint (hw_choice_list_get_length (lang), ==, 4);
  g_assert_cmpstr (hw_choice_get_name (hw_choice_list_get (lang, 1)), ==, "fra");
  g_assert_cmpstr (hw_choice_get_label (fra, "fr"), ==, "French");
  g_assert_cmpstr (hw_choice_get_label (hw_choice_list_find (yn, "1"), "Français"), ==, "Oui");
  g_assert_cmpstr (hw_choice_get_column (fra, "area"), ==, "2");
  g_assert_cmpstr (hw_choice_get_column (fra, "name"), ==, "fra");
  g_assert_cmpstr (hw_choice_get_column (hw_choice_list_find (yn, "1"), "area"), ==, "");
  g_assert_cmpstr (hw_choice_get_column (hw_choice_list_find (lang, "other"), "area"), ==, "");
  g_assert_null (hw_choice_get_column (fra, "region"));
  g_assert_cmpstr (hw_choice_list_get_columns (lang)[0], ==, "area");
  g_assert_null (hw_choice_list_get_columns (lang)[1]);
  g_assert_null (hw_choice_list_find (yn, "3"));
}

static void
test_settings_and_levels (void)
{
  g_autoptr (HwQuestionnaire) questionnaire = read_form ();
  g_autoptr (GPtrArray) levels = hw_questionnaire_list_levels (questionnaire);
  g_autoptr (GPtrArray) columns = NULL;
  const char *text;
  gsize length;

  g_assert_cmpstr (hw_questionnaire_get_id (questionnaire), ==, "demo");
  g_assert_cmpstr (hw_questionnaire_get_title (questionnaire, "fr"), ==, "A demo");
  g_assert_cmpstr (hw_questionnaire_get_version (questionnaire), ==, "7");
  g_assert_cmpstr (hw_questionnaire_get_setting (questionnaire, "case_id"), ==, "hhsize phone");
  g_assert_null (hw_questionnaire_get_setting (questionnaire, "weight"));
  g_assert_cmpstr (hw_questionnaire_get_languages (questionnaire)[0], ==, "English (en)");
  g_assert_cmpstr (hw_questionnaire_get_languages (questionnaire)[1], ==, "Français (fr)");
  g_assert_null (hw_questionnaire_get_languages (questionnaire)[2]);
  g_assert_cmpstr (hw_questionnaire_get_level_name (questionnaire, NULL), ==, "dwelling");
  text = g_bytes_get_data (hw_questionnaire_get_sheet (questionnaire, "survey"), &length);
  g_assert_cmpmem (text, length, survey, strlen (survey));
  g_assert_null (hw_questionnaire_get_sheet (questionnaire, "entities"));

  g_assert_cmpuint (levels->len, ==, 3);
  g_assert_true (levels->pdata[0] == hw_questionnaire_get_root (questionnaire));
  g_assert_cmpstr (hw_questionnaire_get_level_name (questionnaire, levels->pdata[2]), ==, "job");
  columns = hw_questionnaire_list_columns (questionnaire, levels->pdata[0]);
  g_assert_cmpuint (columns->len, ==, 6);
  g_assert_cmpstr (hw_question_get_name (columns->pdata[1]), ==, "hhsize");
  g_assert_cmpstr (hw_question_get_name (columns->pdata[5]), ==, "seen");
  g_ptr_array_unref (columns);
  columns = hw_questionnaire_list_columns (questionnaire, levels->pdata[1]);
  g_assert_cmpuint (columns->len, ==, 5);
}

/* What is first, and what stands in for what. */
static void
test_languages (void)
{
  static const struct
  {
    const char *headings;
    const char *default_language;
    const char *first;
    guint n;
    const char *label_default, *label_en, *label_unknown;
  } rows[] = {
    { "label,hint,guidance_hint", NULL, "", 1, "1", "1", "1" },
    { "label,hint,guidance_hint", "en", "en", 1, "1", "1", "1" },
    { "label::en,label::fr,hint", NULL, "en", 2, "1", "1", "1" },
    { "hint,label::en,label::fr", NULL, "en", 2, "2", "2", "2" },
    { "label::fr,label::en,guidance_hint::fr", NULL, "fr", 2, "1", "2", "1" },
    { "label::fr,label::en,guidance_hint::fr", "en", "en", 2, "2", "2", "2" },
    { "label,label::en,label::fr", NULL, "", 3, "1", "2", "1" },
    { "label,label::en,label::fr", "fr", "fr", 2, "3", "2", "3" },
    { "label:fr,label:English (en),guidance_hint:fr", "en", "English (en)", 2, "2", "2", "2" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *sheet = g_strdup_printf ("type,name,%s\ntext,a,1,2,3\n", rows[i].headings);
      g_autofree char *setting
          = rows[i].default_language != NULL
                ? g_strdup_printf ("form_id,default_language\nf,%s\n", rows[i].default_language)
                : NULL;
      g_autoptr (HwProblems) problems = hw_problems_new ();
      g_autoptr (HwQuestionnaire) questionnaire = read_sheets (sheet, NULL, setting, problems);
      const char *const *languages = hw_questionnaire_get_languages (questionnaire);
      HwQuestion *a = find (questionnaire, "a");

      g_test_message ("%s with %s", rows[i].headings, rows[i].default_language);
      g_assert_cmpstr (languages[0], ==, rows[i].first);
      g_assert_cmpuint (g_strv_length ((char **)languages), ==, rows[i].n);
      g_assert_cmpstr (hw_question_get_label (a, languages[0]), ==, rows[i].label_default);
      g_assert_cmpstr (hw_question_get_label (a, "en"), ==, rows[i].label_en);
      g_assert_cmpstr (hw_question_get_label (a, "sw"), ==, rows[i].label_unknown);
    }
}

/* The plainest questionnaire there is. */
static void
test_plain (void)
{
  g_autoptr (HwQuestionnaire) questionnaire
      = read_clean ("\xef\xbb\xbftype;name;label\r\ntext;a;A\r\n", NULL, NULL);
  HwQuestion *a = find (questionnaire, "a");

  g_assert_cmpstr (hw_questionnaire_get_level_name (questionnaire, NULL), ==, "household");
  g_assert_cmpstr (hw_questionnaire_get_id (questionnaire), ==, "");
  g_assert_cmpstr (hw_questionnaire_get_title (questionnaire, ""), ==, "");
  g_assert_cmpstr (hw_questionnaire_get_version (questionnaire), ==, "");
  g_assert_cmpstr (hw_question_get_label (a, ""), ==, "A");
  g_assert_cmpstr (hw_question_get_hint (a, ""), ==, "");
  g_assert_cmpstr (hw_question_get_appearance (a), ==, "");
  g_assert_cmpuint (hw_question_get_missing (a), ==, HW_MISSING_DONT_KNOW | HW_MISSING_REFUSED);
  g_assert_null (hw_question_get_choices (a));
}

/* A sum over other instances is no circle. */
static void
test_no_circle (void)
{
  g_autoptr (HwQuestionnaire) questionnaire = read_clean (
      "type,name,label,calculation,relevant\n"
      "begin_repeat,r,R,,\n"
      "integer,k,K,,\n"
      "calculate,running,,\"${k} + indexed-repeat(${running}, ${r}, position(..) - 1)\",\n"
      "calculate,n,,count(${r}),${k} > 1\n"
      "end_repeat,,,,\n",
      NULL, NULL);

  g_assert_nonnull (hw_question_get_calculation (find (questionnaire, "running")));
}

/* What we ship is read without a word, in all its languages. */
static void
test_shipped (void)
{
  g_autofree char *folder
      = g_build_filename (g_getenv ("HOMEWARD_DATADIR"), "questionnaires", "migration", NULL);
  g_autoptr (HwProblems) problems = hw_problems_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (HwQuestionnaire) questionnaire
      = hw_questionnaire_new_from_path (folder, problems, &error);
  g_autofree char *told = dup_problems (problems);

  g_assert_no_error (error);
  g_assert_cmpstr (told, ==, "");
  g_assert_nonnull (questionnaire);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reader/tree", test_tree);
  g_test_add_func ("/reader/columns", test_columns);
  g_test_add_func ("/reader/expressions", test_expressions);
  g_test_add_func ("/reader/templates", test_templates);
  g_test_add_func ("/reader/choices", test_choices);
  g_test_add_func ("/reader/settings-and-levels", test_settings_and_levels);
  g_test_add_func ("/reader/languages", test_languages);
  g_test_add_func ("/reader/plain", test_plain);
  g_test_add_func ("/reader/no-circle", test_no_circle);
  g_test_add_func ("/reader/shipped", test_shipped);
  return g_test_run ();
}
