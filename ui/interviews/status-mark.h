/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/survey-file.h"

G_BEGIN_DECLS

/* The status of an interview: a mark and a word. */
#define HW_TYPE_STATUS_MARK (hw_status_mark_get_type ())
G_DECLARE_FINAL_TYPE (HwStatusMark, hw_status_mark, HW, STATUS_MARK, AdwBin)

GtkWidget *hw_status_mark_new        (void);
void       hw_status_mark_set_status (HwStatusMark *self,
                                      HwStatus      status);

G_END_DECLS
