/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define HW_TYPE_PREFERENCES (hw_preferences_get_type ())
G_DECLARE_FINAL_TYPE (HwPreferences, hw_preferences, HW, PREFERENCES, AdwPreferencesWindow)

GtkWidget *hw_preferences_new (GSettings *settings);

G_END_DECLS
