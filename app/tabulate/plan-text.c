/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "tabulate/plan-private.h"

/**
 * hw_plan_is_language: (skip)
 * @name: a language as sheets name it, "Español (es)" or "es"
 * @wanted: the same, or a code
 *
 * Returns: whether they are one language
 */
gboolean
hw_plan_is_language (const char *name,
                     const char *wanted)
{
  const char *open = strrchr (name, '(');
  gsize length = strlen (wanted);

  if (g_ascii_strcasecmp (name, wanted) == 0)
    return TRUE;
  return open != NULL && g_ascii_strncasecmp (open + 1, wanted, length) == 0
         && strcmp (open + 1 + length, ")") == 0;
}

/**
 * hw_plan_text_read: (skip)
 * @self: (out): a text
 * @table: a sheet
 * @row: a row of it
 * @heading: a column; those that are called like it, "::" and a language are its translations
 */
void
hw_plan_text_read (HwPlanText *self,
                   HwCsvTable *table,
                   guint row,
                   const char *heading)
{
  g_autofree char *prefix = g_strconcat (heading, "::", NULL);
  guint column;

  self->text = hw_plan_dup_field (table, row, heading, &column);
  self->others = NULL;
  for (guint i = 0; i < hw_csv_table_get_n_columns (table); i++)
    {
      const char *found = hw_csv_table_get_heading (table, i);
      g_autofree char *text = NULL;

      if (!g_str_has_prefix (found, prefix))
        continue;
      text = g_strstrip (g_strdup (hw_csv_table_get (table, row, i)));
      if (*text == '\0')
        continue;
      if (self->others == NULL)
        self->others = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      g_hash_table_insert (self->others, g_strdup (found + strlen (prefix)), g_steal_pointer (&text));
    }
}

/**
 * hw_plan_text_clear: (skip)
 * @self: a text
 */
void
hw_plan_text_clear (HwPlanText *self)
{
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->others, g_hash_table_unref);
}

/**
 * hw_plan_text_get: (skip)
 * @self: a text
 * @language: (nullable): the language that is wanted
 *
 * Returns: (transfer none): the text in @language; where it was not translated, as it was written
 */
const char *
hw_plan_text_get (const HwPlanText *self,
                  const char *language)
{
  GHashTableIter iter;
  gpointer name;
  gpointer text;

  if (self->others == NULL || language == NULL)
    return self->text;
  text = g_hash_table_lookup (self->others, language);
  if (text != NULL)
    return text;
  g_hash_table_iter_init (&iter, self->others);
  while (g_hash_table_iter_next (&iter, &name, &text))
    if (hw_plan_is_language (name, language) || hw_plan_is_language (language, name))
      return text;
  return self->text;
}
