/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "questionnaire/choice-list.h"
#include "questionnaire/dataset.h"
#include "questionnaire/languages.h"

G_BEGIN_DECLS

HwChoiceList *hw_choice_list_new   (const char         *name,
                                    HwLanguages        *languages,
                                    const char *const  *columns);
HwChoiceList *hw_choice_list_new_from_dataset (HwDataset   *dataset,
                                    guint               value_column,
                                    guint               label_column,
                                    HwLanguages        *languages);
void          hw_choice_list_drop_repeats (HwChoiceList *self);
void          hw_choice_list_sort  (HwChoiceList       *self);
void          hw_choice_list_free  (HwChoiceList       *self);
HwChoice     *hw_choice_list_add   (HwChoiceList       *self,
                                    const char         *name,
                                    char              **label,
                                    char              **values);
void          hw_choice_set_media  (HwChoice           *self,
                                    HwMedia             media,
                                    char              **texts);
void          hw_choice_set_marks  (HwChoice           *self,
                                    gboolean            exclusive,
                                    HwMissing           missing_class,
                                    int                 order);

G_END_DECLS
