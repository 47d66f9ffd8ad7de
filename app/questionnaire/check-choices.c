/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "questionnaire/check.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "questionnaire/xlsform-sheet-private.h"

/* Every word of the survey sheet that could be the name of a list: in a type, in the parameters of
 * a range, within the quotation marks of instance(). */
static GHashTable *
find_words (HwCheck *self)
{
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  HwSheet *sheet = self->form->sheets[HW_SHEET_SURVEY];

  for (guint row = 0; row < hw_sheet_get_n_rows (sheet); row++)
    for (guint column = 0; column < hw_sheet_get_n_columns (sheet); column++)
      {
        const char *text = hw_sheet_get_field (sheet, row, column);
        g_auto (GStrv) parts = NULL;

        if (column != sheet->columns[HW_CELL_TYPE] && strstr (text, "instance(") == NULL
            && strchr (text, '=') == NULL)
          continue;
        parts = g_strsplit_set (text, " \t\r\n'\"=;", -1);
        for (guint i = 0; parts[i] != NULL; i++)
          g_hash_table_add (words, g_strdup (parts[i]));
      }
  return words;
}

/* A list that seems to be of no use may be the one that a mistyped name means. */
static gboolean
lacks_a_list (HwCheck *self)
{
  GPtrArray *questions = self->questionnaire->questions;

  for (guint i = 0; i < questions->len; i++)
    {
      HwQuestion *question = g_ptr_array_index (questions, i);

      if (question->choices == NULL
          && (question->kind == HW_KIND_SELECT_ONE || question->kind == HW_KIND_SELECT_MULTIPLE))
        return TRUE;
    }
  return FALSE;
}

static void
check_use (HwCheck *self)
{
  HwSheet *sheet = self->form->sheets[HW_SHEET_CHOICES];
  g_autoptr (GHashTable) words = find_words (self);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint row = 0; row < hw_sheet_get_n_rows (sheet); row++)
    {
      const char *name = hw_sheet_get (sheet, row, HW_CELL_LIST_NAME);
      HwPlace place = {
        .sheet = HW_SHEET_CHOICES, .row = row, .cell = HW_CELL_LIST_NAME, .slot = -1
      };

      if (*name == '\0' || !g_hash_table_add (seen, (gpointer)name)
          || g_hash_table_contains (words, name))
        continue;
      hw_check_report (self, "unused-list", place,
                       _ ("No question uses the list “%s”. Name it in a question, or take its "
                          "choices out."),
                       name);
    }
}

/**
 * hw_check_choices:
 * @self: a reader
 *
 * Looks at the choices sheet, list by list.
 */
void
hw_check_choices (HwCheck *self)
{
  if (self->form->sheets[HW_SHEET_CHOICES] == NULL)
    return;
  if (!lacks_a_list (self))
    check_use (self);
}
