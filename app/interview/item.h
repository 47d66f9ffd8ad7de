/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "base/value.h"
#include "questionnaire/question.h"

G_BEGIN_DECLS

/* One place of a live interview: a question of one row, a group, a roster, or a row of a roster. The screen binds to it.
 * Properties (notify): value, relevant, problem (int: HwItemProblem), problem-message, label (hint too), required, read-only, confirmed.
 * Signal: choices-changed, when the choice filter may let others through. All are emitted after the wish is done, never in its midst.
 * Handlers of items-changed make no wishes of their own; handlers of all others may. */
#define HW_TYPE_ITEM (hw_item_get_type ())
G_DECLARE_FINAL_TYPE (HwItem, hw_item, HW, ITEM, GObject)

typedef enum
{
  HW_ITEM_QUESTION,
  HW_ITEM_GROUP,  /* the root is one */
  HW_ITEM_ROSTER, /* a repeat; its children are rows */
  HW_ITEM_ROW,    /* one instance of a repeat */
} HwItemKind;

typedef enum
{
  HW_ITEM_FINE,
  HW_ITEM_REQUIRED,   /* applies, required, and nothing is there */
  HW_ITEM_CONSTRAINT, /* hard: the interview cannot be finished */
  HW_ITEM_SOFT,       /* soft check asks for a confirmation */
  HW_ITEM_FAULT,      /* an expression of the questionnaire cannot be computed; nobody in the field can mend it, so it blocks nothing */
} HwItemProblem;

HwItemKind    hw_item_get_kind            (HwItem     *self);
HwQuestion   *hw_item_get_question        (HwItem     *self); /* a roster's and a row's is the repeat */
HwItem       *hw_item_get_parent          (HwItem     *self); /* (nullable) (transfer none) */
HwItem       *hw_item_get_row             (HwItem     *self); /* innermost row around it, or itself; NULL at household level */
GListModel   *hw_item_get_children        (HwItem     *self); /* (transfer none): HwItems in document order, irrelevant ones included; rosters: live rows */
const char   *hw_item_get_ref             (HwItem     *self); /* "mage" at household level, "member[2]/mage", "snd[1]/flow[3]/flamt"; groups are left out; a row: "member[2]" */
const char   *hw_item_get_row_id          (HwItem     *self); /* rows: UUID; root: the interview's UUID; else NULL */
guint         hw_item_get_position        (HwItem     *self); /* rows: from 1 */
gboolean      hw_item_is_relevant         (HwItem     *self); /* itself and all around it */
HwValue      *hw_item_get_value           (HwItem     *self); /* (transfer none) questions; what applies now: NOT_ASKED or DORMANT when irrelevant */
HwValue      *hw_item_get_kept_value      (HwItem     *self); /* (transfer none) the answer even if dormant */
gboolean      hw_item_is_required         (HwItem     *self);
gboolean      hw_item_is_read_only        (HwItem     *self); /* now: always, or by the rule of its column read_only */
HwItemProblem hw_item_get_problem         (HwItem     *self);
gboolean      hw_item_is_blocking         (HwItem     *self); /* the interview cannot be finished as long as it has this problem */
const char   *hw_item_get_problem_message (HwItem     *self); /* (nullable) a sentence */
const char   *hw_item_get_confirmed       (HwItem     *self); /* (nullable) the reason with which a soft check was confirmed */
char         *hw_item_dup_label           (HwItem     *self); /* in the interview's language, ${} filled in; a row: the first identifying text in it (the name), else "Member 3" */
char         *hw_item_dup_hint            (HwItem     *self);
char         *hw_item_dup_guidance        (HwItem     *self); /* the help (F1), filled in; "" if none */
char         *hw_item_dup_display         (HwItem     *self); /* the answer as a person reads it: choice labels, "Don't know"; "" when empty */
GPtrArray    *hw_item_list_choices        (HwItem     *self); /* (transfer container) HwChoices that the choice_filter lets through */
char         *hw_item_dup_toggled         (HwItem     *self,
                                           const char *choice); /* select_multiple: text of the answer after choosing or leaving @choice, exclusive codes heeded, codes that the filter no longer offers dropped; "" when none is left */
gboolean      hw_item_is_odd              (HwItem     *self); /* the soft check fails, confirmed or not */
char         *hw_item_dup_soft_message    (HwItem     *self); /* what the soft check asks, as a sentence */
GPtrArray    *hw_item_list_dormant_rows   (HwItem     *self); /* rosters: (transfer container) kept rows that do not apply now; they come after the live ones */

G_END_DECLS
