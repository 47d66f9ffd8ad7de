/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/window/window.h"

#include "ui/entry/entry-page.h"
#include "ui/form/check-page.h"
#include "ui/start/new-survey-page.h"
#include "ui/start/start-page.h"
#include "ui/trial/trial-page.h"
#include "ui/window/survey-view.h"

G_BEGIN_DECLS

struct _HwWindow
{
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *toasts;
  GtkStack *pages;
  HwStartPage *start_page;
  HwNewSurveyPage *new_page;

  HwSurveyFile *file; /* nullable: no survey is open */
  HwSurveyView *view; /* nullable, the stack's */
  HwEntryPage *entry; /* nullable, the stack's: the interview that is open */
  char *interview_id; /* nullable: of it */

  HwTrialPage *trial;    /* nullable, the stack's */
  GtkWidget *trial_from; /* where one goes back to from it: the start page, or that of a new survey */
  HwCheckPage *check;    /* nullable, the stack's */
  GtkWidget *check_from; /* as of the trial, or the trial itself */
};

void  hw_window_update_title         (HwWindow       *self);
void  hw_window_update_actions       (HwWindow       *self);

/* Questionnaires that are tried and checked: window-forms.c */
void  hw_window_install_form_actions (GtkWidgetClass *widget_class);
void  hw_window_update_form_actions  (HwWindow       *self);
void  hw_window_end_forms            (HwWindow       *self);
char *hw_window_dup_form_title       (HwWindow       *self); /* (nullable) */

G_END_DECLS
