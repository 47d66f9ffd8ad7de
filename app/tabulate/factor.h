/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/value.h"

G_BEGIN_DECLS

/*
 * A variable as an axis of a table: levels in the order in which they are printed, and for each
 * case the levels that it belongs to. That is one level, or, of a question with several choices, as
 * many as were chosen. Kinds of missing are levels as well, the last ones, and know that they are:
 * they are shown, and no percentage has them in its base.
 */
typedef struct
{
  char *code;
  char *label;
  gboolean is_missing;
} HwFactorLevel;

typedef struct _HwFactor HwFactor;

/* Label of a code, and its place among all codes; FALSE when the variable has no such code */
typedef gboolean (*HwLevelFunc) (const char  *code,
                                 const char **label,
                                 guint       *place,
                                 gpointer     data);

HwFactor      *hw_factor_new          (guint              n_cases,
                                       const char *const *values, /* NULL: missing */
                                       const guint8      *missing, /* (nullable): HwMissing of each; else "not-answered" */
                                       gboolean           several, /* values are codes separated by spaces */
                                       HwLevelFunc        func,    /* (nullable) */
                                       gpointer           data);
HwFactor      *hw_factor_new_single   (guint              n_cases);
HwFactor      *hw_factor_new_crossed  (HwFactor          *a,
                                       HwFactor          *b);
void           hw_factor_free         (HwFactor          *self);
guint          hw_factor_get_length   (HwFactor          *self);
const HwFactorLevel *hw_factor_get_level    (HwFactor          *self,
                                       guint              i);
const guint   *hw_factor_get_of       (HwFactor          *self,
                                       guint              i,
                                       guint             *n);
/* Takes away the levels that no case has where @keep says so */
void           hw_factor_drop_unused  (HwFactor          *self,
                                       const guint8      *keep);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwFactor, hw_factor_free)

G_END_DECLS
