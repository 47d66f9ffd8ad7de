/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "base/problem.h"

G_BEGIN_DECLS

/* A line of the check: a fault or a piece of advice, as a list shows it, or the heading over some. */
#define HW_TYPE_FINDING_ITEM (hw_finding_item_get_type ())
G_DECLARE_FINAL_TYPE (HwFindingItem, hw_finding_item, HW, FINDING_ITEM, GObject)

typedef enum
{
  HW_FINDING_ORDER_KIND, /* faults, then advice, each by what it is about */
  HW_FINDING_ORDER_ROW,  /* faults, then advice, each from the top of each sheet */
} HwFindingOrder;

HwFindingItem    *hw_finding_item_new              (const HwProblem *problem);
HwFindingItem    *hw_finding_item_new_heading      (HwFindingItem   *first,
                                                    HwFindingOrder   order,
                                                    guint            n);
gboolean          hw_finding_item_is_heading       (HwFindingItem   *self);
const char       *hw_finding_item_get_text         (HwFindingItem   *self); /* the sentence, or the heading */
HwProblemSeverity hw_finding_item_get_severity     (HwFindingItem   *self);
const char       *hw_finding_item_get_place        (HwFindingItem   *self); /* "survey · row 12, column F · age" */
const char       *hw_finding_item_get_explanation  (HwFindingItem   *self); /* "" when there is none */
const char       *hw_finding_item_get_question     (HwFindingItem   *self); /* (nullable) its name */
char             *hw_finding_item_dup_line         (HwFindingItem   *self); /* for the clipboard */
gboolean          hw_finding_item_matches          (HwFindingItem   *self,
                                                    const char      *needle); /* casefolded */
gboolean          hw_finding_item_equal            (HwFindingItem   *a,
                                                    HwFindingItem   *b);        /* look the same */
int               hw_finding_item_compare          (HwFindingItem   *a,
                                                    HwFindingItem   *b,
                                                    HwFindingOrder   order);
gboolean          hw_finding_item_belongs          (HwFindingItem   *a,
                                                    HwFindingItem   *b,
                                                    HwFindingOrder   order); /* under the same heading */

G_END_DECLS
