/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "expression/expression-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_PATTERN 16384
/* So many steps take some hundredths of a second; a pattern that needs more would need for ever. */
#define LIMITS "(*LIMIT_MATCH=500000)(*LIMIT_DEPTH=20000)"

/* What \d and its like are on the phones of the field: ASCII only. */
static const char *
find_class (char letter,
            gboolean in_class)
{
  switch (letter)
    {
    case 'd':
      return in_class ? "0-9" : "[0-9]";
    case 'w':
      return in_class ? "A-Za-z0-9_" : "[A-Za-z0-9_]";
    case 'D':
      return in_class ? NULL : "[^0-9]";
    case 'W':
      return in_class ? NULL : "[^A-Za-z0-9_]";
    default:
      return NULL;
    }
}

/* \u0645 as Java and JavaScript write it; returns what is behind it. */
static const char *
copy_escape (GString *out,
             const char *at,
             gboolean in_class)
{
  const char *class = find_class (at[1], in_class);

  if (class != NULL)
    g_string_append (out, class);
  else if (at[1] == 'u' && strspn (at + 2, "0123456789abcdefABCDEF") >= 4)
    {
      g_string_append_printf (out, "\\x{%.4s}", at + 2);
      return at + 6;
    }
  else
    {
      const char *end = at[1] != '\0' ? g_utf8_next_char (at + 1) : at + 1;

      g_string_append_len (out, at, end - at);
      return end;
    }
  return at + 2;
}

/* Within [ ]: a "-" behind a class such as \w is a "-", as in the field; PCRE calls it a bad range.
 */
static const char *
copy_class (GString *out,
            const char *at)
{
  gboolean after_class = FALSE;

  g_string_append_c (out, *at++);
  if (*at == '^')
    g_string_append_c (out, *at++);
  if (*at == ']')
    g_string_append_c (out, *at++);
  while (*at != '\0' && *at != ']')
    if (*at == '\\')
      {
        after_class = at[1] != '\0' && strchr ("dwsDWShHvV", at[1]) != NULL;
        at = copy_escape (out, at, TRUE);
      }
    else if (*at == '-' && after_class && at[1] != ']')
      {
        g_string_append (out, "\\-");
        after_class = FALSE;
        at++;
      }
    else
      {
        after_class = FALSE;
        g_string_append_c (out, *at++);
      }
  if (*at == ']')
    g_string_append_c (out, *at++);
  return at;
}

/* (transfer full): @pattern, which Java reads on the phones and JavaScript on the web, as PCRE has
 * to read it */
static char *
translate (const char *pattern)
{
  GString *out = g_string_new (NULL);

  for (const char *at = pattern; *at != '\0';)
    if (*at == '\\')
      at = copy_escape (out, at, FALSE);
    else if (*at == '[')
      at = copy_class (out, at);
    else
      g_string_append_c (out, *at++);
  return g_string_free (out, FALSE);
}

/**
 * hw_pattern_new:
 * @pattern: a regular expression as authors write it, mostly without ^ and $
 * @whole: whether it has to match a whole text, as on the field's phones
 * @error: a sentence when @pattern is none
 *
 * Returns: (transfer full) (nullable): the pattern, which gives up on texts that take too long
 */
GRegex *
hw_pattern_new (const char *pattern,
                gboolean whole,
                GError **error)
{
  g_autofree char *translated = NULL;
  g_autofree char *limited = NULL;
  g_autoptr (GRegex) alone = NULL;
  GRegex *regex = NULL;

  /* What is whole only in the company of our parentheses is not whole. */
  if (strlen (pattern) <= MAX_PATTERN)
    {
      translated = translate (pattern);
      alone = g_regex_new (translated, 0, 0, NULL);
    }
  if (alone != NULL)
    {
      limited = g_strdup_printf (whole ? LIMITS "\\A(?:%s)\\z" : LIMITS "%s", translated);
      regex = g_regex_new (limited, G_REGEX_OPTIMIZE, 0, NULL);
    }
  if (regex == NULL)
    g_set_error (error, HW_EXPRESSION_ERROR, HW_EXPRESSION_ERROR_SYNTAX,
                 /* Translators: %s is a pattern of a questionnaire. */
                 _("“%s” is not a regular expression."), pattern);
  return regex;
}
