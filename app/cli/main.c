/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <string.h>

#include "cli/command.h"

/* In the order of the work, which is the order in which help lists them. */
static const HwCommand commands[] = {
  { "check", N_("Check a questionnaire"), hw_command_check },
  { "explain", N_("Say what a finding of check means"), hw_command_explain },
  { "columns", N_("List what a questionnaire may have"), hw_command_columns },
  { "new", N_("Make a survey file"), hw_command_new },
  { "import", N_("Import the rows of one level"), hw_command_import },
  { "fill", N_("Fill in an interview from a script"), hw_command_fill },
  { "evaluate", N_("Evaluate one expression"), hw_command_evaluate },
  { "list", N_("List the interviews"), hw_command_list },
  { "show", N_("Show the answers of an interview"), hw_command_show },
  { "trail", N_("Show who answered what, and when"), hw_command_trail },
  { "verify", N_("Check that the answer trail is whole"), hw_command_verify },
  { "findings", N_("Print what is wrong or odd in the interviews"), hw_command_findings },
  { "review", N_("Approve interviews or send them back"), hw_command_review },
  { "progress", N_("Print how far the work is"), hw_command_progress },
  { "tabulate", N_("Make the tables of a plan"), hw_command_tabulate },
  { "export", N_("Write files for other programs"), hw_command_export },
};

static void
print_help (void)
{
  g_print (_("Usage: homeward-cli COMMAND [ARGUMENT…]\n\n"));
  g_print (_("Commands:\n"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_print ("  %-10s %s\n", commands[i].name, _(commands[i].summary));
  g_print (_("\n“homeward-cli COMMAND --help” says more about one of them.\n"
             "Exit status: 0 done, 1 done with findings, 2 not done.\n"));
}

/* Before the first word is said. The plain C locale knows no catalogues, and no letters beyond ASCII. */
static void
set_language (int argc,
              char **argv)
{
  const char *language = NULL;

  for (int i = 2; i < argc; i++)
    if (g_str_has_prefix (argv[i], "--lang="))
      language = argv[i] + strlen ("--lang=");
    else if (strcmp (argv[i], "--lang") == 0 && i + 1 < argc)
      language = argv[i + 1];
  if (language != NULL && *language != '\0')
    g_setenv ("LANGUAGE", language, TRUE);
  setlocale (LC_ALL, "");
  if (strcmp (setlocale (LC_MESSAGES, NULL), "C") == 0)
    setlocale (LC_MESSAGES, "C.UTF-8");
  if (strcmp (setlocale (LC_CTYPE, NULL), "C") == 0)
    setlocale (LC_CTYPE, "C.UTF-8");
}

int
main (int argc,
      char **argv)
{
  const char *folder = g_getenv ("HOMEWARD_LOCALEDIR");

  set_language (argc, argv);
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL ? folder : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");

  if (argc < 2 || strcmp (argv[1], "--help") == 0 || strcmp (argv[1], "help") == 0)
    {
      print_help ();
      return argc < 2 ? HW_EXIT_NOT_DONE : HW_EXIT_DONE;
    }
  if (strcmp (argv[1], "--version") == 0)
    {
      g_print ("homeward-cli %s\n", PACKAGE_VERSION);
      return HW_EXIT_DONE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (argv[1], commands[i].name) == 0)
      return commands[i].run (argc - 1, argv + 1);
  g_printerr (_("homeward-cli: there is no command “%s”. “homeward-cli --help” lists them.\n"),
              argv[1]);
  return HW_EXIT_NOT_DONE;
}
