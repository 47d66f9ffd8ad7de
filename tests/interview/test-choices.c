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

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/choices/toggle-drops", test_toggle_drops);
  g_test_add_func ("/choices/blank-in-code", test_blank_in_code);
  return g_test_run ();
}
