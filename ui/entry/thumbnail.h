/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A picture in the room that it is given, whole and never larger than it is. Unlike GtkPicture it does not ask for the height that
 * the picture would have at the full width. */
#define HW_TYPE_THUMBNAIL (hw_thumbnail_get_type ())
G_DECLARE_FINAL_TYPE (HwThumbnail, hw_thumbnail, HW, THUMBNAIL, GtkWidget)

GtkWidget *hw_thumbnail_new         (int           most_width,
                                     int           most_height);
void       hw_thumbnail_set_picture (HwThumbnail  *self,
                                     GdkPaintable *picture); /* (nullable) */
void       hw_thumbnail_set_fixed   (HwThumbnail  *self);    /* takes its whole room, also for a small picture */

G_END_DECLS
