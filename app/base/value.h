/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/*
 * An answer is a text in the canonical form of XForms (2026-11-21, 12.5, "1 4 7" for several
 * choices), or it is missing, and then of a kind. A missing answer has no text: no code such as 99
 * ever stands where a number is expected. The kinds are bits, so that every counter can say which
 * of them it leaves out.
 *
 * The alternative, a tagged union of integers, doubles and dates, was rejected: the live interview
 * is an XForms instance, whose leaves are text, and an exact decimal has to survive unchanged.
 */

typedef enum /*< flags >*/
{
  HW_MISSING_NONE           = 0,
  HW_MISSING_NOT_ASKED      = 1 << 0, /* a skip leads around the question */
  HW_MISSING_NOT_ANSWERED   = 1 << 1, /* applies, and nobody has answered yet */
  HW_MISSING_DONT_KNOW      = 1 << 2,
  HW_MISSING_REFUSED        = 1 << 3,
  HW_MISSING_NOT_APPLICABLE = 1 << 4, /* said so by the respondent */
  HW_MISSING_DORMANT        = 1 << 5, /* answered, then made irrelevant: kept, not counted */
} HwMissing;

#define HW_MISSING_ANY 0x3f
/* What a person says instead of an answer; each of these fulfils "required". */
#define HW_MISSING_SAID (HW_MISSING_DONT_KNOW | HW_MISSING_REFUSED | HW_MISSING_NOT_APPLICABLE)

const char *hw_missing_get_name   (HwMissing   missing);
gboolean    hw_missing_from_name  (const char *name,
                                   HwMissing  *missing);

#define HW_TYPE_VALUE (hw_value_get_type ())

typedef struct _HwValue HwValue;

GType       hw_value_get_type     (void) G_GNUC_CONST;
HwValue    *hw_value_new          (const char *text);
HwValue    *hw_value_new_missing  (HwMissing   missing);
HwValue    *hw_value_ref          (HwValue    *self);
void        hw_value_unref        (HwValue    *self);
const char *hw_value_get_text     (HwValue    *self);
HwMissing   hw_value_get_missing  (HwValue    *self);
gboolean    hw_value_is_missing   (HwValue    *self);
gboolean    hw_value_equal        (HwValue    *self,
                                   HwValue    *other);
gboolean    hw_value_contains     (HwValue    *self,
                                   const char *choice);
char       *hw_value_dup_display  (HwValue    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwValue, hw_value_unref)

G_END_DECLS
