/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "expression/expression-private.h"
#include "expression/tokens.h"

G_BEGIN_DECLS

/*
 * The reader of an expression, which writes the XPath while it reads: the grammar of XPath 1.0 by recursive descent, with
 * the kind of every operand at hand when an operator joins two of them. That is what dates need (their order is that of
 * days, XPath would compare NaN with NaN), and it lets every fault be told in our words with its place. Evaluation is all
 * libxml2's.
 *
 * Every reading function returns FALSE once the error is set; what it has written by then is thrown away.
 */
typedef struct
{
  HwTokenizer tokenizer;
  HwToken token; /* the one to look at */
  const HwExpressionScope *scope;
  HwTranslation *out;
  guint depth;
  guint predicates; /* inside how many [ ] */
  GError **error;
} HwTranslator;

/* In translator.c */
gboolean  hw_translator_read_expression (HwTranslator *self,
                                         HwResult     *result);
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
void      hw_translator_note_name       (HwTranslator *self,
                                         const char   *name);
/* In translator-path.c */
gboolean  hw_translator_read_path       (HwTranslator *self,
                                         HwResult     *result);
gboolean  hw_translator_read_reference  (HwTranslator *self,
                                         HwResult     *result);
gboolean  hw_translator_unknown_name    (HwTranslator *self,
                                         const char   *name);
/* In translator-call.c */
gboolean  hw_translator_read_call       (HwTranslator *self,
                                         HwResult     *result);

G_END_DECLS
