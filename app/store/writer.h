/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/survey-file.h"

G_BEGIN_DECLS

/*
 * Commits a live interview, answer by answer, on a thread and a connection of its own. Attach it to an interview; each
 * "changed" becomes one transaction (columns, missing kinds, trail) in order. Properties (notify, on the thread that made the
 * writer): pending (guint: transactions not yet committed), saved-at (GDateTime, of the last commit), error (GError boxed,
 * NULL when the last attempt was fine). A failed transaction is kept and tried again with the next change, on retry(), and at close;
 * nothing is dropped while the program runs.
 *
 * There is no writer for an interview that is approved or void (HW_STORE_ERROR_NOT_ALLOWED), nor, unless it is new, for one that
 * the file does not have.
 */
#define HW_TYPE_WRITER (hw_writer_get_type ())
G_DECLARE_FINAL_TYPE (HwWriter, hw_writer, HW, WRITER, GObject)

HwWriter  *hw_writer_new           (HwSurveyFile *file,
                                    HwInterview  *interview,
                                    gboolean      is_new,     /* the interview is not in the file yet: stored whole first, and its problems with it */
                                    GError      **error);
void       hw_writer_set_cursor    (HwWriter     *self,
                                    const char   *ref);       /* committed with the next transaction or after a moment */
guint      hw_writer_get_pending   (HwWriter     *self);
GDateTime *hw_writer_get_saved_at  (HwWriter     *self);      /* (nullable) (transfer none) */
const GError *hw_writer_get_error  (HwWriter     *self);      /* (nullable) (transfer none) */
void       hw_writer_retry         (HwWriter     *self);
gboolean   hw_writer_flush         (HwWriter     *self,
                                    GError      **error);     /* waits until all is committed */

G_END_DECLS
