/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "interview/answer-text-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "base/date.h"
#include "base/decimal.h"
#include "base/number.h"
#include "interview/interview.h"

#define MOST_DIGITS 15 /* that a double and a REAL column keep */

typedef char *(*Reader) (HwQuestion *question, const char *text, GError **error);

/* Returns: NULL, with @error set to the sentence */
char *
hw_answer_refuse (GError **error,
                  const char *format,
                  ...)
{
  va_list args;

  va_start (args, format);
  g_clear_error (error);
  if (error != NULL)
    *error = g_error_new_valist (HW_INTERVIEW_ERROR, HW_INTERVIEW_ERROR_BAD_ANSWER, format, args);
  va_end (args);
  return NULL;
}

static gboolean
is_digits (const char *text,
           gsize length)
{
  return strlen (text) == length && strspn (text, "0123456789") == length;
}

/* Characters that no XML text can hold come from scanners and bad keyboards, never from a person.
 */
static char *
read_text (HwQuestion *question,
           const char *text,
           GError **error)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *kept = g_string_new (NULL);

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if ((c >= 0x20 || c == '\n' || c == '\t') && c != 0xfffe && c != 0xffff)
        g_string_append_unichar (kept, c);
    }
  return g_string_free (kept, FALSE);
}

static char *
read_integer (HwQuestion *question,
              const char *text,
              GError **error)
{
  const char *digits = text + (*text == '-' || *text == '+');
  gint64 number;

  if (!is_digits (digits, strlen (digits)) || *digits == '\0')
    return hw_answer_refuse (
        error, _("“%s” is not a whole number. Enter digits only, without a point or blanks."),
        text);
  digits += strspn (digits, "0");
  if (strlen (digits) > MOST_DIGITS
      || !hw_number_parse_int (text + (*text == '+'), G_MININT64, G_MAXINT64, &number))
    return hw_answer_refuse (error, _("“%s” has too many digits. Up to 15 are kept exactly."),
                             text);
  return g_strdup_printf ("%" G_GINT64_FORMAT, number);
}

static char *
read_decimal (HwQuestion *question,
              const char *text,
              GError **error)
{
  HwDecimal decimal;

  if (strchr (text, ',') != NULL)
    return hw_answer_refuse (
        error, _("“%s” has a comma. Write decimals with a point, thousands without a mark."),
        text);
  if (*text == '\0' || text[strspn (text, "+-.0123456789")] != '\0')
    return hw_answer_refuse (
        error, _("“%s” is not a number. Enter digits, with a point before decimals."), text);
  if (!hw_decimal_parse (text, &decimal))
    return hw_answer_refuse (
        error, _("“%s” is not a number that can be kept exactly. Check the digits and the point."),
        text);
  if (hw_decimal_count_digits (&decimal) > MOST_DIGITS)
    return hw_answer_refuse (error, _("“%s” has too many digits. Up to 15 are kept exactly."),
                             text);
  return hw_decimal_dup_string (&decimal);
}

static char *
read_date (HwQuestion *question,
           const char *text,
           GError **error)
{
  g_autofree char *spread = is_digits (text, 8)
                                ? g_strdup_printf ("%.4s-%.2s-%.2s", text, text + 4, text + 6)
                                : g_strdup (text);
  gint32 days;

  if (!hw_date_parse (spread, &days))
    return hw_answer_refuse (
        error, _("“%s” is not a day that exists. Write year, month and day, such as 2026-03-31."),
        text);
  return g_steal_pointer (&spread);
}

static char *
read_time (HwQuestion *question,
           const char *text,
           GError **error)
{
  g_autofree char *spread = NULL;
  gint32 seconds;

  if (is_digits (text, 4))
    spread = g_strdup_printf ("%.2s:%s", text, text + 2);
  else if (strlen (text) == 4 && text[1] == ':')
    spread = g_strdup_printf ("0%s", text);
  else
    spread = g_strdup (text);
  if (!hw_time_parse (spread, &seconds))
    return hw_answer_refuse (
        error, _("“%s” is not a time of day. Write hours and minutes, such as 14:05."), text);
  return g_steal_pointer (&spread);
}

static char *
read_datetime (HwQuestion *question,
               const char *text,
               GError **error)
{
  g_autofree char *date = NULL;
  g_autofree char *time = NULL;

  if (strlen (text) > 11 && (text[10] == 'T' || text[10] == ' '))
    {
      g_autofree char *day = g_strndup (text, 10);

      date = read_date (question, day, NULL);
      time = read_time (question, text + 11, NULL);
    }
  if (date == NULL || time == NULL)
    return hw_answer_refuse (
        error, _("“%s” is not a day and time. Write them such as 2026-03-31 14:05."), text);
  return g_strconcat (date, "T", time, NULL);
}

/* The name of a file; where it lies is not part of the answer. */
static char *
read_image (HwQuestion *question,
            const char *text,
            GError **error)
{
  g_autofree char *valid = read_text (question, text, error);

  if (strpbrk (valid, "/\\\n\t") != NULL || strcmp (valid, ".") == 0 || strcmp (valid, "..") == 0)
    return hw_answer_refuse (
        error, _("“%s” is not the name of a file. Write it without its folders."), text);
  return g_steal_pointer (&valid);
}

static char *
read_acknowledge (HwQuestion *question,
                  const char *text,
                  GError **error)
{
  static const char *const yes[] = { "OK", "ok", "1", "yes", NULL };

  if (!g_strv_contains (yes, text))
    return hw_answer_refuse (error, _("“%s” does not acknowledge this. Enter 1 when it is done."),
                             text);
  return g_strdup ("OK");
}

static char *
read_geopoint (HwQuestion *question,
               const char *text,
               GError **error)
{
  static const double limits[] = { 90, 180, 20000, 1e6 };
  g_auto (GStrv) parts = g_strsplit_set (text, " ,\t", -1);
  GString *point = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      double number;

      if (*parts[i] == '\0')
        continue;
      if (n == G_N_ELEMENTS (limits) || !hw_number_parse (parts[i], &number)
          || fabs (number) > limits[n])
        {
          n = 0;
          break;
        }
      n++;
      g_string_append_printf (point, "%s%s", point->len > 0 ? " " : "", parts[i]);
    }
  if (n >= 2)
    return g_string_free (point, FALSE);
  g_string_free (point, TRUE);
  return hw_answer_refuse (
      error,
      _("“%s” is not a position. Write latitude and longitude in degrees, such as 18.47 -69.90."),
      text);
}

static Reader
find_reader (HwKind kind)
{
  switch (kind)
    {
    case HW_KIND_INTEGER:
      return read_integer;
    case HW_KIND_DECIMAL:
      return read_decimal;
    case HW_KIND_DATE:
      return read_date;
    case HW_KIND_TIME:
      return read_time;
    case HW_KIND_DATETIME:
      return read_datetime;
    case HW_KIND_SELECT_ONE:
      return hw_answer_read_choice;
    case HW_KIND_SELECT_MULTIPLE:
      return hw_answer_read_choices;
    case HW_KIND_RANK:
      return hw_answer_read_rank;
    case HW_KIND_IMAGE:
      return read_image;
    case HW_KIND_ACKNOWLEDGE:
      return read_acknowledge;
    case HW_KIND_GEOPOINT:
      return read_geopoint;
    default:
      return read_text;
    }
}

static HwMissing
find_missing (HwQuestion *question,
              const char *text)
{
  static const HwMissing kinds[]
      = { HW_MISSING_DONT_KNOW, HW_MISSING_REFUSED, HW_MISSING_NOT_APPLICABLE };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const char *code = hw_question_get_missing_code (question, kinds[i]);

      if (code != NULL && strcmp (code, text) == 0)
        return kinds[i];
    }
  return HW_MISSING_NONE;
}

/**
 * hw_answer_new_from_text:
 * @question: a question
 * @text: what somebody typed, in the C locale; blanks around it do not count
 * @error: return location for a #GError, or %NULL
 *
 * A code that the questionnaire declares as missing becomes its kind; an empty text is "not
 * answered". Numbers lose leading zeros and a plus sign, several choices stand in the order of
 * their list.
 *
 * Returns: (transfer full) (nullable): the answer; %NULL with %HW_INTERVIEW_ERROR_BAD_ANSWER when
 * the text is none
 */
HwValue *
hw_answer_new_from_text (HwQuestion *question,
                         const char *text,
                         GError **error)
{
  g_autofree char *plain = NULL;
  g_autofree char *canonical = NULL;
  HwMissing missing;

  g_return_val_if_fail (question != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  plain = g_strstrip (g_strdup (text));
  missing = find_missing (question, plain);
  if (missing != HW_MISSING_NONE)
    return hw_value_new_missing (missing);
  if (*plain == '\0')
    return hw_value_new (NULL);
  canonical = find_reader (hw_question_get_kind (question)) (question, plain, error);
  return canonical != NULL ? hw_value_new (canonical) : NULL;
}

/**
 * hw_answer_new_from_calculation:
 * @question: a question
 * @text: (nullable): what its expression gave, as a string
 *
 * Numbers that are none ("NaN", as arithmetic with an empty answer gives) are no answer; a count of
 * days becomes a date where a date is asked, and a fraction is cut off where a whole number is. A
 * text stays as it was computed, with the blanks around it, which another text may be joined to.
 *
 * Returns: (transfer full): the answer
 */
HwValue *
hw_answer_new_from_calculation (HwQuestion *question,
                                const char *text)
{
  HwKind kind;
  HwValue *value;
  double number;

  g_return_val_if_fail (question != NULL, NULL);

  kind = hw_question_get_kind (question);
  if (text == NULL || *text == '\0' || strcmp (text, "NaN") == 0 || strcmp (text, "Infinity") == 0
      || strcmp (text, "-Infinity") == 0)
    return hw_value_new (NULL);
  if (kind == HW_KIND_DATE && hw_number_parse (text, &number) && fabs (number) < 1e7)
    {
      g_autofree char *date = hw_date_dup_string ((gint32) floor (number));

      return hw_value_new (date);
    }
  if (kind == HW_KIND_INTEGER && hw_number_parse (text, &number) && fabs (number) < 1e15
      && trunc (number) != number)
    {
      g_autofree char *whole = g_strdup_printf ("%" G_GINT64_FORMAT, (gint64) number);

      return hw_value_new (whole);
    }
  if (kind == HW_KIND_DATE && strlen (text) > 10 && text[10] == 'T')
    {
      g_autofree char *date = g_strndup (text, 10);

      return hw_value_new (date);
    }
  if (find_reader (kind) == read_text && find_missing (question, text) == HW_MISSING_NONE)
    {
      g_autofree char *valid = read_text (question, text, NULL);

      return hw_value_new (*valid != '\0' ? valid : NULL);
    }
  value = hw_answer_new_from_text (question, text, NULL);
  return value != NULL ? value : hw_value_new (text);
}

/**
 * hw_answer_dup_range_problem:
 * @question: a question
 * @text: an answer in canonical form
 *
 * Returns: (transfer full) (nullable): why a question of the type range cannot have that answer: it
 *   lies beyond the ends of the scale, or between its steps; %NULL when it can, or is no range
 */
char *
hw_answer_dup_range_problem (HwQuestion *question,
                             const char *text)
{
  const HwRange *range = hw_question_get_range (question);
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;
  g_autofree char *step = NULL;
  double number;
  double steps;

  if (range == NULL || !hw_number_parse (text, &number))
    return NULL;
  start = hw_number_dup_string (range->start);
  end = hw_number_dup_string (range->end);
  step = hw_number_dup_string (range->step);
  if (number < MIN (range->start, range->end) || number > MAX (range->start, range->end))
    /* Translators: an answer, and the two ends of a scale. */
    return g_strdup_printf (_("“%1$s” is not on the scale, which goes from %2$s to %3$s."), text,
                            start, end);
  steps = fabs (number - range->start) / range->step;
  if (fabs (steps - round (steps)) <= 1e-9 * MAX (1, steps))
    return NULL;
  /* Translators: an answer, the start of a scale, and the distance between its marks. */
  return g_strdup_printf (
      _("“%1$s” lies between two marks of the scale, which goes from %2$s in steps of %3$s."),
      text, start, step);
}
