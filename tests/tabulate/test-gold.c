/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/csv-reader.h"
#include "base/number.h"
#include "tabulate/crosstab.h"
#include "tabulate/quantile.h"
#include "tabulate/table-private.h"

#include <math.h>
#include <string.h>

/*
 * The gold mini-survey against the numbers that R survey 4.1.1 gives for it (gold_expected.txt),
 * every line, on frames in memory.
 */

#define N_HOUSEHOLDS 24
#define N_FLOWS 20

typedef enum { CHAN, SND, REC, LCU, FEE_LCU, FEE, AMOUNT, CAP, N_COLUMNS } Column;

typedef struct
{
  HwDesign *design;
  char *strata[N_HOUSEHOLDS];
  char *psus[N_HOUSEHOLDS];
  double weights[N_HOUSEHOLDS];
  guint self[N_HOUSEHOLDS];
  guint unit[N_FLOWS];
  double weight[N_FLOWS];
  double columns[N_COLUMNS][N_FLOWS];
  GHashTable *expected; /* label -> line */
  guint n_checked;
} Gold;

/* Whether a flow, by its columns, is in the part that a line is about */
typedef gboolean (*Selects) (Gold *gold, guint flow, int argument);

static double
get_number (HwCsvTable *table,
            guint row,
            const char *heading)
{
  guint column;
  double number;

  g_assert_true (hw_csv_table_find_column (table, heading, &column));
  g_assert_true (hw_number_parse (hw_csv_table_get (table, row, column), &number));
  return number;
}

static HwCsvTable *
read_fixture (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "gold", name, NULL);
  g_autoptr (HwProblems) problems = hw_problems_new ();
  g_autoptr (GError) error = NULL;
  HwCsvTable *table = hw_csv_table_new_from_file (path, problems, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (hw_problems_get_length (problems), ==, 0);
  return table;
}

static void
read_expected (Gold *gold)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "gold", "gold_expected.txt",
                                                 NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  gold->expected = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; lines[i] != NULL; i++)
    if (strstr (lines[i], "cv%=") != NULL)
      {
        char *label = g_strndup (lines[i], 42);

        g_hash_table_insert (gold->expected, g_strchomp (label), g_strdup (lines[i] + 42));
      }
}

static Gold *
read_gold (void)
{
  static const char *const headings[] = { "chan",    "snd_sex", "rec_sex", "lcu",
                                          "fee_lcu", "fee",     "amount",  "cap" };
  g_autoptr (HwCsvTable) households = read_fixture ("gold_hh.csv");
  g_autoptr (HwCsvTable) flows = read_fixture ("gold_flow.csv");
  Gold *gold = g_new0 (Gold, 1);

  g_assert_cmpuint (hw_csv_table_get_n_rows (households), ==, N_HOUSEHOLDS);
  g_assert_cmpuint (hw_csv_table_get_n_rows (flows), ==, N_FLOWS);
  for (guint i = 0; i < N_HOUSEHOLDS; i++)
    {
      gold->strata[i] = g_strdup_printf ("%.0f", get_number (households, i, "stratum"));
      gold->psus[i] = g_strdup_printf ("%.0f", get_number (households, i, "psu"));
      gold->weights[i] = get_number (households, i, "w");
      gold->self[i] = i;
    }
  for (guint i = 0; i < N_FLOWS; i++)
    {
      gold->unit[i] = (guint) get_number (flows, i, "hhid") - 1;
      gold->weight[i] = gold->weights[gold->unit[i]];
      for (guint c = 0; c < N_COLUMNS; c++)
        gold->columns[c][i] = get_number (flows, i, headings[c]);
    }
  gold->design = hw_design_new (N_HOUSEHOLDS, (const char *const *) gold->strata,
                                (const char *const *) gold->psus, gold->weights, NULL);
  read_expected (gold);
  return gold;
}

static void
free_gold (Gold *gold)
{
  for (guint i = 0; i < N_HOUSEHOLDS; i++)
    {
      g_free (gold->strata[i]);
      g_free (gold->psus[i]);
    }
  hw_design_free (gold->design);
  g_hash_table_unref (gold->expected);
  g_free (gold);
}

/* The last cell of the table: its total, or its only one */
static HwCell
compute (Gold *gold,
         const HwCrosstab *crosstab)
{
  const HwTableWords words = { "G", "", "", "", "", "" };
  g_autoptr (HwTable) table = hw_table_new (&words);

  hw_crosstab_fill (crosstab, gold->design, table);
  return *hw_table_get_cell (table, 0, hw_table_get_length (table, HW_AXIS_ROW) - 1,
                             hw_table_get_length (table, HW_AXIS_COLUMN) - 1);
}

/* The file has six decimals; beyond them estimates must agree to 1e-9 and errors to 1e-6 of
 * themselves. */
static void
check (Gold *gold,
       const char *label,
       HwCell cell)
{
  const char *line = g_hash_table_lookup (gold->expected, label);
  double estimate;
  double se;
  char *end;

  if (line == NULL)
    g_error ("no line for “%s”", label);
  estimate = g_ascii_strtod (line, &end);
  se = g_ascii_strtod (end, NULL);
  if (!(fabs (cell.estimate - estimate) <= 0.5001e-6 + 1e-9 * fabs (estimate))
      || !(fabs (cell.se - se) <= 0.5001e-6 + 1e-6 * se))
    g_error ("%s: found %.9f (%.9f), expected %.9f (%.9f)", label, cell.estimate, cell.se, estimate, se);
  g_assert_cmpfloat_with_epsilon (cell.cv, 100 * cell.se / cell.estimate, 1e-9);
  gold->n_checked++;
}

static HwCell
flows_statistic (Gold *gold,
                 HwStatistic statistic,
                 const double *y,
                 const double *x,
                 Selects selects,
                 int argument)
{
  guint8 in[N_FLOWS];
  HwCrosstab crosstab = { .statistic = statistic, .n_cases = N_FLOWS, .unit = gold->unit,
                          .in = in, .weight = gold->weight, .y = y, .x = x };

  for (guint i = 0; i < N_FLOWS; i++)
    in[i] = selects == NULL || selects (gold, i, argument);
  return compute (gold, &crosstab);
}

/* The share of the selected flows: of a table with two rows, selected or not, that of the first */
static HwCell
flows_share (Gold *gold,
             const double *y,
             Selects selects,
             int argument)
{
  const HwTableWords words = { "G", "", "", "", "", "" };
  g_autoptr (HwTable) table = hw_table_new (&words);
  g_autoptr (HwFactor) rows = NULL;
  const char *values[N_FLOWS];
  HwCrosstab crosstab = { .statistic = HW_STATISTIC_COLUMN_SHARE, .n_cases = N_FLOWS,
                          .unit = gold->unit, .weight = gold->weight, .y = y };
  HwCell cell;

  for (guint i = 0; i < N_FLOWS; i++)
    values[i] = selects (gold, i, argument) ? "1" : "2";
  crosstab.rows = rows = hw_factor_new (N_FLOWS, values, NULL, FALSE, NULL, NULL);
  hw_crosstab_fill (&crosstab, gold->design, table);
  g_assert_cmpstr (hw_table_get_code (table, HW_AXIS_ROW, 0), ==, "1");
  cell = *hw_table_get_cell (table, 0, 0, 0);
  hw_cell_scale (&cell, 0.01);
  return cell;
}

static gboolean
is_pair (Gold *gold,
         guint i,
         int pair)
{
  return (int) (gold->columns[SND][i] * 10 + gold->columns[REC][i]) == pair;
}

static gboolean
is_channel (Gold *gold,
            guint i,
            int channel)
{
  return channel == 16 ? gold->columns[CHAN][i] >= 16 : (int) gold->columns[CHAN][i] == channel;
}

static gboolean
is_paid (Gold *gold,
         guint i,
         int argument)
{
  return gold->columns[FEE][i] > 0;
}

static gboolean
is_capital (Gold *gold,
            guint i,
            int capital)
{
  return (int) gold->columns[CAP][i] == capital;
}

static void
check_households (Gold *gold)
{
  double receives[N_HOUSEHOLDS] = { 0 };
  double amount[N_HOUSEHOLDS] = { 0 };
  guint8 in[N_HOUSEHOLDS];
  HwCrosstab crosstab = { .n_cases = N_HOUSEHOLDS, .unit = gold->self, .weight = gold->weights };

  for (guint i = 0; i < N_FLOWS; i++)
    {
      receives[gold->unit[i]] = 1;
      amount[gold->unit[i]] += gold->columns[LCU][i];
    }
  crosstab.statistic = HW_STATISTIC_COUNT;
  check (gold, "N households", compute (gold, &crosstab));
  crosstab.y = receives;
  crosstab.statistic = HW_STATISTIC_TOTAL;
  check (gold, "receiving households total", compute (gold, &crosstab));
  crosstab.statistic = HW_STATISTIC_MEAN;
  check (gold, "receiving households mean", compute (gold, &crosstab));
  crosstab.y = amount;
  check (gold, "mean amount / household (all)", compute (gold, &crosstab));
  crosstab.statistic = HW_STATISTIC_RATIO;
  crosstab.x = receives;
  check (gold, "mean amount / receiving hh", compute (gold, &crosstab));
  crosstab.statistic = HW_STATISTIC_MEAN;
  crosstab.y = receives;
  crosstab.x = NULL;
  crosstab.in = in;
  for (guint stratum = 1; stratum <= 2; stratum++)
    {
      g_autofree char *label = g_strdup_printf ("receiving mean stratum %u", stratum);

      for (guint i = 0; i < N_HOUSEHOLDS; i++)
        in[i] = (i < 12) == (stratum == 1);
      check (gold, label, compute (gold, &crosstab));
    }
}

static void
check_flows (Gold *gold)
{
  const double *lcu = gold->columns[LCU];
  double cost[N_FLOWS];

  for (guint i = 0; i < N_FLOWS; i++)
    cost[i] = 100 * gold->columns[FEE][i] / gold->columns[AMOUNT][i];
  check (gold, "amount total", flows_statistic (gold, HW_STATISTIC_TOTAL, lcu, NULL, NULL, 0));
  check (gold, "mean amount / flow", flows_statistic (gold, HW_STATISTIC_MEAN, lcu, NULL, NULL, 0));
  check (gold, "flows total", flows_statistic (gold, HW_STATISTIC_COUNT, NULL, NULL, NULL, 0));
  check (gold, "cost % mean of ratios (paid)",
         flows_statistic (gold, HW_STATISTIC_MEAN, cost, NULL, is_paid, 0));
  check (gold, "cost % ratio of totals (paid)",
         flows_statistic (gold, HW_STATISTIC_RATIO, gold->columns[FEE_LCU], lcu, is_paid, 0));
  check (gold, "cost % ratio of totals (all flows)",
         flows_statistic (gold, HW_STATISTIC_RATIO, gold->columns[FEE_LCU], lcu, NULL, 0));
  check (gold, "personal transfers current",
         flows_statistic (gold, HW_STATISTIC_TOTAL, lcu, NULL, is_capital, 0));
  check (gold, "capital transfers h-h",
         flows_statistic (gold, HW_STATISTIC_TOTAL, lcu, NULL, is_capital, 1));
}

static void
check_parts (Gold *gold)
{
  static const struct { const char *name; int code; } pairs[] = {
    { "MM", 11 }, { "MF", 12 }, { "FM", 21 }, { "FF", 22 },
  };
  static const struct { const char *name; int code; } channels[] = {
    { "bank", 1 }, { "mto", 3 }, { "mobile", 6 }, { "post", 7 }, { "informal", 16 },
  };
  const double *lcu = gold->columns[LCU];

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *count = g_strconcat (pairs[i].name, " flows total", NULL);
      g_autofree char *total = g_strconcat (pairs[i].name, " amount total", NULL);
      g_autofree char *share = g_strconcat (pairs[i].name, " amount share", NULL);
      g_autofree char *mean = g_strconcat (pairs[i].name, " mean per flow", NULL);
      int code = pairs[i].code;

      check (gold, count, flows_statistic (gold, HW_STATISTIC_COUNT, NULL, NULL, is_pair, code));
      check (gold, total, flows_statistic (gold, HW_STATISTIC_TOTAL, lcu, NULL, is_pair, code));
      check (gold, share, flows_share (gold, lcu, is_pair, code));
      check (gold, mean, flows_statistic (gold, HW_STATISTIC_MEAN, lcu, NULL, is_pair, code));
    }
  for (guint i = 0; i < G_N_ELEMENTS (channels); i++)
    {
      g_autofree char *flows = g_strconcat (channels[i].name, " share of flows", NULL);
      g_autofree char *amount = g_strconcat (channels[i].name, " share of amount", NULL);

      check (gold, flows, flows_share (gold, NULL, is_channel, channels[i].code));
      check (gold, amount, flows_share (gold, lcu, is_channel, channels[i].code));
    }
}

static void
test_every_line (void)
{
  Gold *gold = read_gold ();

  g_assert_cmpuint (hw_design_get_df (gold->design), ==, 4);
  g_assert_cmpfloat_with_epsilon (hw_design_get_t (gold->design), 2.7764451052, 5e-11);
  check_households (gold);
  check_flows (gold);
  check_parts (gold);
  g_assert_cmpuint (gold->n_checked, ==, g_hash_table_size (gold->expected));
  free_gold (gold);
}

/* PSU 6 received nothing. A design that does not know it has another variance, and the right one
 * must not be that. */
static void
test_design_trap (void)
{
  Gold *gold = read_gold ();
  const char *strata[N_FLOWS];
  const char *psus[N_FLOWS];
  guint self[N_FLOWS];
  HwCrosstab crosstab = { .statistic = HW_STATISTIC_TOTAL, .n_cases = N_FLOWS, .unit = self,
                          .weight = gold->weight, .y = gold->columns[LCU] };
  HwDesign *whole = gold->design;

  g_assert_cmpfloat_with_epsilon (
    flows_statistic (gold, HW_STATISTIC_TOTAL, gold->columns[LCU], NULL, NULL, 0).se,
    5368421.894412, 1e-6);
  for (guint i = 0; i < N_FLOWS; i++)
    {
      strata[i] = gold->strata[gold->unit[i]];
      psus[i] = gold->psus[gold->unit[i]];
      self[i] = i;
    }
  gold->design = hw_design_new (N_FLOWS, strata, psus, gold->weight, NULL);
  g_assert_cmpfloat_with_epsilon (compute (gold, &crosstab).se, 3851601.77282, 1e-5);
  crosstab.statistic = HW_STATISTIC_MEAN;
  g_assert_cmpfloat_with_epsilon (compute (gold, &crosstab).se, 1966.42502296, 1e-8);
  hw_design_free (gold->design);
  gold->design = whole;
  free_gold (gold);
}

static void
test_quantiles (void)
{
  Gold *gold = read_gold ();
  const struct { double p; int pair; double expected; guint n; } rows[] = {
    { 0.5, 0, 6000, 20 }, { 0.25, 0, 4200, 20 }, { 0.75, 0, 12000, 20 }, { 0.5, 11, 26000, 3 },
    { 0.5, 12, 6000, 7 }, { 0.5, 21, 3000, 2 },  { 0.5, 22, 4800, 8 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      guint8 in[N_FLOWS];
      HwCrosstab crosstab = { .statistic = HW_STATISTIC_QUANTILE, .p = rows[i].p, .in = in,
                              .n_cases = N_FLOWS, .unit = gold->unit, .weight = gold->weight,
                              .y = gold->columns[LCU] };
      HwCell cell;

      for (guint k = 0; k < N_FLOWS; k++)
        in[k] = rows[i].pair == 0 || is_pair (gold, k, rows[i].pair);
      cell = compute (gold, &crosstab);
      g_assert_cmpfloat (cell.estimate, ==, rows[i].expected);
      g_assert_cmpuint (cell.n, ==, rows[i].n);
      g_assert_true (isnan (cell.lower) || cell.lower <= cell.estimate);
      g_assert_true (isnan (cell.upper) || cell.upper >= cell.estimate);
    }
  free_gold (gold);
}

/* Plain limits of this share leave the interval on a bad day; those on the logit scale are R's
 * svyciprop. */
static void
test_limits (void)
{
  Gold *gold = read_gold ();
  double receives[N_HOUSEHOLDS] = { 0 };
  const char *values[N_HOUSEHOLDS];
  const HwTableWords words = { "G", "", "", "", "", "" };
  g_autoptr (HwTable) table = hw_table_new (&words);
  g_autoptr (HwFactor) rows = NULL;
  HwCrosstab crosstab = { .statistic = HW_STATISTIC_MEAN, .n_cases = N_HOUSEHOLDS,
                          .unit = gold->self, .weight = gold->weights, .y = receives };
  HwCell cell;

  for (guint i = 0; i < N_FLOWS; i++)
    receives[gold->unit[i]] = 1;
  for (guint i = 0; i < N_HOUSEHOLDS; i++)
    values[i] = receives[i] > 0 ? "1" : "2";
  cell = compute (gold, &crosstab);
  g_assert_cmpfloat_with_epsilon (cell.lower, 0.302704696009, 1e-11);
  g_assert_cmpfloat_with_epsilon (cell.upper, 0.965680444249, 1e-11);
  crosstab.y = NULL;
  crosstab.statistic = HW_STATISTIC_COLUMN_SHARE;
  crosstab.rows = rows = hw_factor_new (N_HOUSEHOLDS, values, NULL, FALSE, NULL, NULL);
  hw_crosstab_fill (&crosstab, gold->design, table);
  cell = *hw_table_get_cell (table, 0, 0, 0);
  g_assert_cmpfloat_with_epsilon (cell.estimate, 63.419257, 1e-6);
  g_assert_cmpfloat_with_epsilon (cell.lower, 29.346206, 1e-6);
  g_assert_cmpfloat_with_epsilon (cell.upper, 87.859, 5e-4);
  free_gold (gold);
}

/* The part of the largest and of the two largest households in the amount of each pair of sexes */
static void
test_dominance (void)
{
  Gold *gold = read_gold ();
  const struct { int pair; double first; double two; } rows[] = {
    { 11, 63.1739, 90.3302 }, { 12, 35.9381, 61.705 }, { 21, 56.5595, 100 }, { 22, 34.0572, 50.6705 },
  };
  HwCrosstab crosstab = { .n_cases = N_FLOWS, .unit = gold->unit, .weight = gold->weight };
  guint n;
  g_autofree guint *order = hw_crosstab_sort (&crosstab, gold->design, &n);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (HwTally) tally = hw_tally_new ();

      for (guint k = 0; k < n; k++)
        if (is_pair (gold, order[k], rows[i].pair))
          hw_tally_add (tally, hw_design_get_psu (gold->design, gold->unit[order[k]]),
                        gold->unit[order[k]], gold->weight[order[k]], gold->columns[LCU][order[k]], 1);
      g_assert_cmpfloat_with_epsilon (100 * hw_tally_get_dominance (tally, 1), rows[i].first, 5e-5);
      g_assert_cmpfloat_with_epsilon (100 * hw_tally_get_dominance (tally, 2), rows[i].two, 5e-5);
    }
  free_gold (gold);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tabulate/gold/every-line", test_every_line);
  g_test_add_func ("/tabulate/gold/design-trap", test_design_trap);
  g_test_add_func ("/tabulate/gold/quantiles", test_quantiles);
  g_test_add_func ("/tabulate/gold/limits", test_limits);
  g_test_add_func ("/tabulate/gold/dominance", test_dominance);
  return g_test_run ();
}
