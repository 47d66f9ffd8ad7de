/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/tables/figures.h"

G_BEGIN_DECLS

/* One table with its words: title, statistic, cells, what is known of the cell at hand, and the
 * small print. */
#define HW_TYPE_TABLE_PANEL (hw_table_panel_get_type ())
G_DECLARE_FINAL_TYPE (HwTablePanel, hw_table_panel, HW, TABLE_PANEL, AdwBin)

void hw_table_panel_show         (HwTablePanel *self,
                                  HwTable      *table,
                                  guint         layer,
                                  HwBeside      beside);
void hw_table_panel_set_warnings (HwTablePanel *self,
                                  const char   *warnings); /* "": none */

G_END_DECLS
