/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "questionnaire/xlsform-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The settings stand in the first row that is not blank. */
static gboolean
find_row (HwSheet *sheet,
          guint *row)
{
  for (guint i = 0; i < hw_sheet_get_n_rows (sheet); i++)
    if (!hw_sheet_is_blank (sheet, i))
      {
        *row = i;
        return TRUE;
      }
  return FALSE;
}

static void
read_row (HwXlsform *self,
          HwSheet *sheet,
          guint row)
{
  const char *title = hw_sheet_get (sheet, row, HW_CELL_FORM_TITLE);

  for (guint i = 0; i < hw_sheet_get_n_columns (sheet); i++)
    {
      const char *heading = hw_sheet_get_extra_name (sheet, i);
      const char *value = hw_sheet_get_field (sheet, row, i);
      g_autofree char *name = NULL;

      if (heading == NULL || *value == '\0')
        continue;
      name = g_strdelimit (g_ascii_strdown (heading, -1), " ", '_');
      if (strcmp (name, "id_string") == 0)
        {
          g_free (name);
          name = g_strdup ("form_id");
        }
      g_hash_table_insert (self->questionnaire->settings, g_steal_pointer (&name),
                           g_strdup (value));
    }
  if (*title != '\0')
    g_hash_table_insert (self->questionnaire->settings, g_strdup ("form_title"), g_strdup (title));
}

/**
 * hw_xlsform_read_settings:
 * @self: a reader with its sheets opened
 *
 * Reads the settings, if there are any, and settles the languages of all sheets.
 */
void
hw_xlsform_read_settings (HwXlsform *self)
{
  HwQuestionnaire *questionnaire = self->questionnaire;
  HwSheet *sheet = self->sheets[HW_SHEET_SETTINGS];
  gboolean found = FALSE;
  guint row = 0;

  if (sheet != NULL)
    found = find_row (sheet, &row);
  if (found)
    read_row (self, sheet, row);
  for (guint pass = 0; pass < 2; pass++)
    {
      for (guint i = 0; i < HW_N_SHEETS; i++)
        if (self->sheets[i] != NULL)
          hw_sheet_add_languages (self->sheets[i], questionnaire->languages);
      if (pass == 0)
        hw_languages_settle (questionnaire->languages,
                             hw_questionnaire_get_setting (questionnaire, "default_language"),
                             hw_sheet_has_text (self->sheets[HW_SHEET_SURVEY], HW_CELL_LABEL, ""));
    }
  if (found)
    questionnaire->titles = hw_sheet_dup_texts (sheet, row, HW_CELL_FORM_TITLE);
  for (guint i = found ? row + 1 : 0; sheet != NULL && i < hw_sheet_get_n_rows (sheet); i++)
    if (!hw_sheet_is_blank (sheet, i))
      {
        hw_sheet_report_column (sheet, HW_PROBLEM_WARNING, hw_sheet_get_line (sheet, i), 0,
                                _ ("The settings stand in one row; this second one is not read."));
        break;
      }
}
