/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tabulate/crosstab.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tabulate/disclosure.h"
#include "tabulate/estimate.h"
#include "tabulate/quantile.h"
#include "tabulate/table-private.h"

typedef struct
{
  HwFactor *factor;
  guint length;     /* levels, the total included */
  guint total;      /* index of the total; of the only level when there are no variables */
  gboolean has_total;
  GArray *targets;  /* of guint: where the case at hand goes */
  gboolean missing; /* whether it is missing here */
  gboolean overlaps; /* some case has several levels, which then do not add up */
} Axis;

typedef struct
{
  const HwCrosstab *crosstab;
  HwDesign *design;
  HwTable *table;
  Axis layers;
  Axis rows;
  Axis columns;
  HwTally **tallies; /* by cell; NULL without cases */
  GArray **cases;    /* by cell, of HwQuantileCase; for quantiles */
  HwLevelSize level;
} Work;

static gboolean
has_weight (const HwCrosstab *self,
            HwDesign *design,
            guint i)
{
  return hw_design_get_psu (design, self->unit[i]) != HW_DESIGN_NO_PSU
         && (self->weight == NULL || (self->weight[i] > 0 && isfinite (self->weight[i])));
}

static gboolean
is_case (const HwCrosstab *self,
         guint i)
{
  if (self->in != NULL && !self->in[i])
    return FALSE;
  if (self->y != NULL && !isfinite (self->y[i]))
    return FALSE;
  return self->x == NULL || isfinite (self->x[i]);
}

/**
 * hw_crosstab_sort:
 * @self: cases
 * @design: the design
 * @n: (out): how many cases can stand in a table at all: they have a PSU and a weight
 *
 * Returns: (transfer full) (array length=n): these cases, by PSU and household, as tallies want
 *   them
 */
guint *
hw_crosstab_sort (const HwCrosstab *self,
                  HwDesign *design,
                  guint *n)
{
  guint n_units = hw_design_get_n_units (design);
  guint n_psus = hw_design_get_n_psus (design);
  g_autofree guint *place = g_new0 (guint, n_psus + 1);
  g_autofree guint *rank = g_new0 (guint, n_units + 1);
  g_autofree guint *start = g_new0 (guint, n_units + 2);
  guint *order = g_new (guint, MAX (self->n_cases, 1));

  *n = 0;
  for (guint u = 0; u < n_units; u++)
    if (hw_design_get_psu (design, u) != HW_DESIGN_NO_PSU)
      place[hw_design_get_psu (design, u) + 1]++;
  for (guint p = 0; p < n_psus; p++)
    place[p + 1] += place[p];
  for (guint u = 0; u < n_units; u++)
    if (hw_design_get_psu (design, u) != HW_DESIGN_NO_PSU)
      rank[u] = place[hw_design_get_psu (design, u)]++;
  for (guint i = 0; i < self->n_cases; i++)
    if (has_weight (self, design, i))
      {
        start[rank[self->unit[i]] + 1]++;
        (*n)++;
      }
  for (guint u = 0; u < n_units; u++)
    start[u + 1] += start[u];
  for (guint i = 0; i < self->n_cases; i++)
    if (has_weight (self, design, i))
      order[start[rank[self->unit[i]]]++] = i;
  return order;
}

static void
axis_init (Axis *self,
           HwFactor *factor,
           const guint8 *keep,
           HwTable *table,
           HwAxis axis,
           gboolean has_total)
{
  self->factor = factor;
  self->has_total = factor != NULL && has_total;
  self->targets = g_array_new (FALSE, FALSE, sizeof (guint));
  if (factor != NULL)
    {
      hw_factor_drop_unused (factor, keep);
      for (guint i = 0; i < hw_factor_get_length (factor); i++)
        hw_table_add_level (table, axis, hw_factor_get_level (factor, i)->code,
                            hw_factor_get_level (factor, i)->label);
    }
  if (self->has_total)
    hw_table_add_level (table, axis, "total", _("Total"));
}

static void
axis_aim (Axis *self,
          guint i)
{
  const guint only = 0;
  const guint *levels = &only;
  guint n = 1;

  g_array_set_size (self->targets, 0);
  self->missing = FALSE;
  if (self->factor != NULL)
    levels = hw_factor_get_of (self->factor, i, &n);
  g_array_append_vals (self->targets, levels, n);
  self->overlaps |= n > 1;
  for (guint k = 0; self->factor != NULL && k < n; k++)
    self->missing |= hw_factor_get_level (self->factor, levels[k])->is_missing;
  if (self->has_total)
    g_array_append_val (self->targets, self->total);
}

static gsize
get_index (Work *self,
           guint layer,
           guint row,
           guint column)
{
  return ((gsize) layer * self->rows.length + row) * self->columns.length + column;
}

/* Whether the case at hand stays out of this cell because the cell is a base, and bases have no
 * missing kinds */
static gboolean
is_outside_base (Work *self,
                 guint row,
                 guint column)
{
  gboolean total_row = self->rows.has_total && row == self->rows.total;
  gboolean total_column = self->columns.has_total && column == self->columns.total;

  switch (self->crosstab->statistic)
    {
    case HW_STATISTIC_ROW_SHARE:
      return total_column && self->columns.missing;
    case HW_STATISTIC_COLUMN_SHARE:
      return total_row && self->rows.missing;
    case HW_STATISTIC_TABLE_SHARE:
      return (total_row || total_column) && (self->rows.missing || self->columns.missing);
    default:
      return FALSE;
    }
}

static void
add_to_cell (Work *self,
             guint i,
             gsize cell)
{
  const HwCrosstab *crosstab = self->crosstab;
  guint psu = hw_design_get_psu (self->design, crosstab->unit[i]);
  double weight = crosstab->weight != NULL ? crosstab->weight[i] : 1;
  double y = crosstab->y != NULL ? crosstab->y[i] : 1;
  double x = crosstab->x != NULL ? crosstab->x[i] : 1;

  if (crosstab->statistic == HW_STATISTIC_QUANTILE)
    {
      HwQuantileCase one = { y, weight, psu };

      if (self->cases[cell] == NULL)
        self->cases[cell] = g_array_new (FALSE, FALSE, sizeof (HwQuantileCase));
      g_array_append_val (self->cases[cell], one);
      return;
    }
  if (self->tallies[cell] == NULL)
    self->tallies[cell] = hw_tally_new ();
  hw_tally_add (self->tallies[cell], psu, crosstab->unit[i], weight, y, x);
}

static void
add_case (Work *self,
          guint i)
{
  axis_aim (&self->layers, i);
  axis_aim (&self->rows, i);
  axis_aim (&self->columns, i);
  for (guint l = 0; l < self->layers.targets->len; l++)
    for (guint r = 0; r < self->rows.targets->len; r++)
      for (guint c = 0; c < self->columns.targets->len; c++)
        {
          guint row = g_array_index (self->rows.targets, guint, r);
          guint column = g_array_index (self->columns.targets, guint, c);

          if (!is_outside_base (self, row, column))
            add_to_cell (self, i,
                         get_index (self, g_array_index (self->layers.targets, guint, l), row, column));
        }
}

static gboolean
is_missing_level (const Axis *axis,
                  guint i)
{
  return axis->factor != NULL && i < hw_factor_get_length (axis->factor)
         && hw_factor_get_level (axis->factor, i)->is_missing;
}

static void
fill_share (Work *self,
            HwCell *cell,
            const HwTally *tally,
            guint layer,
            guint row,
            guint column)
{
  HwStatistic statistic = self->crosstab->statistic;
  guint base_row = statistic == HW_STATISTIC_ROW_SHARE ? row : self->rows.total;
  guint base_column = statistic == HW_STATISTIC_COLUMN_SHARE ? column : self->columns.total;
  const HwTally *base = self->tallies[get_index (self, layer, base_row, base_column)];

  if ((statistic != HW_STATISTIC_ROW_SHARE && is_missing_level (&self->rows, row))
      || (statistic != HW_STATISTIC_COLUMN_SHARE && is_missing_level (&self->columns, column)))
    {
      cell->n = hw_tally_get_n (tally);
      return;
    }
  if (base == NULL)
    return;
  hw_estimate_share (cell, self->design, tally, base);
  hw_cell_scale (cell, 100);
  hw_disclosure_flag (cell, HW_FIGURE_MEAN, NULL);
}

static void
fill_cell (Work *self,
           const HwTally *empty,
           guint layer,
           guint row,
           guint column)
{
  gsize index = get_index (self, layer, row, column);
  const HwTally *tally = self->tallies[index] != NULL ? self->tallies[index] : empty;
  GArray *cases = self->cases[index];
  HwCell *cell = hw_table_edit_cell (self->table, layer, row, column);

  switch (self->crosstab->statistic)
    {
    case HW_STATISTIC_COUNT:
    case HW_STATISTIC_TOTAL:
      hw_estimate_total (cell, self->design, tally, &self->level);
      hw_disclosure_flag (cell,
                          self->crosstab->statistic == HW_STATISTIC_COUNT ? HW_FIGURE_COUNT
                                                                          : HW_FIGURE_AMOUNT,
                          tally);
      break;
    case HW_STATISTIC_MEAN:
    case HW_STATISTIC_RATIO:
      hw_estimate_ratio (cell, self->design, tally);
      hw_disclosure_flag (cell, HW_FIGURE_MEAN, NULL);
      break;
    case HW_STATISTIC_QUANTILE:
      hw_estimate_quantile (cell, self->design, cases != NULL ? (HwQuantileCase *) cases->data : NULL,
                            cases != NULL ? cases->len : 0, self->crosstab->p);
      hw_disclosure_flag (cell, HW_FIGURE_MEAN, NULL);
      break;
    case HW_STATISTIC_ROW_SHARE:
    case HW_STATISTIC_COLUMN_SHARE:
    case HW_STATISTIC_TABLE_SHARE:
      fill_share (self, cell, tally, layer, row, column);
      break;
    case HW_STATISTIC_REMITTANCES:
    default:
      g_return_if_reached ();
    }
}

static void
prepare_axes (Work *self,
              const guint8 *keep)
{
  axis_init (&self->layers, self->crosstab->layers, keep, self->table, HW_AXIS_LAYER, FALSE);
  axis_init (&self->rows, self->crosstab->rows, keep, self->table, HW_AXIS_ROW, TRUE);
  axis_init (&self->columns, self->crosstab->columns, keep, self->table, HW_AXIS_COLUMN, TRUE);
  hw_table_allocate (self->table);
  self->layers.length = hw_table_get_length (self->table, HW_AXIS_LAYER);
  self->rows.length = hw_table_get_length (self->table, HW_AXIS_ROW);
  self->columns.length = hw_table_get_length (self->table, HW_AXIS_COLUMN);
  self->rows.total = self->rows.length - 1;
  self->columns.total = self->columns.length - 1;
}

/**
 * hw_crosstab_fill:
 * @self: cases and axes; levels that no case has are taken out of its factors
 * @design: the design of the whole survey
 * @table: a table with its words; gets its levels and cells
 *
 * Passes over the cases once and computes every cell.
 */
void
hw_crosstab_fill (const HwCrosstab *self,
                  HwDesign *design,
                  HwTable *table)
{
  Work work = { .crosstab = self, .design = design, .table = table };
  g_autoptr (HwTally) empty = hw_tally_new ();
  g_autofree guint8 *keep = g_new0 (guint8, MAX (self->n_cases, 1));
  g_autofree guint *order = NULL;
  guint n;
  gsize n_cells;

  order = hw_crosstab_sort (self, design, &n);
  for (guint k = 0; k < n; k++)
    {
      keep[order[k]] = is_case (self, order[k]);
      work.level.weight += self->weight != NULL ? self->weight[order[k]] : 1;
    }
  work.level.n = n;
  prepare_axes (&work, keep);
  n_cells = (gsize) work.layers.length * work.rows.length * work.columns.length;
  work.tallies = g_new0 (HwTally *, n_cells);
  work.cases = g_new0 (GArray *, n_cells);
  for (guint k = 0; k < n; k++)
    if (keep[order[k]])
      add_case (&work, order[k]);
  for (guint l = 0; l < work.layers.length; l++)
    for (guint r = 0; r < work.rows.length; r++)
      for (guint c = 0; c < work.columns.length; c++)
        fill_cell (&work, empty, l, r, c);
  if (self->statistic == HW_STATISTIC_TOTAL)
    hw_disclosure_protect (table, work.columns.has_total && !work.columns.overlaps,
                           work.rows.has_total && !work.rows.overlaps);
  for (gsize i = 0; i < n_cells; i++)
    {
      g_clear_pointer (&work.tallies[i], hw_tally_free);
      g_clear_pointer (&work.cases[i], g_array_unref);
    }
  g_free (work.tallies);
  g_free (work.cases);
  g_array_unref (work.layers.targets);
  g_array_unref (work.rows.targets);
  g_array_unref (work.columns.targets);
}
