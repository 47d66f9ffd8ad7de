/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "interview/interview.h"

G_BEGIN_DECLS

GtkWidget *hw_help_popover_new (HwItem *item);

G_END_DECLS
