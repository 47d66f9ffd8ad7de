/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "expression/expression-private.h"
#include "expression/tokens.h"

G_BEGIN_DECLS

/* Whose the names in a path are. */
typedef enum
{
  HW_ROWS_QUESTIONS,
  HW_ROWS_TABLE,
  HW_ROWS_ANY, /* nobody knows before the evaluation */
} HwRows;

/*
 * The reader of an expression, which writes the XPath while it reads: the grammar of XPath 1.0 by recursive descent, with
 * the kind of every operand at hand when an operator joins two of them. That is what dates need (their order is that of
 * days, XPath would compare NaN with NaN), it finds the equalities that an index can answer, and it lets every fault be
 * told in our words with its place. Evaluation is all libxml2's.
 *
 * Every reading function returns FALSE once the error is set; what it has written by then is thrown away.
 */
typedef struct
{
  HwTokenizer tokenizer;
  HwToken token;            /* the one to look at */
  const char *previous_end; /* where the one before it ended */
  const HwExpressionScope *scope;
  HwTranslation *out;
  GStringChunk *strings; /* what operands point to */
  guint depth;
  guint predicates;  /* inside how many [ ] */
  guint row_uses;    /* how often the row that is looked at was asked for anything; see HwOperand */
  guint calls;       /* how many calls were read */
  guint positions;   /* how many of them ask for the place of the row among the others */
  guint ways_out;    /* how many steps went to a neighbour or up */
  HwRows rows;       /* what the names of a path are */
  const char *table; /* (nullable): the name of the table, when it is written out */
  const char *argument_table; /* (nullable): the same of the call that is being read */
  const char *repeat; /* (nullable): the repeat whose rows are looked at */
  GError **error;
} HwTranslator;

/*
 * What was read. An equality "column = value" can be looked up in an index when the value does not depend on the row that is
 * looked at: a choice to be filtered, or the element before the brackets that the equality stands in.
 */
typedef struct
{
  HwResult result;
  gboolean is_plain;   /* known to be a number, though it is a set or a text */
  gboolean is_texty;   /* one text, or at most one element: its text says it all */
  gboolean is_text;    /* a text that is written out and is no number */
  const char *column;  /* (nullable): it is this column of the row and nothing else */
  const char *lookup;  /* (nullable): a column that must have a certain text for this to be true, */
  const char *value;   /* the XPath of that text, */
  gboolean is_lookup_texty;
  const char *value_start; /* and where it was read */
  const char *value_end;
  HwToken word;        /* it is this bare word and nothing else; length 0: it is none */
} HwOperand;

/* In translator.c */
gboolean  hw_translator_read_expression (HwTranslator *self,
                                         HwOperand    *operand);
gboolean  hw_translator_advance         (HwTranslator *self);
gboolean  hw_translator_peek_is         (HwTranslator *self,
                                         const char   *text);
gboolean  hw_translator_take            (HwTranslator *self,
                                         const char   *symbol,
                                         gboolean     *failed);
gboolean  hw_translator_expect          (HwTranslator *self,
                                         const char   *symbol);
gboolean  hw_translator_fail            (HwTranslator *self,
                                         int           code,
                                         const char   *format,
                                         ...) G_GNUC_PRINTF (3, 4);
void      hw_translator_emit            (HwTranslator *self);
void      hw_translator_write_text      (HwTranslator *self,
                                         const char   *text);
void      hw_translator_note_name       (HwTranslator *self,
                                         const char   *name);
void      hw_translator_advise          (HwTranslator *self,
                                         HwAdviceKind  kind,
                                         const HwToken *token,
                                         const char   *sentence);
char     *hw_translator_cut             (HwTranslator *self,
                                         gsize         start);
/* In translator-join.c */
typedef struct
{
  gsize start; /* in what is written */
  gsize end;
  guint row_uses; /* before it was read */
  gboolean is_fixed; /* does not depend on the row */
  const char *source_start;
  const char *source_end;
  HwOperand operand;
} HwSide;
typedef enum
{
  HW_LEVEL_OR,
  HW_LEVEL_AND,
  HW_LEVEL_EQUALITY,
  HW_LEVEL_ORDER,
  HW_LEVEL_SUM,
  HW_LEVEL_PRODUCT,
  HW_N_LEVELS,
} HwLevel;
gboolean  hw_translator_join            (HwTranslator *self,
                                         HwLevel       level,
                                         HwSide       *left,
                                         const HwSide *right,
                                         gboolean      is_equal);
void      hw_translator_negate          (HwTranslator *self,
                                         gsize         start,
                                         HwOperand    *operand);
/* In translator-path.c */
gboolean  hw_translator_read_path       (HwTranslator *self,
                                         HwOperand    *operand);
gboolean  hw_translator_unknown_name    (HwTranslator *self,
                                         const char   *name);
/* In translator-name.c */
gboolean  hw_translator_read_reference  (HwTranslator *self,
                                         HwOperand    *operand);
gboolean  hw_translator_fail_word       (HwTranslator *self,
                                         const HwToken *word);
gboolean  hw_translator_read_word       (HwTranslator *self,
                                         HwOperand    *operand);
gboolean  hw_translator_check_word      (HwTranslator *self,
                                         const char   *name);
/* In translator-call.c */
gboolean  hw_translator_read_call       (HwTranslator *self,
                                         HwOperand    *operand);
/* In translator-repeat.c */
gboolean  hw_translator_read_indexed_repeat (HwTranslator *self,
                                             HwOperand    *operand);
/* In translator-slips.c */
gboolean  hw_translator_fail_end        (HwTranslator *self);
gboolean  hw_translator_fail_operand    (HwTranslator *self);
char     *hw_slip_dup_function          (const char   *name,
                                         int          *code);

G_END_DECLS
