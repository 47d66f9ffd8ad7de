/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/entry/question-row.h"

G_BEGIN_DECLS

#define HW_TYPE_SEARCH_ROW (hw_search_row_get_type ())
G_DECLARE_FINAL_TYPE (HwSearchRow, hw_search_row, HW, SEARCH_ROW, HwQuestionRow)

G_END_DECLS
