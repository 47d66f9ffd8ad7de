/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/writer.h"
#include "support.h"

/* Interviews held at random: answers, kinds of missing, rows put in, taken out and put back,
 * confirmations. Whatever the writer has committed, loaded again, is the interview. */

#define N_INTERVIEWS 3
#define N_STEPS 200

typedef struct
{
  gboolean (*fits) (HwItem *item);
  HwItem *picked;
  guint n;
} Pick;

static void
consider (Pick *pick,
          HwItem *item)
{
  if (pick->fits (item) && g_test_rand_int_range (0, (int) ++pick->n) == 0)
    pick->picked = item;
}

/* One of all places that fit, each as likely as the other. */
static HwItem *
pick (HwInterview *interview,
      gboolean (*fits) (HwItem *item))
{
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  Pick found = { fits, NULL, 0 };

  g_ptr_array_add (open, hw_interview_get_root (interview));
  for (guint i = 0; i < open->len; i++)
    {
      HwItem *item = g_ptr_array_index (open, i);
      GListModel *children = hw_item_get_children (item);

      consider (&found, item);
      for (guint c = 0; children != NULL && c < g_list_model_get_n_items (children); c++)
        {
          g_autoptr (HwItem) child = g_list_model_get_item (children, c);

          g_ptr_array_add (open, child);
        }
    }
  return found.picked;
}

static gboolean
is_asked (HwItem *item)
{
  return hw_item_get_kind (item) == HW_ITEM_QUESTION && hw_item_is_relevant (item)
         && hw_question_is_answerable (hw_item_get_question (item));
}

static gboolean
is_roster (HwItem *item)
{
  return hw_item_get_kind (item) == HW_ITEM_ROSTER && hw_item_is_relevant (item);
}

static gboolean
is_row (HwItem *item)
{
  return hw_item_get_kind (item) == HW_ITEM_ROW && hw_item_is_relevant (item);
}

static gboolean
is_odd (HwItem *item)
{
  return hw_item_get_problem (item) == HW_ITEM_SOFT;
}

static char *
dup_text (HwItem *item)
{
  g_autoptr (GPtrArray) choices = NULL;

  switch (hw_question_get_kind (hw_item_get_question (item)))
    {
    case HW_KIND_SELECT_ONE:
    case HW_KIND_SELECT_MULTIPLE:
      choices = hw_item_list_choices (item);
      return choices->len == 0
                 ? g_strdup ("")
                 : g_strdup (hw_choice_get_name (g_ptr_array_index (
                     choices, g_test_rand_int_range (0, (int) MIN (choices->len, 4)))));
    case HW_KIND_DATE:
      return g_strdup_printf ("2026-0%d-1%d", g_test_rand_int_range (1, 10),
                              g_test_rand_int_range (0, 10));
    case HW_KIND_INTEGER:
      /* An age that is asked about again, but no number of members. */
      if (g_test_rand_int_range (0, 4) == 0
          && hw_question_get_soft_check (hw_item_get_question (item)) != NULL)
        return g_strdup ("105");
      return g_strdup_printf ("%d", g_test_rand_int_range (0, g_test_rand_bit () ? 4 : 12));
    case HW_KIND_DECIMAL:
      return g_strdup_printf ("%d.%02d", g_test_rand_int_range (-5, 5000),
                              g_test_rand_int_range (0, 100));
    case HW_KIND_TEXT:
      return g_strdup_printf ("“it's” %d; --", g_test_rand_int_range (0, 9));
    default:
      return g_strdup ("");
    }
}

static void
answer (HwInterview *interview)
{
  static const HwMissing said[]
      = { HW_MISSING_DONT_KNOW, HW_MISSING_REFUSED, HW_MISSING_NOT_ANSWERED };
  HwItem *item = pick (interview, is_asked);
  g_autofree char *text = dup_text (item);

  if (g_test_rand_int_range (0, 6) == 0)
    {
      g_autoptr (HwValue) value = hw_value_new_missing (said[g_test_rand_int_range (0, 3)]);

      hw_interview_answer (interview, item, value, NULL, NULL);
    }
  else
    hw_interview_answer_text (interview, item, text, NULL);
}

static void
change_rows (HwInterview *interview)
{
  HwItem *roster = pick (interview, is_roster);
  HwItem *row = pick (interview, is_row);
  g_autoptr (HwItem) kept = row != NULL ? g_object_ref (row) : NULL;
  guint position;

  if (roster != NULL && g_test_rand_int_range (0, 3) > 0)
    {
      guint n = g_list_model_get_n_items (hw_item_get_children (roster));

      hw_interview_insert_row (interview, roster, (guint) g_test_rand_int_range (0, (int) n + 2),
                               NULL);
      return;
    }
  if (row == NULL)
    return;
  position = hw_item_get_position (row);
  if (hw_interview_remove_row (interview, row, "entered twice", NULL) && g_test_rand_bit ())
    hw_interview_put_back_row (interview, kept, position, NULL);
}

static void
take_step (HwInterview *interview)
{
  HwItem *odd;

  switch (g_test_rand_int_range (0, 12))
    {
    case 0:
    case 1:
      change_rows (interview);
      break;
    case 2:
      odd = pick (interview, is_odd);
      if (odd != NULL)
        hw_interview_confirm (interview, odd, "seen the papers");
      break;
    default:
      answer (interview);
      break;
    }
}

/* Only the first difference is worth reading. */
static void
assert_same_lines (const char *one,
                   const char *two)
{
  g_auto (GStrv) a = g_strsplit (one, "\n", -1);
  g_auto (GStrv) b = g_strsplit (two, "\n", -1);

  for (guint i = 0; a[i] != NULL || b[i] != NULL; i++)
    {
      g_assert_cmpstr (a[i], ==, b[i]);
      if (a[i] == NULL)
        break;
    }
}

static void
check (HwSurveyFile *file,
       HwInterview *interview,
       HwWriter *writer)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HwInterview) loaded = NULL;
  g_autofree char *one = NULL;
  g_autofree char *two = NULL;

  g_assert_true (hw_writer_flush (writer, &error));
  g_assert_no_error (error);
  loaded = hw_survey_file_load_interview (file, hw_interview_get_id (interview), &error);
  g_assert_no_error (error);
  one = fixture_describe (interview);
  two = fixture_describe (loaded);
  assert_same_lines (one, two);
}

/* The row of the list is kept beside the answers; it has to say the same. */
static void
check_line (HwSurveyFile *file,
            HwInterview *interview)
{
  g_autoptr (HwInterviewSummary) summary
      = hw_survey_file_get_summary (file, hw_interview_get_id (interview), NULL);
  g_autofree char *label = hw_interview_dup_case_label (interview);
  guint n_applicable;
  guint n_answered;
  guint n_problems;

  hw_interview_count (interview, NULL, &n_applicable, &n_answered, &n_problems);
  g_assert_cmpstr (hw_interview_summary_get_label (summary), ==, label);
  g_assert_cmpuint (hw_interview_summary_get_problems (summary), ==, n_problems);
  g_assert_cmpuint (hw_interview_summary_get_percent (summary), ==,
                    100 * n_answered / n_applicable);
}

static void
hold_interviews (HwSurveyFile *file)
{
  gint64 broken;

  for (guint i = 0; i < N_INTERVIEWS; i++)
    {
      g_autoptr (HwInterview) interview
          = hw_interview_new (hw_survey_file_get_questionnaire (file));
      g_autoptr (HwWriter) writer = hw_writer_new (file, interview, TRUE, NULL);

      for (guint step = 0; step < N_STEPS; step++)
        {
          take_step (interview);
          if (step % 25 == 24)
            check (file, interview, writer);
        }
      check_line (file, interview);
    }
  g_assert_true (hw_survey_file_verify_trail (file, &broken, NULL));
  g_assert_cmpint (broken, ==, 0);
}

static void
test_small (Support *self,
            gconstpointer data)
{
  hold_interviews (self->file);
  /* Nothing stands beside the level tables about rows that are gone, and no live row lies in one
   * that is not. */
  support_assert_sql (self->path,
                      "SELECT count (*) FROM missing_answer WHERE row_id NOT IN"
                      " (SELECT row_id FROM household UNION SELECT row_id FROM person_2"
                      "  UNION SELECT row_id FROM snd UNION SELECT row_id FROM flow)",
                      "0");
  support_assert_sql (self->path,
                      "SELECT count (*) FROM flow f LEFT JOIN snd s ON s.row_id = f.parent_row_id"
                      " WHERE s.row_id IS NULL OR (f.dormant = 0 AND s.dormant = 1)",
                      "0");
  support_assert_sql (self->path,
                      "SELECT count (*) FROM (SELECT 1 FROM snd WHERE dormant = 0"
                      " GROUP BY parent_row_id HAVING count (*) <> max (position))",
                      "0");
  support_assert_sql (self->path,
                      "SELECT count (*) FROM household WHERE size IS NOT NULL AND size <>"
                      " (SELECT count (*) FROM person_2 p"
                      "  WHERE p.interview_id = household.interview_id AND p.dormant = 0)",
                      "0");
}

static void
test_core (Support *self,
           gconstpointer data)
{
  g_autofree char *sheets
      = g_build_filename (g_getenv ("HOMEWARD_DATADIR"), "questionnaires", "migration", NULL);
  g_autofree char *path = g_build_filename (self->folder, "core.homeward", NULL);
  g_autoptr (HwProblems) problems = hw_problems_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (HwQuestionnaire) questionnaire
      = hw_questionnaire_new_from_path (sheets, problems, &error);
  g_autoptr (HwSurveyFile) file = NULL;

  g_assert_no_error (error);
  file = hw_survey_file_create (path, questionnaire, NULL, &error);
  g_assert_no_error (error);
  hold_interviews (file);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/random/small", Support, NULL, support_set_up, test_small, support_tear_down);
  g_test_add ("/random/core", Support, NULL, support_set_up, test_core, support_tear_down);
  return g_test_run ();
}
