/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/writer.h"

G_BEGIN_DECLS

/* For tests, which have no full disk at hand: how many pages the file may have from the next transaction on;
 * 0 stands for as many as it has, G_MAXUINT for as many as it likes. */
void  hw_writer_limit_pages  (HwWriter  *self,
                              guint      n_pages);

G_END_DECLS
