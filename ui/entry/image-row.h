/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/entry/question-row.h"

G_BEGIN_DECLS

#define HW_TYPE_IMAGE_ROW (hw_image_row_get_type ())
G_DECLARE_FINAL_TYPE (HwImageRow, hw_image_row, HW, IMAGE_ROW, HwQuestionRow)

void hw_image_row_take_file (HwImageRow *self,
                             GFile      *file); /* as if it were dropped */

G_END_DECLS
