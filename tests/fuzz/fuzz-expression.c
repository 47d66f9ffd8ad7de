/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "expression/expression.h"
#include "tests/fuzz/fuzz.h"

/* Any text as an expression and as a label, with and without a questionnaire around it. */

static gboolean
resolve (const char *name,
         HwScopeTarget *target,
         gpointer data)
{
  if (strlen (name) != 1)
    return FALSE;
  target->path = g_strdup_printf ("../%s", name);
  target->is_date = *name < 'c';
  target->key = *name == 'k' ? 1 : -1;
  return TRUE;
}

static gboolean
resolve_all (const char *name,
             const char *repeat,
             HwScopeTarget *target,
             gpointer data)
{
  if (strlen (name) != 1)
    return FALSE;
  target->path = g_strdup (repeat != NULL ? name : "../r");
  target->is_date = FALSE;
  target->key = -1;
  return TRUE;
}

static gboolean
is_column (const char *name,
           gpointer data)
{
  return *name == 'c';
}

static void
compile (const char *text,
         const HwExpressionScope *scope)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HwExpression) expression = hw_expression_new (text, scope, &error);

  g_assert_true ((expression == NULL) == (error != NULL));
  if (expression == NULL)
    return;
  g_assert_nonnull (hw_expression_get_xpath (expression));
  g_assert_nonnull (hw_expression_get_names (expression));
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize size)
{
  const HwExpressionScope scope
      = { .resolve = resolve, .resolve_all = resolve_all, .is_column = is_column };
  g_autofree char *text = size > 0 ? g_utf8_make_valid ((const char *)data, (gssize)size) : g_strdup ("");
  g_autoptr (GError) error = NULL;
  g_autoptr (HwTemplate) template = NULL;

  compile (text, NULL);
  compile (text, &scope);
  template = hw_template_new (text, &scope, &error);
  g_assert_true (template != NULL || error != NULL);
  return 0;
}
