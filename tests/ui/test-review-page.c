/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "entry-fixture.h"
#include "review/finding.h"
#include "ui/review/review-line.h"
#include "ui/review/review-page.h"

#define QUESTIONNAIRE "fixtures/entry"

typedef struct
{
  EntryFixture base;
  char *ids[2]; /* a whole interview, and one with an odd answer */
  GtkWidget *window;
  HwReviewPage *page;
} Fixture;

static void
answer (HwInterview *interview,
        const char *ref,
        const char *text)
{
  g_autoptr (GError) error = NULL;
  HwItem *item = hw_interview_find (interview, ref);

  g_assert_nonnull (item);
  hw_interview_answer_text (interview, item, text, &error);
  g_assert_no_error (error);
}

static char *
add_interview (HwSurveyFile *file,
               const char *dwelling,
               const char *age)
{
  static const char *const answers[][2] = {
    { "cluster", "12" },        { "visit", "2026-11-21" }, { "agrees", "1" },         { "size", "1" },
    { "member[1]/name", "Ana" }, { "member[1]/sex", "2" },  { "member[1]/born", "22" }, { "any", "2" },
  };
  g_autoptr (HwInterview) interview = hw_interview_new (hw_survey_file_get_questionnaire (file));
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    answer (interview, answers[i][0], answers[i][1]);
  answer (interview, "dwelling", dwelling);
  answer (interview, "member[1]/age", age);
  answer (interview, "member[1]/work", "4");
  hw_survey_file_store_interview (file, interview, HW_STATUS_UNDER_WAY, &error);
  g_assert_no_error (error);
  hw_review_complete (file, interview, &error);
  g_assert_no_error (error);
  return g_strdup (hw_interview_get_id (interview));
}

static void
set_up (Fixture *f,
        gconstpointer questionnaire)
{
  GtkWidget *toasts = adw_toast_overlay_new ();

  entry_fixture_set_up (&f->base, questionnaire);
  entry_fixture_close (&f->base);
  f->ids[0] = add_interview (f->base.file, "1", "54");
  f->ids[1] = add_interview (f->base.file, "2", "104");
  f->page = HW_REVIEW_PAGE (hw_review_page_new (f->base.file));
  f->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (f->window), 1280, 720);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (toasts), GTK_WIDGET (f->page));
  adw_window_set_content (ADW_WINDOW (f->window), toasts);
  gtk_window_present (GTK_WINDOW (f->window));
  gtk_test_widget_wait_for_draw (f->window);
}

static void
tear_down (Fixture *f,
           gconstpointer data)
{
  gint64 end = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;

  g_object_add_weak_pointer (G_OBJECT (f->page), (gpointer *) &f->page);
  gtk_window_destroy (GTK_WINDOW (f->window));
  while (f->page != NULL && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_null (f->page);
  g_free (f->ids[0]);
  g_free (f->ids[1]);
  entry_fixture_tear_down (&f->base, NULL);
}

static void
act (Fixture *f,
     const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->page), action, NULL));
  entry_fixture_spin ();
}

static void
write_reason (Fixture *f,
              const char *reason)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (f->window));

  g_assert_true (GTK_IS_TEXT (focus));
  gtk_editable_set_text (GTK_EDITABLE (focus), reason);
  g_signal_emit_by_name (focus, "activate");
  entry_fixture_spin ();
}

static void
assert_status (Fixture *f,
               const char *id,
               HwStatus status)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HwInterviewSummary) summary = hw_survey_file_get_summary (f->base.file, id, &error);

  g_assert_no_error (error);
  g_assert_cmpint (hw_interview_summary_get_status (summary), ==, status);
}

/* What has findings comes first, and what was reviewed goes. */
static void
test_queue (Fixture *f,
            gconstpointer data)
{
  g_assert_cmpstr (hw_review_page_get_id (f->page), ==, f->ids[1]);
  act (f, "review.next");
  g_assert_cmpstr (hw_review_page_get_id (f->page), ==, f->ids[0]);
  act (f, "review.approve");
  assert_status (f, f->ids[0], HW_STATUS_APPROVED);
  g_assert_cmpstr (hw_review_page_get_id (f->page), ==, f->ids[1]);
  act (f, "review.approve");
  assert_status (f, f->ids[1], HW_STATUS_APPROVED);
  g_assert_null (hw_review_page_get_id (f->page));
}

static void
test_return (Fixture *f,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HwInterviewSummary) summary = NULL;

  act (f, "review.return");
  write_reason (f, "  ");
  assert_status (f, f->ids[1], HW_STATUS_COMPLETED);
  write_reason (f, "ask for the age again");
  assert_status (f, f->ids[1], HW_STATUS_RETURNED);
  summary = hw_survey_file_get_summary (f->base.file, f->ids[1], &error);
  g_assert_no_error (error);
  g_assert_cmpstr (hw_interview_summary_get_reason (summary), ==, "ask for the age again");
  g_assert_cmpstr (hw_review_page_get_id (f->page), ==, f->ids[0]);
}

/* One begins at the answer about which something was found, and a remark goes to that answer. */
static void
test_remark (Fixture *f,
             gconstpointer data)
{
  g_autoptr (GPtrArray) comments = NULL;
  HwComment *comment;

  g_assert_nonnull (entry_fixture_find (GTK_WIDGET (f->page), "findings"));
  act (f, "review.remark");
  write_reason (f, "is this right?");
  comments = hw_survey_file_list_comments (f->base.file, f->ids[1], NULL);
  g_assert_cmpuint (comments->len, ==, 1);
  comment = g_ptr_array_index (comments, 0);
  g_assert_cmpstr (comment->question, ==, "age");
  g_assert_cmpstr (comment->text, ==, "is this right?");
  gtk_test_widget_wait_for_draw (f->window);
  g_assert_nonnull (entry_fixture_find (GTK_WIDGET (f->page), "remark"));
}

int
main (int argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
#define ADD(name, func) g_test_add ("/review/page/" name, Fixture, QUESTIONNAIRE, set_up, func, tear_down)
  ADD ("queue", test_queue);
  ADD ("return", test_return);
  ADD ("remark", test_remark);
  return g_test_run ();
}
