/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>

#include "entry-fixture.h"
#include "ui/entry/image-row.h"

/* All controls in one form, and the hands at them. */
#define QUESTIONNAIRE "fixtures/controls"

static GtkWidget *
get_row (EntryFixture *f)
{
  return GTK_WIDGET (hw_entry_page_get_row (f->page));
}

static GtkWidget *
get_focus (EntryFixture *f)
{
  return gtk_root_get_focus (GTK_ROOT (f->window));
}

static void
press_all (EntryFixture *f,
           const char *keys)
{
  for (const char *at = keys; *at != '\0'; at++)
    entry_fixture_press (f, gdk_unicode_to_keyval ((guint32) *at), 0);
}

static void
test_quick (EntryFixture *f,
            gconstpointer data)
{
  entry_fixture_go (f, "why");
  entry_fixture_press (f, GDK_KEY_Down, 0);
  entry_fixture_press (f, GDK_KEY_Down, 0);
  entry_fixture_press (f, GDK_KEY_space, 0);
  entry_fixture_assert_value (f, "why", "2");
  entry_fixture_assert_at (f, "house");
}

/* Pictures stand in four columns: right goes across, down leaves the only line. */
static void
test_pictures (EntryFixture *f,
               gconstpointer data)
{
  entry_fixture_go (f, "house");
  g_assert_nonnull (entry_fixture_find (get_row (f), "pictured"));
  g_assert_true (entry_fixture_press (f, GDK_KEY_Right, 0));
  g_assert_true (entry_fixture_press (f, GDK_KEY_Right, 0));
  g_assert_true (entry_fixture_press (f, GDK_KEY_space, 0));
  entry_fixture_assert_value (f, "house", "2");
  g_assert_false (entry_fixture_press (f, GDK_KEY_Down, 0));
  entry_fixture_go (f, "houses");
  press_all (f, "31");
  entry_fixture_assert_value (f, "houses", "1 3");
  /* In two columns down leads to the line below. */
  entry_fixture_press (f, GDK_KEY_Down, 0);
  entry_fixture_press (f, GDK_KEY_space, 0);
  entry_fixture_assert_value (f, "houses", "1");
  entry_fixture_go (f, "house_good");
  g_assert_nonnull (entry_fixture_find (get_row (f), "picture"));
  entry_fixture_go (f, "heard");
  g_assert_nonnull (entry_fixture_find (get_row (f), "remark"));
}

static void
test_rank (EntryFixture *f,
           gconstpointer data)
{
  entry_fixture_go (f, "order");
  press_all (f, "413");
  entry_fixture_assert_value (f, "order", "4 1 3");
  /* The same code again takes the place back. */
  press_all (f, "1");
  entry_fixture_assert_value (f, "order", "4 3");
  /* With the last but one the last is placed too. */
  press_all (f, "152");
  entry_fixture_assert_value (f, "order", "4 3 1 5 2 6");
  entry_fixture_go (f, "why");
  entry_fixture_go (f, "order");
  entry_fixture_press (f, GDK_KEY_Down, 0);
  entry_fixture_press (f, GDK_KEY_Up, GDK_ALT_MASK);
  entry_fixture_assert_value (f, "order", "3 4 1 5 2 6");
  entry_fixture_press (f, GDK_KEY_Up, GDK_ALT_MASK);
  entry_fixture_assert_value (f, "order", "3 4 1 5 2 6");
  entry_fixture_press (f, GDK_KEY_Down, GDK_ALT_MASK);
  entry_fixture_assert_value (f, "order", "4 3 1 5 2 6");
  entry_fixture_do (f, "entry.undo");
  entry_fixture_assert_value (f, "order", "3 4 1 5 2 6");
}

/* There is no value before one is chosen. */
static void
test_range (EntryFixture *f,
            gconstpointer data)
{
  GtkWidget *scale;

  entry_fixture_go (f, "worry");
  scale = get_focus (f);
  g_assert_true (GTK_IS_SCALE (scale));
  g_assert_true (gtk_widget_has_css_class (scale, "nothing"));
  entry_fixture_do (f, "entry.next");
  entry_fixture_assert_value (f, "worry", "(not-answered)");
  entry_fixture_go (f, "worry");
  entry_fixture_press (f, GDK_KEY_Right, 0);
  entry_fixture_assert_value (f, "worry", "0");
  g_assert_false (gtk_widget_has_css_class (scale, "nothing"));
  entry_fixture_press (f, GDK_KEY_Right, 0);
  entry_fixture_press (f, GDK_KEY_Right, 0);
  entry_fixture_press (f, GDK_KEY_Left, 0);
  entry_fixture_assert_value (f, "worry", "1");
  entry_fixture_press (f, GDK_KEY_End, 0);
  entry_fixture_assert_value (f, "worry", "10");
  press_all (f, "7");
  entry_fixture_do (f, "entry.next");
  entry_fixture_assert_value (f, "worry", "7");
  entry_fixture_assert_at (f, "share");
  /* What is not on the scale is said to be so, and kept. */
  press_all (f, "33");
  entry_fixture_do (f, "entry.next");
  entry_fixture_assert_at (f, "share");
  entry_fixture_assert_value (f, "share", "(not-answered)");
  g_assert_true (gtk_widget_has_css_class (get_row (f), "wrong"));
  press_all (f, "35");
  entry_fixture_do (f, "entry.next");
  entry_fixture_assert_value (f, "share", "35");
  entry_fixture_go (f, "worry");
  entry_fixture_press (f, GDK_KEY_Delete, 0);
  entry_fixture_assert_value (f, "worry", "(not-answered)");
  /* Down leads on; along an upright scale it goes down. */
  entry_fixture_press (f, GDK_KEY_Down, 0);
  entry_fixture_assert_at (f, "share");
  entry_fixture_go (f, "ladder");
  entry_fixture_press (f, GDK_KEY_Up, 0);
  entry_fixture_press (f, GDK_KEY_Up, 0);
  entry_fixture_assert_value (f, "ladder", "2");
  entry_fixture_go (f, "trust");
  press_all (f, ".5");
  entry_fixture_do (f, "entry.next");
  entry_fixture_assert_value (f, "trust", "0.5");
}

static void
test_numbers (EntryFixture *f,
              gconstpointer data)
{
  entry_fixture_go (f, "service");
  press_all (f, "4");
  entry_fixture_assert_value (f, "service", "4");
  entry_fixture_assert_at (f, "amount");
  entry_fixture_enter (f, "1500000");
  entry_fixture_assert_value (f, "amount", "1500000");
  entry_fixture_go (f, "amount");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_focus (f))), ==, "1\u202f500\u202f000");
  entry_fixture_go (f, "hours");
  entry_fixture_enter (f, "25");
  entry_fixture_assert_at (f, "hours");
  entry_fixture_assert_value (f, "hours", "(not-answered)");
  entry_fixture_enter (f, "24");
  entry_fixture_assert_value (f, "hours", "24");
  entry_fixture_go (f, "visits");
  g_signal_emit_by_name (entry_fixture_find (get_row (f), "circular"), "clicked");
  entry_fixture_assert_value (f, "visits", "-1");
  entry_fixture_go (f, "part");
  entry_fixture_enter (f, "140");
  g_assert_cmpint (hw_item_get_problem (entry_fixture_item (f, "part")), ==, HW_ITEM_CONSTRAINT);
}

/* Questions below each other, the choices as headings; up and down lead from line to line. */
static void
test_table (EntryFixture *f,
            gconstpointer data)
{
  GtkWidget *first;

  entry_fixture_go (f, "food");
  first = get_row (f);
  g_assert_nonnull (entry_fixture_find (first, "heads"));
  g_assert_false (entry_fixture_press (f, GDK_KEY_Down, 0));
  press_all (f, "1");
  entry_fixture_assert_at (f, "school");
  g_assert_null (entry_fixture_find (get_row (f), "heads"));
  entry_fixture_press (f, GDK_KEY_Right, 0);
  entry_fixture_press (f, GDK_KEY_Right, 0);
  entry_fixture_press (f, GDK_KEY_space, 0);
  entry_fixture_assert_value (f, "school", "2");
  entry_fixture_go (f, "use_head");
  g_assert_nonnull (entry_fixture_find (get_row (f), "heads"));
  entry_fixture_do (f, "entry.next");
  entry_fixture_assert_at (f, "use_food");
  press_all (f, "12");
  entry_fixture_assert_value (f, "use_food", "1 2");
}

static void
test_search (EntryFixture *f,
             gconstpointer data)
{
  entry_fixture_go (f, "reason_short");
  entry_fixture_enter (f, "heal");
  entry_fixture_assert_value (f, "reason_short", "5");
  entry_fixture_go (f, "country");
  entry_fixture_enter (f, "republic");
  entry_fixture_assert_value (f, "country", "9");
  entry_fixture_assert_at (f, "countries");
  /* Of several one types the next; an empty field leads on. */
  entry_fixture_enter (f, "mex");
  entry_fixture_assert_at (f, "countries");
  entry_fixture_enter (f, "spain");
  entry_fixture_assert_value (f, "countries", "18 26");
  g_assert_nonnull (entry_fixture_find (get_row (f), "chosen-chip"));
  entry_fixture_press (f, GDK_KEY_BackSpace, 0);
  entry_fixture_assert_value (f, "countries", "18");
  entry_fixture_enter (f, "nowhere");
  entry_fixture_assert_at (f, "countries");
  g_assert_true (gtk_widget_has_css_class (get_row (f), "wrong"));
  entry_fixture_enter (f, "");
  entry_fixture_assert_at (f, "order");
  entry_fixture_assert_value (f, "countries", "18");
}

static void
test_dates (EntryFixture *f,
            gconstpointer data)
{
  entry_fixture_go (f, "month");
  entry_fixture_enter (f, "3 2015");
  entry_fixture_assert_value (f, "month", "2015-03-01");
  entry_fixture_enter (f, "1987");
  entry_fixture_assert_value (f, "year", "1987-01-01");
  entry_fixture_enter (f, "21 11 2026 14 05");
  entry_fixture_assert_value (f, "visit", "2026-11-21T14:05:00");
  entry_fixture_assert_at (f, "born_ethiopian");
  entry_fixture_enter (f, "26 ter 1982");
  entry_fixture_assert_value (f, "born_ethiopian", "1990-02-03");
  entry_fixture_go (f, "born_ethiopian");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_focus (f))), ==, "26 Ter 1982");
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (entry_fixture_find (get_row (f), "beside"))), ==, "Saturday, 3 February 1990");
  entry_fixture_enter (f, "31 13 1982");
  entry_fixture_assert_at (f, "born_ethiopian");
  g_assert_true (gtk_widget_has_css_class (get_row (f), "wrong"));
  entry_fixture_go (f, "born_bikram_sambat");
  entry_fixture_enter (f, "3 6 2072");
  entry_fixture_assert_value (f, "born_bikram_sambat", "2015-09-20");
}

static void
test_texts (EntryFixture *f,
            gconstpointer data)
{
  GtkTextBuffer *buffer;

  entry_fixture_go (f, "story");
  g_assert_true (GTK_IS_TEXT_VIEW (get_focus (f)));
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (get_focus (f)));
  gtk_text_buffer_insert_at_cursor (buffer, "She left", -1);
  entry_fixture_press (f, GDK_KEY_Return, GDK_ALT_MASK);
  gtk_text_buffer_insert_at_cursor (buffer, "in May.", -1);
  entry_fixture_press (f, GDK_KEY_Return, 0);
  entry_fixture_assert_value (f, "story", "She left\nin May.");
  entry_fixture_assert_at (f, "phone");
  entry_fixture_enter (f, "0809 555");
  entry_fixture_assert_value (f, "phone", "0809 555");
  g_assert_false (gtk_text_get_visibility (GTK_TEXT (get_focus (f))));
  entry_fixture_enter (f, "secret");
  entry_fixture_assert_value (f, "secret", "secret");
  entry_fixture_go (f, "label");
  entry_fixture_type (f, "4006381333931");
  g_signal_emit_by_name (get_focus (f), "activate");
  entry_fixture_spin ();
  entry_fixture_assert_value (f, "label", "4006381333931");
  entry_fixture_assert_at (f, "place");
  entry_fixture_enter (f, "18 30 0 N 69 15 0 W 12");
  entry_fixture_assert_value (f, "place", "18.5 -69.25 12");
  entry_fixture_go (f, "place");
  entry_fixture_enter (f, "95 20");
  entry_fixture_assert_at (f, "place");
}

/* The choices are the answers of other rows; what hangs on the choice is locked at once. */
static void
test_rows (EntryFixture *f,
           gconstpointer data)
{
  entry_fixture_go (f, "member");
  entry_fixture_do (f, "entry.insert-row");
  entry_fixture_enter (f, "Ana");
  entry_fixture_go (f, "member");
  entry_fixture_do (f, "entry.insert-row");
  entry_fixture_enter (f, "Luis");
  entry_fixture_go (f, "locked");
  g_assert_true (GTK_IS_TEXT (get_focus (f)));
  entry_fixture_enter (f, "free");
  entry_fixture_go (f, "head");
  press_all (f, "2");
  entry_fixture_assert_value (f, "head", "Luis");
  entry_fixture_go (f, "locked");
  g_assert_true (get_focus (f) == get_row (f));
  g_assert_true (gtk_widget_has_css_class (get_row (f), "locked"));
  entry_fixture_go (f, "head");
  g_assert_true (hw_question_row_take_focus (HW_QUESTION_ROW (get_row (f)), FALSE));
  entry_fixture_answer (f, "head", "");
  entry_fixture_go (f, "locked");
  g_assert_true (GTK_IS_TEXT (get_focus (f)));
  entry_fixture_assert_value (f, "locked", "free");
}

static void
wait_for_answer (EntryFixture *f,
                 const char *ref)
{
  HwItem *item = entry_fixture_item (f, ref);
  gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  while (hw_value_is_missing (hw_item_get_value (item))
         && hw_entry_session_get_draft (f->page->session, item, NULL) == NULL && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
}

static void
test_image (EntryFixture *f,
            gconstpointer data)
{
  g_autofree char *path = g_build_filename (g_getenv ("G_TEST_SRCDIR"), QUESTIONNAIRE, "media", "brick.png", NULL);
  g_autofree char *no_path = g_build_filename (g_getenv ("G_TEST_SRCDIR"), QUESTIONNAIRE, "survey.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) no_picture = g_file_new_for_path (no_path);
  g_autoptr (GBytes) kept = NULL;

  entry_fixture_go (f, "photo");
  g_assert_true (HW_IS_IMAGE_ROW (get_row (f)));
  hw_image_row_take_file (HW_IMAGE_ROW (get_row (f)), no_picture);
  wait_for_answer (f, "photo");
  g_assert_true (gtk_widget_has_css_class (get_row (f), "wrong"));
  entry_fixture_assert_value (f, "photo", "(not-answered)");
  hw_image_row_take_file (HW_IMAGE_ROW (get_row (f)), file);
  wait_for_answer (f, "photo");
  while (hw_value_is_missing (hw_item_get_value (entry_fixture_item (f, "photo"))))
    g_main_context_iteration (NULL, TRUE);
  entry_fixture_spin ();
  entry_fixture_assert_value (f, "photo", "brick.png");
  g_assert_false (gtk_widget_has_css_class (get_row (f), "wrong"));
  g_assert_nonnull (entry_fixture_find (get_row (f), "picture"));
  kept = hw_interview_dup_file (f->interview, "brick.png");
  g_assert_nonnull (kept);
  entry_fixture_press (f, GDK_KEY_Return, 0);
  entry_fixture_assert_at (f, "after");
  entry_fixture_go (f, "photo");
  entry_fixture_press (f, GDK_KEY_Delete, 0);
  entry_fixture_assert_value (f, "photo", "(not-answered)");
  g_assert_null (entry_fixture_find (get_row (f), "picture"));
}

static void
add (const char *name,
     void (*test) (EntryFixture *, gconstpointer))
{
  g_autofree char *path = g_strconcat ("/entry/controls/", name, NULL);

  g_test_add (path, EntryFixture, QUESTIONNAIRE, entry_fixture_set_up, test, entry_fixture_tear_down);
}

int
main (int argc,
      char **argv)
{
  g_setenv ("HOMEWARD_TODAY", "2026-11-21", TRUE);
  g_setenv ("LANGUAGE", "en", TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  add ("quick", test_quick);
  add ("pictures", test_pictures);
  add ("rank", test_rank);
  add ("range", test_range);
  add ("numbers", test_numbers);
  add ("table", test_table);
  add ("search", test_search);
  add ("dates", test_dates);
  add ("texts", test_texts);
  add ("rows", test_rows);
  add ("image", test_image);
  return g_test_run ();
}
