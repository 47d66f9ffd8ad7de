/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/form/finding-item.h"

G_BEGIN_DECLS

/* One line of the check on the screen. The one that is selected also says what its kind means. */
#define HW_TYPE_FINDING_ROW (hw_finding_row_get_type ())
G_DECLARE_FINAL_TYPE (HwFindingRow, hw_finding_row, HW, FINDING_ROW, AdwBin)

GtkWidget *hw_finding_row_new          (void);
void       hw_finding_row_set_item     (HwFindingRow  *self,
                                        HwFindingItem *item); /* (nullable) */
void       hw_finding_row_set_selected (HwFindingRow  *self,
                                        gboolean       is_selected);

G_END_DECLS
