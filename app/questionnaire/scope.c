/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "questionnaire/scope.h"

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
  g_autoptr (GPtrArray) down = NULL;

  g_return_val_if_fail (self != NULL && target != NULL, NULL);

  common = find_common (self->context, target);
  path = g_string_new (NULL);
  for (guint i = 0; i < self->below + self->context->depth - common->depth; i++)
    g_string_append (path, path->len > 0 ? "/.." : "..");
  down = g_ptr_array_new ();
  for (HwQuestion *at = target; at != common; at = at->parent)
    g_ptr_array_add (down, at);
  for (guint i = down->len; i > 0; i--)
    {
      HwQuestion *step = g_ptr_array_index (down, i - 1);

      if (path->len > 0)
        g_string_append_c (path, '/');
      g_string_append (path, step->name);
    }
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
  return TRUE;
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
 * @context: the question whose element is the context node, or is around it
 * @below: how many elements the context node lies below that of @context
 * @scope: (out caller-allocates): what an expression is compiled with; lives no longer than @self
 */
void
hw_question_scope_init (HwQuestionScope *self,
                        HwQuestionnaire *questionnaire,
                        HwQuestion *context,
                        guint below,
                        HwExpressionScope *scope)
{
  g_return_if_fail (self != NULL && questionnaire != NULL && context != NULL && scope != NULL);

  self->questionnaire = questionnaire;
  self->context = context;
  self->below = below;
  *scope = (HwExpressionScope){
    .resolve = resolve_cb,
    .suggest = suggest_cb,
    .self_is_date = below == 0 && context->is_date,
    .data = self,
  };
}
