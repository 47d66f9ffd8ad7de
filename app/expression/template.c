/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "expression/expression.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  char *text;               /* what stands before the expression, or the end */
  HwExpression *expression; /* (nullable) */
} Piece;

struct _HwTemplate
{
  GArray *pieces;
  GPtrArray *names; /* NULL-terminated */
};

static void
clear_piece (gpointer data)
{
  Piece *piece = data;

  g_free (piece->text);
  g_clear_pointer (&piece->expression, hw_expression_unref);
}

static gboolean
add_reference (HwTemplate *self,
               const char *before,
               const char *start,
               const char *end,
               const HwExpressionScope *scope,
               GError **error)
{
  g_autofree char *reference = g_strndup (start, (gsize) (end + 1 - start));
  gboolean is_self = end - start == 3 && start[2] == '.';
  Piece piece = { NULL, hw_expression_new (is_self ? "." : reference, scope, error) };

  if (piece.expression == NULL)
    return FALSE;
  piece.text = g_strndup (before, (gsize) (start - before));
  g_array_append_val (self->pieces, piece);
  for (const char *const *name = hw_expression_get_names (piece.expression); *name != NULL; name++)
    if (!g_ptr_array_find_with_equal_func (self->names, *name, g_str_equal, NULL))
      g_ptr_array_add (self->names, (gpointer) *name);
  return TRUE;
}

/**
 * hw_template_new:
 * @text: a label or hint with ${name} in it
 * @scope: (nullable): what ${name} means here; used during the call only
 * @error: which name is not known
 *
 * Returns: (transfer full) (nullable): the text, ready to be filled in
 */
HwTemplate *
hw_template_new (const char *text,
                 const HwExpressionScope *scope,
                 GError **error)
{
  g_autoptr (HwTemplate) self = g_new0 (HwTemplate, 1);
  const char *at = text;
  Piece rest = { NULL, NULL };

  g_return_val_if_fail (text != NULL, NULL);

  self->pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  g_array_set_clear_func (self->pieces, clear_piece);
  self->names = g_ptr_array_new ();
  for (const char *start = strstr (at, "${"); start != NULL; start = strstr (at, "${"))
    {
      const char *end = strchr (start, '}');

      if (end == NULL)
        {
          g_set_error (error, HW_EXPRESSION_ERROR, HW_EXPRESSION_ERROR_SYNTAX,
                       /* Translators: %s is a label. */
                       _("A brace after “$” is never closed in “%s”."), text);
          return NULL;
        }
      if (!add_reference (self, at, start, end, scope, error))
        return NULL;
      at = end + 1;
    }
  rest.text = g_strdup (at);
  g_array_append_val (self->pieces, rest);
  g_ptr_array_add (self->names, NULL);
  return g_steal_pointer (&self);
}

void
hw_template_free (HwTemplate *self)
{
  g_return_if_fail (self != NULL);
  g_array_unref (self->pieces);
  g_ptr_array_unref (self->names);
  g_free (self);
}

const char *const *
hw_template_get_names (HwTemplate *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return (const char *const *) self->names->pdata;
}

/**
 * hw_template_fill:
 * @self: a template
 * @context: of the document that holds @node
 * @node: from where names are seen
 *
 * Returns: (transfer full): the text with the answers in it; one that is not there leaves nothing
 */
char *
hw_template_fill (HwTemplate *self,
                  HwExpressionContext *context,
                  struct _xmlNode *node)
{
  GString *text;

  g_return_val_if_fail (self != NULL && context != NULL, NULL);

  text = g_string_new (NULL);
  for (guint i = 0; i < self->pieces->len; i++)
    {
      const Piece *piece = &g_array_index (self->pieces, Piece, i);
      g_autofree char *value = NULL;

      g_string_append (text, piece->text);
      if (piece->expression != NULL)
        value = hw_expression_evaluate_string (piece->expression, context, node, NULL);
      if (value != NULL)
        g_string_append (text, value);
    }
  return g_string_free (text, FALSE);
}
