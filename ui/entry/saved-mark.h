/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/writer.h"

G_BEGIN_DECLS

/* "Saved 14:03:22", "Saving…" or "Not saved: reason". "Saved" stands only when the commit of everything given so far has returned; what is not
 * saved can be clicked to try again. */
#define HW_TYPE_SAVED_MARK (hw_saved_mark_get_type ())
G_DECLARE_FINAL_TYPE (HwSavedMark, hw_saved_mark, HW, SAVED_MARK, AdwBin)

void        hw_saved_mark_set_writer (HwSavedMark *self,
                                      HwWriter    *writer);
const char *hw_saved_mark_get_text   (HwSavedMark *self);

G_END_DECLS
