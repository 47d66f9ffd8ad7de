/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/entry/choice-index.h"

#include <string.h>

/* How well a choice fits what was typed; best first. */
typedef enum
{
  CODE,
  LABEL_BEGINS,
  WORD_BEGINS,
  CODE_BEGINS,
  INSIDE,
  N_RANKS,
} Rank;

struct _HwChoiceIndex
{
  GPtrArray *choices;
  GStringChunk *chunk;
  const char **codes;  /* casefolded */
  const char **labels;
};

static const char *
add_folded (GStringChunk *chunk,
            const char *text)
{
  g_autofree char *folded = g_str_is_ascii (text) ? g_ascii_strdown (text, -1) : g_utf8_casefold (text, -1);

  return g_string_chunk_insert (chunk, folded);
}

/**
 * hw_choice_index_new:
 * @choices: (element-type HwChoice): what to look through
 * @language: of the labels
 *
 * Returns: (transfer full): an index
 */
HwChoiceIndex *
hw_choice_index_new (GPtrArray *choices,
                     const char *language)
{
  HwChoiceIndex *self = g_new0 (HwChoiceIndex, 1);

  self->choices = g_ptr_array_ref (choices);
  self->chunk = g_string_chunk_new (64 * 1024);
  self->codes = g_new (const char *, choices->len);
  self->labels = g_new (const char *, choices->len);
  for (guint i = 0; i < choices->len; i++)
    {
      HwChoice *choice = g_ptr_array_index (choices, i);

      self->codes[i] = add_folded (self->chunk, hw_choice_get_name (choice));
      self->labels[i] = add_folded (self->chunk, hw_choice_get_label (choice, language));
    }
  return self;
}

/**
 * hw_choice_index_free:
 * @self: an index
 */
void
hw_choice_index_free (HwChoiceIndex *self)
{
  g_ptr_array_unref (self->choices);
  g_string_chunk_free (self->chunk);
  g_free (self->codes);
  g_free (self->labels);
  g_free (self);
}

static Rank
find_in_label (const char *label,
               const char *folded)
{
  Rank rank = N_RANKS;

  for (const char *at = strstr (label, folded); at != NULL; at = strstr (at + 1, folded))
    {
      if (at == label)
        return LABEL_BEGINS;
      if (!g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (at))))
        return WORD_BEGINS;
      rank = INSIDE;
    }
  return rank;
}

static Rank
find_rank (HwChoiceIndex *self,
           guint i,
           const char *folded,
           gsize length)
{
  gboolean begins = strncmp (self->codes[i], folded, length) == 0;
  Rank rank;

  if (begins && self->codes[i][length] == '\0')
    return CODE;
  rank = find_in_label (self->labels[i], folded);
  return begins ? MIN (rank, CODE_BEGINS) : rank;
}

/**
 * hw_choice_index_find:
 * @self: an index
 * @typed: a code, or part of a label; "" finds all
 * @most: no more than so many
 * @found: (element-type HwChoice): filled with what fits: the code itself, labels that begin so, labels with a word that does, codes
 *   that begin so, and labels with it anywhere; each in the order of the list
 *
 * Returns: how many more fit
 */
guint
hw_choice_index_find (HwChoiceIndex *self,
                      const char *typed,
                      guint most,
                      GPtrArray *found)
{
  g_autofree char *folded = g_utf8_casefold (typed, -1);
  gsize length = strlen (folded);
  g_autofree guint *ranked = g_new (guint, (gsize) most * N_RANKS);
  guint counts[N_RANKS] = { 0 };
  guint n = 0;

  g_return_val_if_fail (self != NULL && found != NULL, 0);

  g_ptr_array_set_size (found, 0);
  for (guint i = 0; i < self->choices->len; i++)
    {
      Rank rank = length == 0 ? LABEL_BEGINS : find_rank (self, i, folded, length);

      if (rank == N_RANKS)
        continue;
      n++;
      if (counts[rank] < most)
        ranked[rank * most + counts[rank]++] = i;
    }
  for (Rank rank = CODE; rank < N_RANKS; rank++)
    for (guint k = 0; k < counts[rank] && found->len < most; k++)
      g_ptr_array_add (found, g_ptr_array_index (self->choices, ranked[rank * most + k]));
  return n - found->len;
}
