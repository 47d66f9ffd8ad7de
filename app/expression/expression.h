/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* libxml2 stays at home: whoever holds a tree has its header, everybody else only passes pointers on. */
struct _xmlDoc;
struct _xmlNode;

G_BEGIN_DECLS

/*
 * An XLSForm expression, compiled once to a libxml2 XPath with relative paths.
 *
 * ${name} becomes the path from the context element to the named element, found by the caller's
 * scope, because only the questionnaire knows where elements lie. Within a repeat that both share the path stays
 * inside the same instance; towards a repeat that the context is not in, it is the set of all.
 *
 * Without a scope (NULL) an expression stands for itself, as in the evaluate command: plain XPath with our functions,
 * no ${name}, words are child elements, and an unknown function is a fault only when it is reached.
 */
typedef struct _HwExpression HwExpression;
typedef struct _HwExpressionContext HwExpressionContext;

/* What ${name} means, seen from the context of one expression. */
typedef struct
{
  char *path;       /* relative XPath, allocated by the scope function, freed by its caller */
  gboolean is_date; /* date or dateTime: arithmetic and order compare its count of days */
} HwScopeTarget;

typedef struct
{
  /* Fills @target (path allocated) and returns TRUE, or returns FALSE when there is no such name. */
  gboolean (*resolve) (const char *name, HwScopeTarget *target, gpointer data);
  /* (nullable) For indexed-repeat(). With @repeat NULL: the path from the context to all elements @name, even when the
   * context lies in an instance of it. Otherwise the path from one instance of @repeat to @name, such as "group/msex". */
  gboolean (*resolve_all) (const char *name, const char *repeat, HwScopeTarget *target, gpointer data);
  /* (nullable) whether a bare word is a column of the choices sheet (in a choice_filter): it becomes the variable $name */
  gboolean (*is_column) (const char *name, gpointer data);
  /* (nullable) the known name nearest to an unknown one, for "did you mean" */
  const char *(*suggest) (const char *name, gpointer data);
  gboolean self_is_date; /* "." is a date or dateTime */
  gpointer data;
} HwExpressionScope;

#define HW_EXPRESSION_ERROR (hw_expression_error_quark ())
typedef enum
{
  HW_EXPRESSION_ERROR_SYNTAX,
  HW_EXPRESSION_ERROR_UNKNOWN_NAME,
  HW_EXPRESSION_ERROR_UNKNOWN_FUNCTION,
  HW_EXPRESSION_ERROR_EVALUATION,
} HwExpressionError;
GQuark               hw_expression_error_quark          (void);

HwExpression        *hw_expression_new                  (const char               *text,
                                                         const HwExpressionScope  *scope, /* (nullable) */
                                                         GError                  **error);
HwExpression        *hw_expression_ref                  (HwExpression             *self);
void                 hw_expression_unref                (HwExpression             *self);
const char          *hw_expression_get_text             (HwExpression             *self);
const char          *hw_expression_get_xpath            (HwExpression             *self);
/* (transfer none): NULL-terminated names that the expression reads: every ${name}, and every name
 * in a written path; "." is not among them. Never NULL. */
const char *const   *hw_expression_get_names            (HwExpression             *self);
gboolean             hw_expression_reads_self           (HwExpression             *self); /* "." or once() */
/* Two evaluations may differ though no answer changed: now(), random(), uuid(), randomize(). */
gboolean             hw_expression_is_volatile          (HwExpression             *self);

/* What functions and variables ask of the interview; every call may be NULL. */
typedef struct
{
  /* label of choice @value of question @name for jr:choice-name(); (transfer full) (nullable) */
  char *(*choice_label) (const char *value, const char *name, gpointer data);
  /* text of column @name of the choice that a choice_filter is looking at; (transfer none) (nullable) */
  const char *(*column) (const char *name, gpointer data);
  gpointer data;
} HwExpressionHooks;

/* One per document; not for use by two threads at once. */
HwExpressionContext *hw_expression_context_new          (struct _xmlDoc           *document,
                                                         const HwExpressionHooks  *hooks); /* (nullable) */
void                 hw_expression_context_free         (HwExpressionContext      *self);

/* Evaluate with @node as context node ("." and the start of relative paths). FALSE or NULL on error, with @error set:
 * too deep, too long, wrong argument. */
gboolean             hw_expression_evaluate_boolean     (HwExpression             *self,
                                                         HwExpressionContext      *context,
                                                         struct _xmlNode          *node,
                                                         gboolean                 *result,
                                                         GError                  **error);
gboolean             hw_expression_evaluate_number      (HwExpression             *self,
                                                         HwExpressionContext      *context,
                                                         struct _xmlNode          *node,
                                                         double                   *result, /* NaN: none */
                                                         GError                  **error);
/* "" for a number that cannot be computed: no answer, not the text "NaN". */
char                *hw_expression_evaluate_string      (HwExpression             *self,
                                                         HwExpressionContext      *context,
                                                         struct _xmlNode          *node,
                                                         GError                  **error);
/* "boolean:true", "number:5", "string:..", "date:YYYY-MM-DD", "nodeset:2 /a/b | /a/c": what evaluate prints.
 * @as: NULL for the expression's own type, or boolean|number|string|date|nodeset */
char                *hw_expression_evaluate_described   (HwExpression             *self,
                                                         HwExpressionContext      *context,
                                                         struct _xmlNode          *node,
                                                         const char               *as,
                                                         GError                  **error);

/* Text with ${name} inside, for labels and hints: replaced at each call. */
typedef struct _HwTemplate HwTemplate;
HwTemplate          *hw_template_new                    (const char               *text,
                                                         const HwExpressionScope  *scope,
                                                         GError                  **error);
void                 hw_template_free                   (HwTemplate               *self);
const char *const   *hw_template_get_names              (HwTemplate               *self);
char                *hw_template_fill                   (HwTemplate               *self,
                                                         HwExpressionContext      *context,
                                                         struct _xmlNode          *node);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwExpression, hw_expression_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwExpressionContext, hw_expression_context_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwTemplate, hw_template_free)

G_END_DECLS
