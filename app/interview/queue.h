/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What is still to be done, lowest rank first; within a rank, first come first served. A binary heap. */
typedef struct _HwQueue HwQueue;

HwQueue  *hw_queue_new       (void);
void      hw_queue_free      (HwQueue   *self);
void      hw_queue_push      (HwQueue   *self,
                              guint      rank,
                              gpointer   what);
gpointer  hw_queue_pop       (HwQueue   *self); /* NULL when empty */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwQueue, hw_queue_free)

G_END_DECLS
