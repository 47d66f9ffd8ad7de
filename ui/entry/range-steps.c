/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/entry/range-steps.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "ui/entry/number-text.h"

#define MOST_DIGITS 6
#define CLOSE 1e-7 /* to a step: what doubles lose */

static double
step_of (const HwRange *range)
{
  double step = range->step > 0 ? range->step : 1;

  return range->end < range->start ? -step : step;
}

/**
 * hw_range_steps_count:
 * @range: a scale
 *
 * Returns: how many values it has
 */
guint
hw_range_steps_count (const HwRange *range)
{
  return (guint) floor ((range->end - range->start) / step_of (range) + CLOSE) + 1;
}

/**
 * hw_range_steps_get:
 * @range: a scale
 * @i: a place on it, 0 at the start
 *
 * Returns: the value there
 */
double
hw_range_steps_get (const HwRange *range,
                    guint i)
{
  return range->start + i * step_of (range);
}

/**
 * hw_range_steps_nearest:
 * @range: a scale
 * @value: any number
 *
 * Returns: the place nearest to it
 */
guint
hw_range_steps_nearest (const HwRange *range,
                        double value)
{
  double place = round ((value - range->start) / step_of (range));

  return (guint) CLAMP (place, 0, hw_range_steps_count (range) - 1);
}

/**
 * hw_range_steps_has:
 * @range: a scale
 * @value: a number
 *
 * Returns: whether it is one of the values
 */
gboolean
hw_range_steps_has (const HwRange *range,
                    double value)
{
  return fabs (hw_range_steps_get (range, hw_range_steps_nearest (range, value)) - value) < CLOSE;
}

/**
 * hw_range_steps_digits:
 * @range: a scale
 *
 * Returns: the digits after the point that its values need
 */
guint
hw_range_steps_digits (const HwRange *range)
{
  double ten = 1;
  guint digits = 0;

  while (digits < MOST_DIGITS
         && (fabs (round (step_of (range) * ten) / ten - step_of (range)) > CLOSE
             || fabs (round (range->start * ten) / ten - range->start) > CLOSE))
    {
      digits++;
      ten *= 10;
    }
  return digits;
}

/**
 * hw_range_steps_dup_text:
 * @range: a scale
 * @value: a value of it
 *
 * Returns: (transfer full): the number as an answer is written
 */
char *
hw_range_steps_dup_text (const HwRange *range,
                         double value)
{
  char text[64];
  char format[8];

  g_snprintf (format, sizeof format, "%%.%uf", hw_range_steps_digits (range));
  g_ascii_formatd (text, sizeof text, format, value);
  if (strchr (text, '.') != NULL)
    {
      gsize n = strlen (text);

      while (text[n - 1] == '0')
        text[--n] = '\0';
      if (text[n - 1] == '.')
        text[n - 1] = '\0';
    }
  return g_strdup (text[0] == '-' && value > -CLOSE ? text + 1 : text);
}

/**
 * hw_range_steps_dup_range:
 * @range: a scale
 *
 * Returns: (transfer full): its ends in words
 */
char *
hw_range_steps_dup_range (const HwRange *range)
{
  g_autofree char *start = hw_range_steps_dup_text (range, range->start);
  g_autofree char *end = hw_range_steps_dup_text (range, hw_range_steps_get (range, hw_range_steps_count (range) - 1));
  g_autofree char *shown_start = hw_number_text_write (start);
  g_autofree char *shown_end = hw_number_text_write (end);

  /* Translators: the numbers that a question allows: lowest, highest. */
  return g_strdup_printf (_("%s to %s"), shown_start, shown_end);
}

/**
 * hw_range_steps_dup_refusal:
 * @range: a scale
 * @typed: what was typed and is none of its values
 *
 * Returns: (transfer full): a sentence that says so
 */
char *
hw_range_steps_dup_refusal (const HwRange *range,
                            const char *typed)
{
  g_autofree char *ends = hw_range_steps_dup_range (range);
  g_autofree char *step = hw_range_steps_dup_text (range, fabs (step_of (range)));
  g_autofree char *shown = hw_number_text_write (step);

  /* Translators: what was typed; the ends of a scale, such as "0 to 10"; the distance between its values. */
  return g_strdup_printf (_("“%s” is not on the scale. It goes from %s in steps of %s."), typed, ends, shown);
}
