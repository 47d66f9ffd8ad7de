/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "questionnaire/questionnaire.h"

/* Questionnaires out of texts, for tests. */

static inline HwQuestionnaire *
read_sheets (const char *survey,
             const char *choices,
             const char *settings,
             HwProblems *problems)
{
  g_autoptr (GHashTable) sheets
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_bytes_unref);

  if (survey != NULL)
    g_hash_table_insert (sheets, (char *) "survey", g_bytes_new (survey, strlen (survey)));
  if (choices != NULL)
    g_hash_table_insert (sheets, (char *) "choices", g_bytes_new (choices, strlen (choices)));
  if (settings != NULL)
    g_hash_table_insert (sheets, (char *) "settings", g_bytes_new (settings, strlen (settings)));
  return hw_questionnaire_new_from_sheets (sheets, problems);
}

/* A line a problem; what is only advice begins with "advice:". */
static inline char *
dup_problems (HwProblems *problems)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < hw_problems_get_length (problems); i++)
    {
      const HwProblem *problem = hw_problems_get (problems, i);
      g_autofree char *line = hw_problem_dup_string (problem);

      /* Scripts of offices know findings by their codes. */
      g_assert_nonnull (problem->code);
      g_string_append_printf (text, "%s%s\n",
                              problem->severity == HW_PROBLEM_WARNING ? "advice: " : "", line);
    }
  return g_string_free (text, FALSE);
}

/* What must be read without a word. */
static inline HwQuestionnaire *
read_clean (const char *survey,
            const char *choices,
            const char *settings)
{
  g_autoptr (HwProblems) problems = hw_problems_new ();
  HwQuestionnaire *questionnaire = read_sheets (survey, choices, settings, problems);
  g_autofree char *told = dup_problems (problems);

  g_assert_cmpstr (told, ==, "");
  g_assert_nonnull (questionnaire);
  return questionnaire;
}
