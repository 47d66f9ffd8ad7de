/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "questionnaire/questionnaire.h"

G_BEGIN_DECLS

/*
 * Who reads whom, and in what order to compute. Made once from the questionnaire: an edge leads from each question to the questions
 * whose expressions name it. At run time an edge is followed from one item to the instances of the reader that lie in the same row of
 * the repeat that both share ("common"), so that an answer in one member's row reaches that row and what stands outside the roster,
 * not the other members.
 *
 * An expression inside a repeat that names the repeat itself, as indexed-repeat() and position tricks do, looks into other rows; its
 * edges are then followed from outside that repeat. The alternative, recording what each evaluation really touched, was rejected: it
 * costs on every evaluation what this costs once.
 */

/* What of an item is to be looked at again. */
typedef enum
{
  HW_ASPECT_RELEVANT    = 1 << 0,
  HW_ASPECT_CALCULATION = 1 << 1,
  HW_ASPECT_COUNT       = 1 << 2,
  HW_ASPECT_DEFAULT     = 1 << 3, /* decides on the order only; a default is computed once */
  HW_ASPECT_REQUIRED    = 1 << 4,
  HW_ASPECT_CONSTRAINT  = 1 << 5,
  HW_ASPECT_SOFT        = 1 << 6,
  HW_ASPECT_CHOICES     = 1 << 7,
  HW_ASPECT_LABEL       = 1 << 8,
  HW_ASPECT_READ_ONLY   = 1 << 9,
  HW_ASPECT_SEED        = 1 << 10, /* of a random order of choices */
  HW_ASPECT_TRIGGER     = 1 << 11, /* a calculation that is made anew only when certain answers change */
} HwAspect;

#define HW_ASPECT_STATE (HW_ASPECT_RELEVANT | HW_ASPECT_CALCULATION | HW_ASPECT_COUNT)
#define HW_ASPECT_CHECK \
  (HW_ASPECT_REQUIRED | HW_ASPECT_CONSTRAINT | HW_ASPECT_SOFT | HW_ASPECT_CHOICES | HW_ASPECT_READ_ONLY)

typedef struct
{
  HwQuestion *question; /* that reads */
  HwQuestion *common;   /* repeat whose row reader and read share; NULL for the household */
  guint aspects;
} HwReader;

typedef struct _HwOrder HwOrder;

HwOrder        *hw_order_new                   (HwQuestionnaire  *questionnaire);
void            hw_order_free                  (HwOrder          *self);
guint           hw_order_get_rank              (HwOrder          *self,
                                                HwQuestion       *question);
/* The place of a question among all of its level (groups and rosters included), and how many a level has; NULL: the household */
guint           hw_order_get_slot              (HwOrder          *self,
                                                HwQuestion       *question);
guint           hw_order_get_n_slots           (HwOrder          *self,
                                                HwQuestion       *repeat);
const HwReader *hw_order_get_readers           (HwOrder          *self,
                                                HwQuestion       *question,
                                                guint            *n);
/* Who outside a row reads that the row is there, or anything in it */
const HwReader *hw_order_get_row_readers       (HwOrder          *self,
                                                HwQuestion       *repeat,
                                                guint            *n);
/* Who inside a row reads where the row stands */
const HwReader *hw_order_get_position_readers  (HwOrder          *self,
                                                HwQuestion       *repeat,
                                                guint            *n);
GPtrArray      *hw_order_get_titles            (HwOrder          *self,
                                                HwQuestion       *repeat); /* (transfer none) of HwQuestion: whose answers may name a row, the best first */

/* Whether @inner is @outer or lies in it; @outer NULL is the household, in which all lies */
gboolean        hw_question_is_within          (HwQuestion       *inner,
                                                HwQuestion       *outer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwOrder, hw_order_free)

G_END_DECLS
