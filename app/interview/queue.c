/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "interview/queue.h"

typedef struct
{
  guint rank;
  guint arrival;
  gpointer what;
} Entry;

struct _HwQueue
{
  GArray *heap; /* of Entry */
  guint arrivals;
};

static gboolean
comes_before (const Entry *a,
              const Entry *b)
{
  return a->rank != b->rank ? a->rank < b->rank : a->arrival < b->arrival;
}

/**
 * hw_queue_new:
 *
 * Returns: (transfer full): an empty queue
 */
HwQueue *
hw_queue_new (void)
{
  HwQueue *self = g_new0 (HwQueue, 1);

  self->heap = g_array_new (FALSE, FALSE, sizeof (Entry));
  return self;
}

/**
 * hw_queue_free:
 * @self: (transfer full): a queue; what is in it is not touched
 */
void
hw_queue_free (HwQueue *self)
{
  g_return_if_fail (self != NULL);
  g_array_unref (self->heap);
  g_free (self);
}

/**
 * hw_queue_push:
 * @self: a queue
 * @rank: its place among the others
 * @what: (transfer none): what to do
 */
void
hw_queue_push (HwQueue *self,
               guint rank,
               gpointer what)
{
  Entry entry = { rank, 0, what };
  Entry *heap;
  guint at;

  g_return_if_fail (self != NULL);

  entry.arrival = self->arrivals++;
  g_array_append_val (self->heap, entry);
  heap = (Entry *) (gpointer) self->heap->data;
  for (at = self->heap->len - 1; at > 0 && comes_before (&entry, &heap[(at - 1) / 2]);
       at = (at - 1) / 2)
    heap[at] = heap[(at - 1) / 2];
  heap[at] = entry;
}

/**
 * hw_queue_pop:
 * @self: a queue
 *
 * Returns: (nullable): what comes first, taken out; %NULL when nothing is left
 */
gpointer
hw_queue_pop (HwQueue *self)
{
  Entry *heap;
  Entry last;
  gpointer what;
  guint n;
  guint at = 0;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->heap->len == 0)
    return NULL;
  heap = (Entry *) (gpointer) self->heap->data;
  what = heap[0].what;
  n = self->heap->len - 1;
  last = heap[n];
  g_array_set_size (self->heap, n);
  for (guint child = 1; child < n; child = 2 * at + 1)
    {
      if (child + 1 < n && comes_before (&heap[child + 1], &heap[child]))
        child++;
      if (!comes_before (&heap[child], &last))
        break;
      heap[at] = heap[child];
      at = child;
    }
  if (n > 0)
    heap[at] = last;
  else
    self->arrivals = 0;
  return what;
}
