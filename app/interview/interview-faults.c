/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "interview/interview-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/*
 * An expression that cannot be computed is a fault of the questionnaire. The interview goes on with
 * what does least harm (the question applies, the answer is taken), and says so: in silence, a
 * wrong skip would look like a right one.
 */

typedef struct
{
  HwItem *item; /* borrowed */
  guint aspect;
} Place;

static guint
hash_place (gconstpointer data)
{
  const Place *self = data;

  return g_direct_hash (self->item) * 31 + self->aspect;
}

static gboolean
equal_places (gconstpointer a,
              gconstpointer b)
{
  const Place *one = a;
  const Place *two = b;

  return one->item == two->item && one->aspect == two->aspect;
}

static const char *
find_column (guint aspect)
{
  static const struct
  {
    guint aspect;
    const char *column;
  } columns[] = {
    { HW_ASPECT_RELEVANT, "relevant" },   { HW_ASPECT_CALCULATION, "calculation" },
    { HW_ASPECT_COUNT, "repeat_count" },  { HW_ASPECT_DEFAULT, "default" },
    { HW_ASPECT_REQUIRED, "required" },   { HW_ASPECT_CONSTRAINT, "constraint" },
    { HW_ASPECT_SOFT, "soft_check" },     { HW_ASPECT_CHOICES, "choice_filter" },
    { HW_ASPECT_READ_ONLY, "read_only" }, { HW_ASPECT_TRIGGER, "calculation" },
    { HW_ASPECT_SEED, "parameters" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (columns[i].aspect == aspect)
      return columns[i].column;
  g_return_val_if_reached ("");
}

/**
 * hw_interview_set_fault:
 * @self: an interview
 * @item: a place
 * @aspect: one of #HwAspect: which of its expressions
 * @why: (nullable): why it cannot be computed, as a sentence; %NULL when it can
 *
 * Remembers what could not be computed. The sentence stands beside the question until it can.
 */
void
hw_interview_set_fault (HwInterview *self,
                        HwItem *item,
                        guint aspect,
                        const char *why)
{
  Place place = { item, aspect };

  if (why == NULL && (item->faulty & aspect) == 0)
    return;
  if (why == NULL)
    {
      item->faulty &= (guint16) ~aspect;
      g_hash_table_remove (self->faults, &place);
    }
  else
    {
      item->faulty |= (guint16) aspect;
      g_hash_table_replace (self->faults, g_memdup2 (&place, sizeof place), g_strdup (why));
    }
  /* Checks look at the faults themselves when they are done. */
  if (aspect & (HW_ASPECT_STATE | HW_ASPECT_DEFAULT | HW_ASPECT_TRIGGER))
    hw_interview_mark (self, item, HW_ASPECT_CONSTRAINT);
}

GHashTable *
hw_interview_new_faults (void)
{
  return g_hash_table_new_full (hash_place, equal_places, g_free, g_free);
}

static char *
dup_sentence (HwInterview *self,
              HwItem *item,
              guint aspect)
{
  Place place = { item, aspect };
  const char *why = g_hash_table_lookup (self->faults, &place);

  /* Translators: the column of the survey sheet, the name of a question, the line of the sheet; a
   * sentence that says why follows. */
  return g_strdup_printf (
      _("The column “%1$s” of “%2$s” (line %3$u of the survey sheet) has a fault. %4$s"),
      find_column (aspect), hw_item_get_ref (item), hw_question_get_line (item->question),
      why != NULL ? why : "");
}

/**
 * hw_interview_dup_fault:
 * @self: an interview
 * @item: an item
 *
 * Returns: (transfer full) (nullable): what cannot be computed there, as sentences; %NULL when all
 *   can
 */
char *
hw_interview_dup_fault (HwInterview *self,
                        HwItem *item)
{
  for (guint aspect = 1; aspect <= item->faulty; aspect <<= 1)
    if (item->faulty & aspect)
      return dup_sentence (self, item, aspect);
  return NULL;
}

/**
 * hw_fault_free:
 * @self: (transfer full): a fault
 */
void
hw_fault_free (HwFault *self)
{
  g_return_if_fail (self != NULL);
  g_clear_object (&self->item);
  g_free (self->sentence);
  g_free (self);
}

/**
 * hw_interview_list_faults:
 * @self: an interview
 *
 * Returns: (transfer container) (element-type HwFault): the expressions that could not be computed
 *   when they were last asked, with the places that they were asked for, in document order. Places
 *   that do not apply are left out, unless it is their skip that has the fault.
 */
GPtrArray *
hw_interview_list_faults (HwInterview *self)
{
  GPtrArray *faults = g_ptr_array_new_with_free_func ((GDestroyNotify) hw_fault_free);

  g_return_val_if_fail (HW_IS_INTERVIEW (self), faults);

  for (HwItem *item = self->root; item != NULL && g_hash_table_size (self->faults) > 0;
       item = hw_item_next (item, self->root, !item->relevant, FALSE))
    for (guint aspect = 1; aspect <= item->faulty; aspect <<= 1)
      {
        HwFault *fault;

        if ((item->faulty & aspect) == 0 || (!item->relevant && aspect != HW_ASPECT_RELEVANT))
          continue;
        fault = g_new0 (HwFault, 1);
        fault->item = g_object_ref (item);
        fault->column = find_column (aspect);
        fault->sentence = dup_sentence (self, item, aspect);
        g_ptr_array_add (faults, fault);
      }
  return faults;
}

static void
note_outcome (HwInterview *self,
              HwItem *item,
              guint aspect,
              const GError *error)
{
  if (error != NULL || item->faulty != 0)
    hw_interview_set_fault (self, item, aspect, error != NULL ? error->message : NULL);
}

/**
 * hw_interview_ask_boolean:
 * @self: an interview
 * @item: the place whose expression it is
 * @aspect: which of its expressions
 * @expression: the expression
 * @otherwise: what it is taken to be when it cannot be computed
 *
 * Returns: what it gives at the element of @item
 */
gboolean
hw_interview_ask_boolean (HwInterview *self,
                          HwItem *item,
                          guint aspect,
                          HwExpression *expression,
                          gboolean otherwise)
{
  return hw_interview_ask_boolean_at (self, item, aspect, expression, item->node, otherwise);
}

/**
 * hw_interview_ask_boolean_at:
 * @self: an interview
 * @item: the place whose expression it is
 * @aspect: which of its expressions
 * @expression: the expression
 * @node: the element from which it is seen
 * @otherwise: what it is taken to be when it cannot be computed
 *
 * Returns: what it gives
 */
gboolean
hw_interview_ask_boolean_at (HwInterview *self,
                             HwItem *item,
                             guint aspect,
                             HwExpression *expression,
                             xmlNodePtr node,
                             gboolean otherwise)
{
  g_autoptr (GError) error = NULL;
  gboolean result;

  if (!hw_expression_evaluate_boolean (expression, self->context, node, &result, &error))
    result = otherwise;
  note_outcome (self, item, aspect, error);
  return result;
}

/**
 * hw_interview_ask_string:
 * @self: an interview
 * @item: the place whose expression it is
 * @aspect: which of its expressions
 * @expression: the expression
 *
 * Returns: (transfer full) (nullable): what it gives at the element of @item; %NULL when it cannot
 *   be computed
 */
char *
hw_interview_ask_string (HwInterview *self,
                         HwItem *item,
                         guint aspect,
                         HwExpression *expression)
{
  g_autoptr (GError) error = NULL;
  char *text = hw_expression_evaluate_string (expression, self->context, item->node, &error);

  note_outcome (self, item, aspect, error);
  return text;
}

/**
 * hw_interview_ask_count:
 * @self: an interview
 * @roster: a roster with a repeat_count
 *
 * Returns: how many rows its repeat_count asks for, ≥ 0, not rounded. Nothing, and what is below
 *   zero, asks for none; what is no number does so too, and is a fault.
 */
double
hw_interview_ask_count (HwInterview *self,
                        HwItem *roster)
{
  HwExpression *expression = hw_question_get_repeat_count (roster->question);
  xmlNodePtr node = roster->up->node; /* seen from the element around the rows */
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *why = NULL;
  double count;

  if (!hw_expression_evaluate_number (expression, self->context, node, &count, &error))
    count = NAN;
  else if (isnan (count))
    text = hw_expression_evaluate_string (expression, self->context, node, &error);
  if (error != NULL)
    why = g_strdup (error->message);
  else if (text != NULL && *text != '\0')
    why = g_strdup_printf (_("“%s” is no number of rows, so there are none."), text);
  hw_interview_set_fault (self, roster, HW_ASPECT_COUNT, why);
  return isnan (count) || count < 0 ? 0 : count;
}
