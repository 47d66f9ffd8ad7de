/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tabulate/table.h"

G_BEGIN_DECLS

/* Tables for a terminal or a printer with one width of letters: title, rows and columns, legend,
 * design */
char      *hw_export_tables_dup_text (GPtrArray *tables,
                                      guint      width);

G_END_DECLS
