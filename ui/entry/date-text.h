/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Dates and times as one types them at a doorstep. All (nullable) (transfer full): NULL when it can be none. */
char *hw_date_text_read      (const char *typed,
                              const char *today); /* yyyy-mm-dd */
char *hw_date_text_dup_words (const char *date);  /* "Saturday, 21 November 2026" */
char *hw_clock_text_read      (const char *typed);

char *hw_date_time_text_read (const char *typed,
                              const char *today);

G_END_DECLS
