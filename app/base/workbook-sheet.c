/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/workbook-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/number.h"

/* As many as a sheet can have at all. */
#define MOST_ROWS 1048576
#define MOST_COLUMNS 16384

/* Formatted to the end of the sheet, and nothing in it: so many rows are enough to see that. */
#define MOST_BLANK_ROWS 5000

#define NOTHING G_MAXSIZE

typedef struct
{
  HwWorkbook *book;
  HwWorkbookPart *part;
  HwWorkbookRowFunc func;
  gpointer data;
  GString *text;     /* of the cells of this row, each with its zero byte */
  GArray *starts;    /* of gsize: where each cell begins in @text, or NOTHING */
  GPtrArray *cells;
  HwWorkbookRow row;
  guint n_blank;     /* rows with an element and without content, one after the other */
  guint column;      /* of the cell, from 1 */
  char type;         /* of the cell: the first letters of its attribute t */
  HwMomentKind moment;
  GString *value;    /* what stands in <v>, or in <t> */
  gboolean in_value;
  gboolean has_formula;
  gboolean has_value;
  guint in_sound;
} Reading;

/* "AB12" is in column 28; a cell without a reference follows the one before. */
static guint
parse_column (const char *reference)
{
  guint column = 0;

  for (; reference != NULL && g_ascii_isalpha (*reference) && column <= MOST_COLUMNS; reference++)
    column = column * 26 + (guint) (g_ascii_toupper (*reference) - 'A') + 1;
  return column;
}

static void
start_row (Reading *self)
{
  const char *number = hw_workbook_part_get (self->part, "r");
  gint64 found;

  self->row = (HwWorkbookRow){ .number = self->row.number + 1 };
  if (hw_number_parse_int (number, 1, MOST_ROWS, &found) && found > self->row.number)
    self->row.number = (guint) found;
  self->column = 0;
  g_string_truncate (self->text, 0);
  g_array_set_size (self->starts, 0);
}

/* "s", "str", "inlineStr", "b", "e", "n", "d"; none is a number. */
static char
parse_type (const char *type)
{
  if (type == NULL)
    return 'n';
  return strcmp (type, "str") == 0 ? 't' : *type;
}

static void
start_cell (Reading *self)
{
  guint column = parse_column (hw_workbook_part_get (self->part, "r"));
  gint64 style;

  self->column = column > 0 ? column : self->column + 1;
  self->type = parse_type (hw_workbook_part_get (self->part, "t"));
  self->moment = HW_MOMENT_NONE;
  if (hw_number_parse_int (hw_workbook_part_get (self->part, "s"), 0, G_MAXINT, &style)
      && style < self->book->styles->len)
    self->moment = (HwMomentKind) g_array_index (self->book->styles, guint8, style);
  self->has_formula = FALSE;
  self->has_value = FALSE;
  self->in_value = FALSE;
  self->in_sound = 0;
  g_string_truncate (self->value, 0);
}

static void
append_value (Reading *self)
{
  const char *value = self->value->str;
  gint64 index;

  switch (self->type)
    {
    case 's':
      if (hw_number_parse_int (value, 0, self->book->string_at->len, &index)
          && index < self->book->string_at->len)
        g_string_append (self->text, self->book->strings->str
                                         + g_array_index (self->book->string_at, gsize, index));
      break;
    case 'b':
      g_string_append (self->text, strcmp (value, "1") == 0 || strcmp (value, "true") == 0 ? "TRUE"
                                                                                        : "FALSE");
      break;
    case 'n':
      hw_workbook_append_number (self->text, value, self->moment, self->book->from_1904);
      break;
    default:
      hw_workbook_unescape (self->value, 0);
      g_string_append (self->text, self->value->str);
      break;
    }
}

static gboolean
is_blank (const char *text)
{
  return text[strspn (text, " \t\r\n")] == '\0';
}

static void
end_cell (Reading *self)
{
  gsize start = self->text->len;

  if (self->column > MOST_COLUMNS)
    return;
  if (self->has_formula && !self->has_value && self->row.unknown == 0)
    self->row.unknown = self->column;
  if (!self->has_value)
    return;
  append_value (self);
  if (is_blank (self->text->str + start))
    {
      g_string_truncate (self->text, start);
      return;
    }
  if (self->type == 'e' && self->row.error == 0)
    self->row.error = self->column;
  g_string_append_c (self->text, '\0');
  while (self->starts->len < self->column)
    {
      gsize nothing = NOTHING;

      g_array_append_val (self->starts, nothing);
    }
  g_array_index (self->starts, gsize, self->column - 1) = start;
}

/* FALSE when nothing more should be read. */
static gboolean
end_row (Reading *self)
{
  if (self->starts->len == 0 && self->row.unknown == 0)
    return ++self->n_blank < MOST_BLANK_ROWS;
  self->n_blank = 0;
  g_ptr_array_set_size (self->cells, 0);
  for (guint i = 0; i < MAX (self->starts->len, 1); i++)
    {
      gsize start = i < self->starts->len ? g_array_index (self->starts, gsize, i) : NOTHING;

      g_ptr_array_add (self->cells, start != NOTHING ? self->text->str + start : (char *) "");
    }
  self->row.n_cells = self->cells->len;
  self->row.cells = (char **) self->cells->pdata;
  return self->func (&self->row, self->data);
}

/* FALSE when nothing more should be read. */
static gboolean
take_node (Reading *self)
{
  HwWorkbookPart *part = self->part;

  if (self->in_value && self->in_sound == 0 && hw_workbook_part_has_text (part))
    g_string_append (self->value, (const char *) xmlTextReaderConstValue (part->reader));
  if (part->type == XML_READER_TYPE_ELEMENT)
    {
      if (strcmp (part->name, "row") == 0)
        start_row (self);
      else if (strcmp (part->name, "c") == 0)
        start_cell (self);
      else if (strcmp (part->name, "v") == 0 || strcmp (part->name, "t") == 0)
        self->in_value = self->has_value = TRUE;
      else if (strcmp (part->name, "f") == 0)
        self->has_formula = TRUE;
      else if (strcmp (part->name, "rPh") == 0)
        self->in_sound++;
    }
  if (part->type != XML_READER_TYPE_ELEMENT && part->type != XML_READER_TYPE_END_ELEMENT)
    return TRUE;
  if (hw_workbook_part_ends (part, "row"))
    return end_row (self);
  if (hw_workbook_part_ends (part, "c"))
    end_cell (self);
  else if (hw_workbook_part_ends (part, "v") || hw_workbook_part_ends (part, "t"))
    self->in_value = FALSE;
  else if (hw_workbook_part_ends (part, "rPh") && self->in_sound > 0)
    self->in_sound--;
  return !hw_workbook_part_ends (part, "sheetData");
}

/**
 * hw_workbook_read_sheet:
 * @self: a workbook
 * @sheet: the index, from 0
 * @func: called for each row with content
 * @data: passed to @func
 * @error: return location for what is wrong with the workbook
 *
 * Returns: %FALSE if and only if @error is set
 */
gboolean
hw_workbook_read_sheet (HwWorkbook *self,
                        guint sheet,
                        HwWorkbookRowFunc func,
                        gpointer data,
                        GError **error)
{
  g_autoptr (HwWorkbookPart) part = NULL;
  g_autoptr (GError) reason = NULL;
  Reading reading = { .book = self, .func = func, .data = data };

  g_return_val_if_fail (self != NULL && func != NULL && sheet < self->sheets->len, FALSE);

  if (!hw_workbook_read_strings (self, error))
    return FALSE;
  part = hw_workbook_part_open (self, g_array_index (self->sheets, HwWorkbookSheet, sheet).path,
                                error);
  if (part == NULL)
    return FALSE;
  reading.part = part;
  reading.text = g_string_new (NULL);
  reading.value = g_string_new (NULL);
  reading.starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  reading.cells = g_ptr_array_new ();
  while (hw_workbook_part_next (part, &reason))
    if (!take_node (&reading))
      break;
  g_string_free (reading.text, TRUE);
  g_string_free (reading.value, TRUE);
  g_array_unref (reading.starts);
  g_ptr_array_unref (reading.cells);
  if (reason == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}
