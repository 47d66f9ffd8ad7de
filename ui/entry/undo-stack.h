/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/survey-file.h"

G_BEGIN_DECLS

/*
 * What can be taken back in an interview, answer by answer. The answer trail is the memory: a sitting begins with what is in it, so that one
 * can undo after a restart as before it. Taking back is an answer of its own in the trail, marked by its reason.
 */
typedef struct _HwUndoStack HwUndoStack;

HwUndoStack *hw_undo_stack_new        (HwInterview  *interview);
void         hw_undo_stack_free       (HwUndoStack  *self);
void         hw_undo_stack_read_trail (HwUndoStack  *self,
                                       HwSurveyFile *file);
void         hw_undo_stack_remember   (HwUndoStack  *self,
                                       GPtrArray    *changes); /* of HwChange, as the interview tells of them */
HwItem      *hw_undo_stack_back       (HwUndoStack  *self);    /* (nullable) (transfer none): whose answer was taken back */
HwItem      *hw_undo_stack_forward    (HwUndoStack  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwUndoStack, hw_undo_stack_free)

G_END_DECLS
