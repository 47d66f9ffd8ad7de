/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/problem.h"

struct _HwProblems
{
  GPtrArray *list; /* of HwProblem */
  gboolean wants_advice;
};

static void
problem_free (gpointer data)
{
  HwProblem *problem = data;

  g_free (problem->file);
  g_free (problem->question);
  g_free (problem->lines);
  g_free (problem->message);
  g_free (problem);
}

/**
 * hw_problems_new:
 *
 * Returns: (transfer full): an empty list
 */
HwProblems *
hw_problems_new (void)
{
  HwProblems *self = g_new0 (HwProblems, 1);

  self->list = g_ptr_array_new_with_free_func (problem_free);
  return self;
}

/**
 * hw_problems_free:
 * @self: (transfer full): a list
 */
void
hw_problems_free (HwProblems *self)
{
  g_return_if_fail (self != NULL);
  g_ptr_array_unref (self->list);
  g_free (self);
}

/**
 * hw_problems_add:
 * @self: a list
 * @severity: how bad it is
 * @file: (nullable): the file or the sheet, as the user knows it
 * @line: the line, from 1, or 0
 * @column: the field of the line, from 1, or 0
 * @format: a translated sentence that says what was found, what is allowed and what to do
 */
void
hw_problems_add (HwProblems *self,
                 HwProblemSeverity severity,
                 const char *file,
                 guint line,
                 guint column,
                 const char *format,
                 ...)
{
  HwProblem *problem;
  va_list arguments;

  g_return_if_fail (self != NULL);
  g_return_if_fail (format != NULL);

  problem = g_new0 (HwProblem, 1);
  problem->severity = severity;
  problem->file = g_strdup (file);
  problem->line = line;
  problem->column = column;
  va_start (arguments, format);
  problem->message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_ptr_array_add (self->list, problem);
}

/**
 * hw_problems_take:
 * @self: a list
 * @problem: a problem, whose texts now belong to @self; all but the message may be left out
 */
void
hw_problems_take (HwProblems *self,
                  const HwProblem *problem)
{
  HwProblem *own;

  g_return_if_fail (self != NULL);
  g_return_if_fail (problem != NULL && problem->message != NULL);

  own = g_new (HwProblem, 1);
  *own = *problem;
  g_ptr_array_add (self->list, own);
}

/**
 * hw_problems_ask_advice:
 * @self: a list
 *
 * Lets a reader give advice as well: what somebody should know who still works on the file. It
 * costs a second look at everything, so who only wants to use the file does without.
 */
void
hw_problems_ask_advice (HwProblems *self)
{
  g_return_if_fail (self != NULL);
  self->wants_advice = TRUE;
}

/**
 * hw_problems_wants_advice:
 * @self: a list
 *
 * Returns: whether hw_problems_ask_advice() was called
 */
gboolean
hw_problems_wants_advice (HwProblems *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return self->wants_advice;
}

/**
 * hw_problems_get_length:
 * @self: a list
 *
 * Returns: how many problems of any severity there are
 */
guint
hw_problems_get_length (HwProblems *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->list->len;
}

/**
 * hw_problems_count:
 * @self: a list
 * @severity: what to count
 *
 * Returns: how many problems of that severity there are
 */
guint
hw_problems_count (HwProblems *self,
                   HwProblemSeverity severity)
{
  guint n = 0;

  g_return_val_if_fail (self != NULL, 0);
  for (guint i = 0; i < self->list->len; i++)
    n += hw_problems_get (self, i)->severity == severity;
  return n;
}

/**
 * hw_problems_get:
 * @self: a list
 * @i: the index, from 0
 *
 * Returns: (transfer none): the problem
 */
const HwProblem *
hw_problems_get (HwProblems *self,
                 guint i)
{
  g_return_val_if_fail (self != NULL && i < self->list->len, NULL);
  return g_ptr_array_index (self->list, i);
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const HwProblem *one = *(HwProblem *const *) a;
  const HwProblem *two = *(HwProblem *const *) b;
  int order = g_strcmp0 (one->file, two->file);

  if (order != 0)
    return order;
  if (one->line != two->line)
    return one->line < two->line ? -1 : 1;
  if (one->column != two->column)
    return one->column < two->column ? -1 : 1;
  return g_strcmp0 (one->message, two->message);
}

/**
 * hw_problems_sort:
 * @self: a list
 *
 * Puts the problems into the order in which a person mends a file: by file, line and column.
 */
void
hw_problems_sort (HwProblems *self)
{
  g_return_if_fail (self != NULL);
  g_ptr_array_sort (self->list, compare_places);
}

/**
 * hw_problem_dup_string:
 * @problem: a problem
 *
 * Returns: (transfer full): "file:line:column: sentence", without the parts that are unknown
 */
char *
hw_problem_dup_string (const HwProblem *problem)
{
  g_autoptr (GString) text = NULL;

  g_return_val_if_fail (problem != NULL, NULL);

  text = g_string_new (problem->file);
  if (problem->line > 0)
    g_string_append_printf (text, ":%u", problem->line);
  if (problem->line > 0 && problem->column > 0)
    g_string_append_printf (text, ":%u", problem->column);
  if (text->len > 0)
    g_string_append (text, ": ");
  g_string_append (text, problem->message);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * hw_problem_dup_cell:
 * @problem: a problem
 *
 * Returns: (transfer full): its cell as spreadsheets name it, "F12"; "" when line or column are not known
 */
char *
hw_problem_dup_cell (const HwProblem *problem)
{
  char letters[8];
  guint at = G_N_ELEMENTS (letters) - 1;

  g_return_val_if_fail (problem != NULL, NULL);

  if (problem->line == 0 || problem->column == 0)
    return g_strdup ("");
  letters[at] = '\0';
  /* There is no letter for nothing: after Z comes AA. */
  for (guint rest = problem->column; rest > 0; rest = (rest - 1) / 26)
    letters[--at] = (char) ('A' + (rest - 1) % 26);
  return g_strdup_printf ("%s%u", letters + at, problem->line);
}
