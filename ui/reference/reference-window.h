/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Every word that can be written into a questionnaire: types, columns, parameters, appearances and
 * functions, to be looked up beside the work. */
#define HW_TYPE_REFERENCE_WINDOW (hw_reference_window_get_type ())
G_DECLARE_FINAL_TYPE (HwReferenceWindow, hw_reference_window, HW, REFERENCE_WINDOW, AdwWindow)

GtkWidget  *hw_reference_window_new      (void);
GListModel *hw_reference_window_get_list (HwReferenceWindow *self); /* (transfer none) of HwReferenceItem, as shown */

G_END_DECLS
