/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * Menu buttons and drop-downs of GTK 4.8 are boxes around a button that takes the focus and has no
 * name, so that a screen reader says nothing when one comes to it. These give it one.
 */
void hw_inner_button_set_label (GtkWidget   *widget,
                                const char  *label);
void hw_inner_button_follow    (GtkDropDown *drop_down,
                                const char  *label);

G_END_DECLS
