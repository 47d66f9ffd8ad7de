/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>

#include "store/writer.h"

/*
 * How long an answer holds up the person, and how long it takes to the disk, in a household of 40
 * members with the core questionnaire: the wish itself with the snapshot that the writer takes of
 * it, then the commit. Exits with 1 when the 99th percentile of the first is over 10 ms.
 */

#define N_MEMBERS 40
#define LIMIT_US 10000

static int
compare (gconstpointer a,
         gconstpointer b)
{
  double one = *(const double *) a;
  double two = *(const double *) b;

  return (one > two) - (one < two);
}

static double
report (const char *what,
        GArray *times)
{
  double p99;

  g_array_sort (times, compare);
  p99 = g_array_index (times, double, times->len * 99 / 100);
  printf ("%-28s n %5u   p50 %8.1f us   p99 %8.1f us   max %8.1f us\n", what, times->len,
          g_array_index (times, double, times->len / 2), p99,
          g_array_index (times, double, times->len - 1));
  return p99;
}

static void
answer (HwInterview *interview,
        HwWriter *writer,
        const char *ref,
        const char *text,
        GArray *wishes,
        GArray *commits)
{
  HwItem *item = hw_interview_find (interview, ref);
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();
  double wish;
  double commit;

  if (item == NULL || !hw_interview_answer_text (interview, item, text, &error))
    g_error ("%s: %s", ref, error != NULL ? error->message : "no such question");
  wish = (double) (g_get_monotonic_time () - start);
  start = g_get_monotonic_time ();
  if (!hw_writer_flush (writer, &error))
    g_error ("%s", error->message);
  commit = (double) (g_get_monotonic_time () - start);
  if (wishes != NULL)
    {
      g_array_append_val (wishes, wish);
      g_array_append_val (commits, commit);
    }
}

static void
answer_members (HwInterview *interview,
                HwWriter *writer,
                guint shift,
                GArray *wishes,
                GArray *commits)
{
  static const char *const steps[][3]
      = { { "mname", "Rosario", "Luis" }, { "msex", "2", "1" }, { "mdoby", "1980", "1990" },
          { "mage", "45", "15" },         { "away", "0", "2" }, { "livab", "2", "1" } };

  for (guint row = 1; row <= N_MEMBERS; row++)
    for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
      {
        g_autofree char *ref = g_strdup_printf ("member[%u]/%s", row, steps[i][0]);

        answer (interview, writer, ref, steps[i][1 + (row + shift) % 2], wishes, commits);
      }
}

static GArray *
load_often (HwSurveyFile *file,
            const char *id)
{
  GArray *times = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < 20; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (HwInterview) loaded = hw_survey_file_load_interview (file, id, NULL);
      double time = (double) (g_get_monotonic_time () - start);

      g_assert (loaded != NULL);
      g_array_append_val (times, time);
    }
  return times;
}

int
main (int argc,
      char **argv)
{
  const char *data = g_getenv ("HOMEWARD_DATADIR");
  g_autofree char *sheets
      = g_build_filename (data != NULL ? data : "data", "questionnaires", "migration", NULL);
  g_autofree char *folder = g_dir_make_tmp ("homeward-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "bench.homeward", NULL);
  g_autoptr (HwProblems) problems = hw_problems_new ();
  g_autoptr (HwQuestionnaire) questionnaire
      = hw_questionnaire_new_from_path (sheets, problems, NULL);
  g_autoptr (HwSurveyFile) file
      = questionnaire != NULL ? hw_survey_file_create (path, questionnaire, NULL, NULL) : NULL;
  g_autoptr (GArray) wishes = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) commits = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) loads = NULL;
  g_autoptr (HwInterview) interview = NULL;
  HwWriter *writer;
  double p99;

  if (file == NULL)
    {
      fprintf (stderr, "no survey can be made with %s\n", sheets);
      return 2;
    }
  interview = hw_interview_new (hw_survey_file_get_questionnaire (file));
  writer = hw_writer_new (file, interview, TRUE, NULL);
  answer (interview, writer, "v1date", "2025-05-12", NULL, NULL);
  answer (interview, writer, "v1res", "1", NULL, NULL);
  answer (interview, writer, "consent", "1", NULL, NULL);
  answer (interview, writer, "hhsize", G_STRINGIFY (N_MEMBERS), NULL, NULL);
  for (guint i = 0; i < 4; i++)
    answer_members (interview, writer, i, wishes, commits);
  p99 = report ("answer, with its snapshot", wishes);
  report ("commit", commits);
  loads = load_often (file, hw_interview_get_id (interview));
  report ("load the interview", loads);
  g_object_unref (writer);
  g_clear_object (&file);
  g_unlink (path);
  g_rmdir (folder);
  return p99 > LIMIT_US ? EXIT_FAILURE : EXIT_SUCCESS;
}
