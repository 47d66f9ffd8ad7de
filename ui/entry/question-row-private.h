/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/entry/question-row.h"

#include "ui/entry/question-foot.h"
#include "ui/entry/question-media.h"

G_BEGIN_DECLS

/* What the files of the row share; subclasses see none of it. */
typedef struct
{
  HwEntrySession *session;
  HwItem *item;
  GSignalGroup *item_signals;
  GtkWidget *speaker; /* borrowed: who carries name and state for those who hear the page */
  GtkWidget *control; /* borrowed: what cannot be used while the question is read-only */
  GtkWidget *overlay; /* borrowed (nullable): where the chip lies over the control */
  char *hint_end;

  gboolean is_line; /* of a table: the control stands beside the words */

  /* Template children */
  GtkWidget *heading;
  GtkWidget *body;
  GtkWidget *clamp; /* around the words */
  GtkWidget *words;
  GtkWidget *top;
  GtkWidget *number;
  GtkWidget *label;
  GtkWidget *hint;
  GtkWidget *field;
  HwQuestionFoot *foot;

  /* Made when they are first needed */
  GtkWidget *ways;    /* buttons: don't know, refused, not applicable */
  GtkWidget *chip;
  GtkWidget *popover;
  HwQuestionMedia *media;
  GtkWidget *lock;
} HwQuestionRowPrivate;

HwQuestionRowPrivate *hw_question_row_get_private  (HwQuestionRow *self);
void                  hw_question_row_make_ways    (HwQuestionRow *self);
void                  hw_question_row_show_missing (HwQuestionRow *self);
void                  hw_question_row_show_media   (HwQuestionRow *self);
void                  hw_question_row_show_lock    (HwQuestionRow *self);
void                  hw_question_row_say          (HwQuestionRow *self,
                                                    const char    *sentence); /* a wish that the question does not grant */

G_END_DECLS
