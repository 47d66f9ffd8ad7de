/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "questionnaire/check.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "questionnaire/xlsform-sheet-private.h"

/* What a person still reads through. */
#define MAX_BUTTONS 50

static HwPlace
get_place (guint row,
           HwSheetCell cell)
{
  return (HwPlace){ .sheet = HW_SHEET_CHOICES, .row = row, .cell = cell, .slot = -1 };
}

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

      if (question->choices == NULL && question->choices_source == NULL
          && hw_kind_has_choices (question->kind))
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
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree char *lines = NULL;
  HwPlace place;

  for (guint row = 0; row < hw_sheet_get_n_rows (sheet); row++)
    {
      const char *name = hw_sheet_get (sheet, row, HW_CELL_LIST_NAME);

      if (*name == '\0' || !g_hash_table_add (seen, (gpointer)name)
          || g_hash_table_contains (words, name))
        continue;
      if (rows->len < HW_CHECK_MAX_NAMES)
        g_string_append_printf (names, "%s%s", rows->len > 0 ? ", " : "", name);
      else if (rows->len == HW_CHECK_MAX_NAMES)
        g_string_append (names, ", …");
      g_array_append_val (rows, row);
    }
  if (rows->len == 0)
    return;
  place = get_place (g_array_index (rows, guint, 0), HW_CELL_LIST_NAME);
  lines = hw_check_join_rows (self, HW_SHEET_CHOICES, rows, " ", G_MAXUINT);
  place.lines = lines;
  hw_check_report (self, "unused-list", place,
                   /* Translators: %1$u is how many, %2$s names of lists. */
                   ngettext ("%1$u list is used by no question: %2$s. Take its choices out, or name "
                             "it in a question.",
                             "%1$u lists are used by no question: %2$s. Take their choices out, or "
                             "name them in questions.",
                             rows->len),
                   rows->len, names->str);
}

/* The same words for two codes of a list: nobody knows which one to take. With a filter the two may
 * never be seen together. */
static void
check_labels (HwCheck *self,
              GHashTable *lists)
{
  HwSheet *sheet = self->form->sheets[HW_SHEET_CHOICES];
  guint n_slots = hw_languages_get_length (self->questionnaire->languages);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint row = 0; row < hw_sheet_get_n_rows (sheet); row++)
    {
      const char *list = hw_sheet_get (sheet, row, HW_CELL_LIST_NAME);
      const char *name = hw_sheet_get (sheet, row, HW_CELL_NAME);
      char **label = NULL;

      if (*name == '\0' || !g_hash_table_contains (lists, list))
        continue;
      label = hw_sheet_dup_texts (sheet, row, HW_CELL_LABEL);
      for (guint slot = 0; label != NULL && slot < n_slots; slot++)
        {
          HwPlace place = get_place (row, HW_CELL_LABEL);
          g_autofree char *key = NULL;
          const char *first;

          if (label[slot] == NULL)
            continue;
          key = g_strdup_printf ("%s\n%u\n%s", list, slot, label[slot]);
          first = g_hash_table_lookup (seen, key);
          if (first == NULL)
            {
              g_hash_table_insert (seen, g_steal_pointer (&key), (gpointer)name);
              continue;
            }
          if (strcmp (first, name) == 0)
            continue;
          place.slot = (int)slot;
          hw_check_report (self, "same-label", place,
                           /* Translators: %1$s is the name of a list, %2$s and %3$s are codes, %4$s
                            * is a label. */
                           _ ("In the list “%1$s” the choices “%2$s” and “%3$s” have the same label, "
                              "“%4$s”."),
                           list, first, name, label[slot]);
          break;
        }
      hw_languages_free_texts (self->questionnaire->languages, label);
    }
}

/* Lists that are asked as they are, without a filter. */
static GHashTable *
find_plain_lists (HwCheck *self)
{
  GHashTable *lists = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *questions = self->questionnaire->questions;

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 1; i < questions->len; i++)
      {
        HwQuestion *question = g_ptr_array_index (questions, i);
        const char *name
            = question->choices != NULL ? hw_choice_list_get_name (question->choices) : NULL;

        if (name == NULL)
          continue;
        if (pass == 0)
          g_hash_table_add (lists, (gpointer)name);
        else if (question->rules[HW_RULE_CHOICE_FILTER] != NULL)
          g_hash_table_remove (lists, name);
      }
  return lists;
}

static void
check_missing_codes (HwCheck *self,
                     HwQuestion *question)
{
  for (guint i = 0; i < HW_N_SAID; i++)
    {
      const char *code = question->missing_codes[i];

      if (code == NULL || hw_choice_list_find (question->choices, code) == NULL)
        continue;
      hw_check_report (self, "choice-is-missing",
                       hw_check_place (self, question, HW_CELL_MISSING),
                       /* Translators: %1$s is a code, %2$s the name of a list, %3$s that of a
                        * question. */
                       _ ("“%1$s” is a choice of the list “%2$s” and also a code of “%3$s” for a "
                          "missing answer, which it becomes. Take it out of the list."),
                       code, hw_choice_list_get_name (question->choices), question->name);
    }
}

static void
check_question (HwCheck *self,
                HwQuestion *question)
{
  guint n = hw_choice_list_get_length (question->choices);
  const char *list = hw_choice_list_get_name (question->choices);

  check_missing_codes (self, question);
  if (n == 1 && question->kind == HW_KIND_SELECT_ONE && question->required
      && question->rules[HW_RULE_CHOICE_FILTER] == NULL)
    hw_check_report (self, "single-choice", hw_check_place (self, question, HW_CELL_TYPE),
                     _ ("“%s” must be answered, and its list “%s” has one choice only, so that the "
                        "answer says nothing."),
                     question->name, list);
  if (n > MAX_BUTTONS && question->rules[HW_RULE_CHOICE_FILTER] == NULL
      && hw_question_is_answerable (question) && !hw_question_has_appearance (question, "minimal")
      && !hw_question_has_appearance (question, "autocomplete")
      && strstr (question->appearance != NULL ? question->appearance : "", "search") == NULL
      && question->kind == HW_KIND_SELECT_MULTIPLE)
    hw_check_report (self, "long-list", hw_check_place (self, question, HW_CELL_APPEARANCE),
                     _ ("“%s” shows %u choices at once. With the appearance “minimal” or "
                        "“autocomplete” they are found by typing."),
                     question->name, n);
}

/**
 * hw_check_choices:
 * @self: a check
 *
 * Looks at the choices sheet, and at how questions take from it.
 */
void
hw_check_choices (HwCheck *self)
{
  GPtrArray *questions = self->questionnaire->questions;
  g_autoptr (GHashTable) lists = NULL;

  if (self->form->sheets[HW_SHEET_CHOICES] == NULL)
    return;
  lists = find_plain_lists (self);
  if (!lacks_a_list (self))
    check_use (self);
  check_labels (self, lists);
  for (guint i = 1; i < questions->len; i++)
    {
      HwQuestion *question = g_ptr_array_index (questions, i);

      if (question->choices != NULL)
        check_question (self, question);
    }
}
