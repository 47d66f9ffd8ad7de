/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * One column of questions that does not move under the fingers. A scrolled list lays out from its top, so that whatever
 * opens or closes above the question at hand pushes it about. This one lays out from the question at hand: that one stays
 * at its height of the screen, and everything else takes the room above and below.
 */
#define HW_TYPE_QUESTION_COLUMN (hw_question_column_get_type ())
G_DECLARE_FINAL_TYPE (HwQuestionColumn, hw_question_column, HW, QUESTION_COLUMN, GtkWidget)

GtkWidget *hw_question_column_new        (void);
void       hw_question_column_insert     (HwQuestionColumn *self,
                                          GtkWidget        *child,
                                          GtkWidget        *previous); /* (nullable): first */
void       hw_question_column_set_anchor (HwQuestionColumn *self,
                                          GtkWidget        *child,
                                          gboolean          animate);
void       hw_question_column_hold       (HwQuestionColumn *self,
                                          GtkWidget        *child);

G_END_DECLS
