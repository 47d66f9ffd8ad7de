/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "questionnaire/text-index.h"

/* The rows of one text stand together, from first on. */
typedef struct
{
  guint first;
  guint n;
} Run;

struct _HwTextIndex
{
  GHashTable *numbers; /* borrowed text -> number of its run, plus one */
  GArray *runs;        /* of Run */
  guint *rows;
};

static Run *
get_run (HwTextIndex *self,
         const char *text)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, text));

  return number > 0 ? &g_array_index (self->runs, Run, number - 1) : NULL;
}

/**
 * hw_text_index_new:
 * @n_rows: how many rows there are
 * @get_text: (scope call): gives the text of a row, never %NULL
 * @data: for @get_text
 *
 * Returns: (transfer full): the index
 */
HwTextIndex *
hw_text_index_new (guint n_rows,
                   HwTextIndexFunc get_text,
                   gpointer data)
{
  HwTextIndex *self;
  guint first = 0;

  g_return_val_if_fail (get_text != NULL, NULL);

  self = g_new0 (HwTextIndex, 1);
  self->numbers = g_hash_table_new (g_str_hash, g_str_equal);
  self->runs = g_array_new (FALSE, TRUE, sizeof (Run));
  self->rows = g_new (guint, n_rows);
  for (guint i = 0; i < n_rows; i++)
    {
      const char *text = get_text (i, data);
      Run *run = get_run (self, text);

      if (run == NULL)
        {
          g_array_set_size (self->runs, self->runs->len + 1);
          g_hash_table_insert (self->numbers, (char *) text, GUINT_TO_POINTER (self->runs->len));
          run = &g_array_index (self->runs, Run, self->runs->len - 1);
        }
      run->n++;
    }
  for (guint i = 0; i < self->runs->len; i++)
    {
      Run *run = &g_array_index (self->runs, Run, i);

      run->first = first;
      first += run->n;
      run->n = 0;
    }
  for (guint i = 0; i < n_rows; i++)
    {
      Run *run = get_run (self, get_text (i, data));

      self->rows[run->first + run->n++] = i;
    }
  return self;
}

/**
 * hw_text_index_free:
 * @self: (transfer full): an index
 */
void
hw_text_index_free (HwTextIndex *self)
{
  g_return_if_fail (self != NULL);
  g_hash_table_unref (self->numbers);
  g_array_unref (self->runs);
  g_free (self->rows);
  g_free (self);
}

/**
 * hw_text_index_lookup:
 * @self: an index
 * @text: what to look for, letter by letter
 * @n: (out): how many rows have it
 *
 * Returns: (transfer none) (nullable) (array length=n): the rows, ascending
 */
const guint *
hw_text_index_lookup (HwTextIndex *self,
                      const char *text,
                      guint *n)
{
  Run *run;

  g_return_val_if_fail (self != NULL && text != NULL && n != NULL, NULL);

  run = get_run (self, text);
  *n = run != NULL ? run->n : 0;
  return run != NULL ? self->rows + run->first : NULL;
}
