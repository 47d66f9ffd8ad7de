/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fixture.h"

/*
 * The core questionnaire, answered at random. What the answers reach is recomputed step by step; a
 * copy that is restored from what is kept computes everything from nothing. Both must agree on
 * every value, row and problem, or the order has missed an edge.
 */

#define N_HOUSEHOLDS 20
#define N_STEPS 500

static HwQuestionnaire *
read_core (void)
{
  g_autofree char *path
      = g_build_filename (g_getenv ("HOMEWARD_DATADIR"), "questionnaires", "migration", NULL);
  g_autoptr (HwProblems) problems = hw_problems_new ();
  g_autoptr (GError) error = NULL;
  HwQuestionnaire *questionnaire = hw_questionnaire_new_from_path (path, problems, &error);

  g_assert_no_error (error);
  g_assert_nonnull (questionnaire);
  return questionnaire;
}

typedef struct
{
  HwItem *picked;
  guint n;
} Pick;

static gboolean
pick_cb (HwItem *item, gpointer data)
{
  Pick *pick = data;

  if (hw_question_is_answerable (hw_item_get_question (item))
      && g_test_rand_int_range (0, (int)++pick->n) == 0)
    pick->picked = item;
  return TRUE;
}

static gboolean
counts_rows (HwItem *item)
{
  HwQuestion *question = hw_item_get_question (item);
  HwQuestion *root = question;
  gboolean found = FALSE;
  g_autoptr (GPtrArray) around = g_ptr_array_new ();

  while (hw_question_get_parent (root) != NULL)
    root = hw_question_get_parent (root);
  g_ptr_array_add (around, root);
  for (guint i = 0; i < around->len && !found; i++)
    {
      HwQuestion *at = g_ptr_array_index (around, i);
      HwExpression *count = hw_question_get_repeat_count (at);

      found = count != NULL
              && g_strv_contains (hw_expression_get_names (count), hw_question_get_name (question));
      for (guint c = 0; hw_question_is_container (at) && c < hw_question_get_n_children (at); c++)
        g_ptr_array_add (around, hw_question_get_child (at, c));
    }
  return found;
}

static char *
dup_number (HwItem *item)
{
  static const int limits[] = { 2, 6, 6, 60, 2030 };
  int limit = limits[g_test_rand_int_range (0, G_N_ELEMENTS (limits))];

  /* Rosters of a size that a person would count. */
  return g_strdup_printf ("%d", g_test_rand_int_range (0, counts_rows (item) ? 5 : limit));
}

static char *
dup_text (HwItem *item)
{
  g_autoptr (GPtrArray) choices = hw_item_list_choices (item);

  switch (hw_question_get_kind (hw_item_get_question (item)))
    {
    case HW_KIND_SELECT_ONE:
    case HW_KIND_SELECT_MULTIPLE:
      if (choices->len == 0)
        return g_strdup ("");
      /* The first codes open more questions than the rest. */
      return g_strdup (hw_choice_get_name (g_ptr_array_index (
          choices, g_test_rand_int_range (0, g_test_rand_bit () ? (int)MIN (choices->len, 3)
                                                                : (int)choices->len))));
    case HW_KIND_DATE:
      return g_strdup_printf ("20%02d-0%d-1%d", g_test_rand_int_range (10, 30),
                              g_test_rand_int_range (1, 10), g_test_rand_int_range (0, 10));
    case HW_KIND_TEXT:
      return g_strdup_printf ("name %d", g_test_rand_int_range (0, 9));
    case HW_KIND_INTEGER:
    case HW_KIND_DECIMAL:
      return dup_number (item);
    default:
      return g_strdup ("");
    }
}

static void
answer_at_random (HwInterview *interview)
{
  Pick pick = { NULL, 0 };
  g_autofree char *text = NULL;

  hw_interview_foreach_question (interview, TRUE, pick_cb, &pick);
  text = g_test_rand_int_range (0, 12) == 0 ? g_strdup ("") : dup_text (pick.picked);
  if (g_test_rand_int_range (0, 15) == 0)
    {
      g_autoptr (HwValue) refused = hw_value_new_missing (HW_MISSING_REFUSED);

      hw_interview_answer (interview, pick.picked, refused, NULL, NULL);
    }
  else
    hw_interview_answer_text (interview, pick.picked, text, NULL);
}

static void
open_household (HwInterview *interview)
{
  fixture_answer (interview, "v1date", "2025-05-12");
  fixture_answer (interview, "v1res", "1");
  fixture_answer (interview, "consent", "1");
  fixture_answer (interview, "hhsize", "3");
  for (guint i = 1; i <= 3; i++)
    {
      static const char *const steps[][2] = { { "mage", "40" }, { "mmar", "2" }, { "msp", "0" } };

      for (guint s = 0; s < G_N_ELEMENTS (steps); s++)
        {
          g_autofree char *ref = g_strdup_printf ("member[%u]/%s", i, steps[s][0]);

          fixture_answer (interview, ref, steps[s][1]);
        }
    }
  fixture_answer (interview, "mgany", "1");
  fixture_answer (interview, "mgn", "2");
  fixture_answer (interview, "dany", "1");
  fixture_answer (interview, "dn", "2");
  fixture_answer (interview, "snd[1]/sfn", "2");
}

static void
test_random (void)
{
  g_autoptr (HwQuestionnaire) questionnaire = read_core ();

  for (guint household = 0; household < N_HOUSEHOLDS; household++)
    {
      g_autoptr (HwInterview) interview = hw_interview_new (questionnaire);

      open_household (interview);
      for (guint step = 0; step < N_STEPS; step++)
        {
          answer_at_random (interview);
          if (step % 10 == 0)
            {
              g_autoptr (HwInterview) copy = fixture_restore (interview);
              g_autofree char *before = fixture_describe (interview);
              g_autofree char *after = fixture_describe (copy);

              g_assert_cmpstr (before, ==, after);
            }
        }
    }
}

/* A wish lists each question once, and only what is different now. */
static void
changed_cb (HwInterview *interview, GPtrArray *changes, gpointer data)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < changes->len; i++)
    {
      HwChange *change = g_ptr_array_index (changes, i);

      if (change->kind != HW_CHANGE_VALUE)
        continue;
      g_assert_true (g_hash_table_add (seen, change->item));
      g_assert_true (change->after == hw_item_get_value (change->item));
      if (change->cause != HW_CAUSE_PERSON)
        g_assert_false (hw_value_equal (change->before, change->after));
    }
}

static gboolean
remember_cb (HwItem *item, gpointer data)
{
  g_hash_table_insert (data, g_object_ref (item), hw_value_ref (hw_item_get_value (item)));
  return TRUE;
}

static void
forget_cb (HwInterview *interview, GPtrArray *changes, gpointer data)
{
  for (guint i = 0; i < changes->len; i++)
    {
      HwChange *change = g_ptr_array_index (changes, i);

      if (change->kind == HW_CHANGE_VALUE)
        g_hash_table_remove (data, change->item);
    }
}

/* What is not listed has not changed. */
static void
test_lists_all (void)
{
  g_autoptr (HwQuestionnaire) questionnaire = read_core ();
  g_autoptr (HwInterview) interview = hw_interview_new (questionnaire);
  g_autoptr (GHashTable) before
      = g_hash_table_new_full (NULL, NULL, g_object_unref, (GDestroyNotify)hw_value_unref);

  open_household (interview);
  g_signal_connect (interview, "changed", G_CALLBACK (changed_cb), NULL);
  g_signal_connect (interview, "changed", G_CALLBACK (forget_cb), before);
  for (guint step = 0; step < N_STEPS; step++)
    {
      GHashTableIter iter;
      gpointer item, value;

      g_hash_table_remove_all (before);
      hw_interview_foreach_question (interview, FALSE, remember_cb, before);
      answer_at_random (interview);
      g_hash_table_iter_init (&iter, before);
      while (g_hash_table_iter_next (&iter, &item, &value))
        g_assert_true (hw_value_equal (hw_item_get_value (item), value));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_setenv ("HOMEWARD_TODAY", "2025-06-30", TRUE);
  g_test_add_func ("/core/random", test_random);
  g_test_add_func ("/core/lists-all", test_lists_all);
  return g_test_run ();
}
