/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/survey-file.h"

G_BEGIN_DECLS

/* One interview, being filled in. Property "title"; signal "closed" when the person goes back: everything is saved by then. */
#define HW_TYPE_ENTRY_PAGE (hw_entry_page_get_type ())
G_DECLARE_FINAL_TYPE (HwEntryPage, hw_entry_page, HW, ENTRY_PAGE, AdwBin)

GtkWidget *hw_entry_page_new         (HwSurveyFile *file,
                                      HwInterview  *interview,
                                      gboolean      is_new);
HwItem    *hw_entry_page_get_current (HwEntryPage  *self); /* (nullable) (transfer none): the question at hand */
void       hw_entry_page_go_to       (HwEntryPage  *self,
                                      HwItem       *item);
/* Makes it a trial: nothing is kept and nothing is completed; @bar, below the header, says so all the time. */
void       hw_entry_page_set_trial   (HwEntryPage  *self,
                                      const char   *title,
                                      GtkWidget    *bar);
HwInterview *hw_entry_page_get_interview (HwEntryPage *self); /* (nullable) (transfer none) */

G_END_DECLS
