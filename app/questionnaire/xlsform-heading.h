/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "questionnaire/xlsform-sheet.h"

G_BEGIN_DECLS

typedef enum
{
  HW_HEADING_BLANK,
  HW_HEADING_CELL,    /* one of HwSheetCell */
  HW_HEADING_UNUSED,  /* of XLSForm, and Homeward has no use for it */
  HW_HEADING_UNKNOWN, /* of somebody else: in the choices sheet, for filters */
} HwHeadingKind;

typedef struct
{
  HwHeadingKind kind;
  HwSheetCell cell;
  char *language; /* translated cells only; "" is the unnamed language */
} HwHeading;

void         hw_heading_parse      (HwHeading          *self,
                                    HwSheetKind         sheet,
                                    const char         *text);
void         hw_heading_clear      (HwHeading          *self);
gboolean     hw_cell_is_translated (HwSheetCell         cell);
const char  *hw_cell_get_name      (HwSheetCell         cell);
const char  *hw_heading_suggest    (HwSheetKind         sheet,
                                    const char         *text);

G_END_DECLS
