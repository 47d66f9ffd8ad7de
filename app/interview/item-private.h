/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libxml/tree.h>

#include "interview/interview.h"
#include "interview/item-list.h"

G_BEGIN_DECLS

/* What listeners have to hear about when the wish is done. */
typedef enum
{
  HW_NEWS_VALUE     = 1 << 0,
  HW_NEWS_RELEVANT  = 1 << 1,
  HW_NEWS_PROBLEM   = 1 << 2,
  HW_NEWS_LABEL     = 1 << 3,
  HW_NEWS_REQUIRED  = 1 << 4,
  HW_NEWS_CONFIRMED = 1 << 5,
  HW_NEWS_CHILDREN  = 1 << 6, /* rosters: rows came or went */
  HW_NEWS_CHOICES   = 1 << 7, /* the choice filter may let others through */
  HW_NEWS_READ_ONLY = 1 << 8,
} HwNews;

struct _HwItem
{
  GObject parent_instance;

  /* borrowed */
  HwInterview *interview; /* NULL once the interview is gone */
  HwQuestion *question;
  HwItem *up;
  HwItem *scope;          /* innermost row around it, or the root; rows and the root themselves */
  xmlNodePtr node;        /* owned by the document, unless it is a roster's or that of a row that is not live */

  xmlNodePtr leaf;        /* its text, in @node or, while there is none, kept for the next; NULL before the first */

  /* owned */
  HwQuestionnaire *questionnaire;
  GPtrArray *children;    /* of HwItem; rosters: all rows, the live ones first */
  HwItem **slots;         /* rows and the root: the items of their level by slot, borrowed */
  HwItemList *list;
  HwChoiceList *made;     /* choices that answers have made; NULL: none */
  HwValue *kept;
  HwValue *shown;
  HwValue *before;        /* shown at the start of the wish; NULL when the wish has not touched it */
  char *ref;
  char *message;
  char *confirmed;
  char *row_id;

  HwItemKind kind;
  HwItemProblem problem;
  guint index;            /* place among its parent's children */
  guint n_live;           /* rosters */
  double n_asked;         /* rosters: the rows that repeat_count asks for, if that is more than there can be; else 0 */
  HwItem *crowd;          /* borrowed: the roster that would get too many rows by this answer; NULL: none */
  guint wish;             /* the wish in which turns were counted */
  guint turns;            /* how often the wish has looked at it */
  guint16 dirty;          /* HwAspect still to be looked at */
  guint16 faulty;         /* HwAspect that could not be computed */
  guint16 news;           /* HwNews */
  guint relevant : 1;
  guint asleep : 1;       /* irrelevant, and all in it shows that */
  guint required : 1;
  guint odd : 1;          /* the soft check is not content */
  guint by_person : 1;    /* somebody answered: calculations keep off */
  guint restored : 1;     /* from a store: who answered is found out when it is computed first */
  guint default_done : 1;
  guint from_person : 1;  /* what this wish is about */
  guint linked : 1;       /* rows: the node hangs in the document */
  guint removed : 1;      /* rows: taken out by a person */
  guint fresh : 1;        /* rows: made by this wish */
  guint row_touched : 1;  /* rows: the wish has made it live or not */
  guint was_live : 1;     /* rows: at the start of the wish */
  guint read_only : 1;    /* by its rule, now */
  guint is_told : 1;      /* rosters: an answer says that it asks for too many rows */
};

HwItem    *hw_item_new            (HwInterview      *interview,
                                   HwItemKind        kind,
                                   HwQuestion       *question,
                                   HwItem           *up);
void       hw_item_notify_news    (HwItem           *self);
void       hw_item_update_children (HwItem          *self);
gboolean   hw_item_is_live        (HwItem           *self); /* no row around it is dormant or removed */
/* Document order, without recursion: groups in repeats in groups come from a file. @skip_children: go on after what is in @self. */
HwItem    *hw_item_next           (HwItem           *self,
                                   HwItem           *within,
                                   gboolean          skip_children,
                                   gboolean          with_dormant);
HwItem    *hw_item_previous       (HwItem           *self,
                                   HwItem           *within);

G_END_DECLS
