/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void      hw_toast_show  (GtkWidget  *from,
                          const char *text);
AdwToast *hw_toast_offer (GtkWidget  *from,
                          const char *text,
                          const char *button);

G_END_DECLS
