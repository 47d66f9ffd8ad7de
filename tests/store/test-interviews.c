/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/database-private.h"
#include "store/survey-file-private.h"
#include "store/writer.h"
#include "support.h"

static void
flush (HwWriter *writer)
{
  g_autoptr (GError) error = NULL;

  hw_writer_flush (writer, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hw_writer_get_pending (writer), ==, 0);
}

static HwInterview *
reload (Support *self,
        const char *id)
{
  g_autoptr (GError) error = NULL;
  HwInterview *interview;

  support_reopen (self);
  interview = hw_survey_file_load_interview (self->file, id, &error);
  g_assert_no_error (error);
  return interview;
}

static void
assert_same (HwInterview *a,
             HwInterview *b)
{
  g_autofree char *one = hw_interview_dup_xml (a);
  g_autofree char *two = hw_interview_dup_xml (b);

  g_assert_cmpstr (one, ==, two);
}

static HwItem *
insert (HwInterview *interview,
        const char *roster)
{
  g_autoptr (GError) error = NULL;
  HwItem *row = hw_interview_insert_row (interview, fixture_find (interview, roster), 0, &error);

  g_assert_no_error (error);
  return row;
}

static void
assert_whole (Support *self)
{
  g_autoptr (GError) error = NULL;
  gint64 broken;

  g_assert_true (hw_survey_file_verify_trail (self->file, &broken, &error));
  g_assert_no_error (error);
  g_assert_cmpint (broken, ==, 0);
}

static void
answer_all (HwInterview *interview)
{
  fixture_answer (interview, "hhid", "7");
  fixture_answer (interview, "head", "Ana “Ñandú” O'Neil; DROP TABLE person");
  fixture_answer (interview, "size", "3");
  fixture_answer (interview, "person[1]/pname", "Ana");
  fixture_answer (interview, "person[1]/age", "44");
  fixture_answer (interview, "person[2]/pname", "Ben");
  fixture_answer (interview, "person[2]/age", "998");
  fixture_answer (interview, "person[2]/away", "1");
  fixture_answer (interview, "person[2]/where", "Oslo");
  fixture_answer (interview, "person[3]/age", "999");
  fixture_answer (interview, "gets", "1");
  insert (interview, "snd");
  fixture_answer (interview, "snd[1]/snd_no", "1");
  insert (interview, "snd[1]/flow");
  fixture_answer (interview, "snd[1]/flow[1]/amount", "12.50");
  insert (interview, "snd[1]/flow");
  fixture_answer (interview, "snd[1]/flow[2]/amount", "0.1");
  fixture_answer (interview, "snd[1]/flow[2]/when", "2026-03-31");
}

static void
test_answers (Support *self,
              gconstpointer data)
{
  g_autoptr (HwInterview) interview = hw_interview_new (self->questionnaire);
  g_autoptr (HwInterview) loaded = NULL;
  g_autoptr (HwWriter) writer = hw_writer_new (self->file, interview, TRUE, NULL);
  g_autoptr (HwInterviewSummary) summary = NULL;
  g_autofree char *cursor = NULL;
  const char *id = hw_interview_get_id (interview);

  answer_all (interview);
  hw_writer_set_cursor (writer, "snd[1]/flow[2]/when");
  flush (writer);
  support_assert_sql (self->path, "SELECT hhid, size, gets, twice FROM household", "7|3|1|6");
  support_assert_sql (self->path,
                      "SELECT position, pname, age, \"where\" FROM person_2 ORDER BY position",
                      "1|Ana|44|-\n2|Ben|-|Oslo\n3|-|-|-");
  support_assert_sql (self->path,
                      "SELECT f.position, f.amount, f.\"when\" FROM flow f"
                      " JOIN snd s ON s.row_id = f.parent_row_id ORDER BY 1",
                      "1|12.5|-\n2|0.1|2026-03-31");
  support_assert_sql (self->path,
                      "SELECT question, kind FROM missing_answer WHERE question = 'age'"
                      " ORDER BY kind",
                      "age|dont-know\nage|refused");
  /* What nobody asks has no row; what nobody has answered has one. */
  support_assert_sql (self->path,
                      "SELECT p.position FROM person_2 p JOIN missing_answer m USING (row_id)"
                      " WHERE m.question = 'away' AND m.kind = 'not-answered' ORDER BY 1",
                      "1\n3");
  support_assert_sql (self->path, "SELECT count (*) FROM missing_answer WHERE question = 'where'",
                      "0");
  loaded = reload (self, id);
  assert_same (interview, loaded);
  cursor = hw_survey_file_dup_cursor (self->file, id);
  g_assert_cmpstr (cursor, ==, "snd[1]/flow[2]/when");
  summary = hw_survey_file_get_summary (self->file, id, NULL);
  g_assert_cmpstr (hw_interview_summary_get_label (summary), ==, "7");
  g_assert_cmpint (hw_interview_summary_get_status (summary), ==, HW_STATUS_UNDER_WAY);
  g_assert_cmpstr (hw_interview_summary_get_person (summary), ==, "tester");
  g_assert_cmpuint (hw_interview_summary_get_percent (summary), >, 50);
  assert_whole (self);
}

static void
test_dormant (Support *self,
              gconstpointer data)
{
  g_autoptr (HwInterview) interview = hw_interview_new (self->questionnaire);
  g_autoptr (HwInterview) loaded = NULL;
  g_autoptr (HwWriter) writer = hw_writer_new (self->file, interview, TRUE, NULL);
  g_autoptr (GError) error = NULL;

  answer_all (interview);
  fixture_answer (interview, "person[2]/away", "2");
  fixture_answer (interview, "size", "1");
  fixture_answer (interview, "gets", "2");
  flush (writer);
  support_assert_sql (self->path, "SELECT pname FROM person_2 WHERE dormant = 0", "Ana");
  support_assert_sql (self->path, "SELECT count (*) FROM flow WHERE dormant = 0", "0");
  support_assert_sql (self->path,
                      "SELECT kind, kept_text FROM missing_answer WHERE question = 'where'",
                      "dormant|Oslo");
  support_assert_sql (self->path,
                      "SELECT kind, kept_text, kept_kind FROM missing_answer"
                      " WHERE question = 'age' AND kept_kind IS NOT NULL ORDER BY 3",
                      "dormant|-|dont-know\ndormant|-|refused");
  loaded = reload (self, hw_interview_get_id (interview));
  assert_same (interview, loaded);
  g_clear_object (&writer);

  writer = hw_writer_new (self->file, loaded, FALSE, &error);
  g_assert_no_error (error);
  fixture_answer (loaded, "size", "3");
  fixture_answer (loaded, "gets", "1");
  fixture_answer (loaded, "person[2]/away", "1");
  fixture_assert (loaded, "person[2]/where", "Oslo");
  fixture_assert (loaded, "person[3]/age", "(refused)");
  fixture_assert (loaded, "snd[1]/flow[1]/amount", "12.5");
  flush (writer);
  support_assert_sql (self->path,
                      "SELECT pname, \"where\" FROM person_2 WHERE dormant = 0"
                      " ORDER BY position",
                      "Ana|-\nBen|Oslo\n-|-");
  support_assert_sql (self->path, "SELECT amount FROM flow WHERE dormant = 0 ORDER BY position",
                      "12.5\n0.1");
  support_assert_sql (self->path, "SELECT count (*) FROM missing_answer WHERE kind = 'dormant'",
                      "0");
  assert_whole (self);
}

static void
test_rows (Support *self,
           gconstpointer data)
{
  g_autoptr (HwInterview) interview = hw_interview_new (self->questionnaire);
  g_autoptr (HwInterview) loaded = NULL;
  g_autoptr (HwWriter) writer = hw_writer_new (self->file, interview, TRUE, NULL);
  g_autoptr (GPtrArray) trail = NULL;
  g_autoptr (GError) error = NULL;
  HwTrailEntry *last;

  answer_all (interview);
  insert (interview, "snd");
  fixture_answer (interview, "snd[2]/snd_no", "2");
  hw_interview_insert_row (interview, fixture_find (interview, "snd"), 1, &error);
  g_assert_no_error (error);
  fixture_answer (interview, "snd[1]/snd_no", "9");
  flush (writer);
  support_assert_sql (self->path, "SELECT position, snd_no FROM snd ORDER BY 1", "1|9\n2|1\n3|2");
  hw_interview_remove_row (interview, fixture_find (interview, "snd[2]"), "entered twice", &error);
  g_assert_no_error (error);
  flush (writer);
  support_assert_sql (self->path, "SELECT position, snd_no FROM snd ORDER BY 1", "1|9\n2|2");
  support_assert_sql (self->path, "SELECT count (*) FROM flow", "0");
  loaded = reload (self, hw_interview_get_id (interview));
  assert_same (interview, loaded);
  trail
      = hw_survey_file_list_trail (self->file, hw_interview_get_id (interview), NULL, NULL, &error);
  g_assert_no_error (error);
  last = g_ptr_array_index (trail, trail->len - 1);
  g_assert_cmpstr (last->kind, ==, "row-removed");
  g_assert_cmpstr (last->question, ==, "snd");
  g_assert_cmpstr (last->reason, ==, "entered twice");
  assert_whole (self);
}

static void
test_trail (Support *self,
            gconstpointer data)
{
  g_autoptr (HwInterview) interview = hw_interview_new (self->questionnaire);
  g_autoptr (HwWriter) writer = hw_writer_new (self->file, interview, TRUE, NULL);
  g_autoptr (GPtrArray) trail = NULL;
  g_autoptr (GString) told = g_string_new (NULL);
  HwQuestion *question = hw_questionnaire_find (self->questionnaire, "age");
  HwItem *row;

  fixture_answer (interview, "size", "1");
  row = hw_item_get_row (fixture_find (interview, "person[1]/age"));
  fixture_answer (interview, "person[1]/age", "105");
  fixture_answer (interview, "person[1]/age", "105");
  hw_interview_confirm (interview, fixture_find (interview, "person[1]/age"), "seen the papers");
  fixture_answer (interview, "person[1]/age", "999");
  fixture_answer (interview, "person[1]/age", "");
  flush (writer);
  trail = hw_survey_file_list_trail (self->file, hw_interview_get_id (interview), question,
                                     hw_item_get_row_id (row), NULL);
  for (guint i = 0; i < trail->len; i++)
    {
      HwTrailEntry *entry = g_ptr_array_index (trail, i);

      g_assert_cmpstr (entry->person, ==, "tester");
      g_string_append_printf (
          told, "%s %s %s %s\n", entry->kind, entry->before != NULL ? entry->before : "-",
          entry->after != NULL ? entry->after : "-", entry->reason != NULL ? entry->reason : "-");
    }
  g_assert_cmpstr (told->str, ==,
                   "answer (not-answered) 105 -\n"
                   "confirmed - - seen the papers\n"
                   "answer 105 (refused) -\n"
                   "answer (refused) (not-answered) -\n");
  support_assert_sql (self->path, "SELECT count (*) FROM confirmation", "0");
}

static void
test_confirmed (Support *self,
                gconstpointer data)
{
  g_autoptr (HwInterview) interview = hw_interview_new (self->questionnaire);
  g_autoptr (HwInterview) loaded = NULL;
  g_autoptr (HwWriter) writer = hw_writer_new (self->file, interview, TRUE, NULL);

  fixture_answer (interview, "size", "1");
  fixture_answer (interview, "person[1]/age", "105");
  hw_interview_confirm (interview, fixture_find (interview, "person[1]/age"), "seen the papers");
  flush (writer);
  loaded = reload (self, hw_interview_get_id (interview));
  g_assert_cmpstr (hw_item_get_confirmed (fixture_find (loaded, "person[1]/age")), ==,
                   "seen the papers");
  g_assert_cmpint (hw_item_get_problem (fixture_find (loaded, "person[1]/age")), ==, HW_ITEM_FINE);
}

/* Trails are only ever added to; who goes behind the program's back is found out. */
static void
test_tampered (Support *self,
               gconstpointer data)
{
  g_autoptr (HwInterview) interview = hw_interview_new (self->questionnaire);
  g_autoptr (HwDatabase) database = NULL;
  g_autoptr (GError) error = NULL;
  gint64 broken;

  answer_all (interview);
  g_assert_true (
      hw_survey_file_store_interview (self->file, interview, HW_STATUS_COMPLETED, &error));
  assert_whole (self);
  database = hw_database_open (self->path, HW_DATABASE_WRITE, NULL);
  g_assert_false (hw_database_run (database, "UPDATE answer_trail SET after = '8'", NULL));
  g_assert_false (hw_database_run (database, "DELETE FROM answer_trail", NULL));
  assert_whole (self);

  support_run_sql (self->path, "DROP TRIGGER answer_trail_keeps; DROP TRIGGER answer_trail_stays;"
                               "UPDATE answer_trail SET after = 'Lima' WHERE after = 'Oslo'");
  g_assert_true (hw_survey_file_verify_trail (self->file, &broken, &error));
  g_assert_cmpint (broken, >, 1);
  support_run_sql (self->path, "UPDATE answer_trail SET after = 'Oslo' WHERE after = 'Lima'");
  assert_whole (self);
  support_run_sql (self->path, "UPDATE answer_trail SET before = before_missing,"
                               " before_missing = NULL WHERE sequence = 3");
  g_assert_true (hw_survey_file_verify_trail (self->file, &broken, &error));
  g_assert_cmpint (broken, ==, 3);
  support_run_sql (self->path, "UPDATE answer_trail SET before_missing = before,"
                               " before = NULL WHERE sequence = 3");
  assert_whole (self);
  support_run_sql (self->path, "DELETE FROM answer_trail WHERE sequence ="
                               " (SELECT max (sequence) FROM answer_trail)");
  g_assert_true (hw_survey_file_verify_trail (self->file, &broken, &error));
  g_assert_cmpint (broken, >, 3);
  support_run_sql (self->path, "DELETE FROM answer_trail WHERE sequence = 2");
  g_assert_true (hw_survey_file_verify_trail (self->file, &broken, &error));
  g_assert_cmpint (broken, ==, 2);
}

static void
assert_status (Support *self,
               const char *id,
               HwStatus status,
               const char *reason,
               gboolean allowed)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HwInterviewSummary) summary = NULL;

  g_assert_true (hw_survey_file_set_status (self->file, id, status, reason, &error) == allowed);
  if (!allowed)
    {
      g_assert_error (error, HW_STORE_ERROR, HW_STORE_ERROR_NOT_ALLOWED);
      support_assert_sentence (error);
      return;
    }
  g_assert_no_error (error);
  summary = hw_survey_file_get_summary (self->file, id, &error);
  g_assert_cmpint (hw_interview_summary_get_status (summary), ==, status);
  g_assert_cmpstr (hw_interview_summary_get_reason (summary), ==, reason);
}

static void
test_status (Support *self,
             gconstpointer data)
{
  g_autoptr (HwInterview) first = hw_interview_new (self->questionnaire);
  g_autoptr (HwInterview) second = hw_interview_new (self->questionnaire);
  const char *id = hw_interview_get_id (first);
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;

  hw_survey_file_store_interview (self->file, first, HW_STATUS_UNDER_WAY, &error);
  g_assert_no_error (error);
  hw_survey_file_store_interview (self->file, second, HW_STATUS_COMPLETED, &error);
  g_assert_no_error (error);
  assert_status (self, id, HW_STATUS_APPROVED, NULL, FALSE);
  assert_status (self, id, HW_STATUS_RETURNED, "no", FALSE);
  assert_status (self, id, HW_STATUS_COMPLETED, NULL, TRUE);
  assert_status (self, id, HW_STATUS_RETURNED, "", FALSE);
  assert_status (self, id, HW_STATUS_RETURNED, "Ask for the age of Ben.", TRUE);
  hw_survey_file_store_interview (self->file, second, HW_STATUS_COMPLETED, &error);
  list = hw_survey_file_list_interviews (self->file, &error);
  g_assert_cmpuint (list->len, ==, 2);
  g_assert_cmpstr (hw_interview_summary_get_id (g_ptr_array_index (list, 0)), ==, id);
  assert_status (self, id, HW_STATUS_COMPLETED, NULL, TRUE);
  assert_status (self, id, HW_STATUS_APPROVED, NULL, TRUE);
  assert_status (self, id, HW_STATUS_VOID, "x", FALSE);
  g_assert_false (hw_survey_file_set_status (self->file, "nobody", HW_STATUS_VOID, "x", &error));
  g_assert_error (error, HW_STORE_ERROR, HW_STORE_ERROR_NOT_FOUND);
  support_assert_sql (self->path,
                      "SELECT before, after, coalesce (reason, '-') FROM answer_trail"
                      " WHERE kind = 'status' ORDER BY sequence",
                      "under-way|completed|-\ncompleted|returned|Ask for the age of Ben.\n"
                      "returned|completed|-\ncompleted|approved|-");
  assert_whole (self);
}

static void
test_comments (Support *self,
               gconstpointer data)
{
  g_autoptr (HwInterview) interview = hw_interview_new (self->questionnaire);
  const char *id = hw_interview_get_id (interview);
  g_autoptr (GPtrArray) comments = NULL;
  g_autoptr (GError) error = NULL;
  HwComment *comment;

  hw_survey_file_store_interview (self->file, interview, HW_STATUS_UNDER_WAY, &error);
  g_assert_true (hw_survey_file_add_comment (self->file, id,
                                             hw_questionnaire_find (self->questionnaire, "head"),
                                             id, "Spelled as on the card?", &error));
  g_assert_false (hw_survey_file_add_comment (self->file, "nobody", NULL, NULL, "x", &error));
  g_assert_error (error, HW_STORE_ERROR, HW_STORE_ERROR_NOT_FOUND);
  comments = hw_survey_file_list_comments (self->file, id, NULL);
  g_assert_cmpuint (comments->len, ==, 1);
  comment = g_ptr_array_index (comments, 0);
  g_assert_cmpstr (comment->question, ==, "head");
  g_assert_cmpstr (comment->text, ==, "Spelled as on the card?");
  g_assert_cmpstr (comment->person, ==, "tester");
  assert_whole (self);
}

static void
test_findings (Support *self,
               gconstpointer data)
{
  g_autoptr (HwInterview) interview = hw_interview_new (self->questionnaire);
  const char *id = hw_interview_get_id (interview);
  g_autoptr (GPtrArray) some = g_ptr_array_new ();
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GPtrArray) rest = NULL;
  g_autoptr (GError) error = NULL;
  HwStoredFinding finding = {
    NULL, (char *) "missing", (char *) "head", (char *) "head", NULL, (char *) "Head is missing.",
    NULL
  };

  hw_survey_file_store_interview (self->file, interview, HW_STATUS_UNDER_WAY, &error);
  g_ptr_array_add (some, &finding);
  g_assert_true (hw_survey_file_replace_findings (self->file, id, some, &error));
  g_assert_true (hw_survey_file_replace_findings (self->file, id, some, &error));
  list = hw_survey_file_list_findings (self->file, NULL, &error);
  g_assert_cmpuint (list->len, ==, 1);
  g_assert_cmpstr (((HwStoredFinding *) g_ptr_array_index (list, 0))->interview_id, ==, id);
  g_assert_cmpstr (((HwStoredFinding *) g_ptr_array_index (list, 0))->sentence, ==,
                   "Head is missing.");
  g_assert_true (hw_survey_file_replace_findings (self->file, id, none, &error));
  rest = hw_survey_file_list_findings (self->file, id, &error);
  g_assert_cmpuint (rest->len, ==, 0);
}

/* Storing a whole interview again writes and tells only what is new. */
static void
test_store_again (Support *self,
                  gconstpointer data)
{
  g_autoptr (HwInterview) interview = hw_interview_new (self->questionnaire);
  g_autoptr (HwInterview) loaded = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  answer_all (interview);
  hw_survey_file_store_interview (self->file, interview, HW_STATUS_UNDER_WAY, &error);
  g_assert_no_error (error);
  before = support_ask (self->path, "SELECT max (sequence) FROM answer_trail");
  loaded = reload (self, hw_interview_get_id (interview));
  assert_same (interview, loaded);
  hw_survey_file_store_interview (self->file, loaded, HW_STATUS_UNDER_WAY, &error);
  g_assert_no_error (error);
  support_assert_sql (self->path, "SELECT max (sequence) FROM answer_trail", before);
  fixture_answer (loaded, "head", "Eva");
  hw_survey_file_store_interview (self->file, loaded, HW_STATUS_COMPLETED, &error);
  g_assert_no_error (error);
  support_assert_sql (self->path,
                      "SELECT kind, after FROM answer_trail ORDER BY sequence DESC LIMIT 2",
                      "status|completed\nanswer|Eva");
  after = support_ask (self->path, "SELECT max (sequence) FROM answer_trail");
  g_assert_cmpint (g_ascii_strtoll (after, NULL, 10), ==, g_ascii_strtoll (before, NULL, 10) + 2);
  assert_whole (self);
}

static void
test_many (Support *self,
           gconstpointer data)
{
  g_autoptr (HwInterview) interview = hw_interview_new (self->questionnaire);
  g_autoptr (GError) error = NULL;

  g_assert_true (hw_survey_file_begin (self->file, &error));
  g_assert_true (hw_survey_file_begin (self->file, &error));
  g_assert_true (
      hw_survey_file_store_interview (self->file, interview, HW_STATUS_UNDER_WAY, &error));
  hw_survey_file_rollback (self->file);
  g_assert_false (hw_survey_file_commit (self->file, &error));
  g_assert_error (error, HW_STORE_ERROR, HW_STORE_ERROR_FAILED);
  support_assert_sql (self->path, "SELECT count (*) FROM interview", "0");
  support_assert_sql (self->path, "SELECT count (*) FROM answer_trail", "0");
  g_clear_error (&error);
  g_assert_null (
      hw_survey_file_load_interview (self->file, hw_interview_get_id (interview), &error));
  g_assert_error (error, HW_STORE_ERROR, HW_STORE_ERROR_NOT_FOUND);
  support_assert_sentence (error);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define add(name, func)                                                                            \
  g_test_add ("/store/" name, Support, NULL, support_set_up, func, support_tear_down)
  add ("answers", test_answers);
  add ("dormant", test_dormant);
  add ("rows", test_rows);
  add ("trail", test_trail);
  add ("confirmed", test_confirmed);
  add ("tampered", test_tampered);
  add ("status", test_status);
  add ("comments", test_comments);
  add ("findings", test_findings);
  add ("store-again", test_store_again);
  add ("many", test_many);
  return g_test_run ();
}
