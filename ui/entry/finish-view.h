/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/entry/entry-session.h"

G_BEGIN_DECLS

/* The end of an interview: what is missing, what is odd, and completing it. Each line leads to its question. */
#define HW_TYPE_FINISH_VIEW (hw_finish_view_get_type ())
G_DECLARE_FINAL_TYPE (HwFinishView, hw_finish_view, HW, FINISH_VIEW, GtkWidget)

void     hw_finish_view_update   (HwFinishView    *self,
                                  HwEntrySession  *session);
void     hw_finish_view_set_trial (HwFinishView   *self);
gboolean hw_finish_view_can_complete (HwFinishView *self);
gboolean hw_finish_view_complete (HwFinishView    *self,
                                  HwEntrySession  *session,
                                  GError         **error);

G_END_DECLS
