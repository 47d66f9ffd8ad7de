/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libxml/xpath.h>

#include "expression/expression.h"

G_BEGIN_DECLS

/* What only the functions of this room know of a secondary instance: that it is a tree. */
xmlDocPtr   hw_secondary_instance_get_document (HwSecondaryInstance *self);
xmlNodePtr  hw_secondary_instance_get_item     (HwSecondaryInstance *self,
                                                guint                row,
                                                gboolean             whole);
guint       hw_secondary_instance_get_position (xmlNodePtr           node); /* 0: it is none */
guint       hw_secondary_instance_get_n_rows   (HwSecondaryInstance *self);

G_END_DECLS
