/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "tabulate/frame.h"
#include "tabulate/plan-run-private.h"
#include "tabulate/remittances.h"
#include "tabulate/table-private.h"

static void
complain (HwPlanRun *self,
          HwPlanField field,
          const char *sentence)
{
  hw_problems_add (self->problems, HW_PROBLEM_ERROR, self->plan->name, self->line->line,
                   self->plan->columns[field], "%s", sentence);
}

/* The names of the variables of one axis; FALSE when one of them is none */
static gboolean
add_axis (HwPlanRun *self,
          HwPlanField field,
          GPtrArray *texts,
          guint *n)
{
  g_auto (GStrv) names = g_strsplit_set (self->line->fields[field], " \t\n", -1);
  gboolean good = TRUE;

  *n = 0;
  for (guint i = 0; names[i] != NULL; i++)
    {
      if (*names[i] == '\0')
        continue;
      if (hw_frame_find_variable (self->frame, self->line->fields[HW_PLAN_LEVEL], names[i])
          == HW_VARIABLE_NONE)
        {
          g_autofree char *sentence
            = g_strdup_printf (_("“%s” has no variable “%s”, nor has a level above it."),
                               self->line->fields[HW_PLAN_LEVEL], names[i]);

          complain (self, field, sentence);
          good = FALSE;
        }
      g_ptr_array_add (texts, g_strdup (names[i]));
      (*n)++;
    }
  return good;
}

static gboolean
check_formulas (HwPlanRun *self)
{
  static const HwPlanField formulas[] = { HW_PLAN_UNIVERSE, HW_PLAN_VARIABLE, HW_PLAN_DENOMINATOR,
                                          HW_PLAN_WEIGHT };
  gboolean good = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (formulas); i++)
    {
      const char *formula = self->line->fields[formulas[i]];
      g_autofree char *fault = NULL;

      if (*formula == '\0' || (formulas[i] == HW_PLAN_WEIGHT && strcmp (formula, "none") == 0))
        continue;
      fault = hw_frame_check (self->frame, self->line->fields[HW_PLAN_LEVEL], formula);
      if (fault != NULL)
        complain (self, formulas[i], fault);
      good &= fault == NULL;
    }
  return good;
}

static HwFactor *
build_factor (HwPlanRun *self,
              const HwFrameRows *rows,
              GPtrArray *names,
              guint first,
              guint n)
{
  HwFactor *factor = NULL;

  for (guint i = first; i < first + n; i++)
    {
      g_autoptr (HwFactor) outer = factor;
      g_autoptr (HwFactor) one
        = hw_plan_words_build_factor (self->words, g_ptr_array_index (names, i), rows->n_rows,
                                      g_ptr_array_index (rows->texts, i),
                                      g_ptr_array_index (rows->missing, i));

      factor = outer != NULL ? hw_factor_new_crossed (outer, one) : g_steal_pointer (&one);
    }
  return factor;
}

/* The weight of each row: the survey's, that of the plan, or none at all */
static double *
build_weights (HwPlanRun *self,
               const HwFrameRows *rows,
               const double *own)
{
  double *weights = g_new (double, MAX (rows->n_rows, 1));
  guint n_unweighted = 0;

  for (guint i = 0; i < rows->n_rows; i++)
    {
      if (own != NULL)
        weights[i] = own[i];
      else if (strcmp (self->line->fields[HW_PLAN_WEIGHT], "none") == 0 || self->weight == NULL)
        weights[i] = 1;
      else
        weights[i] = hw_design_get_weight (self->design, rows->unit[i]);
      if (own != NULL && rows->in[i] && !(weights[i] >= 0 && isfinite (weights[i])))
        n_unweighted++;
    }
  if (n_unweighted > 0)
    hw_problems_add (self->problems, HW_PROBLEM_WARNING, self->plan->name, self->line->line,
                     self->plan->columns[HW_PLAN_WEIGHT],
                     ngettext ("%u row has no weight and is not in the table.",
                               "%u rows have no weight and are not in the table.", n_unweighted),
                     n_unweighted);
  return weights;
}

static char *
describe_weight (const char *weight)
{
  if (weight == NULL || *weight == '\0')
    return g_strdup (_("unweighted"));
  /* Translators: %s is the name of a variable. */
  return g_strdup_printf (_("weighted with %s"), weight);
}

static char *
describe_sample (HwPlanRun *self)
{
  guint n_strata = hw_design_get_n_strata (self->design);
  guint n_psus = hw_design_get_n_psus (self->design);
  g_autofree char *strata = g_strdup_printf (ngettext ("%u stratum", "%u strata", n_strata), n_strata);
  g_autofree char *psus = g_strdup_printf (ngettext ("%u PSU", "%u PSUs", n_psus), n_psus);

  return g_strconcat (strata, ", ", psus, NULL);
}

static char *
describe_design (HwPlanRun *self,
                 const HwFrameRows *rows,
                 const double *weights,
                 const char *weight)
{
  g_autofree char *weighting = describe_weight (weight);
  g_autofree char *sample = describe_sample (self);
  guint n_rows = 0;
  guint n_households = 0;
  guint last = G_MAXUINT;

  for (guint i = 0; i < rows->n_rows; i++)
    if (rows->in[i] && weights[i] > 0
        && hw_design_get_psu (self->design, rows->unit[i]) != HW_DESIGN_NO_PSU)
      {
        n_rows++;
        n_households += rows->unit[i] != last;
        last = rows->unit[i];
      }
  /* Translators: the first %s is “2 strata, 6 PSUs”; then the number of rows of a level such as
   * “flow”, and of the households that have them; the last is “weighted with …” or “unweighted”. */
  return g_strdup_printf (_("Design: %s; n = %u (%s) in %u households; %s"), sample, n_rows,
                          self->line->fields[HW_PLAN_LEVEL], n_households, weighting);
}

static HwTable *
create_table (HwPlanRun *self,
              const char *note)
{
  const char *const *fields = (const char *const *) self->line->fields;
  const char *own = fields[HW_PLAN_WEIGHT];
  g_autofree char *label = hw_plan_words_dup_statistic (self->words, self->line);
  HwTableWords words = {
    .id = fields[HW_PLAN_TABLE],
    .title = hw_plan_get_title_in (self->plan, fields[HW_PLAN_TABLE],
                                   hw_plan_words_get_language (self->words)),
    .statistic = fields[HW_PLAN_STATISTIC],
    .statistic_label = label,
    .note = note,
    .weight = strcmp (own, "none") == 0 ? "" : *own != '\0' ? own : self->weight != NULL ? self->weight : "",
  };

  return hw_table_new (&words);
}

/* The note of the plan, and what must not be left unsaid */
static char *
build_note (HwPlanRun *self)
{
  const char *note = hw_plan_text_get (&self->line->note, hw_plan_words_get_language (self->words));
  gboolean of_rows = self->line->statistic == HW_STATISTIC_COLUMN_SHARE
                     || self->line->statistic == HW_STATISTIC_TABLE_SHARE;
  gboolean of_columns = self->line->statistic == HW_STATISTIC_ROW_SHARE
                        || self->line->statistic == HW_STATISTIC_TABLE_SHARE;

  if ((of_rows && hw_plan_words_has_several (self->words, self->line->fields[HW_PLAN_ROWS]))
      || (of_columns && hw_plan_words_has_several (self->words, self->line->fields[HW_PLAN_COLUMNS])))
    return g_strconcat (note, *note != '\0' ? " " : "",
                        _("Several answers are possible: these are percentages of cases, and may add up to more than 100."),
                        NULL);
  return g_strdup (note);
}

static void
set_axis_titles (HwPlanRun *self,
                 HwTable *table)
{
  static const HwPlanField fields[] = { HW_PLAN_LAYERS, HW_PLAN_ROWS, HW_PLAN_COLUMNS };

  for (guint axis = 0; axis < G_N_ELEMENTS (fields); axis++)
    {
      g_autofree char *title = hw_plan_words_dup_names (self->words, self->line->fields[fields[axis]]);

      hw_table_set_axis_title (table, (HwAxis) axis, title);
    }
}

/* Reads what a line needs; the numbers are its weight, variable and denominator, those of them
 * that it has. */
static HwFrameRows *
load_line (HwPlanRun *self,
           GPtrArray *texts,
           gboolean *has_weight,
           GError **error)
{
  const char *const *fields = (const char *const *) self->line->fields;
  const char *numbers[3];
  guint n = 0;

  *has_weight = *fields[HW_PLAN_WEIGHT] != '\0' && strcmp (fields[HW_PLAN_WEIGHT], "none") != 0;
  if (*has_weight)
    numbers[n++] = fields[HW_PLAN_WEIGHT];
  if (*fields[HW_PLAN_VARIABLE] != '\0')
    numbers[n++] = fields[HW_PLAN_VARIABLE];
  if (*fields[HW_PLAN_DENOMINATOR] != '\0')
    numbers[n++] = fields[HW_PLAN_DENOMINATOR];
  return hw_frame_load (self->frame, fields[HW_PLAN_LEVEL],
                        *fields[HW_PLAN_UNIVERSE] != '\0' ? fields[HW_PLAN_UNIVERSE] : NULL, numbers, n,
                        (const char *const *) texts->pdata, texts->len, error);
}

static HwTable *
tabulate (HwPlanRun *self,
          const HwFrameRows *rows,
          GPtrArray *texts,
          const guint *n_of_axis,
          gboolean has_weight)
{
  g_autofree char *note = build_note (self);
  g_autoptr (HwTable) table = create_table (self, note);
  guint first = has_weight ? 1 : 0;
  g_autofree double *weights
    = build_weights (self, rows, has_weight ? g_ptr_array_index (rows->numbers, 0) : NULL);
  g_autoptr (HwFactor) layers = build_factor (self, rows, texts, 0, n_of_axis[0]);
  g_autoptr (HwFactor) across = build_factor (self, rows, texts, n_of_axis[0], n_of_axis[1]);
  g_autoptr (HwFactor) down
    = build_factor (self, rows, texts, n_of_axis[0] + n_of_axis[1], n_of_axis[2]);
  const HwCrosstab crosstab = {
    .statistic = self->line->statistic,
    .p = self->line->p,
    .n_cases = rows->n_rows,
    .unit = rows->unit,
    .in = rows->in,
    .weight = weights,
    .y = rows->numbers->len > first ? g_ptr_array_index (rows->numbers, first) : NULL,
    .x = rows->numbers->len > first + 1 ? g_ptr_array_index (rows->numbers, first + 1) : NULL,
    .layers = layers,
    .rows = across,
    .columns = down,
  };

  set_axis_titles (self, table);
  hw_crosstab_fill (&crosstab, self->design, table);
  hw_table_take_design (table, describe_design (self, rows, weights, hw_table_get_weight (table)));
  return g_steal_pointer (&table);
}

/* NULL without an error when the plan is at fault and the problem is told */
static HwTable *
run_line (HwPlanRun *self)
{
  static const HwPlanField fields[] = { HW_PLAN_LAYERS, HW_PLAN_ROWS, HW_PLAN_COLUMNS };
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (HwFrameRows) rows = NULL;
  g_autoptr (GError) error = NULL;
  guint n_of_axis[3];
  gboolean good = TRUE;
  gboolean has_weight;

  if (!hw_frame_has_level (self->frame, self->line->fields[HW_PLAN_LEVEL]))
    {
      g_autofree char *sentence
        = g_strdup_printf (_("There is no level “%s”."), self->line->fields[HW_PLAN_LEVEL]);

      complain (self, HW_PLAN_LEVEL, sentence);
      return NULL;
    }
  for (guint axis = 0; axis < G_N_ELEMENTS (fields); axis++)
    good &= add_axis (self, fields[axis], texts, &n_of_axis[axis]);
  good &= check_formulas (self);
  if (!good)
    return NULL;
  rows = load_line (self, texts, &has_weight, &error);
  if (rows == NULL)
    {
      complain (self, HW_PLAN_TABLE, error->message);
      return NULL;
    }
  return tabulate (self, rows, texts, n_of_axis, has_weight);
}

static void
remark_cb (const char *sentence,
           gpointer data)
{
  HwPlanRun *self = data;

  g_string_append (self->remarks, self->remarks->len > 0 ? " " : "");
  g_string_append (self->remarks, sentence);
}

static gboolean
external_cb (const char *line,
             const char *column,
             double *amount,
             gpointer data)
{
  HwPlanRun *self = data;
  gboolean found = FALSE;

  *amount = 0;
  for (guint i = 0; i < self->plan->external->len; i++)
    {
      const HwExternal *one = g_ptr_array_index (self->plan->external, i);

      if (strcmp (one->line, line) != 0 || strcmp (one->column, column) != 0)
        continue;
      found = TRUE;
      *amount += one->amount;
    }
  return found;
}

/* Names the source of every external item; those of one source and date together. */
static void
cite_external (HwPlanRun *self)
{
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->plan->external->len; i++)
    {
      const HwExternal *one = g_ptr_array_index (self->plan->external, i);
      char *key = g_strconcat (one->source, "\n", one->date, NULL);
      g_autoptr (GString) places = NULL;
      g_autofree char *sentence = NULL;

      if (!g_hash_table_add (told, key))
        continue;
      places = g_string_new (NULL);
      for (guint k = i; k < self->plan->external->len; k++)
        {
          const HwExternal *other = g_ptr_array_index (self->plan->external, k);

          if (strcmp (other->source, one->source) != 0 || strcmp (other->date, one->date) != 0)
            continue;
          g_string_append (places, places->len > 0 ? ", " : "");
          g_string_append (places, other->line);
          g_string_append_c (places, ' ');
          g_string_append (places, other->column);
        }
      /* Translators: a source, its date, and lines of a table such as “8b credit, 9c credit”. */
      sentence = g_strdup_printf (_("External (x), %s, %s: %s."), one->source, one->date, places->str);
      remark_cb (sentence, self);
    }
}

static HwTable *
run_remittances (HwPlanRun *self,
                 GError **error)
{
  g_autoptr (HwTable) cells = NULL;
  g_autofree char *weight = NULL;
  g_autofree char *sample = NULL;

  g_string_assign (self->remarks, hw_plan_text_get (&self->line->note,
                                                    hw_plan_words_get_language (self->words)));
  cells = create_table (self, "");
  if (!hw_remittances_fill (cells, self->frame, self->design, external_cb, remark_cb, self, error))
    return NULL;
  cite_external (self);
  hw_table_take_note (cells, g_strdup (self->remarks->str));
  weight = describe_weight (self->weight);
  sample = describe_sample (self);
  hw_table_take_design (cells,
                        /* Translators: the first %s is “2 strata, 6 PSUs”, the last “weighted
                         * with …” or “unweighted”. */
                        g_strdup_printf (_("Design: %s; n = %u households; %s"), sample,
                                         hw_design_get_n_units (self->design), weight));
  return g_steal_pointer (&cells);
}

static gboolean
run_lines (HwPlanRun *self,
           const char *id,
           GPtrArray *tables,
           GError **error)
{
  for (guint i = 0; i < self->plan->lines->len; i++)
    {
      HwTable *table;
      GError *local = NULL;

      self->line = g_ptr_array_index (self->plan->lines, i);
      if (!hw_plan_line_is_wanted (self->line, id))
        continue;
      if (self->line->statistic == HW_STATISTIC_REMITTANCES)
        table = run_remittances (self, &local);
      else
        table = run_line (self);
      if (local != NULL)
        {
          g_propagate_error (error, local);
          return FALSE;
        }
      if (table != NULL)
        g_ptr_array_add (tables, table);
    }
  return TRUE;
}

/**
 * hw_plan_run:
 * @self: a plan
 * @file: a survey; what is in the file now is tabulated, through a connection of the run's own
 * @id: (nullable): the table to make; %NULL for all
 * @language: (nullable): of labels; %NULL for the questionnaire's own
 * @problems: gets what is wrong with the plan, at its line, and what there is to know about the
 *   design
 * @error: return location for what the world refuses
 *
 * Makes tables. A line that is at fault is told and left out; the others are made.
 *
 * Returns: (transfer container) (element-type HwTable): the tables in the order of the plan; %NULL
 *   with @error set
 */
GPtrArray *
hw_plan_run (HwPlan *self,
             HwSurveyFile *file,
             const char *id,
             const char *language,
             HwProblems *problems,
             GError **error)
{
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func ((GDestroyNotify) hw_table_unref);
  g_autoptr (GHashTable) words = NULL;
  g_autoptr (HwPlanWords) texts = NULL;
  g_autoptr (GString) remarks = g_string_new (NULL);
  HwPlanRun run = { .plan = self, .file = file, .problems = problems, .remarks = remarks };
  gboolean good;

  g_return_val_if_fail (self != NULL && HW_IS_SURVEY_FILE (file) && problems != NULL, NULL);

  if (id != NULL && hw_plan_get_title (self, id) == NULL)
    {
      hw_problems_add (problems, HW_PROBLEM_ERROR, self->name, 0, 0, _("The plan has no table “%s”."), id);
      return g_steal_pointer (&tables);
    }
  run.words = texts = hw_plan_words_new (self, hw_survey_file_get_questionnaire (file), language);
  words = hw_plan_run_collect_words (&run, id);
  good = hw_plan_run_open (&run, words, error);
  if (good)
    {
      hw_plan_run_derive (&run, words);
      good = hw_plan_run_load_design (&run, error) && run_lines (&run, id, tables, error);
    }
  g_clear_pointer (&run.design, hw_design_free);
  g_clear_pointer (&run.frame, hw_frame_free);
  return good ? g_steal_pointer (&tables) : NULL;
}
