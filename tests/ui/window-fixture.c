/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window-fixture.h"

#include <glib/gstdio.h>

static HwApplication *application;

HwApplication *
window_fixture_get_application (void)
{
  return application;
}

void
window_fixture_init (int *argc,
                     char ***argv)
{
  g_autoptr (GError) error = NULL;

  gtk_test_init (argc, argv, NULL);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  application = hw_application_new ();
  g_application_set_flags (G_APPLICATION (application),
                           G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_OPEN);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
}

void
window_fixture_set_up (WindowFixture *fixture,
                       gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("homeward-ui-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->window = hw_window_new (GTK_APPLICATION (application));
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
}

void
window_fixture_tear_down (WindowFixture *fixture,
                          gconstpointer data)
{
  GtkWindow *window = GTK_WINDOW (fixture->window);
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &fixture->window);
  gtk_window_destroy (window);
  WAIT_FOR (fixture->window == NULL);

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
}

char *
window_fixture_dup_path (WindowFixture *fixture,
                         const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

gboolean
window_fixture_press (WindowFixture *fixture,
                      const char *keys)
{
  g_autofree char *xdotool = g_find_program_in_path ("xdotool");
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;

  if (xdotool == NULL)
    return FALSE;
  process = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, xdotool, "key", "--clearmodifiers",
                              keys, NULL);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_wait_check (process, NULL, &error));
  g_assert_no_error (error);
  return TRUE;
}

void
window_fixture_write (WindowFixture *fixture,
                      const char *name,
                      const char *text)
{
  g_autofree char *path = window_fixture_dup_path (fixture, name);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static void
store (HwSurveyFile *file,
       const char *area,
       const char *household,
       HwStatus status)
{
  HwQuestionnaire *questionnaire = hw_survey_file_get_questionnaire (file);
  g_autoptr (HwInterview) interview = hw_interview_new (questionnaire);
  g_auto (GStrv) names
      = g_strsplit (hw_questionnaire_get_setting (questionnaire, "case_id"), " ", -1);
  g_autoptr (GError) error = NULL;

  hw_interview_answer_text (interview, hw_interview_find (interview, names[0]), area, &error);
  g_assert_no_error (error);
  for (guint i = 1; names[i] != NULL; i++)
    {
      hw_interview_answer_text (interview, hw_interview_find (interview, names[i]), household,
                                &error);
      g_assert_no_error (error);
    }
  hw_survey_file_store_interview (
      file, interview, status == HW_STATUS_RETURNED ? HW_STATUS_COMPLETED : status, &error);
  g_assert_no_error (error);
  if (status == HW_STATUS_RETURNED)
    hw_survey_file_set_status (file, hw_interview_get_id (interview), status, "Ask José again",
                               &error);
  g_assert_no_error (error);
}

char *
window_fixture_create_survey (WindowFixture *fixture,
                              const char *name)
{
  g_autofree char *path = window_fixture_dup_path (fixture, name);
  g_autofree char *folder
      = g_build_filename (g_getenv ("HOMEWARD_DATADIR"), "questionnaires", "migration", NULL);
  g_autoptr (HwProblems) problems = hw_problems_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (HwQuestionnaire) questionnaire = NULL;
  g_autoptr (HwSurveyFile) file = NULL;

  questionnaire = hw_questionnaire_new_from_path (folder, problems, &error);
  g_assert_no_error (error);
  file = hw_survey_file_create (path, questionnaire, NULL, &error);
  g_assert_no_error (error);
  store (file, "12", "34", HW_STATUS_UNDER_WAY);
  store (file, "12", "35", HW_STATUS_UNDER_WAY);
  store (file, "12", "36", HW_STATUS_COMPLETED);
  store (file, "13", "37", HW_STATUS_RETURNED);
  store (file, "13", "38", HW_STATUS_APPROVED);
  return g_steal_pointer (&path);
}

/* Ids of templates are the names that gtk_buildable_get_buildable_id() gives. */
static GtkWidget *
find (GtkWidget *widget,
      const char *id)
{
  if (g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)), id) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, id);

      if (found != NULL)
        return found;
    }
  return NULL;
}

gpointer
window_fixture_find (gpointer inside,
                     const char *id)
{
  GtkWidget *found = find (GTK_WIDGET (inside), id);

  if (found == NULL)
    g_error ("there is no widget “%s”", id);
  return found;
}
