/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "questionnaire/check-belief.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * Calculations that have no result for want of a guard: a sum with an answer that is not always
 * there, a division by what can be zero.
 */

typedef struct
{
  HwCheck *check;
  HwQuestion *question;
  gboolean said_empty;
  gboolean said_zero;
} Look;

static gboolean
names (HwPart *part,
       HwQuestion *question)
{
  if (part->kind == HW_PART_REFERENCE && part->question == question)
    return TRUE;
  for (guint i = 0; i < hw_part_get_n (part); i++)
    if (names (hw_part_get (part, i), question))
      return TRUE;
  return FALSE;
}

static gboolean
is_above (HwQuestion *ancestor,
          HwQuestion *question)
{
  for (HwQuestion *at = question; at != NULL; at = at->parent)
    if (at == ancestor)
      return TRUE;
  return FALSE;
}

/* Whether a relevant decides on @named that does not decide on the calculation. */
static HwQuestion *
find_own_skip (HwQuestion *named,
               HwQuestion *question)
{
  for (HwQuestion *at = named; at != NULL && !is_above (at, question); at = at->parent)
    if (at->rules[HW_RULE_RELEVANT] != NULL)
      return at;
  return NULL;
}

static gboolean
same_text (HwExpression *one,
           HwExpression *two)
{
  return one != NULL && two != NULL
         && strcmp (hw_expression_get_text (one), hw_expression_get_text (two)) == 0;
}

/* Whoever names the question in a condition around, or says what an empty one counts, has thought
 * of it. */
static gboolean
is_guarded (HwCheck *check,
            HwPart *part,
            HwQuestion *named,
            HwQuestion *question,
            HwQuestion *skip)
{
  for (HwPart *at = part; at->parent != NULL; at = at->parent)
    {
      HwPart *parent = at->parent;

      if (parent->kind != HW_PART_CALL)
        continue;
      if (strcmp (parent->word, "coalesce") == 0 || strcmp (parent->word, "if") == 0)
        return TRUE;
    }
  for (HwQuestion *at = question; at != NULL; at = at->parent)
    {
      HwTree *tree = hw_check_get_tree (check, at, HW_RULE_RELEVANT);

      if (tree == NULL)
        continue;
      if (names (hw_tree_get_root (tree), named)
          || same_text (at->rules[HW_RULE_RELEVANT], skip->rules[HW_RULE_RELEVANT]))
        return TRUE;
    }
  return FALSE;
}

static void
look_at_sum (Look *self,
             HwPart *part)
{
  HwQuestion *named = part->question;
  HwQuestion *skip;

  if (self->said_empty || part->kind != HW_PART_REFERENCE || named == NULL
      || !hw_question_is_answerable (named) || named->rules[HW_RULE_DEFAULT] != NULL
      || part->parent == NULL || part->parent->kind != HW_PART_OPERATOR
      || strchr ("+-*dm", *part->parent->word) == NULL)
    return;
  skip = find_own_skip (named, self->question);
  if (skip == NULL || is_guarded (self->check, part, named, self->question, skip))
    return;
  self->said_empty = TRUE;
  hw_check_report (self->check, "unguarded-sum",
                   hw_check_rule_place (self->check, self->question, HW_RULE_CALCULATION),
                   /* Translators: %1$s and %2$s are names of questions. */
                   _ ("“%1$s” has no result when “%2$s” is not asked, because an empty answer is "
                      "not 0. Write coalesce(${%2$s}, 0) if it counts as nothing."),
                   self->question->name, named->name);
}

/* What is known where @part is computed, because of the if() around it. */
static gboolean
assume_branches (HwBelief *belief,
                 HwPart *part)
{
  for (HwPart *at = part; at->parent != NULL; at = at->parent)
    if (hw_part_is_call (at->parent, "if", 3) && hw_part_get (at->parent, 0) != at
        && !hw_belief_assume (belief, hw_part_get (at->parent, 0),
                              hw_part_get (at->parent, 1) == at))
      return FALSE;
  return TRUE;
}

static void
look_at_division (Look *self,
                  HwPart *part)
{
  g_autoptr (HwBelief) belief = NULL;
  HwPart *below;

  if (self->said_zero
      || (!hw_part_is_operator (part, "div") && !hw_part_is_operator (part, "mod")))
    return;
  below = hw_part_get (part, 1);
  if (below->kind != HW_PART_REFERENCE || below->question == NULL
      || below->question->repeat != self->question->repeat)
    return;
  belief = hw_belief_new (self->check, self->question);
  if (!hw_belief_assume_around (belief, self->question)
      || !hw_belief_assume_relevant (belief, self->question) || !assume_branches (belief, part)
      || !hw_belief_can_be (belief, below, 0))
    return;
  self->said_zero = TRUE;
  hw_check_report (self->check, "division-by-zero",
                   hw_check_rule_place (self->check, self->question, HW_RULE_CALCULATION),
                   /* Translators: %1$s and %2$s are names of questions. */
                   _ ("“%1$s” divides by “%2$s”, which can be 0. Write if(${%2$s} > 0, …, '') "
                      "around it, or let a constraint keep 0 out."),
                   self->question->name, below->question->name);
}

static void
look (HwPart *part,
      Look *self)
{
  if (part->kind == HW_PART_PATH)
    return;
  look_at_sum (self, part);
  look_at_division (self, part);
  for (guint i = 0; i < hw_part_get_n (part); i++)
    look (hw_part_get (part, i), self);
}

/**
 * hw_check_guards:
 * @self: a check
 *
 * Finds calculations that have no result for want of a guard.
 */
void
hw_check_guards (HwCheck *self)
{
  GPtrArray *questions = self->questionnaire->questions;

  for (guint i = 1; i < questions->len; i++)
    {
      Look one = { .check = self, .question = g_ptr_array_index (questions, i) };
      HwTree *tree = hw_check_get_tree (self, one.question, HW_RULE_CALCULATION);

      if (tree != NULL)
        look (hw_tree_get_root (tree), &one);
    }
}
