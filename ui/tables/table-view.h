/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/tables/figures.h"

G_BEGIN_DECLS

/*
 * Draws one layer of an HwTable. The headings stay while the cells scroll, so there are four grids
 * (corner, columns, rows, cells) whose widths and heights are tied by size groups. Arrow keys move
 * from cell to cell, Tab leaves. A column view was rejected: it cannot keep the row headings, align
 * the column headings with the figures, or say what they have in common above them.
 */
#define HW_TYPE_TABLE_VIEW (hw_table_view_get_type ())
G_DECLARE_FINAL_TYPE (HwTableView, hw_table_view, HW, TABLE_VIEW, AdwBin)

void        hw_table_view_show         (HwTableView *self,
                                        HwTable     *table, /* (nullable): nothing */
                                        guint        layer,
                                        HwBeside     beside);
const char *hw_table_view_get_sentence (HwTableView *self); /* (nullable) property: of the cell in focus */

G_END_DECLS
