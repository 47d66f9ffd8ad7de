/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tabulate/table.h"

G_BEGIN_DECLS

/* One estimate as a bar with its confidence limits, beside the figures of its row. What is withheld
 * has no bar. */
#define HW_TYPE_TABLE_BAR (hw_table_bar_get_type ())
G_DECLARE_FINAL_TYPE (HwTableBar, hw_table_bar, HW, TABLE_BAR, GtkWidget)

GtkWidget *hw_table_bar_new  (void);
void       hw_table_bar_show (HwTableBar   *self,
                              const HwCell *cell,     /* (nullable): no bar */
                              double        largest); /* what the whole width stands for */

G_END_DECLS
