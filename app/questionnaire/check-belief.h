/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "questionnaire/check-domain.h"
#include "questionnaire/check.h"

G_BEGIN_DECLS

/*
 * What all answers together can be while conditions hold, and why they cannot when they cannot. A
 * condition is assumed to be true (or false); that narrows what the answers in it can be.
 */
typedef struct _HwBelief HwBelief;

/* Why a condition cannot come true. */
typedef enum
{
  HW_REASON_UNKNOWN,
  HW_REASON_LIST,       /* the list has no such choice */
  HW_REASON_TYPE,       /* no answer of that type is so */
  HW_REASON_MISSING,    /* a code of a missing answer */
  HW_REASON_CONSTRAINT, /* the constraint of the question */
  HW_REASON_SELF,       /* another part of the same condition */
  HW_REASON_RELEVANT,   /* what must be true before it is asked at all, or an answer in it */
} HwReasonKind;

/* A comparison that was assumed. */
typedef struct
{
  HwPart *part;
  gboolean want;
  HwReasonKind kind;
  HwQuestion *owner; /* whose rule it stands in */
} HwLeaf;

typedef struct
{
  HwReasonKind kind;
  HwLeaf leaf;          /* what cannot come true */
  HwQuestion *question; /* (nullable) whose answer it speaks of */
  HwLeaf other;         /* what contradicts it; part is NULL when nothing alone does */
  HwLiteral literal;    /* what it is compared with */
} HwReason;

HwBelief         *hw_belief_new            (HwCheck        *check,
                                          HwQuestion     *context);
HwBelief         *hw_belief_copy           (HwBelief        *self);
void             hw_belief_free           (HwBelief        *self);
void             hw_belief_set_choice     (HwBelief        *self,
                                          HwChoice       *choice);
void             hw_belief_set_plain      (HwBelief        *self,
                                          gboolean        plain);
gboolean         hw_belief_assume         (HwBelief        *self,
                                          HwPart         *part,
                                          gboolean        want);
gboolean         hw_belief_assume_answer  (HwBelief        *self,
                                          HwQuestion     *question);
gboolean         hw_belief_assume_relevant (HwBelief     *self,
                                          HwQuestion     *question);
gboolean         hw_belief_assume_around  (HwBelief        *self,
                                          HwQuestion     *question);
gboolean         hw_belief_assume_asked   (HwBelief        *self);
gboolean         hw_belief_can_be         (HwBelief        *self,
                                          HwPart         *part,
                                          double          number);
gboolean         hw_belief_get_highest    (HwBelief        *self,
                                          HwPart         *part,
                                          double         *number);
const HwReason  *hw_belief_get_reason     (HwBelief        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwBelief, hw_belief_free)

G_END_DECLS
