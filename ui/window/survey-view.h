/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/survey-file.h"
#include "ui/common/banner.h"

G_BEGIN_DECLS

/* The places of one survey in a view switcher: interviews, review, tables. */
#define HW_TYPE_SURVEY_VIEW (hw_survey_view_get_type ())
G_DECLARE_FINAL_TYPE (HwSurveyView, hw_survey_view, HW, SURVEY_VIEW, AdwBin)

GtkWidget *hw_survey_view_new        (HwSurveyFile *file);
void       hw_survey_view_refresh    (HwSurveyView *self,
                                      const char   *id); /* (nullable): the interview to stand on */
void       hw_survey_view_show_place (HwSurveyView *self,
                                      const char   *place); /* interviews, review, tables */
void       hw_survey_view_search     (HwSurveyView *self);
void       hw_survey_view_export     (HwSurveyView *self);
const char *hw_survey_view_get_title (HwSurveyView *self); /* what the survey is called */
HwBanner  *hw_survey_view_get_banner (HwSurveyView *self);

G_END_DECLS
