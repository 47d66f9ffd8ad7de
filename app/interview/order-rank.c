/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "interview/order-private.h"

#include "interview/queue.h"

static gboolean
decides_order (const HwReader *reader,
               HwQuestion *read)
{
  return reader->question != read
         && (reader->aspects & (HW_ASPECT_STATE | HW_ASPECT_DEFAULT | HW_ASPECT_TRIGGER)) != 0;
}

static void
let_go (HwOrder *self,
        guint *waits_for,
        gboolean *is_queued,
        HwQueue *ready,
        HwQuestion *question)
{
  guint i = hw_question_get_index (question);

  if (waits_for[i] > 0)
    waits_for[i]--;
  if (waits_for[i] > 0 || is_queued[i])
    return;
  is_queued[i] = TRUE;
  hw_queue_push (ready, i, question);
}

/**
 * hw_order_rank:
 * @self: an order that knows its readers
 *
 * Ranks the questions in Kahn's order, the lowest line of the sheet first. Where expressions run in
 * a circle, which the questionnaire's check reports, the circle is cut at its lowest line.
 */
void
hw_order_rank (HwOrder *self)
{
  g_autofree guint *waits_for = g_new0 (guint, self->n);
  g_autofree gboolean *is_queued = g_new0 (gboolean, self->n);
  g_autoptr (HwQueue) ready = hw_queue_new ();
  guint cut = 0;
  guint n;

  for (guint i = 0; i < self->n; i++)
    {
      HwQuestion *question = hw_questionnaire_get_question (self->questionnaire, i);
      const HwReader *readers = hw_order_get_readers (self, question, &n);

      for (guint r = 0; r < n; r++)
        if (decides_order (&readers[r], question))
          waits_for[hw_question_get_index (readers[r].question)]++;
      if (i > 0)
        waits_for[i]++; /* what is around it */
    }
  for (guint rank = 0; rank < self->n; rank++)
    {
      HwQuestion *next = hw_queue_pop (ready);
      const HwReader *readers;

      while (next == NULL)
        {
          if (!is_queued[cut])
            {
              is_queued[cut] = TRUE;
              next = hw_questionnaire_get_question (self->questionnaire, cut);
            }
          cut++;
        }
      hw_order_get_entry (self, next)->rank = rank;
      for (guint i = 0; hw_question_is_container (next) && i < hw_question_get_n_children (next);
           i++)
        let_go (self, waits_for, is_queued, ready, hw_question_get_child (next, i));
      readers = hw_order_get_readers (self, next, &n);
      for (guint r = 0; r < n; r++)
        if (decides_order (&readers[r], next))
          let_go (self, waits_for, is_queued, ready, readers[r].question);
    }
}
