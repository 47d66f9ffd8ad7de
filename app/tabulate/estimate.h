/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tabulate/design.h"
#include "tabulate/table.h"

G_BEGIN_DECLS

/* A sum that carries the digits which plain addition drops (Neumaier 1974). */
typedef struct
{
  double sum;
  double lost;
} HwSum;

static inline void
hw_sum_add (HwSum *self,
            double value)
{
  double next = self->sum + value;

  if ((self->sum < 0 ? -self->sum : self->sum) >= (value < 0 ? -value : value))
    self->lost += (self->sum - next) + value;
  else
    self->lost += (value - next) + self->sum;
  self->sum = next;
}

static inline double
hw_sum_get (const HwSum *self)
{
  return self->sum + self->lost;
}

/*
 * What a cell remembers of its cases: for every PSU that has any, the weighted sums of two
 * variables y and x. Totals, means, ratios and shares, and the variance of each, follow from these
 * alone, so the cases pass by once, whatever the number of cells. Cases must come in the order of
 * their PSUs, and of their households inside a PSU.
 */
typedef struct _HwTally HwTally;

HwTally   *hw_tally_new              (void);
void       hw_tally_free             (HwTally       *self);
void       hw_tally_add              (HwTally       *self,
                                      guint          psu,
                                      guint          unit,
                                      double         weight,
                                      double         y,
                                      double         x);
guint      hw_tally_get_n            (const HwTally *self);
double     hw_tally_get_y            (const HwTally *self);
double     hw_tally_get_x            (const HwTally *self);
double     hw_tally_get_dominance    (const HwTally *self,
                                      guint          k);

/* All cases of the level, in the universe or not: what the design effect of a total compares
 * with */
typedef struct
{
  guint n;
  double weight;
} HwLevelSize;

void       hw_cell_clear             (HwCell        *cell);
void       hw_cell_set               (HwCell        *cell,
                                      HwDesign      *design,
                                      double         estimate,
                                      double         variance);
void       hw_cell_set_share_limits  (HwCell        *cell,
                                      HwDesign      *design);
void       hw_cell_scale             (HwCell        *cell,
                                      double         factor);
void       hw_estimate_total         (HwCell        *cell,
                                      HwDesign      *design,
                                      const HwTally *tally,
                                      const HwLevelSize *level);
void       hw_estimate_ratio         (HwCell        *cell,
                                      HwDesign      *design,
                                      const HwTally *tally);
void       hw_estimate_share         (HwCell        *cell,
                                      HwDesign      *design,
                                      const HwTally *tally,
                                      const HwTally *base);
/* Sum of coefficient times the total of y of each tally: aggregates of an account */
void       hw_estimate_combination   (HwCell        *cell,
                                      HwDesign      *design,
                                      const HwTally *const *tallies,
                                      const double  *coefficients,
                                      guint          n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwTally, hw_tally_free)

G_END_DECLS
