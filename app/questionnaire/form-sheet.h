/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "questionnaire/questionnaire.h"

G_BEGIN_DECLS

/*
 * A sheet of a questionnaire as it is written for other programs: the cells of its author, in his
 * order, under headings that these programs know. Row 0 is the heading.
 */
typedef struct _HwFormSheet HwFormSheet;

HwFormSheet *hw_form_sheet_new           (HwQuestionnaire  *questionnaire,
                                          const char       *name); /* (nullable) when there is none */
void         hw_form_sheet_free          (HwFormSheet      *self);
const char *const *hw_form_sheet_list_names (void); /* NULL-terminated, in the order in which they are written */
const char  *hw_form_sheet_get_name      (HwFormSheet      *self);
guint        hw_form_sheet_get_n_rows    (HwFormSheet      *self);
guint        hw_form_sheet_get_n_columns (HwFormSheet      *self);
const char  *hw_form_sheet_get           (HwFormSheet      *self,
                                          guint             row,
                                          guint             column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwFormSheet, hw_form_sheet_free)

G_END_DECLS
