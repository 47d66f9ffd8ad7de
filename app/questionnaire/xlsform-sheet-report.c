/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "questionnaire/xlsform-sheet-private.h"

#include <glib/gi18n-lib.h>

static void
take_notice (HwSheet *self,
             const char *code,
             guint line,
             guint column,
             const char *lines,
             char *message)
{
  const HwProblemCode *kind = hw_problem_code_find (code);
  HwProblem problem = { 0 };

  g_return_if_fail (kind != NULL);

  problem.severity = kind->severity;
  problem.code = kind->code;
  problem.file = g_strdup (hw_csv_table_get_name (self->table));
  problem.sheet = g_strdup (hw_csv_table_get_sheet (self->table));
  problem.line = line;
  problem.column = column;
  problem.lines = g_strdup (lines);
  problem.message = message;
  hw_problems_take (self->problems, &problem);
}

/**
 * hw_sheet_notice:
 * @self: a sheet
 * @code: a code of the registry, which also says how bad it is
 * @row: the index, from 0
 * @cell: where in the row; of a translated cell, the first column
 * @format: a translated sentence
 */
void
hw_sheet_notice (HwSheet *self,
                 const char *code,
                 guint row,
                 HwSheetCell cell,
                 const char *format,
                 ...)
{
  va_list arguments;

  g_return_if_fail (self != NULL);

  va_start (arguments, format);
  take_notice (self, code, hw_sheet_get_line (self, row),
               hw_sheet_has (self, cell) ? self->columns[cell] + 1 : 0, NULL,
               g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

/**
 * hw_sheet_notice_column:
 * @self: a sheet
 * @code: a code of the registry
 * @line: the line, from 1, or 0
 * @column: the column, from 1, or 0
 * @format: a translated sentence
 */
void
hw_sheet_notice_column (HwSheet *self,
                        const char *code,
                        guint line,
                        guint column,
                        const char *format,
                        ...)
{
  va_list arguments;

  g_return_if_fail (self != NULL);

  va_start (arguments, format);
  take_notice (self, code, line, column, NULL, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

/**
 * hw_sheet_notice_text:
 * @self: a sheet whose languages are settled
 * @code: a code of the registry
 * @row: the index, from 0
 * @cell: a translated cell
 * @slot: its language
 * @message: a translated sentence
 */
void
hw_sheet_notice_text (HwSheet *self,
                      const char *code,
                      guint row,
                      HwSheetCell cell,
                      guint slot,
                      const char *message)
{
  guint column = NO_COLUMN;

  g_return_if_fail (self != NULL && slot < self->n_slots);

  if (self->text_columns[cell] != NULL)
    column = self->text_columns[cell][slot];
  hw_sheet_notice_column (self, code, hw_sheet_get_line (self, row),
                          column != NO_COLUMN ? column + 1 : 0, "%s", message);
}

/**
 * hw_sheet_notice_lines:
 * @self: a sheet
 * @code: a code of the registry
 * @row: the first row, from 0
 * @cell: where in the row
 * @lines: all lines that the sentence speaks of, blanks between them
 * @format: a translated sentence
 */
void
hw_sheet_notice_lines (HwSheet *self,
                       const char *code,
                       guint row,
                       HwSheetCell cell,
                       const char *lines,
                       const char *format,
                       ...)
{
  va_list arguments;

  g_return_if_fail (self != NULL);

  va_start (arguments, format);
  take_notice (self, code, hw_sheet_get_line (self, row),
               hw_sheet_has (self, cell) ? self->columns[cell] + 1 : 0, lines,
               g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

/**
 * hw_sheet_warn_unknown:
 * @self: a sheet
 *
 * Names the columns that are not read, each once, so that a slip of the pen in a heading is seen.
 */
void
hw_sheet_warn_unknown (HwSheet *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < hw_sheet_get_n_columns (self); i++)
    {
      const HwHeading *heading = &self->headings[i];
      const char *text = hw_csv_table_get_heading (self->table, i);
      guint line = hw_sheet_get_heading_line (self);
      const char *meant;

      if (heading->kind == HW_HEADING_UNUSED)
        hw_sheet_notice_column (
            self, "unused-column", line, i + 1,
            /* Translators: %1$s is a column, %2$s a sentence that says what it is for. */
            _ ("Homeward does not use the column “%1$s”. %2$s"), text,
            hw_word_get_description (heading->word));
      if (heading->kind != HW_HEADING_UNKNOWN)
        continue;
      meant = hw_xlsform_vocabulary_suggest (hw_sheet_kind_get_class (self->kind), text);
      if (meant != NULL)
        hw_sheet_notice_column (self, "unknown-column", line, i + 1,
                                _ ("The column “%s” is not known and not read; did you mean “%s”?"),
                                text, meant);
      else
        hw_sheet_notice_column (self, "unknown-column", line, i + 1,
                                _ ("The column “%s” is not known and not read."), text);
    }
}
