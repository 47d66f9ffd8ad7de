/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "expression/expression-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "base/number.h"
#include "expression/moment.h"

struct _HwExpression
{
  gatomicrefcount ref_count;
  char *text;
  char *xpath; /* with paths, for people */
  char **names;
  HwResult result;
  gboolean reads_self;
  gboolean is_volatile;
  char **instances;
  HwReference *references; /* the last one has no path */
  xmlXPathCompExprPtr compiled;
};

G_DEFINE_QUARK (hw - expression - error - quark, hw_expression_error)

static gboolean
compile (HwExpression *self,
         const char *xpath,
         GError **error)
{
  xmlXPathContextPtr context = xmlXPathNewContext (NULL);

  context->error = hw_expression_xml_error_cb;
  self->compiled = xmlXPathCtxtCompile (context, BAD_CAST xpath);
  xmlXPathFreeContext (context);
  if (self->compiled != NULL)
    return TRUE;
  g_set_error (error, HW_EXPRESSION_ERROR, HW_EXPRESSION_ERROR_SYNTAX,
               /* Translators: %s is the expression. */
               _("The expression “%s” cannot be understood."), self->text);
  return FALSE;
}

/* The XPath with the path of every element that is asked for by its number. */
static char *
write_paths (HwTranslation *translation)
{
  GString *xpath = g_string_new (translation->xpath->str);

  for (guint i = 0; i < translation->references->len; i++)
    {
      const HwReference *reference = &g_array_index (translation->references, HwReference, i);
      g_autofree char *variable
          = g_strdup_printf (HW_REFERENCE_PREFIX "%d", reference->key);
      const char *at = strstr (xpath->str, variable);

      if (at != NULL)
        {
          gssize start = at - xpath->str;

          g_string_erase (xpath, start, (gssize) strlen (variable));
          g_string_insert (xpath, start, reference->path);
        }
    }
  return g_string_free (xpath, FALSE);
}

static HwReference *
take_references (HwTranslation *translation)
{
  HwReference *references = g_new0 (HwReference, translation->references->len + 1);

  for (guint i = 0; i < translation->references->len; i++)
    {
      HwReference *reference = &g_array_index (translation->references, HwReference, i);

      references[i].key = reference->key;
      references[i].path = g_steal_pointer (&reference->path);
    }
  return references;
}

static xmlXPathCompExprPtr
compile_path (HwReference *reference)
{
  xmlXPathCompExprPtr compiled = g_atomic_pointer_get (&reference->compiled);

  if (compiled != NULL)
    return compiled;
  compiled = xmlXPathCompile (BAD_CAST reference->path);
  if (!g_atomic_pointer_compare_and_exchange (&reference->compiled, NULL, compiled))
    {
      xmlXPathFreeCompExpr (compiled);
      compiled = g_atomic_pointer_get (&reference->compiled);
    }
  return compiled;
}

/* For those who know no keys: the set to which the path of @key leads. */
xmlXPathObjectPtr
hw_expression_walk (HwExpression *self,
                    HwExpressionContext *context,
                    int key)
{
  for (HwReference *reference = self->references; reference->path != NULL; reference++)
    if (reference->key == key)
      {
        xmlNodePtr kept = context->xpath->node;
        xmlXPathObjectPtr object;

        context->xpath->node = context->node;
        object = xmlXPathCompiledEval (compile_path (reference), context->xpath);
        context->xpath->node = kept;
        return object;
      }
  return NULL;
}

/**
 * hw_expression_new:
 * @text: an expression as authors write it in a questionnaire
 * @scope: (nullable): what ${name} means here; used during the call only
 * @error: what is wrong with @text: one sentence with the place
 *
 * Compiles @text once for any number of evaluations.
 *
 * Returns: (transfer full) (nullable): the expression
 */
HwExpression *
hw_expression_new (const char *text,
                   const HwExpressionScope *scope,
                   GError **error)
{
  g_autoptr (HwExpression) self = NULL;
  g_autoptr (HwTranslation) translation = NULL;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (scope == NULL || scope->resolve != NULL, NULL);

  hw_expression_silence_xml ();
  translation = hw_translation_new (text, scope, error);
  if (translation == NULL)
    return NULL;
  self = g_new0 (HwExpression, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->text = g_strdup (text);
  self->xpath = write_paths (translation);
  g_ptr_array_add (translation->names, NULL);
  self->names = g_strdupv ((char **) translation->names->pdata);
  g_ptr_array_set_size (translation->names, (int) translation->names->len - 1);
  g_ptr_array_add (translation->instances, NULL);
  self->instances = g_strdupv ((char **) translation->instances->pdata);
  g_ptr_array_set_size (translation->instances, (int) translation->instances->len - 1);
  self->references = take_references (translation);
  self->result = translation->result;
  self->reads_self = translation->reads_self;
  self->is_volatile = translation->is_volatile;
  return compile (self, translation->xpath->str, error) ? g_steal_pointer (&self) : NULL;
}

HwExpression *
hw_expression_ref (HwExpression *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
hw_expression_unref (HwExpression *self)
{
  g_return_if_fail (self != NULL);
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_pointer (&self->compiled, xmlXPathFreeCompExpr);
  for (HwReference *reference = self->references; reference->path != NULL; reference++)
    {
      g_clear_pointer (&reference->compiled, xmlXPathFreeCompExpr);
      g_free (reference->path);
    }
  g_free (self->references);
  g_strfreev (self->instances);
  g_strfreev (self->names);
  g_free (self->xpath);
  g_free (self->text);
  g_free (self);
}

/**
 * hw_expression_get_text:
 * @self: an expression
 *
 * Returns: (transfer none): what the author wrote
 */
const char *
hw_expression_get_text (HwExpression *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->text;
}

/**
 * hw_expression_get_xpath:
 * @self: an expression
 *
 * Returns: (transfer none): what is evaluated, with a path for every name
 */
const char *
hw_expression_get_xpath (HwExpression *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->xpath;
}

const char *const *
hw_expression_get_names (HwExpression *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return (const char *const *) self->names;
}

gboolean
hw_expression_reads_self (HwExpression *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return self->reads_self;
}

gboolean
hw_expression_is_volatile (HwExpression *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return self->is_volatile;
}

const char *const *
hw_expression_get_instances (HwExpression *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return (const char *const *) self->instances;
}

/**
 * hw_expression_get_lookup:
 * @self: a choice filter
 * @column: (out): a column of the choices that has to have a certain text
 * @value: (out) (transfer none): what that text is
 *
 * Returns: whether there is such a column
 */
gboolean
hw_expression_get_lookup (HwExpression *self,
                          const char **column,
                          HwExpression **value)
{
  g_return_val_if_fail (self != NULL, FALSE);
  *column = NULL;
  *value = NULL;
  return FALSE;
}

guint
hw_expression_get_n_advice (HwExpression *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return 0;
}

const HwAdvice *
hw_expression_get_advice (HwExpression *self,
                          guint i)
{
  return NULL;
}

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

static xmlXPathObjectPtr
run (HwExpression *self,
     HwExpressionContext *context,
     xmlNodePtr node,
     GError **error)
{
  xmlXPathObjectPtr object;

  context->running = self;
  context->node = node;
  context->xml_error = 0;
  context->xpath->node = node;
  context->xpath->opCount = 0;
  context->xpath->contextSize = 1;
  context->xpath->proximityPosition = 1;
  object = xmlXPathCompiledEval (self->compiled, context->xpath);
  if (object != NULL && context->error == NULL)
    return object;
  g_clear_pointer (&object, xmlXPathFreeObject);
  take_error (self, context, error);
  return NULL;
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

  g_return_val_if_fail (self != NULL && context != NULL && result != NULL, FALSE);

  *result = FALSE;
  object = run (self, context, node, error);
  if (object == NULL)
    return FALSE;
  *result = xmlXPathCastToBoolean (object) != 0;
  xmlXPathFreeObject (object);
  return TRUE;
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

  g_return_val_if_fail (self != NULL && context != NULL && result != NULL, FALSE);

  *result = NAN;
  object = run (self, context, node, error);
  if (object == NULL)
    return FALSE;
  *result = hw_object_to_number (object);
  xmlXPathFreeObject (object);
  return TRUE;
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
  char *text;

  g_return_val_if_fail (self != NULL && context != NULL, NULL);

  object = run (self, context, node, error);
  if (object == NULL)
    return NULL;
  if (object->type == XPATH_NUMBER && isnan (object->floatval))
    text = g_strdup ("");
  else
    text = hw_object_dup_text (object);
  xmlXPathFreeObject (object);
  return text;
}

/* The place of a node by position: a step such as *[2], @id or text()[1] for every level. */
static char *
describe_place (xmlNodePtr node)
{
  GString *path = g_string_new (NULL);

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
  char *text;

  g_return_val_if_fail (self != NULL && context != NULL, NULL);

  object = run (self, context, node, error);
  if (object == NULL)
    return NULL;
  text = describe (object, as != NULL ? as : find_own_type (self, object), error);
  xmlXPathFreeObject (object);
  return text;
}
