/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>

#include "entry-fixture.h"
#include "ui/entry/tile-list.h"

#define QUESTIONNAIRE "fixtures/entry"

static GtkWidget *
get_row (EntryFixture *f)
{
  return GTK_WIDGET (hw_entry_page_get_row (f->page));
}

static const char *
get_typed (EntryFixture *f)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (f->window));

  g_assert_true (GTK_IS_TEXT (focus));
  return gtk_editable_get_text (GTK_EDITABLE (focus));
}

/* To the first member of three, by keys. */
static void
enter_cover (EntryFixture *f)
{
  entry_fixture_assert_at (f, "welcome");
  entry_fixture_do (f, "entry.next");
  entry_fixture_enter (f, "12");
  entry_fixture_enter (f, "34");
  entry_fixture_enter (f, "21 11 2026");
  entry_fixture_enter (f, "905");
  entry_fixture_assert_at (f, "agrees");
  entry_fixture_type (f, "1");
  entry_fixture_assert_at (f, "ready");
  entry_fixture_type (f, "1");
  entry_fixture_assert_at (f, "size");
  entry_fixture_enter (f, "3");
  entry_fixture_assert_at (f, "member[1]/name");
}

static void
enter_member (EntryFixture *f,
              const char *name,
              const char *age)
{
  entry_fixture_enter (f, name);
  entry_fixture_type (f, "2");
  entry_fixture_enter (f, age);
}

static void
test_whole (EntryFixture *f,
            gconstpointer data)
{
  g_autofree char *id = g_strdup (hw_interview_get_id (f->interview));
  g_autoptr (HwInterviewSummary) summary = NULL;
  g_autoptr (HwInterview) stored = NULL;
  g_autoptr (GError) error = NULL;

  enter_cover (f);
  enter_member (f, "Rosario", "54");
  entry_fixture_type (f, "2");
  entry_fixture_enter (f, "250.75");
  entry_fixture_type (f, "1");
  entry_fixture_type (f, "3");
  entry_fixture_do (f, "entry.next");
  entry_fixture_enter (f, "19");
  entry_fixture_assert_at (f, "member[2]/name");
  enter_member (f, "Luis", "12");
  entry_fixture_enter (f, "spa");
  entry_fixture_assert_at (f, "member[3]/name");
  enter_member (f, "Ana", "8");
  entry_fixture_enter (f, "19");
  entry_fixture_assert_at (f, "any");
  entry_fixture_type (f, "2");
  entry_fixture_assert_at (f, "remarks");
  entry_fixture_do (f, "entry.next");
  g_assert_null (hw_entry_page_get_current (f->page));
  entry_fixture_do (f, "entry.complete");

  summary = hw_survey_file_get_summary (f->file, id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (hw_interview_summary_get_status (summary), ==, HW_STATUS_COMPLETED);
  g_assert_cmpstr (hw_interview_summary_get_label (summary), ==, "12 - 34");
  stored = hw_survey_file_load_interview (f->file, id, &error);
  g_assert_no_error (error);
  entry_fixture_close (f);
  entry_fixture_open (f, stored, FALSE);
  g_assert_nonnull (hw_banner_get_text (f->page->banner));
  entry_fixture_do (f, "entry.finish");
  entry_fixture_do (f, "entry.complete");
  g_assert_true (f->page->is_closed);
  entry_fixture_assert_value (f, "begun", "09:05:00");
  entry_fixture_assert_value (f, "visit", "2026-11-21");
  entry_fixture_assert_value (f, "member[1]/pay", "250.75");
  entry_fixture_assert_value (f, "member[1]/goods", "1 3");
  entry_fixture_assert_value (f, "member[2]/born", "22");
  entry_fixture_assert_value (f, "member[3]/work", "(not-asked)");
}

/* What is wrong is said beside the field and kept; the second Enter goes on. */
static void
test_problem (EntryFixture *f,
              gconstpointer data)
{
  GtkWidget *entry;

  entry_fixture_go (f, "cluster");
  entry = gtk_widget_get_parent (gtk_root_get_focus (GTK_ROOT (f->window)));
  entry_fixture_enter (f, "200");
  entry_fixture_assert_at (f, "cluster");
  g_assert_true (gtk_widget_has_css_class (get_row (f), "wrong"));
  g_assert_nonnull (entry_fixture_find (get_row (f), "problem"));
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
  entry_fixture_assert_value (f, "cluster", "200");
  entry_fixture_do (f, "entry.next");
  entry_fixture_assert_at (f, "dwelling");
  entry_fixture_do (f, "entry.next-problem");
  entry_fixture_do (f, "entry.previous-problem");
  entry_fixture_go (f, "agrees");
  entry_fixture_type (f, "2");
  entry_fixture_go (f, "refusal");
  entry_fixture_do (f, "entry.next-problem");
  entry_fixture_assert_at (f, "cluster");
  entry_fixture_enter (f, "20");
  entry_fixture_go (f, "cluster");
  g_assert_false (gtk_widget_has_css_class (get_row (f), "wrong"));
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_FALSE);
}

/* That nothing is there is no fault before one was there. */
static void
test_required (EntryFixture *f,
               gconstpointer data)
{
  entry_fixture_go (f, "dwelling");
  g_assert_false (gtk_widget_has_css_class (get_row (f), "wrong"));
  entry_fixture_do (f, "entry.next");
  entry_fixture_assert_at (f, "dwelling");
  g_assert_true (gtk_widget_has_css_class (get_row (f), "wrong"));
  entry_fixture_do (f, "entry.next");
  entry_fixture_assert_at (f, "visit");
}

/* Text that is no answer is not lost on the way to other questions and back. */
static void
test_draft (EntryFixture *f,
            gconstpointer data)
{
  entry_fixture_go (f, "cluster");
  entry_fixture_enter (f, "twelve");
  entry_fixture_assert_at (f, "cluster");
  g_assert_true (gtk_widget_has_css_class (get_row (f), "wrong"));
  entry_fixture_assert_value (f, "cluster", "(not-answered)");
  entry_fixture_go (f, "dwelling");
  entry_fixture_enter (f, "3");
  entry_fixture_do (f, "entry.next-problem");
  entry_fixture_go (f, "cluster");
  g_assert_cmpstr (get_typed (f), ==, "twelve");
  entry_fixture_do (f, "entry.finish");
  g_assert_false (hw_finish_view_can_complete (f->page->finish));
  entry_fixture_go (f, "cluster");
  entry_fixture_enter (f, "12");
  entry_fixture_assert_value (f, "cluster", "12");
  entry_fixture_assert_at (f, "dwelling");
}

/* What is typed is passed on when one leaves by other ways than Enter. */
static void
test_leave (EntryFixture *f,
            gconstpointer data)
{
  entry_fixture_go (f, "cluster");
  entry_fixture_type (f, "15");
  entry_fixture_go (f, "visit");
  entry_fixture_assert_value (f, "cluster", "15");
  entry_fixture_type (f, "1 2 2026");
  entry_fixture_do (f, "entry.back");
  entry_fixture_assert_value (f, "visit", "2026-02-01");
  entry_fixture_assert_at (f, "cluster");
}

static void
test_missing (EntryFixture *f,
              gconstpointer data)
{
  GtkWidget *row;

  enter_cover (f);
  entry_fixture_go (f, "member[1]/sex");
  entry_fixture_do (f, "entry.dont-know");
  entry_fixture_assert_at (f, "member[1]/sex");
  entry_fixture_assert_value (f, "member[1]/sex", "(not-answered)");
  entry_fixture_go (f, "member[1]/age");
  row = get_row (f);
  entry_fixture_do (f, "entry.refused");
  entry_fixture_assert_value (f, "member[1]/age", "(refused)");
  entry_fixture_assert_at (f, "member[1]/born");
  g_assert_nonnull (entry_fixture_find (row, "chip"));
  /* The code of the paper means the same. */
  entry_fixture_go (f, "member[2]/age");
  g_assert_null (entry_fixture_find (row, "chip"));
  entry_fixture_enter (f, "998");
  entry_fixture_assert_value (f, "member[2]/age", "(dont-know)");
  entry_fixture_go (f, "member[2]/age");
  entry_fixture_enter (f, "30");
  entry_fixture_assert_value (f, "member[2]/age", "30");
  entry_fixture_assert_at (f, "member[2]/work");
  entry_fixture_type (f, "98");
  entry_fixture_assert_value (f, "member[2]/work", "(dont-know)");
  entry_fixture_assert_at (f, "member[2]/goods");
}

/* A 1 that could become a 10 waits; Enter settles it. */
static void
test_codes (EntryFixture *f,
            gconstpointer data)
{
  enter_cover (f);
  enter_member (f, "Rosario", "54");
  entry_fixture_assert_at (f, "member[1]/work");
  entry_fixture_type (f, "1");
  entry_fixture_assert_at (f, "member[1]/work");
  entry_fixture_assert_value (f, "member[1]/work", "(not-answered)");
  entry_fixture_type (f, "0");
  entry_fixture_assert_value (f, "member[1]/work", "10");
  entry_fixture_assert_at (f, "member[1]/goods");
  entry_fixture_do (f, "entry.back");
  entry_fixture_assert_at (f, "member[1]/work");
  entry_fixture_enter (f, "1");
  entry_fixture_assert_value (f, "member[1]/work", "1");
  entry_fixture_assert_at (f, "member[1]/pay");
  entry_fixture_do (f, "entry.back");
  entry_fixture_enter (f, "studied");
  entry_fixture_assert_value (f, "member[1]/work", "5");
}

static void
test_exclusive (EntryFixture *f,
                gconstpointer data)
{
  enter_cover (f);
  enter_member (f, "Rosario", "54");
  entry_fixture_go (f, "member[1]/goods");
  entry_fixture_type (f, "31");
  entry_fixture_assert_value (f, "member[1]/goods", "1 3");
  entry_fixture_type (f, "0");
  entry_fixture_assert_value (f, "member[1]/goods", "0");
  entry_fixture_type (f, "2");
  entry_fixture_assert_value (f, "member[1]/goods", "2");
  entry_fixture_type (f, "2");
  entry_fixture_assert_value (f, "member[1]/goods", "(not-answered)");
  entry_fixture_assert_at (f, "member[1]/goods");
}

static void
test_soft (EntryFixture *f,
           gconstpointer data)
{
  HwItem *age;

  enter_cover (f);
  enter_member (f, "Rosario", "104");
  age = entry_fixture_item (f, "member[1]/age");
  entry_fixture_assert_at (f, "member[1]/age");
  g_assert_true (gtk_widget_has_css_class (get_row (f), "odd"));
  entry_fixture_do (f, "entry.confirm");
  g_assert_true (GTK_IS_TEXT (gtk_root_get_focus (GTK_ROOT (f->window))));
  gtk_editable_set_text (GTK_EDITABLE (gtk_root_get_focus (GTK_ROOT (f->window))), "seen in the papers");
  g_signal_emit_by_name (gtk_root_get_focus (GTK_ROOT (f->window)), "activate");
  entry_fixture_spin ();
  g_assert_cmpstr (hw_item_get_confirmed (age), ==, "seen in the papers");
  g_assert_cmpint (hw_item_get_problem (age), ==, HW_ITEM_FINE);
  entry_fixture_assert_at (f, "member[1]/work");
}

static void
test_rows (EntryFixture *f,
           gconstpointer data)
{
  GtkWidget *focus;
  HwItem *roster;
  guint n;

  enter_cover (f);
  entry_fixture_go (f, "any");
  entry_fixture_type (f, "1");
  entry_fixture_assert_at (f, "journey");
  roster = entry_fixture_item (f, "journey");
  n = g_list_model_get_n_items (hw_item_get_children (roster));
  for (guint i = n; i < 2; i++)
    entry_fixture_do (f, "entry.insert-row");
  entry_fixture_go (f, "journey[1]/where");
  entry_fixture_enter (f, "Lima");
  entry_fixture_enter (f, "4");
  entry_fixture_assert_at (f, "journey[1]/stop");
  entry_fixture_do (f, "entry.next-row");
  entry_fixture_assert_at (f, "journey[2]/stop");
  entry_fixture_go (f, "journey[2]/where");
  entry_fixture_enter (f, "Quito");
  entry_fixture_do (f, "entry.same-as-before");
  entry_fixture_assert_value (f, "journey[2]/days", "4");
  entry_fixture_assert_at (f, "journey[2]/stop");
  /* Enter leaves both rosters and comes to the line that adds a journey, then past it. */
  entry_fixture_do (f, "entry.next");
  while (g_strcmp0 (hw_item_get_ref (hw_entry_page_get_current (f->page)), "journey") != 0)
    entry_fixture_do (f, "entry.next");
  focus = gtk_root_get_focus (GTK_ROOT (f->window));
  g_assert_true (HW_IS_TILE_LIST (focus));
  g_assert_cmpint (hw_tile_list_get_mark (HW_TILE_LIST (focus)), ==, 2);
  entry_fixture_do (f, "entry.next");
  entry_fixture_assert_at (f, "remarks");

  entry_fixture_go (f, "journey[1]/days");
  entry_fixture_do (f, "entry.remove-row");
  g_assert_cmpuint (g_list_model_get_n_items (hw_item_get_children (roster)), ==, 1);
  entry_fixture_assert_value (f, "journey[1]/where", "Quito");
  entry_fixture_assert_at (f, "journey");
}

/* A row that was removed by mistake comes back with all its answers. */
static void
test_put_back (EntryFixture *f,
               gconstpointer data)
{
  GtkWidget *toast, *button;

  enter_cover (f);
  entry_fixture_go (f, "any");
  entry_fixture_type (f, "1");
  if (g_list_model_get_n_items (hw_item_get_children (entry_fixture_item (f, "journey"))) == 0)
    entry_fixture_do (f, "entry.insert-row");
  entry_fixture_go (f, "journey[1]/where");
  entry_fixture_enter (f, "Lima");
  entry_fixture_do (f, "entry.remove-row");
  g_assert_cmpuint (g_list_model_get_n_items (hw_item_get_children (entry_fixture_item (f, "journey"))), ==, 0);
  gtk_test_widget_wait_for_draw (f->window);
  toast = gtk_widget_get_last_child (gtk_widget_get_ancestor (GTK_WIDGET (f->page), ADW_TYPE_TOAST_OVERLAY));
  button = entry_fixture_find (toast, "text-button");
  g_assert_true (GTK_IS_BUTTON (button));
  g_signal_emit_by_name (button, "clicked");
  entry_fixture_spin ();
  entry_fixture_assert_value (f, "journey[1]/where", "Lima");
  entry_fixture_assert_at (f, "journey[1]/where");
}

/* The number of members rules the rows; those above it rest and come back. */
static void
test_count (EntryFixture *f,
            gconstpointer data)
{
  enter_cover (f);
  entry_fixture_enter (f, "Rosario");
  entry_fixture_go (f, "member[3]/name");
  entry_fixture_enter (f, "Ana");
  entry_fixture_go (f, "size");
  entry_fixture_enter (f, "1");
  g_assert_cmpuint (g_list_model_get_n_items (hw_item_get_children (entry_fixture_item (f, "member"))), ==, 1);
  entry_fixture_go (f, "size");
  entry_fixture_enter (f, "3");
  entry_fixture_assert_value (f, "member[3]/name", "Ana");
}

static void
test_undo (EntryFixture *f,
           gconstpointer data)
{
  entry_fixture_go (f, "cluster");
  entry_fixture_enter (f, "12");
  entry_fixture_enter (f, "34");
  entry_fixture_go (f, "cluster");
  entry_fixture_enter (f, "13");
  entry_fixture_do (f, "entry.undo");
  entry_fixture_assert_value (f, "cluster", "12");
  entry_fixture_assert_at (f, "cluster");
  entry_fixture_do (f, "entry.undo");
  entry_fixture_assert_value (f, "dwelling", "(not-answered)");
  entry_fixture_do (f, "entry.redo");
  entry_fixture_do (f, "entry.redo");
  entry_fixture_assert_value (f, "cluster", "13");
  entry_fixture_assert_value (f, "dwelling", "34");
}

/* The trail remembers what can be taken back; what was taken back before the restart is not taken back again. */
static void
test_undo_later (EntryFixture *f,
                 gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HwInterview) stored = NULL;
  g_autofree char *id = g_strdup (hw_interview_get_id (f->interview));

  entry_fixture_go (f, "cluster");
  entry_fixture_enter (f, "12");
  entry_fixture_enter (f, "34");
  entry_fixture_do (f, "entry.dont-know");
  entry_fixture_do (f, "entry.undo");
  entry_fixture_do (f, "entry.close");
  entry_fixture_close (f);
  stored = hw_survey_file_load_interview (f->file, id, &error);
  g_assert_no_error (error);
  entry_fixture_open (f, stored, FALSE);
  entry_fixture_do (f, "entry.redo");
  entry_fixture_assert_value (f, "visit", "(dont-know)");
  entry_fixture_do (f, "entry.undo");
  entry_fixture_do (f, "entry.undo");
  entry_fixture_assert_value (f, "visit", "(not-answered)");
  entry_fixture_assert_value (f, "dwelling", "(not-answered)");
  entry_fixture_do (f, "entry.undo");
  entry_fixture_assert_value (f, "cluster", "(not-answered)");
  entry_fixture_assert_at (f, "cluster");
}

/* After a restart the cursor is on the same question and the answers are there. */
static void
test_resume (EntryFixture *f,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HwInterview) stored = NULL;
  g_autofree char *id = g_strdup (hw_interview_get_id (f->interview));

  enter_cover (f);
  enter_member (f, "Rosario", "54");
  entry_fixture_assert_at (f, "member[1]/work");
  entry_fixture_do (f, "entry.close");
  entry_fixture_close (f);
  g_clear_object (&f->file);
  f->file = hw_survey_file_open (f->path, FALSE, &error);
  g_assert_no_error (error);
  stored = hw_survey_file_load_interview (f->file, id, &error);
  g_assert_no_error (error);
  entry_fixture_open (f, stored, FALSE);
  entry_fixture_assert_at (f, "member[1]/work");
  entry_fixture_assert_value (f, "member[1]/age", "54");
}

static void
count_cb (int *n)
{
  (*n)++;
}

/* "Saved" stands only when nothing waits for its commit. */
static void
test_saved (EntryFixture *f,
            gconstpointer data)
{
  HwWriter *writer = hw_entry_session_get_writer (f->page->session);
  gint64 end = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;
  int n_closed = 0;

  entry_fixture_answer (f, "cluster", "12");
  g_assert_cmpuint (hw_writer_get_pending (writer), >, 0);
  g_assert_cmpstr (hw_saved_mark_get_text (f->page->saved_mark), ==, "Saving…");
  while (hw_writer_get_pending (writer) > 0 && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_true (g_str_has_prefix (hw_saved_mark_get_text (f->page->saved_mark), "Saved "));
  g_signal_connect_swapped (f->page, "closed", G_CALLBACK (count_cb), &n_closed);
  entry_fixture_do (f, "entry.close");
  g_assert_cmpint (n_closed, ==, 1);
}

/* Text that is no answer would be lost with the page: going back stays once, and goes the next time. */
static void
test_close_draft (EntryFixture *f,
                  gconstpointer data)
{
  int n_closed = 0;

  g_signal_connect_swapped (f->page, "closed", G_CALLBACK (count_cb), &n_closed);
  entry_fixture_go (f, "cluster");
  entry_fixture_type (f, "twelve");
  entry_fixture_go (f, "agrees");
  entry_fixture_do (f, "entry.close");
  g_assert_cmpint (n_closed, ==, 0);
  entry_fixture_assert_at (f, "cluster");
  g_assert_cmpstr (get_typed (f), ==, "twelve");
  entry_fixture_do (f, "entry.close");
  g_assert_cmpint (n_closed, ==, 1);
}

/* The outline follows the roster: pages come and go, and the marks tell what is left. */
static void
test_outline (EntryFixture *f,
              gconstpointer data)
{
  GPtrArray *pages = hw_outline_get_pages (f->page->outline);

  g_assert_cmpuint (pages->len, ==, 1);
  enter_cover (f);
  pages = hw_outline_get_pages (f->page->outline);
  g_assert_cmpuint (pages->len, ==, 6);
  g_assert_cmpstr (hw_item_get_ref (g_ptr_array_index (pages, 3)), ==, "member[2]");
  entry_fixture_do (f, "entry.next-section");
  entry_fixture_assert_at (f, "member[2]/name");
  entry_fixture_do (f, "entry.previous-section");
  entry_fixture_assert_at (f, "member[1]/name");
  entry_fixture_go (f, "size");
  entry_fixture_enter (f, "1");
  pages = hw_outline_get_pages (f->page->outline);
  g_assert_cmpuint (pages->len, ==, 4);
}

static void
test_language (EntryFixture *f,
               gconstpointer data)
{
  GtkWidget *label;

  entry_fixture_go (f, "cluster");
  label = entry_fixture_find (get_row (f), "aloud");
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (label)), ==, "Cluster");
  entry_fixture_do (f, "entry.next-language");
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (label)), ==, "Conglomerado");
  entry_fixture_do (f, "entry.next-language");
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (label)), ==, "Cluster");
}

/* The question at hand stays where it is while others open around it. */
static void
test_still (EntryFixture *f,
            gconstpointer data)
{
  graphene_rect_t before, after;

  entry_fixture_go (f, "agrees");
  gtk_test_widget_wait_for_draw (f->window);
  g_assert_true (gtk_widget_compute_bounds (get_row (f), GTK_WIDGET (f->page), &before));
  entry_fixture_answer (f, "agrees", "2");
  gtk_test_widget_wait_for_draw (f->window);
  g_assert_true (gtk_widget_compute_bounds (get_row (f), GTK_WIDGET (f->page), &after));
  g_assert_cmpfloat_with_epsilon (before.origin.y, after.origin.y, 1.0);
  g_assert_cmpfloat (before.origin.y, >, 0.15 * gtk_widget_get_height (GTK_WIDGET (f->page)));
  g_assert_cmpfloat (before.origin.y, <, 0.55 * gtk_widget_get_height (GTK_WIDGET (f->page)));
}

static void
test_returned (EntryFixture *f,
               gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HwInterview) stored = NULL;
  g_autofree char *id = g_strdup (hw_interview_get_id (f->interview));
  HwQuestion *cluster = hw_item_get_question (entry_fixture_item (f, "cluster"));

  enter_cover (f);
  entry_fixture_do (f, "entry.close");
  entry_fixture_close (f);
  g_assert_true (hw_survey_file_set_status (f->file, id, HW_STATUS_COMPLETED, NULL, &error));
  g_assert_true (hw_survey_file_set_status (f->file, id, HW_STATUS_RETURNED, "ask again about A1", &error));
  g_assert_true (hw_survey_file_add_comment (f->file, id, cluster, NULL, "is this not 13?", &error));
  g_assert_no_error (error);
  stored = hw_survey_file_load_interview (f->file, id, &error);
  g_assert_no_error (error);
  entry_fixture_open (f, stored, FALSE);
  g_assert_nonnull (strstr (hw_banner_get_text (f->page->banner), "ask again about A1"));
  entry_fixture_go (f, "cluster");
  g_assert_nonnull (entry_fixture_find (get_row (f), "remark"));
}

int
main (int argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
#define ADD(name, func) \
  g_test_add ("/entry/" name, EntryFixture, QUESTIONNAIRE, entry_fixture_set_up, func, entry_fixture_tear_down)
  ADD ("whole", test_whole);
  ADD ("problem", test_problem);
  ADD ("required", test_required);
  ADD ("draft", test_draft);
  ADD ("leave", test_leave);
  ADD ("missing", test_missing);
  ADD ("codes", test_codes);
  ADD ("exclusive", test_exclusive);
  ADD ("soft", test_soft);
  ADD ("rows", test_rows);
  ADD ("put-back", test_put_back);
  ADD ("count", test_count);
  ADD ("undo", test_undo);
  ADD ("undo-later", test_undo_later);
  ADD ("resume", test_resume);
  ADD ("saved", test_saved);
  ADD ("close-draft", test_close_draft);
  ADD ("outline", test_outline);
  ADD ("language", test_language);
  ADD ("still", test_still);
  ADD ("returned", test_returned);
  return g_test_run ();
}
