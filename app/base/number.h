/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean  hw_number_parse        (const char *text,
                                  double     *number);
gboolean  hw_number_parse_int    (const char *text,
                                  gint64      lowest,
                                  gint64      highest,
                                  gint64     *number);
char     *hw_number_dup_string   (double      number);

G_END_DECLS
