/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* CSV out, on libcsv: UTF-8, comma, CR LF as RFC 4180 has it, quotation marks only where needed. */
typedef struct _HwCsvWriter HwCsvWriter;

HwCsvWriter *hw_csv_writer_new        (GOutputStream  *stream);
HwCsvWriter *hw_csv_writer_new_string (GString        *text);
void         hw_csv_writer_free       (HwCsvWriter    *self);
void         hw_csv_writer_add        (HwCsvWriter    *self,
                                       const char     *field);
void         hw_csv_writer_add_number (HwCsvWriter    *self,
                                       double          number);
gboolean     hw_csv_writer_end_row    (HwCsvWriter    *self,
                                       GError        **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwCsvWriter, hw_csv_writer_free)

G_END_DECLS
