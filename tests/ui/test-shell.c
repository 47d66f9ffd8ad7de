/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window before and around an interview: start, new survey, work list. */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "ui/application/preferences.h"
#include "ui/common/banner.h"
#include "ui/common/time-text.h"
#include "ui/entry/entry-page.h"
#include "ui/form/check-view.h"
#include "ui/start/new-survey-page.h"
#include "ui/window/data-export.h"
#include "ui/window/form-export.h"
#include "window-fixture.h"

static guint
count_children (gpointer widget)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (widget)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n++;
  return n;
}

static const char *
get_banner_text (WindowFixture *fixture,
                 const char *page)
{
  return hw_banner_get_text (
      window_fixture_find (window_fixture_find (fixture->window, page), "banner"));
}

static void
write_file (const char *path,
            const char *text)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static void
test_open_bad (WindowFixture *fixture,
               gconstpointer data)
{
  g_autofree char *path = window_fixture_dup_path (fixture, "letter.homeward");
  g_autofree char *nothing = window_fixture_dup_path (fixture, "nothing.homeward");
  g_autofree char *content = NULL;

  write_file (path, "Dear all, this is no survey");
  g_assert_false (hw_window_open (fixture->window, path));
  g_assert_nonnull (strstr (get_banner_text (fixture, "start_page"), "letter.homeward"));
  g_assert_null (hw_window_get_file (fixture->window));
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "Dear all, this is no survey");

  g_assert_false (hw_window_open (fixture->window, nothing));
  g_assert_nonnull (strstr (get_banner_text (fixture, "start_page"), "nothing.homeward"));
  g_assert_false (g_file_test (nothing, G_FILE_TEST_EXISTS));
}

static void
test_new (WindowFixture *fixture,
          gconstpointer data)
{
  g_autofree char *path = window_fixture_dup_path (fixture, "mine.homeward");
  HwNewSurveyPage *page = window_fixture_find (fixture->window, "new_page");
  GtkStack *stack = window_fixture_find (page, "stack");

  g_action_group_activate_action (G_ACTION_GROUP (window_fixture_get_application ()), "new-survey",
                                  NULL);
  g_assert_true (gtk_stack_get_visible_child (window_fixture_find (fixture->window, "pages"))
                 == GTK_WIDGET (page));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "choose");
  g_assert_true (gtk_widget_get_visible (window_fixture_find (page, "shipped_row")));
  g_signal_emit_by_name (window_fixture_find (page, "shipped_row"), "activated");
  WAIT_FOR (g_strcmp0 (gtk_stack_get_visible_child_name (stack), "report") == 0);
  g_assert_true (hw_form_get_questionnaire (hw_new_survey_page_get_form (page)) != NULL);
  g_assert_true (gtk_widget_get_visible (window_fixture_find (page, "create_button")));

  hw_new_survey_page_create (page, path);
  g_assert_cmpstr (hw_survey_file_get_path (hw_window_get_file (fixture->window)), ==, path);
  stack = window_fixture_find (window_fixture_find (fixture->window, "places"), "stack");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "empty");
}

static void
test_new_exists (WindowFixture *fixture,
                 gconstpointer data)
{
  g_autofree char *path = window_fixture_create_survey (fixture, "mine.homeward");
  g_autofree char *folder
      = g_build_filename (g_getenv ("HOMEWARD_DATADIR"), "questionnaires", "migration", NULL);
  HwNewSurveyPage *page = window_fixture_find (fixture->window, "new_page");
  g_autoptr (HwSurveyFile) file = NULL;
  g_autoptr (GPtrArray) list = NULL;

  hw_window_start_survey (fixture->window, folder);
  WAIT_FOR (hw_form_is_read (hw_new_survey_page_get_form (page)));
  hw_new_survey_page_create (page, path);
  g_assert_nonnull (get_banner_text (fixture, "new_page"));
  g_assert_null (hw_window_get_file (fixture->window));
  file = hw_survey_file_open (path, TRUE, NULL);
  list = hw_survey_file_list_interviews (file, NULL);
  g_assert_cmpuint (list->len, ==, 5);
}

static void
test_faults (WindowFixture *fixture,
             gconstpointer data)
{
  g_autofree char *survey = window_fixture_dup_path (fixture, "survey.csv");
  g_autofree char *choices = window_fixture_dup_path (fixture, "choices.csv");
  g_autofree char *settings = window_fixture_dup_path (fixture, "settings.csv");
  HwNewSurveyPage *page = window_fixture_find (fixture->window, "new_page");

  write_file (survey, "type,name,label,relevant\n"
                      "integer,age,Age,\n"
                      "integer,age,Again,\n"
                      "select_one sex,sex,Sex,${ag} > 3\n");
  write_file (choices, "list_name,name,label\n");
  write_file (settings, "form_id,version\nx,1\n");
  hw_window_start_survey (fixture->window, fixture->folder);
  WAIT_FOR (hw_form_is_read (hw_new_survey_page_get_form (page)));
  /* A heading and three faults, at least. */
  g_assert_cmpuint (
      g_list_model_get_n_items (hw_check_view_get_list (window_fixture_find (page, "check_view"))),
      >=, 4);
  g_assert_false (gtk_widget_get_visible (window_fixture_find (page, "create_button")));

  /* Mended, it is read again from where it was. */
  write_file (survey, "type,name,label\ninteger,age,Age\n");
  gtk_widget_activate_action (window_fixture_find (page, "check_view"), "check.again", NULL);
  WAIT_FOR (gtk_widget_get_visible (window_fixture_find (page, "create_button")));

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-start", NULL);
  g_assert_true (gtk_stack_get_visible_child (window_fixture_find (fixture->window, "pages"))
                 == window_fixture_find (fixture->window, "start_page"));
}

static GListModel *
open_list (WindowFixture *fixture)
{
  g_autofree char *path = window_fixture_create_survey (fixture, "five.homeward");
  GtkColumnView *view;

  g_assert_true (hw_window_open (fixture->window, path));
  view = window_fixture_find (fixture->window, "view");
  return G_LIST_MODEL (gtk_column_view_get_model (view));
}

static char *
dup_label (GListModel *list,
           guint i)
{
  g_autoptr (HwInterviewSummary) summary = g_list_model_get_item (list, i);

  return g_strdup (hw_interview_summary_get_label (summary));
}

static void
test_list (WindowFixture *fixture,
           gconstpointer data)
{
  GListModel *list = open_list (fixture);
  g_autoptr (HwInterviewSummary) first = g_list_model_get_item (list, 0);
  GtkWidget *toggles = window_fixture_find (fixture->window, "filters_box");

  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 5);
  g_assert_cmpint (hw_interview_summary_get_status (first), ==, HW_STATUS_RETURNED);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (gtk_widget_get_first_child (toggles))), ==,
                   "All 5");
}

static void
test_filter (WindowFixture *fixture,
             gconstpointer data)
{
  GListModel *list = open_list (fixture);
  GtkWidget *all
      = gtk_widget_get_first_child (window_fixture_find (fixture->window, "filters_box"));
  GtkWidget *under_way = gtk_widget_get_next_sibling (gtk_widget_get_next_sibling (all));

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (under_way), TRUE);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 2);
  g_assert_true (g_str_has_suffix (gtk_button_get_label (GTK_BUTTON (under_way)), " 2"));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (all), TRUE);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 5);
}

static void
test_search (WindowFixture *fixture,
             gconstpointer data)
{
  GListModel *list = open_list (fixture);
  GtkEditable *entry = window_fixture_find (fixture->window, "search_entry");
  GtkStack *stack = window_fixture_find (window_fixture_find (fixture->window, "places"), "stack");
  g_autofree char *label = NULL;

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.search", NULL);
  g_assert_true (
      gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->window)), GTK_WIDGET (entry)));
  /* The reason says “José”. */
  gtk_editable_set_text (entry, "JOSE");
  WAIT_FOR (g_list_model_get_n_items (list) == 1);
  gtk_editable_set_text (entry, "36");
  WAIT_FOR (g_list_model_get_n_items (list) == 1
            && g_strcmp0 (label = dup_label (list, 0), "") > 0);
  g_assert_nonnull (strstr (label, "36"));
  gtk_editable_set_text (entry, "nobody");
  WAIT_FOR (g_list_model_get_n_items (list) == 0);
  WAIT_FOR (g_strcmp0 (gtk_stack_get_visible_child_name (stack), "no-match") == 0);
  g_signal_emit_by_name (entry, "stop-search");
  WAIT_FOR (g_list_model_get_n_items (list) == 5);
}

static gboolean
is_enabled (WindowFixture *fixture,
            const char *action)
{
  GtkWidget *button = gtk_button_new ();
  gboolean enabled;

  /* Class actions cannot be asked; a button that names one is sensitive when it is enabled. */
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_box_append (
      GTK_BOX (gtk_widget_get_parent (window_fixture_find (fixture->window, "new_button"))),
      button);
  enabled = gtk_widget_get_sensitive (button);
  gtk_box_remove (GTK_BOX (gtk_widget_get_parent (button)), button);
  return enabled;
}

static void
test_actions (WindowFixture *fixture,
              gconstpointer data)
{
  g_assert_false (is_enabled (fixture, "win.new-interview"));
  g_assert_false (is_enabled (fixture, "win.close-survey"));
  open_list (fixture);
  g_assert_true (is_enabled (fixture, "win.new-interview"));
  g_assert_true (is_enabled (fixture, "win.close-survey"));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.close-survey", NULL);
  g_assert_null (hw_window_get_file (fixture->window));
  g_assert_false (is_enabled (fixture, "win.new-interview"));
}

static void
test_interview (WindowFixture *fixture,
                gconstpointer data)
{
  GListModel *list = open_list (fixture);
  GtkStack *pages = window_fixture_find (fixture->window, "pages");
  GtkWidget *places = gtk_stack_get_visible_child (pages);
  g_autoptr (HwInterviewSummary) summary = g_list_model_get_item (list, 1);
  g_autofree char *id = g_strdup (hw_interview_summary_get_id (summary));
  GtkSingleSelection *selection = GTK_SINGLE_SELECTION (list);

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.open-interview", "s", id);
  g_assert_true (HW_IS_ENTRY_PAGE (gtk_stack_get_visible_child (pages)));
  g_assert_false (is_enabled (fixture, "win.new-interview"));
  gtk_widget_activate_action (gtk_stack_get_visible_child (pages), "entry.close", NULL);
  g_assert_true (gtk_stack_get_visible_child (pages) == places);
  g_assert_cmpstr (hw_interview_summary_get_id (gtk_single_selection_get_selected_item (selection)),
                   ==, id);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 5);

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.new-interview", NULL);
  gtk_widget_activate_action (gtk_stack_get_visible_child (pages), "entry.close", NULL);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 6);
  g_assert_true (is_enabled (fixture, "win.new-interview"));
}

static gboolean
says (GtkWidget *widget,
      const char *text)
{
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_label (GTK_LABEL (widget)), text) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (says (child, text))
      return TRUE;
  return FALSE;
}

static void
test_export (WindowFixture *fixture,
             gconstpointer data)
{
  g_autofree char *path = window_fixture_dup_path (fixture, "household.csv");
  g_autofree char *nowhere = window_fixture_dup_path (fixture, "five.homeward");
  GtkWidget *view;

  open_list (fixture);
  view = gtk_stack_get_visible_child (window_fixture_find (fixture->window, "pages"));
  hw_data_export_run (view, hw_window_get_file (fixture->window), fixture->folder);
  WAIT_FOR (says (GTK_WIDGET (fixture->window), "Answers exported to"));
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  /* A file is no folder. */
  hw_data_export_run (view, hw_window_get_file (fixture->window), nowhere);
  WAIT_FOR (hw_banner_get_text (window_fixture_find (view, "banner")) != NULL);
}

static void
test_export_form (WindowFixture *fixture,
                  gconstpointer data)
{
  static const char *const names[] = { "form.xlsx", "form.csv" };
  HwQuestionnaire *questionnaire;
  GtkWidget *view;

  open_list (fixture);
  view = gtk_stack_get_visible_child (window_fixture_find (fixture->window, "pages"));
  questionnaire = hw_survey_file_get_questionnaire (hw_window_get_file (fixture->window));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = window_fixture_dup_path (fixture, names[i]);
      g_autoptr (HwProblems) problems = hw_problems_new ();
      g_autoptr (HwQuestionnaire) read = NULL;
      g_autoptr (GError) error = NULL;

      hw_form_export_run (view, questionnaire, path);
      WAIT_FOR (says (GTK_WIDGET (fixture->window), names[i]));
      read = hw_questionnaire_new_from_path (path, problems, &error);
      g_assert_no_error (error);
      g_assert_nonnull (read);
      g_assert_cmpuint (hw_questionnaire_get_n_questions (read), ==,
                        hw_questionnaire_get_n_questions (questionnaire));
    }
}

/* A file that is open is shown, not opened again beside itself. */
static void
test_open_twice (WindowFixture *fixture,
                 gconstpointer data)
{
  g_autofree char *path = window_fixture_create_survey (fixture, "once.homeward");
  GtkApplication *application = GTK_APPLICATION (window_fixture_get_application ());
  HwSurveyFile *file;

  for (guint i = 0; i < 2; i++)
    g_action_group_activate_action (G_ACTION_GROUP (application), "open-path",
                                    g_variant_new_string (path));
  file = hw_window_get_file (fixture->window);
  g_assert_nonnull (file);
  g_assert_cmpuint (g_list_length (gtk_application_get_windows (application)), ==, 1);
}

static void
test_read_only (WindowFixture *fixture,
                gconstpointer data)
{
  g_autofree char *path = window_fixture_create_survey (fixture, "locked.homeward");

  if (geteuid () == 0)
    {
      g_test_skip ("root may write everything");
      return;
    }
  g_assert_cmpint (g_chmod (path, 0400), ==, 0);
  g_assert_cmpint (g_chmod (fixture->folder, 0500), ==, 0);
  g_assert_true (hw_window_open (fixture->window, path));
  g_assert_true (hw_survey_file_is_read_only (hw_window_get_file (fixture->window)));
  g_assert_false (is_enabled (fixture, "win.new-interview"));
  g_assert_cmpint (g_chmod (fixture->folder, 0700), ==, 0);
}

static void
test_recent (WindowFixture *fixture,
             gconstpointer data)
{
  g_autofree char *path = window_fixture_create_survey (fixture, "lately.homeward");
  GtkListBox *list;

  g_assert_true (hw_window_open (fixture->window, path));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.close-survey", NULL);
  list = window_fixture_find (fixture->window, "recent_list");
  WAIT_FOR (count_children (list) > 0);
  g_assert_nonnull (
      strstr (gtk_widget_get_tooltip_text (gtk_widget_get_first_child (GTK_WIDGET (list))),
              "lately.homeward"));
}

static void
test_preferences (WindowFixture *fixture,
                  gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  GtkWidget *preferences = hw_preferences_new (settings);
  int dpi, larger;

  adw_combo_row_set_selected (window_fixture_find (preferences, "color_scheme"), 2);
  g_assert_true (adw_style_manager_get_dark (adw_style_manager_get_default ()));
  adw_combo_row_set_selected (window_fixture_find (preferences, "color_scheme"), 1);
  g_assert_false (adw_style_manager_get_dark (adw_style_manager_get_default ()));

  g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &dpi, NULL);
  gtk_spin_button_set_value (window_fixture_find (preferences, "text_size_spin"), 150);
  g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &larger, NULL);
  g_assert_cmpint (larger, ==, dpi * 150 / 100);
  g_action_group_activate_action (G_ACTION_GROUP (window_fixture_get_application ()), "text-normal",
                                  NULL);
  g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &larger, NULL);
  g_assert_cmpint (larger, ==, dpi);
  g_settings_reset (settings, "color-scheme");
  gtk_window_destroy (GTK_WINDOW (preferences));
}

static void
test_time_text (void)
{
  static const struct
  {
    const char *time;
    const char *text;
  } rows[] = {
    { "2026-11-21T00:01:00Z", "Today 00:01" },     { "2026-11-21T23:59:00Z", "Today 23:59" },
    { "2026-11-20T23:59:00Z", "Yesterday 23:59" }, { "2026-11-19T12:00:00Z", "19 Nov 12:00" },
    { "2026-01-02T12:00:00Z", "2 Jan 12:00" },     { "2025-12-31T12:00:00Z", "31 Dec 2025" },
  };
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) now = g_date_time_new_from_iso8601 ("2026-11-21T23:59:30Z", utc);
  g_autofree char *none = hw_time_text_dup ("not a time");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (rows[i].time, utc);
      g_autofree char *text = hw_time_text_dup_from (time, now);

      g_assert_cmpstr (text, ==, rows[i].text);
    }
  g_assert_cmpstr (none, ==, "");
}

int
main (int argc,
      char **argv)
{
  window_fixture_init (&argc, &argv);
  window_fixture_add ("/start/open-bad", test_open_bad);
  window_fixture_add ("/start/recent", test_recent);
  window_fixture_add ("/new/create", test_new);
  window_fixture_add ("/new/exists", test_new_exists);
  window_fixture_add ("/new/faults", test_faults);
  window_fixture_add ("/interviews/list", test_list);
  window_fixture_add ("/interviews/filter", test_filter);
  window_fixture_add ("/interviews/search", test_search);
  window_fixture_add ("/window/actions", test_actions);
  window_fixture_add ("/window/interview", test_interview);
  window_fixture_add ("/window/export", test_export);
  window_fixture_add ("/window/export-form", test_export_form);
  window_fixture_add ("/window/open-twice", test_open_twice);
  window_fixture_add ("/window/read-only", test_read_only);
  window_fixture_add ("/application/preferences", test_preferences);
  g_test_add_func ("/common/time-text", test_time_text);
  return g_test_run ();
}
