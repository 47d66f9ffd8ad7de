/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "questionnaire/xlsform-survey.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "questionnaire/scope.h"
#include "questionnaire/spelling.h"

/* From which list a question takes its choices. */

static void
report_no_list (HwXlsformSurvey *self,
                GHashTable *lists,
                const char *sheet,
                const char *list,
                guint row)
{
  GHashTableIter iter;
  HwSpelling spelling;
  gpointer name;

  hw_spelling_start (&spelling, list);
  g_hash_table_iter_init (&iter, lists);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    hw_spelling_offer (&spelling, name);
  if (spelling.nearest != NULL)
    hw_sheet_notice (self->sheet, "unknown-list", row, HW_CELL_TYPE,
                     /* Translators: the name of a sheet and two names of lists. */
                     _ ("The %s sheet has no list “%s”; did you mean “%s”?"), sheet, list,
                     spelling.nearest);
  else
    hw_sheet_notice (self->sheet, "unknown-list", row, HW_CELL_TYPE,
                     _ ("The %s sheet has no list “%s”."), sheet, list);
}

/* A list of a file, made once for each pair of columns. */
static HwChoiceList *
ensure_file_list (HwXlsformSurvey *self,
                  HwQuestion *question,
                  HwDataset *dataset,
                  guint row)
{
  HwQuestionnaire *questionnaire = self->form->questionnaire;
  const char *value = hw_question_get_parameter (question, "value");
  const char *label = hw_question_get_parameter (question, "label");
  g_autofree char *key = g_strdup_printf ("%s?%s&%s", hw_dataset_get_name (dataset),
                                          value != NULL ? value : "name",
                                          label != NULL ? label : "label");
  HwChoiceList *list = g_hash_table_lookup (questionnaire->file_lists, key);
  guint value_column = 0;
  guint label_column = 0;

  if (list != NULL)
    return list;
  if (!hw_dataset_find_column (dataset, value != NULL ? value : "name", &value_column))
    {
      hw_sheet_notice (
          self->sheet, "unknown-file-column", row, HW_CELL_TYPE,
          /* Translators: %1$s is a file, %2$s a column. */
          _ ("“%1$s” has no column “%2$s”, so there is nothing to choose. Name the column of "
             "the codes in “parameters”, such as “value=code label=village”."),
          hw_dataset_get_name (dataset), value != NULL ? value : "name");
      return NULL;
    }
  if (!hw_dataset_find_column (dataset, label != NULL ? label : "label", &label_column))
    {
      hw_sheet_notice (self->sheet, "unknown-file-column", row, HW_CELL_TYPE,
                       _ ("“%1$s” has no column “%2$s”, so the codes are shown. Name the column of "
                          "the labels in “parameters”, such as “value=code label=village”."),
                       hw_dataset_get_name (dataset), label != NULL ? label : "label");
      label_column = value_column;
    }
  list = hw_choice_list_new_from_dataset (dataset, value_column, label_column,
                                          questionnaire->languages);
  g_hash_table_insert (questionnaire->file_lists, g_steal_pointer (&key), list);
  return list;
}

/* Until the file is there, nothing can be chosen. */
static HwChoiceList *
ensure_empty_list (HwQuestionnaire *questionnaire,
                   const char *name)
{
  HwChoiceList *list = g_hash_table_lookup (questionnaire->file_lists, name);

  if (list == NULL)
    {
      list = hw_choice_list_new (name, questionnaire->languages,
                                 (const char *const *) questionnaire->choice_columns->pdata);
      g_hash_table_insert (questionnaire->file_lists, g_strdup (name), list);
    }
  return list;
}

static void
find_file (HwXlsformSurvey *self,
           HwQuestion *question,
           const char *file,
           guint row)
{
  static const char *const endings[] = { ".csv", ".xml", ".geojson" };
  HwQuestionnaire *questionnaire = self->form->questionnaire;
  const char *point = strchr (file, '.');
  HwDataset *dataset = NULL;
  gboolean known = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    known = known || g_strcmp0 (point, endings[i]) == 0;
  if (!known)
    hw_sheet_notice (self->sheet, "bad-choices-file", row, HW_CELL_TYPE,
                     _ ("“%s” is not a file with choices. Its name ends with “.csv”."), file);
  else if (strcmp (point, ".csv") != 0)
    hw_sheet_notice (self->sheet, "choices-file-type", row, HW_CELL_TYPE,
                     _ ("Homeward reads choices from CSV files only, so “%s” gives none. Save it as "
                        "CSV."),
                     file);
  else
    {
      dataset = hw_questionnaire_get_dataset (questionnaire, file);
      if (dataset == NULL)
        hw_sheet_notice (self->sheet, "missing-file", row, HW_CELL_TYPE,
                         _ ("The file “%s” is not there, so there is nothing to choose. Put it "
                            "beside the form and read the form again."),
                         file);
    }
  question->choices
      = dataset != NULL ? ensure_file_list (self, question, dataset, row) : NULL;
  if (question->choices != NULL)
    return;
  question->choices = ensure_empty_list (questionnaire, file);
  question->is_list_unknown = TRUE;
}

static char **
new_label (HwLanguages *languages,
           const char *text)
{
  guint n_slots = hw_languages_get_length (languages);
  char **label = g_new0 (char *, n_slots);

  for (guint i = 0; i < n_slots; i++)
    label[i] = g_strdup (text);
  return label;
}

/* What the setting "add_none_option" asks for. */
static void
add_none (HwXlsformSurvey *self,
          HwChoiceList *list)
{
  HwQuestionnaire *questionnaire = self->form->questionnaire;
  const char *text = hw_questionnaire_get_setting (questionnaire, "add_none_option");
  gboolean adds = FALSE;

  if (text == NULL || !hw_xlsform_parse_yes_no (text, &adds) || !adds
      || hw_choice_list_find (list, "none") != NULL)
    return;
  hw_choice_set_marks (
      hw_choice_list_add (list, "none", new_label (questionnaire->languages, _ ("None")), NULL), TRUE,
      HW_MISSING_NONE, 0);
}

/**
 * hw_xlsform_find_choices:
 * @self: the survey sheet
 * @question: a question that has choices
 * @type: its type
 * @row: its row
 */
void
hw_xlsform_find_choices (HwXlsformSurvey *self,
                         HwQuestion *question,
                         const HwRowType *type,
                         guint row)
{
  HwQuestionnaire *questionnaire = self->form->questionnaire;
  gboolean external = type->word->takes == HW_TAKES_EXTERNAL;
  GHashTable *lists = external ? questionnaire->external_lists : questionnaire->lists;

  if (type->list == NULL)
    {
      hw_sheet_notice (
          self->sheet, "no-list", row, HW_CELL_TYPE,
          /* Translators: %1$s is a type, “select_one” or “select_multiple”. */
          _ ("“%1$s” does not say from which list. Write “%1$s” and the name of a list of the "
             "choices sheet."),
          type->word->word.name);
      return;
    }
  /* The repeat may come later, so it is looked for with the expressions. */
  if (g_str_has_prefix (type->list, "${") && !external)
    return;
  if (type->word->takes == HW_TAKES_FILE)
    {
      find_file (self, question, type->list, row);
      return;
    }
  question->choices = g_hash_table_lookup (lists, type->list);
  /* Other programs take a file here, too. */
  if (question->choices == NULL && !external
      && (g_str_has_suffix (type->list, ".csv") || g_str_has_suffix (type->list, ".xml")
          || g_str_has_suffix (type->list, ".geojson")))
    find_file (self, question, type->list, row);
  else if (question->choices == NULL)
    report_no_list (self, lists, external ? "external_choices" : "choices", type->list, row);
  else if (question->kind == HW_KIND_SELECT_MULTIPLE)
    add_none (self, question->choices);
}

/**
 * hw_xlsform_add_other:
 * @self: the survey sheet
 * @question: a question with "or_other" after its type
 * @row: its row
 *
 * One more choice, and a text that is asked when it is chosen.
 */
void
hw_xlsform_add_other (HwXlsformSurvey *self,
                      HwQuestion *question,
                      guint row)
{
  HwLanguages *languages = self->form->questionnaire->languages;
  g_autofree char *name = g_strconcat (question->element, "_other", NULL);
  g_autofree char *condition = g_strdup_printf ("selected(../%s, 'other')", question->element);
  HwExpressionScope expression_scope;
  HwQuestionScope scope;
  HwQuestion *specify;

  if (*hw_sheet_get (self->sheet, row, HW_CELL_CHOICE_FILTER) != '\0')
    hw_sheet_notice (self->sheet, "bad-or-other", row, HW_CELL_CHOICE_FILTER,
                     _ ("“or_other” and a “choice_filter” do not go together, because the filter "
                        "would leave out the choice “other”. Write that choice and its text "
                        "yourself."));
  if (question->choices == NULL || hw_choice_list_get_length (question->choices) == 0)
    {
      hw_sheet_notice (self->sheet, "bad-or-other", row, HW_CELL_TYPE,
                       _ ("“or_other” needs a list of the choices sheet."));
      return;
    }
  if (hw_choice_list_find (question->choices, "other") == NULL)
    hw_choice_list_add (question->choices, "other", new_label (languages, _ ("Other")), NULL);
  if (hw_languages_get_names (languages)[1] != NULL)
    hw_sheet_notice (self->sheet, "or-other-translated", row, HW_CELL_TYPE,
                     _ ("What “or_other” adds is not translated. Write the choice “other” and its "
                        "text yourself."));
  specify = hw_xlsform_append (self, HW_KIND_TEXT, name, row);
  specify->loop = question->loop;
  specify->is_added = TRUE;
  specify->missing = HW_MISSING_DONT_KNOW | HW_MISSING_REFUSED;
  specify->texts[HW_TEXT_LABEL] = new_label (languages, _ ("Specify other."));
  hw_xlsform_check_name (self, specify, row);
  hw_question_scope_init (&scope, self->form->questionnaire, specify, FALSE, &expression_scope);
  specify->rules[HW_RULE_RELEVANT] = hw_expression_new (condition, &expression_scope, NULL);
}
