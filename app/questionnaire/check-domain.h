/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "questionnaire/expression-tree.h"

G_BEGIN_DECLS

/*
 * What one answer can be: a set that always holds every value that is possible, and maybe more. A
 * comparison narrows it; when nothing is left, the comparison cannot come true. Because the set is
 * never too small, "never" is never said falsely.
 */

#define HW_DOMAIN_MAX_CODES 256
#define HW_DOMAIN_MAX_TEXTS 8
#define HW_DOMAIN_MAX_HOLES 8

typedef enum
{
  HW_DOMAIN_NUMBERS,      /* numbers in a range, and other texts if may_be_words */
  HW_DOMAIN_TEXTS,        /* one of a few texts */
  HW_DOMAIN_ONE_OF_LIST,  /* one code of a list */
  HW_DOMAIN_SOME_OF_LIST, /* several */
} HwDomainKind;

typedef struct
{
  guint64 bits[HW_DOMAIN_MAX_CODES / 64];
} HwCodes;

typedef struct
{
  HwDomainKind kind;
  gboolean may_be_empty;
  gboolean may_be_answered;
  /* numbers */
  gboolean may_be_words;
  gboolean is_integer;
  double low, high;
  gboolean low_open, high_open;
  double holes[HW_DOMAIN_MAX_HOLES];
  guint n_holes;
  /* texts */
  const char *texts[HW_DOMAIN_MAX_TEXTS]; /* borrowed */
  guint n_texts;
  /* lists */
  HwChoiceList *list;
  HwCodes in;  /* one: the codes that are left; several: those that are chosen for sure */
  HwCodes out; /* several: those that are not chosen for sure */
} HwDomain;

/* What an answer is compared with. */
typedef struct
{
  const char *text; /* never NULL */
  gboolean is_number; /* a number in the expression, not a text in quotation marks */
  double number;
} HwLiteral;

typedef enum
{
  HW_COMPARE_EQUAL,
  HW_COMPARE_UNEQUAL,
  HW_COMPARE_LESS,
  HW_COMPARE_LESS_EQUAL,
  HW_COMPARE_GREATER,
  HW_COMPARE_GREATER_EQUAL,
} HwCompare;

void      hw_domain_init_anything  (HwDomain         *self);
void      hw_domain_init_numbers   (HwDomain         *self,
                                    double            low,
                                    double            high,
                                    gboolean          is_integer);
gboolean  hw_domain_init_answers   (HwDomain         *self,
                                    HwQuestion       *question);
gboolean  hw_domain_compare        (HwDomain         *self,
                                    HwCompare         compare,
                                    const HwLiteral  *literal,
                                    gboolean          want);
gboolean  hw_domain_select         (HwDomain         *self,
                                    const char       *code,
                                    gboolean          want);
gboolean  hw_domain_join           (HwDomain         *self,
                                    const HwDomain   *other);
gboolean  hw_literal_compare       (const HwLiteral  *left,
                                    HwCompare         compare,
                                    const HwLiteral  *right,
                                    gboolean         *result);
HwCompare hw_compare_mirror        (HwCompare         compare);
gboolean  hw_compare_parse         (const char       *word,
                                    HwCompare        *compare);

G_END_DECLS
