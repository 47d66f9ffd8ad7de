/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * The languages of a questionnaire, and texts in them. Each language that a heading names has a
 * slot; a text is an array with one string a slot. The unnamed language ("label" without "::") has
 * the slot of "". Inside the room only.
 */
typedef struct _HwLanguages HwLanguages;

HwLanguages        *hw_languages_new        (void);
void                hw_languages_free       (HwLanguages        *self);
guint               hw_languages_add        (HwLanguages        *self,
                                             const char         *language);
void                hw_languages_settle     (HwLanguages        *self,
                                             const char         *default_language,
                                             gboolean            asks_unnamed);
gboolean            hw_languages_find       (HwLanguages        *self,
                                             const char         *language,
                                             guint              *slot);
guint               hw_languages_get_length (HwLanguages        *self);
const char *const  *hw_languages_get_names  (HwLanguages        *self);
int                 hw_languages_pick_slot  (HwLanguages        *self,
                                             char              **texts,
                                             const char         *language);
const char         *hw_languages_pick       (HwLanguages        *self,
                                             char              **texts,
                                             const char         *language);
void                hw_languages_free_texts (HwLanguages        *self,
                                             char              **texts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwLanguages, hw_languages_free)

G_END_DECLS
