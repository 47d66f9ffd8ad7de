/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/workbook-private.h"

#include <string.h>

#include "base/number.h"

/* "_x000D_" stands for a character that XML cannot hold, and "_x005F_" for the "_" before such. */
static gboolean
parse_escape (const char *text,
              guint *code)
{
  *code = 0;
  if (text[0] != '_' || text[1] != 'x')
    return FALSE;
  for (guint i = 2; i < 6; i++)
    {
      if (!g_ascii_isxdigit (text[i]))
        return FALSE;
      *code = *code * 16 + (guint) g_ascii_xdigit_value (text[i]);
    }
  return text[6] == '_' && *code > 0 && *code < 0x80;
}

/**
 * hw_workbook_unescape:
 * @text: a text
 * @from: where a string of the workbook begins in it
 *
 * Puts characters for what the workbook writes as "_x000D_".
 */
void
hw_workbook_unescape (GString *text,
                      gsize from)
{
  char *to = text->str + from;
  const char *at = strstr (to, "_x");
  guint code;

  if (at == NULL)
    return;
  to = text->str + (at - text->str);
  while (*at != '\0')
    if (parse_escape (at, &code))
      {
        *to++ = (char) code;
        at += 7;
      }
    else
      *to++ = *at++;
  g_string_truncate (text, (gsize) (to - text->str));
}

/**
 * hw_workbook_read_strings:
 * @self: a workbook
 * @error: return location for what is wrong with it
 *
 * Reads the table of strings that the sheets share, unless that was done before. Of texts with
 * runs of other letters it takes all runs; how a word is pronounced is no part of it.
 *
 * Returns: %FALSE with @error set when it cannot be read
 */
gboolean
hw_workbook_read_strings (HwWorkbook *self,
                          GError **error)
{
  g_autoptr (HwWorkbookPart) part = NULL;
  g_autoptr (GError) reason = NULL;
  gboolean in_text = FALSE;
  guint in_sound = 0;
  gsize start = 0;

  if (self->strings != NULL)
    return TRUE;
  self->strings = g_string_new (NULL);
  self->string_at = g_array_new (FALSE, FALSE, sizeof (gsize));
  if (self->strings_path == NULL || !hw_workbook_has_part (self, self->strings_path))
    return TRUE;
  part = hw_workbook_part_open (self, self->strings_path, error);
  if (part == NULL)
    return FALSE;
  while (hw_workbook_part_next (part, &reason))
    {
      if (in_text && in_sound == 0 && hw_workbook_part_has_text (part))
        g_string_append (self->strings, (const char *) xmlTextReaderConstValue (part->reader));
      if (hw_workbook_part_begins (part, "si"))
        start = self->strings->len;
      else if (hw_workbook_part_begins (part, "t"))
        in_text = TRUE;
      else if (hw_workbook_part_begins (part, "rPh"))
        in_sound++;
      if (hw_workbook_part_ends (part, "t"))
        in_text = FALSE;
      else if (hw_workbook_part_ends (part, "rPh"))
        in_sound--;
      else if (hw_workbook_part_ends (part, "si"))
        {
          hw_workbook_unescape (self->strings, start);
          g_array_append_val (self->string_at, start);
          g_string_append_c (self->strings, '\0');
        }
    }
  if (reason == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}

static HwMomentKind
find_moment (GHashTable *formats,
             const char *id_text)
{
  gint64 id;
  gpointer own;

  if (!hw_number_parse_int (id_text, 0, G_MAXINT, &id))
    return HW_MOMENT_NONE;
  if (g_hash_table_lookup_extended (formats, GINT_TO_POINTER ((int) id), NULL, &own))
    return (HwMomentKind) GPOINTER_TO_INT (own);
  /* Formats below 164 need no definition; those from 27 on belong to eastern languages. */
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 54)
      || (id >= 57 && id <= 58))
    return HW_MOMENT_DATE;
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47)
      || (id >= 55 && id <= 56))
    return HW_MOMENT_TIME;
  return id == 22 ? HW_MOMENT_BOTH : HW_MOMENT_NONE;
}

/**
 * hw_workbook_read_styles:
 * @self: a workbook
 * @error: return location for what is wrong with it
 *
 * Finds out which styles show a number as a date or a time.
 *
 * Returns: %FALSE with @error set when they cannot be read
 */
gboolean
hw_workbook_read_styles (HwWorkbook *self,
                         GError **error)
{
  g_autoptr (GHashTable) formats = g_hash_table_new (NULL, NULL);
  g_autoptr (HwWorkbookPart) part = NULL;
  g_autoptr (GError) reason = NULL;
  gboolean in_cells = FALSE;

  self->styles = g_array_new (FALSE, FALSE, sizeof (guint8));
  if (self->styles_path == NULL || !hw_workbook_has_part (self, self->styles_path))
    return TRUE;
  part = hw_workbook_part_open (self, self->styles_path, error);
  if (part == NULL)
    return FALSE;
  while (hw_workbook_part_next (part, &reason))
    {
      gint64 id;

      if (hw_workbook_part_begins (part, "cellXfs"))
        in_cells = TRUE;
      if (hw_workbook_part_ends (part, "cellXfs"))
        in_cells = FALSE;
      if (hw_workbook_part_begins (part, "numFmt")
          && hw_number_parse_int (hw_workbook_part_get (part, "numFmtId"), 0, G_MAXINT, &id))
        {
          const char *format = hw_workbook_part_get (part, "formatCode");

          g_hash_table_insert (formats, GINT_TO_POINTER ((int) id),
                               GINT_TO_POINTER (format != NULL ? (int) hw_workbook_parse_format (format)
                                                               : HW_MOMENT_NONE));
        }
      if (in_cells && hw_workbook_part_begins (part, "xf"))
        {
          guint8 moment = (guint8) find_moment (formats, hw_workbook_part_get (part, "numFmtId"));

          g_array_append_val (self->styles, moment);
        }
    }
  if (reason == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}
