/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A sentence across the top of a page: what went wrong, or what is so. It stays until it is closed;
 * at first it is hidden. */
#define HW_TYPE_BANNER (hw_banner_get_type ())
G_DECLARE_FINAL_TYPE (HwBanner, hw_banner, HW, BANNER, AdwBin)

GtkWidget  *hw_banner_new      (void);
void        hw_banner_show     (HwBanner       *self,
                                GtkMessageType  type,
                                const char     *text);
void        hw_banner_hide     (HwBanner       *self);
const char *hw_banner_get_text (HwBanner       *self); /* (nullable): NULL while hidden */

G_END_DECLS
