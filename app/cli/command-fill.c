/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "base/csv-reader.h"
#include "base/csv-writer.h"
#include "cli/command.h"
#include "interview/interview.h"

/* Answers as somebody would type them, and what the interview says to each. */
typedef struct
{
  HwInterview *interview;
  guint n_bad;
} Filling;

static void
say_refused (Filling *self,
             const char *why)
{
  self->n_bad++;
  printf (_("refused: %s"), why);
  printf ("\n");
}

/* What the question says now that it has its answer. */
static void
say_problem (Filling *self,
             HwItem *item)
{
  const char *message = hw_item_get_problem_message (item);

  switch (hw_item_get_problem (item))
    {
    case HW_ITEM_CONSTRAINT:
      printf (_("constraint: %s"), message);
      break;
    case HW_ITEM_SOFT:
      printf (_("soft: %s"), message);
      break;
    case HW_ITEM_REQUIRED:
      printf (_("required: %s"), message);
      break;
    case HW_ITEM_FINE:
    default:
      printf ("ok\n");
      return;
    }
  self->n_bad++;
  printf ("\n");
}

static void
insert_or_remove (Filling *self,
                  HwItem *item,
                  gboolean inserts)
{
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (hw_item_get_kind (item) != (inserts ? HW_ITEM_ROSTER : HW_ITEM_ROW))
    {
      say_refused (self, inserts ? _("“+” needs a roster, such as “member”.")
                                 : _("“-” needs a row, such as “member[2]”."));
      return;
    }
  done = inserts ? hw_interview_insert_row (self->interview, item, 0, &error) != NULL
                 : hw_interview_remove_row (self->interview, item, NULL, &error);
  if (done)
    printf ("ok\n");
  else
    say_refused (self, error->message);
}

static void
answer_missing (Filling *self,
                HwItem *item,
                const char *name)
{
  g_autoptr (HwValue) value = NULL;
  g_autoptr (GError) error = NULL;
  HwMissing missing;

  if (!hw_missing_from_name (name, &missing) || (missing & HW_MISSING_SAID) == 0)
    {
      say_refused (self, _("After “=” stands dont-know, refused or not-applicable."));
      return;
    }
  value = hw_value_new_missing (missing);
  if (hw_interview_answer (self->interview, item, value, NULL, &error))
    say_problem (self, item);
  else
    say_refused (self, error->message);
}

static void
confirm (Filling *self,
         HwItem *item,
         const char *reason)
{
  if (*reason == '\0')
    say_refused (self, _("After “!” stands why the answer is right."));
  else if (!hw_item_is_odd (item))
    say_refused (self, _("There is nothing to confirm: the soft check is content."));
  else
    {
      hw_interview_confirm (self->interview, item, reason);
      say_problem (self, item);
    }
}

static void
take_step (Filling *self,
           const char *ref,
           const char *answer)
{
  HwItem *item = hw_interview_find (self->interview, ref);
  g_autoptr (GError) error = NULL;

  if (item == NULL)
    {
      g_autofree char *why = g_strdup_printf (_("There is no “%s” in this interview."), ref);

      say_refused (self, why);
    }
  else if (strcmp (answer, "+") == 0
           || (strcmp (answer, "-") == 0 && hw_item_get_kind (item) != HW_ITEM_QUESTION))
    insert_or_remove (self, item, *answer == '+');
  else if (hw_item_get_kind (item) != HW_ITEM_QUESTION)
    say_refused (self, _("Only a question takes an answer."));
  else if (!hw_item_is_relevant (item))
    {
      g_autofree char *why = g_strdup_printf (_("“%s” does not apply here."), ref);

      say_refused (self, why);
    }
  else if (*answer == '=')
    answer_missing (self, item, answer + 1);
  else if (*answer == '!')
    confirm (self, item, answer + 1);
  else if (hw_interview_answer_text (self->interview, item, answer, &error))
    say_problem (self, item);
  else
    say_refused (self, error->message);
}

static gboolean
take_steps (Filling *self,
            const char *path,
            HwProblems *problems,
            GError **error)
{
  g_autoptr (HwCsvTable) steps = hw_csv_table_new_from_file (path, problems, error);
  guint ref;
  guint answer;

  if (steps == NULL)
    return FALSE;
  if (!hw_csv_table_find_column (steps, "ref", &ref)
      || !hw_csv_table_find_column (steps, "answer", &answer))
    {
      hw_problems_add (problems, HW_PROBLEM_ERROR, path, 1, 0,
                       _("The steps need the columns “ref” and “answer”."));
      return FALSE;
    }
  if (hw_problems_count (problems, HW_PROBLEM_ERROR) > 0)
    return FALSE;
  for (guint row = 0; row < hw_csv_table_get_n_rows (steps); row++)
    if (!hw_csv_table_is_blank (steps, row))
      take_step (self, hw_csv_table_get (steps, row, ref), hw_csv_table_get (steps, row, answer));
  return TRUE;
}

static gboolean
add_state_cb (HwItem *item,
              gpointer data)
{
  HwCsvWriter *writer = data;
  g_autofree char *value = NULL;

  value = hw_value_dup_display (hw_item_get_value (item));
  hw_csv_writer_add (writer, hw_item_get_ref (item));
  hw_csv_writer_add (writer, hw_item_is_relevant (item) ? "1" : "0");
  hw_csv_writer_add (writer, value);
  return hw_csv_writer_end_row (writer, NULL);
}

static void
print_state (HwInterview *interview)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (HwCsvWriter) writer = hw_csv_writer_new_string (text);

  hw_csv_writer_add (writer, "ref");
  hw_csv_writer_add (writer, "relevant");
  hw_csv_writer_add (writer, "value");
  hw_csv_writer_end_row (writer, NULL);
  hw_interview_foreach_question (interview, FALSE, add_state_cb, writer);
  fputs (text->str, stdout);
}

/**
 * hw_command_fill:
 * @argc: how many arguments
 * @argv: the arguments; the first is the name of the command
 *
 * Goes through an interview by a script and prints what is said to each step, one line a step.
 *
 * Returns: %HW_EXIT_FINDINGS when a step was refused or broke a check
 */
int
hw_command_fill (int argc,
                 char **argv)
{
  g_autofree char *answers = NULL;
  g_autofree char *language = NULL;
  gboolean state = FALSE;
  g_autoptr (HwProblems) problems = hw_problems_new ();
  g_autoptr (HwQuestionnaire) questionnaire = NULL;
  g_autoptr (HwInterview) interview = NULL;
  g_autoptr (GError) error = NULL;
  Filling filling = { 0 };
  GOptionEntry entries[] = {
    { "answers", 0, 0, G_OPTION_ARG_FILENAME, &answers,
      N_("The steps: a CSV with the columns ref and answer"), N_("STEPS.csv") },
    { "state", 0, 0, G_OPTION_ARG_NONE, &state,
      N_("Print every answer as ref,relevant,value afterwards"), NULL },
    { "lang", 0, 0, G_OPTION_ARG_STRING, &language, N_("The language of messages"),
      N_("LANGUAGE") },
    { NULL },
  };

  if (!hw_command_parse (
          "QUESTIONNAIRE",
          _("Fills in an interview from a script and prints one line a step: ok, constraint, soft, "
             "required or refused, with the reason.\nAn answer is written as it is typed; "
             "=dont-know, =refused and =not-applicable say why there is none, + on a roster inserts "
             "a row, - on a row removes it, and !REASON confirms a soft check."),
          entries, 1, 1, &argc, &argv))
    return HW_EXIT_NOT_DONE;
  if (answers == NULL)
    {
      g_set_error_literal (&error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                           _("Say with --answers which steps to take."));
      return hw_command_fail (error);
    }
  questionnaire = hw_questionnaire_new_from_folder (argv[1], problems, &error);
  if (error != NULL)
    return hw_command_fail (error);
  if (questionnaire == NULL)
    {
      hw_command_print_problems (problems);
      return HW_EXIT_NOT_DONE;
    }
  interview = hw_interview_new (questionnaire);
  if (language != NULL)
    hw_interview_set_language (interview, language);
  filling.interview = interview;
  hw_problems_free (g_steal_pointer (&problems));
  problems = hw_problems_new ();
  if (!take_steps (&filling, answers, problems, &error))
    {
      hw_command_print_problems (problems);
      return error != NULL ? hw_command_fail (error) : HW_EXIT_NOT_DONE;
    }
  if (state)
    print_state (interview);
  return filling.n_bad > 0 ? HW_EXIT_FINDINGS : HW_EXIT_DONE;
}
