/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "questionnaire/check-reason.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* More choices than this are not tried one by one. */
#define MAX_CHOICES 2000

/*
 * Conditions that can never come true, or never fail: skips, checks, filters and the parts of them.
 */

static void
find_answers (HwPart *part,
              gboolean *found)
{
  if (part->kind == HW_PART_REFERENCE || part->kind == HW_PART_SELF)
    *found = TRUE;
  for (guint i = 0; i < hw_part_get_n (part); i++)
    find_answers (hw_part_get (part, i), found);
}

/* A condition without any answer in it, such as false(), was meant as it is. */
static gboolean
reads_answers (HwPart *part)
{
  gboolean found = FALSE;

  find_answers (part, &found);
  return found;
}

/* One that was switched off on purpose: "... and false()". */
static gboolean
is_meant (const HwReason *reason)
{
  return reason->kind == HW_REASON_UNKNOWN && reason->question == NULL
         && reason->other.part == NULL;
}

static void
report_never (HwCheck *self,
              HwQuestion *question,
              HwRule rule,
              HwBelief *state)
{
  const HwReason *reason = hw_belief_get_reason (state);
  HwPlace place = hw_check_rule_place (self, question, rule);
  g_autofree char *why = hw_reason_dup_sentence (reason, NULL);

  if (is_meant (reason))
    return;
  if (rule == HW_RULE_RELEVANT)
    /* Translators: %1$s is the name of a question, %2$s one or two sentences that say why. */
    hw_check_report (self, "never-true", place, _ ("“%1$s” is never asked. %2$s"), question->name,
                     why);
  else if (rule == HW_RULE_CONSTRAINT)
    hw_check_report (self, "never-valid", place,
                     /* Translators: %1$s is the name of a question, %2$s sentences that say why. */
                     _ ("No answer satisfies the constraint of “%1$s”. %2$s"), question->name, why);
  else
    hw_check_report (self, "never-true", place,
                     /* Translators: %1$s is the heading of a column, %2$s the name of a question,
                      * %3$s one or two sentences that say why. */
                     _ ("“%1$s” of “%2$s” is never true. %3$s"), hw_check_rule_name (rule),
                     question->name, why);
}

static void
report_always (HwCheck *self,
               HwQuestion *question,
               HwRule rule,
               HwBelief *state)
{
  g_autofree char *why = NULL;

  if (is_meant (hw_belief_get_reason (state)))
    return;
  why = hw_reason_dup_sentence (hw_belief_get_reason (state), NULL);
  hw_check_report (self, "always-true", hw_check_rule_place (self, question, rule),
                   /* Translators: %1$s is the heading of a column, %2$s the name of a question,
                    * %3$s one or two sentences that say why. */
                   _ ("“%1$s” of “%2$s” is always true. %3$s"), hw_check_rule_name (rule),
                   question->name, why);
}

/* Returns whether something was said of the whole condition. */
static gboolean
check_whole (HwCheck *self,
             HwQuestion *question,
             HwRule rule,
             HwPart *root)
{
  g_autoptr (HwBelief) never = hw_belief_new (self, question);
  g_autoptr (HwBelief) always = hw_belief_new (self, question);
  gboolean possible = TRUE;

  if (!reads_answers (root))
    return FALSE;
  hw_belief_set_plain (never, rule != HW_RULE_RELEVANT);
  hw_belief_set_plain (always, TRUE);
  if (rule == HW_RULE_RELEVANT)
    /* What is around it and never asked either was said there. */
    if (!hw_belief_assume_around (never, question))
      return TRUE;
  if (rule == HW_RULE_CONSTRAINT)
    possible = hw_belief_assume_answer (never, question);
  possible = possible && hw_belief_assume (never, root, TRUE);
  if (rule == HW_RULE_RELEVANT)
    possible = possible && hw_belief_assume_asked (never);
  if (!possible)
    report_never (self, question, rule, never);
  else if (!hw_belief_assume (always, root, FALSE))
    {
      report_always (self, question, rule, always);
      return TRUE;
    }
  return !possible;
}

static gboolean
is_condition (HwPart *part)
{
  return hw_part_is_comparison (part) || hw_part_is_call (part, "selected", 2)
         || hw_part_is_operator (part, "and") || hw_part_is_operator (part, "or");
}

/* Returns whether something was said of @part. */
static gboolean
check_condition (HwCheck *self,
                 HwQuestion *question,
                 HwRule rule,
                 HwPart *part,
                 GHashTable *told)
{
  for (guint want = 0; want < 2; want++)
    {
      g_autoptr (HwBelief) state = hw_belief_new (self, question);
      g_autofree char *why = NULL;
      g_autofree char *text = NULL;

      hw_belief_set_plain (state, TRUE);
      if (hw_belief_assume (state, part, want))
        continue;
      if (is_meant (hw_belief_get_reason (state)))
        return TRUE;
      why = hw_reason_dup_sentence (hw_belief_get_reason (state), part);
      text = hw_part_dup_text (part);
      if (!g_hash_table_add (told, g_strndup (part->start, part->length)))
        return TRUE;
      if (want)
        hw_check_report (self, "never-true-part", hw_check_rule_place (self, question, rule),
                         /* Translators: %1$s is a part of an expression, %2$s the heading of its
                          * column, %3$s the name of a question, %4$s sentences that say why. */
                         _ ("“%1$s” in “%2$s” of “%3$s” is never true. %4$s"), text,
                         hw_check_rule_name (rule), question->name, why);
      else
        hw_check_report (self, "always-true-part", hw_check_rule_place (self, question, rule),
                         /* Translators: as above. */
                         _ ("“%1$s” in “%2$s” of “%3$s” is always true. %4$s"), text,
                         hw_check_rule_name (rule), question->name, why);
      return TRUE;
    }
  return FALSE;
}

static void
check_parts (HwCheck *self,
             HwQuestion *question,
             HwRule rule,
             HwPart *part,
             gboolean is_root,
             GHashTable *told)
{
  /* Within a path other elements are the context. */
  if (part->kind == HW_PART_PATH)
    return;
  if (is_condition (part) && !(is_root && rule != HW_RULE_CALCULATION)
      && check_condition (self, question, rule, part, told))
    return;
  for (guint i = 0; i < hw_part_get_n (part); i++)
    check_parts (self, question, rule, hw_part_get (part, i), FALSE, told);
}

static gboolean
leaves_something (HwCheck *self,
                  HwQuestion *question,
                  HwPart *root)
{
  guint n = hw_choice_list_get_length (question->choices);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (HwBelief) state = hw_belief_new (self, question);

      hw_belief_set_plain (state, TRUE);
      hw_belief_set_choice (state, hw_choice_list_get (question->choices, i));
      if (hw_belief_assume (state, root, TRUE))
        return TRUE;
    }
  return n == 0;
}

static void
check_filter (HwCheck *self,
              HwQuestion *question,
              HwPart *root)
{
  if (question->choices == NULL || !reads_answers (root)
      || hw_choice_list_get_length (question->choices) > MAX_CHOICES
      || leaves_something (self, question, root))
    return;
  hw_check_report (self, "empty-filter",
                   hw_check_rule_place (self, question, HW_RULE_CHOICE_FILTER),
                   _ ("“choice_filter” of “%s” leaves no choice of the list “%s”, whatever is "
                      "answered. Compare a column of the choices with the codes that stand in it."),
                   question->name, hw_choice_list_get_name (question->choices));
}

static gboolean
is_boolean (HwRule rule)
{
  return rule == HW_RULE_RELEVANT || rule == HW_RULE_CONSTRAINT || rule == HW_RULE_REQUIRED
         || rule == HW_RULE_SOFT_CHECK || rule == HW_RULE_READ_ONLY;
}

static void
check_required (HwCheck *self,
                HwQuestion *question)
{
  if (!question->required || !question->read_only || !hw_question_has_value (question)
      || question->rules[HW_RULE_CALCULATION] != NULL || question->rules[HW_RULE_DEFAULT] != NULL)
    return;
  hw_check_report (self, "required-read-only", hw_check_place (self, question, HW_CELL_REQUIRED),
                   _ ("“%s” is required and read-only, and nothing fills it in, so that no "
                      "interview can be completed. Take “required” out."),
                   question->name);
}

/**
 * hw_check_skips:
 * @self: a check
 *
 * Finds conditions that can never come true, or never fail.
 */
void
hw_check_skips (HwCheck *self)
{
  GPtrArray *questions = self->questionnaire->questions;

  for (guint i = 1; i < questions->len; i++)
    {
      HwQuestion *question = g_ptr_array_index (questions, i);

      check_required (self, question);
      for (guint rule = 0; rule < HW_N_RULES; rule++)
        {
          HwTree *tree = hw_check_get_tree (self, question, rule);
          HwPart *root = tree != NULL ? hw_tree_get_root (tree) : NULL;

          if (root == NULL || rule == HW_RULE_REPEAT_COUNT)
            continue;
          if (rule == HW_RULE_CHOICE_FILTER)
            check_filter (self, question, root);
          else if (!is_boolean (rule) || !check_whole (self, question, rule, root))
            {
              g_autoptr (GHashTable) told
                  = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

              check_parts (self, question, rule, root, TRUE, told);
            }
        }
    }
}
