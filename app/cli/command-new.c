/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli/command.h"
#include "store/survey-file.h"

static GHashTable *
read_settings (char **assignments,
               GError **error)
{
  static const char *const names[]
      = { "case_id", "fpc", "level", "psu", "stratum", "title", "weight", NULL };
  g_autoptr (GHashTable) settings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; assignments != NULL && assignments[i] != NULL; i++)
    {
      const char *equals = strchr (assignments[i], '=');
      g_autofree char *name
          = g_strndup (assignments[i], equals != NULL ? (gsize) (equals - assignments[i]) : 0);

      if (equals == NULL || !g_strv_contains (names, name))
        {
          g_autofree char *known = g_strjoinv (", ", (char **) names);

          g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                       /* Translators: what was given, and the names of settings. */
                       _("“--set %s” sets nothing. Write NAME=VALUE with one of these names: %s."),
                       assignments[i], known);
          return NULL;
        }
      g_hash_table_insert (settings, g_steal_pointer (&name), g_strdup (equals + 1));
    }
  return g_steal_pointer (&settings);
}

/**
 * hw_command_new:
 * @argc: how many arguments
 * @argv: the arguments; the first is the name of the command
 *
 * Makes a survey file.
 *
 * Returns: %HW_EXIT_NOT_DONE when the questionnaire has a fault or the file cannot be made
 */
int
hw_command_new (int argc,
                char **argv)
{
  g_autofree char *folder = NULL;
  g_auto (GStrv) assignments = NULL;
  g_autoptr (HwProblems) problems = hw_problems_new ();
  g_autoptr (HwQuestionnaire) questionnaire = NULL;
  g_autoptr (GHashTable) settings = NULL;
  g_autoptr (HwSurveyFile) file = NULL;
  g_autoptr (GError) error = NULL;
  GOptionEntry entries[] = {
    { "questionnaire", 'q', 0, G_OPTION_ARG_FILENAME, &folder,
      N_("The folder with survey.csv, choices.csv and settings.csv"), N_("QUESTIONNAIRE") },
    { "set", 0, 0, G_OPTION_ARG_STRING_ARRAY, &assignments,
      N_("A setting that differs from the settings sheet, such as weight=w"), N_("NAME=VALUE") },
    { NULL },
  };

  if (!hw_command_parse ("SURVEY --questionnaire QUESTIONNAIRE",
                         _("Makes a survey file that asks a questionnaire."), entries, 1, 1, &argc,
                         &argv))
    return HW_EXIT_NOT_DONE;
  if (folder == NULL)
    {
      g_printerr (_("%s: Name the questionnaire with --questionnaire.\n"), g_get_prgname ());
      return HW_EXIT_NOT_DONE;
    }
  settings = read_settings (assignments, &error);
  if (settings == NULL)
    return hw_command_fail (error);
  questionnaire = hw_questionnaire_new_from_path (folder, problems, &error);
  if (questionnaire == NULL)
    {
      hw_command_print_problems (problems);
      return error != NULL ? hw_command_fail (error) : HW_EXIT_NOT_DONE;
    }
  file = hw_survey_file_create (argv[1], questionnaire, settings, &error);
  return file != NULL ? HW_EXIT_DONE : hw_command_fail (error);
}
