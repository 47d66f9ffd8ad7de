/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "questionnaire/xlsform-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "questionnaire/scope.h"
#include "questionnaire/spelling.h"
#include "questionnaire/xlsform-type.h"

/* What the tree calls its own elements, and the survey file the keys of its tables. */
static const char *const reserved[]
    = { HW_ROOT_NAME, "meta", "interview_id", "row_id", "parent_row_id" };

/* While the rows are read: the groups and repeats that are open, the root at the bottom. */
typedef struct
{
  HwXlsform *form;
  HwSheet *sheet;
  GPtrArray *open;         /* of HwQuestion */
  GHashTable *by_any_case; /* case-folded name -> HwQuestion */
} Survey;

static HwQuestion *
get_innermost (Survey *self)
{
  return g_ptr_array_index (self->open, self->open->len - 1);
}

static HwQuestion *
append_question (Survey *self,
                 HwKind kind,
                 const char *name,
                 guint row)
{
  HwQuestionnaire *questionnaire = self->form->questionnaire;
  HwQuestion *parent = self->open->len > 0 ? get_innermost (self) : NULL;
  HwQuestion *question = hw_question_new (kind, name, parent, questionnaire->languages);

  question->index = questionnaire->questions->len;
  question->line = parent != NULL ? hw_sheet_get_line (self->sheet, row) : 0;
  g_ptr_array_add (questionnaire->questions, question);
  g_array_append_val (self->form->rows, row);
  return question;
}

/* The columns of SQL and SPSS differ in more than capital letters, so one of the two gets another name there. */
static void
check_case (Survey *self,
            HwQuestion *question,
            guint row)
{
  g_autofree char *folded = g_utf8_casefold (question->name, -1);
  HwQuestion *other = g_hash_table_lookup (self->by_any_case, folded);

  if (other != NULL)
    hw_sheet_report (self->sheet, HW_PROBLEM_WARNING, row, HW_CELL_NAME,
                     _("“%s” differs from “%s” of line %u only in capital letters, which people and "
                       "statistical programs mix up."),
                     question->name, other->name, other->line);
  else
    g_hash_table_insert (self->by_any_case, g_steal_pointer (&folded), question);
}

static void
check_name (Survey *self,
            HwQuestion *question,
            guint row)
{
  const char *name = question->name;
  HwQuestion *first = hw_questionnaire_find (self->form->questionnaire, name);

  for (guint i = 0; i < G_N_ELEMENTS (reserved); i++)
    if (g_ascii_strcasecmp (name, reserved[i]) == 0)
      {
        hw_sheet_report (self->sheet, HW_PROBLEM_ERROR, row, HW_CELL_NAME,
                         _ ("The name “%s” is kept for Homeward itself. Choose another one."),
                         name);
        return;
      }
  if (!hw_xlsform_is_name (name))
    hw_sheet_report (
        self->sheet, HW_PROBLEM_ERROR, row, HW_CELL_NAME,
        _ ("“%s” cannot be a name. A name begins with a letter or “_” and goes on with "
           "letters, digits, “_”, “-” and “.”."),
        name);
  else if (g_utf8_strlen (name, -1) > 32)
    hw_sheet_report (
        self->sheet, HW_PROBLEM_WARNING, row, HW_CELL_NAME,
        _ ("The name “%s” is longer than the 32 characters that statistical programs take."), name);
  if (first != NULL)
    hw_sheet_report (
        self->sheet, HW_PROBLEM_ERROR, row, HW_CELL_NAME,
        _ ("The name “%s” is used on line %u already. Give each row a name of its own."), name,
        first->line);
  else
    {
      g_hash_table_insert (self->form->questionnaire->by_name, question->name, question);
      check_case (self, question, row);
    }
}

static void
find_list (Survey *self,
           HwQuestion *question,
           const HwRowType *type,
           guint row)
{
  GHashTable *lists = self->form->questionnaire->lists;
  GHashTableIter iter;
  HwSpelling spelling;
  gpointer name;

  if (type->list == NULL)
    {
      hw_sheet_report (
          self->sheet, HW_PROBLEM_ERROR, row, HW_CELL_TYPE,
          /* Translators: %1$s is a type, “select_one” or “select_multiple”. */
          _ ("“%1$s” does not say from which list. Write “%1$s” and the name of a list of the "
             "choices sheet."),
          hw_kind_get_name (question->kind));
      return;
    }
  question->choices = g_hash_table_lookup (lists, type->list);
  if (question->choices != NULL)
    return;
  if (g_str_has_prefix (type->list, "${"))
    {
      hw_sheet_report (
          self->sheet, HW_PROBLEM_ERROR, row, HW_CELL_TYPE,
          _ ("Homeward does not take choices from the rows of a repeat (“%s”). Ask for the "
             "line number instead."),
          type->list);
      return;
    }
  hw_spelling_start (&spelling, type->list);
  g_hash_table_iter_init (&iter, lists);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    hw_spelling_offer (&spelling, name);
  if (spelling.nearest != NULL)
    hw_sheet_report (self->sheet, HW_PROBLEM_ERROR, row, HW_CELL_TYPE,
                     _ ("The choices sheet has no list “%s”; did you mean “%s”?"), type->list,
                     spelling.nearest);
  else
    hw_sheet_report (self->sheet, HW_PROBLEM_ERROR, row, HW_CELL_TYPE,
                     _ ("The choices sheet has no list “%s”."), type->list);
}

/* XLSForm's "or_other": one more choice, and a text that is asked when it is chosen. */
static void
add_other (Survey *self,
           HwQuestion *question,
           guint row)
{
  HwLanguages *languages = self->form->questionnaire->languages;
  guint n_slots = hw_languages_get_length (languages);
  g_autofree char *name = g_strconcat (question->name, "_other", NULL);
  g_autofree char *condition = g_strdup_printf ("selected(${%s}, 'other')", question->name);
  HwExpressionScope expression_scope;
  HwQuestion *specify;

  if (hw_choice_list_find (question->choices, "other") == NULL)
    {
      char **label = g_new0 (char *, n_slots);

      for (guint i = 0; i < n_slots; i++)
        label[i] = g_strdup (_ ("Other"));
      hw_choice_list_add (question->choices, "other", label, NULL);
    }
  specify = append_question (self, HW_KIND_TEXT, name, row);
  specify->texts[HW_TEXT_LABEL] = g_new0 (char *, n_slots);
  for (guint i = 0; i < n_slots; i++)
    specify->texts[HW_TEXT_LABEL][i] = g_strdup (_ ("Specify other."));
  check_name (self, specify, row);
  if (hw_questionnaire_find (self->form->questionnaire, question->name) == question)
    {
      HwQuestionScope scope;

      hw_question_scope_init (&scope, self->form->questionnaire, specify, FALSE, &expression_scope);
      specify->rules[HW_RULE_RELEVANT] = hw_expression_new (condition, &expression_scope, NULL);
    }
}

static void
report_type (Survey *self,
             const HwRowType *type,
             const char *text,
             guint row)
{
  const char *meant;

  if (type->row == HW_ROW_REFUSED)
    {
      hw_sheet_report (
          self->sheet, HW_PROBLEM_ERROR, row, HW_CELL_TYPE,
          _ ("Homeward cannot ask a question of the type “%s”. Use another type, or put “yes” "
             "into a column “disabled”."),
          text);
      return;
    }
  meant = hw_row_type_suggest (text);
  if (meant != NULL)
    hw_sheet_report (self->sheet, HW_PROBLEM_ERROR, row, HW_CELL_TYPE,
                     _ ("“%s” is not a type of question; did you mean “%s”?"), text, meant);
  else
    hw_sheet_report (
        self->sheet, HW_PROBLEM_ERROR, row, HW_CELL_TYPE,
        _ ("“%s” is not a type of question, such as integer, select_one or begin_group."), text);
}

static void
begin_row (Survey *self,
           const HwRowType *type,
           const char *type_text,
           guint row)
{
  const char *name = hw_sheet_get (self->sheet, row, HW_CELL_NAME);
  g_autofree char *stand_in = g_strdup_printf ("_%u", hw_sheet_get_line (self->sheet, row));
  HwQuestion *question = append_question (self, type->kind, *name != '\0' ? name : stand_in, row);

  if (*name != '\0')
    check_name (self, question, row);
  else if (hw_sheet_has (self->sheet, HW_CELL_NAME))
    hw_sheet_report (self->sheet, HW_PROBLEM_ERROR, row, HW_CELL_NAME,
                     _ ("This row (“%s”) has no name. Every question, group and repeat needs one."),
                     type_text);
  if (type->row == HW_ROW_UNKNOWN || type->row == HW_ROW_REFUSED)
    report_type (self, type, type_text, row);
  if (hw_kind_has_choices (type->kind))
    find_list (self, question, type, row);
  hw_xlsform_read_question (self->form, question, row);
  if (type->row == HW_ROW_BEGIN)
    g_ptr_array_add (self->open, question);
  if (type->or_other && question->choices != NULL)
    add_other (self, question, row);
}

/* After a wrong end: the innermost one of that kind ends, and what is left open inside of it;
 * without one the word was mistyped, and the innermost ends. So one slip gives one fault. */
static void
close_to (Survey *self,
          HwKind kind)
{
  guint i = self->open->len - 1;

  while (i > 0 && ((HwQuestion *)g_ptr_array_index (self->open, i))->kind != kind)
    i--;
  g_ptr_array_set_size (self->open, i > 0 ? (int)i : (int)self->open->len - 1);
}

static void
end_row (Survey *self,
         const HwRowType *type,
         guint row)
{
  const char *name = hw_sheet_get (self->sheet, row, HW_CELL_NAME);
  const char *kind = hw_kind_get_name (type->kind);
  HwQuestion *innermost = get_innermost (self);

  if (self->open->len == 1)
    {
      hw_sheet_report (
          self->sheet, HW_PROBLEM_ERROR, row, HW_CELL_TYPE,
          /* Translators: %1$s is “group” or “repeat”. */
          _ ("“end_%1$s” stands here, but no %1$s is open. Take the row out or add the "
             "“begin_%1$s” that is missing."),
          kind);
      return;
    }
  if (innermost->kind != type->kind)
    {
      hw_sheet_report (
          self->sheet, HW_PROBLEM_ERROR, row, HW_CELL_TYPE,
          _ ("“end_%s” stands here, but what is open is the %s “%s” of line %u. It ends with "
             "“end_%s”."),
          kind, hw_kind_get_name (innermost->kind), innermost->name, innermost->line,
          hw_kind_get_name (innermost->kind));
      close_to (self, type->kind);
      return;
    }
  if (*name != '\0' && strcmp (name, innermost->name) != 0)
    hw_sheet_report (self->sheet, HW_PROBLEM_WARNING, row, HW_CELL_NAME,
                     _ ("This row names “%s”, but what it ends is “%s” of line %u."), name,
                     innermost->name, innermost->line);
  g_ptr_array_set_size (self->open, (int)self->open->len - 1);
}

static void
read_row (Survey *self,
          guint row)
{
  const char *text = hw_sheet_get (self->sheet, row, HW_CELL_TYPE);
  gboolean disabled = FALSE;
  HwRowType type;

  if (hw_xlsform_parse_yes_no (hw_sheet_get (self->sheet, row, HW_CELL_DISABLED), &disabled)
      && disabled)
    return;
  if (*text == '\0')
    {
      const char *name = hw_sheet_get (self->sheet, row, HW_CELL_NAME);

      /* Rows without a name are remarks between the questions. */
      if (*name == '\0')
        return;
      hw_sheet_report (self->sheet, HW_PROBLEM_ERROR, row, HW_CELL_TYPE,
                       _ ("“%s” has no type. Write one, such as integer, text or select_one."),
                       name);
      text = hw_kind_get_name (HW_KIND_TEXT);
    }
  hw_row_type_parse (&type, text);
  if (type.row == HW_ROW_END)
    end_row (self, &type, row);
  else if (type.row == HW_ROW_IGNORED)
    hw_sheet_report (self->sheet, HW_PROBLEM_WARNING, row, HW_CELL_TYPE,
                     _ ("Homeward does not use a row of the type “%s”."), text);
  else
    begin_row (self, &type, text, row);
  hw_row_type_clear (&type);
}

/**
 * hw_xlsform_read_survey:
 * @self: a reader that has read the choices
 *
 * Builds the tree. Expressions are left for later, because they may name what comes after them.
 */
void
hw_xlsform_read_survey (HwXlsform *self)
{
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  g_autoptr (GHashTable) by_any_case
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Survey survey = {
    .form = self,
    .sheet = self->sheets[HW_SHEET_SURVEY],
    .open = open,
    .by_any_case = by_any_case,
  };

  g_ptr_array_add (open, append_question (&survey, HW_KIND_GROUP, HW_ROOT_NAME, 0));
  if (!hw_sheet_has (survey.sheet, HW_CELL_TYPE))
    {
      if (hw_sheet_get_n_columns (survey.sheet) == 0)
        hw_sheet_report_column (
            survey.sheet, HW_PROBLEM_ERROR, 1, 0,
            _ ("The sheet is empty. Its first row has the headings, “type”, “name”, "
               "“label” and so on."));
      return;
    }
  for (guint row = 0; row < hw_sheet_get_n_rows (survey.sheet); row++)
    if (!hw_sheet_is_blank (survey.sheet, row))
      read_row (&survey, row);
  for (guint i = 1; i < open->len; i++)
    {
      HwQuestion *question = g_ptr_array_index (open, i);

      hw_xlsform_report (
          self, HW_PROBLEM_ERROR, question, HW_CELL_TYPE,
          /* Translators: %1$s is “group” or “repeat”, %2$s its name. */
          _ ("The %1$s “%2$s” begins here and never ends. Add a row “end_%1$s” after its last "
             "question."),
          hw_kind_get_name (question->kind), question->name);
    }
  /* What could not be read is another fault, and told already. */
  if (self->questionnaire->questions->len == 1
      && hw_problems_count (self->problems, HW_PROBLEM_ERROR) == self->n_faults_before)
    hw_sheet_report_column (survey.sheet, HW_PROBLEM_ERROR, 0, 0, _ ("The sheet has no question."));
}
