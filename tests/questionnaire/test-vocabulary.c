/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <string.h>

#include "questionnaire/vocabulary.h"
#include "sheets.h"

#define CHOICES "list_name,name,label\nyn,1,Yes\nyn,2,No\n"

static void
test_table (void)
{
  guint n;
  const HwWord *words = hw_xlsform_vocabulary (&n);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_assert_cmpuint (n, >, 200);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *key = g_strdup_printf ("%u %s", words[i].word_class, words[i].name);
      g_auto (GStrv) aliases = g_strsplit (words[i].aliases, " ", -1);

      g_test_message ("%s", key);
      g_assert_cmpstr (hw_word_class_get_name (words[i].word_class), !=, "");
      g_assert_true (g_str_has_suffix (hw_word_get_description (&words[i]), "."));
      /* "columns-" is the beginning of a word. */
      if (words[i].word_class != HW_WORD_APPEARANCE)
        g_assert_nonnull (hw_xlsform_vocabulary_find (words[i].word_class, words[i].name));
      for (guint k = 0; aliases[k] != NULL; k++)
        if (*aliases[k] != '\0' && words[i].word_class != HW_WORD_APPEARANCE)
          g_assert_nonnull (hw_xlsform_vocabulary_find (words[i].word_class, aliases[k]));
      g_assert_true (g_hash_table_add (seen, g_steal_pointer (&key)));
    }
  g_assert_cmpstr (hw_xlsform_vocabulary_find (HW_WORD_SURVEY_COLUMN, " Required  Message")->name, ==,
                   "required_message");
  g_assert_cmpstr (hw_xlsform_vocabulary_find (HW_WORD_APPEARANCE, "columns-3")->name, ==, "columns-");
  g_assert_cmpstr (hw_xlsform_vocabulary_suggest (HW_WORD_TYPE, "select-one"), ==, "select_one");
  g_assert_null (hw_xlsform_vocabulary_suggest (HW_WORD_PARAMETER, "colour"));
}

/* A form with one row of that type, as every other program takes it. */
static HwQuestionnaire *
read_type (const char *spelling)
{
  g_autoptr (HwProblems) problems = hw_problems_new ();
  g_autofree char *type = g_strdelimit (g_strdup (spelling), "_", ' ');
  const char *behind = strstr (spelling, "select") != NULL || strstr (spelling, "rank") != NULL
                           ? " yn"
                           : "";
  g_autofree char *survey = g_strdup_printf (
      "type,name,label,calculation,trigger\ntext,before,B,,\n%s%s,a,A,%s,%s\n", type, behind,
      strstr (spelling, "calculate") != NULL ? "1" : "",
      strcmp (spelling, "background-geopoint") == 0 ? "${before}" : "");
  HwQuestionnaire *questionnaire = read_sheets (survey, CHOICES, NULL, problems);
  g_autofree char *told = dup_problems (problems);

  if (questionnaire == NULL)
    g_error ("%s: %s", survey, told);
  return questionnaire;
}

/* Every spelling of every type is that type. */
static void
test_types (void)
{
  static const char *const others[] = { "select_one_from_file", "select_multiple_from_file",
                                        "select_one_external", NULL };
  guint n;
  const HwWord *words = hw_xlsform_vocabulary (&n);
  guint n_read = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *spellings = g_strconcat (words[i].name, " ", words[i].aliases, NULL);
      g_auto (GStrv) all = g_strsplit (spellings, " ", -1);

      if (words[i].word_class != HW_WORD_TYPE || g_strv_contains (others, words[i].name)
          || g_str_has_prefix (words[i].name, "begin_") || g_str_has_prefix (words[i].name, "end_"))
        continue;
      for (guint k = 0; all[k] != NULL; k++)
        {
          g_autoptr (HwQuestionnaire) questionnaire = NULL;
          HwQuestion *question;

          if (*all[k] == '\0' || strcmp (words[i].name, "audit") == 0)
            continue;
          questionnaire = read_type (all[k]);
          question = hw_questionnaire_find (questionnaire, "a");
          if (question == NULL)
            continue;
          g_assert_cmpstr (hw_question_get_type_name (question), ==, words[i].name);
          g_assert_true (words[i].standing == HW_STANDING_USED
                         || hw_question_get_kind (question) == HW_KIND_HIDDEN);
          n_read++;
        }
    }
  g_assert_cmpuint (n_read, >, 80);
}

/* Every spelling of every column is read, with a language where there may be one. */
static void
test_columns (void)
{
  guint n;
  const HwWord *words = hw_xlsform_vocabulary (&n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *spellings = g_strconcat (words[i].name, " ", words[i].aliases, NULL);
      g_auto (GStrv) all = g_strsplit (spellings, " ", -1);

      for (guint k = 0; all[k] != NULL; k++)
        {
          g_autoptr (HwProblems) problems = hw_problems_new ();
          g_autoptr (HwQuestionnaire) questionnaire = NULL;
          g_autofree char *survey = NULL;
          g_autofree char *told = NULL;

          if (words[i].word_class != HW_WORD_SURVEY_COLUMN || *all[k] == '\0'
              || (words[i].standing != HW_STANDING_USED && words[i].standing != HW_STANDING_OURS)
              || strcmp (words[i].name, "type") == 0 || strcmp (words[i].name, "name") == 0
              || strcmp (words[i].name, "label") == 0 || strcmp (words[i].name, "big-image") == 0)
            continue;
          survey = g_strdup_printf ("type,name,label,%s%s\ntext,a,A,\n", all[k],
                                    words[i].translated ? "::Français (fr)" : "");
          questionnaire = read_sheets (survey, NULL, NULL, problems);
          told = dup_problems (problems);
          g_test_message ("%s%s", survey, told);
          g_assert_nonnull (questionnaire);
          g_assert_null (strstr (told, "not known"));
        }
    }
}

static void
test_range (void)
{
  static const char survey[] = "type,name,label,parameters,appearance\n"
                               "range,r,R,\"START = 10; end=0,step=2\",vertical\n"
                               "range,d,D,start=0 end=1 step=0.1 placeholder=0.5 tick_interval=0.5,\n"
                               "range,t,T,start=1 end=2 tick_labelset=yn,\n";
  g_autoptr (HwQuestionnaire) questionnaire = read_clean (survey, CHOICES, NULL);
  HwQuestion *question = hw_questionnaire_find (questionnaire, "r");
  const HwRange *range = hw_question_get_range (question);

  g_assert_cmpint (hw_question_get_kind (question), ==, HW_KIND_INTEGER);
  g_assert_cmpint (hw_question_get_column_type (question), ==, HW_COLUMN_INTEGER);
  g_assert_true (range->start == 10 && range->end == 0 && range->step == 2);
  g_assert_true (range->tick_interval == 0 && isnan (range->placeholder) && range->labels == NULL);
  g_assert_true (hw_question_has_appearance (question, "vertical"));
  g_assert_cmpstr (hw_question_get_parameter (question, "end"), ==, "0");
  question = hw_questionnaire_find (questionnaire, "d");
  range = hw_question_get_range (question);
  g_assert_cmpint (hw_question_get_kind (question), ==, HW_KIND_DECIMAL);
  g_assert_true (range->placeholder == 0.5 && range->tick_interval == 0.5);
  range = hw_question_get_range (hw_questionnaire_find (questionnaire, "t"));
  g_assert_cmpstr (hw_choice_list_get_name (range->labels), ==, "yn");
}

/* Lists that stand in a file, in the sheet external_choices, or are answers. */
static void
test_lists (void)
{
  static const char survey[]
      = "type,name,label,parameters,choice_filter\n"
        "select_one_from_file villages.csv,v,V,\"value=code, label=village, randomize=true, "
        "seed=${n}\",area = ${n}\n"
        "integer,n,N,,\n"
        "select_one_external town,t,T,,state = ${n}\n"
        "begin_repeat,r,R,,\ntext,who,Who,,\ninteger,old,Old,,\nend_repeat,,,,\n"
        "select_one ${who},w,W,,${old} > 15\n";
  static const char villages[] = "code,village,area\n7,Ba,1\n9,Bo,2\n8,,1\n";
  static const char towns[] = "list_name,name,label,state\ntown,1,One,4\ntown,1,One,5\n";
  g_autoptr (GHashTable) sheets
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_bytes_unref);
  g_autoptr (HwProblems) problems = hw_problems_new ();
  g_autoptr (HwQuestionnaire) questionnaire = NULL;
  g_autofree char *told = NULL;
  HwQuestion *question;
  HwChoiceList *list;
  const guint *found;
  guint n;

  g_hash_table_insert (sheets, (char *) "survey", g_bytes_new_static (survey, strlen (survey)));
  g_hash_table_insert (sheets, (char *) "external_choices",
                       g_bytes_new_static (towns, strlen (towns)));
  g_hash_table_insert (sheets, (char *) "villages.csv",
                       g_bytes_new_static (villages, strlen (villages)));
  questionnaire = hw_questionnaire_new_from_sheets (sheets, problems);
  told = dup_problems (problems);
  g_assert_cmpstr (told, ==, "");
  question = hw_questionnaire_find (questionnaire, "v");
  list = hw_question_get_choices (question);
  g_assert_cmpuint (hw_choice_list_get_length (list), ==, 3);
  g_assert_true (hw_choice_list_is_integer (list));
  g_assert_cmpint (hw_question_get_column_type (question), ==, HW_COLUMN_INTEGER);
  g_assert_cmpstr (hw_choice_get_label (hw_choice_list_find (list, "9"), "fr"), ==, "Bo");
  g_assert_cmpstr (hw_choice_get_label (hw_choice_list_find (list, "8"), NULL), ==, "8");
  g_assert_cmpstr (hw_choice_get_column (hw_choice_list_get (list, 1), "area"), ==, "2");
  found = hw_choice_list_lookup (list, "area", "1", &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpuint (found[0], ==, 0);
  g_assert_cmpuint (found[1], ==, 2);
  g_assert_null (hw_choice_list_lookup (list, "area", "3", &n));
  g_assert_cmpuint (n, ==, 0);
  g_assert_true (hw_question_is_randomized (question));
  g_assert_cmpstr (hw_expression_get_text (hw_question_get_seed (question)), ==, "${n}");
  question = hw_questionnaire_find (questionnaire, "t");
  g_assert_cmpuint (hw_choice_list_get_length (hw_question_get_choices (question)), ==, 2);
  question = hw_questionnaire_find (questionnaire, "w");
  g_assert_null (hw_question_get_choices (question));
  g_assert_true (hw_question_get_choices_source (question)
                 == hw_questionnaire_find (questionnaire, "who"));
  g_assert_cmpstr (hw_expression_get_xpath (hw_question_get_choice_filter (question)), !=, "");
}

static void
test_search (void)
{
  static const char survey[]
      = "type,name,label,appearance\n"
        "select_one d,district,District,minimal search('places')\n"
        "select_one v,village,Village,\"search('places', 'matches', 'district', ${district})\"\n";
  static const char choices[] = "list_name,name,label\nd,district,dname\nv,village,vname\n";
  static const char places[] = "village,vname,district,dname\n1,Ba,7,North\n2,Bo,7,North\n3,Bu,8,South\n";
  g_autoptr (GHashTable) sheets
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_bytes_unref);
  g_autoptr (HwProblems) problems = hw_problems_new ();
  g_autoptr (HwQuestionnaire) questionnaire = NULL;
  g_autofree char *told = NULL;
  HwQuestion *village;
  HwChoiceList *list;

  g_hash_table_insert (sheets, (char *) "survey", g_bytes_new_static (survey, strlen (survey)));
  g_hash_table_insert (sheets, (char *) "choices", g_bytes_new_static (choices, strlen (choices)));
  g_hash_table_insert (sheets, (char *) "places.csv", g_bytes_new_static (places, strlen (places)));
  questionnaire = hw_questionnaire_new_from_sheets (sheets, problems);
  told = dup_problems (problems);
  g_assert_cmpstr (told, ==, "");
  list = hw_question_get_choices (hw_questionnaire_find (questionnaire, "district"));
  g_assert_cmpuint (hw_choice_list_get_length (list), ==, 2);
  g_assert_cmpstr (hw_choice_get_label (hw_choice_list_get (list, 1), NULL), ==, "South");
  village = hw_questionnaire_find (questionnaire, "village");
  g_assert_cmpuint (hw_choice_list_get_length (hw_question_get_choices (village)), ==, 3);
  g_assert_cmpstr (hw_expression_get_text (hw_question_get_choice_filter (village)), ==,
                   "district = ${district}");
}

static void
test_names (void)
{
  static const char survey[] = "type,name,label,calculation\n"
                               "begin_group,head,Head,\ninteger,age,Age,\nend_group,,,\n"
                               "begin_group,partner,Partner,\ninteger,age,Age,\nend_group,,,\n"
                               "begin_repeat,member,Member,\ntext,name,Name,\ninteger,age,Age,\n"
                               "end_repeat,,,\n"
                               "text,row_id,Row,\n"
                               "calculate,sum,,../head/age + ../partner/age\n";
  g_autoptr (HwQuestionnaire) questionnaire = read_clean (survey, NULL, NULL);
  g_autoptr (GPtrArray) alike = hw_questionnaire_list_named (questionnaire, "age");
  HwQuestion *member = hw_questionnaire_find (questionnaire, "member");
  HwQuestion *age = g_ptr_array_index (alike, 2);

  g_assert_cmpuint (alike->len, ==, 3);
  g_assert_null (hw_questionnaire_find (questionnaire, "age"));
  g_assert_true (hw_questionnaire_find (questionnaire, "partner/age") == alike->pdata[1]);
  g_assert_true (hw_questionnaire_find (questionnaire, "member/age") == age);
  g_assert_cmpstr (hw_question_get_name (age), ==, "member/age");
  g_assert_cmpstr (hw_question_get_element (age), ==, "age");
  g_assert_cmpstr (hw_question_get_step (age), ==, "age");
  g_assert_cmpstr (hw_question_get_step (alike->pdata[0]), ==, "head/age");
  g_assert_true (hw_question_find_below (member, "age") == age);
  g_assert_null (hw_question_find_below (hw_questionnaire_get_root (questionnaire), "age"));
  g_assert_cmpstr (hw_question_get_name (hw_questionnaire_find (questionnaire, "row_id")), ==,
                   "data/row_id");
  g_assert_cmpstr (hw_question_get_name (hw_questionnaire_find (questionnaire, "name")), ==, "name");
}

static void
test_loop (void)
{
  static const char survey[] = "type,name,label::English,label::Français,relevant\n"
                               "begin loop over crop,plot,Plots,Champs,\n"
                               "integer,n,How many %(label)s (%(name)s)?,Combien de %(label)s ?,\n"
                               "text,why,Why 100%% %(name)s?,Pourquoi ?,../n > 3\n"
                               "end loop,,,,\n";
  static const char choices[] = "list_name,name,label::English,label::Français\n"
                                "crop,rice,Rice,Riz\ncrop,none,None,Aucun\ncrop,yam,Yam,Igname\n";
  g_autoptr (HwQuestionnaire) questionnaire = read_clean (survey, choices, NULL);
  HwQuestion *question = hw_questionnaire_find (questionnaire, "plot/yam/n");

  g_assert_cmpuint (hw_questionnaire_get_n_questions (questionnaire), ==, 8);
  g_assert_cmpstr (hw_question_get_label (question, "English"), ==, "How many Yam (yam)?");
  g_assert_cmpstr (hw_question_get_label (question, "Français"), ==, "Combien de Igname ?");
  g_assert_cmpstr (
      hw_question_get_label (hw_questionnaire_find (questionnaire, "plot/rice/why"), "English"), ==,
      "Why 100% rice?");
  g_assert_cmpstr (hw_question_get_label (hw_question_get_parent (question), "Français"), ==,
                   "Igname");
  g_assert_nonnull (
      hw_question_get_relevant (hw_questionnaire_find (questionnaire, "plot/yam/why")));
}

static void
test_links_and_media (void)
{
  static const char survey[]
      = "type,name,label,media::image::English,image::English::x,audio,autoplay,trigger,calculation,"
        "read_only,appearance\n"
        "image,i,I,i.png,,i.mp3,audio,,,,annotate\n"
        "integer,n,N,,,,,,,,compact-2\n"
        "text,t,T,,,,,\"${i}, ${n}\",now(),${n} > 3,hidden-answer\n"
        "integer,computed,,,,,,,1 + 1,,\n"
        "rank yn,k,K,,,,,,,,\n";
  g_autoptr (HwProblems) problems = hw_problems_new ();
  g_autoptr (HwQuestionnaire) questionnaire = read_sheets (survey, CHOICES, NULL, problems);
  HwQuestion *image = hw_questionnaire_find (questionnaire, "i");
  HwQuestion *number = hw_questionnaire_find (questionnaire, "n");
  HwQuestion *text = hw_questionnaire_find (questionnaire, "t");
  HwQuestion *const *trigger = hw_question_get_trigger (text);

  g_assert_cmpint (hw_question_get_kind (image), ==, HW_KIND_IMAGE);
  g_assert_cmpstr (hw_question_get_media (image, HW_MEDIA_IMAGE, "English"), ==, "i.png");
  g_assert_cmpstr (hw_question_get_media (image, HW_MEDIA_AUDIO, NULL), ==, "i.mp3");
  g_assert_null (hw_question_get_media (image, HW_MEDIA_VIDEO, NULL));
  g_assert_true (hw_question_plays_at_once (image, HW_MEDIA_AUDIO));
  g_assert_true (trigger[0] == image && trigger[1] == number && trigger[2] == NULL);
  g_assert_true (hw_question_is_answerable (text));
  g_assert_nonnull (hw_question_get_read_only_rule (text));
  g_assert_true (hw_question_has_appearance (text, "hidden-answer"));
  g_assert_true (hw_question_has_appearance (text, "masked"));
  g_assert_true (hw_question_has_appearance (number, "columns-2"));
  g_assert_cmpint (hw_question_get_kind (hw_questionnaire_find (questionnaire, "computed")), ==,
                   HW_KIND_CALCULATE);
  g_assert_cmpint (hw_question_get_column_type (hw_questionnaire_find (questionnaire, "computed")),
                   ==, HW_COLUMN_INTEGER);
  g_assert_cmpint (hw_question_get_kind (hw_questionnaire_find (questionnaire, "k")), ==,
                   HW_KIND_RANK);
}

static void
test_own_columns (void)
{
  static const char survey[]
      = "type,name,label,decimals,width,roster_layout,expected_min,expected_max,supervisor_only,"
        "var_label::English,role,sensitive,missing,soft_constraint,soft_constraint_message\n"
        "decimal,w,Weight,2,8,,0.5,12,yes,Design weight,weight,special,dk=98 refused=99,. != 7,Seven?\n"
        "date,d,Day,,,,2024-01-01,,,,,pii,,,\n"
        "begin_repeat,m,M,,,pages,,,,,,,,,\ntext,n,N,,,,,,,,,,,,\nend_repeat,,,,,,,,,,,,,,\n"
        "select_one yn,c,C,,,,,,,,,,,,\nselect_multiple yn,s,S,,,,,,,,,,,,\n";
  static const char choices[] = "list_name,name,label,exclusive,missing_class,order,image\n"
                                "yn,1,Yes,,,2,y.png\nyn,2,No,yes,,1,\nyn,98,Unknown,,dont-know,3,\n";
  static const char settings[] = "form_id,instance_name\nf,\"concat('W ', ${w})\"\n";
  g_autoptr (HwQuestionnaire) questionnaire = read_clean (survey, choices, settings);
  HwQuestion *weight = hw_questionnaire_find (questionnaire, "w");
  HwQuestion *choice = hw_questionnaire_find (questionnaire, "c");
  HwChoiceList *list = hw_question_get_choices (choice);

  g_assert_cmpint (hw_question_get_decimals (weight), ==, 2);
  g_assert_cmpint (hw_question_get_width (weight), ==, 8);
  g_assert_cmpstr (hw_question_get_expected_min (weight), ==, "0.5");
  g_assert_cmpstr (hw_question_get_expected_max (weight), ==, "12");
  g_assert_cmpstr (hw_expression_get_text (hw_question_get_soft_check (weight)), ==,
                   "(. != 7) and . >= 0.5 and . <= 12");
  g_assert_cmpstr (hw_question_get_soft_message (weight, NULL), ==, "Seven?");
  g_assert_true (hw_question_is_supervisor_only (weight));
  g_assert_cmpstr (hw_question_get_variable_label (weight, "English"), ==, "Design weight");
  g_assert_cmpstr (hw_question_get_role (weight), ==, "weight");
  g_assert_cmpstr (hw_questionnaire_get_setting (questionnaire, "weight"), ==, "w");
  g_assert_cmpint (hw_question_get_sensitivity (weight), ==, HW_SENSITIVITY_SPECIAL);
  g_assert_false (hw_question_is_identifying (weight));
  g_assert_cmpstr (hw_question_get_missing_code (weight, HW_MISSING_DONT_KNOW), ==, "98");
  g_assert_true (hw_question_is_identifying (hw_questionnaire_find (questionnaire, "d")));
  g_assert_cmpstr (
      hw_expression_get_text (hw_question_get_soft_check (hw_questionnaire_find (questionnaire, "d"))),
      ==, ". >= date('2024-01-01')");
  g_assert_cmpint (hw_question_get_roster_layout (hw_questionnaire_find (questionnaire, "m")), ==,
                   HW_ROSTER_LAYOUT_PAGES);
  g_assert_cmpstr (hw_choice_get_name (hw_choice_list_get (list, 0)), ==, "2");
  g_assert_true (hw_choice_is_exclusive (hw_choice_list_find (list, "2")));
  g_assert_true (
      hw_question_is_exclusive (hw_questionnaire_find (questionnaire, "s"), "2"));
  g_assert_cmpint (hw_choice_get_missing_class (hw_choice_list_find (list, "98")), ==,
                   HW_MISSING_DONT_KNOW);
  g_assert_cmpstr (hw_question_get_missing_code (choice, HW_MISSING_DONT_KNOW), ==, "98");
  g_assert_cmpstr (hw_choice_get_media (hw_choice_list_find (list, "1"), HW_MEDIA_IMAGE, NULL), ==,
                   "y.png");
  g_assert_nonnull (hw_questionnaire_get_instance_name (questionnaire));
}

static void
test_settings (void)
{
  static const char survey[]
      = "type,name,label\n"
        "form_title,The title,\n"
        "select_multiple yn,s,Some  thing\nselect_one yn,o,\"“Or” ${instanceID}\"\n"
        "begin_repeat,household,H\ntext,t,T\nend_repeat,,\n";
  static const char settings[]
      = "ID string,add none option,clean text values\nf,yes,no\n";
  g_autoptr (HwQuestionnaire) questionnaire = read_clean (survey, CHOICES, settings);
  HwQuestion *some = hw_questionnaire_find (questionnaire, "s");

  g_assert_cmpstr (hw_questionnaire_get_id (questionnaire), ==, "f");
  g_assert_cmpstr (hw_questionnaire_get_setting (questionnaire, "form_title"), ==, "The title");
  g_assert_cmpstr (hw_question_get_label (some, NULL), ==, "Some  thing");
  g_assert_true (hw_question_is_exclusive (some, "none"));
  g_assert_cmpint (hw_question_get_column_type (hw_questionnaire_find (questionnaire, "o")), ==,
                   HW_COLUMN_TEXT);
  g_assert_cmpint (hw_question_get_kind (hw_questionnaire_find (questionnaire, "instanceID")), ==,
                   HW_KIND_CALCULATE);
  g_assert_cmpstr (hw_questionnaire_get_level_name (questionnaire, NULL), ==, "interview");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vocabulary/table", test_table);
  g_test_add_func ("/vocabulary/types", test_types);
  g_test_add_func ("/vocabulary/columns", test_columns);
  g_test_add_func ("/vocabulary/range", test_range);
  g_test_add_func ("/vocabulary/lists", test_lists);
  g_test_add_func ("/vocabulary/search", test_search);
  g_test_add_func ("/vocabulary/names", test_names);
  g_test_add_func ("/vocabulary/loop", test_loop);
  g_test_add_func ("/vocabulary/links-and-media", test_links_and_media);
  g_test_add_func ("/vocabulary/own-columns", test_own_columns);
  g_test_add_func ("/vocabulary/settings", test_settings);
  return g_test_run ();
}
