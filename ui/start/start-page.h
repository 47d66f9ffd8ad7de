/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/common/banner.h"

G_BEGIN_DECLS

/* What one sees first: the surveys one worked in, and the ways to another. */
#define HW_TYPE_START_PAGE (hw_start_page_get_type ())
G_DECLARE_FINAL_TYPE (HwStartPage, hw_start_page, HW, START_PAGE, AdwBin)

HwBanner *hw_start_page_get_banner (HwStartPage *self);

/* Surveys that were opened or made are told to the system's list of recent files. */
void      hw_recent_add            (const char  *path,
                                    const char  *title);

G_END_DECLS
