/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tabulate/crosstab.h"
#include "tabulate/disclosure.h"
#include "tabulate/table-private.h"

#include <math.h>
#include <string.h>

#define N 6

static const guint units[N] = { 0, 1, 2, 3, 4, 5 };
static const char *const sex[N] = { "1", "2", "2", NULL, "2", NULL };
static const guint8 sex_missing[N] = { 0, 0, 0, HW_MISSING_REFUSED, 0, HW_MISSING_DORMANT };
static const char *const uses[N] = { "3 1", "1", NULL, "10 1 10", "", "3" };

static gboolean
label_sex (const char *code,
           const char **label,
           guint *place,
           gpointer data)
{
  /* Women first, to see that the list decides and not the number */
  if (strcmp (code, "1") != 0 && strcmp (code, "2") != 0)
    return FALSE;
  *label = *code == '2' ? "Women" : "Men";
  *place = *code == '2' ? 0 : 1;
  return TRUE;
}

static HwTable *
fill (HwStatistic statistic,
      HwFactor *rows,
      HwFactor *columns,
      const double *y,
      const guint8 *in)
{
  const HwTableWords words = { "T", "Title", "count", "Number", "note", "" };
  g_autoptr (HwDesign) design = hw_design_new (N, NULL, NULL, NULL, NULL);
  HwTable *table = hw_table_new (&words);
  const HwCrosstab crosstab = { .statistic = statistic, .p = 0.5, .n_cases = N, .unit = units,
                                .in = in, .y = y, .rows = rows, .columns = columns };

  hw_crosstab_fill (&crosstab, design, table);
  return table;
}

static double
estimate (HwTable *table,
          guint row,
          guint column)
{
  return hw_table_get_cell (table, 0, row, column)->estimate;
}

/* Kinds of missing are the last levels; what is dormant was not asked. */
static void
test_levels (void)
{
  g_autoptr (HwFactor) factor = hw_factor_new (N, sex, sex_missing, FALSE, label_sex, NULL);
  const char *const codes[] = { "2", "1", "refused", "not-asked" };
  const char *const labels[] = { "Women", "Men", "Refused", "Not asked" };

  g_assert_cmpuint (hw_factor_get_length (factor), ==, G_N_ELEMENTS (codes));
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_assert_cmpstr (hw_factor_get_level (factor, i)->code, ==, codes[i]);
      g_assert_cmpstr (hw_factor_get_level (factor, i)->label, ==, labels[i]);
      g_assert_cmpint (hw_factor_get_level (factor, i)->is_missing, ==, i >= 2);
    }
}

/* Several choices: a case is in the row of each, once, and in the total once; codes that are
 * numbers are in their order. */
static void
test_several (void)
{
  g_autoptr (HwFactor) factor = hw_factor_new (N, uses, NULL, TRUE, NULL, NULL);
  g_autoptr (HwTable) counts = fill (HW_STATISTIC_COUNT, factor, NULL, NULL, NULL);
  g_autoptr (HwFactor) again = hw_factor_new (N, uses, NULL, TRUE, NULL, NULL);
  g_autoptr (HwTable) shares = fill (HW_STATISTIC_COLUMN_SHARE, again, NULL, NULL, NULL);
  const char *const codes[] = { "1", "3", "10", "not-answered", "total" };
  const double numbers[] = { 3, 2, 1, 2, 6 };

  g_assert_cmpuint (hw_table_get_length (counts, HW_AXIS_ROW), ==, G_N_ELEMENTS (codes));
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_assert_cmpstr (hw_table_get_code (counts, HW_AXIS_ROW, i), ==, codes[i]);
      g_assert_cmpfloat (estimate (counts, i, 0), ==, numbers[i]);
    }
  /* Per cent of the four cases with an answer; more than 100 together */
  g_assert_cmpfloat_with_epsilon (estimate (shares, 0, 0), 75, 1e-12);
  g_assert_cmpfloat_with_epsilon (estimate (shares, 1, 0), 50, 1e-12);
  g_assert_cmpfloat_with_epsilon (estimate (shares, 2, 0), 25, 1e-12);
  g_assert_true (isnan (estimate (shares, 3, 0)));
  g_assert_cmpuint (hw_table_get_cell (shares, 0, 3, 0)->n, ==, 2);
  g_assert_cmpfloat (estimate (shares, 4, 0), ==, 100);
}

/* The base of each percentage leaves out what is missing on the side that it runs along. */
static void
test_bases (void)
{
  static const char *const region[N] = { "a", "a", "b", "b", NULL, "b" };
  const HwStatistic statistics[] = { HW_STATISTIC_ROW_SHARE, HW_STATISTIC_COLUMN_SHARE,
                                     HW_STATISTIC_TABLE_SHARE };
  /* Rows a, b, not stated, total; columns women, men, refused, not asked, total */
  const double expected[3][4][5] = {
    { { 50, 50, NAN, NAN, 100 }, { 100, 0, NAN, NAN, 100 }, { 100, 0, NAN, NAN, 100 },
      { 75, 25, NAN, NAN, 100 } },
    { { 50, 100, 0, 0, 40 }, { 50, 0, 100, 100, 60 }, { NAN, NAN, NAN, NAN, NAN },
      { 100, 100, 100, 100, 100 } },
    { { 100 / 3., 100 / 3., NAN, NAN, 200 / 3. }, { 100 / 3., 0, NAN, NAN, 100 / 3. },
      { NAN, NAN, NAN, NAN, NAN }, { 200 / 3., 100 / 3., NAN, NAN, 100 } },
  };

  for (guint s = 0; s < G_N_ELEMENTS (statistics); s++)
    {
      g_autoptr (HwFactor) rows = hw_factor_new (N, region, NULL, FALSE, NULL, NULL);
      g_autoptr (HwFactor) columns = hw_factor_new (N, sex, sex_missing, FALSE, label_sex, NULL);
      g_autoptr (HwTable) table = fill (statistics[s], rows, columns, NULL, NULL);

      for (guint r = 0; r < 4; r++)
        for (guint c = 0; c < 5; c++)
          if (isnan (expected[s][r][c]))
            g_assert_true (isnan (estimate (table, r, c)));
          else
            g_assert_cmpfloat_with_epsilon (estimate (table, r, c), expected[s][r][c], 1e-9);
    }
}

static void
test_crossed (void)
{
  static const char *const region[N] = { "a", "a", "b", "b", "b", "b" };
  const guint8 in[N] = { 1, 1, 1, 0, 1, 0 };
  g_autoptr (HwFactor) outer = hw_factor_new (N, region, NULL, FALSE, NULL, NULL);
  g_autoptr (HwFactor) inner = hw_factor_new (N, sex, sex_missing, FALSE, label_sex, NULL);
  g_autoptr (HwFactor) crossed = hw_factor_new_crossed (outer, inner);
  g_autoptr (HwTable) table = fill (HW_STATISTIC_COUNT, crossed, NULL, NULL, in);
  const char *const codes[] = { "a|2", "a|1", "b|2", "total" };
  const double numbers[] = { 1, 1, 2, 4 };

  g_assert_cmpuint (hw_table_get_length (table, HW_AXIS_ROW), ==, G_N_ELEMENTS (codes));
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_assert_cmpstr (hw_table_get_code (table, HW_AXIS_ROW, i), ==, codes[i]);
      g_assert_cmpfloat (estimate (table, i, 0), ==, numbers[i]);
    }
}

/* Who has no value is no case of a mean, and the mean of nobody is undefined, not 0. */
static void
test_missing_values (void)
{
  const double y[N] = { 4, NAN, 2, NAN, 6, NAN };
  const guint8 nobody[N] = { 0 };
  g_autoptr (HwFactor) rows = hw_factor_new (N, sex, sex_missing, FALSE, label_sex, NULL);
  g_autoptr (HwTable) means = fill (HW_STATISTIC_MEAN, rows, NULL, y, NULL);
  g_autoptr (HwTable) empty = fill (HW_STATISTIC_MEAN, NULL, NULL, y, nobody);
  g_autoptr (HwTable) none = fill (HW_STATISTIC_COUNT, NULL, NULL, NULL, nobody);
  g_autoptr (HwTable) middle = fill (HW_STATISTIC_QUANTILE, NULL, NULL, y, NULL);

  g_assert_cmpuint (hw_table_get_length (means, HW_AXIS_ROW), ==, 3);
  g_assert_cmpfloat (estimate (means, 0, 0), ==, 4);
  g_assert_cmpfloat (estimate (means, 2, 0), ==, 4);
  g_assert_cmpuint (hw_table_get_cell (means, 0, 2, 0)->n, ==, 3);
  g_assert_true (isnan (estimate (empty, 0, 0)));
  g_assert_true (isnan (hw_table_get_cell (empty, 0, 0, 0)->se));
  g_assert_cmpfloat (estimate (none, 0, 0), ==, 0);
  g_assert_cmpfloat (estimate (middle, 0, 0), ==, 4);
}

/* One case: a mean, and no idea of its error; a total has one, of who is in the sample and who not. */
static void
test_one_case (void)
{
  const double y[N] = { 4, 5, 6, 7, 8, 9 };
  const guint8 one[N] = { 0, 1, 0, 0, 0, 0 };
  g_autoptr (HwTable) mean = fill (HW_STATISTIC_MEAN, NULL, NULL, y, one);
  g_autoptr (HwTable) total = fill (HW_STATISTIC_TOTAL, NULL, NULL, y, one);

  g_assert_cmpfloat (estimate (mean, 0, 0), ==, 5);
  g_assert_true (isnan (hw_table_get_cell (mean, 0, 0, 0)->se));
  g_assert_cmpfloat_with_epsilon (hw_table_get_cell (total, 0, 0, 0)->se, 5, 1e-12);
}

static void
test_flags (void)
{
  const struct { HwFigure figure; double cv; guint n; const char *flag; } rows[] = {
    { HW_FIGURE_MEAN, 5, 25, "" },      { HW_FIGURE_MEAN, 5, 24, "*" },
    { HW_FIGURE_MEAN, 16.5, 100, "" },  { HW_FIGURE_MEAN, 16.6, 100, "E" },
    { HW_FIGURE_MEAN, 33.3, 100, "E" }, { HW_FIGURE_MEAN, 33.4, 100, "F" },
    { HW_FIGURE_COUNT, 5, 3, "" },      { HW_FIGURE_COUNT, 50, 3, "F" },
    { HW_FIGURE_AMOUNT, 5, 4, "*" },    { HW_FIGURE_AMOUNT, 5, 5, "" },
    { HW_FIGURE_MEAN, NAN, 100, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      HwCell cell = { .estimate = 1, .cv = rows[i].cv, .n = rows[i].n };

      hw_disclosure_flag (&cell, rows[i].figure, NULL);
      g_assert_cmpstr (cell.flag, ==, rows[i].flag);
    }
}

/* Six households, and one of them makes the amount. */
static void
test_dominance (void)
{
  const double one[N] = { 1000, 1, 1, 1, 1, 1 };
  const double two[N] = { 500, 500, 1, 1, 1, 1 };
  const double even[N] = { 10, 11, 10, 9, 10, 10 };
  g_autoptr (HwTable) first = fill (HW_STATISTIC_TOTAL, NULL, NULL, one, NULL);
  g_autoptr (HwTable) second = fill (HW_STATISTIC_TOTAL, NULL, NULL, two, NULL);
  g_autoptr (HwTable) fine = fill (HW_STATISTIC_TOTAL, NULL, NULL, even, NULL);

  g_assert_cmpstr (hw_table_get_cell (first, 0, 0, 0)->flag, ==, "*");
  g_assert_cmpstr (hw_table_get_cell (second, 0, 0, 0)->flag, ==, "*");
  g_assert_cmpstr (hw_table_get_cell (fine, 0, 0, 0)->flag, ==, "");
}

/* Which cells of a table of amounts are withheld, row by row; x is one that has to be */
static char *
protect (const char *before,
         guint n_columns)
{
  const HwTableWords words = { "T", "", "total", "", "", "" };
  g_autoptr (HwTable) table = hw_table_new (&words);
  guint n = (guint) strlen (before);
  char *after = g_strdup (before);

  for (guint c = 0; c < n_columns; c++)
    hw_table_add_level (table, HW_AXIS_COLUMN, "c", "c");
  for (guint r = 0; r < n / n_columns; r++)
    hw_table_add_level (table, HW_AXIS_ROW, "r", "r");
  hw_table_allocate (table);
  for (guint i = 0; i < n; i++)
    {
      HwCell *cell = hw_table_edit_cell (table, 0, i / n_columns, i % n_columns);

      cell->n = before[i] == '0' ? 0 : 10;
      cell->estimate = before[i] == '0' ? 0 : 100 + i;
      g_strlcpy (cell->flag, before[i] == 'x' ? "*" : before[i] == 'F' ? "F" : "", sizeof cell->flag);
    }
  hw_disclosure_protect (table, n_columns > 1, n / n_columns > 1);
  for (guint i = 0; i < n; i++)
    if (*hw_table_get_cell (table, 0, i / n_columns, i % n_columns)->flag == '*')
      after[i] = 'x';
  return after;
}

/* A withheld cell must not be the difference of what is printed. The last row and column are totals. */
static void
test_protection (void)
{
  const struct { guint n_columns; const char *before; const char *after; } rows[] = {
    { 3, "...", "..." },
    { 3, "x..", "xx." },            /* the other part */
    { 3, "x0.", "x0x" },            /* there is none: the total */
    { 4, "x.0.", "xx0." },
    { 4, ".xF.", ".xx." },          /* rather what would not be printed anyway */
    { 4, ".xx.", ".xx." },          /* two hide each other */
    { 1, "x..", "xx." },            /* down a column */
    { 3, "x.." "..." "...", "xx." "xx." "..." }, /* a rectangle */
    { 4, "..x." "...." "....", "x.x." "x.x." "...." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *after = protect (rows[i].before, rows[i].n_columns);

      g_assert_cmpstr (after, ==, rows[i].after);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tabulate/crosstab/levels", test_levels);
  g_test_add_func ("/tabulate/crosstab/several", test_several);
  g_test_add_func ("/tabulate/crosstab/bases", test_bases);
  g_test_add_func ("/tabulate/crosstab/crossed", test_crossed);
  g_test_add_func ("/tabulate/crosstab/missing-values", test_missing_values);
  g_test_add_func ("/tabulate/crosstab/one-case", test_one_case);
  g_test_add_func ("/tabulate/crosstab/flags", test_flags);
  g_test_add_func ("/tabulate/crosstab/dominance", test_dominance);
  g_test_add_func ("/tabulate/crosstab/protection", test_protection);
  return g_test_run ();
}
