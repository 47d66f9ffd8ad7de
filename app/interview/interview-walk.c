/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "interview/interview-private.h"

#include <string.h>

#include "base/number.h"
#include "interview/page-list.h"

/* "member[2]" gives "member" and 2; the number is 0 when there is none. FALSE when it is no step of
 * a path. */
static gboolean
split_step (const char *step,
            char **name,
            guint *position)
{
  const char *bracket = strchr (step, '[');
  g_autofree char *digits = NULL;
  gint64 number = 0;

  if (bracket != NULL)
    {
      gsize length = strlen (bracket);

      if (length < 3 || bracket[length - 1] != ']')
        return FALSE;
      digits = g_strndup (bracket + 1, length - 2);
      if (!hw_number_parse_int (digits, 1, G_MAXUINT, &number))
        return FALSE;
    }
  *name = bracket != NULL ? g_strndup (step, (gsize) (bracket - step)) : g_strdup (step);
  *position = (guint) number;
  return TRUE;
}

/* One step into @item: its row, or something of its level. */
static HwItem *
find_step (HwInterview *self,
           HwItem *item,
           const char *step)
{
  g_autofree char *name = NULL;
  HwQuestion *question;
  HwItem *found;
  guint position;

  if (!split_step (step, &name, &position))
    return NULL;
  if (item->kind == HW_ITEM_QUESTION || item->kind == HW_ITEM_ROSTER)
    return NULL;
  question = hw_question_find_below (item->question, name);
  if (question == NULL)
    question = hw_questionnaire_find (self->questionnaire, name);
  if (question == NULL)
    return NULL;
  found = hw_interview_find_in_row (self, question, item->scope->row_id);
  if (found == NULL || found->kind == HW_ITEM_ROW || position == 0)
    return found != NULL && found->kind != HW_ITEM_ROW && position == 0 ? found : NULL;
  if (found->kind != HW_ITEM_ROSTER || position > found->children->len)
    return NULL;
  return g_ptr_array_index (found->children, position - 1);
}

/**
 * hw_interview_find:
 * @self: an interview
 * @ref: a place such as "member[2]/mage", with or without groups, or "/data/g_b/member[2]/mage"
 *
 * Returns: (nullable) (transfer none): the question, group, roster or row there, dormant rows
 * included; %NULL when there is none. The empty text is the root.
 */
HwItem *
hw_interview_find (HwInterview *self,
                   const char *ref)
{
  g_auto (GStrv) steps = NULL;
  HwItem *item;
  guint first = 0;

  g_return_val_if_fail (HW_IS_INTERVIEW (self), NULL);
  g_return_val_if_fail (ref != NULL, NULL);

  item = self->root;
  steps = g_strsplit (ref, "/", -1);
  if (*ref == '/')
    {
      if (g_strcmp0 (steps[1], "data") != 0)
        return NULL;
      first = 2;
    }
  for (guint i = first; item != NULL && steps[i] != NULL; i++)
    item = find_step (self, item, steps[i]);
  return item;
}

/**
 * hw_interview_foreach_question:
 * @self: an interview
 * @relevant_only: whether to leave out what does not apply; %FALSE gives dormant rows, too
 * @func: called for each question that has a value, in document order; returns %FALSE to stop
 * @data: for @func
 */
void
hw_interview_foreach_question (HwInterview *self,
                               gboolean relevant_only,
                               HwItemFunc func,
                               gpointer data)
{
  g_return_if_fail (HW_IS_INTERVIEW (self));
  g_return_if_fail (func != NULL);

  for (HwItem *item = self->root; item != NULL;
       item = hw_item_next (item, self->root, relevant_only && !item->relevant, !relevant_only))
    if (item->kind == HW_ITEM_QUESTION && hw_question_has_value (item->question)
        && (item->relevant || !relevant_only) && !func (item, data))
      return;
}

/**
 * hw_interview_list_problems:
 * @self: an interview
 *
 * Returns: (transfer container) (element-type HwItem): the questions with a problem, in document
 * order
 */
GPtrArray *
hw_interview_list_problems (HwInterview *self)
{
  GPtrArray *items = g_ptr_array_new ();

  g_return_val_if_fail (HW_IS_INTERVIEW (self), items);

  for (HwItem *item = self->root; item != NULL;
       item = hw_item_next (item, self->root, !item->relevant, FALSE))
    if (item->problem != HW_ITEM_FINE)
      g_ptr_array_add (items, item);
  return items;
}

/**
 * hw_interview_count:
 * @self: an interview
 * @within: (nullable): a group, roster or row; %NULL for all
 * @n_applicable: (out) (optional): questions that a person answers and that apply
 * @n_answered: (out) (optional): of these, how many have an answer or a reason for none
 * @n_problems: (out) (optional): questions with a problem
 */
void
hw_interview_count (HwInterview *self,
                    HwItem *within,
                    guint *n_applicable,
                    guint *n_answered,
                    guint *n_problems)
{
  guint applicable = 0;
  guint answered = 0;
  guint problems = 0;

  g_return_if_fail (HW_IS_INTERVIEW (self));

  if (within == NULL)
    within = self->root;
  for (HwItem *item = within; item != NULL;
       item = hw_item_next (item, within, !item->relevant, FALSE))
    {
      if (item->kind != HW_ITEM_QUESTION || !item->relevant)
        continue;
      problems += item->problem != HW_ITEM_FINE;
      if (!hw_question_is_answerable (item->question) || item->read_only)
        continue;
      applicable++;
      answered += hw_value_get_missing (item->shown) != HW_MISSING_NOT_ANSWERED;
    }
  if (n_applicable != NULL)
    *n_applicable = applicable;
  if (n_answered != NULL)
    *n_answered = answered;
  if (n_problems != NULL)
    *n_problems = problems;
}

static gboolean
is_stop (HwItem *item,
         gboolean unanswered_only)
{
  if (!item->relevant || item->read_only || !hw_item_is_visible (item))
    return FALSE;
  if (hw_question_is_answerable (item->question))
    return !unanswered_only || hw_value_get_missing (item->shown) == HW_MISSING_NOT_ANSWERED;
  return !unanswered_only && hw_question_get_kind (item->question) == HW_KIND_NOTE;
}

/**
 * hw_interview_next:
 * @self: an interview
 * @from: (nullable): where to start, itself left out; %NULL for the start, or for the end when
 * going back
 * @unanswered_only: whether to pass over notes and what has an answer
 * @forward: %FALSE to go back
 *
 * Returns: (nullable) (transfer none): the next question that applies and that a person answers, or
 * note, in document order
 */
HwItem *
hw_interview_next (HwInterview *self,
                   HwItem *from,
                   gboolean unanswered_only,
                   gboolean forward)
{
  HwItem *item;

  g_return_val_if_fail (HW_IS_INTERVIEW (self), NULL);
  g_return_val_if_fail (from == NULL || (HW_IS_ITEM (from) && from->interview == self), NULL);

  item = from != NULL ? from : self->root;
  if (from == NULL && !forward)
    {
      for (HwItem *next = item; next != NULL; next = hw_item_next (next, self->root, FALSE, FALSE))
        item = next;
      if (is_stop (item, unanswered_only))
        return item;
    }
  do
    item = forward ? hw_item_next (item, self->root, !item->relevant, FALSE)
                   : hw_item_previous (item, self->root);
  while (item != NULL && !is_stop (item, unanswered_only));
  return item;
}

static char *
dup_instance_name (HwInterview *self)
{
  HwExpression *name = hw_questionnaire_get_instance_name (self->questionnaire);
  char *text = NULL;

  if (name != NULL)
    text = hw_expression_evaluate_string (name, self->context, self->root->node, NULL);
  return text != NULL ? text : g_strdup ("");
}

/**
 * hw_interview_dup_case_label:
 * @self: an interview
 *
 * Returns: (transfer full): what identifies the household, as people say it: the answers to the
 * questions of the setting case_id, joined by " - "; while there are none, what the setting
 * instance_name gives; "" when that is nothing either
 */
char *
hw_interview_dup_case_label (HwInterview *self)
{
  const char *names;
  g_auto (GStrv) parts = NULL;
  GString *label;

  g_return_val_if_fail (HW_IS_INTERVIEW (self), NULL);

  names = hw_questionnaire_get_setting (self->questionnaire, "case_id");
  parts = g_strsplit_set (names != NULL ? names : "", " ,", -1);
  label = g_string_new (NULL);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      HwItem *item = hw_interview_find (self, parts[i]);
      g_autofree char *text = NULL;

      if (*parts[i] == '\0' || item == NULL || item->kind != HW_ITEM_QUESTION)
        continue;
      text = hw_item_dup_display (item);
      if (*text != '\0')
        g_string_append_printf (label, "%s%s", label->len > 0 ? " - " : "", text);
    }
  if (label->len > 0)
    return g_string_free (label, FALSE);
  g_string_free (label, TRUE);
  return dup_instance_name (self);
}
