/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "interview/interview.h"
#include "store/level-tables-private.h"

G_BEGIN_DECLS

/* An interview as the file has it: plain data, so that it can cross threads. */

typedef struct
{
  HwQuestion *level;
  char *row_id;
  char *parent_row_id; /* (nullable) */
  guint position;
  gboolean dormant;
} HwStateRow;

typedef struct
{
  HwQuestion *question;
  char *row_id;    /* the interview's id at the root level */
  HwValue *shown;  /* what applies: an answer, or why there is none */
  HwValue *kept;   /* the answer even if dormant; not answered when there is none */
} HwStateValue;

typedef struct
{
  HwQuestion *question;
  char *row_id;
  char *reason;    /* (nullable) NULL: no longer confirmed */
} HwStateConfirmation;

typedef struct
{
  char *interview_id;
  HwQuestionnaire *questionnaire;
  GPtrArray *rows;          /* of HwStateRow, parents first; the root is one */
  GHashTable *by_row;       /* row_id -> HwStateRow, borrowed */
  GPtrArray *values;        /* of HwStateValue */
  GHashTable *by_place;     /* HwStateValue as key and value, borrowed */
  GPtrArray *confirmations; /* of HwStateConfirmation */
} HwState;

HwState      *hw_state_new              (HwQuestionnaire  *questionnaire,
                                         const char       *interview_id);
HwState      *hw_state_read             (HwLevelTables    *tables,
                                         HwDatabase       *database,
                                         const char       *interview_id,
                                         GError          **error);
void          hw_state_free             (HwState          *self);
HwStateRow   *hw_state_add_row          (HwState          *self,
                                         HwQuestion       *level,
                                         const HwLevelRow *row);
HwStateValue *hw_state_set_value        (HwState          *self,
                                         HwQuestion       *question,
                                         const char       *row_id,
                                         HwValue          *shown,
                                         HwValue          *kept);
HwStateValue *hw_state_find_value       (HwState          *self,
                                         HwQuestion       *question,
                                         const char       *row_id);
void          hw_state_add_confirmation (HwState          *self,
                                         HwQuestion       *question,
                                         const char       *row_id,
                                         const char       *reason);
HwInterview  *hw_state_dup_interview    (HwState          *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwState, hw_state_free)

G_END_DECLS
