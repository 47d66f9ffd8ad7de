/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "interview/interview-private.h"

#include <string.h>

#include "questionnaire/choice-list-private.h"

enum
{
  PROP_0,
  PROP_VALUE,
  PROP_RELEVANT,
  PROP_PROBLEM,
  PROP_PROBLEM_MESSAGE,
  PROP_LABEL,
  PROP_REQUIRED,
  PROP_CONFIRMED,
  PROP_READ_ONLY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];
static guint choices_changed_signal;

G_DEFINE_FINAL_TYPE (HwItem, hw_item, G_TYPE_OBJECT)

/**
 * hw_item_notify_news:
 * @self: an item
 *
 * Tells listeners what the wish has changed.
 */
void
hw_item_notify_news (HwItem *self)
{
  static const struct
  {
    HwNews news;
    guint property;
  } table[] = {
    { HW_NEWS_RELEVANT, PROP_RELEVANT },
    { HW_NEWS_REQUIRED, PROP_REQUIRED },
    { HW_NEWS_VALUE, PROP_VALUE },
    { HW_NEWS_CONFIRMED, PROP_CONFIRMED },
    { HW_NEWS_PROBLEM, PROP_PROBLEM_MESSAGE },
    { HW_NEWS_PROBLEM, PROP_PROBLEM },
    { HW_NEWS_LABEL, PROP_LABEL },
    { HW_NEWS_READ_ONLY, PROP_READ_ONLY },
  };
  guint16 news = self->news;

  self->news = 0;
  if (news & HW_NEWS_CHOICES)
    g_signal_emit (self, choices_changed_signal, 0);
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (news & table[i].news)
      g_object_notify_by_pspec (G_OBJECT (self), properties[table[i].property]);
}

static void
hw_item_get_property (GObject *object,
                      guint id,
                      GValue *value,
                      GParamSpec *pspec)
{
  HwItem *self = HW_ITEM (object);

  switch (id)
    {
    case PROP_VALUE:
      g_value_set_boxed (value, self->shown);
      break;
    case PROP_RELEVANT:
      g_value_set_boolean (value, self->relevant);
      break;
    case PROP_PROBLEM:
      g_value_set_int (value, (int) self->problem);
      break;
    case PROP_PROBLEM_MESSAGE:
      g_value_set_string (value, self->message);
      break;
    case PROP_LABEL:
      g_value_take_string (value, hw_item_dup_label (self));
      break;
    case PROP_REQUIRED:
      g_value_set_boolean (value, self->required);
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, hw_item_is_read_only (self));
      break;
    case PROP_CONFIRMED:
      g_value_set_string (value, self->confirmed);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
hw_item_finalize (GObject *object)
{
  HwItem *self = HW_ITEM (object);

  g_clear_object (&self->list);
  g_clear_pointer (&self->children, g_ptr_array_unref);
  g_clear_pointer (&self->kept, hw_value_unref);
  g_clear_pointer (&self->shown, hw_value_unref);
  g_clear_pointer (&self->before, hw_value_unref);
  g_clear_pointer (&self->made, hw_choice_list_free);
  g_clear_pointer (&self->questionnaire, hw_questionnaire_unref);
  g_free (self->slots);
  g_free (self->ref);
  g_free (self->message);
  g_free (self->confirmed);
  g_free (self->row_id);
  G_OBJECT_CLASS (hw_item_parent_class)->finalize (object);
}

static void
hw_item_class_init (HwItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = hw_item_get_property;
  object_class->finalize = hw_item_finalize;
  properties[PROP_VALUE] = g_param_spec_boxed ("value", NULL, NULL, HW_TYPE_VALUE, flags);
  properties[PROP_RELEVANT] = g_param_spec_boolean ("relevant", NULL, NULL, FALSE, flags);
  properties[PROP_PROBLEM]
      = g_param_spec_int ("problem", NULL, NULL, HW_ITEM_FINE, HW_ITEM_FAULT, HW_ITEM_FINE, flags);
  properties[PROP_PROBLEM_MESSAGE]
      = g_param_spec_string ("problem-message", NULL, NULL, NULL, flags);
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags);
  properties[PROP_REQUIRED] = g_param_spec_boolean ("required", NULL, NULL, FALSE, flags);
  properties[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, flags);
  properties[PROP_CONFIRMED] = g_param_spec_string ("confirmed", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * HwItem::choices-changed:
   *
   * What the choice filter reads has changed; hw_item_list_choices() may give others.
   */
  choices_changed_signal = g_signal_new ("choices-changed", HW_TYPE_ITEM, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
hw_item_init (HwItem *self)
{
}

/**
 * hw_item_new:
 * @interview: whose item it is
 * @kind: its kind
 * @question: its row of the survey sheet
 * @up: (nullable): what is around it; %NULL for the root
 *
 * Returns: (transfer full): an item that is not in its parent's children yet
 */
HwItem *
hw_item_new (HwInterview *interview,
             HwItemKind kind,
             HwQuestion *question,
             HwItem *up)
{
  HwItem *self = g_object_new (HW_TYPE_ITEM, NULL);

  self->interview = interview;
  self->kind = kind;
  self->question = question;
  self->up = up;
  self->scope = kind == HW_ITEM_ROW || up == NULL ? self : up->scope;
  self->questionnaire = hw_questionnaire_ref (hw_interview_get_questionnaire (interview));
  if (kind != HW_ITEM_QUESTION)
    self->children = g_ptr_array_new_with_free_func (g_object_unref);
  self->kept = hw_value_ref (interview->not_answered);
  self->shown = hw_value_ref (self->kept);
  return self;
}

/**
 * hw_item_get_kind:
 * @self: an item
 *
 * Returns: whether it is a question, a group, a roster or a row
 */
HwItemKind
hw_item_get_kind (HwItem *self)
{
  g_return_val_if_fail (HW_IS_ITEM (self), HW_ITEM_QUESTION);
  return self->kind;
}

/**
 * hw_item_get_question:
 * @self: an item
 *
 * Returns: (transfer none): its row of the survey sheet; of a roster and of a row it is the repeat
 */
HwQuestion *
hw_item_get_question (HwItem *self)
{
  g_return_val_if_fail (HW_IS_ITEM (self), NULL);
  return self->question;
}

/**
 * hw_item_get_parent:
 * @self: an item
 *
 * Returns: (nullable) (transfer none): what is around it; %NULL for the root
 */
HwItem *
hw_item_get_parent (HwItem *self)
{
  g_return_val_if_fail (HW_IS_ITEM (self), NULL);
  return self->up;
}

/**
 * hw_item_get_row:
 * @self: an item
 *
 * Returns: (nullable) (transfer none): the innermost row around it, a row itself; %NULL at
 * household level
 */
HwItem *
hw_item_get_row (HwItem *self)
{
  g_return_val_if_fail (HW_IS_ITEM (self), NULL);
  return self->scope->kind == HW_ITEM_ROW ? self->scope : NULL;
}

/**
 * hw_item_get_row_id:
 * @self: an item
 *
 * Returns: (nullable) (transfer none): the UUID of a row; that of the interview for the root; else
 * %NULL
 */
const char *
hw_item_get_row_id (HwItem *self)
{
  g_return_val_if_fail (HW_IS_ITEM (self), NULL);
  return self->row_id;
}

/**
 * hw_item_get_position:
 * @self: an item
 *
 * Returns: the place of a row in its roster, from 1; 0 for others
 */
guint
hw_item_get_position (HwItem *self)
{
  g_return_val_if_fail (HW_IS_ITEM (self), 0);
  return self->kind == HW_ITEM_ROW ? self->index + 1 : 0;
}

/**
 * hw_item_is_relevant:
 * @self: an item
 *
 * Returns: whether it applies: itself and all around it
 */
gboolean
hw_item_is_relevant (HwItem *self)
{
  g_return_val_if_fail (HW_IS_ITEM (self), FALSE);
  return self->relevant;
}

/**
 * hw_item_get_value:
 * @self: a question
 *
 * Returns: (transfer none): the answer that applies now: %HW_MISSING_NOT_ASKED or
 *   %HW_MISSING_DORMANT when the question does not
 */
HwValue *
hw_item_get_value (HwItem *self)
{
  g_return_val_if_fail (HW_IS_ITEM (self), NULL);
  return self->shown;
}

/**
 * hw_item_get_kept_value:
 * @self: a question
 *
 * Returns: (transfer none): the answer, even if it is dormant
 */
HwValue *
hw_item_get_kept_value (HwItem *self)
{
  g_return_val_if_fail (HW_IS_ITEM (self), NULL);
  return self->kept;
}

/**
 * hw_item_is_required:
 * @self: a question
 *
 * Returns: whether it needs an answer now
 */
gboolean
hw_item_is_required (HwItem *self)
{
  g_return_val_if_fail (HW_IS_ITEM (self), FALSE);
  return self->required;
}

/**
 * hw_item_is_read_only:
 * @self: a question
 *
 * Returns: whether it takes no answer now: always, or by a rule that other answers decide
 */
gboolean
hw_item_is_read_only (HwItem *self)
{
  g_return_val_if_fail (HW_IS_ITEM (self), FALSE);
  return self->read_only || hw_question_is_read_only (self->question);
}

/**
 * hw_item_get_problem:
 * @self: a question
 *
 * Returns: what is wrong with its answer
 */
HwItemProblem
hw_item_get_problem (HwItem *self)
{
  g_return_val_if_fail (HW_IS_ITEM (self), HW_ITEM_FINE);
  return self->problem;
}

/**
 * hw_item_is_blocking:
 * @self: an item
 *
 * Returns: whether its problem has to be mended before the interview can be finished
 */
gboolean
hw_item_is_blocking (HwItem *self)
{
  g_return_val_if_fail (HW_IS_ITEM (self), FALSE);
  return self->problem == HW_ITEM_REQUIRED || self->problem == HW_ITEM_CONSTRAINT;
}

/**
 * hw_item_get_problem_message:
 * @self: a question
 *
 * Returns: (nullable) (transfer none): what is wrong, as a sentence; %NULL when nothing is
 */
const char *
hw_item_get_problem_message (HwItem *self)
{
  g_return_val_if_fail (HW_IS_ITEM (self), NULL);
  return self->message;
}

/**
 * hw_item_get_confirmed:
 * @self: a question
 *
 * Returns: (nullable) (transfer none): the reason with which somebody confirmed the answer although
 * the soft check asks; it goes when the answer changes
 */
const char *
hw_item_get_confirmed (HwItem *self)
{
  g_return_val_if_fail (HW_IS_ITEM (self), NULL);
  return self->confirmed;
}

/**
 * hw_item_is_odd:
 * @self: a question
 *
 * Returns: whether the soft check is not content with the answer, confirmed or not
 */
gboolean
hw_item_is_odd (HwItem *self)
{
  g_return_val_if_fail (HW_IS_ITEM (self), FALSE);
  return self->odd;
}
