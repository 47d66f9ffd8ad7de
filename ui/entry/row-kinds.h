/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "interview/item.h"

G_BEGIN_DECLS

GType hw_row_kind_for (HwItem *item);

G_END_DECLS
