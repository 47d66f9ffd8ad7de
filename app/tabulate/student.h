/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Student's t, for confidence limits: no library of ours has it. */
double hw_student_get_tail     (double t,
                                double df);
double hw_student_get_quantile (double probability,
                                double df);

G_END_DECLS
