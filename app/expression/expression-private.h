/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "expression/functions.h"

G_BEGIN_DECLS

#define HW_REFERENCE_PREFIX "$_."

/* A ${name} that leads to one element: the variable $_.KEY, and the path to it for those who know no keys. */
typedef struct
{
  int key;
  char *path;
  xmlXPathCompExprPtr compiled; /* of the path, made when it is first walked */
} HwReference;

/* What became of an expression's text. */
typedef struct
{
  GString *xpath;
  GPtrArray *names;  /* char*, each once */
  GPtrArray *instances; /* char*, each once */
  GArray *references;   /* HwReference */
  HwResult result;
  gboolean reads_self;
  gboolean is_volatile;
} HwTranslation;

HwTranslation *hw_translation_new   (const char              *text,
                                     const HwExpressionScope *scope,
                                     GError                 **error);
void           hw_translation_free  (HwTranslation           *self);

struct _HwExpressionContext
{
  xmlXPathContextPtr xpath;
  HwExpressionHooks hooks;
  xmlNodePtr node;      /* where the evaluation began: current() and once() */
  HwExpression *running;
  xmlDocPtr scratch;    /* nodes that an evaluation makes; until its end */
  GHashTable *patterns; /* char* -> GRegex, for regex() */
  GError *error;        /* what a function said before it gave up */
  int xml_error;        /* or what libxml2 said */
};

xmlXPathObjectPtr    hw_expression_walk         (HwExpression            *self,
                                                 HwExpressionContext     *context,
                                                 int                      key);
HwExpressionContext *hw_expression_context_get (xmlXPathParserContextPtr parser);
void                 hw_expression_silence_xml (void);
void                 hw_expression_xml_error_cb (void                    *data,
                                                 xmlErrorPtr              error);
GRegex              *hw_whole_regex_new        (const char              *pattern,
                                                GError                 **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwTranslation, hw_translation_free)

G_END_DECLS
