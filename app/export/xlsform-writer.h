/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "questionnaire/questionnaire.h"

G_BEGIN_DECLS

/* A questionnaire back to XLSForm, for other programs and for its author. */
typedef enum
{
  HW_XLSFORM_SHEETS,   /* a folder with survey.csv and so on */
  HW_XLSFORM_CSV,      /* one CSV file, in the layout that pyxform reads */
  HW_XLSFORM_WORKBOOK, /* .xlsx */
} HwXlsformFormat;

gboolean  hw_export_xlsform          (HwQuestionnaire  *questionnaire,
                                      HwXlsformFormat   format,
                                      const char       *path,
                                      GError          **error);

/* Inside the room: the sheets as a workbook, in a new file. */
gboolean  hw_export_xlsform_workbook (GPtrArray        *sheets, /* of HwFormSheet */
                                      const char       *title,
                                      const char       *path,
                                      GError          **error);

G_END_DECLS
