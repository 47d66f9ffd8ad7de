/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/entry/question-row.h"

G_BEGIN_DECLS

#define HW_TYPE_RANGE_ROW (hw_range_row_get_type ())
G_DECLARE_FINAL_TYPE (HwRangeRow, hw_range_row, HW, RANGE_ROW, HwQuestionRow)

G_END_DECLS
