/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "interview/order.h"

G_BEGIN_DECLS

typedef struct
{
  guint rank;
  guint slot;
  guint n_slots;            /* the root and repeats */
  GArray *readers;          /* of HwReader; of repeats: who names them */
  GArray *row_readers;      /* repeats only, as the rest */
  GArray *position_readers;
  GPtrArray *titles;        /* of HwQuestion */
} HwOrderEntry;

struct _HwOrder
{
  HwQuestionnaire *questionnaire;
  guint n;
  HwOrderEntry *entries;    /* by index of question */
};

static inline HwOrderEntry *
hw_order_get_entry (HwOrder *self,
                    HwQuestion *question)
{
  return &self->entries[question != NULL ? hw_question_get_index (question) : 0];
}

void  hw_order_rank  (HwOrder  *self);

G_END_DECLS
