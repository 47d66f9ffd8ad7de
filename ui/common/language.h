/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "questionnaire/questionnaire.h"

G_BEGIN_DECLS

const char *hw_language_pick (HwQuestionnaire *questionnaire); /* (nullable) */

G_END_DECLS
