/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/problem.h"

G_BEGIN_DECLS

char *hw_problem_text_dup (HwProblems        *problems,
                           HwProblemSeverity  severity);

G_END_DECLS
