/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "questionnaire/xlsform-sheet-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const sheet_names[] = {
  [HW_SHEET_SURVEY] = "survey",
  [HW_SHEET_CHOICES] = "choices",
  [HW_SHEET_SETTINGS] = "settings",
  [HW_SHEET_EXTERNAL_CHOICES] = "external_choices",
};

/**
 * hw_sheet_kind_get_name:
 * @kind: a sheet
 *
 * Returns: (transfer none): its name, which is that of its file without ".csv"
 */
const char *
hw_sheet_kind_get_name (HwSheetKind kind)
{
  g_return_val_if_fail ((guint)kind < HW_N_SHEETS, NULL);
  return sheet_names[kind];
}

/**
 * hw_sheet_is_name:
 * @name: the name of a sheet, in small letters
 *
 * Returns: whether XLSForm has such a sheet, of use to Homeward or not
 */
gboolean
hw_sheet_is_name (const char *name)
{
  static const char *const names[]
      = { "survey", "choices", "settings", "external_choices", "entities", "osm", NULL };

  return g_strv_contains (names, name);
}

/**
 * hw_sheet_dup_normal_name:
 * @name: the name of a sheet as its author writes it
 *
 * Returns: (transfer full): the name in small letters, without blanks around it
 */
char *
hw_sheet_dup_normal_name (const char *name)
{
  g_autoptr (GString) text = g_string_new (name);

  g_return_val_if_fail (name != NULL, NULL);

  /* A blank that does not break a line is one, too. */
  g_string_replace (text, "\xc2\xa0", " ", 0);
  return g_strstrip (g_ascii_strdown (text->str, -1));
}

static void
check_needed (HwSheet *self,
              HwSheetCell cell)
{
  if (hw_csv_table_get_n_columns (self->table) > 0 && self->columns[cell] == NO_COLUMN)
    hw_sheet_notice_column (
        self, "missing-column", hw_sheet_get_heading_line (self), 0,
        /* Translators: %s is the heading of a column, such as "type". */
        _ ("The sheet has no column “%s”. Put that heading into its first row."),
        hw_cell_get_name (cell));
}

/* The column before @column that is the same one, under whatever spelling. */
static gboolean
is_second (HwSheet *self,
           guint column)
{
  const HwHeading *heading = &self->headings[column];
  const char *text = hw_sheet_get_heading (self, column);

  for (guint i = 0; i < column; i++)
    {
      const HwHeading *other = &self->headings[i];

      if (other->kind != heading->kind)
        continue;
      if (heading->kind == HW_HEADING_CELL
              ? other->cell == heading->cell
                    && g_ascii_strcasecmp (other->language, heading->language) == 0
              : heading->kind != HW_HEADING_BLANK
                    && strcmp (hw_sheet_get_heading (self, i), text) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_two_colons (HwCsvTable *table)
{
  for (guint i = 0; i < hw_csv_table_get_n_columns (table); i++)
    if (strstr (hw_csv_table_get_heading (table, i), "::") != NULL)
      return TRUE;
  return FALSE;
}

static void
read_heading (HwSheet *self,
              guint column,
              gboolean with_two_colons)
{
  HwHeading *heading = &self->headings[column];
  const char *text = hw_csv_table_get_heading (self->table, column);
  guint line = hw_sheet_get_heading_line (self);

  hw_heading_parse (heading, self->kind, text);
  if (is_second (self, column))
    {
      hw_sheet_notice_column (
          self, "duplicate-column", line, column + 1,
          _ ("The column “%s” stands here a second time, and nobody can know which of the two "
             "counts. Rename one or take it out."),
          heading->kind == HW_HEADING_CELL ? hw_cell_get_name (heading->cell) : text);
      heading->kind = HW_HEADING_BLANK;
      return;
    }
  if (heading->one_colon && with_two_colons)
    hw_sheet_notice_column (self, "single-colon", line, column + 1,
                            _ ("“%s” has one colon where other columns have two, and other programs "
                               "will not know it. Write “::”."),
                            text);
  if (heading->kind == HW_HEADING_CELL && self->columns[heading->cell] == NO_COLUMN)
    self->columns[heading->cell] = column;
}

/**
 * hw_sheet_new:
 * @kind: which sheet it is
 * @table: (transfer full): its text
 * @problems: where faults go; must outlive the sheet
 *
 * Returns: (transfer full): the sheet; what is wrong with its headings is reported
 */
HwSheet *
hw_sheet_new (HwSheetKind kind,
              HwCsvTable *table,
              HwProblems *problems)
{
  gboolean with_two_colons;
  HwSheet *self;
  guint n;

  g_return_val_if_fail (table != NULL && problems != NULL, NULL);

  n = hw_csv_table_get_n_columns (table);
  self = g_new0 (HwSheet, 1);
  self->kind = kind;
  self->table = table;
  self->problems = problems;
  self->filled = g_string_chunk_new (1024);
  self->headings = g_new0 (HwHeading, n);
  for (guint i = 0; i < HW_N_CELLS; i++)
    self->columns[i] = NO_COLUMN;
  with_two_colons = has_two_colons (table);
  for (guint i = 0; i < n; i++)
    read_heading (self, i, with_two_colons);
  if (kind == HW_SHEET_SURVEY)
    check_needed (self, HW_CELL_TYPE);
  if (kind == HW_SHEET_CHOICES || kind == HW_SHEET_EXTERNAL_CHOICES)
    check_needed (self, HW_CELL_LIST_NAME);
  if (kind != HW_SHEET_SETTINGS)
    check_needed (self, HW_CELL_NAME);
  return self;
}

/**
 * hw_sheet_free:
 * @self: (transfer full): a sheet
 */
void
hw_sheet_free (HwSheet *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < hw_csv_table_get_n_columns (self->table); i++)
    hw_heading_clear (&self->headings[i]);
  for (guint i = 0; i < HW_N_CELLS; i++)
    g_free (self->text_columns[i]);
  g_free (self->headings);
  g_string_chunk_free (self->filled);
  hw_csv_table_free (self->table);
  g_free (self);
}

/**
 * hw_sheet_add_languages:
 * @self: a sheet
 * @languages: to these
 *
 * Adds the languages that the headings name. When that was done for every sheet, a second call
 * finds the columns of each slot.
 */
void
hw_sheet_add_languages (HwSheet *self,
                        HwLanguages *languages)
{
  guint n_columns;

  g_return_if_fail (self != NULL && languages != NULL);

  n_columns = hw_csv_table_get_n_columns (self->table);
  if (hw_languages_get_names (languages) == NULL)
    {
      for (guint i = 0; i < n_columns; i++)
        if (self->headings[i].kind == HW_HEADING_CELL
            && hw_cell_is_translated (self->headings[i].cell))
          hw_languages_add (languages, self->headings[i].language);
      return;
    }
  self->n_slots = hw_languages_get_length (languages);
  for (guint i = 0; i < n_columns; i++)
    {
      HwSheetCell cell = self->headings[i].cell;
      guint slot;

      if (self->headings[i].kind != HW_HEADING_CELL || !hw_cell_is_translated (cell)
          || !hw_languages_find (languages, self->headings[i].language, &slot))
        continue;
      if (self->text_columns[cell] == NULL)
        {
          self->text_columns[cell] = g_new (guint, self->n_slots);
          for (guint k = 0; k < self->n_slots; k++)
            self->text_columns[cell][k] = NO_COLUMN;
        }
      self->text_columns[cell][slot] = i;
    }
}

/**
 * hw_sheet_get_file:
 * @self: a sheet
 *
 * Returns: (transfer none): the name of its file, as problems have it
 */
const char *
hw_sheet_get_file (HwSheet *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return hw_csv_table_get_name (self->table);
}

/**
 * hw_sheet_get_n_rows:
 * @self: a sheet
 *
 * Returns: how many rows stand below the heading, blank ones included
 */
guint
hw_sheet_get_n_rows (HwSheet *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return hw_csv_table_get_n_rows (self->table);
}

/**
 * hw_sheet_is_blank:
 * @self: a sheet
 * @row: the index, from 0
 *
 * Returns: whether nothing stands in that row
 */
gboolean
hw_sheet_is_blank (HwSheet *self,
                   guint row)
{
  g_return_val_if_fail (self != NULL, TRUE);
  return hw_csv_table_is_blank (self->table, row);
}

/**
 * hw_sheet_get_heading_line:
 * @self: a sheet
 *
 * Returns: the row of the author's sheet in which the headings stand, from 1
 */
guint
hw_sheet_get_heading_line (HwSheet *self)
{
  g_return_val_if_fail (self != NULL, 1);
  return MAX (hw_csv_table_get_heading_line (self->table), 1);
}

/**
 * hw_sheet_get_line:
 * @self: a sheet
 * @row: the index, from 0
 *
 * Returns: the row of the author's sheet, from 1; that of the headings when there is no such row, as
 *   in a sheet that has nothing below them
 */
guint
hw_sheet_get_line (HwSheet *self,
                   guint row)
{
  g_return_val_if_fail (self != NULL, 0);
  if (row >= hw_csv_table_get_n_rows (self->table))
    return hw_sheet_get_heading_line (self);
  return hw_csv_table_get_line (self->table, row);
}

/**
 * hw_sheet_has:
 * @self: a sheet
 * @cell: a cell
 *
 * Returns: whether there is a column for it, in whatever language
 */
gboolean
hw_sheet_has (HwSheet *self,
              HwSheetCell cell)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return self->columns[cell] != NO_COLUMN;
}

/**
 * hw_sheet_has_text:
 * @self: a sheet
 * @cell: a translated cell
 * @language: a language as headings name it
 *
 * Returns: whether there is a column for it in just that language
 */
gboolean
hw_sheet_has_text (HwSheet *self,
                   HwSheetCell cell,
                   const char *language)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < hw_sheet_get_n_columns (self); i++)
    if (self->headings[i].kind == HW_HEADING_CELL && self->headings[i].cell == cell
        && g_ascii_strcasecmp (self->headings[i].language, language) == 0)
      return TRUE;
  return FALSE;
}

/**
 * hw_sheet_get_n_columns:
 * @self: a sheet
 *
 * Returns: how many columns its heading has
 */
guint
hw_sheet_get_n_columns (HwSheet *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return hw_csv_table_get_n_columns (self->table);
}

/**
 * hw_sheet_get_heading:
 * @self: a sheet
 * @column: the index, from 0
 *
 * Returns: (transfer none): the heading as it stands there, without blanks around it
 */
const char *
hw_sheet_get_heading (HwSheet *self,
                      guint column)
{
  g_return_val_if_fail (self != NULL && column < hw_sheet_get_n_columns (self), "");
  return hw_csv_table_get_heading (self->table, column);
}

/**
 * hw_sheet_get_extra_name:
 * @self: a sheet
 * @column: the index, from 0
 *
 * Returns: (transfer none) (nullable): the heading of a column that is no cell; %NULL for cells and
 * for columns without a heading
 */
const char *
hw_sheet_get_extra_name (HwSheet *self,
                         guint column)
{
  g_return_val_if_fail (self != NULL && column < hw_sheet_get_n_columns (self), NULL);

  if (self->headings[column].kind == HW_HEADING_CELL
      || self->headings[column].kind == HW_HEADING_BLANK)
    return NULL;
  return hw_csv_table_get_heading (self->table, column);
}

/**
 * hw_sheet_set_loop:
 * @self: a sheet
 * @choice: (nullable): the choice of a loop for which its rows are read now
 */
void
hw_sheet_set_loop (HwSheet *self,
                   HwChoice *choice)
{
  g_return_if_fail (self != NULL);
  self->loop = choice;
}

/**
 * hw_sheet_get_loop:
 * @self: a sheet
 *
 * Returns: (transfer none) (nullable): what hw_sheet_set_loop() has set
 */
HwChoice *
hw_sheet_get_loop (HwSheet *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->loop;
}

/* The rows of a loop speak of the choice for which they stand. */
static const char *
fill_loop (HwSheet *self,
           const char *text,
           const char *language)
{
  g_autoptr (GString) filled = g_string_new (text);

  g_string_replace (filled, "%(name)s", hw_choice_get_name (self->loop), 0);
  g_string_replace (filled, "%(label)s", hw_choice_get_label (self->loop, language), 0);
  g_string_replace (filled, "%%", "%", 0);
  return g_string_chunk_insert (self->filled, filled->str);
}

/**
 * hw_sheet_get_field:
 * @self: a sheet
 * @row: the index, from 0
 * @column: the index, from 0
 *
 * Returns: (transfer none): what stands there, without blanks around it; never %NULL
 */
const char *
hw_sheet_get_field (HwSheet *self,
                    guint row,
                    guint column)
{
  const char *text;

  g_return_val_if_fail (self != NULL, "");

  text = hw_csv_table_get (self->table, row, column);
  return self->loop != NULL && strchr (text, '%') != NULL
             ? fill_loop (self, text, self->headings[column].language)
             : text;
}

/**
 * hw_sheet_get:
 * @self: a sheet
 * @row: the index, from 0
 * @cell: which column; of a translated one, the first
 *
 * Returns: (transfer none): what stands there, without blanks around it; never %NULL
 */
const char *
hw_sheet_get (HwSheet *self,
              guint row,
              HwSheetCell cell)
{
  if (!hw_sheet_has (self, cell))
    return "";
  return hw_sheet_get_field (self, row, self->columns[cell]);
}

/**
 * hw_sheet_dup_texts:
 * @self: a sheet whose languages are settled
 * @row: the index, from 0
 * @cell: a translated cell
 *
 * Returns: (transfer full) (nullable): the text in each language slot; %NULL when all are empty
 */
char **
hw_sheet_dup_texts (HwSheet *self,
                    guint row,
                    HwSheetCell cell)
{
  char **texts = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  for (guint slot = 0; self->text_columns[cell] != NULL && slot < self->n_slots; slot++)
    {
      guint column = self->text_columns[cell][slot];
      const char *text = column != NO_COLUMN ? hw_sheet_get_field (self, row, column) : "";

      if (*text == '\0')
        continue;
      if (texts == NULL)
        texts = g_new0 (char *, self->n_slots);
      texts[slot] = g_strdup (text);
    }
  return texts;
}
