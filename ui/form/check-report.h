/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/problem.h"

G_BEGIN_DECLS

/* What a check found, taken out of the window. */
char     *hw_check_report_dup_verdict (HwProblems  *problems); /* one or two sentences: how much there is */
char     *hw_check_report_dup_text    (HwProblems  *problems); /* one finding a line */
gboolean  hw_check_report_write       (HwProblems  *problems,
                                       const char  *path,
                                       GError     **error);    /* as CSV */

G_END_DECLS
