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

/* One sheet of the file. */
typedef struct
{
  GString *text;
  HwCsvWriter *writer;
  guint n_rows;
  char **heading; /* NULL until it is read */
} Part;

typedef struct
{
  HwXlsformSource *source;
  HwProblems *problems;
  GHashTable *parts; /* name of a sheet -> Part */
  Part *part;        /* the one that is open; NULL in a sheet that is not read */
  char *sheet;
  gboolean goes_on;  /* a second time, and the heading comes next */
} Split;

static gboolean
is_blank (const char *field)
{
  return field[strspn (field, " \t\r\n")] == '\0';
}

static gboolean
has_content (const HwCsvRow *row)
{
  for (guint i = 1; i < row->n_fields; i++)
    if (!is_blank (row->fields[i]))
      return TRUE;
  return FALSE;
}

static gboolean
see_first_cb (const HwCsvRow *row,
              gpointer data)
{
  gboolean *is_one = data;
  g_autofree char *name = row->n_fields > 0 ? hw_sheet_dup_normal_name (row->fields[0]) : NULL;

  for (guint i = 0; i < row->n_fields; i++)
    if (!is_blank (row->fields[i]))
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
part_free (gpointer data)
{
  Part *self = data;

  hw_csv_writer_free (self->writer);
  if (self->text != NULL)
    g_string_free (self->text, TRUE);
  g_strfreev (self->heading);
  g_free (self);
}

static void
report (Split *self,
        const char *code,
        const HwCsvRow *row,
        const char *message)
{
  hw_problems_note_in (self->problems, code, self->source->name, self->sheet, row->number, 1, "%s",
                      message);
}

/* Either a sheet that nobody knows begins, or the cell is a slip among the rows of a known one. */
static void
leave_sheet (Split *self,
             const HwCsvRow *row,
             const char *name)
{
  g_autofree char *message = NULL;

  if (self->part != NULL && has_content (row))
    {
      message = g_strdup_printf (
          _ ("Text in the first column begins a sheet, and “%s” is not one. Empty this cell."), name);
      report (self, "stray-sheet", row, message);
      return;
    }
  g_free (self->sheet);
  self->sheet = g_strdup (name);
  self->part = NULL;
  message = g_strdup_printf (_ ("Homeward does not know the sheet “%s” and does not read it. Any text "
                                "in the first column begins a sheet."),
                             name);
  report (self, "unknown-sheet", row, message);
}

static void
open_sheet (Split *self,
            const HwCsvRow *row,
            const char *name)
{
  g_free (self->sheet);
  self->sheet = g_strdup (name);
  self->part = g_hash_table_lookup (self->parts, name);
  self->goes_on = self->part != NULL;
  if (self->goes_on)
    {
      g_autofree char *message
          = g_strdup_printf (_ ("The sheet “%s” begins here a second time. Its rows are added to the "
                                "first ones; other programs may lose those. Put both together."),
                             name);

      report (self, "unknown-sheet", row, message);
      return;
    }
  self->part = g_new0 (Part, 1);
  self->part->text = g_string_new (NULL);
  self->part->writer = hw_csv_writer_new_string (self->part->text);
  g_hash_table_insert (self->parts, g_strdup (name), self->part);
}

/* Of a sheet that goes on: it must have the columns that it had before. */
static void
compare_heading (Split *self,
                 const HwCsvRow *row)
{
  char **heading = self->part->heading;
  gboolean same = heading != NULL;

  for (guint i = 1; same && i < row->n_fields && heading[i - 1] != NULL; i++)
    {
      g_autofree char *one = hw_sheet_dup_normal_name (heading[i - 1]);
      g_autofree char *two = hw_sheet_dup_normal_name (row->fields[i]);

      same = strcmp (one, two) == 0;
    }
  for (guint i = heading != NULL ? g_strv_length (heading) + 1 : 1; i < row->n_fields; i++)
    same = same && is_blank (row->fields[i]);
  if (!same)
    report (self, "stray-sheet", row,
            _ ("This sheet began before with other headings. Put all its rows under the same "
               "headings."));
}

static void
add_row (Split *self,
         const HwCsvRow *row)
{
  Part *part = self->part;

  if (self->goes_on)
    {
      self->goes_on = FALSE;
      compare_heading (self, row);
      return;
    }
  if (part->heading == NULL)
    {
      part->heading = g_new0 (char *, row->n_fields + 1);
      for (guint i = 1; i < row->n_fields; i++)
        part->heading[i - 1] = g_strdup (row->fields[i]);
    }
  for (; part->n_rows + 1 < row->number; part->n_rows++)
    g_string_append (part->text, "\r\n");
  hw_csv_writer_add (part->writer, NULL);
  for (guint i = 1; i < row->n_fields; i++)
    hw_csv_writer_add (part->writer, *row->fields[i] != '\0' ? row->fields[i] : NULL);
  hw_csv_writer_end_row (part->writer, NULL);
  part->n_rows = row->number;
}

static gboolean
split_row_cb (const HwCsvRow *row,
              gpointer data)
{
  Split *self = data;

  if (row->n_fields > 0 && !is_blank (row->fields[0]))
    {
      g_autofree char *name = hw_sheet_dup_normal_name (row->fields[0]);

      if (hw_sheet_is_name (name))
        open_sheet (self, row, name);
      else
        leave_sheet (self, row, name);
    }
  if (self->part != NULL && has_content (row))
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
  gpointer part;
  gsize length;
  const char *data;

  g_return_if_fail (self != NULL && bytes != NULL && problems != NULL);

  split.parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, part_free);
  data = g_bytes_get_data (bytes, &length);
  reader = hw_csv_reader_new (self->name, hw_csv_guess_delimiter (data, length), problems,
                              split_row_cb, &split);
  if (length > 0)
    hw_csv_reader_feed (reader, data, length);
  hw_csv_reader_finish (reader);
  g_hash_table_iter_init (&iter, split.parts);
  while (g_hash_table_iter_next (&iter, &name, &part))
    g_hash_table_insert (self->sheets, g_strdup (name),
                         g_string_free_to_bytes (g_steal_pointer (&((Part *)part)->text)));
  g_hash_table_unref (split.parts);
  g_free (split.sheet);
}
