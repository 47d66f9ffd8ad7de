/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "interview/interview-private.h"

#include <string.h>

#include "interview/instance.h"

G_DEFINE_QUARK (hw - interview - error - quark, hw_interview_error)

enum
{
  PROP_0,
  PROP_LANGUAGE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HwInterview, hw_interview, G_TYPE_OBJECT)

static char *
find_label_cb (const char *value,
               const char *name,
               gpointer data)
{
  HwInterview *self = data;
  g_autoptr (GPtrArray) named = hw_questionnaire_list_named (self->questionnaire, name);
  HwQuestion *question;
  HwChoiceList *choices;
  HwChoice *choice;

  if (named->len == 0)
    return NULL;
  question = g_ptr_array_index (named, 0);
  /* An answer that is made of an answer reads as that does. */
  while (hw_question_get_choices_source (question) != NULL)
    {
      question = hw_question_get_choices_source (question);
      if (hw_question_get_choices_source (question) == NULL
          && hw_question_get_choices (question) == NULL)
        return g_strdup (value);
    }
  choices = hw_question_get_choices (question);
  choice = choices != NULL ? hw_choice_list_find (choices, value) : NULL;
  return choice != NULL ? g_strdup (hw_choice_get_label (choice, self->language)) : NULL;
}

static HwSecondaryInstance *
find_instance_cb (const char *name,
                  gpointer data)
{
  return hw_questionnaire_get_instance (((HwInterview *) data)->questionnaire, name);
}

static char *
find_itext_cb (const char *id,
               gpointer data)
{
  HwInterview *self = data;

  return hw_questionnaire_dup_itext (self->questionnaire, id, self->language);
}

static char *
find_last_saved_cb (const char *name,
                    gpointer data)
{
  HwInterview *self = data;

  return self->last_saved != NULL ? self->last_saved (name, self->last_saved_data) : NULL;
}

static const char *
find_column_cb (const char *name,
                gpointer data)
{
  HwInterview *self = data;

  if (self->choice == NULL)
    return NULL;
  if (strcmp (name, "name") == 0)
    return hw_choice_get_name (self->choice);
  return hw_choice_get_column (self->choice, name);
}

/* The one element of a question that lies around or beside @context, found by its slot. */
static xmlNodePtr
find_node_cb (int key,
              xmlNodePtr context,
              gpointer data)
{
  HwInterview *self = data;
  HwQuestion *question = hw_questionnaire_get_question (self->questionnaire, (guint) key);
  HwQuestion *level = hw_question_get_repeat (question);
  HwItem *item = hw_instance_get_item (context);
  HwItem *scope;

  if (item == NULL)
    return NULL;
  for (scope = item->scope; scope->kind == HW_ITEM_ROW && scope->question != level;)
    scope = scope->up->scope;
  if ((scope->kind == HW_ITEM_ROW ? scope->question : NULL) != level)
    return NULL;
  return scope->slots[hw_order_get_slot (self->order, question)]->node;
}

static void
clear_last_saved (HwInterview *self)
{
  if (self->last_saved_destroy != NULL)
    self->last_saved_destroy (self->last_saved_data);
  self->last_saved = NULL;
  self->last_saved_data = NULL;
  self->last_saved_destroy = NULL;
}

/* Items may outlive the interview on somebody's screen; they only lose what led into it. */
static void
detach (HwItem *top)
{
  for (HwItem *item = top; item != NULL; item = hw_item_next (item, top, FALSE, TRUE))
    item->interview = NULL;
}

static void
hw_interview_get_property (GObject *object,
                           guint id,
                           GValue *value,
                           GParamSpec *pspec)
{
  if (id == PROP_LANGUAGE)
    g_value_set_string (value, HW_INTERVIEW (object)->language);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
hw_interview_set_property (GObject *object,
                           guint id,
                           const GValue *value,
                           GParamSpec *pspec)
{
  if (id == PROP_LANGUAGE)
    hw_interview_set_language (HW_INTERVIEW (object), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
hw_interview_finalize (GObject *object)
{
  HwInterview *self = HW_INTERVIEW (object);

  for (guint i = 0; i < self->removed->len; i++)
    detach (g_ptr_array_index (self->removed, i));
  detach (self->root);
  g_clear_pointer (&self->context, hw_expression_context_free);
  hw_instance_free (self->document, self->root, self->removed);
  if (self->pages != NULL)
    g_ptr_array_set_size (self->pages, 0);
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_clear_pointer (&self->removed, g_ptr_array_unref);
  g_clear_object (&self->root);
  g_clear_pointer (&self->rows, g_hash_table_unref);
  g_clear_pointer (&self->faults, g_hash_table_unref);
  g_clear_pointer (&self->queue, hw_queue_free);
  g_clear_pointer (&self->checks, g_ptr_array_unref);
  g_clear_pointer (&self->touched, g_ptr_array_unref);
  g_clear_pointer (&self->touched_rows, g_ptr_array_unref);
  g_clear_pointer (&self->confirmed, g_ptr_array_unref);
  g_clear_pointer (&self->news, g_ptr_array_unref);
  g_clear_pointer (&self->not_answered, hw_value_unref);
  g_clear_pointer (&self->order, hw_order_free);
  g_clear_pointer (&self->questionnaire, hw_questionnaire_unref);
  clear_last_saved (self);
  hw_interview_set_file_source (self, NULL, NULL, NULL);
  g_clear_pointer (&self->files, g_hash_table_unref);
  g_free (self->id);
  g_free (self->language);
  g_free (self->reason);
  G_OBJECT_CLASS (hw_interview_parent_class)->finalize (object);
}

static void
hw_interview_class_init (HwInterviewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = hw_interview_get_property;
  object_class->set_property = hw_interview_set_property;
  object_class->finalize = hw_interview_finalize;
  properties[PROP_LANGUAGE]
      = g_param_spec_string ("language", NULL, NULL, NULL,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * HwInterview::changed:
   * @changes: (element-type HwChange): what the wish has changed
   */
  g_signal_new ("changed", HW_TYPE_INTERVIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                1, G_TYPE_PTR_ARRAY | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static void
hw_interview_init (HwInterview *self)
{
  self->not_answered = hw_value_new_missing (HW_MISSING_NOT_ANSWERED);
  self->rows = g_hash_table_new (g_str_hash, g_str_equal);
  self->removed = g_ptr_array_new_with_free_func (g_object_unref);
  self->faults = hw_interview_new_faults ();
  self->files
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  self->queue = hw_queue_new ();
  self->checks = g_ptr_array_new ();
  self->touched = g_ptr_array_new ();
  self->touched_rows = g_ptr_array_new ();
  self->confirmed = g_ptr_array_new ();
  self->news = g_ptr_array_new ();
}

/**
 * hw_interview_new_with_id:
 * @questionnaire: what is asked
 * @id: its UUID
 *
 * Returns: (transfer full): an interview to be restored from a store: empty, and nothing computed
 * until hw_interview_finish_restoring()
 */
HwInterview *
hw_interview_new_with_id (HwQuestionnaire *questionnaire,
                          const char *id)
{
  HwInterview *self;
  HwExpressionHooks hooks = { 0 };

  g_return_val_if_fail (questionnaire != NULL, NULL);
  g_return_val_if_fail (id != NULL, NULL);

  self = g_object_new (HW_TYPE_INTERVIEW, NULL);
  self->questionnaire = hw_questionnaire_ref (questionnaire);
  self->order = hw_order_new (questionnaire);
  self->id = g_strdup (id);
  self->language = g_strdup (hw_questionnaire_get_languages (questionnaire)[0]);
  self->root = hw_item_new (self, HW_ITEM_GROUP, hw_questionnaire_get_root (questionnaire), NULL);
  self->root->row_id = g_strdup (id);
  self->document = hw_instance_new_document (self->root);
  hw_interview_build_children (self, self->root);
  g_hash_table_insert (self->rows, self->root->row_id, self->root);
  hooks.choice_label = find_label_cb;
  hooks.column = find_column_cb;
  hooks.node = find_node_cb;
  hooks.instance = find_instance_cb;
  hooks.itext = find_itext_cb;
  hooks.last_saved = find_last_saved_cb;
  hooks.data = self;
  self->context = hw_expression_context_new (self->document, &hooks);
  hw_expression_context_set_language (self->context, self->language);
  self->restoring = TRUE;
  return self;
}

/**
 * hw_interview_new:
 * @questionnaire: what is asked
 *
 * Returns: (transfer full): a new interview with a new UUID, metadata and defaults filled, all
 * computed
 */
HwInterview *
hw_interview_new (HwQuestionnaire *questionnaire)
{
  g_autofree char *id = g_uuid_string_random ();
  HwInterview *self = hw_interview_new_with_id (questionnaire, id);

  g_return_val_if_fail (self != NULL, NULL);
  self->restoring = FALSE;
  self->is_starting = TRUE;
  hw_interview_begin (self, NULL);
  hw_interview_mark (self, self->root, HW_ASPECT_STATE);
  hw_interview_end_quietly (self);
  self->is_starting = FALSE;
  return self;
}

/**
 * hw_interview_set_last_saved:
 * @self: a new interview
 * @func: (nullable): gives the answer to a question in the interview that was finished before this
 *   one, (transfer full) (nullable), by the name of the question
 * @data: for @func
 * @destroy: (nullable): of @data, when it is not needed any more
 *
 * Defaults that take over what was answered last time do so now, where nobody has answered yet, and
 * in rows that are made later. No "changed" is emitted: to be called before the interview is shown
 * or stored.
 */
void
hw_interview_set_last_saved (HwInterview *self,
                             HwLastSavedFunc func,
                             gpointer data,
                             GDestroyNotify destroy)
{
  g_return_if_fail (HW_IS_INTERVIEW (self));

  clear_last_saved (self);
  self->last_saved = func;
  self->last_saved_data = data;
  self->last_saved_destroy = destroy;
  if (self->restoring)
    return;
  hw_interview_begin (self, NULL);
  hw_interview_apply_last_saved (self);
  hw_interview_end_quietly (self);
}

/**
 * hw_interview_get_id:
 * @self: an interview
 *
 * Returns: (transfer none): its UUID
 */
const char *
hw_interview_get_id (HwInterview *self)
{
  g_return_val_if_fail (HW_IS_INTERVIEW (self), NULL);
  return self->id;
}

/**
 * hw_interview_get_questionnaire:
 * @self: an interview
 *
 * Returns: (transfer none): what is asked
 */
HwQuestionnaire *
hw_interview_get_questionnaire (HwInterview *self)
{
  g_return_val_if_fail (HW_IS_INTERVIEW (self), NULL);
  return self->questionnaire;
}

/**
 * hw_interview_get_root:
 * @self: an interview
 *
 * Returns: (transfer none): the household; its children are the sections of the outline
 */
HwItem *
hw_interview_get_root (HwInterview *self)
{
  g_return_val_if_fail (HW_IS_INTERVIEW (self), NULL);
  return self->root;
}

/**
 * hw_interview_get_language:
 * @self: an interview
 *
 * Returns: (transfer none): the language of labels and messages
 */
const char *
hw_interview_get_language (HwInterview *self)
{
  g_return_val_if_fail (HW_IS_INTERVIEW (self), NULL);
  return self->language;
}

/**
 * hw_interview_set_language:
 * @self: an interview
 * @language: (nullable): one of the questionnaire's; %NULL for its first
 *
 * Labels, hints and messages of all items follow; answers do not change.
 */
void
hw_interview_set_language (HwInterview *self,
                           const char *language)
{
  g_return_if_fail (HW_IS_INTERVIEW (self));

  if (language == NULL)
    language = hw_questionnaire_get_languages (self->questionnaire)[0];
  if (g_strcmp0 (language, self->language) == 0)
    return;
  g_free (self->language);
  self->language = g_strdup (language);
  hw_expression_context_set_language (self->context, language);
  hw_interview_begin (self, NULL);
  for (HwItem *item = self->root; item != NULL;
       item = hw_item_next (item, self->root, FALSE, FALSE))
    {
      hw_interview_add_news (self, item, HW_NEWS_LABEL);
      if (item->relevant && item->kind == HW_ITEM_QUESTION)
        hw_interview_mark (self, item, HW_ASPECT_CHECK);
    }
  hw_interview_end (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LANGUAGE]);
}

/**
 * hw_interview_dup_xml:
 * @self: an interview
 *
 * Returns: (transfer full): the instance as XML, what does not apply now empty
 */
char *
hw_interview_dup_xml (HwInterview *self)
{
  g_return_val_if_fail (HW_IS_INTERVIEW (self), NULL);
  return hw_instance_dup_xml (self->document);
}
