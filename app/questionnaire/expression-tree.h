/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "questionnaire/questionnaire.h"

G_BEGIN_DECLS

/*
 * The parts of an expression that the compiler has accepted, for those who reason about it. It
 * reports no faults: what it does not follow is a part of the kind HW_PART_PATH, of which nothing is
 * known.
 */

typedef enum
{
  HW_PART_NUMBER,
  HW_PART_TEXT,      /* a text in quotation marks */
  HW_PART_REFERENCE, /* ${name} */
  HW_PART_SELF,      /* . */
  HW_PART_WORD,      /* a bare word: a column of the choices */
  HW_PART_CALL,
  HW_PART_OPERATOR,  /* of two operands */
  HW_PART_NEGATIVE,  /* - of one */
  HW_PART_PATH,      /* steps, predicates, unions: its children are the expressions within */
} HwPartKind;

typedef struct _HwPart HwPart;
struct _HwPart
{
  HwPartKind kind;
  const char *start;    /* within the text of the expression */
  gsize length;
  const char *word;     /* the text without its marks, a name, or an operator */
  double number;        /* of a number */
  HwQuestion *question; /* (nullable) what a reference names */
  HwPart *parent;       /* NULL for the whole */
  GPtrArray *children;  /* NULL when there are none */
  gboolean in_parentheses;
};

typedef struct _HwTree HwTree;
typedef void (*HwPartFunc) (HwPart   *part,
                            gpointer  data);

HwTree     *hw_tree_new           (HwQuestionnaire  *questionnaire,
                                   const char       *text);
void        hw_tree_free          (HwTree           *self);
HwPart     *hw_tree_get_root      (HwTree           *self);
void        hw_tree_foreach       (HwTree           *self,
                                   HwPartFunc        func,
                                   gpointer          data);
guint       hw_part_get_n         (HwPart           *self);
HwPart     *hw_part_get           (HwPart           *self,
                                   guint             i);
gboolean    hw_part_is_call       (HwPart           *self,
                                   const char       *name,
                                   guint             n_arguments);
gboolean    hw_part_is_operator   (HwPart           *self,
                                   const char       *word);
gboolean    hw_part_is_comparison (HwPart           *self);
gboolean    hw_part_is_literal    (HwPart           *self);
char       *hw_part_dup_text      (HwPart           *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwTree, hw_tree_free)

G_END_DECLS
