/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/survey-file.h"

G_BEGIN_DECLS

/* The supervisor's place: completed interviews at the left, the one at hand at the right with what was found in it, its answers and
 * their margins. Signal "reviewed" (id) when an interview was approved or returned. */
#define HW_TYPE_REVIEW_PAGE (hw_review_page_get_type ())
G_DECLARE_FINAL_TYPE (HwReviewPage, hw_review_page, HW, REVIEW_PAGE, AdwBin)

GtkWidget  *hw_review_page_new     (HwSurveyFile *file);
void        hw_review_page_refresh (HwReviewPage *self); /* interviews may have changed */
const char *hw_review_page_get_id  (HwReviewPage *self); /* (nullable): the interview at hand */

G_END_DECLS
