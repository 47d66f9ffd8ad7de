/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/survey-file.h"

G_BEGIN_DECLS

/* The questionnaire of a survey, written for its author and for other programs: "xlsx" or "csv". */
void hw_form_export_ask (GtkWidget       *from,
                         HwSurveyFile    *file,
                         const char      *format);
void hw_form_export_run (GtkWidget       *from,
                         HwQuestionnaire *questionnaire,
                         const char      *path);

G_END_DECLS
