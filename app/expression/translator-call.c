/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "expression/translator.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "expression/moment.h"

/* (transfer full): that there is no such function, and what to do instead */
static GError *
describe_unknown (HwTranslator *self,
                  const char *name)
{
  const char *near = hw_function_suggest (name);
  int code = HW_EXPRESSION_ERROR_UNKNOWN_FUNCTION;
  g_autofree char *sentence = hw_slip_dup_function (name, &code);
  GError *error = NULL;

  if (sentence == NULL && near != NULL)
    /* Translators: %1$s is what was written, %2$s a function that exists. */
    sentence
        = g_strdup_printf (_("There is no function %1$s(); did you mean %2$s()?"), name, near);
  else if (sentence == NULL)
    /* Translators: %s is what was written. */
    sentence = g_strdup_printf (_("There is no function %s()."), name);
  hw_token_set_error (&self->token, self->tokenizer.text, code, sentence, &error);
  return error;
}

/* (transfer full) (nullable): that @n arguments are too few or too many */
static GError *
check_count (HwTranslator *self,
             const HwToken *at,
             const HwFunction *function,
             int n)
{
  int min = function->min_arguments, max = function->max_arguments;
  g_autofree char *sentence = NULL;
  GError *error = NULL;

  if (n >= min && (max < 0 || n <= max))
    return NULL;
  if (max == 0)
    /* Translators: %s is the name of a function. */
    sentence = g_strdup_printf (_("%s() takes no argument."), function->name);
  else if (min == max)
    /* Translators: %1$s is the name of a function, %2$d how many arguments it takes, %3$d how many
     * it is given. */
    sentence = g_strdup_printf (ngettext ("%1$s() takes exactly %2$d argument, not %3$d.",
                                          "%1$s() takes exactly %2$d arguments, not %3$d.",
                                          (gulong) min),
                                function->name, min, n);
  else if (max < 0)
    sentence
        /* Translators: %1$s is the name of a function, %2$d how many arguments it takes, %3$d how
           many it is given. */
        = g_strdup_printf (ngettext ("%1$s() takes at least %2$d argument, not %3$d.",
                                     "%1$s() takes at least %2$d arguments, not %3$d.",
                                     (gulong) min),
                           function->name, min, n);
  else
    /* Translators: %1$s is the name of a function, %2$d to %3$d what it takes, %4$d what it is
     * given. */
    sentence = g_strdup_printf (_("%1$s() takes %2$d to %3$d arguments, not %4$d."),
                                function->name, min, max, n);
  hw_token_set_error (at, self->tokenizer.text, HW_EXPRESSION_ERROR_SYNTAX, sentence, &error);
  return error;
}

/* A pattern that is written out can be tried at once, before anybody is in the field with it. */
static gboolean
check_pattern (HwTranslator *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GRegex) regex = NULL;
  g_autofree char *pattern = NULL;

  if (self->token.kind != HW_TOKEN_STRING || !hw_translator_peek_is (self, ")"))
    return TRUE;
  pattern = hw_token_dup_string (&self->token);
  regex = hw_pattern_new (pattern, TRUE, &error);
  if (regex == NULL)
    return hw_translator_fail (self, HW_EXPRESSION_ERROR_SYNTAX, "%s", error->message);
  return TRUE;
}

/* A date that is written out and is none would be empty in every interview. */
static gboolean
check_date (HwTranslator *self)
{
  g_autofree char *text = NULL;
  g_auto (HwMoment) moment = { 0, NULL };

  if (self->scope == NULL || self->token.kind != HW_TOKEN_STRING
      || !hw_translator_peek_is (self, ")"))
    return TRUE;
  text = hw_token_dup_string (&self->token);
  if (*text == '\0' || hw_moment_parse_loose (text, &moment))
    return TRUE;
  return hw_translator_fail (self, HW_EXPRESSION_ERROR_SYNTAX,
                             /* Translators: %s is what was written. */
                             _("“%s” is no date; a date is written as 2026-11-21."), text);
}

/* In jr:choice-name(${q}, '${q}') the second argument names the question; pyxform puts its path
 * there. */
static gboolean
read_question_name (HwTranslator *self)
{
  g_autofree char *text = hw_token_dup_string (&self->token);
  g_autofree char *name = NULL;
  HwScopeTarget target = HW_SCOPE_TARGET_INIT;
  const char *slash = strrchr (text, '/');

  if (g_str_has_prefix (text, "${") && g_str_has_suffix (text, "}"))
    name = g_strndup (text + 2, strlen (text) - 3);
  else
    name = g_strdup (slash != NULL ? slash + 1 : text);
  g_strstrip (name);
  if (self->scope != NULL && !self->scope->resolve (name, &target, self->scope->data))
    return hw_translator_unknown_name (self, name);
  g_free (target.path);
  g_string_append_printf (self->out->xpath, "'%s'", name);
  return hw_translator_advance (self);
}

static gboolean
is_function (const HwFunction *function,
             const char *name)
{
  return function != NULL && g_str_equal (function->name, name);
}

static const char *const *
get_columns (HwTranslator *self,
             const char *table)
{
  if (self->scope == NULL || self->scope->columns == NULL)
    return NULL;
  return self->scope->columns (table, self->scope->data);
}

/* The name of a table, when it is written out: whether it is there. */
static void
note_table (HwTranslator *self,
            gboolean is_file)
{
  g_autofree char *name = hw_token_dup_string (&self->token);
  g_autofree char *sentence = NULL;

  if (is_file && g_str_has_suffix (name, ".csv"))
    name[strlen (name) - strlen (".csv")] = '\0';
  self->argument_table = g_string_chunk_insert_const (self->strings, name);
  if (!g_ptr_array_find_with_equal_func (self->out->instances, name, g_str_equal, NULL))
    g_ptr_array_add (self->out->instances, g_strdup (name));
  if (self->scope == NULL || self->scope->columns == NULL || get_columns (self, name) != NULL)
    return;
  /* Translators: both are the name of a table, such as villages. */
  sentence = g_strdup_printf (_("There is no table or list “%1$s”; attach the file %2$s.csv to "
                                 "the form."),
                              name, name);
  hw_translator_advise (self, HW_ADVICE_UNKNOWN_TABLE, &self->token, sentence);
}

static void
check_column (HwTranslator *self)
{
  g_autofree char *name = hw_token_dup_string (&self->token);
  g_autofree char *sentence = NULL;
  const char *const *columns
      = self->argument_table != NULL ? get_columns (self, self->argument_table) : NULL;

  if (columns == NULL || g_strv_contains (columns, name))
    return;
  /* Translators: %1$s is the name of a file without .csv, %2$s a column. */
  sentence
      = g_strdup_printf (_("The table “%1$s” has no column “%2$s”."), self->argument_table, name);
  hw_translator_advise (self, HW_ADVICE_UNKNOWN_COLUMN, &self->token, sentence);
}

/* Looks at arguments that are written out, and says what is wrong with them at once. */
static gboolean
check_argument (HwTranslator *self,
                const HwFunction *function,
                int i)
{
  gboolean is_alone = self->token.kind == HW_TOKEN_STRING
                      && (hw_translator_peek_is (self, ",") || hw_translator_peek_is (self, ")"));

  if (!is_alone)
    return TRUE;
  if (i == 1 && is_function (function, "regex"))
    return check_pattern (self);
  if (i == 0 && (is_function (function, "date") || is_function (function, "date-time")))
    return check_date (self);
  if (i == 0 && (is_function (function, "pulldata") || is_function (function, "instance")))
    note_table (self, is_function (function, "pulldata"));
  if ((i == 1 || i == 2) && is_function (function, "pulldata"))
    check_column (self);
  return TRUE;
}

/* What may never be needed is evaluated when it is. */
static gboolean
is_lazy (const HwFunction *function,
         int i)
{
  return is_function (function, "if")         ? i > 0
         : is_function (function, "coalesce") ? i > 0
                                              : is_function (function, "once");
}

static gboolean
read_argument (HwTranslator *self,
               const HwFunction *function,
               int i,
               HwOperand *operand)
{
  gsize start = self->out->xpath->len;
  guint calls = self->calls;

  if (!check_argument (self, function, i))
    return FALSE;
  if (i == 1 && is_function (function, "jr:choice-name") && self->token.kind == HW_TOKEN_STRING
      && hw_translator_peek_is (self, ")"))
    {
      *operand = (HwOperand){ .result = HW_RESULT_STRING };
      return read_question_name (self);
    }
  if (!hw_translator_read_expression (self, operand))
    return FALSE;
  if (is_lazy (function, i) && self->calls > calls)
    {
      g_ptr_array_add (self->out->parts, hw_translator_cut (self, start));
      g_string_append_printf (self->out->xpath, HW_PART_CALL "%u)", self->out->parts->len - 1);
    }
  return TRUE;
}

static gboolean
is_day (HwResult result)
{
  return result == HW_RESULT_DATE || result == HW_RESULT_DATETIME || result == HW_RESULT_DAYS;
}

/* What the arguments from @from on have in common; a date among them makes dates of all. */
static HwOperand
find_common (const HwOperand *operands,
             int from,
             int n)
{
  HwOperand common = { .result = HW_RESULT_NODESET, .is_plain = TRUE, .is_texty = TRUE };
  gboolean same = TRUE;

  for (int i = from; i < n; i++)
    {
      if (is_day (operands[i].result))
        return (HwOperand){ .result = operands[i].result, .is_texty = operands[i].is_texty };
      same = same && operands[i].result == operands[from].result;
      common.is_plain = common.is_plain && operands[i].is_plain;
      common.is_texty = common.is_texty && operands[i].is_texty;
    }
  if (same && n > from)
    common.result = operands[from].result;
  return common;
}

static HwOperand
find_result (const HwFunction *function,
             GArray *operands)
{
  const HwOperand *all = (const HwOperand *) (void *) operands->data;
  int n = (int) operands->len;

  if (function == NULL)
    return (HwOperand){ .result = HW_RESULT_NODESET };
  if (function->result == HW_RESULT_ARGUMENT)
    return find_common (all, is_function (function, "if") ? 1 : 0, n);
  if ((function->flags & HW_FUNCTION_DATES) != 0 && is_day (find_common (all, 0, n).result))
    return (HwOperand){ .result = HW_RESULT_DAYS };
  return (HwOperand){ .result = function->result,
                      .is_texty = function->result == HW_RESULT_STRING
                                  || function->result == HW_RESULT_DATE };
}

static gboolean
read_arguments (HwTranslator *self,
                const HwFunction *function,
                GArray *operands)
{
  gboolean failed = FALSE;

  if (hw_token_is (&self->token, ")"))
    return hw_translator_expect (self, ")");
  do
    {
      HwOperand operand = { 0 };

      if (failed || !read_argument (self, function, (int) operands->len, &operand))
        return FALSE;
      g_array_append_val (operands, operand);
    }
  while (hw_translator_take (self, ",", &failed));
  return !failed && hw_translator_expect (self, ")");
}

/* In a questionnaire a call that cannot work is a fault at once; elsewhere, as in XPath, when it is
 * reached. */
static gboolean
fail_call (HwTranslator *self,
           gsize start,
           GError *error)
{
  g_autofree char *sentence = NULL;

  if (self->scope != NULL)
    {
      g_propagate_error (self->error, error);
      return FALSE;
    }
  sentence = g_strdelimit (g_strdup (error->message), "\"", '\'');
  g_string_truncate (self->out->xpath, start);
  g_string_append_printf (self->out->xpath, "hw-fail(\"%s\")", sentence);
  g_error_free (error);
  return TRUE;
}

/* What a call reads besides its arguments. */
static void
note_call (HwTranslator *self,
           const HwFunction *function,
           guint n)
{
  gboolean is_volatile = (function->flags & HW_FUNCTION_VOLATILE) != 0
                         && (n < 2 || !is_function (function, "randomize"));

  self->calls++;
  if (is_volatile)
    self->out->is_volatile = TRUE;
  if (is_volatile || (n == 0 && (function->flags & HW_FUNCTION_OF_NODE) != 0))
    self->row_uses++;
  if (n == 0 && (is_function (function, "position") || is_function (function, "last")))
    self->positions++;
  if ((function->flags & HW_FUNCTION_READS_SELF) != 0)
    self->out->reads_self = TRUE;
  /* current()/../name is the neighbour, not the question itself */
  if (is_function (function, "current")
      && !(hw_token_is (&self->token, "/") && hw_translator_peek_is (self, "..")))
    self->out->reads_self = TRUE;
}

gboolean
hw_translator_read_call (HwTranslator *self,
                         HwOperand *operand)
{
  g_autofree char *name = hw_token_dup (&self->token);
  g_autoptr (GArray) operands = g_array_new (FALSE, FALSE, sizeof (HwOperand));
  const HwFunction *function = hw_function_find (name);
  const char *argument_table = self->argument_table;
  GError *error = NULL;
  HwToken at = self->token;
  gsize start = self->out->xpath->len;

  if (g_str_equal (name, "indexed-repeat"))
    return hw_translator_read_indexed_repeat (self, operand);
  if (function == NULL)
    error = describe_unknown (self, name);
  if (error != NULL && self->scope != NULL)
    return fail_call (self, start, error);
  hw_translator_emit (self);
  self->argument_table = NULL;
  if (!hw_translator_advance (self) || !hw_translator_expect (self, "(")
      || !read_arguments (self, function, operands))
    {
      g_clear_error (&error);
      return FALSE;
    }
  if (function != NULL)
    error = check_count (self, &at, function, (int) operands->len);
  *operand = find_result (function, operands);
  if (error != NULL)
    return fail_call (self, start, error);
  note_call (self, function, operands->len);
  if (is_function (function, "instance"))
    self->table = self->argument_table;
  self->argument_table = argument_table;
  return TRUE;
}
