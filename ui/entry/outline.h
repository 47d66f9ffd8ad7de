/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "interview/interview.h"

G_BEGIN_DECLS

/* Where one is in an interview and what is left: sections and entries of rosters, each with a mark, and the whole in percent. Signal
 * "page-activated" (the page's item) and "pages-changed". It looks at the interview when it is told to, in a quiet moment, never between two keys. */
#define HW_TYPE_OUTLINE (hw_outline_get_type ())
G_DECLARE_FINAL_TYPE (HwOutline, hw_outline, HW, OUTLINE, GtkWidget)

GtkWidget *hw_outline_new         (void);
void       hw_outline_set_interview (HwOutline *self,
                                   HwInterview *interview);
void       hw_outline_set_current (HwOutline   *self,
                                   HwItem      *page);
void       hw_outline_queue_update (HwOutline  *self);
void       hw_outline_update      (HwOutline   *self);
GPtrArray *hw_outline_get_pages   (HwOutline   *self); /* (transfer none) of HwItem, as of the last update */

G_END_DECLS
