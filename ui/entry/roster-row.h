/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/entry/question-row.h"

G_BEGIN_DECLS

#define HW_TYPE_ROSTER_ROW (hw_roster_row_get_type ())
G_DECLARE_FINAL_TYPE (HwRosterRow, hw_roster_row, HW, ROSTER_ROW, HwQuestionRow)

HwItem *hw_roster_row_get_marked (HwRosterRow *self); /* (nullable) (transfer none): the row at the mark */

G_END_DECLS
