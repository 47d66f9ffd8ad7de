/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/output.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/csv-writer.h"
#include "base/number.h"

typedef struct
{
  char *text; /* NULL: nothing is there */
  gboolean is_number;
} Field;

struct _HwOutput
{
  HwFormat format;
  char **columns;
  guint n_columns;
  GArray *fields; /* of Field, row after row */
};

/**
 * hw_format_from_name:
 * @name: (nullable): what the person gave for --format; %NULL for nothing
 * @format: (out): the format
 * @error: return location for a sentence that names the formats
 *
 * Returns: whether there is such a format
 */
gboolean
hw_format_from_name (const char *name,
                     HwFormat *format,
                     GError **error)
{
  static const char *const names[] = { "text", "csv", "json" };

  g_return_val_if_fail (format != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (name == NULL || strcmp (name, names[i]) == 0)
      {
        *format = (HwFormat)i;
        return TRUE;
      }
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _ ("There is no format “%s”. Choose text, csv or json."), name);
  return FALSE;
}

static void
clear_field (gpointer data)
{
  Field *field = data;

  g_free (field->text);
}

/**
 * hw_output_new:
 * @format: how it is printed
 * @columns: the names of the columns, %NULL-terminated
 *
 * Returns: (transfer full): an output without rows
 */
HwOutput *
hw_output_new (HwFormat format,
               const char *const *columns)
{
  HwOutput *self;

  g_return_val_if_fail (columns != NULL && columns[0] != NULL, NULL);

  self = g_new0 (HwOutput, 1);
  self->format = format;
  self->columns = g_strdupv ((char **)columns);
  self->n_columns = g_strv_length (self->columns);
  self->fields = g_array_new (FALSE, FALSE, sizeof (Field));
  g_array_set_clear_func (self->fields, clear_field);
  return self;
}

/**
 * hw_output_free:
 * @self: (transfer full): an output
 */
void
hw_output_free (HwOutput *self)
{
  g_return_if_fail (self != NULL);
  g_array_unref (self->fields);
  g_strfreev (self->columns);
  g_free (self);
}

static void
add_field (HwOutput *self,
           char *text,
           gboolean is_number)
{
  Field field = { .text = text, .is_number = is_number };

  g_array_append_val (self->fields, field);
}

/**
 * hw_output_add:
 * @self: an output
 * @text: (nullable): the next field; a row is full when every column has one
 */
void
hw_output_add (HwOutput *self,
               const char *text)
{
  g_return_if_fail (self != NULL);
  add_field (self, g_strdup (text), FALSE);
}

/**
 * hw_output_add_count:
 * @self: an output
 * @count: the next field
 */
void
hw_output_add_count (HwOutput *self,
                     guint64 count)
{
  g_return_if_fail (self != NULL);
  add_field (self, g_strdup_printf ("%" G_GUINT64_FORMAT, count), TRUE);
}

/**
 * hw_output_add_number:
 * @self: an output
 * @number: the next field; what is no finite number is left empty
 */
void
hw_output_add_number (HwOutput *self,
                      double number)
{
  g_return_if_fail (self != NULL);
  add_field (self, isfinite (number) ? hw_number_dup_string (number) : NULL, TRUE);
}

static void
append_json_string (GString *json,
                    const char *text)
{
  g_string_append_c (json, '"');
  for (; *text != '\0'; text++)
    if (*text == '"' || *text == '\\')
      g_string_append_printf (json, "\\%c", *text);
    else if (*text == '\n')
      g_string_append (json, "\\n");
    else if ((guchar)*text < 0x20)
      g_string_append_printf (json, "\\u%04x", *text);
    else
      g_string_append_c (json, *text);
  g_string_append_c (json, '"');
}

static void
append_json (HwOutput *self,
             GString *json)
{
  g_string_append (json, "[");
  for (guint i = 0; i < self->fields->len; i++)
    {
      const Field *field = &g_array_index (self->fields, Field, i);
      guint column = i % self->n_columns;

      g_string_append (json, column > 0 ? ", " : i > 0 ? "},\n  {" : "\n  {");
      append_json_string (json, self->columns[column]);
      g_string_append (json, ": ");
      if (field->text == NULL)
        g_string_append (json, "null");
      else if (field->is_number)
        g_string_append (json, field->text);
      else
        append_json_string (json, field->text);
    }
  g_string_append (json, self->fields->len > 0 ? "}\n]\n" : "]\n");
}

static void
append_csv (HwOutput *self,
            GString *csv)
{
  g_autoptr (HwCsvWriter) writer = hw_csv_writer_new_string (csv);

  for (guint i = 0; i < self->n_columns; i++)
    hw_csv_writer_add (writer, self->columns[i]);
  hw_csv_writer_end_row (writer, NULL);
  for (guint i = 0; i < self->fields->len; i++)
    {
      const Field *field = &g_array_index (self->fields, Field, i);

      hw_csv_writer_add (writer, field->text != NULL ? field->text : "");
      if ((i + 1) % self->n_columns == 0)
        hw_csv_writer_end_row (writer, NULL);
    }
}

static void
append_padded (GString *text,
               const char *field,
               guint width,
               gboolean to_the_right,
               gboolean is_last)
{
  guint length = (guint)g_utf8_strlen (field, -1);
  guint padding = length < width ? width - length : 0;

  if (to_the_right)
    g_string_append_printf (text, "%*s", (int)padding, "");
  g_string_append (text, field);
  if (is_last)
    g_string_append_c (text, '\n');
  else
    g_string_append_printf (text, "%*s", (int)(to_the_right ? 2 : padding + 2), "");
}

static void
append_text (HwOutput *self,
             GString *text)
{
  g_autofree guint *widths = g_new0 (guint, self->n_columns);

  for (guint i = 0; i < self->n_columns; i++)
    widths[i] = (guint)g_utf8_strlen (self->columns[i], -1);
  for (guint i = 0; i < self->fields->len; i++)
    {
      const Field *field = &g_array_index (self->fields, Field, i);
      guint length = field->text != NULL ? (guint)g_utf8_strlen (field->text, -1) : 0;

      widths[i % self->n_columns] = MAX (widths[i % self->n_columns], length);
    }
  for (guint i = 0; i < self->n_columns; i++)
    {
      gboolean is_number
          = i < self->fields->len && g_array_index (self->fields, Field, i).is_number;

      append_padded (text, self->columns[i], widths[i], is_number, i + 1 == self->n_columns);
    }
  for (guint i = 0; i < self->fields->len; i++)
    {
      const Field *field = &g_array_index (self->fields, Field, i);

      append_padded (text, field->text != NULL ? field->text : "", widths[i % self->n_columns],
                     field->is_number, (i + 1) % self->n_columns == 0);
    }
}

/**
 * hw_output_dup_string:
 * @self: an output with full rows
 *
 * Returns: (transfer full): what is printed
 */
char *
hw_output_dup_string (HwOutput *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (self != NULL && self->fields->len % self->n_columns == 0, NULL);

  switch (self->format)
    {
    case HW_FORMAT_CSV:
      append_csv (self, text);
      break;
    case HW_FORMAT_JSON:
      append_json (self, text);
      break;
    case HW_FORMAT_TEXT:
    default:
      append_text (self, text);
      break;
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * hw_output_print:
 * @self: an output with full rows
 *
 * Prints it to standard output.
 */
void
hw_output_print (HwOutput *self)
{
  g_autofree char *text = hw_output_dup_string (self);

  if (text != NULL)
    fputs (text, stdout);
}
