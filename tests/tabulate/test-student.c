/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tabulate/student.h"

#include <math.h>

static void
assert_close (double found,
              double expected)
{
  if (fabs (found - expected) > 1e-10 * MAX (1, fabs (expected)))
    g_error ("found %.15g, expected %.15g", found, expected);
}

/* With 1, 2 and 4 degrees of freedom the distribution has an inverse in closed form. */
static void
test_closed_forms (void)
{
  const double probabilities[] = { 0.025, 0.4, 0.5, 0.6, 0.9, 0.975, 0.995, 0.99995 };

  for (guint i = 0; i < G_N_ELEMENTS (probabilities); i++)
    {
      double p = probabilities[i];
      double alpha = 4 * p * (1 - p);
      double q = cos (acos (sqrt (alpha)) / 3) / sqrt (alpha);

      assert_close (hw_student_get_quantile (p, 1), tan (G_PI * (p - 0.5)));
      assert_close (hw_student_get_quantile (p, 2), (2 * p - 1) * sqrt (2 / alpha));
      assert_close (hw_student_get_quantile (p, 4),
                    (p < 0.5 ? -2 : 2) * sqrt (MAX (q - 1, 0)));
    }
}

/* 97.5 % points of printed tables, to the digits that these have, and of R to more of them */
static void
test_table (void)
{
  const struct
  {
    double df;
    double t;
    double within;
  } rows[] = {
    { 3, 3.182, 5e-4 },   { 4, 2.7764451052, 5e-11 }, { 5, 2.571, 5e-4 },  { 10, 2.228, 5e-4 },
    { 30, 2.042, 5e-4 },  { 60, 2.000, 5e-4 },        { 120, 1.980, 5e-4 }, { 1000, 1.962, 5e-4 },
    { 1e7, 1.959964, 1e-6 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpfloat_with_epsilon (hw_student_get_quantile (0.975, rows[i].df), rows[i].t,
                                    rows[i].within);
}

static void
test_inverse (void)
{
  for (double df = 0.5; df < 5000; df *= 1.37)
    for (double p = 0.501; p < 1; p += 0.0179)
      assert_close (1 - hw_student_get_tail (hw_student_get_quantile (p, df), df), p);
}

static void
test_undefined (void)
{
  g_assert_true (isnan (hw_student_get_quantile (0.975, 0)));
  g_assert_true (isnan (hw_student_get_quantile (0, 4)));
  g_assert_true (isnan (hw_student_get_quantile (1, 4)));
  g_assert_true (isnan (hw_student_get_quantile (NAN, 4)));
  g_assert_cmpfloat (hw_student_get_quantile (0.5, 4), ==, 0);
  g_assert_cmpfloat (hw_student_get_tail (0, 7), ==, 0.5);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tabulate/student/closed-forms", test_closed_forms);
  g_test_add_func ("/tabulate/student/table", test_table);
  g_test_add_func ("/tabulate/student/inverse", test_inverse);
  g_test_add_func ("/tabulate/student/undefined", test_undefined);
  return g_test_run ();
}
