/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/record-private.h"

G_BEGIN_DECLS

/*
 * The thread that owns the writing connection. Records are written in the order in which they come; one that
 * fails stays at the head of the line, and nothing behind it is written before it.
 *
 * After a failure the thread waits until somebody wakes it: with another record, or with retry.
 */
typedef struct _HwWriterThread HwWriterThread;

typedef struct
{
  guint pending;       /* records not yet committed */
  GDateTime *saved_at; /* (nullable) owned by the caller */
  GError *error;       /* (nullable) owned by the caller */
} HwWriterReport;

typedef void (*HwWriterNews) (gpointer data); /* on the writer's thread: there is something to report */

HwWriterThread *hw_writer_thread_new         (HwDatabase      *database, /* (transfer full) */
                                              HwLevelTables   *tables,
                                              HwWriterNews     news,
                                              gpointer         data);
void            hw_writer_thread_free        (HwWriterThread  *self);    /* tries once more what is left */
void            hw_writer_thread_push        (HwWriterThread  *self,
                                              HwRecord        *record);  /* (transfer full) */
void            hw_writer_thread_retry       (HwWriterThread  *self);
void            hw_writer_thread_wait        (HwWriterThread  *self);    /* until all is committed, or has failed again */
void            hw_writer_thread_limit_pages (HwWriterThread  *self,
                                              guint            n_pages);
void            hw_writer_thread_report      (HwWriterThread  *self,
                                              HwWriterReport  *report);

G_END_DECLS
