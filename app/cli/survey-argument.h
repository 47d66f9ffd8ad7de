/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/survey-file.h"

G_BEGIN_DECLS

/* SURVEY and INTERVIEW as people type them. */
char  *hw_survey_file_dup_named  (HwSurveyFile  *self,
                                  const char    *name,   /* UUID, or what identifies the household */
                                  GError       **error); /* (nullable): the interview's UUID */

G_END_DECLS
