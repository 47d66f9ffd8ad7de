/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/entry/question-row.h"

G_BEGIN_DECLS

#define HW_TYPE_CHOICE_ROW (hw_choice_row_get_type ())
G_DECLARE_FINAL_TYPE (HwChoiceRow, hw_choice_row, HW, CHOICE_ROW, HwQuestionRow)

G_END_DECLS
