/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "base/problem.h"

G_BEGIN_DECLS

/* The tables of a plan, and above them the plan itself. Emits "selected" when another table is
 * chosen. */
#define HW_TYPE_PLAN_LIST (hw_plan_list_get_type ())
G_DECLARE_FINAL_TYPE (HwPlanList, hw_plan_list, HW, PLAN_LIST, AdwBin)

void        hw_plan_list_set_language  (HwPlanList  *self,
                                        const char  *language); /* (nullable): of titles */
gboolean    hw_plan_list_open          (HwPlanList  *self,
                                        const char  *path,
                                        HwProblems  *problems,
                                        GError     **error);
gboolean    hw_plan_list_open_standard (HwPlanList  *self,
                                        HwProblems  *problems,
                                        GError     **error);
gboolean    hw_plan_list_has_standard  (void);
void        hw_plan_list_select        (HwPlanList  *self,
                                        const char  *id);
const char *hw_plan_list_get_path      (HwPlanList  *self); /* (nullable): no plan */
const char *hw_plan_list_get_id        (HwPlanList  *self); /* (nullable): no table */

G_END_DECLS
