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

static void G_GNUC_PRINTF (3, 4)
report_fault (Rule *self,
              const char *code,
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
  if (self->slot >= 0)
    hw_sheet_notice_text (sheet, code, row, self->cell, (guint)self->slot, message);
  else
    hw_sheet_notice (sheet, code, row, self->cell, "%s", message);
}

static void
report_reference_cb (const char *code,
                     const char *message,
                     gpointer data)
{
  report_fault (data, code, "%s", message);
}

/* What a seed names is looked at with the other parameters. */
static void
keep_quiet_cb (const char *code,
               const char *message,
               gpointer data)
{
}

/* Spreadsheets write a condition that never changes as TRUE or FALSE, and people as yes or no. */
static const char *
find_constant (const char *text)
{
  static const char *const spellings[] = { "yes", "no", "true", "false" };

  for (guint i = 0; i < G_N_ELEMENTS (spellings); i++)
    if (g_ascii_strcasecmp (text, spellings[i]) == 0)
      return i % 2 == 0 ? "true()" : "false()";
  return NULL;
}

/**
 * hw_xlsform_find_code:
 * @error: why an expression could not be compiled
 *
 * Returns: (transfer none): the code of that kind of fault
 */
const char *
hw_xlsform_find_code (const GError *error)
{
  if (g_error_matches (error, HW_EXPRESSION_ERROR, HW_EXPRESSION_ERROR_UNKNOWN_FUNCTION))
    return "unknown-function";
  /* References were looked up before, so this is a word without quotation marks. */
  if (g_error_matches (error, HW_EXPRESSION_ERROR, HW_EXPRESSION_ERROR_UNKNOWN_NAME))
    return "unquoted-word";
  return "syntax";
}

/* The element that is the context node. */
static HwQuestion *
get_context (Rule *self)
{
  if (self->rule == HW_RULE_REPEAT_COUNT)
    return self->question->parent;
  if (self->rule == HW_RULE_CHOICE_FILTER && self->question->choices_source != NULL)
    return self->question->choices_source->repeat;
  return self->question;
}

/* Compiles @text, or reports all that keeps it from being compiled. */
static HwExpression *
compile (Rule *self,
         const char *text)
{
  HwExpressionScope expression_scope;
  HwQuestionScope scope;
  HwExpression *expression;
  g_autoptr (GError) error = NULL;

  /* The compiler stops at the first name that it does not know. */
  if (hw_xlsform_check_references (
          self->form, hw_cell_get_name (self->cell), text,
          self->rule == HW_RULE_SEED ? keep_quiet_cb : report_reference_cb, self)
      > 0)
    return NULL;
  hw_question_scope_init (&scope, self->form->questionnaire, get_context (self),
                          self->rule == HW_RULE_CHOICE_FILTER, &expression_scope);
  if (self->rule == HW_RULE_CHOICE_FILTER)
    {
      scope.choices = self->question->choices;
      scope.any_column = self->question->is_list_unknown;
    }
  expression = hw_expression_new (text, &expression_scope, &error);
  if (expression == NULL)
    report_fault (self, hw_xlsform_find_code (error), "%s", error->message);
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
  if (!is_value_of (self->question, text) && hw_scan_has_operator (text))
    return compile (self, text);
  if (!is_value_of (self->question, text))
    {
      hw_xlsform_notice (self->form, "bad-default", self->question, self->cell,
                         _ ("The default “%s” is not an answer to a question of the type “%s”, and "
                            "is left out."),
                         text, hw_question_get_type_name (self->question));
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

/* What "expected_min" and "expected_max" say, as an expression; NULL when they say nothing. */
static char *
dup_expected (HwQuestion *question)
{
  const char *min = question->expected_min;
  const char *max = question->expected_max;
  gboolean is_date = question->kind == HW_KIND_DATE;
  g_autoptr (GString) text = NULL;

  if (min == NULL && max == NULL)
    return NULL;
  text = g_string_new (NULL);
  if (min != NULL)
    g_string_append_printf (text, is_date ? ". >= date('%s')" : ". >= %s", min);
  if (max != NULL)
    g_string_append_printf (text, is_date ? "%s. <= date('%s')" : "%s. <= %s",
                            min != NULL ? " and " : "", max);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static HwExpression *
compile_soft_check (Rule *self,
                    const char *text)
{
  g_autofree char *expected = dup_expected (self->question);
  g_autofree char *both = NULL;

  if (*text != '\0' && hw_scan_is_prose (text))
    {
      hw_xlsform_notice (
          self->form, "check-is-remark", self->question, self->cell,
          _ ("This soft check is a remark, not an expression, and is not checked. Write what is "
             "expected, for example “. <= 20”."));
      text = "";
    }
  if (*text == '\0')
    return expected != NULL ? compile (self, expected) : NULL;
  if (expected == NULL)
    return compile (self, text);
  both = g_strdup_printf ("(%s) and %s", text, expected);
  return compile (self, both);
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
  hw_xlsform_notice (self->form, "no-effect", self->question, self->cell,
                     self->rule == HW_RULE_REPEAT_COUNT
                         ? _ ("“%s” belongs to a repeat, and this is a row of the type “%s”.")
                         : _ ("“%s” has no effect on a row of the type “%s”."),
                     hw_cell_get_name (self->cell), hw_question_get_type_name (self->question));
}

/* What there is to compile; "" for nothing. */
static const char *
get_text (Rule *self,
          guint row)
{
  const char *text = hw_sheet_get (self->form->sheets[HW_SHEET_SURVEY], row, self->cell);
  const HwTypeWord *type = self->question->type;

  if (self->rule == HW_RULE_SEED)
    {
      double number;

      text = self->question->randomized ? hw_question_get_parameter (self->question, "seed") : NULL;
      if (text != NULL && !g_str_has_prefix (text, "${") && !hw_number_parse (text, &number))
        text = NULL;
    }
  else if (self->rule == HW_RULE_CHOICE_FILTER && *text == '\0')
    text = self->question->search_filter;
  else if (self->rule == HW_RULE_CONSTRAINT && *text == '\0' && type != NULL)
    text = type->constraint;
  return text != NULL ? text : "";
}

static HwExpression *
compile_rule (Rule *self,
              const char *text)
{
  switch (self->rule)
    {
    case HW_RULE_REQUIRED:
      return compile_required (self, text);
    case HW_RULE_READ_ONLY:
      return compile_read_only (self, text);
    case HW_RULE_DEFAULT:
      return compile_default (self, text);
    case HW_RULE_SOFT_CHECK:
      return compile_soft_check (self, text);
    case HW_RULE_RELEVANT:
    case HW_RULE_CONSTRAINT:
    case HW_RULE_CALCULATION:
      return compile (self, find_constant (text) != NULL ? find_constant (text) : text);
    case HW_RULE_CHOICE_FILTER:
    case HW_RULE_REPEAT_COUNT:
    case HW_RULE_SEED:
    case HW_N_RULES:
    default:
      return compile (self, text);
    }
}

static void
compile_rules (HwXlsform *form,
               HwQuestion *question)
{
  guint row = hw_xlsform_get_row (form, question);

  for (guint i = 0; i < HW_N_RULES; i++)
    {
      Rule self = { .form = form, .question = question, .rule = i, .cell = cells[i], .slot = -1 };
      const char *text = get_text (&self, row);
      gboolean expects = i == HW_RULE_SOFT_CHECK
                         && (question->expected_min != NULL || question->expected_max != NULL);

      if ((*text == '\0' && !expects) || question->rules[i] != NULL)
        continue;
      if (is_in_place (question, i))
        question->rules[i] = compile_rule (&self, text);
      else if (i != HW_RULE_READ_ONLY)
        report_out_of_place (&self);
    }
}

/**
 * hw_xlsform_compiles:
 * @cell: a column of the survey sheet
 *
 * Returns: whether references in it are looked at when questions are compiled, or mean nothing
 *   there
 */
gboolean
hw_xlsform_compiles (HwSheetCell cell)
{
  if (cell == HW_CELL_TYPE || cell == HW_CELL_NAME || cell == HW_CELL_TRIGGER)
    return TRUE;
  for (guint i = 0; i < HW_N_RULES; i++)
    if (cells[i] == cell && i != HW_RULE_SEED)
      return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (filled_texts); i++)
    if (filled_texts[i].cell == cell)
      return TRUE;
  return FALSE;
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
      if (hw_xlsform_check_references (form, hw_cell_get_name (cell), texts[slot],
                                       report_reference_cb, &self)
          > 0)
        continue;
      if (templates == NULL)
        templates = g_new0 (HwTemplate *, n_slots);
      hw_question_scope_init (&scope, form->questionnaire, question, FALSE, &expression_scope);
      templates[slot] = hw_template_new (texts[slot], &expression_scope, &error);
      if (templates[slot] == NULL)
        report_fault (&self, hw_xlsform_find_code (error), "%s", error->message);
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

      if (question->is_added)
        continue;
      for (guint k = 0; k < G_N_ELEMENTS (filled_texts); k++)
        question->templates[filled_texts[k].text]
            = compile_templates (self, question, filled_texts[k].text, filled_texts[k].cell);
      compile_rules (self, question);
    }
}
