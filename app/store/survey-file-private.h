/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/level-tables-private.h"
#include "store/record-private.h"
#include "store/survey-file.h"

G_BEGIN_DECLS

/* What the other files of the store, and its tests, may know of a survey file. */
HwDatabase          *hw_survey_file_get_database   (HwSurveyFile  *self);
HwLevelTables       *hw_survey_file_get_tables     (HwSurveyFile  *self);
gboolean             hw_survey_file_check_writable (HwSurveyFile  *self,
                                                    GError       **error);
gboolean             hw_survey_file_write_record   (HwSurveyFile  *self,
                                                    HwRecord      *record,
                                                    GError       **error);
HwInterviewSummary  *hw_interview_summary_new      (HwStatement   *statement); /* at a row of HW_SUMMARY_COLUMNS */

#define HW_SUMMARY_COLUMNS "id, label, status, percent, n_problems, modified, person, reason"

G_END_DECLS
