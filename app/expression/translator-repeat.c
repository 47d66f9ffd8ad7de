/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "expression/translator.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* One argument of indexed-repeat(), taken out of what is written: its name if it is a ${name}, and
 * its path. */
static gboolean
read_place (HwTranslator *self,
            char **name,
            char **path,
            HwOperand *operand)
{
  gsize start = self->out->xpath->len;

  if (self->token.kind == HW_TOKEN_REFERENCE)
    *name = hw_token_dup (&self->token);
  if (!hw_translator_read_expression (self, operand))
    return FALSE;
  *path = hw_translator_cut (self, start);
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
    {
      g_autofree char *found = target.path;

      return g_strconcat (outer == NULL && self->predicates > 0 ? "current()/" : "", found, NULL);
    }
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
gboolean
hw_translator_read_indexed_repeat (HwTranslator *self,
                                   HwOperand *operand)
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
  if (!read_place (self, &what, &what_path, operand))
    return FALSE;
  while (hw_token_is (&self->token, ","))
    {
      g_autofree char *name = NULL;
      g_autofree char *path = NULL;
      g_autofree char *inner = NULL;
      HwOperand ignored;

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
  *operand = (HwOperand){ .result = operand->result, .is_plain = operand->is_plain };
  self->calls++;
  return hw_translator_advance (self);
}
