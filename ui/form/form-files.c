/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/form/form-files.h"

#include <gio/gio.h>
#include <string.h>

static const char *const endings[] = { ".xlsx", ".xlsm", ".xls", ".ods", ".csv" };

static gboolean
has_ending (const char *name,
            const char *ending)
{
  gsize length = strlen (name);
  gsize end = strlen (ending);

  return length > end && g_ascii_strcasecmp (name + length - end, ending) == 0;
}

/**
 * hw_form_files_is_form:
 * @path: a file or a folder
 *
 * Returns: whether it is opened as a questionnaire rather than as a survey. Names are enough: a
 *   file that only looks like one gets its sentence when it is read.
 */
gboolean
hw_form_files_is_form (const char *path)
{
  g_return_val_if_fail (path != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (has_ending (path, endings[i]))
      return TRUE;
  return g_file_test (path, G_FILE_TEST_IS_DIR);
}

/**
 * hw_form_files_is_sheet:
 * @name: of a file, without its folder
 *
 * Returns: whether it is one of the sheets of a questionnaire that is a folder of them
 */
gboolean
hw_form_files_is_sheet (const char *name)
{
  static const char *const sheets[]
      = { "survey.csv", "choices.csv", "settings.csv", "external_choices.csv", "entities.csv", "osm.csv" };

  g_return_val_if_fail (name != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    if (g_ascii_strcasecmp (name, sheets[i]) == 0)
      return TRUE;
  return FALSE;
}

static char *
dup_folder (const char *path)
{
  return g_file_test (path, G_FILE_TEST_IS_DIR) ? g_strdup (path) : g_path_get_dirname (path);
}

/**
 * hw_form_files_list_places:
 * @path: of a questionnaire
 *
 * Returns: (transfer container) (element-type filename): the folders in which its files lie
 */
GPtrArray *
hw_form_files_list_places (const char *path)
{
  GPtrArray *places = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *folder = dup_folder (path);
  g_autofree char *base = g_path_get_basename (path);
  const char *dot = strrchr (base, '.');
  g_autofree char *stem = dot != NULL ? g_strndup (base, (gsize) (dot - base)) : g_strdup (base);
  g_autofree char *own = g_strconcat (stem, "-media", NULL);
  const char *const names[] = { own, "media" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *media = g_build_filename (folder, names[i], NULL);

      if (g_file_test (media, G_FILE_TEST_IS_DIR))
        g_ptr_array_add (places, g_steal_pointer (&media));
    }
  g_ptr_array_add (places, g_steal_pointer (&folder));
  return places;
}

/* Any table beside it may be one that it reads; what spreadsheets leave while they work is none. */
static gboolean
is_part (const char *name,
         const char *base)
{
  if (strcmp (name, base) == 0)
    return TRUE;
  return *name != '.' && *name != '~' && has_ending (name, ".csv");
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
add_stamps (GPtrArray *lines,
            const char *folder,
            const char *base)
{
  g_autoptr (GFile) place = g_file_new_for_path (folder);
  g_autoptr (GFileEnumerator) list = g_file_enumerate_children (
      place,
      G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_STANDARD_SIZE
                                     "," G_FILE_ATTRIBUTE_TIME_MODIFIED
                                     "," G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC,
      G_FILE_QUERY_INFO_NONE, NULL, NULL);
  GFileInfo *info;

  while (list != NULL && g_file_enumerator_iterate (list, &info, NULL, NULL, NULL) && info != NULL)
    if (is_part (g_file_info_get_name (info), base))
      {
        g_autoptr (GDateTime) time = g_file_info_get_modification_date_time (info);

        g_autofree char *when = time != NULL ? g_date_time_format (time, "%s.%f") : NULL;

        g_ptr_array_add (lines, g_strdup_printf ("%s/%s %" G_GOFFSET_FORMAT " %s\n", folder,
                                                 g_file_info_get_name (info),
                                                 g_file_info_get_size (info),
                                                 when != NULL ? when : ""));
      }
}

/**
 * hw_form_files_dup_stamp:
 * @path: of a questionnaire
 *
 * Returns: (transfer full): a text that is another when one of its files is
 */
char *
hw_form_files_dup_stamp (const char *path)
{
  g_autoptr (GPtrArray) places = NULL;
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *base = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  places = hw_form_files_list_places (path);
  base = g_path_get_basename (path);
  for (guint i = 0; i < places->len; i++)
    add_stamps (lines, g_ptr_array_index (places, i), base);
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("", (char **) lines->pdata);
}
