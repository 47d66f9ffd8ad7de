/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/value.h"

static void
test_missing_names (void)
{
  const HwMissing kinds[] = {
    HW_MISSING_NOT_ASKED, HW_MISSING_NOT_ANSWERED,   HW_MISSING_DONT_KNOW,
    HW_MISSING_REFUSED,   HW_MISSING_NOT_APPLICABLE, HW_MISSING_DORMANT,
  };
  HwMissing found;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_assert_true (hw_missing_from_name (hw_missing_get_name (kinds[i]), &found));
      g_assert_cmpuint (found, ==, kinds[i]);
    }
  found = HW_MISSING_REFUSED;
  g_assert_false (hw_missing_from_name ("unknown", &found));
  g_assert_cmpuint (found, ==, HW_MISSING_REFUSED);
}

static void
test_zero_is_an_answer (void)
{
  g_autoptr (HwValue) zero = hw_value_new ("0");
  g_autoptr (HwValue) nothing = hw_value_new ("");
  g_autoptr (HwValue) refused = hw_value_new_missing (HW_MISSING_REFUSED);

  g_assert_false (hw_value_is_missing (zero));
  g_assert_cmpuint (hw_value_get_missing (nothing), ==, HW_MISSING_NOT_ANSWERED);
  g_assert_null (hw_value_get_text (refused));
  g_assert_false (hw_value_equal (nothing, refused));
  g_assert_false (hw_value_equal (zero, nothing));
}

static void
test_contains (void)
{
  g_autoptr (HwValue) value = hw_value_new ("1 14 7");
  g_autoptr (HwValue) missing = hw_value_new_missing (HW_MISSING_DONT_KNOW);

  g_assert_true (hw_value_contains (value, "1"));
  g_assert_true (hw_value_contains (value, "14"));
  g_assert_true (hw_value_contains (value, "7"));
  g_assert_false (hw_value_contains (value, "4"));
  g_assert_false (hw_value_contains (value, "1 14"));
  g_assert_false (hw_value_contains (missing, "1"));
}

static void
test_display (void)
{
  g_autoptr (HwValue) value = hw_value_new ("Ana");
  g_autoptr (HwValue) refused = hw_value_new_missing (HW_MISSING_REFUSED);
  g_autofree char *one = hw_value_dup_display (value);
  g_autofree char *two = hw_value_dup_display (refused);

  g_assert_cmpstr (one, ==, "Ana");
  g_assert_cmpstr (two, ==, "(refused)");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/value/missing-names", test_missing_names);
  g_test_add_func ("/value/zero-is-an-answer", test_zero_is_an_answer);
  g_test_add_func ("/value/contains", test_contains);
  g_test_add_func ("/value/display", test_display);
  return g_test_run ();
}
