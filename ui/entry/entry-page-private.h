/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/entry/entry-page.h"

#include "ui/common/banner.h"
#include "ui/entry/entry-session.h"
#include "ui/entry/finish-view.h"
#include "ui/entry/outline.h"
#include "ui/entry/saved-mark.h"
#include "ui/entry/section-view.h"

G_BEGIN_DECLS

struct _HwEntryPage
{
  AdwBin parent_instance;

  HwEntrySession *session;   /* NULL when the file cannot be written */
  GHashTable *section_views; /* HwQuestion -> HwSectionView, children of views */
  HwSectionView *view;       /* borrowed: the one that is seen; NULL while finishing */
  HwItem *current;           /* the question at hand */
  GPtrArray *trail;          /* HwItem: the way that the person came */
  HwItem *warned;            /* the problem that Enter has stopped at once */
  HwValue *warned_value;
  char *title;
  char *trial_title;         /* nullable: this is no trial */
  gboolean is_closed;
  gboolean shows_failure; /* the banner says that something is not saved */
  gboolean has_warned_of_drafts;
  GtkWidget *popover;        /* help, going to a question; at most one */

  /* Template children */
  AdwFlap *flap;
  HwOutline *outline;
  GtkWidget *header;
  GtkWidget *back_button;
  GtkWidget *outline_button;
  GtkWidget *case_label;
  GtkWidget *language_button;
  HwSavedMark *saved_mark;
  GtkWidget *menu_button;
  HwBanner *banner;
  GtkWidget *views;
  HwFinishView *finish;
};

void           hw_entry_page_show_item       (HwEntryPage    *self,
                                              HwItem         *item,
                                              gboolean        from_below,
                                              gboolean        remember);
void           hw_entry_page_show_finish     (HwEntryPage    *self);
HwQuestionRow *hw_entry_page_get_row         (HwEntryPage    *self); /* (nullable) */
void           hw_entry_page_show_case       (HwEntryPage    *self);
void           hw_entry_page_close           (HwEntryPage    *self);
void           hw_entry_page_install_actions (GtkWidgetClass *widget_class);
void           hw_entry_page_update_actions  (HwEntryPage    *self);
void           hw_entry_page_open_popover    (HwEntryPage    *self,
                                              GtkWidget      *popover,
                                              GtkWidget      *at);

G_END_DECLS
