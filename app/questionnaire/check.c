/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "questionnaire/check.h"

#include "questionnaire/xlsform-sheet-private.h"

static HwSheetCell
find_cell (HwRule rule)
{
  switch (rule)
    {
    case HW_RULE_RELEVANT:
      return HW_CELL_RELEVANT;
    case HW_RULE_CONSTRAINT:
      return HW_CELL_CONSTRAINT;
    case HW_RULE_REQUIRED:
      return HW_CELL_REQUIRED;
    case HW_RULE_CALCULATION:
      return HW_CELL_CALCULATION;
    case HW_RULE_CHOICE_FILTER:
      return HW_CELL_CHOICE_FILTER;
    case HW_RULE_REPEAT_COUNT:
      return HW_CELL_REPEAT_COUNT;
    case HW_RULE_DEFAULT:
      return HW_CELL_DEFAULT;
    case HW_RULE_SOFT_CHECK:
      return HW_CELL_SOFT_CHECK;
    case HW_RULE_READ_ONLY:
      return HW_CELL_READ_ONLY;
    case HW_RULE_SEED:
    case HW_N_RULES:
    default:
      return HW_CELL_TYPE;
    }
}

/**
 * hw_check_rule_name:
 * @rule: a rule
 *
 * Returns: (transfer none): the heading of its column
 */
const char *
hw_check_rule_name (HwRule rule)
{
  return hw_cell_get_name (find_cell (rule));
}

/**
 * hw_check_get_tree:
 * @self: a check
 * @question: a question
 * @rule: one of its rules
 *
 * Returns: (transfer none) (nullable): the parts of its expression; %NULL when it has none, or none
 *   that could be compiled
 */
HwTree *
hw_check_get_tree (HwCheck *self,
                   HwQuestion *question,
                   HwRule rule)
{
  HwExpression *expression = question->rules[rule];
  gpointer *slot = &self->trees[question->index * HW_N_RULES + rule];

  if (expression == NULL)
    return NULL;
  if (*slot == NULL)
    *slot = hw_tree_new (self->questionnaire, hw_expression_get_text (expression));
  return *slot;
}

/**
 * hw_check_place:
 * @self: a check
 * @question: a question
 * @cell: a column of the survey sheet
 *
 * Returns: the cell of that question, without a language
 */
HwPlace
hw_check_place (HwCheck *self,
                HwQuestion *question,
                HwSheetCell cell)
{
  return (HwPlace){ .sheet = HW_SHEET_SURVEY,
                    .row = hw_xlsform_get_row (self->form, question),
                    .cell = cell,
                    .slot = -1,
                    .question = question };
}

/**
 * hw_check_rule_place:
 * @self: a check
 * @question: a question
 * @rule: one of its rules
 *
 * Returns: the cell of that rule
 */
HwPlace
hw_check_rule_place (HwCheck *self,
                     HwQuestion *question,
                     HwRule rule)
{
  return hw_check_place (self, question, find_cell (rule));
}

static guint
find_column (HwSheet *sheet,
             const HwPlace *place)
{
  guint column = hw_sheet_has (sheet, place->cell) ? sheet->columns[place->cell] : NO_COLUMN;

  if (place->slot >= 0 && sheet->text_columns[place->cell] != NULL)
    column = sheet->text_columns[place->cell][place->slot];
  return column != NO_COLUMN ? column + 1 : 0;
}

/**
 * hw_check_report:
 * @self: a check
 * @code: a code of the registry, which also says how bad it is
 * @place: where
 * @format: a translated sentence: what was found, and what to do
 */
void
hw_check_report (HwCheck *self,
                 const char *code,
                 HwPlace place,
                 const char *format,
                 ...)
{
  const HwProblemCode *kind = hw_problem_code_find (code);
  HwSheet *sheet = self->form->sheets[place.sheet];
  HwProblem problem = { 0 };
  va_list arguments;

  g_return_if_fail (kind != NULL && sheet != NULL);

  /* A row of a loop stands for as many questions as there are choices. */
  if (place.question != NULL && place.question->loop != NULL
      && !g_hash_table_add (self->looped,
                            g_strdup_printf ("%s %u %d", code, place.row, place.cell)))
    return;
  problem.severity = kind->severity;
  problem.code = kind->code;
  problem.file = g_strdup (hw_csv_table_get_name (sheet->table));
  problem.sheet = g_strdup (hw_csv_table_get_sheet (sheet->table));
  problem.line = hw_sheet_get_line (sheet, place.row);
  problem.column = find_column (sheet, &place);
  problem.question = place.question != NULL ? g_strdup (place.question->name) : NULL;
  problem.lines = g_strdup (place.lines);
  va_start (arguments, format);
  problem.message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  hw_problems_take (self->form->problems, &problem);
}

/**
 * hw_check_join_names:
 * @questions: (element-type HwQuestion): some questions
 *
 * Returns: (transfer full): the names of the first few, for a sentence
 */
char *
hw_check_join_names (GPtrArray *questions)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < MIN (questions->len, HW_CHECK_MAX_NAMES); i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                            ((HwQuestion *)g_ptr_array_index (questions, i))->name);
  if (questions->len > HW_CHECK_MAX_NAMES)
    g_string_append (names, ", …");
  return g_string_free (names, FALSE);
}

/**
 * hw_check_join_lines:
 * @questions: (element-type HwQuestion): some questions
 *
 * Returns: (transfer full): the lines of all of them, for a program
 */
char *
hw_check_join_lines (GPtrArray *questions)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < questions->len; i++)
    g_string_append_printf (lines, "%s%u", i > 0 ? " " : "",
                            ((HwQuestion *)g_ptr_array_index (questions, i))->line);
  return g_string_free (lines, FALSE);
}

/**
 * hw_check_join_rows:
 * @self: a check
 * @sheet: a sheet
 * @rows: (element-type guint): rows of it, from 0
 * @between: what stands between two
 * @max: how many to name
 *
 * Returns: (transfer full): their lines
 */
char *
hw_check_join_rows (HwCheck *self,
                    HwSheetKind sheet,
                    GArray *rows,
                    const char *between,
                    guint max)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < MIN (rows->len, max); i++)
    g_string_append_printf (
        lines, "%s%u", i > 0 ? between : "",
        hw_sheet_get_line (self->form->sheets[sheet], g_array_index (rows, guint, i)));
  if (rows->len > max)
    g_string_append (lines, ", …");
  return g_string_free (lines, FALSE);
}

static void
free_tree (gpointer data)
{
  if (data != NULL)
    hw_tree_free (data);
}

static void
count_names (HwCheck *self,
             const char *const *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    {
      HwQuestion *read = hw_questionnaire_find (self->questionnaire, names[i]);

      if (read != NULL)
        self->n_readers[read->index]++;
    }
}

static void
count_readers (HwCheck *self)
{
  GPtrArray *questions = self->questionnaire->questions;
  guint n_slots = hw_languages_get_length (self->questionnaire->languages);

  for (guint i = 1; i < questions->len; i++)
    {
      HwQuestion *question = g_ptr_array_index (questions, i);

      for (guint rule = 0; rule < HW_N_RULES; rule++)
        if (question->rules[rule] != NULL)
          count_names (self, hw_expression_get_names (question->rules[rule]));
      for (guint text = 0; text < HW_N_TEXTS; text++)
        for (guint slot = 0; question->templates[text] != NULL && slot < n_slots; slot++)
          if (question->templates[text][slot] != NULL)
            count_names (self, hw_template_get_names (question->templates[text][slot]));
    }
}

/**
 * hw_xlsform_advise:
 * @self: a reader that has read and compiled everything, maybe with faults
 *
 * Reports what somebody should know who still works on the questionnaire.
 */
void
hw_xlsform_advise (HwXlsform *self)
{
  HwCheck check = { .form = self, .questionnaire = self->questionnaire };
  guint n = self->questionnaire->questions->len;

  if (self->sheets[HW_SHEET_SURVEY] == NULL)
    return;
  check.trees = g_new0 (gpointer, n * HW_N_RULES);
  check.n_readers = g_new0 (guint, n);
  check.looped = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  count_readers (&check);
  hw_check_choices (&check);
  hw_check_expressions (&check);
  hw_check_guards (&check);
  hw_check_names (&check);
  hw_check_references (&check);
  hw_check_size (&check);
  hw_check_skips (&check);
  hw_check_texts (&check);
  for (guint i = 0; i < n * HW_N_RULES; i++)
    free_tree (check.trees[i]);
  g_free (check.trees);
  g_free (check.n_readers);
  g_hash_table_unref (check.looped);
}

static void
find_rows (HwXlsform *self)
{
  HwSheet *sheet = self->sheets[HW_SHEET_SURVEY];
  GPtrArray *questions = self->questionnaire->questions;
  guint row = 0;

  for (guint i = 0; i < questions->len; i++)
    {
      HwQuestion *question = g_ptr_array_index (questions, i);

      /* The rows of a loop come once for each choice. */
      if (row < hw_sheet_get_n_rows (sheet) && hw_sheet_get_line (sheet, row) > question->line)
        row = 0;
      while (row < hw_sheet_get_n_rows (sheet) && hw_sheet_get_line (sheet, row) < question->line)
        row++;
      g_array_append_val (self->rows, row);
    }
}

/**
 * hw_questionnaire_advise:
 * @self: a questionnaire
 * @problems: where the advice goes
 *
 * Gives advice on a questionnaire that was read before, maybe long ago. Faults are the business of
 * the reader; to have both at once, let it read with hw_problems_ask_advice().
 */
void
hw_questionnaire_advise (HwQuestionnaire *self,
                         HwProblems *problems)
{
  g_autoptr (HwProblems) told = hw_problems_new ();
  HwXlsform form = { .questionnaire = self, .problems = problems };

  g_return_if_fail (self != NULL && problems != NULL);

  form.rows = g_array_new (FALSE, FALSE, sizeof (guint));
  /* What the reader says of the headings was said when it read them. */
  hw_xlsform_open_sheets (&form, self->entries, told);
  for (guint i = 0; i < HW_N_SHEETS; i++)
    if (form.sheets[i] != NULL)
      hw_sheet_add_languages (form.sheets[i], self->languages);
  find_rows (&form);
  hw_xlsform_advise (&form);
  hw_problems_sort (problems);
  g_array_unref (form.rows);
  for (guint i = 0; i < HW_N_SHEETS; i++)
    g_clear_pointer (&form.sheets[i], hw_sheet_free);
}
