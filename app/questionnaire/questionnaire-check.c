/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "questionnaire/expression-scan.h"
#include "questionnaire/xlsform-private.h"
#include "questionnaire/xlsform-sheet-private.h"

/* What is checked over the whole, once every row was read for itself. */

static gboolean
has_picture (HwQuestion *question)
{
  for (guint i = 0; i < HW_N_MEDIA; i++)
    if (question->texts[HW_TEXT_MEDIA + i] != NULL)
      return TRUE;
  return FALSE;
}

/* A question that is shown has something to read: a label, a hint or a picture. */
static void
check_readable (HwXlsform *self,
                HwQuestion *question)
{
  gboolean has_label = question->texts[HW_TEXT_LABEL] != NULL;

  if (question->kind == HW_KIND_REPEAT && !has_label && !has_picture (question))
    hw_xlsform_notice (self, "repeat-label", question, HW_CELL_LABEL,
                       _ ("The repeat “%s” has no label, and its rows are called by its name."),
                       question->name);
  if (hw_question_is_container (question))
    return;
  if (question->texts[HW_TEXT_MEDIA + HW_MEDIA_BIG_IMAGE] != NULL
      && question->texts[HW_TEXT_MEDIA + HW_MEDIA_IMAGE] == NULL)
    hw_xlsform_notice (self, "big-image-alone", question, HW_CELL_BIG_IMAGE,
                       _ ("“%s” has a “big-image” without an “image” that it could enlarge."),
                       question->name);
  /* The heading of a table has the labels of its choices only. */
  if (!has_label && !has_picture (question) && question->texts[HW_TEXT_HINT] == NULL
      && g_strcmp0 (question->appearance, "label") != 0)
    hw_xlsform_notice (self, "no-label", question, HW_CELL_LABEL,
                       _ ("“%s” has no label, so nobody can read what is asked."),
                       question->name);
}

static gboolean
is_shown (HwQuestion *question)
{
  /* What a telephone notes by itself is shown nowhere. */
  static const char *const unseen[]
      = { "start-geopoint", "background-geopoint", "background-audio", NULL };

  if (g_strv_contains (unseen, hw_question_get_type_name (question)))
    return FALSE;
  return question->kind == HW_KIND_NOTE || question->read_only
         || hw_question_is_answerable (question)
         || (question->kind == HW_KIND_HIDDEN && question->type != NULL
             && question->type->word.standing == HW_STANDING_REPLACED);
}

static void
check_question (HwXlsform *self,
                HwQuestion *question)
{
  const char *level = hw_questionnaire_get_setting (self->questionnaire, "level");
  HwSheet *sheet = self->sheets[HW_SHEET_SURVEY];
  guint row = hw_xlsform_get_row (self, question);

  if (question->is_added)
    return;
  if (is_shown (question) || hw_question_is_container (question))
    check_readable (self, question);
  if (question->kind == HW_KIND_CALCULATE && *hw_sheet_get (sheet, row, HW_CELL_CALCULATION) == '\0'
      && *hw_sheet_get (sheet, row, HW_CELL_TRIGGER) == '\0'
      && !hw_scan_is_dynamic (hw_sheet_get (sheet, row, HW_CELL_DEFAULT)))
    hw_sheet_notice (sheet, "no-calculation", row, HW_CELL_CALCULATION,
                     _ ("“%s” is to be calculated, and its “calculation” is empty."),
                     question->name);
  if (level != NULL && question->kind == HW_KIND_REPEAT
      && g_ascii_strcasecmp (question->element, level) == 0)
    hw_sheet_notice (
        sheet, "repeat-is-level", row, HW_CELL_NAME,
        _ ("The repeat “%s” has the name that the setting “level” gives to the whole interview. "
           "Choose another name for one of them."),
        question->element);
  if (hw_question_is_container (question) && question->children->len == 0)
    hw_sheet_notice (sheet, "empty-group", row, HW_CELL_NAME, _ ("“%s” has nothing in it."),
                     question->name);
}

/* Sheets that are about servers and maps. */
static void
warn_other_sheets (HwXlsform *self)
{
  static const struct
  {
    const char *name;
    const char *instead;
  } sheets[] = {
    { "entities", N_ ("Homeward does not use the sheet “entities”, which fills lists on a server. "
                      "Use the export instead.") },
    { "osm", N_ ("Homeward does not use the sheet “osm”, which is about pieces of a map.") },
  };
  HwSheet *survey = self->sheets[HW_SHEET_SURVEY];

  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    if (hw_questionnaire_get_sheet (self->questionnaire, sheets[i].name) != NULL)
      hw_problems_note_in (self->problems, "unused-sheet", hw_csv_table_get_name (survey->table), NULL, 0,
                       0, "%s", _ (sheets[i].instead));
}

/**
 * hw_xlsform_check:
 * @self: a reader that has compiled the expressions
 */
void
hw_xlsform_check (HwXlsform *self)
{
  GPtrArray *questions = self->questionnaire->questions;

  hw_sheet_warn_unknown (self->sheets[HW_SHEET_SURVEY]);
  warn_other_sheets (self);
  if (self->sheets[HW_SHEET_SETTINGS] != NULL)
    hw_xlsform_check_settings (self);
  for (guint i = 1; i < questions->len; i++)
    check_question (self, g_ptr_array_index (questions, i));
  hw_xlsform_check_circles (self);
}
