/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli/command.h"
#include "cli/output.h"
#include "expression/functions.h"
#include "questionnaire/vocabulary.h"

/* What stands in the column "standing", for scripts. */
static const char *
get_standing_name (HwStanding standing)
{
  switch (standing)
    {
    case HW_STANDING_OURS:
      return "homeward";
    case HW_STANDING_ACCEPTED:
      return "no-effect";
    case HW_STANDING_REPLACED:
      return "replaced";
    case HW_STANDING_USED:
    default:
      return "used";
    }
}

static void
add_words (HwOutput *output)
{
  guint n;
  const HwWord *words = hw_xlsform_vocabulary (&n);

  for (guint word_class = 0; word_class < HW_N_WORD_CLASSES; word_class++)
    for (guint i = 0; i < n; i++)
      {
        const HwWord *word = &words[i];

        if ((guint)word->word_class != word_class)
          continue;
        hw_output_add (output, hw_word_class_get_name (word->word_class));
        hw_output_add (output, word->name);
        hw_output_add (output, get_standing_name (word->standing));
        hw_output_add (output, *word->belongs_to != '\0' ? word->belongs_to : NULL);
        hw_output_add (output, *word->aliases != '\0' ? word->aliases : NULL);
        hw_output_add (output, hw_word_get_description (word));
      }
}

static int
compare_functions (gconstpointer a,
                   gconstpointer b)
{
  const HwFunction *one = *(const HwFunction *const *)a;
  const HwFunction *two = *(const HwFunction *const *)b;

  return strcmp (one->name, two->name);
}

static void
collect_cb (const HwFunction *function,
            gpointer data)
{
  if ((function->flags & HW_FUNCTION_INTERNAL) == 0)
    g_ptr_array_add (data, (gpointer)function);
}

static void
add_functions (HwOutput *output)
{
  g_autoptr (GPtrArray) functions = g_ptr_array_new ();

  hw_functions_foreach (collect_cb, functions);
  g_ptr_array_sort (functions, compare_functions);
  for (guint i = 0; i < functions->len; i++)
    {
      const HwFunction *function = g_ptr_array_index (functions, i);
      g_autofree char *name = g_strconcat (function->name, "()", NULL);

      hw_output_add (output, _("Functions"));
      hw_output_add (output, name);
      hw_output_add (output, "used");
      hw_output_add (output, NULL);
      hw_output_add (output, NULL);
      hw_output_add (output, function->description != NULL ? _(function->description) : NULL);
    }
}

/**
 * hw_command_columns:
 * @argc: how many arguments
 * @argv: the arguments; the first is the name of the command
 *
 * Prints every word of questionnaires that Homeward knows, out of the tables that it reads them
 * with.
 *
 * Returns: %HW_EXIT_DONE
 */
int
hw_command_columns (int argc,
                    char **argv)
{
  static const char *const columns[]
      = { "class", "name", "standing", "belongs_to", "aliases", "description", NULL };
  g_autofree char *format_name = NULL;
  g_autoptr (HwOutput) output = NULL;
  g_autoptr (GError) error = NULL;
  HwFormat format;
  GOptionEntry entries[] = { HW_FORMAT_OPTION (&format_name), { NULL } };

  if (!hw_command_parse (
          "",
          _("Lists the types, columns, settings, parameters, appearances and functions that a "
            "questionnaire may have. The standing is “used” for those of XLSForm, “homeward” for "
            "those of Homeward alone, which other programs leave alone, “no-effect” for those "
            "that are read and change nothing, and “replaced” for those that a desktop cannot "
            "do; the description says what to do instead."),
          entries, 0, 0, &argc, &argv))
    return HW_EXIT_NOT_DONE;
  if (!hw_format_from_name (format_name, &format, &error))
    return hw_command_fail (error);
  output = hw_output_new (format, columns);
  add_words (output);
  add_functions (output);
  hw_output_print (output);
  return HW_EXIT_DONE;
}
