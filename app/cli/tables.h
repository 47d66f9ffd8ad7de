/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The tables of a plan, for the commands that print and export them. Returns an exit status; its
 * reasons are on standard error. */
int        hw_command_make_tables (const char         *survey,
                                   const char         *plan,
                                   const char *const  *ids,      /* (nullable): NULL: all */
                                   const char         *language, /* (nullable) */
                                   GPtrArray         **tables);

G_END_DECLS
