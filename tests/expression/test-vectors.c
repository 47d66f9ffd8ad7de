/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <string.h>

#include "base/csv-reader.h"
#include "base/number.h"
#include "expression/document.h"

/*
 * Expressions of the XForms world with the value that its engines agree on. Most were collected, as
 * facts, from the public test suites of Enketo, ODK Web Forms and JavaRosa. A row is an expression,
 * the document and the node that it is seen from (file#XPath, or nothing), and the expected value,
 * whose kind is the type to convert to:
 *
 *   boolean:true number:5 number~1e-12:5.25 string:.. date:YYYY-MM-DD string-length:36 regex:..
 * error nodeset:COUNT path | path, or the count alone
 */

typedef struct
{
  char *expression;
  char *context;
  char *expected;
  gboolean answers; /* what is expected when the document holds answers */
} Vector;

static char *
evaluate (const Vector *vector,
          const char *as,
          GError **error)
{
  g_auto (GStrv) place = g_strsplit (vector->context, "#", 2);
  g_autoptr (HwDocument) document = NULL;
  g_autofree char *path = NULL;

  if (place[0] == NULL)
    {
      document = hw_document_new_empty ();
      return hw_document_evaluate (document, NULL, vector->expression, as, error);
    }
  path = g_test_build_filename (G_TEST_DIST, "expression", "contexts", place[0], NULL);
  document = hw_document_new_from_file (path, error);
  g_assert_no_error (*error);
  if (vector->answers)
    hw_document_set_answers (document, TRUE);
  return hw_document_evaluate (document, place[1], vector->expression, as, error);
}

static const char *
find_type (const char *kind)
{
  if (g_str_equal (kind, "regex") || g_str_equal (kind, "string-length"))
    return "string";
  return g_str_equal (kind, "error") ? NULL : kind;
}

static void
check_number (const char *found,
              const char *expected,
              double tolerance)
{
  double a = g_ascii_strtod (found, NULL);
  double b = g_ascii_strtod (expected, NULL);

  if (isnan (b) || isinf (b))
    g_assert_cmpstr (found, ==, expected);
  else
    g_assert_cmpfloat_with_epsilon (a, b, tolerance + DBL_MIN);
}

static void
check_value (const char *kind,
             const char *found,
             const char *expected,
             double tolerance)
{
  if (g_str_equal (kind, "number"))
    check_number (found, expected, tolerance);
  else if (g_str_equal (kind, "regex"))
    g_assert_true (g_regex_match_simple (expected, found, 0, 0));
  else if (g_str_equal (kind, "string-length"))
    g_assert_cmpuint (strlen (found), ==, g_ascii_strtoull (expected, NULL, 10));
  else if (g_str_equal (kind, "nodeset") && strchr (expected, '/') == NULL)
    {
      g_autofree char *count = g_strndup (found, strcspn (found, " "));

      g_assert_cmpstr (count, ==, expected);
    }
  else
    g_assert_cmpstr (found, ==, expected);
}

static void
test_vector (gconstpointer data)
{
  const Vector *vector = data;
  g_auto (GStrv) expected = g_strsplit (vector->expected, ":", 2);
  g_auto (GStrv) kind = g_strsplit (expected[0], "~", 2);
  g_autoptr (GError) error = NULL;
  g_autofree char *found = evaluate (vector, find_type (kind[0]), &error);

  g_test_message ("%s from “%s”: expected %s, found %s", vector->expression, vector->context,
                  vector->expected, found != NULL ? found : error->message);
  if (g_str_equal (kind[0], "error"))
    {
      g_assert_null (found);
      g_assert_nonnull (error);
      return;
    }
  g_assert_no_error (error);
  g_assert_nonnull (strchr (found, ':'));
  check_value (kind[0], strchr (found, ':') + 1, expected[1],
               kind[1] != NULL ? g_ascii_strtod (kind[1], NULL) : 0);
}

static void
free_vector (gpointer data)
{
  Vector *vector = data;

  g_free (vector->expression);
  g_free (vector->context);
  g_free (vector->expected);
  g_free (vector);
}

/* Where the engines of the web have it in another way than the forms of the field mean it, the row
 * says what Homeward has for answers, and why. */
static void
add_decision (HwCsvTable *table,
              guint row)
{
  g_autofree char *name
      = g_strconcat ("/expression/decisions/", hw_csv_table_get (table, row, 0), NULL);
  Vector *vector = g_new0 (Vector, 1);

  g_assert_cmpstr (hw_csv_table_get (table, row, 5), !=, "");
  vector->expression = g_strdup (hw_csv_table_get (table, row, 1));
  vector->context = g_strdup (hw_csv_table_get (table, row, 2));
  vector->expected = g_strdup (hw_csv_table_get (table, row, 4));
  vector->answers = TRUE;
  g_test_add_data_func_full (name, vector, test_vector, free_vector);
}

int
main (int argc,
      char **argv)
{
  g_autoptr (HwProblems) problems = hw_problems_new ();
  g_autoptr (HwCsvTable) table = NULL;
  g_autofree char *path = NULL;

  g_test_init (&argc, &argv, NULL);
  path = g_test_build_filename (G_TEST_DIST, "expression", "vectors.csv", NULL);
  table = hw_csv_table_new_from_file (path, problems, NULL);
  g_assert_nonnull (table);
  g_assert_cmpuint (hw_problems_get_length (problems), ==, 0);
  g_assert_cmpuint (hw_csv_table_get_n_rows (table), >, 0);
  for (guint i = 0; i < hw_csv_table_get_n_rows (table); i++)
    {
      g_autofree char *name
          = g_strconcat ("/expression/vectors/", hw_csv_table_get (table, i, 0), NULL);
      Vector *vector = g_new0 (Vector, 1);

      vector->expression = g_strdup (hw_csv_table_get (table, i, 1));
      vector->context = g_strdup (hw_csv_table_get (table, i, 2));
      vector->expected = g_strdup (hw_csv_table_get (table, i, 3));
      g_test_add_data_func_full (name, vector, test_vector, free_vector);
      if (*hw_csv_table_get (table, i, 4) != '\0')
        add_decision (table, i);
    }
  return g_test_run ();
}
