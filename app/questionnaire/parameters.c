/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "questionnaire/parameters.h"

#include <string.h>

#define BETWEEN " \t\r\n,;"

typedef struct
{
  char *name;
  char *value;
} Pair;

struct _HwParameters
{
  GArray *pairs; /* of Pair */
};

static void
clear_pair (gpointer data)
{
  Pair *pair = data;

  g_free (pair->name);
  g_free (pair->value);
}

static Pair *
find_pair (HwParameters *self,
           const char *name)
{
  for (guint i = 0; i < self->pairs->len; i++)
    {
      Pair *pair = &g_array_index (self->pairs, Pair, i);

      if (strcmp (pair->name, name) == 0)
        return pair;
    }
  return NULL;
}

/* Names that somebody else gave keep their capital letters; everything else is a word of XLSForm. */
static void
take_pair (HwParameters *self,
           const char *name,
           gsize name_length,
           const char *value,
           gsize value_length)
{
  g_autofree char *small = g_ascii_strdown (name, (gssize) name_length);
  gboolean keeps_case = strcmp (small, "value") == 0 || strcmp (small, "label") == 0
                        || strcmp (small, "tick_labelset") == 0 || *value == '$';
  Pair *known = find_pair (self, small);
  char *text = keeps_case ? g_strndup (value, value_length)
                          : g_ascii_strdown (value, (gssize) value_length);

  if (known != NULL)
    {
      g_free (known->value);
      known->value = text;
    }
  else
    {
      Pair pair = { g_steal_pointer (&small), text };

      g_array_append_val (self->pairs, pair);
    }
}

/**
 * hw_parameters_parse:
 * @text: a cell
 * @bad: (out) (optional) (transfer full) (nullable): what is no pair of a name and a value; %NULL
 *   when all is well
 *
 * There may be blanks around the "=".
 *
 * Returns: (transfer full): the pairs up to the one that is none
 */
HwParameters *
hw_parameters_parse (const char *text,
                     char **bad)
{
  HwParameters *self;

  g_return_val_if_fail (text != NULL, NULL);

  self = g_new0 (HwParameters, 1);
  self->pairs = g_array_new (FALSE, FALSE, sizeof (Pair));
  g_array_set_clear_func (self->pairs, clear_pair);
  if (bad != NULL)
    *bad = NULL;
  for (const char *at = text + strspn (text, BETWEEN); *at != '\0'; at += strspn (at, BETWEEN))
    {
      const char *name = at;
      gsize name_length = strcspn (at, BETWEEN "=");
      const char *equals = name + name_length + strspn (name + name_length, BETWEEN);
      const char *value = *equals == '=' ? equals + 1 + strspn (equals + 1, BETWEEN) : "";
      gsize value_length = strcspn (value, BETWEEN "=");

      if (name_length == 0 || value_length == 0)
        {
          if (bad != NULL)
            *bad = g_strndup (name, MAX (name_length, 1));
          break;
        }
      take_pair (self, name, name_length, value, value_length);
      at = value + value_length;
    }
  return self;
}

/**
 * hw_parameters_set:
 * @self: parameters
 * @name: a name in small letters
 * @value: its value
 */
void
hw_parameters_set (HwParameters *self,
                   const char *name,
                   const char *value)
{
  g_return_if_fail (self != NULL && name != NULL && value != NULL);
  take_pair (self, name, strlen (name), value, strlen (value));
}

/**
 * hw_parameters_free:
 * @self: (transfer full): parameters
 */
void
hw_parameters_free (HwParameters *self)
{
  g_return_if_fail (self != NULL);
  g_array_unref (self->pairs);
  g_free (self);
}

/**
 * hw_parameters_get:
 * @self: parameters
 * @name: a name in small letters
 *
 * Returns: (transfer none) (nullable): its value
 */
const char *
hw_parameters_get (HwParameters *self,
                   const char *name)
{
  Pair *pair;

  g_return_val_if_fail (self != NULL && name != NULL, NULL);

  pair = find_pair (self, name);
  return pair != NULL ? pair->value : NULL;
}

/**
 * hw_parameters_get_length:
 * @self: parameters
 *
 * Returns: how many there are
 */
guint
hw_parameters_get_length (HwParameters *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->pairs->len;
}

/**
 * hw_parameters_get_name:
 * @self: parameters
 * @i: the index, from 0, in the order of the cell
 *
 * Returns: (transfer none): the name, in small letters
 */
const char *
hw_parameters_get_name (HwParameters *self,
                        guint i)
{
  g_return_val_if_fail (self != NULL && i < self->pairs->len, NULL);
  return g_array_index (self->pairs, Pair, i).name;
}
