/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/survey-file.h"

G_BEGIN_DECLS

void hw_data_export_ask (GtkWidget    *from,
                         HwSurveyFile *file);
void hw_data_export_run (GtkWidget    *from,
                         HwSurveyFile *file,
                         const char   *folder);

G_END_DECLS
