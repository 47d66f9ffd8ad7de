/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "expression/translator.h"

#include <glib/gi18n-lib.h>
#include <string.h>

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
                 HwOperand *operand)
{
  HwScopeTarget target = HW_SCOPE_TARGET_INIT;

  if (self->scope == NULL || !self->scope->resolve (name, &target, self->scope->data))
    return hw_translator_unknown_name (self, name);
  g_free (target.path);
  g_string_append_printf (self->out->xpath, "hw-last-saved('%s')", name);
  *operand = (HwOperand){ .result = target.is_date ? HW_RESULT_DATE : HW_RESULT_STRING,
                          .is_plain = target.is_number,
                          .is_texty = TRUE };
  return hw_translator_advance (self);
}

static void
note_reference (HwTranslator *self,
                const HwScopeTarget *target)
{
  HwReference reference = { target->key, NULL, NULL };

  for (guint i = 0; i < self->out->references->len; i++)
    if (g_array_index (self->out->references, HwReference, i).key == target->key)
      return;
  reference.path = g_strdup (target->path);
  g_array_append_val (self->out->references, reference);
}

/* One element that has a number is asked for by it; a path starts where the expression does, also
 * within brackets. */
static void
write_target (HwTranslator *self,
              const HwScopeTarget *target)
{
  if (target->key >= 0)
    {
      note_reference (self, target);
      g_string_append_printf (self->out->xpath, HW_REFERENCE_PREFIX "%d", target->key);
      return;
    }
  if (self->predicates > 0)
    g_string_append (self->out->xpath, "current()/");
  g_string_append (self->out->xpath, target->path);
}

/* In the brackets behind a repeat, a question of that repeat is the one of the row that is looked
 * at, unless the expression stands in a row of its own. */
static gboolean
read_in_row (HwTranslator *self,
             const char *name,
             const HwScopeTarget *target)
{
  HwScopeTarget below = HW_SCOPE_TARGET_INIT;

  if (self->repeat == NULL || target->key >= 0 || self->scope->resolve_all == NULL
      || !self->scope->resolve_all (name, self->repeat, &below, self->scope->data))
    return FALSE;
  g_string_append (self->out->xpath, below.path);
  g_free (below.path);
  self->row_uses++;
  return TRUE;
}

gboolean
hw_translator_read_reference (HwTranslator *self,
                              HwOperand *operand)
{
  g_autofree char *name = hw_token_dup (&self->token);
  HwScopeTarget target = HW_SCOPE_TARGET_INIT;

  if (g_str_has_prefix (name, HW_LAST_SAVED))
    return read_last_saved (self, name + strlen (HW_LAST_SAVED), operand);
  if (self->scope == NULL || !self->scope->resolve (name, &target, self->scope->data))
    return hw_translator_unknown_name (self, name);
  if (!read_in_row (self, name, &target))
    write_target (self, &target);
  g_free (target.path);
  hw_translator_note_name (self, name);
  *operand = (HwOperand){ .result = target.is_date ? HW_RESULT_DATE : HW_RESULT_NODESET,
                          .is_plain = target.is_number,
                          .is_texty = target.key >= 0 };
  return hw_translator_advance (self);
}

static char *
explain_word (HwTranslator *self,
              const char *name)
{
  HwScopeTarget target = HW_SCOPE_TARGET_INIT;

  if (!self->scope->resolve (name, &target, self->scope->data))
    return g_strdup_printf (
        /* Translators: both are the same word. */
        _("“%1$s” is a bare word; a text stands in quotation marks, as in '%2$s'."), name, name);
  g_free (target.path);
  return g_strdup_printf (
      /* Translators: all three are the same word. */
      _("“%1$s” is a bare word; write ${%2$s} for the question or '%3$s' for the text."), name,
      name, name);
}

/* A bare word in a comparison: it is never equal to anything, so that nobody can have meant it. */
gboolean
hw_translator_fail_word (HwTranslator *self,
                         const HwToken *word)
{
  g_autofree char *name = hw_token_dup (word);
  g_autofree char *sentence = explain_word (self, name);

  hw_token_set_error (word, self->tokenizer.text, HW_EXPRESSION_ERROR_BARE_WORD, sentence,
                      self->error);
  return FALSE;
}

static gboolean
fail_function_word (HwTranslator *self,
                    const char *name,
                    const HwFunction *function)
{
  if (function->max_arguments == 0)
    return hw_translator_fail (self, HW_EXPRESSION_ERROR_SYNTAX,
                               /* Translators: both are the same word, such as today. */
                               _("“%1$s” needs parentheses, as in %2$s()."), name, name);
  return hw_translator_fail (
      self, HW_EXPRESSION_ERROR_SYNTAX,
      /* Translators: both are the name of a function, such as selected. */
      _("What the function “%1$s” works on stands in parentheses, as in %2$s(…)."), name, name);
}

/* A word that stands alone in a questionnaire: a column of the choices, or a text that somebody
 * forgot to put in quotation marks. As in the field it is an element below the question, which
 * never exists; compared with anything, it is a fault. */
gboolean
hw_translator_read_word (HwTranslator *self,
                         HwOperand *operand)
{
  g_autofree char *name = hw_token_dup (&self->token);
  g_autofree char *sentence = NULL;
  const HwFunction *function = hw_function_find (name);
  HwScopeTarget target = HW_SCOPE_TARGET_INIT;

  if (self->scope->is_column != NULL && self->scope->is_column (name, self->scope->data))
    {
      *operand = (HwOperand){ .result = HW_RESULT_STRING,
                              .is_texty = TRUE,
                              .column = g_string_chunk_insert_const (self->strings, name) };
      g_string_append_printf (self->out->xpath, "$%s", name);
      self->row_uses++;
      return hw_translator_advance (self);
    }
  if (function != NULL && !self->scope->resolve (name, &target, self->scope->data))
    return fail_function_word (self, name, function);
  g_free (target.path);
  *operand = (HwOperand){ .result = HW_RESULT_NODESET, .word = self->token };
  sentence = explain_word (self, name);
  hw_translator_advise (self, HW_ADVICE_BARE_WORD, &self->token, sentence);
  hw_translator_emit (self);
  return hw_translator_advance (self);
}

/* In brackets behind a table, a word that stands alone should be one of its columns; behind a
 * repeat, one of its questions. */
gboolean
hw_translator_check_word (HwTranslator *self,
                          const char *name)
{
  const char *const *columns = NULL;
  g_autofree char *sentence = NULL;
  HwScopeTarget target = HW_SCOPE_TARGET_INIT;

  if (self->scope == NULL || self->rows == HW_ROWS_ANY)
    return TRUE;
  if (self->rows == HW_ROWS_QUESTIONS)
    {
      if (!self->scope->resolve (name, &target, self->scope->data))
        return hw_translator_fail_word (self, &self->token);
      g_free (target.path);
      return TRUE;
    }
  if (self->table != NULL && self->scope->columns != NULL)
    columns = self->scope->columns (self->table, self->scope->data);
  if (columns == NULL || g_strv_contains (columns, name))
    return TRUE;
  /* Translators: %1$s is a table or list, %2$s and %3$s are the same word. */
  sentence = g_strdup_printf (_("“%1$s” has no column “%2$s”; if it is a text, write '%3$s'."),
                              self->table, name, name);
  hw_translator_advise (self, HW_ADVICE_UNKNOWN_COLUMN, &self->token, sentence);
  return TRUE;
}
