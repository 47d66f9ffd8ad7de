/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tabulate/remittances-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "tabulate/crosstab.h"
#include "tabulate/disclosure.h"
#include "tabulate/estimate.h"

#define CREDIT HW_SIDE_CREDIT
#define DEBIT  HW_SIDE_DEBIT

static const char *const sides[HW_N_SIDES] = { "credit", "debit" };
static const char *const side_labels[HW_N_SIDES] = { N_("Credit"), N_("Debit") };

/* The lines of Table A1 that a survey or an external source can fill. 8c is not printed in the
 * table, but its formulas use it. */
static const struct
{
  const char *code;
  const char *label;
} lines[] = {
  { "1a", N_("Travel related to employment of non-residents") },
  { "2a", N_("Passenger transport related to employment of non-residents") },
  { "3", N_("Compensation of employees") },
  { "4a", N_("Taxes related to employment of non-residents: general government") },
  { "4b", N_("Taxes related to employment of non-residents: households") },
  { "5a", N_("Social contributions: general government") },
  { "5b", N_("Social contributions: households") },
  { "5c", N_("Social contributions: other") },
  { "6a", N_("Social benefits: general government") },
  { "6b", N_("Social benefits: households") },
  { "6c", N_("Social benefits: other") },
  { "7", N_("Personal transfers") },
  { "7a", N_("Of which workers’ remittances") },
  { "8a", N_("Other current transfers: general government, to NPISHs") },
  { "8b", N_("Other current transfers: NPISHs") },
  { "8c", N_("Other current transfers: other, to NPISHs") },
  { "9a", N_("Capital transfers: general government, to NPISHs") },
  { "9b", N_("Capital transfers: households") },
  { "9c", N_("Capital transfers: NPISHs") },
  { "9d", N_("Capital transfers: other, to NPISHs") },
};
#define N_LINES G_N_ELEMENTS (lines)

/* The aggregates, each the one before it and some more lines. A line that is only in the
 * formulas and not in the table is optional. */
typedef struct
{
  const char *line;
  int side;
  int sign;
  gboolean optional;
} Part;

static const struct
{
  const char *code;
  const char *label;
  Part parts[HW_N_SIDES][8];
} aggregates[] = {
  { "personal-transfers", N_("Personal transfers"),
    { { { "7", CREDIT, 1, FALSE } }, { { "7", DEBIT, 1, FALSE } } } },
  { "personal-remittances", N_("Personal remittances"),
    { { { "3", CREDIT, 1, FALSE }, { "1a", DEBIT, -1, FALSE }, { "2a", DEBIT, -1, FALSE },
        { "4b", DEBIT, -1, FALSE }, { "5b", DEBIT, -1, FALSE }, { "9b", CREDIT, 1, FALSE } },
      { { "3", DEBIT, 1, FALSE }, { "1a", CREDIT, -1, FALSE }, { "2a", CREDIT, -1, FALSE },
        { "4a", CREDIT, -1, FALSE }, { "5a", CREDIT, -1, FALSE }, { "5c", CREDIT, -1, FALSE },
        { "9b", DEBIT, 1, FALSE } } } },
  { "total-remittances", N_("Total remittances"),
    { { { "6b", CREDIT, 1, FALSE } }, { { "6a", DEBIT, 1, FALSE }, { "6c", DEBIT, 1, FALSE } } } },
  { "total-with-npish", N_("Total remittances and transfers to NPISHs"),
    { { { "8b", CREDIT, 1, FALSE }, { "9c", CREDIT, 1, FALSE } },
      { { "8a", DEBIT, 1, FALSE }, { "8b", DEBIT, 1, FALSE }, { "8c", DEBIT, 1, TRUE },
        { "9a", DEBIT, 1, FALSE }, { "9c", DEBIT, 1, FALSE }, { "9d", DEBIT, 1, FALSE } } } },
};

/* What is known of one line on one side */
typedef struct
{
  HwTally *tally; /* NULL when no household tells */
  HwLevelSize level;
  gboolean has_external;
  double external;
} Entry;

typedef struct
{
  HwTable *table;
  HwFrame *frame;
  HwDesign *design;
  HwExternalFunc external;
  HwRemarkFunc remark;
  gpointer data;
  Entry entries[N_LINES][HW_N_SIDES];
} Work;

static int
find_line (const char *code)
{
  for (guint i = 0; i < N_LINES; i++)
    if (strcmp (lines[i].code, code) == 0)
      return (int) i;
  return -1;
}

/**
 * hw_remittances_has_line:
 * @line: such as "8b"
 * @column: credit or debit
 *
 * Returns: whether the table has such a place
 */
gboolean
hw_remittances_has_line (const char *line,
                         const char *column)
{
  return find_line (line) >= 0
         && (strcmp (column, sides[CREDIT]) == 0 || strcmp (column, sides[DEBIT]) == 0);
}

static void
tally_rows (Work *work,
            const HwRemittanceSource *source,
            const HwFrameRows *rows,
            Entry *entry)
{
  const double *amounts = g_ptr_array_index (rows->numbers, 0);
  const HwCrosstab cases = { .n_cases = rows->n_rows, .unit = rows->unit };
  guint n_unknown = 0;
  guint n;
  g_autofree guint *order = hw_crosstab_sort (&cases, work->design, &n);

  entry->tally = hw_tally_new ();
  entry->level.n = n;
  for (guint k = 0; k < n; k++)
    {
      guint i = order[k];
      guint unit = rows->unit[i];
      double weight = hw_design_get_weight (work->design, unit);

      entry->level.weight += weight;
      if (rows->in[i] && isnan (amounts[i]))
        n_unknown++;
      else if (rows->in[i] && weight > 0)
        hw_tally_add (entry->tally, hw_design_get_psu (work->design, unit), unit, weight, amounts[i], 1);
    }
  if (n_unknown > 0)
    {
      g_autofree char *sentence
        /* Translators: %u is a number of rows, the first %s the name of a level such as “flow”,
         * the second a line such as “7a”. */
        = g_strdup_printf (ngettext ("%u row of “%s” has no amount, or none in the currency of the survey, and is not in line %s.",
                                     "%u rows of “%s” have no amount, or none in the currency of the survey, and are not in line %s.",
                                     n_unknown), n_unknown, source->level, source->line);

      work->remark (sentence, work->data);
    }
}

static gboolean
read_source (Work *work,
             const HwRemittanceSource *source,
             GError **error)
{
  Entry *entry = &work->entries[find_line (source->line)][source->side];
  g_autoptr (HwFrameRows) rows = NULL;
  g_autofree char *amount = NULL;
  g_autofree char *condition = NULL;

  if (!hw_remittance_source_is_in (source, work->frame))
    return TRUE;
  amount = hw_remittance_source_dup_amount (source, work->frame);
  condition = hw_remittance_source_dup_condition (source, work->frame);
  rows = hw_frame_load (work->frame, source->level, condition, (const char *const *) &amount, 1, NULL,
                        0, error);
  if (rows == NULL)
    return FALSE;
  tally_rows (work, source, rows, entry);
  return TRUE;
}

static void
read_external (Work *work)
{
  for (guint i = 0; i < N_LINES; i++)
    for (int side = 0; side < HW_N_SIDES; side++)
      {
        Entry *entry = &work->entries[i][side];

        if (!work->external (lines[i].code, sides[side], &entry->external, work->data))
          continue;
        if (entry->tally == NULL)
          entry->has_external = TRUE;
        else
          {
            g_autofree char *sentence
              = g_strdup_printf (_("Line %s is known from the survey; the external item is not used."),
                                 lines[i].code);

            work->remark (sentence, work->data);
          }
      }
}

static void
mark (HwCell *cell,
      const char *flag)
{
  g_strlcpy (cell->flag, flag, sizeof cell->flag);
}

static void
fill_line (Work *work,
           guint i,
           int side)
{
  const Entry *entry = &work->entries[i][side];
  HwCell *cell = hw_table_edit_cell (work->table, 0, i, side);

  if (entry->tally != NULL)
    {
      hw_estimate_total (cell, work->design, entry->tally, &entry->level);
      hw_disclosure_flag (cell, HW_FIGURE_AMOUNT, entry->tally);
    }
  else if (entry->has_external)
    {
      cell->estimate = entry->external;
      mark (cell, "x");
    }
  else
    mark (cell, "..");
}

/* Adds the parts of one aggregate. @missing gets the lines without a source. */
static void
collect (Work *work,
         const Part *parts,
         GPtrArray *tallies,
         GArray *signs,
         double *constant,
         gboolean *has_external,
         GString *missing)
{
  for (guint k = 0; k < G_N_ELEMENTS (aggregates[0].parts[0]) && parts[k].line != NULL; k++)
    {
      const Entry *entry = &work->entries[find_line (parts[k].line)][parts[k].side];
      double sign = parts[k].sign;

      if (entry->tally != NULL)
        {
          g_ptr_array_add (tallies, entry->tally);
          g_array_append_val (signs, sign);
        }
      else if (entry->has_external)
        {
          *constant += sign * entry->external;
          *has_external = TRUE;
        }
      else if (!parts[k].optional)
        {
          g_string_append (missing, missing->len > 0 ? ", " : "");
          g_string_append (missing, parts[k].line);
          g_string_append_c (missing, ' ');
          g_string_append (missing, _(side_labels[parts[k].side]));
        }
    }
}

static void
fill_aggregates (Work *work,
                 int side)
{
  g_autoptr (GPtrArray) tallies = g_ptr_array_new ();
  g_autoptr (GArray) signs = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GString) missing = g_string_new (NULL);
  gboolean has_external = FALSE;
  double constant = 0;

  for (guint a = 0; a < G_N_ELEMENTS (aggregates); a++)
    {
      HwCell *cell = hw_table_edit_cell (work->table, 0, N_LINES + a, side);

      collect (work, aggregates[a].parts[side], tallies, signs, &constant, &has_external, missing);
      if (missing->len > 0)
        {
          g_autofree char *sentence
            /* Translators: the first %s is an aggregate, the second “credit” or “debit”, the
             * third a list of lines such as “8b credit, 9c credit”. */
            = g_strdup_printf (_("%s (%s) is not available without: %s."), _(aggregates[a].label),
                               _(side_labels[side]), missing->str);

          mark (cell, "..");
          work->remark (sentence, work->data);
          continue;
        }
      hw_estimate_combination (cell, work->design, (const HwTally *const *) tallies->pdata,
                               (const double *) (const void *) signs->data, tallies->len);
      cell->estimate += constant;
      cell->lower += constant;
      cell->upper += constant;
      cell->cv = cell->estimate != 0 ? 100 * cell->se / fabs (cell->estimate) : NAN;
      hw_disclosure_flag (cell, HW_FIGURE_AMOUNT, NULL);
      if (has_external)
        mark (cell, "x");
    }
}

static void
add_levels (HwTable *table)
{
  hw_table_set_axis_title (table, HW_AXIS_ROW, _("Line of Table A1"));
  for (guint i = 0; i < N_LINES; i++)
    {
      g_autofree char *label = g_strconcat (lines[i].code, "  ", _(lines[i].label), NULL);

      hw_table_add_level (table, HW_AXIS_ROW, lines[i].code, label);
    }
  for (guint a = 0; a < G_N_ELEMENTS (aggregates); a++)
    hw_table_add_level (table, HW_AXIS_ROW, aggregates[a].code, _(aggregates[a].label));
  for (int side = 0; side < HW_N_SIDES; side++)
    hw_table_add_level (table, HW_AXIS_COLUMN, sides[side], _(side_labels[side]));
  hw_table_allocate (table);
}

/**
 * hw_remittances_fill:
 * @table: a table with its words; gets its levels and cells
 * @frame: the survey, with its derived variables
 * @design: its design
 * @external: (scope call): knows external items
 * @remark: (scope call): gets what is missing, in sentences
 * @data: for both
 * @error: return location
 *
 * Fills the table and the four aggregates. Their standard errors come from the sum of their lines
 * in each PSU; external items have none.
 *
 * Returns: whether the survey could be read
 */
gboolean
hw_remittances_fill (HwTable *table,
                     HwFrame *frame,
                     HwDesign *design,
                     HwExternalFunc external,
                     HwRemarkFunc remark,
                     gpointer data,
                     GError **error)
{
  Work work = { .table = table, .frame = frame, .design = design, .external = external,
                .remark = remark, .data = data };
  guint n_sources;
  const HwRemittanceSource *sources = hw_remittances_get_sources (&n_sources);
  gboolean good = TRUE;

  add_levels (table);
  for (guint i = 0; good && i < n_sources; i++)
    good = read_source (&work, &sources[i], error);
  if (good)
    {
      read_external (&work);
      for (int side = 0; side < HW_N_SIDES; side++)
        {
          for (guint i = 0; i < N_LINES; i++)
            fill_line (&work, i, side);
          fill_aggregates (&work, side);
        }
    }
  for (guint i = 0; i < N_LINES; i++)
    for (int side = 0; side < HW_N_SIDES; side++)
      g_clear_pointer (&work.entries[i][side].tally, hw_tally_free);
  return good;
}
