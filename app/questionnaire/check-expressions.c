/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "questionnaire/check.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/date.h"

/*
 * Expressions that work and hardly mean what they say. A compiler has nothing against them.
 */

typedef struct
{
  HwCheck *check;
  HwQuestion *question;
  HwRule rule;
  guint said; /* bits of what was said of this expression already */
} Look;

enum
{
  SAID_AND_OR = 1 << 0,
  SAID_SELF = 1 << 1,
  SAID_MULTIPLE = 1 << 2,
};

static HwQuestion *
find_answer (Look *self,
             HwPart *part)
{
  if (part->kind == HW_PART_REFERENCE)
    return part->question;
  return part->kind == HW_PART_SELF ? self->question : NULL;
}

static HwPlace
get_place (Look *self)
{
  return hw_check_rule_place (self->check, self->question, self->rule);
}

/* The comparison at one end of a condition. */
static HwPart *
find_end (HwPart *part,
          gboolean last)
{
  while ((hw_part_is_operator (part, "and") || hw_part_is_operator (part, "or"))
         && !part->in_parentheses)
    part = hw_part_get (part, last ? 1 : 0);
  if (hw_part_is_call (part, "not", 1))
    return find_end (hw_part_get (part, 0), last);
  return part;
}

static HwQuestion *
find_subject (Look *self,
              HwPart *part)
{
  if (!hw_part_is_comparison (part) && !hw_part_is_call (part, "selected", 2))
    return NULL;
  return find_answer (self, hw_part_get (part, 0));
}

/*
 * "a = 1 and b = 2 or c = 3" is clear enough. Where "or" stands between two comparisons with the
 * same question, those two were meant to belong together, and "and" takes one of them away.
 */
static void
look_at_and_or (Look *self,
                HwPart *part)
{
  g_autofree char *text = NULL;
  HwPart *inner = NULL;
  HwQuestion *subject;

  if (!hw_part_is_operator (part, "or") || (self->said & SAID_AND_OR) != 0)
    return;
  for (guint i = 0; i < 2 && inner == NULL; i++)
    if (hw_part_is_operator (hw_part_get (part, i), "and")
        && !hw_part_get (part, i)->in_parentheses)
      inner = hw_part_get (part, i);
  subject = find_subject (self, find_end (hw_part_get (part, 0), TRUE));
  if (inner == NULL || subject == NULL
      || subject != find_subject (self, find_end (hw_part_get (part, 1), FALSE))
      || (hw_part_is_operator (hw_part_get (part, 0), "and")
          && hw_part_is_operator (hw_part_get (part, 1), "and")))
    return;
  self->said |= SAID_AND_OR;
  text = hw_part_dup_text (inner);
  hw_check_report (self->check, "and-or", get_place (self),
                   /* Translators: %1$s is the heading of a column, %2$s the name of a question,
                    * %3$s a part of an expression. */
                   _ ("“%1$s” of “%2$s” mixes “and” and “or” without parentheses: “and” comes "
                      "first, so “%3$s” belongs together. Write the parentheses that are meant."),
                   hw_check_rule_name (self->rule), self->question->name, text);
}

/* No choice beside it: what such codes stand for rules the others out. */
static gboolean
stands_alone (HwQuestion *question,
              const char *code)
{
  g_autofree char *small = g_ascii_strdown (code, -1);

  return hw_question_is_exclusive (question, code) || strstr (small, "none") != NULL
         || *code == '-' || g_str_has_suffix (code, "98") || g_str_has_suffix (code, "99");
}

static void
look_at_multiple (Look *self,
                  HwPart *part)
{
  gboolean is_equal = hw_part_is_operator (part, "=");

  if ((!is_equal && !hw_part_is_operator (part, "!=")) || (self->said & SAID_MULTIPLE) != 0)
    return;
  for (guint i = 0; i < 2; i++)
    {
      HwQuestion *question = find_answer (self, hw_part_get (part, i));
      HwPart *other = hw_part_get (part, 1 - i);

      if (question == NULL || question->kind != HW_KIND_SELECT_MULTIPLE
          || !hw_part_is_literal (other) || *other->word == '\0'
          || stands_alone (question, other->word))
        continue;
      self->said |= SAID_MULTIPLE;
      hw_check_report (
          self->check, "equal-multiple", get_place (self),
          is_equal
              /* Translators: %1$s is the name of a question, %2$s a code. */
              ? _ ("“%1$s” takes several choices, and “=” is true only when “%2$s” is the only one. "
                   "If others may be chosen too, write selected(${%1$s}, '%2$s').")
              : _ ("“%1$s” takes several choices, and “!=” is false only when “%2$s” is the only "
                   "one. If others may be chosen too, write not(selected(${%1$s}, '%2$s'))."),
          question->name, other->word);
    }
}

static void
look_at_selected (Look *self,
                  HwPart *part)
{
  HwQuestion *question;

  if (!hw_part_is_call (part, "selected", 2))
    return;
  question = find_answer (self, hw_part_get (part, 0));
  if (question == NULL
      || (question->kind != HW_KIND_INTEGER && question->kind != HW_KIND_DECIMAL
          && question->kind != HW_KIND_DATE))
    return;
  hw_check_report (self->check, "selected-number", get_place (self),
                   _ ("selected() is about questions with choices, and “%s” is of the type “%s”. "
                      "Compare it with “=”."),
                   question->name, hw_kind_get_name (question->kind));
}

static gboolean
is_order (HwPart *part)
{
  return part->kind == HW_PART_OPERATOR && strchr ("<>", *part->word) != NULL;
}

static void
look_at_date (Look *self,
              HwQuestion *question,
              HwPart *part,
              HwPart *other)
{
  gint32 days;

  if (question->kind != HW_KIND_DATE || !hw_part_is_literal (other) || *other->word == '\0')
    return;
  if (other->kind == HW_PART_NUMBER)
    hw_check_report (self->check, "date-with-number", get_place (self),
                     /* Translators: %1$s is the name of a question, %2$s a number. */
                     _ ("“%1$s” is a date and is compared with the number %2$s, which counts days "
                        "since 1970. Write date('2026-01-31') for a day."),
                     question->name, other->word);
  else if (!hw_date_parse (other->word, &days))
    hw_check_report (self->check, "date-with-text", get_place (self),
                     /* Translators: %1$s is the name of a question, %2$s a text. */
                     _ ("“%1$s” is a date, and “%2$s” is none. Write year, month and day, as in "
                        "date('2026-01-31')."),
                     question->name, other->word);
  else if (is_order (part))
    hw_check_report (self->check, "date-with-text", get_place (self),
                     /* Translators: %1$s is the name of a question, %2$s a date as text. */
                     _ ("“%1$s” is a date and is compared with a text. Homeward takes it for a day, "
                        "other programs do not; write date('%2$s')."),
                     question->name, other->word);
}

static void
look_at_text (Look *self,
              HwQuestion *question,
              HwPart *part,
              HwPart *other)
{
  if (question->kind != HW_KIND_TEXT || other->kind != HW_PART_NUMBER || !is_order (part)
      || hw_question_has_appearance (question, "numbers"))
    return;
  hw_check_report (self->check, "text-with-number", get_place (self),
                   /* Translators: %1$s is the name of a question, %2$s a number. */
                   _ ("“%1$s” is a text and is compared with the number %2$s; what is no number is "
                      "neither more nor less. Let it be of the type integer or decimal."),
                   question->name, other->word);
}

/* What was true on the day of the interview is false when somebody opens it later. */
static void
look_at_today (Look *self,
               HwPart *part,
               guint i)
{
  HwPart *answer = hw_part_get (part, i);
  HwPart *other = hw_part_get (part, 1 - i);
  gboolean lapses = *part->word == '=' || (i == 0 ? '>' : '<') == *part->word;

  if (self->rule != HW_RULE_CONSTRAINT || answer->kind != HW_PART_SELF || !lapses
      || (!hw_part_is_call (other, "today", 0) && !hw_part_is_call (other, "now", 0)))
    return;
  hw_check_report (self->check, "today-in-constraint", get_place (self),
                   _ ("The constraint of “%s” compares with today, and today is another day when "
                      "the interview is opened again: what was right becomes wrong. Compare with a "
                      "question of the type “today”, which keeps the day."),
                   self->question->name);
}

static void
look_at_comparison (Look *self,
                    HwPart *part)
{
  if (!hw_part_is_comparison (part))
    return;
  for (guint i = 0; i < 2; i++)
    {
      HwQuestion *question = find_answer (self, hw_part_get (part, i));

      if (question == NULL)
        continue;
      look_at_date (self, question, part, hw_part_get (part, 1 - i));
      look_at_text (self, question, part, hw_part_get (part, 1 - i));
      look_at_today (self, part, i);
    }
}

static void
look_at_self (Look *self,
              HwPart *part)
{
  if (part->kind != HW_PART_SELF || (self->said & SAID_SELF) != 0
      || (self->rule != HW_RULE_RELEVANT && self->rule != HW_RULE_CHOICE_FILTER
          && self->rule != HW_RULE_REPEAT_COUNT))
    return;
  self->said |= SAID_SELF;
  hw_check_report (self->check, "self-reference", get_place (self),
                   /* Translators: %1$s is the heading of a column, %2$s the name of a question. */
                   _ ("“.” in “%1$s” is the answer to “%2$s” itself, which is not known there. "
                      "Name the question that is meant, as in ${name}."),
                   hw_check_rule_name (self->rule), self->question->name);
}

/* "^" and "$" do no harm; one of them alone promises that the other end is free. */
static void
look_at_regex (Look *self,
               HwPart *part)
{
  const char *pattern;
  gsize length;
  gboolean begins, ends;

  if (!hw_part_is_call (part, "regex", 2) || hw_part_get (part, 1)->kind != HW_PART_TEXT)
    return;
  pattern = hw_part_get (part, 1)->word;
  length = strlen (pattern);
  begins = pattern[0] == '^';
  ends = length > 1 && pattern[length - 1] == '$' && pattern[length - 2] != '\\';
  if (begins == ends || strchr (pattern, '|') != NULL)
    return;
  hw_check_report (self->check, "half-anchored", get_place (self),
                   begins
                       /* Translators: %s is a pattern. */
                       ? _ ("regex() compares the whole text, so “%s” lets nothing follow. Add “$” "
                            "at its end, or “.*” if something may follow.")
                       : _ ("regex() compares the whole text, so “%s” lets nothing stand before. "
                            "Add “^” in front, or “.*” if something may stand before."),
                   pattern);
}

static void
look (HwPart *part,
      Look *self)
{
  /* Within a path other elements are the context. */
  if (part->kind == HW_PART_PATH)
    return;
  look_at_and_or (self, part);
  look_at_multiple (self, part);
  look_at_selected (self, part);
  look_at_comparison (self, part);
  look_at_self (self, part);
  look_at_regex (self, part);
  for (guint i = 0; i < hw_part_get_n (part); i++)
    look (hw_part_get (part, i), self);
}

/* What the compiler noticed, in the sentences that it has for it. A line break is how people write long expressions. */
static void
look_at_advice (Look *self)
{
  HwExpression *expression = self->question->rules[self->rule];

  for (guint i = 0; expression != NULL && i < hw_expression_get_n_advice (expression); i++)
    {
      const HwAdvice *advice = hw_expression_get_advice (expression, i);

      if (advice->kind != HW_ADVICE_LINE_BREAK)
        hw_check_report (self->check, "odd-expression", get_place (self), "%s", advice->sentence);
    }
}

/**
 * hw_check_expressions:
 * @self: a check
 *
 * Finds expressions that hardly mean what they say.
 */
void
hw_check_expressions (HwCheck *self)
{
  GPtrArray *questions = self->questionnaire->questions;

  for (guint i = 1; i < questions->len; i++)
    for (guint rule = 0; rule < HW_N_RULES; rule++)
      {
        Look one = { .check = self, .question = g_ptr_array_index (questions, i), .rule = rule };
        HwTree *tree = hw_check_get_tree (self, one.question, rule);

        if (tree != NULL)
          look (hw_tree_get_root (tree), &one);
        look_at_advice (&one);
      }
}
