/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "cli/command.h"
#include "cli/output.h"

typedef struct
{
  HwOutput *output;
  const char *code; /* NULL: all */
  guint n;
} Print;

static void
add_code_cb (const HwProblemCode *code,
             gpointer data)
{
  Print *self = data;

  if (self->code != NULL && strcmp (self->code, code->code) != 0)
    return;
  self->n++;
  hw_output_add (self->output, code->code);
  hw_output_add (self->output, code->severity == HW_PROBLEM_ERROR ? "fault" : "advice");
  hw_output_add (self->output, hw_problem_subject_get_name (code->subject));
  hw_output_add (self->output, _(code->explanation));
  hw_output_add (self->output, code->wrong);
  hw_output_add (self->output, code->right);
}

/**
 * hw_command_explain:
 * @argc: how many arguments
 * @argv: the arguments; the first is the name of the command
 *
 * Prints what a code of the check means, or what all of them mean.
 *
 * Returns: %HW_EXIT_NOT_DONE when there is no such code
 */
int
hw_command_explain (int argc,
                    char **argv)
{
  static const char *const columns[]
      = { "code", "severity", "subject", "explanation", "wrong", "right", NULL };
  g_autofree char *format_name = NULL;
  g_autoptr (HwOutput) output = NULL;
  g_autoptr (GError) error = NULL;
  HwFormat format;
  Print print = { NULL };
  GOptionEntry entries[] = { HW_FORMAT_OPTION (&format_name), { NULL } };

  if (!hw_command_parse ("[CODE]",
                         _("Says what a code means that “homeward-cli check --format json” gives "
                           "to a finding, with an example where there is one; without CODE, all "
                           "of them."),
                         entries, 0, 1, &argc, &argv))
    return HW_EXIT_NOT_DONE;
  if (!hw_format_from_name (format_name, &format, &error))
    return hw_command_fail (error);
  output = hw_output_new (format, columns);
  print.output = output;
  print.code = argc > 1 ? argv[1] : NULL;
  hw_problem_codes_foreach (add_code_cb, &print);
  if (print.n == 0)
    {
      g_set_error (&error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _("There is no code “%s”. “homeward-cli explain” lists them."), print.code);
      return hw_command_fail (error);
    }
  hw_output_print (output);
  return HW_EXIT_DONE;
}
