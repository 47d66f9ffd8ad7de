/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "questionnaire/xlsform-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "base/number.h"

/* Steps such as 0.1 have no exact double. */
#define NEARLY 1e-9

/* The parameters of a range that are being read. */
typedef struct
{
  HwXlsform *form;
  HwQuestion *question;
  HwRange range;
  gboolean whole;  /* no parameter has decimals */
  gboolean faulty;
} Reading;

static void G_GNUC_PRINTF (2, 3)
report (Reading *self,
        const char *format,
        ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  self->faulty = TRUE;
  hw_xlsform_notice (self->form, "bad-range", self->question, HW_CELL_PARAMETERS, "%s",
                     message);
}

static double
read_number (Reading *self,
             const char *name,
             double otherwise)
{
  const char *text = hw_question_get_parameter (self->question, name);
  double number;

  if (text == NULL)
    return otherwise;
  if (!hw_number_parse (text, &number))
    {
      report (self, _ ("“%s” takes a number, and “%s” is none."), name, text);
      return otherwise;
    }
  self->whole = self->whole && number == floor (number);
  return number;
}

static gboolean
is_multiple (double number,
             double step)
{
  double rest = fabs (remainder (number, step));

  return rest <= NEARLY * MAX (1, fabs (number));
}

static gboolean
is_within (const HwRange *range,
           double number)
{
  return number >= MIN (range->start, range->end) && number <= MAX (range->start, range->end);
}

static void
check_step (Reading *self,
            const char *name,
            double step)
{
  if (step == 0)
    report (self, _ ("“%s” cannot be 0."), name);
  else if (step > fabs (self->range.end - self->range.start))
    report (self, _ ("“%s” is larger than the whole scale from “start” to “end”."), name);
}

static void
check_numbers (Reading *self)
{
  HwRange *range = &self->range;

  check_step (self, "step", range->step);
  if (hw_question_get_parameter (self->question, "tick_interval") != NULL)
    {
      check_step (self, "tick_interval", range->tick_interval);
      if (!self->faulty && !is_multiple (range->tick_interval, range->step))
        report (self, _ ("“tick_interval” is not a multiple of “step”."));
    }
  if (self->faulty || isnan (range->placeholder))
    return;
  if (!is_multiple (range->placeholder - range->start, range->step))
    report (self, _ ("“placeholder” is not an answer that the steps from “start” reach."));
  else if (!is_within (range, range->placeholder))
    report (self, _ ("“placeholder” lies outside of the scale from “start” to “end”."));
}

static void
check_label (Reading *self,
             const char *name,
             guint *n_inside)
{
  const HwRange *range = &self->range;
  double step = range->tick_interval > 0 ? range->tick_interval : range->step;
  double number;

  if (!hw_number_parse (name, &number))
    report (self, _ ("“%s” of the list for the marks of the scale is not a number."), name);
  else if (!is_within (range, number))
    report (self, _ ("“%s” of the list for the marks lies outside of the scale from “start” to "
                     "“end”."),
            name);
  else if (!is_multiple (number - range->start, step))
    report (self, _ ("There is no mark at “%s” of the list for the marks of the scale."), name);
  else if (number != range->start && number != range->end)
    (*n_inside)++;
}

static void
read_labels (Reading *self)
{
  const char *name = hw_question_get_parameter (self->question, "tick_labelset");
  HwChoiceList *list;
  guint n_inside = 0;

  if (name == NULL || self->faulty)
    return;
  list = g_hash_table_lookup (self->form->questionnaire->lists, name);
  if (list == NULL)
    {
      report (self, _ ("“tick_labelset” names the list “%s”, which the choices sheet does not "
                       "have."),
              name);
      return;
    }
  for (guint i = 0; i < hw_choice_list_get_length (list); i++)
    check_label (self, hw_choice_get_name (hw_choice_list_get (list, i)), &n_inside);
  if (!self->faulty && hw_question_has_appearance (self->question, "no-ticks") && n_inside > 0)
    report (self, _ ("A scale with “no-ticks” has labels at its two ends only."));
  self->range.labels = list;
}

static void
check_appearance (Reading *self)
{
  static const char *const names[] = { "tick_interval", "placeholder", "tick_labelset" };
  HwQuestion *question = self->question;

  if (question->appearance == NULL || strstr (question->appearance, "vertical") != NULL
      || strstr (question->appearance, "no-ticks") != NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (hw_question_get_parameter (question, names[i]) != NULL)
      {
        report (self, _ ("“%s” goes with the appearances “vertical” and “no-ticks” only, or with "
                         "none."),
                names[i]);
        return;
      }
}

/**
 * hw_xlsform_read_range:
 * @self: a reader
 * @question: a question of the type range, with its parameters and its appearance
 *
 * Reads its scale, which also says whether its answers are whole numbers.
 */
void
hw_xlsform_read_range (HwXlsform *self,
                       HwQuestion *question)
{
  Reading reading = { .form = self, .question = question, .whole = TRUE };
  HwRange *range = &reading.range;

  range->start = read_number (&reading, "start", 1);
  range->end = read_number (&reading, "end", 10);
  range->step = read_number (&reading, "step", 1);
  range->tick_interval = read_number (&reading, "tick_interval", 0);
  range->placeholder = read_number (&reading, "placeholder", NAN);
  check_appearance (&reading);
  if (!reading.faulty)
    check_numbers (&reading);
  read_labels (&reading);
  range->step = fabs (range->step);
  range->tick_interval = fabs (range->tick_interval);
  question->kind = reading.whole ? HW_KIND_INTEGER : HW_KIND_DECIMAL;
  question->range = g_memdup2 (range, sizeof *range);
}
