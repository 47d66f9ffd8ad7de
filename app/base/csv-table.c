/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/csv-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  guint line;
  guint first; /* of its fields, in @fields */
} Row;

struct _HwCsvTable
{
  char *name;
  char *sheet;
  gboolean is_sheet;
  HwProblems *problems; /* borrowed, while reading only */
  GStringChunk *text;
  char **heading;
  guint heading_line;
  guint n_columns;
  GArray *rows;      /* of Row */
  GPtrArray *fields; /* of const char *, as many in a row as the heading has */
};

static HwCsvTable *
table_new (const char *name,
           HwProblems *problems)
{
  HwCsvTable *self = g_new0 (HwCsvTable, 1);

  self->name = g_strdup (name);
  self->problems = problems;
  self->text = g_string_chunk_new (32 * 1024);
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  self->fields = g_ptr_array_new ();
  return self;
}

static void
report_long_row (HwCsvTable *self,
                 const HwCsvRow *found,
                 guint column)
{
  if (self->is_sheet)
    hw_problems_note_in (self->problems, "stray-cell", self->name, self->sheet, found->number,
                        column + 1,
                        _("This cell stands to the right of the last heading and is not read. Put a "
                          "heading above it, or empty it."));
  else
    hw_problems_note_in (self->problems, "bad-row", self->name, NULL, found->line, column + 1,
                     _("The row has %u fields and the heading has %u. Put a field that "
                       "contains the delimiter into quotation marks."),
                     found->n_fields, self->n_columns);
}

static void
take_heading (HwCsvTable *self,
              const HwCsvRow *found)
{
  self->n_columns = found->n_fields;
  self->heading_line = self->is_sheet ? found->number : found->line;
  self->heading = g_new0 (char *, found->n_fields + 1);
  for (guint i = 0; i < found->n_fields; i++)
    self->heading[i] = g_strstrip (g_strdup (found->fields[i]));
}

static gboolean
add_row (const HwCsvRow *found,
         gpointer data)
{
  HwCsvTable *self = data;
  Row row = { .line = self->is_sheet ? found->number : found->line, .first = self->fields->len };

  if (self->heading == NULL)
    {
      take_heading (self, found);
      return TRUE;
    }
  for (guint i = self->n_columns; i < found->n_fields; i++)
    if (found->fields[i][strspn (found->fields[i], " \t\r\n")] != '\0')
      {
        report_long_row (self, found, i);
        break;
      }
  for (guint i = 0; i < self->n_columns; i++)
    {
      const char *field = i < found->n_fields ? found->fields[i] : "";

      g_ptr_array_add (self->fields,
                       *field != '\0' ? g_string_chunk_insert (self->text, field) : (char *) "");
    }
  g_array_append_val (self->rows, row);
  return TRUE;
}

static void
parse (HwCsvTable *self,
       GBytes *bytes)
{
  g_autoptr (HwCsvReader) reader = NULL;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  reader = hw_csv_reader_new (self->name, 0, self->problems, add_row, self);
  if (self->sheet != NULL)
    hw_csv_reader_set_sheet (reader, self->sheet);
  if (length > 0)
    hw_csv_reader_feed (reader, data, length);
  hw_csv_reader_finish (reader);
  self->problems = NULL;
}

/**
 * hw_csv_table_new_from_bytes:
 * @name: the file as the user knows it
 * @bytes: the text
 * @problems: where faults go; a row longer than its heading is one, a shorter row is filled up
 *
 * Returns: (transfer full): what could be read
 */
HwCsvTable *
hw_csv_table_new_from_bytes (const char *name,
                             GBytes *bytes,
                             HwProblems *problems)
{
  HwCsvTable *self;

  g_return_val_if_fail (name != NULL && bytes != NULL && problems != NULL, NULL);

  self = table_new (name, problems);
  parse (self, bytes);
  return self;
}

/**
 * hw_csv_table_new_from_sheet:
 * @file: the file as the user knows it
 * @sheet: (nullable): the sheet, when @file has several of them
 * @bytes: the text of the sheet
 * @problems: where faults and advice go
 *
 * Returns: (transfer full): what could be read
 */
HwCsvTable *
hw_csv_table_new_from_sheet (const char *file,
                             const char *sheet,
                             GBytes *bytes,
                             HwProblems *problems)
{
  HwCsvTable *self;

  g_return_val_if_fail (file != NULL && bytes != NULL && problems != NULL, NULL);

  self = table_new (file, problems);
  self->sheet = g_strdup (sheet);
  self->is_sheet = TRUE;
  parse (self, bytes);
  return self;
}

/**
 * hw_csv_table_new_from_file:
 * @path: the file
 * @problems: where faults go
 * @error: return location for what the system says
 *
 * Returns: (transfer full) (nullable): what could be read; %NULL when the file could not be
 */
HwCsvTable *
hw_csv_table_new_from_file (const char *path,
                            HwProblems *problems,
                            GError **error)
{
  g_autoptr (HwCsvTable) self = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (path != NULL && problems != NULL, NULL);

  name = g_path_get_basename (path);
  self = table_new (name, problems);
  if (!hw_csv_read_file (path, problems, add_row, self, error))
    return NULL;
  self->problems = NULL;
  return g_steal_pointer (&self);
}

/**
 * hw_csv_table_free:
 * @self: (transfer full): a table
 */
void
hw_csv_table_free (HwCsvTable *self)
{
  g_return_if_fail (self != NULL);
  g_strfreev (self->heading);
  g_array_unref (self->rows);
  g_ptr_array_unref (self->fields);
  g_string_chunk_free (self->text);
  g_free (self->sheet);
  g_free (self->name);
  g_free (self);
}

/**
 * hw_csv_table_get_name:
 * @self: a table
 *
 * Returns: (transfer none): the name for places
 */
const char *
hw_csv_table_get_name (HwCsvTable *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->name;
}

/**
 * hw_csv_table_get_sheet:
 * @self: a table
 *
 * Returns: (transfer none) (nullable): the sheet of the file that it is
 */
const char *
hw_csv_table_get_sheet (HwCsvTable *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->sheet;
}

/**
 * hw_csv_table_get_n_rows:
 * @self: a table
 *
 * Returns: how many rows stand below the heading
 */
guint
hw_csv_table_get_n_rows (HwCsvTable *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->rows->len;
}

/**
 * hw_csv_table_get_n_columns:
 * @self: a table
 *
 * Returns: how many fields the heading has; 0 for an empty file
 */
guint
hw_csv_table_get_n_columns (HwCsvTable *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n_columns;
}

/**
 * hw_csv_table_get_heading:
 * @self: a table
 * @column: the index, from 0
 *
 * Returns: (transfer none): the heading of that column, without blanks around it
 */
const char *
hw_csv_table_get_heading (HwCsvTable *self,
                          guint column)
{
  g_return_val_if_fail (self != NULL && column < self->n_columns, NULL);
  return self->heading[column];
}

/**
 * hw_csv_table_get_heading_line:
 * @self: a table
 *
 * Returns: the line of the heading, from 1; 0 for an empty file
 */
guint
hw_csv_table_get_heading_line (HwCsvTable *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->heading_line;
}

/**
 * hw_csv_table_find_column:
 * @self: a table
 * @heading: what to look for, in any case of letters
 * @column: (out): its index
 *
 * Returns: whether there is such a column; the first one counts
 */
gboolean
hw_csv_table_find_column (HwCsvTable *self,
                          const char *heading,
                          guint *column)
{
  g_return_val_if_fail (self != NULL && heading != NULL && column != NULL, FALSE);

  for (guint i = 0; i < self->n_columns; i++)
    if (g_ascii_strcasecmp (self->heading[i], heading) == 0)
      {
        *column = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * hw_csv_table_get_line:
 * @self: a table
 * @row: the index, from 0
 *
 * Returns: the line of the file on which the row starts, from 1; the row itself in a sheet
 */
guint
hw_csv_table_get_line (HwCsvTable *self,
                       guint row)
{
  g_return_val_if_fail (self != NULL && row < self->rows->len, 0);
  return g_array_index (self->rows, Row, row).line;
}

/**
 * hw_csv_table_get:
 * @self: a table
 * @row: the index, from 0
 * @column: the index, from 0
 *
 * Returns: (transfer none): the field as it stands, never %NULL
 */
const char *
hw_csv_table_get (HwCsvTable *self,
                  guint row,
                  guint column)
{
  g_return_val_if_fail (self != NULL && row < self->rows->len && column < self->n_columns, "");
  return g_ptr_array_index (self->fields, g_array_index (self->rows, Row, row).first + column);
}

/**
 * hw_csv_table_edit:
 * @self: a table that nobody else reads yet
 * @func: called for each field that is not empty, row by row
 * @data: passed to @func
 */
void
hw_csv_table_edit (HwCsvTable *self,
                   HwCsvEditFunc func,
                   gpointer data)
{
  g_return_if_fail (self != NULL && func != NULL);

  for (guint i = 0; i < self->fields->len; i++)
    {
      char *field = g_ptr_array_index (self->fields, i);

      if (*field != '\0')
        g_ptr_array_index (self->fields, i) = func (field, i % self->n_columns, data);
    }
}

/**
 * hw_csv_table_is_blank:
 * @self: a table
 * @row: the index, from 0
 *
 * Returns: whether every field of the row is empty or blank
 */
gboolean
hw_csv_table_is_blank (HwCsvTable *self,
                       guint row)
{
  for (guint i = 0; i < self->n_columns; i++)
    {
      const char *field = hw_csv_table_get (self, row, i);

      if (field[strspn (field, " \t\r\n")] != '\0')
        return FALSE;
    }
  return TRUE;
}
