/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A word that one may write into a questionnaire, and what it does; or the heading over some. */
#define HW_TYPE_REFERENCE_ITEM (hw_reference_item_get_type ())
G_DECLARE_FINAL_TYPE (HwReferenceItem, hw_reference_item, HW, REFERENCE_ITEM, GObject)

/* Does it do the same elsewhere? */
typedef enum
{
  HW_REFERENCE_USED,
  HW_REFERENCE_OURS,      /* other programs leave it alone */
  HW_REFERENCE_NO_EFFECT, /* read here, and of no effect */
  HW_REFERENCE_REPLACED,  /* cannot be done here; the description says what to do instead */
} HwReferenceStanding;

HwReferenceItem    *hw_reference_item_new             (const char          *section,
                                                       const char          *name,
                                                       HwReferenceStanding  standing,
                                                       const char          *note,
                                                       const char          *description);
HwReferenceItem    *hw_reference_item_new_heading     (const char          *section,
                                                       guint                n);
gboolean            hw_reference_item_is_heading      (HwReferenceItem     *self);
const char         *hw_reference_item_get_section     (HwReferenceItem     *self); /* translated, of its heading */
const char         *hw_reference_item_get_name        (HwReferenceItem     *self); /* a heading's: its text */
HwReferenceStanding hw_reference_item_get_standing    (HwReferenceItem     *self);
const char         *hw_reference_item_get_note        (HwReferenceItem     *self); /* "": other spellings, what it goes with */
const char         *hw_reference_item_get_description (HwReferenceItem     *self);
gboolean            hw_reference_item_matches         (HwReferenceItem     *self,
                                                       const char          *needle); /* casefolded */

/* All of them, section by section. */
GPtrArray          *hw_reference_list_words           (void); /* (transfer container) of HwReferenceItem */

G_END_DECLS
