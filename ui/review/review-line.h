/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "review/finding.h"

G_BEGIN_DECLS

/* One line of an interview that is read: the title of a section or of a roster's row, or a question with its answer and what stands in its
 * margin. Property "open" (notify): whether its changes are shown; "margin" is notified when remarks or the confirmation changed. */
#define HW_TYPE_REVIEW_LINE (hw_review_line_get_type ())
G_DECLARE_FINAL_TYPE (HwReviewLine, hw_review_line, HW, REVIEW_LINE, GObject)

HwReviewLine *hw_review_line_new         (HwItem        *item,
                                          gboolean       is_title);
HwItem       *hw_review_line_get_item    (HwReviewLine  *self);
gboolean      hw_review_line_is_title    (HwReviewLine  *self);
gboolean      hw_review_line_is_open     (HwReviewLine  *self);
void          hw_review_line_set_open    (HwReviewLine  *self,
                                          gboolean       open);
HwFinding    *hw_review_line_get_finding (HwReviewLine  *self); /* (nullable) (transfer none) */
void          hw_review_line_set_finding (HwReviewLine  *self,
                                          HwFinding     *finding);
GPtrArray    *hw_review_line_get_remarks (HwReviewLine  *self); /* (nullable) (transfer none) of HwComment */
void          hw_review_line_set_remarks (HwReviewLine  *self,
                                          GPtrArray     *remarks); /* (nullable) */
const char   *hw_review_line_get_row_id  (HwReviewLine  *self); /* (nullable): as the file names the row */

G_END_DECLS
