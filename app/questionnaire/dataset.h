/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "base/problem.h"

G_BEGIN_DECLS

/*
 * The table in a CSV file that comes with a questionnaire: villages, price lists, last year's
 * households. It never changes, and threads may share it.
 */
typedef struct _HwDataset HwDataset;

HwDataset   *hw_dataset_new           (const char    *name,
                                       GBytes        *bytes,
                                       HwProblems    *problems);
void         hw_dataset_free          (HwDataset     *self);
const char  *hw_dataset_get_name      (HwDataset     *self); /* the file, such as "villages.csv" */
guint        hw_dataset_get_n_rows    (HwDataset     *self);
guint        hw_dataset_get_n_columns (HwDataset     *self);
const char  *hw_dataset_get_column    (HwDataset     *self,
                                       guint          column);
gboolean     hw_dataset_find_column   (HwDataset     *self,
                                       const char    *name,
                                       guint         *column);
const char  *hw_dataset_get           (HwDataset     *self,
                                       guint          row,
                                       guint          column);
/* The rows, in their order, that have just @value there; NULL and 0 when none has. */
const guint *hw_dataset_lookup        (HwDataset     *self,
                                       guint          column,
                                       const char    *value,
                                       guint         *n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwDataset, hw_dataset_free)

G_END_DECLS
