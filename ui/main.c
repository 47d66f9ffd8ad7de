/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "ui/application/application.h"

int
main (int argc,
      char **argv)
{
  /* An uninstalled build finds its translations through this. */
  const char *folder = g_getenv ("HOMEWARD_LOCALEDIR");
  g_autoptr (HwApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL ? folder : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  application = hw_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
