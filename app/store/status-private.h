/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/survey-file.h"

G_BEGIN_DECLS

gboolean  hw_status_may_follow  (HwStatus  from,
                                 HwStatus  to);

G_END_DECLS
