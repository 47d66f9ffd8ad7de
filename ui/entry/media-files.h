/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "questionnaire/questionnaire.h"

G_BEGIN_DECLS

/* The pictures that came with a questionnaire, each read once. */
typedef struct _HwMediaFiles HwMediaFiles;

HwMediaFiles *hw_media_files_new         (HwQuestionnaire *questionnaire);
void          hw_media_files_free        (HwMediaFiles    *self);
GdkTexture   *hw_media_files_get_picture (HwMediaFiles    *self,
                                          const char      *name); /* (transfer none) (nullable): not there, or no picture */

/* Any bytes: (transfer full) (nullable) */
GdkTexture   *hw_media_read_picture      (GBytes          *bytes);

G_END_DECLS
