/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tabulate/estimate.h"
#include "tabulate/table-private.h"

G_BEGIN_DECLS

/*
 * When a figure may be printed. The thresholds of all tables stand here; the values stay in the
 * data, a flag says what to do with them. Two questions are kept apart: is the figure good enough
 * (few cases, large CV), and does it give somebody away (few or dominant contributors to an
 * amount). Both answers can be "withhold", which is "*".
 *
 * What is withheld must not come back by subtracting the cells beside it from their total: where one
 * cell of a row or column of amounts is withheld, so is a second one. This looks at one block at a
 * time. Blocks that are published together (means beside counts, the same table with and without
 * layers) have to be looked at together, by a person.
 */
#define HW_CV_CAUTION        16.5 /* Statistics Canada: above this "E" */
#define HW_CV_UNRELIABLE     33.3 /* above this "F" */
#define HW_MIN_CASES         25   /* DHS and MICS: percentages and means on fewer cases are withheld */
#define HW_MIN_CONTRIBUTORS  5    /* cases behind a published amount */
#define HW_MAX_FIRST         0.75 /* part of an amount that the largest household may make */
#define HW_MAX_FIRST_TWO     0.90 /* and the two largest */

typedef enum
{
  HW_FIGURE_COUNT,
  HW_FIGURE_AMOUNT,
  HW_FIGURE_MEAN, /* means, ratios, shares, quantiles */
} HwFigure;

void        hw_disclosure_flag       (HwCell        *cell,
                                      HwFigure       figure,
                                      const HwTally *tally);
void        hw_disclosure_protect    (HwTable       *table,
                                      gboolean       rows_add_up,
                                      gboolean       columns_add_up);
char       *hw_disclosure_dup_legend (void);

G_END_DECLS
