/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/window/form-export.h"

#include <glib/gi18n.h>
#include <string.h>

#include "export/xlsform-writer.h"
#include "ui/common/file-choice.h"
#include "ui/common/toast.h"
#include "ui/window/window.h"

typedef struct
{
  HwQuestionnaire *questionnaire;
  char *path;
} Job;

static void
job_free (Job *job)
{
  hw_questionnaire_unref (job->questionnaire);
  g_free (job->path);
  g_free (job);
}

static void
run_cb (GTask *task,
        gpointer source,
        gpointer data,
        GCancellable *cancellable)
{
  Job *job = data;
  gboolean is_csv = g_str_has_suffix (job->path, ".csv");
  GError *error = NULL;

  if (hw_export_xlsform (job->questionnaire, is_csv ? HW_XLSFORM_CSV : HW_XLSFORM_WORKBOOK,
                         job->path, &error))
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
      g_autofree char *name = g_filename_display_basename (job->path);
      /* Translators: %s is the name of a file. */
      g_autofree char *text = g_strdup_printf (_("Questionnaire saved as “%s”"), name);

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
    hw_form_export_run (from, hw_survey_file_get_questionnaire (file), path);
}

/* Named by its id, which is made for such uses; else by its survey. */
static char *
dup_name (HwSurveyFile *file,
          const char *format)
{
  const char *id = hw_questionnaire_get_id (hw_survey_file_get_questionnaire (file));
  g_autofree char *base = NULL;
  char *dot;

  if (id != NULL && *id != '\0' && strchr (id, G_DIR_SEPARATOR) == NULL)
    return g_strdup_printf ("%s.%s", id, format);
  base = g_path_get_basename (hw_survey_file_get_path (file));
  dot = strrchr (base, '.');
  if (dot != NULL && dot != base)
    *dot = '\0';
  return g_strdup_printf ("%s.%s", base, format);
}

/**
 * hw_form_export_ask:
 * @from: a widget of the window of the survey
 * @file: the survey
 * @format: "xlsx" or "csv"
 *
 * Asks for a file and writes the questionnaire there.
 */
void
hw_form_export_ask (GtkWidget *from,
                    HwSurveyFile *file,
                    const char *format)
{
  gboolean is_csv = g_strcmp0 (format, "csv") == 0;
  g_autofree char *name = NULL;
  HwFileChoice choice = {
    .action = GTK_FILE_CHOOSER_ACTION_SAVE,
    .title = _("Save the Questionnaire"),
    .accept = _("_Save"),
    .filter_label = is_csv ? _("Comma-separated values") : _("Workbooks"),
    .pattern = is_csv ? "*.csv" : "*.xlsx",
  };

  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (HW_IS_SURVEY_FILE (file));

  name = dup_name (file, format);
  choice.name = name;
  hw_file_choice_ask (from, &choice, chosen_cb, NULL);
}

/**
 * hw_form_export_run:
 * @from: a widget of the window of the survey
 * @questionnaire: what is written
 * @path: where to; its ending says as what
 *
 * Writes the questionnaire as XLSForm, and says so in the window when it is done.
 */
void
hw_form_export_run (GtkWidget *from,
                    HwQuestionnaire *questionnaire,
                    const char *path)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (questionnaire != NULL);
  g_return_if_fail (path != NULL);

  job = g_new0 (Job, 1);
  job->questionnaire = hw_questionnaire_ref (questionnaire);
  job->path = g_strdup (path);
  task = g_task_new (from, NULL, done_cb, NULL);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, run_cb);
}
