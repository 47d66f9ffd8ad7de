/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/writer-thread.h"

struct _HwWriterThread
{
  GThread *thread;
  HwLevelTables *tables;
  HwWriterNews news;
  gpointer data;

  HwDatabase *database; /* of the thread, once it runs */

  GMutex lock; /* over all below */
  GCond changed;
  GQueue records; /* of HwRecord; the head may be with the thread */
  GDateTime *saved_at;
  GError *error;
  gboolean awake; /* there is something to try */
  gboolean busy;
  gboolean closing;
  gboolean has_limit;
  guint limit;
};

/* With the lock held, which is let go while SQLite writes. */
static void
write_head (HwWriterThread *self)
{
  HwRecord *record = g_queue_peek_head (&self->records);
  gboolean has_limit = self->has_limit;
  guint limit = self->limit;
  GError *error = NULL;
  gboolean saved;

  self->has_limit = FALSE;
  g_mutex_unlock (&self->lock);
  if (has_limit)
    hw_database_limit_pages (self->database, limit);
  saved = hw_record_write (record, self->tables, self->database, &error);
  g_mutex_lock (&self->lock);

  g_clear_error (&self->error);
  if (saved)
    {
      g_queue_pop_head (&self->records);
      hw_record_free (record);
      g_clear_pointer (&self->saved_at, g_date_time_unref);
      self->saved_at = g_date_time_new_now_utc ();
    }
  else
    {
      self->error = error;
      self->awake = FALSE;
    }
}

static gpointer
run (gpointer data)
{
  HwWriterThread *self = data;

  g_mutex_lock (&self->lock);
  while (TRUE)
    {
      while (self->awake && !g_queue_is_empty (&self->records))
        {
          self->busy = TRUE;
          write_head (self);
          g_mutex_unlock (&self->lock);
          self->news (self->data);
          g_mutex_lock (&self->lock);
        }
      self->busy = FALSE;
      self->awake = FALSE;
      g_cond_broadcast (&self->changed);
      if (self->closing)
        break;
      while (!self->awake)
        g_cond_wait (&self->changed, &self->lock);
    }
  g_mutex_unlock (&self->lock);
  return NULL;
}

/**
 * hw_writer_thread_new:
 * @database: (transfer full): the connection
 * @tables: where answers stand
 * @news: called on the thread after each attempt
 * @data: for it
 *
 * Returns: (transfer full): the thread, running
 */
HwWriterThread *
hw_writer_thread_new (HwDatabase *database,
                      HwLevelTables *tables,
                      HwWriterNews news,
                      gpointer data)
{
  HwWriterThread *self = g_new0 (HwWriterThread, 1);

  self->database = database;
  self->tables = hw_level_tables_ref (tables);
  self->news = news;
  self->data = data;
  g_mutex_init (&self->lock);
  g_cond_init (&self->changed);
  g_queue_init (&self->records);
  self->thread = g_thread_new ("writer", run, self);
  return self;
}

/**
 * hw_writer_thread_free:
 * @self: (transfer full): the thread
 *
 * Tries once more what is left, then ends the thread and closes the connection.
 */
void
hw_writer_thread_free (HwWriterThread *self)
{
  g_mutex_lock (&self->lock);
  self->closing = TRUE;
  self->awake = TRUE;
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->lock);
  g_thread_join (self->thread);

  if (!g_queue_is_empty (&self->records))
    g_warning ("%u answers could not be saved: %s", g_queue_get_length (&self->records),
               self->error != NULL ? self->error->message : "");
  g_queue_clear_full (&self->records, (GDestroyNotify) hw_record_free);
  hw_database_close (self->database);
  hw_level_tables_unref (self->tables);
  g_clear_pointer (&self->saved_at, g_date_time_unref);
  g_clear_error (&self->error);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->changed);
  g_free (self);
}

static void
wake (HwWriterThread *self)
{
  self->awake = TRUE;
  g_cond_broadcast (&self->changed);
}

/**
 * hw_writer_thread_push:
 * @self: the thread
 * @record: (transfer full): what is to be committed after all that came before
 */
void
hw_writer_thread_push (HwWriterThread *self,
                       HwRecord *record)
{
  g_mutex_lock (&self->lock);
  g_queue_push_tail (&self->records, record);
  wake (self);
  g_mutex_unlock (&self->lock);
}

/**
 * hw_writer_thread_retry:
 * @self: the thread
 *
 * Lets it try again what has failed.
 */
void
hw_writer_thread_retry (HwWriterThread *self)
{
  g_mutex_lock (&self->lock);
  wake (self);
  g_mutex_unlock (&self->lock);
}

/**
 * hw_writer_thread_wait:
 * @self: the thread
 *
 * Waits until the line is empty, or an attempt that was made meanwhile has failed.
 */
void
hw_writer_thread_wait (HwWriterThread *self)
{
  g_mutex_lock (&self->lock);
  if (!g_queue_is_empty (&self->records))
    wake (self);
  while (self->awake || self->busy)
    g_cond_wait (&self->changed, &self->lock);
  g_mutex_unlock (&self->lock);
}

/**
 * hw_writer_thread_limit_pages:
 * @self: the thread
 * @n_pages: as hw_database_limit_pages() takes it, from the next attempt on
 */
void
hw_writer_thread_limit_pages (HwWriterThread *self,
                              guint n_pages)
{
  g_mutex_lock (&self->lock);
  self->has_limit = TRUE;
  self->limit = n_pages;
  g_mutex_unlock (&self->lock);
}

/**
 * hw_writer_thread_report:
 * @self: the thread
 * @report: (out caller-allocates): how things stand
 */
void
hw_writer_thread_report (HwWriterThread *self,
                         HwWriterReport *report)
{
  g_mutex_lock (&self->lock);
  report->pending = g_queue_get_length (&self->records);
  report->saved_at = self->saved_at != NULL ? g_date_time_ref (self->saved_at) : NULL;
  report->error = self->error != NULL ? g_error_copy (self->error) : NULL;
  g_mutex_unlock (&self->lock);
}
