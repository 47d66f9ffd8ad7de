/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/form/form.h"

G_BEGIN_DECLS

/* Says that a questionnaire is being read, when that takes long enough to be worth a word. */
#define HW_TYPE_READING_MARK (hw_reading_mark_get_type ())
G_DECLARE_FINAL_TYPE (HwReadingMark, hw_reading_mark, HW, READING_MARK, AdwBin)

void hw_reading_mark_set_form (HwReadingMark *self,
                               HwForm        *form); /* (nullable) */

G_END_DECLS
