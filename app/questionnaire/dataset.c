/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "questionnaire/dataset.h"

#include <string.h>

#include "base/csv-reader.h"
#include "base/encoding.h"

/* All rows that have one value in one column. */
typedef struct
{
  guint first; /* in the rows of the index */
  guint n;
  gboolean placed;
} Run;

typedef struct
{
  GHashTable *runs; /* value, borrowed -> Run, owned */
  guint *rows;      /* of all runs, one after the other */
} Index;

struct _HwDataset
{
  HwCsvTable *table;
  GMutex lock;     /* over @indexes */
  Index **indexes; /* one a column, NULL until it is asked for */
};

static void
index_free (Index *self)
{
  g_hash_table_unref (self->runs);
  g_free (self->rows);
  g_free (self);
}

/* Counts first and places then, so that each run is one piece in the order of the rows. */
static Index *
index_new (HwCsvTable *table,
           guint column)
{
  Index *self = g_new0 (Index, 1);
  guint n_rows = hw_csv_table_get_n_rows (table);
  g_autofree Run **of_row = g_new (Run *, MAX (n_rows, 1));
  guint next = 0;

  self->runs = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  self->rows = g_new (guint, MAX (n_rows, 1));
  for (guint row = 0; row < n_rows; row++)
    {
      const char *value = hw_csv_table_get (table, row, column);

      of_row[row] = g_hash_table_lookup (self->runs, value);
      if (of_row[row] == NULL)
        {
          of_row[row] = g_new0 (Run, 1);
          g_hash_table_insert (self->runs, (char *)value, of_row[row]);
        }
      of_row[row]->n++;
    }
  for (guint row = 0; row < n_rows; row++)
    {
      Run *run = of_row[row];

      if (!run->placed)
        {
          run->placed = TRUE;
          run->first = next;
          next += run->n;
          run->n = 0;
        }
      self->rows[run->first + run->n++] = row;
    }
  return self;
}

/**
 * hw_dataset_new:
 * @name: the name of the file
 * @bytes: its text
 * @problems: where faults go
 *
 * Returns: (transfer full): what could be read
 */
HwDataset *
hw_dataset_new (const char *name,
                GBytes *bytes,
                HwProblems *problems)
{
  g_autoptr (GBytes) text = NULL;
  HwDataset *self;

  g_return_val_if_fail (name != NULL && bytes != NULL && problems != NULL, NULL);

  text = hw_encoding_decode_file (bytes, name, problems);
  self = g_new0 (HwDataset, 1);
  self->table = hw_csv_table_new_from_sheet (name, NULL, text, problems);
  self->indexes = g_new0 (Index *, hw_csv_table_get_n_columns (self->table) + 1);
  g_mutex_init (&self->lock);
  return self;
}

/**
 * hw_dataset_free:
 * @self: (transfer full): a dataset
 */
void
hw_dataset_free (HwDataset *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < hw_dataset_get_n_columns (self); i++)
    g_clear_pointer (&self->indexes[i], index_free);
  g_free (self->indexes);
  g_mutex_clear (&self->lock);
  hw_csv_table_free (self->table);
  g_free (self);
}

/**
 * hw_dataset_get_name:
 * @self: a dataset
 *
 * Returns: (transfer none): the name of its file
 */
const char *
hw_dataset_get_name (HwDataset *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return hw_csv_table_get_name (self->table);
}

/**
 * hw_dataset_get_n_rows:
 * @self: a dataset
 *
 * Returns: how many rows stand below the heading
 */
guint
hw_dataset_get_n_rows (HwDataset *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return hw_csv_table_get_n_rows (self->table);
}

/**
 * hw_dataset_get_n_columns:
 * @self: a dataset
 *
 * Returns: how many columns the heading has
 */
guint
hw_dataset_get_n_columns (HwDataset *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return hw_csv_table_get_n_columns (self->table);
}

/**
 * hw_dataset_get_column:
 * @self: a dataset
 * @column: the index, from 0
 *
 * Returns: (transfer none): its heading, without blanks around it
 */
const char *
hw_dataset_get_column (HwDataset *self,
                       guint column)
{
  g_return_val_if_fail (self != NULL, NULL);
  return hw_csv_table_get_heading (self->table, column);
}

/**
 * hw_dataset_find_column:
 * @self: a dataset
 * @name: a heading; capital letters count, as in the paths of expressions
 * @column: (out): its index
 *
 * Returns: whether there is such a column
 */
gboolean
hw_dataset_find_column (HwDataset *self,
                        const char *name,
                        guint *column)
{
  g_return_val_if_fail (self != NULL && name != NULL && column != NULL, FALSE);

  for (guint i = 0; i < hw_dataset_get_n_columns (self); i++)
    if (strcmp (hw_dataset_get_column (self, i), name) == 0)
      {
        *column = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * hw_dataset_get:
 * @self: a dataset
 * @row: the index, from 0
 * @column: the index, from 0
 *
 * Returns: (transfer none): what stands there; never %NULL
 */
const char *
hw_dataset_get (HwDataset *self,
                guint row,
                guint column)
{
  g_return_val_if_fail (self != NULL, "");
  return hw_csv_table_get (self->table, row, column);
}

/**
 * hw_dataset_lookup:
 * @self: a dataset
 * @column: the index, from 0
 * @value: what to look for
 * @n: (out): how many rows have it
 *
 * The first call for a column makes its index.
 *
 * Returns: (transfer none) (nullable) (array length=n): the rows, in their order
 */
const guint *
hw_dataset_lookup (HwDataset *self,
                   guint column,
                   const char *value,
                   guint *n)
{
  Index *index;
  Run *run;

  g_return_val_if_fail (self != NULL && value != NULL && n != NULL, NULL);
  g_return_val_if_fail (column < hw_dataset_get_n_columns (self), NULL);

  g_mutex_lock (&self->lock);
  if (self->indexes[column] == NULL)
    self->indexes[column] = index_new (self->table, column);
  index = self->indexes[column];
  g_mutex_unlock (&self->lock);
  run = g_hash_table_lookup (index->runs, value);
  *n = run != NULL ? run->n : 0;
  return run != NULL ? index->rows + run->first : NULL;
}
