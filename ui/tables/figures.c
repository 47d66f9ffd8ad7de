/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tables/figures.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <math.h>
#include <string.h>

/* In the order of HwBeside, as the settings name them */
static const char *const names[] = { "nothing", "se", "cv", "limits", "n" };

/**
 * hw_beside_get_name:
 * @beside: what stands beside an estimate
 *
 * Returns: (transfer none): the name that the settings use
 */
const char *
hw_beside_get_name (HwBeside beside)
{
  g_return_val_if_fail (beside < G_N_ELEMENTS (names), names[0]);

  return names[beside];
}

/**
 * hw_beside_from_name:
 * @name: a name as hw_beside_get_name() gives it
 *
 * Returns: what it names; nothing when it names nothing
 */
HwBeside
hw_beside_from_name (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (name, names[i]) == 0)
      return (HwBeside) i;
  return HW_BESIDE_NOTHING;
}

/* Locales without a separator get the narrow space of ISO 80000: long totals must be readable. */
static char *
group_digits (const char *text)
{
  const char *digits = *text == '-' ? text + 1 : text;
  gsize n = strspn (digits, "0123456789");
  GString *grouped = g_string_new_len (text, digits - text);

  for (gsize i = 0; i < n; i++)
    {
      if (i > 0 && (n - i) % 3 == 0)
        g_string_append (grouped, "\u202f");
      g_string_append_c (grouped, digits[i]);
    }
  g_string_append (grouped, digits + n);
  return g_string_free (grouped, FALSE);
}

/**
 * hw_figure_dup_text:
 * @number: a number
 * @decimals: how many digits stand after the point
 *
 * Returns: (transfer full): the number as the locale writes it, in groups of digits
 */
char *
hw_figure_dup_text (double number,
                    guint decimals)
{
  g_autofree char *text = NULL;

  if (!isfinite (number))
    return g_strdup ("–");
  /* What rounds to nothing has no sign. */
  if (fabs (number) < 0.5 * pow (10, -(double) decimals))
    number = 0;
  if (*localeconv ()->thousands_sep != '\0')
    return g_strdup_printf ("%'.*f", (int) decimals, number);
  text = g_strdup_printf ("%.*f", (int) decimals, number);
  return group_digits (text);
}

static double
find_largest (HwTable *table)
{
  double largest = 0;

  for (guint l = 0; l < hw_table_get_length (table, HW_AXIS_LAYER); l++)
    for (guint r = 0; r < hw_table_get_length (table, HW_AXIS_ROW); r++)
      for (guint c = 0; c < hw_table_get_length (table, HW_AXIS_COLUMN); c++)
        {
          const HwCell *cell = hw_table_get_cell (table, l, r, c);

          if (cell != NULL && isfinite (cell->estimate))
            largest = fmax (largest, fabs (cell->estimate));
        }
  return largest;
}

/**
 * hw_figures_get_decimals:
 * @table: a table
 *
 * Every estimate of a table has the same digits after the point, or they cannot be compared.
 *
 * Returns: how many are worth reading
 */
guint
hw_figures_get_decimals (HwTable *table)
{
  const char *statistic;
  double largest;

  g_return_val_if_fail (table != NULL, 0);

  statistic = hw_table_get_statistic (table);
  if (g_strcmp0 (statistic, "count") == 0 || g_strcmp0 (statistic, "total") == 0)
    return 0;
  if (g_str_has_suffix (statistic, "%"))
    return 1;
  largest = find_largest (table);
  if (largest >= 1000)
    return 0;
  if (largest >= 100)
    return 1;
  return largest >= 1 ? 2 : 3;
}

/**
 * hw_figures_is_withheld:
 * @cell: a cell
 *
 * Returns: whether only its mark may be seen
 */
gboolean
hw_figures_is_withheld (const HwCell *cell)
{
  g_return_val_if_fail (cell != NULL, TRUE);

  return strcmp (cell->flag, "F") == 0 || strcmp (cell->flag, "*") == 0
         || strcmp (cell->flag, "..") == 0;
}

/**
 * hw_figures_dup_estimate:
 * @cell: a cell
 * @decimals: digits after the point
 *
 * Returns: (transfer full): the estimate; "" when it is withheld
 */
char *
hw_figures_dup_estimate (const HwCell *cell,
                         guint decimals)
{
  g_return_val_if_fail (cell != NULL, NULL);

  return hw_figures_is_withheld (cell) ? g_strdup ("")
                                       : hw_figure_dup_text (cell->estimate, decimals);
}

/**
 * hw_figures_dup_beside:
 * @cell: a cell
 * @beside: what is shown beside the estimate
 * @decimals: digits after the point of the estimate
 *
 * Returns: (transfer full): it, as short as it goes; "" when there is nothing to show
 */
char *
hw_figures_dup_beside (const HwCell *cell,
                       HwBeside beside,
                       guint decimals)
{
  g_autofree char *one = NULL;
  g_autofree char *two = NULL;

  g_return_val_if_fail (cell != NULL, NULL);

  if (beside == HW_BESIDE_N)
    return g_strdup_printf ("%u", cell->n);
  if (hw_figures_is_withheld (cell) || beside == HW_BESIDE_NOTHING || !isfinite (cell->se))
    return g_strdup ("");
  switch (beside)
    {
    case HW_BESIDE_SE:
      return hw_figure_dup_text (cell->se, decimals);
    case HW_BESIDE_CV:
      if (!isfinite (cell->cv))
        return g_strdup ("");
      one = hw_figure_dup_text (cell->cv, 1);
      /* Translators: a share in percent; the space does not break. */
      return g_strdup_printf (_("%s %%"), one);
    case HW_BESIDE_LIMITS:
      one = hw_figure_dup_text (cell->lower, decimals);
      two = hw_figure_dup_text (cell->upper, decimals);
      /* Translators: the lower and the upper confidence limit. */
      return g_strdup_printf (_("%1$s to %2$s"), one, two);
    default:
      return g_strdup ("");
    }
}

static const char *
describe_flag (const HwCell *cell)
{
  if (strcmp (cell->flag, "E") == 0)
    return _("Use with caution.");
  if (strcmp (cell->flag, "F") == 0)
    return _("Not reliable enough to publish.");
  if (strcmp (cell->flag, "*") == 0)
    return _("Withheld.");
  if (strcmp (cell->flag, "x") == 0)
    return _("From another source.");
  if (strcmp (cell->flag, "..") == 0)
    return _("Not available.");
  return NULL;
}

/**
 * hw_figures_dup_sentence:
 * @cell: a cell
 * @decimals: digits after the point of the estimate
 *
 * Returns: (transfer full): all that is known of the cell, for the line under a table and for those
 *   who hear it
 */
char *
hw_figures_dup_sentence (const HwCell *cell,
                         guint decimals)
{
  g_autofree char *estimate = NULL;
  g_autofree char *se = NULL;
  g_autofree char *cv = NULL;
  g_autofree char *lower = NULL;
  g_autofree char *upper = NULL;
  g_autofree char *figures = NULL;
  const char *flag;

  g_return_val_if_fail (cell != NULL, NULL);

  flag = describe_flag (cell);
  if (hw_figures_is_withheld (cell))
    return g_strdup (flag);
  estimate = hw_figure_dup_text (cell->estimate, decimals);
  if (isfinite (cell->se))
    {
      se = hw_figure_dup_text (cell->se, decimals + 1);
      cv = hw_figure_dup_text (cell->cv, 1);
      lower = hw_figure_dup_text (cell->lower, decimals);
      upper = hw_figure_dup_text (cell->upper, decimals);
      figures
          /* Translators: estimate, standard error, coefficient of variation, confidence limits, number
           * of cases. */
          = g_strdup_printf (_("%1$s; SE %2$s; CV %3$s %%; 95 %% limits %4$s to %5$s; n %6$u."),
                             estimate, se, cv, lower, upper, cell->n);
    }
  else
    {
      /* Translators: an estimate without a standard error, and its number of cases. */
      figures = g_strdup_printf (_("%1$s; no standard error; n %2$u."), estimate, cell->n);
    }
  return flag != NULL ? g_strdup_printf ("%s %s", figures, flag) : g_steal_pointer (&figures);
}
