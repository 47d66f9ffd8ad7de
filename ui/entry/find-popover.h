/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "interview/interview.h"

G_BEGIN_DECLS

/* Goes to a question by its number, its name or its words. Signal "found" (item). */
#define HW_TYPE_FIND_POPOVER (hw_find_popover_get_type ())
G_DECLARE_FINAL_TYPE (HwFindPopover, hw_find_popover, HW, FIND_POPOVER, GtkPopover)

GtkWidget *hw_find_popover_new (HwInterview *interview);

G_END_DECLS
