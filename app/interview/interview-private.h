/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "interview/item-private.h"
#include "interview/order.h"
#include "interview/queue.h"

G_BEGIN_DECLS

/*
 * How a wish runs. The wish changes an item and marks who reads it. Marked items wait in a queue in the order of computing; each is
 * settled in its turn (does it apply, what is its value, how many rows), which marks others only if something has really changed.
 * Checks and labels change nothing that others read, so they come last, each item once. Then listeners hear about it.
 *
 * Items in what is irrelevant are not computed: they are marked as a whole when it becomes relevant.
 */
struct _HwInterview
{
  GObject parent_instance;

  HwQuestionnaire *questionnaire;
  HwOrder *order;
  char *id;
  char *language;
  HwItem *root;
  HwValue *not_answered;
  GHashTable *rows;         /* row id -> HwItem, borrowed */
  GPtrArray *removed;       /* rows that a person took out, for putting back */
  GPtrArray *pages;         /* of HwPage */

  xmlDocPtr document;
  HwExpressionContext *context;
  HwChoice *choice;         /* that a choice filter is looking at */
  GHashTable *files;        /* name -> GBytes: attached since it came to life */
  HwFileFunc file_source;   /* NULL: nothing was attached before */
  gpointer file_source_data;
  GDestroyNotify file_source_destroy;
  HwLastSavedFunc last_saved; /* NULL: nothing was finished before */
  gpointer last_saved_data;
  GDestroyNotify last_saved_destroy;
  GHashTable *faults;       /* what could not be computed, and why */
  guint n_places;           /* items of rows, so that rosters in rosters do not fill the memory */

  /* during a wish; items borrowed */
  HwQueue *queue;
  GPtrArray *checks;
  GPtrArray *touched;       /* questions with a before */
  GPtrArray *touched_rows;
  GPtrArray *confirmed;
  GPtrArray *news;
  char *reason;
  guint wish;
  guint n_late;             /* turns beyond those that an order needs */
  gboolean restoring;
  gboolean is_starting;     /* computed for the first time: nothing has changed yet that a trigger waits for */
  gboolean page_changed;    /* something came or went that a page may show */
};

/* interview-recompute.c */
void      hw_interview_mark             (HwInterview   *self,
                                         HwItem        *item,
                                         guint          aspects);
void      hw_interview_mark_children    (HwInterview   *self,
                                         HwItem        *item);
void      hw_interview_mark_readers     (HwInterview   *self,
                                         HwItem        *item);
void      hw_interview_reach            (HwInterview   *self,
                                         HwItem        *scope,
                                         HwQuestion    *question,
                                         guint          aspects);
void      hw_interview_show             (HwInterview   *self,
                                         HwItem        *item,
                                         HwValue       *value,
                                         gboolean       quietly);
void      hw_interview_put_to_sleep     (HwInterview   *self,
                                         HwItem        *item,
                                         gboolean       quietly);
void      hw_interview_recompute        (HwInterview   *self);
void      hw_interview_fire_triggers    (HwInterview   *self,
                                         HwItem        *item);
void      hw_interview_apply_last_saved (HwInterview   *self);

/* interview-rows.c */
HwItem   *hw_interview_add_row          (HwInterview   *self,
                                         HwItem        *roster,
                                         guint          index,
                                         const char    *row_id);
void      hw_interview_build_children   (HwInterview   *self,
                                         HwItem        *item);
void      hw_interview_wake_row         (HwInterview   *self,
                                         HwItem        *row);
void      hw_interview_rest_row         (HwInterview   *self,
                                         HwItem        *row);
void      hw_interview_settle_rows      (HwInterview   *self,
                                         HwItem        *roster);
void      hw_interview_rest_rows        (HwInterview   *self,
                                         HwItem        *roster);

/* interview-faults.c */
GHashTable *hw_interview_new_faults     (void);
void      hw_interview_set_fault        (HwInterview   *self,
                                         HwItem        *item,
                                         guint          aspect,
                                         const char    *why);
char     *hw_interview_dup_fault        (HwInterview   *self,
                                         HwItem        *item);
gboolean  hw_interview_ask_boolean      (HwInterview   *self,
                                         HwItem        *item,
                                         guint          aspect,
                                         HwExpression  *expression,
                                         gboolean       otherwise);
gboolean  hw_interview_ask_boolean_at   (HwInterview   *self,
                                         HwItem        *item,
                                         guint          aspect,
                                         HwExpression  *expression,
                                         xmlNodePtr     node,
                                         gboolean       otherwise);
char     *hw_interview_ask_string       (HwInterview   *self,
                                         HwItem        *item,
                                         guint          aspect,
                                         HwExpression  *expression);
double    hw_interview_ask_count        (HwInterview   *self,
                                         HwItem        *roster);

/* interview-checks.c */
void      hw_interview_check            (HwInterview   *self,
                                         HwItem        *item);
char     *hw_interview_find_no_choice   (HwInterview   *self,
                                         HwItem        *item,
                                         const char    *text);

/* interview-choices.c */
HwChoice *hw_interview_find_choice      (HwInterview   *self,
                                         HwItem        *item,
                                         const char    *code);

/* interview-changes.c */
void      hw_interview_touch            (HwInterview   *self,
                                         HwItem        *item);
void      hw_interview_touch_row        (HwInterview   *self,
                                         HwItem        *row);
void      hw_interview_add_news         (HwInterview   *self,
                                         HwItem        *item,
                                         guint          news);
void      hw_interview_begin            (HwInterview   *self,
                                         const char    *reason);
void      hw_interview_end              (HwInterview   *self);
void      hw_interview_end_quietly      (HwInterview   *self);

/* page-list.c */
void      hw_interview_update_pages     (HwInterview   *self);

G_END_DECLS
