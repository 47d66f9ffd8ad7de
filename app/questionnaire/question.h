/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/value.h"
#include "expression/expression.h"
#include "questionnaire/choice-list.h"

G_BEGIN_DECLS

/* One row of the survey sheet: a question, or a group or repeat that holds others. Immutable, owned by its
 * questionnaire, and valid as long as that lives. */
typedef struct _HwQuestion HwQuestion;

typedef enum
{
  HW_KIND_GROUP, /* the root is one, with the name "data" */
  HW_KIND_REPEAT,
  HW_KIND_TEXT,
  HW_KIND_INTEGER,
  HW_KIND_DECIMAL,
  HW_KIND_DATE,
  HW_KIND_TIME,
  HW_KIND_DATETIME,
  HW_KIND_SELECT_ONE,
  HW_KIND_SELECT_MULTIPLE,
  HW_KIND_ACKNOWLEDGE,
  HW_KIND_GEOPOINT,
  HW_KIND_NOTE,      /* no value */
  HW_KIND_CALCULATE, /* computed; text in the tree, column type REAL when every value is a number else TEXT: see value type */
  HW_KIND_HIDDEN,
  HW_KIND_START,     /* start, end, today, deviceid, username: filled by the program */
  HW_KIND_END,
  HW_KIND_TODAY,
  HW_KIND_DEVICEID,
  HW_KIND_USERNAME,
} HwKind;

const char      *hw_kind_get_name                   (HwKind       kind);

const char      *hw_question_get_name               (HwQuestion  *self);
HwKind           hw_question_get_kind               (HwQuestion  *self);
guint            hw_question_get_index              (HwQuestion  *self); /* dense, 0 = root, document order */
guint            hw_question_get_line               (HwQuestion  *self); /* line of the survey sheet; 0 for the root */
HwQuestion      *hw_question_get_parent             (HwQuestion  *self); /* (nullable) */
guint            hw_question_get_n_children         (HwQuestion  *self);
HwQuestion      *hw_question_get_child              (HwQuestion  *self,
                                                     guint        i);
HwQuestion      *hw_question_get_repeat             (HwQuestion  *self); /* innermost repeat around it (not itself); NULL at household level */
gboolean         hw_question_is_container           (HwQuestion  *self); /* group or repeat */
gboolean         hw_question_has_value              (HwQuestion  *self); /* not container, not note */
gboolean         hw_question_is_date                (HwQuestion  *self); /* date or dateTime, calculated ones too */
gboolean         hw_question_is_answerable          (HwQuestion  *self); /* has a value that a person gives: not calculate, hidden, read-only, metadata */
const char      *hw_question_get_number             (HwQuestion  *self); /* (nullable) printed number, column "number", e.g. D2.7 */
const char      *hw_question_get_section            (HwQuestion  *self); /* (nullable) */
const char      *hw_question_get_label              (HwQuestion  *self,
                                                     const char  *language); /* raw, may contain ${}; "" if none */
const char      *hw_question_get_hint               (HwQuestion  *self,
                                                     const char  *language); /* for the enumerator; "" if none */
const char      *hw_question_get_guidance           (HwQuestion  *self,
                                                     const char  *language); /* guidance_hint: F1 help; "" if none */
const char      *hw_question_get_constraint_message (HwQuestion  *self,
                                                     const char  *language); /* "" if none */
const char      *hw_question_get_required_message   (HwQuestion  *self,
                                                     const char  *language);
const char      *hw_question_get_soft_message       (HwQuestion  *self,
                                                     const char  *language);
/* The same texts ready to be filled in, with the question's element as context: (transfer none), NULL when the text in that language
 * has no ${} */
HwTemplate      *hw_question_get_label_template     (HwQuestion  *self,
                                                     const char  *language);
HwTemplate      *hw_question_get_hint_template      (HwQuestion  *self,
                                                     const char  *language);
HwTemplate      *hw_question_get_guidance_template  (HwQuestion  *self,
                                                     const char  *language);
HwTemplate      *hw_question_get_constraint_message_template (HwQuestion  *self,
                                                              const char  *language);
HwTemplate      *hw_question_get_required_message_template   (HwQuestion  *self,
                                                              const char  *language);
HwTemplate      *hw_question_get_soft_message_template       (HwQuestion  *self,
                                                              const char  *language);
HwExpression    *hw_question_get_relevant           (HwQuestion  *self); /* these: (nullable) (transfer none) */
HwExpression    *hw_question_get_constraint         (HwQuestion  *self);
HwExpression    *hw_question_get_required           (HwQuestion  *self); /* NULL: see is_required */
gboolean         hw_question_is_required            (HwQuestion  *self); /* constant yes */
HwExpression    *hw_question_get_calculation        (HwQuestion  *self); /* also on a visible question: it then prefills */
/* Asked once for each choice, with the question's element as context node. A bare word in it, as "region" in "region = ${region}",
 * is a column of the choices sheet: let the hook HwExpressionHooks.column answer with hw_choice_get_column() of the choice
 * that is looked at. "name" is the code. Columns are not among hw_expression_get_names(). */
HwExpression    *hw_question_get_choice_filter      (HwQuestion  *self);
/* Context node: the parent of the instances (the element around the repeat), not an instance. Everything else of a repeat, such as
 * its relevant, has an instance as context; where there is none yet, an empty one stands in for it. */
HwExpression    *hw_question_get_repeat_count       (HwQuestion  *self);
HwExpression    *hw_question_get_default            (HwQuestion  *self); /* dynamic default; a plain one is a compiled literal */
HwExpression    *hw_question_get_soft_check         (HwQuestion  *self); /* TRUE = fine; FALSE = ask for confirmation */
const char      *hw_question_get_appearance         (HwQuestion  *self); /* "" if none */
gboolean         hw_question_is_read_only           (HwQuestion  *self);
HwChoiceList    *hw_question_get_choices            (HwQuestion  *self); /* (nullable) select_one, select_multiple */
/* The kinds of missing that the question takes (bits of HW_MISSING_SAID), and the code by which files and foreign data
 * write each of them ("98"); NULL when it has none. */
guint            hw_question_get_missing            (HwQuestion  *self);
const char      *hw_question_get_missing_code       (HwQuestion  *self,
                                                     HwMissing    kind);
gboolean         hw_question_is_exclusive           (HwQuestion  *self,
                                                     const char  *choice); /* column "exclusive": codes that stand alone in a select_multiple */
const char      *hw_question_get_unit               (HwQuestion  *self,
                                                     const char  *language); /* column "unit"; "" if none */
int              hw_question_get_tier               (HwQuestion  *self); /* 1 when not given */
gboolean         hw_question_is_identifying         (HwQuestion  *self); /* column "identifying" = yes: never exported */
const char      *hw_question_get_universe           (HwQuestion  *self); /* prose; "" if none */

G_END_DECLS
