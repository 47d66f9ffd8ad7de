/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/import-private.h"

#include <glib/gi18n-lib.h>

/* The rows of a file that belong to one interview. */
typedef struct
{
  const char *interview_id;
  GPtrArray *rows;    /* of HwImportRow, borrowed */
  GPtrArray *targets; /* of char *: row_id of each, "" for a refused one */
} Group;

static void
group_free (gpointer data)
{
  Group *self = data;

  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->targets);
  g_free (self);
}

static const char *
find_interview (HwImport *self,
                HwImportRow *row,
                GHashTable *keys)
{
  const char *id = g_hash_table_lookup (keys, row->case_key);

  if (id == NULL)
    hw_import_refuse (self, row, -1,
                      /* Translators: %s identifies a household, such as “17”. */
                      _("There is no household “%s”. Import the households first."),
                      row->case_name);
  else if (*id == '\0')
    hw_import_refuse (self, row, -1,
                      _("There are several households “%s”. Void those that do not count."),
                      row->case_name);
  else
    return id;
  return NULL;
}

static GPtrArray *
group_rows (HwImport *self,
            GHashTable *keys)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func (group_free);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->rows->len; i++)
    {
      HwImportRow *row = g_ptr_array_index (self->rows, i);
      const char *id = row->refused ? NULL : find_interview (self, row, keys);
      Group *group;

      if (id == NULL)
        continue;
      group = g_hash_table_lookup (by_id, id);
      if (group == NULL)
        {
          group = g_new0 (Group, 1);
          group->interview_id = id;
          group->rows = g_ptr_array_new ();
          group->targets = g_ptr_array_new_with_free_func (g_free);
          g_hash_table_insert (by_id, (gpointer) id, group);
          g_ptr_array_add (groups, group);
        }
      g_ptr_array_add (group->rows, row);
    }
  return groups;
}

static gboolean
is_named (HwImport *self,
          HwState *state,
          HwStateRow *own,
          const char *name)
{
  g_autoptr (GPtrArray) questions = NULL;
  HwStateValue *value;

  if (*name == '#')
    return own->position == g_ascii_strtoull (name + 1, NULL, 10);
  questions = hw_questionnaire_list_columns (self->questionnaire, own->level);
  value = hw_state_find_value (state, g_ptr_array_index (questions, 0), own->row_id);
  return value != NULL && g_strcmp0 (hw_value_get_text (value->kept), name + 1) == 0;
}

/* Down from the household, one row of each level between. */
static const char *
find_parent (HwImport *self,
             HwImportRow *row,
             HwState *state)
{
  const char *parent = state->interview_id;

  for (guint depth = 0; depth < self->ancestors->len; depth++)
    {
      HwQuestion *level = g_ptr_array_index (self->ancestors, depth);
      const char *found = NULL;
      guint n = 0;

      for (guint i = 0; i < state->rows->len; i++)
        {
          HwStateRow *own = g_ptr_array_index (state->rows, i);

          if (own->level == level && !own->dormant && g_strcmp0 (own->parent_row_id, parent) == 0
              && is_named (self, state, own, row->above[depth]))
            {
              found = own->row_id;
              n++;
            }
        }
      if (n != 1)
        {
          hw_import_refuse (
              self, row, -1,
              n == 0 ? _("The household “%s” has no row “%s” of “%s”. Import those rows first.")
                     : _("The household “%s” has several rows “%s” of “%s”. Name the row "
                         "by its number."),
              row->case_name, row->above[depth] + 1, hw_question_get_name (level));
          return NULL;
        }
      parent = found;
    }
  return parent;
}

static gboolean
is_filled (HwState *state,
           const char *row_id)
{
  for (guint i = 0; i < state->values->len; i++)
    {
      HwStateValue *value = g_ptr_array_index (state->values, i);

      if (g_str_equal (value->row_id, row_id) && hw_question_is_answerable (value->question)
          && hw_value_get_missing (value->kept) != HW_MISSING_NOT_ANSWERED)
        return TRUE;
    }
  return FALSE;
}

/* Where a number makes the rows they are there, empty, and are filled in order; elsewhere a row is
 * added. */
static HwStateRow *
find_empty (HwImport *self,
            HwState *state,
            const char *parent,
            guint number,
            GPtrArray *targets,
            guint *n_rows)
{
  *n_rows = 0;
  for (guint i = 0; i < state->rows->len; i++)
    {
      HwStateRow *own = g_ptr_array_index (state->rows, i);

      if (own->level != self->level || g_strcmp0 (own->parent_row_id, parent) != 0)
        continue;
      ++*n_rows;
      if (own->dormant || (number > 0 && own->position != number)
          || hw_question_get_repeat_count (self->level) == NULL)
        continue;
      if (!g_ptr_array_find_with_equal_func (targets, own->row_id, g_str_equal, NULL)
          && !is_filled (state, own->row_id))
        return own;
    }
  return NULL;
}

static gboolean
has_number (HwImport *self,
            HwState *state,
            const char *parent,
            guint number)
{
  for (guint i = 0; i < state->rows->len; i++)
    {
      HwStateRow *own = g_ptr_array_index (state->rows, i);

      if (own->level == self->level && g_strcmp0 (own->parent_row_id, parent) == 0
          && own->position == number && !own->dormant)
        return TRUE;
    }
  return FALSE;
}

static const char *
find_target (HwImport *self,
             HwImportRow *row,
             HwState *state,
             HwState *old,
             GPtrArray *targets)
{
  const char *parent = find_parent (self, row, state);
  g_autofree char *id = NULL;
  HwStateRow *own;
  guint n_rows;

  if (parent == NULL)
    return NULL;
  own = find_empty (self, state, parent, row->number, targets, &n_rows);
  if (own != NULL)
    return own->row_id;
  if (row->number > 0 && has_number (self, old, parent, row->number))
    {
      hw_import_refuse (
          self, row, -1,
          /* Translators: a household, a level such as “member”, a number. */
          _("The household “%s” has a row %u of “%s” already. Each row is imported once."),
          row->case_name, row->number, self->level_name);
      return NULL;
    }
  id = g_uuid_string_random ();
  {
    HwLevelRow added = { state->interview_id, id, parent, n_rows + 1, FALSE };

    return hw_state_add_row (state, self->level, &added)->row_id;
  }
}

static void
set_values (HwImport *self,
            HwImportRow *row,
            HwState *state,
            const char *row_id)
{
  for (guint i = 0; i < self->n_columns; i++)
    if (self->columns[i].role == HW_IMPORT_ANSWER)
      hw_state_set_value (state, self->columns[i].question, row_id, row->values[i], row->values[i]);
}

/* The one question that a count such as ${size} comes from, if a person answers it. */
static HwQuestion *
find_count_question (HwImport *self)
{
  HwExpression *count = hw_question_get_repeat_count (self->level);
  const char *const *names = count != NULL ? hw_expression_get_names (count) : NULL;
  HwQuestion *question;

  if (names == NULL || names[0] == NULL || names[1] != NULL)
    return NULL;
  question = hw_questionnaire_find (self->questionnaire, names[0]);
  return question != NULL && hw_question_is_answerable (question) ? question : NULL;
}

/* The row in which a question stands, seen from a row at or below its level. */
static const char *
find_row_above (HwState *state,
                const char *row_id,
                HwQuestion *repeat)
{
  if (repeat == NULL)
    return state->interview_id;
  for (HwStateRow *row = g_hash_table_lookup (state->by_row, row_id); row != NULL;
       row = row->parent_row_id != NULL ? g_hash_table_lookup (state->by_row, row->parent_row_id)
                                        : NULL)
    if (row->level == repeat)
      return row->row_id;
  return NULL;
}

/* A count that nobody has answered is as many as there are rows. */
static void
fill_counts (HwImport *self,
             Group *group,
             HwState *state)
{
  HwQuestion *question = find_count_question (self);

  for (guint i = 0; question != NULL && i < group->targets->len; i++)
    {
      HwStateRow *own = g_hash_table_lookup (state->by_row, g_ptr_array_index (group->targets, i));
      const char *row_id = own != NULL ? find_row_above (state, own->parent_row_id,
                                                         hw_question_get_repeat (question))
                                       : NULL;
      HwStateValue *value = row_id != NULL ? hw_state_find_value (state, question, row_id) : NULL;
      g_autoptr (HwValue) count = NULL;
      g_autofree char *text = NULL;
      guint n = 0;

      if (row_id == NULL
          || (value != NULL && hw_value_get_missing (value->kept) != HW_MISSING_NOT_ANSWERED))
        continue;
      for (guint j = 0; j < state->rows->len; j++)
        {
          HwStateRow *other = g_ptr_array_index (state->rows, j);

          n += other->level == self->level
               && g_strcmp0 (other->parent_row_id, own->parent_row_id) == 0;
        }
      text = g_strdup_printf ("%u", n);
      count = hw_value_new (text);
      hw_state_set_value (state, question, row_id, count, count);
    }
}

static HwItem *
find_row_item (HwImport *self,
               HwInterview *interview,
               const char *row_id)
{
  g_autoptr (GPtrArray) questions
      = hw_questionnaire_list_columns (self->questionnaire, self->level);
  HwItem *item = NULL;

  if (questions->len > 0)
    item = hw_interview_find_in_row (interview, g_ptr_array_index (questions, 0), row_id);
  return item != NULL ? hw_item_get_row (item) : NULL;
}

/* Rows beyond a number that somebody gave, and rows of what is skipped, would be out of sight at
 * once. */
static gboolean
refuse_dormant (HwImport *self,
                Group *group,
                HwInterview *interview)
{
  gboolean any = FALSE;

  for (guint i = 0; i < group->rows->len; i++)
    {
      HwImportRow *row = g_ptr_array_index (group->rows, i);
      HwItem *item = row->refused
                         ? NULL
                         : find_row_item (self, interview, g_ptr_array_index (group->targets, i));
      HwItem *roster = item != NULL ? hw_item_get_parent (item) : NULL;

      if (item == NULL || hw_item_is_relevant (item))
        continue;
      any = TRUE;
      if (roster != NULL && hw_item_is_relevant (roster))
        hw_import_refuse (self, row, -1,
                          /* Translators: a household, the expression of a count, a level. */
                          _("The household “%s” has fewer rows of “%s”, by its answer to “%s”. "
                            "Correct the number there or take the row out."),
                          row->case_name, self->level_name,
                          hw_expression_get_text (hw_question_get_repeat_count (self->level)));
      else
        hw_import_refuse (self, row, -1,
                          _("“%s” does not apply to the household “%s”, by its other answers. "
                            "Correct them or take the row out."),
                          self->level_name, row->case_name);
    }
  return any;
}

static HwInterview *
build (HwImport *self,
       Group *group,
       HwState *old,
       GError **error)
{
  g_autoptr (HwState) state
      = hw_state_read (hw_survey_file_get_tables (self->file),
                       hw_survey_file_get_database (self->file), group->interview_id, error);

  if (state == NULL)
    return NULL;
  g_ptr_array_set_size (group->targets, 0);
  for (guint i = 0; i < group->rows->len; i++)
    {
      HwImportRow *row = g_ptr_array_index (group->rows, i);
      const char *row_id
          = row->refused ? NULL : find_target (self, row, state, old, group->targets);

      g_ptr_array_add (group->targets, g_strdup (row_id != NULL ? row_id : ""));
      if (row_id != NULL)
        set_values (self, row, state, row_id);
    }
  fill_counts (self, group, state);
  return hw_state_dup_interview (state);
}

static gboolean
check_open (HwImport *self,
            Group *group,
            gboolean *open,
            GError **error)
{
  g_autoptr (HwInterviewSummary) summary
      = hw_survey_file_get_summary (self->file, group->interview_id, error);

  if (summary == NULL)
    return FALSE;
  *open = hw_interview_summary_get_status (summary) != HW_STATUS_APPROVED;
  for (guint i = 0; !*open && i < group->rows->len; i++)
    {
      HwImportRow *row = g_ptr_array_index (group->rows, i);

      hw_import_refuse (self, row, -1,
                        _("The household “%s” is approved. Return it before something is added."),
                        row->case_name);
    }
  return TRUE;
}

static gboolean
store_group (HwImport *self,
             Group *group,
             GError **error)
{
  g_autoptr (HwInterview) interview = NULL;
  g_autoptr (HwState) old = NULL;
  gboolean open;

  if (!check_open (self, group, &open, error))
    return FALSE;
  if (!open)
    return TRUE;
  old = hw_state_read (hw_survey_file_get_tables (self->file),
                       hw_survey_file_get_database (self->file), group->interview_id, error);
  if (old == NULL)
    return FALSE;
  do
    {
      g_clear_object (&interview);
      interview = build (self, group, old, error);
      if (interview == NULL)
        return FALSE;
    }
  while (refuse_dormant (self, group, interview));
  for (guint i = 0; i < group->rows->len; i++)
    {
      HwImportRow *row = g_ptr_array_index (group->rows, i);

      if (!row->refused)
        hw_import_tell_odd (self, row, interview, g_ptr_array_index (group->targets, i));
    }
  if (!hw_import_takes_any (self))
    return TRUE;
  return hw_import_store_state (self, interview, old, error);
}

/**
 * hw_import_store_below:
 * @self: an import of a level below the root, with its rows read
 * @error: return location
 *
 * Puts each row into the interview to which it belongs. Interviews are loaded and stored once,
 * however many rows they get.
 *
 * Returns: %FALSE on failure; that rows are refused is none
 */
gboolean
hw_import_store_below (HwImport *self,
                       GError **error)
{
  g_autoptr (GHashTable) keys = hw_import_read_keys (self, error);
  g_autoptr (GPtrArray) groups = NULL;

  if (keys == NULL)
    return FALSE;
  groups = group_rows (self, keys);
  for (guint i = 0; i < groups->len; i++)
    if (!store_group (self, g_ptr_array_index (groups, i), error))
      return FALSE;
  return TRUE;
}
