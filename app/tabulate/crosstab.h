/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tabulate/design.h"
#include "tabulate/factor.h"
#include "tabulate/table.h"

G_BEGIN_DECLS

typedef enum
{
  HW_STATISTIC_COUNT,
  HW_STATISTIC_TOTAL,
  HW_STATISTIC_MEAN,
  HW_STATISTIC_RATIO,
  HW_STATISTIC_ROW_SHARE,
  HW_STATISTIC_COLUMN_SHARE,
  HW_STATISTIC_TABLE_SHARE,
  HW_STATISTIC_QUANTILE,
  HW_STATISTIC_REMITTANCES,
} HwStatistic;

/*
 * Cases of one level, all of them, with their household, and the axes of the table. A case whose y
 * (or x) is missing is no case of a statistic of y. Percentages leave missing kinds out of their
 * base: row% those of the column variables, column% those of the row variables, table% both; the
 * cells of these kinds then have their number of cases and no percentage. Counts, totals and means
 * show them as rows and columns like any other, and the totals contain them.
 */
typedef struct
{
  HwStatistic statistic;
  double p;             /* of a quantile */
  guint n_cases;
  const guint *unit;    /* household of each case */
  const guint8 *in;     /* (nullable): 1 in the universe */
  const double *weight; /* (nullable): of each case; else 1. NaN and 0: left out */
  const double *y;      /* (nullable): NaN missing; else 1 */
  const double *x;      /* (nullable): NaN missing; else 1 */
  HwFactor *layers;     /* these three: (nullable) */
  HwFactor *rows;
  HwFactor *columns;
} HwCrosstab;

void       hw_crosstab_fill          (const HwCrosstab  *self,
                                      HwDesign          *design,
                                      HwTable           *table);
guint     *hw_crosstab_sort          (const HwCrosstab  *self,
                                      HwDesign          *design,
                                      guint             *n);

G_END_DECLS
