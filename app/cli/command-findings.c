/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/command.h"
#include "cli/output.h"
#include "review/finding.h"

typedef struct
{
  HwSurveyFile *file;
  const char *language; /* NULL: the questionnaire's own */
  HwOutput *output;
  GPtrArray *summaries;
  guint n_open; /* that ask for somebody's decision */
} Look;

static void
add_findings (Look *look,
              HwInterviewSummary *summary,
              GListModel *findings)
{
  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (HwFinding) finding = g_list_model_get_item (findings, i);
      HwFindingKind kind = hw_finding_get_kind (finding);

      if (kind != HW_FINDING_CONFIRMED)
        look->n_open++;
      hw_output_add (look->output, hw_interview_summary_get_label (summary));
      hw_output_add (look->output, hw_finding_kind_get_name (kind));
      hw_output_add (look->output, hw_finding_get_ref (finding));
      hw_output_add (look->output, hw_finding_get_sentence (finding));
      hw_output_add (look->output, hw_finding_get_reason (finding));
      hw_output_add (look->output, hw_interview_summary_get_id (summary));
    }
}

static gboolean
look_at (Look *look,
         HwInterviewSummary *summary,
         GError **error)
{
  g_autoptr (HwInterview) interview = NULL;
  g_autoptr (GListModel) findings = NULL;

  if (hw_interview_summary_get_status (summary) == HW_STATUS_VOID)
    return TRUE;
  interview
      = hw_survey_file_load_interview (look->file, hw_interview_summary_get_id (summary), error);
  if (interview == NULL)
    return FALSE;
  if (look->language != NULL)
    hw_interview_set_language (interview, look->language);
  findings = hw_review_find_among (look->file, interview, look->summaries, error);
  if (findings == NULL)
    return FALSE;
  add_findings (look, summary, findings);
  return TRUE;
}

static gboolean
look_at_all (Look *look,
             const char *id,
             GError **error)
{
  g_autoptr (GPtrArray) summaries = hw_survey_file_list_interviews (look->file, error);

  if (summaries == NULL)
    return FALSE;
  look->summaries = summaries;
  if (id != NULL)
    {
      g_autoptr (HwInterviewSummary) summary = hw_survey_file_get_summary (look->file, id, error);

      return summary != NULL && look_at (look, summary, error);
    }
  for (guint i = 0; i < summaries->len; i++)
    if (!look_at (look, g_ptr_array_index (summaries, i), error))
      return FALSE;
  return TRUE;
}

/**
 * hw_command_findings:
 * @argc: how many arguments
 * @argv: the arguments; the first is the name of the command
 *
 * Looks at every interview that is not void, prints what is wrong or odd in it and keeps it in the
 * survey for the review page, if the file can be written.
 *
 * Returns: %HW_EXIT_FINDINGS when something asks for a decision
 */
int
hw_command_findings (int argc,
                     char **argv)
{
  static const char *const columns[]
      = { "case", "kind", "ref", "sentence", "reason", "interview", NULL };
  g_autofree char *format_name = NULL;
  g_autofree char *language = NULL;
  g_autofree char *id = NULL;
  g_autoptr (HwSurveyFile) file = NULL;
  g_autoptr (HwOutput) output = NULL;
  g_autoptr (GError) error = NULL;
  HwFormat format;
  Look look = { NULL };
  GOptionEntry entries[] = {
    HW_FORMAT_OPTION (&format_name),
    { "lang", 0, 0, G_OPTION_ARG_STRING, &language, N_("The language of the questionnaire to use"),
      N_("LANGUAGE") },
    { "interview", 0, 0, G_OPTION_ARG_STRING, &id, N_("Look at this interview only"), N_("ID") },
    { NULL },
  };

  if (!hw_command_parse ("SURVEY", _("Prints what is wrong or odd in the interviews of a survey."),
                         entries, 1, 1, &argc, &argv))
    return HW_EXIT_NOT_DONE;
  if (!hw_format_from_name (format_name, &format, &error))
    return hw_command_fail (error);
  file = hw_survey_file_open (argv[1], FALSE, NULL);
  if (file == NULL)
    file = hw_survey_file_open (argv[1], TRUE, &error);
  if (file == NULL)
    return hw_command_fail (error);
  output = hw_output_new (format, columns);
  look.file = file;
  look.language = language;
  look.output = output;
  if (!look_at_all (&look, id, &error))
    return hw_command_fail (error);
  hw_output_print (output);
  return look.n_open > 0 ? HW_EXIT_FINDINGS : HW_EXIT_DONE;
}
