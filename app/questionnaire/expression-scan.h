/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * A look at the text of an expression before it is compiled, for faults that a compiler cannot see
 * or would tell one at a time. It knows where texts, names and operators stand, no more.
 */

/* Returns FALSE to stop. @name lives only during the call. */
typedef gboolean (*HwScanFunc) (const char *name,
                                gpointer    data);

void      hw_scan_references  (const char  *text,
                               gboolean     is_template,
                               HwScanFunc   func,
                               gpointer     data);
gboolean  hw_scan_is_prose    (const char  *text);
gboolean  hw_scan_is_dynamic  (const char  *text);
gboolean  hw_scan_has_operator (const char *text);

G_END_DECLS
