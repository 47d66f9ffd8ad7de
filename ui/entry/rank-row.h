/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/entry/question-row.h"

G_BEGIN_DECLS

#define HW_TYPE_RANK_ROW (hw_rank_row_get_type ())
G_DECLARE_FINAL_TYPE (HwRankRow, hw_rank_row, HW, RANK_ROW, HwQuestionRow)

G_END_DECLS
