/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/survey-file.h"

G_BEGIN_DECLS

/*
 * What is wrong or odd in one interview, as a sentence with its place. Computed from the loaded interview and kept in the
 * file's finding table, so that a queue of hundreds can be shown without loading them. Properties for lists: kind, ref,
 * sentence, reason.
 */
#define HW_TYPE_FINDING (hw_finding_get_type ())
G_DECLARE_FINAL_TYPE (HwFinding, hw_finding, HW, FINDING, GObject)

typedef enum
{
  HW_FINDING_MISSING,   /* required and not answered */
  HW_FINDING_HARD,      /* constraint broken */
  HW_FINDING_SOFT,      /* soft check, not confirmed */
  HW_FINDING_CONFIRMED, /* soft check, confirmed with a reason */
  HW_FINDING_DUPLICATE, /* the case's key stands in another interview too */
} HwFindingKind;
#define HW_FINDING_N_KINDS 5

HwFindingKind hw_finding_get_kind       (HwFinding     *self);
const char   *hw_finding_get_ref        (HwFinding     *self); /* as hw_item_get_ref(); "" when it is about the whole interview */
const char   *hw_finding_get_question   (HwFinding     *self); /* name; "" when it is about the whole interview */
const char   *hw_finding_get_row_id     (HwFinding     *self); /* (nullable): at the root level */
const char   *hw_finding_get_sentence   (HwFinding     *self); /* whole, translated, with the question's number and label */
const char   *hw_finding_get_reason     (HwFinding     *self); /* (nullable) of a confirmed one */
const char   *hw_finding_kind_get_name  (HwFindingKind  kind); /* "missing", "hard", "soft", "confirmed", "duplicate": files and columns */
const char   *hw_finding_kind_get_label (HwFindingKind  kind); /* translated, for a mark's tooltip */
gboolean      hw_finding_kind_is_blocking (HwFindingKind kind); /* an interview with it cannot be completed */

/* Computes the findings of an interview and keeps them in the file (replacing those of before); a file that is read-only is left alone.
 * In the order of the questionnaire, duplicates first. */
GListModel   *hw_review_find            (HwSurveyFile  *file,
                                         HwInterview   *interview,
                                         GError       **error);
GListModel   *hw_review_find_among      (HwSurveyFile  *file,
                                         HwInterview   *interview,
                                         GPtrArray     *summaries, /* all of the file, listed once for many calls */
                                         GError       **error);
/* Those that were kept at the last look, without loading the interview. */
GListModel   *hw_review_list_kept       (HwSurveyFile  *file,
                                         const char    *id,
                                         GError       **error);
/* How many of each kind were kept at the last look: the marks of a row in the queue. */
gboolean      hw_review_count_kept      (HwSurveyFile  *file,
                                         const char    *id,
                                         guint          counts[HW_FINDING_N_KINDS],
                                         GError       **error);
/* Review queue: (transfer container) HwInterviewSummary of completed interviews, those with most findings first (confirmed ones do not count). */
GPtrArray    *hw_review_list_queue      (HwSurveyFile  *file,
                                         GError       **error);
/* FALSE with HW_STORE_ERROR_NOT_ALLOWED, and a sentence that names the first one, when a hard or missing finding stands. */
gboolean      hw_review_complete        (HwSurveyFile  *file,
                                         HwInterview   *interview,
                                         GError       **error);
gboolean      hw_review_approve         (HwSurveyFile  *file,
                                         const char    *id,
                                         GError       **error);
gboolean      hw_review_return          (HwSurveyFile  *file,
                                         const char    *id,
                                         const char    *reason, /* not blank */
                                         GError       **error);

G_END_DECLS
