/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "interview/interview.h"

G_BEGIN_DECLS

/* One line of the outline. Properties (notify): title, and "look" for everything else. */
#define HW_TYPE_OUTLINE_ENTRY (hw_outline_entry_get_type ())
G_DECLARE_FINAL_TYPE (HwOutlineEntry, hw_outline_entry, HW, OUTLINE_ENTRY, GObject)

HwOutlineEntry *hw_outline_entry_new          (HwItem         *page);
HwItem         *hw_outline_entry_get_page     (HwOutlineEntry *self);
const char     *hw_outline_entry_get_title    (HwOutlineEntry *self);
guint           hw_outline_entry_get_depth    (HwOutlineEntry *self);
guint           hw_outline_entry_get_open     (HwOutlineEntry *self); /* questions without an answer */
guint           hw_outline_entry_get_problems (HwOutlineEntry *self);
gboolean        hw_outline_entry_is_begun     (HwOutlineEntry *self);
gboolean        hw_outline_entry_is_current   (HwOutlineEntry *self);
void            hw_outline_entry_set_current  (HwOutlineEntry *self,
                                               gboolean        current);
void            hw_outline_entry_update       (HwOutlineEntry *self,
                                               HwInterview    *interview,
                                               guint           n_problems);

G_END_DECLS
