/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Where a trial is while it lasts. The entry page works on a survey file, and everything that it
 * does (undo, notes, the order of rows) is tried best on a real one; so a trial has one too, in a
 * folder of its own in the session's memory that only its owner may read, and it is gone when the
 * trial is. A lock tells folders of trials that run from those that a crash left.
 */
typedef struct _HwTrialFolder HwTrialFolder;

HwTrialFolder *hw_trial_folder_new       (GError        **error);
void           hw_trial_folder_free      (HwTrialFolder  *self); /* with all that is in it */
const char    *hw_trial_folder_get_path  (HwTrialFolder  *self);
void           hw_trial_folder_sweep     (void);                 /* those of trials that are over */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwTrialFolder, hw_trial_folder_free)

G_END_DECLS
