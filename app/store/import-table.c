/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/import-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/csv-writer.h"
#include "base/number.h"
#include "interview/answer-text.h"

#define MOST_ROWS 100000 /* below one row; more is a slip in the file */

/**
 * hw_import_row_free:
 * @data: (transfer full): a row
 */
void
hw_import_row_free (gpointer data)
{
  HwImportRow *self = data;

  g_string_free (self->why, TRUE);
  g_free (self->case_key);
  g_free (self->case_name);
  g_strfreev (self->above);
  for (guint i = 0; self->values[i] != NULL; i++)
    hw_value_unref (self->values[i]);
  g_free (self->values);
  g_free (self);
}

/**
 * hw_import_refuse:
 * @self: an import
 * @row: a row
 * @column: the column that is wrong, from 0; -1 for the whole row
 * @format: one sentence
 *
 * Refuses a row and says why.
 */
void
hw_import_refuse (HwImport *self,
                  HwImportRow *row,
                  int column,
                  const char *format,
                  ...)
{
  g_autofree char *sentence = NULL;
  va_list arguments;

  va_start (arguments, format);
  sentence = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  hw_problems_add (self->problems, HW_PROBLEM_ERROR, self->name,
                   hw_csv_table_get_line (self->table, row->index), (guint) (column + 1), "%s",
                   sentence);
  row->refused = TRUE;
  if (row->why->len > 0)
    g_string_append_c (row->why, ' ');
  g_string_append (row->why, sentence);
}

static HwValue *
parse (HwImport *self,
       HwImportRow *row,
       guint column,
       HwQuestion *question)
{
  g_autoptr (GError) error = NULL;
  const char *text = hw_csv_table_get (self->table, row->index, column);
  HwValue *value = hw_answer_new_from_text (question, text, &error);

  if (value == NULL)
    hw_import_refuse (self, row, (int) column, "%s", error->message);
  return value;
}

static void
read_case (HwImport *self,
           HwImportRow *row,
           guint column,
           char **texts)
{
  HwImportColumn *own = &self->columns[column];
  g_autoptr (HwValue) value = parse (self, row, column, own->question);

  if (value == NULL)
    return;
  if (hw_value_is_missing (value))
    hw_import_refuse (self, row, (int) column,
                      _("“%s” is empty, and it says which household this is."),
                      hw_question_get_name (own->question));
  else
    {
      texts[own->index] = g_strdup (hw_value_get_text (value));
      hw_value_unref (row->values[column]);
      row->values[column] = g_steal_pointer (&value);
    }
}

static void
read_number (HwImport *self,
             HwImportRow *row,
             guint column,
             gboolean may_be_empty,
             guint *number)
{
  g_autofree char *text
      = g_strstrip (g_strdup (hw_csv_table_get (self->table, row->index, column)));
  gint64 found;

  if (*text == '\0' && may_be_empty)
    return;
  if (hw_number_parse_int (text, 1, MOST_ROWS, &found))
    *number = (guint) found;
  else
    hw_import_refuse (self, row, (int) column,
                      _("“%s” is no number of a row. Rows are counted from 1."), text);
}

static void
read_ancestor (HwImport *self,
               HwImportRow *row,
               guint column)
{
  HwImportColumn *own = &self->columns[column];
  g_autoptr (HwValue) value = NULL;
  guint number = 0;

  if (row->above[own->index] != NULL && *row->above[own->index] != '\0')
    return;
  g_clear_pointer (&row->above[own->index], g_free);
  if (own->question == NULL)
    {
      read_number (self, row, column, FALSE, &number);
      row->above[own->index] = g_strdup_printf ("#%u", number);
      return;
    }
  value = parse (self, row, column, own->question);
  if (value != NULL && hw_value_is_missing (value))
    hw_import_refuse (self, row, (int) column,
                      _("“%s” is empty, and it says to which row this one belongs."),
                      hw_question_get_name (own->question));
  row->above[own->index] = g_strconcat (
      "=", value != NULL && !hw_value_is_missing (value) ? hw_value_get_text (value) : "", NULL);
}

static HwImportRow *
read_row (HwImport *self,
          guint index)
{
  HwImportRow *row = g_new0 (HwImportRow, 1);
  g_auto (GStrv) texts = g_new0 (char *, self->cases->len + 1);

  row->index = index;
  row->why = g_string_new (NULL);
  row->above = g_new0 (char *, self->ancestors->len + 1);
  row->values = g_new0 (HwValue *, self->n_columns + 1);
  for (guint i = 0; i < self->ancestors->len; i++)
    row->above[i] = g_strdup ("");
  for (guint i = 0; i < self->n_columns; i++)
    {
      row->values[i] = hw_value_new (NULL);
      switch (self->columns[i].role)
        {
        case HW_IMPORT_CASE:
          read_case (self, row, i, texts);
          break;
        case HW_IMPORT_ANCESTOR:
          read_ancestor (self, row, i);
          break;
        case HW_IMPORT_NUMBER:
          read_number (self, row, i, TRUE, &row->number);
          break;
        case HW_IMPORT_ANSWER:
          {
            HwValue *value = parse (self, row, i, self->columns[i].question);

            if (value != NULL)
              {
                hw_value_unref (row->values[i]);
                row->values[i] = value;
              }
          }
          break;
        case HW_IMPORT_IGNORED:
        default:
          break;
        }
    }
  if (!row->refused)
    {
      row->case_key = g_strjoinv ("\x1f", texts);
      row->case_name = g_strjoinv (" - ", texts);
    }
  return row;
}

/* Lines about which the CSV reader has complained are not to be trusted, and after some complaints
 * it stops: then there is a problem with a line that is no row. */
static void
refuse_unreadable (HwImport *self,
                   guint n_read)
{
  for (guint i = self->n_before; i < n_read; i++)
    {
      const HwProblem *problem = hw_problems_get (self->problems, i);
      gboolean found = FALSE;

      if (problem->severity != HW_PROBLEM_ERROR)
        continue;
      for (guint j = 0; j < self->rows->len; j++)
        {
          HwImportRow *row = g_ptr_array_index (self->rows, j);

          if (hw_csv_table_get_line (self->table, row->index) != problem->line)
            continue;
          row->refused = TRUE;
          g_string_append (row->why, problem->message);
          found = TRUE;
        }
      self->broken |= !found && !self->partial;
    }
}

/**
 * hw_import_read_rows:
 * @self: an import with its table and level
 *
 * Finds out what the columns are and reads the rows; all that is wrong becomes a problem.
 */
void
hw_import_read_rows (HwImport *self)
{
  guint n_read = hw_problems_get_length (self->problems);

  self->rows = g_ptr_array_new_with_free_func (hw_import_row_free);
  hw_import_map_columns (self);
  for (guint i = 0; i < hw_csv_table_get_n_rows (self->table); i++)
    if (!hw_csv_table_is_blank (self->table, i))
      g_ptr_array_add (self->rows, read_row (self, i));
  refuse_unreadable (self, n_read);
}

/**
 * hw_import_count_refused:
 * @self: an import
 *
 * Returns: how many rows are refused so far
 */
guint
hw_import_count_refused (HwImport *self)
{
  guint n = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      HwImportRow *row = g_ptr_array_index (self->rows, i);

      n += row->refused;
    }
  return n;
}

/**
 * hw_import_takes_any:
 * @self: an import
 *
 * Returns: whether rows can still go in: always in part, otherwise only while nothing is wrong
 */
gboolean
hw_import_takes_any (HwImport *self)
{
  return !self->broken && (self->partial || hw_import_count_refused (self) == 0);
}

/* An empty cell stays bare, as it came. */
static void
add_cell (HwCsvWriter *writer,
          const char *text)
{
  hw_csv_writer_add (writer, *text != '\0' ? text : NULL);
}

static gboolean
write_rows (HwImport *self,
            HwCsvWriter *writer,
            GError **error)
{
  gboolean all = !hw_import_takes_any (self);

  for (guint i = 0; i < self->n_columns; i++)
    if (g_ascii_strcasecmp (hw_csv_table_get_heading (self->table, i), HW_IMPORT_PROBLEM_COLUMN) != 0)
      hw_csv_writer_add (writer, hw_csv_table_get_heading (self->table, i));
  hw_csv_writer_add (writer, HW_IMPORT_PROBLEM_COLUMN);
  if (!hw_csv_writer_end_row (writer, error))
    return FALSE;
  for (guint i = 0; i < self->rows->len; i++)
    {
      HwImportRow *row = g_ptr_array_index (self->rows, i);

      if (!row->refused && !all)
        continue;
      for (guint j = 0; j < self->n_columns; j++)
        if (g_ascii_strcasecmp (hw_csv_table_get_heading (self->table, j), HW_IMPORT_PROBLEM_COLUMN) != 0)
          add_cell (writer, hw_csv_table_get (self->table, row->index, j));
      hw_csv_writer_add (writer, row->why->str);
      if (!hw_csv_writer_end_row (writer, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * hw_import_write_refused:
 * @self: an import
 * @path: where to
 * @error: return location
 *
 * Writes the rows that did not go in, each with what is wrong with it: in part those that are
 * refused, otherwise all of them. The file can be mended and imported again.
 *
 * Returns: whether it is written
 */
gboolean
hw_import_write_refused (HwImport *self,
                         const char *path,
                         GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileOutputStream) stream
      = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, NULL, error);
  g_autoptr (HwCsvWriter) writer = NULL;

  if (stream == NULL)
    return FALSE;
  writer = hw_csv_writer_new (G_OUTPUT_STREAM (stream));
  return write_rows (self, writer, error)
         && g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, error);
}
