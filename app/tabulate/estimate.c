/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tabulate/estimate.h"

#include <math.h>

typedef struct
{
  guint psu;
  HwSum y;
  HwSum x;
} PsuSum;

struct _HwTally
{
  GArray *sums; /* of PsuSum, PSUs ascending */
  HwSum y;
  HwSum x;
  HwSum weight;
  HwSum yy; /* for the design effect only */
  HwSum xy;
  HwSum xx;
  guint n;
  guint unit;      /* the household that is passing by */
  double of_unit;  /* its weighted y */
  double first;    /* the largest and the second largest of those before it */
  double second;
};

/* A linearised variable, a value a PSU */
typedef struct
{
  GArray *psus;   /* of guint */
  GArray *values; /* of double */
} Linear;

/**
 * hw_tally_new:
 *
 * Returns: (transfer full): a tally without cases
 */
HwTally *
hw_tally_new (void)
{
  HwTally *self = g_new0 (HwTally, 1);

  self->sums = g_array_new (FALSE, TRUE, sizeof (PsuSum));
  self->unit = G_MAXUINT;
  return self;
}

/**
 * hw_tally_free:
 * @self: (transfer full): a tally
 */
void
hw_tally_free (HwTally *self)
{
  g_return_if_fail (self != NULL);
  g_array_unref (self->sums);
  g_free (self);
}

static void
rank (double value,
      double *first,
      double *second)
{
  if (value > *first)
    {
      *second = *first;
      *first = value;
    }
  else if (value > *second)
    *second = value;
}

/**
 * hw_tally_add:
 * @self: a tally
 * @psu: the PSU of the case, not below that of the case before
 * @unit: its household
 * @weight: its expansion weight, 0 or more, not rounded
 * @y: the variable; never missing: who has no value is no case
 * @x: the denominator; 1 for a mean
 *
 * Adds one case.
 */
void
hw_tally_add (HwTally *self,
              guint psu,
              guint unit,
              double weight,
              double y,
              double x)
{
  PsuSum *last;

  if (self->sums->len == 0 || g_array_index (self->sums, PsuSum, self->sums->len - 1).psu != psu)
    {
      g_array_set_size (self->sums, self->sums->len + 1);
      g_array_index (self->sums, PsuSum, self->sums->len - 1).psu = psu;
    }
  last = &g_array_index (self->sums, PsuSum, self->sums->len - 1);
  hw_sum_add (&last->y, weight * y);
  hw_sum_add (&last->x, weight * x);
  hw_sum_add (&self->y, weight * y);
  hw_sum_add (&self->x, weight * x);
  hw_sum_add (&self->weight, weight);
  hw_sum_add (&self->yy, weight * y * y);
  hw_sum_add (&self->xy, weight * x * y);
  hw_sum_add (&self->xx, weight * x * x);
  self->n++;
  if (unit != self->unit)
    {
      rank (self->of_unit, &self->first, &self->second);
      self->of_unit = 0;
      self->unit = unit;
    }
  self->of_unit += weight * y;
}

/**
 * hw_tally_get_n:
 * @self: a tally
 *
 * Returns: the unweighted number of cases
 */
guint
hw_tally_get_n (const HwTally *self)
{
  return self->n;
}

/**
 * hw_tally_get_y:
 * @self: a tally
 *
 * Returns: the weighted sum of y
 */
double
hw_tally_get_y (const HwTally *self)
{
  return hw_sum_get (&self->y);
}

/**
 * hw_tally_get_x:
 * @self: a tally
 *
 * Returns: the weighted sum of x
 */
double
hw_tally_get_x (const HwTally *self)
{
  return hw_sum_get (&self->x);
}

/**
 * hw_tally_get_dominance:
 * @self: a tally
 * @k: 1 or 2
 *
 * Returns: the part of the weighted total of y that the largest household, or the two largest,
 *   contribute; NaN without a total
 */
double
hw_tally_get_dominance (const HwTally *self,
                        guint k)
{
  double first = self->first;
  double second = self->second;
  double total = hw_tally_get_y (self);

  rank (self->of_unit, &first, &second);
  if (!(total > 0))
    return NAN;
  return (k == 1 ? first : first + second) / total;
}

/**
 * hw_cell_clear:
 * @cell: (out): a cell
 *
 * Makes a cell of which nothing is known.
 */
void
hw_cell_clear (HwCell *cell)
{
  *cell = (HwCell) { NAN, NAN, NAN, NAN, NAN, NAN, 0, 0, "" };
}

/**
 * hw_cell_set:
 * @cell: a cell
 * @design: the design
 * @estimate: the estimate; NaN when it is undefined
 * @variance: its variance; NaN when unknown
 *
 * Sets the estimate and what follows from its variance: standard error, CV in percent, limits.
 */
void
hw_cell_set (HwCell *cell,
             HwDesign *design,
             double estimate,
             double variance)
{
  double t = hw_design_get_t (design);

  cell->estimate = estimate;
  cell->se = isnan (estimate) ? NAN : sqrt (variance);
  cell->cv = estimate != 0 ? 100 * cell->se / fabs (estimate) : NAN;
  cell->lower = estimate - t * cell->se;
  cell->upper = estimate + t * cell->se;
  cell->df = hw_design_get_df (design);
}

/**
 * hw_cell_set_share_limits:
 * @cell: a cell with a share between 0 and 1 and its standard error
 * @design: the design
 *
 * Limits on the scale of log (p / (1 - p)), which stay between 0 and 1, as R survey's svyciprop
 * (method = "logit") computes them. There are none for an observed share of 0 or 1. A "share"
 * outside of 0 to 1, such as of an amount that may be negative, keeps the plain limits.
 */
void
hw_cell_set_share_limits (HwCell *cell,
                          HwDesign *design)
{
  double p = cell->estimate;
  double centre = log (p / (1 - p));
  double reach = hw_design_get_t (design) * cell->se / (p * (1 - p));

  if (p < 0 || p > 1)
    return;
  if (p == 0 || p == 1)
    {
      cell->lower = cell->upper = NAN;
      return;
    }
  cell->lower = 1 / (1 + exp (reach - centre));
  cell->upper = 1 / (1 + exp (-reach - centre));
}

/**
 * hw_cell_scale:
 * @cell: a cell
 * @factor: above 0, such as 100 for percent
 *
 * Changes the unit of a cell.
 */
void
hw_cell_scale (HwCell *cell,
               double factor)
{
  cell->estimate *= factor;
  cell->se *= factor;
  cell->lower *= factor;
  cell->upper *= factor;
}

static void
linear_init (Linear *self)
{
  self->psus = g_array_new (FALSE, FALSE, sizeof (guint));
  self->values = g_array_new (FALSE, FALSE, sizeof (double));
}

static double
linear_finish (Linear *self,
               HwDesign *design)
{
  double variance = hw_design_get_variance (design, (const guint *) self->psus->data,
                                            (const double *) self->values->data, self->psus->len);

  g_array_unref (self->psus);
  g_array_unref (self->values);
  return variance;
}

/* A ratio fits a single case exactly, which says nothing about how well it would fit another one:
 * its variance is undefined and not 0. */
static double
finish_unless_alone (Linear *self,
                     HwDesign *design,
                     guint n)
{
  double variance = linear_finish (self, design);

  return n > 1 ? variance : NAN;
}

static void
linear_add (Linear *self,
            guint psu,
            double value)
{
  g_array_append_val (self->psus, psu);
  g_array_append_val (self->values, value);
}

/* Design effects compare with a simple random sample of as many cases, drawn without replacement from
 * as many as the weights stand for (Kish 1965, 5.4; R survey's deff = TRUE); when weights are scaled
 * to the sample, nobody knows how many that are, and it is one with replacement. @squares is the
 * weighted sum of squared deviations, @weight that of the weights; a cell with one case has none. */
static double
compare_with_simple (double variance,
                     double squares,
                     double weight,
                     guint n,
                     double scale)
{
  double simple = n > 1 ? squares / weight / (n - 1.0) * scale * scale : NAN;

  if (weight > n)
    simple *= 1 - n / weight;
  /* What is left of squares that cancel is noise. */
  return simple > 0 ? variance / simple : NAN;
}

/**
 * hw_estimate_total:
 * @cell: (out): where the result goes
 * @design: the design
 * @tally: cases with their y
 * @level: the cases of the whole level
 *
 * The weighted total of y.
 */
void
hw_estimate_total (HwCell *cell,
                   HwDesign *design,
                   const HwTally *tally,
                   const HwLevelSize *level)
{
  const double one = 1;
  double mean = hw_tally_get_y (tally) / level->weight;
  double squares = hw_sum_get (&tally->yy) - mean * hw_tally_get_y (tally);

  hw_estimate_combination (cell, design, &tally, &one, 1);
  cell->n = tally->n;
  if (squares > 1e-12 * hw_sum_get (&tally->yy))
    cell->deff = compare_with_simple (cell->se * cell->se, squares, level->weight, level->n,
                                      level->weight);
}

/**
 * hw_estimate_ratio:
 * @cell: (out): where the result goes
 * @design: the design
 * @tally: cases with their y and x; with x = 1 the ratio is the mean
 *
 * The weighted total of y over that of x. The linearised variable is w (y - R x) / X: Särndal et
 * al. 5.6.
 */
void
hw_estimate_ratio (HwCell *cell,
                   HwDesign *design,
                   const HwTally *tally)
{
  double x = hw_tally_get_x (tally);
  double ratio = hw_tally_get_y (tally) / x;
  double squares = hw_sum_get (&tally->yy) - 2 * ratio * hw_sum_get (&tally->xy)
                   + ratio * ratio * hw_sum_get (&tally->xx);
  Linear linear;

  hw_cell_clear (cell);
  cell->n = tally->n;
  cell->df = hw_design_get_df (design);
  if (x == 0)
    return;
  linear_init (&linear);
  for (guint i = 0; i < tally->sums->len; i++)
    {
      const PsuSum *sum = &g_array_index (tally->sums, PsuSum, i);

      linear_add (&linear, sum->psu, (hw_sum_get (&sum->y) - ratio * hw_sum_get (&sum->x)) / x);
    }
  hw_cell_set (cell, design, ratio, finish_unless_alone (&linear, design, tally->n));
  if (squares > 1e-12 * hw_sum_get (&tally->yy))
    cell->deff = compare_with_simple (cell->se * cell->se, squares, hw_sum_get (&tally->weight),
                                      tally->n, hw_sum_get (&tally->weight) / x);
}

/**
 * hw_estimate_share:
 * @cell: (out): where the result goes
 * @design: the design
 * @tally: the cases of the part
 * @base: the cases of the whole, among them all of @tally
 *
 * The part of the weighted total of y that the cases of @tally have. n counts the cases of the
 * base, on which the share rests.
 */
void
hw_estimate_share (HwCell *cell,
                   HwDesign *design,
                   const HwTally *tally,
                   const HwTally *base)
{
  double whole = hw_tally_get_y (base);
  double share = hw_tally_get_y (tally) / whole;
  double squares = (1 - 2 * share) * hw_sum_get (&tally->yy) + share * share * hw_sum_get (&base->yy);
  Linear linear;
  guint next = 0;

  hw_cell_clear (cell);
  cell->n = base->n;
  cell->df = hw_design_get_df (design);
  if (whole == 0)
    return;
  if (tally == base)
    {
      /* The whole of itself, without the dust of rounding */
      hw_cell_set (cell, design, 1, 0);
      return;
    }
  linear_init (&linear);
  for (guint i = 0; i < base->sums->len; i++)
    {
      const PsuSum *of_base = &g_array_index (base->sums, PsuSum, i);
      double y = 0;

      if (next < tally->sums->len && g_array_index (tally->sums, PsuSum, next).psu == of_base->psu)
        y = hw_sum_get (&g_array_index (tally->sums, PsuSum, next++).y);
      linear_add (&linear, of_base->psu, (y - share * hw_sum_get (&of_base->y)) / whole);
    }
  hw_cell_set (cell, design, share, finish_unless_alone (&linear, design, base->n));
  hw_cell_set_share_limits (cell, design);
  if (squares > 1e-12 * share * hw_sum_get (&tally->yy))
    cell->deff = compare_with_simple (cell->se * cell->se, squares, hw_sum_get (&base->weight),
                                      base->n, hw_sum_get (&base->weight) / whole);
}

/**
 * hw_estimate_combination:
 * @cell: (out): where the result goes
 * @design: the design
 * @tallies: (array length=n): the totals to combine; entries may be %NULL for nothing
 * @coefficients: (array length=n): 1 to add a total, -1 to subtract it
 * @n: how many there are
 *
 * A sum of totals with the standard error of the sum: the totals are combined in each PSU, where
 * they go together, and not after.
 */
void
hw_estimate_combination (HwCell *cell,
                         HwDesign *design,
                         const HwTally *const *tallies,
                         const double *coefficients,
                         guint n)
{
  g_autofree guint *next = g_new0 (guint, MAX (n, 1));
  HwSum total = { 0, 0 };
  Linear linear;

  hw_cell_clear (cell);
  linear_init (&linear);
  for (;;)
    {
      guint psu = G_MAXUINT;
      double value = 0;

      for (guint i = 0; i < n; i++)
        if (tallies[i] != NULL && next[i] < tallies[i]->sums->len)
          psu = MIN (psu, g_array_index (tallies[i]->sums, PsuSum, next[i]).psu);
      if (psu == G_MAXUINT)
        break;
      for (guint i = 0; i < n; i++)
        if (tallies[i] != NULL && next[i] < tallies[i]->sums->len
            && g_array_index (tallies[i]->sums, PsuSum, next[i]).psu == psu)
          value += coefficients[i]
                   * hw_sum_get (&g_array_index (tallies[i]->sums, PsuSum, next[i]++).y);
      linear_add (&linear, psu, value);
    }
  for (guint i = 0; i < n; i++)
    if (tallies[i] != NULL)
      {
        hw_sum_add (&total, coefficients[i] * hw_tally_get_y (tallies[i]));
        cell->n += tallies[i]->n;
      }
  hw_cell_set (cell, design, hw_sum_get (&total), linear_finish (&linear, design));
}
