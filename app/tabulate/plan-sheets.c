/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/number.h"
#include "tabulate/plan-private.h"
#include "tabulate/remittances.h"
#include "tabulate/sql-text.h"

/**
 * hw_plan_dup_field: (skip)
 * @table: a sheet
 * @row: a row of it
 * @heading: the heading of a column
 * @column: (out): which field of the line that is, from 1; 0 when there is none
 *
 * Returns: (transfer full): the field without blanks around it; "" when the sheet has no such
 *   column
 */
char *
hw_plan_dup_field (HwCsvTable *table,
                   guint row,
                   const char *heading,
                   guint *column)
{
  guint at;

  *column = 0;
  if (!hw_csv_table_find_column (table, heading, &at))
    return g_strdup ("");
  *column = at + 1;
  return g_strstrip (g_strdup (hw_csv_table_get (table, row, at)));
}

/**
 * hw_plan_check_headings: (skip)
 * @table: a sheet
 * @needed: (array zero-terminated=1): the headings that it must have
 * @problems: gets those that it has not
 *
 * Returns: whether all of them are there
 */
gboolean
hw_plan_check_headings (HwCsvTable *table,
                        const char *const *needed,
                        HwProblems *problems)
{
  gboolean good = TRUE;
  guint column;

  for (; *needed != NULL; needed++)
    if (!hw_csv_table_find_column (table, *needed, &column))
      {
        hw_problems_add (problems, HW_PROBLEM_ERROR, hw_csv_table_get_name (table), 1, 0,
                         _("The column “%s” is missing."), *needed);
        good = FALSE;
      }
  return good;
}

static void
value_label_free (gpointer data)
{
  HwValueLabel *self = data;

  hw_plan_text_clear (&self->label);
  g_free (self);
}

/**
 * hw_plan_read_derived: (skip)
 * @self: a plan
 * @table: the sheet of its derived variables
 * @problems: gets all faults, with their places
 */
void
hw_plan_read_derived (HwPlan *self,
                      HwCsvTable *table,
                      HwProblems *problems)
{
  static const char *const needed[] = { "name", "level", "expression", NULL };
  const char *file = hw_csv_table_get_name (table);
  guint name_column;

  if (!hw_plan_check_headings (table, needed, problems))
    return;
  for (guint row = 0; row < hw_csv_table_get_n_rows (table); row++)
    {
      HwDerived *one;
      g_autofree char *fault = NULL;

      if (hw_csv_table_is_blank (table, row))
        continue;
      one = g_new0 (HwDerived, 1);
      one->line = hw_csv_table_get_line (table, row);
      one->name = hw_plan_dup_field (table, row, "name", &name_column);
      one->level = hw_plan_dup_field (table, row, "level", &self->level_column);
      one->expression = hw_plan_dup_field (table, row, "expression", &self->expression_column);
      hw_plan_text_read (&one->label, table, row, "label");
      if (!hw_sql_text_is_name (one->name))
        hw_problems_add (problems, HW_PROBLEM_ERROR, file, one->line, name_column,
                         _("“%s” cannot be the name of a variable: a letter, then letters, digits and “_”."),
                         one->name);
      else if (hw_plan_find_derived (self, one->name) != NULL)
        hw_problems_add (problems, HW_PROBLEM_ERROR, file, one->line, name_column,
                         _("There is another derived variable “%s”."), one->name);
      fault = hw_sql_text_dup_fault (one->expression);
      if (fault == NULL && *one->expression == '\0')
        fault = g_strdup (_("The formula is missing."));
      if (fault != NULL)
        hw_problems_add (problems, HW_PROBLEM_ERROR, file, one->line, self->expression_column, "%s",
                         fault);
      else
        {
          g_autofree char *written = one->expression;

          one->expression = hw_sql_text_dup_sql (written);
        }
      g_ptr_array_add (self->derived, one);
    }
}

/**
 * hw_plan_read_labels: (skip)
 * @self: a plan
 * @table: the sheet of its labels of values
 * @problems: gets all faults, with their places
 */
void
hw_plan_read_labels (HwPlan *self,
                     HwCsvTable *table,
                     HwProblems *problems)
{
  static const char *const needed[] = { "name", "value", "label", NULL };

  if (!hw_plan_check_headings (table, needed, problems))
    return;
  for (guint row = 0; row < hw_csv_table_get_n_rows (table); row++)
    {
      g_autofree char *name = NULL;
      g_autofree char *value = NULL;
      HwValueLabel *label;
      GHashTable *values;
      guint column;

      if (hw_csv_table_is_blank (table, row))
        continue;
      name = hw_plan_dup_field (table, row, "name", &column);
      value = hw_plan_dup_field (table, row, "value", &column);
      values = g_hash_table_lookup (self->labels, name);
      if (values == NULL)
        {
          values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, value_label_free);
          g_hash_table_insert (self->labels, g_steal_pointer (&name), values);
        }
      if (g_hash_table_contains (values, value))
        {
          hw_problems_add (problems, HW_PROBLEM_WARNING, hw_csv_table_get_name (table),
                           hw_csv_table_get_line (table, row), column,
                           _("The value “%s” has a label already; this one is not used."), value);
          continue;
        }
      label = g_new0 (HwValueLabel, 1);
      hw_plan_text_read (&label->label, table, row, "label");
      label->place = row;
      g_hash_table_insert (values, g_steal_pointer (&value), label);
    }
}

/**
 * hw_plan_read_external: (skip)
 * @self: a plan
 * @table: the sheet of its external items
 * @problems: gets all faults, with their places
 */
void
hw_plan_read_external (HwPlan *self,
                       HwCsvTable *table,
                       HwProblems *problems)
{
  static const char *const needed[] = { "line", "column", "amount", "source", "date", NULL };
  const char *file = hw_csv_table_get_name (table);

  if (!hw_plan_check_headings (table, needed, problems))
    return;
  for (guint row = 0; row < hw_csv_table_get_n_rows (table); row++)
    {
      HwExternal *one;
      g_autofree char *amount = NULL;
      guint line = hw_csv_table_get_line (table, row);
      guint column;
      guint amount_column;

      if (hw_csv_table_is_blank (table, row))
        continue;
      one = g_new0 (HwExternal, 1);
      one->line = hw_plan_dup_field (table, row, "line", &column);
      one->column = hw_plan_dup_field (table, row, "column", &column);
      one->source = hw_plan_dup_field (table, row, "source", &column);
      one->date = hw_plan_dup_field (table, row, "date", &column);
      amount = hw_plan_dup_field (table, row, "amount", &amount_column);
      g_ptr_array_add (self->external, one);
      if (!hw_remittances_has_line (one->line, one->column))
        hw_problems_add (problems, HW_PROBLEM_ERROR, file, line, 0,
                         _("The table of remittances has no line “%s” with a column “%s”."), one->line,
                         one->column);
      if (!hw_number_parse (amount, &one->amount))
        hw_problems_add (problems, HW_PROBLEM_ERROR, file, line, amount_column,
                         _("“%s” is not an amount."), amount);
      if (*one->source == '\0' || *one->date == '\0')
        hw_problems_add (problems, HW_PROBLEM_ERROR, file, line, 0,
                         _("An external item needs its source and its date."));
    }
}
