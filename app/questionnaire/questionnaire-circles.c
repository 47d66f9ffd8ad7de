/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

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

/* Reports the part of the way from @first to its end. */
static void
report_circle (Walk *self,
               guint first)
{
  GPtrArray *questions = self->form->questionnaire->questions;
  g_autoptr (GString) names = g_string_new (NULL);
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
  for (guint i = 0; i <= self->way->len - first; i++)
    {
      guint at = first + (from + i) % (self->way->len - first);
      guint index = g_array_index (self->way, Step, at).question;

      self->reported[index] = TRUE;
      g_string_append_printf (names, "%s%s", i > 0 ? " → " : "",
                              hw_question_get_name (g_ptr_array_index (questions, index)));
    }
  hw_xlsform_notice (self->form, "circle", start,
                     start->rules[HW_RULE_CALCULATION] != NULL    ? HW_CELL_CALCULATION
                     : start->rules[HW_RULE_REPEAT_COUNT] != NULL ? HW_CELL_REPEAT_COUNT
                                                                  : HW_CELL_RELEVANT,
                     /* Translators: %s is a chain of names, such as “a → b → a”. */
                     _ ("What is computed here depends on itself: %s."), names->str);
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
