/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tabulate/table.h"

G_BEGIN_DECLS

/* How a table is made: words first, then the levels of each axis, then cells. */
typedef struct
{
  const char *id;
  const char *title;
  const char *statistic;
  const char *statistic_label;
  const char *note;
  const char *weight;
} HwTableWords;

HwTable     *hw_table_new            (const HwTableWords *words);
void         hw_table_set_axis_title (HwTable            *self,
                                      HwAxis              axis,
                                      const char         *title);
void         hw_table_add_level      (HwTable            *self,
                                      HwAxis              axis,
                                      const char         *code,
                                      const char         *label);
void         hw_table_allocate       (HwTable            *self);
HwCell      *hw_table_edit_cell      (HwTable            *self,
                                      guint               layer,
                                      guint               row,
                                      guint               column);
void         hw_table_take_design    (HwTable            *self,
                                      char               *design);
void         hw_table_take_note      (HwTable            *self,
                                      char               *note);

G_END_DECLS
