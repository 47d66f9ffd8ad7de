/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* One of the things that are put in order. Signals: "pressed"; "dropped" (HwRankLine *on): it was dragged onto another. */
#define HW_TYPE_RANK_LINE (hw_rank_line_get_type ())
G_DECLARE_FINAL_TYPE (HwRankLine, hw_rank_line, HW, RANK_LINE, GtkWidget)

GtkWidget  *hw_rank_line_new       (const char *code,
                                    const char *label);
const char *hw_rank_line_get_code  (HwRankLine *self);
void        hw_rank_line_set_place (HwRankLine *self,
                                    guint       place); /* 0: none */

G_END_DECLS
