/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fixture.h"

static const char survey[]
    = "type;name;label;relevant;required;calculation;repeat_count;missing\n"
      "begin_group;g_a;A. Cover;;;;;\n"
      "integer;ea;EA;;yes;;;\n"
      "integer;hhno;Household;;;;;refused\n"
      "note;n1;Thank you;${hhno} > 0;;;;\n"
      "end_group;;;;;;;\n"
      "begin_group;g_b;B. Members;;;;;\n"
      "begin_repeat;member;Member;;;;${hhno};\n"
      "text;name;Name;;yes;;;\n"
      "begin_group;g_c;C;;;;;\n"
      "integer;age;Age;;;;;\n"
      "calculate;old;;;;${age} > 60;;\n"
      "end_group;;;;;;;\n"
      "end_repeat;;;;;;;\n"
      "text;last;Last;;;;;\n"
      "end_group;;;;;;;\n";

static const char settings[] = "form_id;form_title;case_id\n"
                               "walk;Walk;ea hhno\n";

static HwInterview *
new_interview (void)
{
  g_autoptr (HwQuestionnaire) questionnaire = fixture_read (survey, NULL, settings);

  return hw_interview_new (questionnaire);
}

static void
test_find (void)
{
  static const struct
  {
    const char *ref;
    const char *found; /* NULL: nothing */
  } rows[] = {
    { "ea", "ea" },
    { "g_a/ea", "ea" },
    { "/data/g_a/ea", "ea" },
    { "/data/ea", "ea" },
    { "g_a", "g_a" },
    { "", "" },
    { "/data", "" },
    { "member", "member" },
    { "g_b/member", "member" },
    { "member[2]", "member[2]" },
    { "member[2]/age", "member[2]/age" },
    { "g_b/member[2]/g_c/age", "member[2]/age" },
    { "/data/g_b/member[2]/age", "member[2]/age" },
    { "member[3]", NULL },
    { "member[0]", NULL },
    { "member[x]", NULL },
    { "member[]", NULL },
    { "member[1", NULL },
    { "member/age", NULL },
    { "age", NULL },
    { "ea[1]", NULL },
    { "member[1]/ea", NULL },
    { "ea/ea", NULL },
    { "member[1]/member", NULL },
    { "nobody", NULL },
    { "/root/ea", NULL },
    { "/", NULL },
    { "ea/", NULL },
  };
  g_autoptr (HwInterview) interview = new_interview ();

  fixture_answer (interview, "hhno", "2");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      HwItem *item = hw_interview_find (interview, rows[i].ref);

      g_test_message ("%s", rows[i].ref);
      g_assert_cmpstr (item != NULL ? hw_item_get_ref (item) : NULL, ==, rows[i].found);
    }
}

static char *
walk (HwInterview *interview,
      gboolean unanswered_only,
      gboolean forward)
{
  GString *text = g_string_new (NULL);

  for (HwItem *item = hw_interview_next (interview, NULL, unanswered_only, forward); item != NULL;
       item = hw_interview_next (interview, item, unanswered_only, forward))
    g_string_append_printf (text, "%s ", hw_item_get_ref (item));
  return g_string_free (text, FALSE);
}

#define assert_walk(unanswered_only, forward, expected)                \
  G_STMT_START                                                         \
  {                                                                    \
    g_autofree char *walk_ = walk (interview, unanswered_only, forward); \
    g_assert_cmpstr (walk_, ==, expected);                             \
  }                                                                    \
  G_STMT_END

static void
test_next (void)
{
  g_autoptr (HwInterview) interview = new_interview ();

  assert_walk (FALSE, TRUE, "ea hhno last ");
  assert_walk (FALSE, FALSE, "last hhno ea ");
  fixture_answer (interview, "hhno", "2");
  assert_walk (FALSE, TRUE,
               "ea hhno n1 member[1]/name member[1]/age member[2]/name member[2]/age last ");
  assert_walk (FALSE, FALSE,
               "last member[2]/age member[2]/name member[1]/age member[1]/name n1 hhno ea ");
  fixture_answer (interview, "member[1]/name", "Ana");
  fixture_answer (interview, "last", "x");
  assert_walk (TRUE, TRUE, "ea member[1]/age member[2]/name member[2]/age ");
  assert_walk (TRUE, FALSE, "member[2]/age member[2]/name member[1]/age ea ");
}

static void
assert_count (HwInterview *interview,
              HwItem *within,
              guint applicable,
              guint answered,
              guint problems)
{
  guint n_applicable, n_answered, n_problems;

  hw_interview_count (interview, within, &n_applicable, &n_answered, &n_problems);
  g_assert_cmpuint (n_applicable, ==, applicable);
  g_assert_cmpuint (n_answered, ==, answered);
  g_assert_cmpuint (n_problems, ==, problems);
}

static void
test_count (void)
{
  g_autoptr (HwInterview) interview = new_interview ();
  g_autoptr (GPtrArray) problems = NULL;

  assert_count (interview, NULL, 3, 0, 1);
  fixture_answer (interview, "hhno", "2");
  assert_count (interview, NULL, 7, 1, 3);
  assert_count (interview, fixture_find (interview, "member[2]"), 2, 0, 1);
  fixture_answer (interview, "member[2]/name", "Luis");
  fixture_answer (interview, "member[2]/age", "=refused");
  assert_count (interview, fixture_find (interview, "member[2]"), 2, 2, 0);
  assert_count (interview, fixture_find (interview, "member"), 4, 2, 1);
  problems = hw_interview_list_problems (interview);
  g_assert_cmpuint (problems->len, ==, 2);
  g_assert_true (g_ptr_array_index (problems, 1) == fixture_find (interview, "member[1]/name"));
}

static gboolean
stop_cb (HwItem *item,
         gpointer data)
{
  g_string_append_printf (data, "%s ", hw_item_get_ref (item));
  return ((GString *) data)->len < 30;
}

static void
test_foreach (void)
{
  g_autoptr (HwInterview) interview = new_interview ();
  g_autoptr (GString) all = g_string_new (NULL);
  g_autoptr (GString) live = g_string_new (NULL);

  fixture_answer (interview, "hhno", "1");
  fixture_answer (interview, "hhno", "0");
  hw_interview_foreach_question (interview, FALSE, stop_cb, all);
  g_assert_cmpstr (all->str, ==, "ea hhno member[1]/name member[1]/age ");
  hw_interview_foreach_question (interview, TRUE, stop_cb, live);
  g_assert_cmpstr (live->str, ==, "ea hhno last ");
}

static void
test_case_label (void)
{
  g_autoptr (HwInterview) interview = new_interview ();
  g_autofree char *none = hw_interview_dup_case_label (interview);
  g_autofree char *one = NULL;
  g_autofree char *both = NULL;

  g_assert_cmpstr (none, ==, "");
  fixture_answer (interview, "hhno", "3");
  one = hw_interview_dup_case_label (interview);
  g_assert_cmpstr (one, ==, "3");
  fixture_answer (interview, "ea", "12");
  both = hw_interview_dup_case_label (interview);
  g_assert_cmpstr (both, ==, "12 - 3");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/walk/find", test_find);
  g_test_add_func ("/walk/next", test_next);
  g_test_add_func ("/walk/count", test_count);
  g_test_add_func ("/walk/foreach", test_foreach);
  g_test_add_func ("/walk/case-label", test_case_label);
  return g_test_run ();
}
