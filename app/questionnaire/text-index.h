/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Which of many rows have a text: the numbers of the rows, ascending, found through a hash. The texts are borrowed and must outlive it.
 * It never changes, so threads may share it. */
typedef struct _HwTextIndex HwTextIndex;
typedef const char *(*HwTextIndexFunc) (guint row, gpointer data);

HwTextIndex  *hw_text_index_new     (guint             n_rows,
                                     HwTextIndexFunc   get_text,
                                     gpointer          data);
void          hw_text_index_free    (HwTextIndex      *self);
const guint  *hw_text_index_lookup  (HwTextIndex      *self,
                                     const char       *text,
                                     guint            *n); /* NULL and 0 when no row has it */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwTextIndex, hw_text_index_free)

G_END_DECLS
