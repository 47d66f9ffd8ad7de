/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/entry/text-row.h"

G_BEGIN_DECLS

#define HW_TYPE_LINE_ROW (hw_line_row_get_type ())
G_DECLARE_FINAL_TYPE (HwLineRow, hw_line_row, HW, LINE_ROW, HwTextRow)

G_END_DECLS
