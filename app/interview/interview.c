/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "interview/interview-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "interview/answer-text.h"
#include "interview/instance.h"

G_DEFINE_QUARK (hw-interview-error-quark, hw_interview_error)

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
  HwQuestion *question = hw_questionnaire_find (self->questionnaire, name);
  HwChoiceList *choices = question != NULL ? hw_question_get_choices (question) : NULL;
  HwChoice *choice = choices != NULL ? hw_choice_list_find (choices, value) : NULL;

  return choice != NULL ? g_strdup (hw_choice_get_label (choice, self->language)) : NULL;
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
  g_clear_pointer (&self->queue, hw_queue_free);
  g_clear_pointer (&self->checks, g_ptr_array_unref);
  g_clear_pointer (&self->touched, g_ptr_array_unref);
  g_clear_pointer (&self->touched_rows, g_ptr_array_unref);
  g_clear_pointer (&self->confirmed, g_ptr_array_unref);
  g_clear_pointer (&self->news, g_ptr_array_unref);
  g_clear_pointer (&self->not_answered, hw_value_unref);
  g_clear_pointer (&self->order, hw_order_free);
  g_clear_pointer (&self->questionnaire, hw_questionnaire_unref);
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
  properties[PROP_LANGUAGE] = g_param_spec_string (
      "language", NULL, NULL, NULL,
      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * HwInterview::changed:
   * @changes: (element-type HwChange): what the wish has changed
   */
  g_signal_new ("changed", HW_TYPE_INTERVIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                G_TYPE_PTR_ARRAY | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static void
hw_interview_init (HwInterview *self)
{
  self->not_answered = hw_value_new_missing (HW_MISSING_NOT_ANSWERED);
  self->rows = g_hash_table_new (g_str_hash, g_str_equal);
  self->removed = g_ptr_array_new_with_free_func (g_object_unref);
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
 * Returns: (transfer full): an interview to be restored from a store: empty, and nothing computed until
 *   hw_interview_finish_restoring()
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
  hooks.data = self;
  self->context = hw_expression_context_new (self->document, &hooks);
  self->restoring = TRUE;
  return self;
}

/**
 * hw_interview_new:
 * @questionnaire: what is asked
 *
 * Returns: (transfer full): a new interview with a new UUID, metadata and defaults filled, all computed
 */
HwInterview *
hw_interview_new (HwQuestionnaire *questionnaire)
{
  g_autofree char *id = g_uuid_string_random ();
  HwInterview *self = hw_interview_new_with_id (questionnaire, id);

  g_return_val_if_fail (self != NULL, NULL);
  self->restoring = FALSE;
  hw_interview_begin (self, NULL);
  hw_interview_mark (self, self->root, HW_ASPECT_STATE);
  hw_interview_end_quietly (self);
  return self;
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

static gboolean
refuse (GError **error,
        HwInterviewError code,
        const char *message)
{
  g_set_error_literal (error, HW_INTERVIEW_ERROR, (int) code, message);
  return FALSE;
}

static gboolean
allow_choices (HwInterview *self,
               HwItem *item,
               const char *text,
               GError **error)
{
  HwChoiceList *choices = hw_question_get_choices (item->question);
  g_auto (GStrv) codes = NULL;

  if (choices == NULL || hw_question_get_choice_filter (item->question) == NULL)
    return TRUE;
  codes = g_strsplit (text, " ", -1);
  for (guint i = 0; codes[i] != NULL; i++)
    {
      HwChoice *choice = hw_choice_list_find (choices, codes[i]);

      if (choice != NULL && hw_interview_allows_choice (self, item, choice))
        continue;
      g_set_error (error, HW_INTERVIEW_ERROR, HW_INTERVIEW_ERROR_BAD_ANSWER,
                   _("“%s” is not among the choices that apply here."), codes[i]);
      return FALSE;
    }
  return TRUE;
}

/* The answer in canonical form, or NULL with the reason why the question does not take it. */
static HwValue *
take_answer (HwInterview *self,
             HwItem *item,
             HwValue *value,
             GError **error)
{
  HwMissing missing = hw_value_get_missing (value);
  g_autoptr (HwValue) answer = NULL;

  if (item->kind != HW_ITEM_QUESTION || !hw_question_is_answerable (item->question))
    {
      refuse (error, HW_INTERVIEW_ERROR_NOT_ALLOWED,
              _("This is filled in by the program and cannot be answered."));
      return NULL;
    }
  if (missing == HW_MISSING_NONE)
    answer = hw_answer_new_from_text (item->question, hw_value_get_text (value), error);
  else
    answer = hw_value_ref (value);
  if (answer == NULL)
    return NULL;
  missing = hw_value_get_missing (answer);
  if ((missing & ~(HW_MISSING_NOT_ANSWERED | hw_question_get_missing (item->question))) != 0)
    {
      refuse (error, HW_INTERVIEW_ERROR_NOT_ALLOWED,
              _("This question does not take that kind of missing answer."));
      return NULL;
    }
  if (missing == HW_MISSING_NONE && !allow_choices (self, item, hw_value_get_text (answer), error))
    return NULL;
  return g_steal_pointer (&answer);
}

/* An answer to what does not apply now, such as one that was still being typed, is kept as dormant. */
static void
set_answer (HwInterview *self,
            HwItem *item,
            HwValue *answer)
{
  gboolean cleared = hw_value_get_missing (answer) == HW_MISSING_NOT_ANSWERED;

  if (!hw_value_equal (answer, item->kept) && item->confirmed != NULL)
    {
      g_clear_pointer (&item->confirmed, g_free);
      hw_interview_add_news (self, item, HW_NEWS_CONFIRMED);
    }
  hw_interview_touch (self, item);
  item->from_person = TRUE;
  item->by_person = !cleared;
  item->restored = FALSE;
  item->default_done = TRUE;
  hw_value_unref (item->kept);
  item->kept = hw_value_ref (answer);
  if (item->relevant)
    {
      hw_interview_show (self, item, answer, FALSE);
      if (cleared && hw_question_get_calculation (item->question) != NULL)
        hw_interview_mark (self, item, HW_ASPECT_CALCULATION);
    }
  else
    hw_interview_put_to_sleep (self, item, FALSE);
}

/**
 * hw_interview_answer:
 * @self: an interview
 * @item: a question
 * @value: the answer, or a kind of missing; %HW_MISSING_NOT_ANSWERED clears
 * @reason: (nullable): why, for the trail
 * @error: return location for a #GError, or %NULL
 *
 * Whatever breaks a constraint or a soft check is taken and flagged. Only what is no answer at all is refused.
 * Where a calculation proposes an answer, clearing brings its proposal back.
 *
 * Returns: %FALSE with %HW_INTERVIEW_ERROR_BAD_ANSWER or %HW_INTERVIEW_ERROR_NOT_ALLOWED, and nothing changed
 */
gboolean
hw_interview_answer (HwInterview *self,
                     HwItem *item,
                     HwValue *value,
                     const char *reason,
                     GError **error)
{
  g_autoptr (HwValue) answer = NULL;

  g_return_val_if_fail (HW_IS_INTERVIEW (self), FALSE);
  g_return_val_if_fail (HW_IS_ITEM (item) && item->interview == self, FALSE);
  g_return_val_if_fail (value != NULL, FALSE);

  answer = take_answer (self, item, value, error);
  if (answer == NULL)
    return FALSE;
  if (hw_value_equal (answer, item->kept)
      && (item->by_person || hw_value_get_missing (answer) == HW_MISSING_NOT_ANSWERED))
    return TRUE;
  hw_interview_begin (self, reason);
  set_answer (self, item, answer);
  hw_interview_end (self);
  return TRUE;
}

/**
 * hw_interview_answer_text:
 * @self: an interview
 * @item: a question
 * @text: the answer as somebody typed it, in the C locale; a declared missing code becomes its kind, "" clears
 * @error: return location for a #GError, or %NULL
 *
 * Returns: as hw_interview_answer()
 */
gboolean
hw_interview_answer_text (HwInterview *self,
                          HwItem *item,
                          const char *text,
                          GError **error)
{
  g_autoptr (HwValue) value = NULL;

  g_return_val_if_fail (text != NULL, FALSE);

  value = hw_value_new (text);
  return hw_interview_answer (self, item, value, NULL, error);
}

/**
 * hw_interview_confirm:
 * @self: an interview
 * @item: a question whose soft check asks
 * @reason: why the answer is right all the same
 *
 * The confirmation holds until the answer changes.
 */
void
hw_interview_confirm (HwInterview *self,
                      HwItem *item,
                      const char *reason)
{
  g_return_if_fail (HW_IS_INTERVIEW (self));
  g_return_if_fail (HW_IS_ITEM (item) && item->interview == self);
  g_return_if_fail (reason != NULL);

  if (!item->odd || g_strcmp0 (item->confirmed, reason) == 0)
    return;
  hw_interview_begin (self, reason);
  g_free (item->confirmed);
  item->confirmed = g_strdup (reason);
  hw_interview_add_news (self, item, HW_NEWS_CONFIRMED);
  hw_interview_mark (self, item, HW_ASPECT_SOFT);
  g_ptr_array_add (self->confirmed, item);
  hw_interview_end (self);
}

/**
 * hw_interview_fill_end:
 * @self: an interview
 *
 * Gives the questions of kind "end" the time; to be called when an interview is finished.
 */
void
hw_interview_fill_end (HwInterview *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *text = g_date_time_format (now, "%Y-%m-%dT%H:%M:%S%:z");
  g_autoptr (HwValue) value = hw_value_new (text);

  g_return_if_fail (HW_IS_INTERVIEW (self));

  hw_interview_begin (self, NULL);
  for (HwItem *item = self->root; item != NULL;
       item = hw_item_next (item, self->root, FALSE, FALSE))
    if (hw_question_get_kind (item->question) == HW_KIND_END && item->relevant)
      {
        hw_value_unref (item->kept);
        item->kept = hw_value_ref (value);
        hw_interview_show (self, item, value, FALSE);
      }
  hw_interview_end (self);
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
