/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/entry/entry-session.h"

#include "ui/entry/undo-stack.h"

typedef struct
{
  char *typed;
  char *reason;
} Draft;

struct _HwEntrySession
{
  GObject parent_instance;

  HwSurveyFile *file;
  HwInterview *interview;
  HwWriter *writer;

  GHashTable *drafts;  /* HwItem -> Draft */
  GHashTable *seen;    /* HwItem, a set */
  gboolean all_seen;
  GHashTable *remarks; /* "question row" -> GPtrArray of HwComment */
  HwUndoStack *undo;
  HwMediaFiles *media; /* NULL until it is needed */
};

G_DEFINE_FINAL_TYPE (HwEntrySession, hw_entry_session, G_TYPE_OBJECT)

enum
{
  RESET,
  DRAFT_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
free_draft (gpointer data)
{
  Draft *draft = data;

  g_free (draft->typed);
  g_free (draft->reason);
  g_free (draft);
}

static char *
dup_remark_key (const char *question,
                const char *row_id)
{
  return g_strdup_printf ("%s %s", question != NULL ? question : "", row_id != NULL ? row_id : "");
}

static char *
dup_item_key (HwEntrySession *self,
              HwItem *item)
{
  HwItem *row = hw_item_get_row (item);

  return dup_remark_key (hw_question_get_name (hw_item_get_question (item)),
                         row != NULL ? hw_item_get_row_id (row) : NULL);
}

/* A file may name the row of a household question by the interview itself. */
static void
read_remarks (HwEntrySession *self)
{
  const char *id = hw_interview_get_id (self->interview);
  g_autoptr (GPtrArray) all = hw_survey_file_list_comments (self->file, id, NULL);

  g_hash_table_remove_all (self->remarks);
  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      HwComment *comment = g_ptr_array_index (all, i);
      gboolean in_row = comment->row_id != NULL && g_strcmp0 (comment->row_id, id) != 0;
      g_autofree char *key = dup_remark_key (comment->question, in_row ? comment->row_id : NULL);
      GPtrArray *list = g_hash_table_lookup (self->remarks, key);

      if (list == NULL)
        {
          list = g_ptr_array_new_with_free_func ((GDestroyNotify) hw_comment_free);
          g_hash_table_insert (self->remarks, g_steal_pointer (&key), list);
        }
      g_ptr_array_add (list, comment);
    }
  /* What is in the lists belongs to the lists now. */
  if (all != NULL)
    {
      g_ptr_array_set_free_func (all, NULL);
      g_ptr_array_set_size (all, 0);
    }
}

static void
changed_cb (HwEntrySession *self,
            GPtrArray *changes)
{
  for (guint i = 0; i < changes->len; i++)
    {
      HwChange *change = g_ptr_array_index (changes, i);

      if (change->kind == HW_CHANGE_VALUE)
        g_hash_table_remove (self->drafts, change->item);
    }
  hw_undo_stack_remember (self->undo, changes);
}

static void
hw_entry_session_dispose (GObject *object)
{
  HwEntrySession *self = HW_ENTRY_SESSION (object);

  if (self->interview != NULL)
    g_signal_handlers_disconnect_by_data (self->interview, self);
  g_clear_object (&self->writer);
  g_clear_object (&self->interview);
  g_clear_object (&self->file);
  G_OBJECT_CLASS (hw_entry_session_parent_class)->dispose (object);
}

static void
hw_entry_session_finalize (GObject *object)
{
  HwEntrySession *self = HW_ENTRY_SESSION (object);

  g_hash_table_unref (self->drafts);
  g_hash_table_unref (self->seen);
  g_hash_table_unref (self->remarks);
  hw_undo_stack_free (self->undo);
  g_clear_pointer (&self->media, hw_media_files_free);
  G_OBJECT_CLASS (hw_entry_session_parent_class)->finalize (object);
}

static void
hw_entry_session_class_init (HwEntrySessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = hw_entry_session_dispose;
  object_class->finalize = hw_entry_session_finalize;

  signals[RESET] = g_signal_new ("reset", HW_TYPE_ENTRY_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[DRAFT_CHANGED] = g_signal_new ("draft-changed", HW_TYPE_ENTRY_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, HW_TYPE_ITEM);
}

static void
hw_entry_session_init (HwEntrySession *self)
{
  self->drafts = g_hash_table_new_full (NULL, NULL, g_object_unref, free_draft);
  self->seen = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  self->remarks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
}

/**
 * hw_entry_session_new:
 * @file: the survey
 * @interview: the interview to be filled in
 * @is_new: whether @file does not have it yet; it is then stored with its first answer's transaction
 * @error: what a writer could not do
 *
 * Returns: (transfer full): a sitting, every change of which is committed from now on; %NULL with @error set
 */
HwEntrySession *
hw_entry_session_new (HwSurveyFile *file,
                      HwInterview *interview,
                      gboolean is_new,
                      GError **error)
{
  g_autoptr (HwEntrySession) self = NULL;

  g_return_val_if_fail (HW_IS_SURVEY_FILE (file), NULL);
  g_return_val_if_fail (HW_IS_INTERVIEW (interview), NULL);

  self = g_object_new (HW_TYPE_ENTRY_SESSION, NULL);
  self->file = g_object_ref (file);
  self->interview = g_object_ref (interview);
  self->writer = hw_writer_new (file, interview, is_new, error);
  if (self->writer == NULL)
    return NULL;
  self->undo = hw_undo_stack_new (interview);
  if (!is_new)
    {
      read_remarks (self);
      hw_undo_stack_read_trail (self->undo, file);
    }
  g_signal_connect_swapped (interview, "changed", G_CALLBACK (changed_cb), self);
  return g_steal_pointer (&self);
}

/**
 * hw_entry_session_get_file:
 * @self: a sitting
 *
 * Returns: (transfer none): the survey
 */
HwSurveyFile *
hw_entry_session_get_file (HwEntrySession *self)
{
  g_return_val_if_fail (HW_IS_ENTRY_SESSION (self), NULL);
  return self->file;
}

/**
 * hw_entry_session_get_interview:
 * @self: a sitting
 *
 * Returns: (transfer none): the interview
 */
HwInterview *
hw_entry_session_get_interview (HwEntrySession *self)
{
  g_return_val_if_fail (HW_IS_ENTRY_SESSION (self), NULL);
  return self->interview;
}

/**
 * hw_entry_session_get_writer:
 * @self: a sitting
 *
 * Returns: (transfer none): who commits it
 */
HwWriter *
hw_entry_session_get_writer (HwEntrySession *self)
{
  g_return_val_if_fail (HW_IS_ENTRY_SESSION (self), NULL);
  return self->writer;
}

/**
 * hw_entry_session_get_media:
 * @self: a sitting
 *
 * Returns: (transfer none): the pictures that came with the questionnaire
 */
HwMediaFiles *
hw_entry_session_get_media (HwEntrySession *self)
{
  g_return_val_if_fail (HW_IS_ENTRY_SESSION (self), NULL);

  if (self->media == NULL)
    self->media = hw_media_files_new (hw_interview_get_questionnaire (self->interview));
  return self->media;
}

/**
 * hw_entry_session_answer:
 * @self: a sitting
 * @item: a question
 * @value: its answer
 * @error: why the question does not take it
 *
 * Returns: whether @value is the answer now
 */
gboolean
hw_entry_session_answer (HwEntrySession *self,
                         HwItem *item,
                         HwValue *value,
                         GError **error)
{
  g_return_val_if_fail (HW_IS_ENTRY_SESSION (self), FALSE);
  g_return_val_if_fail (HW_IS_ITEM (item), FALSE);

  if (hw_value_equal (value, hw_item_get_value (item)))
    {
      hw_entry_session_keep_draft (self, item, NULL, NULL);
      return TRUE;
    }
  if (!hw_interview_answer (self->interview, item, value, NULL, error))
    return FALSE;
  hw_entry_session_keep_draft (self, item, NULL, NULL);
  return TRUE;
}

/**
 * hw_entry_session_answer_text:
 * @self: a sitting
 * @item: a question
 * @text: the answer as the interview reads it
 * @typed: what stands in the field
 *
 * Text that is no answer stays as the draft of @item, with the sentence that says why.
 *
 * Returns: whether @text is the answer now
 */
gboolean
hw_entry_session_answer_text (HwEntrySession *self,
                              HwItem *item,
                              const char *text,
                              const char *typed)
{
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (HW_IS_ENTRY_SESSION (self), FALSE);
  g_return_val_if_fail (HW_IS_ITEM (item), FALSE);
  g_return_val_if_fail (text != NULL && typed != NULL, FALSE);

  if (!hw_interview_answer_text (self->interview, item, text, &error))
    {
      hw_entry_session_keep_draft (self, item, typed, error->message);
      return FALSE;
    }
  hw_entry_session_keep_draft (self, item, NULL, NULL);
  return TRUE;
}

/**
 * hw_entry_session_keep_draft:
 * @self: a sitting
 * @item: a question
 * @typed: (nullable): what stands in its field and is no answer; %NULL when that is over
 * @reason: (nullable): why not
 */
void
hw_entry_session_keep_draft (HwEntrySession *self,
                             HwItem *item,
                             const char *typed,
                             const char *reason)
{
  Draft *draft;

  g_return_if_fail (HW_IS_ENTRY_SESSION (self));
  g_return_if_fail (HW_IS_ITEM (item));

  if (typed == NULL)
    {
      if (!g_hash_table_remove (self->drafts, item))
        return;
    }
  else
    {
      draft = g_new0 (Draft, 1);
      draft->typed = g_strdup (typed);
      draft->reason = g_strdup (reason);
      g_hash_table_replace (self->drafts, g_object_ref (item), draft);
    }
  g_signal_emit (self, signals[DRAFT_CHANGED], 0, item);
}

/**
 * hw_entry_session_get_draft:
 * @self: a sitting
 * @item: a question
 * @reason: (out) (optional) (nullable): why it is no answer
 *
 * Returns: (nullable) (transfer none): text that was typed for @item and is no answer
 */
const char *
hw_entry_session_get_draft (HwEntrySession *self,
                            HwItem *item,
                            const char **reason)
{
  Draft *draft;

  g_return_val_if_fail (HW_IS_ENTRY_SESSION (self), NULL);

  draft = g_hash_table_lookup (self->drafts, item);
  if (reason != NULL)
    *reason = draft != NULL ? draft->reason : NULL;
  return draft != NULL ? draft->typed : NULL;
}

static gboolean
collect_draft_cb (HwItem *item,
                  gpointer data)
{
  gpointer *both = data;

  if (g_hash_table_contains (both[0], item))
    g_ptr_array_add (both[1], item);
  return TRUE;
}

/**
 * hw_entry_session_list_drafts:
 * @self: a sitting
 *
 * Returns: (transfer container) (element-type HwItem): the questions whose field holds text that is no answer, in document order
 */
GPtrArray *
hw_entry_session_list_drafts (HwEntrySession *self)
{
  GPtrArray *items = g_ptr_array_new ();
  gpointer both[] = { self->drafts, items };

  g_return_val_if_fail (HW_IS_ENTRY_SESSION (self), items);

  if (g_hash_table_size (self->drafts) > 0)
    hw_interview_foreach_question (self->interview, TRUE, collect_draft_cb, both);
  return items;
}

/**
 * hw_entry_session_mark_seen:
 * @self: a sitting
 * @item: a question that the person leaves
 *
 * From now on it is worth a word that nothing is there.
 */
void
hw_entry_session_mark_seen (HwEntrySession *self,
                            HwItem *item)
{
  g_return_if_fail (HW_IS_ENTRY_SESSION (self));
  g_return_if_fail (HW_IS_ITEM (item));
  g_hash_table_add (self->seen, g_object_ref (item));
}

/**
 * hw_entry_session_is_seen:
 * @self: a sitting
 * @item: a question
 *
 * Returns: whether the person has been there
 */
gboolean
hw_entry_session_is_seen (HwEntrySession *self,
                          HwItem *item)
{
  g_return_val_if_fail (HW_IS_ENTRY_SESSION (self), FALSE);
  return self->all_seen || g_hash_table_contains (self->seen, item);
}

/**
 * hw_entry_session_see_all:
 * @self: a sitting
 *
 * The person wants to finish: whatever is missing is now worth a word.
 */
void
hw_entry_session_see_all (HwEntrySession *self)
{
  g_return_if_fail (HW_IS_ENTRY_SESSION (self));
  if (self->all_seen)
    return;
  self->all_seen = TRUE;
  g_signal_emit (self, signals[RESET], 0);
}

/**
 * hw_entry_session_get_remarks:
 * @self: a sitting
 * @item: a question
 *
 * Returns: (nullable) (transfer none) (element-type HwComment): what was remarked on it
 */
GPtrArray *
hw_entry_session_get_remarks (HwEntrySession *self,
                              HwItem *item)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (HW_IS_ENTRY_SESSION (self), NULL);
  g_return_val_if_fail (HW_IS_ITEM (item), NULL);

  if (g_hash_table_size (self->remarks) == 0)
    return NULL;
  key = dup_item_key (self, item);
  return g_hash_table_lookup (self->remarks, key);
}

/**
 * hw_entry_session_add_remark:
 * @self: a sitting
 * @item: a question
 * @text: a note on it
 * @error: what went wrong
 *
 * Returns: whether the note is in the file
 */
gboolean
hw_entry_session_add_remark (HwEntrySession *self,
                             HwItem *item,
                             const char *text,
                             GError **error)
{
  HwItem *row;

  g_return_val_if_fail (HW_IS_ENTRY_SESSION (self), FALSE);
  g_return_val_if_fail (HW_IS_ITEM (item), FALSE);

  /* The note names the interview, which must be there first. */
  if (!hw_writer_flush (self->writer, error))
    return FALSE;
  row = hw_item_get_row (item);
  if (!hw_survey_file_add_comment (self->file, hw_interview_get_id (self->interview), hw_item_get_question (item),
                                   row != NULL ? hw_item_get_row_id (row) : NULL, text, error))
    return FALSE;
  read_remarks (self);
  g_signal_emit (self, signals[DRAFT_CHANGED], 0, item);
  return TRUE;
}

/**
 * hw_entry_session_undo:
 * @self: a sitting
 *
 * Takes back the last answer, of this sitting or of one before.
 *
 * Returns: (nullable) (transfer none): the question whose answer it was; %NULL when there is none
 */
HwItem *
hw_entry_session_undo (HwEntrySession *self)
{
  g_return_val_if_fail (HW_IS_ENTRY_SESSION (self), NULL);
  return hw_undo_stack_back (self->undo);
}

/**
 * hw_entry_session_redo:
 * @self: a sitting
 *
 * Gives again the answer that was taken back last.
 *
 * Returns: (nullable) (transfer none): its question
 */
HwItem *
hw_entry_session_redo (HwEntrySession *self)
{
  g_return_val_if_fail (HW_IS_ENTRY_SESSION (self), NULL);
  return hw_undo_stack_forward (self->undo);
}

/**
 * hw_entry_session_set_language:
 * @self: a sitting
 * @language: one of the questionnaire's
 */
void
hw_entry_session_set_language (HwEntrySession *self,
                               const char *language)
{
  g_return_if_fail (HW_IS_ENTRY_SESSION (self));
  hw_interview_set_language (self->interview, language);
  g_signal_emit (self, signals[RESET], 0);
}
