/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/trial/trial-answers.h"

typedef struct
{
  HwInterview *to;
  guint n_kept;
  guint n_lost;
} Carrying;

static void
carry_answer (Carrying *carrying,
              HwItem *item)
{
  HwQuestion *question = hw_item_get_question (item);
  HwValue *value = hw_item_get_value (item);
  HwItem *other;

  if (!hw_question_is_answerable (question)
      || (hw_value_is_missing (value) && (hw_value_get_missing (value) & HW_MISSING_SAID) == 0))
    return;
  other = hw_interview_find (carrying->to, hw_item_get_ref (item));
  /* What the new questionnaire fills in by itself is as good as carried. */
  if (other != NULL && hw_item_get_kind (other) == HW_ITEM_QUESTION && hw_item_is_relevant (other)
      && (hw_value_equal (hw_item_get_value (other), value)
          || hw_interview_answer (carrying->to, other, value, NULL, NULL)))
    {
      carrying->n_kept++;
      if (hw_item_get_confirmed (item) != NULL && hw_item_is_odd (other))
        hw_interview_confirm (carrying->to, other, hw_item_get_confirmed (item));
    }
  else
    {
      carrying->n_lost++;
    }
}

/* As many rows as there were, where nothing else says how many there are; outer rows first. */
static void
carry_row (Carrying *carrying,
           HwItem *row)
{
  HwItem *roster = hw_item_get_parent (row);
  HwItem *outer = hw_item_get_row (roster);
  HwItem *other;

  if (hw_interview_find (carrying->to, hw_item_get_ref (row)) != NULL)
    return;
  if (outer != NULL)
    carry_row (carrying, outer);
  other = hw_interview_find (carrying->to, hw_item_get_ref (roster));
  if (other == NULL || hw_item_get_kind (other) != HW_ITEM_ROSTER)
    return;
  while (g_list_model_get_n_items (hw_item_get_children (other)) < hw_item_get_position (row)
         && hw_interview_can_insert (carrying->to, other)
         && hw_interview_insert_row (carrying->to, other, 0, NULL) != NULL)
    ;
}

static gboolean
carry_cb (HwItem *item,
          gpointer data)
{
  if (hw_item_get_row (item) != NULL)
    carry_row (data, hw_item_get_row (item));
  carry_answer (data, item);
  return TRUE;
}

/**
 * hw_trial_answers_carry:
 * @from: an interview of a questionnaire as it was
 * @to: a new one of the same questionnaire as it is
 * @n_kept: (out): how many answers are in @to now
 * @n_lost: (out): how many found no place there: their question is gone, or does not take them
 */
void
hw_trial_answers_carry (HwInterview *from,
                        HwInterview *to,
                        guint *n_kept,
                        guint *n_lost)
{
  Carrying carrying = { .to = to };

  g_return_if_fail (HW_IS_INTERVIEW (from));
  g_return_if_fail (HW_IS_INTERVIEW (to));

  /* What opens a question, or says how many rows there are, mostly stands before it; where a question was moved
   * it may stand behind, and is there the second time. */
  for (guint i = 0; i < 2; i++)
    {
      carrying.n_kept = carrying.n_lost = 0;
      hw_interview_foreach_question (from, TRUE, carry_cb, &carrying);
    }
  *n_kept = carrying.n_kept;
  *n_lost = carrying.n_lost;
}
