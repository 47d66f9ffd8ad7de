/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tabulate/plan-private.h"

G_BEGIN_DECLS

/* What tables say: labels of variables and values, from the questionnaire and from the plan */
typedef struct _HwPlanWords HwPlanWords;

HwPlanWords *hw_plan_words_new           (HwPlan            *plan,
                                          HwQuestionnaire   *questionnaire,
                                          const char        *language);
void         hw_plan_words_free          (HwPlanWords       *self);
const char  *hw_plan_words_get_language  (HwPlanWords       *self);
gboolean     hw_plan_words_has_several   (HwPlanWords       *self,
                                          const char        *names);
HwFactor    *hw_plan_words_build_factor  (HwPlanWords       *self,
                                          const char        *name,
                                          guint              n_cases,
                                          const char *const *values,
                                          const guint8      *missing);
char        *hw_plan_words_dup_names     (HwPlanWords       *self,
                                          const char        *names);
char        *hw_plan_words_dup_statistic (HwPlanWords       *self,
                                          const HwPlanLine  *line);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwPlanWords, hw_plan_words_free)

G_END_DECLS
