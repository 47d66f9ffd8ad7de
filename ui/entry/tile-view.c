/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/entry/tile-view.h"

#include <glib/gi18n.h>

#include "ui/entry/thumbnail.h"

#define PICTURE_HEIGHT 112
#define PICTURE_WIDTH 150

static GtkWidget *
add_label (GtkWidget *box,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
make_picture (HwTileView *self)
{
  self->picture = hw_thumbnail_new (PICTURE_WIDTH, PICTURE_HEIGHT);
  hw_thumbnail_set_fixed (HW_THUMBNAIL (self->picture));
  gtk_box_append (GTK_BOX (self->widget), self->picture);
  self->lost = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->lost), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->lost), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_justify (GTK_LABEL (self->lost), GTK_JUSTIFY_CENTER);
  gtk_widget_set_size_request (self->lost, -1, PICTURE_HEIGHT);
  gtk_label_set_max_width_chars (GTK_LABEL (self->lost), 12);
  gtk_widget_add_css_class (self->lost, "lost");
  gtk_box_append (GTK_BOX (self->widget), self->lost);
}

static void
arrange (HwTileView *self,
         HwTileLook look)
{
  gboolean upright = look == HW_TILE_LOOK_POINT;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->line), upright ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_spacing (GTK_BOX (self->line), upright ? 4 : 10);
  gtk_label_set_xalign (GTK_LABEL (self->label), upright ? 0.5f : 0);
  gtk_label_set_justify (GTK_LABEL (self->label), upright ? GTK_JUSTIFY_CENTER : GTK_JUSTIFY_LEFT);
  gtk_widget_set_halign (self->code_label, upright || look == HW_TILE_LOOK_BARE ? GTK_ALIGN_CENTER : GTK_ALIGN_FILL);
  gtk_widget_set_hexpand (self->code_label, look == HW_TILE_LOOK_BARE);
  gtk_widget_set_hexpand (self->label, look != HW_TILE_LOOK_BARE);
  if (upright)
    gtk_widget_add_css_class (self->widget, "point");
  if (look == HW_TILE_LOOK_BARE)
    gtk_widget_add_css_class (self->widget, "bare");
  if (look == HW_TILE_LOOK_PICTURE)
    gtk_widget_add_css_class (self->widget, "pictured");
}

/**
 * hw_tile_view_new:
 * @mode: how many tiles of its list can be chosen
 * @look: how it is laid out
 *
 * Returns: (transfer full): a tile that shows nothing
 */
HwTileView *
hw_tile_view_new (HwTileMode mode,
                  HwTileLook look)
{
  static const GtkAccessibleRole roles[] = { GTK_ACCESSIBLE_ROLE_RADIO, GTK_ACCESSIBLE_ROLE_CHECKBOX,
                                             GTK_ACCESSIBLE_ROLE_LIST_ITEM };
  HwTileView *self = g_new0 (HwTileView, 1);

  self->widget = g_object_new (GTK_TYPE_BOX, "accessible-role", roles[mode], "css-name", "tile",
                               "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 6, NULL);
  if (look == HW_TILE_LOOK_PICTURE)
    make_picture (self);
  self->line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  gtk_widget_set_vexpand (self->line, TRUE);
  gtk_box_append (GTK_BOX (self->widget), self->line);
  self->code_label = add_label (self->line, "code");
  gtk_widget_set_valign (self->code_label, GTK_ALIGN_CENTER);
  self->icon = gtk_image_new ();
  gtk_box_append (GTK_BOX (self->line), self->icon);
  self->label = add_label (self->line, "choice");
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->label), PANGO_WRAP_WORD_CHAR);
  self->detail = add_label (self->line, "detail");
  gtk_label_set_ellipsize (GTK_LABEL (self->detail), PANGO_ELLIPSIZE_END);
  self->check = gtk_image_new_from_icon_name (mode == HW_TILES_DOORS ? "go-next-symbolic" : "object-select-symbolic");
  gtk_widget_add_css_class (self->check, "check");
  gtk_box_append (GTK_BOX (self->line), self->check);
  arrange (self, look);
  return self;
}

/**
 * hw_tile_view_free:
 * @self: a tile whose widget is gone, or soon will be
 */
void
hw_tile_view_free (HwTileView *self)
{
  g_free (self->code);
  g_free (self);
}

static void
fill_picture (HwTileView *self,
              const HwTile *tile)
{
  g_autofree char *text = NULL;

  if (self->picture == NULL)
    return;
  hw_thumbnail_set_picture (HW_THUMBNAIL (self->picture), tile->picture);
  gtk_widget_set_visible (self->picture, tile->picture != NULL);
  gtk_widget_set_visible (self->lost, tile->picture == NULL);
  if (tile->lost_picture != NULL)
    /* Translators: %s is the name of a file. */
    text = g_strdup_printf (_("“%s” is missing"), tile->lost_picture);
  gtk_label_set_label (GTK_LABEL (self->lost), text != NULL ? text : "");
}

/**
 * hw_tile_view_fill:
 * @self: a tile
 * @mode: how many tiles of its list can be chosen
 * @look: as it was made
 * @tile: what it shows from now on
 */
void
hw_tile_view_fill (HwTileView *self,
                   HwTileMode mode,
                   HwTileLook look,
                   const HwTile *tile)
{
  gboolean is_small = look == HW_TILE_LOOK_POINT || look == HW_TILE_LOOK_BARE;

  g_free (self->code);
  self->code = g_strdup (tile->code);
  gtk_label_set_label (GTK_LABEL (self->code_label), tile->sign != NULL ? tile->sign : tile->code);
  gtk_widget_set_visible (self->code_label, tile->icon == NULL);
  gtk_widget_set_visible (self->icon, tile->icon != NULL);
  if (tile->icon != NULL)
    gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), tile->icon);
  fill_picture (self, tile);
  gtk_label_set_label (GTK_LABEL (self->label), tile->label);
  gtk_widget_set_visible (self->label, look != HW_TILE_LOOK_BARE);
  gtk_widget_set_tooltip_text (self->widget, look == HW_TILE_LOOK_BARE ? tile->label : NULL);
  gtk_label_set_label (GTK_LABEL (self->detail), tile->detail != NULL ? tile->detail : "");
  gtk_widget_set_visible (self->detail, tile->detail != NULL);
  gtk_widget_set_visible (self->check, !is_small && (mode != HW_TILES_DOORS || tile->icon == NULL));
  if (tile->apart)
    gtk_widget_add_css_class (self->widget, "apart");
  else
    gtk_widget_remove_css_class (self->widget, "apart");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->widget), GTK_ACCESSIBLE_PROPERTY_LABEL, tile->label, -1);
}
