/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "interview/interview-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "interview/answer-text.h"

static const char *
language_of (HwItem *self)
{
  return self->interview != NULL ? self->interview->language : NULL;
}

/* After the interview is gone there is nothing to fill a label from. */
static char *
fill (HwItem *self,
      HwTemplate *template,
      const char *text)
{
  if (template == NULL || self->interview == NULL)
    return g_strdup (text);
  return hw_template_fill (template, self->interview->context, self->node);
}

static char *
dup_row_label (HwItem *self)
{
  const char *label = hw_question_get_label (self->question, language_of (self));
  GPtrArray *titles;

  if (hw_question_get_label_template (self->question, language_of (self)) != NULL)
    return fill (self, hw_question_get_label_template (self->question, language_of (self)), label);
  titles = self->interview != NULL ? hw_order_get_titles (self->interview->order, self->question)
                                   : NULL;
  for (guint i = 0; titles != NULL && i < titles->len; i++)
    {
      guint slot = hw_order_get_slot (self->interview->order, g_ptr_array_index (titles, i));
      const char *name = hw_value_get_text (self->slots[slot]->shown);

      if (name != NULL)
        return g_strdup (name);
    }
  /* Translators: a row of a roster without a name yet; %s is the roster's label, such as “Member”,
   * %u its number. */
  return g_strdup_printf (
      _("%s %u"), *label != '\0' ? label : hw_question_get_name (self->question), self->index + 1);
}

/**
 * hw_item_dup_label:
 * @self: an item
 *
 * Of a row it is the label of the repeat if that names something in the row, else the row's first
 * text (the name of the member), else the label and the number of the row.
 *
 * Returns: (transfer full): its label in the interview's language, filled in; "" if none
 */
char *
hw_item_dup_label (HwItem *self)
{
  const char *language;

  g_return_val_if_fail (HW_IS_ITEM (self), NULL);

  language = language_of (self);
  if (self->kind == HW_ITEM_ROW)
    return dup_row_label (self);
  if (self->up == NULL)
    return g_strdup (hw_questionnaire_get_title (self->questionnaire, language));
  return fill (self, hw_question_get_label_template (self->question, language),
               hw_question_get_label (self->question, language));
}

/**
 * hw_item_dup_hint:
 * @self: an item
 *
 * Returns: (transfer full): what stands under the question for the enumerator, filled in; "" if
 * none
 */
char *
hw_item_dup_hint (HwItem *self)
{
  const char *language;

  g_return_val_if_fail (HW_IS_ITEM (self), NULL);

  language = language_of (self);
  return fill (self, hw_question_get_hint_template (self->question, language),
               hw_question_get_hint (self->question, language));
}

/**
 * hw_item_dup_guidance:
 * @self: an item
 *
 * Returns: (transfer full): the help for the question (definition, examples), filled in; "" if none
 */
char *
hw_item_dup_guidance (HwItem *self)
{
  const char *language;

  g_return_val_if_fail (HW_IS_ITEM (self), NULL);

  language = language_of (self);
  return fill (self, hw_question_get_guidance_template (self->question, language),
               hw_question_get_guidance (self->question, language));
}

/* What may not be chosen any more keeps the label of its code in the list. */
static const char *
find_choice_label (HwItem *self,
                   const char *code)
{
  HwChoiceList *list = hw_question_get_choices (self->question);
  HwChoice *choice
      = self->interview != NULL ? hw_interview_find_choice (self->interview, self, code) : NULL;

  if (choice == NULL && list != NULL)
    choice = hw_choice_list_find (list, code);
  return choice != NULL ? hw_choice_get_label (choice, language_of (self)) : code;
}

static char *
join_labels (HwItem *self,
             const char *text)
{
  g_auto (GStrv) codes = g_strsplit (text, " ", -1);
  GString *labels = g_string_new (NULL);

  for (guint i = 0; codes[i] != NULL; i++)
    /* Translators: stands between the chosen answers of one question. */
    g_string_append_printf (labels, "%s%s", i > 0 ? _(", ") : "",
                            find_choice_label (self, codes[i]));
  return g_string_free (labels, FALSE);
}

/**
 * hw_item_dup_display:
 * @self: a question
 *
 * Returns: (transfer full): the answer as a person reads it: labels of choices, "Don't know"; ""
 * when there is none or the question does not apply
 */
char *
hw_item_dup_display (HwItem *self)
{
  const char *text;

  g_return_val_if_fail (HW_IS_ITEM (self), NULL);

  switch (hw_value_get_missing (self->shown))
    {
    case HW_MISSING_DONT_KNOW:
      return g_strdup (_("Don’t know"));
    case HW_MISSING_REFUSED:
      return g_strdup (_("Refused"));
    case HW_MISSING_NOT_APPLICABLE:
      return g_strdup (_("Not applicable"));
    case HW_MISSING_NONE:
      break;
    default:
      return g_strdup ("");
    }
  text = hw_value_get_text (self->shown);
  switch (hw_question_get_kind (self->question))
    {
    case HW_KIND_SELECT_ONE:
      return g_strdup (find_choice_label (self, text));
    case HW_KIND_SELECT_MULTIPLE:
    case HW_KIND_RANK:
      return join_labels (self, text);
    case HW_KIND_ACKNOWLEDGE:
      return g_strdup (_("Done"));
    default:
      return g_strdup (text);
    }
}

/* What was chosen and may still be chosen: a code that the filter no longer lets through would only
 * have the new answer refused, and nobody could leave it, because it is not on the screen. */
static char *
dup_offered (HwItem *self)
{
  const char *text = hw_value_get_text (self->shown);
  g_auto (GStrv) codes = g_strsplit (text != NULL ? text : "", " ", -1);
  GString *offered = g_string_new (NULL);

  for (guint i = 0; codes[i] != NULL; i++)
    if (self->interview == NULL
        || hw_interview_find_choice (self->interview, self, codes[i]) != NULL)
      g_string_append_printf (offered, "%s%s", offered->len > 0 ? " " : "", codes[i]);
  return g_string_free (offered, FALSE);
}

/**
 * hw_item_dup_toggled:
 * @self: a select_multiple
 * @choice: a code
 *
 * What the answer becomes when @choice is chosen, or left if it was. A code that stands alone
 * replaces the others, and any other replaces it. Codes that the choice filter no longer lets
 * through go.
 *
 * Returns: (transfer full): the new text, for hw_interview_answer_text(); "" when nothing is left
 */
char *
hw_item_dup_toggled (HwItem *self,
                     const char *choice)
{
  g_autofree char *offered = NULL;

  g_return_val_if_fail (HW_IS_ITEM (self), NULL);
  g_return_val_if_fail (choice != NULL, NULL);

  offered = dup_offered (self);
  return hw_answer_dup_toggled (self->question, offered, choice);
}
