/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/survey-file.h"

G_BEGIN_DECLS

/* How far the work of one person is, or that of all. */
typedef struct
{
  char *person; /* NULL: all together */
  guint by_status[HW_STATUS_VOID + 1];
  guint n;
  guint n_problems; /* of interviews that are not void */
} HwProgress;

void        hw_progress_free         (HwProgress    *self);
/* (transfer container) of HwProgress: by name of the person, and all together at the end */
GPtrArray  *hw_review_list_progress  (HwSurveyFile  *file,
                                      GError       **error);

G_END_DECLS
