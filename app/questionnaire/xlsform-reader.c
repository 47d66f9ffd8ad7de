/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "questionnaire/xlsform-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "questionnaire/check.h"

/**
 * hw_xlsform_get_row:
 * @self: a reader
 * @question: a question that was read from the survey sheet
 *
 * From now on the sheet gives the cells as this question has them, which matters in loops.
 *
 * Returns: its row there, from 0
 */
guint
hw_xlsform_get_row (HwXlsform *self,
                    HwQuestion *question)
{
  g_return_val_if_fail (question->index > 0 && question->index < self->rows->len, 0);
  hw_sheet_set_loop (self->sheets[HW_SHEET_SURVEY], question->loop);
  return g_array_index (self->rows, guint, question->index);
}

/**
 * hw_xlsform_notice:
 * @self: a reader
 * @code: a code of the registry, which also says how bad it is
 * @question: the question that it is about
 * @cell: where in its row
 * @format: a translated sentence
 */
void
hw_xlsform_notice (HwXlsform *self,
                   const char *code,
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
  hw_sheet_notice (self->sheets[HW_SHEET_SURVEY], code, hw_xlsform_get_row (self, question), cell,
                   "%s", message);
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
 * @self: a reader without sheets, whose questionnaire knows where it comes from
 * @entries: the texts of the sheets by name
 * @problems: where it goes what is wrong with the files and their headings
 */
void
hw_xlsform_open_sheets (HwXlsform *self,
                        GHashTable *entries,
                        HwProblems *problems)
{
  const char *source = self->questionnaire->is_one_file ? self->questionnaire->source_name : NULL;

  for (guint i = 0; i < HW_N_SHEETS; i++)
    {
      const char *name = hw_sheet_kind_get_name (i);
      GBytes *bytes = g_hash_table_lookup (entries, name);
      g_autofree char *file = g_strconcat (name, ".csv", NULL);
      HwCsvTable *table;

      if (bytes == NULL)
        continue;
      table = hw_csv_table_new_from_sheet (source != NULL ? source : file,
                                           source != NULL ? name : NULL, bytes, problems);
      self->sheets[i] = hw_sheet_new (i, table, problems);
    }
  hw_xlsform_clean_sheets (self);
}

/* As they are, for the survey file and for whoever asks later. */
static void
keep_entries (HwXlsform *self,
              HwXlsformSource *source)
{
  GHashTableIter iter;
  gpointer name;
  gpointer bytes;

  g_hash_table_iter_init (&iter, source->sheets);
  while (g_hash_table_iter_next (&iter, &name, &bytes))
    g_hash_table_insert (self->questionnaire->entries, g_strdup (name), g_bytes_ref (bytes));
  hw_questionnaire_list_names (self->questionnaire);
}

/* A row is better known by its name than by its number. */
static void
name_questions (HwXlsform *self)
{
  g_autoptr (GHashTable) by_line = g_hash_table_new (NULL, NULL);
  GPtrArray *questions = self->questionnaire->questions;
  const char *file = hw_sheet_get_file (self->sheets[HW_SHEET_SURVEY]);

  for (guint i = questions->len; i > 1; i--)
    {
      HwQuestion *question = g_ptr_array_index (questions, i - 1);

      g_hash_table_insert (by_line, GUINT_TO_POINTER (question->line), question);
    }
  for (guint i = 0; i < hw_problems_get_length (self->problems); i++)
    {
      const HwProblem *problem = hw_problems_get (self->problems, i);
      HwQuestion *question = g_hash_table_lookup (by_line, GUINT_TO_POINTER (problem->line));

      if (question != NULL && problem->question == NULL && g_strcmp0 (problem->file, file) == 0
          && (problem->sheet == NULL || strcmp (problem->sheet, "survey") == 0))
        hw_problems_set_question (self->problems, i, question->element);
    }
}

static HwQuestionnaire *
read_source (HwXlsformSource *source,
             HwProblems *problems)
{
  g_auto (HwXlsform) self = { 0 };
  gboolean faulty;

  self.problems = problems;
  self.n_faults_before = source->n_faults_before;
  self.questionnaire = hw_questionnaire_new ();
  self.rows = g_array_new (FALSE, FALSE, sizeof (guint));
  g_free (self.questionnaire->source_name);
  self.questionnaire->source_name = g_strdup (source->name);
  self.questionnaire->is_one_file = source->is_one;
  hw_xlsform_open_sheets (&self, source->sheets, problems);
  if (self.sheets[HW_SHEET_SURVEY] == NULL)
    {
      hw_problems_note_in (problems, "no-survey", source->is_one ? source->name : "survey.csv", NULL, 0,
                       0, _ ("The sheet “survey” is missing. It holds the questions."));
      hw_problems_sort (problems);
      return NULL;
    }
  hw_xlsform_attach_files (&self, source);
  keep_entries (&self, source);
  /* Those of a survey file were looked at when it was made. */
  if (source->folders->len > 0)
    hw_questionnaire_read_files (self.questionnaire, problems);
  hw_xlsform_read_settings (&self);
  hw_xlsform_read_choices (&self);
  hw_xlsform_read_survey (&self);
  hw_xlsform_settle_columns (&self);
  hw_xlsform_check_instances (&self);
  hw_xlsform_check_tables (&self);
  hw_xlsform_check_searches (&self);
  hw_xlsform_settle_roles (&self);
  hw_xlsform_link (&self);
  hw_xlsform_compile (&self);
  hw_xlsform_compile_settings (&self);
  hw_xlsform_check_other_references (&self);
  hw_xlsform_check (&self);
  if (hw_problems_wants_advice (problems))
    hw_xlsform_advise (&self);
  name_questions (&self);
  faulty = hw_problems_count (problems, HW_PROBLEM_ERROR) > self.n_faults_before;
  hw_problems_sort (problems);
  return faulty ? NULL : g_steal_pointer (&self.questionnaire);
}

/**
 * hw_questionnaire_new_from_sheets:
 * @sheets: (element-type utf8 GBytes): the sheets by name, "survey", "choices", "settings" and so
 *   on, each as the text of a CSV file, and attached files under their own names; only the first
 *   must be there
 * @problems: where faults and advice go, all of them at once and in the order of the sheets
 *
 * Returns: (transfer full) (nullable): the questionnaire; %NULL when a fault was found
 */
HwQuestionnaire *
hw_questionnaire_new_from_sheets (GHashTable *sheets,
                                  HwProblems *problems)
{
  g_autoptr (HwXlsformSource) source = NULL;
  GHashTableIter iter;
  gpointer name;
  gpointer bytes;

  g_return_val_if_fail (sheets != NULL && problems != NULL, NULL);

  source = hw_xlsform_source_new ();
  source->n_faults_before = hw_problems_count (problems, HW_PROBLEM_ERROR);
  g_hash_table_iter_init (&iter, sheets);
  while (g_hash_table_iter_next (&iter, &name, &bytes))
    g_hash_table_insert (source->sheets, g_strdup (name), g_bytes_ref (bytes));
  return read_source (source, problems);
}

/**
 * hw_questionnaire_new_from_path:
 * @path: a folder with survey.csv and as a rule choices.csv and settings.csv, one of these files, a
 *   CSV file with all sheets, or a workbook; what it is, is found out by its content
 * @problems: where faults and advice go
 * @error: return location for what the system says, and for files that are no questionnaire
 *
 * Files that the questionnaire speaks of are taken from the folder, from "NAME-media" for
 * "NAME.xlsx", and from "media".
 *
 * Returns: (transfer full) (nullable): the questionnaire; %NULL with @error set when there is none
 *   at @path, and without it when @problems has a fault
 */
HwQuestionnaire *
hw_questionnaire_new_from_path (const char *path,
                                HwProblems *problems,
                                GError **error)
{
  g_autoptr (HwXlsformSource) source = NULL;

  g_return_val_if_fail (path != NULL && problems != NULL, NULL);

  source = hw_xlsform_source_load (path, problems, error);
  return source != NULL ? read_source (source, problems) : NULL;
}
