/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "review/finding.h"

G_BEGIN_DECLS

/* One interview of the queue: case, findings as a small stack of marks, enumerator, when. */
GtkWidget  *hw_queue_row_new      (void);
void        hw_queue_row_show     (GtkWidget          *row,
                                   HwSurveyFile       *file,
                                   HwInterviewSummary *summary);
const char *hw_queue_row_get_icon (HwFindingKind       kind);

G_END_DECLS
