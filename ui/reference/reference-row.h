/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/reference/reference-item.h"

G_BEGIN_DECLS

/* A word of questionnaires on the screen, or a heading. */
#define HW_TYPE_REFERENCE_ROW (hw_reference_row_get_type ())
G_DECLARE_FINAL_TYPE (HwReferenceRow, hw_reference_row, HW, REFERENCE_ROW, AdwBin)

GtkWidget *hw_reference_row_new      (void);
void       hw_reference_row_set_item (HwReferenceRow  *self,
                                      HwReferenceItem *item);

G_END_DECLS
