/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "questionnaire/question.h"

G_BEGIN_DECLS

/* Ways to say that there is no answer: a button for each that a question takes, and the chip that stands in the field when one was said. */
GtkWidget *hw_missing_ways_new  (HwQuestion *question); /* (nullable) */
GtkWidget *hw_missing_chip_new  (void);
void       hw_missing_chip_show (GtkWidget  *chip,
                                 HwMissing   missing);  /* NONE hides it */

G_END_DECLS
