/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "interview/interview-private.h"

#include <string.h>

#include "questionnaire/choice-list-private.h"

/*
 * What may be chosen: the choices of a list that the filter lets through, or, for “select_one
 * ${q}”, the answers to q. The choices that answers make belong to the item and live as long as it
 * does, so that a screen can hold on to them while the answers change.
 */

/* FALSE stops */
typedef gboolean (*ChoiceFunc) (HwChoice *choice, gpointer data);

static gboolean
lets_through (HwInterview *self,
              HwItem *item,
              HwChoice *choice,
              xmlNodePtr node)
{
  HwExpression *filter = hw_question_get_choice_filter (item->question);
  gboolean allowed;

  if (filter == NULL)
    return TRUE;
  self->choice = choice;
  allowed = hw_interview_ask_boolean_at (self, item, HW_ASPECT_CHOICES, filter, node, TRUE);
  self->choice = NULL;
  return allowed;
}

/* The code of several stand between blanks, so theirs can have none. */
static char *
dup_code (HwItem *item,
          const char *text)
{
  char *code = g_strdup (text);

  return hw_question_get_kind (item->question) != HW_KIND_SELECT_ONE
             ? g_strdelimit (code, " \t\n", '_')
             : code;
}

/* The choice that the answer of @source makes; one that is a choice itself keeps its label. */
static HwChoice *
make_choice (HwItem *item,
             HwItem *source)
{
  HwChoiceList *own = hw_question_get_choices (source->question);
  const char *text = hw_value_get_text (source->shown);
  HwChoice *choice = own != NULL ? hw_choice_list_find (own, text) : NULL;
  g_autofree char *code = NULL;

  if (choice != NULL)
    return choice;
  code = dup_code (item, text);
  if (item->made == NULL)
    item->made = hw_questionnaire_new_choices (item->questionnaire,
                                               hw_question_get_name (source->question));
  choice = hw_choice_list_find (item->made, code);
  return choice != NULL ? choice : hw_choice_list_add (item->made, code, NULL, NULL);
}

static gboolean
visit_answers (HwInterview *self,
               HwItem *item,
               HwItem *scope,
               ChoiceFunc func,
               gpointer data)
{
  HwQuestion *question = hw_question_get_choices_source (item->question);
  HwQuestion *level = hw_question_get_repeat (question);
  HwQuestion *own_level = scope->kind == HW_ITEM_ROW ? scope->question : NULL;
  HwItem *roster;

  if (level == own_level)
    {
      HwItem *source = scope->slots[hw_order_get_slot (self->order, question)];
      HwChoice *choice;

      if (hw_value_is_missing (source->shown))
        return TRUE;
      choice = make_choice (item, source);
      return !lets_through (self, item, choice, source->node) || func (choice, data);
    }
  while (hw_question_get_repeat (level) != own_level)
    level = hw_question_get_repeat (level);
  roster = scope->slots[hw_order_get_slot (self->order, level)];
  for (guint i = 0; i < roster->n_live; i++)
    if (!visit_answers (self, item, g_ptr_array_index (roster->children, i), func, data))
      return FALSE;
  return TRUE;
}

/* All rows of the roster in which the answers are given, also when the item lies in one of them. */
static HwItem *
find_source_scope (HwItem *item)
{
  HwQuestion *repeat = hw_question_get_repeat (hw_question_get_choices_source (item->question));
  HwItem *scope = item->scope;

  while (scope->kind == HW_ITEM_ROW
         && (hw_question_is_within (scope->question, repeat)
             || !hw_question_is_within (repeat, scope->question)))
    scope = scope->up->scope;
  return scope;
}

typedef struct
{
  const char *code;
  HwChoice *choice;
} Search;

static gboolean
match_cb (HwChoice *choice,
          gpointer data)
{
  Search *search = data;

  if (strcmp (hw_choice_get_name (choice), search->code) != 0)
    return TRUE;
  search->choice = choice;
  return FALSE;
}

/**
 * hw_interview_find_choice:
 * @self: an interview
 * @item: a question with choices
 * @code: a code
 *
 * Looks at the choices of that code only, however long the list is.
 *
 * Returns: (transfer none) (nullable): the choice, if it may be chosen now. A code that stands
 *   several times in the list, once for each region, is the one of them that the filter lets
 *   through.
 */
HwChoice *
hw_interview_find_choice (HwInterview *self,
                          HwItem *item,
                          const char *code)
{
  HwChoiceList *list = hw_question_get_choices (item->question);
  Search search = { code, NULL };
  const guint *places;
  HwChoice *choice;
  guint n = 0;

  if (hw_question_get_choices_source (item->question) != NULL)
    {
      visit_answers (self, item, find_source_scope (item), match_cb, &search);
      return search.choice;
    }
  if (list == NULL)
    return NULL;
  choice = hw_choice_list_find (list, code);
  if (choice == NULL || lets_through (self, item, choice, item->node))
    return choice;
  places = hw_choice_list_lookup (list, "name", code, &n);
  for (guint i = 1; i < n; i++)
    if (lets_through (self, item, hw_choice_list_get (list, places[i]), item->node))
      return hw_choice_list_get (list, places[i]);
  return NULL;
}

/* Whether @value, seen from @question, is one text: a set of several would be met by each of them.
 */
static gboolean
is_one_text (HwInterview *self,
             HwQuestion *question,
             HwExpression *value)
{
  const char *const *names = hw_expression_get_names (value);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) named = hw_questionnaire_list_named (self->questionnaire, names[i]);

      if (named->len == 0)
        return FALSE;
      for (guint k = 0; k < named->len; k++)
        {
          HwQuestion *read = g_ptr_array_index (named, k);

          if (hw_question_is_container (read)
              || !hw_question_is_within (question, hw_question_get_repeat (read)))
            return FALSE;
        }
    }
  return TRUE;
}

/* Only the rows at which an index has what the filter asks for; FALSE when there is no index for
 * it. */
static gboolean
list_by_index (HwInterview *self,
               HwItem *item,
               HwChoiceList *list,
               GPtrArray *allowed)
{
  HwExpression *filter = hw_question_get_choice_filter (item->question);
  g_autofree char *text = NULL;
  HwExpression *value;
  const guint *places;
  const char *column;
  guint n = 0;

  if (!hw_expression_get_lookup (filter, &column, &value)
      || !is_one_text (self, item->question, value))
    return FALSE;
  text = hw_interview_ask_string (self, item, HW_ASPECT_CHOICES, value);
  if (text == NULL)
    return FALSE;
  places = hw_choice_list_lookup (list, column, text, &n);
  for (guint i = 0; i < n; i++)
    if (lets_through (self, item, hw_choice_list_get (list, places[i]), item->node))
      g_ptr_array_add (allowed, hw_choice_list_get (list, places[i]));
  return TRUE;
}

static gboolean
add_once_cb (HwChoice *choice,
             gpointer data)
{
  if (!g_ptr_array_find (data, choice, NULL))
    g_ptr_array_add (data, choice);
  return TRUE;
}

static void
list_allowed (HwInterview *self,
              HwItem *item,
              GPtrArray *allowed)
{
  HwChoiceList *list = hw_question_get_choices (item->question);
  gboolean is_filtered = hw_question_get_choice_filter (item->question) != NULL;

  if (hw_question_get_choices_source (item->question) != NULL)
    visit_answers (self, item, find_source_scope (item), add_once_cb, allowed);
  else if (list == NULL || (is_filtered && list_by_index (self, item, list, allowed)))
    return;
  for (guint i = 0; list != NULL && i < hw_choice_list_get_length (list); i++)
    if (!is_filtered || lets_through (self, item, hw_choice_list_get (list, i), item->node))
      g_ptr_array_add (allowed, hw_choice_list_get (list, i));
}

/* Without a seed of the author's, the order is still the same whenever this place is shown. */
static char *
dup_seed (HwInterview *self,
          HwItem *item)
{
  HwExpression *seed = hw_question_get_seed (item->question);
  char *text = seed != NULL ? hw_interview_ask_string (self, item, HW_ASPECT_SEED, seed) : NULL;

  return text != NULL ? text
                      : g_strdup_printf ("%s %s %s", self->id, item->scope->row_id,
                                         hw_question_get_name (item->question));
}

static void
shuffle (HwInterview *self,
         HwItem *item,
         GPtrArray *choices)
{
  g_autofree char *seed = dup_seed (self, item);
  g_autofree guint *order = g_new (guint, choices->len);
  g_autofree gpointer *before = g_memdup2 (choices->pdata, choices->len * sizeof (gpointer));

  for (guint i = 0; i < choices->len; i++)
    order[i] = i;
  hw_shuffle (order, choices->len, seed);
  for (guint i = 0; i < choices->len; i++)
    choices->pdata[i] = before[order[i]];
}

/**
 * hw_item_list_choices:
 * @self: a question
 *
 * Returns: (transfer container) (element-type HwChoice): the choices that apply now, in the order
 *   of the list, or in that of chance if the questionnaire says so: the same order each time; empty
 *   for a question without choices. They are valid as long as @self.
 */
GPtrArray *
hw_item_list_choices (HwItem *self)
{
  GPtrArray *allowed = g_ptr_array_new ();

  g_return_val_if_fail (HW_IS_ITEM (self), allowed);

  if (self->interview == NULL)
    return allowed;
  list_allowed (self->interview, self, allowed);
  if (hw_question_is_randomized (self->question) && allowed->len > 1)
    shuffle (self->interview, self, allowed);
  return allowed;
}
