/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/entry/tile-list.h"

G_BEGIN_DECLS

/* One tile of a list: its widgets, which are used again for other things. Of HwTileList only. */
typedef struct
{
  GtkWidget *widget;
  GtkWidget *picture;
  GtkWidget *lost;       /* in place of a picture that is not there */
  GtkWidget *line;
  GtkWidget *code_label;
  GtkWidget *icon;
  GtkWidget *label;
  GtkWidget *detail;
  GtkWidget *check;
  char *code;
} HwTileView;

HwTileView *hw_tile_view_new  (HwTileMode    mode,
                               HwTileLook    look);
void        hw_tile_view_free (HwTileView   *self); /* not the widget, which its parent holds */
void        hw_tile_view_fill (HwTileView   *self,
                               HwTileMode    mode,
                               HwTileLook    look,
                               const HwTile *tile);

G_END_DECLS
