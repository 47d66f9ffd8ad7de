/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/form/form.h"

G_BEGIN_DECLS

/* The check of one questionnaire as a page of the window, which it leaves by win.leave-check and
 * win.try-checked. Signal "question-activated" (name), as of HwCheckView. */
#define HW_TYPE_CHECK_PAGE (hw_check_page_get_type ())
G_DECLARE_FINAL_TYPE (HwCheckPage, hw_check_page, HW, CHECK_PAGE, AdwBin)

GtkWidget *hw_check_page_new      (HwForm      *form);
HwForm    *hw_check_page_get_form (HwCheckPage *self);

G_END_DECLS
