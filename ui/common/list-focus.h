/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The style class of what stands over other rows of a list and cannot be chosen itself */
#define HW_LIST_HEADING "list-heading"

void hw_list_focus (GtkListView *view);

G_END_DECLS
