/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/entry/text-row.h"

G_BEGIN_DECLS

#define HW_TYPE_TIME_ROW (hw_time_row_get_type ())
G_DECLARE_FINAL_TYPE (HwTimeRow, hw_time_row, HW, TIME_ROW, HwTextRow)

G_END_DECLS
