/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/state-private.h"

static void
row_free (gpointer data)
{
  HwStateRow *self = data;

  g_free (self->row_id);
  g_free (self->parent_row_id);
  g_free (self);
}

static void
value_free (gpointer data)
{
  HwStateValue *self = data;

  g_free (self->row_id);
  g_clear_pointer (&self->shown, hw_value_unref);
  g_clear_pointer (&self->kept, hw_value_unref);
  g_free (self);
}

static void
confirmation_free (gpointer data)
{
  HwStateConfirmation *self = data;

  g_free (self->row_id);
  g_free (self->reason);
  g_free (self);
}

static guint
hash_place (gconstpointer data)
{
  const HwStateValue *self = data;

  return g_str_hash (self->row_id) * 31 + g_str_hash (hw_question_get_name (self->question));
}

/* By name: what the file has was read with its own copy of the questionnaire. */
static gboolean
equal_places (gconstpointer a,
              gconstpointer b)
{
  const HwStateValue *one = a;
  const HwStateValue *two = b;

  return (one->question == two->question
          || g_str_equal (hw_question_get_name (one->question),
                          hw_question_get_name (two->question)))
         && g_str_equal (one->row_id, two->row_id);
}

/**
 * hw_state_new:
 * @questionnaire: what was asked
 * @interview_id: the interview
 *
 * Returns: (transfer full): an interview of which nothing is known
 */
HwState *
hw_state_new (HwQuestionnaire *questionnaire,
              const char *interview_id)
{
  HwState *self = g_new0 (HwState, 1);

  self->interview_id = g_strdup (interview_id);
  self->questionnaire = hw_questionnaire_ref (questionnaire);
  self->rows = g_ptr_array_new_with_free_func (row_free);
  self->by_row = g_hash_table_new (g_str_hash, g_str_equal);
  self->values = g_ptr_array_new_with_free_func (value_free);
  self->by_place = g_hash_table_new (hash_place, equal_places);
  self->confirmations = g_ptr_array_new_with_free_func (confirmation_free);
  return self;
}

/**
 * hw_state_free:
 * @self: (transfer full): a state
 */
void
hw_state_free (HwState *self)
{
  g_hash_table_unref (self->by_place);
  g_hash_table_unref (self->by_row);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->values);
  g_ptr_array_unref (self->confirmations);
  hw_questionnaire_unref (self->questionnaire);
  g_free (self->interview_id);
  g_free (self);
}

/**
 * hw_state_add_row:
 * @self: a state
 * @level: the root, or a repeat
 * @row: a row that @self does not have, or one whose place has changed
 *
 * Returns: (transfer none): the row
 */
HwStateRow *
hw_state_add_row (HwState *self,
                  HwQuestion *level,
                  const HwLevelRow *row)
{
  HwStateRow *own = g_hash_table_lookup (self->by_row, row->row_id);

  if (own == NULL)
    {
      own = g_new0 (HwStateRow, 1);
      own->level = level;
      own->row_id = g_strdup (row->row_id);
      own->parent_row_id = g_strdup (row->parent_row_id);
      g_ptr_array_add (self->rows, own);
      g_hash_table_insert (self->by_row, own->row_id, own);
    }
  own->position = row->position;
  own->dormant = row->dormant;
  return own;
}

/**
 * hw_state_set_value:
 * @self: a state
 * @question: a question with a value
 * @row_id: its row; the interview's id at the root level
 * @shown: what applies
 * @kept: the answer, even if it is dormant
 *
 * Returns: (transfer none): the value, new or changed
 */
HwStateValue *
hw_state_set_value (HwState *self,
                    HwQuestion *question,
                    const char *row_id,
                    HwValue *shown,
                    HwValue *kept)
{
  HwStateValue *own = hw_state_find_value (self, question, row_id);

  if (own == NULL)
    {
      own = g_new0 (HwStateValue, 1);
      own->question = question;
      own->row_id = g_strdup (row_id);
      g_ptr_array_add (self->values, own);
      g_hash_table_add (self->by_place, own);
    }
  hw_value_ref (shown);
  hw_value_ref (kept);
  g_clear_pointer (&own->shown, hw_value_unref);
  g_clear_pointer (&own->kept, hw_value_unref);
  own->shown = shown;
  own->kept = kept;
  return own;
}

/**
 * hw_state_find_value:
 * @self: a state
 * @question: a question
 * @row_id: its row; the interview's id at the root level
 *
 * Returns: (nullable) (transfer none): what is known of it; %NULL: not asked
 */
HwStateValue *
hw_state_find_value (HwState *self,
                     HwQuestion *question,
                     const char *row_id)
{
  HwStateValue place = { .question = question, .row_id = (char *) row_id };

  return g_hash_table_lookup (self->by_place, &place);
}

/**
 * hw_state_add_confirmation:
 * @self: a state
 * @question: a question with a soft check
 * @row_id: its row; the interview's id at the root level
 * @reason: (nullable): why the answer is right all the same; %NULL: no longer confirmed
 */
void
hw_state_add_confirmation (HwState *self,
                           HwQuestion *question,
                           const char *row_id,
                           const char *reason)
{
  HwStateConfirmation *own = g_new0 (HwStateConfirmation, 1);

  own->question = question;
  own->row_id = g_strdup (row_id);
  own->reason = g_strdup (reason);
  g_ptr_array_add (self->confirmations, own);
}

static void
row_read_cb (HwQuestion *level,
             const HwLevelRow *row,
             gpointer data)
{
  hw_state_add_row (data, level, row);
}

static void
value_read_cb (HwQuestion *question,
               const HwLevelRow *row,
               const char *text,
               gpointer data)
{
  g_autoptr (HwValue) value = hw_value_new (text);

  hw_state_set_value (data, question, row->row_id, value, value);
}

static HwValue *
new_missing (const char *name)
{
  HwMissing missing = HW_MISSING_NOT_ANSWERED;

  if (name != NULL)
    hw_missing_from_name (name, &missing);
  return hw_value_new_missing (missing);
}

static gboolean
read_missing (HwState *self,
              HwDatabase *database,
              GError **error)
{
  g_autoptr (HwStatement) statement
      = hw_database_prepare (database,
                             "SELECT question, row_id, kind, kept_text, kept_kind"
                             " FROM missing_answer WHERE interview_id = :interview",
                             error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  hw_statement_bind_text (statement, ":interview", self->interview_id);
  while (hw_statement_step (statement, &has_row, error))
    {
      g_autoptr (HwValue) shown = NULL;
      g_autoptr (HwValue) kept = NULL;
      HwQuestion *question;

      if (!has_row)
        return TRUE;
      question = hw_questionnaire_find (self->questionnaire, hw_statement_get_text (statement, 0));
      if (question == NULL)
        continue;
      shown = new_missing (hw_statement_get_text (statement, 2));
      if (!hw_statement_is_null (statement, 3))
        kept = hw_value_new (hw_statement_get_text (statement, 3));
      else if (hw_value_get_missing (shown) == HW_MISSING_DORMANT)
        kept = new_missing (hw_statement_get_text (statement, 4));
      else
        kept = hw_value_ref (shown);
      hw_state_set_value (self, question, hw_statement_get_text (statement, 1), shown, kept);
    }
  return FALSE;
}

static gboolean
read_confirmations (HwState *self,
                    HwDatabase *database,
                    GError **error)
{
  g_autoptr (HwStatement) statement
      = hw_database_prepare (database,
                             "SELECT question, row_id, reason FROM confirmation"
                             " WHERE interview_id = :interview",
                             error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  hw_statement_bind_text (statement, ":interview", self->interview_id);
  while (hw_statement_step (statement, &has_row, error))
    {
      HwQuestion *question;

      if (!has_row)
        return TRUE;
      question = hw_questionnaire_find (self->questionnaire, hw_statement_get_text (statement, 0));
      if (question != NULL)
        hw_state_add_confirmation (self, question, hw_statement_get_text (statement, 1),
                                   hw_statement_get_text (statement, 2));
    }
  return FALSE;
}

/**
 * hw_state_read:
 * @tables: the level tables
 * @database: a connection
 * @interview_id: the interview
 * @error: return location
 *
 * Returns: (transfer full) (nullable): what the file knows; without rows when it has no such
 * interview
 */
HwState *
hw_state_read (HwLevelTables *tables,
               HwDatabase *database,
               const char *interview_id,
               GError **error)
{
  g_autoptr (HwState) self
      = hw_state_new (hw_level_tables_get_questionnaire (tables), interview_id);

  gboolean fine;

  if (!hw_database_begin_read (database, error))
    return NULL;
  fine = hw_level_tables_read_interview (tables, database, interview_id, row_read_cb, value_read_cb,
                                         self, error)
         && read_missing (self, database, error) && read_confirmations (self, database, error);
  if (!fine)
    {
      hw_database_rollback (database);
      return NULL;
    }
  return hw_database_commit (database, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * hw_state_dup_interview:
 * @self: a state
 *
 * Brings the interview to life: rows from the top down, then answers, then everything is computed
 * once.
 *
 * Returns: (transfer full): the interview
 */
HwInterview *
hw_state_dup_interview (HwState *self)
{
  HwInterview *interview = hw_interview_new_with_id (self->questionnaire, self->interview_id);

  for (guint i = 0; i < self->rows->len; i++)
    {
      HwStateRow *row = g_ptr_array_index (self->rows, i);

      if (row->parent_row_id != NULL)
        hw_interview_restore_row (interview, row->level, row->parent_row_id, row->row_id);
    }
  for (guint i = 0; i < self->values->len; i++)
    {
      HwStateValue *value = g_ptr_array_index (self->values, i);

      if ((hw_value_get_missing (value->kept) & ~HW_MISSING_SAID) == 0)
        hw_interview_restore_value (interview, value->question, value->row_id, value->kept);
    }
  for (guint i = 0; i < self->confirmations->len; i++)
    {
      HwStateConfirmation *confirmation = g_ptr_array_index (self->confirmations, i);

      hw_interview_restore_confirmed (interview, confirmation->question, confirmation->row_id,
                                      confirmation->reason);
    }
  hw_interview_finish_restoring (interview);
  return interview;
}
