/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/problem.h"
#include "store/survey-file.h"

G_BEGIN_DECLS

/* One CSV per level, columns named as questions; a row of a lower level names its parent by the parent's key columns (case_id; for a
 * level below a repeat also that repeat's first column as key). @partial: good rows go in although others are refused; otherwise nothing does.
 * Refused rows are problems with line and column and, when @refused is given, rows of a CSV that can be mended and imported again. */
typedef struct
{
  guint n_rows;
  guint n_stored;
  guint n_refused;
} HwImportResult;

gboolean   hw_survey_file_import   (HwSurveyFile    *self,
                                    const char      *level,
                                    const char      *path,
                                    gboolean         partial,
                                    const char      *refused, /* (nullable): path for refused rows */
                                    HwProblems      *problems,
                                    HwImportResult  *result,
                                    GError         **error);

G_END_DECLS
