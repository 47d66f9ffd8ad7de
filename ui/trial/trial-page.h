/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/entry/entry-page.h"
#include "ui/form/form.h"

G_BEGIN_DECLS

/*
 * A questionnaire being tried: the entry page on an interview that is not kept. It follows the
 * questionnaire on disk and offers to reload it, with the answers that still fit.
 *
 * Signals: "started" when there is something to try, first and after each reload; "faulty" when
 * there is nothing, because the questionnaire has faults; "failed" (sentence) when it cannot be
 * tried at all; "closed" when the person goes back.
 */
#define HW_TYPE_TRIAL_PAGE (hw_trial_page_get_type ())
G_DECLARE_FINAL_TYPE (HwTrialPage, hw_trial_page, HW, TRIAL_PAGE, AdwBin)

GtkWidget   *hw_trial_page_new           (HwForm      *form);
void         hw_trial_page_begin         (HwTrialPage *self); /* once its signals are connected */
HwForm      *hw_trial_page_get_form      (HwTrialPage *self);
HwEntryPage *hw_trial_page_get_entry     (HwTrialPage *self); /* (nullable): still being read */
gboolean     hw_trial_page_show_question (HwTrialPage *self,
                                          const char  *name); /* FALSE: no such question now */
void         hw_trial_page_close         (HwTrialPage *self);

G_END_DECLS
