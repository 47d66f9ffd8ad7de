/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Shows a picture large, over the window of @parent, until Escape, Enter or a click. */
void hw_picture_window_show (GtkWidget    *parent,
                             GdkPaintable *picture,
                             const char   *title);

G_END_DECLS
