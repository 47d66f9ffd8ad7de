/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "base/problem.h"

G_BEGIN_DECLS

/*
 * CSV in, on libcsv: UTF-8 with or without a byte-order mark, comma, semicolon or tab, any line
 * end, quoted line breaks. What is wrong with the text (a quote that is never closed, a quote in
 * the middle of a field, bytes that are not UTF-8) becomes a problem with its place, and reading
 * stops there: after such a fault nobody knows where the next row begins.
 */

typedef struct
{
  guint line;        /* physical line on which the row starts, from 1 */
  guint number;      /* the row as a spreadsheet counts, from 1, blank lines included */
  guint n_fields;
  char **fields;     /* never NULL inside; nothing is trimmed */
} HwCsvRow;

/* Returns FALSE to stop reading. @row lives only during the call. */
typedef gboolean (*HwCsvRowFunc) (const HwCsvRow *row,
                                  gpointer        data);

typedef struct _HwCsvReader HwCsvReader;

HwCsvReader *hw_csv_reader_new           (const char    *name,
                                          char           delimiter,
                                          HwProblems    *problems,
                                          HwCsvRowFunc   func,
                                          gpointer       data);
void         hw_csv_reader_free          (HwCsvReader   *self);
void         hw_csv_reader_set_sheet     (HwCsvReader   *self,
                                          const char    *sheet);
gboolean     hw_csv_reader_feed          (HwCsvReader   *self,
                                          const char    *bytes,
                                          gsize          length);
gboolean     hw_csv_reader_finish        (HwCsvReader   *self);
char         hw_csv_reader_get_delimiter (HwCsvReader   *self);
char         hw_csv_guess_delimiter      (const char    *text,
                                          gsize          length);
gboolean     hw_csv_read_file            (const char    *path,
                                          HwProblems    *problems,
                                          HwCsvRowFunc   func,
                                          gpointer       data,
                                          GError       **error);

/*
 * A whole sheet in memory: a heading and rows, for questionnaires and plans. The lines of one that
 * is read as a sheet are the rows of the spreadsheet, and cells beyond its heading are only advice.
 */
typedef struct _HwCsvTable HwCsvTable;

HwCsvTable  *hw_csv_table_new_from_bytes (const char    *name,
                                          GBytes        *bytes,
                                          HwProblems    *problems);
HwCsvTable  *hw_csv_table_new_from_sheet (const char    *file,
                                          const char    *sheet,
                                          GBytes        *bytes,
                                          HwProblems    *problems);
HwCsvTable  *hw_csv_table_new_from_file  (const char    *path,
                                          HwProblems    *problems,
                                          GError       **error);
void         hw_csv_table_free           (HwCsvTable    *self);
const char  *hw_csv_table_get_name       (HwCsvTable    *self);
const char  *hw_csv_table_get_sheet      (HwCsvTable    *self);
guint        hw_csv_table_get_n_rows     (HwCsvTable    *self);
guint        hw_csv_table_get_n_columns  (HwCsvTable    *self);
const char  *hw_csv_table_get_heading    (HwCsvTable    *self,
                                          guint          column);
guint        hw_csv_table_get_heading_line (HwCsvTable  *self);
gboolean     hw_csv_table_find_column    (HwCsvTable    *self,
                                          const char    *heading,
                                          guint         *column);
guint        hw_csv_table_get_line       (HwCsvTable    *self,
                                          guint          row);
const char  *hw_csv_table_get            (HwCsvTable    *self,
                                          guint          row,
                                          guint          column);
/* Returns where the field begins now; it may have been changed in place, and became no longer. */
typedef char *(*HwCsvEditFunc) (char     *field,
                                guint     column,
                                gpointer  data);
void         hw_csv_table_edit           (HwCsvTable    *self,
                                          HwCsvEditFunc  func,
                                          gpointer       data);
gboolean     hw_csv_table_is_blank       (HwCsvTable    *self,
                                          guint          row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwCsvReader, hw_csv_reader_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwCsvTable, hw_csv_table_free)

G_END_DECLS
