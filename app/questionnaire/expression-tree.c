/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "questionnaire/expression-tree.h"

#include <string.h>

#include "expression/tokens.h"

/* As deep as the compiler goes. */
#define MAX_DEPTH 200
/* So many characters of a part are quoted. */
#define MAX_TEXT 80

struct _HwTree
{
  GPtrArray *parts;
  GStringChunk *words;
  HwPart *root;
};

typedef struct
{
  HwTree *tree;
  HwQuestionnaire *questionnaire;
  HwTokenizer tokenizer;
  HwToken token;
  const char *end; /* of the token before */
  guint depth;
} Reader;

static const char *const operators[][5] = {
  { "or", NULL },
  { "and", NULL },
  { "=", "!=", NULL },
  { "<=", "<", ">=", ">", NULL },
  { "+", "-", NULL },
  { "*", "div", "mod", NULL },
};

static HwPart *read_expression (Reader *self);

static void
free_part (gpointer data)
{
  HwPart *part = data;

  g_clear_pointer (&part->children, g_ptr_array_unref);
  g_free (part);
}

static HwPart *
add_part (Reader *self,
          HwPartKind kind,
          const char *start)
{
  HwPart *part = g_new0 (HwPart, 1);

  part->kind = kind;
  part->start = start;
  part->word = "";
  g_ptr_array_add (self->tree->parts, part);
  return part;
}

static void
adopt (HwPart *parent,
       HwPart *child)
{
  if (parent->children == NULL)
    parent->children = g_ptr_array_new ();
  g_ptr_array_add (parent->children, child);
  child->parent = parent;
}

/* @part ends with what was read last. */
static HwPart *
close_part (Reader *self,
            HwPart *part)
{
  part->length = (gsize)(self->end - part->start);
  return part;
}

static gboolean
advance (Reader *self)
{
  self->end = self->tokenizer.at;
  return hw_tokenizer_next (&self->tokenizer, &self->token, NULL);
}

static gboolean
peek_is (Reader *self,
         const char *text)
{
  HwTokenizer ahead = self->tokenizer;
  HwToken token;

  return hw_tokenizer_next (&ahead, &token, NULL) && hw_token_is (&token, text);
}

static gboolean
take (Reader *self,
      const char *text)
{
  return hw_token_is (&self->token, text) && advance (self);
}

static const char *
keep_word (Reader *self,
           const char *start,
           gsize length)
{
  return g_string_chunk_insert_len (self->tree->words, start, (gssize)length);
}

/* As the compiler does, so that "1div2" is a division. */
static const char *
match_operator (Reader *self,
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

static HwPart *
read_call (Reader *self)
{
  HwPart *call = add_part (self, HW_PART_CALL, self->token.start);

  call->word = keep_word (self, self->token.start, self->token.length);
  if (!advance (self) || !take (self, "("))
    return NULL;
  while (!hw_token_is (&self->token, ")"))
    {
      HwPart *argument = read_expression (self);

      if (argument == NULL)
        return NULL;
      adopt (call, argument);
      if (!hw_token_is (&self->token, ")") && !take (self, ","))
        return NULL;
    }
  return advance (self) ? close_part (self, call) : NULL;
}

static HwPart *
read_literal (Reader *self)
{
  gboolean is_number = self->token.kind == HW_TOKEN_NUMBER;
  HwPart *part = add_part (self, is_number ? HW_PART_NUMBER : HW_PART_TEXT, self->token.start);

  if (is_number)
    {
      part->word = keep_word (self, self->token.start, self->token.length);
      part->number = g_ascii_strtod (part->word, NULL);
    }
  else
    part->word = keep_word (self, self->token.start + 1, self->token.length - 2);
  return advance (self) ? close_part (self, part) : NULL;
}

static HwPart *
read_reference (Reader *self)
{
  const char *start = self->token.start;
  HwPart *part;

  /* The token holds the name alone. */
  while (start > self->tokenizer.text && *start != '$')
    start--;
  part = add_part (self, HW_PART_REFERENCE, start);
  part->word = keep_word (self, self->token.start, self->token.length);
  part->question = hw_questionnaire_find (self->questionnaire, part->word);
  return advance (self) ? close_part (self, part) : NULL;
}

static gboolean
is_step (Reader *self)
{
  return self->token.kind == HW_TOKEN_NAME || hw_token_is (&self->token, ".")
         || hw_token_is (&self->token, "..") || hw_token_is (&self->token, "@")
         || hw_token_is (&self->token, "*");
}

/* name, @name, axis::name, node(), "." or ".." */
static gboolean
skip_step (Reader *self)
{
  take (self, "@");
  if (self->token.kind == HW_TOKEN_NAME && peek_is (self, "::"))
    if (!advance (self) || !advance (self))
      return FALSE;
  if (!is_step (self) || !advance (self))
    return FALSE;
  if (!take (self, "("))
    return TRUE;
  /* A type of node, such as text(), sometimes with a name in quotation marks. */
  if (self->token.kind == HW_TOKEN_STRING && !advance (self))
    return FALSE;
  return take (self, ")");
}

/* The predicates and further steps behind @first. */
static HwPart *
read_steps (Reader *self,
            HwPart *first)
{
  HwPart *path = first;

  while (hw_token_is (&self->token, "[") || hw_token_is (&self->token, "/")
         || hw_token_is (&self->token, "//"))
    {
      if (path->kind != HW_PART_PATH)
        {
          path = add_part (self, HW_PART_PATH, first->start);
          adopt (path, first);
        }
      if (take (self, "["))
        {
          HwPart *predicate = read_expression (self);

          if (predicate == NULL || !take (self, "]"))
            return NULL;
          adopt (path, predicate);
        }
      else if (!advance (self) || (is_step (self) && !skip_step (self)))
        return NULL;
      close_part (self, path);
    }
  return path;
}

static gboolean
goes_on (Reader *self)
{
  return peek_is (self, "/") || peek_is (self, "//") || peek_is (self, "[") || peek_is (self, "::");
}

/* Steps of a path, or one word or "." that is no more than that. */
static HwPart *
read_first_step (Reader *self)
{
  gboolean alone = !goes_on (self);
  HwPart *part = add_part (self, HW_PART_PATH, self->token.start);

  if (hw_token_is (&self->token, ".") && alone)
    part->kind = HW_PART_SELF;
  else if (self->token.kind == HW_TOKEN_NAME && alone)
    {
      part->kind = HW_PART_WORD;
      part->word = keep_word (self, self->token.start, self->token.length);
    }
  else if (hw_token_is (&self->token, "/") || hw_token_is (&self->token, "//"))
    {
      /* read_steps() goes on from here. */
      part->length = 0;
      return part;
    }
  if (!is_step (self) || !skip_step (self))
    return NULL;
  return close_part (self, part);
}

static HwPart *
read_path (Reader *self)
{
  HwPart *part;

  if (self->token.kind == HW_TOKEN_NUMBER || self->token.kind == HW_TOKEN_STRING)
    part = read_literal (self);
  else if (self->token.kind == HW_TOKEN_REFERENCE)
    part = read_reference (self);
  else if (take (self, "("))
    {
      part = read_expression (self);
      if (part == NULL || !take (self, ")"))
        return NULL;
      part->in_parentheses = TRUE;
    }
  else if (self->token.kind == HW_TOKEN_NAME && peek_is (self, "("))
    part = read_call (self);
  else
    part = read_first_step (self);
  return part != NULL ? read_steps (self, part) : NULL;
}

static HwPart *
read_union (Reader *self)
{
  HwPart *part = read_path (self);

  while (part != NULL && hw_token_is (&self->token, "|"))
    {
      HwPart *both = add_part (self, HW_PART_PATH, part->start);
      HwPart *other;

      adopt (both, part);
      if (!advance (self) || (other = read_path (self)) == NULL)
        return NULL;
      adopt (both, other);
      part = close_part (self, both);
    }
  return part;
}

static HwPart *
read_unary (Reader *self)
{
  const char *start = self->token.start;
  HwPart *inner;
  HwPart *part;

  if (!take (self, "-"))
    return read_union (self);
  if (++self->depth > MAX_DEPTH)
    return NULL;
  inner = read_unary (self);
  self->depth--;
  if (inner == NULL)
    return NULL;
  if (inner->kind == HW_PART_NUMBER && !inner->in_parentheses)
    {
      inner->number = -inner->number;
      inner->start = start;
      close_part (self, inner);
      inner->word = keep_word (self, inner->start, inner->length);
      return inner;
    }
  part = add_part (self, HW_PART_NEGATIVE, start);
  adopt (part, inner);
  return close_part (self, part);
}

static HwPart *
read_level (Reader *self,
            guint level)
{
  const char *start = self->token.start;
  HwPart *left;
  const char *word;

  if (level == G_N_ELEMENTS (operators))
    return read_unary (self);
  left = read_level (self, level + 1);
  while (left != NULL && (word = match_operator (self, level)) != NULL)
    {
      HwPart *both = add_part (self, HW_PART_OPERATOR, start);
      HwPart *right;

      both->word = word;
      if (!advance (self) || (right = read_level (self, level + 1)) == NULL)
        return NULL;
      /* The token of a reference begins behind its "${". */
      both->start = MIN (start, left->start);
      adopt (both, left);
      adopt (both, right);
      left = close_part (self, both);
    }
  return left;
}

static HwPart *
read_expression (Reader *self)
{
  HwPart *part;

  if (++self->depth > MAX_DEPTH)
    return NULL;
  part = read_level (self, 0);
  self->depth--;
  return part;
}

/**
 * hw_tree_new:
 * @questionnaire: where names are looked up
 * @text: an expression that the compiler has accepted; must outlive the tree
 *
 * Returns: (transfer full) (nullable): its parts; %NULL when it cannot be followed
 */
HwTree *
hw_tree_new (HwQuestionnaire *questionnaire,
             const char *text)
{
  g_autoptr (HwTree) tree = g_new0 (HwTree, 1);
  Reader self = {
    .tree = tree, .questionnaire = questionnaire, .tokenizer = { text, text }, .end = text
  };

  g_return_val_if_fail (questionnaire != NULL && text != NULL, NULL);

  tree->parts = g_ptr_array_new_with_free_func (free_part);
  tree->words = g_string_chunk_new (256);
  if (!advance (&self))
    return NULL;
  tree->root = read_expression (&self);
  if (tree->root == NULL || self.token.kind != HW_TOKEN_END)
    return NULL;
  return g_steal_pointer (&tree);
}

/**
 * hw_tree_free:
 * @self: (transfer full): a tree
 */
void
hw_tree_free (HwTree *self)
{
  g_return_if_fail (self != NULL);
  g_ptr_array_unref (self->parts);
  g_string_chunk_free (self->words);
  g_free (self);
}

/**
 * hw_tree_get_root:
 * @self: a tree
 *
 * Returns: (transfer none): the whole expression
 */
HwPart *
hw_tree_get_root (HwTree *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->root;
}

/**
 * hw_tree_foreach:
 * @self: a tree
 * @func: called for every part, in the order in which they were read
 * @data: for @func
 */
void
hw_tree_foreach (HwTree *self,
                 HwPartFunc func,
                 gpointer data)
{
  g_return_if_fail (self != NULL && func != NULL);

  for (guint i = 0; i < self->parts->len; i++)
    func (g_ptr_array_index (self->parts, i), data);
}

guint
hw_part_get_n (HwPart *self)
{
  return self->children != NULL ? self->children->len : 0;
}

HwPart *
hw_part_get (HwPart *self,
             guint i)
{
  return g_ptr_array_index (self->children, i);
}

gboolean
hw_part_is_call (HwPart *self,
                 const char *name,
                 guint n_arguments)
{
  return self->kind == HW_PART_CALL && hw_part_get_n (self) == n_arguments
         && strcmp (self->word, name) == 0;
}

gboolean
hw_part_is_operator (HwPart *self,
                     const char *word)
{
  return self->kind == HW_PART_OPERATOR && strcmp (self->word, word) == 0;
}

gboolean
hw_part_is_comparison (HwPart *self)
{
  return self->kind == HW_PART_OPERATOR && strchr ("=!<>", *self->word) != NULL;
}

gboolean
hw_part_is_literal (HwPart *self)
{
  return self->kind == HW_PART_NUMBER || self->kind == HW_PART_TEXT;
}

/* As its author wrote it, in one line; what is long is cut, since it can be read in its place. */
char *
hw_part_dup_text (HwPart *self)
{
  g_autofree char *raw = g_strndup (self->start, self->length);
  g_auto (GStrv) words = g_strsplit_set (raw, " \t\r\n", -1);
  g_autoptr (GString) text = g_string_new (NULL);
  const char *cut;

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", words[i]);
  if (g_utf8_strlen (text->str, -1) > MAX_TEXT)
    {
      cut = g_utf8_offset_to_pointer (text->str, MAX_TEXT - 1);
      g_string_truncate (text, (gsize)(cut - text->str));
      g_string_append (text, "…");
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
