/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/number.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/**
 * hw_number_parse:
 * @text: (nullable): a text that should be one number, with a point, in any locale
 * @number: (out): the number
 *
 * Takes the whole text or nothing: no blanks around it, no hexadecimal, no "inf" and no "nan". A
 * number too large for a double is refused; one too small becomes 0.
 *
 * Returns: whether @text is a number; @number is untouched when it is not
 */
gboolean
hw_number_parse (const char *text,
                 double *number)
{
  double found;
  char *end = NULL;

  g_return_val_if_fail (number != NULL, FALSE);

  if (text == NULL || *text == '\0' || text[strspn (text, "0123456789+-.eE")] != '\0')
    return FALSE;
  found = g_ascii_strtod (text, &end);
  if (end == text || *end != '\0' || !isfinite (found))
    return FALSE;
  *number = found;
  return TRUE;
}

/**
 * hw_number_parse_int:
 * @text: (nullable): a text that should be one whole number
 * @lowest: the lowest number to accept
 * @highest: the highest
 * @number: (out): the number
 *
 * Returns: whether @text is a whole number within the limits; @number is untouched when it is not
 */
gboolean
hw_number_parse_int (const char *text,
                     gint64 lowest,
                     gint64 highest,
                     gint64 *number)
{
  g_return_val_if_fail (number != NULL, FALSE);
  return text != NULL && g_ascii_string_to_signed (text, 10, lowest, highest, number, NULL);
}

/**
 * hw_number_dup_string:
 * @number: any double
 *
 * Returns: (transfer full): the shortest decimal text that reads back to the same double, without
 *   exponent between 1e-5 and 1e15; "NaN", "Infinity" and "-Infinity" as XPath writes them
 */
char *
hw_number_dup_string (double number)
{
  char buffer[40];

  if (isnan (number))
    return g_strdup ("NaN");
  if (isinf (number))
    return g_strdup (number > 0 ? "Infinity" : "-Infinity");
  if (number == 0)
    return g_strdup ("0");
  for (int digits = 1; digits <= 17; digits++)
    {
      char format[] = "%.17g";

      g_snprintf (format, sizeof format, "%%.%dg", digits);
      g_ascii_formatd (buffer, sizeof buffer, format, number);
      if (g_ascii_strtod (buffer, NULL) == number)
        break;
    }
  if (strchr (buffer, 'e') != NULL && fabs (number) >= 1e-5 && fabs (number) < 1e15)
    {
      /* %g prefers the exponent for 1e+06; survey figures are read by people. */
      for (int decimals = 0; decimals <= 20; decimals++)
        {
          char format[] = "%.17f";
          char plain[48];

          g_snprintf (format, sizeof format, "%%.%df", decimals);
          g_ascii_formatd (plain, sizeof plain, format, number);
          if (g_ascii_strtod (plain, NULL) == number)
            return g_strdup (plain);
        }
    }
  return g_strdup (buffer);
}
