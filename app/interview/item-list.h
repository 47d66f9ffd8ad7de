/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "interview/item.h"

G_BEGIN_DECLS

/* A GListModel of HwItems that is told what it should hold, and says what changed in as few items-changed as there are separate
 * places: one for a batch of rows. Items that stay keep their widgets. */
#define HW_TYPE_ITEM_LIST (hw_item_list_get_type ())
G_DECLARE_FINAL_TYPE (HwItemList, hw_item_list, HW, ITEM_LIST, GObject)

HwItemList *hw_item_list_new   (void);
void        hw_item_list_set   (HwItemList  *self,
                                GPtrArray   *items); /* of HwItem, borrowed */
guint       hw_item_list_find  (HwItemList  *self,
                                HwItem      *item);  /* G_MAXUINT when it is not in */

G_END_DECLS
