/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "interview/item-private.h"

G_BEGIN_DECLS

/* The XForms instance behind the items: one element a question, group and live row. A roster has an element too, which stands in for an
 * instance where expressions need one: it knows its parent, but its parent does not know it, so that nothing counts it. */
xmlDocPtr  hw_instance_new_document  (HwItem         *root);
void       hw_instance_add_element   (HwItem         *item);
void       hw_instance_link_row      (HwItem         *row);
void       hw_instance_unlink_row    (HwItem         *row);
HwItem    *hw_instance_get_item      (xmlNodePtr      node);
void       hw_instance_write_value   (HwItem         *item);
void       hw_instance_free          (xmlDocPtr       document,
                                      HwItem         *root,
                                      GPtrArray      *removed_rows);
char      *hw_instance_dup_xml       (xmlDocPtr       document);

G_END_DECLS
