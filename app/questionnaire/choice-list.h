/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/value.h"

G_BEGIN_DECLS

/* Columns that name files: "image" or "media::image", and so on */
typedef enum
{
  HW_MEDIA_IMAGE,
  HW_MEDIA_BIG_IMAGE,
  HW_MEDIA_AUDIO,
  HW_MEDIA_VIDEO,
  HW_N_MEDIA,
} HwMedia;

typedef struct _HwChoice HwChoice;
typedef struct _HwChoiceList HwChoiceList;

const char     *hw_choice_get_name            (HwChoice     *self); /* the code */
const char     *hw_choice_get_label           (HwChoice     *self,
                                               const char   *language); /* never NULL: falls back to the default language, then the code */
const char     *hw_choice_get_column          (HwChoice     *self,
                                               const char   *column); /* extra column for choice_filter, or "name"; (nullable) */
const char     *hw_choice_get_media           (HwChoice     *self,
                                               HwMedia       media,
                                               const char   *language); /* (nullable) name of a file */
gboolean        hw_choice_is_exclusive        (HwChoice     *self); /* column "exclusive": stands alone in a select_multiple */
HwMissing       hw_choice_get_missing_class   (HwChoice     *self); /* column "missing_class": the kind of missing it stands for; HW_MISSING_NONE */
int             hw_choice_get_order           (HwChoice     *self); /* column "order": place in lists and tables; 0 when not given */

const char     *hw_choice_list_get_name       (HwChoiceList *self);
const char *const *hw_choice_list_get_columns (HwChoiceList *self); /* NULL-terminated: extra columns of the choices sheet */
guint           hw_choice_list_get_length     (HwChoiceList *self);
HwChoice       *hw_choice_list_get            (HwChoiceList *self,
                                               guint         i);
HwChoice       *hw_choice_list_find           (HwChoiceList *self,
                                               const char   *name); /* (nullable) hash lookup */
/* The positions, ascending, of the choices whose column has just that text; index made at first use, threads may share the list. (transfer none)
 * (nullable): NULL when there is none */
const guint    *hw_choice_list_lookup         (HwChoiceList *self,
                                               const char   *column,
                                               const char   *value,
                                               guint        *n);
gboolean        hw_choice_list_is_integer     (HwChoiceList *self); /* every code is a canonical integer: the column is INTEGER */

G_END_DECLS
