/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What the entry page does with rows of rosters; each is the function of an action of HwEntryPage. */
void hw_row_actions_neighbour (GtkWidget  *widget,
                               const char *name,
                               GVariant   *parameter);
void hw_row_actions_same      (GtkWidget  *widget,
                               const char *name,
                               GVariant   *parameter);
void hw_row_actions_insert    (GtkWidget  *widget,
                               const char *name,
                               GVariant   *parameter);
void hw_row_actions_remove    (GtkWidget  *widget,
                               const char *name,
                               GVariant   *parameter);

G_END_DECLS
