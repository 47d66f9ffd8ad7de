/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <xlsxwriter.h>

#include "export/xlsform-writer.h"
#include "questionnaire/form-sheet.h"

/* What a cell of a workbook holds. */
#define MOST_CHARACTERS 32767

/* Wide enough to read, and no wider than a screen takes. */
#define NARROW 12
#define WIDE 50

static double
find_width (HwFormSheet *sheet,
            guint column)
{
  glong widest = NARROW;

  for (guint row = 0; row < hw_form_sheet_get_n_rows (sheet) && widest < WIDE; row++)
    widest = MAX (widest, g_utf8_strlen (hw_form_sheet_get (sheet, row, column), -1));
  return (double) MIN (widest, WIDE);
}

static gboolean
fail_cell (HwFormSheet *sheet,
           guint row,
           guint column,
           GError **error)
{
  g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_FAILED,
               /* Translators: %1$s is the heading of a column, %2$u a row, %3$s a sheet. */
               _("The column “%1$s” in row %2$u of the sheet “%3$s” has more text than a cell of a "
                 "workbook holds. Write the questionnaire as CSV instead."),
               hw_form_sheet_get (sheet, 0, column), row + 1, hw_form_sheet_get_name (sheet));
  return FALSE;
}

/* In a workbook "_x000D_" stands for a character; who means these letters writes their "_" so. */
static void
escape (GString *text)
{
  const char *at = text->str;

  while ((at = strstr (at, "_x")) != NULL)
    {
      gssize start = at - text->str;
      guint n = 0;

      while (n < 4 && g_ascii_isxdigit (at[2 + n]))
        n++;
      if (n == 4 && at[6] == '_')
        {
          g_string_insert (text, start, "_x005F");
          start += 6;
        }
      at = text->str + start + 2;
    }
}

/* Codes are text, so that no program makes numbers or dates of them. */
static gboolean
add_cells (lxw_worksheet *page,
           HwFormSheet *sheet,
           lxw_format *bold,
           GError **error)
{
  for (guint row = 0; row < hw_form_sheet_get_n_rows (sheet); row++)
    for (guint column = 0; column < hw_form_sheet_get_n_columns (sheet); column++)
      {
        const char *cell = hw_form_sheet_get (sheet, row, column);
        g_autoptr (GString) text = NULL;

        if (*cell == '\0')
          continue;
        if (g_utf8_strlen (cell, -1) > MOST_CHARACTERS)
          return fail_cell (sheet, row, column, error);
        text = g_string_new (cell);
        g_string_replace (text, "\r\n", "\n", 0);
        escape (text);
        if (worksheet_write_string (page, row, (lxw_col_t) column, text->str, row == 0 ? bold : NULL)
            != LXW_NO_ERROR)
          return fail_cell (sheet, row, column, error);
      }
  return TRUE;
}

static gboolean
add_sheets (lxw_workbook *book,
            GPtrArray *sheets,
            GError **error)
{
  lxw_format *bold = workbook_add_format (book);

  format_set_bold (bold);
  for (guint i = 0; i < sheets->len; i++)
    {
      HwFormSheet *sheet = g_ptr_array_index (sheets, i);
      lxw_worksheet *page = workbook_add_worksheet (book, hw_form_sheet_get_name (sheet));

      worksheet_freeze_panes (page, 1, 0);
      for (guint column = 0; column < hw_form_sheet_get_n_columns (sheet); column++)
        worksheet_set_column (page, (lxw_col_t) column, (lxw_col_t) column,
                              find_width (sheet, column), NULL);
      if (!add_cells (page, sheet, bold, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * hw_export_xlsform_workbook:
 * @sheets: (element-type HwFormSheet): the sheets, in their order
 * @title: what the workbook is called inside
 * @path: the file
 * @error: return location for what went wrong
 *
 * Returns: %FALSE with @error set when it could not be written; a file may be there then
 */
gboolean
hw_export_xlsform_workbook (GPtrArray *sheets,
                            const char *title,
                            const char *path,
                            GError **error)
{
  g_autofree char *title_copy = g_strdup (title);
  g_autofree char *folder = g_path_get_dirname (path);
  lxw_workbook_options options = { .constant_memory = LXW_FALSE, .tmpdir = folder };
  lxw_doc_properties properties = { .title = title_copy };
  lxw_workbook *book = workbook_new_opt (path, &options);
  gboolean good;
  lxw_error status;

  if (book == NULL)
    {
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_FAILED, _("“%s” could not be written."), path);
      return FALSE;
    }
  workbook_set_properties (book, &properties);
  good = add_sheets (book, sheets, error);
  status = workbook_close (book);
  if (good && status != LXW_NO_ERROR)
    {
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_FAILED,
                   /* Translators: a file, and what was said about it, in English. */
                   _("“%s” could not be written (%s)."), path, lxw_strerror (status));
      good = FALSE;
    }
  return good;
}
