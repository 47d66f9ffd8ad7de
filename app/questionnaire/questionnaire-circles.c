/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "questionnaire/check.h"
#include "questionnaire/xlsform-private.h"

/*
 * What a question is computed from: what its calculation, its relevant and its repeat_count read,
 * and the group around it, whose relevant is also its own. A walk along these that comes back to
 * where it began has no order in which it could be computed.
 */

typedef enum
{
  NOT_SEEN,
  ON_THE_WAY,
  DONE,
} Mark;

typedef struct
{
  guint question;
  guint next; /* the edge to follow next */
} Step;

typedef struct
{
  HwXlsform *form;
  GPtrArray *edges; /* one GArray of guint a question */
  guint8 *marks;
  gboolean *reported;
  GArray *way; /* of Step */
} Walk;

/* Another instance of the same repeat is another place, so these do not close a circle. */
static gboolean
may_look_aside (HwExpression *expression)
{
  const char *text = hw_expression_get_text (expression);

  return strstr (text, "indexed-repeat") != NULL || strchr (text, '[') != NULL
         || strstr (text, "-sibling::") != NULL;
}

static void
add_edges (Walk *self,
           HwQuestion *question,
           HwRule rule)
{
  HwExpression *expression = question->rules[rule];
  const char *const *names;

  if (expression == NULL || may_look_aside (expression))
    return;
  names = hw_expression_get_names (expression);
  for (guint i = 0; names[i] != NULL; i++)
    {
      HwQuestion *read = hw_questionnaire_find (self->form->questionnaire, names[i]);

      if (read != NULL)
        g_array_append_val (g_ptr_array_index (self->edges, question->index), read->index);
    }
}

/* In words, why the one cannot be known before the other. */
static char *
describe_step (HwQuestion *from,
               HwQuestion *to)
{
  static const HwRule rules[] = { HW_RULE_CALCULATION, HW_RULE_RELEVANT, HW_RULE_REPEAT_COUNT };

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      HwExpression *expression = from->rules[rules[i]];
      const char *const *names = expression != NULL ? hw_expression_get_names (expression) : NULL;

      if (names != NULL
          && (g_strv_contains (names, to->name) || g_strv_contains (names, to->element)))
        /* Translators: %1$s and %2$s are names of questions, %3$s is the heading of a column, %4$u
         * the number of a row. */
        return g_strdup_printf (_ ("“%1$s” needs “%2$s” (%3$s, row %4$u)"), from->element,
                                to->element, hw_check_rule_name (rules[i]), from->line);
    }
  /* Translators: %1$s is the name of a question, %2$s that of the group around it. */
  return g_strdup_printf (_ ("“%1$s” lies in “%2$s”"), from->element, to->element);
}

/* Reports the part of the way from @first to its end. */
static void
report_circle (Walk *self,
               guint first)
{
  GPtrArray *questions = self->form->questionnaire->questions;
  g_autoptr (GString) steps = g_string_new (NULL);
  guint n = self->way->len - first;
  HwQuestion *start = NULL;
  guint from = 0;

  for (guint i = first; i < self->way->len; i++)
    {
      guint index = g_array_index (self->way, Step, i).question;

      if (self->reported[index])
        return;
      if (start == NULL || index < start->index)
        {
          start = g_ptr_array_index (questions, index);
          from = i - first;
        }
    }
  for (guint i = 0; i < n; i++)
    {
      guint here = g_array_index (self->way, Step, first + (from + i) % n).question;
      guint next = g_array_index (self->way, Step, first + (from + i + 1) % n).question;
      g_autofree char *step = describe_step (g_ptr_array_index (questions, here),
                                             g_ptr_array_index (questions, next));

      self->reported[here] = TRUE;
      g_string_append_printf (steps, "%s%s", i > 0 ? ", " : "", step);
    }
  hw_xlsform_notice (self->form, "circle", start,
                     start->rules[HW_RULE_CALCULATION] != NULL    ? HW_CELL_CALCULATION
                     : start->rules[HW_RULE_REPEAT_COUNT] != NULL ? HW_CELL_REPEAT_COUNT
                                                                  : HW_CELL_RELEVANT,
                     /* Translators: %s is a chain of steps, such as “a” needs “b” (calculation, row
                      * 4), “b” needs “a” (relevant, row 7). */
                     _ ("What is computed here depends on itself: %s."), steps->str);
}

static void
walk_from (Walk *self,
           guint start)
{
  Step first = { .question = start };

  g_array_append_val (self->way, first);
  self->marks[start] = ON_THE_WAY;
  while (self->way->len > 0)
    {
      Step *step = &g_array_index (self->way, Step, self->way->len - 1);
      GArray *edges = g_ptr_array_index (self->edges, step->question);
      Step further = { 0 };

      if (step->next == edges->len)
        {
          self->marks[step->question] = DONE;
          g_array_set_size (self->way, self->way->len - 1);
          continue;
        }
      further.question = g_array_index (edges, guint, step->next++);
      if (self->marks[further.question] == NOT_SEEN)
        {
          self->marks[further.question] = ON_THE_WAY;
          g_array_append_val (self->way, further);
        }
      else if (self->marks[further.question] == ON_THE_WAY)
        for (guint i = 0; i < self->way->len; i++)
          if (g_array_index (self->way, Step, i).question == further.question)
            report_circle (self, i);
    }
}

/**
 * hw_xlsform_check_circles:
 * @self: a reader that has compiled the expressions
 *
 * Reports each circle of calculations and skips once, by the names along it.
 */
void
hw_xlsform_check_circles (HwXlsform *self)
{
  GPtrArray *questions = self->questionnaire->questions;
  g_autoptr (GPtrArray) edges = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  g_autofree guint8 *marks = g_new0 (guint8, questions->len);
  g_autofree gboolean *reported = g_new0 (gboolean, questions->len);
  g_autoptr (GArray) way = g_array_new (FALSE, FALSE, sizeof (Step));
  Walk walk = { .form = self, .edges = edges, .marks = marks, .reported = reported, .way = way };

  for (guint i = 0; i < questions->len; i++)
    g_ptr_array_add (edges, g_array_new (FALSE, FALSE, sizeof (guint)));
  for (guint i = 1; i < questions->len; i++)
    {
      HwQuestion *question = g_ptr_array_index (questions, i);

      add_edges (&walk, question, HW_RULE_CALCULATION);
      add_edges (&walk, question, HW_RULE_RELEVANT);
      add_edges (&walk, question, HW_RULE_REPEAT_COUNT);
      if (question->parent->index > 0)
        g_array_append_val (g_ptr_array_index (edges, i), question->parent->index);
    }
  for (guint i = 1; i < questions->len; i++)
    if (marks[i] == NOT_SEEN)
      walk_from (&walk, i);
}
