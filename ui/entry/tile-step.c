/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/entry/tile-step.h"

static int
turn (int step,
      gboolean back)
{
  return back ? -step : step;
}

/**
 * hw_tile_step:
 * @grid: how the tiles stand
 * @keyval: a key
 *
 * Returns: how far in the list an arrow leads; 0 where the key means nothing to the list
 */
int
hw_tile_step (const HwTileGrid *grid,
              guint keyval)
{
  int lines = (int) ((grid->n_tiles + grid->n_columns - 1) / grid->n_columns);
  int down = grid->by_line ? (int) grid->n_columns : 1;
  int across = grid->n_columns == 1 ? 0 : grid->by_line ? 1 : lines;

  /* One line beside each other: up and down lead to other questions. */
  if (lines <= 1 && grid->by_line)
    down = 0;
  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return -down;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return down;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return turn (across, !grid->rtl);
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return turn (across, grid->rtl);
    default:
      return 0;
    }
}

/**
 * hw_tile_step_is_across:
 * @keyval: a key
 *
 * Returns: whether it is an arrow to the left or the right
 */
gboolean
hw_tile_step_is_across (guint keyval)
{
  return keyval == GDK_KEY_Left || keyval == GDK_KEY_Right || keyval == GDK_KEY_KP_Left || keyval == GDK_KEY_KP_Right;
}
