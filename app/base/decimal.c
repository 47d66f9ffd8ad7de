/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/decimal.h"

#include <string.h>

#define MOST_SCALE 18

__extension__ typedef __int128 Wide;

/* The value in lowest terms: 2.50 and 2.5 become the same. */
static gboolean
take_wide (Wide units,
           guint scale,
           HwDecimal *decimal)
{
  while (scale > 0 && units % 10 == 0)
    {
      units /= 10;
      scale--;
    }
  if (scale > MOST_SCALE || units > G_MAXINT64 || units < -G_MAXINT64)
    return FALSE;
  decimal->units = (gint64) units;
  decimal->scale = (guint8) scale;
  return TRUE;
}

static Wide
scale_up (gint64 units,
          guint by)
{
  Wide wide = units;

  while (by-- > 0)
    wide *= 10;
  return wide;
}

/**
 * hw_decimal_parse:
 * @text: (nullable): digits with an optional sign and point; no blanks, no exponent, no grouping
 * @decimal: (out): the number in lowest terms
 *
 * Returns: %FALSE, with @decimal untouched, when @text is no decimal or has more than 18 digits
 */
gboolean
hw_decimal_parse (const char *text,
                  HwDecimal *decimal)
{
  Wide units = 0;
  guint scale = 0;
  guint digits = 0;
  gboolean negative = FALSE;
  gboolean point = FALSE;

  g_return_val_if_fail (decimal != NULL, FALSE);

  if (text == NULL)
    return FALSE;
  if (*text == '-' || *text == '+')
    negative = *text++ == '-';
  for (; *text != '\0'; text++)
    {
      if (*text == '.' && !point)
        {
          point = TRUE;
          continue;
        }
      if (!g_ascii_isdigit (*text))
        return FALSE;
      digits++;
      units = units * 10 + (*text - '0');
      scale += point;
      if (units > G_MAXINT64 || scale > 2 * MOST_SCALE)
        return FALSE;
    }
  return digits > 0 && take_wide (negative ? -units : units, scale, decimal);
}

/**
 * hw_decimal_dup_string:
 * @decimal: a number
 *
 * Returns: (transfer full): the shortest text that says it exactly
 */
char *
hw_decimal_dup_string (const HwDecimal *decimal)
{
  g_autofree char *digits = NULL;
  const char *sign;
  gsize length;

  g_return_val_if_fail (decimal != NULL, NULL);

  sign = decimal->units < 0 ? "-" : "";
  digits = g_strdup_printf ("%0*" G_GINT64_FORMAT, decimal->scale + 1,
                            decimal->units < 0 ? -decimal->units : decimal->units);
  if (decimal->scale == 0)
    return g_strconcat (sign, digits, NULL);
  length = strlen (digits) - decimal->scale;
  return g_strdup_printf ("%s%.*s.%s", sign, (int) length, digits, digits + length);
}

/**
 * hw_decimal_add:
 * @a: a number
 * @b: another
 * @sum: (out): their exact sum; may be @a or @b
 *
 * Returns: %FALSE, with @sum untouched, when the sum has too many digits
 */
gboolean
hw_decimal_add (const HwDecimal *a,
                const HwDecimal *b,
                HwDecimal *sum)
{
  guint scale;

  g_return_val_if_fail (a != NULL && b != NULL && sum != NULL, FALSE);

  scale = MAX (a->scale, b->scale);
  return take_wide (scale_up (a->units, scale - a->scale) + scale_up (b->units, scale - b->scale),
                    scale, sum);
}

/**
 * hw_decimal_multiply:
 * @a: a number
 * @b: another
 * @product: (out): their exact product; may be @a or @b
 *
 * Returns: %FALSE, with @product untouched, when the product has too many digits
 */
gboolean
hw_decimal_multiply (const HwDecimal *a,
                     const HwDecimal *b,
                     HwDecimal *product)
{
  g_return_val_if_fail (a != NULL && b != NULL && product != NULL, FALSE);
  return take_wide ((Wide) a->units * b->units, (guint) a->scale + b->scale, product);
}

/**
 * hw_decimal_round:
 * @decimal: a number
 * @scale: how many digits after the point to keep
 * @rounded: (out): the number, halves away from zero as money is rounded; may be @decimal
 *
 * Returns: %FALSE when @scale is over 18
 */
gboolean
hw_decimal_round (const HwDecimal *decimal,
                  guint scale,
                  HwDecimal *rounded)
{
  Wide unit = 1;
  Wide half;

  g_return_val_if_fail (decimal != NULL && rounded != NULL, FALSE);

  if (scale > MOST_SCALE)
    return FALSE;
  if (scale >= decimal->scale)
    {
      *rounded = *decimal;
      return TRUE;
    }
  unit = scale_up (1, decimal->scale - scale);
  half = decimal->units < 0 ? -unit / 2 : unit / 2;
  return take_wide ((decimal->units + half) / unit, scale, rounded);
}

/**
 * hw_decimal_compare:
 * @a: a number
 * @b: another
 *
 * Returns: less than, equal to or greater than 0, as @a is less than, equal to or greater than @b
 */
int
hw_decimal_compare (const HwDecimal *a,
                    const HwDecimal *b)
{
  guint scale;
  Wide one;
  Wide two;

  g_return_val_if_fail (a != NULL && b != NULL, 0);

  scale = MAX (a->scale, b->scale);
  one = scale_up (a->units, scale - a->scale);
  two = scale_up (b->units, scale - b->scale);
  return (one > two) - (one < two);
}

/**
 * hw_decimal_to_double:
 * @decimal: a number
 *
 * Returns: the nearest double
 */
double
hw_decimal_to_double (const HwDecimal *decimal)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (decimal != NULL, 0);

  text = hw_decimal_dup_string (decimal);
  return g_ascii_strtod (text, NULL);
}

/**
 * hw_decimal_count_digits:
 * @decimal: a number
 *
 * Up to 15 significant digits survive a double and the REAL columns of SQLite unchanged.
 *
 * Returns: how many digits the number has without leading zeros
 */
guint
hw_decimal_count_digits (const HwDecimal *decimal)
{
  guint n = 1;

  g_return_val_if_fail (decimal != NULL, 0);

  for (gint64 rest = decimal->units; rest >= 10 || rest <= -10; rest /= 10)
    n++;
  return n;
}
