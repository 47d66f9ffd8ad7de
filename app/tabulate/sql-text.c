/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tabulate/sql-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The end of a quotation that begins at @at, behind its last mark; NULL when it has no end. A
 * doubled mark stands for itself. */
static const char *
skip_quotation (const char *at)
{
  char mark = *at == '[' ? ']' : *at;

  for (at++; *at != '\0'; at++)
    if (*at == mark)
      {
        if (mark == ']' || at[1] != mark)
          return at + 1;
        at++;
      }
  return NULL;
}

/**
 * hw_sql_text_dup_fault:
 * @expression: SQL from a plan
 *
 * Looks for what would let an expression reach beyond its place: a parenthesis or a quotation that
 * does not close, a semicolon, a comment.
 *
 * Returns: (transfer full) (nullable): a translated sentence; %NULL when there is none of it
 */
char *
hw_sql_text_dup_fault (const char *expression)
{
  int depth = 0;

  for (const char *at = expression; *at != '\0';)
    {
      if (strchr ("'\"`[", *at) != NULL)
        {
          const char *end = skip_quotation (at);

          if (end == NULL)
            return g_strdup_printf (_("A quotation that begins with %c never ends."), *at);
          at = end;
          continue;
        }
      depth += *at == '(' ? 1 : *at == ')' ? -1 : 0;
      if (depth < 0)
        return g_strdup (_("A parenthesis is closed that was not opened."));
      if (*at == ';' || g_str_has_prefix (at, "--") || g_str_has_prefix (at, "/*"))
        return g_strdup (_("One expression is expected, without semicolons and comments."));
      at++;
    }
  return depth > 0 ? g_strdup (_("A parenthesis is opened and never closed.")) : NULL;
}

/**
 * hw_sql_text_dup_sql:
 * @expression: SQL from a plan in which hw_sql_text_dup_fault() finds no fault
 *
 * Whoever writes questionnaires writes ${name}, and means the variable.
 *
 * Returns: (transfer full): @expression with names in the way of SQL; a plain name when it is one
 *   ${name} and nothing more
 */
char *
hw_sql_text_dup_sql (const char *expression)
{
  GString *sql = g_string_new (NULL);

  for (const char *at = expression; *at != '\0';)
    {
      const char *end = strchr ("'\"`[", *at) != NULL ? skip_quotation (at) : at + 1;
      g_autofree char *name = NULL;

      if (g_str_has_prefix (at, "${") && strchr (at, '}') != NULL)
        {
          end = strchr (at, '}') + 1;
          name = g_strstrip (g_strndup (at + 2, (gsize) (end - at - 3)));
          if (at == expression && *end == '\0')
            g_string_append (sql, name);
          else
            hw_sql_text_append_name (sql, name);
        }
      else
        g_string_append_len (sql, at, end - at);
      at = end;
    }
  return g_string_free (sql, FALSE);
}

static gboolean
is_name_char (char c)
{
  return g_ascii_isalnum (c) || c == '_' || (c & 0x80) != 0;
}

/**
 * hw_sql_text_add_words:
 * @expression: SQL, or names separated by spaces
 * @words: (element-type utf8): a set that owns its keys; gets every word in small letters
 *
 * Collects what might be names of variables. Too many do no harm: only those are loaded that exist.
 */
void
hw_sql_text_add_words (const char *expression,
                       GHashTable *words)
{
  const char *at = expression;

  while (*at != '\0')
    {
      const char *start;
      const char *plain;

      while (*at != '\0' && !is_name_char (*at))
        at++;
      start = plain = at;
      while (is_name_char (*at) || ((*at == '-' || *at == '.') && is_name_char (at[1])))
        {
          /* XLSForm lets a name have these two; in SQL they mostly separate names. */
          if (!is_name_char (*at))
            {
              g_hash_table_add (words, g_ascii_strdown (plain, at - plain));
              plain = at + 1;
            }
          at++;
        }
      if (at > plain)
        g_hash_table_add (words, g_ascii_strdown (plain, at - plain));
      if (plain > start)
        g_hash_table_add (words, g_ascii_strdown (start, at - start));
    }
}

/**
 * hw_sql_text_is_name:
 * @text: text from a plan
 *
 * Returns: whether @text can name a variable
 */
gboolean
hw_sql_text_is_name (const char *text)
{
  if (!is_name_char (*text) || g_ascii_isdigit (*text))
    return FALSE;
  for (; *text != '\0'; text++)
    if (!is_name_char (*text) && *text != '-' && *text != '.')
      return FALSE;
  return TRUE;
}

/**
 * hw_sql_text_append_name:
 * @sql: SQL that is being built
 * @name: the name of a table or column
 *
 * The one door through which a name gets into the SQL of this room.
 */
void
hw_sql_text_append_name (GString *sql,
                         const char *name)
{
  g_string_append_c (sql, '"');
  for (; *name != '\0'; name++)
    {
      if (*name == '"')
        g_string_append_c (sql, '"');
      g_string_append_c (sql, *name);
    }
  g_string_append_c (sql, '"');
}
