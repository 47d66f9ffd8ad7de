/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Every word of XLSForm that the reader knows, once: the types of questions, the columns of the
 * sheets, the settings, the parameters and the words of appearances. The reader looks words up in
 * the same tables, so that help that is made from this says what is done.
 */

typedef enum
{
  HW_WORD_TYPE,
  HW_WORD_SURVEY_COLUMN,
  HW_WORD_CHOICES_COLUMN,
  HW_WORD_SETTING,
  HW_WORD_PARAMETER,
  HW_WORD_APPEARANCE,
  HW_N_WORD_CLASSES,
} HwWordClass;

typedef enum
{
  HW_STANDING_USED,     /* of XLSForm, and does here what it says */
  HW_STANDING_OURS,     /* of Homeward; other programs leave it alone */
  HW_STANDING_ACCEPTED, /* of XLSForm, read without a fault and of no effect here */
  HW_STANDING_REPLACED, /* of XLSForm, cannot be done here; the description says what to do instead */
} HwStanding;

typedef struct
{
  HwWordClass word_class;
  HwStanding standing;
  gboolean translated;     /* columns: there may be one for each language, "label::Français (fr)" */
  const char *name;
  const char *aliases;     /* other spellings, blanks between them; "" if none. "_" in a type is as good as a blank */
  const char *belongs_to;  /* parameters and appearances: names of types, blanks between them; "" for all */
  const char *description; /* one sentence, marked with N_() */
} HwWord;

const HwWord *hw_xlsform_vocabulary          (guint         *n);
const char   *hw_word_class_get_name         (HwWordClass    word_class); /* translated heading, for help */
const char   *hw_word_get_description        (const HwWord  *self);       /* translated */
const HwWord *hw_xlsform_vocabulary_find     (HwWordClass    word_class,
                                              const char    *spelling);   /* (nullable) by its name or another spelling */
const char   *hw_xlsform_vocabulary_suggest  (HwWordClass    word_class,
                                              const char    *spelling);   /* (nullable) the nearest name */

G_END_DECLS
