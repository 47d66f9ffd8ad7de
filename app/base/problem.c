/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/problem.h"

#include <glib/gi18n-lib.h>

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
  g_free (problem->sheet);
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

static void
add (HwProblems *self,
     HwProblemSeverity severity,
     const char *file,
     const char *sheet,
     guint line,
     guint column,
     const char *format,
     va_list arguments)
{
  HwProblem *problem = g_new0 (HwProblem, 1);

  problem->severity = severity;
  problem->file = g_strdup (file);
  problem->sheet = g_strdup (sheet);
  problem->line = line;
  problem->column = column;
  problem->message = g_strdup_vprintf (format, arguments);
  g_ptr_array_add (self->list, problem);
}

/**
 * hw_problems_add:
 * @self: a list
 * @severity: how bad it is
 * @file: (nullable): the file, as the user knows it
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
  va_list arguments;

  g_return_if_fail (self != NULL);
  g_return_if_fail (format != NULL);

  va_start (arguments, format);
  add (self, severity, file, NULL, line, column, format, arguments);
  va_end (arguments);
}

/**
 * hw_problems_add_in:
 * @self: a list
 * @severity: how bad it is
 * @file: (nullable): the file, as the user knows it
 * @sheet: (nullable): the sheet, when the file has several of them
 * @line: the row, from 1, or 0
 * @column: the cell of the row, from 1, or 0
 * @format: a translated sentence that says what was found, what is allowed and what to do
 */
void
hw_problems_add_in (HwProblems *self,
                    HwProblemSeverity severity,
                    const char *file,
                    const char *sheet,
                    guint line,
                    guint column,
                    const char *format,
                    ...)
{
  va_list arguments;

  g_return_if_fail (self != NULL);
  g_return_if_fail (format != NULL);

  va_start (arguments, format);
  add (self, severity, file, sheet, line, column, format, arguments);
  va_end (arguments);
}

/**
 * hw_problems_note_in:
 * @self: a list
 * @code: a code of the registry, which also says how bad it is
 * @file: (nullable): the file, as the user knows it
 * @sheet: (nullable): the sheet, when the file has several of them
 * @line: the row, from 1, or 0
 * @column: the cell of the row, from 1, or 0
 * @format: a translated sentence that says what was found, what is allowed and what to do
 */
void
hw_problems_note_in (HwProblems *self,
                     const char *code,
                     const char *file,
                     const char *sheet,
                     guint line,
                     guint column,
                     const char *format,
                     ...)
{
  const HwProblemCode *kind = hw_problem_code_find (code);
  HwProblem problem = { .line = line, .column = column };
  va_list arguments;

  g_return_if_fail (self != NULL && format != NULL);
  g_return_if_fail (kind != NULL);

  problem.severity = kind->severity;
  problem.code = kind->code;
  problem.file = g_strdup (file);
  problem.sheet = g_strdup (sheet);
  va_start (arguments, format);
  problem.message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  hw_problems_take (self, &problem);
}

/**
 * hw_problems_set_question:
 * @self: a list
 * @i: the index, from 0
 * @question: the name of the question that the problem is about
 */
void
hw_problems_set_question (HwProblems *self,
                          guint i,
                          const char *question)
{
  HwProblem *problem;

  g_return_if_fail (self != NULL && i < self->list->len);

  problem = g_ptr_array_index (self->list, i);
  g_free (problem->question);
  problem->question = g_strdup (question);
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

  if (order == 0)
    order = g_strcmp0 (one->sheet, two->sheet);
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

/* 1 is "A", 27 is "AA": there is no letter for nothing. */
static char *
dup_letters (guint column)
{
  char letters[8];
  guint i = G_N_ELEMENTS (letters) - 1;

  letters[i] = '\0';
  for (; column > 0 && i > 0; column = (column - 1) / 26)
    letters[--i] = (char) ('A' + (column - 1) % 26);
  return g_strdup (letters + i);
}

static char *
dup_place_in_sheet (const HwProblem *problem)
{
  const char *file = problem->file != NULL ? problem->file : "";
  g_autofree char *letters = dup_letters (problem->column);

  if (problem->line == 0)
    /* Translators: the place of a fault: a file and a sheet in it. */
    return g_strdup_printf (_("%s, %s"), file, problem->sheet);
  if (problem->column == 0)
    /* Translators: the place of a fault: a file, a sheet in it, the number of the row. */
    return g_strdup_printf (_("%s, %s, row %u"), file, problem->sheet, problem->line);
  return g_strdup_printf (
      /* Translators: the place of a fault: a file, a sheet in it, the number of the row, the letters
       * that a spreadsheet gives to the column. */
      _("%s, %s, row %u, column %s"), file, problem->sheet, problem->line, letters);
}

/**
 * hw_problem_dup_place:
 * @problem: a problem
 *
 * Returns: (transfer full): "file:line:column", or "file, sheet, row 12, column F" for what stands
 *   in a file of several sheets, without the parts that are unknown
 */
char *
hw_problem_dup_place (const HwProblem *problem)
{
  const char *file;

  g_return_val_if_fail (problem != NULL, NULL);

  if (problem->sheet != NULL)
    return dup_place_in_sheet (problem);
  file = problem->file != NULL ? problem->file : "";
  if (problem->line == 0)
    return g_strdup (file);
  if (problem->column == 0)
    return g_strdup_printf ("%s:%u", file, problem->line);
  return g_strdup_printf ("%s:%u:%u", file, problem->line, problem->column);
}

/**
 * hw_problem_dup_string:
 * @problem: a problem
 *
 * Returns: (transfer full): its place, a colon and its sentence; the sentence alone when the place
 *   is unknown
 */
char *
hw_problem_dup_string (const HwProblem *problem)
{
  g_autofree char *place = NULL;

  g_return_val_if_fail (problem != NULL, NULL);

  place = hw_problem_dup_place (problem);
  return *place != '\0' ? g_strconcat (place, ": ", problem->message, NULL)
                        : g_strdup (problem->message);
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
  g_autofree char *letters = NULL;

  g_return_val_if_fail (problem != NULL, NULL);

  if (problem->line == 0 || problem->column == 0)
    return g_strdup ("");
  letters = dup_letters (problem->column);
  return g_strdup_printf ("%s%u", letters, problem->line);
}
