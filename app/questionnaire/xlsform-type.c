/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "questionnaire/xlsform-type.h"

#include <string.h>

#include "questionnaire/spelling.h"

/* Names and spellings follow pyxform; "_" stands for a blank too. */
static const struct
{
  const char *name;
  HwRowKind row;
  HwKind kind;
} types[] = {
  { "text", HW_ROW_QUESTION, HW_KIND_TEXT },
  { "string", HW_ROW_QUESTION, HW_KIND_TEXT },
  { "barcode", HW_ROW_QUESTION, HW_KIND_TEXT },
  { "phone_number", HW_ROW_QUESTION, HW_KIND_TEXT },
  { "integer", HW_ROW_QUESTION, HW_KIND_INTEGER },
  { "int", HW_ROW_QUESTION, HW_KIND_INTEGER },
  { "decimal", HW_ROW_QUESTION, HW_KIND_DECIMAL },
  { "date", HW_ROW_QUESTION, HW_KIND_DATE },
  { "time", HW_ROW_QUESTION, HW_KIND_TIME },
  { "datetime", HW_ROW_QUESTION, HW_KIND_DATETIME },
  { "date_time", HW_ROW_QUESTION, HW_KIND_DATETIME },
  { "select_one", HW_ROW_QUESTION, HW_KIND_SELECT_ONE },
  { "select1", HW_ROW_QUESTION, HW_KIND_SELECT_ONE },
  { "select_one_from", HW_ROW_QUESTION, HW_KIND_SELECT_ONE },
  { "select_multiple", HW_ROW_QUESTION, HW_KIND_SELECT_MULTIPLE },
  { "select_multiple_from", HW_ROW_QUESTION, HW_KIND_SELECT_MULTIPLE },
  { "select_all_that_apply", HW_ROW_QUESTION, HW_KIND_SELECT_MULTIPLE },
  { "select_all_that_apply_from", HW_ROW_QUESTION, HW_KIND_SELECT_MULTIPLE },
  { "rank", HW_ROW_QUESTION, HW_KIND_RANK },
  { "image", HW_ROW_QUESTION, HW_KIND_IMAGE },
  { "photo", HW_ROW_QUESTION, HW_KIND_IMAGE },
  { "acknowledge", HW_ROW_QUESTION, HW_KIND_ACKNOWLEDGE },
  { "trigger", HW_ROW_QUESTION, HW_KIND_ACKNOWLEDGE },
  { "geopoint", HW_ROW_QUESTION, HW_KIND_GEOPOINT },
  { "location", HW_ROW_QUESTION, HW_KIND_GEOPOINT },
  { "gps", HW_ROW_QUESTION, HW_KIND_GEOPOINT },
  { "note", HW_ROW_QUESTION, HW_KIND_NOTE },
  { "calculate", HW_ROW_QUESTION, HW_KIND_CALCULATE },
  { "hidden", HW_ROW_QUESTION, HW_KIND_HIDDEN },
  { "phonenumber", HW_ROW_QUESTION, HW_KIND_HIDDEN },
  { "email", HW_ROW_QUESTION, HW_KIND_HIDDEN },
  { "subscriberid", HW_ROW_QUESTION, HW_KIND_HIDDEN },
  { "simserial", HW_ROW_QUESTION, HW_KIND_HIDDEN },
  { "start", HW_ROW_QUESTION, HW_KIND_START },
  { "end", HW_ROW_QUESTION, HW_KIND_END },
  { "today", HW_ROW_QUESTION, HW_KIND_TODAY },
  { "deviceid", HW_ROW_QUESTION, HW_KIND_DEVICEID },
  { "username", HW_ROW_QUESTION, HW_KIND_USERNAME },
  { "begin_group", HW_ROW_BEGIN, HW_KIND_GROUP },
  { "end_group", HW_ROW_END, HW_KIND_GROUP },
  { "begin_repeat", HW_ROW_BEGIN, HW_KIND_REPEAT },
  { "end_repeat", HW_ROW_END, HW_KIND_REPEAT },
  { "audit", HW_ROW_IGNORED, HW_KIND_TEXT },
  { "background-audio", HW_ROW_IGNORED, HW_KIND_TEXT },
  { "background-geopoint", HW_ROW_IGNORED, HW_KIND_TEXT },
  { "start-geopoint", HW_ROW_IGNORED, HW_KIND_TEXT },
  { "audio", HW_ROW_REFUSED, HW_KIND_TEXT },
  { "csv-external", HW_ROW_REFUSED, HW_KIND_TEXT },
  { "draw", HW_ROW_REFUSED, HW_KIND_TEXT },
  { "file", HW_ROW_REFUSED, HW_KIND_TEXT },
  { "geoshape", HW_ROW_REFUSED, HW_KIND_TEXT },
  { "geotrace", HW_ROW_REFUSED, HW_KIND_TEXT },
  { "osm", HW_ROW_REFUSED, HW_KIND_TEXT },
  { "range", HW_ROW_REFUSED, HW_KIND_TEXT },
  { "select_multiple_from_file", HW_ROW_REFUSED, HW_KIND_TEXT },
  { "select_one_external", HW_ROW_REFUSED, HW_KIND_TEXT },
  { "select_one_from_file", HW_ROW_REFUSED, HW_KIND_TEXT },
  { "video", HW_ROW_REFUSED, HW_KIND_TEXT },
  { "xml-external", HW_ROW_REFUSED, HW_KIND_TEXT },
};

/* The words of the cell, without empty ones. */
static char **
split_words (const char *text)
{
  g_auto (GStrv) pieces = g_strsplit_set (text, " \t\r\n", -1);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  for (guint i = 0; pieces[i] != NULL; i++)
    if (*pieces[i] != '\0')
      g_ptr_array_add (words, g_strdup (pieces[i]));
  g_ptr_array_add (words, NULL);
  return (char **)g_ptr_array_steal (words, NULL);
}

/* The first @n words as a name of the table: "Begin  group" is begin_group. */
static gboolean
find_type (char **words,
           guint n,
           guint *found)
{
  g_autoptr (GString) name = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (name, '_');
      g_string_append (name, words[i]);
    }
  g_string_ascii_down (name);
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (strcmp (types[i].name, name->str) == 0)
      {
        *found = i;
        return TRUE;
      }
  return FALSE;
}

static void
read_list (HwRowType *self,
           char **words)
{
  g_autofree char *rest = NULL;

  if (words[0] == NULL || g_ascii_strcasecmp (words[0], "or_other") == 0)
    return;
  self->list = g_strdup (words[0]);
  if (words[1] == NULL)
    return;
  rest = g_strjoinv ("_", words + 1);
  self->or_other = g_ascii_strcasecmp (rest, "or_other") == 0
                   || g_ascii_strcasecmp (rest, "or_specify_other") == 0;
}

/**
 * hw_row_type_parse:
 * @self: (out caller-allocates): what it means
 * @text: a cell of the column "type" that is not empty
 */
void
hw_row_type_parse (HwRowType *self,
                   const char *text)
{
  g_auto (GStrv) words = split_words (text);
  guint n_words = g_strv_length (words);

  *self = (HwRowType){ .row = HW_ROW_UNKNOWN, .kind = HW_KIND_TEXT };
  /* The longest name first: "select one from yn" is not a "select_one" of the list "from". */
  for (guint n = MIN (n_words, 5); n > 0; n--)
    {
      guint found;
      gboolean is_select;

      if (!find_type (words, n, &found))
        continue;
      self->row = types[found].row;
      self->kind = types[found].kind;
      is_select = hw_kind_has_choices (self->kind);
      if (is_select)
        read_list (self, words + n);
      else if (n < n_words && self->row == HW_ROW_QUESTION)
        self->row = HW_ROW_UNKNOWN;
      return;
    }
}

/**
 * hw_row_type_clear:
 * @self: a type
 */
void
hw_row_type_clear (HwRowType *self)
{
  g_clear_pointer (&self->list, g_free);
}

/**
 * hw_row_type_suggest:
 * @text: a cell that is no type
 *
 * Returns: (transfer none) (nullable): the name of the type that may have been meant
 */
const char *
hw_row_type_suggest (const char *text)
{
  g_auto (GStrv) words = split_words (text);
  guint n_words = g_strv_length (words);
  const char *nearest = NULL;
  guint distance = G_MAXUINT;

  for (guint n = MIN (n_words, 2); n > 0; n--)
    {
      g_autofree char *name = NULL;
      char *cut = words[n];
      HwSpelling spelling;

      words[n] = NULL;
      name = g_strjoinv ("_", words);
      words[n] = cut;
      hw_spelling_start (&spelling, name);
      for (guint i = 0; i < G_N_ELEMENTS (types); i++)
        if (types[i].row != HW_ROW_REFUSED)
          hw_spelling_offer (&spelling, types[i].name);
      if (spelling.nearest != NULL && spelling.distance < distance)
        {
          nearest = spelling.nearest;
          distance = spelling.distance;
        }
    }
  return nearest;
}
