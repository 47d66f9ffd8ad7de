/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/entry/entry-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The picture of a question, which opens large, and the names of its sound and film, which other programs play. */
#define HW_TYPE_QUESTION_MEDIA (hw_question_media_get_type ())
G_DECLARE_FINAL_TYPE (HwQuestionMedia, hw_question_media, HW, QUESTION_MEDIA, GtkWidget)

gboolean   hw_question_media_is_needed (HwQuestion      *question,
                                        HwEntrySession  *session);
GtkWidget *hw_question_media_new       (void);
void       hw_question_media_show      (HwQuestionMedia *self,
                                        HwEntrySession  *session,
                                        HwQuestion      *question);

G_END_DECLS
