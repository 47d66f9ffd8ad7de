/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "interview/interview-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "interview/answer-text.h"

static gboolean
holds (HwInterview *self,
       HwItem *item,
       HwAspect aspect,
       HwExpression *expression)
{
  return expression == NULL || hw_interview_ask_boolean (self, item, aspect, expression, TRUE);
}

/* Where the answer is given is where it can be mended; a count that no answer decides is a fault of
 * the questionnaire. */
static char *
dup_crowd_sentence (HwItem *item)
{
  HwItem *roster = item->kind == HW_ITEM_ROSTER ? item : item->crowd;

  if (roster == NULL || roster->n_asked <= 0 || !roster->relevant)
    return NULL;
  return g_strdup_printf (
      /* Translators: the name of a roster, the number of rows that an answer asks for, how many it
         has. */
      _("“%1$s” would have %2$.0f rows by this answer. It has %3$u, and more are not possible. "
         "Check the answer."),
      hw_item_get_ref (roster), roster->n_asked, roster->n_live);
}

/**
 * hw_interview_find_no_choice:
 * @self: an interview
 * @item: a question
 * @text: an answer in canonical form
 *
 * Returns: (transfer full) (nullable): the first of its codes that is not among the choices that
 *   apply; %NULL when all are, or the question has no choices
 */
char *
hw_interview_find_no_choice (HwInterview *self,
                             HwItem *item,
                             const char *text)
{
  g_auto (GStrv) codes = NULL;

  if (hw_question_get_choices (item->question) == NULL
      && hw_question_get_choices_source (item->question) == NULL)
    return NULL;
  codes = hw_answer_split_codes (item->question, text);
  for (guint i = 0; codes[i] != NULL; i++)
    if (hw_interview_find_choice (self, item, codes[i]) == NULL)
      return g_strdup (codes[i]);
  return NULL;
}

static gboolean
finds_choices (HwInterview *self,
               HwItem *item)
{
  g_autofree char *code = hw_interview_find_no_choice (self, item, hw_value_get_text (item->shown));

  return code == NULL;
}

/* Messages may name answers as labels do: “Is ${mname} really 17?”. */
static char *
fill (HwItem *item,
      HwTemplate *template,
      const char *own,
      const char *general)
{
  if (template != NULL && item->interview != NULL)
    return hw_template_fill (template, item->interview->context, item->node);
  return g_strdup (own != NULL && *own != '\0' ? own : general);
}

/**
 * hw_item_dup_soft_message:
 * @self: a question
 *
 * Returns: (transfer full): what its soft check asks, as a sentence in the interview's language
 */
char *
hw_item_dup_soft_message (HwItem *self)
{
  const char *language;

  g_return_val_if_fail (HW_IS_ITEM (self), NULL);

  language = self->interview != NULL ? self->interview->language : NULL;
  return fill (self, hw_question_get_soft_message_template (self->question, language),
               hw_question_get_soft_message (self->question, language),
               _("This answer is unusual. Check it, and confirm it if it is right."));
}

static HwItemProblem
find_problem (HwInterview *self,
              HwItem *item,
              char **message)
{
  HwQuestion *question = item->question;
  HwExpression *soft = hw_question_get_soft_check (question);

  if (hw_value_is_missing (item->shown))
    {
      if (!item->required || hw_value_get_missing (item->shown) != HW_MISSING_NOT_ANSWERED)
        return HW_ITEM_FINE;
      *message = fill (item, hw_question_get_required_message_template (question, self->language),
                       hw_question_get_required_message (question, self->language),
                       _("This question needs an answer."));
      return HW_ITEM_REQUIRED;
    }
  item->odd = soft != NULL && !holds (self, item, HW_ASPECT_SOFT, soft);
  *message = dup_crowd_sentence (item);
  if (*message != NULL)
    return HW_ITEM_CONSTRAINT;
  if (!finds_choices (self, item))
    {
      *message
          = g_strdup (_("This answer is not among the choices that apply here. Choose again."));
      return HW_ITEM_CONSTRAINT;
    }
  *message = hw_answer_dup_range_problem (question, hw_value_get_text (item->shown));
  if (*message != NULL)
    return HW_ITEM_CONSTRAINT;
  if (!holds (self, item, HW_ASPECT_CONSTRAINT, hw_question_get_constraint (question)))
    {
      *message
          = fill (item, hw_question_get_constraint_message_template (question, self->language),
                  hw_question_get_constraint_message (question, self->language),
                  _("This answer is outside what is possible here. Check it and enter it again."));
      return HW_ITEM_CONSTRAINT;
    }
  if (!item->odd || item->confirmed != NULL)
    return HW_ITEM_FINE;
  *message = hw_item_dup_soft_message (item);
  return HW_ITEM_SOFT;
}

static void
check_read_only (HwInterview *self,
                 HwItem *item)
{
  HwExpression *rule = hw_question_get_read_only_rule (item->question);
  gboolean read_only = FALSE;

  if (item->relevant && rule != NULL)
    read_only = hw_interview_ask_boolean (self, item, HW_ASPECT_READ_ONLY, rule, FALSE);
  if (read_only != item->read_only)
    hw_interview_add_news (self, item, HW_NEWS_READ_ONLY);
  item->read_only = read_only;
}

static void
check_required (HwInterview *self,
                HwItem *item)
{
  HwExpression *expression = hw_question_get_required (item->question);
  gboolean required = FALSE;

  /* What nobody can answer cannot be missed. */
  if (item->relevant && !item->read_only && hw_question_is_answerable (item->question))
    required = expression != NULL
                   ? hw_interview_ask_boolean (self, item, HW_ASPECT_REQUIRED, expression, TRUE)
                   : hw_question_is_required (item->question);
  if (required != item->required)
    hw_interview_add_news (self, item, HW_NEWS_REQUIRED);
  item->required = required;
}

/* Rows and what does not apply have none; what cannot be computed is told where nothing graver is.
 */
static HwItemProblem
find_any_problem (HwInterview *self,
                  HwItem *item,
                  char **message)
{
  HwItemProblem problem = HW_ITEM_FINE;

  if (!item->relevant)
    return HW_ITEM_FINE;
  if (item->kind == HW_ITEM_QUESTION && hw_question_has_value (item->question))
    problem = find_problem (self, item, message);
  else if (item->kind == HW_ITEM_ROSTER && !item->is_told)
    *message = dup_crowd_sentence (item);
  if (*message != NULL && item->kind == HW_ITEM_ROSTER)
    return HW_ITEM_FAULT;
  if (problem != HW_ITEM_FINE || item->faulty == 0)
    return problem;
  *message = hw_interview_dup_fault (self, item);
  return HW_ITEM_FAULT;
}

/**
 * hw_interview_check:
 * @self: an interview
 * @item: an item
 *
 * Finds out whether it needs an answer and what is wrong with the one it has.
 */
void
hw_interview_check (HwInterview *self,
                    HwItem *item)
{
  g_autofree char *message = NULL;
  HwItemProblem problem;

  item->dirty &= (guint16) ~HW_ASPECT_CHECK;
  item->odd = FALSE;
  if (item->kind == HW_ITEM_QUESTION)
    {
      check_read_only (self, item);
      check_required (self, item);
    }
  problem = find_any_problem (self, item, &message);
  if (problem == item->problem && g_strcmp0 (message, item->message) == 0)
    return;
  item->problem = problem;
  g_free (item->message);
  item->message = g_steal_pointer (&message);
  hw_interview_add_news (self, item, HW_NEWS_PROBLEM);
}
