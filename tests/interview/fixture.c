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
