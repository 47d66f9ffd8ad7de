/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/value.h"
#include "questionnaire/question.h"

G_BEGIN_DECLS

/* What a person types, turned into the canonical text of the question's kind, or one sentence why not. */
HwValue  *hw_answer_new_from_text         (HwQuestion   *question,
                                           const char   *text,
                                           GError      **error);
/* What a calculation or a default gives. Never fails: what is no value of the kind stands as it is, for a check to find. */
HwValue  *hw_answer_new_from_calculation  (HwQuestion   *question,
                                           const char   *text);
/* (transfer full) (nullable): why a question of the type range cannot have that answer */
char     *hw_answer_dup_range_problem     (HwQuestion   *question,
                                           const char   *text);
/* (transfer full): the codes of an answer with choices, NULL-terminated; of a select_one it is one, blanks and all */
char    **hw_answer_split_codes           (HwQuestion   *question,
                                           const char   *text);
char     *hw_answer_dup_toggled           (HwQuestion   *question,
                                           const char   *text,    /* (nullable) */
                                           const char   *choice);

G_END_DECLS
