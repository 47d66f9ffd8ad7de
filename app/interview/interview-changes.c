/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "interview/interview-private.h"

/**
 * hw_change_free:
 * @self: (transfer full): a change
 */
void
hw_change_free (HwChange *self)
{
  g_return_if_fail (self != NULL);
  g_clear_object (&self->item);
  g_clear_pointer (&self->before, hw_value_unref);
  g_clear_pointer (&self->after, hw_value_unref);
  g_free (self->reason);
  g_free (self);
}

static HwChange *
add_change (HwInterview *self,
            GPtrArray *changes,
            HwChangeKind kind,
            HwCause cause,
            HwItem *item)
{
  HwChange *change = g_new0 (HwChange, 1);

  change->kind = kind;
  change->cause = cause;
  change->item = g_object_ref (item);
  if (cause == HW_CAUSE_PERSON)
    change->reason = g_strdup (self->reason);
  g_ptr_array_add (changes, change);
  return change;
}

/**
 * hw_interview_touch:
 * @self: an interview
 * @item: a question whose value is about to change
 *
 * Remembers what it showed before the wish.
 */
void
hw_interview_touch (HwInterview *self,
                    HwItem *item)
{
  if (item->before != NULL)
    return;
  item->before = hw_value_ref (item->shown);
  g_ptr_array_add (self->touched, item);
}

/**
 * hw_interview_touch_row:
 * @self: an interview
 * @row: a row that is about to become live, or not
 *
 * Remembers what it was before the wish.
 */
void
hw_interview_touch_row (HwInterview *self,
                        HwItem *row)
{
  if (row->row_touched)
    return;
  row->row_touched = TRUE;
  row->was_live = row->linked;
  g_ptr_array_add (self->touched_rows, row);
}

/**
 * hw_interview_add_news:
 * @self: an interview
 * @item: an item
 * @news: bits of #HwNews
 *
 * Remembers what listeners have to hear when the wish is done.
 */
void
hw_interview_add_news (HwInterview *self,
                       HwItem *item,
                       guint news)
{
  if (item->news == 0)
    g_ptr_array_add (self->news, item);
  item->news |= (guint16) news;
}

static HwCause
find_cause (HwItem *item)
{
  HwMissing before = hw_value_get_missing (item->before);
  HwMissing after = hw_value_get_missing (item->shown);

  if (item->from_person)
    return HW_CAUSE_PERSON;
  if ((after & (HW_MISSING_NOT_ASKED | HW_MISSING_DORMANT)) || before == HW_MISSING_DORMANT
      || (before == HW_MISSING_NOT_ASKED && after != HW_MISSING_NONE))
    return HW_CAUSE_SKIP;
  return HW_CAUSE_CALCULATION;
}

static gboolean
lies_in_removed_row (HwItem *item)
{
  for (HwItem *row = item->scope; row->kind == HW_ITEM_ROW; row = row->up->scope)
    if (row->removed)
      return TRUE;
  return FALSE;
}

static void
collect_rows (HwInterview *self,
              GPtrArray *changes,
              gboolean added)
{
  for (guint i = 0; i < self->touched_rows->len; i++)
    {
      HwItem *row = g_ptr_array_index (self->touched_rows, i);
      HwCause cause = HW_CAUSE_SKIP;

      if (row->linked == row->was_live || (gboolean) row->linked != added)
        continue;
      if (!row->from_person && lies_in_removed_row (row))
        continue;
      if (row->from_person)
        cause = HW_CAUSE_PERSON;
      else if (row->fresh)
        cause = HW_CAUSE_CALCULATION;
      add_change (self, changes, added ? HW_CHANGE_ROW_ADDED : HW_CHANGE_ROW_REMOVED, cause, row);
    }
}

static void
collect_values (HwInterview *self,
                GPtrArray *changes)
{
  for (guint i = 0; i < self->touched->len; i++)
    {
      HwItem *item = g_ptr_array_index (self->touched, i);
      HwChange *change;

      if ((!item->from_person && hw_value_equal (item->before, item->shown))
          || lies_in_removed_row (item))
        continue;
      change = add_change (self, changes, HW_CHANGE_VALUE, find_cause (item), item);
      change->before = hw_value_ref (item->before);
      change->after = hw_value_ref (item->shown);
    }
}

static void
forget_wish (HwInterview *self)
{
  for (guint i = 0; i < self->touched->len; i++)
    {
      HwItem *item = g_ptr_array_index (self->touched, i);

      g_clear_pointer (&item->before, hw_value_unref);
      item->from_person = FALSE;
    }
  for (guint i = 0; i < self->touched_rows->len; i++)
    {
      HwItem *row = g_ptr_array_index (self->touched_rows, i);

      row->row_touched = FALSE;
      row->from_person = FALSE;
      row->fresh = FALSE;
    }
  g_ptr_array_set_size (self->touched, 0);
  g_ptr_array_set_size (self->touched_rows, 0);
  g_ptr_array_set_size (self->confirmed, 0);
  g_clear_pointer (&self->reason, g_free);
}

/* Rows come before the values in them, and go after them. */
static GPtrArray *
collect_changes (HwInterview *self)
{
  GPtrArray *changes = g_ptr_array_new_with_free_func ((GDestroyNotify) hw_change_free);

  collect_rows (self, changes, TRUE);
  collect_values (self, changes);
  for (guint i = 0; i < self->confirmed->len; i++)
    add_change (self, changes, HW_CHANGE_CONFIRMED, HW_CAUSE_PERSON,
                g_ptr_array_index (self->confirmed, i));
  collect_rows (self, changes, FALSE);
  return changes;
}

/* A handler may make a wish of its own, so nothing of this one is kept in the interview any more.
 */
static void
tell_news (HwInterview *self,
           GPtrArray *changes)
{
  g_autoptr (GPtrArray) news = g_steal_pointer (&self->news);

  self->news = g_ptr_array_new ();
  for (guint i = 0; i < news->len; i++)
    {
      HwItem *item = g_ptr_array_index (news, i);

      if (item->news & HW_NEWS_CHILDREN)
        hw_item_update_children (item);
      item->news &= (guint16) ~HW_NEWS_CHILDREN;
    }
  if (self->page_changed)
    {
      self->page_changed = FALSE;
      hw_interview_update_pages (self);
    }
  if (changes != NULL && changes->len > 0)
    g_signal_emit_by_name (self, "changed", changes);
  for (guint i = 0; i < news->len; i++)
    hw_item_notify_news (g_ptr_array_index (news, i));
}

/**
 * hw_interview_begin:
 * @self: an interview
 * @reason: (nullable): why somebody makes the wish
 *
 * Starts a wish.
 */
void
hw_interview_begin (HwInterview *self,
                    const char *reason)
{
  self->wish++;
  self->n_late = 0;
  g_free (self->reason);
  self->reason = g_strdup (reason);
}

/**
 * hw_interview_end:
 * @self: an interview
 *
 * Ends a wish: recomputes what was marked, then tells everybody once.
 */
void
hw_interview_end (HwInterview *self)
{
  g_autoptr (HwInterview) alive = g_object_ref (self);
  g_autoptr (GPtrArray) changes = NULL;

  hw_interview_recompute (self);
  changes = collect_changes (self);
  forget_wish (self);
  tell_news (self, changes);
}

/**
 * hw_interview_end_quietly:
 * @self: an interview
 *
 * The same without a "changed": what was computed is how things have always been.
 */
void
hw_interview_end_quietly (HwInterview *self)
{
  hw_interview_recompute (self);
  forget_wish (self);
  tell_news (self, NULL);
}
