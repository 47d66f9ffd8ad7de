/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/writer-private.h"

#include <glib/gi18n-lib.h>

#include "store/survey-file-private.h"
#include "store/writer-thread.h"

/* The place of the cursor is not worth a transaction of its own at every step. */
#define CURSOR_MILLISECONDS 300

/* Between the writer and its thread, which may outlive each other for a moment. */
typedef struct
{
  gatomicrefcount ref_count;
  GMainContext *context;
  GWeakRef writer;
  int scheduled; /* atomic */
} Link;

struct _HwWriter
{
  GObject parent_instance;

  HwInterview *interview;
  gulong handler;
  HwWriterThread *thread;
  Link *link;
  GSource *cursor_source;
  char *cursor;
  gboolean cursor_moved;
  char *visit_id;

  /* what was told last */
  guint pending;
  GDateTime *saved_at;
  GError *error;
};

G_DEFINE_FINAL_TYPE (HwWriter, hw_writer, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_PENDING,
  PROP_SAVED_AT,
  PROP_ERROR,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static Link *
link_ref (Link *link)
{
  g_atomic_ref_count_inc (&link->ref_count);
  return link;
}

static void
link_unref (gpointer data)
{
  Link *link = data;

  if (!g_atomic_ref_count_dec (&link->ref_count))
    return;
  g_weak_ref_clear (&link->writer);
  g_main_context_unref (link->context);
  g_free (link);
}

/* Takes over what the thread reports and tells listeners what of it is new. */
static void
update (HwWriter *self)
{
  HwWriterReport report = { 0 };

  if (self->thread == NULL)
    return;
  hw_writer_thread_report (self->thread, &report);
  g_object_freeze_notify (G_OBJECT (self));
  if (report.pending != self->pending)
    {
      self->pending = report.pending;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PENDING]);
    }
  if (report.saved_at != self->saved_at)
    {
      g_clear_pointer (&self->saved_at, g_date_time_unref);
      self->saved_at = g_steal_pointer (&report.saved_at);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SAVED_AT]);
    }
  if (g_strcmp0 (report.error != NULL ? report.error->message : NULL,
                 self->error != NULL ? self->error->message : NULL)
      != 0)
    {
      g_clear_error (&self->error);
      self->error = g_steal_pointer (&report.error);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);
    }
  g_clear_pointer (&report.saved_at, g_date_time_unref);
  g_clear_error (&report.error);
  g_object_thaw_notify (G_OBJECT (self));
}

static gboolean
reported_cb (gpointer data)
{
  Link *link = data;
  g_autoptr (HwWriter) self = g_weak_ref_get (&link->writer);

  g_atomic_int_set (&link->scheduled, FALSE);
  if (self != NULL)
    update (self);
  return G_SOURCE_REMOVE;
}

/* On the writer's thread. */
static void
attempted_cb (gpointer data)
{
  Link *link = data;
  g_autoptr (GSource) source = NULL;

  if (!g_atomic_int_compare_and_exchange (&link->scheduled, FALSE, TRUE))
    return;
  source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, reported_cb, link_ref (link), link_unref);
  g_source_attach (source, link->context);
}

static void
stop_cursor_source (HwWriter *self)
{
  if (self->cursor_source == NULL)
    return;
  g_source_destroy (self->cursor_source);
  g_clear_pointer (&self->cursor_source, g_source_unref);
}

static void
push (HwWriter *self,
      HwRecord *record)
{
  stop_cursor_source (self);
  if (self->cursor_moved)
    hw_record_set_cursor (record, self->cursor);
  self->cursor_moved = FALSE;
  hw_record_set_visit (record, self->visit_id);
  hw_writer_thread_push (self->thread, record);
  update (self);
}

static void
push_cursor (HwWriter *self)
{
  if (self->cursor_moved)
    push (self, hw_record_new (self->interview));
}

static gboolean
cursor_rested_cb (gpointer data)
{
  HwWriter *self = data;

  g_clear_pointer (&self->cursor_source, g_source_unref);
  push_cursor (self);
  return G_SOURCE_REMOVE;
}

static void
interview_changed_cb (HwInterview *interview,
                      GPtrArray *changes,
                      HwWriter *self)
{
  HwRecord *record = hw_record_new (interview);

  hw_record_add_changes (record, interview, changes);
  push (self, record);
}

static void
hw_writer_dispose (GObject *object)
{
  HwWriter *self = HW_WRITER (object);

  if (self->interview != NULL)
    {
      g_clear_signal_handler (&self->handler, self->interview);
      push_cursor (self);
    }
  stop_cursor_source (self);
  if (self->thread != NULL)
    hw_writer_thread_wait (self->thread);
  update (self);
  g_clear_pointer (&self->thread, hw_writer_thread_free);
  g_clear_pointer (&self->link, link_unref);
  g_clear_object (&self->interview);
  G_OBJECT_CLASS (hw_writer_parent_class)->dispose (object);
}

static void
hw_writer_finalize (GObject *object)
{
  HwWriter *self = HW_WRITER (object);

  g_clear_pointer (&self->cursor, g_free);
  g_clear_pointer (&self->visit_id, g_free);
  g_clear_pointer (&self->saved_at, g_date_time_unref);
  g_clear_error (&self->error);
  G_OBJECT_CLASS (hw_writer_parent_class)->finalize (object);
}

static void
hw_writer_get_property (GObject *object,
                        guint id,
                        GValue *value,
                        GParamSpec *pspec)
{
  HwWriter *self = HW_WRITER (object);

  switch (id)
    {
    case PROP_PENDING:
      g_value_set_uint (value, self->pending);
      break;
    case PROP_SAVED_AT:
      g_value_set_boxed (value, self->saved_at);
      break;
    case PROP_ERROR:
      g_value_set_boxed (value, self->error);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
hw_writer_class_init (HwWriterClass *class)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->dispose = hw_writer_dispose;
  object_class->finalize = hw_writer_finalize;
  object_class->get_property = hw_writer_get_property;

  properties[PROP_PENDING] = g_param_spec_uint ("pending", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_SAVED_AT] = g_param_spec_boxed ("saved-at", NULL, NULL, G_TYPE_DATE_TIME, flags);
  properties[PROP_ERROR] = g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
hw_writer_init (HwWriter *self)
{
  self->visit_id = g_uuid_string_random ();
}

static void
start (HwWriter *self,
       HwSurveyFile *file,
       HwInterview *interview,
       HwDatabase *database)
{
  self->interview = g_object_ref (interview);
  self->link = g_new0 (Link, 1);
  g_atomic_ref_count_init (&self->link->ref_count);
  self->link->context = g_main_context_ref_thread_default ();
  g_weak_ref_init (&self->link->writer, self);
  self->thread
      = hw_writer_thread_new (database, hw_survey_file_get_tables (file), attempted_cb, self->link);
  self->handler = g_signal_connect (interview, "changed", G_CALLBACK (interview_changed_cb), self);
}

/* What is approved is what the tables stand on, and what is void does not count: neither changes by the way. */
static gboolean
check_open (HwSurveyFile *file,
            HwInterview *interview,
            GError **error)
{
  g_autoptr (HwInterviewSummary) summary
      = hw_survey_file_get_summary (file, hw_interview_get_id (interview), error);

  if (summary == NULL)
    return FALSE;
  switch (hw_interview_summary_get_status (summary))
    {
    case HW_STATUS_APPROVED:
      g_set_error_literal (error, HW_STORE_ERROR, HW_STORE_ERROR_NOT_ALLOWED,
                           _("This interview is approved. Return it before something is changed."));
      return FALSE;
    case HW_STATUS_VOID:
      g_set_error_literal (error, HW_STORE_ERROR, HW_STORE_ERROR_NOT_ALLOWED,
                           _("This interview is void. Take it up again before something is changed."));
      return FALSE;
    case HW_STATUS_UNDER_WAY:
    case HW_STATUS_COMPLETED:
    case HW_STATUS_RETURNED:
    default:
      return TRUE;
    }
}

/**
 * hw_writer_new:
 * @file: a survey, open for writing
 * @interview: the live interview
 * @is_new: whether it is not in the file yet; it is then stored whole at once, as under way
 * @error: return location; NOT_ALLOWED when the interview is approved or void
 *
 * From now on every change of @interview is committed in order, each in a transaction of its own,
 * on a thread of the writer's. Letting the writer go waits for what is still to be committed.
 *
 * Returns: (transfer full) (nullable): the writer
 */
HwWriter *
hw_writer_new (HwSurveyFile *file,
               HwInterview *interview,
               gboolean is_new,
               GError **error)
{
  HwDatabase *database;
  HwWriter *self;

  g_return_val_if_fail (HW_IS_SURVEY_FILE (file) && HW_IS_INTERVIEW (interview), NULL);

  if (!hw_survey_file_check_writable (file, error)
      || (!is_new && !check_open (file, interview, error)))
    return NULL;
  database = hw_database_open (hw_survey_file_get_path (file), HW_DATABASE_WRITE, error);
  if (database == NULL)
    return NULL;
  self = g_object_new (HW_TYPE_WRITER, NULL);
  start (self, file, interview, database);
  if (is_new)
    {
      HwRecord *record = hw_record_new (interview);

      hw_record_set_new (record, "entry", HW_STATUS_UNDER_WAY);
      hw_record_add_whole (record, interview, NULL);
      push (self, record);
    }
  return self;
}

/**
 * hw_writer_set_cursor:
 * @self: a writer
 * @ref: where work goes on
 *
 * Remembers the place; it is committed with the next answer, or when the cursor has rested a
 * moment.
 */
void
hw_writer_set_cursor (HwWriter *self,
                      const char *ref)
{
  g_return_if_fail (HW_IS_WRITER (self));

  if (g_strcmp0 (self->cursor, ref) == 0)
    return;
  g_free (self->cursor);
  self->cursor = g_strdup (ref);
  self->cursor_moved = ref != NULL;
  stop_cursor_source (self);
  if (ref == NULL)
    return;
  self->cursor_source = g_timeout_source_new (CURSOR_MILLISECONDS);
  g_source_set_callback (self->cursor_source, cursor_rested_cb, self, NULL);
  g_source_attach (self->cursor_source, self->link->context);
}

/**
 * hw_writer_get_pending:
 * @self: a writer
 *
 * Returns: how many transactions are not yet committed
 */
guint
hw_writer_get_pending (HwWriter *self)
{
  g_return_val_if_fail (HW_IS_WRITER (self), 0);
  return self->pending;
}

/**
 * hw_writer_get_saved_at:
 * @self: a writer
 *
 * Returns: (transfer none) (nullable): when the last commit returned
 */
GDateTime *
hw_writer_get_saved_at (HwWriter *self)
{
  g_return_val_if_fail (HW_IS_WRITER (self), NULL);
  return self->saved_at;
}

/**
 * hw_writer_get_error:
 * @self: a writer
 *
 * Returns: (transfer none) (nullable): why the last attempt failed; %NULL when it did not
 */
const GError *
hw_writer_get_error (HwWriter *self)
{
  g_return_val_if_fail (HW_IS_WRITER (self), NULL);
  return self->error;
}

/**
 * hw_writer_retry:
 * @self: a writer
 *
 * Tries again what has failed; the properties tell what became of it.
 */
void
hw_writer_retry (HwWriter *self)
{
  g_return_if_fail (HW_IS_WRITER (self));
  hw_writer_thread_retry (self->thread);
}

/**
 * hw_writer_flush:
 * @self: a writer
 * @error: return location
 *
 * Waits until all is committed, trying once more what has failed.
 *
 * Returns: whether nothing is left
 */
gboolean
hw_writer_flush (HwWriter *self,
                 GError **error)
{
  g_return_val_if_fail (HW_IS_WRITER (self), FALSE);

  push_cursor (self);
  hw_writer_thread_wait (self->thread);
  update (self);
  if (self->pending == 0)
    return TRUE;
  if (self->error != NULL)
    g_propagate_error (error, g_error_copy (self->error));
  return FALSE;
}

/**
 * hw_writer_limit_pages:
 * @self: a writer
 * @n_pages: as hw_database_limit_pages() takes it
 */
void
hw_writer_limit_pages (HwWriter *self,
                       guint n_pages)
{
  hw_writer_thread_limit_pages (self->thread, n_pages);
}
