/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/entry/text-row.h"

G_BEGIN_DECLS

#define HW_TYPE_GEOPOINT_ROW (hw_geopoint_row_get_type ())
G_DECLARE_FINAL_TYPE (HwGeopointRow, hw_geopoint_row, HW, GEOPOINT_ROW, HwTextRow)

G_END_DECLS
