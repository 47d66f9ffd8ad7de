/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tabulate/frame.h"
#include "tabulate/plan-words.h"

G_BEGIN_DECLS

/* One run of a plan over one survey */
typedef struct
{
  HwPlan *plan;
  HwSurveyFile *file;
  HwFrame *frame;
  HwDesign *design;
  HwPlanWords *words;
  HwProblems *problems;
  const char *weight;     /* (nullable): the survey's */
  const HwPlanLine *line; /* at work */
  GString *remarks;       /* what the table of remittances says under itself */
} HwPlanRun;

gboolean    hw_plan_line_is_wanted    (const HwPlanLine *line,
                                       const char       *id);
GHashTable *hw_plan_run_collect_words (HwPlanRun        *self,
                                       const char       *id);
gboolean    hw_plan_run_open          (HwPlanRun        *self,
                                       GHashTable       *words,
                                       GError          **error);
void        hw_plan_run_derive        (HwPlanRun        *self,
                                       GHashTable       *words);
gboolean    hw_plan_run_load_design   (HwPlanRun        *self,
                                       GError          **error);

G_END_DECLS
