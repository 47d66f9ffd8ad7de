/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "questionnaire/scope.h"
#include "questionnaire/xlsform-heading.h"
#include "questionnaire/xlsform-private.h"
#include "questionnaire/xlsform-sheet-private.h"

/* The first names questions, and the others one each. */
static const char *const roles[] = { "case_id", "stratum", "psu", "weight", "fpc" };

static void
check_role_name (HwXlsform *self,
                 const char *role,
                 const char *name)
{
  HwQuestion *question = hw_questionnaire_find (self->questionnaire, name);
  const char *meant;

  /* The column "role" has been looked at where it stands. */
  if (question != NULL && g_strcmp0 (question->role, role) == 0)
    return;
  if (question == NULL)
    {
      meant = hw_questionnaire_suggest (self->questionnaire, name);
      if (meant != NULL)
        hw_xlsform_report_setting (
            self, "bad-role", role,
            /* Translators: a setting and two names of questions. */
            _ ("“%s” names “%s”, which is not in this questionnaire; did you mean “%s”?"), role,
            name, meant);
      else
        hw_xlsform_report_setting (self, "bad-role", role,
                        _ ("“%s” names “%s”, which is not in this questionnaire."), role, name);
    }
  else if (!hw_question_has_value (question))
    hw_xlsform_report_setting (self, "bad-role", role,
                    _ ("“%s” names “%s”, which is a %s and has no answer."), role, name,
                    hw_kind_get_name (question->kind));
  else if (question->repeat != NULL)
    hw_xlsform_report_setting (
        self, "bad-role", role,
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
        hw_xlsform_report_setting (self, "bad-role", roles[i],
                        _ ("“%s” takes the name of one question, and here are %u."), roles[i], n);
    }
}

static void
check_heading (HwSheet *sheet,
               guint column)
{
  const HwHeading *heading = &sheet->headings[column];
  const char *text = hw_sheet_get_heading (sheet, column);
  guint line = hw_sheet_get_heading_line (sheet);
  const char *meant;

  if (heading->word != NULL && heading->word->standing == HW_STANDING_REPLACED)
    hw_sheet_notice_column (sheet, "unused-setting", line, column + 1,
                            /* Translators: %1$s is a setting, %2$s says what it is for. */
                            _ ("Homeward does not use the setting “%1$s”. %2$s"), text,
                            hw_word_get_description (heading->word));
  if (heading->kind != HW_HEADING_UNKNOWN)
    return;
  meant = hw_xlsform_vocabulary_suggest (HW_WORD_SETTING, text);
  if (meant != NULL)
    hw_sheet_notice_column (sheet, "unknown-setting", line, column + 1,
                            _ ("The setting “%s” is not known; did you mean “%s”?"), text, meant);
  else
    hw_sheet_notice_column (sheet, "unknown-setting", line, column + 1,
                            _ ("The setting “%s” is not known."), text);
}

/**
 * hw_xlsform_check_settings:
 * @self: a reader with a settings sheet
 */
void
hw_xlsform_check_settings (HwXlsform *self)
{
  HwSheet *sheet = self->sheets[HW_SHEET_SETTINGS];
  const char *language = hw_questionnaire_get_setting (self->questionnaire, "default_language");
  const char *level = hw_questionnaire_get_setting (self->questionnaire, "level");
  const char *name = hw_questionnaire_get_setting (self->questionnaire, "name");
  guint slot;

  for (guint i = 0; i < hw_sheet_get_n_columns (sheet); i++)
    check_heading (sheet, i);
  check_roles (self);
  if (language != NULL && !hw_languages_find (self->questionnaire->languages, language, &slot)
      && !hw_languages_find (self->questionnaire->languages, "", &slot))
    hw_xlsform_report_setting (
        self, "no-default-language", "default_language",
        _ ("No column is in the default language “%s”; the first language of the sheet is taken "
           "instead."),
        language);
  if (level != NULL && !hw_xlsform_is_name (level))
    hw_xlsform_report_setting (
        self, "bad-level", "level",
        _ ("“%s” cannot be the name of a level. A name begins with a letter or “_” and goes on "
           "with letters, digits, “_”, “-” and “.”."),
        level);
  if (name != NULL && !hw_xlsform_is_name (name))
    hw_xlsform_report_setting (
        self, "bad-name", "name",
        _ ("“%s” cannot be a name. A name begins with a letter or “_” and goes on with "
           "letters, digits, “_”, “-” and “.”."),
        name);
}
