/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "expression/translator.h"

#include <glib/gi18n-lib.h>
#include <stdarg.h>
#include <string.h>

/* Deeper than any form in the field, and far from the end of the stack. */
#define MAX_DEPTH 200
#define MAX_LENGTH 65536

/* From the loosest to the tightest; the last two levels count, the two before them compare. */
static const char *const operators[][5] = {
  { "or", NULL },      { "and", NULL },
  { "=", "!=", NULL }, { "<=", "<", ">=", ">", NULL },
  { "+", "-", NULL },  { "*", "div", "mod", NULL },
};
#define LEVEL_EQUALITY 2
#define LEVEL_ORDER 3
#define LEVEL_SUM 4

gboolean
hw_translator_fail (HwTranslator *self,
                    int code,
                    const char *format,
                    ...)
{
  g_autofree char *sentence = NULL;
  va_list arguments;

  va_start (arguments, format);
  sentence = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  hw_token_set_error (&self->token, self->tokenizer.text, code, sentence, self->error);
  return FALSE;
}

gboolean
hw_translator_advance (HwTranslator *self)
{
  return hw_tokenizer_next (&self->tokenizer, &self->token, self->error);
}

/* Whether the token after this one reads @text. */
gboolean
hw_translator_peek_is (HwTranslator *self,
                       const char *text)
{
  HwTokenizer ahead = self->tokenizer;
  HwToken token;

  return hw_tokenizer_next (&ahead, &token, NULL) && hw_token_is (&token, text);
}

/* Writes @symbol and moves on if it is the next one; @failed when what follows is no token. */
gboolean
hw_translator_take (HwTranslator *self,
                    const char *symbol,
                    gboolean *failed)
{
  if (!hw_token_is (&self->token, symbol))
    return FALSE;
  hw_translator_emit (self);
  *failed = !hw_translator_advance (self);
  return TRUE;
}

gboolean
hw_translator_expect (HwTranslator *self,
                      const char *symbol)
{
  g_autofree char *found = hw_token_dup (&self->token);

  if (hw_token_is (&self->token, symbol))
    {
      hw_translator_emit (self);
      return hw_translator_advance (self);
    }
  if (self->token.kind == HW_TOKEN_END)
    return hw_translator_fail (self, HW_EXPRESSION_ERROR_SYNTAX,
                               /* Translators: %s is a sign such as a parenthesis. */
                               _("The expression ends where “%s” is expected."), symbol);
  return hw_translator_fail (
      self, HW_EXPRESSION_ERROR_SYNTAX,
      /* Translators: %1$s is what was written, %2$s a sign such as a parenthesis. */
      _("“%1$s” stands where “%2$s” is expected."), found, symbol);
}

/* Writes the token as it is. */
void
hw_translator_emit (HwTranslator *self)
{
  g_string_append_len (self->out->xpath, self->token.start, (gssize) self->token.length);
}

void
hw_translator_note_name (HwTranslator *self,
                         const char *name)
{
  if (!g_ptr_array_find_with_equal_func (self->out->names, name, g_str_equal, NULL))
    g_ptr_array_add (self->out->names, g_strdup (name));
}

static gboolean
is_date (HwResult result)
{
  return result == HW_RESULT_DATE || result == HW_RESULT_DATETIME;
}

static gboolean
is_counted (HwResult result)
{
  return result == HW_RESULT_NUMBER || result == HW_RESULT_DAYS || result == HW_RESULT_BOOLEAN;
}

/* Lets the operand in [start, end) of the written text be a count of days. */
static void
count_days (HwTranslator *self,
            gsize start,
            gsize end)
{
  g_string_insert_c (self->out->xpath, (gssize) end, ')');
  g_string_insert (self->out->xpath, (gssize) start, "hw-days(");
}

/* Dates are ordered and reckoned as days. Two of them are equal as texts, since empty equals empty;
 * only a point in time or a count of days needs counting on the other side as well. */
static gboolean
must_count (guint level,
            HwResult left,
            HwResult right)
{
  if (level == LEVEL_EQUALITY)
    return left == HW_RESULT_DATETIME || right == HW_RESULT_DATETIME
           || (left == HW_RESULT_DAYS && right != HW_RESULT_NUMBER)
           || (right == HW_RESULT_DAYS && left != HW_RESULT_NUMBER)
           || (left == HW_RESULT_NUMBER && is_date (right))
           || (right == HW_RESULT_NUMBER && is_date (left));
  return level >= LEVEL_ORDER
         && (is_date (left) || is_date (right) || left == HW_RESULT_DAYS
             || right == HW_RESULT_DAYS);
}

/* Against a set of answers, a boolean counts as 1 or 0. XPath would make the whole set one boolean.
 */
static void
count_boolean (HwTranslator *self,
               gsize start,
               gsize end)
{
  g_string_insert_c (self->out->xpath, (gssize) end, ')');
  g_string_insert (self->out->xpath, (gssize) start, "number(");
}

static void
join_operands (HwTranslator *self,
               guint level,
               gsize start,
               HwResult *left,
               gsize operator_start,
               gsize right_start,
               HwResult right)
{
  gboolean days = FALSE;

  if (level == LEVEL_ORDER && *left == HW_RESULT_NODESET && right == HW_RESULT_BOOLEAN)
    count_boolean (self, right_start, self->out->xpath->len);
  if (level == LEVEL_ORDER && *left == HW_RESULT_BOOLEAN && right == HW_RESULT_NODESET)
    count_boolean (self, start, operator_start);
  if (must_count (level, *left, right))
    {
      days = TRUE;
      if (!is_counted (right))
        count_days (self, right_start, self->out->xpath->len);
      if (!is_counted (*left))
        count_days (self, start, operator_start);
    }
  if (level < LEVEL_SUM)
    *left = HW_RESULT_BOOLEAN;
  else
    *left = days && level == LEVEL_SUM ? HW_RESULT_DAYS : HW_RESULT_NUMBER;
}

/* The operator of @level that comes next, or NULL. "1div2" is a division, though its letters and
 * digits could be one name. */
static const char *
match_operator (HwTranslator *self,
                guint level)
{
  for (guint i = 0; operators[level][i] != NULL; i++)
    {
      const char *word = operators[level][i];
      gsize length = strlen (word);

      if (hw_token_is (&self->token, word))
        return word;
      if (self->token.kind == HW_TOKEN_NAME && self->token.length > length
          && memcmp (self->token.start, word, length) == 0
          && strchr ("0123456789-.", self->token.start[length]) != NULL)
        {
          self->token.length = length;
          self->tokenizer.at = self->token.start + length;
          return word;
        }
    }
  return NULL;
}

static gboolean
read_union (HwTranslator *self,
            HwResult *result)
{
  gboolean failed = FALSE;

  if (!hw_translator_read_path (self, result))
    return FALSE;
  while (hw_translator_take (self, "|", &failed))
    {
      HwResult other;

      if (failed || !hw_translator_read_path (self, &other))
        return FALSE;
      if (other != *result)
        *result = HW_RESULT_NODESET;
    }
  return TRUE;
}

static gboolean
read_unary (HwTranslator *self,
            HwResult *result)
{
  gboolean failed = FALSE;
  gboolean negated = FALSE;
  gsize start;

  while (hw_translator_take (self, "-", &failed))
    {
      negated = TRUE;
      if (failed)
        return FALSE;
    }
  start = self->out->xpath->len;
  if (!read_union (self, result))
    return FALSE;
  if (negated && is_date (*result))
    count_days (self, start, self->out->xpath->len);
  if (negated)
    *result = HW_RESULT_NUMBER;
  return TRUE;
}

static gboolean
read_level (HwTranslator *self,
            guint level,
            HwResult *result)
{
  gsize start = self->out->xpath->len;
  const char *word;

  if (level == G_N_ELEMENTS (operators))
    return read_unary (self, result);
  if (!read_level (self, level + 1, result))
    return FALSE;
  while ((word = match_operator (self, level)) != NULL)
    {
      gsize operator_start = self->out->xpath->len;
      gsize right_start;
      HwResult right;

      g_string_append_printf (self->out->xpath, " %s ", word);
      right_start = self->out->xpath->len;
      if (!hw_translator_advance (self) || !read_level (self, level + 1, &right))
        return FALSE;
      join_operands (self, level, start, result, operator_start, right_start, right);
    }
  return TRUE;
}

gboolean
hw_translator_read_expression (HwTranslator *self,
                               HwResult *result)
{
  gboolean read;

  if (self->depth == MAX_DEPTH)
    return hw_translator_fail (
        self, HW_EXPRESSION_ERROR_SYNTAX,
        _("The expression is nested too deeply; split it into calculations."));
  self->depth++;
  read = read_level (self, 0, result);
  self->depth--;
  return read;
}

static gboolean
expect_end (HwTranslator *self)
{
  g_autofree char *found = hw_token_dup (&self->token);
  g_autofree char *lower = g_ascii_strdown (found, -1);

  if (self->token.kind == HW_TOKEN_END)
    return TRUE;
  if (hw_token_is (&self->token, ")"))
    return hw_translator_fail (self, HW_EXPRESSION_ERROR_SYNTAX,
                               _("This closing parenthesis has no opening one."));
  for (guint level = 0; level < G_N_ELEMENTS (operators); level++)
    if (strcmp (found, lower) != 0 && g_strv_contains (operators[level], lower))
      return hw_translator_fail (
          self, HW_EXPRESSION_ERROR_SYNTAX,
          /* Translators: %1$s is what was written, %2$s the operator that is meant. */
          _("“%1$s” is written with small letters, “%2$s”."), found, lower);
  return hw_translator_fail (self, HW_EXPRESSION_ERROR_SYNTAX,
                             /* Translators: %s is what was written. */
                             _("“%s” stands where an operator such as “and” or “=” is expected."),
                             found);
}

static void
clear_reference (gpointer data)
{
  g_free (((HwReference *) data)->path);
}

/**
 * hw_translation_new:
 * @text: an expression as people write it
 * @scope: (nullable): what names mean; without one there are no names
 * @error: what is wrong with @text, one sentence with the place
 *
 * Returns: (transfer full) (nullable): the XPath and what it reads
 */
HwTranslation *
hw_translation_new (const char *text,
                    const HwExpressionScope *scope,
                    GError **error)
{
  g_autoptr (HwTranslation) out = g_new0 (HwTranslation, 1);
  HwTranslator self = { .tokenizer = { text, text }, .scope = scope, .out = out, .error = error };

  out->xpath = g_string_new (NULL);
  out->names = g_ptr_array_new_with_free_func (g_free);
  out->instances = g_ptr_array_new_with_free_func (g_free);
  out->references = g_array_new (FALSE, FALSE, sizeof (HwReference));
  g_array_set_clear_func (out->references, clear_reference);
  self.token.start = text;
  if (!g_utf8_validate (text, -1, NULL))
    {
      g_set_error_literal (error, HW_EXPRESSION_ERROR, HW_EXPRESSION_ERROR_SYNTAX,
                           _("The expression is not written in UTF-8."));
      return NULL;
    }
  if (strlen (text) > MAX_LENGTH)
    {
      hw_translator_fail (&self, HW_EXPRESSION_ERROR_SYNTAX,
                          _("The expression is too long; split it into calculations."));
      return NULL;
    }
  if (!hw_translator_advance (&self) || !hw_translator_read_expression (&self, &out->result)
      || !expect_end (&self))
    return NULL;
  return g_steal_pointer (&out);
}

void
hw_translation_free (HwTranslation *self)
{
  g_string_free (self->xpath, TRUE);
  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->instances);
  g_array_unref (self->references);
  g_free (self);
}
