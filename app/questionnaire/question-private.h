/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "questionnaire/languages.h"
#include "questionnaire/parameters.h"
#include "questionnaire/question.h"
#include "questionnaire/questionnaire.h"

G_BEGIN_DECLS

/* The texts of a question that are translated. */
typedef enum
{
  HW_TEXT_LABEL,
  HW_TEXT_HINT,
  HW_TEXT_GUIDANCE,
  HW_TEXT_CONSTRAINT_MESSAGE,
  HW_TEXT_REQUIRED_MESSAGE,
  HW_TEXT_SOFT_MESSAGE,
  HW_TEXT_UNIT,
  HW_TEXT_VARIABLE_LABEL,
  HW_TEXT_MEDIA, /* one for each HwMedia */
  HW_N_TEXTS = HW_TEXT_MEDIA + HW_N_MEDIA,
} HwText;

/* The expressions of a question. */
typedef enum
{
  HW_RULE_RELEVANT,
  HW_RULE_CONSTRAINT,
  HW_RULE_REQUIRED,
  HW_RULE_CALCULATION,
  HW_RULE_CHOICE_FILTER,
  HW_RULE_REPEAT_COUNT,
  HW_RULE_DEFAULT,
  HW_RULE_SOFT_CHECK,
  HW_RULE_READ_ONLY,
  HW_RULE_SEED,
  HW_N_RULES,
} HwRule;

#define HW_N_SAID 3 /* don't know, refused, not applicable */

/* Written by the reader, read by everybody else. */
struct _HwQuestion
{
  /* borrowed */
  HwLanguages *languages;
  HwQuestion *parent;
  HwQuestion *repeat;
  HwChoiceList *choices;
  HwQuestion *choices_source;
  HwChoiceList *search_list; /* that names the columns of a search() */
  HwQuestion *namesake; /* the next one whose element has the same name */
  HwChoice *loop;       /* the choice for which its row of a loop stands */

  /* owned */
  char *name;
  char *element;
  char *step;           /* NULL: the element */
  char *search_filter; /* what search() asks of a choice; NULL */
  char *source_name; /* "${q}" whose answers are the choices; NULL */
  char *number;
  char *section;
  char *appearance;
  char *universe;
  char **texts[HW_N_TEXTS];         /* each one string a language slot, or NULL */
  HwTemplate **templates[HW_N_TEXTS]; /* each one a language slot, or NULL where no text has a ${} */
  HwExpression *rules[HW_N_RULES];
  char *missing_codes[HW_N_SAID];
  char **exclusive;                 /* NULL or codes */
  char **appearances;               /* NULL or the words of the appearance */
  HwQuestion **trigger;             /* NULL or borrowed, NULL-terminated */
  HwParameters *parameters;         /* NULL when there are none */
  HwRange *range;                   /* NULL unless type range */
  char *expected_min;
  char *expected_max;
  char *role;
  GPtrArray *children;              /* borrowed elements; NULL unless container */

  HwKind kind;
  guint index;
  guint line;
  guint depth; /* 0 for the root */
  guint missing;
  int tier;
  int decimals;
  int width;
  guint autoplay; /* bits, 1 << HwMedia */
  const struct _HwTypeWord *type; /* NULL when it is not known */
  HwColumnType column_type;
  HwRosterLayout roster_layout;
  HwSensitivity sensitivity;
  gboolean is_date;
  gboolean required;
  gboolean read_only;
  gboolean supervisor_only;
  gboolean randomized;
  gboolean is_list_unknown; /* the file with its choices is not there */
  gboolean is_added; /* by the reader: the rules of its row are not its own */
};

HwQuestion *hw_question_new            (HwKind        kind,
                                        const char   *name,
                                        HwQuestion   *parent,
                                        HwLanguages  *languages);
void        hw_question_free           (HwQuestion   *self);
int         hw_missing_get_said_index  (HwMissing     kind);

G_END_DECLS
