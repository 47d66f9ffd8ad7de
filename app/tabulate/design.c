/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tabulate/design.h"

#include <math.h>

#include "tabulate/student.h"

typedef struct
{
  char *name;
  guint first; /* its first PSU */
  guint n;     /* how many PSUs it has */
  double fpc;  /* as given; NaN when unknown */
} Stratum;

struct _HwDesign
{
  guint n_units;
  guint n_psus;
  guint n_left_out;
  guint n_unweighted;
  guint *psu;     /* of each unit */
  double *weight; /* of each unit */
  guint *stratum; /* of each PSU */
  GArray *strata; /* of Stratum */
  gboolean has_fpc;
  char *bad_fpc;  /* the first stratum whose fpc is missing, too small or not constant */
  double t;
};

/* 1 - f of a stratum */
static double
get_correction (HwDesign *self,
                const Stratum *stratum)
{
  if (!self->has_fpc || isnan (stratum->fpc))
    return 1;
  if (stratum->fpc <= 1)
    return 1 - stratum->fpc;
  return 1 - (double) stratum->n / stratum->fpc;
}

static void
note_fpc (HwDesign *self,
          Stratum *stratum,
          double fpc)
{
  gboolean good = fpc > 0;

  if (isnan (stratum->fpc) && good)
    stratum->fpc = fpc;
  else if (good)
    good = stratum->fpc == fpc;
  if (!good && self->bad_fpc == NULL)
    self->bad_fpc = g_strdup (stratum->name);
}

static void
clear_stratum (Stratum *stratum)
{
  g_free (stratum->name);
}

/* Gives every unit the number of its PSU in order of appearance, and every PSU its stratum. */
static void
number_psus (HwDesign *self,
             const char *const *strata,
             const char *const *psus,
             GArray *stratum_of)
{
  g_autoptr (GHashTable) known_strata = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) known_psus = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->n_units; i++)
    {
      const char *name = strata != NULL ? strata[i] : "";
      gpointer value;
      guint stratum;
      char *key;

      self->psu[i] = HW_DESIGN_NO_PSU;
      if (name == NULL || (psus != NULL && psus[i] == NULL))
        {
          self->n_left_out++;
          continue;
        }
      if (!g_hash_table_lookup_extended (known_strata, name, NULL, &value))
        {
          Stratum one = { g_strdup (name), 0, 0, NAN };

          value = GUINT_TO_POINTER (self->strata->len);
          g_array_append_val (self->strata, one);
          g_hash_table_insert (known_strata, one.name, value);
        }
      stratum = GPOINTER_TO_UINT (value);
      /* The number of a PSU may begin again in every stratum. */
      key = psus != NULL ? g_strdup_printf ("%u %s", stratum, psus[i]) : g_strdup_printf ("%u", i);
      if (!g_hash_table_lookup_extended (known_psus, key, NULL, &value))
        {
          value = GUINT_TO_POINTER (stratum_of->len);
          g_array_append_val (stratum_of, stratum);
          g_array_index (self->strata, Stratum, stratum).n++;
          g_hash_table_insert (known_psus, g_steal_pointer (&key), value);
        }
      self->psu[i] = GPOINTER_TO_UINT (value);
      g_free (key);
    }
}

/* Numbers the PSUs anew so that those of a stratum are neighbours. */
static void
sort_psus (HwDesign *self,
           GArray *stratum_of)
{
  g_autofree guint *number = g_new (guint, MAX (stratum_of->len, 1));
  g_autofree guint *next = g_new (guint, MAX (self->strata->len, 1));
  guint first = 0;

  for (guint h = 0; h < self->strata->len; h++)
    {
      Stratum *stratum = &g_array_index (self->strata, Stratum, h);

      stratum->first = next[h] = first;
      first += stratum->n;
    }
  self->n_psus = stratum_of->len;
  self->stratum = g_new (guint, MAX (self->n_psus, 1));
  for (guint p = 0; p < self->n_psus; p++)
    {
      guint h = g_array_index (stratum_of, guint, p);

      number[p] = next[h]++;
      self->stratum[number[p]] = h;
    }
  for (guint i = 0; i < self->n_units; i++)
    if (self->psu[i] != HW_DESIGN_NO_PSU)
      self->psu[i] = number[self->psu[i]];
}

/**
 * hw_design_new:
 * @n_units: how many households the file has
 * @strata: (nullable): the stratum of each
 * @psus: (nullable): the PSU of each; the same name in two strata means two PSUs
 * @weights: (nullable): the weight of each; what is unknown or below 0 counts as 0 and is told
 * @fpc: (nullable): per household, the same for all of a stratum
 *
 * A household of which stratum or PSU is unknown cannot stand in any table; it is left out and
 * told.
 *
 * Returns: (transfer full): the design
 */
HwDesign *
hw_design_new (guint n_units,
               const char *const *strata,
               const char *const *psus,
               const double *weights,
               const double *fpc)
{
  g_autoptr (GArray) stratum_of = g_array_new (FALSE, FALSE, sizeof (guint));
  HwDesign *self = g_new0 (HwDesign, 1);

  self->n_units = n_units;
  self->psu = g_new (guint, MAX (n_units, 1));
  self->weight = g_new (double, MAX (n_units, 1));
  self->strata = g_array_new (FALSE, FALSE, sizeof (Stratum));
  g_array_set_clear_func (self->strata, (GDestroyNotify) clear_stratum);
  self->has_fpc = fpc != NULL;
  number_psus (self, strata, psus, stratum_of);
  sort_psus (self, stratum_of);
  for (guint i = 0; i < n_units; i++)
    {
      double weight = weights != NULL ? weights[i] : 1;

      self->weight[i] = weight;
      if (!(weight >= 0) || isinf (weight))
        {
          self->weight[i] = 0;
          self->n_unweighted++;
        }
      if (fpc != NULL && self->psu[i] != HW_DESIGN_NO_PSU)
        note_fpc (self, &g_array_index (self->strata, Stratum, self->stratum[self->psu[i]]), fpc[i]);
    }
  for (guint h = 0; h < self->strata->len && self->bad_fpc == NULL; h++)
    if (get_correction (self, &g_array_index (self->strata, Stratum, h)) < 0)
      self->bad_fpc = g_strdup (g_array_index (self->strata, Stratum, h).name);
  self->has_fpc = fpc != NULL && self->bad_fpc == NULL;
  self->t = hw_student_get_quantile (0.975, hw_design_get_df (self));
  return self;
}

/**
 * hw_design_free:
 * @self: (transfer full): a design
 */
void
hw_design_free (HwDesign *self)
{
  g_return_if_fail (self != NULL);
  g_free (self->psu);
  g_free (self->weight);
  g_free (self->stratum);
  g_free (self->bad_fpc);
  g_array_unref (self->strata);
  g_free (self);
}

/**
 * hw_design_get_n_units:
 * @self: a design
 *
 * Returns: how many households there are, those left out included
 */
guint
hw_design_get_n_units (HwDesign *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n_units;
}

/**
 * hw_design_get_n_strata:
 * @self: a design
 *
 * Returns: how many strata there are
 */
guint
hw_design_get_n_strata (HwDesign *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->strata->len;
}

/**
 * hw_design_get_n_psus:
 * @self: a design
 *
 * Returns: how many PSUs there are in all strata
 */
guint
hw_design_get_n_psus (HwDesign *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n_psus;
}

/**
 * hw_design_get_df:
 * @self: a design
 *
 * Returns: the degrees of freedom, PSUs less strata, of every table: domains keep all PSUs
 */
guint
hw_design_get_df (HwDesign *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n_psus - self->strata->len;
}

/**
 * hw_design_get_psu:
 * @self: a design
 * @unit: a household
 *
 * Returns: the number of its PSU, or %HW_DESIGN_NO_PSU
 */
guint
hw_design_get_psu (HwDesign *self,
                   guint unit)
{
  g_return_val_if_fail (self != NULL && unit < self->n_units, HW_DESIGN_NO_PSU);
  return self->psu[unit];
}

/**
 * hw_design_get_weight:
 * @self: a design
 * @unit: a household
 *
 * Returns: its weight, 0 or more
 */
double
hw_design_get_weight (HwDesign *self,
                      guint unit)
{
  g_return_val_if_fail (self != NULL && unit < self->n_units, 0);
  return self->weight[unit];
}

/**
 * hw_design_get_n_left_out:
 * @self: a design
 *
 * Returns: how many households have no stratum or no PSU
 */
guint
hw_design_get_n_left_out (HwDesign *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n_left_out;
}

/**
 * hw_design_get_n_unweighted:
 * @self: a design
 *
 * Returns: how many households have no weight, or one that is none
 */
guint
hw_design_get_n_unweighted (HwDesign *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n_unweighted;
}

/**
 * hw_design_list_lonely:
 * @self: a design
 *
 * Returns: (transfer container) (element-type utf8): the strata with a single PSU that was not
 *   certain to be drawn
 */
GPtrArray *
hw_design_list_lonely (HwDesign *self)
{
  GPtrArray *names = g_ptr_array_new ();

  g_return_val_if_fail (self != NULL, names);
  for (guint h = 0; h < self->strata->len; h++)
    {
      const Stratum *stratum = &g_array_index (self->strata, Stratum, h);

      if (stratum->n == 1 && get_correction (self, stratum) > 0)
        g_ptr_array_add (names, stratum->name);
    }
  return names;
}

/**
 * hw_design_get_bad_fpc:
 * @self: a design
 *
 * Returns: (nullable): the first stratum whose fpc is missing, smaller than the PSUs that were
 *   drawn, or not the same everywhere; no fpc is used then, which errs on the side of larger errors
 */
const char *
hw_design_get_bad_fpc (HwDesign *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->bad_fpc;
}

/* Sum of squared deviations of the @n values of a stratum of @n_psus; PSUs without a value have
 * 0. */
static double
get_deviation (const double *values,
               guint n,
               guint n_psus)
{
  double mean = 0;
  double squares = 0;

  for (guint i = 0; i < n; i++)
    mean += values[i];
  mean /= n_psus;
  for (guint i = 0; i < n; i++)
    squares += (values[i] - mean) * (values[i] - mean);
  return squares + (n_psus - n) * mean * mean;
}

/**
 * hw_design_get_variance:
 * @self: a design
 * @psus: (array length=n): numbers of PSUs, ascending
 * @values: (array length=n): the sum of the linearised variable in each of them
 * @n: how many PSUs have a value; it is 0 in all others
 *
 * Sum over strata of (1 - f) n/(n - 1) times the squared deviations of the PSU sums from their
 * mean: Woodruff (1971), as in Särndal, Swensson and Wretman, Model Assisted Survey Sampling, 4.6
 * and 5.5. In two passes a stratum, so that nothing cancels.
 *
 * Returns: the variance; NaN when a stratum that has a single PSU takes part
 */
double
hw_design_get_variance (HwDesign *self,
                        const guint *psus,
                        const double *values,
                        guint n)
{
  double variance = 0;

  g_return_val_if_fail (self != NULL, NAN);

  for (guint i = 0; i < n;)
    {
      const Stratum *stratum = &g_array_index (self->strata, Stratum, self->stratum[psus[i]]);
      double correction = get_correction (self, stratum);
      guint end = i;
      gboolean any = FALSE;

      for (; end < n && psus[end] < stratum->first + stratum->n; end++)
        any |= values[end] != 0;
      if (stratum->n > 1)
        variance += correction * stratum->n / (stratum->n - 1.0)
                    * get_deviation (values + i, end - i, stratum->n);
      else if (any && correction > 0)
        return NAN;
      i = end;
    }
  return variance;
}

/**
 * hw_design_get_t:
 * @self: a design
 *
 * Returns: the 97.5 % point of Student's t with the degrees of freedom of the design; NaN when it
 *   has none
 */
double
hw_design_get_t (HwDesign *self)
{
  g_return_val_if_fail (self != NULL, NAN);
  return self->t;
}
