/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/entry/entry-session.h"
#include "ui/entry/tile-list.h"

G_BEGIN_DECLS

/* How the choices of a question are laid out: what its appearance asks for, as far as the labels fit. */
typedef struct
{
  HwTileLook look;
  gboolean by_line;
  gboolean is_table;   /* a line of a table, with the choices as headings above the first */
  gboolean is_heading; /* the headings alone */
  gboolean is_quick;   /* choosing goes on */
} HwChoiceLook;

HwChoiceLook hw_choice_look_find         (HwQuestion   *question);
guint        hw_choice_look_count_columns (HwChoiceLook  look,
                                           HwQuestion   *question,
                                           GPtrArray    *choices,  /* of HwChoice */
                                           const char   *language);
gboolean     hw_choice_look_is_same_table (HwQuestion   *question,
                                           HwQuestion   *other);

G_END_DECLS
