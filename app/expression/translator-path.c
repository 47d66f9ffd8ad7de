/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "expression/translator.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const axes[] = {
  "ancestor",   "ancestor-or-self",
  "attribute",  "child",
  "descendant", "descendant-or-self",
  "following",  "following-sibling",
  "namespace",  "parent",
  "preceding",  "preceding-sibling",
  "self",       NULL,
};
#define LAST_SAVED "last-saved#"

static const char *const node_types[]
    = { "node", "text", "comment", "processing-instruction", NULL };

/**
 * hw_translator_unknown_name:
 * @self: stands at the name
 * @name: a name that the scope does not know
 *
 * Returns: %FALSE, with the error set
 */
gboolean
hw_translator_unknown_name (HwTranslator *self,
                            const char *name)
{
  const char *near = NULL;

  if (self->scope == NULL)
    return hw_translator_fail (
        self, HW_EXPRESSION_ERROR_UNKNOWN_NAME,
        /* Translators: %s is the name of a question. */
        _("There is no questionnaire in which to look up ${%s}; write a path."), name);
  if (self->scope->suggest != NULL)
    near = self->scope->suggest (name, self->scope->data);
  if (near != NULL)
    return hw_translator_fail (self, HW_EXPRESSION_ERROR_UNKNOWN_NAME,
                               /* Translators: %1$s is what was written, %2$s a name that exists. */
                               _("There is no question ${%1$s}; did you mean ${%2$s}?"), name,
                               near);
  return hw_translator_fail (self, HW_EXPRESSION_ERROR_UNKNOWN_NAME,
                             /* Translators: %s is what was written. */
                             _("There is no question ${%s}."), name);
}

/* The answer in the interview before this one. */
static gboolean
read_last_saved (HwTranslator *self,
                 const char *name,
                 HwResult *result)
{
  HwScopeTarget target = HW_SCOPE_TARGET_INIT;

  if (self->scope == NULL || !self->scope->resolve (name, &target, self->scope->data))
    return hw_translator_unknown_name (self, name);
  g_free (target.path);
  g_string_append_printf (self->out->xpath, "hw-last-saved('%s')", name);
  *result = target.is_date ? HW_RESULT_DATE : HW_RESULT_STRING;
  return hw_translator_advance (self);
}

/* One element that has a number is asked for by it; a path starts where the expression does, also within the
 * brackets of another one. */
static void
write_target (HwTranslator *self,
              const HwScopeTarget *target)
{
  if (target->key >= 0)
    {
      HwReference reference = { target->key, g_strdup (target->path), NULL };

      g_array_append_val (self->out->references, reference);
      g_string_append_printf (self->out->xpath, HW_REFERENCE_PREFIX "%d", target->key);
      return;
    }
  if (self->predicates > 0)
    g_string_append (self->out->xpath, "current()/");
  g_string_append (self->out->xpath, target->path);
}

gboolean
hw_translator_read_reference (HwTranslator *self,
                              HwResult *result)
{
  g_autofree char *name = hw_token_dup (&self->token);
  HwScopeTarget target = HW_SCOPE_TARGET_INIT;

  if (g_str_has_prefix (name, LAST_SAVED))
    return read_last_saved (self, name + strlen (LAST_SAVED), result);
  if (self->scope == NULL || !self->scope->resolve (name, &target, self->scope->data))
    return hw_translator_unknown_name (self, name);
  write_target (self, &target);
  g_free (target.path);
  hw_translator_note_name (self, name);
  *result = target.is_date ? HW_RESULT_DATE : HW_RESULT_NODESET;
  return hw_translator_advance (self);
}

/* A word that stands alone in a questionnaire: a column of the choices, or a text that somebody
 * forgot to put in quotation marks. An element of that name below the question never exists. */
static gboolean
read_word (HwTranslator *self,
           HwResult *result)
{
  g_autofree char *name = hw_token_dup (&self->token);
  HwScopeTarget target = HW_SCOPE_TARGET_INIT;

  *result = HW_RESULT_STRING;
  if (self->scope->is_column != NULL && self->scope->is_column (name, self->scope->data))
    {
      g_string_append_printf (self->out->xpath, "$%s", name);
      return hw_translator_advance (self);
    }
  if (g_str_equal (name, "true") || g_str_equal (name, "false"))
    return hw_translator_fail (self, HW_EXPRESSION_ERROR_SYNTAX,
                               /* Translators: %1$s and %2$s are the same word, true or false. */
                               _("“%1$s” needs parentheses, as in %2$s()."), name, name);
  if (self->scope->resolve (name, &target, self->scope->data))
    {
      g_free (target.path);
      return hw_translator_fail (
          self, HW_EXPRESSION_ERROR_UNKNOWN_NAME,
          /* Translators: all three are the same word. */
          _("“%1$s” is a bare word; write ${%2$s} for the question or '%3$s' for the text."), name,
          name, name);
    }
  return hw_translator_fail (
      self, HW_EXPRESSION_ERROR_UNKNOWN_NAME,
      /* Translators: both are the same word. */
      _("“%1$s” is a bare word; a text stands in quotation marks, as in '%2$s'."), name, name);
}

static gboolean
starts_step (HwTranslator *self)
{
  return self->token.kind == HW_TOKEN_NAME || hw_token_is (&self->token, ".")
         || hw_token_is (&self->token, "..") || hw_token_is (&self->token, "@")
         || hw_token_is (&self->token, "*");
}

static gboolean
read_predicates (HwTranslator *self)
{
  gboolean failed = FALSE;

  while (hw_translator_take (self, "[", &failed))
    {
      HwResult result;

      self->predicates++;
      if (failed || !hw_translator_read_expression (self, &result)
          || !hw_translator_expect (self, "]"))
        return FALSE;
      self->predicates--;
    }
  return !failed;
}

static gboolean
read_node_type (HwTranslator *self)
{
  hw_translator_emit (self);
  if (!hw_translator_advance (self) || !hw_translator_expect (self, "("))
    return FALSE;
  if (self->token.kind == HW_TOKEN_STRING)
    {
      hw_translator_emit (self);
      if (!hw_translator_advance (self))
        return FALSE;
    }
  return hw_translator_expect (self, ")");
}

static gboolean
read_axis (HwTranslator *self,
           gboolean first,
           gboolean *is_attribute)
{
  g_autofree char *axis = hw_token_dup (&self->token);

  if (!g_strv_contains (axes, axis))
    /* Translators: %s is what was written before “::”. */
    return hw_translator_fail (self, HW_EXPRESSION_ERROR_SYNTAX, _("There is no axis “%s”."),
                               axis);
  if (first && self->predicates == 0 && g_str_equal (axis, "self"))
    self->out->reads_self = TRUE;
  *is_attribute = g_str_equal (axis, "attribute");
  hw_translator_emit (self);
  return hw_translator_advance (self) && hw_translator_expect (self, "::");
}

static gboolean
read_name_test (HwTranslator *self,
                gboolean is_attribute)
{
  g_autofree char *name = hw_token_dup (&self->token);
  const char *colon = strchr (name, ':');

  if (self->token.kind == HW_TOKEN_NAME && g_strv_contains (node_types, name)
      && hw_translator_peek_is (self, "("))
    return read_node_type (self);
  if (self->token.kind != HW_TOKEN_NAME && !hw_token_is (&self->token, "*"))
    return hw_translator_fail (self, HW_EXPRESSION_ERROR_SYNTAX, _("A name is expected here."));
  if (self->token.kind == HW_TOKEN_NAME && !is_attribute)
    hw_translator_note_name (self, colon != NULL ? colon + 1 : name);
  hw_translator_emit (self);
  return hw_translator_advance (self);
}

static gboolean
read_step (HwTranslator *self,
           gboolean first)
{
  gboolean failed = FALSE;
  gboolean is_attribute = FALSE;

  if (first && self->predicates == 0 && hw_token_is (&self->token, "."))
    self->out->reads_self = TRUE;
  if (hw_translator_take (self, "..", &failed) || hw_translator_take (self, ".", &failed))
    return !failed;
  if (hw_translator_take (self, "@", &failed))
    {
      is_attribute = TRUE;
      if (failed)
        return FALSE;
    }
  else if (self->token.kind == HW_TOKEN_NAME && hw_translator_peek_is (self, "::")
           && !read_axis (self, first, &is_attribute))
    return FALSE;
  return read_name_test (self, is_attribute) && read_predicates (self);
}

static gboolean
read_more_steps (HwTranslator *self,
                 HwResult *result)
{
  gboolean failed = FALSE;

  while (hw_translator_take (self, "//", &failed) || hw_translator_take (self, "/", &failed))
    {
      *result = HW_RESULT_NODESET;
      if (failed || !read_step (self, FALSE))
        return FALSE;
    }
  return !failed;
}

static gboolean
read_location (HwTranslator *self,
               HwResult *result)
{
  gboolean failed = FALSE;
  gboolean is_self = hw_token_is (&self->token, ".");

  *result = HW_RESULT_NODESET;
  if (hw_translator_take (self, "/", &failed))
    {
      if (failed || !starts_step (self))
        return !failed;
      return read_step (self, FALSE) && read_more_steps (self, result);
    }
  if (hw_translator_take (self, "//", &failed))
    return !failed && read_step (self, FALSE) && read_more_steps (self, result);
  if (is_self && self->predicates == 0 && self->scope != NULL && self->scope->self_is_date)
    *result = HW_RESULT_DATE;
  return read_step (self, TRUE) && read_more_steps (self, result);
}

/* What a path may begin with besides a step: a literal, a reference, a call, an expression in
 * parentheses. */
static gboolean
read_primary (HwTranslator *self,
              HwResult *result)
{
  gboolean failed = FALSE;

  switch (self->token.kind)
    {
    case HW_TOKEN_NUMBER:
    case HW_TOKEN_STRING:
      *result = self->token.kind == HW_TOKEN_NUMBER ? HW_RESULT_NUMBER : HW_RESULT_STRING;
      hw_translator_emit (self);
      return hw_translator_advance (self);
    case HW_TOKEN_REFERENCE:
      return hw_translator_read_reference (self, result);
    case HW_TOKEN_SYMBOL:
      return hw_translator_take (self, "(", &failed) && !failed
             && hw_translator_read_expression (self, result) && hw_translator_expect (self, ")");
    default:
      return hw_translator_read_call (self, result);
    }
}

static gboolean
fail_operand (HwTranslator *self)
{
  g_autofree char *found = hw_token_dup (&self->token);

  if (self->token.kind == HW_TOKEN_END && self->out->xpath->len == 0)
    return hw_translator_fail (self, HW_EXPRESSION_ERROR_SYNTAX, _("The expression is empty."));
  if (self->token.kind == HW_TOKEN_END)
    return hw_translator_fail (self, HW_EXPRESSION_ERROR_SYNTAX,
                               _("The expression ends where a value is expected."));
  return hw_translator_fail (self, HW_EXPRESSION_ERROR_SYNTAX,
                             /* Translators: %s is a word or sign of an expression. */
                             _("“%s” stands where a value is expected."), found);
}

gboolean
hw_translator_read_path (HwTranslator *self,
                         HwResult *result)
{
  gboolean is_call = FALSE;
  gboolean is_word = FALSE;

  if (self->token.kind == HW_TOKEN_NAME)
    {
      g_autofree char *name = hw_token_dup (&self->token);

      is_call = hw_translator_peek_is (self, "(") && !g_strv_contains (node_types, name);
      is_word = self->scope != NULL && self->predicates == 0 && !hw_translator_peek_is (self, "(")
                && !hw_translator_peek_is (self, "::") && !hw_translator_peek_is (self, "/")
                && !hw_translator_peek_is (self, "//") && !hw_translator_peek_is (self, "[");
    }
  if (is_word)
    return read_word (self, result);
  if (is_call || self->token.kind == HW_TOKEN_NUMBER || self->token.kind == HW_TOKEN_STRING
      || self->token.kind == HW_TOKEN_REFERENCE || hw_token_is (&self->token, "("))
    return read_primary (self, result) && read_predicates (self) && read_more_steps (self, result);
  if (starts_step (self) || hw_token_is (&self->token, "/") || hw_token_is (&self->token, "//"))
    return read_location (self, result);
  return fail_operand (self);
}
