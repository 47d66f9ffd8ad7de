/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean  hw_date_parse        (const char *text,
                                gint32     *days);
char     *hw_date_dup_string   (gint32      days);
gboolean  hw_time_parse        (const char *text,
                                gint32     *seconds);
char     *hw_date_dup_today    (void);

G_END_DECLS
