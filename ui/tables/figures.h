/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tabulate/table.h"

G_BEGIN_DECLS

/* What stands beside an estimate */
typedef enum
{
  HW_BESIDE_NOTHING,
  HW_BESIDE_SE,
  HW_BESIDE_CV,
  HW_BESIDE_LIMITS,
  HW_BESIDE_N,
} HwBeside;

const char *hw_beside_get_name          (HwBeside      beside);
HwBeside    hw_beside_from_name         (const char   *name);

char       *hw_figure_dup_text          (double        number,
                                         guint         decimals);
guint       hw_figures_get_decimals     (HwTable      *table);
gboolean    hw_figures_is_withheld      (const HwCell *cell);
char       *hw_figures_dup_estimate     (const HwCell *cell,
                                         guint         decimals);
char       *hw_figures_dup_beside       (const HwCell *cell,
                                         HwBeside      beside,
                                         guint         decimals);
char       *hw_figures_dup_sentence     (const HwCell *cell,
                                         guint         decimals);

G_END_DECLS
