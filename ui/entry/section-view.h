/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/entry/question-row.h"

G_BEGIN_DECLS

/*
 * The questions of one page: a section, or one row of a roster. There is one view for each section and for each roster, not
 * for each member: from one row to the next the widgets stay and show other items. Rows that are out of sight are made when
 * nothing else is to do. Signals: "current-changed" (the item at hand).
 */
#define HW_TYPE_SECTION_VIEW (hw_section_view_get_type ())
G_DECLARE_FINAL_TYPE (HwSectionView, hw_section_view, HW, SECTION_VIEW, GtkWidget)

GtkWidget     *hw_section_view_new         (HwEntrySession *session);
void           hw_section_view_show        (HwSectionView  *self,
                                            HwItem         *page,
                                            HwItem         *first);     /* (nullable): this one will be at hand */
HwItem        *hw_section_view_get_page    (HwSectionView  *self);      /* (nullable) */
gboolean       hw_section_view_go_to       (HwSectionView  *self,
                                            HwItem         *item,
                                            gboolean        from_below,
                                            gboolean        animate);
void           hw_section_view_leave       (HwSectionView  *self);
HwQuestionRow *hw_section_view_get_current (HwSectionView  *self);      /* (nullable) */
void           hw_section_view_set_title   (HwSectionView  *self,
                                            const char     *title,
                                            const char     *detail);
void           hw_section_view_set_next    (HwSectionView  *self,
                                            const char     *title);     /* (nullable): what follows this page */
void           hw_section_view_refresh     (HwSectionView  *self);

G_END_DECLS
