/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/entry/entry-session.h"

G_BEGIN_DECLS

/* What stands under a question: what is wrong or odd about its answer, the reason with which that was confirmed, remarks. Nothing of it
 * is made before it is needed. Signal "confirm": the person says that it is so. */
typedef enum
{
  HW_FOOT_FINE,
  HW_FOOT_ODD,
  HW_FOOT_WRONG,
} HwFootState;

#define HW_TYPE_QUESTION_FOOT (hw_question_foot_get_type ())
G_DECLARE_FINAL_TYPE (HwQuestionFoot, hw_question_foot, HW, QUESTION_FOOT, GtkWidget)

HwFootState  hw_question_foot_show_problem  (HwQuestionFoot *self,
                                             HwEntrySession *session,
                                             HwItem         *item);
void         hw_question_foot_show_notes    (HwQuestionFoot *self,
                                             HwEntrySession *session,
                                             HwItem         *item);
void         hw_question_foot_say           (HwQuestionFoot *self,
                                             const char     *sentence); /* until the next look */
GtkWidget   *hw_question_foot_get_sentence  (HwQuestionFoot *self); /* what a control names as its error message */
GtkWidget   *hw_question_foot_get_button    (HwQuestionFoot *self);

G_END_DECLS
