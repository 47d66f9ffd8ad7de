/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/form/form.h"

G_BEGIN_DECLS

/*
 * All faults and advice of a questionnaire, to be searched, grouped, copied and saved. While it is
 * seen it follows the questionnaire on disk. Signal "question-activated" (name) when the person
 * wants to see a question; unless somebody takes that (returns TRUE), the place is copied.
 */
#define HW_TYPE_CHECK_VIEW (hw_check_view_get_type ())
G_DECLARE_FINAL_TYPE (HwCheckView, hw_check_view, HW, CHECK_VIEW, AdwBin)

void        hw_check_view_set_form (HwCheckView *self,
                                    HwForm      *form);  /* (nullable) */
void        hw_check_view_save     (HwCheckView *self,
                                    const char  *path);
GListModel *hw_check_view_get_list (HwCheckView *self);  /* (transfer none) of HwFindingItem, as shown */

G_END_DECLS
