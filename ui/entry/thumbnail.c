/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/entry/thumbnail.h"

struct _HwThumbnail
{
  GtkWidget parent_instance;

  GdkPaintable *picture;
  int most_width;
  int most_height;
  gboolean is_fixed;
};

G_DEFINE_FINAL_TYPE (HwThumbnail, hw_thumbnail, GTK_TYPE_WIDGET)

static void
fit (HwThumbnail *self,
     double room_width,
     double room_height,
     double *width,
     double *height)
{
  double w = self->picture != NULL ? MAX (1, gdk_paintable_get_intrinsic_width (self->picture)) : 1;
  double h = self->picture != NULL ? MAX (1, gdk_paintable_get_intrinsic_height (self->picture)) : 1;
  double scale = MIN (1, MIN (room_width / w, room_height / h));

  *width = w * scale;
  *height = h * scale;
}

static void
hw_thumbnail_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  HwThumbnail *self = HW_THUMBNAIL (widget);
  double width, height;

  fit (self, self->most_width, self->most_height, &width, &height);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *natural = self->is_fixed ? self->most_width : (int) width;
      *minimum = MIN (*natural, 64);
    }
  else
    *minimum = *natural = self->is_fixed ? self->most_height : (int) height;
}

static void
hw_thumbnail_snapshot (GtkWidget *widget,
                       GtkSnapshot *snapshot)
{
  HwThumbnail *self = HW_THUMBNAIL (widget);
  int room_width = gtk_widget_get_width (widget);
  int room_height = gtk_widget_get_height (widget);
  double width, height;

  if (self->picture == NULL)
    return;
  fit (self, room_width, room_height, &width, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) (int) ((room_width - width) / 2),
                                                          (float) (int) ((room_height - height) / 2)));
  gdk_paintable_snapshot (self->picture, snapshot, width, height);
  gtk_snapshot_restore (snapshot);
}

static void
hw_thumbnail_dispose (GObject *object)
{
  g_clear_object (&HW_THUMBNAIL (object)->picture);
  G_OBJECT_CLASS (hw_thumbnail_parent_class)->dispose (object);
}

static void
hw_thumbnail_class_init (HwThumbnailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hw_thumbnail_dispose;
  widget_class->measure = hw_thumbnail_measure;
  widget_class->snapshot = hw_thumbnail_snapshot;
  gtk_widget_class_set_css_name (widget_class, "picture");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
hw_thumbnail_init (HwThumbnail *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * hw_thumbnail_new:
 * @most_width: room
 * @most_height: room
 *
 * Returns: a picture of nothing
 */
GtkWidget *
hw_thumbnail_new (int most_width,
                  int most_height)
{
  HwThumbnail *self = g_object_new (HW_TYPE_THUMBNAIL, NULL);

  self->most_width = most_width;
  self->most_height = most_height;
  return GTK_WIDGET (self);
}

/**
 * hw_thumbnail_set_picture:
 * @self: a thumbnail
 * @picture: (nullable): what it shows
 */
void
hw_thumbnail_set_picture (HwThumbnail *self,
                          GdkPaintable *picture)
{
  g_return_if_fail (HW_IS_THUMBNAIL (self));

  if (g_set_object (&self->picture, picture))
    gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * hw_thumbnail_set_fixed:
 * @self: a thumbnail
 *
 * Takes its whole room, so that pictures side by side stand on one line.
 */
void
hw_thumbnail_set_fixed (HwThumbnail *self)
{
  g_return_if_fail (HW_IS_THUMBNAIL (self));
  self->is_fixed = TRUE;
}
