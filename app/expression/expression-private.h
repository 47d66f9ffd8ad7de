/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "expression/functions.h"

G_BEGIN_DECLS

#define HW_REFERENCE_PREFIX "$_."
#define HW_PART_CALL "hw-part("

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
  GPtrArray *parts;     /* char*: XPaths that are only evaluated when they are needed, as hw-part(NUMBER) */
  GPtrArray *names;     /* char*, each once */
  GHashTable *known_names;
  GPtrArray *instances; /* char*, each once */
  GArray *references;   /* HwReference, each key once */
  GArray *advice;       /* HwAdvice */
  char *lookup;         /* (nullable): see hw_expression_get_lookup() */
  char *lookup_value;   /* as the author wrote it */
  HwResult result;
  gboolean reads_self;
  gboolean is_volatile;
} HwTranslation;

HwTranslation *hw_translation_new_empty (void);
HwTranslation *hw_translation_new   (const char              *text,
                                     const HwExpressionScope *scope,
                                     GError                 **error);
void           hw_translation_free  (HwTranslation           *self);

struct _HwExpression
{
  gatomicrefcount ref_count;
  char *text;
  char *xpath; /* with paths, for people */
  char **names;
  char **instances;
  char *lookup;
  HwExpression *lookup_value;
  GArray *advice;          /* HwAdvice */
  HwReference *references; /* the last one has no path */
  HwResult result;
  gboolean reads_self;
  gboolean is_volatile;
  xmlXPathCompExprPtr compiled;
  xmlXPathCompExprPtr *parts;
  guint n_parts;
};

struct _HwExpressionContext
{
  xmlXPathContextPtr xpath;
  HwExpressionHooks hooks;
  xmlNodePtr node;      /* where the evaluation began: current() and once() */
  HwExpression *running;
  guint depth;          /* of evaluations within evaluations */
  guint n_scratch;
  xmlDocPtr scratch;    /* (nullable): nodes that an evaluation makes; until its end */
  char *language;       /* (nullable): of the names in format-date() */
  gboolean is_foreign;  /* a document of another program: no answers, see hw_document_evaluate() */
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
xmlNodePtr           hw_scratch_add            (HwExpressionContext     *self,
                                                const char              *text);
xmlNodePtr           hw_scratch_add_copy       (HwExpressionContext     *self,
                                                xmlNodePtr               node);
gboolean             hw_scratch_is_copy        (xmlNodePtr               node);
GRegex              *hw_pattern_new            (const char              *pattern,
                                                gboolean                 whole,
                                                GError                 **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwTranslation, hw_translation_free)

G_END_DECLS
