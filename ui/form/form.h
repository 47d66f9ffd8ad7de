/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "questionnaire/questionnaire.h"

G_BEGIN_DECLS

/*
 * A questionnaire as its author has it on disk: read off the main thread, and watched, because it
 * is written in another program meanwhile. The pages of one questionnaire share one of these.
 *
 * Signals: "read" when a reading is done, with whatever came of it; "changed" when the files are
 * others than those that were read. Property "reading" (notify). Nobody but the pages decides when
 * it is read again.
 */
#define HW_TYPE_FORM (hw_form_get_type ())
G_DECLARE_FINAL_TYPE (HwForm, hw_form, HW, FORM, GObject)

HwForm          *hw_form_new               (const char  *path);
const char      *hw_form_get_path          (HwForm      *self);
char            *hw_form_dup_name          (HwForm      *self); /* "form.xlsx", or the folder's name */
char            *hw_form_dup_title         (HwForm      *self); /* the questionnaire's, else its name */

void             hw_form_read              (HwForm      *self);
gboolean         hw_form_is_reading        (HwForm      *self);
gboolean         hw_form_is_read           (HwForm      *self); /* has been, at least once */
gboolean         hw_form_has_changed       (HwForm      *self); /* since it was read */

/* What the last reading gave */
HwQuestionnaire *hw_form_get_questionnaire (HwForm      *self); /* (nullable) */
HwProblems      *hw_form_get_problems      (HwForm      *self); /* sorted by place */
const GError    *hw_form_get_error         (HwForm      *self); /* (nullable) */

G_END_DECLS
