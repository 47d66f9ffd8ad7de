/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/csv-writer.h"
#include "base/workbook-reader.h"
#include "questionnaire/spelling.h"
#include "questionnaire/xlsform-heading.h"
#include "questionnaire/xlsform-load.h"

/* After so many blank rows or columns the sheet is at its end, as other programs have it. */
#define MOST_BLANK_ROWS 60
#define MOST_BLANK_COLUMNS 20

/* Beyond the last heading only so many cells are kept, to say that they are not read. */
#define MOST_BEYOND 20

/* The text of one sheet. The largest lists of the field have some megabytes. */
#define MOST_TEXT (64 << 20)

/* Of faults in formulas; who has more of them sees it by then. */
#define MOST_REPORTS 20

typedef struct
{
  HwXlsformSource *source;
  HwProblems *problems;
  const char *sheet;
  HwSheetKind kind;
  GString *text;
  HwCsvWriter *writer;
  char **headings; /* NULL until they are read */
  guint n_headings;
  guint last; /* row with content */
  guint n_reports;
  gboolean too_large;
} Book;

static guint
find_end_of_headings (const HwWorkbookRow *row)
{
  guint end = 0;

  for (guint i = 0; i < row->n_cells && i - end <= MOST_BLANK_COLUMNS; i++)
    if (*row->cells[i] != '\0')
      end = i + 1;
  return end;
}

static void
take_headings (Book *self,
               const HwWorkbookRow *row)
{
  self->n_headings = find_end_of_headings (row);
  self->headings = g_new0 (char *, self->n_headings + 1);
  for (guint i = 0; i < self->n_headings; i++)
    self->headings[i] = g_strdup (row->cells[i]);
}

static gboolean
is_read (Book *self,
         guint column)
{
  HwHeading heading;
  gboolean is_cell;

  if (column > self->n_headings || self->kind == HW_N_SHEETS)
    return FALSE;
  hw_heading_parse (&heading, self->kind, self->headings[column - 1]);
  is_cell = heading.kind == HW_HEADING_CELL;
  hw_heading_clear (&heading);
  return is_cell;
}

static void
report_formulas (Book *self,
                 const HwWorkbookRow *row)
{
  if (self->n_reports >= MOST_REPORTS)
    return;
  if (row->error > 0 && row->error <= self->n_headings && *self->headings[row->error - 1] != '\0')
    {
      self->n_reports++;
      hw_problems_note_in (self->problems,
                          is_read (self, row->error) ? "formula-error" : "formula-error-aside",
                          self->source->name, self->sheet, row->number, row->error,
                          _ ("This cell shows the error “%s” of a formula. Mend the formula, or type "
                             "what should stand here."),
                          row->cells[row->error - 1]);
    }
  if (row->unknown > 0 && is_read (self, row->unknown))
    {
      self->n_reports++;
      hw_problems_note_in (self->problems, "formula-not-computed", self->source->name, self->sheet,
                          row->number, row->unknown,
                          _ ("The formula in this cell was never computed, so the cell counts as "
                             "empty. Open the workbook in a spreadsheet program and save it."));
    }
}

static void
add_row (Book *self,
         const HwWorkbookRow *row)
{
  guint n = MIN (row->n_cells, self->n_headings + MOST_BEYOND);

  /* Blank rows stay, so that rows keep their numbers. */
  for (guint i = self->last + 1; i < row->number; i++)
    g_string_append (self->text, "\r\n");
  for (guint i = 0; i < n; i++)
    hw_csv_writer_add (self->writer, *row->cells[i] != '\0' ? row->cells[i] : NULL);
  if (n == 1 && *row->cells[0] == '\0')
    hw_csv_writer_add (self->writer, NULL);
  hw_csv_writer_end_row (self->writer, NULL);
  self->last = row->number;
}

static gboolean
take_row_cb (const HwWorkbookRow *row,
             gpointer data)
{
  Book *self = data;

  if (self->headings == NULL && find_end_of_headings (row) == 0)
    return TRUE;
  if (row->number - self->last > MOST_BLANK_ROWS + 1)
    {
      hw_problems_note_in (self->problems, "far-rows", self->source->name, self->sheet,
                          row->number, 0,
                          _ ("What stands from here on is not read, because more than %d blank rows "
                             "come before it. Take the blank rows out, or what follows them."),
                          MOST_BLANK_ROWS);
      return FALSE;
    }
  if (self->headings == NULL)
    take_headings (self, row);
  report_formulas (self, row);
  add_row (self, row);
  self->too_large = self->text->len > MOST_TEXT;
  return !self->too_large;
}

static HwSheetKind
find_kind (const char *name)
{
  for (guint i = 0; i < HW_N_SHEETS; i++)
    if (strcmp (hw_sheet_kind_get_name (i), name) == 0)
      return i;
  return HW_N_SHEETS;
}

static gboolean
read_sheet (HwXlsformSource *source,
            HwWorkbook *workbook,
            guint index,
            const char *name,
            HwProblems *problems,
            GError **error)
{
  Book book = { .source = source, .problems = problems, .sheet = name, .kind = find_kind (name) };
  gboolean done;

  book.text = g_string_new (NULL);
  book.writer = hw_csv_writer_new_string (book.text);
  done = hw_workbook_read_sheet (workbook, index, take_row_cb, &book, error);
  if (done && book.too_large)
    {
      g_set_error (error, HW_WORKBOOK_ERROR, HW_WORKBOOK_ERROR_TOO_LARGE,
                   /* Translators: %1$s is a sheet, %2$s a file. */
                   _ ("The sheet “%1$s” of “%2$s” holds more text than any questionnaire needs. Keep "
                      "large lists in a CSV file beside the form."),
                   name, source->name);
      done = FALSE;
    }
  hw_csv_writer_free (book.writer);
  g_strfreev (book.headings);
  g_hash_table_replace (source->sheets, g_strdup (name), g_string_free_to_bytes (book.text));
  return done;
}

static void
report_unknown (HwXlsformSource *self,
                const char *name,
                const char *small,
                HwProblems *problems)
{
  HwSpelling spelling;

  hw_spelling_start (&spelling, small);
  for (guint i = 0; i < HW_N_SHEETS; i++)
    if (!g_hash_table_contains (self->sheets, hw_sheet_kind_get_name (i)))
      hw_spelling_offer (&spelling, hw_sheet_kind_get_name (i));
  if (spelling.nearest != NULL)
    hw_problems_note_in (problems, "unknown-sheet", self->name, name, 0, 0,
                        _ ("The sheet “%s” is not known and not read; did you mean “%s”?"), name,
                        spelling.nearest);
  else
    hw_problems_note_in (problems, "unknown-sheet", self->name, name, 0, 0,
                        _ ("The sheet “%s” is not known and not read."), name);
}

/**
 * hw_xlsform_source_unpack:
 * @self: a source
 * @bytes: a workbook
 * @problems: where faults and advice go
 * @error: return location for why it cannot be read
 *
 * Adds the sheets of a workbook; one with a single sheet has that for its survey, whatever it is
 * called.
 *
 * Returns: %FALSE with @error set when it is no workbook
 */
gboolean
hw_xlsform_source_unpack (HwXlsformSource *self,
                          GBytes *bytes,
                          HwProblems *problems,
                          GError **error)
{
  g_autoptr (HwWorkbook) workbook = NULL;
  guint n;

  g_return_val_if_fail (self != NULL && bytes != NULL && problems != NULL, FALSE);

  workbook = hw_workbook_new (self->name, bytes, error);
  if (workbook == NULL)
    return FALSE;
  n = hw_workbook_get_n_sheets (workbook);
  for (guint i = 0; i < n; i++)
    {
      const char *name = hw_workbook_get_sheet (workbook, i);
      g_autofree char *small = hw_sheet_dup_normal_name (name);

      if (hw_sheet_is_name (small) && g_hash_table_contains (self->sheets, small))
        hw_problems_note_in (problems, "unknown-sheet", self->name, name, 0, 0,
                            _ ("The workbook has a sheet “%s” already, and this one is not read."),
                            small);
      else if (hw_sheet_is_name (small) || n == 1)
        {
          if (!read_sheet (self, workbook, i, n == 1 ? "survey" : small, problems, error))
            return FALSE;
        }
    }
  for (guint i = 0; i < n; i++)
    {
      const char *name = hw_workbook_get_sheet (workbook, i);
      g_autofree char *small = hw_sheet_dup_normal_name (name);

      /* Notes of the author for himself are called so, or hidden. */
      if (n > 1 && !hw_sheet_is_name (small) && *small != '_' && !hw_workbook_is_hidden (workbook, i))
        report_unknown (self, name, small, problems);
    }
  return TRUE;
}
