/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "questionnaire/expression-scan.h"

#include <string.h>

typedef enum
{
  TOKEN_END,
  TOKEN_TEXT,      /* 'so' or "so" */
  TOKEN_REFERENCE, /* ${name} */
  TOKEN_NUMBER,
  TOKEN_NAME,
  TOKEN_DOT,  /* . or .. */
  TOKEN_SIGN, /* anything else */
} TokenKind;

typedef struct
{
  TokenKind kind;
  const char *start;
  const char *end;
} Token;

static gboolean
begins_name (const char *at)
{
  return *at == '_' || g_unichar_isalpha (g_utf8_get_char (at));
}

static const char *
skip_name (const char *at)
{
  while (begins_name (at) || g_ascii_isdigit (*at) || *at == '-' || *at == '.'
         || (*at == ':' && at[1] != ':' && begins_name (at + 1)))
    at = g_utf8_next_char (at);
  return at;
}

static Token
next_token (const char *at)
{
  Token token;

  at += strspn (at, " \t\r\n");
  token = (Token){ .kind = TOKEN_SIGN, .start = at, .end = at + (*at != '\0') };
  if (*at == '\0')
    token.kind = TOKEN_END;
  else if (*at == '\'' || *at == '"')
    {
      const char *close = strchr (at + 1, *at);

      token.kind = TOKEN_TEXT;
      token.end = close != NULL ? close + 1 : at + strlen (at);
    }
  else if (g_str_has_prefix (at, "${") && strchr (at, '}') != NULL)
    {
      token.kind = TOKEN_REFERENCE;
      token.end = strchr (at, '}') + 1;
    }
  else if (g_ascii_isdigit (*at) || (*at == '.' && g_ascii_isdigit (at[1])))
    {
      token.kind = TOKEN_NUMBER;
      while (g_ascii_isdigit (*token.end) || *token.end == '.')
        token.end++;
    }
  else if (*at == '.')
    {
      token.kind = TOKEN_DOT;
      token.end = at + (at[1] == '.' ? 2 : 1);
    }
  else if (begins_name (at))
    {
      token.kind = TOKEN_NAME;
      token.end = skip_name (at);
    }
  else if ((guchar)*at >= 0x80)
    token.end = g_utf8_next_char (at);
  else if (g_str_has_prefix (at, "::") || g_str_has_prefix (at, "//"))
    token.end = at + 2;
  return token;
}

static gboolean
is_token (const Token *token,
          const char *text)
{
  gsize length = (gsize)(token->end - token->start);

  return strlen (text) == length && strncmp (token->start, text, length) == 0;
}

static gboolean
is_operator_name (const Token *token)
{
  return is_token (token, "and") || is_token (token, "or") || is_token (token, "div")
         || is_token (token, "mod");
}

static gboolean
call_with (const char *start,
           const char *end,
           HwScanFunc func,
           gpointer data)
{
  g_autofree char *name = g_strstrip (g_strndup (start, (gsize)(end - start)));

  return func (name, data);
}

/**
 * hw_scan_references:
 * @text: an expression, or a text with ${name} inside
 * @is_template: whether it is a text, in which quotation marks hide nothing
 * @func: called for the name in each ${name}
 * @data: passed to @func
 */
void
hw_scan_references (const char *text,
                    gboolean is_template,
                    HwScanFunc func,
                    gpointer data)
{
  g_return_if_fail (text != NULL && func != NULL);

  if (is_template)
    {
      for (const char *at = strstr (text, "${"); at != NULL; at = strstr (at + 2, "${"))
        {
          const char *close = strchr (at, '}');

          if (close == NULL || !call_with (at + 2, close, func, data))
            return;
        }
      return;
    }
  for (Token token = next_token (text); token.kind != TOKEN_END; token = next_token (token.end))
    if (token.kind == TOKEN_REFERENCE && !call_with (token.start + 2, token.end - 1, func, data))
      return;
}

/**
 * hw_scan_is_prose:
 * @text: what should be an expression
 *
 * Returns: whether it is a remark for people: it has no ${name}, and either words follow each other
 * as in a sentence, or it calls no function and its only "." ends it
 */
gboolean
hw_scan_is_prose (const char *text)
{
  gboolean reads_something = FALSE;

  g_return_val_if_fail (text != NULL, FALSE);

  if (strstr (text, "${") != NULL)
    return FALSE;
  for (Token token = next_token (text); token.kind != TOKEN_END;)
    {
      Token after = next_token (token.end);

      if (token.kind == TOKEN_NAME && after.kind == TOKEN_NAME && !is_operator_name (&token)
          && !is_operator_name (&after))
        return TRUE;
      if (token.kind == TOKEN_DOT && after.kind == TOKEN_SIGN)
        reads_something = TRUE;
      if (token.kind == TOKEN_NAME && is_token (&after, "(") && after.start == token.end)
        reads_something = TRUE;
      token = after;
    }
  return !reads_something;
}

/**
 * hw_scan_is_dynamic:
 * @text: a default
 *
 * Returns: whether it is an expression to be computed: it has a ${name} or calls a function.
 * Everything else is the answer itself, as "2024-01-31" or "well-being".
 */
gboolean
hw_scan_is_dynamic (const char *text)
{
  g_return_val_if_fail (text != NULL, FALSE);

  for (Token token = next_token (text); token.kind != TOKEN_END;)
    {
      Token after = next_token (token.end);

      if (token.kind == TOKEN_REFERENCE)
        return TRUE;
      if (token.kind == TOKEN_NAME && is_token (&after, "(") && after.start == token.end)
        return TRUE;
      token = after;
    }
  return FALSE;
}

/**
 * hw_scan_has_operator:
 * @text: a default that is no answer as it stands
 *
 * Returns: whether it computes something, as "2 * 6" does
 */
gboolean
hw_scan_has_operator (const char *text)
{
  g_return_val_if_fail (text != NULL, FALSE);

  for (Token token = next_token (text); token.kind != TOKEN_END; token = next_token (token.end))
    if (token.kind == TOKEN_SIGN && strchr ("+-*|", *token.start) != NULL)
      return TRUE;
  return FALSE;
}
