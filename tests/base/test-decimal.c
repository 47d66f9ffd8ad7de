/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/decimal.h"

static void
test_parse_and_print (void)
{
  static const struct
  {
    const char *text;
    const char *expected; /* NULL: refused */
  } rows[] = {
    { "0", "0" },
    { "-0", "0" },
    { "0.00", "0" },
    { "2.50", "2.5" },
    { "-0.05", "-0.05" },
    { "+7", "7" },
    { ".5", "0.5" },
    { "5.", "5" },
    { "9223372036854775807", "9223372036854775807" },
    { "9223372036854775808", NULL },
    { "0.000000000000000001", "0.000000000000000001" },
    { "0.0000000000000000001", NULL },
    { "1.5000000000000000", "1.5" },
    { "1e3", NULL },
    { "1,5", NULL },
    { "1.2.3", NULL },
    { "", NULL },
    { "-", NULL },
    { ".", NULL },
    { " 1", NULL },
    { NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      HwDecimal decimal = { 0, 0 };
      gboolean good = hw_decimal_parse (rows[i].text, &decimal);

      g_assert_cmpint (good, ==, rows[i].expected != NULL);
      if (good)
        {
          g_autofree char *text = hw_decimal_dup_string (&decimal);

          g_assert_cmpstr (text, ==, rows[i].expected);
        }
    }
}

static HwDecimal
read (const char *text)
{
  HwDecimal decimal = { 0, 0 };

  g_assert_true (hw_decimal_parse (text, &decimal));
  return decimal;
}

static void
assert_is (const HwDecimal *decimal,
           const char *expected)
{
  g_autofree char *text = hw_decimal_dup_string (decimal);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_cents_add_up (void)
{
  HwDecimal sum = { 0, 0 };
  HwDecimal tenth = read ("0.1");
  HwDecimal product;
  HwDecimal most = read ("9223372036854775807");

  for (guint i = 0; i < 1000; i++)
    g_assert_true (hw_decimal_add (&sum, &tenth, &sum));
  assert_is (&sum, "100");
  g_assert_false (hw_decimal_add (&most, &tenth, &sum));
  assert_is (&sum, "100");
  g_assert_true (hw_decimal_multiply (&(HwDecimal){ 25050, 2 }, &(HwDecimal){ 6165, 2 }, &product));
  assert_is (&product, "15443.325");
  g_assert_false (hw_decimal_multiply (&most, &most, &product));
}

static void
test_round_half_away (void)
{
  static const struct
  {
    const char *text;
    guint scale;
    const char *expected;
  } rows[] = {
    { "15443.325", 2, "15443.33" }, { "-15443.325", 2, "-15443.33" }, { "15443.3249", 2, "15443.32" },
    { "0.5", 0, "1" },              { "-0.5", 0, "-1" },              { "2.4", 0, "2" },
    { "7", 2, "7" },                { "0.05", 1, "0.1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      HwDecimal decimal = read (rows[i].text);

      g_assert_true (hw_decimal_round (&decimal, rows[i].scale, &decimal));
      assert_is (&decimal, rows[i].expected);
    }
}

static void
test_compare (void)
{
  HwDecimal a = read ("2.5");
  HwDecimal b = read ("2.49999");
  HwDecimal c = read ("2.50");
  HwDecimal d = read ("-3");

  g_assert_cmpint (hw_decimal_compare (&a, &b), >, 0);
  g_assert_cmpint (hw_decimal_compare (&a, &c), ==, 0);
  g_assert_cmpint (hw_decimal_compare (&d, &b), <, 0);
  g_assert_cmpfloat (hw_decimal_to_double (&b), ==, 2.49999);
  g_assert_cmpuint (hw_decimal_count_digits (&b), ==, 6);
  g_assert_cmpuint (hw_decimal_count_digits (&d), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/decimal/parse-and-print", test_parse_and_print);
  g_test_add_func ("/decimal/cents-add-up", test_cents_add_up);
  g_test_add_func ("/decimal/round-half-away", test_round_half_away);
  g_test_add_func ("/decimal/compare", test_compare);
  return g_test_run ();
}
