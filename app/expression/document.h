/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "expression/expression.h"

G_BEGIN_DECLS

/* A document from a file, for trying expressions out. An empty file is a document without elements, and an attribute
 * "id" is an identifier, as in XForms. */
typedef struct _HwDocument HwDocument;

HwDocument      *hw_document_new_from_file (const char          *path,
                                            GError             **error);
HwDocument      *hw_document_new_empty     (void);
void             hw_document_free          (HwDocument          *self);
void             hw_document_set_answers   (HwDocument          *self,
                                            gboolean             answers);
/* "boolean:true" and so on, see hw_expression_evaluate_described(). @context: XPath of the context node; NULL: the document */
char            *hw_document_evaluate      (HwDocument          *self,
                                            const char          *context,
                                            const char          *expression,
                                            const char          *as,
                                            GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwDocument, hw_document_free)

G_END_DECLS
