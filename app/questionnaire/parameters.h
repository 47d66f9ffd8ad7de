/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * A cell of the column "parameters": "start=0 end=10; step=1". Pairs stand apart by blanks, commas
 * or semicolons. Names are kept in small letters, and a name that comes twice has its last value.
 * Inside the room only.
 */
typedef struct _HwParameters HwParameters;

HwParameters *hw_parameters_parse      (const char    *text,
                                        char         **bad);
void          hw_parameters_free       (HwParameters  *self);
void          hw_parameters_set        (HwParameters  *self,
                                        const char    *name,
                                        const char    *value);
const char   *hw_parameters_get        (HwParameters  *self,
                                        const char    *name);
guint         hw_parameters_get_length (HwParameters  *self);
const char   *hw_parameters_get_name   (HwParameters  *self,
                                        guint          i);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwParameters, hw_parameters_free)

G_END_DECLS
