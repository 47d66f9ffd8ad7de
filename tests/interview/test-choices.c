/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fixture.h"

static char *
list_codes (HwInterview *interview,
            const char *ref)
{
  g_autoptr (GPtrArray) choices = hw_item_list_choices (fixture_find (interview, ref));
  GString *codes = g_string_new (NULL);

  for (guint i = 0; i < choices->len; i++)
    g_string_append_printf (codes, "%s%s", i > 0 ? "|" : "",
                            hw_choice_get_name (g_ptr_array_index (choices, i)));
  return g_string_free (codes, FALSE);
}

static void
assert_choices (HwInterview *interview,
                const char *ref,
                const char *expected)
{
  g_autofree char *codes = list_codes (interview, ref);

  g_assert_cmpstr (codes, ==, expected);
}

static void
assert_toggled (HwInterview *interview,
                const char *ref,
                const char *choice,
                const char *after)
{
  g_autofree char *text = hw_item_dup_toggled (fixture_find (interview, ref), choice);

  g_assert_cmpstr (text, ==, after);
}

/* What was chosen before the filter changed is not on the screen any more, and goes with the next
 * choice. */
static void
test_toggle_drops (void)
{
  static const char sheet[] = "type;name;label;choice_filter;exclusive\n"
                              "integer;age;Age;;\n"
                              "select_multiple uses;uses;Uses;${age} >= least;0\n";
  static const char lists[] = "list_name;name;label;least\n"
                              "uses;1;School;0\nuses;2;Work;15\nuses;3;Play;0\nuses;0;None;0\n";
  g_autoptr (HwInterview) interview = fixture_new (sheet, lists);

  fixture_answer (interview, "age", "20");
  fixture_answer (interview, "uses", "1 2");
  fixture_answer (interview, "age", "10");
  assert_choices (interview, "uses", "1|3|0");
  g_assert_cmpint (hw_item_get_problem (fixture_find (interview, "uses")), ==, HW_ITEM_CONSTRAINT);
  assert_toggled (interview, "uses", "3", "1 3");
  assert_toggled (interview, "uses", "1", "");
  assert_toggled (interview, "uses", "0", "0");
  fixture_answer (interview, "uses", "1 3");
  g_assert_cmpint (hw_item_get_problem (fixture_find (interview, "uses")), ==, HW_ITEM_FINE);
}

/* A code with a blank in it is one choice. */
static void
test_blank_in_code (void)
{
  static const char sheet[] = "type;name;label;choice_filter\n"
                              "text;region;Region;\n"
                              "select_one towns;town;Town;region = ${region}\n";
  static const char lists[] = "list_name;name;label;region\n"
                              "towns;San Juan;San Juan;south\ntowns;Moca;Moca;north\n";
  g_autoptr (HwInterview) interview = fixture_new (sheet, lists);

  fixture_answer (interview, "region", "south");
  fixture_answer (interview, "town", "San Juan");
  fixture_assert (interview, "town", "San Juan");
  g_assert_cmpint (hw_item_get_problem (fixture_find (interview, "town")), ==, HW_ITEM_FINE);
  fixture_refused (interview, "town", "Moca", HW_INTERVIEW_ERROR_BAD_ANSWER);
}

/* The names of other rows are the choices; a row that goes away leaves the answer behind, flagged.
 */
static void
test_from_rows (void)
{
  static const char sheet[] = "type;name;label;choice_filter\n"
                              "begin_repeat;member;Member;\n"
                              "text;mname;Name;\n"
                              "integer;mage;Age;\n"
                              "select_one ${mname};mother;Mother;\n"
                              "end_repeat;;;\n"
                              "select_one ${mname};head;Head of the household;\n"
                              "select_multiple ${mname};earners;Who earns?;${mage} >= 15\n";
  g_autoptr (HwInterview) interview = fixture_new (sheet, NULL);
  HwItem *second;

  for (guint i = 0; i < 3; i++)
    hw_interview_insert_row (interview, fixture_find (interview, "member"), 0, NULL);
  assert_choices (interview, "head", "");
  fixture_answer (interview, "member[1]/mname", "Ana");
  fixture_answer (interview, "member[2]/mname", "Luis Mota");
  fixture_answer (interview, "member[3]/mname", "Ana");
  assert_choices (interview, "head", "Ana|Luis Mota");
  assert_choices (interview, "member[3]/mother", "Ana|Luis Mota");
  fixture_answer (interview, "head", "Luis Mota");
  fixture_answer (interview, "member[1]/mother", "Ana");
  fixture_refused (interview, "head", "Eva", HW_INTERVIEW_ERROR_BAD_ANSWER);
  fixture_answer (interview, "member[2]/mage", "40");
  assert_choices (interview, "earners", "Luis_Mota");
  fixture_answer (interview, "member[1]/mage", "15");
  assert_choices (interview, "earners", "Ana|Luis_Mota");
  fixture_answer (interview, "earners", "Luis_Mota Ana");
  fixture_assert (interview, "earners", "Luis_Mota Ana");
  assert_toggled (interview, "earners", "Ana", "Luis_Mota");

  second = g_object_ref (fixture_find (interview, "member[2]"));
  hw_interview_remove_row (interview, second, NULL, NULL);
  assert_choices (interview, "head", "Ana");
  fixture_assert (interview, "head", "Luis Mota");
  g_assert_cmpint (hw_item_get_problem (fixture_find (interview, "head")), ==, HW_ITEM_CONSTRAINT);
  g_assert_cmpint (hw_item_get_problem (fixture_find (interview, "earners")), ==,
                   HW_ITEM_CONSTRAINT);
  hw_interview_put_back_row (interview, second, 2, NULL);
  g_assert_cmpint (hw_item_get_problem (fixture_find (interview, "head")), ==, HW_ITEM_FINE);
  fixture_answer (interview, "member[2]/mname", "Luisa");
  assert_choices (interview, "head", "Ana|Luisa");
  g_assert_cmpint (hw_item_get_problem (fixture_find (interview, "head")), ==, HW_ITEM_CONSTRAINT);
  g_object_unref (second);
}

/* What a screen holds stays valid and the same, whatever happens to the answers. */
static void
test_rows_keep_choices (void)
{
  static const char sheet[] = "type;name;label\n"
                              "begin_repeat;member;Member\ntext;mname;Name\nend_repeat;;\n"
                              "select_one ${mname};head;Head\n";
  g_autoptr (HwInterview) interview = fixture_new (sheet, NULL);
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;

  hw_interview_insert_row (interview, fixture_find (interview, "member"), 0, NULL);
  fixture_answer (interview, "member[1]/mname", "Ana");
  before = hw_item_list_choices (fixture_find (interview, "head"));
  fixture_answer (interview, "member[1]/mname", "Eva");
  g_assert_cmpstr (hw_choice_get_label (g_ptr_array_index (before, 0), NULL), ==, "Ana");
  fixture_answer (interview, "member[1]/mname", "Ana");
  after = hw_item_list_choices (fixture_find (interview, "head"));
  g_assert_true (g_ptr_array_index (before, 0) == g_ptr_array_index (after, 0));
}

/* A code that stands once a region is the one of this region. */
static void
test_code_of_each_region (void)
{
  static const char sheet[] = "type;name;label;choice_filter\n"
                              "text;region;Region;\n"
                              "select_one towns;town;Town;region = ${region}\n";
  static const char lists[] = "list_name;name;label;region\n"
                              "towns;1;Moca;north\ntowns;9;Other in the north;north\n"
                              "towns;2;Azua;south\ntowns;9;Other in the south;south\n";
  g_autoptr (HwQuestionnaire) questionnaire
      = fixture_read (sheet, lists, "form_id;allow_choice_duplicates\nx;yes\n");
  g_autoptr (HwInterview) interview = hw_interview_new (questionnaire);
  g_autofree char *label = NULL;

  fixture_answer (interview, "region", "south");
  assert_choices (interview, "town", "2|9");
  fixture_answer (interview, "town", "9");
  label = hw_item_dup_display (fixture_find (interview, "town"));
  g_assert_cmpstr (label, ==, "Other in the south");
  fixture_refused (interview, "town", "1", HW_INTERVIEW_ERROR_BAD_ANSWER);
}

/* An index finds what a walk through the list finds. */
static void
test_index (void)
{
  static const char sheet[]
      = "type;name;label;choice_filter\n"
        "text;region;Region;\n"
        "integer;size;Size;\n"
        "select_one towns;fast;Town;region = ${region} and size > ${size}\n"
        "select_one towns;slow;Town;not(region != ${region}) and size > ${size}\n"
        "begin_repeat;r;Rows;\ntext;each;Each;\nend_repeat;;;\n"
        "select_one towns;any;Town;region = ${each}\n";
  g_autoptr (GString) lists = g_string_new ("list_name;name;label;region;size\n");
  g_autoptr (HwInterview) interview = NULL;
  static const char *const regions[] = { "", "r0", "r1", "r4", "r5", "R1", "1" };
  const char *column;
  HwExpression *value;

  for (guint i = 0; i < 50; i++)
    g_string_append_printf (lists, "towns;t%u;Town;r%u;%u\n", i, i % 5, i % 7);
  interview = fixture_new (sheet, lists->str);
  g_assert_true (hw_expression_get_lookup (
      hw_question_get_choice_filter (hw_item_get_question (fixture_find (interview, "fast"))),
      &column, &value));
  g_assert_cmpstr (column, ==, "region");
  g_assert_false (hw_expression_get_lookup (
      hw_question_get_choice_filter (hw_item_get_question (fixture_find (interview, "slow"))),
      &column, &value));
  for (guint i = 0; i < G_N_ELEMENTS (regions); i++)
    for (guint size = 0; size < 8; size++)
      {
        g_autofree char *text = g_strdup_printf ("%u", size);
        g_autofree char *fast = NULL;
        g_autofree char *slow = NULL;

        fixture_answer (interview, "region", regions[i]);
        fixture_answer (interview, "size", text);
        fast = list_codes (interview, "fast");
        slow = list_codes (interview, "slow");
        g_assert_cmpstr (fast, ==, slow);
      }
  /* A set of answers is met by each of them. */
  hw_interview_insert_row (interview, fixture_find (interview, "r"), 0, NULL);
  hw_interview_insert_row (interview, fixture_find (interview, "r"), 0, NULL);
  fixture_answer (interview, "r[1]/each", "r1");
  fixture_answer (interview, "r[2]/each", "r2");
  assert_choices (interview, "any",
                  "t1|t2|t6|t7|t11|t12|t16|t17|t21|t22|t26|t27|t31|t32|t36|t37|t41|t42|t46|t47");
}

static void
test_random (void)
{
  static const char sheet[] = "type;name;label;parameters\n"
                              "integer;seed;Seed;\n"
                              "select_one towns;seeded;Town;randomize=true seed=${seed}\n"
                              "select_one towns;own;Town;randomize=true\n";
  g_autoptr (GString) lists = g_string_new ("list_name;name;label\n");
  g_autoptr (HwInterview) interview = NULL;
  g_autoptr (HwInterview) again = NULL;
  g_autoptr (HwInterview) other = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;
  g_autofree char *own = NULL;
  g_autofree char *restored = NULL;
  g_autofree char *others = NULL;

  for (guint i = 0; i < 20; i++)
    g_string_append_printf (lists, "towns;%u;Town %u\n", i, i);
  interview = fixture_new (sheet, lists->str);
  fixture_answer (interview, "seed", "42");
  first = list_codes (interview, "seeded");
  own = list_codes (interview, "own");
  fixture_answer (interview, "seed", "43");
  second = list_codes (interview, "seeded");
  fixture_answer (interview, "seed", "42");
  third = list_codes (interview, "seeded");
  g_assert_cmpstr (first, !=, second);
  g_assert_cmpstr (first, ==, third);
  g_assert_cmpstr (first, !=, "0|1|2|3|4|5|6|7|8|9|10|11|12|13|14|15|16|17|18|19");
  assert_choices (interview, "own", own);
  again = fixture_restore (interview);
  restored = list_codes (again, "own");
  g_assert_cmpstr (restored, ==, own);
  other = fixture_new (sheet, lists->str);
  others = list_codes (other, "own");
  g_assert_cmpstr (others, !=, own);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/choices/toggle-drops", test_toggle_drops);
  g_test_add_func ("/choices/blank-in-code", test_blank_in_code);
  g_test_add_func ("/choices/from-rows", test_from_rows);
  g_test_add_func ("/choices/rows-keep-choices", test_rows_keep_choices);
  g_test_add_func ("/choices/code-of-each-region", test_code_of_each_region);
  g_test_add_func ("/choices/index", test_index);
  g_test_add_func ("/choices/random", test_random);
  return g_test_run ();
}
