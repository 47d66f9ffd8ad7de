/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "expression/expression-private.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

G_DEFINE_QUARK (hw - expression - error - quark, hw_expression_error)

/* Its table of functions is made anew with every context, which would cost more than all the rest.
 */
static GPrivate compile_context = G_PRIVATE_INIT ((GDestroyNotify) xmlXPathFreeContext);

static xmlXPathCompExprPtr
compile (const char *xpath,
         const char *text,
         GError **error)
{
  xmlXPathContextPtr context = g_private_get (&compile_context);
  xmlXPathCompExprPtr compiled;

  if (context == NULL)
    {
      context = xmlXPathNewContext (NULL);
      context->error = hw_expression_xml_error_cb;
      g_private_set (&compile_context, context);
    }
  /* A fault leaves it as deep as it was found. */
  context->depth = 0;
  compiled = xmlXPathCtxtCompile (context, BAD_CAST xpath);
  if (compiled == NULL)
    g_set_error (error, HW_EXPRESSION_ERROR, HW_EXPRESSION_ERROR_SYNTAX,
                 /* Translators: %s is the expression. */
                 _("The expression “%s” cannot be understood."), text);
  return compiled;
}

static gboolean
compile_all (HwExpression *self,
             HwTranslation *translation,
             GError **error)
{
  self->compiled = compile (translation->xpath->str, self->text, error);
  self->parts = g_new0 (xmlXPathCompExprPtr, translation->parts->len + 1);
  self->n_parts = translation->parts->len;
  for (guint i = 0; self->compiled != NULL && i < self->n_parts; i++)
    {
      self->parts[i] = compile (g_ptr_array_index (translation->parts, i), self->text, error);
      if (self->parts[i] == NULL)
        return FALSE;
    }
  return self->compiled != NULL;
}

/* Puts the parts in the places where they are evaluated; the last ones hold the ones before them.
 */
static void
write_parts (GString *xpath,
             GPtrArray *parts)
{
  for (guint i = parts->len; i > 0; i--)
    {
      g_autofree char *call = g_strdup_printf (HW_PART_CALL "%u)", i - 1);

      g_string_replace (xpath, call, g_ptr_array_index (parts, i - 1), 1);
    }
}

static void
write_path (GString *xpath,
            const HwReference *reference)
{
  g_autofree char *variable = g_strdup_printf (HW_REFERENCE_PREFIX "%d", reference->key);
  gsize length = strlen (variable);
  const char *at = xpath->str;

  while ((at = strstr (at, variable)) != NULL)
    {
      gssize start = at - xpath->str;

      at += length;
      if (g_ascii_isdigit (*at))
        continue;
      g_string_erase (xpath, start, (gssize) length);
      g_string_insert (xpath, start, reference->path);
      at = xpath->str + start + strlen (reference->path);
    }
}

/* The XPath as people read it, with the path of every element that is asked for by its number. */
static char *
write_paths (HwTranslation *translation)
{
  GString *xpath = g_string_new (translation->xpath->str);

  write_parts (xpath, translation->parts);
  for (guint i = translation->references->len; i > 0; i--)
    {
      const HwReference *reference = &g_array_index (translation->references, HwReference, i - 1);

      write_path (xpath, reference);
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

static char **
take_texts (GPtrArray *texts)
{
  char **taken = g_new0 (char *, texts->len + 1);

  for (guint i = 0; i < texts->len; i++)
    taken[i] = g_strdup (g_ptr_array_index (texts, i));
  return taken;
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

static HwExpression *
make (const char *text,
      HwTranslation *translation)
{
  HwExpression *self = g_new0 (HwExpression, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->text = g_strdup (text);
  self->names = take_texts (translation->names);
  self->instances = take_texts (translation->instances);
  self->advice = g_array_ref (translation->advice);
  self->result = translation->result;
  self->reads_self = translation->reads_self;
  self->is_volatile = translation->is_volatile;
  self->xpath = write_paths (translation);
  self->references = take_references (translation);
  return self;
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
  self = make (text, translation);
  if (!compile_all (self, translation, error))
    return NULL;
  if (translation->lookup != NULL)
    {
      self->lookup_value = hw_expression_new (translation->lookup_value, scope, NULL);
      self->lookup = g_steal_pointer (&translation->lookup);
    }
  return g_steal_pointer (&self);
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
  g_clear_pointer (&self->lookup_value, hw_expression_unref);
  g_clear_pointer (&self->compiled, xmlXPathFreeCompExpr);
  for (guint i = 0; i < self->n_parts; i++)
    g_clear_pointer (&self->parts[i], xmlXPathFreeCompExpr);
  for (HwReference *reference = self->references; reference->path != NULL; reference++)
    {
      g_clear_pointer (&reference->compiled, xmlXPathFreeCompExpr);
      g_free (reference->path);
    }
  g_free (self->parts);
  g_free (self->references);
  g_array_unref (self->advice);
  g_strfreev (self->instances);
  g_strfreev (self->names);
  g_free (self->lookup);
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

const char *const *
hw_expression_get_instances (HwExpression *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return (const char *const *) self->instances;
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

/**
 * hw_expression_get_lookup:
 * @self: a choice filter
 * @column: (out) (transfer none): a column of the choices that has to have a certain text
 * @value: (out) (transfer none): what that text is, from the same context node
 *
 * Whoever looks @value up in an index of @column still has to evaluate the filter for the choices
 * that are found there, and for no others.
 *
 * Returns: whether there is such a column
 */
gboolean
hw_expression_get_lookup (HwExpression *self,
                          const char **column,
                          HwExpression **value)
{
  g_return_val_if_fail (self != NULL && column != NULL && value != NULL, FALSE);
  *column = self->lookup;
  *value = self->lookup_value;
  return self->lookup_value != NULL;
}

guint
hw_expression_get_n_advice (HwExpression *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->advice->len;
}

/* (transfer none): the @i-th thing that was probably meant in another way */
const HwAdvice *
hw_expression_get_advice (HwExpression *self,
                          guint i)
{
  g_return_val_if_fail (self != NULL && i < self->advice->len, NULL);
  return &g_array_index (self->advice, HwAdvice, i);
}
