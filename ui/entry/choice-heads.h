/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The labels of choices side by side, in the columns in which the tiles below them stand. */
GtkWidget *hw_choice_heads_new  (void);
void       hw_choice_heads_show (GtkWidget  *heads,
                                 GPtrArray  *choices,  /* of HwChoice */
                                 const char *language);

G_END_DECLS
