/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * Things to choose from, each a wide row with its code at the left: the choices of a question, the rows of a roster. The
 * list is one stop of the keyboard; inside it a mark goes up and down, and digits and letters go straight to a code or a
 * label. It chooses nothing itself, it says what was picked.
 */
typedef enum
{
  HW_TILES_ONE,   /* one holds at a time */
  HW_TILES_MANY,  /* each for itself */
  HW_TILES_DOORS, /* each leads somewhere; none is chosen */
} HwTileMode;

typedef enum
{
  HW_TILE_LOOK_ROW,     /* code, label */
  HW_TILE_LOOK_PICTURE, /* a picture above them */
  HW_TILE_LOOK_POINT,   /* code or icon above the label: a point of a scale */
  HW_TILE_LOOK_BARE,    /* the code alone; the label stands elsewhere */
} HwTileLook;

typedef struct
{
  const char *code;
  const char *label;
  const char *sign;     /* (nullable): what is shown and typed in place of the code */
  const char *detail;   /* (nullable): small, at the end */
  gboolean apart;       /* stands alone, set off from those before */
  const char *icon;     /* (nullable): in place of the code */
  GdkPaintable *picture;    /* (nullable) */
  const char *lost_picture; /* (nullable): the file of a picture that is not there */
} HwTile;

#define HW_TILE_SPACING 12 /* between columns */

#define HW_TYPE_TILE_LIST (hw_tile_list_get_type ())
G_DECLARE_FINAL_TYPE (HwTileList, hw_tile_list, HW, TILE_LIST, GtkWidget)

GtkWidget  *hw_tile_list_new            (HwTileMode    mode);
/* Before there are tiles. @by_line: the second stands beside the first, else below it */
void        hw_tile_list_set_look       (HwTileList   *self,
                                         HwTileLook    look,
                                         gboolean      by_line);
void        hw_tile_list_set_tiles      (HwTileList   *self,
                                         const HwTile *tiles,
                                         guint         n_tiles,
                                         guint         n_columns);
guint       hw_tile_list_get_n_tiles    (HwTileList   *self);
const char *hw_tile_list_get_code       (HwTileList   *self,
                                         guint         i);
void        hw_tile_list_set_chosen     (HwTileList   *self,
                                         guint         i,
                                         gboolean      chosen);
gboolean    hw_tile_list_is_chosen      (HwTileList   *self,
                                         guint         i);
int         hw_tile_list_get_mark       (HwTileList   *self); /* -1: nowhere */
void        hw_tile_list_set_mark       (HwTileList   *self,
                                         int           i);
/* Digits that stand for something that is no tile, such as the code of "don't know". */
void        hw_tile_list_add_other_code (HwTileList   *self,
                                         const char   *code);
gboolean    hw_tile_list_type           (HwTileList   *self,
                                         gunichar      character);
gboolean    hw_tile_list_settle         (HwTileList   *self); /* what was typed so far holds */

G_END_DECLS
