/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "base/csv-reader.h"
#include "base/csv-writer.h"
#include "cli/command.h"
#include "interview/interview.h"
#include "store/survey-file.h"

typedef struct
{
  char *answers;
  char *language;
  char *into;
  char *status_name;
  HwStatus status;
  gboolean state;
} Options;

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
    case HW_ITEM_FAULT:
      printf (_("fault: %s"), message);
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

/* The answer is the path of a picture that is there, or else a name, as in a state that was printed. */
static void
attach (Filling *self,
        HwItem *item,
        const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (GBytes) bytes = NULL;
  char *content;
  gsize length;
  gboolean done;

  if (g_file_get_contents (path, &content, &length, NULL))
    bytes = g_bytes_new_take (content, length);
  done = bytes != NULL ? hw_interview_attach (self->interview, item, name, bytes, &error)
                       : hw_interview_answer_text (self->interview, item, path, &error);
  if (done)
    say_problem (self, item);
  else
    say_refused (self, error->message);
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
  else if (hw_question_get_kind (hw_item_get_question (item)) == HW_KIND_IMAGE && *answer != '\0')
    attach (self, item, answer);
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

/* Faults of the questionnaire may lie where no step was taken. */
static void
print_faults (Filling *self)
{
  g_autoptr (GPtrArray) faults = hw_interview_list_faults (self->interview);

  for (guint i = 0; i < faults->len; i++)
    g_printerr ("%s\n", ((HwFault *) g_ptr_array_index (faults, i))->sentence);
  self->n_bad += faults->len;
}

static guint
count_blocking (HwInterview *interview)
{
  g_autoptr (GPtrArray) items = hw_interview_list_problems (interview);
  guint n = 0;

  for (guint i = 0; i < items->len; i++)
    n += hw_item_is_blocking (g_ptr_array_index (items, i));
  return n;
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

/* The survey keeps answers under the questions of its own questionnaire. */
static gboolean
check_same (HwSurveyFile *file,
            HwQuestionnaire *questionnaire,
            GError **error)
{
  GBytes *ours = hw_questionnaire_get_sheet (questionnaire, "survey");
  GBytes *theirs = hw_questionnaire_get_sheet (hw_survey_file_get_questionnaire (file), "survey");

  if (ours != NULL && theirs != NULL && g_bytes_equal (ours, theirs))
    return TRUE;
  g_set_error (error, HW_STORE_ERROR, HW_STORE_ERROR_NOT_ALLOWED,
               _("%s was made with another questionnaire. Fill in that one, or make a new survey."),
               hw_survey_file_get_path (file));
  return FALSE;
}

/* Under way is what it stays when somebody has to look at it again. */
static gboolean
store (Filling *self,
       HwSurveyFile *file,
       HwStatus status,
       GError **error)
{
  if (status == HW_STATUS_COMPLETED)
    {
      guint n = count_blocking (self->interview);

      hw_interview_fill_end (self->interview);
      if (n > 0)
        {
          status = HW_STATUS_UNDER_WAY;
          self->n_bad++;
          g_printerr (ngettext ("%u question still needs an answer or breaks a check, so the "
                                "interview is stored as under way.\n",
                                "%u questions still need an answer or break a check, so the "
                                "interview is stored as under way.\n",
                                n),
                      n);
        }
    }
  return hw_survey_file_store_interview (file, self->interview, status, error);
}

static gboolean
run (Options *options,
     const char *path,
     HwProblems *problems,
     guint *n_bad,
     GError **error)
{
  g_autoptr (HwQuestionnaire) questionnaire
      = hw_questionnaire_new_from_path (path, problems, error);
  g_autoptr (HwProblems) faults = hw_problems_new ();
  g_autoptr (HwInterview) interview = NULL;
  g_autoptr (HwSurveyFile) file = NULL;
  Filling filling = { 0 };
  gboolean done;

  if (questionnaire == NULL)
    {
      hw_command_print_problems (problems);
      return FALSE;
    }
  if (options->into != NULL)
    {
      file = hw_survey_file_open (options->into, FALSE, error);
      if (file == NULL || !check_same (file, questionnaire, error))
        return FALSE;
    }
  interview = hw_interview_new (questionnaire);
  if (file != NULL)
    hw_survey_file_lend_last_saved (file, interview);
  filling.interview = interview;
  if (options->language != NULL)
    hw_interview_set_language (interview, options->language);
  done = take_steps (&filling, options->answers, faults, error);
  hw_command_print_problems (faults);
  print_faults (&filling);
  if (done && options->state)
    print_state (interview);
  done = done && (file == NULL || store (&filling, file, options->status, error));
  *n_bad = filling.n_bad;
  return done;
}

static gboolean
check_options (Options *options,
               GError **error)
{
  if (options->answers == NULL)
    g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                         _("Say with --answers which steps to take."));
  else if (options->status_name != NULL && options->into == NULL)
    g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                         _("Say with --into where the interview is stored."));
  else if (options->status_name != NULL
           && (!hw_status_from_name (options->status_name, &options->status)
               || options->status > HW_STATUS_COMPLETED))
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                 _("A new interview cannot be “%s”. Choose under-way or completed."),
                 options->status_name);
  else
    return TRUE;
  return FALSE;
}

static void
clear_options (Options *options)
{
  g_free (options->answers);
  g_free (options->language);
  g_free (options->into);
  g_free (options->status_name);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

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
  g_auto (Options) options = { .status = HW_STATUS_UNDER_WAY };
  g_autoptr (HwProblems) problems = hw_problems_new ();
  g_autoptr (GError) error = NULL;
  guint n_bad = 0;
  GOptionEntry entries[] = {
    { "answers", 0, 0, G_OPTION_ARG_FILENAME, &options.answers,
      N_("The steps: a CSV with the columns ref and answer"), N_("STEPS.csv") },
    { "state", 0, 0, G_OPTION_ARG_NONE, &options.state,
      N_("Print every answer as ref,relevant,value afterwards"), NULL },
    { "into", 0, 0, G_OPTION_ARG_FILENAME, &options.into, N_("Store the interview in a survey"),
      N_("SURVEY") },
    { "status", 0, 0, G_OPTION_ARG_STRING, &options.status_name,
      N_("Store it as under-way or completed"), N_("STATUS") },
    { "lang", 0, 0, G_OPTION_ARG_STRING, &options.language, N_("The language of messages"),
      N_("LANGUAGE") },
    { NULL },
  };

  if (!hw_command_parse (
          "QUESTIONNAIRE",
          _("Fills in an interview from a script and prints one line a step: ok, constraint, soft, "
            "required, fault or refused, with the reason.\nAn answer is written as it is typed; "
            "=dont-know, =refused and =not-applicable say why there is none, + on a roster inserts "
            "a row, - on a row removes it, !REASON confirms a soft check, and a picture is answered by the path of its file."),
          entries, 1, 1, &argc, &argv))
    return HW_EXIT_NOT_DONE;
  if (!check_options (&options, &error))
    return hw_command_fail (error);
  if (!run (&options, argv[1], problems, &n_bad, &error))
    return error != NULL ? hw_command_fail (error) : HW_EXIT_NOT_DONE;
  return n_bad > 0 ? HW_EXIT_FINDINGS : HW_EXIT_DONE;
}
