/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fixture.h"

static const char survey[]
    = "type;name;label;relevant;calculation;repeat_count;default;soft_check\n"
      "today;day;;;;;;\n"
      "integer;size;Members;;;;;\n"
      "integer;consent;Consent;;;;;\n"
      "begin_repeat;member;Member;${consent} = 1;;${size};;\n"
      "calculate;line;;;position(..);;;\n"
      "text;name;Name;;;;;\n"
      "integer;age;Age;;;;;. < 90\n"
      "integer;school;School;${age} < 18;;;;\n"
      "text;town;Town;;;;Leeds;\n"
      "integer;twice;Twice;;2 * ${age};;;\n"
      "begin_repeat;job;Job;${age} >= 15;;;;\n"
      "text;what;What;;;;;\n"
      "integer;pay;Pay;;;;;\n"
      "end_repeat;;;;;;;\n"
      "end_repeat;;;;;;;\n"
      "calculate;pays;;;sum(${pay});;;\n"
      "calculate;dice;;;random();;;\n"
      "text;note;Note;${size} > 5;;;Hello;\n";

static void
assert_round_trip (HwInterview *interview)
{
  g_autoptr (HwInterview) copy = fixture_restore (interview);
  g_autofree char *before = fixture_describe (interview);
  g_autofree char *after = fixture_describe (copy);
  g_autofree char *xml_before = hw_interview_dup_xml (interview);
  g_autofree char *xml_after = hw_interview_dup_xml (copy);

  g_assert_cmpstr (before, ==, after);
  g_assert_cmpstr (xml_before, ==, xml_after);
}

static HwInterview *
new_household (void)
{
  HwInterview *interview = fixture_new (survey, NULL);

  fixture_answer (interview, "consent", "1");
  fixture_answer (interview, "size", "3");
  fixture_answer (interview, "member[1]/name", "Ana");
  fixture_answer (interview, "member[1]/age", "93");
  fixture_answer (interview, "member[2]/age", "12");
  fixture_answer (interview, "member[2]/school", "7");
  fixture_answer (interview, "member[2]/town", "York");
  fixture_answer (interview, "member[2]/twice", "25");
  fixture_answer (interview, "member[3]/age", "=refused");
  fixture_answer (interview, "member[3]/town", "");
  hw_interview_confirm (interview, fixture_find (interview, "member[1]/age"), "seen");
  hw_interview_insert_row (interview, fixture_find (interview, "member[1]/job"), 0, NULL);
  fixture_answer (interview, "member[1]/job[1]/pay", "100");
  return interview;
}

static void
test_round_trip (void)
{
  g_autoptr (HwInterview) interview = new_household ();

  fixture_assert (interview, "pays", "100");
  assert_round_trip (interview);
  fixture_answer (interview, "member[1]/age", "14");
  assert_round_trip (interview);
  fixture_answer (interview, "member[1]/age", "15");
  fixture_answer (interview, "size", "2");
  assert_round_trip (interview);
  fixture_answer (interview, "consent", "=dont-know");
  assert_round_trip (interview);
  fixture_answer (interview, "consent", "1");
  fixture_answer (interview, "size", "3");
  assert_round_trip (interview);
}

/* The copy goes on as the first would have. */
static void
test_goes_on (void)
{
  g_autoptr (HwInterview) first = new_household ();
  g_autoptr (HwInterview) copy = NULL;

  fixture_answer (first, "size", "1");
  copy = fixture_restore (first);
  fixture_answer (copy, "size", "3");
  fixture_assert (copy, "member[2]/school", "7");
  fixture_assert (copy, "member[2]/town", "York");
  /* Answered by a person, so the calculation keeps off. */
  fixture_assert (copy, "member[2]/twice", "25");
  fixture_answer (copy, "member[2]/age", "13");
  fixture_assert (copy, "member[2]/twice", "25");
  /* Only proposed, so it follows. */
  fixture_assert (copy, "member[1]/twice", "186");
  fixture_answer (copy, "member[1]/age", "50");
  fixture_assert (copy, "member[1]/twice", "100");
  fixture_answer (copy, "size", "6");
  fixture_assert (copy, "member[6]/town", "Leeds");
  fixture_assert (copy, "note", "Hello");
}

/* What was cleared is not new: its default stays away. */
static void
test_cleared (void)
{
  g_autoptr (HwInterview) first = new_household ();
  g_autoptr (HwInterview) copy = fixture_restore (first);

  fixture_assert (copy, "member[1]/town", "Leeds");
  fixture_assert (copy, "member[3]/town", "(not-answered)");
}

static void
test_emits_nothing (void)
{
  g_autoptr (HwInterview) first = new_household ();
  g_autoptr (HwInterview) copy = hw_interview_new_with_id (hw_interview_get_questionnaire (first),
                                                           hw_interview_get_id (first));

  fixture_watch (copy);
  fixture_copy (first, copy);
  hw_interview_finish_restoring (copy);
  g_assert_cmpuint (fixture_take_n (), ==, 0);
  g_assert_cmpstr (hw_item_get_row_id (hw_interview_get_root (copy)), ==,
                   hw_interview_get_id (first));
}

static void
test_unknown_rows (void)
{
  g_autoptr (HwQuestionnaire) questionnaire = fixture_read (survey, NULL, NULL);
  g_autoptr (HwInterview) interview = hw_interview_new_with_id (questionnaire, "one");
  g_autoptr (HwValue) value = hw_value_new ("5");
  HwQuestion *member = hw_questionnaire_find (questionnaire, "member");
  HwQuestion *job = hw_questionnaire_find (questionnaire, "job");
  HwQuestion *pay = hw_questionnaire_find (questionnaire, "pay");

  g_assert_null (hw_interview_restore_row (interview, member, "another", "row"));
  g_assert_null (hw_interview_restore_row (interview, job, "one", "row"));
  g_assert_nonnull (hw_interview_restore_row (interview, member, "one", "row"));
  g_assert_null (hw_interview_restore_row (interview, member, "one", "row"));
  hw_interview_restore_value (interview, pay, "row", value);
  hw_interview_restore_value (interview, pay, "nowhere", value);
  hw_interview_finish_restoring (interview);
  fixture_assert (interview, "member[1]/age", "(not-asked)");
  g_assert_null (hw_interview_find_in_row (interview, pay, "row"));
  g_assert_true (hw_interview_find_in_row (interview, member, "row")
                 == fixture_find (interview, "member[1]"));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/restore/round-trip", test_round_trip);
  g_test_add_func ("/restore/goes-on", test_goes_on);
  g_test_add_func ("/restore/cleared", test_cleared);
  g_test_add_func ("/restore/emits-nothing", test_emits_nothing);
  g_test_add_func ("/restore/unknown-rows", test_unknown_rows);
  return g_test_run ();
}
