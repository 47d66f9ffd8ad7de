/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * An exact decimal: units / 10^scale. Money is added and converted in these, never in doubles, so
 * that a column of amounts sums to the last cent. 18 digits are enough for the largest national
 * total in the smallest currency; what does not fit is refused, never rounded away in silence.
 */
typedef struct
{
  gint64 units;
  guint8 scale; /* digits after the point, 0 to 18 */
} HwDecimal;

gboolean  hw_decimal_parse       (const char      *text,
                                  HwDecimal       *decimal);
char     *hw_decimal_dup_string  (const HwDecimal *decimal);
gboolean  hw_decimal_add         (const HwDecimal *a,
                                  const HwDecimal *b,
                                  HwDecimal       *sum);
gboolean  hw_decimal_multiply    (const HwDecimal *a,
                                  const HwDecimal *b,
                                  HwDecimal       *product);
gboolean  hw_decimal_round       (const HwDecimal *decimal,
                                  guint            scale,
                                  HwDecimal       *rounded);
int       hw_decimal_compare     (const HwDecimal *a,
                                  const HwDecimal *b);
double    hw_decimal_to_double   (const HwDecimal *decimal);
guint     hw_decimal_count_digits (const HwDecimal *decimal);

G_END_DECLS
