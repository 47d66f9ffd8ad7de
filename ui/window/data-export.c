/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/window/data-export.h"

#include <glib/gi18n.h>

#include "export/data-csv.h"
#include "ui/common/file-choice.h"
#include "ui/common/toast.h"
#include "ui/window/window.h"

typedef struct
{
  char *survey;
  char *folder;
} Job;

static void
job_free (Job *job)
{
  g_free (job->survey);
  g_free (job->folder);
  g_free (job);
}

/* The thread has its own door to the file, for reading only; the window goes on meanwhile. */
static void
run_cb (GTask *task,
        gpointer source,
        gpointer data,
        GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  g_autoptr (HwSurveyFile) file = hw_survey_file_open (job->survey, TRUE, &error);

  if (file != NULL && hw_export_data_csv (file, job->folder, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
done_cb (GObject *source,
         GAsyncResult *result,
         gpointer data)
{
  GtkWidget *from = GTK_WIDGET (source);
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  GtkRoot *root = gtk_widget_get_root (from);

  if (root == NULL)
    return;
  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_autofree char *name = g_path_get_basename (job->folder);
      /* Translators: %s is the name of a folder. */
      g_autofree char *text = g_strdup_printf (_("Answers exported to “%s”"), name);

      hw_toast_show (from, text);
    }
  else
    {
      hw_window_show_error (HW_WINDOW (root), error->message);
    }
}

static void
chosen_cb (GtkWidget *from,
           const char *path,
           gpointer data)
{
  HwSurveyFile *file = HW_IS_WINDOW (gtk_widget_get_root (from))
                           ? hw_window_get_file (HW_WINDOW (gtk_widget_get_root (from)))
                           : NULL;

  if (file != NULL)
    hw_data_export_run (from, file, path);
}

/**
 * hw_data_export_ask:
 * @from: a widget of the window of the survey
 * @file: the survey
 *
 * Asks for a folder and writes the answers there.
 */
void
hw_data_export_ask (GtkWidget *from,
                    HwSurveyFile *file)
{
  const HwFileChoice choice = {
    .action = GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER,
    .title = _("Choose a Folder for the Answers"),
    .accept = _("_Export"),
  };

  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (HW_IS_SURVEY_FILE (file));

  hw_file_choice_ask (from, &choice, chosen_cb, NULL);
}

/**
 * hw_data_export_run:
 * @from: a widget of the window of the survey
 * @file: the survey
 * @folder: where to
 *
 * Writes the answers as one CSV a level, and says so in the window when it is done.
 */
void
hw_data_export_run (GtkWidget *from,
                    HwSurveyFile *file,
                    const char *folder)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (HW_IS_SURVEY_FILE (file));
  g_return_if_fail (folder != NULL);

  job = g_new0 (Job, 1);
  job->survey = g_strdup (hw_survey_file_get_path (file));
  job->folder = g_strdup (folder);
  task = g_task_new (from, NULL, done_cb, NULL);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, run_cb);
}
