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
  HW_KIND_RANK,      /* text: codes of the list in the order that was given, separated by blanks; each at most once */
  HW_KIND_IMAGE,     /* text: name of a file */
} HwKind;

/* The parameters of a question of the type range, whose kind is integer or decimal. */
typedef struct
{
  double start;          /* what stands at the beginning of the scale */
  double end;            /* may be below the start: the scale goes down */
  double step;           /* above 0 */
  double tick_interval;  /* 0 when not given */
  double placeholder;    /* where the mark stands before there is an answer; NaN when not given */
  HwChoiceList *labels;  /* (nullable) its codes are the values of ticks, its labels what stands there */
} HwRange;

/* How the rows of a repeat are shown, column "roster_layout" */
typedef enum
{
  HW_ROSTER_LAYOUT_AUTO,
  HW_ROSTER_LAYOUT_GRID,
  HW_ROSTER_LAYOUT_PAGES,
} HwRosterLayout;

/* Column "identifying", alias "sensitive" */
typedef enum
{
  HW_SENSITIVITY_NONE,
  HW_SENSITIVITY_IDENTIFYING, /* yes, pii: names a person or a place, never exported */
  HW_SENSITIVITY_SPECIAL,     /* special: health, belief, origin and the like; exported only when that is asked for */
} HwSensitivity;

const char      *hw_kind_get_name                   (HwKind       kind);
gboolean         hw_kind_has_choices                (HwKind       kind); /* select_one, select_multiple, rank */

/* Unique in the questionnaire: the name of the sheet, or the path of groups, "partner/age", where several are called "age". It names
 * columns, files and places; hw_questionnaire_find() finds by it. */
const char      *hw_question_get_name               (HwQuestion  *self);
const char      *hw_question_get_element            (HwQuestion  *self); /* the name of the sheet and of the element: unique among its siblings */
const char      *hw_question_get_step               (HwQuestion  *self); /* the way to it from its row: its element, after its groups where the row has several such */
HwQuestion      *hw_question_find_below             (HwQuestion  *self,  /* a group or repeat */
                                                     const char  *element); /* (nullable) in it or in its groups, never in a repeat within; NULL when several */
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

/* What the type, the parameters and the appearance say beyond the kind */
const char      *hw_question_get_type_name          (HwQuestion  *self); /* as the sheet has it, normalised: "barcode", "range", "select_one_from_file" */
const HwRange   *hw_question_get_range              (HwQuestion  *self); /* (nullable) type range only */
HwQuestion      *hw_question_get_choices_source     (HwQuestion  *self); /* (nullable) "select_one ${q}": the answers to q, one a row of its repeat, are the choices */
const char      *hw_question_get_parameter          (HwQuestion  *self,
                                                     const char  *name); /* (nullable) raw text; the name in small letters */
gboolean         hw_question_is_randomized          (HwQuestion  *self); /* choices in random order: randomize=true */
HwExpression    *hw_question_get_seed               (HwQuestion  *self); /* (nullable) of the random order; NULL: one for each opening */
gboolean         hw_question_has_appearance         (HwQuestion  *self,
                                                     const char  *word); /* one of the words of the appearance, whole */
/* Files of media columns, in a language as labels: (transfer none) (nullable) */
const char      *hw_question_get_media              (HwQuestion  *self,
                                                     HwMedia      media,
                                                     const char  *language);
gboolean         hw_question_plays_at_once          (HwQuestion  *self,
                                                     HwMedia      media); /* column "autoplay" */

/* Column "trigger": NULL-terminated (nullable) questions whose change computes the calculation anew; nothing else does. */
HwQuestion *const *hw_question_get_trigger          (HwQuestion  *self);
/* (nullable) a condition in the column "read_only"; then hw_question_is_read_only() is FALSE and the question is answerable */
HwExpression    *hw_question_get_read_only_rule     (HwQuestion  *self);

/* Extra columns of Homeward */
HwSensitivity    hw_question_get_sensitivity        (HwQuestion  *self);
int              hw_question_get_decimals           (HwQuestion  *self); /* digits after the point that are kept and shown; -1 when not given */
int              hw_question_get_width              (HwQuestion  *self); /* characters or digits of the answer; 0 when not given */
HwRosterLayout   hw_question_get_roster_layout      (HwQuestion  *self);
/* "expected_min", "expected_max": NULL when not given. They are part of hw_question_get_soft_check() already. */
const char      *hw_question_get_expected_min       (HwQuestion  *self);
const char      *hw_question_get_expected_max       (HwQuestion  *self);
gboolean         hw_question_is_supervisor_only     (HwQuestion  *self); /* answered in review, not in the interview */
const char      *hw_question_get_variable_label     (HwQuestion  *self,
                                                     const char  *language); /* column "var_label": for data files; "" if none */
/* "weight", "stratum", "psu", "fpc", "case_id": NULL when not given. hw_questionnaire_get_setting() of that name gives it too. */
const char      *hw_question_get_role               (HwQuestion  *self);

G_END_DECLS
