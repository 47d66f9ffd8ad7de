/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "questionnaire/xlsform-private.h"

G_BEGIN_DECLS

/*
 * Advice on a questionnaire that was read. Each file check-*.c looks at one subject; all of them
 * bear a form with faults, in which lists and expressions may be missing. Inside the room only.
 */

/* Where a finding stands. */
typedef struct
{
  HwSheetKind sheet;
  guint row;            /* of the sheet, from 0 */
  HwSheetCell cell;
  int slot;             /* language of a translated cell; -1 for any other */
  HwQuestion *question; /* (nullable) */
  const char *lines;    /* (nullable) every line, when it speaks of several */
} HwPlace;

void     hw_xlsform_advise        (HwXlsform   *self);
HwPlace  hw_check_place           (HwXlsform   *self,
                                   HwQuestion  *question,
                                   HwSheetCell  cell);
void     hw_check_report          (HwXlsform   *self,
                                   const char  *code,
                                   HwPlace      place,
                                   const char  *format,
                                   ...) G_GNUC_PRINTF (4, 5);

/* One subject each. */
void     hw_check_choices         (HwXlsform   *self);

G_END_DECLS
