/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "questionnaire/question.h"
#include "questionnaire/vocabulary.h"
#include "questionnaire/xlsform-sheet.h"

G_BEGIN_DECLS

/*
 * The words with what the reader needs to know of them. Inside the room only.
 */

typedef struct
{
  HwWord word;
  HwSheetCell cell; /* HW_N_CELLS: nothing is read from it */
} HwColumnWord;

typedef enum
{
  HW_ROW_QUESTION,
  HW_ROW_BEGIN,
  HW_ROW_BEGIN_LOOP,
  HW_ROW_END,
  HW_ROW_END_LOOP,
  HW_ROW_SETTING,  /* an old way to write a setting; the name is its value */
  HW_ROW_INSTANCE, /* names an attached file for instance() */
  HW_ROW_IGNORED,  /* of XLSForm, and Homeward does it by itself */
  HW_ROW_UNKNOWN,
} HwRowKind;

/* What follows the name of the type */
typedef enum
{
  HW_TAKES_NOTHING,
  HW_TAKES_LIST,
  HW_TAKES_FILE,
  HW_TAKES_EXTERNAL, /* a list of the sheet external_choices */
  HW_TAKES_ANYTHING, /* it is not looked at */
} HwTakes;

typedef struct _HwTypeWord
{
  HwWord word;
  HwRowKind row;
  HwKind kind;
  HwTakes takes;
  const char *constraint; /* (nullable) that comes with the type */
  const char *hint;       /* (nullable) marked with N_() */
} HwTypeWord;

#define HW_KIND_BIT(kind) (1U << (kind))
#define HW_ALL_KINDS G_MAXUINT

typedef enum
{
  HW_LOOK_PLAIN,
  HW_LOOK_NUMBERED, /* "columns-2": a number stands at its end */
  HW_LOOK_CALL,     /* "search(...)" */
  HW_LOOK_PREFIX,   /* "ex:..." */
} HwLook;

typedef struct
{
  HwWord word;
  guint kinds; /* bits of the kinds on which it has a sense */
  HwLook look;
} HwAppearanceWord;

const HwColumnWord     *hw_vocabulary_get_survey_columns  (guint *n);
const HwColumnWord     *hw_vocabulary_get_choices_columns (guint *n);
const HwColumnWord     *hw_vocabulary_get_settings        (guint *n);
const HwTypeWord       *hw_vocabulary_get_types           (guint *n);
const HwWord           *hw_vocabulary_get_parameters      (guint *n);
const HwAppearanceWord *hw_vocabulary_get_appearances     (guint *n);

/* By normalised spelling: small letters, "_" for blanks */
const HwColumnWord     *hw_vocabulary_find_column         (HwWordClass  word_class,
                                                           const char  *spelling);
const HwTypeWord       *hw_vocabulary_find_type           (const char  *spelling);
const HwAppearanceWord *hw_vocabulary_find_appearance     (const char  *word);
char                   *hw_vocabulary_normalise           (const char  *text);
gboolean                hw_word_belongs_to                (const HwWord *self,
                                                           const char  *type);

G_END_DECLS
