/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "questionnaire/question.h"

G_BEGIN_DECLS

typedef enum
{
  HW_ROW_QUESTION,
  HW_ROW_BEGIN,
  HW_ROW_END,
  HW_ROW_IGNORED, /* of XLSForm, and Homeward does it by itself */
  HW_ROW_REFUSED, /* of XLSForm, and Homeward cannot ask it */
  HW_ROW_UNKNOWN,
} HwRowKind;

/* What stands in the column "type". */
typedef struct
{
  HwRowKind row;
  HwKind kind;
  char *list; /* NULL when none is named */
  gboolean or_other;
} HwRowType;

void         hw_row_type_parse   (HwRowType   *self,
                                  const char  *text);
void         hw_row_type_clear   (HwRowType   *self);
const char  *hw_row_type_suggest (const char  *text);

G_END_DECLS
