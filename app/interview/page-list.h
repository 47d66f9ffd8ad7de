/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "interview/interview.h"
#include "interview/item-list.h"

G_BEGIN_DECLS

/* What one page of the entry shows: the relevant questions (notes and visible calculated ones included) of a group, a row or the root, the
 * groups in it flattened, a roster in it as one item of kind ROSTER; of a roster its live rows. Follows what happens: questions that appear or
 * go give an items-changed of their own each, the others are not touched. */
HwItemList *hw_interview_list_page  (HwInterview  *self,
                                     HwItem       *within); /* (transfer full) */
gboolean    hw_item_is_visible      (HwItem       *self);   /* a question that a page shows when it is relevant */

G_END_DECLS
