/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tabulate/disclosure.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/**
 * hw_disclosure_flag:
 * @cell: a complete cell
 * @figure: what kind of figure it is
 * @tally: (nullable): the cases behind an amount, to look for one that dominates it
 *
 * Sets the flag of @cell: "*" withhold, "F" too unreliable, "E" use with caution, "" fine. An empty
 * cell has nothing to flag.
 */
void
hw_disclosure_flag (HwCell *cell,
                    HwFigure figure,
                    const HwTally *tally)
{
  const char *flag = "";

  if (isnan (cell->estimate) || cell->n == 0)
    return;
  if (figure == HW_FIGURE_MEAN && cell->n < HW_MIN_CASES)
    flag = "*";
  else if (figure == HW_FIGURE_AMOUNT && cell->n < HW_MIN_CONTRIBUTORS)
    flag = "*";
  else if (figure == HW_FIGURE_AMOUNT && tally != NULL
           && (hw_tally_get_dominance (tally, 1) > HW_MAX_FIRST
               || hw_tally_get_dominance (tally, 2) > HW_MAX_FIRST_TWO))
    flag = "*";
  else if (cell->cv > HW_CV_UNRELIABLE)
    flag = "F";
  else if (cell->cv > HW_CV_CAUTION)
    flag = "E";
  g_strlcpy (cell->flag, flag, sizeof cell->flag);
}

/* The cells of one sum: the parts and, as the last one, their total */
typedef struct
{
  HwTable *table;
  guint layer;
  guint line;
  gboolean along_row; /* the line is a row, and its parts are columns */
} Sum;

static HwCell *
get_cell (const Sum *sum,
          guint i)
{
  return sum->along_row ? hw_table_edit_cell (sum->table, sum->layer, sum->line, i)
                        : hw_table_edit_cell (sum->table, sum->layer, i, sum->line);
}

/* Whether withholding @cell loses less than withholding @other: what is too unreliable to be printed
 * is no loss at all, and a small amount is less of one than a large amount. */
static gboolean
loses_less (const HwCell *cell,
            const HwCell *other)
{
  gboolean unreliable = strcmp (cell->flag, "F") == 0;

  if (unreliable != (strcmp (other->flag, "F") == 0))
    return unreliable;
  return fabs (cell->estimate) < fabs (other->estimate);
}

/* Withholds a second cell where only one is: one of the parts, or the total when there is no other
 * part. */
static gboolean
protect_sum (const Sum *sum)
{
  guint n = hw_table_get_length (sum->table, sum->along_row ? HW_AXIS_COLUMN : HW_AXIS_ROW);
  HwCell *second = NULL;
  guint n_withheld = 0;

  for (guint i = 0; i < n; i++)
    {
      HwCell *cell = get_cell (sum, i);

      if (strcmp (cell->flag, "*") == 0)
        n_withheld++;
      else if (cell->n > 0 && isfinite (cell->estimate)
               && (second == NULL || (i < n - 1 && loses_less (cell, second))))
        second = cell;
    }
  if (n_withheld != 1 || second == NULL)
    return FALSE;
  g_strlcpy (second->flag, "*", sizeof second->flag);
  return TRUE;
}

static gboolean
protect_lines (HwTable *table,
               gboolean along_row)
{
  gboolean changed = FALSE;

  for (guint l = 0; l < hw_table_get_length (table, HW_AXIS_LAYER); l++)
    for (guint i = 0; i < hw_table_get_length (table, along_row ? HW_AXIS_ROW : HW_AXIS_COLUMN); i++)
      {
        const Sum sum = { table, l, i, along_row };

        changed |= protect_sum (&sum);
      }
  return changed;
}

/**
 * hw_disclosure_protect: (skip)
 * @table: a table of amounts with their flags
 * @rows_add_up: whether the cells of a row sum to the last one, its total
 * @columns_add_up: whether the cells of a column sum to the last one
 *
 * Withholds more cells, until none that is withheld can be had by subtraction.
 */
void
hw_disclosure_protect (HwTable *table,
                       gboolean rows_add_up,
                       gboolean columns_add_up)
{
  gboolean changed;

  do
    {
      changed = rows_add_up && protect_lines (table, TRUE);
      changed |= columns_add_up && protect_lines (table, FALSE);
    }
  while (changed);
}

/**
 * hw_disclosure_dup_legend:
 *
 * Returns: (transfer full): the meaning of the flags in one translated paragraph, for under a table
 */
char *
hw_disclosure_dup_legend (void)
{
  /* Translators: the first two numbers are coefficients of variation in percent, the next two
   * numbers of cases, the last two percentages. */
  return g_strdup_printf (_("E: use with caution, CV above %.1f %%. F: too unreliable, CV above %.1f %%. "
                            "*: withhold, a percentage or mean from fewer than %d cases, or an amount from fewer than %d "
                            "cases or of which one household makes over %.0f %% or two make over %.0f %%, "
                            "or one from which such an amount could be found out. "
                            "x: external figure. ..: not available."),
                          HW_CV_CAUTION, HW_CV_UNRELIABLE, HW_MIN_CASES, HW_MIN_CONTRIBUTORS,
                          100 * HW_MAX_FIRST, 100 * HW_MAX_FIRST_TWO);
}
