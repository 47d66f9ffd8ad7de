/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "questionnaire/choice-list.h"

G_BEGIN_DECLS

/* Choices as one finds them by typing: a hundred thousand of them between two letters. */
typedef struct _HwChoiceIndex HwChoiceIndex;

HwChoiceIndex *hw_choice_index_new  (GPtrArray     *choices,   /* of HwChoice; kept */
                                     const char    *language); /* of their labels */
void           hw_choice_index_free (HwChoiceIndex *self);
/* Best first. Returns how many more fit and are left out. */
guint          hw_choice_index_find (HwChoiceIndex *self,
                                     const char    *typed,
                                     guint          most,
                                     GPtrArray     *found);    /* of HwChoice; emptied first */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwChoiceIndex, hw_choice_index_free)

G_END_DECLS
