/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/review/review-line.h"

G_BEGIN_DECLS

/* Shows a line: question and answer at the left, its margin at the right, its changes below when it is open. */
#define HW_TYPE_REVIEW_LINE_ROW (hw_review_line_row_get_type ())
G_DECLARE_FINAL_TYPE (HwReviewLineRow, hw_review_line_row, HW, REVIEW_LINE_ROW, GtkWidget)

GtkWidget *hw_review_line_row_new      (void);
void       hw_review_line_row_set_line (HwReviewLineRow *self,
                                        HwSurveyFile    *file,
                                        const char      *id,
                                        HwReviewLine    *line); /* (nullable): it shows nothing */

G_END_DECLS
