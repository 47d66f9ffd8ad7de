/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* "Did you mean ...?" A search keeps the nearest of the candidates that it is shown. */
typedef struct
{
  const char *word;
  const char *nearest; /* borrowed; NULL while nothing is near enough */
  guint distance;
} HwSpelling;

void  hw_spelling_start  (HwSpelling  *self,
                          const char  *word);
void  hw_spelling_offer  (HwSpelling  *self,
                          const char  *candidate);

G_END_DECLS
