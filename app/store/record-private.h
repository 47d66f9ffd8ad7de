/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/state-private.h"
#include "store/survey-file.h"

G_BEGIN_DECLS

/*
 * What one transaction writes about one interview: places that changed, their trail rows, and the line in
 * the list of interviews. It is a plain snapshot, taken on the thread of the live interview and written on
 * that of the connection. After a failure the same record is written again.
 */
typedef struct _HwRecord HwRecord;

HwRecord *hw_record_new          (HwInterview    *interview);
void      hw_record_free         (HwRecord       *self);
void      hw_record_set_new      (HwRecord       *self,
                                  const char     *origin,  /* "entry" or "import" */
                                  HwStatus        status);
void      hw_record_set_reason   (HwRecord       *self,
                                  const char     *reason); /* for every trail row; (nullable) */
void      hw_record_set_cursor   (HwRecord       *self,
                                  const char     *ref);
void      hw_record_set_visit    (HwRecord       *self,
                                  const char     *visit_id);
void      hw_record_add_changes  (HwRecord       *self,
                                  HwInterview    *interview,
                                  GPtrArray      *changes);
void      hw_record_add_whole    (HwRecord       *self,
                                  HwInterview    *interview,
                                  HwState        *old);    /* (nullable): what the file has; only differences are recorded */
gboolean  hw_record_write        (HwRecord       *self,
                                  HwLevelTables  *tables,
                                  HwDatabase     *database,
                                  GError        **error);

/* Shared by record.c, which collects, and record-write.c, which writes. */
typedef struct
{
  const char *kind;
  HwQuestion *question;
  char *row_id;
  HwValue *before; /* nullable */
  HwValue *after;  /* nullable */
  char *reason;    /* nullable */
} HwRecordTrail;

typedef struct
{
  HwQuestion *level;
  char *row_id;
} HwRecordRemoval;

typedef struct
{
  char *name;
  GBytes *bytes;
} HwRecordFile;

struct _HwRecord
{
  HwState *state;     /* what changed */
  GArray *removed;    /* of HwRecordRemoval */
  GArray *trail;      /* of HwRecordTrail */
  GArray *files;      /* of HwRecordFile: what was attached */
  const char *origin; /* not NULL: the interview is not in the file yet */
  HwStatus status;    /* of a new one */
  gboolean has_answers; /* not only the cursor */
  char *reason;
  char *time;
  char *person;
  char *cursor;
  char *visit_id;
  char *label;
  guint percent;
  guint n_problems;
};

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwRecord, hw_record_free)

G_END_DECLS
