/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *hw_time_text_dup      (const char *iso);
char *hw_time_text_dup_from (GDateTime  *time,
                             GDateTime  *now);

G_END_DECLS
