/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/database-private.h"
#include "store/survey-file.h"

G_BEGIN_DECLS

/* The files that belong to answers, and what else an interview asks of the survey that it stands in. */
gboolean  hw_files_write             (HwDatabase    *database,
                                      const char    *interview_id,
                                      const char    *name,
                                      GBytes        *bytes,
                                      const char    *person,
                                      const char    *time,
                                      GError       **error);
void      hw_survey_file_lend_files  (HwSurveyFile  *self,
                                      HwInterview   *interview);

G_END_DECLS
