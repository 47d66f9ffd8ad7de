/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/entry/range-marks.h"

#include <math.h>

#include "ui/entry/number-text.h"
#include "ui/entry/range-steps.h"

#define MOST_TICKS 26
#define MOST_NUMBERS 11

/* How many places lie between two ticks; 0 when only the ends have one. */
static guint
find_stride (const HwRange *range)
{
  guint n = hw_range_steps_count (range);
  double step = range->step > 0 ? range->step : 1;
  guint stride = range->tick_interval > 0 ? (guint) MAX (1, round (range->tick_interval / step)) : 1;

  return n / stride > MOST_TICKS ? 0 : stride;
}

static const char *
find_label (const HwRange *range,
            double value,
            const char *language)
{
  for (guint i = 0; range->labels != NULL && i < hw_choice_list_get_length (range->labels); i++)
    {
      HwChoice *choice = hw_choice_list_get (range->labels, i);

      if (fabs (g_ascii_strtod (hw_choice_get_name (choice), NULL) - value) < 1e-7)
        return hw_choice_get_label (choice, language);
    }
  return NULL;
}

static void
add_mark (GtkScale *scale,
          double value,
          const char *text)
{
  gboolean vertical = gtk_orientable_get_orientation (GTK_ORIENTABLE (scale)) == GTK_ORIENTATION_VERTICAL;
  g_autofree char *markup = text != NULL ? g_markup_escape_text (text, -1) : NULL;

  gtk_scale_add_mark (scale, value, vertical ? GTK_POS_RIGHT : GTK_POS_BOTTOM, markup);
}

/**
 * hw_range_marks_show:
 * @scale: a scale
 * @range: what it shows
 * @language: of the labels
 */
void
hw_range_marks_show (GtkScale *scale,
                     const HwRange *range,
                     const char *language)
{
  guint n = hw_range_steps_count (range);
  guint stride = find_stride (range);
  gboolean numbered = stride > 0 && n / stride <= MOST_NUMBERS;

  gtk_scale_clear_marks (scale);
  for (guint i = 0; i < n; i++)
    {
      double value = hw_range_steps_get (range, i);
      const char *label = find_label (range, value, language);
      gboolean is_end = i == 0 || i + 1 == n;
      gboolean is_tick = is_end || (stride > 0 && i % stride == 0);
      g_autofree char *text = NULL;
      g_autofree char *number = NULL;

      if (!is_tick && label == NULL)
        continue;
      if (label == NULL && range->labels == NULL && (is_end || numbered))
        {
          text = hw_range_steps_dup_text (range, value);
          number = hw_number_text_write (text);
        }
      add_mark (scale, value, label != NULL ? label : number);
    }
}
