/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "questionnaire/questionnaire-private.h"

G_BEGIN_DECLS

/*
 * What ${name} means, seen from one place of the tree: "../" as often as it takes to reach the
 * nearest element around both, then down to the target. Inside a repeat that both share this stays
 * in the same instance; towards a repeat that the place is not in, it is the set of all instances
 * within the nearest shared one.
 *
 * The name of a repeat is always the set of its instances, also from inside of one of them, so that
 * count(${member}) and indexed-repeat() mean the same everywhere. The way up therefore goes past
 * the instance itself. The name of a group around the place is that group.
 */
typedef struct
{
  HwQuestionnaire *questionnaire;
  HwQuestion *context;
  HwChoiceList *choices; /* (nullable) whose columns a choice_filter names; NULL: those of the choices sheet */
  gboolean any_column;   /* nobody knows the columns: the file is not there */
} HwQuestionScope;

void         hw_question_scope_init      (HwQuestionScope    *self,
                                          HwQuestionnaire    *questionnaire,
                                          HwQuestion         *context,
                                          gboolean            is_filter,
                                          HwExpressionScope  *scope);
char        *hw_question_scope_dup_path  (HwQuestionScope    *self,
                                          HwQuestion         *target);
const char  *hw_questionnaire_suggest    (HwQuestionnaire    *self,
                                          const char         *name);

G_END_DECLS
