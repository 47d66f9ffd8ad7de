/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The result of one line of a plan: cells by layer, row and column. CSV, screen and paper only
 * draw it. Counted. */
typedef struct _HwTable HwTable;

typedef struct
{
  double estimate;    /* NaN: undefined, such as the mean of nobody */
  double se;          /* NaN when it cannot be computed */
  double cv;          /* percent */
  double lower;       /* 95 %, t with df degrees of freedom; logit limits for shares */
  double upper;
  double deff;
  guint df;           /* PSUs - strata */
  guint n;            /* unweighted cases */
  char flag[4];       /* "" fine, "E" use with caution, "F" not reliable enough, "*" to be withheld, "x" external figure, ".." not available; see disclosure.h */
} HwCell;

typedef enum { HW_AXIS_LAYER, HW_AXIS_ROW, HW_AXIS_COLUMN } HwAxis;

HwTable     *hw_table_ref                (HwTable    *self);
void         hw_table_unref              (HwTable    *self);
const char  *hw_table_get_id             (HwTable    *self); /* T20 */
const char  *hw_table_get_title          (HwTable    *self);
const char  *hw_table_get_statistic      (HwTable    *self); /* count, total, mean, row% ... */
const char  *hw_table_get_statistic_label (HwTable   *self); /* translated: "Total amount" ... */
const char  *hw_table_get_note           (HwTable    *self);
const char  *hw_table_get_weight         (HwTable    *self); /* "" unweighted */
char        *hw_table_dup_design         (HwTable    *self); /* "Design: 4 strata, 30 PSUs; n = 412 transfers, 214 households; weighted with wt_base" */
guint        hw_table_get_length         (HwTable    *self,
                                          HwAxis      axis); /* at least 1 each; the total is the last level of rows and of columns when there is one */
const char  *hw_table_get_code           (HwTable    *self,
                                          HwAxis      axis,
                                          guint       i);    /* levels of crossed variables joined by "|"; "total" for the total, "" when the axis has no variable */
const char  *hw_table_get_label          (HwTable    *self,
                                          HwAxis      axis,
                                          guint       i);
char        *hw_table_dup_axis_title     (HwTable    *self,
                                          HwAxis      axis); /* label of the variables; "" */
const HwCell *hw_table_get_cell          (HwTable    *self,
                                          guint       layer,
                                          guint       row,
                                          guint       column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwTable, hw_table_unref)

G_END_DECLS
