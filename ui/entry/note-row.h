/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/entry/question-row.h"

G_BEGIN_DECLS

#define HW_TYPE_NOTE_ROW (hw_note_row_get_type ())
G_DECLARE_FINAL_TYPE (HwNoteRow, hw_note_row, HW, NOTE_ROW, HwQuestionRow)

G_END_DECLS
