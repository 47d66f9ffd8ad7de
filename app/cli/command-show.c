/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "cli/command.h"
#include "cli/output.h"
#include "cli/survey-argument.h"

typedef struct
{
  HwOutput *output; /* NULL: text for people */
  HwItem *row;      /* the last one that had a heading */
  char *section;
} Showing;

static const char *
get_section (HwQuestion *question)
{
  for (HwQuestion *at = question; at != NULL; at = hw_question_get_parent (at))
    if (hw_question_get_section (at) != NULL)
      return hw_question_get_section (at);
  return "";
}

static void
print_heading (Showing *self,
               HwItem *item)
{
  const char *section = get_section (hw_item_get_question (item));
  HwItem *row = hw_item_get_row (item);

  if (g_strcmp0 (section, self->section) != 0)
    {
      g_free (self->section);
      self->section = g_strdup (section);
      printf ("\n%s\n", section);
    }
  if (row != self->row && row != NULL)
    {
      g_autofree char *label = hw_item_dup_label (row);

      printf ("\n  %s: %s\n", hw_item_get_ref (row), label);
    }
  self->row = row;
}

static void
print_text (Showing *self,
            HwItem *item)
{
  const char *number = hw_question_get_number (hw_item_get_question (item));
  g_autofree char *label = hw_item_dup_label (item);
  g_autofree char *shown = hw_item_dup_display (item);

  print_heading (self, item);
  printf ("  %s%s%s: %s\n", number != NULL ? number : "", number != NULL ? " " : "",
          *label != '\0' ? label : hw_question_get_name (hw_item_get_question (item)), shown);
  if (hw_item_get_problem_message (item) != NULL)
    printf ("      ! %s\n", hw_item_get_problem_message (item));
}

static void
add_row (Showing *self,
         HwItem *item)
{
  HwQuestion *question = hw_item_get_question (item);
  g_autofree char *label = hw_item_dup_label (item);
  g_autofree char *shown = hw_item_dup_display (item);
  HwValue *value = hw_item_get_value (item);

  hw_output_add (self->output, hw_item_get_ref (item));
  hw_output_add (self->output, get_section (question));
  hw_output_add (self->output, hw_question_get_number (question));
  hw_output_add (self->output, label);
  hw_output_add (self->output, hw_value_get_text (value));
  hw_output_add (self->output, hw_value_is_missing (value)
                                   ? hw_missing_get_name (hw_value_get_missing (value))
                                   : NULL);
  hw_output_add (self->output, shown);
  hw_output_add (self->output, hw_item_get_problem_message (item));
}

static gboolean
show_item (HwItem *item,
           gpointer data)
{
  Showing *self = data;

  if (self->output != NULL)
    add_row (self, item);
  else if (hw_question_is_answerable (hw_item_get_question (item)))
    print_text (self, item);
  return TRUE;
}

static void
print_title (HwSurveyFile *file,
             const char *id)
{
  g_autoptr (HwInterviewSummary) summary = hw_survey_file_get_summary (file, id, NULL);

  if (summary == NULL)
    return;
  printf ("%s  %s  (%s)\n", hw_interview_summary_get_label (summary),
          hw_status_get_label (hw_interview_summary_get_status (summary)), id);
  if (hw_interview_summary_get_reason (summary) != NULL)
    printf ("%s\n", hw_interview_summary_get_reason (summary));
}

static void
show (HwSurveyFile *file,
      HwInterview *interview,
      HwFormat format)
{
  static const char *const columns[]
      = { "ref", "section", "number", "label", "value", "missing", "display", "problem", NULL };
  g_autoptr (HwOutput) output = NULL;
  Showing showing = { 0 };

  if (format != HW_FORMAT_TEXT)
    output = hw_output_new (format, columns);
  else
    print_title (file, hw_interview_get_id (interview));
  showing.output = output;
  showing.section = g_strdup ("");
  hw_interview_foreach_question (interview, TRUE, show_item, &showing);
  if (output != NULL)
    hw_output_print (output);
  g_free (showing.section);
}

/**
 * hw_command_show:
 * @argc: how many arguments
 * @argv: the arguments; the first is the name of the command
 *
 * Prints the answers of one interview.
 *
 * Returns: %HW_EXIT_DONE, or %HW_EXIT_NOT_DONE when there is no such interview
 */
int
hw_command_show (int argc,
                 char **argv)
{
  g_autofree char *format_name = NULL;
  g_autofree char *language = NULL;
  g_autofree char *id = NULL;
  g_autoptr (HwSurveyFile) file = NULL;
  g_autoptr (HwInterview) interview = NULL;
  g_autoptr (GError) error = NULL;
  HwFormat format;
  GOptionEntry entries[] = {
    HW_FORMAT_OPTION (&format_name),
    { "lang", 0, 0, G_OPTION_ARG_STRING, &language, N_("The language of the questions"),
      N_("LANGUAGE") },
    { NULL },
  };

  if (!hw_command_parse (
          "SURVEY INTERVIEW",
          _("Shows the answers of one interview, by section. INTERVIEW is its id, or "
            "what identifies the household."),
          entries, 2, 2, &argc, &argv))
    return HW_EXIT_NOT_DONE;
  if (!hw_format_from_name (format_name, &format, &error))
    return hw_command_fail (error);
  file = hw_survey_file_open (argv[1], TRUE, &error);
  id = file != NULL ? hw_survey_file_dup_named (file, argv[2], &error) : NULL;
  interview = id != NULL ? hw_survey_file_load_interview (file, id, &error) : NULL;
  if (interview == NULL)
    return hw_command_fail (error);
  if (language != NULL)
    hw_interview_set_language (interview, language);
  show (file, interview, format);
  return HW_EXIT_DONE;
}
