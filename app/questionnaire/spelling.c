/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "questionnaire/spelling.h"

#include <string.h>

/* Longer words are not compared: nobody mistypes a name of a hundred letters by two of them. */
#define MOST_LETTERS 64

/* The letters to insert, delete, replace or swap with a neighbour, case left aside. */
static guint
measure_distance (const char *a,
                  const char *b)
{
  gsize n = strlen (a);
  gsize m = strlen (b);
  guint rows[3][MOST_LETTERS + 1];

  if (n > MOST_LETTERS || m > MOST_LETTERS)
    return G_MAXUINT;
  for (gsize j = 0; j <= m; j++)
    rows[0][j] = (guint)j;
  for (gsize i = 1; i <= n; i++)
    {
      guint *now = rows[i % 3];
      guint *last = rows[(i + 2) % 3];
      guint *before = rows[(i + 1) % 3];

      now[0] = (guint)i;
      for (gsize j = 1; j <= m; j++)
        {
          gboolean same = g_ascii_tolower (a[i - 1]) == g_ascii_tolower (b[j - 1]);

          now[j] = MIN (MIN (now[j - 1], last[j]) + 1, last[j - 1] + (same ? 0 : 1));
          if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
            now[j] = MIN (now[j], before[j - 2] + 1);
        }
    }
  return rows[n % 3][m];
}

/**
 * hw_spelling_start:
 * @self: (out caller-allocates): a search
 * @word: what was written; must outlive the search
 *
 * About a third of the letters may be wrong, and never more than three.
 */
void
hw_spelling_start (HwSpelling *self,
                   const char *word)
{
  g_return_if_fail (self != NULL && word != NULL);

  self->word = word;
  self->nearest = NULL;
  self->distance = (guint)MIN (3, (strlen (word) + 1) / 3) + 1;
}

/**
 * hw_spelling_offer:
 * @self: a search
 * @candidate: what could have been meant; must outlive the search
 */
void
hw_spelling_offer (HwSpelling *self,
                   const char *candidate)
{
  guint distance;

  g_return_if_fail (self != NULL && candidate != NULL);

  distance = measure_distance (self->word, candidate);
  if (distance >= self->distance)
    return;
  self->distance = distance;
  self->nearest = candidate;
}
