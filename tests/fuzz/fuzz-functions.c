/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <libxml/parser.h>
#include <string.h>

#include "expression/expression.h"
#include "expression/functions.h"
#include "tests/fuzz/fuzz.h"

/*
 * Calls of every function with arguments of every kind: bytes are read as instructions that write an
 * expression, so that nearly all of them are whole and get as far as the functions.
 */

static const char *const atoms[] = {
  "1", "0", "-2.5", "'x'", "''", "'2020-01-01'", "'1 2 3'", "../a", "../b", "//a", "..", ".", "/r/*", "@x", "../d", "1e",
  "'%Y-%b %H:%3'", "'2020-01-01T10:20:30Z'", "1 div 0", "0 div 0", "true()", "'5 6;7 8;1 1'", "(//a | //b)", "//*[. > 1]",
  "99999999999", "-1", "${a}", "${b}", "${c}", "${d}", "'(a+)+$'", "'[0-9]{3}'", "current()/../a", "'ABCdef=='", "0.5",
  "instance('t')/root/item[k = ${b}]/v", "instance('t')/root/item[v = 'x' and k != .]", "randomize(//a, 3)", "${k}", "${last-saved#a}",
  "instance('t')/root/item[k = //a]/../item[position() = 2]", "pulldata('t', 'v', 'k', ${c})", "//a[${b} = .]", "'k'", "'t'",
};
static const char *const operators[]
    = { "+", "-", "*", " div ", " mod ", " = ", " != ", " < ", " >= ", " and ", " or ", " | " };

typedef struct
{
  const guint8 *at;
  gsize left;
  GString *text;
} Maker;

static GPtrArray *functions;
static HwExpressionContext *context;
static xmlDocPtr document;

static guint
take (Maker *self,
      guint n)
{
  guint byte = 0;

  if (self->left > 0)
    {
      byte = *self->at;
      self->at++;
      self->left--;
    }
  return byte % n;
}

static void write_expression (Maker *self,
                              guint depth);

static void
write_literal (Maker *self)
{
  guint length = take (self, 24);

  g_string_append_c (self->text, '\'');
  for (; length > 0 && self->left > 0; length--)
    {
      char letter = (char)*self->at;

      self->at++;
      self->left--;
      if (letter >= ' ' && letter < 127 && letter != '\'')
        g_string_append_c (self->text, letter);
    }
  g_string_append_c (self->text, '\'');
}

static void
write_call (Maker *self,
            guint depth)
{
  const HwFunction *function = g_ptr_array_index (functions, take (self, functions->len));
  int least = function->min_arguments;
  int most = function->max_arguments < 0 ? least + 3 : function->max_arguments;
  int n = least + (int)take (self, (guint)(most - least + 1));

  g_string_append_printf (self->text, "%s(", function->name);
  for (int i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append (self->text, ", ");
      write_expression (self, depth + 1);
    }
  g_string_append_c (self->text, ')');
}

static void
write_expression (Maker *self,
                  guint depth)
{
  switch (depth < 5 ? take (self, 6) : take (self, 2))
    {
    case 0:
      g_string_append (self->text, atoms[take (self, G_N_ELEMENTS (atoms))]);
      break;
    case 1:
      write_literal (self);
      break;
    case 2:
      write_expression (self, depth + 1);
      g_string_append (self->text, operators[take (self, G_N_ELEMENTS (operators))]);
      write_expression (self, depth + 1);
      break;
    case 3:
      g_string_append_c (self->text, '(');
      write_expression (self, depth + 1);
      g_string_append_c (self->text, ')');
      break;
    default:
      write_call (self, depth);
    }
}

static void
add_function (const HwFunction *function,
              gpointer data)
{
  if ((function->flags & HW_FUNCTION_INTERNAL) == 0)
    g_ptr_array_add (functions, (gpointer)function);
}

static const char *
get_column (guint column,
            gpointer data)
{
  return column == 0 ? "k" : "v";
}

static const char *
get_cell (guint row,
          guint column,
          gpointer data)
{
  static const char *const cells[][2]
      = { { "x", "1" }, { "", NULL }, { "x", "2020-01-01" }, { "1 2", "'\"" }, { "7", "-0" } };

  return cells[row][column];
}

static HwSecondaryInstance *
find_table (const char *name,
            gpointer data)
{
  return *name == 't' ? data : NULL;
}

static xmlNodePtr
find_node (int key,
           xmlNodePtr at,
           gpointer data)
{
  return key == 1 ? at : NULL;
}

static char *
find_text (const char *text,
           gpointer data)
{
  return *text != '\0' ? g_strdup (text) : NULL;
}

static char *
find_label (const char *value,
            const char *name,
            gpointer data)
{
  return g_strconcat (name, value, NULL);
}

static HwExpressionContext *
make_context (void)
{
  const HwInstanceSource source = { 5, 2, get_column, get_cell, NULL, NULL };
  const HwExpressionHooks hooks = { .choice_label = find_label,
                                    .node = find_node,
                                    .instance = find_table,
                                    .last_saved = find_text,
                                    .itext = find_text,
                                    .data = hw_secondary_instance_new (&source) };

  return hw_expression_context_new (document, &hooks);
}

static void
prepare (void)
{
  static const char text[] = "<r x='7'><a>2020-01-01</a><b/><c>1 2</c><d>5<e/>6</d><a>x</a><a> </a>"
                             "<g><a>3</a><a>4</a></g><!--c--></r>";

  document = xmlReadMemory (text, (int)strlen (text), "r.xml", NULL, 0);
  context = make_context ();
  functions = g_ptr_array_new ();
  hw_functions_foreach (add_function, NULL);
}

static gboolean
resolve (const char *name,
         HwScopeTarget *target,
         gpointer data)
{
  target->path = g_strdup_printf ("../%s", name);
  target->is_date = *name == 'a';
  target->key = *name == 'k' ? 1 : -1;
  return TRUE;
}

static void
evaluate (HwExpression *expression,
          xmlNodePtr node)
{
  static const char *const types[] = { NULL, "boolean", "number", "string", "date", "nodeset" };
  gboolean yes;
  double number;
  g_autofree char *text = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *found
          = hw_expression_evaluate_described (expression, context, node, types[i], &error);

      g_assert_true ((found == NULL) == (error != NULL));
      g_assert_true (found == NULL || g_utf8_validate (found, -1, NULL));
    }
  hw_expression_evaluate_boolean (expression, context, node, &yes, NULL);
  hw_expression_evaluate_number (expression, context, node, &number, NULL);
  text = hw_expression_evaluate_string (expression, context, node, NULL);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize size)
{
  const HwExpressionScope scope = { .resolve = resolve };
  g_autoptr (GString) text = g_string_new (NULL);
  Maker maker = { data, size, text };
  gboolean with_scope;
  g_autoptr (HwExpression) expression = NULL;

  if (document == NULL)
    prepare ();
  with_scope = take (&maker, 2) == 0;
  write_expression (&maker, 0);
  expression = hw_expression_new (text->str, with_scope ? &scope : NULL, NULL);
  if (expression != NULL)
    evaluate (expression, xmlDocGetRootElement (document)->children);
  return 0;
}
