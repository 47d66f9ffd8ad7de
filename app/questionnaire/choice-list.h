/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _HwChoice HwChoice;
typedef struct _HwChoiceList HwChoiceList;

const char     *hw_choice_get_name            (HwChoice     *self); /* the code */
const char     *hw_choice_get_label           (HwChoice     *self,
                                               const char   *language); /* never NULL: falls back to the default language, then the code */
const char     *hw_choice_get_column          (HwChoice     *self,
                                               const char   *column); /* extra column for choice_filter, or "name"; (nullable) */

const char     *hw_choice_list_get_name       (HwChoiceList *self);
const char *const *hw_choice_list_get_columns (HwChoiceList *self); /* NULL-terminated: extra columns of the choices sheet */
guint           hw_choice_list_get_length     (HwChoiceList *self);
HwChoice       *hw_choice_list_get            (HwChoiceList *self,
                                               guint         i);
HwChoice       *hw_choice_list_find           (HwChoiceList *self,
                                               const char   *name); /* (nullable) hash lookup */
gboolean        hw_choice_list_is_integer     (HwChoiceList *self); /* every code is a canonical integer: the column is INTEGER */

G_END_DECLS
