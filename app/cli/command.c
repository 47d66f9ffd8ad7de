/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/command.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
has_language (GOptionEntry *entries)
{
  for (guint i = 0; entries != NULL && entries[i].long_name != NULL; i++)
    if (strcmp (entries[i].long_name, "lang") == 0)
      return TRUE;
  return FALSE;
}

/**
 * hw_command_parse:
 * @usage: the arguments after the name of the command, such as "SURVEY LEVEL FILE.csv"
 * @description: what the command does, in a sentence or more, translated
 * @entries: (nullable): its options
 * @min_arguments: how many arguments it needs
 * @max_arguments: how many it takes; -1 for any number
 * @argc: (inout): the count, the name of the command included
 * @argv: (inout): the arguments; options are taken out of them
 *
 * Reads the options of one command and answers --help. Every command takes --lang; main() has heeded it
 * before, for the words of the program, and commands with words of the questionnaire have it in @entries.
 *
 * Returns: %FALSE when the command cannot run; the reason is on standard error
 */
gboolean
hw_command_parse (const char *usage,
                  const char *description,
                  GOptionEntry *entries,
                  int min_arguments,
                  int max_arguments,
                  int *argc,
                  char ***argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new (usage);
  g_autoptr (GError) error = NULL;
  g_autofree char *program = g_strconcat ("homeward-cli ", (*argv)[0], NULL);
  g_autofree char *language = NULL;
  GOptionEntry common[] = {
    { "lang", 0, 0, G_OPTION_ARG_STRING, &language, N_("The language of messages"), N_("LANGUAGE") },
    { NULL },
  };
  int n;

  g_set_prgname (program);
  g_option_context_set_summary (context, description);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!has_language (entries))
    g_option_context_add_main_entries (context, common, GETTEXT_PACKAGE);
  if (!g_option_context_parse (context, argc, argv, &error))
    {
      g_printerr ("%s: %s\n", program, error->message);
      return FALSE;
    }
  n = *argc - 1;
  if (n < min_arguments || (max_arguments >= 0 && n > max_arguments))
    {
      g_printerr (_("Usage: %s %s\n"), program, usage);
      g_printerr (_("“%s --help” says more.\n"), program);
      return FALSE;
    }
  return TRUE;
}

/**
 * hw_command_fail:
 * @error: what went wrong
 *
 * Prints the one sentence that says why nothing was done.
 *
 * Returns: %HW_EXIT_NOT_DONE
 */
int
hw_command_fail (GError *error)
{
  g_return_val_if_fail (error != NULL, HW_EXIT_NOT_DONE);
  g_printerr ("%s: %s\n", g_get_prgname (), error->message);
  return HW_EXIT_NOT_DONE;
}

/**
 * hw_command_print_problems:
 * @problems: what a reader found
 *
 * Prints one line a problem on standard error, with its place.
 */
void
hw_command_print_problems (HwProblems *problems)
{
  for (guint i = 0; i < hw_problems_get_length (problems); i++)
    {
      g_autofree char *line = hw_problem_dup_string (hw_problems_get (problems, i));

      g_printerr ("%s\n", line);
    }
}
