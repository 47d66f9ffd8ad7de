/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/entry/text-row.h"

G_BEGIN_DECLS

#define HW_TYPE_NUMBER_ROW (hw_number_row_get_type ())
G_DECLARE_FINAL_TYPE (HwNumberRow, hw_number_row, HW, NUMBER_ROW, HwTextRow)

G_END_DECLS
