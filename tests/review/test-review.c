/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/wait.h>

#include "../interview/fixture.h"
#include "review/finding.h"
#include "review/progress.h"

static const char survey[] = "type,number,name,label,required,constraint,constraint_message,soft_"
                             "check,soft_message,repeat_count,relevant\n"
                             "integer,A1,hhid,Number of the household,yes,,,,,,\n"
                             "integer,A2,size,How many live here?,yes,,,,,,\n"
                             "begin_repeat,,person,Member,,,,,,${size},\n"
                             "text,B1,pname,Name,,,,,,,\n"
                             "integer,B2,age,How old is ${pname}?,yes,. < 130,Nobody is that "
                             "old.,. < 100,Is that right?,,\n"
                             "text,B3,school,Which school?,yes,,,,,,${age} < 18\n"
                             "end_repeat,,person,,,,,,,,\n";
static const char settings[] = "form_id,form_title,version,case_id\nsmall,Small survey,1,hhid\n";

typedef struct
{
  char *folder;
  char *path;
  HwQuestionnaire *questionnaire;
  HwSurveyFile *file;
} Fixture;

static void
set_up (Fixture *self,
        gconstpointer data)
{
  self->folder = g_dir_make_tmp ("homeward-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "small.homeward", NULL);
  self->questionnaire = fixture_read (survey, NULL, settings);
  self->file = hw_survey_file_create (self->path, self->questionnaire, NULL, NULL);
  g_assert_nonnull (self->file);
}

static void
tear_down (Fixture *self,
           gconstpointer data)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_assert_finalize_object (self->file);
  hw_questionnaire_unref (self->questionnaire);
  dir = g_dir_open (self->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

/* A household of one, aged @age. */
static HwInterview *
make_interview (Fixture *self,
                const char *hhid,
                const char *age,
                HwStatus status)
{
  HwInterview *interview = hw_interview_new (self->questionnaire);
  g_autoptr (GError) error = NULL;

  fixture_answer (interview, "hhid", hhid);
  fixture_answer (interview, "size", "1");
  fixture_answer (interview, "person[1]/pname", "Ana");
  if (age != NULL)
    fixture_answer (interview, "person[1]/age", age);
  g_assert_true (hw_survey_file_store_interview (self->file, interview, status, &error));
  g_assert_no_error (error);
  return interview;
}

/* "kind ref sentence (reason)" a line */
static char *
tell (GListModel *findings)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (HwFinding) finding = g_list_model_get_item (findings, i);
      const char *reason = hw_finding_get_reason (finding);

      g_string_append_printf (text, "%s %s %s%s%s\n",
                              hw_finding_kind_get_name (hw_finding_get_kind (finding)),
                              hw_finding_get_ref (finding), hw_finding_get_sentence (finding),
                              reason != NULL ? " / " : "", reason != NULL ? reason : "");
    }
  return g_string_free (text, FALSE);
}

static void
assert_found (Fixture *self,
              HwInterview *interview,
              const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) findings = hw_review_find (self->file, interview, &error);
  g_autoptr (GListModel) kept = NULL;
  g_autofree char *found = NULL;
  g_autofree char *stored = NULL;

  g_assert_no_error (error);
  found = tell (findings);
  g_assert_cmpstr (found, ==, expected);
  kept = hw_review_list_kept (self->file, hw_interview_get_id (interview), &error);
  g_assert_no_error (error);
  stored = tell (kept);
  g_assert_cmpstr (stored, ==, expected);
}

static void
test_kinds (Fixture *self,
            gconstpointer data)
{
  g_autoptr (HwInterview) interview = make_interview (self, "7", NULL, HW_STATUS_UNDER_WAY);
  HwItem *age = fixture_find (interview, "person[1]/age");
  guint counts[HW_FINDING_N_KINDS];

  assert_found (self, interview,
                "missing person[1]/age Member 1, B2 “How old is Ana?” has no answer.\n");
  fixture_answer (interview, "person[1]/age", "130");
  assert_found (self, interview,
                "hard person[1]/age Member 1, B2 “How old is Ana?”: 130 cannot be right. Nobody is "
                "that old.\n");
  fixture_answer (interview, "person[1]/age", "101");
  assert_found (
      self, interview,
      "soft person[1]/age Member 1, B2 “How old is Ana?”: 101 is unusual. Is that right?\n");
  hw_interview_confirm (interview, age, "Born in 1925, shown in her papers");
  assert_found (self, interview,
                "confirmed person[1]/age Member 1, B2 “How old is Ana?”: 101 is unusual, and was "
                "confirmed. / Born in 1925, shown in her papers\n");
  g_assert_true (hw_review_count_kept (self->file, hw_interview_get_id (interview), counts, NULL));
  g_assert_cmpuint (counts[HW_FINDING_CONFIRMED], ==, 1);
  g_assert_cmpuint (counts[HW_FINDING_SOFT], ==, 0);
  fixture_answer (interview, "person[1]/age", "12");
  assert_found (self, interview,
                "missing person[1]/school Member 1, B3 “Which school?” has no answer.\n");
  fixture_answer (interview, "person[1]/age", "40");
  assert_found (self, interview, "");
}

static void
test_duplicate (Fixture *self,
                gconstpointer data)
{
  g_autoptr (HwInterview) one = make_interview (self, "7", "40", HW_STATUS_COMPLETED);
  g_autoptr (HwInterview) other = make_interview (self, "8", "40", HW_STATUS_COMPLETED);
  g_autoptr (HwInterview) again = make_interview (self, "7", "40", HW_STATUS_UNDER_WAY);
  g_autoptr (GListModel) findings = hw_review_find (self->file, again, NULL);
  g_autoptr (HwFinding) finding = g_list_model_get_item (findings, 0);

  g_assert_cmpint (hw_finding_get_kind (finding), ==, HW_FINDING_DUPLICATE);
  g_assert_cmpstr (hw_finding_get_question (finding), ==, "hhid");
  g_assert_true (
      g_str_has_prefix (hw_finding_get_sentence (finding),
                        "The case 7 stands in another interview too, that of tester, 20"));
  assert_found (self, other, "");
  g_assert_true (hw_survey_file_set_status (self->file, hw_interview_get_id (one), HW_STATUS_VOID,
                                            "Twice", NULL));
  assert_found (self, again, "");
}

static void
test_complete (Fixture *self,
               gconstpointer data)
{
  g_autoptr (HwInterview) interview = make_interview (self, "7", NULL, HW_STATUS_UNDER_WAY);
  g_autoptr (HwInterviewSummary) summary = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (hw_review_complete (self->file, interview, &error));
  g_assert_error (error, HW_STORE_ERROR, HW_STORE_ERROR_NOT_ALLOWED);
  g_assert_cmpstr (
      error->message, ==,
      "1 finding must be settled before the interview is complete: Member 1, B2 “How "
      "old is Ana?” has no answer.");
  g_clear_error (&error);
  fixture_answer (interview, "person[1]/age", "101");
  g_assert_true (
      hw_survey_file_store_interview (self->file, interview, HW_STATUS_UNDER_WAY, &error));
  g_assert_no_error (error);
  g_assert_true (hw_review_complete (self->file, interview, &error));
  g_assert_no_error (error);
  summary = hw_survey_file_get_summary (self->file, hw_interview_get_id (interview), NULL);
  g_assert_cmpint (hw_interview_summary_get_status (summary), ==, HW_STATUS_COMPLETED);
}

static void
test_queue (Fixture *self,
            gconstpointer data)
{
  g_autoptr (HwInterview) fine = make_interview (self, "5", "40", HW_STATUS_COMPLETED);
  g_autoptr (HwInterview) odd = make_interview (self, "6", "101", HW_STATUS_COMPLETED);
  g_autoptr (HwInterview) going_on = make_interview (self, "7", "101", HW_STATUS_UNDER_WAY);
  g_autoptr (HwInterview) bad = make_interview (self, "8", "140", HW_STATUS_COMPLETED);
  g_autoptr (GListModel) findings = hw_review_find (self->file, odd, NULL);
  g_autoptr (GPtrArray) queue = NULL;
  const char *const expected[] = { "6", "8", "5" };

  g_assert_nonnull (findings);
  queue = hw_review_list_queue (self->file, NULL);
  g_assert_cmpuint (queue->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < queue->len; i++)
    g_assert_cmpstr (hw_interview_summary_get_label (g_ptr_array_index (queue, i)), ==,
                     expected[i]);
}

static void
test_decisions (Fixture *self,
                gconstpointer data)
{
  g_autoptr (HwInterview) interview = make_interview (self, "7", "40", HW_STATUS_COMPLETED);
  const char *id = hw_interview_get_id (interview);
  g_autoptr (HwInterviewSummary) summary = NULL;
  g_autoptr (GPtrArray) queue = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (hw_review_return (self->file, id, "  ", &error));
  g_assert_error (error, HW_STORE_ERROR, HW_STORE_ERROR_NOT_ALLOWED);
  g_clear_error (&error);
  g_assert_true (hw_review_return (self->file, id, " Ask for the second member ", &error));
  g_assert_no_error (error);
  summary = hw_survey_file_get_summary (self->file, id, NULL);
  g_assert_cmpint (hw_interview_summary_get_status (summary), ==, HW_STATUS_RETURNED);
  g_assert_cmpstr (hw_interview_summary_get_reason (summary), ==, "Ask for the second member");
  queue = hw_review_list_queue (self->file, NULL);
  g_assert_cmpuint (queue->len, ==, 0);

  g_assert_false (hw_review_approve (self->file, id, &error));
  g_assert_error (error, HW_STORE_ERROR, HW_STORE_ERROR_NOT_ALLOWED);
  g_clear_error (&error);
  g_assert_true (hw_review_complete (self->file, interview, NULL));
  g_assert_true (hw_review_approve (self->file, id, &error));
  g_assert_no_error (error);
}

static void
test_progress (Fixture *self,
               gconstpointer data)
{
  g_autoptr (HwInterview) fine = make_interview (self, "5", "40", HW_STATUS_COMPLETED);
  g_autoptr (HwInterview) bad = make_interview (self, "6", "140", HW_STATUS_UNDER_WAY);
  g_autoptr (GPtrArray) rows = hw_review_list_progress (self->file, NULL);
  const HwProgress *person, *all;

  g_assert_cmpuint (rows->len, ==, 2);
  person = g_ptr_array_index (rows, 0);
  all = g_ptr_array_index (rows, 1);
  g_assert_cmpstr (person->person, ==, "tester");
  g_assert_null (all->person);
  g_assert_cmpuint (all->n, ==, 2);
  g_assert_cmpuint (all->n_problems, ==, 1);
  g_assert_cmpuint (person->by_status[HW_STATUS_COMPLETED], ==, 1);
  g_assert_cmpuint (person->by_status[HW_STATUS_UNDER_WAY], ==, 1);
}

static void
test_read_only (Fixture *self,
                gconstpointer data)
{
  g_autoptr (HwInterview) interview = make_interview (self, "7", "101", HW_STATUS_COMPLETED);
  g_autoptr (HwSurveyFile) file = NULL;
  g_autoptr (GListModel) findings = NULL;
  g_autoptr (GListModel) kept = NULL;
  g_autoptr (GError) error = NULL;

  file = hw_survey_file_open (self->path, TRUE, &error);
  g_assert_no_error (error);
  findings = hw_review_find (file, interview, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (findings), ==, 1);
  kept = hw_review_list_kept (file, hw_interview_get_id (interview), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (kept), ==, 0);
}

/* What a command prints, its exit status compared with @status. */
static char *
run (Fixture *self,
     const char *command,
     int status)
{
  const char *program = g_getenv ("HOMEWARD_CLI");
  const char *argv[] = { program, command, self->path, "--format", "csv", NULL };
  g_autofree char *errors = NULL;
  g_autoptr (GError) error = NULL;
  char *output = NULL;
  int wait_status;

  g_assert_nonnull (program);
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, &errors,
                &wait_status, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (errors, ==, "");
  g_assert_true (WIFEXITED (wait_status));
  g_assert_cmpint (WEXITSTATUS (wait_status), ==, status);
  return output;
}

static void
test_commands (Fixture *self,
               gconstpointer data)
{
  g_autoptr (HwInterview) fine = make_interview (self, "5", "40", HW_STATUS_COMPLETED);
  g_autofree char *nothing = run (self, "findings", 0);
  g_autoptr (HwInterview) odd = make_interview (self, "6", "101", HW_STATUS_COMPLETED);
  g_autofree char *findings = run (self, "findings", 1);
  g_autofree char *progress = run (self, "progress", 0);
  g_autofree char *expected = g_strconcat (
      "case,kind,ref,sentence,reason,interview\r\n"
      "6,soft,person[1]/age,\"Member 1, B2 “How old is Ana?”: 101 is unusual. Is that "
      "right?\",\"\",",
      hw_interview_get_id (odd), "\r\n", NULL);

  g_assert_cmpstr (nothing, ==, "case,kind,ref,sentence,reason,interview\r\n");
  g_assert_cmpstr (findings, ==, expected);
  g_assert_cmpstr (progress, ==,
                   "person,under-way,completed,returned,approved,void,all,problems\r\n"
                   "tester,0,2,0,0,0,2,1\r\n"
                   "All,0,2,0,0,0,2,1\r\n");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/review/kinds", test_kinds);
  ADD ("/review/duplicate", test_duplicate);
  ADD ("/review/complete", test_complete);
  ADD ("/review/queue", test_queue);
  ADD ("/review/decisions", test_decisions);
  ADD ("/review/progress", test_progress);
  ADD ("/review/read-only", test_read_only);
  ADD ("/review/commands", test_commands);
  return g_test_run ();
}
