/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tabulate/table.h"

#include "tabulate/estimate.h"
#include "tabulate/table-private.h"

#define N_AXES 3

struct _HwTable
{
  gatomicrefcount ref_count;
  char *id;
  char *title;
  char *statistic;
  char *statistic_label;
  char *note;
  char *weight;
  char *design;
  char *axis_titles[N_AXES];
  GPtrArray *codes[N_AXES];
  GPtrArray *labels[N_AXES];
  HwCell *cells;
};

/**
 * hw_table_new: (skip)
 * @words: what stands around the cells
 *
 * Returns: (transfer full): a table without levels
 */
HwTable *
hw_table_new (const HwTableWords *words)
{
  HwTable *self = g_new0 (HwTable, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->id = g_strdup (words->id);
  self->title = g_strdup (words->title);
  self->statistic = g_strdup (words->statistic);
  self->statistic_label = g_strdup (words->statistic_label);
  self->note = g_strdup (words->note);
  self->weight = g_strdup (words->weight);
  self->design = g_strdup ("");
  for (guint axis = 0; axis < N_AXES; axis++)
    {
      self->axis_titles[axis] = g_strdup ("");
      self->codes[axis] = g_ptr_array_new_with_free_func (g_free);
      self->labels[axis] = g_ptr_array_new_with_free_func (g_free);
    }
  return self;
}

/**
 * hw_table_set_axis_title: (skip)
 * @self: a table
 * @axis: which side
 * @title: the label of its variables
 */
void
hw_table_set_axis_title (HwTable *self,
                         HwAxis axis,
                         const char *title)
{
  g_free (self->axis_titles[axis]);
  self->axis_titles[axis] = g_strdup (title);
}

/**
 * hw_table_add_level: (skip)
 * @self: a table without cells
 * @axis: which side
 * @code: the code of the level
 * @label: its label
 */
void
hw_table_add_level (HwTable *self,
                    HwAxis axis,
                    const char *code,
                    const char *label)
{
  g_return_if_fail (self->cells == NULL);
  g_ptr_array_add (self->codes[axis], g_strdup (code));
  g_ptr_array_add (self->labels[axis], g_strdup (label));
}

/**
 * hw_table_allocate: (skip)
 * @self: a table with all its levels
 *
 * Makes the cells, of which nothing is known yet. An axis without a level gets one with the code
 * "".
 */
void
hw_table_allocate (HwTable *self)
{
  gsize n = 1;

  for (guint axis = 0; axis < N_AXES; axis++)
    {
      if (self->codes[axis]->len == 0)
        hw_table_add_level (self, axis, "", "");
      n *= self->codes[axis]->len;
    }
  self->cells = g_new (HwCell, n);
  for (gsize i = 0; i < n; i++)
    hw_cell_clear (&self->cells[i]);
}

/**
 * hw_table_edit_cell: (skip)
 * @self: a table with cells
 * @layer: the index of the layer
 * @row: of the row
 * @column: of the column
 *
 * Returns: (transfer none): the cell
 */
HwCell *
hw_table_edit_cell (HwTable *self,
                    guint layer,
                    guint row,
                    guint column)
{
  gsize n_rows = self->codes[HW_AXIS_ROW]->len;
  gsize n_columns = self->codes[HW_AXIS_COLUMN]->len;

  return &self->cells[(layer * n_rows + row) * n_columns + column];
}

/**
 * hw_table_take_design: (skip)
 * @self: a table
 * @design: (transfer full): the line under it
 */
void
hw_table_take_design (HwTable *self,
                      char *design)
{
  g_free (self->design);
  self->design = design;
}

/**
 * hw_table_take_note: (skip)
 * @self: a table
 * @note: (transfer full): what is printed under it instead of the note that it had
 */
void
hw_table_take_note (HwTable *self,
                    char *note)
{
  g_free (self->note);
  self->note = note;
}

/**
 * hw_table_ref:
 * @self: a table
 *
 * Returns: (transfer full): @self
 */
HwTable *
hw_table_ref (HwTable *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * hw_table_unref:
 * @self: (transfer full): a table
 */
void
hw_table_unref (HwTable *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->id);
  g_free (self->title);
  g_free (self->statistic);
  g_free (self->statistic_label);
  g_free (self->note);
  g_free (self->weight);
  g_free (self->design);
  for (guint axis = 0; axis < N_AXES; axis++)
    {
      g_free (self->axis_titles[axis]);
      g_ptr_array_unref (self->codes[axis]);
      g_ptr_array_unref (self->labels[axis]);
    }
  g_free (self->cells);
  g_free (self);
}

/**
 * hw_table_get_id:
 * @self: a table
 *
 * Returns: the id that the plan gives it, such as "T20"; several tables, blocks of one, may share
 *   it
 */
const char *
hw_table_get_id (HwTable *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->id;
}

/**
 * hw_table_get_title:
 * @self: a table
 *
 * Returns: its title
 */
const char *
hw_table_get_title (HwTable *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->title;
}

/**
 * hw_table_get_statistic:
 * @self: a table
 *
 * Returns: the word of the plan, such as "row%"
 */
const char *
hw_table_get_statistic (HwTable *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->statistic;
}

/**
 * hw_table_get_statistic_label:
 * @self: a table
 *
 * Returns: what the cells are, for people
 */
const char *
hw_table_get_statistic_label (HwTable *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->statistic_label;
}

/**
 * hw_table_get_note:
 * @self: a table
 *
 * Returns: the note of the plan; "" if none
 */
const char *
hw_table_get_note (HwTable *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->note;
}

/**
 * hw_table_get_weight:
 * @self: a table
 *
 * Returns: the weight, as the plan or the survey names it; "" unweighted
 */
const char *
hw_table_get_weight (HwTable *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->weight;
}

/**
 * hw_table_dup_design:
 * @self: a table
 *
 * Returns: (transfer full): a translated line about the sample behind the table
 */
char *
hw_table_dup_design (HwTable *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return g_strdup (self->design);
}

/**
 * hw_table_get_length:
 * @self: a table
 * @axis: which side
 *
 * Returns: how many levels that side has, the total included; at least 1
 */
guint
hw_table_get_length (HwTable *self,
                     HwAxis axis)
{
  g_return_val_if_fail (self != NULL && axis < N_AXES, 0);
  return self->codes[axis]->len;
}

/**
 * hw_table_get_code:
 * @self: a table
 * @axis: which side
 * @i: the index, from 0
 *
 * Returns: the code of the level
 */
const char *
hw_table_get_code (HwTable *self,
                   HwAxis axis,
                   guint i)
{
  g_return_val_if_fail (self != NULL && axis < N_AXES && i < self->codes[axis]->len, NULL);
  return g_ptr_array_index (self->codes[axis], i);
}

/**
 * hw_table_get_label:
 * @self: a table
 * @axis: which side
 * @i: the index, from 0
 *
 * Returns: the label of the level
 */
const char *
hw_table_get_label (HwTable *self,
                    HwAxis axis,
                    guint i)
{
  g_return_val_if_fail (self != NULL && axis < N_AXES && i < self->labels[axis]->len, NULL);
  return g_ptr_array_index (self->labels[axis], i);
}

/**
 * hw_table_dup_axis_title:
 * @self: a table
 * @axis: which side
 *
 * Returns: (transfer full): the label of the variables there; "" without
 */
char *
hw_table_dup_axis_title (HwTable *self,
                         HwAxis axis)
{
  g_return_val_if_fail (self != NULL && axis < N_AXES, NULL);
  return g_strdup (self->axis_titles[axis]);
}

/**
 * hw_table_get_cell:
 * @self: a table
 * @layer: the index of the layer
 * @row: of the row
 * @column: of the column
 *
 * Returns: (transfer none): the cell
 */
const HwCell *
hw_table_get_cell (HwTable *self,
                   guint layer,
                   guint row,
                   guint column)
{
  g_return_val_if_fail (self != NULL && layer < self->codes[HW_AXIS_LAYER]->len
                          && row < self->codes[HW_AXIS_ROW]->len
                          && column < self->codes[HW_AXIS_COLUMN]->len,
                        NULL);
  return hw_table_edit_cell (self, layer, row, column);
}
