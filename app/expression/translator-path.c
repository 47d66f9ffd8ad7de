/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "expression/translator.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "expression/moment.h"

static const char *const axes[] = {
  "ancestor",   "ancestor-or-self",
  "attribute",  "child",
  "descendant", "descendant-or-self",
  "following",  "following-sibling",
  "namespace",  "parent",
  "preceding",  "preceding-sibling",
  "self",       NULL,
};
static const char *const node_types[]
    = { "node", "text", "comment", "processing-instruction", NULL };

static gboolean
starts_step (HwTranslator *self)
{
  return self->token.kind == HW_TOKEN_NAME || hw_token_is (&self->token, ".")
         || hw_token_is (&self->token, "..") || hw_token_is (&self->token, "@")
         || hw_token_is (&self->token, "*");
}

/* Whether it is a name that nothing belongs to: no call, no axis, and no path goes on. */
static gboolean
stands_alone (HwTranslator *self)
{
  HwTokenizer ahead = self->tokenizer;
  HwToken next;

  if (self->token.kind != HW_TOKEN_NAME)
    return FALSE;
  return !hw_tokenizer_next (&ahead, &next, NULL)
         || !(hw_token_is (&next, "(") || hw_token_is (&next, "::") || hw_token_is (&next, "/")
              || hw_token_is (&next, "//") || hw_token_is (&next, "["));
}

/* The rows of a table that an equality in the brackets is about are looked up in an index: what is
 * written from @path to @end, instance('x')/root/item, becomes hw-items('x','column',value). */
static void
use_index (HwTranslator *self,
           gsize path,
           gsize end,
           const HwOperand *condition)
{
  g_autofree char *rows = NULL;
  g_autofree char *call = NULL;

  if (self->table == NULL || condition->lookup == NULL)
    return;
  rows = g_strdup_printf ("instance('%s')/root/item", self->table);
  if (strlen (rows) != end - path || strncmp (self->out->xpath->str + path, rows, end - path) != 0)
    return;
  call = g_strdup_printf ("hw-items('%s','%s',%s)", self->table, condition->lookup,
                          condition->value);
  g_string_erase (self->out->xpath, (gssize) path, (gssize) (end - path));
  g_string_insert (self->out->xpath, (gssize) path, call);
}

/* @path: where the path is written that the brackets belong to */
static gboolean
read_predicates (HwTranslator *self,
                 gsize path)
{
  gsize end = self->out->xpath->len;
  gboolean failed = FALSE;

  while (hw_translator_take (self, "[", &failed))
    {
      guint row_uses = self->row_uses, positions = self->positions;
      const char *table = self->table;
      HwOperand condition = { 0 };

      self->predicates++;
      if (failed || !hw_translator_read_expression (self, &condition)
          || !hw_translator_expect (self, "]"))
        return FALSE;
      self->predicates--;
      self->row_uses = row_uses;
      self->table = table;
      if (positions == self->positions)
        use_index (self, path, end, &condition);
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
      g_autofree char *text = hw_token_dup_string (&self->token);

      hw_translator_write_text (self, text);
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
  if (!*is_attribute && !g_str_equal (axis, "child") && !g_str_equal (axis, "self")
      && !g_str_has_prefix (axis, "descendant"))
    self->ways_out++;
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
  if (self->token.kind == HW_TOKEN_NAME && !is_attribute && self->rows != HW_ROWS_TABLE)
    hw_translator_note_name (self, colon != NULL ? colon + 1 : name);
  hw_translator_emit (self);
  return hw_translator_advance (self);
}

static gboolean
read_step (HwTranslator *self,
           gsize path,
           gboolean first)
{
  gboolean failed = FALSE;
  gboolean is_attribute = FALSE;

  if (first && self->predicates == 0 && hw_token_is (&self->token, "."))
    self->out->reads_self = TRUE;
  if (hw_token_is (&self->token, ".."))
    self->ways_out++;
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
  return read_name_test (self, is_attribute) && read_predicates (self, path);
}

static gboolean
read_more_steps (HwTranslator *self,
                 gsize path,
                 HwOperand *operand)
{
  gboolean failed = FALSE;

  while (hw_translator_take (self, "//", &failed) || hw_translator_take (self, "/", &failed))
    {
      *operand = (HwOperand){ .result = HW_RESULT_NODESET };
      if (failed || !read_step (self, path, FALSE))
        return FALSE;
    }
  return !failed;
}

static gboolean
read_absolute (HwTranslator *self,
               gsize path,
               HwOperand *operand)
{
  gboolean failed = FALSE;

  self->rows = HW_ROWS_QUESTIONS;
  self->repeat = NULL;
  *operand = (HwOperand){ .result = HW_RESULT_NODESET };
  if (hw_translator_take (self, "/", &failed))
    {
      if (failed || !starts_step (self))
        return !failed;
    }
  else if (!hw_translator_take (self, "//", &failed) || failed)
    return FALSE;
  return read_step (self, path, FALSE) && read_more_steps (self, path, operand);
}

/* A name alone in brackets is a column of the row. */
static gboolean
read_relative (HwTranslator *self,
               gsize path,
               HwOperand *operand)
{
  g_autofree char *name = NULL;
  gboolean is_name = self->predicates > 0 && stands_alone (self);

  *operand = (HwOperand){ .result = HW_RESULT_NODESET };
  if (hw_token_is (&self->token, ".") && self->predicates == 0 && self->scope != NULL)
    *operand
        = (HwOperand){ .result = self->scope->self_is_date ? HW_RESULT_DATE : HW_RESULT_NODESET,
                       .is_plain = self->scope->self_is_number,
                       .is_texty = TRUE };
  if (is_name)
    {
      name = hw_token_dup (&self->token);
      if (!hw_translator_check_word (self, name))
        return FALSE;
      operand->column = g_string_chunk_insert_const (self->strings, name);
    }
  self->repeat = NULL;
  if (self->predicates > 0)
    self->row_uses++;
  return read_step (self, path, TRUE) && read_more_steps (self, path, operand);
}

static gboolean
read_text (HwTranslator *self,
           HwOperand *operand)
{
  g_autofree char *text = hw_token_dup_string (&self->token);
  g_auto (HwMoment) moment = { 0, NULL };
  gboolean is_date = hw_moment_parse (text, &moment);

  *operand = (HwOperand){ .result = HW_RESULT_STRING,
                          .is_plain = !is_date,
                          .is_texty = TRUE,
                          .is_text = !is_date && isnan (hw_text_to_number (text)) };
  if (self->scope != NULL && strstr (text, "${") != NULL)
    hw_translator_advise (self, HW_ADVICE_QUOTED_NAME, &self->token,
                          _("A name within quotation marks is text; an answer stands outside of "
                             "them, joined with concat()."));
  hw_translator_write_text (self, text);
  return hw_translator_advance (self);
}

/* What a path may begin with besides a step: a literal, a reference, a call, an expression in
 * parentheses. */
static gboolean
read_primary (HwTranslator *self,
              HwOperand *operand)
{
  gboolean failed = FALSE;

  switch (self->token.kind)
    {
    case HW_TOKEN_NUMBER:
      *operand = (HwOperand){ .result = HW_RESULT_NUMBER };
      hw_translator_emit (self);
      return hw_translator_advance (self);
    case HW_TOKEN_STRING:
      return read_text (self, operand);
    case HW_TOKEN_REFERENCE:
      return hw_translator_read_reference (self, operand);
    case HW_TOKEN_SYMBOL:
      return hw_translator_take (self, "(", &failed) && !failed
             && hw_translator_read_expression (self, operand) && hw_translator_expect (self, ")");
    default:
      return hw_translator_read_call (self, operand);
    }
}

/* What the names in brackets and steps behind @start are. */
static void
find_rows (HwTranslator *self,
           const HwToken *start)
{
  g_autofree char *name = hw_token_dup (start);
  gboolean is_name = start->kind == HW_TOKEN_NAME;

  if (!is_name || !g_str_equal (name, "instance"))
    self->table = NULL;
  self->repeat = NULL;
  self->rows = HW_ROWS_ANY;
  if (start->kind == HW_TOKEN_REFERENCE)
    self->repeat = g_string_chunk_insert_const (self->strings, name);
  if (start->kind == HW_TOKEN_REFERENCE || (is_name && g_str_equal (name, "current")))
    self->rows = HW_ROWS_QUESTIONS;
  else if (is_name && g_str_equal (name, "instance"))
    self->rows = HW_ROWS_TABLE;
}

static gboolean
read_filter (HwTranslator *self,
             HwOperand *operand)
{
  gsize path = self->out->xpath->len;
  HwToken start = self->token;
  guint ways_out;

  if (!read_primary (self, operand))
    return FALSE;
  find_rows (self, &start);
  if (hw_token_is (&self->token, "["))
    operand->lookup = operand->column = NULL;
  ways_out = self->ways_out;
  if (!read_predicates (self, path) || !read_more_steps (self, path, operand))
    return FALSE;
  /* From rows that were looked up there is no way to their neighbours. */
  if (self->ways_out > ways_out && g_str_has_prefix (self->out->xpath->str + path, "hw-items("))
    memcpy (self->out->xpath->str + path, "hw-whole(", strlen ("hw-whole("));
  return TRUE;
}

static gboolean
is_word (HwTranslator *self)
{
  return self->scope != NULL && self->predicates == 0 && stands_alone (self);
}

static gboolean
is_call (HwTranslator *self)
{
  g_autofree char *name = NULL;

  if (self->token.kind != HW_TOKEN_NAME || !hw_translator_peek_is (self, "("))
    return FALSE;
  name = hw_token_dup (&self->token);
  return !g_strv_contains (node_types, name);
}

gboolean
hw_translator_read_path (HwTranslator *self,
                         HwOperand *operand)
{
  HwRows rows = self->rows;
  const char *table = self->table;
  const char *repeat = self->repeat;
  gsize path = self->out->xpath->len;
  gboolean read;

  if (is_word (self))
    return hw_translator_read_word (self, operand);
  if (is_call (self) || self->token.kind == HW_TOKEN_NUMBER || self->token.kind == HW_TOKEN_STRING
      || self->token.kind == HW_TOKEN_REFERENCE || hw_token_is (&self->token, "("))
    read = read_filter (self, operand);
  else if (hw_token_is (&self->token, "/") || hw_token_is (&self->token, "//"))
    read = read_absolute (self, path, operand);
  else if (starts_step (self))
    read = read_relative (self, path, operand);
  else
    return hw_translator_fail_operand (self);
  self->rows = rows;
  self->table = table;
  self->repeat = repeat;
  return read;
}
