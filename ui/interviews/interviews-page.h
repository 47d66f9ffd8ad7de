/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/survey-file.h"

G_BEGIN_DECLS

/* The work list: every interview with where it stands, those that came back first. */
#define HW_TYPE_INTERVIEWS_PAGE (hw_interviews_page_get_type ())
G_DECLARE_FINAL_TYPE (HwInterviewsPage, hw_interviews_page, HW, INTERVIEWS_PAGE, AdwBin)

GtkWidget *hw_interviews_page_new     (HwSurveyFile      *file);
gboolean   hw_interviews_page_refresh (HwInterviewsPage  *self,
                                       const char        *id, /* (nullable) */
                                       GError           **error);
void       hw_interviews_page_search  (HwInterviewsPage  *self);

G_END_DECLS
