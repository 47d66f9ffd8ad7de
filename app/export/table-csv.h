/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "tabulate/table.h"

G_BEGIN_DECLS

/* Long CSV, one line a cell:
 * table,layer,row,column,statistic,estimate,se,cv,lower,upper,deff,df,n,flag */
gboolean   hw_export_tables_csv    (GPtrArray      *tables, /* of HwTable */
                                    GOutputStream  *stream,
                                    GError        **error);
/* To a file, replaced as a whole or not at all */
gboolean   hw_export_tables_file   (GPtrArray      *tables,
                                    const char     *path,
                                    GError        **error);

G_END_DECLS
