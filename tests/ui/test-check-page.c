/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is wrong with a questionnaire, on the screen. */
#include "config.h"

#include <string.h>

#include "ui/form/check-page.h"
#include "ui/form/check-report.h"
#include "ui/form/check-view.h"
#include "ui/form/finding-item.h"
#include "ui/reference/reference-item.h"
#include "ui/reference/reference-window.h"
#include "ui/trial/trial-page.h"
#include "window-fixture.h"

#define FAULTY                                                                                     \
  "type,name,label,relevant\n"                                                                     \
  "integer,age,Age,\n"                                                                             \
  "select_one nolist,sex,Sex,\n"                                                                   \
  "text,job,Work,${agee} > 14\n"                                                                   \
  "text,job,Work again,\n"
#define FINE "type,name,label\ninteger,age,Age?\n"

static GtkWidget *
get_page (WindowFixture *fixture)
{
  return gtk_stack_get_visible_child (window_fixture_find (fixture->window, "pages"));
}

static HwCheckView *
get_view (WindowFixture *fixture)
{
  return window_fixture_find (get_page (fixture), "view");
}

static const char *
get_shown (WindowFixture *fixture)
{
  return gtk_stack_get_visible_child_name (window_fixture_find (get_page (fixture), "findings_stack"));
}

static void
check (WindowFixture *fixture,
       const char *survey)
{
  window_fixture_write (fixture, "survey.csv", survey);
  hw_window_check (fixture->window, fixture->folder);
  WAIT_FOR (HW_IS_CHECK_PAGE (get_page (fixture)));
  WAIT_FOR (g_strcmp0 (get_shown (fixture), "reading") != 0);
}

/* Without the headings */
static guint
count_findings (WindowFixture *fixture)
{
  GListModel *list = hw_check_view_get_list (get_view (fixture));
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (HwFindingItem) item = g_list_model_get_item (list, i);

      n += !hw_finding_item_is_heading (item);
    }
  return n;
}

static HwFindingItem *
get_item (WindowFixture *fixture,
          guint i)
{
  return g_list_model_get_item (hw_check_view_get_list (get_view (fixture)), i);
}

static void
test_list (WindowFixture *fixture,
           gconstpointer data)
{
  g_autoptr (HwFindingItem) heading = NULL;
  g_autoptr (HwFindingItem) first = NULL;
  const char *verdict;

  check (fixture, FAULTY);
  g_assert_cmpstr (get_shown (fixture), ==, "list");
  g_assert_cmpuint (count_findings (fixture), >=, 3);
  heading = get_item (fixture, 0);
  g_assert_true (hw_finding_item_is_heading (heading));
  g_assert_true (g_str_has_prefix (hw_finding_item_get_text (heading), "Faults: "));
  verdict = gtk_label_get_label (window_fixture_find (get_page (fixture), "verdict_label"));
  g_assert_nonnull (strstr (verdict, "3 faults"));

  gtk_toggle_button_set_active (window_fixture_find (get_page (fixture), "row_button"), TRUE);
  first = get_item (fixture, 1);
  g_assert_nonnull (strstr (hw_finding_item_get_place (first), "row 3, column A"));
}

static HwFindingItem *
make (HwProblemSeverity severity,
      const char *code,
      const char *sheet,
      guint line)
{
  HwProblem problem = { .severity = severity,
                        .code = code,
                        .file = (char *) "form.xlsx",
                        .sheet = (char *) sheet,
                        .line = line,
                        .column = 6,
                        .question = (char *) "age",
                        .message = (char *) "A sentence." };

  return hw_finding_item_new (&problem);
}

static void
test_order (void)
{
  g_autoptr (HwFindingItem) fault = make (HW_PROBLEM_ERROR, "unknown-reference", "survey", 90);
  g_autoptr (HwFindingItem) choices = make (HW_PROBLEM_ERROR, "circle", "choices", 2);
  g_autoptr (HwFindingItem) advice = make (HW_PROBLEM_WARNING, "unused-list", "survey", 1);
  g_autoptr (HwFindingItem) heading = NULL;

  for (int order = HW_FINDING_ORDER_KIND; order <= HW_FINDING_ORDER_ROW; order++)
    {
      g_assert_cmpint (hw_finding_item_compare (fault, advice, (HwFindingOrder) order), <, 0);
      g_assert_false (hw_finding_item_belongs (fault, advice, (HwFindingOrder) order));
    }
  g_assert_cmpint (hw_finding_item_compare (choices, fault, HW_FINDING_ORDER_KIND), <, 0);
  g_assert_true (hw_finding_item_belongs (choices, fault, HW_FINDING_ORDER_KIND));
  g_assert_cmpint (hw_finding_item_compare (choices, fault, HW_FINDING_ORDER_ROW), >, 0);
  g_assert_false (hw_finding_item_belongs (choices, fault, HW_FINDING_ORDER_ROW));

  g_assert_nonnull (strstr (hw_finding_item_get_place (fault), "survey"));
  g_assert_nonnull (strstr (hw_finding_item_get_place (fault), "row 90, column F"));
  g_assert_nonnull (strstr (hw_finding_item_get_place (fault), "age"));
  g_assert_nonnull (strstr (hw_finding_item_get_explanation (fault), "Instead of"));
  g_assert_true (hw_finding_item_matches (fault, "column f"));
  g_assert_false (hw_finding_item_matches (fault, "column g"));
  heading = hw_finding_item_new_heading (advice, HW_FINDING_ORDER_ROW, 7);
  g_assert_nonnull (strstr (hw_finding_item_get_text (heading), "(7)"));
}

static void
test_search (WindowFixture *fixture,
             gconstpointer data)
{
  GtkEditable *entry;
  guint all;

  check (fixture, FAULTY);
  all = count_findings (fixture);
  entry = window_fixture_find (get_page (fixture), "findings_entry");
  gtk_editable_set_text (entry, "NOLIST");
  WAIT_FOR (count_findings (fixture) == 1);
  gtk_editable_set_text (entry, "nowhere");
  WAIT_FOR (g_strcmp0 (get_shown (fixture), "no-match") == 0);
  g_signal_emit_by_name (entry, "stop-search");
  WAIT_FOR (count_findings (fixture) == all);
  g_assert_cmpstr (get_shown (fixture), ==, "list");
}

/* The author mends it in a spreadsheet, and spoils it again. */
static void
test_follow (WindowFixture *fixture,
             gconstpointer data)
{
  check (fixture, FAULTY);
  window_fixture_write (fixture, "survey.csv", FINE);
  WAIT_FOR (g_strcmp0 (get_shown (fixture), "fine") == 0);
  g_assert_true (gtk_widget_get_visible (window_fixture_find (get_page (fixture), "try_button")));
  window_fixture_write (fixture, "survey.csv", FAULTY);
  WAIT_FOR (g_strcmp0 (get_shown (fixture), "list") == 0);
  g_assert_false (gtk_widget_get_visible (window_fixture_find (get_page (fixture), "try_button")));
}

/* What was not touched keeps the person where they are. */
static void
test_keep_place (WindowFixture *fixture,
                 gconstpointer data)
{
  GtkSelectionModel *selection;
  g_autoptr (HwFindingItem) second = NULL;
  guint n;

  check (fixture, FAULTY);
  gtk_toggle_button_set_active (window_fixture_find (get_page (fixture), "row_button"), TRUE);
  selection = gtk_list_view_get_model (window_fixture_find (get_page (fixture), "list_view"));
  gtk_selection_model_select_item (selection, 1, TRUE);
  second = get_item (fixture, 1);
  n = g_list_model_get_n_items (G_LIST_MODEL (selection));
  window_fixture_write (fixture, "survey.csv", FAULTY "text,2bad,Bad name,\n");
  WAIT_FOR (g_list_model_get_n_items (G_LIST_MODEL (selection)) > n);
  g_assert_true (gtk_selection_model_is_selected (selection, 1));
  window_fixture_write (fixture, "survey.csv", FAULTY);
  WAIT_FOR (g_list_model_get_n_items (G_LIST_MODEL (selection)) == n);
  g_assert_true (gtk_selection_model_is_selected (selection, 1));
}

static void
test_unreadable (WindowFixture *fixture,
                 gconstpointer data)
{
  g_autofree char *path = window_fixture_dup_path (fixture, "nothing.xlsx");

  hw_window_check (fixture->window, path);
  WAIT_FOR (g_strcmp0 (get_shown (fixture), "error") == 0);
  g_assert_nonnull (strstr (adw_status_page_get_description (
                                window_fixture_find (get_page (fixture), "error_page")),
                            "nothing.xlsx"));
}

static void
test_save (WindowFixture *fixture,
           gconstpointer data)
{
  g_autofree char *path = window_fixture_dup_path (fixture, "faults.csv");
  g_autofree char *content = NULL;
  g_autofree char *text = NULL;

  check (fixture, FAULTY);
  hw_check_view_save (get_view (fixture), path);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_true (g_str_has_prefix (content, "severity,code,file,sheet,row,column,question,message\r\n"));
  g_assert_nonnull (strstr (content, "\r\nfault,"));
  g_assert_nonnull (strstr (content, ",3,A,"));
  text = hw_check_report_dup_text (
      hw_form_get_problems (hw_check_page_get_form (HW_CHECK_PAGE (get_page (fixture)))));
  g_assert_true (g_str_has_prefix (text, "Fault: "));
  g_assert_nonnull (strstr (text, "nolist"));
}

static void
got_text_cb (GObject *source,
             GAsyncResult *result,
             gpointer data)
{
  *(char **) data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static char *
dup_clipboard (WindowFixture *fixture)
{
  char *text = NULL;

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (fixture->window)), NULL,
                                 got_text_cb, &text);
  WAIT_FOR (text != NULL);
  return text;
}

static void
test_copy (WindowFixture *fixture,
           gconstpointer data)
{
  g_autofree char *all = NULL;
  g_autofree char *one = NULL;

  check (fixture, FAULTY);
  gtk_widget_activate_action (GTK_WIDGET (get_view (fixture)), "check.copy-all", NULL);
  all = dup_clipboard (fixture);
  g_assert_nonnull (strstr (all, "nolist"));
  g_assert_nonnull (strstr (all, "agee"));
  /* Nothing is tried, so there is nothing to show, and the place is what one needs. */
  gtk_toggle_button_set_active (window_fixture_find (get_page (fixture), "row_button"), TRUE);
  g_signal_emit_by_name (window_fixture_find (get_page (fixture), "list_view"), "activate", 1);
  one = dup_clipboard (fixture);
  g_assert_nonnull (strstr (one, "nolist"));
  g_assert_null (strstr (one, "agee"));
  g_assert_true (HW_IS_CHECK_PAGE (get_page (fixture)));
}

static gboolean
has_selected (WindowFixture *fixture,
              const char *text)
{
  GtkListView *view = window_fixture_find (get_page (fixture), "list_view");
  HwFindingItem *item = gtk_single_selection_get_selected_item (
      GTK_SINGLE_SELECTION (gtk_list_view_get_model (view)));

  return item != NULL && strstr (hw_finding_item_get_text (item), text) != NULL;
}

/* From the trial to its check, among its lines, and back, by the keyboard */
static void
test_keys (WindowFixture *fixture,
           gconstpointer data)
{
  g_autofree char *copied = NULL;

  window_fixture_write (fixture, "survey.csv",
                        "type,name,label,relevant\n"
                        "text,who,Who?,\n"
                        "select_one yn,far,Far away?,\n"
                        "text,never,Never?,${far} = 7\n");
  window_fixture_write (fixture, "choices.csv", "list_name,name,label\nyn,1,Yes\nyn,0,No\nother,1,One\n");
  hw_window_try (fixture->window, fixture->folder);
  WAIT_FOR (HW_IS_TRIAL_PAGE (get_page (fixture))
            && hw_trial_page_get_entry (HW_TRIAL_PAGE (get_page (fixture))) != NULL);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
  if (!window_fixture_press (fixture, "ctrl+k"))
    {
      g_test_skip ("xdotool is not there to press keys");
      return;
    }
  WAIT_FOR (HW_IS_CHECK_PAGE (get_page (fixture)) && count_findings (fixture) >= 2);
  window_fixture_press (fixture, "ctrl+f");
  WAIT_FOR (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->window)),
                                    window_fixture_find (get_page (fixture), "findings_entry")));
  for (const char *at = "other"; *at != '\0'; at++)
    {
      char key[] = { *at, '\0' };

      window_fixture_press (fixture, key);
    }
  WAIT_FOR (count_findings (fixture) == 1);
  /* Down from what is searched, to what was found, past its heading. */
  window_fixture_press (fixture, "Down");
  WAIT_FOR (has_selected (fixture, "other"));
  window_fixture_press (fixture, "ctrl+c");
  do
    {
      g_free (copied);
      copied = dup_clipboard (fixture);
    }
  while (strstr (copied, "other") == NULL);
  window_fixture_press (fixture, "ctrl+f");
  window_fixture_press (fixture, "Escape");
  WAIT_FOR (count_findings (fixture) >= 2);
  window_fixture_press (fixture, "Escape");
  WAIT_FOR (HW_IS_TRIAL_PAGE (get_page (fixture)));
}

/* What is activated is shown where it is asked. */
static void
test_activate (WindowFixture *fixture,
               gconstpointer data)
{
  HwTrialPage *trial;
  gboolean is_taken = FALSE;

  window_fixture_write (fixture, "survey.csv",
                        "type,name,label,relevant\ntext,who,Who?,\ntext,job,Work?,\n"
                        "text,never,Never?,${who} = 'x'\n");
  hw_window_try (fixture->window, fixture->folder);
  WAIT_FOR (HW_IS_TRIAL_PAGE (get_page (fixture))
            && hw_trial_page_get_entry (HW_TRIAL_PAGE (get_page (fixture))) != NULL);
  trial = HW_TRIAL_PAGE (get_page (fixture));
  gtk_widget_activate_action (GTK_WIDGET (trial), "trial.check", NULL);
  g_signal_emit_by_name (get_page (fixture), "question-activated", "never", &is_taken);
  g_assert_false (is_taken);
  g_signal_emit_by_name (get_page (fixture), "question-activated", "job", &is_taken);
  g_assert_true (is_taken);
  g_assert_true (get_page (fixture) == GTK_WIDGET (trial));
  g_assert_cmpstr (hw_item_get_ref (hw_entry_page_get_current (hw_trial_page_get_entry (trial))), ==, "job");
}

/* The word that is shown at @name, or nothing */
static HwReferenceItem *
find_word (HwReferenceWindow *window,
           const char *name)
{
  GListModel *list = hw_reference_window_get_list (window);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (HwReferenceItem) item = g_list_model_get_item (list, i);

      if (g_strcmp0 (hw_reference_item_get_name (item), name) == 0)
        return g_steal_pointer (&item);
    }
  return NULL;
}

/* Every word is there, ours are told from those of others, and one window is enough. */
static void
test_reference (WindowFixture *fixture,
                gconstpointer data)
{
  GtkApplication *application = GTK_APPLICATION (window_fixture_get_application ());
  HwReferenceWindow *window = NULL;
  g_autoptr (HwReferenceItem) function = NULL;
  g_autoptr (HwReferenceItem) column = NULL;
  g_autoptr (HwReferenceItem) ours = NULL;

  for (guint i = 0; i < 2; i++)
    g_action_group_activate_action (G_ACTION_GROUP (application), "reference", NULL);
  g_assert_cmpuint (g_list_length (gtk_application_get_windows (application)), ==, 2);
  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    if (HW_IS_REFERENCE_WINDOW (l->data))
      window = l->data;
  function = find_word (window, "indexed-repeat()");
  g_assert_cmpstr (hw_reference_item_get_description (function), !=, "");
  column = find_word (window, "relevant");
  g_assert_cmpint (hw_reference_item_get_standing (column), ==, HW_REFERENCE_USED);
  g_assert_cmpstr (hw_reference_item_get_description (column), !=, "");
  g_assert_null (find_word (window, "hw-last-saved()"));

  gtk_drop_down_set_selected (window_fixture_find (window, "section_drop_down"), 1);
  g_assert_null (find_word (window, "relevant"));
  gtk_editable_set_text (window_fixture_find (window, "entry"), "SOFT_CH");
  WAIT_FOR (g_list_model_get_n_items (hw_reference_window_get_list (window)) <= 3);
  ours = find_word (window, "soft_check");
  g_assert_cmpint (hw_reference_item_get_standing (ours), ==, HW_REFERENCE_OURS);
  gtk_editable_set_text (window_fixture_find (window, "entry"), "no such word");
  WAIT_FOR (g_strcmp0 (gtk_stack_get_visible_child_name (window_fixture_find (window, "reference_stack")),
                       "no-match") == 0);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc,
      char **argv)
{
  window_fixture_init (&argc, &argv);
  window_fixture_add ("/check/list", test_list);
  window_fixture_add ("/check/search", test_search);
  window_fixture_add ("/check/follow", test_follow);
  window_fixture_add ("/check/keep-place", test_keep_place);
  window_fixture_add ("/check/unreadable", test_unreadable);
  window_fixture_add ("/check/save", test_save);
  window_fixture_add ("/check/copy", test_copy);
  window_fixture_add ("/check/keys", test_keys);
  window_fixture_add ("/check/activate", test_activate);
  window_fixture_add ("/reference/words", test_reference);
  g_test_add_func ("/check/order", test_order);
  return g_test_run ();
}
