/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "questionnaire/questionnaire-private.h"

#include <string.h>

#include "questionnaire/xlsform-sheet.h"

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/**
 * hw_questionnaire_list_names:
 * @self: a questionnaire with all its entries
 *
 * Settles which of the entries are attached files.
 */
void
hw_questionnaire_list_names (HwQuestionnaire *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    if (!hw_sheet_is_name (name))
      g_ptr_array_add (names, name);
  g_ptr_array_sort (names, compare_names);
  g_strfreev (self->file_names);
  self->file_names = g_new0 (char *, names->len + 1);
  for (guint i = 0; i < names->len; i++)
    self->file_names[i] = g_strdup (names->pdata[i]);
}

/**
 * hw_questionnaire_read_files:
 * @self: a questionnaire with all its entries, that nobody else knows yet
 * @problems: where faults and advice on attached CSV files go
 *
 * Reads the tables now instead of at their first use, for the sake of what is wrong in them.
 */
void
hw_questionnaire_read_files (HwQuestionnaire *self,
                             HwProblems *problems)
{
  for (guint i = 0; self->file_names[i] != NULL; i++)
    {
      gpointer name;
      gpointer bytes;

      if (g_str_has_suffix (self->file_names[i], ".csv")
          && g_hash_table_lookup_extended (self->entries, self->file_names[i], &name, &bytes))
        g_hash_table_insert (self->datasets, name, hw_dataset_new (name, bytes, problems));
    }
}

/**
 * hw_questionnaire_get_sheet:
 * @self: a questionnaire
 * @name: "survey", "choices", "settings", "external_choices", "entities" or "osm"
 *
 * Returns: (transfer none) (nullable): the sheet as CSV in UTF-8. Its rows, blank ones included,
 *   are those that the author sees; a CSV file that was UTF-8 is there byte for byte.
 */
GBytes *
hw_questionnaire_get_sheet (HwQuestionnaire *self,
                            const char *name)
{
  g_return_val_if_fail (self != NULL && name != NULL, NULL);
  return hw_sheet_is_name (name) ? g_hash_table_lookup (self->entries, name) : NULL;
}

/**
 * hw_questionnaire_list_files:
 * @self: a questionnaire
 *
 * Returns: (transfer none): the names of the attached files, in the order of the alphabet
 */
const char *const *
hw_questionnaire_list_files (HwQuestionnaire *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return (const char *const *)self->file_names;
}

/**
 * hw_questionnaire_get_file:
 * @self: a questionnaire
 * @name: the name of an attached file
 *
 * Returns: (transfer none) (nullable): what is in it; %NULL when it is not there
 */
GBytes *
hw_questionnaire_get_file (HwQuestionnaire *self,
                           const char *name)
{
  g_return_val_if_fail (self != NULL && name != NULL, NULL);
  return !hw_sheet_is_name (name) ? g_hash_table_lookup (self->entries, name) : NULL;
}

/**
 * hw_questionnaire_get_entries:
 * @self: a questionnaire
 *
 * Returns: (transfer none) (element-type utf8 GBytes): everything that it was made of: sheets under
 *   their names without ".csv", attached files under theirs
 */
GHashTable *
hw_questionnaire_get_entries (HwQuestionnaire *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->entries;
}

/**
 * hw_questionnaire_get_source_name:
 * @self: a questionnaire
 *
 * Returns: (transfer none): the name of the file or the folder that it was read from, without the
 *   path; "" when it came from elsewhere
 */
const char *
hw_questionnaire_get_source_name (HwQuestionnaire *self)
{
  g_return_val_if_fail (self != NULL, "");
  return self->source_name;
}

/**
 * hw_questionnaire_get_dataset:
 * @self: a questionnaire
 * @name: the name of an attached CSV file, with or without ".csv"
 *
 * The first call for a file reads it. What is wrong in it was told when the questionnaire was read.
 *
 * Returns: (transfer none) (nullable): its table; %NULL when there is no such file
 */
HwDataset *
hw_questionnaire_get_dataset (HwQuestionnaire *self,
                              const char *name)
{
  g_autofree char *longer = NULL;
  HwDataset *dataset = NULL;
  gpointer key;
  gpointer bytes;

  g_return_val_if_fail (self != NULL && name != NULL, NULL);

  longer = g_strconcat (name, ".csv", NULL);
  if (hw_sheet_is_name (name) || !g_hash_table_lookup_extended (self->entries, name, &key, &bytes))
    if (!g_hash_table_lookup_extended (self->entries, longer, &key, &bytes))
      return NULL;
  g_mutex_lock (&self->lock);
  dataset = g_hash_table_lookup (self->datasets, key);
  if (dataset == NULL)
    {
      g_autoptr (HwProblems) told_before = hw_problems_new ();

      dataset = hw_dataset_new (key, bytes, told_before);
      g_hash_table_insert (self->datasets, key, dataset);
    }
  g_mutex_unlock (&self->lock);
  return dataset;
}
