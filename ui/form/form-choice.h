/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/common/file-choice.h"

G_BEGIN_DECLS

void hw_form_choice_ask (GtkWidget        *from,
                         const char       *title,
                         const char       *accept,
                         HwFileChosenFunc  func,
                         gpointer          data);

G_END_DECLS
