/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "questionnaire/xlsform-survey.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "questionnaire/scope.h"

/*
 * instance('villages') has to mean one thing: the name is that of an attached file without its
 * ending, or that of a list of choices.
 */

#define INSTANCE_ID "instanceID"

typedef struct
{
  HwXlsform *form;
  HwSheet *sheet;
  GHashTable *sources; /* name -> file, or "" for a list */
  guint row;
} Search;

static void
take_source (Search *self,
             HwSheetCell cell,
             const char *name,
             const char *file)
{
  const char *other = g_hash_table_lookup (self->sources, name);

  if (other == NULL)
    g_hash_table_insert (self->sources, g_strdup (name), g_strdup (file));
  else if (strcmp (other, file) != 0)
    hw_sheet_notice (self->sheet, "same-instance", self->row, cell,
                     /* Translators: %1$s and %2$s are files, %3$s is their name without its ending. */
                     _ ("“%1$s” and “%2$s” are both called “%3$s” in expressions. Rename one of "
                        "them."),
                     other, file, name);
}

static void
take_file (Search *self,
           HwSheetCell cell,
           const char *file)
{
  const char *point = strrchr (file, '.');
  g_autofree char *name = g_strndup (file, point != NULL ? (gsize) (point - file) : strlen (file));

  take_source (self, cell, name, file);
}

/* "villages" in pulldata('villages', …). */
static void
take_pulldata (Search *self,
               HwSheetCell cell)
{
  const char *at = hw_sheet_get (self->sheet, self->row, cell);

  while ((at = strstr (at, "pulldata")) != NULL)
    {
      g_autofree char *name = NULL;
      g_autofree char *file = NULL;

      at += strlen ("pulldata");
      at += strspn (at, " (");
      if (*at != '\'' && *at != '"')
        continue;
      name = g_strndup (at + 1, strcspn (at + 1, "'\""));
      file = g_str_has_suffix (name, ".csv") ? g_strdup (name) : g_strconcat (name, ".csv", NULL);
      take_file (self, cell, file);
    }
}

static void
take_external (Search *self,
               const HwRowType *type)
{
  const char *name = hw_sheet_get (self->sheet, self->row, HW_CELL_NAME);
  g_autofree char *file
      = g_strconcat (name, g_str_has_prefix (type->word->word.name, "csv") ? ".csv" : ".xml", NULL);
  g_autofree char *key = g_strconcat ("row of ", name, NULL);

  if (*name == '\0')
    return;
  if (g_hash_table_contains (self->sources, key))
    hw_sheet_notice (self->sheet, "same-instance", self->row, HW_CELL_NAME,
                     _ ("The name “%s” is that of another attached file already. Give each a name of "
                        "its own."),
                     name);
  else
    take_source (self, HW_CELL_NAME, name, file);
  g_hash_table_insert (self->sources, g_steal_pointer (&key), g_strdup (file));
}

static void
read_row (Search *self)
{
  static const HwSheetCell cells[] = { HW_CELL_CALCULATION, HW_CELL_CONSTRAINT, HW_CELL_RELEVANT,
                                       HW_CELL_REQUIRED, HW_CELL_READ_ONLY };
  const char *text = hw_sheet_get (self->sheet, self->row, HW_CELL_TYPE);
  gboolean disabled = FALSE;
  HwRowType type;

  if (*text == '\0'
      || (hw_xlsform_parse_yes_no (hw_sheet_get (self->sheet, self->row, HW_CELL_DISABLED),
                                   &disabled)
          && disabled))
    return;
  hw_row_type_parse (&type, text);
  if (type.row == HW_ROW_INSTANCE)
    take_external (self, &type);
  if (type.word != NULL && type.word->takes == HW_TAKES_FILE && type.list != NULL)
    take_file (self, HW_CELL_TYPE, type.list);
  hw_row_type_clear (&type);
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    take_pulldata (self, cells[i]);
}

/**
 * hw_xlsform_check_instances:
 * @self: a reader that has read the choices and the survey
 */
void
hw_xlsform_check_instances (HwXlsform *self)
{
  g_autoptr (GHashTable) sources = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Search search = { .form = self, .sheet = self->sheets[HW_SHEET_SURVEY], .sources = sources };
  GHashTableIter iter;
  gpointer name;

  for (; search.row < hw_sheet_get_n_rows (search.sheet); search.row++)
    read_row (&search);
  g_hash_table_iter_init (&iter, self->questionnaire->lists);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    if (g_hash_table_contains (sources, name))
      hw_sheet_notice_column (
          self->sheets[HW_SHEET_CHOICES], "same-instance", 0, 0,
          /* Translators: %1$s is a name, %2$s a file. */
          _ ("The list “%1$s” and the file “%2$s” are both called “%1$s” in expressions. Rename one "
             "of them."),
          (const char *) name, (const char *) g_hash_table_lookup (sources, name));
}

static gboolean
names_instance_id (HwXlsform *self)
{
  for (guint i = 0; i < HW_N_SHEETS; i++)
    for (guint k = 0; self->sheets[i] != NULL && k < hw_sheet_get_n_columns (self->sheets[i]); k++)
      for (guint row = 0; row < hw_sheet_get_n_rows (self->sheets[i]); row++)
        if (strstr (hw_sheet_get_field (self->sheets[i], row, k), "${" INSTANCE_ID "}") != NULL)
          return TRUE;
  return FALSE;
}

/**
 * hw_xlsform_add_instance_id:
 * @self: the survey sheet, with all rows read and nothing open
 *
 * Other programs number each interview and let forms name the number; so it is there for those that
 * do.
 */
void
hw_xlsform_add_instance_id (HwXlsformSurvey *self)
{
  HwQuestionnaire *questionnaire = self->form->questionnaire;
  const char *omit = hw_questionnaire_get_setting (questionnaire, "omit_instanceid");
  HwExpressionScope expression_scope;
  HwQuestionScope scope;
  gboolean omits = FALSE;
  HwQuestion *question;

  if (omit != NULL)
    hw_xlsform_parse_yes_no (omit, &omits);
  if (omits || g_hash_table_contains (questionnaire->by_element, INSTANCE_ID)
      || !names_instance_id (self->form))
    return;
  g_ptr_array_set_size (self->open, 1);
  question = hw_xlsform_append (self, HW_KIND_CALCULATE, INSTANCE_ID, 0);
  question->is_added = TRUE;
  hw_question_scope_init (&scope, questionnaire, question, FALSE, &expression_scope);
  question->rules[HW_RULE_CALCULATION]
      = hw_expression_new ("once(concat('uuid:', uuid()))", &expression_scope, NULL);
}
