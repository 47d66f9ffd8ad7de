/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Where a questionnaire lies on disk: one file or a folder of sheets, and around it what it may
 * read.
 */
gboolean   hw_form_files_is_form     (const char *path);
gboolean   hw_form_files_is_sheet    (const char *name);
GPtrArray *hw_form_files_list_places (const char *path); /* (transfer container) of char: folders to watch */
char      *hw_form_files_dup_stamp   (const char *path);

G_END_DECLS
