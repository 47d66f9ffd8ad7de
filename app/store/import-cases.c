/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/import-private.h"

#include <glib/gi18n-lib.h>

static gboolean
is_taken (HwImport *self,
          HwImportRow *row,
          GHashTable *keys)
{
  if (self->cases->len == 0)
    return FALSE;
  if (g_hash_table_contains (keys, row->case_key))
    {
      hw_import_refuse (self, row, -1,
                        /* Translators: %s identifies a household, such as “17”. */
                        _("The household “%s” is there already. Each household is imported once."),
                        row->case_name);
      return TRUE;
    }
  g_hash_table_insert (keys, g_strdup (row->case_key), g_strdup (""));
  return FALSE;
}

static gboolean
store_case (HwImport *self,
            HwImportRow *row,
            GError **error)
{
  g_autofree char *id = g_uuid_string_random ();
  g_autoptr (HwState) state = hw_state_new (self->questionnaire, id);
  g_autoptr (HwInterview) interview = NULL;
  HwLevelRow root = { id, id, NULL, 1, FALSE };

  hw_state_add_row (state, self->level, &root);
  for (guint i = 0; i < self->n_columns; i++)
    if (self->columns[i].role == HW_IMPORT_ANSWER || self->columns[i].role == HW_IMPORT_CASE)
      hw_state_set_value (state, self->columns[i].question, id, row->values[i], row->values[i]);
  interview = hw_state_dup_interview (state);
  hw_import_tell_odd (self, row, interview, id);
  return hw_import_store_state (self, interview, NULL, error);
}

/**
 * hw_import_store_cases:
 * @self: an import of the root level, with its rows read
 * @error: return location
 *
 * Makes an interview of each row.
 *
 * Returns: %FALSE on failure; that rows are refused is none
 */
gboolean
hw_import_store_cases (HwImport *self,
                       GError **error)
{
  g_autoptr (GHashTable) keys = hw_import_read_keys (self, error);

  if (keys == NULL)
    return FALSE;
  for (guint i = 0; i < self->rows->len; i++)
    {
      HwImportRow *row = g_ptr_array_index (self->rows, i);

      if (row->refused || is_taken (self, row, keys) || !hw_import_takes_any (self))
        continue;
      if (!store_case (self, row, error))
        return FALSE;
    }
  return TRUE;
}
