/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The columns of the work list; each can be sorted by its heading. */
void hw_interviews_columns_add (GtkColumnView *view);

G_END_DECLS
