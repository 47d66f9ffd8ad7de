/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "questionnaire/choice-list.h"

G_BEGIN_DECLS

/* The list that opens below a field in which one looks for a choice. The keyboard stays in the field, which moves the selection.
 * Signal "picked" (gpointer HwChoice). */
#define HW_TYPE_CHOICE_POPOVER (hw_choice_popover_get_type ())
G_DECLARE_FINAL_TYPE (HwChoicePopover, hw_choice_popover, HW, CHOICE_POPOVER, GtkWidget)

GtkWidget *hw_choice_popover_new          (GtkWidget       *field); /* below which it opens; its parent */
void       hw_choice_popover_show         (HwChoicePopover *self,
                                           GPtrArray       *found,  /* of HwChoice */
                                           guint            n_more,
                                           const char      *language,
                                           HwValue         *chosen); /* (nullable): these have a mark */
void       hw_choice_popover_close        (HwChoicePopover *self);
gboolean   hw_choice_popover_is_open      (HwChoicePopover *self);
void       hw_choice_popover_move         (HwChoicePopover *self,
                                           int              step);
HwChoice  *hw_choice_popover_get_selected (HwChoicePopover *self); /* (nullable) */

G_END_DECLS
