/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "questionnaire/xlsform-type.h"

#include <string.h>

#include "questionnaire/spelling.h"

#define MOST_WORDS 7 /* "number of days in last six months" */

/* The words of the cell, without empty ones. */
static char **
split_words (const char *text)
{
  g_auto (GStrv) pieces = g_strsplit_set (text, " \t\r\n", -1);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  for (guint i = 0; pieces[i] != NULL; i++)
    if (*pieces[i] != '\0')
      g_ptr_array_add (words, g_strdup (pieces[i]));
  g_ptr_array_add (words, NULL);
  return (char **) g_ptr_array_steal (words, NULL);
}

static char *
join_words (char **words,
            guint n)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (joined, "%s%s", i > 0 ? "_" : "", words[i]);
  return g_string_free (joined, FALSE);
}

/* The first @n words as a type: "Begin  group" is begin_group. */
static const HwTypeWord *
find_type (HwRowType *self,
           char **words,
           guint n)
{
  g_autofree char *joined = join_words (words, n);
  g_autofree char *small = g_ascii_strdown (joined, -1);
  const HwTypeWord *found = hw_vocabulary_find_type (small);

  /* The field knows dateTime with a capital letter alone. */
  self->is_odd = strcmp (joined, small) != 0 && strstr (joined, "dateTime") == NULL;
  return found;
}

/* What stands behind the name of a list. */
static void
read_suffix (HwRowType *self,
             char **words)
{
  guint n = g_strv_length (words);
  g_autofree char *joined = join_words (words, n);

  if (n == 0)
    return;
  self->or_other = g_ascii_strcasecmp (joined, "or_other") == 0
                   || g_ascii_strcasecmp (joined, "or_specify_other") == 0;
  if (!self->or_other)
    self->rest = g_strjoinv (" ", words);
}

static void
read_behind (HwRowType *self,
             char **words)
{
  switch (self->word->takes)
    {
    case HW_TAKES_LIST:
    case HW_TAKES_FILE:
    case HW_TAKES_EXTERNAL:
      if (words[0] == NULL || g_ascii_strcasecmp (words[0], "or_other") == 0)
        return;
      self->list = g_strdup (words[0]);
      read_suffix (self, words + 1);
      return;
    case HW_TAKES_ANYTHING:
      if (words[0] != NULL && strcmp (words[0], "over") == 0)
        words++;
      self->list = g_strdup (words[0]);
      return;
    case HW_TAKES_NOTHING:
    default:
      if (words[0] != NULL)
        self->rest = g_strjoinv (" ", words);
      return;
    }
}

/**
 * hw_row_type_parse:
 * @self: (out caller-allocates): what it means
 * @text: a cell of the column "type" that is not empty
 */
void
hw_row_type_parse (HwRowType *self,
                   const char *text)
{
  g_auto (GStrv) words = split_words (text);
  guint n_words = g_strv_length (words);

  *self = (HwRowType){ .row = HW_ROW_UNKNOWN, .kind = HW_KIND_TEXT };
  /* The longest name first: "select one from yn" is not a "select_one" of the list "from". */
  for (guint n = MIN (n_words, MOST_WORDS); n > 0; n--)
    {
      self->word = find_type (self, words, n);
      if (self->word == NULL)
        continue;
      self->row = self->word->row;
      self->kind = self->word->kind;
      read_behind (self, words + n);
      if (self->rest != NULL && self->row == HW_ROW_QUESTION
          && self->word->takes == HW_TAKES_NOTHING)
        {
          /* "text audit" is a type of another program, not a text. */
          hw_row_type_clear (self);
          *self = (HwRowType){ .row = HW_ROW_UNKNOWN, .kind = HW_KIND_TEXT };
        }
      return;
    }
}

/**
 * hw_row_type_clear:
 * @self: a type
 */
void
hw_row_type_clear (HwRowType *self)
{
  g_clear_pointer (&self->list, g_free);
  g_clear_pointer (&self->rest, g_free);
}

/**
 * hw_row_type_suggest:
 * @text: a cell that is no type
 *
 * Returns: (transfer none) (nullable): the name of the type that may have been meant
 */
const char *
hw_row_type_suggest (const char *text)
{
  g_auto (GStrv) words = split_words (text);
  guint n_words = g_strv_length (words);
  const HwTypeWord *types;
  const char *nearest = NULL;
  guint distance = G_MAXUINT;
  guint n_types;

  types = hw_vocabulary_get_types (&n_types);
  for (guint n = MIN (n_words, 2); n > 0; n--)
    {
      g_autofree char *name = join_words (words, n);
      HwSpelling spelling;

      hw_spelling_start (&spelling, name);
      for (guint i = 0; i < n_types; i++)
        if (types[i].word.standing == HW_STANDING_USED)
          hw_spelling_offer (&spelling, types[i].word.name);
      if (spelling.nearest != NULL && spelling.distance < distance)
        {
          nearest = spelling.nearest;
          distance = spelling.distance;
        }
    }
  return nearest;
}
