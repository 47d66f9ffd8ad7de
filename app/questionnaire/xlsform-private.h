/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "questionnaire/questionnaire-private.h"
#include "questionnaire/xlsform-load.h"
#include "questionnaire/vocabulary-private.h"
#include "questionnaire/xlsform-sheet.h"

G_BEGIN_DECLS

/*
 * A questionnaire that is being read. The steps are called in the order in which they stand here;
 * each goes on after a fault, so that all of them are told at once.
 */
typedef struct
{
  HwQuestionnaire *questionnaire;
  HwProblems *problems;           /* borrowed */
  HwSheet *sheets[HW_N_SHEETS];   /* NULL when there is no such sheet */
  guint n_faults_before;          /* in @problems, before anything was read */
  GArray *rows;                   /* of guint: the row of the survey sheet, by index of the question */
} HwXlsform;

void      hw_xlsform_open_sheets      (HwXlsform          *self,
                                       GHashTable         *sheets,
                                       HwProblems         *problems);
void      hw_xlsform_clean_sheets     (HwXlsform          *self);
void      hw_xlsform_attach_files     (HwXlsform          *self,
                                       HwXlsformSource    *source);
void      hw_xlsform_read_settings    (HwXlsform          *self);
void      hw_xlsform_read_choices     (HwXlsform          *self);
void      hw_xlsform_read_survey      (HwXlsform          *self);
void      hw_xlsform_read_question    (HwXlsform          *self,
                                       HwQuestion         *question,
                                       guint               row);
void      hw_xlsform_add_element      (HwXlsform          *self,
                                       HwQuestion         *question);
void      hw_xlsform_settle_names     (HwXlsform          *self);
void      hw_xlsform_read_parameters  (HwXlsform          *self,
                                       HwQuestion         *question,
                                       const HwTypeWord   *type,
                                       guint               row);
void      hw_xlsform_read_appearance  (HwXlsform          *self,
                                       HwQuestion         *question,
                                       guint               row);
void      hw_xlsform_read_search      (HwXlsform          *self,
                                       HwQuestion         *question);
void      hw_xlsform_check_searches   (HwXlsform          *self);
void      hw_xlsform_check_tables     (HwXlsform          *self);
void      hw_xlsform_read_range       (HwXlsform          *self,
                                       HwQuestion         *question);
void      hw_xlsform_read_extras      (HwXlsform          *self,
                                       HwQuestion         *question,
                                       guint               row);
void      hw_xlsform_check_instances  (HwXlsform          *self);
void      hw_xlsform_settle_columns   (HwXlsform          *self);
void      hw_xlsform_settle_roles     (HwXlsform          *self);
void      hw_xlsform_link             (HwXlsform          *self);
void      hw_xlsform_compile          (HwXlsform          *self);
void      hw_xlsform_compile_settings (HwXlsform          *self);
void      hw_xlsform_check_settings   (HwXlsform          *self);
void      hw_xlsform_check            (HwXlsform          *self);
void      hw_xlsform_check_circles    (HwXlsform          *self);

/* Called with a translated sentence. */
typedef void (*HwXlsformFaultFunc) (const char *code,
                                    const char *message,
                                    gpointer    data);

guint     hw_xlsform_check_references (HwXlsform          *self,
                                       const char         *column,
                                       const char         *text,
                                       HwXlsformFaultFunc  func,
                                       gpointer            data);
void      hw_xlsform_check_other_references (HwXlsform    *self);
gboolean  hw_xlsform_compiles         (HwSheetCell         cell); /* whether references in it are looked at as it is compiled */

guint     hw_xlsform_get_row          (HwXlsform          *self,
                                       HwQuestion         *question);
void      hw_xlsform_notice           (HwXlsform          *self,
                                       const char         *code,
                                       HwQuestion         *question,
                                       HwSheetCell         cell,
                                       const char         *format,
                                       ...) G_GNUC_PRINTF (5, 6);
const char *hw_xlsform_find_code      (const GError       *error);
void      hw_xlsform_report_setting   (HwXlsform          *self,
                                       const char         *code,
                                       const char         *name,
                                       const char         *format,
                                       ...) G_GNUC_PRINTF (4, 5);
gboolean  hw_xlsform_parse_yes_no     (const char         *text,
                                       gboolean           *yes);
gboolean  hw_xlsform_is_name          (const char         *text);

G_END_DECLS
