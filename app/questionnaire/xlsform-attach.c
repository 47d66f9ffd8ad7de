/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "questionnaire/xlsform-private.h"

#include <string.h>

/*
 * Which files a form speaks of: the lists that stand in a file, what pulldata() and instance() read,
 * pictures and sounds of questions and choices.
 */

/* "villages" in pulldata('villages', …) and instance("villages"). */
static void
attach_called (HwXlsformSource *source,
               const char *text,
               const char *function)
{
  const char *at = text;

  while ((at = strstr (at, function)) != NULL)
    {
      const char *start = at + strlen (function);
      const char *end;
      g_autofree char *name = NULL;
      g_autofree char *file = NULL;

      at = start;
      start += strspn (start, " \t\r\n");
      if (*start != '(')
        continue;
      start += 1 + strspn (start + 1, " \t\r\n");
      if (*start != '\'' && *start != '"')
        continue;
      end = strchr (start + 1, *start);
      if (end == NULL)
        return;
      name = g_strndup (start + 1, (gsize)(end - start - 1));
      file = g_strconcat (name, ".csv", NULL);
      hw_xlsform_source_attach (source, g_str_has_suffix (name, ".csv") ? name : file);
    }
}

/* "select_one_from_file villages.csv" names the file, and "csv-external" is called like it. */
static void
attach_typed (HwXlsformSource *source,
              const char *type,
              const char *name)
{
  g_auto (GStrv) words = NULL;

  if (g_ascii_strncasecmp (type, "csv", 3) == 0 || g_ascii_strncasecmp (type, "xml", 3) == 0)
    {
      g_autofree char *extension = g_ascii_strdown (type, 3);
      g_autofree char *file = g_strconcat (name, ".", extension, NULL);

      if (strstr (type, "external") != NULL)
        hw_xlsform_source_attach (source, file);
      return;
    }
  if (strchr (type, '.') == NULL)
    return;
  words = g_strsplit_set (type, " \t\r\n", -1);
  for (guint i = 1; words[0] != NULL && words[i] != NULL; i++)
    if (strchr (words[i], '.') != NULL)
      hw_xlsform_source_attach (source, words[i]);
}

static gboolean
is_media (const char *heading)
{
  static const char *const names[] = { "image", "big-image", "audio", "video", NULL };
  g_autofree char *small = g_ascii_strdown (heading, -1);
  const char *start = small;
  g_auto (GStrv) parts = NULL;

  /* "media::image::English" and "image::English" */
  if (g_str_has_prefix (small, "media:"))
    start += strlen ("media:");
  start += strspn (start, ": ");
  parts = g_strsplit (start, ":", 2);
  return parts[0] != NULL && g_strv_contains (names, g_strstrip (parts[0]));
}

static void
attach_column (HwSheet *sheet,
               guint column,
               gboolean media,
               HwXlsformSource *source)
{
  for (guint row = 0; row < hw_sheet_get_n_rows (sheet); row++)
    {
      const char *text = hw_sheet_get_field (sheet, row, column);

      if (*text == '\0')
        continue;
      if (media)
        hw_xlsform_source_attach (source, text);
      else if (strchr (text, '(') != NULL)
        {
          attach_called (source, text, "pulldata");
          attach_called (source, text, "instance");
          attach_called (source, text, "search");
        }
    }
}

/**
 * hw_xlsform_attach_files:
 * @self: a reader with its sheets opened
 * @source: where the sheets came from; the files are added to it
 */
void
hw_xlsform_attach_files (HwXlsform *self,
                         HwXlsformSource *source)
{
  HwSheet *survey = self->sheets[HW_SHEET_SURVEY];

  if (source->folders->len == 0)
    return;
  for (guint i = 0; i < HW_N_SHEETS; i++)
    for (guint k = 0; self->sheets[i] != NULL && k < hw_sheet_get_n_columns (self->sheets[i]); k++)
      attach_column (self->sheets[i], k, is_media (hw_sheet_get_heading (self->sheets[i], k)),
                     source);
  for (guint row = 0; row < hw_sheet_get_n_rows (survey); row++)
    attach_typed (source, hw_sheet_get (survey, row, HW_CELL_TYPE),
                  hw_sheet_get (survey, row, HW_CELL_NAME));
}
