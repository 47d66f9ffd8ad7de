/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "questionnaire/check.h"

#include "questionnaire/xlsform-sheet-private.h"

/**
 * hw_check_place:
 * @self: a reader
 * @question: a question
 * @cell: a column of the survey sheet
 *
 * Returns: the cell of that question, without a language
 */
HwPlace
hw_check_place (HwXlsform *self,
                HwQuestion *question,
                HwSheetCell cell)
{
  return (HwPlace){ .sheet = HW_SHEET_SURVEY,
                    .row = hw_xlsform_get_row (self, question),
                    .cell = cell,
                    .slot = -1,
                    .question = question };
}

static guint
find_column (HwSheet *sheet,
             const HwPlace *place)
{
  guint column = hw_sheet_has (sheet, place->cell) ? sheet->columns[place->cell] : NO_COLUMN;

  if (place->slot >= 0 && sheet->text_columns[place->cell] != NULL)
    column = sheet->text_columns[place->cell][place->slot];
  return column != NO_COLUMN ? column + 1 : 0;
}

/**
 * hw_check_report:
 * @self: a reader
 * @code: a code of the registry, which also says how bad it is
 * @place: where
 * @format: a translated sentence: what was found, and what to do
 */
void
hw_check_report (HwXlsform *self,
                 const char *code,
                 HwPlace place,
                 const char *format,
                 ...)
{
  const HwProblemCode *kind = hw_problem_code_find (code);
  HwSheet *sheet = self->sheets[place.sheet];
  HwProblem problem = { 0 };
  va_list arguments;

  g_return_if_fail (kind != NULL && sheet != NULL);

  problem.severity = kind->severity;
  problem.code = kind->code;
  problem.file = g_strdup (hw_csv_table_get_name (sheet->table));
  problem.sheet = g_strdup (hw_csv_table_get_sheet (sheet->table));
  problem.line = place.row != G_MAXUINT ? hw_sheet_get_line (sheet, place.row) : 0;
  problem.column = find_column (sheet, &place);
  problem.question = place.question != NULL ? g_strdup (place.question->name) : NULL;
  problem.lines = g_strdup (place.lines);
  va_start (arguments, format);
  problem.message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  hw_problems_take (self->problems, &problem);
}

/**
 * hw_xlsform_advise:
 * @self: a reader that has read and compiled everything, maybe with faults
 *
 * Reports what somebody should know who still works on the questionnaire.
 */
void
hw_xlsform_advise (HwXlsform *self)
{
  hw_check_choices (self);
}

static void
find_rows (HwXlsform *self)
{
  HwSheet *sheet = self->sheets[HW_SHEET_SURVEY];
  GPtrArray *questions = self->questionnaire->questions;
  guint row = 0;

  for (guint i = 0; i < questions->len; i++)
    {
      HwQuestion *question = g_ptr_array_index (questions, i);

      while (row < hw_sheet_get_n_rows (sheet) && hw_sheet_get_line (sheet, row) < question->line)
        row++;
      g_array_append_val (self->rows, row);
    }
}

/**
 * hw_questionnaire_advise:
 * @self: a questionnaire
 * @problems: where the advice goes
 *
 * Gives advice on a questionnaire that was read before, maybe long ago. Faults are the business of
 * the reader; to have both at once, let it read with hw_problems_ask_advice().
 */
void
hw_questionnaire_advise (HwQuestionnaire *self,
                         HwProblems *problems)
{
  g_autoptr (HwProblems) told = hw_problems_new ();
  HwXlsform form = { .questionnaire = self, .problems = problems };

  g_return_if_fail (self != NULL && problems != NULL);

  form.rows = g_array_new (FALSE, FALSE, sizeof (guint));
  /* What the reader says of the headings was said when it read them. */
  hw_xlsform_open_sheets (&form, self->entries, told);
  for (guint i = 0; i < HW_N_SHEETS; i++)
    if (form.sheets[i] != NULL)
      hw_sheet_add_languages (form.sheets[i], self->languages);
  find_rows (&form);
  hw_xlsform_advise (&form);
  hw_problems_sort (problems);
  g_array_unref (form.rows);
  for (guint i = 0; i < HW_N_SHEETS; i++)
    g_clear_pointer (&form.sheets[i], hw_sheet_free);
}
