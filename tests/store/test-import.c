/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "store/import.h"
#include "support.h"

typedef struct
{
  HwImportResult result;
  char *problems; /* one a line */
  char *refused;  /* the file of refused rows, "" when there is none */
} Outcome;

static void
outcome_clear (Outcome *self)
{
  g_free (self->problems);
  g_free (self->refused);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Outcome, outcome_clear)

static Outcome
import (Support *self,
        const char *level,
        const char *text,
        gboolean partial)
{
  g_autofree char *path = g_build_filename (self->folder, "in.csv", NULL);
  g_autofree char *refused = g_build_filename (self->folder, "refused.csv", NULL);
  g_autoptr (HwProblems) problems = hw_problems_new ();
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  Outcome outcome = { 0 };

  g_remove (refused);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  hw_survey_file_import (self->file, level, path, partial, refused, problems, &outcome.result,
                         &error);
  g_assert_no_error (error);
  hw_problems_sort (problems);
  for (guint i = 0; i < hw_problems_get_length (problems); i++)
    {
      const HwProblem *problem = hw_problems_get (problems, i);

      g_string_append_printf (lines, "%u:%u: %s\n", problem->line, problem->column,
                              problem->message);
    }
  outcome.problems = g_string_free (g_steal_pointer (&lines), FALSE);
  if (!g_file_get_contents (refused, &outcome.refused, NULL, NULL))
    outcome.refused = g_strdup ("");
  return outcome;
}

static void
assert_counts (const Outcome *outcome,
               guint n_rows,
               guint n_stored,
               guint n_refused)
{
  g_test_message ("%s", outcome->problems);
  g_assert_cmpuint (outcome->result.n_rows, ==, n_rows);
  g_assert_cmpuint (outcome->result.n_stored, ==, n_stored);
  g_assert_cmpuint (outcome->result.n_refused, ==, n_refused);
}

static void
assert_all_in (Support *self,
               const char *level,
               const char *text,
               guint n_rows)
{
  g_auto (Outcome) outcome = import (self, level, text, FALSE);

  assert_counts (&outcome, n_rows, n_rows, 0);
  g_assert_cmpstr (outcome.problems, ==, "");
  g_assert_cmpstr (outcome.refused, ==, "");
}

static const char households[] = "HHID,head,size,gets\n1,Ana,2,1\n2,Ben,,2\n3,Eva,1,1\n";

static void
test_levels (Support *self,
             gconstpointer data)
{
  gint64 broken;

  assert_all_in (self, "household", households, 3);
  /* The third level says nothing of how many persons there are: then it is as many as it lists. */
  assert_all_in (
      self, "person",
      "hhid,pname,age,away,where\n1,Ana,44,2,\n1,Bo,998,1,Oslo\n2,Ben,30,,\n2,Cy,999,,\n", 4);
  support_assert_sql (self->path,
                      "SELECT h.hhid, p.position, p.pname, p.age, p.\"where\" FROM person_2 p"
                      " JOIN household h USING (interview_id) WHERE p.dormant = 0"
                      " ORDER BY 1, 2",
                      "1|1|Ana|44|-\n1|2|Bo|-|Oslo\n2|1|Ben|30|-\n2|2|Cy|-|-\n3|1|-|-|-");
  support_assert_sql (self->path, "SELECT size, twice FROM household ORDER BY hhid",
                      "2|4\n2|4\n1|2");
  support_assert_sql (self->path,
                      "SELECT kind FROM missing_answer WHERE question = 'age'"
                      " AND kind <> 'not-answered' ORDER BY 1",
                      "dont-know\nrefused");
  assert_all_in (self, "snd", "hhid,snd,snd_no\n1,1,11\n1,2,12\n3,1,31\n", 3);
  assert_all_in (self, "flow", "hhid,snd_no,amount,when\n1,12,7.50,2026-01-31\n1,11,3,\n1,12,9,\n",
                 3);
  assert_all_in (self, "flow", "hhid,snd,flow,amount\n3,1,1,5\n", 1);
  support_assert_sql (self->path,
                      "SELECT s.snd_no, f.position, f.amount FROM flow f"
                      " JOIN snd s ON s.row_id = f.parent_row_id ORDER BY 1, 2",
                      "11|1|3.0\n12|1|7.5\n12|2|9.0\n31|1|5.0");
  g_assert_true (hw_survey_file_verify_trail (self->file, &broken, NULL));
  g_assert_cmpint (broken, ==, 0);
  support_assert_sql (
      self->path, "SELECT DISTINCT reason FROM answer_trail WHERE kind IN ('answer', 'row-added')",
      "import in.csv");
}

static const char bad[] = "hhid,head,size,when,gets\n"
                          "1,Ana,2,,1\n"
                          "2,Ben,two,,1\n"
                          ",Cy,1,,1\n"
                          "1,Dan,1,,1\n"
                          "4,\"Eva, the \"\"first\"\"\",1,,7\n"
                          "5,Fay,1,,2\n";

static void
test_refused (Support *self,
              gconstpointer data)
{
  g_auto (Outcome) first = import (self, "household", bad, FALSE);
  g_auto (Outcome) second = { 0 };
  g_auto (Outcome) third = { 0 };

  assert_counts (&first, 6, 0, 6);
  g_assert_true (g_str_has_prefix (first.problems, "1:4: “when” is no question of the level"));
  support_assert_sql (self->path, "SELECT count (*) FROM interview", "0");

  second = import (self, "household", bad, TRUE);
  assert_counts (&second, 6, 2, 4);
  g_assert_nonnull (strstr (second.problems, "\n3:3: “two” is not"));
  g_assert_nonnull (strstr (second.problems, "\n4:1: “hhid” is empty"));
  g_assert_nonnull (strstr (second.problems, "\n5:0: The household “1” is there already"));
  g_assert_nonnull (strstr (second.problems, "\n6:5: “7” is not one of the codes"));
  support_assert_sql (self->path, "SELECT hhid, head FROM household ORDER BY 1", "1|Ana\n5|Fay");
  g_assert_true (
      g_str_has_prefix (second.refused, "hhid,head,size,when,gets,problem\r\n2,Ben,two,,1,"));
  g_assert_nonnull (strstr (second.refused, "\r\n4,\"Eva, the \"\"first\"\"\",1,,7,"));

  /* The refused rows go in once they are mended, with their last column still there. */
  {
    g_auto (GStrv) lines = g_strsplit (second.refused, "\r\n", -1);
    g_autofree char *mended = g_strdup_printf ("%s\r\n%s\r\n", "hhid,head,size,extra,gets,problem",
                                               "4,Eva,1,,1,“7” is not one of the codes");

    g_assert_cmpuint (g_strv_length (lines), ==, 6);
    third = import (self, "household", mended, TRUE);
  }
  assert_counts (&third, 1, 1, 0);
  support_assert_sql (self->path, "SELECT count (*) FROM household", "3");
}

static void
test_below_refused (Support *self,
                    gconstpointer data)
{
  g_auto (Outcome) persons = { 0 };
  g_auto (Outcome) senders = { 0 };
  g_auto (Outcome) flows = { 0 };
  g_auto (Outcome) again = { 0 };

  assert_all_in (self, "household", households, 3);
  persons = import (self, "person", "hhid,pname\n9,Zoe\n1,Ana\n1,Bo\n1,Cy\n3,Di\n", TRUE);
  assert_counts (&persons, 5, 3, 2);
  g_assert_nonnull (strstr (persons.problems, "2:0: There is no household “9”"));
  g_assert_nonnull (strstr (persons.problems, "5:0: The household “1” has fewer rows of “person”"));
  support_assert_sql (self->path, "SELECT pname FROM person_2 ORDER BY 1", "Ana\nBo\nDi");
  support_assert_sql (self->path, "SELECT count (*) FROM person_2 WHERE dormant = 1", "0");

  senders = import (self, "snd", "hhid,snd,snd_no\n2,1,21\n1,1,11\n1,2,11\n", TRUE);
  assert_counts (&senders, 3, 2, 1);
  g_assert_nonnull (strstr (senders.problems, "2:0: “snd” does not apply to the household “2”"));
  again = import (self, "snd", "hhid,snd,snd_no\n1,2,12\n1,3,13\n", TRUE);
  assert_counts (&again, 2, 1, 1);
  g_assert_nonnull (strstr (again.problems, "2:0: The household “1” has a row 2 of “snd” already"));

  flows = import (self, "flow", "hhid,snd_no,amount\n1,11,5\n1,13,6\n1,19,7\n1,,8\n", TRUE);
  assert_counts (&flows, 4, 1, 3);
  g_assert_nonnull (
      strstr (flows.problems, "2:0: The household “1” has several rows “11” of “snd”"));
  g_assert_nonnull (strstr (flows.problems, "4:0: The household “1” has no row “19” of “snd”"));
  g_assert_nonnull (strstr (flows.problems, "5:2: “snd_no” is empty"));
}

static void
test_headings (Support *self,
               gconstpointer data)
{
  static const struct
  {
    const char *level;
    const char *text;
    const char *problem;
  } rows[] = {
    { "household", "head\nAna\n", "1:0: The column “hhid” is missing" },
    { "household", "hhid,head,head\n1,Ana,Ana\n", "1:3: “head” stands in two columns" },
    { "flow", "hhid,amount\n1,5\n", "1:0: A column “snd_no” or “snd” is missing" },
    { "household", "hhid,head\n1,\"Ana\n", "2:" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (Outcome) outcome = import (self, rows[i].level, rows[i].text, i < 3);

      g_test_message ("%s", outcome.problems);
      g_assert_true (g_str_has_prefix (outcome.problems, rows[i].problem));
      g_assert_cmpuint (outcome.result.n_stored, ==, 0);
    }
  support_assert_sql (self->path, "SELECT count (*) FROM interview", "0");
}

static void
test_no_level (Support *self,
               gconstpointer data)
{
  g_autoptr (HwProblems) problems = hw_problems_new ();
  g_autoptr (GError) error = NULL;
  HwImportResult result;

  g_assert_false (hw_survey_file_import (self->file, "cattle", "/nowhere.csv", FALSE, NULL,
                                         problems, &result, &error));
  g_assert_error (error, HW_STORE_ERROR, HW_STORE_ERROR_NOT_FOUND);
  g_assert_cmpstr (error->message, ==,
                   "The survey has no level “cattle”. It has: household, person, snd, flow.");
}

/* A value that breaks a rule is one that a person could enter too: it is stored, marked and told.
 */
static void
test_odd (Support *self,
          gconstpointer data)
{
  g_auto (Outcome) outcome = { 0 };

  assert_all_in (self, "household", households, 3);
  outcome = import (self, "person", "hhid,pname,age,away,where\n1,Ana,140,2,Oslo\n", FALSE);
  assert_counts (&outcome, 1, 1, 0);
  g_assert_nonnull (strstr (outcome.problems, "2:3: “age” is stored and marked"));
  g_assert_nonnull (strstr (outcome.problems, "2:5: “where” does not apply here"));
  support_assert_sql (self->path, "SELECT age, \"where\" FROM person_2 WHERE pname = 'Ana'",
                      "140|-");
  support_assert_sql (self->path, "SELECT kept_text FROM missing_answer WHERE kind = 'dormant'",
                      "Oslo");
  support_assert_sql (self->path, "SELECT status, n_problems > 0 FROM interview WHERE label = '1'",
                      "under-way|1");
}

static void
test_gold (Support *self,
           gconstpointer data)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "fixtures", "gold", NULL);
  g_autofree char *sheets = g_build_filename (folder, "questionnaire", NULL);
  g_autofree char *cases = g_build_filename (folder, "gold_hh.csv", NULL);
  g_autofree char *flows = g_build_filename (folder, "gold_flow.csv", NULL);
  g_autofree char *path = g_build_filename (self->folder, "gold.homeward", NULL);
  g_autoptr (HwProblems) problems = hw_problems_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (HwQuestionnaire) questionnaire
      = hw_questionnaire_new_from_path (sheets, problems, &error);
  g_autoptr (HwSurveyFile) file = NULL;
  HwImportResult result;

  g_assert_no_error (error);
  g_assert_cmpuint (hw_problems_count (problems, HW_PROBLEM_ERROR), ==, 0);
  file = hw_survey_file_create (path, questionnaire, NULL, &error);
  g_assert_no_error (error);
  hw_survey_file_import (file, "household", cases, FALSE, NULL, problems, &result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (result.n_stored, ==, 24);
  hw_survey_file_import (file, "flow", flows, FALSE, NULL, problems, &result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (result.n_stored, ==, 20);
  support_assert_sql (path, "SELECT count (*), sum (w), count (DISTINCT psu) FROM household",
                      "24|2638.0|6");
  support_assert_sql (path,
                      "SELECT sum (f.lcu * h.w), sum (f.fee_lcu) FROM flow f"
                      " JOIN household h USING (interview_id)",
                      "23469220.0|4887.6");
  support_assert_sql (path, "SELECT status, count (*) FROM interview", "completed|24");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define add(name, func)                                                                            \
  g_test_add ("/import/" name, Support, NULL, support_set_up, func, support_tear_down)
  add ("levels", test_levels);
  add ("refused", test_refused);
  add ("below-refused", test_below_refused);
  add ("headings", test_headings);
  add ("no-level", test_no_level);
  add ("odd", test_odd);
  add ("gold", test_gold);
  return g_test_run ();
}
