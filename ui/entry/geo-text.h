/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *hw_geo_text_read      (const char  *typed,
                             char       **reason); /* (out): a sentence when it is no place */
char *hw_geo_text_dup_words (const char  *point);  /* (nullable): "18°29′10″ N 69°55′52″ W" */

G_END_DECLS
