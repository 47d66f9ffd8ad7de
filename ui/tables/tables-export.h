/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/common/banner.h"
#include "ui/common/file-choice.h"

G_BEGIN_DECLS

void hw_tables_export_ask   (GtkWidget        *from,
                             const char       *name,
                             HwFileChosenFunc  func);
void hw_tables_export_write (GtkWidget        *from,
                             HwBanner         *banner,
                             GPtrArray        *tables, /* of HwTable */
                             const char       *path);

G_END_DECLS
