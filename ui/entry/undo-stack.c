/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/entry/undo-stack.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  HwItem *item;
  HwValue *before;
  HwValue *after;
} Step;

struct _HwUndoStack
{
  HwInterview *interview; /* borrowed: the sitting holds both */
  GPtrArray *done;        /* Step, oldest first */
  GPtrArray *undone;
  gboolean is_moving;     /* the change that is told of is the stack's own */
};

static void
free_step (gpointer data)
{
  Step *step = data;

  g_object_unref (step->item);
  hw_value_unref (step->before);
  hw_value_unref (step->after);
  g_free (step);
}

static void
push (HwUndoStack *self,
      HwItem *item,
      HwValue *before,
      HwValue *after)
{
  Step *step = g_new0 (Step, 1);

  step->item = g_object_ref (item);
  step->before = hw_value_ref (before);
  step->after = hw_value_ref (after);
  g_ptr_array_add (self->done, step);
  g_ptr_array_set_size (self->undone, 0);
}

/* The trail has texts as they are and kinds of missing in brackets. */
static HwValue *
read_value (const char *text)
{
  gsize length = text != NULL ? strlen (text) : 0;
  HwMissing missing;

  if (length > 2 && text[0] == '(' && text[length - 1] == ')')
    {
      g_autofree char *name = g_strndup (text + 1, length - 2);

      if (hw_missing_from_name (name, &missing) && missing != HW_MISSING_NONE)
        return hw_value_new_missing (missing);
    }
  return hw_value_new (text);
}

/* Whether @entry took back, or gave again, the step at the end of @from; the step then changes sides. */
static gboolean
move_step (GPtrArray *from,
           GPtrArray *to,
           HwItem *item,
           HwValue *after,
           gboolean back)
{
  Step *step = from->len > 0 ? g_ptr_array_index (from, from->len - 1) : NULL;

  if (step == NULL || step->item != item || !hw_value_equal (back ? step->before : step->after, after))
    return FALSE;
  g_ptr_array_add (to, g_ptr_array_steal_index (from, from->len - 1));
  return TRUE;
}

static void
read_entry (HwUndoStack *self,
            HwTrailEntry *entry)
{
  HwQuestion *question = hw_questionnaire_find (hw_interview_get_questionnaire (self->interview), entry->question);
  const char *row_id = entry->row_id != NULL ? entry->row_id : hw_interview_get_id (self->interview);
  HwItem *item = question != NULL ? hw_interview_find_in_row (self->interview, question, row_id) : NULL;
  g_autoptr (HwValue) before = read_value (entry->before);
  g_autoptr (HwValue) after = read_value (entry->after);

  if (item == NULL || hw_item_get_kind (item) != HW_ITEM_QUESTION)
    return;
  if (g_strcmp0 (entry->reason, _("Undone")) == 0 && move_step (self->done, self->undone, item, after, TRUE))
    return;
  if (g_strcmp0 (entry->reason, _("Done again")) == 0 && move_step (self->undone, self->done, item, after, FALSE))
    return;
  push (self, item, before, after);
}

static HwItem *
take (HwUndoStack *self,
      GPtrArray *from,
      GPtrArray *to,
      gboolean back)
{
  while (from->len > 0)
    {
      Step *step = g_ptr_array_steal_index (from, from->len - 1);
      gboolean is_there = hw_interview_find (self->interview, hw_item_get_ref (step->item)) == step->item
                          && hw_item_is_relevant (step->item);

      self->is_moving = TRUE;
      is_there = is_there
                 && hw_interview_answer (self->interview, step->item, back ? step->before : step->after,
                                         back ? _("Undone") : _("Done again"), NULL);
      self->is_moving = FALSE;
      if (is_there)
        {
          g_ptr_array_add (to, step);
          return step->item;
        }
      /* What a skip hides or a removed row held cannot be answered: the step before it is the one to take. */
      free_step (step);
    }
  return NULL;
}

/**
 * hw_undo_stack_new:
 * @interview: an interview that outlives the stack
 *
 * Returns: (transfer full): a stack with nothing to take back
 */
HwUndoStack *
hw_undo_stack_new (HwInterview *interview)
{
  HwUndoStack *self = g_new0 (HwUndoStack, 1);

  self->interview = interview;
  self->done = g_ptr_array_new_with_free_func (free_step);
  self->undone = g_ptr_array_new_with_free_func (free_step);
  return self;
}

/**
 * hw_undo_stack_free:
 * @self: (transfer full) (nullable): a stack
 */
void
hw_undo_stack_free (HwUndoStack *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->done);
  g_ptr_array_unref (self->undone);
  g_free (self);
}

/**
 * hw_undo_stack_read_trail:
 * @self: a stack
 * @file: the survey that has the interview
 *
 * Fills the stack with what people answered in earlier sittings. A trail that cannot be read leaves it empty: the answers are there
 * all the same.
 */
void
hw_undo_stack_read_trail (HwUndoStack *self,
                          HwSurveyFile *file)
{
  g_autoptr (GPtrArray) trail = NULL;

  g_return_if_fail (self != NULL);

  trail = hw_survey_file_list_trail (file, hw_interview_get_id (self->interview), NULL, NULL, NULL);
  for (guint i = 0; trail != NULL && i < trail->len; i++)
    {
      HwTrailEntry *entry = g_ptr_array_index (trail, i);

      if (g_strcmp0 (entry->kind, "answer") == 0 && entry->question != NULL)
        read_entry (self, entry);
    }
}

/**
 * hw_undo_stack_remember:
 * @self: a stack
 * @changes: (element-type HwChange): what happened
 *
 * Remembers the answers that a person gave among them.
 */
void
hw_undo_stack_remember (HwUndoStack *self,
                        GPtrArray *changes)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < changes->len && !self->is_moving; i++)
    {
      HwChange *change = g_ptr_array_index (changes, i);

      if (change->kind == HW_CHANGE_VALUE && change->cause == HW_CAUSE_PERSON && change->before != NULL && change->after != NULL)
        push (self, change->item, change->before, change->after);
    }
}

/**
 * hw_undo_stack_back:
 * @self: a stack
 *
 * Takes back the last answer.
 *
 * Returns: (nullable) (transfer none): the question whose answer it was; %NULL when there is none
 */
HwItem *
hw_undo_stack_back (HwUndoStack *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return take (self, self->done, self->undone, TRUE);
}

/**
 * hw_undo_stack_forward:
 * @self: a stack
 *
 * Gives again the answer that was taken back last.
 *
 * Returns: (nullable) (transfer none): its question
 */
HwItem *
hw_undo_stack_forward (HwUndoStack *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return take (self, self->undone, self->done, FALSE);
}
