/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What has been chosen from a long list, each with a button that takes it back. Signal "removed" (const char *code). */
#define HW_TYPE_CHOSEN_CHIPS (hw_chosen_chips_get_type ())
G_DECLARE_FINAL_TYPE (HwChosenChips, hw_chosen_chips, HW, CHOSEN_CHIPS, GtkWidget)

GtkWidget  *hw_chosen_chips_new      (void);
void        hw_chosen_chips_clear    (HwChosenChips *self);
void        hw_chosen_chips_add      (HwChosenChips *self,
                                      const char    *code,
                                      const char    *label);
const char *hw_chosen_chips_get_last (HwChosenChips *self); /* (nullable): its code */

G_END_DECLS
