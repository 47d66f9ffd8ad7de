/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/csv-writer.h"

#include <csv.h>
#include <math.h>
#include <string.h>

#include "base/number.h"

struct _HwCsvWriter
{
  GOutputStream *stream; /* NULL when it writes to a string */
  GString *text;         /* the row so far, or the borrowed string */
  gboolean row_started;
};

/**
 * hw_csv_writer_new:
 * @stream: where the rows go, each when it is complete
 *
 * Returns: (transfer full): a writer
 */
HwCsvWriter *
hw_csv_writer_new (GOutputStream *stream)
{
  HwCsvWriter *self;

  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), NULL);

  self = g_new0 (HwCsvWriter, 1);
  self->stream = g_object_ref (stream);
  self->text = g_string_new (NULL);
  return self;
}

/**
 * hw_csv_writer_new_string:
 * @text: where the rows go; must outlive the writer
 *
 * Returns: (transfer full): a writer whose rows cannot fail
 */
HwCsvWriter *
hw_csv_writer_new_string (GString *text)
{
  HwCsvWriter *self;

  g_return_val_if_fail (text != NULL, NULL);

  self = g_new0 (HwCsvWriter, 1);
  self->text = text;
  return self;
}

/**
 * hw_csv_writer_free:
 * @self: (transfer full): a writer; a row that was not ended is dropped
 */
void
hw_csv_writer_free (HwCsvWriter *self)
{
  g_return_if_fail (self != NULL);
  if (self->stream != NULL)
    g_string_free (self->text, TRUE);
  g_clear_object (&self->stream);
  g_free (self);
}

/**
 * hw_csv_writer_add:
 * @self: a writer
 * @field: (nullable): the next field; %NULL for nothing at all, which an empty text is not
 */
void
hw_csv_writer_add (HwCsvWriter *self,
                   const char *field)
{
  gsize length;
  gsize size;
  gsize start;

  g_return_if_fail (self != NULL);

  if (self->row_started)
    g_string_append_c (self->text, ',');
  self->row_started = TRUE;
  if (field == NULL)
    return;
  length = strlen (field);
  if (length > 0 && strpbrk (field, ",\"\r\n;\t") == NULL && field[0] != ' '
      && field[length - 1] != ' ')
    {
      g_string_append_len (self->text, field, (gssize) length);
      return;
    }
  size = csv_write (NULL, 0, field, length);
  start = self->text->len;
  g_string_set_size (self->text, start + size);
  csv_write (self->text->str + start, size, field, length);
}

/**
 * hw_csv_writer_add_number:
 * @self: a writer
 * @number: a number, written so that it reads back to the same double; NaN becomes nothing
 */
void
hw_csv_writer_add_number (HwCsvWriter *self,
                          double number)
{
  g_autofree char *text = NULL;

  if (!isnan (number))
    text = hw_number_dup_string (number);
  hw_csv_writer_add (self, text);
}

/**
 * hw_csv_writer_end_row:
 * @self: a writer
 * @error: return location for what the stream says
 *
 * Returns: %FALSE when the row could not be written
 */
gboolean
hw_csv_writer_end_row (HwCsvWriter *self,
                       GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  g_string_append (self->text, "\r\n");
  self->row_started = FALSE;
  if (self->stream == NULL)
    return TRUE;
  if (!g_output_stream_write_all (self->stream, self->text->str, self->text->len, NULL, NULL, error))
    return FALSE;
  g_string_truncate (self->text, 0);
  return TRUE;
}
