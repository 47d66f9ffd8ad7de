/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tabulate/design.h"
#include "tabulate/estimate.h"

#include <math.h>

static HwCell
weighted_total_of (HwDesign *design,
                   const double *y,
                   guint n,
                   double weight)
{
  g_autoptr (HwTally) tally = hw_tally_new ();
  const HwLevelSize level = { n, n * weight };
  HwCell cell;

  /* These samples come in the order of their PSUs. */
  for (guint i = 0; i < n; i++)
    hw_tally_add (tally, hw_design_get_psu (design, i), i, weight, y[i], 1);
  hw_estimate_total (&cell, design, tally, &level);
  return cell;
}

static HwCell
total_of (HwDesign *design,
          const double *y,
          guint n)
{
  return weighted_total_of (design, y, n, 1);
}

/* The same PSU number in two strata is two PSUs. */
static void
test_nested (void)
{
  const char *strata[] = { "n", "n", "s", "s", "n" };
  const char *psus[] = { "1", "2", "1", "2", "1" };
  g_autoptr (HwDesign) design = hw_design_new (5, strata, psus, NULL, NULL);

  g_assert_cmpuint (hw_design_get_n_strata (design), ==, 2);
  g_assert_cmpuint (hw_design_get_n_psus (design), ==, 4);
  g_assert_cmpuint (hw_design_get_df (design), ==, 2);
  g_assert_cmpuint (hw_design_get_psu (design, 0), ==, hw_design_get_psu (design, 4));
  g_assert_cmpuint (hw_design_get_psu (design, 0), !=, hw_design_get_psu (design, 2));
}

/* A simple random sample: variance of the total is n s^2, and with f = 1/4 three quarters of it. */
static void
test_simple (void)
{
  const double y[] = { 1, 4, 4, 7 };
  const double size[] = { 16, 16, 16, 16 };
  const double share[] = { 0.25, 0.25, 0.25, 0.25 };
  g_autoptr (HwDesign) plain = hw_design_new (4, NULL, NULL, NULL, NULL);
  g_autoptr (HwDesign) sized = hw_design_new (4, NULL, NULL, NULL, size);
  g_autoptr (HwDesign) shared = hw_design_new (4, NULL, NULL, NULL, share);
  HwCell cell = total_of (plain, y, 4);

  g_assert_cmpfloat (cell.estimate, ==, 16);
  g_assert_cmpfloat_with_epsilon (cell.se, sqrt (4 * 6), 1e-12);
  g_assert_cmpfloat_with_epsilon (cell.deff, 1, 1e-12);
  g_assert_cmpuint (cell.df, ==, 3);
  g_assert_cmpfloat_with_epsilon (total_of (sized, y, 4).se, sqrt (0.75 * 24), 1e-12);
  g_assert_cmpfloat_with_epsilon (total_of (shared, y, 4).se, sqrt (0.75 * 24), 1e-12);
  g_assert_null (hw_design_get_bad_fpc (sized));
}

/* What simple random sampling would have given: exactly this sample, so the effect is 1, when
 * both know that a quarter was drawn; 4/3 when only one does. */
static void
test_design_effect (void)
{
  const double y[] = { 1, 4, 4, 7 };
  const double size[] = { 16, 16, 16, 16 };
  g_autoptr (HwDesign) plain = hw_design_new (4, NULL, NULL, NULL, NULL);
  g_autoptr (HwDesign) sized = hw_design_new (4, NULL, NULL, NULL, size);
  g_autoptr (HwTally) tally = hw_tally_new ();
  HwCell cell;

  g_assert_cmpfloat_with_epsilon (weighted_total_of (plain, y, 4, 4).deff, 4 / 3., 1e-12);
  g_assert_cmpfloat_with_epsilon (weighted_total_of (sized, y, 4, 4).deff, 1, 1e-12);
  for (guint i = 0; i < 4; i++)
    hw_tally_add (tally, hw_design_get_psu (sized, i), i, 4, y[i], 1);
  hw_estimate_ratio (&cell, sized, tally);
  g_assert_cmpfloat_with_epsilon (cell.deff, 1, 1e-12);
  g_assert_cmpfloat_with_epsilon (cell.se, sqrt (6 / 4. * 0.75), 1e-12);
}

static void
test_bad_fpc (void)
{
  const double small[] = { 3, 3, 3, 3 };
  const double mixed[] = { 8, 8, 9, 8 };
  const double missing[] = { 8, NAN, 8, 8 };
  const double *const bad[] = { small, mixed, missing };
  const double y[] = { 1, 4, 4, 7 };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (HwDesign) design = hw_design_new (4, NULL, NULL, NULL, bad[i]);

      g_assert_nonnull (hw_design_get_bad_fpc (design));
      g_assert_cmpfloat_with_epsilon (total_of (design, y, 4).se, sqrt (24), 1e-12);
    }
}

/* A stratum with one PSU: the estimate stands, its error does not; where the stratum has no
 * part, neither has the doubt. */
static void
test_lonely (void)
{
  const char *strata[] = { "a", "a", "b" };
  const double y[] = { 1, 3, 5 };
  const double elsewhere[] = { 1, 3, 0 };
  const double all_taken[] = { 4, 4, 1 };
  g_autoptr (HwDesign) design = hw_design_new (3, strata, NULL, NULL, NULL);
  g_autoptr (HwDesign) certain = hw_design_new (3, strata, NULL, NULL, all_taken);
  g_autoptr (GPtrArray) lonely = hw_design_list_lonely (design);
  g_autoptr (GPtrArray) none = hw_design_list_lonely (certain);
  HwCell cell = total_of (design, y, 3);

  g_assert_cmpuint (lonely->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (lonely, 0), ==, "b");
  g_assert_cmpfloat (cell.estimate, ==, 9);
  g_assert_true (isnan (cell.se));
  g_assert_true (isnan (cell.lower));
  g_assert_cmpfloat_with_epsilon (total_of (design, elsewhere, 3).se, 2, 1e-12);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpfloat_with_epsilon (total_of (certain, y, 3).se, sqrt (0.5 * 4), 1e-12);
}

static void
test_unknown (void)
{
  const char *strata[] = { "a", NULL, "a" };
  const char *psus[] = { "1", "1", NULL };
  const double weights[] = { 2, 2, -1 };
  g_autoptr (HwDesign) design = hw_design_new (3, strata, psus, weights, NULL);
  g_autoptr (HwDesign) nobody = hw_design_new (0, NULL, NULL, NULL, NULL);

  g_assert_cmpuint (hw_design_get_n_left_out (design), ==, 2);
  g_assert_cmpuint (hw_design_get_n_unweighted (design), ==, 1);
  g_assert_cmpuint (hw_design_get_psu (design, 1), ==, HW_DESIGN_NO_PSU);
  g_assert_cmpfloat (hw_design_get_weight (design, 2), ==, 0);
  g_assert_cmpuint (hw_design_get_df (nobody), ==, 0);
  g_assert_true (isnan (hw_design_get_t (nobody)));
}

/* Plain addition gives 0 here, and a one-pass variance of large numbers noise. */
static void
test_digits (void)
{
  const double large[] = { 1e16, 1, 1, -1e16 };
  const double shifted[] = { 1e9 + 1, 1e9 + 4, 1e9 + 4, 1e9 + 7 };
  g_autoptr (HwDesign) design = hw_design_new (4, NULL, NULL, NULL, NULL);

  g_assert_cmpfloat (total_of (design, large, 4).estimate, ==, 2);
  g_assert_cmpfloat_with_epsilon (total_of (design, shifted, 4).se, sqrt (24), 1e-9);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tabulate/design/nested", test_nested);
  g_test_add_func ("/tabulate/design/simple", test_simple);
  g_test_add_func ("/tabulate/design/design-effect", test_design_effect);
  g_test_add_func ("/tabulate/design/bad-fpc", test_bad_fpc);
  g_test_add_func ("/tabulate/design/lonely", test_lonely);
  g_test_add_func ("/tabulate/design/unknown", test_unknown);
  g_test_add_func ("/tabulate/design/digits", test_digits);
  return g_test_run ();
}
