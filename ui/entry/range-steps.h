/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "questionnaire/question.h"

G_BEGIN_DECLS

/* The values of a scale: from its start in steps, not beyond its end. */
guint   hw_range_steps_count     (const HwRange *range);              /* of values */
double  hw_range_steps_get       (const HwRange *range,
                                  guint          i);
guint   hw_range_steps_nearest   (const HwRange *range,
                                  double         value);
gboolean hw_range_steps_has      (const HwRange *range,
                                  double         value);
guint   hw_range_steps_digits    (const HwRange *range);              /* after the point */
char   *hw_range_steps_dup_text  (const HwRange *range,
                                  double         value);              /* in the C locale, without zeros that say nothing */
char   *hw_range_steps_dup_range (const HwRange *range);              /* for the hint: "0 to 10" */
char   *hw_range_steps_dup_refusal (const HwRange *range,
                                    const char    *typed);            /* a sentence */

G_END_DECLS
