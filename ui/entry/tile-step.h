/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How tiles stand, and where an arrow leads among them. */
typedef struct
{
  guint n_tiles;
  guint n_columns;
  gboolean by_line; /* the second stands beside the first, else below it */
  gboolean rtl;
} HwTileGrid;

int      hw_tile_step           (const HwTileGrid *grid,
                                 guint             keyval); /* how far in the list; 0: the key means nothing to it */
gboolean hw_tile_step_is_across (guint             keyval);

G_END_DECLS
