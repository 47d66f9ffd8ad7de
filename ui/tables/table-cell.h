/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/tables/figures.h"

G_BEGIN_DECLS

/* One cell of a table on the screen: the estimate with its mark, and smaller below it what is shown
 * beside. Takes the focus. */
#define HW_TYPE_TABLE_CELL (hw_table_cell_get_type ())
G_DECLARE_FINAL_TYPE (HwTableCell, hw_table_cell, HW, TABLE_CELL, AdwBin)

GtkWidget  *hw_table_cell_new          (const HwCell *cell,
                                        guint         decimals,
                                        HwBeside      beside,
                                        const char   *place); /* such as "Male, Total" */
const char *hw_table_cell_get_sentence (HwTableCell  *self);

G_END_DECLS
