/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "questionnaire/xlsform-survey.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static HwQuestion *
get_innermost (HwXlsformSurvey *self)
{
  return g_ptr_array_index (self->open, self->open->len - 1);
}

/**
 * hw_xlsform_append:
 * @self: the survey sheet
 * @kind: what it is
 * @name: the name of its element
 * @row: its row
 *
 * Returns: (transfer none): a question at the end of what is open
 */
HwQuestion *
hw_xlsform_append (HwXlsformSurvey *self,
                   HwKind kind,
                   const char *name,
                   guint row)
{
  HwQuestionnaire *questionnaire = self->form->questionnaire;
  HwQuestion *parent = self->open->len > 0 ? get_innermost (self) : NULL;
  HwQuestion *question = hw_question_new (kind, name, parent, questionnaire->languages);

  question->index = questionnaire->questions->len;
  question->line = parent != NULL ? hw_sheet_get_line (self->sheet, row) : 0;
  question->loop = hw_sheet_get_loop (self->sheet);
  g_ptr_array_add (questionnaire->questions, question);
  g_array_append_val (self->form->rows, row);
  if (parent != NULL)
    hw_xlsform_add_element (self->form, question);
  return question;
}

/* Types that other programs have, which the field's own converter does not take either. */
static const char *
find_foreign (const char *text)
{
  static const struct
  {
    const char *type;
    const char *program;
  } foreign[] = {
    { "caseid", "SurveyCTO" },
    { "text audit", "SurveyCTO" },
    { "audio audit", "SurveyCTO" },
    { "comments", "SurveyCTO" },
    { "calculate_here", "SurveyCTO" },
    { "sensor_statistic", "SurveyCTO" },
    { "sensor_stream", "SurveyCTO" },
    { "speed violations", "SurveyCTO" },
    { "db:", "CHT" },
    { "tel", "CHT" },
    { "numeric", "CommCare" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (foreign); i++)
    if (g_ascii_strncasecmp (text, foreign[i].type, strlen (foreign[i].type)) == 0)
      return foreign[i].program;
  return NULL;
}

static void
report_unknown (HwXlsformSurvey *self,
                const char *text,
                guint row)
{
  const char *program = find_foreign (text);
  const char *meant = program == NULL ? hw_row_type_suggest (text) : NULL;

  if (program != NULL)
    hw_sheet_notice (self->sheet, "unknown-type", row, HW_CELL_TYPE,
                     /* Translators: %1$s is a type, %2$s the name of a program. */
                     _ ("“%1$s” is a type of %2$s alone. Use a type of XLSForm, or put “yes” into a "
                        "column “disabled”."),
                     text, program);
  else if (meant != NULL)
    hw_sheet_notice (self->sheet, "unknown-type", row, HW_CELL_TYPE,
                     _ ("“%s” is not a type of question; did you mean “%s”?"), text, meant);
  else
    hw_sheet_notice (
        self->sheet, "unknown-type", row, HW_CELL_TYPE,
        _ ("“%s” is not a type of question, such as integer, select_one or begin_group."), text);
}

/* Whether the row of that type can do what it says. */
static void
check_type (HwXlsformSurvey *self,
            const HwRowType *type,
            const char *text,
            guint row)
{
  if (type->word == NULL)
    {
      report_unknown (self, text, row);
      return;
    }
  if (type->rest != NULL)
    hw_sheet_notice (self->sheet, "bad-type", row, HW_CELL_TYPE,
                     _ ("“%1$s” has no meaning at the end of “%2$s”. Take it out."), type->rest,
                     text);
  if (type->is_odd)
    hw_sheet_notice (self->sheet, "odd-type", row, HW_CELL_TYPE,
                     _ ("“%1$s” is read as “%2$s”. Other programs want small letters."), text,
                     type->word->word.name);
  if (type->word->word.standing == HW_STANDING_ACCEPTED)
    hw_sheet_notice (self->sheet, "type-not-asked", row, HW_CELL_TYPE,
                     /* Translators: %1$s is a type, %2$s a sentence that says what it is. */
                     _ ("Homeward cannot fill in “%1$s”. %2$s"), text,
                     hw_word_get_description (&type->word->word));
  else if (type->row == HW_ROW_INSTANCE && type->word->word.standing == HW_STANDING_REPLACED)
    hw_sheet_notice (self->sheet, "type-not-asked", row, HW_CELL_TYPE,
                     _ ("Homeward does not read files of the type “%1$s”. %2$s"), text,
                     hw_word_get_description (&type->word->word));
  else if (type->word->word.standing == HW_STANDING_REPLACED)
    hw_sheet_notice (self->sheet, "type-not-asked", row, HW_CELL_TYPE,
                     /* Translators: %1$s is a type, %2$s a sentence that says what to do instead. */
                     _ ("Homeward cannot ask a question of the type “%1$s” and leaves it empty. "
                        "%2$s"),
                     text, hw_word_get_description (&type->word->word));
}

/* Notes may go without a name; so that it stays the same when rows are added elsewhere, it is that
 * of other programs. */
static char *
dup_name (HwXlsformSurvey *self,
          const HwRowType *type,
          const char *type_text,
          guint row)
{
  const char *name = hw_sheet_get (self->sheet, row, HW_CELL_NAME);
  guint line = hw_sheet_get_line (self->sheet, row);

  if (*name != '\0')
    return g_strdup (name);
  if (type->kind == HW_KIND_NOTE)
    return g_strdup_printf ("generated_note_name_%u", line);
  if (hw_sheet_has (self->sheet, HW_CELL_NAME))
    hw_sheet_notice (self->sheet, "no-name", row, HW_CELL_NAME,
                     _ ("This row (“%s”) has no name. Every question, group and repeat needs one."),
                     type_text);
  return g_strdup_printf ("_%u", line);
}

/* What has a calculation and nothing to read is computed, whatever its type says. */
static gboolean
is_computed (HwXlsformSurvey *self,
             HwQuestion *question,
             guint row)
{
  return hw_question_is_answerable (question)
         && (*hw_sheet_get (self->sheet, row, HW_CELL_CALCULATION) != '\0'
             || *hw_sheet_get (self->sheet, row, HW_CELL_TRIGGER) != '\0')
         && question->texts[HW_TEXT_LABEL] == NULL && question->texts[HW_TEXT_HINT] == NULL;
}

/* Where an answer was given; the row has to be right for other programs. */
static void
check_background (HwXlsformSurvey *self,
                  guint row)
{
  if (*hw_sheet_get (self->sheet, row, HW_CELL_TRIGGER) == '\0')
    hw_sheet_notice (self->sheet, "bad-type", row, HW_CELL_TRIGGER,
                     _ ("A row of the type “%s” needs a “trigger”."), "background-geopoint");
  if (*hw_sheet_get (self->sheet, row, HW_CELL_CALCULATION) != '\0')
    hw_sheet_notice (self->sheet, "bad-type", row, HW_CELL_CALCULATION,
                     _ ("A row of the type “%s” cannot have a “calculation”."),
                     "background-geopoint");
}

static void
begin_row (HwXlsformSurvey *self,
           const HwRowType *type,
           const char *type_text,
           guint row)
{
  g_autofree char *name = dup_name (self, type, type_text, row);
  HwQuestion *question = hw_xlsform_append (self, type->kind, name, row);

  if (*hw_sheet_get (self->sheet, row, HW_CELL_NAME) != '\0')
    hw_xlsform_check_name (self, question, row);
  check_type (self, type, type_text, row);
  question->type = type->word;
  hw_xlsform_read_parameters (self->form, question, type->word, row);
  if (type->word != NULL && hw_kind_has_choices (type->kind))
    hw_xlsform_find_choices (self, question, type, row);
  hw_xlsform_read_question (self->form, question, row);
  if (type->list != NULL && g_str_has_prefix (type->list, "${"))
    question->source_name = g_strdup (type->list);
  if (is_computed (self, question, row))
    question->kind = HW_KIND_CALCULATE;
  if (type->row == HW_ROW_BEGIN)
    g_ptr_array_add (self->open, question);
  if (type->or_other)
    hw_xlsform_add_other (self, question, row);
  if (strcmp (hw_question_get_type_name (question), "background-geopoint") == 0)
    check_background (self, row);
}

/* After a wrong end: the innermost one of that kind ends, and what is left open inside of it;
 * without one the word was mistyped, and the innermost ends. So one slip gives one fault. */
static void
close_to (HwXlsformSurvey *self,
          HwKind kind)
{
  guint i = self->open->len - 1;

  while (i > 0 && ((HwQuestion *)g_ptr_array_index (self->open, i))->kind != kind)
    i--;
  g_ptr_array_set_size (self->open, i > 0 ? (int)i : (int)self->open->len - 1);
}

static void
end_row (HwXlsformSurvey *self,
         const HwRowType *type,
         guint row)
{
  const char *name = hw_sheet_get (self->sheet, row, HW_CELL_NAME);
  const char *kind = hw_kind_get_name (type->kind);
  HwQuestion *innermost = get_innermost (self);

  if (self->open->len == 1)
    {
      hw_sheet_notice (
          self->sheet, "wrong-end", row, HW_CELL_TYPE,
          /* Translators: %1$s is “group” or “repeat”. */
          _ ("“end_%1$s” stands here, but no %1$s is open. Take the row out or add the "
             "“begin_%1$s” that is missing."),
          kind);
      return;
    }
  if (innermost->kind != type->kind)
    {
      hw_sheet_notice (
          self->sheet, "wrong-end", row, HW_CELL_TYPE,
          _ ("“end_%s” stands here, but what is open is the %s “%s” of line %u. It ends with "
             "“end_%s”."),
          kind, hw_kind_get_name (innermost->kind), innermost->name, innermost->line,
          hw_kind_get_name (innermost->kind));
      close_to (self, type->kind);
      return;
    }
  if (*name != '\0' && strcmp (name, innermost->name) != 0)
    hw_sheet_notice (self->sheet, "end-name", row, HW_CELL_NAME,
                     _ ("This row names “%s”, but what it ends is “%s” of line %u."), name,
                     innermost->name, innermost->line);
  g_ptr_array_set_size (self->open, (int)self->open->len - 1);
}

/* A file that expressions read by name; it is no question. */
static void
read_instance (HwXlsformSurvey *self,
               const HwRowType *type,
               const char *text,
               guint row)
{
  const char *name = hw_sheet_get (self->sheet, row, HW_CELL_NAME);

  check_type (self, type, text, row);
  if (*name == '\0')
    hw_sheet_notice (self->sheet, "no-name", row, HW_CELL_NAME,
                     _ ("This row (“%s”) has no name. Its name is that of the file."), text);
  else if (type->word->word.standing == HW_STANDING_USED
           && hw_questionnaire_get_dataset (self->form->questionnaire, name) == NULL)
    hw_sheet_notice (self->sheet, "missing-file", row, HW_CELL_NAME,
                     _ ("The file “%s.csv” is not there. Put it beside the form and read the form "
                        "again."),
                     name);
}

static void
read_setting (HwXlsformSurvey *self,
              const HwRowType *type,
              guint row)
{
  const char *value = hw_sheet_get (self->sheet, row, HW_CELL_NAME);

  if (*value != '\0')
    g_hash_table_insert (self->form->questionnaire->settings, g_strdup (type->word->word.name),
                         g_strdup (value));
}

/* Homeward keeps a trail in any case; the row has to be right for other programs. */
static void
read_ignored (HwXlsformSurvey *self,
              const HwRowType *type,
              guint row)
{
  const char *name = hw_sheet_get (self->sheet, row, HW_CELL_NAME);

  if (*name != '\0' && strcmp (name, type->word->word.name) != 0)
    hw_sheet_notice (self->sheet, "no-name", row, HW_CELL_NAME,
                     _ ("A row of the type “%1$s” has the name “%1$s”, or none."),
                     type->word->word.name);
  hw_xlsform_read_parameters (self->form, NULL, type->word, row);
}

static gboolean
is_disabled (HwXlsformSurvey *self,
             guint row)
{
  gboolean disabled = FALSE;

  return hw_xlsform_parse_yes_no (hw_sheet_get (self->sheet, row, HW_CELL_DISABLED), &disabled)
         && disabled;
}

static void
read_typed (HwXlsformSurvey *self,
            const char *text,
            guint *row)
{
  HwRowType type;

  self->n_rows++;
  hw_row_type_parse (&type, text);
  switch (type.row)
    {
    case HW_ROW_END:
      check_type (self, &type, text, *row);
      end_row (self, &type, *row);
      break;
    case HW_ROW_BEGIN_LOOP:
      hw_xlsform_read_loop (self, &type, row);
      break;
    case HW_ROW_END_LOOP:
      hw_sheet_notice (self->sheet, "wrong-end", *row, HW_CELL_TYPE,
                       _ ("“end_loop” stands here, but no loop is open. Take the row out or add "
                          "the “begin_loop” that is missing."));
      break;
    case HW_ROW_INSTANCE:
      read_instance (self, &type, text, *row);
      break;
    case HW_ROW_SETTING:
      read_setting (self, &type, *row);
      break;
    case HW_ROW_IGNORED:
      read_ignored (self, &type, *row);
      break;
    case HW_ROW_BEGIN:
    case HW_ROW_QUESTION:
    case HW_ROW_UNKNOWN:
    default:
      begin_row (self, &type, text, *row);
      break;
    }
  hw_row_type_clear (&type);
}

/**
 * hw_xlsform_read_row:
 * @self: the survey sheet
 * @row: (inout): the row to read; the last one that was read
 */
void
hw_xlsform_read_row (HwXlsformSurvey *self,
                     guint *row)
{
  const char *text = hw_sheet_get (self->sheet, *row, HW_CELL_TYPE);

  if (is_disabled (self, *row))
    return;
  if (*text == '\0')
    {
      const char *name = hw_sheet_get (self->sheet, *row, HW_CELL_NAME);
      char **label = hw_sheet_dup_texts (self->sheet, *row, HW_CELL_LABEL);
      gboolean is_remark = *name == '\0' && label == NULL;

      hw_languages_free_texts (self->form->questionnaire->languages, label);
      /* Rows without a name and a label are remarks between the questions. */
      if (is_remark)
        return;
      if (*name == '\0')
        {
          hw_sheet_notice (self->sheet, "no-type", *row, HW_CELL_TYPE,
                           _ ("This row has a label and no type. Write one, such as integer, text "
                              "or select_one."));
          self->n_rows++;
          return;
        }
      hw_sheet_notice (self->sheet, "no-type", *row, HW_CELL_TYPE,
                       _ ("“%s” has no type. Write one, such as integer, text or select_one."),
                       name);
      text = hw_kind_get_name (HW_KIND_TEXT);
    }
  read_typed (self, text, row);
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
  HwXlsformSurvey survey = {
    .form = self,
    .sheet = self->sheets[HW_SHEET_SURVEY],
    .open = open,
  };

  g_ptr_array_add (open, hw_xlsform_append (&survey, HW_KIND_GROUP, HW_ROOT_NAME, 0));
  if (!hw_sheet_has (survey.sheet, HW_CELL_TYPE))
    {
      if (hw_sheet_get_n_columns (survey.sheet) == 0)
        hw_sheet_notice_column (
            survey.sheet, "no-questions", 1, 0,
            _ ("The sheet is empty. Its first row has the headings, “type”, “name”, "
               "“label” and so on."));
      return;
    }
  for (guint row = 0; row < hw_sheet_get_n_rows (survey.sheet); row++)
    if (!hw_sheet_is_blank (survey.sheet, row))
      hw_xlsform_read_row (&survey, &row);
  for (guint i = 1; i < open->len; i++)
    {
      HwQuestion *question = g_ptr_array_index (open, i);

      hw_xlsform_notice (
          self, "never-ends", question, HW_CELL_TYPE,
          /* Translators: %1$s is “group” or “repeat”, %2$s its name. */
          _ ("The %1$s “%2$s” begins here and never ends. Add a row “end_%1$s” after its last "
             "question."),
          hw_kind_get_name (question->kind), question->name);
    }
  hw_xlsform_add_instance_id (&survey);
  hw_xlsform_settle_names (self);
  /* What could not be read is another fault, and told already. */
  if (survey.n_rows == 0
      && hw_problems_count (self->problems, HW_PROBLEM_ERROR) == self->n_faults_before)
    hw_sheet_notice_column (survey.sheet, "no-questions", 0, 0, _ ("The sheet has no question."));
}
