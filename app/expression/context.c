/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "expression/expression-private.h"

#include <libxml/parser.h>
#include <stdlib.h>

/* A step in a set of nodes counts as one; a form of 2,000 questions needs some thousands. */
#define MAX_OPERATIONS 10000000

static void
generic_error_cb (void *data,
                  const char *format,
                  ...)
{
}

/* What libxml2 would print; the sentence for people is made by us. The setting is per thread. */
void
hw_expression_silence_xml (void)
{
  static gsize ready;

  if (g_once_init_enter (&ready))
    {
      xmlInitParser ();
      xmlThrDefSetGenericErrorFunc (NULL, generic_error_cb);
      g_once_init_leave (&ready, 1);
    }
  xmlSetGenericErrorFunc (NULL, generic_error_cb);
}

/* Keeps the first thing that libxml2 says about an evaluation; @data may be NULL. */
void
hw_expression_xml_error_cb (void *data,
                            xmlErrorPtr error)
{
  HwExpressionContext *self = data;

  if (self != NULL && self->xml_error == 0)
    self->xml_error = error->code;
}

HwExpressionContext *
hw_expression_context_get (xmlXPathParserContextPtr parser)
{
  return parser->context->userData;
}

static xmlXPathObjectPtr
look_up_node (HwExpressionContext *self,
              int key)
{
  if (self->hooks.node == NULL)
    return hw_expression_walk (self->running, self, key);
  return xmlXPathNewNodeSet (self->hooks.node (key, self->node, self->hooks.data));
}

/* $_.12 is the element with the number 12, $region the column "region". */
static xmlXPathObjectPtr
look_up_variable_cb (void *data,
                     const xmlChar *name,
                     const xmlChar *ns)
{
  HwExpressionContext *self = data;
  const char *text = NULL;

  if (ns != NULL)
    return NULL;
  if (name[0] == '_' && name[1] == '.')
    return look_up_node (self, atoi ((const char *) name + 2));
  if (self->hooks.column == NULL)
    return NULL;
  text = self->hooks.column ((const char *) name, self->hooks.data);
  return xmlXPathNewString (BAD_CAST (text != NULL ? text : ""));
}

/**
 * hw_expression_context_new:
 * @document: the tree that expressions read; it outlives the context
 * @hooks: (nullable): what functions ask of the interview; copied
 *
 * Returns: (transfer full): where expressions are evaluated, one at a time
 */
HwExpressionContext *
hw_expression_context_new (xmlDocPtr document,
                           const HwExpressionHooks *hooks)
{
  HwExpressionContext *self = g_new0 (HwExpressionContext, 1);

  hw_expression_silence_xml ();
  if (hooks != NULL)
    self->hooks = *hooks;
  self->patterns
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_regex_unref);
  self->xpath = xmlXPathNewContext (document);
  self->xpath->userData = self;
  self->xpath->error = hw_expression_xml_error_cb;
  self->xpath->opLimit = MAX_OPERATIONS;
  xmlXPathContextSetCache (self->xpath, 1, -1, 0);
  xmlXPathRegisterVariableLookup (self->xpath, look_up_variable_cb, self);
  xmlXPathRegisterNs (self->xpath, BAD_CAST "jr", BAD_CAST HW_FUNCTION_NS);
  xmlXPathRegisterNs (self->xpath, BAD_CAST "xhtml", BAD_CAST "http://www.w3.org/1999/xhtml");
  xmlXPathRegisterNs (self->xpath, BAD_CAST "mathml",
                      BAD_CAST "http://www.w3.org/1998/Math/MathML");
  hw_functions_register (self->xpath);
  return self;
}

void
hw_expression_context_set_language (HwExpressionContext *self,
                                    const char *language)
{
  g_return_if_fail (self != NULL);
  g_free (self->language);
  self->language = g_strdup (language);
}

void
hw_expression_context_free (HwExpressionContext *self)
{
  g_return_if_fail (self != NULL);
  g_free (self->language);
  xmlXPathFreeContext (self->xpath);
  g_clear_pointer (&self->scratch, xmlFreeDoc);
  g_hash_table_unref (self->patterns);
  g_clear_error (&self->error);
  g_free (self);
}

#define SCRATCH "hw-scratch"

static xmlNodePtr
get_scratch (HwExpressionContext *self)
{
  if (self->scratch == NULL)
    {
      self->scratch = xmlNewDoc (BAD_CAST "1.0");
      xmlDocSetRootElement (self->scratch,
                            xmlNewDocNode (self->scratch, NULL, BAD_CAST SCRATCH, NULL));
    }
  return xmlDocGetRootElement (self->scratch);
}

/* Elements are ordered by the negative number that libxml2 looks for in their content. */
static xmlNodePtr
add (HwExpressionContext *self,
     xmlNodePtr node)
{
  xmlAddChild (get_scratch (self), node);
  node->content = (xmlChar *) GINT_TO_POINTER (-(int) ++self->n_scratch);
  return node;
}

/**
 * hw_scratch_add:
 * @self: a context within an evaluation
 * @text: of the new element
 *
 * Sets of numbers or texts that are no answers need nodes to be in; these last until the end of the
 * evaluation, in the order in which they are made.
 *
 * Returns: (transfer none): an element with @text in it
 */
xmlNodePtr
hw_scratch_add (HwExpressionContext *self,
                const char *text)
{
  xmlNodePtr root = get_scratch (self);
  xmlNodePtr node = xmlNewDocNode (root->doc, NULL, BAD_CAST "value", NULL);

  xmlAddChild (node, xmlNewDocText (root->doc, BAD_CAST text));
  return add (self, node);
}

/* (transfer none): the same with a copy of @node and all below it */
xmlNodePtr
hw_scratch_add_copy (HwExpressionContext *self,
                     xmlNodePtr node)
{
  xmlNodePtr root = get_scratch (self);
  xmlNodePtr copy = node->type == XML_ELEMENT_NODE ? xmlDocCopyNode (node, root->doc, 1) : NULL;
  xmlChar *text;

  if (copy == NULL)
    {
      text = xmlXPathCastNodeToString (node);
      copy = hw_scratch_add (self, (const char *) text);
      xmlFree (text);
    }
  else
    add (self, copy);
  copy->_private = node;
  return copy;
}

gboolean
hw_scratch_is_copy (xmlNodePtr node)
{
  return node->_private != NULL && node->parent != NULL
         && xmlStrEqual (node->parent->name, BAD_CAST SCRATCH);
}
