/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "interview/item.h"

G_BEGIN_DECLS

char *hw_row_name_dup_detail (HwItem *row); /* what else is known: "Female, 32"; "" */

G_END_DECLS
