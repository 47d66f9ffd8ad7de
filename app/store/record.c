/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/record-private.h"

#include "store/trail-private.h"

static void
trail_clear (gpointer data)
{
  HwRecordTrail *self = data;

  g_free (self->row_id);
  g_clear_pointer (&self->before, hw_value_unref);
  g_clear_pointer (&self->after, hw_value_unref);
  g_free (self->reason);
}

static void
removal_clear (gpointer data)
{
  HwRecordRemoval *self = data;

  g_free (self->row_id);
}

static void
file_clear (gpointer data)
{
  HwRecordFile *self = data;

  g_free (self->name);
  g_bytes_unref (self->bytes);
}

static void
summarise (HwRecord *self,
           HwInterview *interview)
{
  guint n_applicable;
  guint n_answered;

  hw_interview_count (interview, NULL, &n_applicable, &n_answered, &self->n_problems);
  self->percent = n_applicable == 0 ? 0 : MIN (100, 100 * n_answered / n_applicable);
  self->label = hw_interview_dup_case_label (interview);
}

/**
 * hw_record_new:
 * @interview: a live interview
 *
 * Returns: (transfer full): a record in which nothing has changed yet; the line in the list is as
 *   @interview is now
 */
HwRecord *
hw_record_new (HwInterview *interview)
{
  HwRecord *self = g_new0 (HwRecord, 1);

  self->state
      = hw_state_new (hw_interview_get_questionnaire (interview), hw_interview_get_id (interview));
  self->removed = g_array_new (FALSE, FALSE, sizeof (HwRecordRemoval));
  g_array_set_clear_func (self->removed, removal_clear);
  self->trail = g_array_new (FALSE, FALSE, sizeof (HwRecordTrail));
  g_array_set_clear_func (self->trail, trail_clear);
  self->files = g_array_new (FALSE, FALSE, sizeof (HwRecordFile));
  g_array_set_clear_func (self->files, file_clear);
  self->time = hw_clock_dup_now ();
  self->person = hw_person_dup_name ();
  summarise (self, interview);
  return self;
}

/**
 * hw_record_free:
 * @self: (transfer full): a record
 */
void
hw_record_free (HwRecord *self)
{
  hw_state_free (self->state);
  g_array_unref (self->removed);
  g_array_unref (self->trail);
  g_array_unref (self->files);
  g_free (self->reason);
  g_free (self->time);
  g_free (self->person);
  g_free (self->cursor);
  g_free (self->visit_id);
  g_free (self->label);
  g_free (self);
}

/**
 * hw_record_set_new:
 * @self: a record
 * @origin: (transfer none): "entry" or "import", a constant
 * @status: its first status
 *
 * Says that the interview is not in the file yet.
 */
void
hw_record_set_new (HwRecord *self,
                   const char *origin,
                   HwStatus status)
{
  self->origin = origin;
  self->status = status;
}

/**
 * hw_record_set_reason:
 * @self: a record
 * @reason: (nullable): why, for trail rows that have no reason of their own
 */
void
hw_record_set_reason (HwRecord *self,
                      const char *reason)
{
  g_free (self->reason);
  self->reason = g_strdup (reason);
}

/**
 * hw_record_set_cursor:
 * @self: a record
 * @ref: (nullable): where work goes on; %NULL leaves it as it is in the file
 */
void
hw_record_set_cursor (HwRecord *self,
                      const char *ref)
{
  g_free (self->cursor);
  self->cursor = g_strdup (ref);
}

/**
 * hw_record_set_visit:
 * @self: a record
 * @visit_id: (nullable): the sitting in which it happened
 */
void
hw_record_set_visit (HwRecord *self,
                     const char *visit_id)
{
  g_free (self->visit_id);
  self->visit_id = g_strdup (visit_id);
}

static const char *
get_row_id (HwRecord *self,
            HwItem *item)
{
  HwItem *row = hw_item_get_row (item);

  return row != NULL ? hw_item_get_row_id (row) : self->state->interview_id;
}

static void
add_trail (HwRecord *self,
           const char *kind,
           HwItem *item,
           HwValue *before,
           HwValue *after,
           const char *reason)
{
  HwRecordTrail trail = { .kind = kind, .question = hw_item_get_question (item) };

  trail.row_id = g_strdup (get_row_id (self, item));
  trail.before = before != NULL ? hw_value_ref (before) : NULL;
  trail.after = after != NULL ? hw_value_ref (after) : NULL;
  trail.reason = g_strdup (reason != NULL ? reason : self->reason);
  g_array_append_val (self->trail, trail);
  self->has_answers = TRUE;
}

/* The picture goes into the file with the answer that names it, or neither does. */
static void
add_file (HwRecord *self,
          HwInterview *interview,
          const char *name)
{
  GBytes *bytes = hw_interview_get_new_file (interview, name);
  HwRecordFile file = { NULL, NULL };

  if (bytes == NULL)
    return;
  file.name = g_strdup (name);
  file.bytes = g_bytes_ref (bytes);
  g_array_append_val (self->files, file);
}

static void
add_value (HwRecord *self,
           HwInterview *interview,
           HwItem *item)
{
  HwQuestion *question = hw_item_get_question (item);
  HwValue *kept = hw_item_get_kept_value (item);

  hw_state_set_value (self->state, question, get_row_id (self, item), hw_item_get_value (item),
                      kept);
  if (hw_question_get_kind (question) == HW_KIND_IMAGE && !hw_value_is_missing (kept))
    add_file (self, interview, hw_value_get_text (kept));
  self->has_answers = TRUE;
}

static const char *
get_parent_row_id (HwRecord *self,
                   HwItem *row)
{
  HwItem *roster = hw_item_get_parent (row);
  HwItem *outer = roster != NULL ? hw_item_get_row (roster) : NULL;

  return outer != NULL ? hw_item_get_row_id (outer) : self->state->interview_id;
}

static void
add_row (HwRecord *self,
         HwItem *item,
         guint position,
         gboolean dormant)
{
  HwLevelRow row = { self->state->interview_id, hw_item_get_row_id (item),
                     get_parent_row_id (self, item), position, dormant };

  hw_state_add_row (self->state, hw_item_get_question (item), &row);
  self->has_answers = TRUE;
}

/* The rows of a roster from @position on with their places: live ones first, then those that are
 * kept. */
static void
add_roster (HwRecord *self,
            HwItem *roster,
            guint position)
{
  g_autoptr (GPtrArray) dormant = hw_item_list_dormant_rows (roster);
  GListModel *live = hw_item_get_children (roster);
  guint n = g_list_model_get_n_items (live);

  for (guint i = position - 1; i < n; i++)
    {
      g_autoptr (HwItem) row = g_list_model_get_item (live, i);

      add_row (self, row, i + 1, !hw_item_is_relevant (row));
    }
  for (guint i = 0; i < dormant->len; i++)
    add_row (self, g_ptr_array_index (dormant, i), n + i + 1, TRUE);
}

/* The trail tells what people said and what became of it; that a question nobody has answered is
 * now asked, or no longer, follows from the questionnaire. */
static gboolean
is_worth_telling (HwValue *before,
                  HwValue *after)
{
  const guint nothing = HW_MISSING_NOT_ASKED | HW_MISSING_NOT_ANSWERED;

  return before == NULL || after == NULL || (hw_value_get_missing (before) & nothing) == 0
         || (hw_value_get_missing (after) & nothing) == 0;
}

static void
add_value_change (HwRecord *self,
                  HwInterview *interview,
                  HwChange *change)
{
  static const char *const kinds[] = {
    [HW_CAUSE_PERSON] = "answer",
    [HW_CAUSE_CALCULATION] = "calculation",
    [HW_CAUSE_SKIP] = "skip",
  };

  /* Saying the same once more is no news. What is dormant shows nothing of the answer behind it. */
  if (change->before != NULL && change->after != NULL
      && hw_value_equal (change->before, change->after) && hw_item_is_relevant (change->item))
    return;
  add_value (self, interview, change->item);
  if (is_worth_telling (change->before, change->after))
    add_trail (self, kinds[change->cause], change->item, change->before, change->after,
               change->reason);
  if (change->cause == HW_CAUSE_PERSON && hw_item_get_confirmed (change->item) == NULL)
    hw_state_add_confirmation (self->state, hw_item_get_question (change->item),
                               get_row_id (self, change->item), NULL);
}

/* All that lies in @item, itself included; rows that do not apply now too. */
static void
collect (HwItem *top,
         GPtrArray *items)
{
  g_autoptr (GPtrArray) open = g_ptr_array_new ();

  g_ptr_array_add (open, top);
  while (open->len > 0)
    {
      HwItem *item = g_ptr_array_steal_index (open, open->len - 1);
      GListModel *children = hw_item_get_children (item);

      g_ptr_array_add (items, item);
      if (hw_item_get_kind (item) == HW_ITEM_ROSTER)
        {
          g_autoptr (GPtrArray) dormant = hw_item_list_dormant_rows (item);

          for (guint i = dormant->len; i > 0; i--)
            g_ptr_array_add (open, g_ptr_array_index (dormant, i - 1));
        }
      for (guint i = children != NULL ? g_list_model_get_n_items (children) : 0; i > 0; i--)
        {
          g_autoptr (HwItem) child = g_list_model_get_item (children, i - 1);

          g_ptr_array_add (open, child); /* its parent keeps it */
        }
    }
}

static gboolean
has_value (HwItem *item)
{
  return hw_item_get_kind (item) == HW_ITEM_QUESTION
         && hw_question_has_value (hw_item_get_question (item));
}

/* @rosters: roster -> the first place that is another now */
static void
add_row_change (HwRecord *self,
                HwInterview *interview,
                HwChange *change,
                GHashTable *rosters)
{
  g_autoptr (GPtrArray) inside = g_ptr_array_new ();
  gboolean added = change->kind == HW_CHANGE_ROW_ADDED;
  HwItem *roster = hw_item_get_parent (change->item);
  guint position = added ? MAX (1, hw_item_get_position (change->item)) : 1;
  guint first = GPOINTER_TO_UINT (g_hash_table_lookup (rosters, roster));

  add_trail (self, added ? "row-added" : "row-removed", change->item, NULL, NULL, change->reason);
  if (!added && change->cause == HW_CAUSE_PERSON)
    {
      HwRecordRemoval removal
          = { hw_item_get_question (change->item), g_strdup (hw_item_get_row_id (change->item)) };

      g_array_append_val (self->removed, removal);
    }
  if (roster != NULL && (first == 0 || position < first))
    g_hash_table_insert (rosters, roster, GUINT_TO_POINTER (position));
  if (!added)
    return;
  collect (change->item, inside);
  for (guint i = 0; i < inside->len; i++)
    {
      HwItem *item = g_ptr_array_index (inside, i);

      if (hw_item_get_kind (item) == HW_ITEM_ROSTER)
        g_hash_table_insert (rosters, item, GUINT_TO_POINTER (1));
      else if (has_value (item))
        {
          add_value (self, interview, item);
          if (hw_item_get_confirmed (item) != NULL)
            hw_state_add_confirmation (self->state, hw_item_get_question (item),
                                       get_row_id (self, item), hw_item_get_confirmed (item));
        }
    }
}

/**
 * hw_record_add_changes:
 * @self: a record
 * @interview: the live interview, as it is after the changes
 * @changes: (element-type HwChange): what one wish has changed
 */
void
hw_record_add_changes (HwRecord *self,
                       HwInterview *interview,
                       GPtrArray *changes)
{
  g_autoptr (GHashTable) rosters = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer roster;
  gpointer position;

  for (guint i = 0; i < changes->len; i++)
    {
      HwChange *change = g_ptr_array_index (changes, i);

      switch (change->kind)
        {
        case HW_CHANGE_VALUE:
          add_value_change (self, interview, change);
          break;
        case HW_CHANGE_ROW_ADDED:
        case HW_CHANGE_ROW_REMOVED:
          add_row_change (self, interview, change, rosters);
          break;
        case HW_CHANGE_CONFIRMED:
          hw_state_add_confirmation (self->state, hw_item_get_question (change->item),
                                     get_row_id (self, change->item),
                                     hw_item_get_confirmed (change->item));
          add_trail (self, "confirmed", change->item, NULL, NULL, change->reason);
          self->has_answers = TRUE;
          break;
        default:
          g_warn_if_reached ();
        }
    }
  g_hash_table_iter_init (&iter, rosters);
  while (g_hash_table_iter_next (&iter, &roster, &position))
    add_roster (self, roster, GPOINTER_TO_UINT (position));
}

/* Trail rows of a place that is written without a live change: it was answered, and perhaps
 * skipped. */
static void
tell_difference (HwRecord *self,
                 HwItem *item,
                 HwValue *before)
{
  HwQuestion *question = hw_item_get_question (item);
  HwValue *kept = hw_item_get_kept_value (item);
  HwValue *shown = hw_item_get_value (item);
  g_autoptr (HwValue) nothing = hw_value_new_missing (HW_MISSING_NOT_ANSWERED);

  if (before == NULL)
    before = nothing;
  if (!hw_value_equal (before, kept) && is_worth_telling (before, kept))
    add_trail (self, hw_question_is_answerable (question) ? "answer" : "calculation", item, before,
               kept, NULL);
  if (hw_value_get_missing (shown) == HW_MISSING_DORMANT)
    add_trail (self, "skip", item, kept, shown, NULL);
}

static void
add_confirmed (HwRecord *self,
               HwItem *item,
               HwState *old)
{
  HwQuestion *question = hw_item_get_question (item);
  const char *row_id = get_row_id (self, item);
  const char *reason = hw_item_get_confirmed (item);

  for (guint i = 0; reason != NULL && old != NULL && i < old->confirmations->len; i++)
    {
      HwStateConfirmation *was = g_ptr_array_index (old->confirmations, i);

      if (g_str_equal (hw_question_get_name (was->question), hw_question_get_name (question))
          && g_str_equal (was->row_id, row_id) && g_strcmp0 (was->reason, reason) == 0)
        return;
    }
  if (reason == NULL)
    return;
  hw_state_add_confirmation (self->state, question, row_id, reason);
  add_trail (self, "confirmed", item, NULL, NULL, reason);
}

static void
add_place (HwRecord *self,
           HwInterview *interview,
           HwItem *item,
           HwState *old)
{
  HwQuestion *question = hw_item_get_question (item);
  const char *row_id = get_row_id (self, item);
  HwStateValue *was = old != NULL ? hw_state_find_value (old, question, row_id) : NULL;
  HwValue *shown = hw_item_get_value (item);

  if (was == NULL && hw_value_get_missing (shown) == HW_MISSING_NOT_ASKED)
    return;
  if (was != NULL && hw_value_equal (was->shown, shown)
      && hw_value_equal (was->kept, hw_item_get_kept_value (item)))
    return;
  add_value (self, interview, item);
  tell_difference (self, item, was != NULL ? was->kept : NULL);
}

static void
tell_new_rows (HwRecord *self,
               HwItem *roster,
               HwState *old)
{
  GListModel *live = hw_item_get_children (roster);

  for (guint i = 0; i < g_list_model_get_n_items (live); i++)
    {
      g_autoptr (HwItem) row = g_list_model_get_item (live, i);

      if (old == NULL || !g_hash_table_contains (old->by_row, hw_item_get_row_id (row)))
        add_trail (self, "row-added", row, NULL, NULL, NULL);
    }
}

/**
 * hw_record_add_whole:
 * @self: a record
 * @interview: a live interview
 * @old: (nullable): what the file has of it
 *
 * Records all that differs from @old. Rows that @old has and @interview does not know are left as
 * they are.
 */
void
hw_record_add_whole (HwRecord *self,
                     HwInterview *interview,
                     HwState *old)
{
  g_autoptr (GPtrArray) inside = g_ptr_array_new ();

  collect (hw_interview_get_root (interview), inside);
  for (guint i = 0; i < inside->len; i++)
    {
      HwItem *item = g_ptr_array_index (inside, i);

      if (hw_item_get_kind (item) == HW_ITEM_ROSTER)
        {
          add_roster (self, item, 1);
          tell_new_rows (self, item, old);
        }
      else if (has_value (item))
        {
          add_place (self, interview, item, old);
          add_confirmed (self, item, old);
        }
    }
  self->has_answers = TRUE;
}
