/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "expression/document.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <libxml/valid.h>
#include <string.h>

#include "expression/expression-private.h"

struct _HwDocument
{
  xmlDocPtr document;
  HwExpressionContext *context;
};

static void
register_ids (xmlDocPtr document)
{
  xmlNodePtr node = xmlDocGetRootElement (document);

  while (node != NULL)
    {
      xmlAttrPtr id = node->type == XML_ELEMENT_NODE ? xmlHasProp (node, BAD_CAST "id") : NULL;

      if (id != NULL && id->children != NULL && id->children->content != NULL)
        xmlAddID (NULL, document, id->children->content, id);
      if (node->type == XML_ELEMENT_NODE && node->children != NULL)
        {
          node = node->children;
          continue;
        }
      while (node != NULL && node->next == NULL)
        node = node->parent != NULL && node->parent->type == XML_ELEMENT_NODE ? node->parent : NULL;
      if (node != NULL)
        node = node->next;
    }
}

/**
 * hw_document_set_answers:
 * @self: a document
 * @answers: whether its texts are answers to a questionnaire
 *
 * Among answers an empty text is one that was not given: min(), max() and sum() pass over it, and
 * regex() has to match all of an answer. In any other document both are as XPath 1.0 and the
 * engines of the web have them. A document whose root element is “data”, as every form's is, holds
 * answers.
 */
void
hw_document_set_answers (HwDocument *self,
                         gboolean answers)
{
  g_return_if_fail (self != NULL);
  self->context->is_foreign = !answers;
  g_hash_table_remove_all (self->context->patterns);
}

static HwDocument *
wrap (xmlDocPtr document)
{
  HwDocument *self = g_new0 (HwDocument, 1);
  xmlNodePtr root = xmlDocGetRootElement (document);

  self->document = document;
  self->context = hw_expression_context_new (document, NULL);
  hw_document_set_answers (self, root == NULL || xmlStrEqual (root->name, BAD_CAST "data"));
  return self;
}

HwDocument *
hw_document_new_empty (void)
{
  return wrap (xmlNewDoc (BAD_CAST "1.0"));
}

/**
 * hw_document_new_from_file:
 * @path: an XML file
 * @error: that it cannot be read, or why it is no XML
 *
 * Nothing outside of the file is loaded, whatever it asks for.
 *
 * Returns: (transfer full) (nullable): the document
 */
HwDocument *
hw_document_new_from_file (const char *path,
                           GError **error)
{
  g_autofree char *bytes = NULL;
  gsize length;
  xmlParserCtxtPtr parser;
  xmlDocPtr document;

  g_return_val_if_fail (path != NULL, NULL);

  if (!g_file_get_contents (path, &bytes, &length, error))
    return NULL;
  if (length == 0 || bytes[strspn (bytes, " \t\r\n")] == '\0')
    return hw_document_new_empty ();
  hw_expression_silence_xml ();
  parser = xmlNewParserCtxt ();
  document = xmlCtxtReadMemory (parser, bytes, (int) MIN (length, G_MAXINT), path, NULL,
                                XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  if (document == NULL)
    g_set_error (
        error, HW_EXPRESSION_ERROR, HW_EXPRESSION_ERROR_SYNTAX,
        /* Translators: %1$s is a file, %2$d a line, %3$s an English sentence of libxml2. */
        _("%1$s:%2$d: this is not XML: %3$s"), path, parser->lastError.line,
        parser->lastError.message != NULL ? g_strstrip (parser->lastError.message) : "");
  xmlFreeParserCtxt (parser);
  if (document == NULL)
    return NULL;
  register_ids (document);
  xmlXPathOrderDocElems (document);
  return wrap (document);
}

void
hw_document_free (HwDocument *self)
{
  g_return_if_fail (self != NULL);
  hw_expression_context_free (self->context);
  xmlFreeDoc (self->document);
  g_free (self);
}

static xmlNodePtr
find_node (HwDocument *self,
           const char *path,
           GError **error)
{
  xmlXPathObjectPtr object;
  xmlNodePtr node = NULL;

  self->context->xpath->node = (xmlNodePtr) self->document;
  object = xmlXPathEvalExpression (BAD_CAST path, self->context->xpath);
  if (object != NULL && object->type == XPATH_NODESET
      && xmlXPathNodeSetGetLength (object->nodesetval) > 0)
    {
      xmlXPathNodeSetSort (object->nodesetval);
      node = object->nodesetval->nodeTab[0];
    }
  g_clear_pointer (&object, xmlXPathFreeObject);
  if (node == NULL || node->type == XML_NAMESPACE_DECL)
    {
      g_set_error (error, HW_EXPRESSION_ERROR, HW_EXPRESSION_ERROR_UNKNOWN_NAME,
                   /* Translators: %s is an XPath. */
                   _("The document has nothing at “%s”."), path);
      return NULL;
    }
  return node;
}

/**
 * hw_document_evaluate:
 * @self: a document
 * @context: (nullable): XPath of the context node; %NULL for the document itself
 * @expression: what to evaluate; it cannot have ${name} in it, since there is no questionnaire
 * @as: (nullable): the type to convert to, see hw_expression_evaluate_described()
 * @error: what is wrong with one of them
 *
 * Returns: (transfer full) (nullable): the type, a colon and the value
 */
char *
hw_document_evaluate (HwDocument *self,
                      const char *context,
                      const char *expression,
                      const char *as,
                      GError **error)
{
  g_autoptr (HwExpression) compiled = NULL;
  xmlNodePtr node;

  g_return_val_if_fail (self != NULL && expression != NULL, NULL);

  node = find_node (self, context != NULL ? context : "/", error);
  if (node == NULL)
    return NULL;
  compiled = hw_expression_new (expression, NULL, error);
  if (compiled == NULL)
    return NULL;
  return hw_expression_evaluate_described (compiled, self->context, node, as, error);
}
