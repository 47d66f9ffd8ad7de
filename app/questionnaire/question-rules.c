/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "questionnaire/question-private.h"

static const char *
pick_text (HwQuestion *self,
           HwText text,
           const char *language)
{
  const char *found;

  g_return_val_if_fail (self != NULL, "");

  found = hw_languages_pick (self->languages, self->texts[text], language);
  return found != NULL ? found : "";
}

/* The template of the text that pick_text() shows. */
static HwTemplate *
pick_template (HwQuestion *self,
               HwText text,
               const char *language)
{
  int slot;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->templates[text] == NULL)
    return NULL;
  slot = hw_languages_pick_slot (self->languages, self->texts[text], language);
  return slot < 0 ? NULL : self->templates[text][slot];
}

/**
 * hw_question_get_label:
 * @self: a question
 * @language: (nullable): the language that is wished for; the default one fills its gaps
 *
 * Returns: (transfer none): the text as it stands in the sheet, ${} included; "" if none
 */
const char *
hw_question_get_label (HwQuestion *self,
                       const char *language)
{
  return pick_text (self, HW_TEXT_LABEL, language);
}

/**
 * hw_question_get_hint:
 * @self: a question
 * @language: (nullable): the language that is wished for; the default one fills its gaps
 *
 * Returns: (transfer none): the hint for the enumerator; "" if none
 */
const char *
hw_question_get_hint (HwQuestion *self,
                      const char *language)
{
  return pick_text (self, HW_TEXT_HINT, language);
}

/**
 * hw_question_get_guidance:
 * @self: a question
 * @language: (nullable): the language that is wished for; the default one fills its gaps
 *
 * Returns: (transfer none): the longer guidance; "" if none
 */
const char *
hw_question_get_guidance (HwQuestion *self,
                          const char *language)
{
  return pick_text (self, HW_TEXT_GUIDANCE, language);
}

/**
 * hw_question_get_label_template:
 * @self: a question
 * @language: (nullable): the language that is wished for; the default one fills its gaps
 *
 * Returns: (transfer none) (nullable): the label with its ${}; %NULL when it has none
 */
HwTemplate *
hw_question_get_label_template (HwQuestion *self,
                                const char *language)
{
  return pick_template (self, HW_TEXT_LABEL, language);
}

/**
 * hw_question_get_hint_template:
 * @self: a question
 * @language: (nullable): the language that is wished for; the default one fills its gaps
 *
 * Returns: (transfer none) (nullable): the hint with its ${}; %NULL when it has none
 */
HwTemplate *
hw_question_get_hint_template (HwQuestion *self,
                               const char *language)
{
  return pick_template (self, HW_TEXT_HINT, language);
}

/**
 * hw_question_get_guidance_template:
 * @self: a question
 * @language: (nullable): the language that is wished for; the default one fills its gaps
 *
 * Returns: (transfer none) (nullable): the guidance with its ${}; %NULL when it has none
 */
HwTemplate *
hw_question_get_guidance_template (HwQuestion *self,
                                   const char *language)
{
  return pick_template (self, HW_TEXT_GUIDANCE, language);
}

/**
 * hw_question_get_constraint_message_template:
 * @self: a question
 * @language: (nullable): the language that is wished for; the default one fills its gaps
 *
 * Returns: (transfer none) (nullable): the message with its ${}; %NULL when it has none
 */
HwTemplate *
hw_question_get_constraint_message_template (HwQuestion *self,
                                             const char *language)
{
  return pick_template (self, HW_TEXT_CONSTRAINT_MESSAGE, language);
}

/**
 * hw_question_get_required_message_template:
 * @self: a question
 * @language: (nullable): the language that is wished for; the default one fills its gaps
 *
 * Returns: (transfer none) (nullable): the message with its ${}; %NULL when it has none
 */
HwTemplate *
hw_question_get_required_message_template (HwQuestion *self,
                                           const char *language)
{
  return pick_template (self, HW_TEXT_REQUIRED_MESSAGE, language);
}

/**
 * hw_question_get_soft_message_template:
 * @self: a question
 * @language: (nullable): the language that is wished for; the default one fills its gaps
 *
 * Returns: (transfer none) (nullable): the message with its ${}; %NULL when it has none
 */
HwTemplate *
hw_question_get_soft_message_template (HwQuestion *self,
                                       const char *language)
{
  return pick_template (self, HW_TEXT_SOFT_MESSAGE, language);
}

/**
 * hw_question_get_constraint_message:
 * @self: a question
 * @language: (nullable): the language that is wished for; the default one fills its gaps
 *
 * Returns: (transfer none): what to say when the constraint is broken; "" if none
 */
const char *
hw_question_get_constraint_message (HwQuestion *self,
                                    const char *language)
{
  return pick_text (self, HW_TEXT_CONSTRAINT_MESSAGE, language);
}

/**
 * hw_question_get_required_message:
 * @self: a question
 * @language: (nullable): the language that is wished for; the default one fills its gaps
 *
 * Returns: (transfer none): what to say when there is no answer; "" if none
 */
const char *
hw_question_get_required_message (HwQuestion *self,
                                  const char *language)
{
  return pick_text (self, HW_TEXT_REQUIRED_MESSAGE, language);
}

/**
 * hw_question_get_soft_message:
 * @self: a question
 * @language: (nullable): the language that is wished for; the default one fills its gaps
 *
 * Returns: (transfer none): what to ask when the soft check fails; "" if none
 */
const char *
hw_question_get_soft_message (HwQuestion *self,
                              const char *language)
{
  return pick_text (self, HW_TEXT_SOFT_MESSAGE, language);
}

/**
 * hw_question_get_relevant:
 * @self: a question
 *
 * Returns: (transfer none) (nullable): when it is asked; %NULL for always
 */
HwExpression *
hw_question_get_relevant (HwQuestion *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->rules[HW_RULE_RELEVANT];
}

/**
 * hw_question_get_constraint:
 * @self: a question
 *
 * Returns: (transfer none) (nullable): what a given answer must fulfil
 */
HwExpression *
hw_question_get_constraint (HwQuestion *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->rules[HW_RULE_CONSTRAINT];
}

/**
 * hw_question_get_required:
 * @self: a question
 *
 * Returns: (transfer none) (nullable): when an answer is required, where that depends; else
 *   hw_question_is_required() says it
 */
HwExpression *
hw_question_get_required (HwQuestion *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->rules[HW_RULE_REQUIRED];
}

/**
 * hw_question_is_required:
 * @self: a question
 *
 * Returns: whether an answer is always required
 */
gboolean
hw_question_is_required (HwQuestion *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return self->required;
}

/**
 * hw_question_get_calculation:
 * @self: a question
 *
 * Returns: (transfer none) (nullable): what its value is computed from; on a question that a person
 *   answers it is a proposal
 */
HwExpression *
hw_question_get_calculation (HwQuestion *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->rules[HW_RULE_CALCULATION];
}

/**
 * hw_question_get_choice_filter:
 * @self: a question
 *
 * Returns: (transfer none) (nullable): which choices apply; its context node is described in the
 *   header
 */
HwExpression *
hw_question_get_choice_filter (HwQuestion *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->rules[HW_RULE_CHOICE_FILTER];
}

/**
 * hw_question_get_repeat_count:
 * @self: a question
 *
 * Returns: (transfer none) (nullable): how many instances there are, seen from the element around
 * them
 */
HwExpression *
hw_question_get_repeat_count (HwQuestion *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->rules[HW_RULE_REPEAT_COUNT];
}

/**
 * hw_question_get_default:
 * @self: a question
 *
 * Returns: (transfer none) (nullable): what stands there at first; a plain text is a literal
 */
HwExpression *
hw_question_get_default (HwQuestion *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->rules[HW_RULE_DEFAULT];
}

/**
 * hw_question_get_soft_check:
 * @self: a question
 *
 * Returns: (transfer none) (nullable): what is expected of an answer; when it is false, the
 * enumerator confirms
 */
HwExpression *
hw_question_get_soft_check (HwQuestion *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->rules[HW_RULE_SOFT_CHECK];
}

/**
 * hw_question_get_appearance:
 * @self: a question
 *
 * Returns: (transfer none): the wishes for its looks, separated by spaces; "" if none
 */
const char *
hw_question_get_appearance (HwQuestion *self)
{
  g_return_val_if_fail (self != NULL, "");
  return self->appearance != NULL ? self->appearance : "";
}

/**
 * hw_question_is_read_only:
 * @self: a question
 *
 * Returns: whether nobody may change it by hand
 */
gboolean
hw_question_is_read_only (HwQuestion *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return self->read_only;
}

/**
 * hw_question_get_choices:
 * @self: a question
 *
 * Returns: (transfer none) (nullable): the list of a select_one or select_multiple
 */
HwChoiceList *
hw_question_get_choices (HwQuestion *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->choices;
}

/**
 * hw_question_get_missing:
 * @self: a question
 *
 * Returns: the kinds of missing that a person may say instead of an answer, bits of
 * %HW_MISSING_SAID
 */
guint
hw_question_get_missing (HwQuestion *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->missing;
}

/**
 * hw_question_get_missing_code:
 * @self: a question
 * @kind: one kind of missing
 *
 * Returns: (transfer none) (nullable): the code by which files write that kind, such as "98"
 */
const char *
hw_question_get_missing_code (HwQuestion *self,
                              HwMissing kind)
{
  int i;

  g_return_val_if_fail (self != NULL, NULL);

  i = hw_missing_get_said_index (kind);
  return i < 0 ? NULL : self->missing_codes[i];
}

/**
 * hw_question_is_exclusive:
 * @self: a question
 * @choice: a code of its list
 *
 * Returns: whether that choice stands alone: no other can be chosen beside it
 */
gboolean
hw_question_is_exclusive (HwQuestion *self,
                          const char *choice)
{
  HwChoice *found;

  g_return_val_if_fail (self != NULL && choice != NULL, FALSE);
  if (self->exclusive != NULL && g_strv_contains ((const char *const *) self->exclusive, choice))
    return TRUE;
  found = self->choices != NULL ? hw_choice_list_find (self->choices, choice) : NULL;
  return found != NULL && hw_choice_is_exclusive (found);
}

/**
 * hw_question_get_column_type:
 * @self: a question
 *
 * Returns: the type of its column in tables and files
 */
HwColumnType
hw_question_get_column_type (HwQuestion *self)
{
  g_return_val_if_fail (self != NULL, HW_COLUMN_TEXT);
  return self->column_type;
}
