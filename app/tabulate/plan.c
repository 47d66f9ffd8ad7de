/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tabulate/plan.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/csv-reader.h"
#include "base/number.h"
#include "tabulate/plan-private.h"
#include "tabulate/sql-text.h"

static const char *const headings[HW_PLAN_N_FIELDS] = {
  "table", "title",     "level",    "universe",    "rows",   "columns",
  "layers", "statistic", "variable", "denominator", "weight", "note",
};

/* What each statistic is and needs. Quantiles are "p" and a number, and median. */
static const struct
{
  const char *name;
  HwStatistic statistic;
  gboolean variable;
  gboolean denominator;
} statistics[] = {
  { "count", HW_STATISTIC_COUNT, FALSE, FALSE },
  { "total", HW_STATISTIC_TOTAL, TRUE, FALSE },
  { "mean", HW_STATISTIC_MEAN, TRUE, FALSE },
  { "ratio", HW_STATISTIC_RATIO, TRUE, TRUE },
  { "row%", HW_STATISTIC_ROW_SHARE, FALSE, FALSE },
  { "column%", HW_STATISTIC_COLUMN_SHARE, FALSE, FALSE },
  { "table%", HW_STATISTIC_TABLE_SHARE, FALSE, FALSE },
  { "median", HW_STATISTIC_QUANTILE, TRUE, FALSE },
  { "remittances", HW_STATISTIC_REMITTANCES, FALSE, FALSE },
};

static void
line_free (gpointer data)
{
  HwPlanLine *self = data;

  for (guint i = 0; i < HW_PLAN_N_FIELDS; i++)
    g_free (self->fields[i]);
  hw_plan_text_clear (&self->title);
  hw_plan_text_clear (&self->note);
  g_free (self);
}

static void
derived_free (gpointer data)
{
  HwDerived *self = data;

  g_free (self->name);
  g_free (self->level);
  g_free (self->expression);
  hw_plan_text_clear (&self->label);
  g_free (self);
}

static void
external_free (gpointer data)
{
  HwExternal *self = data;

  g_free (self->line);
  g_free (self->column);
  g_free (self->source);
  g_free (self->date);
  g_free (self);
}

static void
warn_of_strangers (HwCsvTable *table,
                   HwProblems *problems)
{
  for (guint i = 0; i < hw_csv_table_get_n_columns (table); i++)
    {
      const char *heading = hw_csv_table_get_heading (table, i);
      gboolean known = *heading == '\0';

      for (guint k = 0; k < HW_PLAN_N_FIELDS; k++)
        known |= strcmp (heading, headings[k]) == 0;
      known |= g_str_has_prefix (heading, "title::") || g_str_has_prefix (heading, "note::");
      if (!known)
        hw_problems_add (problems, HW_PROBLEM_WARNING, hw_csv_table_get_name (table), 1, i + 1,
                         _("A plan has no column “%s”; it is not read."), heading);
    }
}

static void
complain (HwPlan *self,
          const HwPlanLine *line,
          HwPlanField field,
          HwProblems *problems,
          const char *sentence)
{
  hw_problems_add (problems, HW_PROBLEM_ERROR, self->name, line->line, self->columns[field], "%s",
                   sentence);
}

static gboolean
read_statistic (HwPlanLine *line,
                gboolean *variable,
                gboolean *denominator)
{
  const char *name = line->fields[HW_PLAN_STATISTIC];
  gint64 percent;

  line->p = 0.5;
  for (guint i = 0; i < G_N_ELEMENTS (statistics); i++)
    if (strcmp (name, statistics[i].name) == 0)
      {
        line->statistic = statistics[i].statistic;
        *variable = statistics[i].variable;
        *denominator = statistics[i].denominator;
        return TRUE;
      }
  if (*name != 'p' || !hw_number_parse_int (name + 1, 1, 99, &percent))
    return FALSE;
  line->statistic = HW_STATISTIC_QUANTILE;
  line->p = (double) percent / 100;
  *variable = TRUE;
  *denominator = FALSE;
  return TRUE;
}

static void
check_statistic (HwPlan *self,
                 HwPlanLine *line,
                 HwProblems *problems)
{
  gboolean variable;
  gboolean denominator;

  if (!read_statistic (line, &variable, &denominator))
    {
      hw_problems_add (problems, HW_PROBLEM_ERROR, self->name, line->line,
                       self->columns[HW_PLAN_STATISTIC],
                       _("“%s” is no statistic. There are count, total, mean, ratio, row%%, column%%, table%%, median, "
                         "p1 to p99 and remittances."), line->fields[HW_PLAN_STATISTIC]);
      return;
    }
  if (variable && *line->fields[HW_PLAN_VARIABLE] == '\0')
    complain (self, line, HW_PLAN_VARIABLE, problems, _("This statistic needs a variable."));
  if (denominator && *line->fields[HW_PLAN_DENOMINATOR] == '\0')
    complain (self, line, HW_PLAN_DENOMINATOR, problems, _("A ratio needs a denominator."));
  if (!denominator && *line->fields[HW_PLAN_DENOMINATOR] != '\0')
    complain (self, line, HW_PLAN_DENOMINATOR, problems, _("Only a ratio has a denominator."));
  if (line->statistic == HW_STATISTIC_COUNT && *line->fields[HW_PLAN_VARIABLE] != '\0')
    complain (self, line, HW_PLAN_VARIABLE, problems,
              _("A count has no variable. Write “total” for the total of a variable."));
  if (line->statistic == HW_STATISTIC_ROW_SHARE && *line->fields[HW_PLAN_COLUMNS] == '\0')
    complain (self, line, HW_PLAN_COLUMNS, problems,
              _("Row percentages need a column variable: they run along the row."));
  if (line->statistic == HW_STATISTIC_COLUMN_SHARE && *line->fields[HW_PLAN_ROWS] == '\0')
    complain (self, line, HW_PLAN_ROWS, problems,
              _("Column percentages need a row variable: they run down the column."));
  if (line->statistic != HW_STATISTIC_REMITTANCES && *line->fields[HW_PLAN_LEVEL] == '\0')
    complain (self, line, HW_PLAN_LEVEL, problems, _("Say whose rows are counted: a level of the survey."));
  for (guint field = HW_PLAN_ROWS; line->statistic == HW_STATISTIC_REMITTANCES && field <= HW_PLAN_LAYERS;
       field++)
    if (*line->fields[field] != '\0')
      complain (self, line, field, problems,
                _("The table of remittances has its own rows and columns; leave this empty."));
}

static void
check_line (HwPlan *self,
            HwPlanLine *line,
            HwProblems *problems)
{
  static const HwPlanField formulas[] = { HW_PLAN_UNIVERSE, HW_PLAN_VARIABLE, HW_PLAN_DENOMINATOR,
                                          HW_PLAN_WEIGHT };

  if (*line->fields[HW_PLAN_TABLE] == '\0')
    complain (self, line, HW_PLAN_TABLE, problems, _("The table has no name."));
  check_statistic (self, line, problems);
  for (guint field = HW_PLAN_ROWS; field <= HW_PLAN_LAYERS; field++)
    {
      g_auto (GStrv) names = g_strsplit_set (line->fields[field], " \t\n", -1);

      for (guint i = 0; names[i] != NULL; i++)
        if (*names[i] != '\0' && !hw_sql_text_is_name (names[i]))
          hw_problems_add (problems, HW_PROBLEM_ERROR, self->name, line->line, self->columns[field],
                           _("“%s” is not the name of a variable. Name a formula in the sheet of derived variables first."),
                           names[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (formulas); i++)
    {
      g_autofree char *fault = hw_sql_text_dup_fault (line->fields[formulas[i]]);

      if (fault != NULL)
        complain (self, line, formulas[i], problems, fault);
      else
        {
          g_autofree char *written = line->fields[formulas[i]];

          line->fields[formulas[i]] = hw_sql_text_dup_sql (written);
        }
    }
}

static void
read_lines (HwPlan *self,
            HwCsvTable *table,
            HwProblems *problems)
{
  static const char *const needed[] = { "table", "level", "statistic", NULL };

  if (!hw_plan_check_headings (table, needed, problems))
    return;
  warn_of_strangers (table, problems);
  for (guint row = 0; row < hw_csv_table_get_n_rows (table); row++)
    {
      HwPlanLine *line;

      if (hw_csv_table_is_blank (table, row))
        continue;
      line = g_new0 (HwPlanLine, 1);
      line->line = hw_csv_table_get_line (table, row);
      for (guint i = 0; i < HW_PLAN_N_FIELDS; i++)
        line->fields[i] = hw_plan_dup_field (table, row, headings[i], &self->columns[i]);
      hw_plan_text_read (&line->title, table, row, "title");
      hw_plan_text_read (&line->note, table, row, "note");
      g_ptr_array_add (self->lines, line);
      check_line (self, line, problems);
    }
  if (self->lines->len == 0)
    hw_problems_add (problems, HW_PROBLEM_ERROR, self->name, 0, 0, _("The plan has no tables."));
}

static HwPlan *
create (const char *name,
        const char *variables_name)
{
  HwPlan *self = g_new0 (HwPlan, 1);

  self->name = g_strdup (name);
  self->variables_name = g_strdup (variables_name);
  self->lines = g_ptr_array_new_with_free_func (line_free);
  self->derived = g_ptr_array_new_with_free_func (derived_free);
  self->external = g_ptr_array_new_with_free_func (external_free);
  self->labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                        (GDestroyNotify) g_hash_table_unref);
  return self;
}

typedef void (*ReadSheet) (HwPlan *self, HwCsvTable *table, HwProblems *problems);

static void
read_bytes (HwPlan *self,
            const char *name,
            GBytes *bytes,
            ReadSheet read,
            HwProblems *problems)
{
  g_autoptr (HwCsvTable) table = NULL;

  if (bytes == NULL)
    return;
  table = hw_csv_table_new_from_bytes (name, bytes, problems);
  if (table != NULL)
    read (self, table, problems);
}

/**
 * hw_plan_new_from_bytes:
 * @plan: the plan, as CSV
 * @variables: (nullable): its derived variables, as CSV
 * @labels: (nullable): labels of their values, as CSV
 * @problems: gets all faults, with their places
 *
 * Returns: (transfer full) (nullable): the plan; %NULL when @problems got an error
 */
HwPlan *
hw_plan_new_from_bytes (GBytes *plan,
                        GBytes *variables,
                        GBytes *labels,
                        HwProblems *problems)
{
  g_autoptr (HwPlan) self = NULL;
  guint n_before;

  g_return_val_if_fail (plan != NULL && problems != NULL, NULL);

  n_before = hw_problems_count (problems, HW_PROBLEM_ERROR);
  self = create ("plan.csv", "plan-variables.csv");
  read_bytes (self, self->name, plan, read_lines, problems);
  read_bytes (self, self->variables_name, variables, hw_plan_read_derived, problems);
  read_bytes (self, "plan-labels.csv", labels, hw_plan_read_labels, problems);
  return hw_problems_count (problems, HW_PROBLEM_ERROR) > n_before ? NULL : g_steal_pointer (&self);
}

/**
 * hw_plan_add_external:
 * @self: a plan
 * @external: items for the table of remittances, as CSV
 * @problems: gets all faults, with their places
 *
 * Returns: whether there was nothing wrong with them
 */
gboolean
hw_plan_add_external (HwPlan *self,
                      GBytes *external,
                      HwProblems *problems)
{
  guint n_before;

  g_return_val_if_fail (self != NULL && external != NULL && problems != NULL, FALSE);

  n_before = hw_problems_count (problems, HW_PROBLEM_ERROR);
  read_bytes (self, "plan-external.csv", external, hw_plan_read_external, problems);
  return hw_problems_count (problems, HW_PROBLEM_ERROR) == n_before;
}

/* A sheet beside the plan, which need not be there */
static gboolean
read_beside (HwPlan *self,
             const char *path,
             ReadSheet read,
             HwProblems *problems,
             GError **error)
{
  g_autoptr (HwCsvTable) table = NULL;
  g_autoptr (GError) local = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  table = hw_csv_table_new_from_file (path, problems, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (table != NULL)
    read (self, table, problems);
  return TRUE;
}

/**
 * hw_plan_new_from_file:
 * @path: a plan; what stands beside it is read as well
 * @problems: gets all faults, with their places
 * @error: return location for what the world refuses
 *
 * Returns: (transfer full) (nullable): the plan; %NULL when @problems got an error, or with @error
 *   set when a file cannot be read
 */
HwPlan *
hw_plan_new_from_file (const char *path,
                       HwProblems *problems,
                       GError **error)
{
  g_autofree char *stem = NULL;
  g_autofree char *variables = NULL;
  g_autofree char *labels = NULL;
  g_autofree char *external = NULL;
  g_autoptr (HwPlan) self = NULL;
  g_autoptr (HwCsvTable) table = NULL;
  g_autoptr (GError) local = NULL;
  guint n_before;

  g_return_val_if_fail (path != NULL && problems != NULL, NULL);

  n_before = hw_problems_count (problems, HW_PROBLEM_ERROR);
  stem = g_strndup (path, strlen (path) - (g_str_has_suffix (path, ".csv") ? strlen (".csv") : 0));
  variables = g_strconcat (stem, "-variables.csv", NULL);
  labels = g_strconcat (stem, "-labels.csv", NULL);
  external = g_strconcat (stem, "-external.csv", NULL);
  self = create (path, variables);
  table = hw_csv_table_new_from_file (path, problems, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  if (table != NULL)
    read_lines (self, table, problems);
  if (!read_beside (self, variables, hw_plan_read_derived, problems, error)
      || !read_beside (self, labels, hw_plan_read_labels, problems, error)
      || !read_beside (self, external, hw_plan_read_external, problems, error))
    return NULL;
  return hw_problems_count (problems, HW_PROBLEM_ERROR) > n_before ? NULL : g_steal_pointer (&self);
}

/**
 * hw_plan_free:
 * @self: (transfer full): a plan
 */
void
hw_plan_free (HwPlan *self)
{
  g_return_if_fail (self != NULL);
  g_free (self->name);
  g_free (self->variables_name);
  g_ptr_array_unref (self->lines);
  g_ptr_array_unref (self->derived);
  g_ptr_array_unref (self->external);
  g_hash_table_unref (self->labels);
  g_free (self);
}

/**
 * hw_plan_find_derived: (skip)
 * @self: a plan
 * @name: a name
 *
 * Returns: (transfer none) (nullable): the derived variable of that name
 */
const HwDerived *
hw_plan_find_derived (HwPlan *self,
                      const char *name)
{
  for (guint i = 0; i < self->derived->len; i++)
    {
      const HwDerived *one = g_ptr_array_index (self->derived, i);

      /* SQLite does not tell A from a. */
      if (g_ascii_strcasecmp (one->name, name) == 0)
        return one;
    }
  return NULL;
}

/**
 * hw_plan_list_ids:
 * @self: a plan
 *
 * Returns: (transfer container) (element-type utf8): the tables, each once, in the order of the
 *   plan
 */
GPtrArray *
hw_plan_list_ids (HwPlan *self)
{
  GPtrArray *ids = g_ptr_array_new ();

  g_return_val_if_fail (self != NULL, ids);
  for (guint i = 0; i < self->lines->len; i++)
    {
      const HwPlanLine *line = g_ptr_array_index (self->lines, i);

      if (!g_ptr_array_find_with_equal_func (ids, line->fields[HW_PLAN_TABLE], g_str_equal, NULL))
        g_ptr_array_add (ids, line->fields[HW_PLAN_TABLE]);
    }
  return ids;
}

/**
 * hw_plan_get_title:
 * @self: a plan
 * @id: a table
 *
 * Returns: (transfer none) (nullable): its title; %NULL when the plan has no such table
 */
const char *
hw_plan_get_title (HwPlan *self,
                   const char *id)
{
  return hw_plan_get_title_in (self, id, NULL);
}

/**
 * hw_plan_get_title_in:
 * @self: a plan
 * @id: a table
 * @language: (nullable): the language that is wanted
 *
 * Returns: (transfer none) (nullable): its title, translated when the plan has it in @language; %NULL
 *   when the plan has no such table
 */
const char *
hw_plan_get_title_in (HwPlan *self,
                      const char *id,
                      const char *language)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);
  for (guint i = 0; i < self->lines->len; i++)
    {
      const HwPlanLine *line = g_ptr_array_index (self->lines, i);

      if (strcmp (line->fields[HW_PLAN_TABLE], id) == 0)
        return hw_plan_text_get (&line->title, language);
    }
  return NULL;
}
