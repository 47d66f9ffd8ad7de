/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "questionnaire/xlsform-private.h"
#include "questionnaire/xlsform-type.h"

G_BEGIN_DECLS

/* While the rows of the survey sheet are read. */
typedef struct
{
  HwXlsform *form;
  HwSheet *sheet;
  GPtrArray *open;         /* of HwQuestion: the groups and repeats that are open, the root at the bottom */
  guint n_rows;            /* that are no remarks */
} HwXlsformSurvey;

HwQuestion  *hw_xlsform_append       (HwXlsformSurvey   *self,
                                      HwKind             kind,
                                      const char        *name,
                                      guint              row);
void         hw_xlsform_check_name   (HwXlsformSurvey   *self,
                                      HwQuestion        *question,
                                      guint              row);
void         hw_xlsform_find_choices (HwXlsformSurvey   *self,
                                      HwQuestion        *question,
                                      const HwRowType   *type,
                                      guint              row);
void         hw_xlsform_add_other    (HwXlsformSurvey   *self,
                                      HwQuestion        *question,
                                      guint              row);
void         hw_xlsform_add_instance_id (HwXlsformSurvey *self);
void         hw_xlsform_read_loop    (HwXlsformSurvey   *self,
                                      const HwRowType   *type,
                                      guint             *row);
void         hw_xlsform_read_row     (HwXlsformSurvey   *self,
                                      guint             *row);

G_END_DECLS
