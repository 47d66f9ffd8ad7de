/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <unistd.h>

#include "cli/command.h"
#include "cli/output.h"
#include "cli/tables.h"
#include "export/table-csv.h"
#include "export/table-text.h"

/* What a sheet of paper takes in the smallest readable type */
#define TEXT_WIDTH 120

static void
print_json (GPtrArray *tables)
{
  static const char *const columns[] = { "table", "layer", "row",   "column", "statistic",
                                         "estimate", "se", "cv", "lower", "upper",
                                         "deff", "df", "n", "flag", NULL };
  g_autoptr (HwOutput) output = hw_output_new (HW_FORMAT_JSON, columns);

  for (guint i = 0; i < tables->len; i++)
    {
      HwTable *table = g_ptr_array_index (tables, i);

      for (guint l = 0; l < hw_table_get_length (table, HW_AXIS_LAYER); l++)
        for (guint r = 0; r < hw_table_get_length (table, HW_AXIS_ROW); r++)
          for (guint c = 0; c < hw_table_get_length (table, HW_AXIS_COLUMN); c++)
            {
              const HwCell *cell = hw_table_get_cell (table, l, r, c);

              hw_output_add (output, hw_table_get_id (table));
              hw_output_add (output, hw_table_get_code (table, HW_AXIS_LAYER, l));
              hw_output_add (output, hw_table_get_code (table, HW_AXIS_ROW, r));
              hw_output_add (output, hw_table_get_code (table, HW_AXIS_COLUMN, c));
              hw_output_add (output, hw_table_get_statistic (table));
              hw_output_add_number (output, cell->estimate);
              hw_output_add_number (output, cell->se);
              hw_output_add_number (output, cell->cv);
              hw_output_add_number (output, cell->lower);
              hw_output_add_number (output, cell->upper);
              hw_output_add_number (output, cell->deff);
              hw_output_add_count (output, cell->df);
              hw_output_add_count (output, cell->n);
              hw_output_add (output, cell->flag);
            }
    }
  hw_output_print (output);
}

static gboolean
print_tables (GPtrArray *tables,
              HwFormat format,
              GError **error)
{
  g_autoptr (GOutputStream) stream = NULL;
  g_autofree char *text = NULL;

  switch (format)
    {
    case HW_FORMAT_CSV:
      fflush (stdout);
      stream = g_unix_output_stream_new (STDOUT_FILENO, FALSE);
      return hw_export_tables_csv (tables, stream, error);
    case HW_FORMAT_JSON:
      print_json (tables);
      return TRUE;
    case HW_FORMAT_TEXT:
    default:
      text = hw_export_tables_dup_text (tables, TEXT_WIDTH);
      fputs (text, stdout);
      return TRUE;
    }
}

/**
 * hw_command_tabulate:
 * @argc: how many arguments
 * @argv: the arguments; the first is the name of the command
 *
 * Prints the tables of a plan.
 *
 * Returns: %HW_EXIT_FINDINGS when a line of the plan is at fault and the others were made,
 *   %HW_EXIT_NOT_DONE when there is no table
 */
int
hw_command_tabulate (int argc,
                     char **argv)
{
  g_autofree char *format_name = NULL;
  g_autofree char *plan = NULL;
  g_autofree char *language = NULL;
  g_auto (GStrv) ids = NULL;
  g_autoptr (GPtrArray) tables = NULL;
  g_autoptr (GError) error = NULL;
  HwFormat format;
  int status;
  GOptionEntry entries[] = {
    { "plan", 0, 0, G_OPTION_ARG_FILENAME, &plan, N_("The tabulation plan"), N_("PLAN.csv") },
    { "table", 0, 0, G_OPTION_ARG_STRING_ARRAY, &ids, N_("Only this table; may be given several times"),
      N_("ID") },
    { "lang", 0, 0, G_OPTION_ARG_STRING, &language, N_("Language of the labels"), N_("LANGUAGE") },
    HW_FORMAT_OPTION (&format_name),
    { NULL },
  };

  if (!hw_command_parse ("SURVEY",
                         _("Makes the tables of a plan, with standard errors. Derived variables, labels and external items stand in "
                           "PLAN-variables.csv, PLAN-labels.csv and PLAN-external.csv beside the plan."),
                         entries, 1, 1, &argc, &argv))
    return HW_EXIT_NOT_DONE;
  if (!hw_format_from_name (format_name, &format, &error))
    return hw_command_fail (error);
  status = hw_command_make_tables (argv[1], plan, (const char *const *) ids, language, &tables);
  if (status == HW_EXIT_NOT_DONE)
    return status;
  if (!print_tables (tables, format, &error))
    return hw_command_fail (error);
  return status;
}
