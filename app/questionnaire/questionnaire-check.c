/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "questionnaire/scope.h"
#include "questionnaire/spelling.h"
#include "questionnaire/xlsform-private.h"

/* What is checked over the whole, once every row was read for itself. */

/* The first name is a role that names questions; the others are settings of XLSForm and ours. */
static const char *const roles[] = { "case_id", "stratum", "psu", "weight", "fpc" };
static const char *const settings[] = {
  "form_id",
  "form_title",
  "version",
  "default_language",
  "level",
  "instance_name",
  "public_key",
  "submission_url",
  "auto_send",
  "auto_delete",
  "client_editable",
  "allow_choice_duplicates",
  "style",
  "name",
  "clean_text_values",
  "namespaces",
  "instance_xmlns",
  "omit_instanceid",
  "add_none_option",
  "prefix",
  "delimiter",
  "sms_keyword",
  "entity_version",
  "id_string",
};

static char *
dup_setting_name (const char *heading)
{
  return g_strdelimit (g_ascii_strdown (heading, -1), " ", '_');
}

/* The place of a setting: the first row below the heading that is not blank. */
static void G_GNUC_PRINTF (4, 5)
report_setting (HwXlsform *self,
                HwProblemSeverity severity,
                const char *name,
                const char *format,
                ...)
{
  HwSheet *sheet = self->sheets[HW_SHEET_SETTINGS];
  g_autofree char *message = NULL;
  va_list arguments;
  guint row = 0;
  guint column = 0;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  while (row < hw_sheet_get_n_rows (sheet) && hw_sheet_is_blank (sheet, row))
    row++;
  for (guint i = 0; i < hw_sheet_get_n_columns (sheet); i++)
    {
      const char *heading = hw_sheet_get_extra_name (sheet, i);
      g_autofree char *found = heading != NULL ? dup_setting_name (heading) : NULL;

      if (column == 0 && g_strcmp0 (found, name) == 0)
        column = i + 1;
    }
  hw_sheet_report_column (sheet, severity, hw_sheet_get_line (sheet, row), column, "%s", message);
}

static void
check_role_name (HwXlsform *self,
                 const char *role,
                 const char *name)
{
  HwQuestion *question = hw_questionnaire_find (self->questionnaire, name);
  const char *meant;

  if (question == NULL)
    {
      meant = hw_questionnaire_suggest (self->questionnaire, name);
      if (meant != NULL)
        report_setting (
            self, HW_PROBLEM_ERROR, role,
            /* Translators: a setting and two names of questions. */
            _ ("“%s” names “%s”, which is not in this questionnaire; did you mean “%s”?"), role,
            name, meant);
      else
        report_setting (self, HW_PROBLEM_ERROR, role,
                        _ ("“%s” names “%s”, which is not in this questionnaire."), role, name);
    }
  else if (!hw_question_has_value (question))
    report_setting (self, HW_PROBLEM_ERROR, role,
                    _ ("“%s” names “%s”, which is a %s and has no answer."), role, name,
                    hw_kind_get_name (question->kind));
  else if (question->repeat != NULL)
    report_setting (
        self, HW_PROBLEM_ERROR, role,
        _ ("“%s” names “%s”, which is asked in each row of “%s”. It must be asked once a "
           "household."),
        role, name, question->repeat->name);
}

static void
check_roles (HwXlsform *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      const char *setting = hw_questionnaire_get_setting (self->questionnaire, roles[i]);
      g_auto (GStrv) names = g_strsplit_set (setting != NULL ? setting : "", " \t\r\n,", -1);
      guint n = 0;

      for (guint k = 0; names[k] != NULL; k++)
        if (*names[k] != '\0')
          {
            check_role_name (self, roles[i], names[k]);
            n++;
          }
      if (n > 1 && strcmp (roles[i], "case_id") != 0)
        report_setting (self, HW_PROBLEM_ERROR, roles[i],
                        _ ("“%s” takes the name of one question, and here are %u."), roles[i], n);
    }
}

static gboolean
is_setting (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    if (strcmp (roles[i], name) == 0)
      return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    if (strcmp (settings[i], name) == 0)
      return TRUE;
  return g_str_has_prefix (name, "sms_") || g_str_has_prefix (name, "attribute::");
}

static void
check_settings (HwXlsform *self)
{
  HwSheet *sheet = self->sheets[HW_SHEET_SETTINGS];
  const char *language = hw_questionnaire_get_setting (self->questionnaire, "default_language");
  const char *level = hw_questionnaire_get_setting (self->questionnaire, "level");
  guint slot;

  for (guint i = 0; i < hw_sheet_get_n_columns (sheet); i++)
    {
      const char *heading = hw_sheet_get_extra_name (sheet, i);
      g_autofree char *name = heading != NULL ? dup_setting_name (heading) : NULL;
      HwSpelling spelling;

      if (name == NULL || is_setting (name))
        continue;
      hw_spelling_start (&spelling, name);
      for (guint k = 0; k < G_N_ELEMENTS (settings); k++)
        hw_spelling_offer (&spelling, settings[k]);
      for (guint k = 0; k < G_N_ELEMENTS (roles); k++)
        hw_spelling_offer (&spelling, roles[k]);
      if (spelling.nearest != NULL)
        hw_sheet_report_column (sheet, HW_PROBLEM_WARNING, hw_sheet_get_heading_line (sheet), i + 1,
                                _ ("The setting “%s” is not known; did you mean “%s”?"), heading,
                                spelling.nearest);
      else
        hw_sheet_report_column (sheet, HW_PROBLEM_WARNING, hw_sheet_get_heading_line (sheet), i + 1,
                                _ ("The setting “%s” is not known."), heading);
    }
  check_roles (self);
  if (language != NULL && !hw_languages_find (self->questionnaire->languages, language, &slot)
      && !hw_languages_find (self->questionnaire->languages, "", &slot))
    report_setting (
        self, HW_PROBLEM_WARNING, "default_language",
        _ ("No column is in the default language “%s”; the first language of the sheet is taken "
           "instead."),
        language);
  if (level != NULL && !hw_xlsform_is_name (level))
    report_setting (
        self, HW_PROBLEM_ERROR, "level",
        _ ("“%s” cannot be the name of a level. A name begins with a letter or “_” and goes on "
           "with letters, digits, “_”, “-” and “.”."),
        level);
}

/* Every language that the questionnaire offers, on everything that the enumerator reads out. */
static void
check_labels (HwXlsform *self,
              HwQuestion *question)
{
  HwLanguages *languages = self->questionnaire->languages;
  const char *const *names = hw_languages_get_names (languages);
  char **label = question->texts[HW_TEXT_LABEL];

  if (!hw_question_is_answerable (question) && question->kind != HW_KIND_NOTE)
    return;
  if (label == NULL)
    {
      if (question->texts[HW_TEXT_HINT] == NULL)
        hw_xlsform_report (self, HW_PROBLEM_WARNING, question, HW_CELL_LABEL,
                           _ ("“%s” has no label, so nobody can read what is asked."),
                           question->name);
      return;
    }
  for (guint i = 0; names[i] != NULL && names[1] != NULL; i++)
    {
      g_autofree char *message = NULL;
      guint slot;

      if (!hw_languages_find (languages, names[i], &slot) || label[slot] != NULL)
        continue;
      message
          = *names[i] != '\0'
                ? g_strdup_printf (_ ("“%s” has no label in %s."), question->name, names[i])
                : g_strdup_printf (_ ("“%s” has no label without a language, which the other rows "
                                      "have."),
                                   question->name);
      hw_sheet_report_text (self->sheets[HW_SHEET_SURVEY], HW_PROBLEM_WARNING,
                            hw_xlsform_get_row (self, question), HW_CELL_LABEL, slot, message);
    }
}

static void
check_question (HwXlsform *self,
                HwQuestion *question)
{
  const char *level = hw_questionnaire_get_level_name (self->questionnaire, NULL);
  HwSheet *sheet = self->sheets[HW_SHEET_SURVEY];
  guint row = hw_xlsform_get_row (self, question);

  check_labels (self, question);
  if (question->kind == HW_KIND_CALCULATE && *hw_sheet_get (sheet, row, HW_CELL_CALCULATION) == '\0'
      && *hw_sheet_get (sheet, row, HW_CELL_DEFAULT) == '\0')
    hw_sheet_report (sheet, HW_PROBLEM_ERROR, row, HW_CELL_CALCULATION,
                     _ ("“%s” is to be calculated, and its “calculation” is empty."),
                     question->name);
  if (question->kind == HW_KIND_REPEAT && g_ascii_strcasecmp (question->name, level) == 0)
    hw_sheet_report (
        sheet, HW_PROBLEM_ERROR, row, HW_CELL_NAME,
        _ ("The repeat “%s” has the name of the level of the whole interview. Choose another "
           "name, or set “level” in the settings."),
        question->name);
  if (hw_question_is_container (question) && question->children->len == 0)
    hw_sheet_report (sheet, HW_PROBLEM_WARNING, row, HW_CELL_NAME, _ ("“%s” has nothing in it."),
                     question->name);
  if (question->rules[HW_RULE_SOFT_CHECK] != NULL && question->texts[HW_TEXT_SOFT_MESSAGE] == NULL)
    hw_sheet_report (sheet, HW_PROBLEM_WARNING, row, HW_CELL_SOFT_CHECK,
                     _ ("The soft check of “%s” has no “soft_message” that says what is unusual."),
                     question->name);
}

/**
 * hw_xlsform_check:
 * @self: a reader that has compiled the expressions
 */
void
hw_xlsform_check (HwXlsform *self)
{
  GPtrArray *questions = self->questionnaire->questions;

  hw_sheet_warn_unknown (self->sheets[HW_SHEET_SURVEY]);
  if (self->sheets[HW_SHEET_SETTINGS] != NULL)
    check_settings (self);
  for (guint i = 1; i < questions->len; i++)
    check_question (self, g_ptr_array_index (questions, i));
  hw_xlsform_check_circles (self);
}
