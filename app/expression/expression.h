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
  gboolean is_number; /* integer or decimal: never a date */
  int key;          /* the number of an element of which there is exactly one from here, for hooks.node; -1: walk the path */
} HwScopeTarget;
#define HW_SCOPE_TARGET_INIT { NULL, FALSE, FALSE, -1 }

typedef struct
{
  /* Fills @target (path allocated) and returns TRUE, or returns FALSE when there is no such name. */
  gboolean (*resolve) (const char *name, HwScopeTarget *target, gpointer data);
  /* (nullable) For indexed-repeat(). With @repeat NULL: the path from the context to all elements @name, even when the
   * context lies in an instance of it. Otherwise the path from one instance of @repeat to @name, such as "group/msex". */
  gboolean (*resolve_all) (const char *name, const char *repeat, HwScopeTarget *target, gpointer data);
  /* (nullable) whether a bare word is a column of the choices sheet (in a choice_filter): it becomes the variable $name */
  gboolean (*is_column) (const char *name, gpointer data);
  /* (nullable) the columns of a secondary instance, NULL-terminated; NULL when there is no such table or list */
  const char *const *(*columns) (const char *instance, gpointer data);
  /* (nullable) the known name nearest to an unknown one, for "did you mean" */
  const char *(*suggest) (const char *name, gpointer data);
  gboolean self_is_date; /* "." is a date or dateTime */
  gboolean self_is_number; /* "." is an integer or decimal */
  gpointer data;
} HwExpressionScope;

#define HW_EXPRESSION_ERROR (hw_expression_error_quark ())
typedef enum
{
  HW_EXPRESSION_ERROR_SYNTAX,
  HW_EXPRESSION_ERROR_UNKNOWN_NAME,
  HW_EXPRESSION_ERROR_UNKNOWN_FUNCTION,
  HW_EXPRESSION_ERROR_EVALUATION,
  HW_EXPRESSION_ERROR_BARE_WORD,       /* a word that stands alone: mostly a text without quotation marks */
  HW_EXPRESSION_ERROR_NOT_ON_A_DESKTOP, /* a function that exists elsewhere and is not for here, such as geofence() */
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

/* A choice_filter with a part "column = VALUE" that everything it lets through must meet: only the rows at which an index of
 * @column has the text of @value need to be looked at, with the whole filter. Both (transfer none). */
gboolean             hw_expression_get_lookup           (HwExpression             *self,
                                                         const char              **column,
                                                         HwExpression            **value);
/* (transfer none): NULL-terminated names of the tables and lists that pulldata() and instance() read. Never NULL. */
const char *const   *hw_expression_get_instances        (HwExpression             *self);

/* What can be computed, but was probably meant in another way. */
typedef enum
{
  HW_ADVICE_QUOTES,         /* typographic quotation marks, read as straight ones */
  HW_ADVICE_LINE_BREAK,     /* a line break within the expression */
  HW_ADVICE_QUOTED_NAME,    /* ${name} within a text is text */
  HW_ADVICE_UNKNOWN_TABLE,  /* pulldata() or instance() of a table that is not there */
  HW_ADVICE_UNKNOWN_COLUMN, /* or of a column that it does not have */
  HW_ADVICE_BARE_WORD,      /* a word without quotation marks, outside of a comparison: it is an empty value */
  HW_ADVICE_JOINED_TEXTS,   /* "+" between texts adds numbers */
} HwAdviceKind;
typedef struct
{
  HwAdviceKind kind;
  char *sentence; /* translated, with the place */
} HwAdvice;
guint                hw_expression_get_n_advice         (HwExpression             *self);
const HwAdvice      *hw_expression_get_advice           (HwExpression             *self,
                                                         guint                     i);

/* The rows of a table or list that expressions read by instance(name)/root/item: made from any source, the tree and an
 * index by column at their first use, from then on the same for all threads. */
typedef struct _HwSecondaryInstance HwSecondaryInstance;
typedef struct
{
  guint n_rows;
  guint n_columns;
  const char *(*column_name) (guint column, gpointer data);
  const char *(*cell) (guint row, guint column, gpointer data); /* (nullable): no such element */
  gpointer data;
  GDestroyNotify destroy; /* (nullable): of @data */
} HwInstanceSource;
HwSecondaryInstance *hw_secondary_instance_new          (const HwInstanceSource   *source);
HwSecondaryInstance *hw_secondary_instance_ref          (HwSecondaryInstance      *self);
void                 hw_secondary_instance_unref        (HwSecondaryInstance      *self);
int                  hw_secondary_instance_find_column  (HwSecondaryInstance      *self,
                                                         const char               *name); /* -1: none */
const char *const   *hw_secondary_instance_get_columns  (HwSecondaryInstance      *self); /* NULL-terminated */
/* (transfer none): the rows whose cell in @column is @value, in order */
const guint         *hw_secondary_instance_lookup       (HwSecondaryInstance      *self,
                                                         guint                     column,
                                                         const char               *value,
                                                         guint                    *n_rows);
const char          *hw_secondary_instance_get          (HwSecondaryInstance      *self,
                                                         guint                     row,
                                                         guint                     column); /* "" if none */

/* An order as the field's programs make it: Fisher-Yates, with the generator of Park and Miller when there is a seed.
 * @order: @n numbers that change places; @seed: (nullable): a number, or a text as people write one */
void                 hw_shuffle                         (guint                    *order,
                                                         guint                     n,
                                                         const char               *seed);

/* What functions and variables ask of the interview; every call may be NULL. */
typedef struct
{
  /* label of choice @value of question @name for jr:choice-name(); (transfer full) (nullable) */
  char *(*choice_label) (const char *value, const char *name, gpointer data);
  /* text of column @name of the choice that a choice_filter is looking at; (transfer none) (nullable) */
  const char *(*column) (const char *name, gpointer data);
  /* the element that the scope knows by @key, seen from @context; (nullable): there is none. NULL hook: the path is walked. */
  struct _xmlNode *(*node) (int key, struct _xmlNode *context, gpointer data);
  /* the table or list @name for instance() and pulldata(), without ".csv"; (transfer none) (nullable) */
  HwSecondaryInstance *(*instance) (const char *name, gpointer data);
  /* pulldata(): the text in @column of the first row with @key in @key_column; (transfer full) (nullable). NULL hook:
   * the instance hook is asked for the table. */
  char *(*pull) (const char *file, const char *column, const char *key_column, const char *key, gpointer data);
  /* the answer to @name in the interview saved before this one; (transfer full) (nullable) */
  char *(*last_saved) (const char *name, gpointer data);
  /* something has no value that was meant to have one, such as date('nonsense'): @sentence says so. The value is empty. */
  void (*notice) (const char *sentence, gpointer data);
  /* the text @id in the language of the interview, for jr:itext(); (transfer full) (nullable) */
  char *(*itext) (const char *id, gpointer data);
  gpointer data;
} HwExpressionHooks;

/* One per document; not for use by two threads at once. */
HwExpressionContext *hw_expression_context_new          (struct _xmlDoc           *document,
                                                         const HwExpressionHooks  *hooks); /* (nullable) */
void                 hw_expression_context_free         (HwExpressionContext      *self);
/* @language: (nullable): of the names of months and weekdays, such as "Français (fr)"; English until it is set */
void                 hw_expression_context_set_language (HwExpressionContext      *self,
                                                         const char               *language);

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
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwSecondaryInstance, hw_secondary_instance_unref)

G_END_DECLS
