/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "questionnaire/xlsform-heading.h"

#include <string.h>

/* What stands before the "::" of an attribute, and the word of the vocabulary for what is not known
 * behind it. */
static const struct
{
  const char *written;
  const char *name;
} groups[] = {
  { "bind", "bind" },         { "body", "body" },   { "control", "body" },
  { "instance", "instance" }, { "media", "media" }, { "attribute", "attribute" },
};

/**
 * hw_sheet_kind_get_class:
 * @kind: a sheet
 *
 * Returns: the words that are its headings
 */
HwWordClass
hw_sheet_kind_get_class (HwSheetKind kind)
{
  switch (kind)
    {
    case HW_SHEET_SURVEY:
      return HW_WORD_SURVEY_COLUMN;
    case HW_SHEET_CHOICES:
    case HW_SHEET_EXTERNAL_CHOICES:
      return HW_WORD_CHOICES_COLUMN;
    case HW_SHEET_SETTINGS:
    case HW_N_SHEETS:
    default:
      return HW_WORD_SETTING;
    }
}

/* The parts between colons, each without blanks around it; "jr:count" stays one. */
static char **
split_heading (const char *text)
{
  gboolean with_two_colons = strstr (text, "::") != NULL;
  g_auto (GStrv) pieces = g_strsplit (text, with_two_colons ? "::" : ":", -1);
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();

  for (guint i = 0; pieces[i] != NULL; i++)
    {
      g_strstrip (pieces[i]);
      if (!with_two_colons && pieces[i + 1] != NULL && g_ascii_strcasecmp (pieces[i], "jr") == 0)
        {
          g_ptr_array_add (parts, g_strconcat ("jr:", g_strstrip (pieces[i + 1]), NULL));
          i++;
        }
      else if (*pieces[i] != '\0' || i == 0)
        g_ptr_array_add (parts, g_strdup (pieces[i]));
    }
  g_ptr_array_add (parts, NULL);
  return (char **) g_ptr_array_steal (parts, NULL);
}

static const char *
find_group (const char *part)
{
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    if (g_ascii_strcasecmp (part, groups[i].written) == 0)
      return groups[i].name;
  return NULL;
}

/* The column that the first parts name, and how many they are. */
static const HwColumnWord *
find_column (char **parts,
             HwWordClass word_class,
             guint *n)
{
  const char *group = find_group (parts[0]);

  *n = 2;
  if (group != NULL && parts[1] != NULL)
    {
      g_autofree char *within = hw_vocabulary_normalise (parts[1]);
      g_autofree char *spelling = g_strconcat (group, "::", within, NULL);
      const HwColumnWord *found = hw_vocabulary_find_column (word_class, spelling);

      return found != NULL ? found : hw_vocabulary_find_column (word_class, group);
    }
  else
    {
      g_autofree char *spelling = hw_vocabulary_normalise (parts[0]);

      *n = 1;
      return hw_vocabulary_find_column (word_class, spelling);
    }
}

/**
 * hw_heading_parse:
 * @self: (out caller-allocates): what the heading means
 * @sheet: where it stands
 * @text: the heading, with any blanks and letters
 *
 * "label::English (en)" is the label in a language, and so is "label:English". "media::image::English"
 * and "bind:relevant" are the columns image and relevant: what a skip hangs on is never passed over
 * for a colon.
 */
void
hw_heading_parse (HwHeading *self,
                  HwSheetKind sheet,
                  const char *text)
{
  g_auto (GStrv) parts = NULL;
  const HwColumnWord *column;
  guint n;

  *self = (HwHeading){ .kind = HW_HEADING_UNKNOWN };
  if (text[strspn (text, " \t\r\n")] == '\0')
    {
      self->kind = HW_HEADING_BLANK;
      return;
    }
  parts = split_heading (text);
  column = find_column (parts, hw_sheet_kind_get_class (sheet), &n);
  if (column == NULL)
    return;
  self->word = &column->word;
  self->one_colon = parts[1] != NULL && strstr (text, "::") == NULL;
  if (column->cell == HW_N_CELLS || (parts[n] != NULL && !column->word.translated))
    {
      self->kind = column->cell == HW_N_CELLS ? HW_HEADING_UNUSED : HW_HEADING_UNKNOWN;
      return;
    }
  self->kind = HW_HEADING_CELL;
  self->cell = column->cell;
  self->language = parts[n] != NULL ? g_strjoinv ("::", parts + n) : g_strdup ("");
}

/**
 * hw_heading_clear:
 * @self: a heading
 */
void
hw_heading_clear (HwHeading *self)
{
  g_clear_pointer (&self->language, g_free);
}

/* The first column of the cell has the name that messages use. */
static const HwWord *
find_word (HwSheetCell cell)
{
  static const HwColumnWord *(*const tables[]) (guint *)
      = { hw_vocabulary_get_survey_columns, hw_vocabulary_get_choices_columns,
          hw_vocabulary_get_settings };

  for (guint k = 0; k < G_N_ELEMENTS (tables); k++)
    {
      guint n;
      const HwColumnWord *words = tables[k](&n);

      for (guint i = 0; i < n; i++)
        if (words[i].cell == cell)
          return &words[i].word;
    }
  g_return_val_if_reached (NULL);
}

/**
 * hw_cell_is_translated:
 * @cell: a cell
 *
 * Returns: whether there may be a column for each language
 */
gboolean
hw_cell_is_translated (HwSheetCell cell)
{
  return find_word (cell)->translated;
}

/**
 * hw_cell_get_name:
 * @cell: a cell
 *
 * Returns: (transfer none): the name of its column
 */
const char *
hw_cell_get_name (HwSheetCell cell)
{
  return find_word (cell)->name;
}
