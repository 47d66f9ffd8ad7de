/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "questionnaire/expression-tree.h"
#include "questionnaire/xlsform-private.h"

G_BEGIN_DECLS

/*
 * Advice on a questionnaire that was read. Each file check-*.c looks at one subject; all of them
 * bear a form with faults, in which lists and expressions may be missing. Inside the room only.
 */

typedef struct
{
  HwXlsform *form;
  HwQuestionnaire *questionnaire;
  gpointer *trees;  /* of HwTree, question by question, rule by rule; made when needed */
  guint *n_readers;  /* by index of the question: how many expressions and texts read it */
  GHashTable *looped; /* what was said of rows within loops */
} HwCheck;

/* Where a finding stands. */
typedef struct
{
  HwSheetKind sheet;
  guint row; /* of the sheet, from 0 */
  HwSheetCell cell;
  int slot;             /* language of a translated cell; -1 for any other */
  HwQuestion *question; /* (nullable) */
  const char *lines;    /* (nullable) every line, when it speaks of several */
} HwPlace;

void         hw_xlsform_advise        (HwXlsform   *self);

HwTree      *hw_check_get_tree        (HwCheck     *self,
                                       HwQuestion  *question,
                                       HwRule       rule);
HwPlace      hw_check_place           (HwCheck     *self,
                                       HwQuestion  *question,
                                       HwSheetCell  cell);
HwPlace      hw_check_rule_place      (HwCheck     *self,
                                       HwQuestion  *question,
                                       HwRule       rule);
const char  *hw_check_rule_name       (HwRule       rule);
void         hw_check_report          (HwCheck     *self,
                                       const char  *code,
                                       HwPlace      place,
                                       const char  *format,
                                       ...) G_GNUC_PRINTF (4, 5);

#define HW_CHECK_MAX_NAMES 6 /* so many are written out in a sentence about several */

char        *hw_check_join_names      (GPtrArray   *questions);
char        *hw_check_join_lines      (GPtrArray   *questions);
char        *hw_check_join_rows       (HwCheck     *self,
                                       HwSheetKind  sheet,
                                       GArray      *rows,
                                       const char  *between,
                                       guint        max);

/* One subject each. */
void         hw_check_choices         (HwCheck     *self);
void         hw_check_expressions     (HwCheck     *self);
void         hw_check_guards          (HwCheck     *self);
void         hw_check_names           (HwCheck     *self);
void         hw_check_references      (HwCheck     *self);
void         hw_check_size            (HwCheck     *self);
void         hw_check_skips           (HwCheck     *self);
void         hw_check_texts           (HwCheck     *self);

G_END_DECLS
