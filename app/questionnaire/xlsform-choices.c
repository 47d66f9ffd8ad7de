/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "questionnaire/xlsform-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/number.h"

#define NONE G_MAXUINT

/* One of the sheets with choices that is being read. */
typedef struct
{
  HwXlsform *form;
  HwSheet *sheet;
  GHashTable *lists;     /* name -> HwChoiceList */
  GPtrArray *names;      /* of the columns that a filter can name */
  GArray *columns;       /* of guint: where these stand */
  GHashTable *unlabelled; /* HwChoiceList -> GArray of guint: rows without a label */
  guint exclusive;
  guint missing_class;
  guint order;
  gboolean may_repeat;
} Choices;

/* The columns that a filter can name, and where they stand. */
static void
find_extra_columns (Choices *self)
{
  HwSheet *sheet = self->sheet;

  for (guint i = 0; i < hw_sheet_get_n_columns (sheet); i++)
    {
      const char *name = hw_sheet_get_extra_name (sheet, i);

      if (name == NULL)
        continue;
      if (strcmp (name, "exclusive") == 0)
        self->exclusive = i;
      else if (strcmp (name, "missing_class") == 0)
        self->missing_class = i;
      else if (strcmp (name, "order") == 0)
        self->order = i;
      if (!hw_xlsform_is_name (name))
        {
          hw_sheet_notice_column (
              sheet, "column-name", hw_sheet_get_heading_line (sheet), i + 1,
              _ ("No expression can name the column “%s”. Use letters, digits and “_” only."),
              name);
          continue;
        }
      g_array_append_val (self->columns, i);
      g_ptr_array_add (self->names, g_strdup (name));
    }
}

static HwChoiceList *
ensure_list (Choices *self,
             const char *name)
{
  HwChoiceList *list = g_hash_table_lookup (self->lists, name);

  if (list == NULL)
    {
      list = hw_choice_list_new (name, self->form->questionnaire->languages,
                                 (const char *const *) self->names->pdata);
      g_hash_table_insert (self->lists, (char *) hw_choice_list_get_name (list), list);
    }
  return list;
}

static const char *
get_mark (Choices *self,
          guint row,
          guint column)
{
  return column != NONE ? hw_sheet_get_field (self->sheet, row, column) : "";
}

/* Other people may use columns of these names for something else, so what is not understood is not
 * a fault. */
static void
read_marks (Choices *self,
            HwChoice *choice,
            guint row)
{
  const char *exclusive = get_mark (self, row, self->exclusive);
  const char *missing_class = get_mark (self, row, self->missing_class);
  HwMissing missing = HW_MISSING_NONE;
  gboolean alone = FALSE;
  gint64 order = 0;

  hw_xlsform_parse_yes_no (exclusive, &alone);
  hw_number_parse_int (get_mark (self, row, self->order), 1, G_MAXINT, &order);
  if (*missing_class != '\0'
      && (!hw_missing_from_name (missing_class, &missing) || (missing & HW_MISSING_SAID) == 0))
    {
      missing = HW_MISSING_NONE;
      hw_sheet_notice_column (
          self->sheet, "bad-missing-class", hw_sheet_get_line (self->sheet, row),
          self->missing_class + 1,
          _ ("“%s” is not a kind of missing. There are dont-know, refused and not-applicable."),
          missing_class);
    }
  hw_choice_set_marks (choice, alone, missing, (int) order);
}

static void
note_unlabelled (Choices *self,
                 HwChoiceList *list,
                 guint row)
{
  GArray *rows = g_hash_table_lookup (self->unlabelled, list);

  if (rows == NULL)
    {
      rows = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (self->unlabelled, list, rows);
    }
  g_array_append_val (rows, row);
}

/* References in labels are looked at with the survey; here only that they stay as they are. */
static void
check_label (Choices *self,
             char **label,
             guint row)
{
  guint n_slots = hw_languages_get_length (self->form->questionnaire->languages);

  for (guint i = 0; i < n_slots; i++)
    if (label[i] != NULL && strstr (label[i], "${") != NULL)
      {
        hw_sheet_notice (self->sheet, "plain-label", row, HW_CELL_LABEL,
                         _ ("The label “%s” of a choice is shown as it stands, without an answer filled "
                            "in. Put the answer into the label of the question."),
                         label[i]);
        return;
      }
}

static void
add_choice (Choices *self,
            HwChoiceList *list,
            const char *name,
            guint row)
{
  char **label = hw_sheet_dup_texts (self->sheet, row, HW_CELL_LABEL);
  char **values = g_new0 (char *, self->columns->len + 1);
  HwChoice *choice;

  for (guint i = 0; i < self->columns->len; i++)
    values[i] = g_strdup (
        hw_sheet_get_field (self->sheet, row, g_array_index (self->columns, guint, i)));
  choice = hw_choice_list_add (list, name, label, values);
  for (guint i = 0; i < HW_N_MEDIA; i++)
    hw_choice_set_media (choice, i,
                         hw_sheet_dup_texts (self->sheet, row, (HwSheetCell) (HW_CELL_IMAGE + i)));
  read_marks (self, choice, row);
  if (label == NULL)
    note_unlabelled (self, list, row);
  else
    check_label (self, label, row);
}

static void
read_choice (Choices *self,
             guint row)
{
  HwSheet *sheet = self->sheet;
  const char *list_name = hw_sheet_get (sheet, row, HW_CELL_LIST_NAME);
  const char *name = hw_sheet_get (sheet, row, HW_CELL_NAME);
  HwChoiceList *list;

  if (*list_name == '\0')
    {
      /* Remarks stand in such rows; a code without a list may be a slip. */
      if (*name != '\0' && hw_sheet_has (sheet, HW_CELL_LIST_NAME))
        hw_sheet_notice (
            sheet, "choice-without-list", row, HW_CELL_LIST_NAME,
            _ ("The choice “%s” is in no list. Write the name of its list into “list_name”."),
            name);
      return;
    }
  list = ensure_list (self, list_name);
  if (*name == '\0')
    {
      if (hw_sheet_has (sheet, HW_CELL_NAME))
        hw_sheet_notice (
            sheet, "choice-without-name", row, HW_CELL_NAME,
            _ ("A choice of the list “%s” has no name. Its name is the code that is stored."),
            list_name);
      return;
    }
  if (!self->may_repeat && hw_choice_list_find (list, name) != NULL)
    hw_sheet_notice (sheet, "duplicate-choice", row, HW_CELL_NAME,
                     _ ("The list “%s” has a choice “%s” already. Give each choice a name of its "
                        "own."),
                     list_name, name);
  else
    add_choice (self, list, name, row);
}

/* One sentence a list: a sheet without labels would fill the screen with them. */
static void
report_unlabelled (Choices *self)
{
  GHashTableIter iter;
  gpointer list;
  gpointer value;

  g_hash_table_iter_init (&iter, self->unlabelled);
  while (g_hash_table_iter_next (&iter, &list, &value))
    {
      GArray *rows = value;
      guint first = g_array_index (rows, guint, 0);
      const char *name = hw_choice_list_get_name (list);
      g_autoptr (GString) lines = g_string_new (NULL);

      for (guint i = 0; i < rows->len; i++)
        g_string_append_printf (lines, "%s%u", i > 0 ? " " : "",
                                hw_sheet_get_line (self->sheet, g_array_index (rows, guint, i)));
      hw_sheet_notice_lines (
          self->sheet, "choice-without-label", first, HW_CELL_LABEL, lines->str,
          ngettext ("%u choice of the list “%s” has no label, and its code is shown.",
                    "%u choices of the list “%s” have no label, and their codes are shown.",
                    rows->len),
          rows->len, name);
    }
}

static void
read_sheet (HwXlsform *form,
            HwSheetKind kind,
            GHashTable *lists,
            GPtrArray *names,
            gboolean may_repeat)
{
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GHashTable) unlabelled
      = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  Choices self = {
    .form = form,
    .sheet = form->sheets[kind],
    .lists = lists,
    .names = names,
    .columns = columns,
    .unlabelled = unlabelled,
    .exclusive = NONE,
    .missing_class = NONE,
    .order = NONE,
    .may_repeat = may_repeat,
  };
  GHashTableIter iter;
  gpointer list;

  if (self.sheet == NULL)
    return;
  /* Before the first list, which borrows the names. */
  find_extra_columns (&self);
  for (guint row = 0; row < hw_sheet_get_n_rows (self.sheet); row++)
    if (!hw_sheet_is_blank (self.sheet, row))
      read_choice (&self, row);
  report_unlabelled (&self);
  if (self.order == NONE)
    return;
  g_hash_table_iter_init (&iter, lists);
  while (g_hash_table_iter_next (&iter, NULL, &list))
    hw_choice_list_sort (list);
}

static gboolean
get_yes (HwQuestionnaire *questionnaire,
         const char *setting)
{
  const char *text = hw_questionnaire_get_setting (questionnaire, setting);
  gboolean yes = FALSE;

  if (text != NULL)
    hw_xlsform_parse_yes_no (text, &yes);
  return yes;
}

/**
 * hw_xlsform_read_choices:
 * @self: a reader that has read the settings
 */
void
hw_xlsform_read_choices (HwXlsform *self)
{
  HwQuestionnaire *questionnaire = self->questionnaire;

  read_sheet (self, HW_SHEET_CHOICES, questionnaire->lists, questionnaire->choice_columns,
              get_yes (questionnaire, "allow_choice_duplicates"));
  read_sheet (self, HW_SHEET_EXTERNAL_CHOICES, questionnaire->external_lists,
              questionnaire->external_columns, TRUE);
}
