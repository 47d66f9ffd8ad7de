/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tabulate/student.h"

#include <float.h>
#include <math.h>

/* The continued fraction of the incomplete beta function, DLMF 8.17.22
 * (https://dlmf.nist.gov/8.17.E22), evaluated by the modified Lentz method (DLMF 3.10(iii)).
 * Converges fast for x < (a + 1) / (a + b + 2). */
static double
evaluate_fraction (double a,
                   double b,
                   double x)
{
  const double tiny = 1e-300;
  double c = 1;
  double d = 1 - (a + b) * x / (a + 1);
  double value;

  d = 1 / (fabs (d) < tiny ? tiny : d);
  value = d;
  for (int m = 1; m <= 10000; m++)
    {
      double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
      double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));

      d = 1 + even * d;
      c = 1 + even / c;
      d = 1 / (fabs (d) < tiny ? tiny : d);
      c = fabs (c) < tiny ? tiny : c;
      value *= d * c;
      d = 1 + odd * d;
      c = 1 + odd / c;
      d = 1 / (fabs (d) < tiny ? tiny : d);
      c = fabs (c) < tiny ? tiny : c;
      value *= d * c;
      if (fabs (d * c - 1) < 2 * DBL_EPSILON)
        break;
    }
  return value;
}

/* ln (Gamma (a + 1/2) / Gamma (a)). The difference of two large logarithms would cost the digits
 * that we promise, so for large a the asymptotic series stands in (DLMF 5.11.13, summed to
 * a^-5). */
static double
get_log_gamma_step (double a)
{
  double r = 1 / a;

  if (a < 100)
    return lgamma (a + 0.5) - lgamma (a);
  return 0.5 * log (a) - r / 8 + r * r * r / 192 - r * r * r * r * r / 640;
}

/* I_x (a, b), the regularised incomplete beta function, for b = 1/2 or a = 1/2 only */
static double
get_beta (double a,
          double b,
          double x,
          double one_minus_x)
{
  double whole;

  if (x <= 0)
    return 0;
  if (one_minus_x <= 0)
    return 1;
  /* 1 / B (a, b) with Gamma (1/2) = sqrt (pi) */
  whole = exp (get_log_gamma_step (b == 0.5 ? a : b) - 0.5 * log (G_PI) + a * log (x)
               + b * log (one_minus_x));
  if (x < (a + 1) / (a + b + 2))
    return whole * evaluate_fraction (a, b, x) / a;
  return 1 - whole * evaluate_fraction (b, a, one_minus_x) / b;
}

/**
 * hw_student_get_tail:
 * @t: a value of the statistic
 * @df: degrees of freedom, above 0
 *
 * P (T > t) = I_x (df/2, 1/2) / 2 with x = df / (df + t^2) for t >= 0, Abramowitz and Stegun
 * 26.7.1.
 *
 * Returns: the probability of a value above @t; NaN without degrees of freedom
 */
double
hw_student_get_tail (double t,
                     double df)
{
  double tail;

  if (!(df > 0) || isnan (t))
    return NAN;
  tail = 0.5 * get_beta (df / 2, 0.5, df / (df + t * t), t * t / (df + t * t));
  return t >= 0 ? tail : 1 - tail;
}

/**
 * hw_student_get_quantile:
 * @probability: between 0 and 1
 * @df: degrees of freedom, above 0
 *
 * The root of the distribution function by Newton steps inside a bracket, halved where a step would
 * leave it; exact to 1e-9 or better.
 *
 * Returns: the value that T does not exceed with @probability; NaN when there is none
 */
double
hw_student_get_quantile (double probability,
                         double df)
{
  double tail = probability < 0.5 ? probability : 1 - probability;
  double low = 0;
  double high = 1;
  double t;

  if (!(probability > 0 && probability < 1) || !(df > 0))
    return NAN;
  if (tail == 0.5)
    return 0;
  while (hw_student_get_tail (high, df) > tail && high < 1e150)
    high *= 2;
  t = high / 2;
  for (int i = 0; i < 400 && high - low > 4 * DBL_EPSILON * high; i++)
    {
      double excess = hw_student_get_tail (t, df) - tail;
      double density = exp (get_log_gamma_step (df / 2) - 0.5 * log (G_PI * df)
                            - (df + 1) / 2 * log1p (t * t / df));
      double next = t + excess / density;

      if (excess > 0)
        low = t;
      else
        high = t;
      if (next > low && next < high && fabs (next - t) <= 1e-15 * t)
        {
          t = next;
          break;
        }
      t = next > low && next < high ? next : (low + high) / 2;
    }
  return probability < 0.5 ? -t : t;
}
