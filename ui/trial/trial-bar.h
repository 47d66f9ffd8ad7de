/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Below the header of a trial: that it is one, what one can do with it, and when the questionnaire
 * has changed. Its buttons do trial.restart, trial.check, trial.use and trial.reload. */
#define HW_TYPE_TRIAL_BAR (hw_trial_bar_get_type ())
G_DECLARE_FINAL_TYPE (HwTrialBar, hw_trial_bar, HW, TRIAL_BAR, AdwBin)

GtkWidget  *hw_trial_bar_new        (void);
void        hw_trial_bar_show_news  (HwTrialBar *self,
                                     const char *text,        /* (nullable): nothing is new */
                                     gboolean    can_reload); /* else it is to be checked first */
const char *hw_trial_bar_get_news   (HwTrialBar *self);       /* (nullable) */

G_END_DECLS
