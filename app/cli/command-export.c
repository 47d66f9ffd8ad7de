/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#include "cli/command.h"
#include "cli/tables.h"
#include "export/data-csv.h"
#include "export/table-csv.h"
#include "export/xlsform-writer.h"

typedef struct
{
  char *what;
  char *as;
  char *to;
  char *plan;
  char *language;
  char **ids;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->what);
  g_free (self->as);
  g_free (self->to);
  g_free (self->plan);
  g_free (self->language);
  g_strfreev (self->ids);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static int
export_tables (const char *survey,
               const Options *options)
{
  g_autoptr (GPtrArray) tables = NULL;
  g_autoptr (GError) error = NULL;
  int status = hw_command_make_tables (survey, options->plan, (const char *const *) options->ids,
                                       options->language, &tables);

  if (status == HW_EXIT_NOT_DONE)
    return status;
  if (!hw_export_tables_file (tables, options->to, &error))
    return hw_command_fail (error);
  return status;
}

static int
export_data (const char *survey,
             const Options *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HwSurveyFile) file = hw_survey_file_open (survey, TRUE, &error);

  if (file == NULL || !hw_export_data_csv (file, options->to, &error))
    return hw_command_fail (error);
  return HW_EXIT_DONE;
}

/* A survey, or a questionnaire in whatever it is kept. */
static HwQuestionnaire *
open_questionnaire (const char *path,
                    GError **error)
{
  static const char mark[] = "SQLite format 3";
  g_autoptr (HwProblems) problems = hw_problems_new ();
  g_autoptr (HwSurveyFile) file = NULL;
  HwQuestionnaire *questionnaire;
  char start[sizeof mark] = "";
  FILE *stream = g_file_test (path, G_FILE_TEST_IS_REGULAR) ? g_fopen (path, "rb") : NULL;

  if (stream != NULL)
    {
      gsize n = fread (start, 1, sizeof mark - 1, stream);

      start[n] = '\0';
      fclose (stream);
    }
  if (strcmp (start, mark) == 0)
    {
      file = hw_survey_file_open (path, TRUE, error);
      return file != NULL ? hw_questionnaire_ref (hw_survey_file_get_questionnaire (file)) : NULL;
    }
  questionnaire = hw_questionnaire_new_from_path (path, problems, error);
  if (questionnaire == NULL)
    hw_command_print_problems (problems);
  return questionnaire;
}

static gboolean
find_format (const Options *options,
             HwXlsformFormat *format)
{
  if (g_strcmp0 (options->as, "xlsx") == 0
      || (options->as == NULL && g_str_has_suffix (options->to, ".xlsx")))
    *format = HW_XLSFORM_WORKBOOK;
  else if (g_strcmp0 (options->as, "csv") == 0
           || (options->as == NULL && g_str_has_suffix (options->to, ".csv")))
    *format = HW_XLSFORM_CSV;
  else if (g_strcmp0 (options->as, "sheets") == 0 || options->as == NULL)
    *format = HW_XLSFORM_SHEETS;
  else
    return FALSE;
  return TRUE;
}

static int
export_questionnaire (const char *path,
                      const Options *options)
{
  g_autoptr (HwQuestionnaire) questionnaire = NULL;
  g_autoptr (GError) error = NULL;
  HwXlsformFormat format;

  if (!find_format (options, &format))
    {
      g_printerr (_("%s: There is no format “%s”. For a questionnaire there are xlsx, csv and "
                    "sheets.\n"),
                  g_get_prgname (), options->as);
      return HW_EXIT_NOT_DONE;
    }
  questionnaire = open_questionnaire (path, &error);
  if (error != NULL)
    return hw_command_fail (error);
  if (questionnaire == NULL)
    return HW_EXIT_NOT_DONE;
  if (!hw_export_xlsform (questionnaire, format, options->to, &error))
    return hw_command_fail (error);
  return HW_EXIT_DONE;
}

/**
 * hw_command_export:
 * @argc: how many arguments
 * @argv: the arguments; the first is the name of the command
 *
 * Writes files for other programs.
 *
 * Returns: an exit status
 */
int
hw_command_export (int argc,
                   char **argv)
{
  g_auto (Options) options = { NULL };
  GOptionEntry entries[] = {
    { "what", 0, 0, G_OPTION_ARG_STRING, &options.what, 
      N_("What is written: tables, data or questionnaire"), N_("WHAT") },
    { "as", 0, 0, G_OPTION_ARG_STRING, &options.as,
      N_("The format: csv; for a questionnaire xlsx, csv (one file) or sheets (a folder)"),
      N_("FORMAT") },
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &options.to,
      N_("Where it is written: a file for tables, a folder for data and sheets"), N_("PATH") },
    { "plan", 0, 0, G_OPTION_ARG_FILENAME, &options.plan, N_("The tabulation plan, for tables"),
      N_("PLAN.csv") },
    { "table", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.ids,
      N_("Only this table; may be given several times"), N_("ID") },
    { "lang", 0, 0, G_OPTION_ARG_STRING, &options.language, N_("Language of the labels"), N_("LANGUAGE") },
    { NULL },
  };

  if (!hw_command_parse ("FILE",
                         _("Writes the tables of a plan to a file, or the answers to a folder, a file "
                           "a level. Questions that identify a person are never written. A "
                           "questionnaire, or that of a survey, is written as XLSForm with its "
                           "attached files."),
                         entries, 1, 1, &argc, &argv))
    return HW_EXIT_NOT_DONE;
  if (options.to == NULL)
    g_printerr (_("%s: Say where to write: --to PATH\n"), g_get_prgname ());
  else if (g_strcmp0 (options.what, "questionnaire") == 0)
    return export_questionnaire (argv[1], &options);
  else if (options.as != NULL && !g_str_equal (options.as, "csv"))
    g_printerr (_("%s: There is no format “%s”. There is csv.\n"), g_get_prgname (), options.as);
  else if (g_strcmp0 (options.what, "tables") == 0)
    return export_tables (argv[1], &options);
  else if (g_strcmp0 (options.what, "data") == 0)
    return export_data (argv[1], &options);
  else
    g_printerr (_("%s: Say what to write: --what tables, --what data or --what questionnaire\n"), g_get_prgname ());
  return HW_EXIT_NOT_DONE;
}
