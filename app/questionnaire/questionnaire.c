/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "questionnaire/questionnaire-private.h"

#define DEFAULT_LEVEL "household"

/**
 * hw_questionnaire_new:
 *
 * Returns: (transfer full): an empty questionnaire for the reader to fill
 */
HwQuestionnaire *
hw_questionnaire_new (void)
{
  HwQuestionnaire *self = g_new0 (HwQuestionnaire, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->languages = hw_languages_new ();
  self->questions = g_ptr_array_new_with_free_func ((GDestroyNotify)hw_question_free);
  self->by_name = g_hash_table_new (g_str_hash, g_str_equal);
  self->by_element = g_hash_table_new (g_str_hash, g_str_equal);
  self->lists
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)hw_choice_list_free);
  self->external_lists
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)hw_choice_list_free);
  self->file_lists
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)hw_choice_list_free);
  /* A room for eight at once: without any, the array of GLib has no end mark either. */
  self->choice_columns = g_ptr_array_new_null_terminated (8, g_free, TRUE);
  self->external_columns = g_ptr_array_new_null_terminated (8, g_free, TRUE);
  self->settings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->source_name = g_strdup ("");
  self->entries
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_bytes_unref);
  self->file_names = g_new0 (char *, 1);
  self->datasets
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)hw_dataset_free);
  self->instances = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                           (GDestroyNotify) hw_secondary_instance_unref);
  g_mutex_init (&self->lock);
  return self;
}

/**
 * hw_questionnaire_ref:
 * @self: a questionnaire
 *
 * A questionnaire never changes once it is read, so threads may share it.
 *
 * Returns: (transfer full): @self
 */
HwQuestionnaire *
hw_questionnaire_ref (HwQuestionnaire *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * hw_questionnaire_unref:
 * @self: (transfer full): a questionnaire
 */
void
hw_questionnaire_unref (HwQuestionnaire *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_pointer (&self->instance_name, hw_expression_unref);
  g_hash_table_unref (self->instances);
  g_hash_table_unref (self->by_name);
  g_hash_table_unref (self->by_element);
  g_free (self->root_level);
  g_ptr_array_unref (self->questions);
  g_hash_table_unref (self->lists);
  g_hash_table_unref (self->external_lists);
  g_hash_table_unref (self->file_lists);
  g_ptr_array_unref (self->choice_columns);
  g_ptr_array_unref (self->external_columns);
  g_hash_table_unref (self->settings);
  g_hash_table_unref (self->datasets);
  g_hash_table_unref (self->entries);
  g_strfreev (self->file_names);
  g_free (self->source_name);
  g_mutex_clear (&self->lock);
  hw_languages_free_texts (self->languages, self->titles);
  hw_languages_free (self->languages);
  g_free (self);
}

/**
 * hw_questionnaire_get_id:
 * @self: a questionnaire
 *
 * Returns: (transfer none): the setting form_id; "" if none
 */
const char *
hw_questionnaire_get_id (HwQuestionnaire *self)
{
  const char *id = hw_questionnaire_get_setting (self, "form_id");

  return id != NULL ? id : "";
}

/**
 * hw_questionnaire_get_title:
 * @self: a questionnaire
 * @language: (nullable): the language that is wished for
 *
 * Returns: (transfer none): the setting form_title, else the id; "" if neither is there
 */
const char *
hw_questionnaire_get_title (HwQuestionnaire *self,
                            const char *language)
{
  const char *title;

  g_return_val_if_fail (self != NULL, "");

  title = hw_languages_pick (self->languages, self->titles, language);
  return title != NULL ? title : hw_questionnaire_get_id (self);
}

/**
 * hw_questionnaire_get_version:
 * @self: a questionnaire
 *
 * Returns: (transfer none): the setting version; "" if none
 */
const char *
hw_questionnaire_get_version (HwQuestionnaire *self)
{
  const char *version = hw_questionnaire_get_setting (self, "version");

  return version != NULL ? version : "";
}

/**
 * hw_questionnaire_get_setting:
 * @self: a questionnaire
 * @name: a column of the settings sheet, in small letters
 *
 * Returns: (transfer none) (nullable): what stands there, never empty
 */
const char *
hw_questionnaire_get_setting (HwQuestionnaire *self,
                              const char *name)
{
  g_return_val_if_fail (self != NULL && name != NULL, NULL);
  return g_hash_table_lookup (self->settings, name);
}

/**
 * hw_questionnaire_get_instance_name:
 * @self: a questionnaire
 *
 * Returns: (transfer none) (nullable): what an interview is called, seen from the root
 */
HwExpression *
hw_questionnaire_get_instance_name (HwQuestionnaire *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->instance_name;
}

/**
 * hw_questionnaire_get_languages:
 * @self: a questionnaire
 *
 * Returns: (transfer none): the names of its languages, at least one, the default first; "" stands
 *   for texts without a named language
 */
const char *const *
hw_questionnaire_get_languages (HwQuestionnaire *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return hw_languages_get_names (self->languages);
}

/**
 * hw_questionnaire_get_root:
 * @self: a questionnaire
 *
 * Returns: (transfer none): the group that holds everything
 */
HwQuestion *
hw_questionnaire_get_root (HwQuestionnaire *self)
{
  return hw_questionnaire_get_question (self, 0);
}

/**
 * hw_questionnaire_get_n_questions:
 * @self: a questionnaire
 *
 * Returns: how many groups, repeats and questions there are, the root included
 */
guint
hw_questionnaire_get_n_questions (HwQuestionnaire *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->questions->len;
}

/**
 * hw_questionnaire_get_question:
 * @self: a questionnaire
 * @index: a place in document order
 *
 * Returns: (transfer none): the question there
 */
HwQuestion *
hw_questionnaire_get_question (HwQuestionnaire *self,
                               guint index)
{
  g_return_val_if_fail (self != NULL && index < self->questions->len, NULL);
  return g_ptr_array_index (self->questions, index);
}

/**
 * hw_questionnaire_find:
 * @self: a questionnaire
 * @name: the name of a question, a group or a repeat
 *
 * Returns: (transfer none) (nullable): what has that hw_question_get_name(); the root is not found
 *   by its name
 */
HwQuestion *
hw_questionnaire_find (HwQuestionnaire *self,
                       const char *name)
{
  g_return_val_if_fail (self != NULL && name != NULL, NULL);
  return g_hash_table_lookup (self->by_name, name);
}

/**
 * hw_questionnaire_list_named:
 * @self: a questionnaire
 * @element: the name of an element, as sheets and written paths have it
 *
 * Returns: (transfer container) (element-type HwQuestion): everything that is called so, in
 *   document order
 */
GPtrArray *
hw_questionnaire_list_named (HwQuestionnaire *self,
                             const char *element)
{
  GPtrArray *named = g_ptr_array_new ();

  g_return_val_if_fail (self != NULL && element != NULL, named);

  for (HwQuestion *question = g_hash_table_lookup (self->by_element, element); question != NULL;
       question = question->namesake)
    g_ptr_array_add (named, question);
  return named;
}

/**
 * hw_questionnaire_get_level_name:
 * @self: a questionnaire
 * @repeat: (nullable): a repeat, or %NULL or the root for the level of the household
 *
 * Returns: (transfer none): the name of the level, which is that of its table
 */
const char *
hw_questionnaire_get_level_name (HwQuestionnaire *self,
                                 HwQuestion *repeat)
{
  g_return_val_if_fail (self != NULL, NULL);

  /* No two repeats have the same. */
  if (repeat != NULL && repeat->kind == HW_KIND_REPEAT)
    return repeat->element;
  return self->root_level != NULL ? self->root_level : DEFAULT_LEVEL;
}

/**
 * hw_questionnaire_list_levels:
 * @self: a questionnaire
 *
 * Returns: (transfer container) (element-type HwQuestion): the root, then every repeat in document
 *   order, so that a level comes after the one that holds it
 */
GPtrArray *
hw_questionnaire_list_levels (HwQuestionnaire *self)
{
  GPtrArray *levels = g_ptr_array_new ();

  g_return_val_if_fail (self != NULL, levels);

  for (guint i = 0; i < self->questions->len; i++)
    {
      HwQuestion *question = g_ptr_array_index (self->questions, i);

      if (i == 0 || question->kind == HW_KIND_REPEAT)
        g_ptr_array_add (levels, question);
    }
  return levels;
}

/**
 * hw_questionnaire_list_columns:
 * @self: a questionnaire
 * @level: (nullable): the root or a repeat; %NULL is the root
 *
 * Returns: (transfer container) (element-type HwQuestion): the questions with a value on that
 * level, those inside its groups included, in document order
 */
GPtrArray *
hw_questionnaire_list_columns (HwQuestionnaire *self,
                               HwQuestion *level)
{
  GPtrArray *columns = g_ptr_array_new ();

  g_return_val_if_fail (self != NULL, columns);

  if (level != NULL && level->kind != HW_KIND_REPEAT)
    level = NULL;
  for (guint i = 1; i < self->questions->len; i++)
    {
      HwQuestion *question = g_ptr_array_index (self->questions, i);

      if (question->repeat == level && hw_question_has_value (question))
        g_ptr_array_add (columns, question);
    }
  return columns;
}
