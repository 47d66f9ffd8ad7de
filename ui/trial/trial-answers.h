/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "interview/interview.h"

G_BEGIN_DECLS

void hw_trial_answers_carry (HwInterview *from,
                             HwInterview *to,
                             guint       *n_kept,
                             guint       *n_lost);

G_END_DECLS
