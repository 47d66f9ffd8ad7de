/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "questionnaire/form-sheet.h"

#include <string.h>

#include "base/csv-reader.h"
#include "questionnaire/xlsform-heading.h"

/* Other programs take more of them for the end of the sheet. */
#define MOST_BLANK_ROWS 20

#define BLANK G_MAXUINT

struct _HwFormSheet
{
  char *name;
  HwCsvTable *table;
  char **headings; /* one a column of @table */
  GArray *columns; /* of guint: the columns of @table that are written */
  GArray *rows;    /* of guint: its rows that are written, or BLANK */
};

/* Headings of the survey sheet that every program knows, without language. */
static const char *const common[] = {
  "appearance", "audio", "autoplay", "big-image", "bind", "body", "calculate", "calculation",
  "caption", "choice_filter", "command", "compact_tag", "constraining_message", "constraint",
  "constraint_message", "control", "count", "default", "disabled", "guidance_hint", "hint", "image",
  "instance", "intent", "jr:count", "label", "list_name", "media", "name", "parameters", "read_only",
  "readonly", "relevance", "relevant", "repeat_count", "required", "required_message", "requiredmsg",
  "rows", "tag", "trigger", "type", "value", "video", NULL,
};

static HwSheetKind
find_kind (const char *name)
{
  for (guint i = 0; i < HW_N_SHEETS; i++)
    if (strcmp (hw_sheet_kind_get_name (i), name) == 0)
      return i;
  return HW_N_SHEETS;
}

static char *
dup_normal (const char *text)
{
  g_autofree char *small = hw_sheet_dup_normal_name (text);

  return g_strdelimit (g_steal_pointer (&small), " \t\r\n", '_');
}

/* "label:English" beside "hint::English", and spellings that only Homeward takes. */
static char *
dup_heading (HwSheetKind kind,
             const char *text)
{
  g_autofree char *name = dup_normal (text);
  g_autofree char *written = NULL;
  g_autofree char *base = NULL;
  const char *usual = NULL;
  HwHeading heading;

  if (kind == HW_N_SHEETS || g_strv_contains (common, name))
    return g_strdup (text);
  hw_heading_parse (&heading, kind, text);
  base = g_strndup (name, strcspn (name, ":"));
  /* Other programs know one title only, and stumble over more of them. */
  if (heading.kind == HW_HEADING_CELL && heading.cell == HW_CELL_FORM_TITLE)
    usual = "translated_title";
  else if (heading.kind == HW_HEADING_CELL && (heading.one_colon || !g_strv_contains (common, base)))
    usual = hw_cell_get_name (heading.cell);
  if (usual != NULL && heading.language != NULL && *heading.language != '\0')
    written = g_strconcat (usual, "::", heading.language, NULL);
  hw_heading_clear (&heading);
  return written != NULL ? g_steal_pointer (&written) : g_strdup (text);
}

static gboolean
is_empty (HwCsvTable *table,
          guint column)
{
  if (*hw_csv_table_get_heading (table, column) != '\0')
    return FALSE;
  for (guint row = 0; row < hw_csv_table_get_n_rows (table); row++)
    {
      const char *text = hw_csv_table_get (table, row, column);

      if (text[strspn (text, " \t\r\n")] != '\0')
        return FALSE;
    }
  return TRUE;
}

/* Columns that are wholly empty go. Blank rows between others stay, whether they have cells or not,
 * but no long gap does. */
static void
choose (HwFormSheet *self)
{
  guint line = hw_csv_table_get_heading_line (self->table);
  guint blank = BLANK;

  for (guint column = 0; column < hw_csv_table_get_n_columns (self->table); column++)
    if (!is_empty (self->table, column))
      g_array_append_val (self->columns, column);
  for (guint row = 0; row < hw_csv_table_get_n_rows (self->table); row++)
    {
      if (hw_csv_table_is_blank (self->table, row))
        continue;
      for (guint i = 0; i < MIN (hw_csv_table_get_line (self->table, row) - line - 1, MOST_BLANK_ROWS);
           i++)
        g_array_append_val (self->rows, blank);
      g_array_append_val (self->rows, row);
      line = hw_csv_table_get_line (self->table, row);
    }
}

/**
 * hw_form_sheet_list_names:
 *
 * Returns: (transfer none): the names of all sheets that a form can have, in the order in which they
 *   are written
 */
const char *const *
hw_form_sheet_list_names (void)
{
  static const char *const names[]
      = { "survey", "choices", "external_choices", "entities", "osm", "settings", NULL };

  return names;
}

/**
 * hw_form_sheet_new:
 * @questionnaire: a questionnaire
 * @name: the name of a sheet
 *
 * Returns: (transfer full) (nullable): the sheet; %NULL when the questionnaire does not have it, or it
 *   is empty
 */
HwFormSheet *
hw_form_sheet_new (HwQuestionnaire *questionnaire,
                   const char *name)
{
  g_autoptr (HwProblems) told_before = hw_problems_new ();
  g_autoptr (HwFormSheet) self = NULL;
  GBytes *bytes;
  gboolean mend = strcmp (name, "settings") == 0; /* one colon is good where no heading has two */
  guint n;

  g_return_val_if_fail (questionnaire != NULL && name != NULL, NULL);

  bytes = hw_questionnaire_get_sheet (questionnaire, name);
  if (bytes == NULL)
    return NULL;
  self = g_new0 (HwFormSheet, 1);
  self->name = g_strdup (name);
  self->table = hw_csv_table_new_from_sheet (name, NULL, bytes, told_before);
  self->columns = g_array_new (FALSE, FALSE, sizeof (guint));
  self->rows = g_array_new (FALSE, FALSE, sizeof (guint));
  n = hw_csv_table_get_n_columns (self->table);
  choose (self);
  self->headings = g_new0 (char *, n + 1);
  for (guint i = 0; i < n; i++)
    mend |= strstr (hw_csv_table_get_heading (self->table, i), "::") != NULL;
  for (guint i = 0; i < n; i++)
    self->headings[i] = mend ? dup_heading (find_kind (name), hw_csv_table_get_heading (self->table, i))
                             : g_strdup (hw_csv_table_get_heading (self->table, i));
  return self->columns->len > 0 ? g_steal_pointer (&self) : NULL;
}

/**
 * hw_form_sheet_free:
 * @self: (transfer full): a sheet
 */
void
hw_form_sheet_free (HwFormSheet *self)
{
  g_return_if_fail (self != NULL);

  hw_csv_table_free (self->table);
  g_strfreev (self->headings);
  g_array_unref (self->columns);
  g_array_unref (self->rows);
  g_free (self->name);
  g_free (self);
}

/**
 * hw_form_sheet_get_name:
 * @self: a sheet
 *
 * Returns: (transfer none): its name
 */
const char *
hw_form_sheet_get_name (HwFormSheet *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->name;
}

/**
 * hw_form_sheet_get_n_rows:
 * @self: a sheet
 *
 * Returns: how many rows it has, the heading included
 */
guint
hw_form_sheet_get_n_rows (HwFormSheet *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->rows->len + 1;
}

/**
 * hw_form_sheet_get_n_columns:
 * @self: a sheet
 *
 * Returns: how many columns it has
 */
guint
hw_form_sheet_get_n_columns (HwFormSheet *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->columns->len;
}

/**
 * hw_form_sheet_get:
 * @self: a sheet
 * @row: the row, 0 for the heading
 * @column: the column, from 0
 *
 * Returns: (transfer none): what stands there, never %NULL
 */
const char *
hw_form_sheet_get (HwFormSheet *self,
                   guint row,
                   guint column)
{
  guint place;

  g_return_val_if_fail (self != NULL && row < hw_form_sheet_get_n_rows (self), "");
  g_return_val_if_fail (column < self->columns->len, "");

  column = g_array_index (self->columns, guint, column);
  if (row == 0)
    return self->headings[column];
  place = g_array_index (self->rows, guint, row - 1);
  return place != BLANK ? hw_csv_table_get (self->table, place, column) : "";
}
