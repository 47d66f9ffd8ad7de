/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "questionnaire/question.h"

G_BEGIN_DECLS

/* Ticks beside a scale, with the author's labels or else with numbers where there is room for them. */
void hw_range_marks_show (GtkScale      *scale,
                          const HwRange *range,
                          const char    *language);

G_END_DECLS
