/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "expression/translator.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "expression/moment.h"

static GError *
describe_unknown (HwTranslator *self,
                  const char *name)
{
  const char *near = hw_function_suggest (name);
  g_autofree char *sentence = NULL;
  GError *error = NULL;

  if (near != NULL)
    /* Translators: %1$s is what was written, %2$s a function that exists. */
    sentence
        = g_strdup_printf (_("There is no function %1$s(); did you mean %2$s()?"), name, near);
  else
    /* Translators: %s is what was written. */
    sentence = g_strdup_printf (_("There is no function %s()."), name);
  hw_token_set_error (&self->token, self->tokenizer.text, HW_EXPRESSION_ERROR_UNKNOWN_FUNCTION,
                      sentence, &error);
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
  pattern = g_strndup (self->token.start + 1, self->token.length - 2);
  regex = hw_whole_regex_new (pattern, &error);
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
  text = g_strndup (self->token.start + 1, self->token.length - 2);
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
  g_autofree char *text = g_strndup (self->token.start + 1, self->token.length - 2);
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
read_argument (HwTranslator *self,
               const HwFunction *function,
               int i,
               HwResult *result)
{
  if (function != NULL && i == 1 && g_str_equal (function->name, "regex") && !check_pattern (self))
    return FALSE;
  if (function != NULL && i == 0
      && (g_str_equal (function->name, "date") || g_str_equal (function->name, "date-time"))
      && !check_date (self))
    return FALSE;
  if (function != NULL && i == 1 && g_str_equal (function->name, "jr:choice-name")
      && self->token.kind == HW_TOKEN_STRING && hw_translator_peek_is (self, ")"))
    {
      *result = HW_RESULT_STRING;
      return read_question_name (self);
    }
  return hw_translator_read_expression (self, result);
}

static HwResult
find_common (const HwResult *results,
             int from,
             int n)
{
  gboolean same = TRUE;

  for (int i = from; i < n; i++)
    {
      if (results[i] == HW_RESULT_DATE || results[i] == HW_RESULT_DATETIME
          || results[i] == HW_RESULT_DAYS)
        return results[i];
      same = same && results[i] == results[from];
    }
  return same && n > from ? results[from] : HW_RESULT_NODESET;
}

static HwResult
find_result (const HwFunction *function,
             GArray *results)
{
  const HwResult *all = (const HwResult *) (void *) results->data;
  int n = (int) results->len;
  HwResult common;

  if (function == NULL)
    return HW_RESULT_NODESET;
  if (function->result == HW_RESULT_ARGUMENT)
    return find_common (all, g_str_equal (function->name, "if") ? 1 : 0, n);
  common = find_common (all, 0, n);
  if ((function->flags & HW_FUNCTION_DATES) != 0
      && (common == HW_RESULT_DATE || common == HW_RESULT_DATETIME || common == HW_RESULT_DAYS))
    return HW_RESULT_DAYS;
  return function->result;
}

static gboolean
read_arguments (HwTranslator *self,
                const HwFunction *function,
                GArray *results)
{
  gboolean failed = FALSE;

  if (hw_token_is (&self->token, ")"))
    return hw_translator_expect (self, ")");
  do
    {
      HwResult result;

      if (failed || !read_argument (self, function, (int) results->len, &result))
        return FALSE;
      g_array_append_val (results, result);
    }
  while (hw_translator_take (self, ",", &failed));
  return !failed && hw_translator_expect (self, ")");
}

/* One argument of indexed-repeat(), taken out of what is written: its name if it is a ${name}, and
 * its path. */
static gboolean
read_place (HwTranslator *self,
            char **name,
            char **path,
            HwResult *result)
{
  gsize start = self->out->xpath->len;

  if (self->token.kind == HW_TOKEN_REFERENCE)
    *name = hw_token_dup (&self->token);
  if (!hw_translator_read_expression (self, result))
    return FALSE;
  *path = g_strdup (self->out->xpath->str + start);
  g_string_truncate (self->out->xpath, start);
  return TRUE;
}

/* The path from an instance of a repeat to something within it, or (with @outer NULL) from here to
 * all of them. */
static char *
find_inner_path (HwTranslator *self,
                 const char *name,
                 const char *path,
                 const char *outer,
                 const char *outer_path)
{
  HwScopeTarget target = HW_SCOPE_TARGET_INIT;

  if (name != NULL && self->scope->resolve_all != NULL && (outer != NULL || outer_path == NULL)
      && self->scope->resolve_all (name, outer, &target, self->scope->data))
    return target.path;
  if (outer_path == NULL)
    return g_strdup (path);
  if (g_str_has_prefix (path, outer_path) && path[strlen (outer_path)] == '/')
    return g_strdup (path + strlen (outer_path) + 1);
  return NULL;
}

/* A question, and then pairs of a repeat and a number. */
static gboolean
check_places (HwTranslator *self,
              const HwToken *at,
              int n)
{
  if (n >= 3 && n % 2 == 1)
    return TRUE;
  hw_token_set_error (
      at, self->tokenizer.text, HW_EXPRESSION_ERROR_SYNTAX,
      _("indexed-repeat() takes a question, and then a repeat and a number, once or "
         "several times."),
      self->error);
  return FALSE;
}

/*
 * indexed-repeat(what, repeat, number, inner repeat, number ...) becomes hw-nth(repeat,
 * number)/what. A predicate, repeat[position() = number]/what, would be shorter, but paths inside
 * the number would start from the row.
 */
static gboolean
read_indexed_repeat (HwTranslator *self,
                     HwResult *result)
{
  g_autofree char *what = NULL;
  g_autofree char *what_path = NULL;
  g_autofree char *outer = NULL;
  g_autofree char *outer_path = NULL;
  g_autofree char *last = NULL;
  HwToken at = self->token;
  gsize start = self->out->xpath->len;
  gboolean failed = FALSE;
  int n = 1;

  if (!hw_translator_advance (self) || !hw_translator_expect (self, "("))
    return FALSE;
  g_string_truncate (self->out->xpath, start);
  if (!read_place (self, &what, &what_path, result))
    return FALSE;
  while (hw_token_is (&self->token, ","))
    {
      g_autofree char *name = NULL;
      g_autofree char *path = NULL;
      g_autofree char *inner = NULL;
      HwResult ignored;

      if (!hw_translator_advance (self) || !read_place (self, &name, &path, &ignored))
        return FALSE;
      inner = find_inner_path (self, name, path, outer, outer_path);
      if (inner == NULL)
        return hw_translator_fail (
            self, HW_EXPRESSION_ERROR_SYNTAX,
            _("A repeat in indexed-repeat() must lie in the one before it."));
      g_string_insert (self->out->xpath, (gssize) start, "hw-nth(");
      g_string_append_printf (self->out->xpath, "%s%s", n > 1 ? "/" : "", inner);
      if (!hw_translator_take (self, ",", &failed) || failed)
        return !failed && check_places (self, &at, n + 1);
      if (!hw_translator_read_expression (self, &ignored))
        return FALSE;
      g_string_append_c (self->out->xpath, ')');
      g_free (outer);
      outer = g_steal_pointer (&name);
      g_free (outer_path);
      outer_path = g_steal_pointer (&path);
      n += 2;
    }
  if (!check_places (self, &at, n))
    return FALSE;
  last = find_inner_path (self, what, what_path, outer, outer_path);
  if (last == NULL)
    return hw_translator_fail (self, HW_EXPRESSION_ERROR_SYNTAX,
                               _("The question in indexed-repeat() must lie in the repeat."));
  if (!hw_token_is (&self->token, ")"))
    return hw_translator_expect (self, ")");
  g_string_append_printf (self->out->xpath, "/%s", last);
  return hw_translator_advance (self);
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

gboolean
hw_translator_read_call (HwTranslator *self,
                         HwResult *result)
{
  g_autofree char *name = hw_token_dup (&self->token);
  g_autoptr (GArray) results = g_array_new (FALSE, FALSE, sizeof (HwResult));
  const HwFunction *function = hw_function_find (name);
  GError *error = NULL;
  HwToken at = self->token;
  gsize start = self->out->xpath->len;

  if (g_str_equal (name, "indexed-repeat"))
    return read_indexed_repeat (self, result);
  if (function == NULL)
    error = describe_unknown (self, name);
  if (error != NULL && self->scope != NULL)
    return fail_call (self, start, error);
  hw_translator_emit (self);
  if (!hw_translator_advance (self) || !hw_translator_expect (self, "(")
      || !read_arguments (self, function, results))
    {
      g_clear_error (&error);
      return FALSE;
    }
  if (function != NULL)
    error = check_count (self, &at, function, (int) results->len);
  *result = find_result (function, results);
  if (error != NULL)
    return fail_call (self, start, error);
  if ((function->flags & HW_FUNCTION_VOLATILE) != 0)
    self->out->is_volatile = TRUE;
  if ((function->flags & HW_FUNCTION_READS_SELF) != 0 && self->predicates == 0)
    self->out->reads_self = TRUE;
  return TRUE;
}
