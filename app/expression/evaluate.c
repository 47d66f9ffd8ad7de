/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "expression/expression-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "base/number.h"
#include "expression/moment.h"

static const char *
explain_xml_error (int code)
{
  switch (code - XML_XPATH_EXPRESSION_OK)
    {
    case XPATH_OP_LIMIT_EXCEEDED:
    case XPATH_RECURSION_LIMIT_EXCEEDED:
      /* Translators: %s is the expression. */
      return _("The expression “%s” takes too long to compute.");
    case XPATH_UNKNOWN_FUNC_ERROR:
      /* Translators: %s is the expression. */
      return _("The expression “%s” calls a function that does not exist.");
    case XPATH_INVALID_TYPE:
      /* Translators: %s is the expression. */
      return _("The expression “%s” gives a function or an operator something that it cannot work "
                "with.");
    case XPATH_UNDEF_PREFIX_ERROR:
      /* Translators: %s is the expression. */
      return _("The expression “%s” uses a prefix that is not known.");
    case XPATH_UNDEF_VARIABLE_ERROR:
      /* Translators: %s is the expression. */
      return _("The expression “%s” uses a variable that is not known.");
    default:
      /* Translators: %s is the expression. */
      return _("The expression “%s” cannot be computed.");
    }
}

static void
take_error (HwExpression *self,
            HwExpressionContext *context,
            GError **error)
{
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  if (context->error == NULL)
    context->error = g_error_new (HW_EXPRESSION_ERROR, HW_EXPRESSION_ERROR_EVALUATION,
                                  explain_xml_error (context->xml_error), self->text);
#pragma GCC diagnostic pop
  g_propagate_error (error, g_steal_pointer (&context->error));
}

/* An evaluation may begin within another one, when a hook asks the interview for something that it
 * has to compute first. */
typedef struct
{
  HwExpression *running;
  xmlNodePtr node;
  xmlNodePtr xpath_node;
  int size;
  int position;
} Frame;

static xmlXPathObjectPtr
begin (HwExpression *self,
       HwExpressionContext *context,
       xmlNodePtr node,
       Frame *frame,
       GError **error)
{
  xmlXPathContextPtr xpath = context->xpath;
  xmlXPathObjectPtr object;

  *frame = (Frame){ context->running, context->node, xpath->node, xpath->contextSize,
                    xpath->proximityPosition };
  context->running = self;
  context->node = node;
  if (context->depth++ == 0)
    xpath->opCount = 0;
  context->xml_error = 0;
  xpath->node = node;
  xpath->contextSize = 1;
  xpath->proximityPosition = 1;
  object = xmlXPathCompiledEval (self->compiled, xpath);
  if (object != NULL && context->error == NULL)
    return object;
  g_clear_pointer (&object, xmlXPathFreeObject);
  take_error (self, context, error);
  return NULL;
}

static void
end (HwExpressionContext *context,
     xmlXPathObjectPtr object,
     const Frame *frame)
{
  g_clear_pointer (&object, xmlXPathFreeObject);
  context->running = frame->running;
  context->node = frame->node;
  context->xpath->node = frame->xpath_node;
  context->xpath->contextSize = frame->size;
  context->xpath->proximityPosition = frame->position;
  if (--context->depth == 0)
    {
      g_clear_pointer (&context->scratch, xmlFreeDoc);
      context->n_scratch = 0;
    }
}

/**
 * hw_expression_evaluate_boolean:
 * @self: an expression
 * @context: of the document that holds @node
 * @node: where "." is and relative paths start
 * @result: (out): true for a number that is not 0, a text that is not empty, a set that has a node
 * @error: why it cannot be computed
 *
 * Returns: %FALSE with @error set, and @result FALSE, when it cannot be computed
 */
gboolean
hw_expression_evaluate_boolean (HwExpression *self,
                                HwExpressionContext *context,
                                xmlNodePtr node,
                                gboolean *result,
                                GError **error)
{
  xmlXPathObjectPtr object;
  Frame frame;

  g_return_val_if_fail (self != NULL && context != NULL && result != NULL, FALSE);

  *result = FALSE;
  object = begin (self, context, node, &frame, error);
  if (object != NULL)
    *result = xmlXPathCastToBoolean (object) != 0;
  end (context, object, &frame);
  return object != NULL;
}

/**
 * hw_expression_evaluate_number:
 * @self: an expression
 * @context: of the document that holds @node
 * @node: where "." is and relative paths start
 * @result: (out): the number, the count of days of a date, NaN for what is neither
 * @error: why it cannot be computed
 *
 * Returns: %FALSE with @error set, and @result NaN, when it cannot be computed
 */
gboolean
hw_expression_evaluate_number (HwExpression *self,
                               HwExpressionContext *context,
                               xmlNodePtr node,
                               double *result,
                               GError **error)
{
  xmlXPathObjectPtr object;
  Frame frame;

  g_return_val_if_fail (self != NULL && context != NULL && result != NULL, FALSE);

  *result = NAN;
  object = begin (self, context, node, &frame, error);
  if (object != NULL)
    *result = hw_object_to_number (object);
  end (context, object, &frame);
  return object != NULL;
}

/**
 * hw_expression_evaluate_string:
 * @self: an expression
 * @context: of the document that holds @node
 * @node: where "." is and relative paths start
 * @error: why it cannot be computed
 *
 * Returns: (transfer full) (nullable): the value as an answer is written; "" when a number cannot
 * be computed from what is there; %NULL on error
 */
char *
hw_expression_evaluate_string (HwExpression *self,
                               HwExpressionContext *context,
                               xmlNodePtr node,
                               GError **error)
{
  xmlXPathObjectPtr object;
  char *text = NULL;
  Frame frame;

  g_return_val_if_fail (self != NULL && context != NULL, NULL);

  object = begin (self, context, node, &frame, error);
  if (object != NULL && object->type == XPATH_NUMBER && isnan (object->floatval))
    text = g_strdup ("");
  else if (object != NULL)
    text = hw_object_dup_text (object);
  end (context, object, &frame);
  return text;
}

/* The place of a node by position: a step such as *[2], @id or text()[1] for every level. */
static char *
describe_place (xmlNodePtr node)
{
  GString *path = g_string_new (NULL);

  /* A copy is described by what it is a copy of. */
  if (node->type == XML_ELEMENT_NODE && hw_scratch_is_copy (node))
    node = node->_private;
  for (; node != NULL && node->type != XML_DOCUMENT_NODE && node->type != XML_HTML_DOCUMENT_NODE;
       node = node->parent)
    {
      g_autofree char *step = NULL;
      const char *kind = node->type == XML_ELEMENT_NODE   ? "*"
                         : node->type == XML_COMMENT_NODE ? "comment()"
                         : node->type == XML_PI_NODE      ? "processing-instruction()"
                                                          : "text()";
      guint position = 1;

      if (node->type == XML_NAMESPACE_DECL)
        break;
      for (xmlNodePtr at = node->prev; at != NULL && node->type != XML_ATTRIBUTE_NODE;
           at = at->prev)
        position += at->type == node->type ? 1 : 0;
      if (node->type == XML_ATTRIBUTE_NODE)
        step = g_strdup_printf ("/@%s", (const char *) node->name);
      else
        step = g_strdup_printf ("/%s[%u]", kind, position);
      g_string_prepend (path, step);
    }
  if (path->len == 0)
    g_string_append_c (path, '/');
  return g_string_free (path, FALSE);
}

static char *
describe_set (xmlXPathObjectPtr object)
{
  int n = xmlXPathNodeSetGetLength (object->nodesetval);
  GString *text = g_string_new (NULL);

  g_string_printf (text, "nodeset:%d", n);
  xmlXPathNodeSetSort (object->nodesetval);
  for (int i = 0; i < n; i++)
    {
      g_autofree char *place = describe_place (object->nodesetval->nodeTab[i]);

      g_string_append_printf (text, "%s%s", i == 0 ? " " : " | ", place);
    }
  return g_string_free (text, FALSE);
}

static char *
describe_date (xmlXPathObjectPtr object)
{
  g_autofree char *text = hw_object_dup_text (object);
  g_autofree char *date = NULL;
  g_auto (HwMoment) moment = { 0, NULL };

  if (object->type == XPATH_NUMBER ? hw_moment_from_days (object->floatval, &moment)
                                   : hw_moment_parse (text, &moment))
    date = hw_moment_dup_date (&moment);
  return g_strconcat ("date:", date, NULL);
}

static const char *
find_own_type (HwExpression *self,
               xmlXPathObjectPtr object)
{
  if (self->result == HW_RESULT_DATE && object->type == XPATH_STRING)
    return "date";
  switch (object->type)
    {
    case XPATH_BOOLEAN:
      return "boolean";
    case XPATH_NUMBER:
      return "number";
    case XPATH_NODESET:
      return "nodeset";
    default:
      return "string";
    }
}

static char *
describe (xmlXPathObjectPtr object,
          const char *as,
          GError **error)
{
  g_autofree char *text = hw_object_dup_text (object);

  if (g_str_equal (as, "boolean"))
    return g_strconcat ("boolean:", xmlXPathCastToBoolean (object) ? "true" : "false", NULL);
  if (g_str_equal (as, "number"))
    {
      g_autofree char *number = hw_number_dup_string (hw_object_to_number (object));

      return g_strconcat ("number:", number, NULL);
    }
  if (g_str_equal (as, "date"))
    return describe_date (object);
  if (g_str_equal (as, "string"))
    return g_strconcat ("string:", text, NULL);
  if (g_str_equal (as, "nodeset") && object->type == XPATH_NODESET)
    return describe_set (object);
  g_set_error (error, HW_EXPRESSION_ERROR, HW_EXPRESSION_ERROR_EVALUATION,
               g_str_equal (as, "nodeset")
                   ? _("The expression gives no set of nodes.")
                   : _("A result is a boolean, a number, a string, a date or a nodeset."));
  return NULL;
}

/**
 * hw_expression_evaluate_described:
 * @self: an expression
 * @context: of the document that holds @node
 * @node: where "." is and relative paths start
 * @as: (nullable): boolean, number, string, date or nodeset; %NULL for what the expression gives
 * @error: why it cannot be computed
 *
 * Returns: (transfer full) (nullable): the type, a colon and the value
 */
char *
hw_expression_evaluate_described (HwExpression *self,
                                  HwExpressionContext *context,
                                  xmlNodePtr node,
                                  const char *as,
                                  GError **error)
{
  xmlXPathObjectPtr object;
  char *text = NULL;
  Frame frame;

  g_return_val_if_fail (self != NULL && context != NULL, NULL);

  object = begin (self, context, node, &frame, error);
  if (object != NULL)
    text = describe (object, as != NULL ? as : find_own_type (self, object), error);
  end (context, object, &frame);
  return text;
}
