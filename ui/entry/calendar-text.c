/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/entry/calendar-text.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/date.h"

#define MOST_NUMBERS 3

/* What was typed, taken apart: up to three numbers, and the letters between them, which name a month. */
typedef struct
{
  int numbers[MOST_NUMBERS];
  int lengths[MOST_NUMBERS];
  int n;
  GString *word;
} Parts;

/**
 * hw_date_wish_find:
 * @question: a date
 *
 * Returns: in which calendar it is asked, and how much of it
 */
HwDateWish
hw_date_wish_find (HwQuestion *question)
{
  HwDateWish wish = { HW_CALENDAR_GREGORIAN, HW_GRAIN_DAY };

  for (HwCalendar calendar = HW_CALENDAR_GREGORIAN; calendar < HW_N_CALENDARS; calendar++)
    if (hw_question_has_appearance (question, hw_calendar_get_name (calendar)))
      wish.calendar = calendar;
  if (hw_question_has_appearance (question, "month-year"))
    wish.grain = HW_GRAIN_MONTH;
  else if (hw_question_has_appearance (question, "year"))
    wish.grain = HW_GRAIN_YEAR;
  return wish;
}

static gboolean
is_letter (gunichar c)
{
  return g_unichar_isalpha (c) || g_unichar_ismark (c);
}

/* Letters in small, with one blank between words: "Rabiʻ II" is "rabi ii". */
static void
add_letter (GString *word,
            gunichar c)
{
  if (is_letter (c))
    g_string_append_unichar (word, g_unichar_tolower (c));
  else if (word->len > 0 && word->str[word->len - 1] != ' ')
    g_string_append_c (word, ' ');
}

static void
strip (GString *word)
{
  while (word->len > 0 && word->str[word->len - 1] == ' ')
    g_string_truncate (word, word->len - 1);
}

static gboolean
take_apart (const char *typed,
            Parts *parts)
{
  gboolean inside = FALSE;

  for (const char *at = typed; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (!g_unichar_isdigit (c))
        {
          inside = FALSE;
          add_letter (parts->word, c);
          continue;
        }
      if (!inside && parts->n == MOST_NUMBERS)
        return FALSE;
      if (!inside)
        {
          parts->n++;
          parts->numbers[parts->n - 1] = parts->lengths[parts->n - 1] = 0;
          inside = TRUE;
        }
      if (++parts->lengths[parts->n - 1] > 8)
        return FALSE;
      parts->numbers[parts->n - 1] = parts->numbers[parts->n - 1] * 10 + g_unichar_digit_value (c);
    }
  strip (parts->word);
  return TRUE;
}

/* A whole name, or the beginning of one name alone; 0 when it is none. */
static int
find_month (HwCalendar calendar,
            const char *word)
{
  int found = 0;

  for (int month = 1; month <= (int) hw_calendar_get_n_months (calendar); month++)
    {
      g_autofree char *name = hw_calendar_dup_month_name (calendar, month);
      g_autoptr (GString) plain = g_string_new (NULL);

      for (const char *at = name; *at != '\0'; at = g_utf8_next_char (at))
        add_letter (plain, g_utf8_get_char (at));
      strip (plain);
      if (strcmp (plain->str, word) == 0)
        return month;
      if (g_str_has_prefix (plain->str, word))
        found = found == 0 ? month : -1;
    }
  return MAX (found, 0);
}

/* "05032026" and "050326" are three numbers, "032026" is two of them when no day is asked. */
static void
spread (Parts *parts,
        HwGrain grain)
{
  int whole = parts->numbers[0];
  int length = parts->lengths[0];
  int year_length = grain == HW_GRAIN_DAY ? length - 4 : length - 2;
  int divisor = year_length == 2 ? 100 : 10000;

  if (parts->n != 1 || parts->word->len > 0 || grain == HW_GRAIN_YEAR || (year_length != 2 && year_length != 4)
      || (grain == HW_GRAIN_MONTH && length == 4))
    return;
  parts->n = grain == HW_GRAIN_DAY ? 3 : 2;
  parts->numbers[parts->n - 1] = whole % divisor;
  parts->lengths[parts->n - 1] = year_length;
  whole /= divisor;
  parts->numbers[parts->n - 2] = whole % 100;
  parts->lengths[parts->n - 2] = 2;
  if (grain == HW_GRAIN_DAY)
    {
      parts->numbers[0] = whole / 100;
      parts->lengths[0] = 2;
    }
}

/* The numbers as day, month, year; the year first when it is written whole; this year when it is left out. */
static gboolean
put_in_order (Parts *parts,
              HwDateWish wish,
              const HwCalendarDate *today,
              HwCalendarDate *date)
{
  int month = parts->word->len > 0 ? find_month (wish.calendar, parts->word->str) : 0;
  int wanted = (wish.grain == HW_GRAIN_DAY) + (wish.grain != HW_GRAIN_YEAR && month == 0);
  int places[MOST_NUMBERS] = { 1, month != 0 ? month : 1, today->year };
  int year_length = 4, at = 0;

  if (parts->word->len > 0 && (month == 0 || wish.grain == HW_GRAIN_YEAR))
    return FALSE;
  if (parts->n > 1 && parts->lengths[0] == 4)
    {
      int year = parts->numbers[0];

      /* year, month, day: turn them round */
      parts->numbers[0] = parts->numbers[parts->n - 1];
      parts->numbers[parts->n - 1] = year;
      parts->lengths[0] = parts->lengths[parts->n - 1];
      parts->lengths[parts->n - 1] = 4;
    }
  if (parts->n != wanted + 1 && (parts->n != wanted || parts->n + (month != 0) == 0))
    return FALSE;
  if (wish.grain == HW_GRAIN_DAY)
    places[0] = parts->numbers[at++];
  if (wish.grain != HW_GRAIN_YEAR && month == 0)
    places[1] = parts->numbers[at++];
  if (at < parts->n)
    {
      places[2] = parts->numbers[at];
      year_length = parts->lengths[at];
    }
  date->day = places[0];
  date->month = places[1];
  date->year = places[2];
  /* Two digits of a year are of the last hundred years. */
  if (year_length <= 2)
    {
      date->year += today->year / 100 * 100;
      if (date->year > today->year)
        date->year -= 100;
    }
  return TRUE;
}

static gint32
days_of (const char *date)
{
  gint32 days = 0;

  hw_date_parse (date, &days);
  return days;
}

/**
 * hw_calendar_text_read:
 * @wish: calendar, and how much of the date is asked
 * @typed: day, month and year, as far as they are asked, with anything between them; the month by number or name; "t" or "." is today
 * @today: today, year-month-day
 *
 * Returns: (nullable) (transfer full): year-month-day of the Gregorian calendar; "" for nothing; %NULL when it can be no date
 */
char *
hw_calendar_text_read (HwDateWish wish,
                       const char *typed,
                       const char *today)
{
  g_autofree char *bare = g_strstrip (g_strdup (typed));
  g_autoptr (GString) word = g_string_new (NULL);
  Parts parts = { .word = word };
  HwCalendarDate now, date;
  gint32 days;

  if (*bare == '\0')
    return g_strdup ("");
  if (!hw_calendar_from_days (wish.calendar, days_of (today), &now))
    return NULL;
  if (g_ascii_strcasecmp (bare, "t") == 0 || g_str_equal (bare, "."))
    {
      date = now;
      if (wish.grain != HW_GRAIN_DAY)
        date.day = 1;
      if (wish.grain == HW_GRAIN_YEAR)
        date.month = 1;
    }
  else
    {
      if (!take_apart (bare, &parts))
        return NULL;
      spread (&parts, wish.grain);
      if (!put_in_order (&parts, wish, &now, &date))
        return NULL;
    }
  return hw_calendar_to_days (wish.calendar, &date, &days) ? hw_date_dup_string (days) : NULL;
}

/**
 * hw_calendar_text_write:
 * @wish: calendar, and how much of the date is asked
 * @date: year-month-day of the Gregorian calendar
 *
 * Returns: (transfer full): the date as one would type it
 */
char *
hw_calendar_text_write (HwDateWish wish,
                        const char *date)
{
  HwCalendarDate parts;
  gint32 days;
  g_autofree char *month = NULL;

  if (!hw_date_parse (date, &days) || !hw_calendar_from_days (wish.calendar, days, &parts))
    return g_strdup (date);
  month = hw_calendar_dup_month_name (wish.calendar, parts.month);
  switch (wish.grain)
    {
    case HW_GRAIN_YEAR:
      return g_strdup_printf ("%d", parts.year);
    case HW_GRAIN_MONTH:
      /* Translators: name of a month, year. */
      return g_strdup_printf (_("%s %d"), month, parts.year);
    case HW_GRAIN_DAY:
    default:
      return hw_calendar_dup_words (wish.calendar, days);
    }
}

/**
 * hw_calendar_text_dup_refusal:
 * @wish: calendar, and how much of the date is asked
 * @typed: what is no date
 * @today: today, year-month-day
 *
 * Returns: (transfer full): a sentence that says so, with today as the example
 */
char *
hw_calendar_text_dup_refusal (HwDateWish wish,
                              const char *typed,
                              const char *today)
{
  g_autofree char *example = hw_calendar_text_write (wish, today);

  if (wish.grain == HW_GRAIN_YEAR)
    /* Translators: what was typed where a year belongs, and an example of one. */
    return g_strdup_printf (_("“%s” is no year. Type it with four digits, such as %s."), typed, example);
  if (wish.grain == HW_GRAIN_MONTH)
    /* Translators: what was typed where a month belongs, and an example of one with its year. */
    return g_strdup_printf (_("“%s” is no month. Type month and year, such as %s."), typed, example);
  /* Translators: what was typed where a date belongs; the calendar, such as "Ethiopian calendar"; an example. */
  return g_strdup_printf (_("“%s” is no date (%s). Type day, month and year, such as %s."), typed,
                          hw_calendar_get_title (wish.calendar), example);
}
