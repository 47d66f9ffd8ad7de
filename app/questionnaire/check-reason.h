/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "questionnaire/check-belief.h"

G_BEGIN_DECLS

char *hw_reason_dup_sentence (const HwReason *reason,
                              HwPart         *part);

G_END_DECLS
