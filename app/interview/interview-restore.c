/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "interview/interview-private.h"

/**
 * hw_interview_restore_row:
 * @self: an interview made by hw_interview_new_with_id()
 * @repeat: a repeat of the questionnaire
 * @parent_row_id: the row around it; the interview's id at household level
 * @row_id: its UUID
 *
 * Appends a row. Whether it is live is found out when restoring is finished.
 *
 * Returns: (transfer none) (nullable): the row; %NULL when there is no such parent for it
 */
HwItem *
hw_interview_restore_row (HwInterview *self,
                          HwQuestion *repeat,
                          const char *parent_row_id,
                          const char *row_id)
{
  HwItem *scope;
  HwItem *roster;

  g_return_val_if_fail (HW_IS_INTERVIEW (self) && self->restoring, NULL);
  g_return_val_if_fail (repeat != NULL && parent_row_id != NULL && row_id != NULL, NULL);

  if (g_hash_table_contains (self->rows, row_id))
    return NULL;
  scope = g_hash_table_lookup (self->rows, parent_row_id);
  if (scope == NULL
      || hw_question_get_repeat (repeat) != (scope->kind == HW_ITEM_ROW ? scope->question : NULL))
    return NULL;
  roster = scope->slots[hw_order_get_slot (self->order, repeat)];
  return hw_interview_add_row (self, roster, roster->children->len, row_id);
}

/**
 * hw_interview_find_in_row:
 * @self: an interview
 * @question: a question
 * @row_id: (nullable): the row it stands in; %NULL or the interview's id at household level
 *
 * Returns: (transfer none) (nullable): the question there, dormant rows included; %NULL when there
 * is none
 */
HwItem *
hw_interview_find_in_row (HwInterview *self,
                          HwQuestion *question,
                          const char *row_id)
{
  HwItem *scope;

  g_return_val_if_fail (HW_IS_INTERVIEW (self), NULL);
  g_return_val_if_fail (question != NULL, NULL);

  scope = row_id != NULL ? g_hash_table_lookup (self->rows, row_id) : self->root;
  if (scope == NULL)
    return NULL;
  if (question == scope->question)
    return scope;
  if (hw_question_get_repeat (question) != (scope->kind == HW_ITEM_ROW ? scope->question : NULL))
    return NULL;
  return scope->slots[hw_order_get_slot (self->order, question)];
}

/**
 * hw_interview_restore_value:
 * @self: an interview made by hw_interview_new_with_id()
 * @question: a question
 * @row_id: (nullable): the row it stands in; %NULL or the interview's id at household level
 * @value: the answer, also if it was dormant
 *
 * Nothing is checked: what was stored is taken. A value for a row that is not there is passed over.
 */
void
hw_interview_restore_value (HwInterview *self,
                            HwQuestion *question,
                            const char *row_id,
                            HwValue *value)
{
  HwItem *item;

  g_return_if_fail (HW_IS_INTERVIEW (self) && self->restoring);
  g_return_if_fail (question != NULL && value != NULL);

  item = hw_interview_find_in_row (self, question, row_id);
  if (item == NULL || item->kind != HW_ITEM_QUESTION
      || (hw_value_get_missing (value) & (HW_MISSING_NOT_ASKED | HW_MISSING_DORMANT)) != 0)
    return;
  hw_value_ref (value);
  hw_value_unref (item->kept);
  item->kept = value;
  if (hw_question_get_calculation (question) == NULL || hw_question_get_trigger (question) != NULL)
    item->by_person = hw_value_get_missing (value) != HW_MISSING_NOT_ANSWERED;
  else
    item->restored = TRUE;
}

/**
 * hw_interview_restore_confirmed:
 * @self: an interview made by hw_interview_new_with_id()
 * @question: a question
 * @row_id: (nullable): the row it stands in; %NULL or the interview's id at household level
 * @reason: why the soft check was confirmed
 */
void
hw_interview_restore_confirmed (HwInterview *self,
                                HwQuestion *question,
                                const char *row_id,
                                const char *reason)
{
  HwItem *item;

  g_return_if_fail (HW_IS_INTERVIEW (self) && self->restoring);
  g_return_if_fail (question != NULL && reason != NULL);

  item = hw_interview_find_in_row (self, question, row_id);
  if (item == NULL)
    return;
  g_free (item->confirmed);
  item->confirmed = g_strdup (reason);
}

/**
 * hw_interview_finish_restoring:
 * @self: an interview made by hw_interview_new_with_id()
 *
 * Computes everything once: what applies, which rows are live, calculations, problems. Defaults are
 * not applied again. No "changed" is emitted.
 */
void
hw_interview_finish_restoring (HwInterview *self)
{
  g_return_if_fail (HW_IS_INTERVIEW (self) && self->restoring);

  hw_interview_begin (self, NULL);
  hw_interview_mark (self, self->root, HW_ASPECT_STATE);
  hw_interview_recompute (self);
  /* What never became live shows that, too. */
  for (HwItem *item = self->root; item != NULL; item = hw_item_next (item, self->root, FALSE, TRUE))
    if (item->kind == HW_ITEM_ROW && !item->linked && !item->asleep)
      hw_interview_put_to_sleep (self, item, TRUE);
  hw_interview_end_quietly (self);
  self->restoring = FALSE;
}
