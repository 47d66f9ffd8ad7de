/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tabulate/estimate.h"

G_BEGIN_DECLS

/* One case of a cell of which a quantile is wanted */
typedef struct
{
  double y;
  double weight;
  guint psu;
} HwQuantileCase;

double     hw_quantile_find          (const HwQuantileCase *cases,
                                      guint                 n,
                                      double                p);
void       hw_estimate_quantile      (HwCell               *cell,
                                      HwDesign             *design,
                                      HwQuantileCase       *cases,
                                      guint                 n,
                                      double                p);

G_END_DECLS
