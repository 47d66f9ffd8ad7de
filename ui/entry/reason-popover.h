/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asks for one line of text in place: a reason, a note. Signal "done" (text), never with an empty one; it goes away by itself. */
#define HW_TYPE_REASON_POPOVER (hw_reason_popover_get_type ())
G_DECLARE_FINAL_TYPE (HwReasonPopover, hw_reason_popover, HW, REASON_POPOVER, GtkPopover)

GtkWidget *hw_reason_popover_new      (const char      *title,
                                       const char      *button);

G_END_DECLS
