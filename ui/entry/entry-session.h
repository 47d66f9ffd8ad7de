/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/writer.h"
#include "ui/entry/media-files.h"

G_BEGIN_DECLS

/*
 * One sitting with one interview: what every row of the page needs beside its item. It passes wishes on to the interview and
 * remembers what the interview has no place for: text that is no answer yet, which questions the person has been at, what the
 * supervisor remarked, and what can be undone. Signal "reset": labels changed, show everything anew.
 */
#define HW_TYPE_ENTRY_SESSION (hw_entry_session_get_type ())
G_DECLARE_FINAL_TYPE (HwEntrySession, hw_entry_session, HW, ENTRY_SESSION, GObject)

HwEntrySession *hw_entry_session_new           (HwSurveyFile    *file,
                                                HwInterview     *interview,
                                                gboolean         is_new,
                                                GError         **error);
HwSurveyFile   *hw_entry_session_get_file      (HwEntrySession  *self);
HwInterview    *hw_entry_session_get_interview (HwEntrySession  *self);
HwWriter       *hw_entry_session_get_writer    (HwEntrySession  *self);
HwMediaFiles   *hw_entry_session_get_media     (HwEntrySession  *self); /* pictures of the questionnaire */

gboolean        hw_entry_session_answer        (HwEntrySession  *self,
                                                HwItem          *item,
                                                HwValue         *value,
                                                GError         **error);
/* As typed; what is no answer is kept as a draft with the reason why not. */
gboolean        hw_entry_session_answer_text   (HwEntrySession  *self,
                                                HwItem          *item,
                                                const char      *text,   /* for the interview */
                                                const char      *typed); /* for the field, should it fail */
void            hw_entry_session_keep_draft    (HwEntrySession  *self,
                                                HwItem          *item,
                                                const char      *typed,
                                                const char      *reason);
const char     *hw_entry_session_get_draft     (HwEntrySession  *self,
                                                HwItem          *item,
                                                const char     **reason); /* (nullable) (out) (optional) */
GPtrArray      *hw_entry_session_list_drafts   (HwEntrySession  *self); /* (transfer container) of HwItem */

void            hw_entry_session_mark_seen     (HwEntrySession  *self,
                                                HwItem          *item);
gboolean        hw_entry_session_is_seen       (HwEntrySession  *self,
                                                HwItem          *item);
void            hw_entry_session_see_all       (HwEntrySession  *self);

GPtrArray      *hw_entry_session_get_remarks   (HwEntrySession  *self,
                                                HwItem          *item); /* (nullable) (transfer none) of HwComment */
gboolean        hw_entry_session_add_remark    (HwEntrySession  *self,
                                                HwItem          *item,
                                                const char      *text,
                                                GError         **error);

HwItem         *hw_entry_session_undo          (HwEntrySession  *self); /* (nullable) (transfer none): where */
HwItem         *hw_entry_session_redo          (HwEntrySession  *self);

void            hw_entry_session_set_language  (HwEntrySession  *self,
                                                const char      *language);

G_END_DECLS
