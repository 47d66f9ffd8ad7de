/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Short names of months and weekdays, in the language of a questionnaire rather than of the program. */
typedef struct
{
  char *months[12];
  char *weekdays[7]; /* from Monday on */
} HwDateNames;

const HwDateNames *hw_date_names_get (const char *language); /* (nullable) such as "Français (fr)"; never NULL */

G_END_DECLS
