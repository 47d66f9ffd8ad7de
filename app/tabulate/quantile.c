/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tabulate/quantile.h"

#include <math.h>
#include <stdlib.h>

static int
compare_y (gconstpointer a,
           gconstpointer b)
{
  const HwQuantileCase *one = a;
  const HwQuantileCase *two = b;

  return (one->y > two->y) - (one->y < two->y);
}

static int
compare_psu (gconstpointer a,
             gconstpointer b)
{
  const HwQuantileCase *one = a;
  const HwQuantileCase *two = b;

  return (one->psu > two->psu) - (one->psu < two->psu);
}

/**
 * hw_quantile_find:
 * @cases: (array length=n): cases in ascending order of y
 * @n: how many there are
 * @p: between 0 and 1
 *
 * "Quantile, weighted, lower": the smallest y at which the cumulative weight reaches @p of all
 * weight, without interpolation; Hyndman and Fan's type 1, R survey's qrule = "math". What rounding
 * takes from a cumulative weight does not push it to the next case.
 *
 * Returns: the quantile; NaN of nobody
 */
double
hw_quantile_find (const HwQuantileCase *cases,
                  guint n,
                  double p)
{
  HwSum all = { 0, 0 };
  HwSum below = { 0, 0 };
  double goal;

  for (guint i = 0; i < n; i++)
    hw_sum_add (&all, cases[i].weight);
  if (!(hw_sum_get (&all) > 0))
    return NAN;
  goal = (p - 1e-12) * hw_sum_get (&all);
  for (guint i = 0; i < n; i++)
    {
      hw_sum_add (&below, cases[i].weight);
      if (cases[i].weight > 0 && hw_sum_get (&below) >= goal)
        return cases[i].y;
    }
  return cases[n - 1].y;
}

/* The standard error of the share of cases that do not exceed @y */
static double
get_share_error (HwDesign *design,
                 const HwQuantileCase *cases,
                 guint n,
                 double y)
{
  g_autoptr (HwTally) tally = hw_tally_new ();
  g_autofree HwQuantileCase *sorted = g_memdup2 (cases, n * sizeof *cases);
  HwCell cell;

  qsort (sorted, n, sizeof *sorted, compare_psu);
  for (guint i = 0; i < n; i++)
    hw_tally_add (tally, sorted[i].psu, i, sorted[i].weight, sorted[i].y <= y ? 1 : 0, 1);
  hw_estimate_ratio (&cell, design, tally);
  return cell.se;
}

/**
 * hw_estimate_quantile:
 * @cell: (out): where the result goes
 * @design: the design
 * @cases: (array length=n): cases in any order; they are sorted
 * @n: how many there are
 * @p: between 0 and 1
 *
 * The quantile with the limits of Woodruff (1952): the quantiles at p - t s and p + t s, where s is
 * the standard error of the share of cases that do not exceed the estimate. The standard error is
 * their distance over 2 t, as R survey has it. Limits beyond the sample are unknown.
 */
void
hw_estimate_quantile (HwCell *cell,
                      HwDesign *design,
                      HwQuantileCase *cases,
                      guint n,
                      double p)
{
  double reach;

  hw_cell_clear (cell);
  cell->n = n;
  cell->df = hw_design_get_df (design);
  if (n == 0)
    return;
  qsort (cases, n, sizeof *cases, compare_y);
  cell->estimate = hw_quantile_find (cases, n, p);
  if (isnan (cell->estimate))
    return;
  reach = hw_design_get_t (design) * get_share_error (design, cases, n, cell->estimate);
  if (p - reach > 0)
    cell->lower = hw_quantile_find (cases, n, p - reach);
  if (p + reach < 1)
    cell->upper = hw_quantile_find (cases, n, p + reach);
  cell->se = (cell->upper - cell->lower) / (2 * hw_design_get_t (design));
  cell->cv = cell->estimate != 0 ? 100 * cell->se / fabs (cell->estimate) : NAN;
}
