/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "questionnaire/vocabulary-private.h"

G_BEGIN_DECLS

/* What stands in the column "type". */
typedef struct
{
  const HwTypeWord *word; /* NULL: no such type */
  HwRowKind row;
  HwKind kind;
  char *list;        /* the list, the file or the repeat that follows; NULL when nothing does */
  char *rest;        /* what follows and has no meaning there; NULL when all is well */
  gboolean or_other;
  gboolean is_odd;   /* it was understood, and other programs will not */
} HwRowType;

void         hw_row_type_parse   (HwRowType   *self,
                                  const char  *text);
void         hw_row_type_clear   (HwRowType   *self);
const char  *hw_row_type_suggest (const char  *text);

G_END_DECLS
