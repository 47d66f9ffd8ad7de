/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "check-cases.h"
#include "sheets.h"

static const CheckCase *const tables[] = {
  check_cases_skips,
  check_cases_expressions,
  check_cases_choices,
  check_cases_texts,
};

/* "code cell: sentence", a line each. */
static char *
dup_findings (const char *survey,
              const char *choices)
{
  g_autoptr (HwProblems) problems = hw_problems_new ();
  g_autoptr (HwQuestionnaire) questionnaire = NULL;
  GString *text = g_string_new (NULL);

  hw_problems_ask_advice (problems);
  questionnaire = read_sheets (survey, choices, NULL, problems);
  for (guint i = 0; i < hw_problems_get_length (problems); i++)
    {
      const HwProblem *problem = hw_problems_get (problems, i);
      g_autofree char *cell = hw_problem_dup_cell (problem);

      g_string_append_printf (text, "%s %s: %s\n", problem->code, cell, problem->message);
    }
  return g_string_free (text, FALSE);
}

static void
test_cases (gconstpointer data)
{
  for (const CheckCase *at = data; at->code != NULL; at++)
    {
      g_autofree char *said = dup_findings (at->survey, at->choices);
      g_autofree char *nothing = dup_findings (at->good_survey, at->good_choices);

      g_test_message ("%s\n%s", at->code, at->survey);
      g_assert_cmpstr (said, ==, at->expected);
      g_assert_cmpstr (nothing, ==, "");
    }
}

static char *
repeat_rows (const char *heading,
             guint n,
             const char *format)
{
  GString *text = g_string_new (heading);
  g_auto (GStrv) parts = g_strsplit (format, "#", -1);

  for (guint i = 1; i <= n; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i);
      g_autofree char *row = g_strjoinv (number, parts);

      g_string_append (text, row);
    }
  return g_string_free (text, FALSE);
}

/* What is found by its length. */
static void
test_long (void)
{
  static const struct
  {
    const char *survey, *choices;
    guint n;
    const char *expected;
  } rows[] = {
    { "appearance", "list", 51,
      "long-list D2: “d” shows 51 choices at once. With the appearance “minimal” or “autocomplete” "
      "they are found by typing.\n" },
    { "appearance", "list", 50, "" },
    { "minimal", "list", 51, "" },
    { "page", NULL, 61,
      "long-page D2: “g” puts 61 questions on one page. Part it into groups of one subject each.\n" },
    { "page", NULL, 60, "" },
    { "hint", NULL, 801,
      "long-hint D2: The hint of “d” has 801 characters and fills a screen. Put what is read once "
      "into “guidance_hint”, which opens when it is asked for.\n" },
    { "hint", NULL, 800, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *choices = NULL;
      g_autofree char *survey = NULL;
      g_autofree char *said = NULL;

      if (rows[i].choices != NULL)
        choices = repeat_rows ("list_name,name,label\n", rows[i].n, "list,#,Label #\n");
      if (strcmp (rows[i].survey, "page") == 0)
        {
          g_autofree char *questions
              = repeat_rows ("type,name,label,appearance\nbegin_group,g,G,field-list\n", rows[i].n,
                             "integer,a#,A#,\n");

          survey = g_strconcat (questions, "end_group,,,\n", NULL);
        }
      else if (strcmp (rows[i].survey, "hint") == 0)
        {
          g_autofree char *hint = g_strnfill (rows[i].n, 'a');

          survey = g_strconcat ("type,name,label,hint\ntext,d,D,", hint, "\n", NULL);
        }
      else
        survey = g_strdup_printf ("type,name,label,appearance\nselect_multiple list,d,D,%s\n",
                                  strcmp (rows[i].survey, "minimal") == 0 ? "minimal" : "");
      said = dup_findings (survey, choices);
      g_assert_cmpstr (said, ==, rows[i].expected);
    }
}

/* Advice on what was installed long ago is the same as while reading. */
static void
test_later (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    for (const CheckCase *at = tables[i]; at->code != NULL; at++)
      {
        g_autoptr (HwProblems) none = hw_problems_new ();
        g_autoptr (HwProblems) now = hw_problems_new ();
        g_autoptr (HwProblems) later = hw_problems_new ();
        g_autoptr (HwQuestionnaire) one = NULL;
        g_autoptr (HwQuestionnaire) two = NULL;
        g_autofree char *told_now = NULL;
        g_autofree char *told_later = NULL;

        hw_problems_ask_advice (now);
        one = read_sheets (at->survey, at->choices, NULL, now);
        two = read_sheets (at->survey, at->choices, NULL, none);
        g_assert_nonnull (one);
        g_assert_cmpuint (hw_problems_get_length (none), ==, 0);
        hw_questionnaire_advise (two, later);
        told_now = dup_problems (now);
        told_later = dup_problems (later);
        g_assert_cmpstr (told_now, ==, told_later);
      }
}

static void
find_case_cb (const HwProblemCode *code,
              gpointer data)
{
  static const char *const here[] = { "long-list", "long-page", "long-hint", NULL };
  /* What the reader says while it reads is tested with its faults. */
  static const char *const of_reader[] = {
    "appearance",
    "bad-default",
    "bad-missing-class",
    "bad-value",
    "check-is-remark",
    "choice-without-label",
    "choice-without-list",
    "choices-file-type",
    "column-name",
    "empty-group",
    "encoding",
    "end-name",
    "far-rows",
    "formula-error-aside",
    "formula-not-computed",
    "idle-trigger",
    "instance-name",
    "missing-file",
    "missing-remark",
    "no-default-language",
    "no-effect",
    "odd-type",
    "plain-label",
    "or-other-translated",
    "repeat-label",
    "search",
    "second-settings",
    "single-choices-source",
    "single-colon",
    "stray-cell",
    "type-not-asked",
    "unknown-column",
    "unknown-file-column",
    "unknown-role",
    "unknown-setting",
    "unknown-sheet",
    "unused-column",
    "unused-setting",
    "unused-sheet",
    NULL,
  };
  gboolean found
      = g_strv_contains (here, code->code) || g_strv_contains (of_reader, code->code);

  if (code->severity == HW_PROBLEM_ERROR)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    for (const CheckCase *at = tables[i]; at->code != NULL; at++)
      found = found || strcmp (at->code, code->code) == 0;
  g_test_message ("%s", code->code);
  g_assert_true (found);
}

/* No advice without a form that gets it and one that does not. */
static void
test_all_codes (void)
{
  hw_problem_codes_foreach (find_case_cb, NULL);
}

int
main (int argc,
      char **argv)
{
  static const char *const names[] = { "skips", "expressions", "choices", "texts" };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *path = g_strconcat ("/check/", names[i], NULL);

      g_test_add_data_func (path, tables[i], test_cases);
    }
  g_test_add_func ("/check/long", test_long);
  g_test_add_func ("/check/later", test_later);
  g_test_add_func ("/check/all-codes", test_all_codes);
  return g_test_run ();
}
