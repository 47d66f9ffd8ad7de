/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/entry/text-row.h"

G_BEGIN_DECLS

#define HW_TYPE_DATE_ROW (hw_date_row_get_type ())
G_DECLARE_FINAL_TYPE (HwDateRow, hw_date_row, HW, DATE_ROW, HwTextRow)

G_END_DECLS
