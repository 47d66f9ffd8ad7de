/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <libxml/xpath.h>
#include <stdio.h>
#include <string.h>

#include "expression/expression.h"

/*
 * What one evaluation costs in a flat form, in which all questions lie side by side: with elements
 * that are known by their number, and with paths that are walked; and what a row of a table of
 * 100,000 costs by its index. Prints each figure beside what it may be, and exits with 1 when one
 * is over.
 */

#define N_QUESTIONS 2000
#define N_ROWS 100000
#define N_PASSES 5

typedef struct
{
  xmlNodePtr *nodes;
  HwSecondaryInstance *table;
  char **keys;
} Form;

static gboolean is_over;

static void
report (const char *what,
        double microseconds,
        double limit)
{
  printf ("%-58s %10.3f us", what, microseconds);
  if (limit > 0)
    printf ("   limit %.3f%s", limit, microseconds > limit ? "   OVER" : "");
  printf ("\n");
  is_over = is_over || (limit > 0 && microseconds > limit);
}

static gboolean
resolve (const char *name,
         HwScopeTarget *target,
         gpointer data)
{
  target->path = g_strdup_printf ("../%s", name);
  target->key = (int) g_ascii_strtoll (name + 1, NULL, 10);
  return TRUE;
}

static xmlNodePtr
find_node (int key,
           xmlNodePtr context,
           gpointer data)
{
  return ((Form *) data)->nodes[key];
}

static HwSecondaryInstance *
find_table (const char *name,
            gpointer data)
{
  return ((Form *) data)->table;
}

static const char *
get_column (guint column,
            gpointer data)
{
  return column == 0 ? "name" : "label";
}

static const char *
get_cell (guint row,
          guint column,
          gpointer data)
{
  return ((Form *) data)->keys[row];
}

static xmlDocPtr
make_form (Form *form)
{
  const HwInstanceSource source = { N_ROWS, 2, get_column, get_cell, form, NULL };
  xmlDocPtr document = xmlNewDoc (BAD_CAST "1.0");
  xmlNodePtr root = xmlNewDocNode (document, NULL, BAD_CAST "data", NULL);

  xmlDocSetRootElement (document, root);
  form->nodes = g_new0 (xmlNodePtr, N_QUESTIONS);
  for (guint i = 0; i < N_QUESTIONS; i++)
    {
      g_autofree char *name = g_strdup_printf ("q%u", i);

      form->nodes[i] = xmlNewTextChild (root, NULL, BAD_CAST name, BAD_CAST "7");
    }
  xmlXPathOrderDocElems (document);
  form->keys = g_new0 (char *, N_ROWS + 1);
  for (guint i = 0; i < N_ROWS; i++)
    form->keys[i] = g_strdup_printf ("place-%u", i);
  form->table = hw_secondary_instance_new (&source);
  return document;
}

/* Microseconds for one of @n evaluations, seen from the last question: the best of some passes. */
static double
measure (HwExpression **expressions,
         guint n,
         HwExpressionContext *context,
         xmlNodePtr node)
{
  double best = 1e12;

  for (guint pass = 0; pass < N_PASSES; pass++)
    {
      gint64 start = g_get_monotonic_time ();
      gboolean yes;

      for (guint i = 0; i < n; i++)
        if (!hw_expression_evaluate_boolean (expressions[i], context, node, &yes, NULL) || !yes)
          is_over = TRUE;
      best = MIN (best, (double) (g_get_monotonic_time () - start) / n);
    }
  return best;
}

static void
compare_paths (Form *form,
               xmlDocPtr document)
{
  const HwExpressionScope scope = { .resolve = resolve };
  const HwExpressionHooks hooks = { .node = find_node, .instance = find_table, .data = form };
  g_autoptr (HwExpressionContext) known = hw_expression_context_new (document, &hooks);
  g_autoptr (HwExpressionContext) walked = hw_expression_context_new (document, NULL);
  HwExpression *expressions[N_QUESTIONS];
  xmlNodePtr node = form->nodes[N_QUESTIONS - 1];
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < N_QUESTIONS; i++)
    {
      g_autofree char *text
          = g_strdup_printf ("${q%u} > 3 and selected(${q%u}, '7')", i, N_QUESTIONS - 1 - i);

      expressions[i] = hw_expression_new (text, &scope, NULL);
    }
  report ("compile “${a} > 3 and selected(${b}, '7')”",
          (double) (g_get_monotonic_time () - start) / N_QUESTIONS, 0);
  report ("evaluate it with elements that are known",
          measure (expressions, N_QUESTIONS, known, node), 6);
  report ("evaluate it by walking 2,000 neighbours",
          measure (expressions, N_QUESTIONS, walked, node), 0);
  for (guint i = 0; i < N_QUESTIONS; i++)
    hw_expression_unref (expressions[i]);
}

static void
look_up_rows (Form *form,
              xmlDocPtr document)
{
  static const char *const texts[]
      = { "pulldata('places', 'label', 'name', 'place-99999') = 'place-99999'",
          "instance('places')/root/item[name = 'place-77777']/label = 'place-77777'" };
  const HwExpressionScope scope = { .resolve = resolve };
  const HwExpressionHooks hooks = { .instance = find_table, .data = form };
  g_autoptr (HwExpressionContext) context = hw_expression_context_new (document, &hooks);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      HwExpression *expressions[100];
      g_autoptr (HwExpression) expression = hw_expression_new (texts[i], &scope, NULL);

      for (guint j = 0; j < G_N_ELEMENTS (expressions); j++)
        expressions[j] = expression;
      report (i == 0 ? "pulldata() from 100,000 rows" : "instance()/root/item[…] from 100,000 rows",
              measure (expressions, G_N_ELEMENTS (expressions), context, form->nodes[0]), 30);
    }
}

int
main (int argc,
      char **argv)
{
  Form form = { NULL, NULL, NULL };
  xmlDocPtr document = make_form (&form);

  compare_paths (&form, document);
  look_up_rows (&form, document);
  hw_secondary_instance_unref (form.table);
  g_strfreev (form.keys);
  g_free (form.nodes);
  xmlFreeDoc (document);
  return is_over ? 1 : 0;
}
