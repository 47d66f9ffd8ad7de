/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tabulate/factor.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/number.h"

struct _HwFactor
{
  guint n_cases;
  GArray *levels; /* of HwFactorLevel */
  guint *first;   /* of each case in members, and where the last one ends */
  GArray *members; /* of guint: levels */
};

/* How levels are brought into order: known codes as their list has them, then numbers, then
 * texts, then what is missing */
typedef struct
{
  guint level;
  guint group;
  double number;
  const char *code;
} Rank;

/* In the order in which a table shows them */
static const struct
{
  HwMissing kind;
  const char *label;
} missing_labels[] = {
  { HW_MISSING_DONT_KNOW, N_("Don’t know") },
  { HW_MISSING_REFUSED, N_("Refused") },
  { HW_MISSING_NOT_APPLICABLE, N_("Not applicable") },
  { HW_MISSING_NOT_ANSWERED, N_("Not stated") },
  { HW_MISSING_NOT_ASKED, N_("Not asked") },
};

static void
clear_level (HwFactorLevel *level)
{
  g_free (level->code);
  g_free (level->label);
}

static HwFactor *
create (guint n_cases)
{
  HwFactor *self = g_new0 (HwFactor, 1);

  self->n_cases = n_cases;
  self->levels = g_array_new (FALSE, FALSE, sizeof (HwFactorLevel));
  g_array_set_clear_func (self->levels, (GDestroyNotify) clear_level);
  self->members = g_array_new (FALSE, FALSE, sizeof (guint));
  self->first = g_new0 (guint, n_cases + 1);
  return self;
}

static guint
add_level (HwFactor *self,
           const char *code,
           const char *label,
           gboolean is_missing)
{
  HwFactorLevel level = { g_strdup (code), g_strdup (label), is_missing };

  g_array_append_val (self->levels, level);
  return self->levels->len - 1;
}

static guint
intern (HwFactor *self,
        GHashTable *known,
        const char *code)
{
  gpointer value;
  guint level;

  if (g_hash_table_lookup_extended (known, code, NULL, &value))
    return GPOINTER_TO_UINT (value);
  level = add_level (self, code, code, FALSE);
  g_hash_table_insert (known, g_strdup (code), GUINT_TO_POINTER (level));
  return level;
}

/* What was skipped and what is dormant look alike in a table: nobody is asked. */
static guint
intern_missing (HwFactor *self,
                guint *known,
                HwMissing kind)
{
  guint k;

  for (k = 0; k < G_N_ELEMENTS (missing_labels) - 1; k++)
    if (missing_labels[k].kind == kind)
      break;
  if (known[k] == G_MAXUINT)
    known[k] = add_level (self, hw_missing_get_name (missing_labels[k].kind),
                          _(missing_labels[k].label), TRUE);
  return known[k];
}

static int
compare_ranks (gconstpointer a,
               gconstpointer b)
{
  const Rank *one = a;
  const Rank *two = b;

  if (one->group != two->group)
    return one->group < two->group ? -1 : 1;
  if (one->number != two->number)
    return one->number < two->number ? -1 : 1;
  return strcmp (one->code, two->code);
}

static Rank
rank_level (const HwFactorLevel *level,
            guint i,
            HwLevelFunc func,
            const char **label,
            gpointer data)
{
  Rank rank = { i, 2, 0, level->code };
  guint place;
  HwMissing kind;

  *label = NULL;
  if (level->is_missing)
    {
      rank.group = 3;
      for (guint k = 0; hw_missing_from_name (level->code, &kind)
                        && k < G_N_ELEMENTS (missing_labels) && missing_labels[k].kind != kind; k++)
        rank.number = k + 1;
    }
  else if (func != NULL && func (level->code, label, &place, data))
    {
      rank.group = 0;
      rank.number = place;
    }
  else if (hw_number_parse (level->code, &rank.number))
    rank.group = 1;
  return rank;
}

/* Orders levels, and gives them their labels. */
static void
sort_levels (HwFactor *self,
             HwLevelFunc func,
             gpointer data)
{
  guint n = self->levels->len;
  g_autofree Rank *ranks = g_new (Rank, MAX (n, 1));
  g_autofree guint *moved = g_new (guint, MAX (n, 1));
  GArray *sorted = g_array_new (FALSE, FALSE, sizeof (HwFactorLevel));

  for (guint i = 0; i < n; i++)
    {
      HwFactorLevel *level = &g_array_index (self->levels, HwFactorLevel, i);
      const char *label;

      ranks[i] = rank_level (level, i, func, &label, data);
      if (label != NULL && *label != '\0')
        {
          g_free (level->label);
          level->label = g_strdup (label);
        }
    }
  qsort (ranks, n, sizeof *ranks, compare_ranks);
  for (guint i = 0; i < n; i++)
    {
      moved[ranks[i].level] = i;
      g_array_append_val (sorted, g_array_index (self->levels, HwFactorLevel, ranks[i].level));
    }
  for (guint i = 0; i < self->members->len; i++)
    g_array_index (self->members, guint, i) = moved[g_array_index (self->members, guint, i)];
  g_array_set_clear_func (self->levels, NULL);
  g_array_unref (self->levels);
  self->levels = sorted;
  g_array_set_clear_func (self->levels, (GDestroyNotify) clear_level);
}

static void
add_several (HwFactor *self,
             GHashTable *known,
             const char *text)
{
  g_auto (GStrv) codes = g_strsplit_set (text, " \t\n", -1);
  guint start = self->members->len;

  for (guint i = 0; codes[i] != NULL; i++)
    {
      guint level;
      gboolean again = FALSE;

      if (*codes[i] == '\0')
        continue;
      level = intern (self, known, codes[i]);
      /* A choice counts once, however often it stands there. */
      for (guint k = start; k < self->members->len; k++)
        again |= g_array_index (self->members, guint, k) == level;
      if (!again)
        g_array_append_val (self->members, level);
    }
}

/**
 * hw_factor_new:
 * @n_cases: how many cases there are
 * @values: (array length=n_cases): the code of each; %NULL when it is missing
 * @missing: (nullable) (array length=n_cases): the kind of each missing one
 * @several: whether a value holds several codes, separated by spaces
 * @func: (nullable) (scope call): knows labels and order
 * @data: for @func
 *
 * Returns: (transfer full): a factor with the levels that occur
 */
HwFactor *
hw_factor_new (guint n_cases,
               const char *const *values,
               const guint8 *missing,
               gboolean several,
               HwLevelFunc func,
               gpointer data)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint known_missing[G_N_ELEMENTS (missing_labels)];
  HwFactor *self = create (n_cases);

  for (guint k = 0; k < G_N_ELEMENTS (known_missing); k++)
    known_missing[k] = G_MAXUINT;
  for (guint i = 0; i < n_cases; i++)
    {
      self->first[i] = self->members->len;
      if (values[i] != NULL && several)
        add_several (self, known, values[i]);
      else if (values[i] != NULL)
        {
          guint level = intern (self, known, values[i]);

          g_array_append_val (self->members, level);
        }
      if (self->members->len == self->first[i])
        {
          guint level = intern_missing (self, known_missing, missing != NULL && values[i] == NULL
                                                               ? (HwMissing) missing[i]
                                                               : HW_MISSING_NOT_ANSWERED);

          g_array_append_val (self->members, level);
        }
    }
  self->first[n_cases] = self->members->len;
  sort_levels (self, func, data);
  return self;
}

/**
 * hw_factor_new_single:
 * @n_cases: how many cases there are
 *
 * Returns: (transfer full): the factor of an axis without variables: one level, with the code ""
 */
HwFactor *
hw_factor_new_single (guint n_cases)
{
  HwFactor *self = create (n_cases);
  const guint only = 0;

  add_level (self, "", "", FALSE);
  for (guint i = 0; i <= n_cases; i++)
    {
      self->first[i] = i;
      if (i < n_cases)
        g_array_append_val (self->members, only);
    }
  return self;
}

/**
 * hw_factor_new_crossed:
 * @a: the outer factor
 * @b: the inner one, of the same cases
 *
 * Returns: (transfer full): a factor with a level for each pair of levels, joined by "|"; missing
 *   when either is
 */
HwFactor *
hw_factor_new_crossed (HwFactor *a,
                       HwFactor *b)
{
  guint n_b = b->levels->len;
  HwFactor *self;

  g_return_val_if_fail (a->n_cases == b->n_cases, NULL);

  self = create (a->n_cases);
  for (guint i = 0; i < a->levels->len; i++)
    for (guint k = 0; k < n_b; k++)
      {
        const HwFactorLevel *outer = &g_array_index (a->levels, HwFactorLevel, i);
        const HwFactorLevel *inner = &g_array_index (b->levels, HwFactorLevel, k);
        g_autofree char *code = g_strconcat (outer->code, "|", inner->code, NULL);
        g_autofree char *label = g_strconcat (outer->label, " | ", inner->label, NULL);

        add_level (self, code, label, outer->is_missing || inner->is_missing);
      }
  for (guint i = 0; i < a->n_cases; i++)
    {
      self->first[i] = self->members->len;
      for (guint k = a->first[i]; k < a->first[i + 1]; k++)
        for (guint l = b->first[i]; l < b->first[i + 1]; l++)
          {
            guint level = g_array_index (a->members, guint, k) * n_b
                          + g_array_index (b->members, guint, l);

            g_array_append_val (self->members, level);
          }
    }
  self->first[a->n_cases] = self->members->len;
  return self;
}

/**
 * hw_factor_free:
 * @self: (transfer full): a factor
 */
void
hw_factor_free (HwFactor *self)
{
  g_return_if_fail (self != NULL);
  g_array_unref (self->levels);
  g_array_unref (self->members);
  g_free (self->first);
  g_free (self);
}

/**
 * hw_factor_get_length:
 * @self: a factor
 *
 * Returns: how many levels it has
 */
guint
hw_factor_get_length (HwFactor *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->levels->len;
}

/**
 * hw_factor_get_level:
 * @self: a factor
 * @i: the index, from 0
 *
 * Returns: (transfer none): the level
 */
const HwFactorLevel *
hw_factor_get_level (HwFactor *self,
                     guint i)
{
  g_return_val_if_fail (self != NULL && i < self->levels->len, NULL);
  return &g_array_index (self->levels, HwFactorLevel, i);
}

/**
 * hw_factor_get_of:
 * @self: a factor
 * @i: a case
 * @n: (out): how many levels it belongs to, at least 1
 *
 * Returns: (transfer none) (array length=n): these levels
 */
const guint *
hw_factor_get_of (HwFactor *self,
                  guint i,
                  guint *n)
{
  *n = self->first[i + 1] - self->first[i];
  return (const guint *) self->members->data + self->first[i];
}

/**
 * hw_factor_drop_unused:
 * @self: a factor
 * @keep: (array length=n_cases): 1 for the cases that a table counts
 *
 * Takes away the levels that none of these cases has. Other cases must not be asked for their
 * levels afterwards.
 */
void
hw_factor_drop_unused (HwFactor *self,
                       const guint8 *keep)
{
  guint n = self->levels->len;
  g_autofree guint *moved = g_new0 (guint, MAX (n, 1));
  GArray *left = g_array_new (FALSE, FALSE, sizeof (HwFactorLevel));

  for (guint i = 0; i < self->n_cases; i++)
    for (guint k = self->first[i]; keep[i] && k < self->first[i + 1]; k++)
      moved[g_array_index (self->members, guint, k)] = 1;
  for (guint i = 0; i < n; i++)
    {
      HwFactorLevel *level = &g_array_index (self->levels, HwFactorLevel, i);

      if (moved[i])
        {
          moved[i] = left->len;
          g_array_append_val (left, *level);
        }
      else
        clear_level (level);
    }
  for (guint i = 0; i < self->members->len; i++)
    g_array_index (self->members, guint, i) = moved[g_array_index (self->members, guint, i)];
  g_array_set_clear_func (self->levels, NULL);
  g_array_unref (self->levels);
  self->levels = left;
  g_array_set_clear_func (self->levels, (GDestroyNotify) clear_level);
}
