/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* SQL of offices, as text: before SQLite sees it, it has to be one expression and nothing more. */
char      *hw_sql_text_dup_fault     (const char    *expression);
char      *hw_sql_text_dup_sql       (const char    *expression);
void       hw_sql_text_add_words     (const char    *expression,
                                      GHashTable    *words);
gboolean   hw_sql_text_is_name       (const char    *text);
void       hw_sql_text_append_name   (GString       *sql,
                                      const char    *name);

G_END_DECLS
