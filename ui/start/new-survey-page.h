/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/survey-file.h"
#include "ui/form/form.h"

G_BEGIN_DECLS

/*
 * A new survey: which questionnaire, what is wrong with it if anything, and where the file is kept.
 * Emits "created" (HwSurveyFile).
 */
#define HW_TYPE_NEW_SURVEY_PAGE (hw_new_survey_page_get_type ())
G_DECLARE_FINAL_TYPE (HwNewSurveyPage, hw_new_survey_page, HW, NEW_SURVEY_PAGE, AdwBin)

void hw_new_survey_page_reset    (HwNewSurveyPage *self);
void hw_new_survey_page_read     (HwNewSurveyPage *self,
                                  const char      *path);
void hw_new_survey_page_set_form (HwNewSurveyPage *self,
                                  HwForm          *form);
HwForm *hw_new_survey_page_get_form (HwNewSurveyPage *self); /* (nullable) (transfer none) */
void hw_new_survey_page_create   (HwNewSurveyPage *self,
                                  const char      *path);

G_END_DECLS
