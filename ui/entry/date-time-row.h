/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/entry/text-row.h"

G_BEGIN_DECLS

#define HW_TYPE_DATE_TIME_ROW (hw_date_time_row_get_type ())
G_DECLARE_FINAL_TYPE (HwDateTimeRow, hw_date_time_row, HW, DATE_TIME_ROW, HwTextRow)

G_END_DECLS
