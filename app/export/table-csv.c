/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/table-csv.h"

#include <math.h>

#include "base/csv-writer.h"

static void
add_count (HwCsvWriter *writer,
           guint count)
{
  g_autofree char *text = g_strdup_printf ("%u", count);

  hw_csv_writer_add (writer, text);
}

static void
add_finite (HwCsvWriter *writer,
            double number)
{
  hw_csv_writer_add_number (writer, isfinite (number) ? number : NAN);
}

static gboolean
write_cell (HwCsvWriter *writer,
            HwTable *table,
            guint layer,
            guint row,
            guint column,
            GError **error)
{
  const HwCell *cell = hw_table_get_cell (table, layer, row, column);

  hw_csv_writer_add (writer, hw_table_get_id (table));
  hw_csv_writer_add (writer, hw_table_get_code (table, HW_AXIS_LAYER, layer));
  hw_csv_writer_add (writer, hw_table_get_code (table, HW_AXIS_ROW, row));
  hw_csv_writer_add (writer, hw_table_get_code (table, HW_AXIS_COLUMN, column));
  hw_csv_writer_add (writer, hw_table_get_statistic (table));
  add_finite (writer, cell->estimate);
  add_finite (writer, cell->se);
  add_finite (writer, cell->cv);
  add_finite (writer, cell->lower);
  add_finite (writer, cell->upper);
  add_finite (writer, cell->deff);
  add_count (writer, cell->df);
  add_count (writer, cell->n);
  hw_csv_writer_add (writer, cell->flag);
  return hw_csv_writer_end_row (writer, error);
}

static gboolean
write_table (HwCsvWriter *writer,
             HwTable *table,
             GError **error)
{
  for (guint l = 0; l < hw_table_get_length (table, HW_AXIS_LAYER); l++)
    for (guint r = 0; r < hw_table_get_length (table, HW_AXIS_ROW); r++)
      for (guint c = 0; c < hw_table_get_length (table, HW_AXIS_COLUMN); c++)
        if (!write_cell (writer, table, l, r, c, error))
          return FALSE;
  return TRUE;
}

static gboolean
write_tables (HwCsvWriter *writer,
              GPtrArray *tables,
              GError **error)
{
  static const char *const columns[] = { "table", "layer", "row",   "column", "statistic",
                                         "estimate", "se", "cv", "lower", "upper",
                                         "deff", "df", "n", "flag" };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    hw_csv_writer_add (writer, columns[i]);
  if (!hw_csv_writer_end_row (writer, error))
    return FALSE;
  for (guint i = 0; i < tables->len; i++)
    if (!write_table (writer, g_ptr_array_index (tables, i), error))
      return FALSE;
  return TRUE;
}

/**
 * hw_export_tables_csv:
 * @tables: (element-type HwTable): tables
 * @stream: where they go
 * @error: return location for what the stream says
 *
 * Writes a line a cell, in the order of the tables. What is undefined is left empty; every number
 * reads back to the same double.
 *
 * Returns: whether all of it was written
 */
gboolean
hw_export_tables_csv (GPtrArray *tables,
                      GOutputStream *stream,
                      GError **error)
{
  g_autoptr (HwCsvWriter) writer = NULL;

  g_return_val_if_fail (tables != NULL && G_IS_OUTPUT_STREAM (stream), FALSE);

  writer = hw_csv_writer_new (stream);
  return write_tables (writer, tables, error);
}

/**
 * hw_export_tables_file:
 * @tables: (element-type HwTable): tables
 * @path: a file; it is replaced as a whole or not at all
 * @error: return location
 *
 * Writes the tables as hw_export_tables_csv() does.
 *
 * Returns: whether the file is there now
 */
gboolean
hw_export_tables_file (GPtrArray *tables,
                       const char *path,
                       GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (HwCsvWriter) writer = hw_csv_writer_new_string (text);

  g_return_val_if_fail (tables != NULL && path != NULL, FALSE);

  return write_tables (writer, tables, error)
         && g_file_set_contents (path, text->str, (gssize) text->len, error);
}
