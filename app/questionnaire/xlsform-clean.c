/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "questionnaire/xlsform-private.h"
#include "questionnaire/xlsform-sheet-private.h"

/*
 * What spreadsheet programs put into cells without being asked: blanks around a text, several of them
 * in a row, blanks that do not break, and typographic quotation marks in expressions.
 */

#define NO_BREAK_SPACE "\xc2\xa0"

typedef struct
{
  HwSheet *sheet;
  gboolean collapses; /* runs of blanks */
} Cleaning;

/* Of a blank of one byte or two; 0 when there is none. */
static gsize
get_blank_length (const char *text)
{
  if (g_ascii_isspace (*text))
    return 1;
  return g_str_has_prefix (text, NO_BREAK_SPACE) ? 2 : 0;
}

static char *
trim (char *text)
{
  gsize length;
  gsize blank;

  while ((blank = get_blank_length (text)) > 0)
    text += blank;
  length = strlen (text);
  for (;;)
    if (length > 0 && g_ascii_isspace (text[length - 1]))
      length--;
    else if (length > 1 && memcmp (text + length - 2, NO_BREAK_SPACE, 2) == 0)
      length -= 2;
    else
      break;
  if (text[length] != '\0')
    text[length] = '\0';
  return text;
}

static void
break_spaces (char *text)
{
  char *to = strstr (text, NO_BREAK_SPACE);

  for (const char *at = to; to != NULL && *at != '\0';)
    if (g_str_has_prefix (at, NO_BREAK_SPACE))
      {
        *to++ = ' ';
        at += 2;
      }
    else
      *to++ = *at++;
  if (to != NULL)
    *to = '\0';
}

static void
collapse_spaces (char *text) /* trimmed */
{
  char *to = strstr (text, "  ");

  for (const char *at = to; to != NULL && *at != '\0'; at++)
    if (*at != ' ' || at[-1] != ' ')
      *to++ = *at;
  if (to != NULL)
    *to = '\0';
}

/* ‘ ’ “ ” are three bytes each, that begin alike. */
static char
get_straight (const char *text)
{
  if (text[0] != '\xe2' || text[1] != '\x80')
    return '\0';
  if (text[2] == '\x98' || text[2] == '\x99')
    return '\'';
  return text[2] == '\x9c' || text[2] == '\x9d' ? '"' : '\0';
}

static gboolean
is_apostrophe (const char *start,
               const char *at)
{
  const char *before = at > start ? g_utf8_find_prev_char (start, at) : NULL;

  return before != NULL && g_unichar_isalpha (g_utf8_get_char (before))
         && g_unichar_isalpha (g_utf8_get_char (at + 3));
}

/* Other programs put straight ones for all of them; here those that belong to a text stay. */
static void
straighten_quotes (char *text)
{
  g_autofree char *original = NULL;
  char *to = strstr (text, "\xe2\x80");
  char open = '\0';

  if (to == NULL)
    return;
  original = g_strdup (text);
  to = text;
  for (const char *at = original; *at != '\0';)
    {
      char straight = get_straight (at);
      char mark = straight != '\0' ? straight : *at;

      if (straight != '\0' && (is_apostrophe (original, at) || (open != '\0' && open != straight)))
        {
          memcpy (to, at, 3);
          to += 3;
          at += 3;
          continue;
        }
      if (mark == '\'' || mark == '"')
        open = open == '\0' ? mark : (open == mark ? '\0' : open);
      *to++ = mark;
      at += straight != '\0' ? 3 : 1;
    }
  *to = '\0';
}

/* Texts that people read keep what their author typed. */
static gboolean
is_prose (const HwHeading *heading)
{
  if (heading->kind != HW_HEADING_CELL)
    return TRUE;
  return hw_cell_is_translated (heading->cell) || heading->cell == HW_CELL_UNIVERSE
         || heading->cell == HW_CELL_SECTION || heading->cell == HW_CELL_NUMBER;
}

/* The one setting that is an expression. */
static gboolean
is_instance_name (HwSheet *sheet,
                  guint column)
{
  return sheet->kind == HW_SHEET_SETTINGS
         && g_ascii_strcasecmp (hw_sheet_get_heading (sheet, column), "instance_name") == 0;
}

static char *
clean_cb (char *field,
          guint column,
          gpointer data)
{
  Cleaning *self = data;
  const HwHeading *heading = &self->sheet->headings[column];

  field = trim (field);
  /* In the choices sheet a column that nobody knows is compared with answers. */
  if (!is_prose (heading) || self->sheet->kind != HW_SHEET_SURVEY)
    if (heading->kind != HW_HEADING_CELL || !hw_cell_is_translated (heading->cell))
      break_spaces (field);
  if (self->collapses && self->sheet->kind == HW_SHEET_SURVEY)
    collapse_spaces (field);
  if (self->sheet->kind == HW_SHEET_SURVEY ? !is_prose (heading)
                                           : is_instance_name (self->sheet, column))
    straighten_quotes (field);
  return field;
}

static gboolean
wants_collapsed (HwSheet *settings)
{
  gboolean yes = TRUE;
  guint row = 0;

  if (settings == NULL)
    return TRUE;
  while (row < hw_sheet_get_n_rows (settings) && hw_sheet_is_blank (settings, row))
    row++;
  for (guint i = 0; row < hw_sheet_get_n_rows (settings) && i < hw_sheet_get_n_columns (settings); i++)
    {
      g_autofree char *heading = hw_vocabulary_normalise (hw_sheet_get_heading (settings, i));

      if (strcmp (heading, "clean_text_values") == 0
          && hw_sheet_get_field (settings, row, i)[0] != '\0'
          && hw_xlsform_parse_yes_no (hw_sheet_get_field (settings, row, i), &yes))
        return yes;
    }
  return TRUE;
}

/**
 * hw_xlsform_clean_sheets:
 * @self: a reader with its sheets opened
 *
 * Takes out of the cells what their author did not mean, once and for all readers: blanks around
 * them; in the survey sheet runs of blanks, unless the setting clean_text_values says no; in names
 * and expressions blanks that do not break and typographic quotation marks.
 */
void
hw_xlsform_clean_sheets (HwXlsform *self)
{
  Cleaning cleaning = { 0 };

  if (self->sheets[HW_SHEET_SETTINGS] != NULL)
    {
      cleaning.sheet = self->sheets[HW_SHEET_SETTINGS];
      hw_csv_table_edit (cleaning.sheet->table, clean_cb, &cleaning);
    }
  cleaning.collapses = wants_collapsed (self->sheets[HW_SHEET_SETTINGS]);
  for (guint i = 0; i < HW_N_SHEETS; i++)
    if (self->sheets[i] != NULL && i != HW_SHEET_SETTINGS)
      {
        cleaning.sheet = self->sheets[i];
        hw_csv_table_edit (cleaning.sheet->table, clean_cb, &cleaning);
      }
}
