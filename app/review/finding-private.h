/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "review/finding.h"

G_BEGIN_DECLS

HwFinding       *hw_finding_new         (HwFindingKind          kind,
                                         const char            *ref,
                                         const char            *question,
                                         const char            *row_id,
                                         const char            *sentence,
                                         const char            *reason);
/* (nullable): NULL when a newer version kept a kind that this one does not know */
HwFinding       *hw_finding_new_kept    (const HwStoredFinding *stored);
HwStoredFinding *hw_finding_to_stored   (HwFinding             *self);
gboolean         hw_finding_kind_from_name (const char         *name,
                                         HwFindingKind         *kind);

/* In interview-findings.c: what the interview itself shows, in the order of the questionnaire. */
void             hw_interview_add_findings (HwInterview        *interview,
                                         GListStore            *findings);

G_END_DECLS
