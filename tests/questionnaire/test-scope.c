/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "questionnaire/scope.h"
#include "sheets.h"

static const char survey[] = "type,name,label\n"
                             "text,place,P\n"
                             "begin_group,g_a,A\n"
                             "integer,hhsize,H\n"
                             "date,visit,V\n"
                             "end_group,,\n"
                             "begin_group,g_b,B\n"
                             "begin_repeat,member,M\n"
                             "text,mname,N\n"
                             "begin_group,work,W\n"
                             "integer,mage,A\n"
                             "end_group,,\n"
                             "begin_repeat,job,J\n"
                             "text,jname,J\n"
                             "end_repeat,,\n"
                             "end_repeat,,\n"
                             "end_group,,\n"
                             "begin_repeat,mig,G\n"
                             "integer,gage,A\n"
                             "end_repeat,,\n";

static const struct
{
  const char *context;
  const char *target;
  const char *path;
} rows[] = {
  { "place", "hhsize", "../g_a/hhsize" },
  { "hhsize", "place", "../../place" },
  { "hhsize", "visit", "../visit" },
  { "hhsize", "hhsize", "." },
  { "hhsize", "g_a", ".." },
  { "g_a", "hhsize", "hhsize" },
  { "g_a", "place", "../place" },
  { "g_a", "g_a", "." },
  /* the same instance */
  { "mage", "mname", "../../mname" },
  { "mname", "mage", "../work/mage" },
  { "jname", "mage", "../../work/mage" },
  { "mname", "jname", "../job/jname" },
  /* all instances of another repeat, and out of one */
  { "gage", "mage", "../../g_b/member/work/mage" },
  { "place", "jname", "../g_b/member/job/jname" },
  { "mage", "hhsize", "../../../../g_a/hhsize" },
  /* a repeat is the set of its instances, also from inside */
  { "hhsize", "member", "../../g_b/member" },
  { "mage", "member", "../../../member" },
  { "jname", "member", "../../../member" },
  { "jname", "job", "../../job" },
  { "member", "member", "../member" },
  { "member", "mname", "mname" },
  { "member", "hhsize", "../../g_a/hhsize" },
};

static HwExpressionScope
start (HwQuestionScope *scope,
       HwQuestionnaire *questionnaire,
       const char *context)
{
  HwExpressionScope expression_scope;

  hw_question_scope_init (scope, questionnaire, hw_questionnaire_find (questionnaire, context),
                          FALSE, &expression_scope);
  return expression_scope;
}

static void
test_paths (void)
{
  g_autoptr (HwQuestionnaire) questionnaire = read_clean (survey, NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      HwQuestionScope scope;
      HwExpressionScope calls = start (&scope, questionnaire, rows[i].context);
      HwScopeTarget target = HW_SCOPE_TARGET_INIT;

      g_assert_true (calls.resolve (rows[i].target, &target, calls.data));
      if (strcmp (target.path, rows[i].path) != 0)
        {
          g_test_message ("from %s to %s", rows[i].context, rows[i].target);
          g_assert_cmpstr (target.path, ==, rows[i].path);
        }
      g_free (target.path);
    }
}

static void
test_indexed (void)
{
  g_autoptr (HwQuestionnaire) questionnaire = read_clean (survey, NULL, NULL);
  HwQuestionScope scope;
  HwExpressionScope calls = start (&scope, questionnaire, "mname");
  HwScopeTarget target = HW_SCOPE_TARGET_INIT;

  g_assert_true (calls.resolve_all ("mage", "member", &target, calls.data));
  g_assert_cmpstr (target.path, ==, "work/mage");
  g_clear_pointer (&target.path, g_free);
  g_assert_true (calls.resolve_all ("job", "member", &target, calls.data));
  g_assert_cmpstr (target.path, ==, "job");
  g_clear_pointer (&target.path, g_free);
  g_assert_true (calls.resolve_all ("member", NULL, &target, calls.data));
  g_assert_cmpstr (target.path, ==, "../../member");
  g_clear_pointer (&target.path, g_free);
  g_assert_false (calls.resolve_all ("gage", "member", &target, calls.data));
  g_assert_false (calls.resolve_all ("hhsize", "g_a", &target, calls.data));
  g_assert_null (target.path);
}

static void
test_unknown_and_dates (void)
{
  g_autoptr (HwQuestionnaire) questionnaire = read_clean (survey, NULL, NULL);
  HwQuestionScope scope;
  HwExpressionScope calls = start (&scope, questionnaire, "visit");
  HwScopeTarget target = HW_SCOPE_TARGET_INIT;

  g_assert_true (calls.self_is_date);
  g_assert_true (calls.resolve ("visit", &target, calls.data));
  g_assert_true (target.is_date);
  g_free (target.path);
  target.path = NULL;
  g_assert_false (calls.resolve ("vist", &target, calls.data));
  g_assert_null (target.path);
  g_assert_cmpstr (calls.suggest ("vist", calls.data), ==, "visit");
  g_assert_cmpstr (calls.suggest ("hh_size", calls.data), ==, "hhsize");
  g_assert_null (calls.suggest ("remittances", calls.data));
  calls = start (&scope, questionnaire, "hhsize");
  g_assert_false (calls.self_is_date);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scope/paths", test_paths);
  g_test_add_func ("/scope/indexed", test_indexed);
  g_test_add_func ("/scope/unknown-and-dates", test_unknown_and_dates);
  return g_test_run ();
}
