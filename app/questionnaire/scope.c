/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "questionnaire/scope.h"

#include <string.h>

#include "questionnaire/spelling.h"

/* The innermost element around both; for a repeat, one that is around all of its instances. */
static HwQuestion *
find_common (HwQuestion *context,
             HwQuestion *target)
{
  if (target->kind == HW_KIND_REPEAT)
    target = target->parent;
  while (context != target)
    if (context->depth > target->depth)
      context = context->parent;
    else
      target = target->parent;
  return context;
}

/* The names from below @around to @target, with "/" between them. */
static void
append_way_down (GString *path,
                 HwQuestion *around,
                 HwQuestion *target)
{
  g_autoptr (GPtrArray) way = g_ptr_array_new ();

  for (HwQuestion *at = target; at != around; at = at->parent)
    g_ptr_array_add (way, at);
  for (guint i = way->len; i > 0; i--)
    {
      HwQuestion *step = g_ptr_array_index (way, i - 1);

      if (path->len > 0)
        g_string_append_c (path, '/');
      g_string_append (path, step->element);
    }
}

/**
 * hw_question_scope_dup_path:
 * @self: a place
 * @target: the question, group or repeat that is named there
 *
 * Returns: (transfer full): the relative path from the one to the other
 */
char *
hw_question_scope_dup_path (HwQuestionScope *self,
                            HwQuestion *target)
{
  HwQuestion *common;
  g_autoptr (GString) path = NULL;

  g_return_val_if_fail (self != NULL && target != NULL, NULL);

  common = find_common (self->context, target);
  path = g_string_new (NULL);
  for (guint i = 0; i < self->context->depth - common->depth; i++)
    g_string_append (path, path->len > 0 ? "/.." : "..");
  append_way_down (path, common, target);
  if (path->len == 0)
    g_string_append_c (path, '.');
  return g_string_free (g_steal_pointer (&path), FALSE);
}

/**
 * hw_questionnaire_suggest:
 * @self: a questionnaire
 * @name: a name that is not in it
 *
 * Returns: (transfer none) (nullable): the name that may have been meant
 */
const char *
hw_questionnaire_suggest (HwQuestionnaire *self,
                          const char *name)
{
  HwSpelling spelling;

  g_return_val_if_fail (self != NULL && name != NULL, NULL);

  hw_spelling_start (&spelling, name);
  for (guint i = 1; i < self->questions->len; i++)
    hw_spelling_offer (&spelling, hw_question_get_name (g_ptr_array_index (self->questions, i)));
  return spelling.nearest;
}

/* Whether there is exactly one @target from @context: no repeat lies on the way down to it. */
static gboolean
is_alone (HwQuestion *context,
          HwQuestion *target)
{
  HwQuestion *common = find_common (context, target);

  for (; target != common; target = target->parent)
    if (target->kind == HW_KIND_REPEAT)
      return FALSE;
  return target == common;
}

static gboolean
resolve_cb (const char *name,
            HwScopeTarget *target,
            gpointer data)
{
  HwQuestionScope *self = data;
  HwQuestion *question = hw_questionnaire_find (self->questionnaire, name);

  if (question == NULL)
    return FALSE;
  target->path = hw_question_scope_dup_path (self, question);
  target->is_date = question->is_date;
  target->is_number = question->kind == HW_KIND_INTEGER || question->kind == HW_KIND_DECIMAL;
  target->key = is_alone (self->context, question) ? (int) question->index : -1;
  return TRUE;
}

/* For indexed-repeat(): from an instance of @repeat down to what is named. */
static gboolean
resolve_all_cb (const char *name,
                const char *repeat,
                HwScopeTarget *target,
                gpointer data)
{
  HwQuestionScope *self = data;
  HwQuestion *question = hw_questionnaire_find (self->questionnaire, name);
  HwQuestion *around;
  g_autoptr (GString) path = NULL;

  if (repeat == NULL)
    return resolve_cb (name, target, data);
  around = hw_questionnaire_find (self->questionnaire, repeat);
  if (question == NULL || around == NULL || around->kind != HW_KIND_REPEAT)
    return FALSE;
  for (HwQuestion *at = question; at != around; at = at->parent)
    if (at->parent == NULL)
      return FALSE;
  path = g_string_new (NULL);
  append_way_down (path, around, question);
  if (path->len == 0)
    return FALSE;
  target->path = g_string_free (g_steal_pointer (&path), FALSE);
  target->is_date = question->is_date;
  return TRUE;
}

static gboolean
is_column_cb (const char *name,
              gpointer data)
{
  HwQuestionScope *self = data;
  const char *const *columns = (const char *const *)self->questionnaire->choice_columns->pdata;

  if (self->choices != NULL)
    columns = hw_choice_list_get_columns (self->choices);
  return self->any_column || strcmp (name, "name") == 0 || strcmp (name, "label") == 0
         || g_strv_contains (columns, name);
}

static const char *const *
get_columns_cb (const char *instance,
                gpointer data)
{
  HwQuestionScope *self = data;
  HwSecondaryInstance *table = hw_questionnaire_get_instance (self->questionnaire, instance);

  return table != NULL ? hw_secondary_instance_get_columns (table) : NULL;
}

static const char *
suggest_cb (const char *name,
            gpointer data)
{
  HwQuestionScope *self = data;

  return hw_questionnaire_suggest (self->questionnaire, name);
}

/**
 * hw_question_scope_init:
 * @self: (out caller-allocates): the place
 * @questionnaire: where names are looked up
 * @context: the question whose element is the context node
 * @is_filter: whether it is a choice_filter, in which columns of the choices sheet have a meaning
 * @scope: (out caller-allocates): what an expression is compiled with; lives no longer than @self
 */
void
hw_question_scope_init (HwQuestionScope *self,
                        HwQuestionnaire *questionnaire,
                        HwQuestion *context,
                        gboolean is_filter,
                        HwExpressionScope *scope)
{
  g_return_if_fail (self != NULL && questionnaire != NULL && context != NULL && scope != NULL);

  self->questionnaire = questionnaire;
  self->context = context;
  self->choices = NULL;
  self->any_column = FALSE;
  *scope = (HwExpressionScope){
    .resolve = resolve_cb,
    .resolve_all = resolve_all_cb,
    .is_column = is_filter ? is_column_cb : NULL,
    .columns = get_columns_cb,
    .suggest = suggest_cb,
    .self_is_date = context->is_date,
    .self_is_number = context->kind == HW_KIND_INTEGER || context->kind == HW_KIND_DECIMAL,
    .data = self,
  };
}
