/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "store/survey-file-private.h"
#include "store/writer-private.h"
#include "support.h"

static void
count_cb (GObject *object,
          GParamSpec *pspec,
          gpointer data)
{
  guint *n = data;

  ++*n;
}

static gboolean
late_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

/* Lets the main loop run until nothing is pending, or for five seconds. */
static void
run_until_saved (HwWriter *writer)
{
  gboolean late = FALSE;
  guint source = g_timeout_add_seconds (5, late_cb, &late);

  while (!late && hw_writer_get_pending (writer) > 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (late);
  g_source_remove (source);
}

static void
test_notify (Support *self,
             gconstpointer data)
{
  g_autoptr (HwInterview) interview = hw_interview_new (self->questionnaire);
  g_autoptr (HwWriter) writer = hw_writer_new (self->file, interview, TRUE, NULL);
  guint n_pending = 0;
  guint n_saved = 0;
  GDateTime *first;

  run_until_saved (writer);
  first = hw_writer_get_saved_at (writer);
  g_assert_nonnull (first);
  g_signal_connect (writer, "notify::pending", G_CALLBACK (count_cb), &n_pending);
  g_signal_connect (writer, "notify::saved-at", G_CALLBACK (count_cb), &n_saved);
  fixture_answer (interview, "head", "Ana");
  fixture_answer (interview, "hhid", "4");
  run_until_saved (writer);
  g_assert_cmpuint (n_saved, >=, 1);
  g_assert_null (hw_writer_get_error (writer));
  support_assert_sql (self->path, "SELECT hhid, head FROM household", "4|Ana");
}

/* Answers are in the file in the order in which they were given, each in a transaction of its own.
 */
static void
test_order (Support *self,
            gconstpointer data)
{
  g_autoptr (HwInterview) interview = hw_interview_new (self->questionnaire);
  g_autoptr (HwWriter) writer = hw_writer_new (self->file, interview, TRUE, NULL);
  g_autoptr (GPtrArray) trail = NULL;
  g_autoptr (GError) error = NULL;
  guint next = 0;

  for (guint i = 0; i < 300; i++)
    {
      g_autofree char *text = g_strdup_printf ("name %u", i);

      fixture_answer (interview, "head", text);
    }
  hw_writer_flush (writer, &error);
  g_assert_no_error (error);
  trail = hw_survey_file_list_trail (self->file, hw_interview_get_id (interview),
                                     hw_questionnaire_find (self->questionnaire, "head"), NULL,
                                     &error);
  g_assert_cmpuint (trail->len, ==, 300);
  for (guint i = 0; i < trail->len; i++)
    {
      HwTrailEntry *entry = g_ptr_array_index (trail, i);
      g_autofree char *text = g_strdup_printf ("name %u", next++);

      g_assert_cmpstr (entry->after, ==, text);
    }
}

/* What does not fit on the disk is kept, in order, until there is room; nobody is told that it is
 * saved. */
static void
test_full (Support *self,
           gconstpointer data)
{
  g_autoptr (HwInterview) interview = hw_interview_new (self->questionnaire);
  g_autoptr (HwWriter) writer = hw_writer_new (self->file, interview, TRUE, NULL);
  g_autofree char *much = g_strnfill (200000, 'x');
  g_autoptr (GError) error = NULL;
  g_autoptr (GDateTime) saved_at = NULL;
  guint n_errors = 0;
  gint64 broken;

  g_assert_true (hw_writer_flush (writer, NULL));
  saved_at = g_date_time_ref (hw_writer_get_saved_at (writer));
  g_signal_connect (writer, "notify::error", G_CALLBACK (count_cb), &n_errors);
  hw_writer_limit_pages (writer, 0);
  fixture_answer (interview, "head", much);
  g_assert_false (hw_writer_flush (writer, &error));
  g_assert_error (error, HW_STORE_ERROR, HW_STORE_ERROR_FULL);
  support_assert_sentence (error);
  g_clear_error (&error);
  fixture_answer (interview, "hhid", "5");
  g_assert_false (hw_writer_flush (writer, &error));
  g_assert_error (error, HW_STORE_ERROR, HW_STORE_ERROR_FULL);
  g_assert_cmpuint (hw_writer_get_pending (writer), ==, 2);
  g_assert_cmpuint (n_errors, ==, 1);
  g_assert_true (g_date_time_equal (saved_at, hw_writer_get_saved_at (writer)));
  g_assert_error (hw_writer_get_error (writer), HW_STORE_ERROR, HW_STORE_ERROR_FULL);
  support_assert_sql (self->path, "SELECT hhid, head FROM household", "-|-");
  g_clear_error (&error);

  hw_writer_limit_pages (writer, G_MAXUINT);
  hw_writer_retry (writer);
  run_until_saved (writer);
  g_assert_null (hw_writer_get_error (writer));
  g_assert_cmpuint (n_errors, ==, 2);
  support_assert_sql (self->path, "SELECT hhid, length (head) FROM household", "5|200000");
  g_assert_true (hw_survey_file_verify_trail (self->file, &broken, NULL));
  g_assert_cmpint (broken, ==, 0);
}

/* Another program holds the file for a while. */
static void
test_busy (Support *self,
           gconstpointer data)
{
  g_autoptr (HwInterview) interview = hw_interview_new (self->questionnaire);
  g_autoptr (HwWriter) writer = hw_writer_new (self->file, interview, TRUE, NULL);

  g_assert_true (hw_writer_flush (writer, NULL));
  g_assert_true (hw_survey_file_begin (self->file, NULL));
  fixture_answer (interview, "head", "Ana");
  g_usleep (20000);
  g_assert_cmpuint (hw_writer_get_pending (writer), ==, 1);
  g_assert_true (hw_survey_file_commit (self->file, NULL));
  g_assert_true (hw_writer_flush (writer, NULL));
  support_assert_sql (self->path, "SELECT head FROM household", "Ana");
}

static void
test_let_go (Support *self,
             gconstpointer data)
{
  g_autoptr (HwInterview) interview = hw_interview_new (self->questionnaire);
  HwWriter *writer = hw_writer_new (self->file, interview, TRUE, NULL);
  g_autofree char *cursor = NULL;

  fixture_answer (interview, "head", "Ana");
  hw_writer_set_cursor (writer, "size");
  g_assert_finalize_object (writer);
  support_assert_sql (self->path, "SELECT head FROM household", "Ana");
  cursor = hw_survey_file_dup_cursor (self->file, hw_interview_get_id (interview));
  g_assert_cmpstr (cursor, ==, "size");
  /* Nobody listens any more. */
  fixture_answer (interview, "head", "Eva");
  support_assert_sql (self->path, "SELECT head FROM household", "Ana");
}

/* A cursor that rests is saved by itself, and is no change of the interview. */
static void
test_cursor (Support *self,
             gconstpointer data)
{
  g_autoptr (HwInterview) interview = hw_interview_new (self->questionnaire);
  g_autoptr (HwWriter) writer = hw_writer_new (self->file, interview, TRUE, NULL);
  g_autofree char *modified = NULL;
  g_autofree char *cursor = NULL;
  gint64 start;

  g_assert_true (hw_writer_flush (writer, NULL));
  modified = support_ask (self->path, "SELECT modified FROM interview");
  hw_writer_set_cursor (writer, "size");
  hw_writer_set_cursor (writer, "head");
  start = g_get_monotonic_time ();
  while (cursor == NULL && g_get_monotonic_time () - start < 5 * G_USEC_PER_SEC)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (10000);
      cursor = hw_survey_file_dup_cursor (self->file, hw_interview_get_id (interview));
    }
  g_assert_cmpstr (cursor, ==, "head");
  support_assert_sql (self->path, "SELECT modified FROM interview", modified);
  support_assert_sql (self->path, "SELECT count (*) FROM visit", "1");
}

static void
test_read_only (Support *self,
                gconstpointer data)
{
  g_autoptr (HwInterview) interview = hw_interview_new (self->questionnaire);
  g_autoptr (HwSurveyFile) file = hw_survey_file_open (self->path, TRUE, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (hw_writer_new (file, interview, TRUE, &error));
  g_assert_error (error, HW_STORE_ERROR, HW_STORE_ERROR_READ_ONLY);
  support_assert_sentence (error);
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  gint64 one = *(const gint64 *) a;
  gint64 two = *(const gint64 *) b;

  return (one > two) - (one < two);
}

static void
test_closed (Support *self,
             gconstpointer data)
{
  g_autoptr (HwInterview) interview = hw_interview_new (self->questionnaire);
  g_autoptr (HwWriter) writer = NULL;
  g_autoptr (GError) error = NULL;
  const char *id = hw_interview_get_id (interview);

  g_assert_null (hw_writer_new (self->file, interview, FALSE, &error));
  g_assert_error (error, HW_STORE_ERROR, HW_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  hw_survey_file_store_interview (self->file, interview, HW_STATUS_COMPLETED, &error);
  g_assert_true (hw_survey_file_set_status (self->file, id, HW_STATUS_APPROVED, NULL, &error));
  g_assert_null (hw_writer_new (self->file, interview, FALSE, &error));
  g_assert_error (error, HW_STORE_ERROR, HW_STORE_ERROR_NOT_ALLOWED);
  g_clear_error (&error);
  g_assert_true (hw_survey_file_set_status (self->file, id, HW_STATUS_RETURNED, "Ask again.", &error));
  writer = hw_writer_new (self->file, interview, FALSE, &error);
  g_assert_no_error (error);
  g_assert_nonnull (writer);
}

/* How long an answer takes from the key to the disk, the main loop's part and the writer's;
 * printed. */
static void
test_latency (Support *self,
              gconstpointer data)
{
  g_autoptr (HwInterview) interview = hw_interview_new (self->questionnaire);
  g_autoptr (HwWriter) writer = hw_writer_new (self->file, interview, TRUE, NULL);
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));
  const guint n = g_test_slow () ? 2000 : 200;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = g_strdup_printf ("name %u", i);
      gint64 start = g_get_monotonic_time ();
      gint64 time;

      fixture_answer (interview, "head", text);
      g_assert_true (hw_writer_flush (writer, NULL));
      time = g_get_monotonic_time () - start;
      g_array_append_val (times, time);
    }
  g_array_sort (times, compare_times);
  g_test_message ("commit of one answer: median %.2f ms, p99 %.2f ms of %u",
                  (double) g_array_index (times, gint64, n / 2) / 1000,
                  (double) g_array_index (times, gint64, n * 99 / 100) / 1000, n);
  g_assert_cmpint (g_array_index (times, gint64, n / 2), <, 50000);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define add(name, func)                                                                            \
  g_test_add ("/writer/" name, Support, NULL, support_set_up, func, support_tear_down)
  add ("notify", test_notify);
  add ("order", test_order);
  add ("full", test_full);
  add ("busy", test_busy);
  add ("let-go", test_let_go);
  add ("cursor", test_cursor);
  add ("read-only", test_read_only);
  add ("closed", test_closed);
  add ("latency", test_latency);
  return g_test_run ();
}
