/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "questionnaire/question-private.h"

#include "questionnaire/vocabulary-private.h"

/* What the type, the parameters, the appearance and the columns of our own say of a question. */

/**
 * hw_question_get_type_name:
 * @self: a question
 *
 * Returns: (transfer none): the type as the sheet has it, in its usual spelling
 */
const char *
hw_question_get_type_name (HwQuestion *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->type != NULL ? self->type->word.name : hw_kind_get_name (self->kind);
}

/**
 * hw_question_get_range:
 * @self: a question
 *
 * Returns: (transfer none) (nullable): the scale of a question of the type range
 */
const HwRange *
hw_question_get_range (HwQuestion *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->range;
}

/**
 * hw_question_get_choices_source:
 * @self: a question
 *
 * Returns: (transfer none) (nullable): the question in a repeat whose answers are the choices
 */
HwQuestion *
hw_question_get_choices_source (HwQuestion *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->choices_source;
}

/**
 * hw_question_get_parameter:
 * @self: a question
 * @name: the name of a parameter, in small letters
 *
 * Returns: (transfer none) (nullable): its text
 */
const char *
hw_question_get_parameter (HwQuestion *self,
                           const char *name)
{
  g_return_val_if_fail (self != NULL && name != NULL, NULL);
  return self->parameters != NULL ? hw_parameters_get (self->parameters, name) : NULL;
}

/**
 * hw_question_is_randomized:
 * @self: a question
 *
 * Returns: whether its choices stand in random order
 */
gboolean
hw_question_is_randomized (HwQuestion *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return self->randomized;
}

/**
 * hw_question_get_seed:
 * @self: a question
 *
 * Returns: (transfer none) (nullable): what the random order is made from; %NULL when each
 * opening has its own
 */
HwExpression *
hw_question_get_seed (HwQuestion *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->rules[HW_RULE_SEED];
}

/**
 * hw_question_has_appearance:
 * @self: a question
 * @word: a word
 *
 * Returns: whether it is one of the words of the appearance
 */
gboolean
hw_question_has_appearance (HwQuestion *self,
                            const char *word)
{
  g_return_val_if_fail (self != NULL && word != NULL, FALSE);
  return self->appearances != NULL
         && g_strv_contains ((const char *const *) self->appearances, word);
}

static const char *
pick_text (HwQuestion *self,
           guint text,
           const char *language)
{
  g_return_val_if_fail (self != NULL, NULL);
  return hw_languages_pick (self->languages, self->texts[text], language);
}

/**
 * hw_question_get_media:
 * @self: a question
 * @media: which column
 * @language: (nullable): the language that is wished for; the default one fills its gaps
 *
 * Returns: (transfer none) (nullable): the name of the file that stands with its label
 */
const char *
hw_question_get_media (HwQuestion *self,
                       HwMedia media,
                       const char *language)
{
  g_return_val_if_fail ((guint) media < HW_N_MEDIA, NULL);
  return pick_text (self, HW_TEXT_MEDIA + media, language);
}

/**
 * hw_question_plays_at_once:
 * @self: a question
 * @media: audio or video
 *
 * Returns: whether it plays as soon as the question is reached
 */
gboolean
hw_question_plays_at_once (HwQuestion *self,
                           HwMedia media)
{
  g_return_val_if_fail (self != NULL && (guint) media < HW_N_MEDIA, FALSE);
  return (self->autoplay & 1U << media) != 0;
}

/**
 * hw_question_get_trigger:
 * @self: a question
 *
 * Returns: (transfer none) (nullable): the questions whose change computes the calculation anew,
 * %NULL-terminated; %NULL when everything that it reads does
 */
HwQuestion *const *
hw_question_get_trigger (HwQuestion *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->trigger;
}

/**
 * hw_question_get_read_only_rule:
 * @self: a question
 *
 * Returns: (transfer none) (nullable): when nobody may change it by hand, where that depends
 */
HwExpression *
hw_question_get_read_only_rule (HwQuestion *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->rules[HW_RULE_READ_ONLY];
}

/**
 * hw_question_get_unit:
 * @self: a question
 * @language: (nullable): the language that is wished for; the default one fills its gaps
 *
 * Returns: (transfer none): what is counted, such as "months"; "" if none
 */
const char *
hw_question_get_unit (HwQuestion *self,
                      const char *language)
{
  const char *unit = pick_text (self, HW_TEXT_UNIT, language);

  return unit != NULL ? unit : "";
}

/**
 * hw_question_get_variable_label:
 * @self: a question
 * @language: (nullable): the language that is wished for; the default one fills its gaps
 *
 * Returns: (transfer none): what data files call it; "" if none
 */
const char *
hw_question_get_variable_label (HwQuestion *self,
                                const char *language)
{
  const char *label = pick_text (self, HW_TEXT_VARIABLE_LABEL, language);

  return label != NULL ? label : "";
}

/**
 * hw_question_get_tier:
 * @self: a question
 *
 * Returns: 1 for the core, larger for what an office may leave out
 */
int
hw_question_get_tier (HwQuestion *self)
{
  g_return_val_if_fail (self != NULL, 1);
  return self->tier;
}

/**
 * hw_question_get_sensitivity:
 * @self: a question
 *
 * Returns: how carefully its answers are kept
 */
HwSensitivity
hw_question_get_sensitivity (HwQuestion *self)
{
  g_return_val_if_fail (self != NULL, HW_SENSITIVITY_NONE);
  return self->sensitivity;
}

/**
 * hw_question_is_identifying:
 * @self: a question
 *
 * Returns: whether it names a person or a place and is never exported
 */
gboolean
hw_question_is_identifying (HwQuestion *self)
{
  return hw_question_get_sensitivity (self) == HW_SENSITIVITY_IDENTIFYING;
}

/**
 * hw_question_get_universe:
 * @self: a question
 *
 * Returns: (transfer none): in words, of whom it is asked; "" if none
 */
const char *
hw_question_get_universe (HwQuestion *self)
{
  g_return_val_if_fail (self != NULL, "");
  return self->universe != NULL ? self->universe : "";
}

/**
 * hw_question_get_decimals:
 * @self: a question
 *
 * Returns: how many digits after the point are kept and shown; -1 when nothing is said
 */
int
hw_question_get_decimals (HwQuestion *self)
{
  g_return_val_if_fail (self != NULL, -1);
  return self->decimals;
}

/**
 * hw_question_get_width:
 * @self: a question
 *
 * Returns: how many characters or digits the answer has room for; 0 when nothing is said
 */
int
hw_question_get_width (HwQuestion *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->width;
}

/**
 * hw_question_get_roster_layout:
 * @self: a repeat
 *
 * Returns: how its rows are shown
 */
HwRosterLayout
hw_question_get_roster_layout (HwQuestion *self)
{
  g_return_val_if_fail (self != NULL, HW_ROSTER_LAYOUT_AUTO);
  return self->roster_layout;
}

/**
 * hw_question_get_expected_min:
 * @self: a question
 *
 * Returns: (transfer none) (nullable): the least answer that needs no confirmation
 */
const char *
hw_question_get_expected_min (HwQuestion *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->expected_min;
}

/**
 * hw_question_get_expected_max:
 * @self: a question
 *
 * Returns: (transfer none) (nullable): the largest answer that needs no confirmation
 */
const char *
hw_question_get_expected_max (HwQuestion *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->expected_max;
}

/**
 * hw_question_is_supervisor_only:
 * @self: a question
 *
 * Returns: whether it is answered when the interview is reviewed
 */
gboolean
hw_question_is_supervisor_only (HwQuestion *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return self->supervisor_only;
}

/**
 * hw_question_get_role:
 * @self: a question
 *
 * Returns: (transfer none) (nullable): what it is for the survey as a whole: weight, stratum, psu,
 *   fpc or case_id
 */
const char *
hw_question_get_role (HwQuestion *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->role;
}
