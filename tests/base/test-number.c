/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/number.h"

#include <locale.h>
#include <math.h>

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    gboolean good;
    double number;
  } rows[] = {
    { "0", TRUE, 0 },          { "-12.5", TRUE, -12.5 },  { "1e3", TRUE, 1000 },
    { ".5", TRUE, 0.5 },       { "+7", TRUE, 7 },         { "5368421.894412", TRUE, 5368421.894412 },
    { "", FALSE, 0 },          { NULL, FALSE, 0 },        { " 1", FALSE, 0 },
    { "1 ", FALSE, 0 },        { "1,5", FALSE, 0 },       { "0x10", FALSE, 0 },
    { "inf", FALSE, 0 },       { "nan", FALSE, 0 },       { "1e999", FALSE, 0 },
    { "12a", FALSE, 0 },       { "--1", FALSE, 0 },       { "1.2.3", FALSE, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      double number = 42;

      g_assert_cmpint (hw_number_parse (rows[i].text, &number), ==, rows[i].good);
      g_assert_cmpfloat (number, ==, rows[i].good ? rows[i].number : 42);
    }
}

static void
test_parse_int (void)
{
  gint64 number = 5;

  g_assert_true (hw_number_parse_int ("-98", -98, 40, &number));
  g_assert_cmpint (number, ==, -98);
  g_assert_false (hw_number_parse_int ("41", -98, 40, &number));
  g_assert_false (hw_number_parse_int ("4.0", -98, 40, &number));
  g_assert_false (hw_number_parse_int ("", -98, 40, &number));
  g_assert_false (hw_number_parse_int (NULL, -98, 40, &number));
  g_assert_cmpint (number, ==, -98);
}

static void
test_strings_read_back (void)
{
  static const struct
  {
    double number;
    const char *text;
  } rows[] = {
    { 0, "0" },
    { -0.0, "0" },
    { 1, "1" },
    { 0.1, "0.1" },
    { 1e6, "1000000" },
    { 23469220, "23469220" },
    { 5368421.8944123456, "5368421.894412345" },
    { -1.5, "-1.5" },
    { 0.00012, "0.00012" },
    { 1e-7, "1e-07" },
    { 1e15, "1e+15" },
    { 123456789012345, "123456789012345" },
    { NAN, "NaN" },
    { -INFINITY, "-Infinity" },
  };
  g_autoptr (GRand) random = g_rand_new_with_seed (20);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = hw_number_dup_string (rows[i].number);

      g_assert_cmpstr (text, ==, rows[i].text);
    }
  for (guint i = 0; i < 20000; i++)
    {
      double number = g_rand_double_range (random, -1, 1) * pow (10, g_rand_int_range (random, -30, 30));
      g_autofree char *text = hw_number_dup_string (number);
      double back;

      g_assert_true (hw_number_parse (text, &back));
      g_assert_cmpfloat (back, ==, number);
    }
}

static void
test_locale_is_the_screens (void)
{
  double number;
  g_autofree char *text = NULL;

  /* The locale may not be there; the result has to be the same either way. */
  if (setlocale (LC_ALL, "de_DE.UTF-8") == NULL)
    g_test_message ("de_DE.UTF-8 is not installed");
  g_assert_true (hw_number_parse ("1.5", &number));
  text = hw_number_dup_string (number);
  g_assert_cmpstr (text, ==, "1.5");
  setlocale (LC_ALL, "C");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/number/parse", test_parse);
  g_test_add_func ("/number/parse-int", test_parse_int);
  g_test_add_func ("/number/strings-read-back", test_strings_read_back);
  g_test_add_func ("/number/locale-is-the-screens", test_locale_is_the_screens);
  return g_test_run ();
}
