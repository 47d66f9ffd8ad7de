/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "base/problem.h"

G_BEGIN_DECLS

/*
 * Runs a plan on a thread of its own, with its own door to the survey file, so that the window goes
 * on living. The plan is read there as well: it is small, and then nothing is shared.
 */
typedef struct
{
  GPtrArray *tables; /* of HwTable */
  HwProblems *problems;
} HwTablesResult;

void            hw_tables_result_free (HwTablesResult       *self);
void            hw_tables_run_async   (const char           *survey,
                                       const char           *plan,
                                       const char           *id,       /* (nullable): all */
                                       const char           *language, /* (nullable): of labels */
                                       GCancellable         *cancellable,
                                       GAsyncReadyCallback   callback,
                                       gpointer              data);
HwTablesResult *hw_tables_run_finish  (GAsyncResult         *result,
                                       GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwTablesResult, hw_tables_result_free)

G_END_DECLS
