/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "questionnaire/xlsform-private.h"

#include <glib/gi18n-lib.h>

#include "questionnaire/check.h"

/**
 * hw_xlsform_get_row:
 * @self: a reader
 * @question: a question that was read from the survey sheet
 *
 * Returns: its row there, from 0
 */
guint
hw_xlsform_get_row (HwXlsform *self,
                    HwQuestion *question)
{
  g_return_val_if_fail (question->index > 0 && question->index < self->rows->len, 0);
  return g_array_index (self->rows, guint, question->index);
}

/**
 * hw_xlsform_report:
 * @self: a reader
 * @severity: how bad it is
 * @question: the question that it is about
 * @cell: where in its row
 * @format: a translated sentence
 */
void
hw_xlsform_report (HwXlsform *self,
                   HwProblemSeverity severity,
                   HwQuestion *question,
                   HwSheetCell cell,
                   const char *format,
                   ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  hw_sheet_report (self->sheets[HW_SHEET_SURVEY], severity, hw_xlsform_get_row (self, question),
                   cell, "%s", message);
}

/**
 * hw_xlsform_parse_yes_no:
 * @text: a cell
 * @yes: (out): what it says
 *
 * Returns: whether it is one of the spellings of yes and no that forms use; an empty cell is no
 */
gboolean
hw_xlsform_parse_yes_no (const char *text,
                         gboolean *yes)
{
  static const char *const spellings[]
      = { "yes", "no", "true", "false", "true()", "false()", "1", "0", "y", "n", "x", "" };

  for (guint i = 0; i < G_N_ELEMENTS (spellings); i++)
    if (g_ascii_strcasecmp (text, spellings[i]) == 0)
      {
        *yes = i % 2 == 0;
        return TRUE;
      }
  return FALSE;
}

/**
 * hw_xlsform_is_name:
 * @text: what should be the name of a question or a column
 *
 * Returns: whether it can be an element of the interview: a letter or "_", then letters, digits,
 * "-",
 *   "_" and "."
 */
gboolean
hw_xlsform_is_name (const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);

      if (letter == '_' || g_unichar_isalpha (letter))
        continue;
      if (at == text || (!g_unichar_isdigit (letter) && letter != '-' && letter != '.'))
        return FALSE;
    }
  return *text != '\0';
}

static void
xlsform_clear (HwXlsform *self)
{
  g_clear_pointer (&self->questionnaire, hw_questionnaire_unref);
  g_clear_pointer (&self->rows, g_array_unref);
  for (guint i = 0; i < HW_N_SHEETS; i++)
    g_clear_pointer (&self->sheets[i], hw_sheet_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HwXlsform, xlsform_clear)

/**
 * hw_xlsform_open_sheets:
 * @self: a reader without sheets
 * @sheets: their texts by name
 * @problems: where it goes what is wrong with the files and their headings
 */
void
hw_xlsform_open_sheets (HwXlsform *self,
                        GHashTable *sheets,
                        HwProblems *problems)
{
  for (guint i = 0; i < HW_N_SHEETS; i++)
    {
      const char *name = hw_sheet_kind_get_name (i);
      GBytes *bytes = g_hash_table_lookup (sheets, name);
      g_autofree char *file = g_strconcat (name, ".csv", NULL);

      if (bytes == NULL)
        continue;
      self->sheets[i]
          = hw_sheet_new (i, hw_csv_table_new_from_bytes (file, bytes, problems), problems);
    }
}

/* As they are, for the survey file and for whoever asks later. */
static void
keep_sheets (HwXlsform *self,
             GHashTable *sheets)
{
  for (guint i = 0; i < HW_N_SHEETS; i++)
    {
      const char *name = hw_sheet_kind_get_name (i);
      GBytes *bytes = g_hash_table_lookup (sheets, name);

      if (bytes != NULL)
        g_hash_table_insert (self->questionnaire->sheets, g_strdup (name), g_bytes_ref (bytes));
    }
}

/**
 * hw_questionnaire_new_from_sheets:
 * @sheets: (element-type utf8 GBytes): the sheets by name, "survey", "choices" and "settings", each
 *   as the text of a CSV file; the last two may be left out
 * @problems: where faults and advice go, all of them at once and in the order of the sheets
 *
 * Returns: (transfer full) (nullable): the questionnaire; %NULL when a fault was found
 */
HwQuestionnaire *
hw_questionnaire_new_from_sheets (GHashTable *sheets,
                                  HwProblems *problems)
{
  g_auto (HwXlsform) self = { 0 };
  gboolean faulty;

  g_return_val_if_fail (sheets != NULL && problems != NULL, NULL);

  self.problems = problems;
  self.n_faults_before = hw_problems_count (problems, HW_PROBLEM_ERROR);
  self.questionnaire = hw_questionnaire_new ();
  self.rows = g_array_new (FALSE, FALSE, sizeof (guint));
  keep_sheets (&self, sheets);
  hw_xlsform_open_sheets (&self, sheets, problems);
  if (self.sheets[HW_SHEET_SURVEY] == NULL)
    {
      hw_problems_add (problems, HW_PROBLEM_ERROR, "survey.csv", 0, 0,
                       _ ("The sheet “survey” is missing. It holds the questions."));
      return NULL;
    }
  hw_xlsform_read_settings (&self);
  hw_xlsform_read_choices (&self);
  hw_xlsform_read_survey (&self);
  hw_xlsform_compile (&self);
  hw_xlsform_check (&self);
  if (hw_problems_wants_advice (problems))
    hw_xlsform_advise (&self);
  faulty = hw_problems_count (problems, HW_PROBLEM_ERROR) > self.n_faults_before;
  hw_problems_sort (problems);
  return faulty ? NULL : g_steal_pointer (&self.questionnaire);
}

/**
 * hw_questionnaire_new_from_folder:
 * @path: a folder with survey.csv, and as a rule choices.csv and settings.csv
 * @problems: where faults and advice go
 * @error: return location for what the system says
 *
 * Returns: (transfer full) (nullable): the questionnaire; %NULL with @error set when the folder
 * could not be read, and without it when @problems has a fault
 */
HwQuestionnaire *
hw_questionnaire_new_from_folder (const char *path,
                                  HwProblems *problems,
                                  GError **error)
{
  g_autoptr (GHashTable) sheets = NULL;

  g_return_val_if_fail (path != NULL && problems != NULL, NULL);

  sheets = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_bytes_unref);
  for (guint i = 0; i < HW_N_SHEETS; i++)
    {
      const char *name = hw_sheet_kind_get_name (i);
      g_autofree char *base = g_strconcat (name, ".csv", NULL);
      g_autofree char *file = g_build_filename (path, base, NULL);
      g_autoptr (GError) reason = NULL;
      char *text;
      gsize length;

      if (g_file_get_contents (file, &text, &length, &reason))
        g_hash_table_insert (sheets, (char *)name, g_bytes_new_take (text, length));
      else if (i == HW_SHEET_SURVEY
               && (g_error_matches (reason, G_FILE_ERROR, G_FILE_ERROR_NOENT)
                   || g_error_matches (reason, G_FILE_ERROR, G_FILE_ERROR_NOTDIR)))
        {
          g_set_error (
              error, reason->domain, reason->code,
              /* Translators: %s is a folder. */
              _ ("There is no questionnaire in “%s”. A questionnaire is a folder with the file "
                 "survey.csv, and as a rule choices.csv and settings.csv."),
              path);
          return NULL;
        }
      else if (i == HW_SHEET_SURVEY || !g_error_matches (reason, G_FILE_ERROR, G_FILE_ERROR_NOENT))
        {
          g_propagate_error (error, g_steal_pointer (&reason));
          return NULL;
        }
    }
  return hw_questionnaire_new_from_sheets (sheets, problems);
}
