/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/review/review-line.h"

G_BEGIN_DECLS

/* An interview as lines to be read: its pages in order, each with a title and the questions that apply. */
GListStore *hw_review_lines_new          (HwInterview  *interview); /* (transfer full) of HwReviewLine */
void        hw_review_lines_add_findings (GListModel   *lines,
                                          GListModel   *findings);
void        hw_review_lines_add_remarks  (GListModel   *lines,
                                          HwSurveyFile *file,
                                          const char   *id);
guint       hw_review_lines_find         (GListModel   *lines,
                                          const char   *ref);   /* G_MAXUINT when it is not there */

G_END_DECLS
