/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "questionnaire/xlsform-survey.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * "begin loop over crops": a group that holds one group for each choice of the list, and in each of
 * them the rows of the loop, with %(name)s and %(label)s filled in.
 */

/* The row of the end that belongs to the loop of @row; the number of rows when there is none. */
static guint
find_end (HwXlsformSurvey *self,
          guint row)
{
  guint depth = 1;

  for (guint i = row + 1; i < hw_sheet_get_n_rows (self->sheet); i++)
    {
      const char *text = hw_sheet_get (self->sheet, i, HW_CELL_TYPE);
      HwRowType type;

      if (*text == '\0')
        continue;
      hw_row_type_parse (&type, text);
      if (type.row == HW_ROW_BEGIN_LOOP)
        depth++;
      if (type.row == HW_ROW_END_LOOP)
        depth--;
      hw_row_type_clear (&type);
      if (depth == 0)
        return i;
    }
  return hw_sheet_get_n_rows (self->sheet);
}

static HwChoiceList *
find_list (HwXlsformSurvey *self,
           const HwRowType *type,
           guint row)
{
  HwChoiceList *list = NULL;

  if (type->list == NULL)
    hw_sheet_notice (self->sheet, "no-list", row, HW_CELL_TYPE,
                     _ ("This loop does not say over which list. Write “begin loop over” and the "
                        "name of a list of the choices sheet."));
  else
    {
      list = g_hash_table_lookup (self->form->questionnaire->lists, type->list);
      if (list == NULL)
        hw_sheet_notice (self->sheet, "unknown-list", row, HW_CELL_TYPE,
                         _ ("The choices sheet has no list “%s”."), type->list);
    }
  return list;
}

/* What stands in the loop, once for @choice. */
static void
read_rows (HwXlsformSurvey *self,
           HwChoice *choice,
           guint first,
           guint end)
{
  HwLanguages *languages = self->form->questionnaire->languages;
  const char *const *names = hw_languages_get_names (languages);
  HwQuestion *group
      = hw_xlsform_append (self, HW_KIND_GROUP, hw_choice_get_name (choice), first - 1);
  guint depth = self->open->len;

  group->is_added = TRUE;
  group->texts[HW_TEXT_LABEL] = g_new0 (char *, hw_languages_get_length (languages));
  for (guint i = 0; names[i] != NULL; i++)
    {
      guint slot;

      if (hw_languages_find (languages, names[i], &slot))
        group->texts[HW_TEXT_LABEL][slot] = g_strdup (hw_choice_get_label (choice, names[i]));
    }
  hw_xlsform_check_name (self, group, first - 1);
  g_ptr_array_add (self->open, group);
  hw_sheet_set_loop (self->sheet, choice);
  for (guint row = first; row < end; row++)
    if (!hw_sheet_is_blank (self->sheet, row))
      hw_xlsform_read_row (self, &row);
  hw_sheet_set_loop (self->sheet, NULL);
  g_ptr_array_set_size (self->open, (int) MIN (depth, self->open->len));
}

/**
 * hw_xlsform_read_loop:
 * @self: the survey sheet
 * @type: the type of the row
 * @row: (inout): the row where the loop begins; that where it ends
 */
void
hw_xlsform_read_loop (HwXlsformSurvey *self,
                      const HwRowType *type,
                      guint *row)
{
  const char *name = hw_sheet_get (self->sheet, *row, HW_CELL_NAME);
  guint first = *row + 1;
  guint end = find_end (self, *row);
  HwChoiceList *list = find_list (self, type, *row);
  guint depth = self->open->len;
  HwQuestion *group;

  if (hw_sheet_get_loop (self->sheet) != NULL)
    {
      hw_sheet_notice (self->sheet, "nested-loop", *row, HW_CELL_TYPE,
                       _ ("A loop cannot stand in a loop. Write the inner one as groups."));
      *row = end;
      return;
    }
  if (*name == '\0')
    hw_sheet_notice (self->sheet, "no-name", *row, HW_CELL_NAME,
                     _ ("This row (“%s”) has no name. Every question, group and repeat needs one."),
                     hw_sheet_get (self->sheet, *row, HW_CELL_TYPE));
  if (end == hw_sheet_get_n_rows (self->sheet))
    hw_sheet_notice (self->sheet, "never-ends", *row, HW_CELL_TYPE,
                     _ ("The loop “%s” begins here and never ends. Add a row “end_loop” after its "
                        "last question."),
                     name);
  group = hw_xlsform_append (self, HW_KIND_GROUP, *name != '\0' ? name : "_loop", *row);
  hw_xlsform_check_name (self, group, *row);
  hw_xlsform_read_question (self->form, group, *row);
  g_ptr_array_add (self->open, group);
  for (guint i = 0; list != NULL && i < hw_choice_list_get_length (list); i++)
    {
      HwChoice *choice = hw_choice_list_get (list, i);

      /* "None of them" is an answer, and nothing to be asked about. */
      if (strcmp (hw_choice_get_name (choice), "none") != 0)
        read_rows (self, choice, first, end);
    }
  g_ptr_array_set_size (self->open, (int) depth);
  *row = end;
}
