/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/entry/date-text.h"

#include <glib/gi18n.h>

#include "base/date.h"

#define MOST_PARTS 3

/* The numbers in @typed, whatever stands between them; digits of any script. Returns how many, or -1 when there is more. */
static int
split (const char *typed,
       int parts[MOST_PARTS],
       int lengths[MOST_PARTS])
{
  int n = 0;
  gboolean inside = FALSE;

  for (const char *at = typed; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      if (!g_unichar_isdigit (character))
        {
          if (g_unichar_isalpha (character))
            return -1;
          inside = FALSE;
          continue;
        }
      if (!inside)
        {
          if (n == MOST_PARTS)
            return -1;
          parts[n] = lengths[n] = 0;
          n++;
          inside = TRUE;
        }
      if (++lengths[n - 1] > 8)
        return -1;
      parts[n - 1] = parts[n - 1] * 10 + g_unichar_digit_value (character);
    }
  return n;
}

/* Two digits of a year are of the last hundred years. */
static int
whole_year (int year,
            int length,
            int this_year)
{
  if (length > 2)
    return year;
  year += this_year / 100 * 100;
  return year > this_year ? year - 100 : year;
}

/**
 * hw_date_text_read:
 * @typed: year-month-day, or day month year with anything between them, the year with two or four digits and left out when it
 *   is this one; "t" or "." is today
 * @today: today, year-month-day
 *
 * Day and month are never guessed at: the day comes first unless the year does.
 *
 * Returns: (nullable) (transfer full): year-month-day; "" for nothing; %NULL when it can be no date
 */
char *
hw_date_text_read (const char *typed,
                   const char *today)
{
  g_autofree char *bare = NULL;
  int parts[MOST_PARTS], lengths[MOST_PARTS], n, year, this_year;

  g_return_val_if_fail (typed != NULL && today != NULL, NULL);

  bare = g_strstrip (g_strdup (typed));
  if (*bare == '\0')
    return g_strdup ("");
  if (g_str_equal (bare, "t") || g_str_equal (bare, "T") || g_str_equal (bare, "."))
    return g_strdup (today);
  this_year = (int) g_ascii_strtoll (today, NULL, 10);
  n = split (bare, parts, lengths);
  if (n == 1 && (lengths[0] == 6 || lengths[0] == 8))
    {
      int divisor = lengths[0] == 6 ? 100 : 10000;

      lengths[2] = lengths[0] - 4;
      parts[2] = parts[0] % divisor;
      parts[1] = parts[0] / divisor % 100;
      parts[0] = parts[0] / divisor / 100;
      lengths[0] = lengths[1] = 2;
      n = 3;
    }
  else if (n == 3 && lengths[0] == 4)
    {
      int day = parts[2];

      parts[2] = parts[0];
      parts[0] = day;
      lengths[0] = lengths[2];
      lengths[2] = 4;
    }
  if (n < 2 || (n == 3 && lengths[0] > 2) || lengths[1] > 2)
    return NULL;
  year = n == 3 ? whole_year (parts[2], lengths[2], this_year) : this_year;
  if (year < 1 || year > 9999 || !g_date_valid_dmy ((GDateDay) parts[0], (GDateMonth) parts[1], (GDateYear) year))
    return NULL;
  return g_strdup_printf ("%04d-%02d-%02d", year, parts[1], parts[0]);
}

/**
 * hw_date_text_dup_words:
 * @date: year-month-day
 *
 * Returns: (nullable) (transfer full): the date as one says it, to see at once that it is the right one
 */
char *
hw_date_text_dup_words (const char *date)
{
  g_autoptr (GDateTime) time = NULL;
  g_autofree char *midnight = NULL;

  g_return_val_if_fail (date != NULL, NULL);

  midnight = g_strconcat (date, "T00:00:00Z", NULL);
  time = g_date_time_new_from_iso8601 (midnight, NULL);
  /* Translators: a date beside the field in which it was typed, as strftime() writes it. */
  return time != NULL ? g_date_time_format (time, _("%A, %-d %B %Y")) : NULL;
}

/**
 * hw_clock_text_read:
 * @typed: hours and minutes with anything between them, or four digits, or hours alone
 *
 * Returns: (nullable) (transfer full): hh:mm:ss; "" for nothing; %NULL when it can be no time of day
 */
char *
hw_clock_text_read (const char *typed)
{
  g_autofree char *bare = NULL;
  int parts[MOST_PARTS] = { 0 }, lengths[MOST_PARTS] = { 0 }, n;

  g_return_val_if_fail (typed != NULL, NULL);

  bare = g_strstrip (g_strdup (typed));
  if (*bare == '\0')
    return g_strdup ("");
  n = split (bare, parts, lengths);
  if (n == 1 && lengths[0] >= 3)
    {
      parts[1] = parts[0] % 100;
      parts[0] /= 100;
    }
  else if (n < 1 || n > 3)
    return NULL;
  if (parts[0] > 23 || parts[1] > 59 || parts[2] > 59)
    return NULL;
  return g_strdup_printf ("%02d:%02d:%02d", parts[0], parts[1], n == 3 ? parts[2] : 0);
}

/**
 * hw_date_time_text_read:
 * @typed: a day as of hw_date_text_read() and a time as of hw_clock_text_read(), a blank or a T between them
 * @today: today, year-month-day
 *
 * Returns: (nullable) (transfer full): the day, "T" and the time; "" for nothing; %NULL when it can be none
 */
char *
hw_date_time_text_read (const char *typed,
                        const char *today)
{
  g_autofree char *bare = NULL;

  g_return_val_if_fail (typed != NULL && today != NULL, NULL);

  bare = g_strstrip (g_strdup (typed));
  if (*bare == '\0')
    return g_strdup ("");
  for (const char *at = bare; *at != '\0'; at++)
    {
      g_autofree char *day = NULL;
      g_autofree char *date = NULL;
      g_autofree char *time = NULL;
      int parts[MOST_PARTS], lengths[MOST_PARTS];

      if ((*at != ' ' && *at != 'T') || at == bare)
        continue;
      day = g_strndup (bare, (gsize) (at - bare));
      /* Without a year nobody could tell it from a time. */
      if (split (day, parts, lengths) == 2)
        continue;
      date = hw_date_text_read (day, today);
      time = hw_clock_text_read (at + 1);
      if (date != NULL && time != NULL && *time != '\0')
        return g_strconcat (date, "T", time, NULL);
    }
  return NULL;
}
