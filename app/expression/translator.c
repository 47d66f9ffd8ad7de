/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "expression/translator.h"

#include <glib/gi18n-lib.h>
#include <stdarg.h>
#include <string.h>

/* Deeper than any form in the field, and far from the end of the stack. */
#define MAX_DEPTH 200
#define MAX_LENGTH 65536

/* From the loosest to the tightest, as HwLevel has them. */
static const char *const operators[HW_N_LEVELS][5] = {
  { "or", NULL },      { "and", NULL },
  { "=", "!=", NULL }, { "<=", "<", ">=", ">", NULL },
  { "+", "-", NULL },  { "*", "div", "mod", NULL },
};

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

/* Says at @token what was probably meant in another way; each kind once. */
void
hw_translator_advise (HwTranslator *self,
                      HwAdviceKind kind,
                      const HwToken *token,
                      const char *sentence)
{
  g_autoptr (GError) placed = NULL;
  HwAdvice advice = { kind, NULL };

  for (guint i = 0; i < self->out->advice->len; i++)
    if (g_array_index (self->out->advice, HwAdvice, i).kind == kind)
      return;
  hw_token_set_error (token, self->tokenizer.text, 0, sentence, &placed);
  advice.sentence = g_strdup (placed->message);
  g_array_append_val (self->out->advice, advice);
}

gboolean
hw_translator_advance (HwTranslator *self)
{
  const char *end = self->tokenizer.at;

  if (!hw_tokenizer_next (&self->tokenizer, &self->token, self->error))
    return FALSE;
  self->previous_end = end;
  if (end != self->tokenizer.text && self->token.kind != HW_TOKEN_END
      && memchr (end, '\n', (gsize) (self->token.start - end)) != NULL)
    hw_translator_advise (self, HW_ADVICE_LINE_BREAK, &self->token,
                          _("The expression goes on in another line; it was read as one line."));
  if (self->token.kind == HW_TOKEN_STRING && g_utf8_get_char (self->token.start) > 0x7f)
    hw_translator_advise (self, HW_ADVICE_QUOTES, &self->token,
                          _("A text stands in straight quotation marks, ' or \"; the typographic "
                             "ones were read as such."));
  return TRUE;
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

/* XPath has no way to write one kind of quotation mark within itself. */
void
hw_translator_write_text (HwTranslator *self,
                          const char *text)
{
  g_auto (GStrv) parts = NULL;

  if (strchr (text, '\'') == NULL || strchr (text, '"') == NULL)
    {
      char mark = strchr (text, '\'') == NULL ? '\'' : '"';

      g_string_append_printf (self->out->xpath, "%c%s%c", mark, text, mark);
      return;
    }
  parts = g_strsplit (text, "'", -1);
  g_string_append (self->out->xpath, "concat('");
  for (guint i = 0; parts[i] != NULL; i++)
    g_string_append_printf (self->out->xpath, "%s%s", i > 0 ? "',\"'\",'" : "", parts[i]);
  g_string_append (self->out->xpath, "')");
}

/* (transfer full): what was written from @start on, which it is no more */
char *
hw_translator_cut (HwTranslator *self,
                   gsize start)
{
  char *text = g_strdup (self->out->xpath->str + start);

  g_string_truncate (self->out->xpath, start);
  return text;
}

void
hw_translator_note_name (HwTranslator *self,
                         const char *name)
{
  if (g_hash_table_add (self->out->known_names, g_strdup (name)))
    g_ptr_array_add (self->out->names, g_strdup (name));
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
            HwOperand *operand)
{
  gboolean failed = FALSE;

  if (!hw_translator_read_path (self, operand))
    return FALSE;
  while (hw_translator_take (self, "|", &failed))
    {
      HwOperand other = { 0 };

      if (failed || !hw_translator_read_path (self, &other))
        return FALSE;
      *operand = (HwOperand){ .result = other.result == operand->result ? operand->result
                                                                        : HW_RESULT_NODESET };
    }
  return TRUE;
}

static gboolean
read_unary (HwTranslator *self,
            HwOperand *operand)
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
  if (!read_union (self, operand))
    return FALSE;
  if (negated)
    hw_translator_negate (self, start, operand);
  return TRUE;
}

static void
begin_side (HwTranslator *self,
            HwSide *side)
{
  *side = (HwSide){ .start = self->out->xpath->len,
                    .row_uses = self->row_uses,
                    .source_start = self->token.begin };
}

static void
end_side (HwTranslator *self,
          HwSide *side)
{
  side->end = self->out->xpath->len;
  side->is_fixed = side->row_uses == self->row_uses;
  side->source_end = self->previous_end;
}

static gboolean
read_level (HwTranslator *self,
            guint level,
            HwOperand *operand)
{
  HwSide left;
  const char *word;

  if (level == HW_N_LEVELS)
    return read_unary (self, operand);
  begin_side (self, &left);
  if (!read_level (self, level + 1, &left.operand))
    return FALSE;
  end_side (self, &left);
  while ((word = match_operator (self, level)) != NULL)
    {
      HwSide right;

      g_string_append_printf (self->out->xpath, " %s ", word);
      if (!hw_translator_advance (self))
        return FALSE;
      begin_side (self, &right);
      if (!read_level (self, level + 1, &right.operand))
        return FALSE;
      end_side (self, &right);
      if (!hw_translator_join (self, level, &left, &right, *word == '='))
        return FALSE;
      end_side (self, &left);
    }
  *operand = left.operand;
  return TRUE;
}

gboolean
hw_translator_read_expression (HwTranslator *self,
                               HwOperand *operand)
{
  gboolean read;

  *operand = (HwOperand){ 0 };
  if (self->depth == MAX_DEPTH)
    return hw_translator_fail (
        self, HW_EXPRESSION_ERROR_SYNTAX,
        _("The expression is nested too deeply; split it into calculations."));
  self->depth++;
  read = read_level (self, 0, operand);
  self->depth--;
  return read;
}

static gboolean
check_text (const char *text,
            GError **error)
{
  if (!g_utf8_validate (text, -1, NULL))
    g_set_error_literal (error, HW_EXPRESSION_ERROR, HW_EXPRESSION_ERROR_SYNTAX,
                         _("The expression is not written in UTF-8."));
  else if (strlen (text) > MAX_LENGTH)
    g_set_error_literal (error, HW_EXPRESSION_ERROR, HW_EXPRESSION_ERROR_SYNTAX,
                         _("The expression is too long; split it into calculations."));
  else
    return TRUE;
  return FALSE;
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
  g_autoptr (HwTranslation) out = hw_translation_new_empty ();
  HwTranslator self = { .tokenizer = { text, text }, .scope = scope, .out = out, .error = error };
  HwOperand operand = { 0 };
  gboolean read;

  if (!check_text (text, error))
    return NULL;
  self.token.start = text;
  self.strings = g_string_chunk_new (256);
  read = hw_translator_advance (&self) && hw_translator_read_expression (&self, &operand)
         && (self.token.kind == HW_TOKEN_END || hw_translator_fail_end (&self));
  out->result = operand.result;
  if (read && operand.lookup != NULL && operand.is_lookup_texty)
    {
      out->lookup = g_strdup (operand.lookup);
      out->lookup_value
          = g_strndup (operand.value_start, (gsize) (operand.value_end - operand.value_start));
    }
  g_string_chunk_free (self.strings);
  return read ? g_steal_pointer (&out) : NULL;
}
