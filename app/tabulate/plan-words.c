/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tabulate/plan-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _HwPlanWords
{
  HwPlan *plan;
  HwQuestionnaire *questionnaire;
  const char *language;
};

/* Labels of the values of one variable: those of the plan come first, so that an office can
 * shorten long ones. */
typedef struct
{
  GHashTable *labels;  /* (nullable): value -> HwValueLabel */
  GHashTable *places;  /* (nullable): choice -> place in its list */
  HwChoiceList *choices; /* (nullable) */
  const char *language;
} Values;

/* The language as the questionnaire names it, who may have been asked for by its code */
static const char *
find_language (HwQuestionnaire *questionnaire,
               const char *wanted)
{
  const char *const *known = hw_questionnaire_get_languages (questionnaire);

  if (wanted == NULL)
    return known[0];
  for (guint i = 0; known[i] != NULL; i++)
    if (strcmp (known[i], wanted) == 0)
      return known[i];
  for (guint i = 0; known[i] != NULL; i++)
    if (hw_plan_is_language (known[i], wanted))
      return known[i];
  return wanted;
}

/**
 * hw_plan_words_new: (skip)
 * @plan: a plan, which outlives the words
 * @questionnaire: likewise
 * @language: (nullable): of labels; %NULL for the first one of the questionnaire
 *
 * Returns: (transfer full): the words
 */
HwPlanWords *
hw_plan_words_new (HwPlan *plan,
                   HwQuestionnaire *questionnaire,
                   const char *language)
{
  HwPlanWords *self = g_new0 (HwPlanWords, 1);

  self->plan = plan;
  self->questionnaire = questionnaire;
  self->language = find_language (questionnaire, language);
  return self;
}

/**
 * hw_plan_words_free: (skip)
 * @self: (transfer full): words
 */
void
hw_plan_words_free (HwPlanWords *self)
{
  g_return_if_fail (self != NULL);
  g_free (self);
}

/**
 * hw_plan_words_get_language: (skip)
 * @self: words
 *
 * Returns: their language, as the questionnaire names it
 */
const char *
hw_plan_words_get_language (HwPlanWords *self)
{
  return self->language;
}

/**
 * hw_plan_words_has_several: (skip)
 * @self: words
 * @names: variables, separated by spaces
 *
 * Returns: whether one of them is a question that takes several answers
 */
gboolean
hw_plan_words_has_several (HwPlanWords *self,
                           const char *names)
{
  g_auto (GStrv) list = g_strsplit_set (names, " \t\n", -1);

  for (guint i = 0; list[i] != NULL; i++)
    {
      HwQuestion *question = hw_questionnaire_find (self->questionnaire, list[i]);

      if (question != NULL && hw_question_get_kind (question) == HW_KIND_SELECT_MULTIPLE)
        return TRUE;
    }
  return FALSE;
}

static gboolean
describe_value (const char *code,
                const char **label,
                guint *place,
                gpointer data)
{
  const Values *self = data;
  const HwValueLabel *own = self->labels != NULL ? g_hash_table_lookup (self->labels, code) : NULL;
  HwChoice *choice = self->choices != NULL ? hw_choice_list_find (self->choices, code) : NULL;

  if (own == NULL && choice == NULL)
    return FALSE;
  *label = own != NULL ? hw_plan_text_get (&own->label, self->language)
                       : hw_choice_get_label (choice, self->language);
  *place = choice != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (self->places, code)) : own->place;
  return TRUE;
}

/**
 * hw_plan_words_build_factor: (skip)
 * @self: words
 * @name: a variable
 * @n_cases: how many cases there are
 * @values: its codes
 * @missing: kinds of missing
 *
 * Returns: (transfer full): the variable as an axis, its levels labelled and in the order of their
 *   list
 */
HwFactor *
hw_plan_words_build_factor (HwPlanWords *self,
                            const char *name,
                            guint n_cases,
                            const char *const *values,
                            const guint8 *missing)
{
  HwQuestion *question = hw_questionnaire_find (self->questionnaire, name);
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);
  Values data = { .labels = g_hash_table_lookup (self->plan->labels, name),
                  .places = places,
                  .language = self->language };
  gboolean several = FALSE;

  if (question != NULL)
    {
      several = hw_question_get_kind (question) == HW_KIND_SELECT_MULTIPLE;
      data.choices = hw_question_get_choices (question);
    }
  for (guint i = 0; data.choices != NULL && i < hw_choice_list_get_length (data.choices); i++)
    g_hash_table_insert (places, (gpointer) hw_choice_get_name (hw_choice_list_get (data.choices, i)),
                         GUINT_TO_POINTER (i));
  return hw_factor_new (n_cases, values, missing, several, describe_value, &data);
}

/* The label of a variable: the plan's own, for a question is worded to be read aloud; the name
 * itself when it has none, or when the text is not a name but a formula */
static const char *
get_label (HwPlanWords *self,
           const char *name)
{
  GHashTable *values = g_hash_table_lookup (self->plan->labels, name);
  const HwValueLabel *own = values != NULL ? g_hash_table_lookup (values, "") : NULL;
  HwQuestion *question = hw_questionnaire_find (self->questionnaire, name);
  const HwDerived *derived = hw_plan_find_derived (self->plan, name);
  const char *label = question != NULL  ? hw_question_get_label (question, self->language)
                      : derived != NULL ? hw_plan_text_get (&derived->label, self->language)
                                        : "";

  if (own != NULL)
    return hw_plan_text_get (&own->label, self->language);
  return *label != '\0' ? label : name;
}

/**
 * hw_plan_words_dup_names: (skip)
 * @self: words
 * @names: variables, separated by spaces
 *
 * Returns: (transfer full): their labels; "" without variables
 */
char *
hw_plan_words_dup_names (HwPlanWords *self,
                         const char *names)
{
  g_auto (GStrv) list = g_strsplit_set (names, " \t\n", -1);
  GString *text = g_string_new (NULL);

  for (guint i = 0; list[i] != NULL; i++)
    if (*list[i] != '\0')
      {
        g_string_append (text, text->len > 0 ? " | " : "");
        g_string_append (text, get_label (self, list[i]));
      }
  return g_string_free (text, FALSE);
}

/**
 * hw_plan_words_dup_statistic: (skip)
 * @self: words
 * @line: a line of the plan
 *
 * Returns: (transfer full): what the cells of its table are
 */
char *
hw_plan_words_dup_statistic (HwPlanWords *self,
                             const HwPlanLine *line)
{
  const char *variable = get_label (self, line->fields[HW_PLAN_VARIABLE]);

  switch (line->statistic)
    {
    case HW_STATISTIC_COUNT:
      return g_strdup (strcmp (line->fields[HW_PLAN_WEIGHT], "none") == 0 ? _("Number of cases")
                                                                         : _("Number"));
    case HW_STATISTIC_TOTAL:
      return g_strdup_printf (_("Total: %s"), variable);
    case HW_STATISTIC_MEAN:
      return g_strdup_printf (_("Mean: %s"), variable);
    case HW_STATISTIC_RATIO:
      /* Translators: two totals, one divided by the other. */
      return g_strdup_printf (_("Ratio: %s / %s"), variable,
                              get_label (self, line->fields[HW_PLAN_DENOMINATOR]));
    case HW_STATISTIC_ROW_SHARE:
      return *variable == '\0' ? g_strdup (_("Row %")) : g_strdup_printf (_("Row %%: %s"), variable);
    case HW_STATISTIC_COLUMN_SHARE:
      return *variable == '\0' ? g_strdup (_("Column %")) : g_strdup_printf (_("Column %%: %s"), variable);
    case HW_STATISTIC_TABLE_SHARE:
      return *variable == '\0' ? g_strdup (_("Table %")) : g_strdup_printf (_("Table %%: %s"), variable);
    case HW_STATISTIC_QUANTILE:
      return line->p == 0.5 ? g_strdup_printf (_("Median: %s"), variable)
                            : g_strdup_printf (_("Percentile %.0f: %s"), 100 * line->p, variable);
    case HW_STATISTIC_REMITTANCES:
    default:
      return g_strdup (_("Amount"));
    }
}
