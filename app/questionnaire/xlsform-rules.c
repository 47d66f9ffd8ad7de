/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "questionnaire/xlsform-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/date.h"
#include "base/number.h"
#include "questionnaire/expression-scan.h"
#include "questionnaire/scope.h"
#include "questionnaire/xlsform-heading.h"

/* One expression that is being compiled, and its place. */
typedef struct
{
  HwXlsform *form;
  HwQuestion *question;
  HwRule rule;
  HwSheetCell cell;
  int slot; /* of a translated text; -1 for an expression */
  guint n_faults;
} Rule;

static const HwSheetCell cells[HW_N_RULES] = {
  [HW_RULE_RELEVANT] = HW_CELL_RELEVANT,
  [HW_RULE_CONSTRAINT] = HW_CELL_CONSTRAINT,
  [HW_RULE_REQUIRED] = HW_CELL_REQUIRED,
  [HW_RULE_CALCULATION] = HW_CELL_CALCULATION,
  [HW_RULE_CHOICE_FILTER] = HW_CELL_CHOICE_FILTER,
  [HW_RULE_REPEAT_COUNT] = HW_CELL_REPEAT_COUNT,
  [HW_RULE_DEFAULT] = HW_CELL_DEFAULT,
  [HW_RULE_SOFT_CHECK] = HW_CELL_SOFT_CHECK,
  [HW_RULE_READ_ONLY] = HW_CELL_READ_ONLY,
  [HW_RULE_SEED] = HW_CELL_PARAMETERS,
};

/* The texts that may speak of answers. */
static const struct
{
  HwText text;
  HwSheetCell cell;
} filled_texts[] = {
  { HW_TEXT_LABEL, HW_CELL_LABEL },
  { HW_TEXT_HINT, HW_CELL_HINT },
  { HW_TEXT_GUIDANCE, HW_CELL_GUIDANCE },
  { HW_TEXT_CONSTRAINT_MESSAGE, HW_CELL_CONSTRAINT_MESSAGE },
  { HW_TEXT_REQUIRED_MESSAGE, HW_CELL_REQUIRED_MESSAGE },
  { HW_TEXT_SOFT_MESSAGE, HW_CELL_SOFT_MESSAGE },
};

static void G_GNUC_PRINTF (2, 3)
report_fault (Rule *self,
              const char *format,
              ...)
{
  HwSheet *sheet = self->form->sheets[HW_SHEET_SURVEY];
  guint row = hw_xlsform_get_row (self->form, self->question);
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  self->n_faults++;
  if (self->slot >= 0)
    hw_sheet_report_text (sheet, HW_PROBLEM_ERROR, row, self->cell, (guint)self->slot, message);
  else
    hw_sheet_report (sheet, HW_PROBLEM_ERROR, row, self->cell, "%s", message);
}

static gboolean
check_reference_cb (const char *name,
                    gpointer data)
{
  Rule *self = data;
  const char *meant;

  if (hw_questionnaire_find (self->form->questionnaire, name) != NULL)
    return TRUE;
  meant = hw_questionnaire_suggest (self->form->questionnaire, name);
  if (meant != NULL)
    report_fault (self,
                  /* Translators: %s are the name of a column and two names of questions. */
                  _ ("“%s” names ${%s}, which is not in this questionnaire; did you mean ${%s}?"),
                  hw_cell_get_name (self->cell), name, meant);
  else
    report_fault (self, _ ("“%s” names ${%s}, which is not in this questionnaire."),
                  hw_cell_get_name (self->cell), name);
  return TRUE;
}

/* Compiles @text, or reports all that keeps it from being compiled. */
static HwExpression *
compile (Rule *self,
         const char *text)
{
  HwQuestion *context
      = self->rule == HW_RULE_REPEAT_COUNT ? self->question->parent : self->question;
  HwExpressionScope expression_scope;
  HwQuestionScope scope;
  HwExpression *expression;
  g_autoptr (GError) error = NULL;

  /* The compiler stops at the first name that it does not know. */
  self->n_faults = 0;
  hw_scan_references (text, FALSE, check_reference_cb, self);
  if (self->n_faults > 0)
    return NULL;
  hw_question_scope_init (&scope, self->form->questionnaire, context,
                          self->rule == HW_RULE_CHOICE_FILTER, &expression_scope);
  expression = hw_expression_new (text, &expression_scope, &error);
  if (expression == NULL)
    report_fault (self, "%s", error->message);
  return expression;
}

/* A text as an XPath literal, which knows no escapes. */
static char *
quote (const char *text)
{
  g_auto (GStrv) pieces = NULL;
  g_autofree char *joined = NULL;

  if (strchr (text, '\'') == NULL)
    return g_strdup_printf ("'%s'", text);
  if (strchr (text, '"') == NULL)
    return g_strdup_printf ("\"%s\"", text);
  pieces = g_strsplit (text, "'", -1);
  joined = g_strjoinv ("', \"'\", '", pieces);
  return g_strdup_printf ("concat('%s')", joined);
}

static gboolean
is_value_of (HwQuestion *question,
             const char *text)
{
  double number;
  gint64 integer;
  gint32 days;

  switch (question->kind)
    {
    case HW_KIND_INTEGER:
      return hw_number_parse_int (text, G_MININT64, G_MAXINT64, &integer);
    case HW_KIND_DECIMAL:
      return hw_number_parse (text, &number);
    case HW_KIND_DATE:
      return hw_date_parse (text, &days);
    case HW_KIND_TIME:
      return hw_time_parse (text, &days);
    case HW_KIND_SELECT_ONE:
      return question->choices == NULL || hw_choice_list_find (question->choices, text) != NULL;
    case HW_KIND_SELECT_MULTIPLE:
    case HW_KIND_RANK:
      {
        g_auto (GStrv) words = g_strsplit (text, " ", -1);

        for (guint i = 0; question->choices != NULL && words[i] != NULL; i++)
          if (*words[i] != '\0' && hw_choice_list_find (question->choices, words[i]) == NULL)
            return FALSE;
        return TRUE;
      }
    case HW_KIND_GROUP:
    case HW_KIND_REPEAT:
    case HW_KIND_TEXT:
    case HW_KIND_DATETIME:
    case HW_KIND_ACKNOWLEDGE:
    case HW_KIND_GEOPOINT:
    case HW_KIND_NOTE:
    case HW_KIND_CALCULATE:
    case HW_KIND_HIDDEN:
    case HW_KIND_START:
    case HW_KIND_END:
    case HW_KIND_TODAY:
    case HW_KIND_DEVICEID:
    case HW_KIND_USERNAME:
    case HW_KIND_IMAGE:
    default:
      return TRUE;
    }
}

static HwExpression *
compile_default (Rule *self,
                 const char *text)
{
  g_autofree char *literal = NULL;

  if (hw_scan_is_dynamic (text))
    return compile (self, text);
  if (!is_value_of (self->question, text))
    {
      report_fault (self, _ ("The default “%s” is not an answer to a question of the type “%s”."),
                    text, hw_kind_get_name (self->question->kind));
      return NULL;
    }
  literal = quote (text);
  return compile (self, literal);
}

static HwExpression *
compile_required (Rule *self,
                  const char *text)
{
  gboolean yes;

  if (!hw_xlsform_parse_yes_no (text, &yes))
    return compile (self, text);
  self->question->required = yes;
  return NULL;
}

static HwExpression *
compile_read_only (Rule *self,
                   const char *text)
{
  gboolean yes;

  /* Yes and no were read with the row. */
  return hw_xlsform_parse_yes_no (text, &yes) ? NULL : compile (self, text);
}

static HwExpression *
compile_soft_check (Rule *self,
                    const char *text)
{
  if (!hw_scan_is_prose (text))
    return compile (self, text);
  hw_xlsform_report (
      self->form, HW_PROBLEM_WARNING, self->question, self->cell,
      _ ("This soft check is a remark, not an expression, and is not checked. Write what is "
         "expected, for example “. <= 20”."));
  return NULL;
}

/* Whether the rule can mean something on a question of that kind. */
static gboolean
is_in_place (HwQuestion *question,
             HwRule rule)
{
  switch (rule)
    {
    case HW_RULE_RELEVANT:
      return TRUE;
    case HW_RULE_REPEAT_COUNT:
      return question->kind == HW_KIND_REPEAT;
    case HW_RULE_CHOICE_FILTER:
      return hw_kind_has_choices (question->kind);
    case HW_RULE_CONSTRAINT:
    case HW_RULE_REQUIRED:
    case HW_RULE_CALCULATION:
    case HW_RULE_DEFAULT:
    case HW_RULE_SOFT_CHECK:
    case HW_RULE_READ_ONLY:
    case HW_RULE_SEED:
    case HW_N_RULES:
    default:
      return hw_question_has_value (question);
    }
}

static void
report_out_of_place (Rule *self)
{
  /* A count on a group was meant for a repeat; the other slips only say too much. */
  gboolean is_count = self->rule == HW_RULE_REPEAT_COUNT;

  hw_xlsform_report (self->form, is_count ? HW_PROBLEM_ERROR : HW_PROBLEM_WARNING, self->question,
                     self->cell,
                     is_count ? _ ("“%s” belongs to a repeat, and this is a row of the type “%s”.")
                              : _ ("“%s” has no effect on a row of the type “%s”."),
                     hw_cell_get_name (self->cell), hw_kind_get_name (self->question->kind));
}

static void
compile_rules (HwXlsform *form,
               HwQuestion *question)
{
  HwSheet *sheet = form->sheets[HW_SHEET_SURVEY];
  guint row = hw_xlsform_get_row (form, question);

  for (guint i = 0; i < HW_N_RULES; i++)
    {
      Rule self = { .form = form, .question = question, .rule = i, .cell = cells[i], .slot = -1 };
      const char *text = hw_sheet_get (sheet, row, self.cell);
      HwExpression *expression;

      if (i == HW_RULE_SEED)
        text = question->randomized ? hw_question_get_parameter (question, "seed") : NULL;
      if (text == NULL || *text == '\0' || question->rules[i] != NULL)
        continue;
      if (!is_in_place (question, i))
        {
          report_out_of_place (&self);
          continue;
        }
      if (i == HW_RULE_REQUIRED)
        expression = compile_required (&self, text);
      else if (i == HW_RULE_READ_ONLY)
        expression = compile_read_only (&self, text);
      else if (i == HW_RULE_DEFAULT)
        expression = compile_default (&self, text);
      else if (i == HW_RULE_SOFT_CHECK)
        expression = compile_soft_check (&self, text);
      else
        expression = compile (&self, text);
      question->rules[i] = expression;
    }
}

/* Texts with ${name} inside, each language for itself. */
static HwTemplate **
compile_templates (HwXlsform *form,
                   HwQuestion *question,
                   HwText text,
                   HwSheetCell cell)
{
  char **texts = question->texts[text];
  guint n_slots = hw_languages_get_length (question->languages);
  HwTemplate **templates = NULL;

  for (guint slot = 0; texts != NULL && slot < n_slots; slot++)
    {
      Rule self = { .form = form, .question = question, .cell = cell, .slot = (int)slot };
      g_autoptr (GError) error = NULL;
      HwExpressionScope expression_scope;
      HwQuestionScope scope;

      if (texts[slot] == NULL || strstr (texts[slot], "${") == NULL)
        continue;
      hw_scan_references (texts[slot], TRUE, check_reference_cb, &self);
      if (self.n_faults > 0)
        continue;
      if (templates == NULL)
        templates = g_new0 (HwTemplate *, n_slots);
      hw_question_scope_init (&scope, form->questionnaire, question, FALSE, &expression_scope);
      templates[slot] = hw_template_new (texts[slot], &expression_scope, &error);
      if (templates[slot] == NULL)
        report_fault (&self, "%s", error->message);
    }
  return templates;
}

/**
 * hw_xlsform_compile:
 * @self: a reader that has read the survey
 *
 * Compiles the expressions, now that every name is known.
 */
void
hw_xlsform_compile (HwXlsform *self)
{
  GPtrArray *questions = self->questionnaire->questions;

  for (guint i = 1; i < questions->len; i++)
    {
      HwQuestion *question = g_ptr_array_index (questions, i);

      /* The text of an "or_other" shares the row of its question, whose rules are not its own. */
      if (i > 1 && hw_xlsform_get_row (self, question) == g_array_index (self->rows, guint, i - 1))
        continue;
      for (guint k = 0; k < G_N_ELEMENTS (filled_texts); k++)
        question->templates[filled_texts[k].text]
            = compile_templates (self, question, filled_texts[k].text, filled_texts[k].cell);
      compile_rules (self, question);
    }
}
