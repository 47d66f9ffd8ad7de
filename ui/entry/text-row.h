/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/entry/question-row.h"

G_BEGIN_DECLS

/* An answer that is typed. Subclasses translate between what a person types or reads and the text of the answer. */
#define HW_TYPE_TEXT_ROW (hw_text_row_get_type ())
G_DECLARE_DERIVABLE_TYPE (HwTextRow, hw_text_row, HW, TEXT_ROW, HwQuestionRow)

struct _HwTextRowClass
{
  HwQuestionRowClass parent_class;

  /* (transfer full): typed -> answer; NULL with the @reason when it can be none */
  char *(*read)  (HwTextRow   *self,
                  const char  *typed,
                  char       **reason);
  /* (transfer full): answer -> what the field shows */
  char *(*write) (HwTextRow   *self,
                  const char  *answer);
};

GtkWidget *hw_text_row_get_entry  (HwTextRow  *self);
void       hw_text_row_set_width  (HwTextRow  *self,
                                   int         chars);  /* 0: as wide as the column */
void       hw_text_row_set_beside (HwTextRow  *self,
                                   const char *text);   /* (nullable): unit, day of the week */
void       hw_text_row_add_beside (HwTextRow  *self,
                                   GtkWidget  *widget); /* a button, close to the field */

/* Coordinates, codes and times are written so in every script. */
void       hw_text_row_set_left_to_right (HwTextRow *self);

G_END_DECLS
