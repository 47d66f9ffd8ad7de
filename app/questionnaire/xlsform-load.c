/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "questionnaire/xlsform-load.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/csv-reader.h"
#include "base/encoding.h"
#include "base/workbook-reader.h"
#include "questionnaire/xlsform-heading.h"

static const char *const file_sheets[] = {
  "survey", "choices", "settings", "external_choices", "entities", "osm",
};

/**
 * hw_xlsform_source_new:
 *
 * Returns: (transfer full): a source without sheets
 */
HwXlsformSource *
hw_xlsform_source_new (void)
{
  HwXlsformSource *self = g_new0 (HwXlsformSource, 1);

  self->name = g_strdup ("");
  self->sheets
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_bytes_unref);
  self->folders = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/**
 * hw_xlsform_source_free:
 * @self: (transfer full): a source
 */
void
hw_xlsform_source_free (HwXlsformSource *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->name);
  g_hash_table_unref (self->sheets);
  g_ptr_array_unref (self->folders);
  g_free (self);
}

static gboolean
is_missing (const GError *error)
{
  return g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT)
         || g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOTDIR);
}

/* "old-" of "old-survey.csv", which is how an office program names the sheets that it writes. */
static gboolean
find_prefix (const char *base,
             char **prefix)
{
  gsize length = strlen (base);

  for (guint i = 0; i < G_N_ELEMENTS (file_sheets); i++)
    {
      g_autofree char *end = g_strconcat (file_sheets[i], ".csv", NULL);
      gsize end_length = strlen (end);

      if (length < end_length || g_ascii_strcasecmp (base + length - end_length, end) != 0)
        continue;
      if (length > end_length && strchr ("-_. ", base[length - end_length - 1]) == NULL)
        continue;
      *prefix = g_strndup (base, length - end_length);
      return TRUE;
    }
  return FALSE;
}

static GBytes *
read_file (const char *path,
           GError **error)
{
  char *text;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, error))
    return NULL;
  return g_bytes_new_take (text, length);
}

static gboolean
load_folder (HwXlsformSource *self,
             const char *folder,
             const char *prefix,
             HwProblems *problems,
             GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (file_sheets); i++)
    {
      g_autofree char *base = g_strconcat (prefix, file_sheets[i], ".csv", NULL);
      g_autofree char *file = g_build_filename (folder, base, NULL);
      g_autoptr (GError) reason = NULL;
      g_autoptr (GBytes) bytes = read_file (file, &reason);

      if (bytes != NULL)
        g_hash_table_insert (self->sheets, g_strdup (file_sheets[i]),
                             hw_encoding_decode_file (bytes, base, problems));
      else if (!is_missing (reason))
        {
          g_propagate_error (error, g_steal_pointer (&reason));
          return FALSE;
        }
      else if (i == HW_SHEET_SURVEY)
        {
          g_set_error (
              error, reason->domain, reason->code,
              /* Translators: %s is a folder. */
              _ ("There is no questionnaire in “%s”. A questionnaire is a workbook (.xlsx), or a "
                 "folder with the file survey.csv, and as a rule choices.csv and settings.csv."),
              folder);
          return FALSE;
        }
    }
  return TRUE;
}

static void
add_folders (HwXlsformSource *self,
             const char *folder,
             const char *base)
{
  const char *dot = strrchr (base, '.');
  g_autofree char *stem = g_strndup (base, dot != NULL ? (gsize)(dot - base) : strlen (base));
  g_autofree char *own = g_strconcat (stem, "-media", NULL);

  g_ptr_array_add (self->folders, g_strdup (folder));
  g_ptr_array_add (self->folders, g_build_filename (folder, own, NULL));
  g_ptr_array_add (self->folders, g_build_filename (folder, "media", NULL));
}

/* A survey sheet in a file of any name, such as "my form.csv". */
static gboolean
is_survey_sheet (GBytes *text)
{
  g_autoptr (HwProblems) nobody = hw_problems_new ();
  g_autoptr (HwCsvTable) table = hw_csv_table_new_from_bytes ("", text, nobody);
  gboolean has_type = FALSE;
  gboolean has_name = FALSE;

  for (guint i = 0; i < hw_csv_table_get_n_columns (table); i++)
    {
      HwHeading heading;

      hw_heading_parse (&heading, HW_SHEET_SURVEY, hw_csv_table_get_heading (table, i));
      has_type |= heading.kind == HW_HEADING_CELL && heading.cell == HW_CELL_TYPE;
      has_name |= heading.kind == HW_HEADING_CELL && heading.cell == HW_CELL_NAME;
      hw_heading_clear (&heading);
    }
  return has_type && has_name;
}

static gboolean
load_text (HwXlsformSource *self,
           const char *path,
           GBytes *bytes,
           HwProblems *problems,
           GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *prefix = NULL;
  HwEncoding encoding;
  g_autoptr (GBytes) text = hw_encoding_decode (bytes, &encoding);

  if (hw_xlsform_is_one_csv (text))
    {
      g_autoptr (GBytes) told = hw_encoding_decode_file (bytes, self->name, problems);

      self->is_one = TRUE;
      hw_xlsform_source_split (self, told, problems);
      return TRUE;
    }
  if (find_prefix (self->name, &prefix))
    return load_folder (self, folder, prefix, problems, error);
  if (is_survey_sheet (text))
    {
      self->is_one = TRUE;
      g_hash_table_insert (self->sheets, g_strdup ("survey"),
                           hw_encoding_decode_file (bytes, self->name, problems));
      return TRUE;
    }
  g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL,
               /* Translators: %s is a file. */
               _ ("“%s” is not a questionnaire. A questionnaire is a workbook (.xlsx) with a sheet "
                  "“survey”, a folder with the file survey.csv, or one CSV file whose first column "
                  "names the sheets."),
               self->name);
  return FALSE;
}

static gboolean
load_file (HwXlsformSource *self,
           const char *path,
           HwProblems *problems,
           GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *refusal = NULL;
  g_autoptr (GBytes) bytes = read_file (path, error);
  HwFileKind kind;

  if (bytes == NULL)
    return FALSE;
  add_folders (self, folder, self->name);
  kind = hw_file_kind_find (bytes);
  refusal = hw_file_kind_dup_refusal (kind, self->name);
  if (refusal != NULL)
    {
      g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_INVAL, refusal);
      return FALSE;
    }
  if (kind == HW_FILE_TEXT)
    return load_text (self, path, bytes, problems, error);
  self->is_one = TRUE;
  return hw_xlsform_source_unpack (self, bytes, problems, error);
}

/**
 * hw_xlsform_source_load:
 * @path: a folder, one of its files, or a file with all sheets
 * @problems: where faults and advice go
 * @error: return location for what the system says
 *
 * Returns: (transfer full) (nullable): the sheets; %NULL with @error set when there is no
 *   questionnaire at @path
 */
HwXlsformSource *
hw_xlsform_source_load (const char *path,
                        HwProblems *problems,
                        GError **error)
{
  g_autoptr (HwXlsformSource) self = hw_xlsform_source_new ();

  g_return_val_if_fail (path != NULL && problems != NULL, NULL);

  g_free (self->name);
  self->name = g_path_get_basename (path);
  self->n_faults_before = hw_problems_count (problems, HW_PROBLEM_ERROR);
  if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return load_file (self, path, problems, error) ? g_steal_pointer (&self) : NULL;
  g_ptr_array_add (self->folders, g_strdup (path));
  g_ptr_array_add (self->folders, g_build_filename (path, "media", NULL));
  return load_folder (self, path, "", problems, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * hw_xlsform_source_attach:
 * @self: a source
 * @name: the name of a file that the questionnaire speaks of
 *
 * Takes the file in when it is there. What is missing is told by whoever needs it.
 */
void
hw_xlsform_source_attach (HwXlsformSource *self,
                          const char *name)
{
  g_return_if_fail (self != NULL && name != NULL);

  /* A form from elsewhere must not reach for other folders. */
  if (*name == '\0' || *name == '.' || strpbrk (name, "/\\") != NULL || hw_sheet_is_name (name)
      || g_hash_table_contains (self->sheets, name))
    return;
  for (guint i = 0; i < self->folders->len; i++)
    {
      g_autofree char *path = g_build_filename (self->folders->pdata[i], name, NULL);
      GBytes *bytes;

      if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
        continue;
      bytes = read_file (path, NULL);
      if (bytes == NULL)
        continue;
      g_hash_table_insert (self->sheets, g_strdup (name), bytes);
      return;
    }
}
