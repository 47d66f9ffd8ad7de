/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "questionnaire/check-belief.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Measured: what one expression pays for one row that it passes over, in seconds. */
#define ROW_SECONDS 2e-7
/* A person notices that a page stands still. */
#define MIN_SECONDS 0.2
#define MAX_DEPTH 8
#define MAX_PAGE 60

/*
 * What becomes slow or unreadable by its sheer size.
 */

/* The most rows that the questionnaire allows; FALSE when it sets no limit. */
static gboolean
find_most_rows (HwCheck *self,
                HwQuestion *repeat,
                double *rows)
{
  HwTree *tree = hw_check_get_tree (self, repeat, HW_RULE_REPEAT_COUNT);
  HwPart *root = tree != NULL ? hw_tree_get_root (tree) : NULL;
  const char *expected = repeat->expected_max;
  g_autoptr (HwBelief) belief = NULL;

  if (root != NULL && root->kind == HW_PART_NUMBER)
    {
      *rows = root->number;
      return TRUE;
    }
  if (root != NULL && root->question != NULL)
    {
      belief = hw_belief_new (self, repeat->parent);
      if (hw_belief_get_highest (belief, root, rows) && isfinite (*rows))
        return TRUE;
      if (expected == NULL)
        expected = root->question->expected_max;
    }
  if (expected == NULL)
    return FALSE;
  *rows = g_ascii_strtod (expected, NULL);
  return *rows > 0;
}

static gboolean
is_within (HwQuestion *question,
           HwQuestion *repeat)
{
  while (question != NULL && question != repeat)
    question = question->parent;
  return question != NULL;
}

/* Whether the expression passes over all rows of @repeat, for each row anew. */
static gboolean
reads_all (HwExpression *expression,
           HwQuestion *repeat)
{
  const char *const *names = hw_expression_get_names (expression);

  return g_strv_contains (names, repeat->name);
}

static void
check_roster (HwCheck *self,
              HwQuestion *repeat)
{
  GPtrArray *questions = self->questionnaire->questions;
  HwQuestion *first = NULL;
  HwRule first_rule = HW_RULE_RELEVANT;
  guint n = 0;
  double rows, seconds;

  for (guint i = repeat->index + 1; i < questions->len; i++)
    {
      HwQuestion *question = g_ptr_array_index (questions, i);

      for (guint rule = 0; is_within (question, repeat) && rule < HW_N_RULES; rule++)
        if (question->rules[rule] != NULL && reads_all (question->rules[rule], repeat))
          {
            first_rule = first == NULL ? rule : first_rule;
            first = first == NULL ? question : first;
            n++;
          }
    }
  if (n == 0 || !find_most_rows (self, repeat, &rows))
    return;
  seconds = rows * rows * n * ROW_SECONDS;
  if (seconds < MIN_SECONDS)
    return;
  hw_check_report (
      self, "roster-cost", hw_check_rule_place (self, first, first_rule),
      /* Translators: %1$s is the name of a repeat, %2$.0f how many rows it may have, %3$u how many
       * expressions, %4$s the name of a question, %5$.1f seconds. */
      ngettext ("“%1$s” may have %2$.0f rows, and in each of them %3$u expression reads all of them "
                "(in “%4$s”): about %5$.1f seconds each time. Calculate it once, outside of the "
                "repeat.",
                "“%1$s” may have %2$.0f rows, and in each of them %3$u expressions read all of them "
                "(first in “%4$s”): about %5$.1f seconds each time. Calculate them once, outside "
                "of the repeat.",
                n),
      repeat->name, rows, n, first->name, seconds);
}

static void
check_depth (HwCheck *self,
             HwQuestion *question)
{
  if (question->depth != MAX_DEPTH + 1 || !hw_question_is_container (question))
    return;
  hw_check_report (self, "deep-group", hw_check_place (self, question, HW_CELL_NAME),
                   _ ("“%s” lies within %u groups. Nobody finds a question so deep."),
                   question->name, question->depth - 1);
}

static guint
count_shown (HwQuestion *group)
{
  guint n = 0;

  for (guint i = 0; i < hw_question_get_n_children (group); i++)
    {
      HwQuestion *child = hw_question_get_child (group, i);

      if (hw_question_is_container (child))
        n += count_shown (child);
      else
        n += hw_question_is_answerable (child);
    }
  return n;
}

static void
check_page (HwCheck *self,
            HwQuestion *question)
{
  guint n;

  if (!hw_question_is_container (question) || !hw_question_has_appearance (question, "field-list"))
    return;
  n = count_shown (question);
  if (n <= MAX_PAGE)
    return;
  hw_check_report (self, "long-page", hw_check_place (self, question, HW_CELL_APPEARANCE),
                   _ ("“%s” puts %u questions on one page. Part it into groups of one subject "
                      "each."),
                   question->name, n);
}

/* What is computed and read by nothing may be meant for the data, and then it has a label. */
static void
check_unread (HwCheck *self)
{
  GPtrArray *questions = self->questionnaire->questions;
  g_autoptr (GPtrArray) unread = g_ptr_array_new ();
  g_autofree char *names = NULL;
  g_autofree char *lines = NULL;
  HwPlace place;

  for (guint i = 1; i < questions->len; i++)
    {
      HwQuestion *question = g_ptr_array_index (questions, i);

      if (question->kind == HW_KIND_CALCULATE && self->n_readers[i] == 0
          && question->texts[HW_TEXT_LABEL] == NULL
          && question->texts[HW_TEXT_VARIABLE_LABEL] == NULL && question->role == NULL)
        g_ptr_array_add (unread, question);
    }
  if (unread->len == 0)
    return;
  names = hw_check_join_names (unread);
  lines = hw_check_join_lines (unread);
  place = hw_check_place (self, unread->pdata[0], HW_CELL_NAME);
  place.lines = lines;
  hw_check_report (self, "unused-calculation", place,
                   /* Translators: %1$u is how many, %2$s names of questions. */
                   ngettext ("%1$u calculation is read by nothing: %2$s. If it is meant for the "
                             "data, a label says so; else take it out.",
                             "%1$u calculations are read by nothing: %2$s. If they are meant for "
                             "the data, labels say so; else take them out.",
                             unread->len),
                   unread->len, names);
}

/**
 * hw_check_size:
 * @self: a check
 *
 * Finds what becomes slow or unreadable by its size, and what is of no use.
 */
void
hw_check_size (HwCheck *self)
{
  GPtrArray *questions = self->questionnaire->questions;

  for (guint i = 1; i < questions->len; i++)
    {
      HwQuestion *question = g_ptr_array_index (questions, i);

      if (question->kind == HW_KIND_REPEAT)
        check_roster (self, question);
      check_depth (self, question);
      check_page (self, question);
    }
  check_unread (self);
}
