/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "expression/tokens.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "expression/expression.h"

/* Longest first, so that "<=" is not read as "<". */
static const char *const symbols[] = { "!=", "<=", ">=", "::", "//", "..", "(", ")", "[", "]", ".",
                                       "@",  ",",  "/",  "|",  "+",  "-",  "=", "<", ">", "*" };

/* What people type who come from other languages. */
static const struct
{
  const char *found;
  const char *meant;
} mistakes[] = {
  { "&&", "and" },   { "||", "or" },      { "===", "=" }, { "!==", "!=" },  { "==", "=" },
  { "<>", "!=" },    { "=>", ">=" },      { "=<", "<=" }, { "=!", "!=" },   { "≤", "<=" },
  { "≥", ">=" },     { "≠", "!=" },       { "×", "*" },   { "÷", "div" },   { "−", "-" },
  { "–", "-" },      { "—", "-" },        { "%", "mod" }, { "!", "not()" }, { "^", "pow()" },
  { "**", "pow()" }, { "&", "concat()" }, { ";", "," },   { "{", "${" },    { "،", "," },
  { "؛", "," },
};

static gboolean
is_name_start (gunichar c)
{
  return c == '_' || g_unichar_isalpha (c);
}

static gboolean
is_name_part (gunichar c)
{
  return is_name_start (c) || g_unichar_isdigit (c) || c == '-' || c == '.' || c == 0xb7
         || g_unichar_ismark (c);
}

/* Word processors put in blanks that only look like blanks. */
static gboolean
is_blank (gunichar c)
{
  return g_unichar_isspace (c) || c == 0xa0 || c == 0x202f || c == 0x200b || c == 0xfeff;
}

/* Word processors put them where straight ones were typed. */
static gboolean
is_curly_quote (gunichar c)
{
  return c >= 0x2018 && c <= 0x201f;
}

/* These enclose quotations in some languages and code in others, and never an answer. */
static gboolean
is_other_quote (gunichar c)
{
  return c == 0xab || c == 0xbb || c == '`' || c == 0xb4;
}

static const char *
skip_name (const char *at)
{
  if (!is_name_start (g_utf8_get_char (at)))
    return at;
  while (is_name_part (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  return at;
}

static gboolean
fail (HwTokenizer *self,
      const HwToken *token,
      GError **error,
      const char *sentence)
{
  hw_token_set_error (token, self->text, HW_EXPRESSION_ERROR_SYNTAX, sentence, error);
  return FALSE;
}

static gboolean
read_reference (HwTokenizer *self,
                HwToken *token,
                GError **error)
{
  const char *start = self->at + 1;
  const char *end = strchr (start, '}');
  g_autofree char *name = NULL;
  const char *bare;

  if (*start != '{')
    return fail (self, token, error,
                 _("After “$” the name of a question belongs in braces, as in ${name}."));
  if (end == NULL)
    return fail (self, token, error, _("The brace after “$” is never closed."));
  name = g_strstrip (g_strndup (start + 1, (gsize) (end - start - 1)));
  bare = g_str_has_prefix (name, HW_LAST_SAVED) ? name + strlen (HW_LAST_SAVED) : name;
  if (*bare == '\0' || *skip_name (bare) != '\0')
    return fail (self, token, error, _("The braces after “$” must hold one name, as in ${name}."));
  for (start++; strncmp (start, name, strlen (name)) != 0;)
    start++;
  token->kind = HW_TOKEN_REFERENCE;
  token->start = start;
  token->length = strlen (name);
  self->at = end + 1;
  return TRUE;
}

/* Whether a mark of the family of @open closes a text at @at; an apostrophe within a word closes
 * nothing. */
static gboolean
closes (gunichar open,
        const char *at,
        gboolean straight)
{
  gboolean is_double = open == '"' || open >= 0x201c;
  gunichar c = g_utf8_get_char (at);

  if (straight ? c != (is_double ? '"' : '\'')
               : (is_double ? c < 0x201c || c > 0x201f : c < 0x2018 || c > 0x201b))
    return FALSE;
  return !g_unichar_isalnum (g_utf8_get_char (g_utf8_next_char (at)));
}

/* (nullable): a text that begins with one kind of mark may end with the other */
static const char *
find_end (const char *start,
          gunichar open)
{
  gboolean straight = open < 0x80;

  if (straight && strchr (start, (char) open) != NULL)
    return strchr (start, (char) open);
  for (const char *at = start; !straight && *at != '\0'; at = g_utf8_next_char (at))
    if (closes (open, at, FALSE))
      return at;
  for (const char *at = start; *at != '\0'; at = g_utf8_next_char (at))
    if (closes (open, at, !straight))
      return at;
  return NULL;
}

static gboolean
read_string (HwTokenizer *self,
             HwToken *token,
             GError **error)
{
  const char *end = find_end (g_utf8_next_char (self->at), g_utf8_get_char (self->at));

  if (end == NULL)
    return fail (self, token, error, _("A quotation mark is opened here and never closed."));
  token->kind = HW_TOKEN_STRING;
  self->at = g_utf8_next_char (end);
  token->length = (gsize) (self->at - token->start);
  return TRUE;
}

static gboolean
read_number (HwTokenizer *self,
             HwToken *token)
{
  self->at += strspn (self->at, "0123456789");
  if (*self->at == '.')
    self->at += 1 + strspn (self->at + 1, "0123456789");
  token->kind = HW_TOKEN_NUMBER;
  token->length = (gsize) (self->at - token->start);
  return TRUE;
}

static gboolean
read_name (HwTokenizer *self,
           HwToken *token)
{
  const char *end = skip_name (self->at);

  /* "child::name" is an axis, "jr:name" a prefix, "jr:*" anything with that prefix. */
  if (*end == ':' && end[1] == '*')
    end += 2;
  else if (*end == ':' && end[1] != ':' && skip_name (end + 1) > end + 1)
    end = skip_name (end + 1);
  token->kind = HW_TOKEN_NAME;
  token->length = (gsize) (end - token->start);
  self->at = end;
  return TRUE;
}

/* The length of a sign that can be nothing else, which are most; 0 for all others. */
static gsize
measure_plain (const char *at)
{
  if (*at == '/' || *at == '.')
    return at[1] == *at ? 2 : 1;
  return *at != '\0' && strchr ("()[],@+-", *at) != NULL ? 1 : 0;
}

static gboolean
read_symbol (HwTokenizer *self,
             HwToken *token,
             GError **error)
{
  g_autofree char *found = NULL;
  g_autofree char *sentence = NULL;

  token->length = measure_plain (self->at);
  if (token->length > 0)
    {
      token->kind = HW_TOKEN_SYMBOL;
      self->at += token->length;
      return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (mistakes); i++)
    if (g_str_has_prefix (self->at, mistakes[i].found)
        && (self->at[0] != '!' || self->at[1] != '=' || self->at[2] == '='))
      {
        /* Translators: %1$s is what was written, %2$s what is meant. */
        sentence = g_strdup_printf (_("“%1$s” is not known here; write “%2$s”."),
                                    mistakes[i].found, mistakes[i].meant);
        return fail (self, token, error, sentence);
      }
  for (guint i = 0; i < G_N_ELEMENTS (symbols); i++)
    if (g_str_has_prefix (self->at, symbols[i]))
      {
        token->kind = HW_TOKEN_SYMBOL;
        token->length = strlen (symbols[i]);
        self->at += token->length;
        return TRUE;
      }
  if (is_other_quote (g_utf8_get_char (self->at)))
    return fail (self, token, error, _("This quotation mark cannot enclose a text; use ' or \"."));
  found = g_strndup (self->at, (gsize) (g_utf8_next_char (self->at) - self->at));
  /* Translators: %s is one character. */
  sentence = g_strdup_printf (_("“%s” has no meaning in an expression."), found);
  return fail (self, token, error, sentence);
}

/**
 * hw_tokenizer_next:
 * @self: where the reading stands; moved behind the token
 * @token: (out): the next token; of kind %HW_TOKEN_END at the end of the text
 * @error: what cannot be a token, with its character
 *
 * Returns: %FALSE with @error set when the text cannot be read on
 */
gboolean
hw_tokenizer_next (HwTokenizer *self,
                   HwToken *token,
                   GError **error)
{
  gunichar c;

  while (*self->at != '\0' && is_blank (g_utf8_get_char (self->at)))
    self->at = g_utf8_next_char (self->at);
  *token = (HwToken){ .kind = HW_TOKEN_END, .start = self->at, .begin = self->at };
  c = g_utf8_get_char (self->at);
  if (c == '\0')
    return TRUE;
  if (c == '$')
    return read_reference (self, token, error);
  if (c == '\'' || c == '"' || is_curly_quote (c))
    return read_string (self, token, error);
  if (g_ascii_isdigit (*self->at) || (c == '.' && g_ascii_isdigit (self->at[1])))
    return read_number (self, token);
  if (is_name_start (c))
    return read_name (self, token);
  return read_symbol (self, token, error);
}

/**
 * hw_token_is:
 * @token: a token
 * @text: the text of a symbol or a name
 *
 * Returns: whether @token is a symbol or a name and reads @text
 */
gboolean
hw_token_is (const HwToken *token,
             const char *text)
{
  return (token->kind == HW_TOKEN_SYMBOL || token->kind == HW_TOKEN_NAME)
         && strlen (text) == token->length && memcmp (token->start, text, token->length) == 0;
}

/**
 * hw_token_dup:
 * @token: a token
 *
 * Returns: (transfer full): its text
 */
char *
hw_token_dup (const HwToken *token)
{
  return g_strndup (token->start, token->length);
}

/**
 * hw_token_dup_string:
 * @token: of kind %HW_TOKEN_STRING
 *
 * Returns: (transfer full): what stands between the quotation marks
 */
char *
hw_token_dup_string (const HwToken *token)
{
  const char *start = g_utf8_next_char (token->start);
  const char *end = g_utf8_prev_char (token->start + token->length);

  return g_strndup (start, (gsize) (end - start));
}

/**
 * hw_token_set_error:
 * @token: where something is wrong
 * @text: the text that @token was read from
 * @code: an #HwExpressionError
 * @sentence: what is wrong, a whole sentence
 * @error: (nullable): set to the sentence and the place
 */
void
hw_token_set_error (const HwToken *token,
                    const char *text,
                    int code,
                    const char *sentence,
                    GError **error)
{
  g_set_error (error, HW_EXPRESSION_ERROR, code,
               /* Translators: %1$s is a whole sentence; %2$u says at which character of the
                * expression. */
               _("%1$s (character %2$u)"), sentence,
               (guint) g_utf8_pointer_to_offset (text, token->start) + 1);
}
