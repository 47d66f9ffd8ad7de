/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * Things to be put in order. What has a place stands above with its number, what has none below. A code or the beginning of a label
 * gives the next place, Alt with the arrows moves, Space and a press give a place or take it back, and rows can be dragged. One
 * stop of the keyboard. Signal "ordered": the person changed the order.
 */
#define HW_TYPE_RANK_LIST (hw_rank_list_get_type ())
G_DECLARE_FINAL_TYPE (HwRankList, hw_rank_list, HW, RANK_LIST, GtkWidget)

GtkWidget *hw_rank_list_new       (void);
void       hw_rank_list_clear     (HwRankList *self);
void       hw_rank_list_add       (HwRankList *self,
                                   const char *code,
                                   const char *label);
void       hw_rank_list_set_order (HwRankList *self,
                                   const char *codes);  /* (nullable) separated by blanks; the others have no place */
char      *hw_rank_list_dup_order (HwRankList *self);   /* "" when nothing has a place */
void       hw_rank_list_set_mark  (HwRankList *self,
                                   int         i);
gboolean   hw_rank_list_type      (HwRankList *self,
                                   gunichar    character);
gboolean   hw_rank_list_settle    (HwRankList *self);   /* what was typed so far holds */

G_END_DECLS
