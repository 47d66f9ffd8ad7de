/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "questionnaire/xlsform-survey.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The keys of the tables of a survey file. */
static const char *const keys[]
    = { HW_ROOT_NAME, "interview_id", "row_id", "parent_row_id", "position", "dormant" };

static HwQuestion *
find_sibling (HwXlsformSurvey *self,
              HwQuestion *question)
{
  for (HwQuestion *other = g_hash_table_lookup (self->form->questionnaire->by_element,
                                                question->element);
       other != NULL; other = other->namesake)
    if (other != question && other->parent == question->parent)
      return other;
  return NULL;
}

static HwQuestion *
find_same_repeat (HwXlsformSurvey *self,
                  HwQuestion *question)
{
  for (HwQuestion *other = g_hash_table_lookup (self->form->questionnaire->by_element,
                                                question->element);
       other != NULL; other = other->namesake)
    if (other != question && other->kind == HW_KIND_REPEAT)
      return other;
  return NULL;
}

static void
check_letters (HwXlsformSurvey *self,
               HwQuestion *question,
               guint row)
{
  const char *name = question->element;

  if (!hw_xlsform_is_name (name))
    hw_sheet_notice (
        self->sheet, "bad-name", row, HW_CELL_NAME,
        _("“%s” cannot be a name. A name begins with a letter or “_” and goes on with "
          "letters, digits, “_”, “-” and “.”."),
        name);
}

static void
check_repeat (HwXlsformSurvey *self,
              HwQuestion *question,
              guint row)
{
  const char *root = hw_questionnaire_get_setting (self->form->questionnaire, "name");
  HwQuestion *other = find_same_repeat (self, question);

  if (strcmp (question->element, root != NULL ? root : HW_ROOT_NAME) == 0)
    hw_sheet_notice (self->sheet, "repeat-is-level", row, HW_CELL_NAME,
                     _("A repeat cannot be called “%s”, which is the name of the whole interview. "
                       "Choose another one."),
                     question->element);
  else if (other != NULL)
    hw_sheet_notice (self->sheet, "duplicate-name", row, HW_CELL_NAME,
                     _("The repeat of line %u is called “%s” too. Each repeat needs a name that no "
                       "other repeat has."),
                     other->line, question->element);
}

/**
 * hw_xlsform_check_name:
 * @self: the survey sheet
 * @question: a question that has just been added
 * @row: its row
 *
 * Names are unique among siblings, those of repeats everywhere.
 */
void
hw_xlsform_check_name (HwXlsformSurvey *self,
                       HwQuestion *question,
                       guint row)
{
  HwQuestion *other = find_sibling (self, question);

  if (strcmp (question->element, "meta") == 0)
    {
      hw_sheet_notice (self->sheet, "kept-name", row, HW_CELL_NAME,
                       _("The name “%s” is kept for the program itself. Choose another one."),
                       question->element);
      return;
    }
  check_letters (self, question, row);
  if (other != NULL)
    {
      hw_sheet_notice (
          self->sheet, "duplicate-name", row, HW_CELL_NAME,
          _("The name “%s” is used on line %u already. Give each row a name of its own."),
          question->element, other->line);
      return;
    }
  if (question->kind == HW_KIND_REPEAT)
    check_repeat (self, question, row);
}

/**
 * hw_xlsform_add_element:
 * @self: a reader
 * @question: a question that has just been added
 *
 * From now on it is found by the name of its element.
 */
void
hw_xlsform_add_element (HwXlsform *self,
                        HwQuestion *question)
{
  GHashTable *by_element = self->questionnaire->by_element;
  HwQuestion *last = g_hash_table_lookup (by_element, question->element);

  if (last == NULL)
    {
      g_hash_table_insert (by_element, question->element, question);
      return;
    }
  while (last->namesake != NULL)
    last = last->namesake;
  last->namesake = question;
}

/* The elements from below @around. */
static char *
dup_path (HwQuestion *question,
          HwQuestion *around)
{
  g_autoptr (GString) path = g_string_new (question->element);

  for (HwQuestion *at = question->parent; at != around; at = at->parent)
    {
      g_string_prepend_c (path, '/');
      g_string_prepend (path, at->element);
    }
  return g_string_free (g_steal_pointer (&path), FALSE);
}

static gboolean
is_key (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (g_ascii_strcasecmp (keys[i], name) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_repeat (HwQuestionnaire *questionnaire,
           const char *name)
{
  for (guint i = 1; i < questionnaire->questions->len; i++)
    {
      HwQuestion *question = g_ptr_array_index (questionnaire->questions, i);

      if (question->kind == HW_KIND_REPEAT && g_ascii_strcasecmp (question->element, name) == 0)
        return TRUE;
    }
  return FALSE;
}

/* What the whole interview is called, where a repeat has taken the usual name. */
static void
settle_root_level (HwQuestionnaire *questionnaire)
{
  static const char *const names[] = { "household", "interview", "whole_interview" };
  const char *level = hw_questionnaire_get_setting (questionnaire, "level");

  for (guint i = 0; level == NULL && i < G_N_ELEMENTS (names); i++)
    if (!is_repeat (questionnaire, names[i]))
      level = names[i];
  questionnaire->root_level = g_strdup (level);
}

/**
 * hw_xlsform_settle_names:
 * @self: a reader with the whole tree
 *
 * Gives each question the name that it alone has: that of its element, or its path where several
 * elements share a name or the survey file has a column of that name.
 */
void
hw_xlsform_settle_names (HwXlsform *self)
{
  HwQuestionnaire *questionnaire = self->questionnaire;

  settle_root_level (questionnaire);
  for (guint i = 1; i < questionnaire->questions->len; i++)
    {
      HwQuestion *question = g_ptr_array_index (questionnaire->questions, i);
      HwQuestion *first = g_hash_table_lookup (questionnaire->by_element, question->element);

      if (first->namesake != NULL || is_key (question->element))
        {
          HwQuestion *root = g_ptr_array_index (questionnaire->questions, 0);
          HwQuestion *level = question->repeat != NULL ? question->repeat : root;
          g_autofree char *path = dup_path (question, root);

          g_free (question->name);
          question->name = strchr (path, '/') != NULL
                               ? g_strdup (path)
                               : g_strconcat (HW_ROOT_NAME, "/", path, NULL);
          if (hw_question_find_below (level, question->element) != question)
            question->step = dup_path (question, level);
        }
      if (!g_hash_table_contains (questionnaire->by_name, question->name))
        g_hash_table_insert (questionnaire->by_name, question->name, question);
      if (first->namesake == NULL)
        g_hash_table_insert (questionnaire->by_name, question->element, question);
    }
}
