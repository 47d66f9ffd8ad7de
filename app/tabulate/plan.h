/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/problem.h"
#include "store/survey-file.h"
#include "tabulate/table.h"

G_BEGIN_DECLS

/* A tabulation plan: CSV with table,title,level,universe,rows,columns,layers,statistic,variable,denominator,weight,note, and beside it
 * "<name>-variables.csv" (name,level,expression,label) with derived variables; value labels of those in "<name>-labels.csv" (name,value,label). */
typedef struct _HwPlan HwPlan;

HwPlan      *hw_plan_new_from_file       (const char   *path,
                                          HwProblems   *problems,
                                          GError      **error);
HwPlan      *hw_plan_new_from_bytes      (GBytes       *plan,
                                          GBytes       *variables, /* (nullable) */
                                          GBytes       *labels,    /* (nullable) */
                                          HwProblems   *problems); /* NULL when there are errors */
void         hw_plan_free                (HwPlan       *self);
GPtrArray   *hw_plan_list_ids            (HwPlan       *self); /* (transfer container) of const char*: distinct table ids in order */
const char  *hw_plan_get_title           (HwPlan       *self,
                                          const char   *id);
/* Runs every line of the plan with that id (all when @id is NULL). Problems name the plan's line: unknown variable, bad SQL, single-PSU stratum. */
GPtrArray   *hw_plan_run                 (HwPlan       *self,
                                          HwSurveyFile *file,
                                          const char   *id,       /* (nullable) */
                                          const char   *language, /* (nullable) of labels */
                                          HwProblems   *problems,
                                          GError      **error);   /* (transfer container) of HwTable */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwPlan, hw_plan_free)

G_END_DECLS
