/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The main menu, the same in every header bar; F10 opens it. */
#define HW_TYPE_MENU_BUTTON (hw_menu_button_get_type ())
G_DECLARE_FINAL_TYPE (HwMenuButton, hw_menu_button, HW, MENU_BUTTON, AdwBin)

GtkWidget *hw_menu_button_new (void);

G_END_DECLS
