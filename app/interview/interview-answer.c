/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "interview/interview-private.h"

#include <glib/gi18n-lib.h>

#include "interview/answer-text.h"

static gboolean
refuse (GError **error,
        HwInterviewError code,
        const char *message)
{
  g_set_error_literal (error, HW_INTERVIEW_ERROR, (int) code, message);
  return FALSE;
}

static gboolean
allow_choices (HwInterview *self,
               HwItem *item,
               const char *text,
               GError **error)
{
  g_autofree char *code = hw_interview_find_no_choice (self, item, text);

  if (code == NULL)
    return TRUE;
  g_set_error (error, HW_INTERVIEW_ERROR, HW_INTERVIEW_ERROR_BAD_ANSWER,
               _("“%s” is not among the choices that apply here."), code);
  return FALSE;
}

/* The answer in canonical form, or NULL with the reason why the question does not take it. */
static HwValue *
take_answer (HwInterview *self,
             HwItem *item,
             HwValue *value,
             GError **error)
{
  HwMissing missing = hw_value_get_missing (value);
  g_autoptr (HwValue) answer = NULL;

  if (item->kind != HW_ITEM_QUESTION || !hw_question_is_answerable (item->question))
    {
      refuse (error, HW_INTERVIEW_ERROR_NOT_ALLOWED,
              _("This is filled in by the program and cannot be answered."));
      return NULL;
    }
  if (item->read_only)
    {
      refuse (error, HW_INTERVIEW_ERROR_NOT_ALLOWED,
              _("This cannot be changed as the other answers are now."));
      return NULL;
    }
  if (missing == HW_MISSING_NONE)
    answer = hw_answer_new_from_text (item->question, hw_value_get_text (value), error);
  else
    answer = hw_value_ref (value);
  if (answer == NULL)
    return NULL;
  missing = hw_value_get_missing (answer);
  if ((missing & ~(HW_MISSING_NOT_ANSWERED | hw_question_get_missing (item->question))) != 0)
    {
      refuse (error, HW_INTERVIEW_ERROR_NOT_ALLOWED,
              _("This question does not take that kind of missing answer."));
      return NULL;
    }
  if (missing == HW_MISSING_NONE && !allow_choices (self, item, hw_value_get_text (answer), error))
    return NULL;
  return g_steal_pointer (&answer);
}

/* An answer to what does not apply now, such as one that was still being typed, is kept as dormant.
 */
static void
set_answer (HwInterview *self,
            HwItem *item,
            HwValue *answer)
{
  gboolean cleared = hw_value_get_missing (answer) == HW_MISSING_NOT_ANSWERED;

  if (!hw_value_equal (answer, item->kept) && item->confirmed != NULL)
    {
      g_clear_pointer (&item->confirmed, g_free);
      hw_interview_add_news (self, item, HW_NEWS_CONFIRMED);
    }
  hw_interview_touch (self, item);
  item->from_person = TRUE;
  item->by_person = !cleared;
  item->restored = FALSE;
  item->default_done = TRUE;
  hw_value_unref (item->kept);
  item->kept = hw_value_ref (answer);
  if (item->relevant)
    {
      gboolean changes
          = g_strcmp0 (hw_value_get_text (item->shown), hw_value_get_text (answer)) != 0;

      hw_interview_show (self, item, answer, FALSE);
      if (changes)
        hw_interview_fire_triggers (self, item);
      if (cleared && hw_question_get_calculation (item->question) != NULL)
        hw_interview_mark (self, item, HW_ASPECT_CALCULATION);
    }
  else
    hw_interview_put_to_sleep (self, item, FALSE);
}

/**
 * hw_interview_answer:
 * @self: an interview
 * @item: a question
 * @value: the answer, or a kind of missing; %HW_MISSING_NOT_ANSWERED clears
 * @reason: (nullable): why, for the trail
 * @error: return location for a #GError, or %NULL
 *
 * Whatever breaks a constraint or a soft check is taken and flagged. Only what is no answer at all
 * is refused. Where a calculation proposes an answer, clearing brings its proposal back.
 *
 * Returns: %FALSE with %HW_INTERVIEW_ERROR_BAD_ANSWER or %HW_INTERVIEW_ERROR_NOT_ALLOWED, and
 * nothing changed
 */
gboolean
hw_interview_answer (HwInterview *self,
                     HwItem *item,
                     HwValue *value,
                     const char *reason,
                     GError **error)
{
  g_autoptr (HwValue) answer = NULL;

  g_return_val_if_fail (HW_IS_INTERVIEW (self), FALSE);
  g_return_val_if_fail (HW_IS_ITEM (item) && item->interview == self, FALSE);
  g_return_val_if_fail (value != NULL, FALSE);

  answer = take_answer (self, item, value, error);
  if (answer == NULL)
    return FALSE;
  if (hw_value_equal (answer, item->kept)
      && (item->by_person || hw_value_get_missing (answer) == HW_MISSING_NOT_ANSWERED))
    return TRUE;
  hw_interview_begin (self, reason);
  set_answer (self, item, answer);
  hw_interview_end (self);
  return TRUE;
}

/**
 * hw_interview_answer_text:
 * @self: an interview
 * @item: a question
 * @text: the answer as somebody typed it, in the C locale; a declared missing code becomes its
 * kind, "" clears
 * @error: return location for a #GError, or %NULL
 *
 * Returns: as hw_interview_answer()
 */
gboolean
hw_interview_answer_text (HwInterview *self,
                          HwItem *item,
                          const char *text,
                          GError **error)
{
  g_autoptr (HwValue) value = NULL;

  g_return_val_if_fail (text != NULL, FALSE);

  value = hw_value_new (text);
  return hw_interview_answer (self, item, value, NULL, error);
}

/**
 * hw_interview_confirm:
 * @self: an interview
 * @item: a question whose soft check asks
 * @reason: why the answer is right all the same
 *
 * The confirmation holds until the answer changes.
 */
void
hw_interview_confirm (HwInterview *self,
                      HwItem *item,
                      const char *reason)
{
  g_return_if_fail (HW_IS_INTERVIEW (self));
  g_return_if_fail (HW_IS_ITEM (item) && item->interview == self);
  g_return_if_fail (reason != NULL);

  if (!item->odd || g_strcmp0 (item->confirmed, reason) == 0)
    return;
  hw_interview_begin (self, reason);
  g_free (item->confirmed);
  item->confirmed = g_strdup (reason);
  hw_interview_add_news (self, item, HW_NEWS_CONFIRMED);
  hw_interview_mark (self, item, HW_ASPECT_SOFT);
  g_ptr_array_add (self->confirmed, item);
  hw_interview_end (self);
}

/**
 * hw_interview_fill_end:
 * @self: an interview
 *
 * Gives the questions of kind "end" the time; to be called when an interview is finished.
 */
void
hw_interview_fill_end (HwInterview *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *text = g_date_time_format (now, "%Y-%m-%dT%H:%M:%S%:z");
  g_autoptr (HwValue) value = hw_value_new (text);

  g_return_if_fail (HW_IS_INTERVIEW (self));

  hw_interview_begin (self, NULL);
  for (HwItem *item = self->root; item != NULL;
       item = hw_item_next (item, self->root, FALSE, FALSE))
    if (hw_question_get_kind (item->question) == HW_KIND_END && item->relevant)
      {
        hw_value_unref (item->kept);
        item->kept = hw_value_ref (value);
        hw_interview_show (self, item, value, FALSE);
      }
  hw_interview_end (self);
}
