/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/entry/question-row.h"

G_BEGIN_DECLS

#define HW_MOST_STARS 10

#define HW_TYPE_RATING_ROW (hw_rating_row_get_type ())
G_DECLARE_FINAL_TYPE (HwRatingRow, hw_rating_row, HW, RATING_ROW, HwQuestionRow)

G_END_DECLS
