/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "interview/interview.h"

G_BEGIN_DECLS

/*
 * A survey is one SQLite file (*.homeward). This object is the door for one thread (the main one): reading lists and
 * interviews, creating, importing. Answers of a live interview go through HwWriter, which has a thread and a connection of its own.
 */
#define HW_TYPE_SURVEY_FILE (hw_survey_file_get_type ())
G_DECLARE_FINAL_TYPE (HwSurveyFile, hw_survey_file, HW, SURVEY_FILE, GObject)

#define HW_STORE_ERROR (hw_store_error_quark ())
typedef enum
{
  HW_STORE_ERROR_FAILED,
  HW_STORE_ERROR_NOT_A_SURVEY,
  HW_STORE_ERROR_NEWER,     /* written by a newer Homeward */
  HW_STORE_ERROR_EXISTS,
  HW_STORE_ERROR_READ_ONLY, /* file or folder cannot be written */
  HW_STORE_ERROR_FULL,
  HW_STORE_ERROR_BUSY,
  HW_STORE_ERROR_NOT_FOUND,
  HW_STORE_ERROR_NOT_ALLOWED, /* a change of status that is not possible from here */
} HwStoreError;
GQuark           hw_store_error_quark              (void);

typedef enum
{
  HW_STATUS_UNDER_WAY,
  HW_STATUS_COMPLETED,
  HW_STATUS_RETURNED,
  HW_STATUS_APPROVED,
  HW_STATUS_VOID,
} HwStatus;
#define HW_TYPE_STATUS (hw_status_get_type ())
GType            hw_status_get_type                (void) G_GNUC_CONST;
const char      *hw_status_get_name                (HwStatus          status); /* "under-way", "completed", "returned", "approved", "void": files and columns */
const char      *hw_status_get_label               (HwStatus          status); /* translated */
gboolean         hw_status_from_name               (const char       *name,
                                                    HwStatus         *status);

/* One line of the interview list; a GObject so that lists can show it. Properties: id, label, status, percent, n-problems, modified, reason, person */
#define HW_TYPE_INTERVIEW_SUMMARY (hw_interview_summary_get_type ())
G_DECLARE_FINAL_TYPE (HwInterviewSummary, hw_interview_summary, HW, INTERVIEW_SUMMARY, GObject)
const char      *hw_interview_summary_get_id       (HwInterviewSummary *self);
const char      *hw_interview_summary_get_label    (HwInterviewSummary *self); /* the case_id values; "" when none yet */
HwStatus         hw_interview_summary_get_status   (HwInterviewSummary *self);
guint            hw_interview_summary_get_percent  (HwInterviewSummary *self); /* answered of applicable, 0-100 */
guint            hw_interview_summary_get_problems (HwInterviewSummary *self);
const char      *hw_interview_summary_get_modified (HwInterviewSummary *self); /* ISO 8601, UTC */
const char      *hw_interview_summary_get_person   (HwInterviewSummary *self); /* user name of the last enumerator */
const char      *hw_interview_summary_get_reason   (HwInterviewSummary *self); /* (nullable) why it was returned */

/*
 * The tables of the file are set down, with their reasons, in schema-1.sql and the steps after it. Who reads answers with SQL (tabulate) finds the table and column
 * of a question in level_column (level, question, table_name, column_name, type): mostly the names of the level and of the question. Every level
 * table has interview_id, row_id, parent_row_id, position and dormant (1: a row that does not count now); leave out dormant rows and interviews with
 * status 'void'. A NULL with a row in missing_answer (interview_id, row_id, question, kind) is missing of that kind ('not-answered', 'dont-know',
 * 'refused', 'not-applicable', 'dormant'); a NULL without one was not asked.
 */
HwSurveyFile    *hw_survey_file_create             (const char       *path,
                                                    HwQuestionnaire  *questionnaire,
                                                    GHashTable       *settings,   /* (nullable) name -> text: stratum, psu, weight, fpc, case_id, level, title; override the settings sheet */
                                                    GError          **error);
HwSurveyFile    *hw_survey_file_open               (const char       *path,
                                                    gboolean          read_only,
                                                    GError          **error);
const char      *hw_survey_file_get_path           (HwSurveyFile     *self);
gboolean         hw_survey_file_is_read_only       (HwSurveyFile     *self);
HwQuestionnaire *hw_survey_file_get_questionnaire  (HwSurveyFile     *self);
const char      *hw_survey_file_get_setting        (HwSurveyFile     *self,
                                                    const char       *name); /* (nullable): of the survey, else of the questionnaire */
GPtrArray       *hw_survey_file_list_interviews    (HwSurveyFile     *self,
                                                    GError          **error); /* (transfer container) of HwInterviewSummary: returned first, then latest modified */
HwInterviewSummary *hw_survey_file_get_summary     (HwSurveyFile     *self,
                                                    const char       *id,
                                                    GError          **error);
HwInterview     *hw_survey_file_load_interview     (HwSurveyFile     *self,
                                                    const char       *id,
                                                    GError          **error);
HwInterview     *hw_survey_file_new_interview      (HwSurveyFile     *self); /* (transfer full): not in the file yet; takes over from the one finished last */
void             hw_survey_file_lend_last_saved    (HwSurveyFile     *self,
                                                    HwInterview      *interview); /* the same for a new interview that is there already */
GBytes          *hw_survey_file_dup_attached       (HwSurveyFile     *self,
                                                    const char       *id,
                                                    const char       *name,  /* the answer: the name of a file */
                                                    GError          **error); /* (nullable): what was attached */
char            *hw_survey_file_dup_cursor         (HwSurveyFile     *self,
                                                    const char       *id);   /* (nullable) ref of the question where the enumerator was */
gboolean         hw_survey_file_store_interview    (HwSurveyFile     *self,
                                                    HwInterview      *interview,
                                                    HwStatus          status,
                                                    GError          **error); /* a whole interview at once (import, fill --into); trail rows included */
gboolean         hw_survey_file_begin              (HwSurveyFile     *self,
                                                    GError          **error); /* one transaction around many store calls; nests */
gboolean         hw_survey_file_commit             (HwSurveyFile     *self,
                                                    GError          **error);
void             hw_survey_file_rollback           (HwSurveyFile     *self);
/* completed needs no REQUIRED or CONSTRAINT problem (checked by the caller with the interview at hand); returned needs a reason. */
gboolean         hw_survey_file_set_status         (HwSurveyFile     *self,
                                                    const char       *id,
                                                    HwStatus          status,
                                                    const char       *reason, /* (nullable) */
                                                    GError          **error);
gboolean         hw_survey_file_add_comment        (HwSurveyFile     *self,
                                                    const char       *id,
                                                    HwQuestion       *question, /* (nullable): about the whole interview */
                                                    const char       *row_id,   /* (nullable) */
                                                    const char       *text,
                                                    GError          **error);

typedef struct
{
  gint64 sequence;
  char *time;          /* ISO 8601 UTC */
  char *person;
  char *question;      /* name; NULL for changes of status */
  char *row_id;
  char *kind;          /* answer, calculation, skip, row-added, row-removed, confirmed, comment, status */
  char *before;        /* text or "(refused)" */
  char *after;
  char *reason;
} HwTrailEntry;
void             hw_trail_entry_free               (HwTrailEntry     *self);
GPtrArray       *hw_survey_file_list_trail         (HwSurveyFile     *self,
                                                    const char       *id,
                                                    HwQuestion       *question, /* (nullable): all */
                                                    const char       *row_id,   /* (nullable) */
                                                    GError          **error);   /* (transfer container) of HwTrailEntry, oldest first */
gboolean         hw_survey_file_verify_trail       (HwSurveyFile     *self,
                                                    gint64           *first_broken, /* (out): sequence, 0 when whole */
                                                    GError          **error);

typedef struct
{
  char *time;
  char *person;
  char *question; /* nullable */
  char *row_id;   /* nullable */
  char *text;
} HwComment;
void             hw_comment_free                   (HwComment        *self);
GPtrArray       *hw_survey_file_list_comments      (HwSurveyFile     *self,
                                                    const char       *id,
                                                    GError          **error); /* (transfer container) of HwComment */

/* What review found at its last look, kept so that lists need not load every interview. The store only keeps it. */
typedef struct
{
  char *interview_id;
  char *kind;     /* as review names it: missing, hard, soft, confirmed, duplicate */
  char *ref;      /* nullable */
  char *question; /* nullable: name */
  char *row_id;   /* nullable */
  char *sentence;
  char *reason;   /* nullable */
} HwStoredFinding;
void             hw_stored_finding_free            (HwStoredFinding  *self);
gboolean         hw_survey_file_replace_findings   (HwSurveyFile     *self,
                                                    const char       *id,
                                                    GPtrArray        *findings, /* of HwStoredFinding; interview_id is not read */
                                                    GError          **error);
GPtrArray       *hw_survey_file_list_findings      (HwSurveyFile     *self,
                                                    const char       *id,       /* (nullable): of all interviews */
                                                    GError          **error); /* (transfer container) of HwStoredFinding */

G_END_DECLS
