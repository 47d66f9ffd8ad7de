/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "questionnaire/xlsform-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The columns that a filter can name, and where they stand. */
static GArray *
find_extra_columns (HwXlsform *self,
                    HwSheet *sheet)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < hw_sheet_get_n_columns (sheet); i++)
    {
      const char *name = hw_sheet_get_extra_name (sheet, i);

      if (name == NULL || !hw_xlsform_is_name (name))
        continue;
      g_array_append_val (columns, i);
      g_ptr_array_add (self->questionnaire->choice_columns, g_strdup (name));
    }
  return columns;
}

static HwChoiceList *
ensure_list (HwXlsform *self,
             const char *name)
{
  HwQuestionnaire *questionnaire = self->questionnaire;
  HwChoiceList *list = g_hash_table_lookup (questionnaire->lists, name);

  if (list == NULL)
    {
      list = hw_choice_list_new (name, questionnaire->languages,
                                 (const char *const *)questionnaire->choice_columns->pdata);
      g_hash_table_insert (questionnaire->lists, (char *)hw_choice_list_get_name (list), list);
    }
  return list;
}

static void
read_choice (HwXlsform *self,
             HwSheet *sheet,
             guint row,
             GArray *columns,
             gboolean may_repeat)
{
  const char *list_name = hw_sheet_get (sheet, row, HW_CELL_LIST_NAME);
  const char *name = hw_sheet_get (sheet, row, HW_CELL_NAME);
  HwChoiceList *list;
  char **values;

  if (*list_name == '\0')
    {
      /* Remarks stand in such rows; a code without a list is a slip. */
      if (*name != '\0' && hw_sheet_has (sheet, HW_CELL_LIST_NAME))
        hw_sheet_report (
            sheet, HW_PROBLEM_ERROR, row, HW_CELL_LIST_NAME,
            _ ("The choice “%s” is in no list. Write the name of its list into “list_name”."),
            name);
      return;
    }
  list = ensure_list (self, list_name);
  if (*name == '\0')
    {
      if (hw_sheet_has (sheet, HW_CELL_NAME))
        hw_sheet_report (
            sheet, HW_PROBLEM_ERROR, row, HW_CELL_NAME,
            _ ("A choice of the list “%s” has no name. Its name is the code that is stored."),
            list_name);
      return;
    }
  if (!may_repeat && hw_choice_list_find (list, name) != NULL)
    {
      hw_sheet_report (
          sheet, HW_PROBLEM_ERROR, row, HW_CELL_NAME,
          _ ("The list “%s” has a choice “%s” already. Give each choice a name of its own."),
          list_name, name);
      return;
    }
  values = g_new0 (char *, columns->len + 1);
  for (guint i = 0; i < columns->len; i++)
    values[i] = g_strdup (hw_sheet_get_field (sheet, row, g_array_index (columns, guint, i)));
  hw_choice_list_add (list, name, hw_sheet_dup_texts (sheet, row, HW_CELL_LABEL), values);
}

/**
 * hw_xlsform_read_choices:
 * @self: a reader that has read the settings
 */
void
hw_xlsform_read_choices (HwXlsform *self)
{
  HwSheet *sheet = self->sheets[HW_SHEET_CHOICES];
  g_autoptr (GArray) columns = NULL;
  gboolean may_repeat = FALSE;
  const char *setting;

  if (sheet == NULL)
    return;
  setting = hw_questionnaire_get_setting (self->questionnaire, "allow_choice_duplicates");
  if (setting != NULL)
    hw_xlsform_parse_yes_no (setting, &may_repeat);
  /* Before the first list, which borrows the array. */
  columns = find_extra_columns (self, sheet);
  for (guint row = 0; row < hw_sheet_get_n_rows (sheet); row++)
    if (!hw_sheet_is_blank (sheet, row))
      read_choice (self, sheet, row, columns, may_repeat);
}
