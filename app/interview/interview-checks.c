/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "interview/interview-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A side element as the questionnaire wants it for choice filters: it knows the question's element as its parent, which does not know it. */
static xmlNodePtr
new_choice_node (HwInterview *self,
                 HwChoiceList *choices,
                 HwChoice *choice)
{
  const char *const *columns = hw_choice_list_get_columns (choices);
  xmlNodePtr node = xmlNewDocNode (self->document, NULL, (const xmlChar *) "choice", NULL);

  xmlNewTextChild (node, NULL, (const xmlChar *) "name",
                   (const xmlChar *) hw_choice_get_name (choice));
  for (guint i = 0; columns != NULL && columns[i] != NULL; i++)
    {
      const char *text = hw_choice_get_column (choice, columns[i]);

      xmlNewTextChild (node, NULL, (const xmlChar *) columns[i],
                       text != NULL && *text != '\0' ? (const xmlChar *) text : NULL);
    }
  return node;
}

/**
 * hw_interview_allows_choice:
 * @self: an interview
 * @item: a question with choices
 * @choice: one of its list
 *
 * Returns: whether the choice filter lets it through now; %TRUE without a filter
 */
gboolean
hw_interview_allows_choice (HwInterview *self,
                            HwItem *item,
                            HwChoice *choice)
{
  HwExpression *filter = hw_question_get_choice_filter (item->question);
  HwChoiceList *choices = hw_question_get_choices (item->question);
  gboolean allowed = TRUE;
  xmlNodePtr node;

  if (filter == NULL)
    return TRUE;
  node = g_hash_table_lookup (self->choice_nodes, choice);
  if (node == NULL)
    {
      node = new_choice_node (self, choices, choice);
      g_hash_table_insert (self->choice_nodes, choice, node);
    }
  node->parent = item->node;
  self->choice = choice;
  if (!hw_expression_evaluate_boolean (filter, self->context, node, &allowed, NULL))
    allowed = TRUE;
  self->choice = NULL;
  node->parent = NULL;
  return allowed;
}

/**
 * hw_interview_free_choices:
 * @self: an interview
 *
 * Frees the side elements of choices.
 */
void
hw_interview_free_choices (HwInterview *self)
{
  GHashTableIter iter;
  gpointer node;

  g_hash_table_iter_init (&iter, self->choice_nodes);
  while (g_hash_table_iter_next (&iter, NULL, &node))
    xmlFreeNode (node);
  g_hash_table_remove_all (self->choice_nodes);
}

static gboolean
holds (HwInterview *self,
       HwItem *item,
       HwExpression *expression)
{
  gboolean result = TRUE;

  if (expression == NULL
      || hw_expression_evaluate_boolean (expression, self->context, item->node, &result, NULL))
    return result;
  return TRUE;
}

static gboolean
finds_choices (HwInterview *self,
               HwItem *item)
{
  HwChoiceList *choices = hw_question_get_choices (item->question);
  g_auto (GStrv) codes = NULL;

  if (choices == NULL)
    return TRUE;
  codes = g_strsplit (hw_value_get_text (item->shown), " ", -1);
  for (guint i = 0; codes[i] != NULL; i++)
    {
      HwChoice *choice = hw_choice_list_find (choices, codes[i]);

      if (choice == NULL || !hw_interview_allows_choice (self, item, choice))
        return FALSE;
    }
  return TRUE;
}

static char *
pick (const char *own,
      const char *general)
{
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
  return pick (hw_question_get_soft_message (self->question, language),
               _("This answer is unusual. Check it, and confirm it if it is right."));
}

static HwItemProblem
find_problem (HwInterview *self,
              HwItem *item,
              char **message)
{
  HwQuestion *question = item->question;
  HwExpression *soft = hw_question_get_soft_check (question);

  item->odd = FALSE;
  if (hw_value_is_missing (item->shown))
    {
      if (!item->required || hw_value_get_missing (item->shown) != HW_MISSING_NOT_ANSWERED)
        return HW_ITEM_FINE;
      *message = pick (hw_question_get_required_message (question, self->language),
                       _("This question needs an answer."));
      return HW_ITEM_REQUIRED;
    }
  item->odd = soft != NULL && !holds (self, item, soft);
  if (!finds_choices (self, item))
    {
      *message = g_strdup (_("This answer is not among the choices that apply here. Choose again."));
      return HW_ITEM_CONSTRAINT;
    }
  if (!holds (self, item, hw_question_get_constraint (question)))
    {
      *message = pick (hw_question_get_constraint_message (question, self->language),
                       _("This answer is outside what is possible here. Check it and enter it again."));
      return HW_ITEM_CONSTRAINT;
    }
  if (!item->odd || item->confirmed != NULL)
    return HW_ITEM_FINE;
  *message = hw_item_dup_soft_message (item);
  return HW_ITEM_SOFT;
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
  HwExpression *expression = hw_question_get_required (item->question);
  HwItemProblem problem = HW_ITEM_FINE;
  gboolean required = FALSE;

  item->dirty &= (guint16) ~HW_ASPECT_CHECK;
  if (item->kind != HW_ITEM_QUESTION)
    return;
  if (item->relevant && hw_question_is_answerable (item->question))
    required = expression != NULL ? holds (self, item, expression)
                                  : hw_question_is_required (item->question);
  if (required != item->required)
    hw_interview_add_news (self, item, HW_NEWS_REQUIRED);
  item->required = required;
  if (item->relevant && hw_question_has_value (item->question))
    problem = find_problem (self, item, &message);
  else
    item->odd = FALSE;
  if (problem == item->problem && g_strcmp0 (message, item->message) == 0)
    return;
  item->problem = problem;
  g_free (item->message);
  item->message = g_steal_pointer (&message);
  hw_interview_add_news (self, item, HW_NEWS_PROBLEM);
}
