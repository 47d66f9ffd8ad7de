/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/entry/question-row.h"

G_BEGIN_DECLS

#define HW_TYPE_AREA_ROW (hw_area_row_get_type ())
G_DECLARE_FINAL_TYPE (HwAreaRow, hw_area_row, HW, AREA_ROW, HwQuestionRow)

G_END_DECLS
