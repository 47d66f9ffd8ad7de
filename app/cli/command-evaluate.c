/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "cli/command.h"
#include "expression/document.h"

/* Takes the expression out of the arguments before the options are read: "-1 div 0" is none. */
static const char *
take_expression (int *argc,
                 char **argv)
{
  for (int i = 1; i < *argc; i++)
    {
      const char *expression = argv[i];

      if (g_str_equal (expression, "--document") || g_str_equal (expression, "--context")
          || g_str_equal (expression, "--as"))
        {
          i++;
          continue;
        }
      if ((g_str_has_prefix (expression, "--") && !g_ascii_isdigit (expression[2]))
          || g_str_equal (expression, "-h") || g_str_equal (expression, "-?"))
        continue;
      memmove (argv + i, argv + i + 1, (gsize) (*argc - i) * sizeof *argv);
      (*argc)--;
      return expression;
    }
  return NULL;
}

static char *
evaluate (const char *expression,
          const char *path,
          const char *context,
          const char *as,
          gboolean answers,
          GError **error)
{
  g_autoptr (HwDocument) document = NULL;

  document = path != NULL ? hw_document_new_from_file (path, error) : hw_document_new_empty ();
  if (document == NULL)
    return NULL;
  if (answers)
    hw_document_set_answers (document, TRUE);
  return hw_document_evaluate (document, context, expression, as, error);
}

/**
 * hw_command_evaluate:
 * @argc: how many arguments
 * @argv: the arguments; the first is the name of the command
 *
 * Prints what an expression gives, as TYPE:VALUE. A fault is a result as well for those who try
 * expressions out: it goes to standard output as error:SENTENCE.
 *
 * Returns: the exit status
 */
int
hw_command_evaluate (int argc,
                     char **argv)
{
  g_autofree char *path = NULL;
  g_autofree char *context = NULL;
  g_autofree char *as = NULL;
  g_autofree char *result = NULL;
  g_autoptr (GError) error = NULL;
  const char *expression = take_expression (&argc, argv);
  int n = expression == NULL ? 1 : 0;
  gboolean answers = FALSE;
  GOptionEntry entries[] = {
    { "document", 0, 0, G_OPTION_ARG_FILENAME, &path, N_("The XML file that it speaks of"),
      N_("F.xml") },
    { "context", 0, 0, G_OPTION_ARG_STRING, &context, N_("The node from which it is seen"),
      N_("XPATH") },
    { "as", 0, 0, G_OPTION_ARG_STRING, &as,
      N_("Convert to boolean, number, string, date or nodeset"), N_("TYPE") },
    { "answers", 0, 0, G_OPTION_ARG_NONE, &answers,
      N_("The document holds answers, as every document <data> does: blank ones are passed over"),
      NULL },
    { NULL },
  };

  if (!hw_command_parse ("EXPRESSION", _("Evaluates an XLSForm expression and prints TYPE:VALUE."),
                         entries, n, n, &argc, &argv))
    return HW_EXIT_NOT_DONE;
  result = evaluate (expression, path, context, as, answers, &error);
  if (result == NULL)
    {
      printf ("error:%s\n", error->message);
      return HW_EXIT_NOT_DONE;
    }
  printf ("%s\n", result);
  return HW_EXIT_DONE;
}
