/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/csv-reader.h"
#include "questionnaire/choice-list.h"
#include "questionnaire/languages.h"

G_BEGIN_DECLS

/*
 * A sheet of an XLSForm: its headings in all the spellings that the field uses, turned into cells
 * that have one name each. Inside the room only.
 */

typedef enum
{
  HW_SHEET_SURVEY,
  HW_SHEET_CHOICES,
  HW_SHEET_SETTINGS,
  HW_SHEET_EXTERNAL_CHOICES,
  HW_N_SHEETS,
} HwSheetKind;

typedef enum
{
  HW_CELL_TYPE,
  HW_CELL_NAME,
  HW_CELL_LABEL,
  HW_CELL_HINT,
  HW_CELL_GUIDANCE,
  /* in the order of HwMedia */
  HW_CELL_IMAGE,
  HW_CELL_BIG_IMAGE,
  HW_CELL_AUDIO,
  HW_CELL_VIDEO,
  HW_CELL_AUTOPLAY,
  HW_CELL_APPEARANCE,
  HW_CELL_REQUIRED,
  HW_CELL_REQUIRED_MESSAGE,
  HW_CELL_RELEVANT,
  HW_CELL_CONSTRAINT,
  HW_CELL_CONSTRAINT_MESSAGE,
  HW_CELL_CALCULATION,
  HW_CELL_DEFAULT,
  HW_CELL_READ_ONLY,
  HW_CELL_CHOICE_FILTER,
  HW_CELL_REPEAT_COUNT,
  HW_CELL_PARAMETERS,
  HW_CELL_ROWS,
  HW_CELL_TRIGGER,
  HW_CELL_BIND_TYPE,
  HW_CELL_DISABLED,
  /* ours */
  HW_CELL_NUMBER,
  HW_CELL_SECTION,
  HW_CELL_SOFT_CHECK,
  HW_CELL_SOFT_MESSAGE,
  HW_CELL_MISSING,
  HW_CELL_TIER,
  HW_CELL_UNIVERSE,
  HW_CELL_UNIT,
  HW_CELL_EXCLUSIVE,
  HW_CELL_IDENTIFYING,
  HW_CELL_EXPECTED_MIN,
  HW_CELL_EXPECTED_MAX,
  HW_CELL_DECIMALS,
  HW_CELL_WIDTH,
  HW_CELL_VAR_LABEL,
  HW_CELL_ROSTER_LAYOUT,
  HW_CELL_SUPERVISOR_ONLY,
  HW_CELL_ROLE,
  /* of the choices sheet */
  HW_CELL_LIST_NAME,
  /* of the settings sheet */
  HW_CELL_FORM_TITLE,
  HW_N_CELLS,
} HwSheetCell;

typedef struct _HwSheet HwSheet;

HwSheet     *hw_sheet_new             (HwSheetKind         kind,
                                       HwCsvTable         *table,
                                       HwProblems         *problems);
void         hw_sheet_free            (HwSheet            *self);
const char  *hw_sheet_kind_get_name   (HwSheetKind         kind);
gboolean     hw_sheet_is_name         (const char         *name); /* of any sheet that XLSForm knows */
char        *hw_sheet_dup_normal_name (const char         *name);
void         hw_sheet_add_languages   (HwSheet            *self,
                                       HwLanguages        *languages);
void         hw_sheet_set_loop        (HwSheet            *self,
                                       HwChoice           *choice); /* (nullable) whose %(name)s and %(label)s are filled in */
HwChoice    *hw_sheet_get_loop        (HwSheet            *self);
const char  *hw_sheet_get_file        (HwSheet            *self);
guint        hw_sheet_get_n_rows      (HwSheet            *self);
gboolean     hw_sheet_is_blank        (HwSheet            *self,
                                       guint               row);
guint        hw_sheet_get_line        (HwSheet            *self,
                                       guint               row);
guint        hw_sheet_get_heading_line (HwSheet           *self);
gboolean     hw_sheet_has             (HwSheet            *self,
                                       HwSheetCell         cell);
gboolean     hw_sheet_has_text        (HwSheet            *self,
                                       HwSheetCell         cell,
                                       const char         *language);
const char  *hw_sheet_get             (HwSheet            *self,
                                       guint               row,
                                       HwSheetCell         cell);
char       **hw_sheet_dup_texts       (HwSheet            *self,
                                       guint               row,
                                       HwSheetCell         cell);
guint        hw_sheet_get_n_columns   (HwSheet            *self);
const char  *hw_sheet_get_heading     (HwSheet            *self,
                                       guint               column);
const char  *hw_sheet_get_extra_name  (HwSheet            *self,
                                       guint               column);
const char  *hw_sheet_get_field       (HwSheet            *self,
                                       guint               row,
                                       guint               column);
/* The code is one of the registry, which also says how bad it is. */
void         hw_sheet_notice          (HwSheet            *self,
                                       const char         *code,
                                       guint               row,
                                       HwSheetCell         cell,
                                       const char         *format,
                                       ...) G_GNUC_PRINTF (5, 6);
void         hw_sheet_notice_column   (HwSheet            *self,
                                       const char         *code,
                                       guint               line,
                                       guint               column,
                                       const char         *format,
                                       ...) G_GNUC_PRINTF (5, 6);
void         hw_sheet_notice_text     (HwSheet            *self,
                                       const char         *code,
                                       guint               row,
                                       HwSheetCell         cell,
                                       guint               slot,
                                       const char         *message);
void         hw_sheet_notice_lines    (HwSheet            *self,
                                       const char         *code,
                                       guint               row,
                                       HwSheetCell         cell,
                                       const char         *lines,
                                       const char         *format,
                                       ...) G_GNUC_PRINTF (6, 7);
void         hw_sheet_warn_unknown    (HwSheet            *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwSheet, hw_sheet_free)

G_END_DECLS
