/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "questionnaire/xlsform-load.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/csv-reader.h"
#include "base/csv-writer.h"
#include "questionnaire/xlsform-sheet.h"

/*
 * One CSV file with all sheets: the first column names the sheet on the row that starts it, and is
 * empty on all others. The cells keep their places in what comes out, so that a fault is told with
 * the row and the column that its author sees.
 */

typedef struct
{
  HwXlsformSource *source;
  HwProblems *problems;
  GHashTable *texts; /* name of a sheet -> GString */
  GHashTable *rows;  /* name of a sheet -> how many rows its text has */
  GString *text;     /* of the sheet that is open; NULL in one that is not read */
  char *sheet;
} Split;

static char *
dup_sheet_name (const char *field)
{
  return g_strstrip (g_ascii_strdown (field, -1));
}

static gboolean
see_first_cb (const HwCsvRow *row,
              gpointer data)
{
  gboolean *is_one = data;
  g_autofree char *name = row->n_fields > 0 ? dup_sheet_name (row->fields[0]) : g_strdup ("");

  for (guint i = 0; i < row->n_fields; i++)
    if (row->fields[i][strspn (row->fields[i], " \t\r\n")] != '\0')
      {
        *is_one = hw_sheet_is_name (name);
        return FALSE;
      }
  return TRUE;
}

/**
 * hw_xlsform_is_one_csv:
 * @bytes: the text of a file
 *
 * Returns: whether its first cell is the name of a sheet
 */
gboolean
hw_xlsform_is_one_csv (GBytes *bytes)
{
  g_autoptr (HwProblems) nobody = hw_problems_new ();
  g_autoptr (HwCsvReader) reader = NULL;
  gboolean is_one = FALSE;
  gsize length;
  const char *data;

  g_return_val_if_fail (bytes != NULL, FALSE);

  data = g_bytes_get_data (bytes, &length);
  reader = hw_csv_reader_new ("", hw_csv_guess_delimiter (data, length), nobody, see_first_cb,
                              &is_one);
  if (length > 0)
    hw_csv_reader_feed (reader, data, length);
  hw_csv_reader_finish (reader);
  return is_one;
}

static void
open_sheet (Split *self,
            const HwCsvRow *row)
{
  g_free (self->sheet);
  self->sheet = dup_sheet_name (row->fields[0]);
  self->text = NULL;
  if (!hw_sheet_is_name (self->sheet))
    {
      hw_problems_add_in (self->problems, HW_PROBLEM_WARNING, self->source->name, self->sheet,
                          row->number, 1,
                          _ ("Homeward does not know the sheet “%s” and does not read it. Any text "
                             "in the first column begins a sheet."),
                          self->sheet);
      return;
    }
  self->text = g_hash_table_lookup (self->texts, self->sheet);
  if (self->text != NULL)
    return;
  self->text = g_string_new (NULL);
  g_hash_table_insert (self->texts, g_strdup (self->sheet), self->text);
  g_hash_table_insert (self->rows, g_strdup (self->sheet), GUINT_TO_POINTER (0));
}

static void
add_row (Split *self,
         const HwCsvRow *row)
{
  g_autoptr (HwCsvWriter) writer = hw_csv_writer_new_string (self->text);
  guint n_rows = GPOINTER_TO_UINT (g_hash_table_lookup (self->rows, self->sheet));

  for (; n_rows + 1 < row->number; n_rows++)
    g_string_append (self->text, "\r\n");
  hw_csv_writer_add (writer, NULL);
  for (guint i = 1; i < row->n_fields; i++)
    hw_csv_writer_add (writer, *row->fields[i] != '\0' ? row->fields[i] : NULL);
  hw_csv_writer_end_row (writer, NULL);
  g_hash_table_insert (self->rows, g_strdup (self->sheet), GUINT_TO_POINTER (row->number));
}

static gboolean
has_content (const HwCsvRow *row)
{
  for (guint i = 1; i < row->n_fields; i++)
    if (row->fields[i][strspn (row->fields[i], " \t\r\n")] != '\0')
      return TRUE;
  return FALSE;
}

static gboolean
split_row_cb (const HwCsvRow *row,
              gpointer data)
{
  Split *self = data;

  if (row->n_fields > 0 && row->fields[0][strspn (row->fields[0], " \t\r\n")] != '\0')
    open_sheet (self, row);
  if (self->text != NULL && has_content (row))
    add_row (self, row);
  return TRUE;
}

/**
 * hw_xlsform_source_split:
 * @self: a source
 * @bytes: the text of a file with all sheets
 * @problems: where faults and advice go
 *
 * Adds the sheets that stand in the file.
 */
void
hw_xlsform_source_split (HwXlsformSource *self,
                         GBytes *bytes,
                         HwProblems *problems)
{
  Split split = { .source = self, .problems = problems };
  g_autoptr (HwCsvReader) reader = NULL;
  GHashTableIter iter;
  gpointer name;
  gpointer text;
  gsize length;
  const char *data;

  g_return_if_fail (self != NULL && bytes != NULL && problems != NULL);

  split.texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  split.rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  data = g_bytes_get_data (bytes, &length);
  reader = hw_csv_reader_new (self->name, hw_csv_guess_delimiter (data, length), problems,
                              split_row_cb, &split);
  if (length > 0)
    hw_csv_reader_feed (reader, data, length);
  hw_csv_reader_finish (reader);
  g_hash_table_iter_init (&iter, split.texts);
  while (g_hash_table_iter_next (&iter, &name, &text))
    g_hash_table_insert (self->sheets, g_strdup (name), g_string_free_to_bytes (text));
  g_hash_table_unref (split.texts);
  g_hash_table_unref (split.rows);
  g_free (split.sheet);
}
