/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "questionnaire/vocabulary-private.h"

G_BEGIN_DECLS

typedef enum
{
  HW_HEADING_BLANK,
  HW_HEADING_CELL,    /* one of HwSheetCell */
  HW_HEADING_UNUSED,  /* of XLSForm, and nothing is read from it */
  HW_HEADING_UNKNOWN, /* of somebody else: in the choices sheet, for filters */
} HwHeadingKind;

typedef struct
{
  HwHeadingKind kind;
  HwSheetCell cell;
  const HwWord *word; /* NULL when unknown */
  char *language;     /* translated cells only; "" is the unnamed language */
  gboolean one_colon; /* parted by one colon, which is good only where no heading has two */
} HwHeading;

void         hw_heading_parse           (HwHeading          *self,
                                         HwSheetKind         sheet,
                                         const char         *text);
void         hw_heading_clear           (HwHeading          *self);
HwWordClass  hw_sheet_kind_get_class    (HwSheetKind         kind);
gboolean     hw_cell_is_translated      (HwSheetCell         cell);
const char  *hw_cell_get_name           (HwSheetCell         cell);

G_END_DECLS
