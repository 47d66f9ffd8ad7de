/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "interview/item.h"
#include "questionnaire/questionnaire.h"

G_BEGIN_DECLS

/*
 * One household, live. Answers go in, what they reach is recomputed, and listeners get one list of changes a wish.
 * The tree is a libxml2 document (rows carry attribute row="UUID", missing leaves missing="dont-know").
 *
 * Signal: void changed (HwInterview*, GPtrArray *changes of HwChange). Once a wish, when lists (items-changed) are up to date and before
 * the notify of items; not when a wish changed nothing (the same answer again).
 *
 * Rows: the live ones are in hw_item_get_children() of their roster. When repeat_count shrinks or a skip leads around the roster, rows
 * become dormant: HW_CHANGE_ROW_REMOVED with cause SKIP after HW_CHANGE_VALUE ... -> DORMANT of what was answered in them. They come back with
 * HW_CHANGE_ROW_ADDED, cause SKIP, and the values after it. A new row that repeat_count asks for has cause CALCULATION. Of a row that a person
 * removes (cause PERSON) neither the values nor the rows in it are listed; put back, all of them are. In a new row, only values other than
 * "not answered" are listed. Changes stand in this order: rows added (outer before inner), values, confirmations, rows removed.
 *
 * Dormant: HW_MISSING_DORMANT where somebody had answered (or said don't know), HW_MISSING_NOT_ASKED otherwise; calculations in a skip are
 * NOT_ASKED and computed again when it is undone.
 */
#define HW_TYPE_INTERVIEW (hw_interview_get_type ())
G_DECLARE_FINAL_TYPE (HwInterview, hw_interview, HW, INTERVIEW, GObject)

#define HW_INTERVIEW_ERROR (hw_interview_error_quark ())
typedef enum
{
  HW_INTERVIEW_ERROR_BAD_ANSWER,  /* text that is no value of the question's type, a code not in the list */
  HW_INTERVIEW_ERROR_NOT_ALLOWED, /* read-only, a missing kind the question does not take, a row that repeat_count rules */
  HW_INTERVIEW_ERROR_NO_ITEM,     /* no such ref */
} HwInterviewError;
GQuark         hw_interview_error_quark        (void);

typedef enum
{
  HW_CHANGE_VALUE,       /* @before -> @after (both may be missing kinds, DORMANT and NOT_ASKED included) */
  HW_CHANGE_ROW_ADDED,   /* item is the row */
  HW_CHANGE_ROW_REMOVED, /* cause SKIP: dormant, kept; cause PERSON: out, its answers stay in the trail */
  HW_CHANGE_CONFIRMED,   /* soft check confirmed; reason */
} HwChangeKind;

typedef enum
{
  HW_CAUSE_PERSON,      /* somebody answered, inserted, removed */
  HW_CAUSE_CALCULATION, /* calculation, default */
  HW_CAUSE_SKIP,        /* became dormant or came back */
} HwCause;

typedef struct
{
  HwChangeKind kind;
  HwCause cause;
  HwItem *item;      /* owned */
  HwValue *before;   /* owned, nullable */
  HwValue *after;    /* owned, nullable; for DORMANT the kept text is hw_item_get_kept_value() */
  char *reason;      /* nullable */
} HwChange;
void           hw_change_free                  (HwChange         *self);

HwInterview     *hw_interview_new               (HwQuestionnaire  *questionnaire); /* new UUID, metadata and defaults filled */
HwInterview     *hw_interview_new_with_id       (HwQuestionnaire  *questionnaire,
                                                 const char       *id);            /* for restoring: empty, nothing computed yet */
/* (transfer full) (nullable): the answer to a question, by its name, in the interview that was finished last on this survey */
typedef char *(*HwLastSavedFunc) (const char *name, gpointer data);
void             hw_interview_set_last_saved    (HwInterview      *self,
                                                 HwLastSavedFunc   func,
                                                 gpointer          data,
                                                 GDestroyNotify    destroy);
const char      *hw_interview_get_id            (HwInterview      *self);
HwQuestionnaire *hw_interview_get_questionnaire (HwInterview      *self);
HwItem          *hw_interview_get_root          (HwInterview      *self);
HwItem          *hw_interview_find              (HwInterview      *self,
                                                 const char       *ref); /* (nullable) (transfer none); group names and /data/ in the path are allowed; dormant rows are found */
void             hw_interview_set_language      (HwInterview      *self,
                                                 const char       *language);
const char      *hw_interview_get_language      (HwInterview      *self);

/* Wishes. Each emits "changed" (GPtrArray of HwChange) once, after all that it reaches is recomputed. */
gboolean         hw_interview_answer            (HwInterview      *self,
                                                 HwItem           *item,
                                                 HwValue          *value,   /* canonical text, or a missing kind; NOT_ANSWERED clears */
                                                 const char       *reason,  /* (nullable) */
                                                 GError          **error);
gboolean         hw_interview_answer_text       (HwInterview      *self,
                                                 HwItem           *item,
                                                 const char       *text,    /* as typed in C locale; a declared missing code becomes its kind; "" clears */
                                                 GError          **error);
HwItem          *hw_interview_insert_row        (HwInterview      *self,
                                                 HwItem           *roster,
                                                 guint             position, /* from 1; 0 = at the end */
                                                 GError          **error);   /* (transfer none) */
gboolean         hw_interview_remove_row        (HwInterview      *self,
                                                 HwItem           *row,
                                                 const char       *reason,
                                                 GError          **error);
gboolean         hw_interview_put_back_row      (HwInterview      *self,
                                                 HwItem           *row,     /* that remove_row took out: keep a reference for undo */
                                                 guint             position, /* as it was; 0 = at the end */
                                                 GError          **error);
void             hw_interview_confirm           (HwInterview      *self,
                                                 HwItem           *item,
                                                 const char       *reason);
gboolean         hw_interview_can_insert        (HwInterview      *self,
                                                 HwItem           *roster); /* FALSE when repeat_count rules it */

/* Pictures: the answer is the name of a file, and the file belongs to the interview. */
gboolean         hw_interview_attach            (HwInterview      *self,
                                                 HwItem           *item,
                                                 const char       *name,  /* without folders; the answer may differ from it by a number */
                                                 GBytes           *bytes,
                                                 GError          **error);
GBytes          *hw_interview_dup_file          (HwInterview      *self,
                                                 const char       *name); /* (nullable): what was attached under that answer, now or before */
GBytes          *hw_interview_get_new_file      (HwInterview      *self,
                                                 const char       *name); /* (nullable) (transfer none): attached since the interview came to life */
typedef GBytes *(*HwFileFunc) (const char *name, gpointer data);          /* (transfer full) (nullable) */
void             hw_interview_set_file_source   (HwInterview      *self,
                                                 HwFileFunc        func,  /* (nullable): where what was attached before is found */
                                                 gpointer          data,
                                                 GDestroyNotify    destroy);

void             hw_interview_fill_end          (HwInterview      *self); /* "end" questions get the time: call it when the interview is finished */

/* Restoring from a store: rows top down (dormant ones too, after the live ones of their roster), then values (what get_kept_value() gave), then
 * finish, which computes everything once and emits nothing. Calculated values need not be restored. */
HwItem          *hw_interview_restore_row       (HwInterview      *self,
                                                 HwQuestion       *repeat,
                                                 const char       *parent_row_id, /* the interview's id at household level */
                                                 const char       *row_id);       /* appended in the order of calls */
void             hw_interview_restore_value     (HwInterview      *self,
                                                 HwQuestion       *question,
                                                 const char       *row_id,
                                                 HwValue          *value);        /* text of a dormant answer is given as its text */
void             hw_interview_restore_confirmed (HwInterview      *self,
                                                 HwQuestion       *question,
                                                 const char       *row_id,
                                                 const char       *reason);
void             hw_interview_finish_restoring  (HwInterview      *self);
HwItem          *hw_interview_find_in_row       (HwInterview      *self,
                                                 HwQuestion       *question,
                                                 const char       *row_id);       /* (nullable) */

/* Reading the whole */
typedef gboolean (*HwItemFunc) (HwItem *item, gpointer data); /* FALSE stops */
void             hw_interview_foreach_question  (HwInterview      *self,
                                                 gboolean          relevant_only, /* FALSE: also dormant rows, so that nothing kept is missed */
                                                 HwItemFunc        func,
                                                 gpointer          data); /* document order; notes are passed over */
/* An expression of the questionnaire that could not be computed when it was last asked. The interview goes on as if the question
 * applied and its answer were right; the sentence is also the problem message of the item (HW_ITEM_FAULT) when it has no other. */
typedef struct
{
  HwItem *item;        /* owned: a question, a group or a roster */
  const char *column;  /* of the survey sheet: "relevant", "calculation" ... */
  char *sentence;      /* what, where and why */
} HwFault;
void             hw_fault_free                  (HwFault          *self);
GPtrArray       *hw_interview_list_faults       (HwInterview      *self); /* (transfer container) of HwFault, document order */
GPtrArray       *hw_interview_list_problems     (HwInterview      *self); /* (transfer container) of HwItem with a problem, document order, unconfirmed soft ones included */
void             hw_interview_count             (HwInterview      *self,
                                                 HwItem           *within,      /* (nullable) */
                                                 guint            *n_applicable, /* answerable, relevant */
                                                 guint            *n_answered,
                                                 guint            *n_problems);
HwItem          *hw_interview_next              (HwInterview      *self,
                                                 HwItem           *from,         /* (nullable): start */
                                                 gboolean          unanswered_only,
                                                 gboolean          forward);     /* (nullable): next relevant answerable question (or note) in document order */
char            *hw_interview_dup_case_label    (HwInterview      *self);        /* values of case_id joined by " - ", else what the setting instance_name gives; "" when empty */
char            *hw_interview_dup_xml           (HwInterview      *self);        /* the instance, for tests and for evaluate */

G_END_DECLS
