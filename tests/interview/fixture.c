/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fixture.h"

#include <string.h>

static GString *changes_seen;
static guint n_emitted;

static void
add_sheet (GHashTable *sheets,
           const char *name,
           const char *text)
{
  if (text != NULL)
    g_hash_table_insert (sheets, (gpointer) name, g_bytes_new_static (text, strlen (text)));
}

HwQuestionnaire *
fixture_read (const char *survey,
              const char *choices,
              const char *settings)
{
  g_autoptr (GHashTable) sheets
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_bytes_unref);
  g_autoptr (HwProblems) problems = hw_problems_new ();
  HwQuestionnaire *questionnaire;

  add_sheet (sheets, "survey", survey);
  add_sheet (sheets, "choices", choices);
  add_sheet (sheets, "settings", settings);
  questionnaire = hw_questionnaire_new_from_sheets (sheets, problems);
  for (guint i = 0; i < hw_problems_get_length (problems); i++)
    {
      g_autofree char *line = hw_problem_dup_string (hw_problems_get (problems, i));

      g_test_message ("%s", line);
    }
  g_assert_nonnull (questionnaire);
  return questionnaire;
}

HwInterview *
fixture_new (const char *survey,
             const char *choices)
{
  g_autoptr (HwQuestionnaire) questionnaire = fixture_read (survey, choices, NULL);

  return hw_interview_new (questionnaire);
}

HwItem *
fixture_find (HwInterview *interview,
              const char *ref)
{
  HwItem *item = hw_interview_find (interview, ref);

  if (item == NULL)
    g_error ("there is no %s", ref);
  return item;
}

void
fixture_answer (HwInterview *interview,
                const char *ref,
                const char *text)
{
  g_autoptr (GError) error = NULL;
  HwItem *item = fixture_find (interview, ref);
  HwMissing missing;

  if (*text == '=')
    {
      g_autoptr (HwValue) value = NULL;

      g_assert_true (hw_missing_from_name (text + 1, &missing));
      value = hw_value_new_missing (missing);
      hw_interview_answer (interview, item, value, NULL, &error);
    }
  else
    hw_interview_answer_text (interview, item, text, &error);
  g_assert_no_error (error);
}

void
fixture_refused (HwInterview *interview,
                 const char *ref,
                 const char *text,
                 int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (
      hw_interview_answer_text (interview, fixture_find (interview, ref), text, &error));
  g_assert_error (error, HW_INTERVIEW_ERROR, code);
}

void
fixture_assert (HwInterview *interview,
                const char *ref,
                const char *display)
{
  g_autofree char *shown = hw_value_dup_display (hw_item_get_value (fixture_find (interview, ref)));

  if (g_strcmp0 (shown, display) != 0)
    g_error ("%s is %s, not %s", ref, shown, display);
}

static void
changed_cb (HwInterview *interview,
            GPtrArray *changes,
            gpointer data)
{
  static const char *const kinds[] = { "value", "added", "removed", "confirmed" };
  static const char *const causes[] = { "person", "calculation", "skip" };

  n_emitted++;
  for (guint i = 0; i < changes->len; i++)
    {
      HwChange *change = g_ptr_array_index (changes, i);
      g_autofree char *before
          = change->before != NULL ? hw_value_dup_display (change->before) : NULL;
      g_autofree char *after = change->after != NULL ? hw_value_dup_display (change->after) : NULL;

      g_string_append_printf (changes_seen, "%s %s %s", kinds[change->kind], causes[change->cause],
                              hw_item_get_ref (change->item));
      if (before != NULL)
        g_string_append_printf (changes_seen, " %s %s", before, after);
      if (change->reason != NULL)
        g_string_append_printf (changes_seen, " because %s", change->reason);
      g_string_append_c (changes_seen, '\n');
    }
}

void
fixture_watch (HwInterview *interview)
{
  if (changes_seen == NULL)
    changes_seen = g_string_new (NULL);
  g_string_truncate (changes_seen, 0);
  n_emitted = 0;
  g_signal_connect (interview, "changed", G_CALLBACK (changed_cb), NULL);
}

char *
fixture_take_changes (void)
{
  char *text = g_string_free (changes_seen, FALSE);

  changes_seen = g_string_new (NULL);
  return text;
}

guint
fixture_take_n (void)
{
  guint n = n_emitted;

  n_emitted = 0;
  return n;
}

/* What a store does: rows from the top, then what is kept. */
static void
copy_rows (HwInterview *from,
           HwInterview *to,
           HwItem *container)
{
  GListModel *children = hw_item_get_children (container);

  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (HwItem) child = g_list_model_get_item (children, i);

      if (hw_item_get_kind (child) == HW_ITEM_ROSTER)
        {
          g_autoptr (GPtrArray) rows = hw_item_list_dormant_rows (child);
          GListModel *live = hw_item_get_children (child);
          HwItem *around = hw_item_get_row (child);
          const char *parent
              = around != NULL ? hw_item_get_row_id (around) : hw_interview_get_id (from);

          for (guint r = 0; r < g_list_model_get_n_items (live); r++)
            {
              g_autoptr (HwItem) row = g_list_model_get_item (live, r);

              g_ptr_array_insert (rows, (int) r, row);
            }
          for (guint r = 0; r < rows->len; r++)
            {
              HwItem *row = g_ptr_array_index (rows, r);

              g_assert_nonnull (hw_interview_restore_row (to, hw_item_get_question (row), parent,
                                                          hw_item_get_row_id (row)));
              copy_rows (from, to, row);
            }
        }
      else if (hw_item_get_kind (child) == HW_ITEM_GROUP)
        copy_rows (from, to, child);
    }
}

static gboolean
copy_value_cb (HwItem *item,
               gpointer data)
{
  HwInterview *to = data;
  HwItem *row = hw_item_get_row (item);
  const char *row_id = row != NULL ? hw_item_get_row_id (row) : hw_interview_get_id (to);

  hw_interview_restore_value (to, hw_item_get_question (item), row_id,
                              hw_item_get_kept_value (item));
  if (hw_item_get_confirmed (item) != NULL)
    hw_interview_restore_confirmed (to, hw_item_get_question (item), row_id,
                                    hw_item_get_confirmed (item));
  return TRUE;
}

static gboolean
describe_cb (HwItem *item,
             gpointer data)
{
  g_autofree char *shown = hw_value_dup_display (hw_item_get_value (item));
  g_autofree char *kept = hw_value_dup_display (hw_item_get_kept_value (item));

  g_string_append_printf (data, "%s %d %s %s %d %s\n", hw_item_get_ref (item),
                          hw_item_is_relevant (item), shown, kept, hw_item_get_problem (item),
                          hw_item_get_confirmed (item));
  return TRUE;
}

char *
fixture_describe (HwInterview *interview)
{
  GString *text = g_string_new (NULL);

  hw_interview_foreach_question (interview, FALSE, describe_cb, text);
  return g_string_free (text, FALSE);
}

void
fixture_copy (HwInterview *from,
              HwInterview *to)
{
  copy_rows (from, to, hw_interview_get_root (from));
  hw_interview_foreach_question (from, FALSE, copy_value_cb, to);
}

HwInterview *
fixture_restore (HwInterview *from)
{
  HwInterview *to = hw_interview_new_with_id (hw_interview_get_questionnaire (from),
                                              hw_interview_get_id (from));

  fixture_copy (from, to);
  hw_interview_finish_restoring (to);
  return to;
}
