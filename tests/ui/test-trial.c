/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A questionnaire is tried: what is typed, what is kept when it changes, and that nothing stays. */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>

#include "ui/common/banner.h"
#include "ui/form/check-page.h"
#include "ui/start/new-survey-page.h"
#include "ui/trial/trial-answers.h"
#include "ui/trial/trial-bar.h"
#include "ui/trial/trial-folder.h"
#include "ui/trial/trial-page.h"
#include "window-fixture.h"

#define PLAIN                                                                                      \
  "type,name,label::English (en),label::Español (es)\n"                                            \
  "text,who,Who is it?,¿Quién es?\n"                                                               \
  "integer,age,How old?,¿Cuántos años?\n"                                                          \
  "text,place,Where?,¿Dónde?\n"

static guint
count_folders (void)
{
  g_autoptr (GDir) dir = g_dir_open (g_get_user_runtime_dir (), 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    n += g_str_has_prefix (name, "homeward-trial-");
  return n;
}

static GtkWidget *
get_page (WindowFixture *fixture)
{
  return gtk_stack_get_visible_child (window_fixture_find (fixture->window, "pages"));
}

static HwTrialPage *
get_trial (WindowFixture *fixture)
{
  return HW_TRIAL_PAGE (get_page (fixture));
}

static HwInterview *
get_interview (WindowFixture *fixture)
{
  return hw_entry_page_get_interview (hw_trial_page_get_entry (get_trial (fixture)));
}

static HwTrialBar *
get_bar (WindowFixture *fixture)
{
  return HW_TRIAL_BAR (gtk_widget_get_ancestor (
      window_fixture_find (get_page (fixture), "trial_label"), HW_TYPE_TRIAL_BAR));
}

static gboolean
is_tried (WindowFixture *fixture)
{
  return HW_IS_TRIAL_PAGE (get_page (fixture)) && hw_trial_page_get_entry (get_trial (fixture)) != NULL;
}

static void
try_plain (WindowFixture *fixture)
{
  g_autofree char *path = window_fixture_dup_path (fixture, "survey.csv");

  window_fixture_write (fixture, "survey.csv", PLAIN);
  g_action_group_activate_action (G_ACTION_GROUP (window_fixture_get_application ()), "open-path",
                                  g_variant_new_string (path));
  WAIT_FOR (is_tried (fixture));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
}

static void
answer (WindowFixture *fixture,
        const char *ref,
        const char *text)
{
  g_autoptr (GError) error = NULL;

  hw_interview_answer_text (get_interview (fixture),
                            hw_interview_find (get_interview (fixture), ref), text, &error);
  g_assert_no_error (error);
}

static const char *
get_answer (HwInterview *interview,
            const char *ref)
{
  HwItem *item = hw_interview_find (interview, ref);

  return item != NULL ? hw_value_get_text (hw_item_get_value (item)) : NULL;
}

static void
test_open (WindowFixture *fixture,
           gconstpointer data)
{
  HwEntryPage *entry;

  g_assert_cmpuint (count_folders (), ==, 0);
  try_plain (fixture);
  entry = hw_trial_page_get_entry (get_trial (fixture));
  g_assert_cmpuint (count_folders (), ==, 1);
  g_assert_cmpstr (gtk_label_get_label (window_fixture_find (entry, "trial_label")), ==,
                   "Trial – nothing is kept");
  g_assert_false (gtk_widget_get_visible (window_fixture_find (entry, "saved_mark")));
  g_assert_null (hw_window_get_file (fixture->window));
  g_assert_nonnull (strstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), "Trial: "));

  gtk_widget_activate_action (GTK_WIDGET (entry), "entry.close", NULL);
  g_assert_true (get_page (fixture) == window_fixture_find (fixture->window, "start_page"));
  g_assert_cmpuint (count_folders (), ==, 0);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==, "Homeward");
}

/* All of it by the keyboard: an answer, the check and back, a fresh start, the end. */
static void
test_keys (WindowFixture *fixture,
           gconstpointer data)
{
  try_plain (fixture);
  if (!window_fixture_press (fixture, "a"))
    {
      g_test_skip ("xdotool is not there to press keys");
      return;
    }
  window_fixture_press (fixture, "Return");
  WAIT_FOR (g_strcmp0 (get_answer (get_interview (fixture), "who"), "a") == 0);
  window_fixture_press (fixture, "ctrl+k");
  WAIT_FOR (HW_IS_CHECK_PAGE (get_page (fixture)));
  window_fixture_press (fixture, "Escape");
  WAIT_FOR (is_tried (fixture));
  g_assert_cmpstr (get_answer (get_interview (fixture), "who"), ==, "a");
  window_fixture_press (fixture, "ctrl+k");
  WAIT_FOR (HW_IS_CHECK_PAGE (get_page (fixture)));
  window_fixture_press (fixture, "ctrl+t");
  WAIT_FOR (is_tried (fixture));
  window_fixture_press (fixture, "ctrl+shift+r");
  WAIT_FOR (get_answer (get_interview (fixture), "who") == NULL);
  window_fixture_press (fixture, "Escape");
  WAIT_FOR (get_page (fixture) == window_fixture_find (fixture->window, "start_page"));
}

/* Text that is no answer keeps nobody: there is nothing to lose. */
static void
test_draft (WindowFixture *fixture,
            gconstpointer data)
{
  HwEntryPage *entry;
  GtkWidget *focus;

  try_plain (fixture);
  entry = hw_trial_page_get_entry (get_trial (fixture));
  hw_entry_page_go_to (entry, hw_interview_find (get_interview (fixture), "age"));
  WAIT_FOR (GTK_IS_TEXT (focus = gtk_root_get_focus (GTK_ROOT (fixture->window))));
  gtk_editable_set_text (GTK_EDITABLE (focus), "old");
  gtk_widget_activate_action (GTK_WIDGET (entry), "entry.close", NULL);
  g_assert_true (get_page (fixture) == window_fixture_find (fixture->window, "start_page"));
}

static void
test_reload (WindowFixture *fixture,
             gconstpointer data)
{
  try_plain (fixture);
  answer (fixture, "who", "Ana");
  answer (fixture, "age", "32");
  answer (fixture, "place", "Lima");
  gtk_widget_activate_action (GTK_WIDGET (hw_trial_page_get_entry (get_trial (fixture))),
                              "entry.set-language", "s", "Español (es)");
  g_assert_null (hw_trial_bar_get_news (get_bar (fixture)));

  /* One question goes, one comes, and one becomes another. */
  window_fixture_write (fixture, "survey.csv",
                        "type,name,label::English (en),label::Español (es)\n"
                        "text,who,Who is this?,¿Quién?\n"
                        "select_one yn,place,Far away?,¿Lejos?\n"
                        "integer,age,How old?,¿Cuántos años?\n"
                        "text,work,Which work?,¿Qué trabajo?\n");
  window_fixture_write (fixture, "choices.csv",
                        "list_name,name,label::English (en),label::Español (es)\nyn,1,Yes,Sí\nyn,0,No,No\n");
  WAIT_FOR (hw_trial_bar_get_news (get_bar (fixture)) != NULL);
  g_assert_null (hw_interview_find (get_interview (fixture), "work"));
  gtk_widget_activate_action (GTK_WIDGET (get_bar (fixture)), "trial.reload", NULL);
  WAIT_FOR (hw_interview_find (get_interview (fixture), "work") != NULL);
  g_assert_cmpstr (get_answer (get_interview (fixture), "who"), ==, "Ana");
  g_assert_cmpstr (get_answer (get_interview (fixture), "age"), ==, "32");
  g_assert_null (get_answer (get_interview (fixture), "place"));
  g_assert_cmpstr (hw_interview_get_language (get_interview (fixture)), ==, "Español (es)");
  g_assert_null (hw_trial_bar_get_news (get_bar (fixture)));
  g_assert_cmpuint (count_folders (), ==, 1);
}

/* What the author is in the midst of does not take the trial away. */
static void
test_reload_faults (WindowFixture *fixture,
                    gconstpointer data)
{
  try_plain (fixture);
  answer (fixture, "who", "Ana");
  window_fixture_write (fixture, "survey.csv", "type,name,label\ntext,who,Who?\ntext,who,Who?\n");
  WAIT_FOR (hw_trial_bar_get_news (get_bar (fixture)) != NULL);
  gtk_widget_activate_action (GTK_WIDGET (get_bar (fixture)), "trial.reload", NULL);
  WAIT_FOR (strstr (hw_trial_bar_get_news (get_bar (fixture)), "1 fault") != NULL);
  g_assert_cmpstr (get_answer (get_interview (fixture), "who"), ==, "Ana");
  g_assert_true (gtk_widget_get_visible (window_fixture_find (get_bar (fixture), "faults_button")));

  gtk_widget_activate_action (GTK_WIDGET (get_bar (fixture)), "trial.restart", NULL);
  g_assert_null (get_answer (get_interview (fixture), "who"));
  gtk_widget_activate_action (GTK_WIDGET (get_bar (fixture)), "trial.check", NULL);
  g_assert_true (HW_IS_CHECK_PAGE (get_page (fixture)));
  g_assert_false (gtk_widget_get_visible (window_fixture_find (get_page (fixture), "try_button")));
}

/* A form with faults is not tried but checked, and tried when it is mended. */
static void
test_faulty (WindowFixture *fixture,
             gconstpointer data)
{
  window_fixture_write (fixture, "survey.csv", "type,name,label\ntext,who,Who?\ntext,who,Who?\n");
  hw_window_try (fixture->window, fixture->folder);
  WAIT_FOR (HW_IS_CHECK_PAGE (get_page (fixture)));
  g_assert_cmpuint (count_folders (), ==, 0);
  g_assert_false (gtk_widget_get_visible (window_fixture_find (get_page (fixture), "try_button")));

  window_fixture_write (fixture, "survey.csv", PLAIN);
  WAIT_FOR (gtk_widget_get_visible (window_fixture_find (get_page (fixture), "try_button")));
  gtk_widget_activate_action (get_page (fixture), "win.try-checked", NULL);
  WAIT_FOR (is_tried (fixture));
  gtk_widget_activate_action (get_page (fixture), "trial.close", NULL);
  g_assert_true (get_page (fixture) == window_fixture_find (fixture->window, "start_page"));
}

static void
test_failed (WindowFixture *fixture,
             gconstpointer data)
{
  g_autofree char *path = window_fixture_dup_path (fixture, "nothing.xlsx");
  HwBanner *banner = window_fixture_find (window_fixture_find (fixture->window, "start_page"), "banner");

  hw_window_try (fixture->window, path);
  WAIT_FOR (hw_banner_get_text (banner) != NULL);
  g_assert_nonnull (strstr (hw_banner_get_text (banner), "nothing.xlsx"));
  g_assert_true (get_page (fixture) == window_fixture_find (fixture->window, "start_page"));
  g_assert_cmpuint (count_folders (), ==, 0);
}

static void
test_use (WindowFixture *fixture,
          gconstpointer data)
{
  g_autofree char *path = window_fixture_dup_path (fixture, "mine.homeward");
  HwNewSurveyPage *page = window_fixture_find (fixture->window, "new_page");
  GtkStack *stack = window_fixture_find (page, "stack");

  try_plain (fixture);
  answer (fixture, "who", "Ana");
  gtk_widget_activate_action (get_page (fixture), "trial.use", NULL);
  g_assert_true (get_page (fixture) == GTK_WIDGET (page));
  WAIT_FOR (g_strcmp0 (gtk_stack_get_visible_child_name (stack), "report") == 0);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-start", NULL);
  g_assert_true (is_tried (fixture));
  g_assert_cmpstr (get_answer (get_interview (fixture), "who"), ==, "Ana");
  gtk_widget_activate_action (get_page (fixture), "trial.use", NULL);
  hw_new_survey_page_create (page, path);
  g_assert_nonnull (hw_window_get_file (fixture->window));
  g_assert_cmpuint (count_folders (), ==, 0);
}

/* The same questionnaire is not tried twice, and a survey does not take the place of a trial. */
static void
test_windows (WindowFixture *fixture,
              gconstpointer data)
{
  GApplication *application = G_APPLICATION (window_fixture_get_application ());
  g_autofree char *survey = window_fixture_create_survey (fixture, "five.homeward");
  GList *windows;
  GtkWindow *other;

  try_plain (fixture);
  try_plain (fixture);
  g_assert_cmpuint (g_list_length (gtk_application_get_windows (GTK_APPLICATION (application))), ==, 1);
  g_action_group_activate_action (G_ACTION_GROUP (application), "open-path",
                                  g_variant_new_string (survey));
  windows = gtk_application_get_windows (GTK_APPLICATION (application));
  g_assert_cmpuint (g_list_length (windows), ==, 2);
  other = windows->data == (gpointer) fixture->window ? windows->next->data : windows->data;
  g_assert_nonnull (hw_window_get_file (HW_WINDOW (other)));
  g_assert_true (is_tried (fixture));
  g_object_add_weak_pointer (G_OBJECT (other), (gpointer *) &other);
  gtk_window_destroy (other);
  WAIT_FOR (other == NULL);
}

static void
test_show_question (WindowFixture *fixture,
                    gconstpointer data)
{
  HwEntryPage *entry;

  window_fixture_write (fixture, "survey.csv",
                        "type,name,label,relevant,calculation\n"
                        "text,who,Who?,,\n"
                        "text,job,Work?,${who} != '',\n"
                        "calculate,twice,,,${who}\n"
                        "begin repeat,kid,Child,,\n"
                        "text,kid_name,Name?,,\n"
                        "end repeat,,,,\n");
  hw_window_try (fixture->window, fixture->folder);
  WAIT_FOR (is_tried (fixture));
  entry = hw_trial_page_get_entry (get_trial (fixture));
  g_assert_false (hw_trial_page_show_question (get_trial (fixture), "job"));
  g_assert_false (hw_trial_page_show_question (get_trial (fixture), "twice"));
  g_assert_false (hw_trial_page_show_question (get_trial (fixture), "nothing"));
  answer (fixture, "who", "Ana");
  g_assert_true (hw_trial_page_show_question (get_trial (fixture), "job"));
  g_assert_cmpstr (hw_item_get_ref (hw_entry_page_get_current (entry)), ==, "job");
  hw_interview_insert_row (get_interview (fixture), hw_interview_find (get_interview (fixture), "kid"), 0, NULL);
  g_assert_true (hw_trial_page_show_question (get_trial (fixture), "kid_name"));
  g_assert_cmpstr (hw_item_get_ref (hw_entry_page_get_current (entry)), ==, "kid[1]/kid_name");
}

static void
test_sweep (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HwTrialFolder) alive = hw_trial_folder_new (&error);
  g_autofree char *dead = g_build_filename (g_get_user_runtime_dir (), "homeward-trial-dead", NULL);
  g_autofree char *lock = g_build_filename (dead, "lock", NULL);
  g_autofree char *survey = g_build_filename (dead, "trial.homeward", NULL);

  g_assert_no_error (error);
  g_assert_cmpint (g_mkdir (dead, 0700), ==, 0);
  g_assert_true (g_file_set_contents (survey, "answers", -1, NULL));
  g_assert_true (g_file_set_contents (lock, "", 0, NULL));
  hw_trial_folder_sweep ();
  g_assert_false (g_file_test (dead, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (hw_trial_folder_get_path (alive), G_FILE_TEST_IS_DIR));
}

static HwQuestionnaire *
read_sheet (const char *survey)
{
  g_autoptr (GHashTable) sheets = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_bytes_unref);
  g_autoptr (HwProblems) problems = hw_problems_new ();
  HwQuestionnaire *questionnaire;

  g_hash_table_insert (sheets, (char *) "survey", g_bytes_new (survey, strlen (survey)));
  questionnaire = hw_questionnaire_new_from_sheets (sheets, problems);
  g_assert_nonnull (questionnaire);
  return questionnaire;
}

/* Rows, rows in rows, what opens only later, and what has gone. */
static void
test_answers (void)
{
  g_autoptr (HwQuestionnaire) before = read_sheet ("type,name,label,repeat_count\n"
                                                   "integer,n,How many?,\n"
                                                   "begin repeat,kid,Child,${n}\n"
                                                   "text,kid_name,Name?,\n"
                                                   "begin repeat,toy,Toy,\n"
                                                   "text,toy_name,Toy?,\n"
                                                   "end repeat,,,\n"
                                                   "end repeat,,,\n"
                                                   "text,late,Late?,\n"
                                                   "text,gone,Gone?,\n");
  g_autoptr (HwQuestionnaire) after = read_sheet ("type,name,label,repeat_count,relevant\n"
                                                  "text,late,Late?,,${n} > 1\n"
                                                  "integer,n,How many?,,\n"
                                                  "begin repeat,kid,Child,${n},\n"
                                                  "begin repeat,toy,Toy,,\n"
                                                  "text,toy_name,Toy?,,\n"
                                                  "end repeat,,,,\n"
                                                  "text,kid_name,Name?,,\n"
                                                  "end repeat,,,,\n");
  g_autoptr (HwInterview) from = hw_interview_new (before);
  g_autoptr (HwInterview) to = hw_interview_new (after);
  static const char *const answers[][2] = {
    { "n", "2" },
    { "kid[1]/kid_name", "Eva" },
    { "kid[2]/kid_name", "Max" },
    { "late", "yes" },
    { "gone", "lost" },
  };
  guint n_kept, n_lost;

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    g_assert_true (hw_interview_answer_text (from, hw_interview_find (from, answers[i][0]),
                                             answers[i][1], NULL));
  for (guint i = 0; i < 3; i++)
    g_assert_nonnull (hw_interview_insert_row (from, hw_interview_find (from, "kid[2]/toy"), 0, NULL));
  g_assert_true (hw_interview_answer_text (from, hw_interview_find (from, "kid[2]/toy[3]/toy_name"),
                                           "ball", NULL));
  hw_trial_answers_carry (from, to, &n_kept, &n_lost);
  g_assert_cmpuint (n_kept, ==, 5);
  g_assert_cmpuint (n_lost, ==, 1);
  g_assert_cmpstr (get_answer (to, "kid[2]/kid_name"), ==, "Max");
  g_assert_cmpstr (get_answer (to, "kid[2]/toy[3]/toy_name"), ==, "ball");
  g_assert_cmpstr (get_answer (to, "late"), ==, "yes");
  g_assert_null (hw_interview_find (to, "gone"));
}

int
main (int argc,
      char **argv)
{
  window_fixture_init (&argc, &argv);
  window_fixture_add ("/trial/open", test_open);
  window_fixture_add ("/trial/keys", test_keys);
  window_fixture_add ("/trial/draft", test_draft);
  window_fixture_add ("/trial/reload", test_reload);
  window_fixture_add ("/trial/reload-faults", test_reload_faults);
  window_fixture_add ("/trial/faulty", test_faulty);
  window_fixture_add ("/trial/failed", test_failed);
  window_fixture_add ("/trial/use", test_use);
  window_fixture_add ("/trial/windows", test_windows);
  window_fixture_add ("/trial/show-question", test_show_question);
  g_test_add_func ("/trial/sweep", test_sweep);
  g_test_add_func ("/trial/answers", test_answers);
  return g_test_run ();
}
