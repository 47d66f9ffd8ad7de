/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tabulate/disclosure.h"

#include <glib/gi18n-lib.h>
#include <math.h>

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
                            "cases or of which one household makes over %.0f %% or two make over %.0f %%. "
                            "x: external figure. ..: not available."),
                          HW_CV_CAUTION, HW_CV_UNRELIABLE, HW_MIN_CASES, HW_MIN_CONTRIBUTORS,
                          100 * HW_MAX_FIRST, 100 * HW_MAX_FIRST_TWO);
}
