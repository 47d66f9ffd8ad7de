/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "interview/interview-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/date.h"
#include "interview/answer-text.h"
#include "interview/instance.h"

/* Most places need one turn in a wish; a running balance down a roster takes two or three a row,
 * and one that runs up the roster a turn for each row. What runs in a circle through other rows,
 * which the questionnaire's check cannot see, would never end: it is stopped after so many turns
 * beyond the usual ones, a second or so of work in a large roster. */
#define USUAL_TURNS 4
#define MOST_LATE_TURNS 20000

/* What waits in the queue for its turn */
#define QUEUED_ASPECTS (HW_ASPECT_STATE | HW_ASPECT_TRIGGER)
#define ALL_ASPECTS (HW_ASPECT_STATE | HW_ASPECT_CHECK | HW_ASPECT_LABEL)

static HwQuestion *
level_of (HwItem *scope)
{
  return scope->kind == HW_ITEM_ROW ? scope->question : NULL;
}

/**
 * hw_interview_mark:
 * @self: an interview
 * @item: an item
 * @aspects: bits of #HwAspect
 *
 * Says that these are to be looked at again before the wish is done. What lies in something
 * irrelevant waits until that becomes relevant.
 */
void
hw_interview_mark (HwInterview *self,
                   HwItem *item,
                   guint aspects)
{
  guint fresh = aspects & ~(guint) item->dirty;

  if (item->up != NULL && !item->up->relevant)
    return;
  if (fresh & HW_ASPECT_LABEL)
    hw_interview_add_news (self, item, HW_NEWS_LABEL);
  if (fresh & HW_ASPECT_CHOICES)
    hw_interview_add_news (self, item, HW_NEWS_CHOICES);
  if ((fresh & QUEUED_ASPECTS) && !(item->dirty & QUEUED_ASPECTS))
    hw_queue_push (self->queue, hw_order_get_rank (self->order, item->question), item);
  if ((fresh & HW_ASPECT_CHECK) && !(item->dirty & HW_ASPECT_CHECK))
    g_ptr_array_add (self->checks, item);
  item->dirty |= (guint16) (aspects & (QUEUED_ASPECTS | HW_ASPECT_CHECK));
}

/**
 * hw_interview_mark_children:
 * @self: an interview
 * @item: a group, a row or the root that has become relevant
 */
void
hw_interview_mark_children (HwInterview *self,
                            HwItem *item)
{
  for (guint i = 0; i < item->children->len; i++)
    hw_interview_mark (self, g_ptr_array_index (item->children, i), ALL_ASPECTS);
}

/**
 * hw_interview_reach:
 * @self: an interview
 * @scope: a row, or the root
 * @question: a question that lies in it, perhaps in rosters of it
 * @aspects: bits of #HwAspect
 *
 * Marks all instances of @question in @scope.
 */
void
hw_interview_reach (HwInterview *self,
                    HwItem *scope,
                    HwQuestion *question,
                    guint aspects)
{
  HwQuestion *level = hw_question_get_repeat (question);
  HwItem *roster;

  if (level == level_of (scope))
    {
      HwItem *item = scope->slots[hw_order_get_slot (self->order, question)];

      hw_interview_mark (self, item, aspects);
      if (item->kind == HW_ITEM_ROSTER && (aspects & HW_ASPECT_LABEL))
        for (guint i = 0; i < item->n_live; i++)
          hw_interview_add_news (self, g_ptr_array_index (item->children, i), HW_NEWS_LABEL);
      return;
    }
  while (hw_question_get_repeat (level) != level_of (scope))
    level = hw_question_get_repeat (level);
  roster = scope->slots[hw_order_get_slot (self->order, level)];
  for (guint i = 0; i < roster->n_live; i++)
    hw_interview_reach (self, g_ptr_array_index (roster->children, i), question, aspects);
}

static HwItem *
find_scope (HwItem *scope,
            HwQuestion *common)
{
  while (scope->kind == HW_ITEM_ROW && scope->question != common)
    scope = scope->up->scope;
  return scope;
}

/**
 * hw_interview_mark_readers:
 * @self: an interview
 * @item: a question whose text has changed
 *
 * Marks what reads it.
 */
void
hw_interview_mark_readers (HwInterview *self,
                           HwItem *item)
{
  guint n;
  const HwReader *readers = hw_order_get_readers (self->order, item->question, &n);

  for (guint i = 0; i < n; i++)
    {
      HwQuestion *reader = readers[i].question;
      HwItem *row;

      /* The label of a repeat that reads something in it is the label of that row. */
      if (readers[i].aspects == HW_ASPECT_LABEL && hw_question_get_kind (reader) == HW_KIND_REPEAT
          && (row = find_scope (item->scope, reader))->question == reader)
        hw_interview_add_news (self, row, HW_NEWS_LABEL);
      else
        hw_interview_reach (self, find_scope (item->scope, readers[i].common), reader,
                            readers[i].aspects & ~(guint) HW_ASPECT_TRIGGER);
    }
}

/**
 * hw_interview_fire_triggers:
 * @self: an interview
 * @item: a question whose answer somebody has changed, or a calculation has
 *
 * Marks the calculations that wait for it. That it comes and goes with a skip is no change.
 */
void
hw_interview_fire_triggers (HwInterview *self,
                            HwItem *item)
{
  guint n;
  const HwReader *readers = hw_order_get_readers (self->order, item->question, &n);

  for (guint i = 0; i < n; i++)
    if (readers[i].aspects & HW_ASPECT_TRIGGER)
      hw_interview_reach (self, find_scope (item->scope, readers[i].common), readers[i].question,
                          HW_ASPECT_TRIGGER);
}

/**
 * hw_interview_show:
 * @self: an interview
 * @item: a question
 * @value: what applies to it now
 * @quietly: nobody who reads it has to be told
 *
 * Brings item and document to @value, and marks what reads it if its text has changed.
 */
void
hw_interview_show (HwInterview *self,
                   HwItem *item,
                   HwValue *value,
                   gboolean quietly)
{
  gboolean text_changed;

  if (hw_value_equal (item->shown, value))
    return;
  text_changed = g_strcmp0 (hw_value_get_text (item->shown), hw_value_get_text (value)) != 0;
  hw_interview_touch (self, item);
  hw_value_ref (value);
  hw_value_unref (item->shown);
  item->shown = value;
  hw_instance_write_value (item);
  hw_interview_add_news (self, item, HW_NEWS_VALUE);
  if (item->relevant)
    hw_interview_mark (self, item, HW_ASPECT_CHECK & ~HW_ASPECT_CHOICES);
  if (text_changed && !quietly)
    hw_interview_mark_readers (self, item);
}

static void
set_kept (HwItem *item,
          HwValue *value)
{
  hw_value_ref (value);
  hw_value_unref (item->kept);
  item->kept = value;
}

/* Whether a skip may take its value, because it is computed again when the skip is undone. */
static gboolean
is_recomputed (HwItem *item)
{
  HwExpression *expression = hw_question_get_calculation (item->question);

  return expression != NULL && hw_question_get_trigger (item->question) == NULL
         && !hw_expression_reads_self (expression) && !item->by_person && !item->restored;
}

/* Answers that a skip reaches are kept; what was only computed is computed again, unless it is
 * computed from itself, as once() does. */
static void
show_nothing (HwInterview *self,
              HwItem *item,
              gboolean quietly)
{
  g_autoptr (HwValue) nothing = NULL;

  if (is_recomputed (item))
    set_kept (item, self->not_answered);
  nothing = hw_value_new_missing (hw_value_get_missing (item->kept) == HW_MISSING_NOT_ANSWERED
                                      ? HW_MISSING_NOT_ASKED
                                      : HW_MISSING_DORMANT);
  hw_interview_show (self, item, nothing, quietly);
}

/**
 * hw_interview_put_to_sleep:
 * @self: an interview
 * @item: what has become irrelevant
 * @quietly: it is a row: who reads it from outside is told once for the whole row
 *
 * Makes it irrelevant with all that is in it.
 */
void
hw_interview_put_to_sleep (HwInterview *self,
                           HwItem *item,
                           gboolean quietly)
{
  gboolean skip = FALSE;

  for (HwItem *at = item; at != NULL; at = hw_item_next (at, item, skip, FALSE))
    {
      if (at->kind == HW_ITEM_ROSTER)
        hw_interview_rest_rows (self, at);
      if (at->kind == HW_ITEM_QUESTION && hw_question_has_value (at->question))
        show_nothing (self, at, quietly);
      skip = at->asleep;
      at->asleep = TRUE;
      if (!at->relevant)
        continue;
      at->relevant = FALSE;
      self->page_changed = TRUE;
      hw_interview_add_news (self, at, HW_NEWS_RELEVANT);
      if (at->kind == HW_ITEM_QUESTION)
        hw_interview_check (self, at);
    }
}

static char *
dup_metadata (HwKind kind)
{
  g_autoptr (GDateTime) now = NULL;
  g_autofree char *today = NULL;
  g_autofree char *time = NULL;

  switch (kind)
    {
    case HW_KIND_START:
      now = g_date_time_new_now_local ();
      today = hw_date_dup_today ();
      time = g_date_time_format (now, "T%H:%M:%S%:z");
      return g_strconcat (today, time, NULL);
    case HW_KIND_TODAY:
      return hw_date_dup_today ();
    case HW_KIND_DEVICEID:
      return g_strdup (g_get_host_name ());
    case HW_KIND_USERNAME:
      return g_strdup (g_getenv ("HOMEWARD_USER") != NULL ? g_getenv ("HOMEWARD_USER")
                                                          : g_get_user_name ());
    default:
      return NULL;
    }
}

/* Once in the life of an item, when it applies for the first time. */
static void
apply_default (HwInterview *self,
               HwItem *item)
{
  HwExpression *expression = hw_question_get_default (item->question);
  g_autofree char *text = NULL;
  g_autoptr (HwValue) value = NULL;

  if (item->default_done)
    return;
  item->default_done = TRUE;
  if (self->restoring || hw_value_get_missing (item->kept) != HW_MISSING_NOT_ANSWERED)
    return;
  text = expression != NULL ? hw_interview_ask_string (self, item, HW_ASPECT_DEFAULT, expression)
                            : dup_metadata (hw_question_get_kind (item->question));
  if (text == NULL)
    return;
  value = hw_answer_new_from_calculation (item->question, text);
  set_kept (item, value);
}

/* A stored value that differs from what is computed was given by a person. What gives another value
 * each time, such as random(), stays as it was. */
static gboolean
adopt_restored (HwItem *item,
                HwExpression *expression,
                HwValue *computed)
{
  HwKind kind = hw_question_get_kind (item->question);

  item->restored = FALSE;
  if (hw_value_get_missing (item->kept) == HW_MISSING_NOT_ANSWERED)
    return FALSE;
  if (hw_expression_is_volatile (expression))
    return TRUE;
  if (kind == HW_KIND_CALCULATE || !hw_question_is_answerable (item->question))
    return FALSE;
  item->by_person = !hw_value_equal (item->kept, computed);
  return item->by_person;
}

static void
calculate (HwInterview *self,
           HwItem *item)
{
  HwExpression *expression = hw_question_get_calculation (item->question);
  g_autofree char *text = NULL;
  g_autoptr (HwValue) value = NULL;

  if (expression == NULL || item->by_person || hw_question_get_trigger (item->question) != NULL)
    return;
  if (hw_expression_reads_self (expression))
    hw_interview_show (self, item, item->kept, FALSE);
  text = hw_interview_ask_string (self, item, HW_ASPECT_CALCULATION, expression);
  value = hw_answer_new_from_calculation (item->question, text);
  if (!item->restored || !adopt_restored (item, expression, value))
    set_kept (item, value);
}

/* What a trigger brings takes the place of whatever stands there; without an expression it clears.
 */
static void
calculate_by_trigger (HwInterview *self,
                      HwItem *item)
{
  HwExpression *expression = hw_question_get_calculation (item->question);
  g_autofree char *text = NULL;
  g_autoptr (HwValue) value = NULL;

  if (expression != NULL)
    text = hw_interview_ask_string (self, item, HW_ASPECT_TRIGGER, expression);
  value = hw_answer_new_from_calculation (item->question, text);
  item->by_person = FALSE;
  item->default_done = TRUE;
  if (!hw_value_equal (value, item->kept) && item->confirmed != NULL)
    {
      g_clear_pointer (&item->confirmed, g_free);
      hw_interview_add_news (self, item, HW_NEWS_CONFIRMED);
    }
  set_kept (item, value);
}

static gboolean
find_relevance (HwInterview *self,
                HwItem *item)
{
  HwExpression *expression = hw_question_get_relevant (item->question);

  /* Rather a question too many than one that nobody ever sees. */
  return expression == NULL
         || hw_interview_ask_boolean (self, item, HW_ASPECT_RELEVANT, expression, TRUE);
}

static void
wake (HwInterview *self,
      HwItem *item)
{
  item->relevant = TRUE;
  item->asleep = FALSE;
  self->page_changed = TRUE;
  hw_interview_add_news (self, item, HW_NEWS_RELEVANT | HW_NEWS_LABEL);
  if (item->kind == HW_ITEM_GROUP)
    hw_interview_mark_children (self, item);
  if (item->kind != HW_ITEM_QUESTION)
    return;
  hw_interview_mark (self, item, HW_ASPECT_CHECK);
  if (hw_question_has_value (item->question))
    apply_default (self, item);
}

/* Whether the wish may look at it again. */
static gboolean
take_turn (HwInterview *self,
           HwItem *item,
           guint aspects)
{
  if (item->wish != self->wish)
    item->turns = 0;
  item->wish = self->wish;
  if (item->turns++ < USUAL_TURNS || self->n_late++ < MOST_LATE_TURNS)
    return TRUE;
  hw_interview_set_fault (
      self, item, aspects & (0 - aspects),
      _("It depends on itself through other rows, and does not come to rest."));
  return FALSE;
}

static void
settle_value (HwInterview *self,
              HwItem *item,
              guint aspects,
              gboolean has_woken)
{
  g_autoptr (HwValue) before = hw_value_ref (item->shown);

  if (aspects & HW_ASPECT_CALCULATION)
    calculate (self, item);
  if (aspects & HW_ASPECT_TRIGGER)
    calculate_by_trigger (self, item);
  hw_interview_show (self, item, item->kept, FALSE);
  if (!has_woken && !self->is_starting
      && g_strcmp0 (hw_value_get_text (before), hw_value_get_text (item->shown)) != 0)
    hw_interview_fire_triggers (self, item);
}

static void
settle (HwInterview *self,
        HwItem *item)
{
  guint aspects = item->dirty & QUEUED_ASPECTS;
  gboolean has_woken = FALSE;

  item->dirty &= (guint16) ~QUEUED_ASPECTS;
  if ((item->up != NULL && !item->up->relevant) || !take_turn (self, item, aspects))
    return;
  if (aspects & HW_ASPECT_RELEVANT)
    {
      gboolean relevant = find_relevance (self, item);

      if (!relevant && !item->asleep)
        hw_interview_put_to_sleep (self, item, FALSE);
      else if (relevant && !item->relevant)
        {
          wake (self, item);
          has_woken = TRUE;
          aspects |= HW_ASPECT_STATE;
        }
    }
  if (!item->relevant)
    return;
  if (item->kind == HW_ITEM_ROSTER && (aspects & HW_ASPECT_COUNT))
    hw_interview_settle_rows (self, item);
  if (item->kind == HW_ITEM_QUESTION && hw_question_has_value (item->question))
    settle_value (self, item, aspects, has_woken);
}

static gboolean
reads_last_saved (HwExpression *expression)
{
  return expression != NULL && strstr (hw_expression_get_text (expression), "last-saved#") != NULL;
}

/* Most questionnaires ask for nothing of the kind. */
static gboolean
asks_for_last_saved (HwQuestionnaire *questionnaire)
{
  for (guint i = 1; i < hw_questionnaire_get_n_questions (questionnaire); i++)
    {
      HwQuestion *question = hw_questionnaire_get_question (questionnaire, i);

      if (reads_last_saved (hw_question_get_default (question))
          || reads_last_saved (hw_question_get_calculation (question))
          || reads_last_saved (hw_question_get_relevant (question))
          || reads_last_saved (hw_question_get_constraint (question))
          || reads_last_saved (hw_question_get_soft_check (question)))
        return TRUE;
    }
  return FALSE;
}

/**
 * hw_interview_apply_last_saved:
 * @self: an interview, within a wish
 *
 * Brings defaults and calculations that read what was saved last up to what there is now.
 */
void
hw_interview_apply_last_saved (HwInterview *self)
{
  if (!asks_for_last_saved (self->questionnaire))
    return;
  for (HwItem *item = self->root; item != NULL;
       item = hw_item_next (item, self->root, !item->relevant, FALSE))
    {
      if (item->kind != HW_ITEM_QUESTION || !item->relevant)
        continue;
      if (reads_last_saved (hw_question_get_default (item->question)) && !item->by_person)
        {
          item->default_done = FALSE;
          set_kept (item, self->not_answered);
          apply_default (self, item);
        }
      hw_interview_mark (self, item, HW_ASPECT_STATE | HW_ASPECT_CHECK);
    }
}

/**
 * hw_interview_recompute:
 * @self: an interview
 *
 * Looks at all that is marked, and at what that reaches.
 */
void
hw_interview_recompute (HwInterview *self)
{
  HwItem *item;

  while ((item = hw_queue_pop (self->queue)) != NULL)
    settle (self, item);
  for (guint i = 0; i < self->checks->len; i++)
    hw_interview_check (self, g_ptr_array_index (self->checks, i));
  g_ptr_array_set_size (self->checks, 0);
}
