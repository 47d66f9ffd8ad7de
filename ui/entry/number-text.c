/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/entry/number-text.h"

#include <glib/gi18n.h>
#include <langinfo.h>
#include <string.h>

/**
 * hw_number_text_read:
 * @typed: digits of any script, with the decimal sign of the locale or a point; spaces between digits are ignored
 *
 * A comma is a decimal sign only where the locale has it so: "1,500" is a thousand and a half to one and one and a half to
 * another, and where that is not known it is refused.
 *
 * Returns: (nullable) (transfer full): the number in the C locale; "" for nothing; %NULL when it can be no number
 */
char *
hw_number_text_read (const char *typed)
{
  g_autoptr (GString) number = g_string_new (NULL);
  gboolean has_point = FALSE;
  const char *radix = nl_langinfo (RADIXCHAR);

  g_return_val_if_fail (typed != NULL, NULL);

  for (const char *at = typed; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);
      gboolean is_radix = character == '.' || character == 0x066B || (*radix != '\0' && character == g_utf8_get_char (radix));

      if (g_unichar_isspace (character))
        continue;
      if (g_unichar_isdigit (character))
        g_string_append_c (number, (char) ('0' + g_unichar_digit_value (character)));
      else if ((character == '-' || character == 0x2212) && number->len == 0)
        g_string_append_c (number, '-');
      else if (is_radix && !has_point)
        {
          has_point = TRUE;
          g_string_append_c (number, '.');
        }
      else
        return NULL;
    }
  if (strcmp (number->str, "-") == 0 || strcmp (number->str, ".") == 0)
    return NULL;
  if (number->len > 0 && number->str[number->len - 1] == '.')
    g_string_truncate (number, number->len - 1);
  return g_string_free (g_steal_pointer (&number), FALSE);
}

/**
 * hw_number_text_write:
 * @number: in the C locale
 *
 * Returns: (transfer full): with the decimal sign of the locale
 */
char *
hw_number_text_write (const char *number)
{
  const char *radix = nl_langinfo (RADIXCHAR);
  const char *point;

  g_return_val_if_fail (number != NULL, NULL);

  point = strchr (number, '.');
  if (point == NULL || *radix == '\0' || strcmp (radix, ".") == 0)
    return g_strdup (number);
  return g_strdup_printf ("%.*s%s%s", (int) (point - number), number, radix, point + 1);
}

/**
 * hw_number_text_group:
 * @number: as of hw_number_text_write()
 *
 * A thin blank parts the thousands: unlike a comma or a point it is no decimal sign anywhere, and it may be typed again.
 *
 * Returns: (transfer full): with its digits in groups of three
 */
char *
hw_number_text_group (const char *number)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gsize sign, n;

  g_return_val_if_fail (number != NULL, NULL);

  sign = *number == '-';
  n = strspn (number + sign, "0123456789");
  g_string_append_len (text, number, (gssize) sign);
  for (gsize i = 0; i < n; i++)
    {
      if (i > 0 && (n - i) % 3 == 0)
        g_string_append (text, "\u202f");
      g_string_append_c (text, number[sign + i]);
    }
  g_string_append (text, number + sign + n);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * hw_number_text_dup_range:
 * @constraint: an expression of XLSForm
 *
 * Returns: (nullable) (transfer full): the limits in words, when @constraint is nothing but one or two of them; else %NULL
 */
char *
hw_number_text_dup_range (const char *constraint)
{
  g_autoptr (GRegex) both = NULL;
  g_autoptr (GRegex) least = NULL;
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  g_return_val_if_fail (constraint != NULL, NULL);

  both = g_regex_new ("^\\s*\\.\\s*>=\\s*(-?[0-9.]+)\\s+and\\s+\\.\\s*<=\\s*(-?[0-9.]+)\\s*$", 0, 0, NULL);
  least = g_regex_new ("^\\s*\\.\\s*>=\\s*(-?[0-9.]+)\\s*$", 0, 0, NULL);
  if (g_regex_match (both, constraint, 0, &match))
    {
      low = g_match_info_fetch (match, 1);
      high = g_match_info_fetch (match, 2);
      /* Translators: the numbers that a question allows: lowest, highest. */
      return g_strdup_printf (_("%s to %s"), low, high);
    }
  g_clear_pointer (&match, g_match_info_unref);
  if (g_regex_match (least, constraint, 0, &match))
    {
      low = g_match_info_fetch (match, 1);
      /* Translators: the lowest number that a question allows. */
      return g_strdup_printf (_("%s or more"), low);
    }
  return NULL;
}
