/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Workbooks (.xlsx) in, on libzip and libxml2's streaming reader: the texts of the cells as their
 * author sees them, sheet by sheet and row by row, so that the size of a sheet does not matter.
 * A workbook comes from anybody: there are limits to what it may unfold to.
 */

/* What a file is, by its content; names lie. */
typedef enum
{
  HW_FILE_TEXT,
  HW_FILE_WORKBOOK,      /* .xlsx, .xlsm */
  HW_FILE_OLD_WORKBOOK,  /* .xls */
  HW_FILE_PROTECTED,     /* a workbook under a password */
  HW_FILE_OPEN_DOCUMENT, /* .ods */
  HW_FILE_ARCHIVE,       /* any other ZIP */
  HW_FILE_PAGE,          /* HTML or XML, which some programs call .xls */
  HW_FILE_OTHER,
} HwFileKind;

HwFileKind   hw_file_kind_find         (GBytes            *bytes);
char        *hw_file_kind_dup_refusal  (HwFileKind         kind,
                                        const char        *name);

#define HW_WORKBOOK_ERROR (hw_workbook_error_quark ())
GQuark       hw_workbook_error_quark   (void);

typedef enum
{
  HW_WORKBOOK_ERROR_DAMAGED,
  HW_WORKBOOK_ERROR_TOO_LARGE,
} HwWorkbookError;

typedef struct
{
  guint number;  /* as the spreadsheet counts, from 1 */
  guint n_cells; /* up to the last that is not empty; at least one */
  char **cells;  /* never NULL inside; nothing is trimmed */
  guint error;   /* the first cell, from 1, with an error such as #REF!; 0 when none has */
  guint unknown; /* the first cell, from 1, with a formula that was never computed; 0 when none has */
} HwWorkbookRow;

/* Called for rows with a cell that is not empty. Returns FALSE to stop reading. @row lives only
 * during the call. */
typedef gboolean (*HwWorkbookRowFunc) (const HwWorkbookRow *row,
                                       gpointer             data);

typedef struct _HwWorkbook HwWorkbook;

HwWorkbook  *hw_workbook_new           (const char        *name,
                                        GBytes            *bytes,
                                        GError           **error);
void         hw_workbook_free          (HwWorkbook        *self);
guint        hw_workbook_get_n_sheets  (HwWorkbook        *self);
const char  *hw_workbook_get_sheet     (HwWorkbook        *self,
                                        guint              sheet);
gboolean     hw_workbook_is_hidden     (HwWorkbook        *self,
                                        guint              sheet);
gboolean     hw_workbook_read_sheet    (HwWorkbook        *self,
                                        guint              sheet,
                                        HwWorkbookRowFunc  func,
                                        gpointer           data,
                                        GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwWorkbook, hw_workbook_free)

G_END_DECLS
