/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/xlsform-writer.h"

#include <glib/gstdio.h>
#include <string.h>

#include "base/csv-writer.h"
#include "questionnaire/form-sheet.h"

static GPtrArray *
list_sheets (HwQuestionnaire *questionnaire)
{
  GPtrArray *sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) hw_form_sheet_free);
  const char *const *names = hw_form_sheet_list_names ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      HwFormSheet *sheet = hw_form_sheet_new (questionnaire, names[i]);

      if (sheet != NULL)
        g_ptr_array_add (sheets, sheet);
    }
  return sheets;
}

static void
add_rows (GString *text,
          HwFormSheet *sheet,
          gboolean indented)
{
  g_autoptr (HwCsvWriter) writer = hw_csv_writer_new_string (text);

  for (guint row = 0; row < hw_form_sheet_get_n_rows (sheet); row++)
    {
      if (indented)
        hw_csv_writer_add (writer, NULL);
      for (guint column = 0; column < hw_form_sheet_get_n_columns (sheet); column++)
        {
          const char *cell = hw_form_sheet_get (sheet, row, column);

          hw_csv_writer_add (writer, *cell != '\0' ? cell : NULL);
        }
      hw_csv_writer_end_row (writer, NULL);
    }
}

static gboolean
write_sheets (GPtrArray *sheets,
              const char *folder,
              GError **error)
{
  for (guint i = 0; i < sheets->len; i++)
    {
      HwFormSheet *sheet = g_ptr_array_index (sheets, i);
      g_autofree char *name = g_strconcat (hw_form_sheet_get_name (sheet), ".csv", NULL);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (GString) text = g_string_new (NULL);

      add_rows (text, sheet, FALSE);
      if (!g_file_set_contents (path, text->str, (gssize) text->len, error))
        return FALSE;
    }
  return TRUE;
}

/* The name of a sheet stands alone on its row, and nothing else stands in the first column. */
static gboolean
write_one (GPtrArray *sheets,
           const char *path,
           GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < sheets->len; i++)
    {
      HwFormSheet *sheet = g_ptr_array_index (sheets, i);

      g_string_append_printf (text, "\"%s\"\r\n", hw_form_sheet_get_name (sheet));
      add_rows (text, sheet, TRUE);
    }
  return g_file_set_contents (path, text->str, (gssize) text->len, error);
}

static gboolean
write_workbook (GPtrArray *sheets,
                const char *title,
                const char *path,
                GError **error)
{
  g_autofree char *half = g_strconcat (path, ".part", NULL);

  /* The library says on the screen what the system says, unless that was asked before. */
  if (!g_file_set_contents (half, "", 0, error))
    return FALSE;
  /* Beside the old one until it is whole. */
  if (hw_export_xlsform_workbook (sheets, title, half, error) && g_rename (half, path) == 0)
    return TRUE;
  if (error == NULL || *error == NULL)
    g_set_error_literal (error, G_FILE_ERROR, g_file_error_from_errno (errno), g_strerror (errno));
  g_unlink (half);
  return FALSE;
}

static gboolean
write_files (HwQuestionnaire *questionnaire,
             const char *folder,
             GError **error)
{
  const char *const *names = hw_questionnaire_list_files (questionnaire);

  if (names[0] != NULL && g_mkdir_with_parents (folder, 0777) != 0)
    {
      g_set_error_literal (error, G_FILE_ERROR, g_file_error_from_errno (errno), g_strerror (errno));
      return FALSE;
    }
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);
      gsize length;
      const char *data
          = g_bytes_get_data (hw_questionnaire_get_file (questionnaire, names[i]), &length);

      /* A survey file comes from anybody. */
      if (strpbrk (names[i], "/\\") != NULL || names[i][0] == '.')
        continue;
      if (!g_file_set_contents (path, data != NULL ? data : "", (gssize) length, error))
        return FALSE;
    }
  return TRUE;
}

/* "form-media" for "form.xlsx": where other programs look for the files of a form. */
static char *
dup_media_folder (const char *path)
{
  const char *dot = strrchr (path, '.');
  gsize length = dot != NULL && strchr (dot, G_DIR_SEPARATOR) == NULL ? (gsize) (dot - path)
                                                                      : strlen (path);
  g_autofree char *stem = g_strndup (path, length);

  return g_strconcat (stem, "-media", NULL);
}

/**
 * hw_export_xlsform:
 * @questionnaire: a questionnaire
 * @format: what to write
 * @path: a folder for sheets, which is made if need be, else a file
 * @error: return location for what the system says
 *
 * Writes every sheet with all its columns in the order of their author, and the attached files:
 * into the folder, or into "form-media" beside "form.xlsx".
 *
 * Returns: %FALSE with @error set when something could not be written
 */
gboolean
hw_export_xlsform (HwQuestionnaire *questionnaire,
                   HwXlsformFormat format,
                   const char *path,
                   GError **error)
{
  g_autoptr (GPtrArray) sheets = NULL;
  g_autofree char *media = NULL;

  g_return_val_if_fail (questionnaire != NULL && path != NULL, FALSE);

  sheets = list_sheets (questionnaire);
  if (format == HW_XLSFORM_SHEETS)
    {
      if (g_mkdir_with_parents (path, 0777) != 0)
        {
          g_set_error_literal (error, G_FILE_ERROR, g_file_error_from_errno (errno),
                               g_strerror (errno));
          return FALSE;
        }
      return write_sheets (sheets, path, error) && write_files (questionnaire, path, error);
    }
  media = dup_media_folder (path);
  if (format == HW_XLSFORM_CSV)
    return write_one (sheets, path, error) && write_files (questionnaire, media, error);
  return write_workbook (sheets, hw_questionnaire_get_title (questionnaire, NULL), path, error)
         && write_files (questionnaire, media, error);
}
