/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Numbers between the person's keyboard and the C locale, and the range that a constraint allows, when it is as plain as that. */
char *hw_number_text_read      (const char *typed);  /* (nullable) (transfer full): NULL when it can be no number */
char *hw_number_text_write     (const char *number); /* (transfer full) */
char *hw_number_text_dup_range (const char *constraint); /* (nullable) (transfer full): "1 to 97" */

char *hw_number_text_group     (const char *number); /* 1 500 000 */

G_END_DECLS
