/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/survey-file.h"

G_BEGIN_DECLS

/*
 * One window: the start page, one survey, or one questionnaire that is tried or checked.
 *
 * Its pages lie on a stack and each brings its own header bar: start, new survey, the survey's
 * places (HwSurveyView), and over them the interview that is open (HwEntryPage), which says
 * "closed" when it is done; a trial (HwTrialPage) and a check (HwCheckPage). Pages are given the HwSurveyFile and find the window by actions only:
 * win.open-interview (s: its id), win.new-interview, win.show-place (s).
 */
#define HW_TYPE_WINDOW (hw_window_get_type ())
G_DECLARE_FINAL_TYPE (HwWindow, hw_window, HW, WINDOW, AdwApplicationWindow)

HwWindow     *hw_window_new            (GtkApplication *application);
HwSurveyFile *hw_window_get_file       (HwWindow       *self); /* (nullable) (transfer none) */
gboolean      hw_window_is_free        (HwWindow       *self);
gboolean      hw_window_open           (HwWindow       *self,
                                        const char     *path);
void          hw_window_start_survey   (HwWindow       *self,
                                        const char     *path);   /* (nullable): of the questionnaire */
void          hw_window_try            (HwWindow       *self,
                                        const char     *path);   /* of a questionnaire */
void          hw_window_check          (HwWindow       *self,
                                        const char     *path);
gboolean      hw_window_is_trying      (HwWindow       *self,
                                        const char     *path);   /* whole */
void          hw_window_open_interview (HwWindow       *self,
                                        const char     *id);     /* (nullable): a new one */
void          hw_window_show_error     (HwWindow       *self,
                                        const char     *text);

G_END_DECLS
