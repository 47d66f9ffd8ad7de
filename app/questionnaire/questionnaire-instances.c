/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "questionnaire/questionnaire-private.h"

#include <string.h>

/*
 * What instance('x') and pulldata() read: the tables of attached files and the lists of the choices
 * sheet, both as rows with named columns. A list has the columns that the field's converter gives
 * it: name, label, itextId, and the author's own.
 */

#define N_OWN_COLUMNS 3

static const char *const own_columns[N_OWN_COLUMNS] = { "name", "label", "itextId" };

/* A list with the texts that its columns need. */
typedef struct
{
  HwChoiceList *list;
  GPtrArray *ids; /* of char*, one a choice: its itextId */
} ListSource;

static const char *
get_table_column (guint column,
                  gpointer data)
{
  return hw_dataset_get_column (data, column);
}

static const char *
get_table_cell (guint row,
                guint column,
                gpointer data)
{
  return hw_dataset_get (data, row, column);
}

static const char *
get_list_column (guint column,
                 gpointer data)
{
  ListSource *source = data;

  return column < N_OWN_COLUMNS ? own_columns[column]
                                : hw_choice_list_get_columns (source->list)[column - N_OWN_COLUMNS];
}

static const char *
get_list_cell (guint row,
               guint column,
               gpointer data)
{
  ListSource *source = data;
  HwChoice *choice = hw_choice_list_get (source->list, row);

  switch (column)
    {
    case 0:
      return hw_choice_get_name (choice);
    case 1:
      return hw_choice_get_label (choice, NULL);
    case 2:
      return g_ptr_array_index (source->ids, row);
    default:
      return hw_choice_get_column (choice, get_list_column (column, data));
    }
}

static void
list_source_free (gpointer data)
{
  ListSource *source = data;

  g_ptr_array_unref (source->ids);
  g_free (source);
}

static HwSecondaryInstance *
new_from_table (HwDataset *table)
{
  HwInstanceSource source = { hw_dataset_get_n_rows (table),
                              hw_dataset_get_n_columns (table),
                              get_table_column,
                              get_table_cell,
                              table,
                              NULL };

  return hw_secondary_instance_new (&source);
}

static HwSecondaryInstance *
new_from_list (HwChoiceList *list)
{
  ListSource *own = g_new0 (ListSource, 1);
  HwInstanceSource source
      = { hw_choice_list_get_length (list),
          N_OWN_COLUMNS + g_strv_length ((char **) hw_choice_list_get_columns (list)),
          get_list_column,
          get_list_cell,
          own,
          list_source_free };

  own->list = list;
  own->ids = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < source.n_rows; i++)
    g_ptr_array_add (own->ids, g_strdup_printf ("%s-%u", hw_choice_list_get_name (list), i));
  return hw_secondary_instance_new (&source);
}

/**
 * hw_questionnaire_get_instance:
 * @self: a questionnaire
 * @name: a list of the choices sheet, or an attached CSV file, with or without ".csv"
 *
 * Returns: (transfer none) (nullable): its rows, for expressions; %NULL when there is neither
 */
HwSecondaryInstance *
hw_questionnaire_get_instance (HwQuestionnaire *self,
                               const char *name)
{
  HwSecondaryInstance *instance;
  HwDataset *table;
  HwChoiceList *list;

  g_return_val_if_fail (self != NULL && name != NULL, NULL);

  table = hw_questionnaire_get_dataset (self, name);
  list = g_hash_table_lookup (self->lists, name);
  if (table == NULL && list == NULL)
    return NULL;
  g_mutex_lock (&self->lock);
  instance = g_hash_table_lookup (self->instances, name);
  if (instance == NULL)
    {
      instance = list != NULL ? new_from_list (list) : new_from_table (table);
      g_hash_table_insert (self->instances, g_strdup (name), instance);
    }
  g_mutex_unlock (&self->lock);
  return instance;
}

/* The question of "/data/group/age:label", in which the last step counts. */
static char *
dup_question_text (HwQuestionnaire *self,
                   const char *id,
                   const char *language)
{
  const char *colon = strrchr (id, ':');
  const char *start = colon;
  g_autofree char *name = NULL;
  HwQuestion *question;

  while (start > id && start[-1] != '/')
    start--;
  name = g_strndup (start, (gsize) (colon - start));
  question = hw_questionnaire_find (self, name);
  if (question == NULL)
    return NULL;
  if (strcmp (colon, ":label") == 0)
    return g_strdup (hw_question_get_label (question, language));
  if (strcmp (colon, ":hint") == 0)
    return g_strdup (hw_question_get_hint (question, language));
  return NULL;
}

/**
 * hw_questionnaire_dup_itext:
 * @self: a questionnaire
 * @id: what the field's converter calls a text: "LIST-3" for the label of a choice, counted from 0,
 *   "/data/age:label" or "/data/age:hint" for one of a question
 * @language: (nullable): a language
 *
 * Returns: (transfer full) (nullable): that text, raw; %NULL when there is none
 */
char *
hw_questionnaire_dup_itext (HwQuestionnaire *self,
                            const char *id,
                            const char *language)
{
  const char *dash;
  g_autofree char *name = NULL;
  HwChoiceList *list;
  guint64 place;
  char *end;

  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  if (strchr (id, ':') != NULL)
    return dup_question_text (self, id, language);
  dash = strrchr (id, '-');
  if (dash == NULL || !g_ascii_isdigit (dash[1]))
    return NULL;
  name = g_strndup (id, (gsize) (dash - id));
  list = g_hash_table_lookup (self->lists, name);
  place = g_ascii_strtoull (dash + 1, &end, 10);
  if (list == NULL || *end != '\0' || place >= hw_choice_list_get_length (list))
    return NULL;
  return g_strdup (hw_choice_get_label (hw_choice_list_get (list, (guint) place), language));
}

/**
 * hw_questionnaire_new_choices:
 * @self: a questionnaire
 * @name: what they are made of
 *
 * Returns: (transfer full): an empty list for choices that are no row of the choices sheet, such as
 *   answers; it must not outlive @self
 */
HwChoiceList *
hw_questionnaire_new_choices (HwQuestionnaire *self,
                              const char *name)
{
  g_return_val_if_fail (self != NULL && name != NULL, NULL);

  return hw_choice_list_new (name, self->languages,
                             (const char *const *) self->choice_columns->pdata);
}
