/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tables/tables-run.h"

#include "store/survey-file.h"
#include "tabulate/plan.h"

typedef struct
{
  char *survey;
  char *plan;
  char *id;       /* nullable */
  char *language; /* nullable */
} Job;

static void
job_free (Job *job)
{
  g_free (job->survey);
  g_free (job->plan);
  g_free (job->id);
  g_free (job->language);
  g_free (job);
}

/**
 * hw_tables_result_free:
 * @self: (transfer full): what a run gave
 */
void
hw_tables_result_free (HwTablesResult *self)
{
  g_clear_pointer (&self->tables, g_ptr_array_unref);
  g_clear_pointer (&self->problems, hw_problems_free);
  g_free (self);
}

static void
run_cb (GTask *task,
        gpointer source,
        gpointer data,
        GCancellable *cancellable)
{
  Job *job = data;
  g_autoptr (HwTablesResult) result = g_new0 (HwTablesResult, 1);
  g_autoptr (HwSurveyFile) file = NULL;
  g_autoptr (HwPlan) plan = NULL;
  GError *error = NULL;

  result->problems = hw_problems_new ();
  file = hw_survey_file_open (job->survey, TRUE, &error);
  if (file != NULL)
    plan = hw_plan_new_from_file (job->plan, result->problems, &error);
  if (plan != NULL)
    result->tables = hw_plan_run (plan, file, job->id, job->language, result->problems, &error);
  if (error != NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  /* A plan with faults gives no tables; its problems say why. */
  if (result->tables == NULL)
    result->tables = g_ptr_array_new ();
  g_task_return_pointer (task, g_steal_pointer (&result), (GDestroyNotify) hw_tables_result_free);
}

/**
 * hw_tables_run_async:
 * @survey: path of the survey file
 * @plan: path of the plan
 * @id: (nullable): the table, %NULL for all of the plan
 * @language: (nullable): of the labels, %NULL for the questionnaire's own
 * @cancellable: (nullable): to drop the result
 * @callback: is called when it is done
 * @data: for @callback
 *
 * Makes tables of a survey.
 */
void
hw_tables_run_async (const char *survey,
                     const char *plan,
                     const char *id,
                     const char *language,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer data)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (survey != NULL && plan != NULL);

  job = g_new0 (Job, 1);
  job->survey = g_strdup (survey);
  job->plan = g_strdup (plan);
  job->id = g_strdup (id);
  job->language = g_strdup (language);
  task = g_task_new (NULL, cancellable, callback, data);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, run_cb);
}

/**
 * hw_tables_run_finish:
 * @result: what the callback got
 * @error: (nullable): return location
 *
 * Returns: (nullable) (transfer full): the tables, with what is wrong with the plan or the data
 */
HwTablesResult *
hw_tables_run_finish (GAsyncResult *result,
                      GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
