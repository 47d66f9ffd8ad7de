/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "questionnaire/xlsform-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "questionnaire/scope.h"

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

/* The usual name of a setting: "Form ID" and "id_string" are form_id. */
static char *
dup_setting_name (const char *heading)
{
  g_autofree char *normal = hw_vocabulary_normalise (heading);
  const HwColumnWord *column = hw_vocabulary_find_column (HW_WORD_SETTING, normal);
  gboolean is_used = column != NULL
                     && (column->word.standing == HW_STANDING_USED
                         || column->word.standing == HW_STANDING_OURS);

  return g_strdup (is_used ? column->word.name : normal);
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

      if (heading != NULL && *value != '\0')
        g_hash_table_insert (self->questionnaire->settings, dup_setting_name (heading),
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
        hw_sheet_notice_column (sheet, "second-settings", hw_sheet_get_line (sheet, i), 0,
                                _ ("The settings stand in one row; this second one is not read."));
        break;
      }
}

static void
report_cb (const char *code,
           const char *message,
           gpointer data)
{
  HwXlsform *self = data;

  hw_xlsform_report_setting (self, code, "instance_name", "%s", message);
}

/**
 * hw_xlsform_compile_settings:
 * @self: a reader with the whole tree
 *
 * Compiles what an interview is called.
 */
void
hw_xlsform_compile_settings (HwXlsform *self)
{
  HwQuestionnaire *questionnaire = self->questionnaire;
  const char *text = hw_questionnaire_get_setting (questionnaire, "instance_name");
  HwExpressionScope expression_scope;
  HwQuestionScope scope;
  g_autofree char *literal = NULL;
  g_autoptr (GError) error = NULL;

  if (text == NULL
      || hw_xlsform_check_references (self, "instance_name", text, report_cb, self) > 0)
    return;
  if (hw_xlsform_is_name (text))
    {
      hw_xlsform_report_setting (self, "instance-name", "instance_name",
                                 _ ("All interviews will be called “%s”. Write an expression, such "
                                    "as “concat(${village}, ' ', ${number})”."),
                                 text);
      literal = g_strdup_printf ("'%s'", text);
      text = literal;
    }
  hw_question_scope_init (&scope, questionnaire, hw_questionnaire_get_root (questionnaire), FALSE,
                          &expression_scope);
  questionnaire->instance_name = hw_expression_new (text, &expression_scope, &error);
  if (questionnaire->instance_name == NULL)
    report_cb (hw_xlsform_find_code (error), error->message, self);
}

/**
 * hw_xlsform_report_setting:
 * @self: a reader with a settings sheet
 * @code: a code of the registry, which also says how bad it is
 * @name: the usual name of a setting
 * @format: a translated sentence
 *
 * The place is the first row below the heading that is not blank.
 */
void
hw_xlsform_report_setting (HwXlsform *self,
                           const char *code,
                           const char *name,
                           const char *format,
                           ...)
{
  HwSheet *sheet = self->sheets[HW_SHEET_SETTINGS];
  g_autofree char *message = NULL;
  va_list arguments;
  guint row = 0;
  guint column = 0;

  g_return_if_fail (sheet != NULL);

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  find_row (sheet, &row);
  for (guint i = 0; i < hw_sheet_get_n_columns (sheet); i++)
    {
      const char *heading = hw_sheet_get_extra_name (sheet, i);
      g_autofree char *found = heading != NULL ? dup_setting_name (heading) : NULL;

      if (column == 0 && g_strcmp0 (found, name) == 0)
        column = i + 1;
    }
  hw_sheet_notice_column (sheet, code, hw_sheet_get_line (sheet, row), column, "%s", message);
}
