/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *hw_case_text_dup (const char *label,
                        const char *otherwise);

G_END_DECLS
