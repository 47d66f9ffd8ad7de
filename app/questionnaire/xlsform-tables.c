/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "questionnaire/xlsform-private.h"

#include <glib/gi18n-lib.h>

/* A group with "table-list" is one table: its selects are lines with the same choices. */
static void
check_table (HwXlsform *self,
             HwQuestion *group)
{
  HwSheet *sheet = self->sheets[HW_SHEET_SURVEY];
  HwQuestion *first = NULL;

  for (guint i = 0; i < group->children->len; i++)
    {
      HwQuestion *line = g_ptr_array_index (group->children, i);

      if (line->kind != HW_KIND_SELECT_ONE && line->kind != HW_KIND_SELECT_MULTIPLE)
        continue;
      if (first == NULL)
        {
          first = line;
          if (*hw_sheet_get (sheet, hw_xlsform_get_row (self, line), HW_CELL_CHOICE_FILTER) != '\0')
            hw_xlsform_notice (self, "bad-table", line, HW_CELL_CHOICE_FILTER,
                               _ ("The lines of a table have the same choices, so “%s” cannot have a "
                                  "“choice_filter”."),
                               line->element);
        }
      else if (line->choices != first->choices)
        hw_xlsform_notice (self, "bad-table", line, HW_CELL_TYPE,
                           /* Translators: %1$s and %2$s are names of questions. */
                           _ ("The lines of a table have the same choices, and those of “%1$s” are "
                              "not those of “%2$s”."),
                           line->element, first->element);
    }
}

/**
 * hw_xlsform_check_tables:
 * @self: a reader with the whole tree
 */
void
hw_xlsform_check_tables (HwXlsform *self)
{
  GPtrArray *questions = self->questionnaire->questions;

  for (guint i = 1; i < questions->len; i++)
    {
      HwQuestion *group = g_ptr_array_index (questions, i);

      if (hw_question_is_container (group) && hw_question_has_appearance (group, "table-list"))
        check_table (self, group);
    }
}
