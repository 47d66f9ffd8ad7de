/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *hw_data_dir_find (const char *name); /* (nullable) */

G_END_DECLS
