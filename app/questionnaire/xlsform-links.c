/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "questionnaire/xlsform-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "questionnaire/xlsform-heading.h"

/* Which other questions a question points to, outside of expressions. */

typedef struct
{
  HwXlsform *form;
  HwQuestion *question;
  HwSheetCell cell;
} Place;

static void
report_cb (const char *code,
           const char *message,
           gpointer data)
{
  Place *self = data;

  hw_xlsform_notice (self->form, code, self->question, self->cell, "%s", message);
}

/* What "${name}" names; NULL after a fault was told. */
static HwQuestion *
find_named (Place *self,
            const char *text)
{
  g_autofree char *name = NULL;

  if (!g_str_has_prefix (text, "${") || strchr (text, '}') != text + strlen (text) - 1)
    {
      hw_xlsform_notice (self->form, "bad-trigger", self->question, self->cell,
                         _ ("“%s” is not a question. Write it as in ${age}, with a comma before the "
                            "next one."),
                         text);
      return NULL;
    }
  if (hw_xlsform_check_references (self->form, hw_cell_get_name (self->cell), text, report_cb, self)
      > 0)
    return NULL;
  name = g_strndup (text + 2, strlen (text) - 3);
  return g_hash_table_lookup (self->form->questionnaire->by_element, name);
}

static gboolean
is_visible (HwQuestion *question)
{
  return hw_question_is_answerable (question) || question->kind == HW_KIND_NOTE
         || question->read_only;
}

static HwQuestion *
find_trigger (Place *self,
              const char *text)
{
  HwQuestion *trigger = find_named (self, text);

  if (trigger == NULL)
    return NULL;
  if (hw_question_is_container (trigger))
    hw_xlsform_notice (self->form, "bad-trigger", self->question, self->cell,
                       _ ("“%s” is a %s and has no answer that could change. Name a question."),
                       trigger->element, hw_kind_get_name (trigger->kind));
  else if (trigger->kind == HW_KIND_CALCULATE)
    hw_xlsform_notice (self->form, "bad-trigger", self->question, self->cell,
                       _ ("“%s” is computed, and only what a person answers can be a trigger."),
                       trigger->element);
  else if (!is_visible (trigger))
    hw_xlsform_notice (self->form, "idle-trigger", self->question, self->cell,
                       _ ("Nobody answers “%s”, so it never computes anything anew."),
                       trigger->element);
  else
    return trigger;
  return NULL;
}

static void
read_trigger (HwXlsform *form,
              HwQuestion *question)
{
  guint row = hw_xlsform_get_row (form, question);
  const char *text = hw_sheet_get (form->sheets[HW_SHEET_SURVEY], row, HW_CELL_TRIGGER);
  g_auto (GStrv) names = NULL;
  g_autoptr (GPtrArray) triggers = NULL;
  Place place = { form, question, HW_CELL_TRIGGER };

  if (*text == '\0')
    return;
  triggers = g_ptr_array_new ();
  names = g_strsplit (text, ",", -1);
  for (guint i = 0; names[i] != NULL; i++)
    {
      HwQuestion *trigger
          = *g_strstrip (names[i]) != '\0' ? find_trigger (&place, names[i]) : NULL;

      if (trigger != NULL && !g_ptr_array_find (triggers, trigger, NULL))
        g_ptr_array_add (triggers, trigger);
    }
  if (!hw_question_has_value (question))
    hw_xlsform_notice (form, "no-effect", question, HW_CELL_TRIGGER,
                       _ ("“%s” has no effect on a row of the type “%s”."), "trigger",
                       hw_question_get_type_name (question));
  if (triggers->len == 0)
    return;
  g_ptr_array_add (triggers, NULL);
  question->trigger = (HwQuestion **) g_ptr_array_steal (triggers, NULL);
}

static void
find_source (HwXlsform *form,
             HwQuestion *question)
{
  Place place = { form, question, HW_CELL_TYPE };
  HwQuestion *source = NULL;

  if (question->source_name == NULL)
    return;
  source = find_named (&place, question->source_name);
  if (source == NULL)
    return;
  if (!hw_question_has_value (source))
    hw_xlsform_notice (form, "bad-choices-source", question, HW_CELL_TYPE,
                       _ ("“%s” is a %s, and there are no answers to choose from. Name a question "
                          "of a repeat."),
                       source->element, hw_kind_get_name (source->kind));
  else if (source->repeat == NULL)
    hw_xlsform_notice (form, "single-choices-source", question, HW_CELL_TYPE,
                       _ ("“%s” is asked only once, so there is nothing to choose. Name a question "
                          "of a repeat."),
                       source->element);
  else
    question->choices_source = source;
}

/**
 * hw_xlsform_link:
 * @self: a reader that has read the survey
 *
 * Finds triggers, and the questions whose answers are choices.
 */
void
hw_xlsform_link (HwXlsform *self)
{
  GPtrArray *questions = self->questionnaire->questions;

  for (guint i = 1; i < questions->len; i++)
    {
      HwQuestion *question = g_ptr_array_index (questions, i);

      if (question->is_added)
        continue;
      read_trigger (self, question);
      find_source (self, question);
    }
}
