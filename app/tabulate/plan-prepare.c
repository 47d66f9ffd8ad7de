/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tabulate/plan-run-private.h"
#include "tabulate/remittances.h"
#include "tabulate/sql-text.h"

/**
 * hw_plan_line_is_wanted: (skip)
 * @line: a line of a plan
 * @id: (nullable): a table
 *
 * Returns: whether the line belongs to the table
 */
gboolean
hw_plan_line_is_wanted (const HwPlanLine *line,
                        const char *id)
{
  return id == NULL || strcmp (line->fields[HW_PLAN_TABLE], id) == 0;
}

static const char *
get_setting (HwPlanRun *self,
             const char *name)
{
  const char *value = hw_survey_file_get_setting (self->file, name);

  return value != NULL && *value != '\0' ? value : NULL;
}

/**
 * hw_plan_run_collect_words: (skip)
 * @self: a run
 * @id: (nullable): the table; %NULL for all
 *
 * Returns: (transfer full): every name that the lines of the table can reach, through derived
 *   variables as well, in small letters
 */
GHashTable *
hw_plan_run_collect_words (HwPlanRun *self,
                           const char *id)
{
  static const char *const settings[] = { "stratum", "psu", "weight", "fpc" };
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_before = 0;

  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    if (get_setting (self, settings[i]) != NULL)
      hw_sql_text_add_words (get_setting (self, settings[i]), words);
  for (guint i = 0; i < self->plan->lines->len; i++)
    {
      const HwPlanLine *line = g_ptr_array_index (self->plan->lines, i);

      if (!hw_plan_line_is_wanted (line, id))
        continue;
      if (line->statistic == HW_STATISTIC_REMITTANCES)
        hw_remittances_add_words (words);
      for (guint field = HW_PLAN_UNIVERSE; field <= HW_PLAN_WEIGHT; field++)
        hw_sql_text_add_words (line->fields[field], words);
    }
  while (g_hash_table_size (words) > n_before)
    {
      n_before = g_hash_table_size (words);
      for (guint i = 0; i < self->plan->derived->len; i++)
        {
          const HwDerived *one = g_ptr_array_index (self->plan->derived, i);
          g_autofree char *key = g_ascii_strdown (one->name, -1);

          if (g_hash_table_contains (words, key))
            hw_sql_text_add_words (one->expression, words);
        }
    }
  return words;
}

/**
 * hw_plan_run_open: (skip)
 * @self: a run
 * @words: the names to load
 * @error: return location
 *
 * Opens the survey with all its levels.
 *
 * Returns: whether that could be done
 */
gboolean
hw_plan_run_open (HwPlanRun *self,
                  GHashTable *words,
                  GError **error)
{
  HwQuestionnaire *questionnaire = hw_survey_file_get_questionnaire (self->file);
  g_autoptr (GPtrArray) levels = hw_questionnaire_list_levels (questionnaire);
  const char *root = get_setting (self, "level");

  if (root == NULL)
    root = hw_questionnaire_get_level_name (questionnaire, NULL);
  self->frame = hw_frame_open (hw_survey_file_get_path (self->file), words, error);
  if (self->frame == NULL || !hw_frame_add_level (self->frame, root, NULL, error))
    return FALSE;
  for (guint i = 1; i < levels->len; i++)
    {
      HwQuestion *repeat = g_ptr_array_index (levels, i);
      HwQuestion *above = hw_question_get_repeat (repeat);

      if (!hw_frame_add_level (self->frame, hw_questionnaire_get_level_name (questionnaire, repeat),
                               above != NULL ? hw_questionnaire_get_level_name (questionnaire, above)
                                             : root, error))
        return FALSE;
    }
  return TRUE;
}

static void
complain_of_derived (HwPlanRun *self,
                     const HwDerived *one,
                     guint column,
                     const char *sentence)
{
  hw_problems_add (self->problems, HW_PROBLEM_ERROR, self->plan->variables_name, one->line, column, "%s",
                   sentence);
}

/* The derived variables that this run needs and that can be at all */
static GPtrArray *
list_needed (HwPlanRun *self,
             GHashTable *words)
{
  GPtrArray *needed = g_ptr_array_new ();

  for (guint i = 0; i < self->plan->derived->len; i++)
    {
      HwDerived *one = g_ptr_array_index (self->plan->derived, i);
      g_autofree char *key = g_ascii_strdown (one->name, -1);
      g_autofree char *sentence = NULL;

      if (!g_hash_table_contains (words, key))
        continue;
      if (!hw_frame_has_level (self->frame, one->level))
        {
          sentence = g_strdup_printf (_("There is no level “%s”."), one->level);
          complain_of_derived (self, one, self->plan->level_column, sentence);
        }
      else if (hw_questionnaire_find (hw_survey_file_get_questionnaire (self->file), one->name) != NULL)
        {
          sentence = g_strdup_printf (_("The questionnaire has a question “%s”; name the variable otherwise."),
                                      one->name);
          complain_of_derived (self, one, 1, sentence);
        }
      else
        g_ptr_array_add (needed, one);
    }
  return needed;
}

/* Computes what @batch holds, all of one level, and takes it out of @needed. One that fails on
 * its own is told and the others go on. */
static void
derive_batch (HwPlanRun *self,
              GPtrArray *batch,
              GPtrArray *needed)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GPtrArray) expressions = g_ptr_array_new ();
  const char *level = ((HwDerived *) g_ptr_array_index (batch, 0))->level;

  for (guint i = 0; i < batch->len; i++)
    {
      HwDerived *one = g_ptr_array_index (batch, i);

      g_ptr_array_add (names, one->name);
      g_ptr_array_add (expressions, one->expression);
      g_ptr_array_remove (needed, one);
    }
  if (hw_frame_derive (self->frame, level, (const char *const *) names->pdata,
                       (const char *const *) expressions->pdata, batch->len, NULL))
    return;
  for (guint i = 0; i < batch->len; i++)
    {
      g_autoptr (GError) error = NULL;

      if (!hw_frame_derive (self->frame, level, (const char *const *) names->pdata + i,
                            (const char *const *) expressions->pdata + i, 1, &error))
        complain_of_derived (self, g_ptr_array_index (batch, i), self->plan->expression_column,
                             error->message);
    }
}

/**
 * hw_plan_run_derive: (skip)
 * @self: a run with its frame
 * @words: the names that it needs
 *
 * Computes derived variables. They may stand in any order: those that can be computed are, until
 * nothing is left or nothing moves.
 */
void
hw_plan_run_derive (HwPlanRun *self,
                    GHashTable *words)
{
  g_autoptr (GPtrArray) needed = list_needed (self, words);

  while (needed->len > 0)
    {
      g_autoptr (GPtrArray) batch = g_ptr_array_new ();

      for (guint i = 0; i < needed->len; i++)
        {
          HwDerived *one = g_ptr_array_index (needed, i);
          g_autofree char *fault = NULL;

          if (batch->len > 0
              && strcmp (((HwDerived *) g_ptr_array_index (batch, 0))->level, one->level) != 0)
            continue;
          fault = hw_frame_check (self->frame, one->level, one->expression);
          if (fault == NULL)
            g_ptr_array_add (batch, one);
        }
      if (batch->len == 0)
        break;
      derive_batch (self, batch, needed);
    }
  for (guint i = 0; i < needed->len; i++)
    {
      HwDerived *one = g_ptr_array_index (needed, i);
      g_autofree char *fault = hw_frame_check (self->frame, one->level, one->expression);

      complain_of_derived (self, one, self->plan->expression_column, fault);
    }
}

static const char *
get_design_variable (HwPlanRun *self,
                     const char *role)
{
  const char *name = get_setting (self, role);
  HwQuestionnaire *questionnaire = hw_survey_file_get_questionnaire (self->file);
  const char *root = get_setting (self, "level");

  if (root == NULL)
    root = hw_questionnaire_get_level_name (questionnaire, NULL);
  if (name == NULL || hw_frame_find_variable (self->frame, root, name) != HW_VARIABLE_NONE)
    return name;
  hw_problems_add (self->problems, HW_PROBLEM_ERROR, hw_survey_file_get_path (self->file), 0, 0,
                   /* Translators: the first %s is a setting such as “weight”, the second the
                    * name of a variable. */
                   _("The setting “%s” names “%s”, which is no variable of a household."), role, name);
  return NULL;
}

static void
warn_of_design (HwPlanRun *self)
{
  const char *path = hw_survey_file_get_path (self->file);
  g_autoptr (GPtrArray) lonely = hw_design_list_lonely (self->design);
  guint n;

  for (guint i = 0; i < lonely->len; i++)
    hw_problems_add (self->problems, HW_PROBLEM_WARNING, path, 0, 0,
                     _("The stratum “%s” has a single PSU: estimates with households of it have no standard error. Join it with a "
                       "stratum like it."), (const char *) g_ptr_array_index (lonely, i));
  if (hw_design_get_bad_fpc (self->design) != NULL)
    hw_problems_add (self->problems, HW_PROBLEM_WARNING, path, 0, 0,
                     _("The finite population correction of the stratum “%s” is missing, not the same for all its households, or "
                       "smaller than its number of PSUs. No correction is used."),
                     hw_design_get_bad_fpc (self->design));
  n = hw_design_get_n_left_out (self->design);
  if (n > 0)
    hw_problems_add (self->problems, HW_PROBLEM_WARNING, path, 0, 0,
                     ngettext ("%u household has no stratum or no PSU and is in no table.",
                               "%u households have no stratum or no PSU and are in no table.", n), n);
  n = hw_design_get_n_unweighted (self->design);
  if (n > 0)
    hw_problems_add (self->problems, HW_PROBLEM_WARNING, path, 0, 0,
                     ngettext ("%u household has no weight and is in no weighted table.",
                               "%u households have no weight and are in no weighted table.", n), n);
}

/**
 * hw_plan_run_load_design: (skip)
 * @self: a run with its derived variables
 * @error: return location
 *
 * Reads the design, and tells what is wrong with it.
 *
 * Returns: whether that could be done
 */
gboolean
hw_plan_run_load_design (HwPlanRun *self,
                         GError **error)
{
  const char *stratum = get_design_variable (self, "stratum");
  const char *psu = get_design_variable (self, "psu");
  const char *fpc = get_design_variable (self, "fpc");

  self->weight = get_design_variable (self, "weight");
  self->design = hw_frame_load_design (self->frame, stratum, psu, self->weight, fpc, error);
  if (self->design == NULL)
    return FALSE;
  warn_of_design (self);
  return TRUE;
}
