/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "interview/interview-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "interview/instance.h"

/* A slip of the finger in a count must not fill the memory, nor rosters within rosters. A roster of
 * a thousand rows is more than any household has, and half a million places for answers take some
 * 250 MB. */
#define MOST_ROWS 1000
#define MOST_PLACES 500000

/**
 * hw_interview_build_children:
 * @self: an interview
 * @item: a row or the root, new, with its element
 *
 * Makes the items and elements of its level: questions, groups with what is in them, rosters
 * without rows.
 */
void
hw_interview_build_children (HwInterview *self,
                             HwItem *item)
{
  HwQuestion *container = item->question;
  HwQuestion *level = item->kind == HW_ITEM_ROW ? container : NULL;
  guint n = hw_questionnaire_get_n_questions (self->questionnaire);

  item->slots = g_new0 (HwItem *, hw_order_get_n_slots (self->order, level));
  for (guint i = hw_question_get_index (container) + 1; i < n; i++)
    {
      HwQuestion *question = hw_questionnaire_get_question (self->questionnaire, i);
      HwQuestion *around = hw_question_get_parent (question);
      HwItemKind kind = HW_ITEM_QUESTION;
      HwItem *up = item;
      HwItem *child;

      if (!hw_question_is_within (question, level))
        break;
      if (hw_question_get_repeat (question) != level)
        continue;
      if (hw_question_get_kind (question) == HW_KIND_REPEAT)
        kind = HW_ITEM_ROSTER;
      else if (hw_question_get_kind (question) == HW_KIND_GROUP)
        kind = HW_ITEM_GROUP;
      if (around != container)
        up = item->slots[hw_order_get_slot (self->order, around)];
      child = hw_item_new (self, kind, question, up);
      child->index = up->children->len;
      g_ptr_array_add (up->children, child);
      item->slots[hw_order_get_slot (self->order, question)] = child;
      hw_instance_add_element (child);
    }
}

static void
renumber (HwItem *roster,
          guint from)
{
  for (guint i = from; i < roster->children->len; i++)
    ((HwItem *) g_ptr_array_index (roster->children, i))->index = i;
}

static guint
count_places (HwInterview *self,
              HwItem *roster)
{
  return hw_order_get_n_slots (self->order, roster->question) + 1;
}

/* How many rows there can be, those that rest included. */
static guint
find_limit (HwInterview *self,
            HwItem *roster)
{
  guint left = self->n_places < MOST_PLACES
                   ? (MOST_PLACES - self->n_places) / count_places (self, roster)
                   : 0;

  return MAX (roster->children->len, MIN (MOST_ROWS, roster->children->len + left));
}

/**
 * hw_interview_add_row:
 * @self: an interview
 * @roster: a roster
 * @index: its place, from 0, among all rows
 * @row_id: (nullable): its UUID; %NULL for a new one
 *
 * Makes a row that is not live yet.
 *
 * Returns: (transfer none): the row
 */
HwItem *
hw_interview_add_row (HwInterview *self,
                      HwItem *roster,
                      guint index,
                      const char *row_id)
{
  HwItem *row = hw_item_new (self, HW_ITEM_ROW, roster->question, roster);

  self->n_places += count_places (self, roster);
  row->row_id = row_id != NULL ? g_strdup (row_id) : g_uuid_string_random ();
  g_ptr_array_insert (roster->children, (int) index, row);
  renumber (roster, index);
  hw_instance_add_element (row);
  hw_interview_build_children (self, row);
  g_hash_table_insert (self->rows, row->row_id, row);
  return row;
}

static void
tell_neighbours (HwInterview *self,
                 HwItem *roster,
                 guint from)
{
  guint n_outside;
  guint n_inside;
  const HwReader *outside = hw_order_get_row_readers (self->order, roster->question, &n_outside);
  const HwReader *inside = hw_order_get_position_readers (self->order, roster->question, &n_inside);

  for (guint i = 0; i < n_outside; i++)
    {
      HwItem *scope = roster->scope;

      while (scope->kind == HW_ITEM_ROW && scope->question != outside[i].common)
        scope = scope->up->scope;
      hw_interview_reach (self, scope, outside[i].question, outside[i].aspects);
    }
  for (guint r = from; r < roster->n_live; r++)
    {
      HwItem *row = g_ptr_array_index (roster->children, r);

      hw_interview_add_news (self, row, HW_NEWS_LABEL);
      for (guint i = 0; i < n_inside; i++)
        hw_interview_reach (self, row, inside[i].question, inside[i].aspects);
    }
  hw_interview_add_news (self, roster, HW_NEWS_CHILDREN);
  self->page_changed = TRUE;
}

/**
 * hw_interview_wake_row:
 * @self: an interview
 * @row: a row that comes next after the live ones, or stands among them as the only one that is not
 * live
 */
void
hw_interview_wake_row (HwInterview *self,
                       HwItem *row)
{
  HwItem *roster = row->up;

  hw_interview_touch_row (self, row);
  hw_instance_link_row (row);
  roster->n_live++;
  row->relevant = TRUE;
  row->asleep = FALSE;
  hw_interview_add_news (self, row, HW_NEWS_RELEVANT | HW_NEWS_LABEL);
  hw_interview_mark_children (self, row);
  tell_neighbours (self, roster, row->index + 1);
}

/**
 * hw_interview_rest_row:
 * @self: an interview
 * @row: a live row
 *
 * Takes it out of the document with all that is in it. The caller sees to it that the live rows
 * stay together.
 */
void
hw_interview_rest_row (HwInterview *self,
                       HwItem *row)
{
  hw_interview_touch_row (self, row);
  hw_interview_put_to_sleep (self, row, TRUE);
  hw_instance_unlink_row (row);
  row->up->n_live--;
}

/**
 * hw_interview_rest_rows:
 * @self: an interview
 * @roster: a roster that has become irrelevant
 */
void
hw_interview_rest_rows (HwInterview *self,
                        HwItem *roster)
{
  if (roster->n_live == 0)
    return;
  while (roster->n_live > 0)
    hw_interview_rest_row (self, g_ptr_array_index (roster->children, roster->n_live - 1));
  tell_neighbours (self, roster, 0);
}

/* The answer at @roster's own level or around it; %NULL when there is none, or one for each of many
 * rows. */
static HwItem *
find_counted (HwInterview *self,
              HwItem *roster,
              HwQuestion *question)
{
  HwQuestion *level = hw_question_get_repeat (question);
  HwItem *scope = roster->scope;
  HwItem *item;

  while (scope->kind == HW_ITEM_ROW && scope->question != level)
    scope = scope->up->scope;
  if ((scope->kind == HW_ITEM_ROW ? scope->question : NULL) != level
      || hw_question_get_index (question) == 0)
    return NULL;
  item = scope->slots[hw_order_get_slot (self->order, question)];
  return item->kind == HW_ITEM_QUESTION ? item : NULL;
}

/* The answers that the count names say so when it is too high. */
static void
tell_counted (HwInterview *self,
              HwItem *roster,
              HwItem *crowd)
{
  const char *const *names
      = hw_expression_get_names (hw_question_get_repeat_count (roster->question));

  roster->is_told = FALSE;
  hw_interview_mark (self, roster, HW_ASPECT_CONSTRAINT);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) named = hw_questionnaire_list_named (self->questionnaire, names[i]);

      for (guint k = 0; k < named->len; k++)
        {
          HwItem *item = find_counted (self, roster, g_ptr_array_index (named, k));

          if (item == NULL)
            continue;
          item->crowd = crowd;
          roster->is_told = TRUE;
          hw_interview_mark (self, item, HW_ASPECT_CONSTRAINT);
        }
    }
}

static guint
find_count (HwInterview *self,
            HwItem *roster)
{
  guint limit = find_limit (self, roster);
  double n_asked;
  double too_many;

  if (hw_question_get_repeat_count (roster->question) == NULL)
    return roster->children->len;
  n_asked = floor (hw_interview_ask_count (self, roster));
  too_many = n_asked > limit ? n_asked : 0;
  if (too_many > 0 || roster->n_asked > 0)
    {
      roster->n_asked = too_many;
      tell_counted (self, roster, too_many > 0 ? roster : NULL);
    }
  return n_asked > limit ? limit : (guint) n_asked;
}

/**
 * hw_interview_settle_rows:
 * @self: an interview
 * @roster: a relevant roster
 *
 * Brings the live rows to the number that repeat_count says: surplus ones rest, those that rested
 * come back first, new ones are made after them.
 */
void
hw_interview_settle_rows (HwInterview *self,
                          HwItem *roster)
{
  guint count = find_count (self, roster);
  gboolean shrinks = roster->n_live > count;

  while (roster->n_live > count)
    hw_interview_rest_row (self, g_ptr_array_index (roster->children, roster->n_live - 1));
  if (shrinks)
    tell_neighbours (self, roster, count);
  while (roster->n_live < count)
    {
      HwItem *row;

      if (roster->n_live < roster->children->len)
        row = g_ptr_array_index (roster->children, roster->n_live);
      else
        {
          row = hw_interview_add_row (self, roster, roster->children->len, NULL);
          row->fresh = TRUE;
        }
      hw_interview_wake_row (self, row);
    }
}

/**
 * hw_interview_can_insert:
 * @self: an interview
 * @roster: a roster
 *
 * Returns: whether a person inserts and removes rows: the roster applies, and no repeat_count rules
 * it
 */
gboolean
hw_interview_can_insert (HwInterview *self,
                         HwItem *roster)
{
  g_return_val_if_fail (HW_IS_INTERVIEW (self), FALSE);
  g_return_val_if_fail (HW_IS_ITEM (roster), FALSE);
  return roster->kind == HW_ITEM_ROSTER && roster->relevant
         && roster->n_live < find_limit (self, roster)
         && hw_question_get_repeat_count (roster->question) == NULL;
}

static gboolean
allow_rows (HwInterview *self,
            HwItem *roster,
            GError **error)
{
  if (roster->relevant && hw_question_get_repeat_count (roster->question) == NULL)
    return TRUE;
  if (!roster->relevant)
    g_set_error (error, HW_INTERVIEW_ERROR, HW_INTERVIEW_ERROR_NOT_ALLOWED,
                 _("“%s” does not apply in this interview, so it has no rows."),
                 hw_item_get_ref (roster));
  else
    g_set_error (
        error, HW_INTERVIEW_ERROR, HW_INTERVIEW_ERROR_NOT_ALLOWED,
        _("The number of rows of “%s” follows from an answer. Change that answer instead."),
        hw_item_get_ref (roster));
  return FALSE;
}

static gboolean
allow_another (HwInterview *self,
               HwItem *roster,
               GError **error)
{
  if (!allow_rows (self, roster, error))
    return FALSE;
  if (roster->n_live < find_limit (self, roster))
    return TRUE;
  g_set_error (error, HW_INTERVIEW_ERROR, HW_INTERVIEW_ERROR_NOT_ALLOWED,
               _("“%s” has %u rows already, and more are not possible."), hw_item_get_ref (roster),
               roster->n_live);
  return FALSE;
}

/**
 * hw_interview_insert_row:
 * @self: an interview
 * @roster: a roster
 * @position: where, from 1; 0 for the end
 * @error: return location for a #GError, or %NULL
 *
 * Returns: (transfer none) (nullable): the new row; %NULL with %HW_INTERVIEW_ERROR_NOT_ALLOWED when
 * the roster takes none
 */
HwItem *
hw_interview_insert_row (HwInterview *self,
                         HwItem *roster,
                         guint position,
                         GError **error)
{
  guint index;
  HwItem *row;

  g_return_val_if_fail (HW_IS_INTERVIEW (self), NULL);
  g_return_val_if_fail (HW_IS_ITEM (roster) && roster->kind == HW_ITEM_ROSTER, NULL);
  g_return_val_if_fail (roster->interview == self, NULL);

  if (!allow_another (self, roster, error))
    return NULL;
  index = position == 0 ? roster->n_live : MIN (position - 1, roster->n_live);
  hw_interview_begin (self, NULL);
  row = hw_interview_add_row (self, roster, index, NULL);
  row->fresh = TRUE;
  row->from_person = TRUE;
  hw_interview_wake_row (self, row);
  hw_interview_end (self);
  return row;
}

/**
 * hw_interview_remove_row:
 * @self: an interview
 * @row: a live row
 * @reason: (nullable): why
 * @error: return location for a #GError, or %NULL
 *
 * The row and its answers are kept until the interview is closed, see hw_interview_put_back_row().
 *
 * Returns: %FALSE with %HW_INTERVIEW_ERROR_NOT_ALLOWED when repeat_count rules the roster
 */
gboolean
hw_interview_remove_row (HwInterview *self,
                         HwItem *row,
                         const char *reason,
                         GError **error)
{
  HwItem *roster;
  guint index;

  g_return_val_if_fail (HW_IS_INTERVIEW (self), FALSE);
  g_return_val_if_fail (HW_IS_ITEM (row) && row->kind == HW_ITEM_ROW, FALSE);
  g_return_val_if_fail (row->interview == self, FALSE);

  roster = row->up;
  if (!allow_rows (self, roster, error))
    return FALSE;
  g_return_val_if_fail (row->linked && !row->removed, FALSE);
  hw_interview_begin (self, reason);
  hw_interview_rest_row (self, row);
  row->from_person = TRUE;
  row->removed = TRUE;
  index = row->index;
  g_ptr_array_add (self->removed, g_ptr_array_steal_index (roster->children, index));
  renumber (roster, index);
  tell_neighbours (self, roster, index);
  hw_interview_end (self);
  return TRUE;
}

/**
 * hw_interview_put_back_row:
 * @self: an interview
 * @row: a row that hw_interview_remove_row() took out
 * @position: where, from 1; 0 for the end
 * @error: return location for a #GError, or %NULL
 *
 * Undoes a removal: the row comes back with its UUID and its answers.
 *
 * Returns: %FALSE with %HW_INTERVIEW_ERROR_NOT_ALLOWED when the roster takes no rows now
 */
gboolean
hw_interview_put_back_row (HwInterview *self,
                           HwItem *row,
                           guint position,
                           GError **error)
{
  HwItem *roster;
  guint at;

  g_return_val_if_fail (HW_IS_INTERVIEW (self), FALSE);
  g_return_val_if_fail (HW_IS_ITEM (row) && row->interview == self, FALSE);
  g_return_val_if_fail (row->removed && g_ptr_array_find (self->removed, row, &at), FALSE);

  roster = row->up;
  if (!allow_another (self, roster, error))
    return FALSE;
  hw_interview_begin (self, NULL);
  g_ptr_array_steal_index (self->removed, at);
  row->removed = FALSE;
  row->from_person = TRUE;
  g_ptr_array_insert (roster->children,
                      (int) (position == 0 ? roster->n_live : MIN (position - 1, roster->n_live)),
                      row);
  renumber (roster, 0);
  hw_interview_wake_row (self, row);
  hw_interview_end (self);
  return TRUE;
}
