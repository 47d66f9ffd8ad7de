/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "questionnaire/question-private.h"

#include <string.h>

static const char *const kind_names[] = {
  [HW_KIND_GROUP] = "group",
  [HW_KIND_REPEAT] = "repeat",
  [HW_KIND_TEXT] = "text",
  [HW_KIND_INTEGER] = "integer",
  [HW_KIND_DECIMAL] = "decimal",
  [HW_KIND_DATE] = "date",
  [HW_KIND_TIME] = "time",
  [HW_KIND_DATETIME] = "dateTime",
  [HW_KIND_SELECT_ONE] = "select_one",
  [HW_KIND_SELECT_MULTIPLE] = "select_multiple",
  [HW_KIND_ACKNOWLEDGE] = "acknowledge",
  [HW_KIND_GEOPOINT] = "geopoint",
  [HW_KIND_NOTE] = "note",
  [HW_KIND_CALCULATE] = "calculate",
  [HW_KIND_HIDDEN] = "hidden",
  [HW_KIND_START] = "start",
  [HW_KIND_END] = "end",
  [HW_KIND_TODAY] = "today",
  [HW_KIND_DEVICEID] = "deviceid",
  [HW_KIND_USERNAME] = "username",
  [HW_KIND_RANK] = "rank",
  [HW_KIND_IMAGE] = "image",
};

/**
 * hw_kind_get_name:
 * @kind: a kind
 *
 * Returns: (transfer none): the name of the type as the survey sheet writes it
 */
const char *
hw_kind_get_name (HwKind kind)
{
  g_return_val_if_fail ((guint)kind < G_N_ELEMENTS (kind_names), NULL);
  return kind_names[kind];
}

/**
 * hw_kind_has_choices:
 * @kind: a kind
 *
 * Returns: whether its answers are codes of a list
 */
gboolean
hw_kind_has_choices (HwKind kind)
{
  return kind == HW_KIND_SELECT_ONE || kind == HW_KIND_SELECT_MULTIPLE || kind == HW_KIND_RANK;
}

/* Where the code of a kind of missing stands; -1 for a kind that nobody says. */
int
hw_missing_get_said_index (HwMissing kind)
{
  switch (kind)
    {
    case HW_MISSING_DONT_KNOW:
      return 0;
    case HW_MISSING_REFUSED:
      return 1;
    case HW_MISSING_NOT_APPLICABLE:
      return 2;
    case HW_MISSING_NONE:
    case HW_MISSING_NOT_ASKED:
    case HW_MISSING_NOT_ANSWERED:
    case HW_MISSING_DORMANT:
    default:
      return -1;
    }
}

/**
 * hw_question_new:
 * @kind: what it is
 * @name: its name
 * @parent: (nullable): the group or repeat around it, to whose end it is added
 * @languages: those of the questionnaire; must outlive the question
 *
 * Returns: (transfer full): a question without texts and rules
 */
HwQuestion *
hw_question_new (HwKind kind,
                 const char *name,
                 HwQuestion *parent,
                 HwLanguages *languages)
{
  HwQuestion *self;

  g_return_val_if_fail (name != NULL && languages != NULL, NULL);

  self = g_new0 (HwQuestion, 1);
  self->kind = kind;
  self->name = g_strdup (name);
  self->element = g_strdup (name);
  self->languages = languages;
  self->tier = 1;
  self->decimals = -1;
  self->column_type = HW_COLUMN_TEXT;
  if (hw_question_is_container (self))
    self->children = g_ptr_array_new ();
  if (parent != NULL)
    {
      self->parent = parent;
      self->depth = parent->depth + 1;
      self->repeat = parent->kind == HW_KIND_REPEAT ? parent : parent->repeat;
      g_ptr_array_add (parent->children, self);
    }
  return self;
}

static void
free_templates (HwQuestion *self,
                HwTemplate **templates)
{
  if (templates == NULL)
    return;
  for (guint i = 0; i < hw_languages_get_length (self->languages); i++)
    g_clear_pointer (&templates[i], hw_template_free);
  g_free (templates);
}

/**
 * hw_question_free:
 * @self: (transfer full): a question; its children are not its own
 */
void
hw_question_free (HwQuestion *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < HW_N_TEXTS; i++)
    {
      free_templates (self, self->templates[i]);
      hw_languages_free_texts (self->languages, self->texts[i]);
    }
  for (guint i = 0; i < HW_N_RULES; i++)
    g_clear_pointer (&self->rules[i], hw_expression_unref);
  for (guint i = 0; i < HW_N_SAID; i++)
    g_free (self->missing_codes[i]);
  g_clear_pointer (&self->children, g_ptr_array_unref);
  g_clear_pointer (&self->parameters, hw_parameters_free);
  g_strfreev (self->exclusive);
  g_strfreev (self->appearances);
  g_free (self->trigger);
  g_free (self->range);
  g_free (self->expected_min);
  g_free (self->expected_max);
  g_free (self->role);
  g_free (self->source_name);
  g_free (self->search_filter);
  g_free (self->universe);
  g_free (self->appearance);
  g_free (self->section);
  g_free (self->number);
  g_free (self->step);
  g_free (self->element);
  g_free (self->name);
  g_free (self);
}

/**
 * hw_question_get_name:
 * @self: a question
 *
 * Returns: (transfer none): the name, unique in the questionnaire: a path where several elements
 *   have the same name
 */
const char *
hw_question_get_name (HwQuestion *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->name;
}

/**
 * hw_question_get_element:
 * @self: a question
 *
 * Returns: (transfer none): the name of its element, as the sheet has it, unique among its siblings
 */
const char *
hw_question_get_element (HwQuestion *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->element;
}

/**
 * hw_question_get_step:
 * @self: a question
 *
 * Returns: (transfer none): how places name it within its row: by its element, with the groups
 *   around it where several of the row are called so
 */
const char *
hw_question_get_step (HwQuestion *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->step != NULL ? self->step : self->element;
}

/* Goes on after the first, to know whether it is the only one. */
static guint
count_below (HwQuestion *self,
             const char *element,
             HwQuestion **found)
{
  guint n = 0;

  for (guint i = 0; i < hw_question_get_n_children (self); i++)
    {
      HwQuestion *child = g_ptr_array_index (self->children, i);

      if (strcmp (child->element, element) == 0)
        {
          *found = child;
          n++;
        }
      if (child->kind == HW_KIND_GROUP)
        n += count_below (child, element, found);
    }
  return n;
}

/**
 * hw_question_find_below:
 * @self: a group or repeat
 * @element: the name of an element
 *
 * A child comes before what its groups hold.
 *
 * Returns: (transfer none) (nullable): what is called so in @self or in its groups; %NULL when
 *   nothing is, or several are in groups
 */
HwQuestion *
hw_question_find_below (HwQuestion *self,
                        const char *element)
{
  HwQuestion *found = NULL;

  g_return_val_if_fail (self != NULL && element != NULL, NULL);

  for (guint i = 0; i < hw_question_get_n_children (self); i++)
    {
      HwQuestion *child = g_ptr_array_index (self->children, i);

      if (strcmp (child->element, element) == 0)
        return child;
    }
  return count_below (self, element, &found) == 1 ? found : NULL;
}

/**
 * hw_question_get_kind:
 * @self: a question
 *
 * Returns: what it is
 */
HwKind
hw_question_get_kind (HwQuestion *self)
{
  g_return_val_if_fail (self != NULL, HW_KIND_TEXT);
  return self->kind;
}

/**
 * hw_question_get_index:
 * @self: a question
 *
 * Returns: its place in document order; 0 is the root
 */
guint
hw_question_get_index (HwQuestion *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->index;
}

/**
 * hw_question_get_line:
 * @self: a question
 *
 * Returns: the line of the survey sheet; 0 for the root
 */
guint
hw_question_get_line (HwQuestion *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->line;
}

/**
 * hw_question_get_parent:
 * @self: a question
 *
 * Returns: (transfer none) (nullable): the group or repeat around it; %NULL for the root
 */
HwQuestion *
hw_question_get_parent (HwQuestion *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->parent;
}

/**
 * hw_question_get_n_children:
 * @self: a question
 *
 * Returns: how many rows of the sheet stand directly in it; 0 unless it is a container
 */
guint
hw_question_get_n_children (HwQuestion *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->children != NULL ? self->children->len : 0;
}

/**
 * hw_question_get_child:
 * @self: a question
 * @i: the index, from 0, in the order of the sheet
 *
 * Returns: (transfer none): the child
 */
HwQuestion *
hw_question_get_child (HwQuestion *self,
                       guint i)
{
  g_return_val_if_fail (self != NULL && i < hw_question_get_n_children (self), NULL);
  return g_ptr_array_index (self->children, i);
}

/**
 * hw_question_get_repeat:
 * @self: a question
 *
 * Returns: (transfer none) (nullable): the innermost repeat around it, which is never itself; %NULL
 * at household level
 */
HwQuestion *
hw_question_get_repeat (HwQuestion *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->repeat;
}

/**
 * hw_question_is_container:
 * @self: a question
 *
 * Returns: whether it is a group or a repeat
 */
gboolean
hw_question_is_container (HwQuestion *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return self->kind == HW_KIND_GROUP || self->kind == HW_KIND_REPEAT;
}

/**
 * hw_question_has_value:
 * @self: a question
 *
 * Returns: whether an answer can stand there, given or computed
 */
gboolean
hw_question_has_value (HwQuestion *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return !hw_question_is_container (self) && self->kind != HW_KIND_NOTE;
}

/**
 * hw_question_is_date:
 * @self: a question
 *
 * Returns: whether its value is a day or a moment, so that expressions count it in days
 */
gboolean
hw_question_is_date (HwQuestion *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return self->is_date;
}

/**
 * hw_question_is_answerable:
 * @self: a question
 *
 * Returns: whether a person gives its value, so that it can be open, answered or refused
 */
gboolean
hw_question_is_answerable (HwQuestion *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  switch (self->kind)
    {
    case HW_KIND_TEXT:
    case HW_KIND_INTEGER:
    case HW_KIND_DECIMAL:
    case HW_KIND_DATE:
    case HW_KIND_TIME:
    case HW_KIND_DATETIME:
    case HW_KIND_SELECT_ONE:
    case HW_KIND_SELECT_MULTIPLE:
    case HW_KIND_ACKNOWLEDGE:
    case HW_KIND_GEOPOINT:
    case HW_KIND_RANK:
    case HW_KIND_IMAGE:
      return !self->read_only;
    case HW_KIND_GROUP:
    case HW_KIND_REPEAT:
    case HW_KIND_NOTE:
    case HW_KIND_CALCULATE:
    case HW_KIND_HIDDEN:
    case HW_KIND_START:
    case HW_KIND_END:
    case HW_KIND_TODAY:
    case HW_KIND_DEVICEID:
    case HW_KIND_USERNAME:
    default:
      return FALSE;
    }
}

/**
 * hw_question_get_number:
 * @self: a question
 *
 * Returns: (transfer none) (nullable): the printed number, such as D2.7
 */
const char *
hw_question_get_number (HwQuestion *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->number;
}

/**
 * hw_question_get_section:
 * @self: a question
 *
 * Returns: (transfer none) (nullable): the section to which it belongs
 */
const char *
hw_question_get_section (HwQuestion *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->section;
}
