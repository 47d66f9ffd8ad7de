/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/value.h"

#include <string.h>

struct _HwValue
{
  gatomicrefcount ref_count;
  HwMissing missing;
  char *text; /* NULL when missing */
};

G_DEFINE_BOXED_TYPE (HwValue, hw_value, hw_value_ref, hw_value_unref)

static const struct
{
  HwMissing missing;
  const char *name;
} kinds[] = {
  { HW_MISSING_NONE, "none" },
  { HW_MISSING_NOT_ASKED, "not-asked" },
  { HW_MISSING_NOT_ANSWERED, "not-answered" },
  { HW_MISSING_DONT_KNOW, "dont-know" },
  { HW_MISSING_REFUSED, "refused" },
  { HW_MISSING_NOT_APPLICABLE, "not-applicable" },
  { HW_MISSING_DORMANT, "dormant" },
};

/**
 * hw_missing_get_name:
 * @missing: one kind, not a set of them
 *
 * Returns: (transfer none): the name that files and columns use, such as "dont-know"
 */
const char *
hw_missing_get_name (HwMissing missing)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].missing == missing)
      return kinds[i].name;
  g_return_val_if_reached ("none");
}

/**
 * hw_missing_from_name:
 * @name: a name as hw_missing_get_name() gives it
 * @missing: (out): the kind
 *
 * Returns: %FALSE, with @missing untouched, when no kind has that name
 */
gboolean
hw_missing_from_name (const char *name,
                      HwMissing *missing)
{
  g_return_val_if_fail (name != NULL, FALSE);
  g_return_val_if_fail (missing != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kinds[i].name, name) == 0)
      {
        *missing = kinds[i].missing;
        return TRUE;
      }
  return FALSE;
}

/**
 * hw_value_new:
 * @text: (nullable): the answer in the canonical form of its type
 *
 * Returns: (transfer full): the answer; without text, or with an empty one, it is "not answered"
 */
HwValue *
hw_value_new (const char *text)
{
  HwValue *self;

  if (text == NULL || *text == '\0')
    return hw_value_new_missing (HW_MISSING_NOT_ANSWERED);
  self = g_new0 (HwValue, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->text = g_strdup (text);
  return self;
}

/**
 * hw_value_new_missing:
 * @missing: one kind of missing, not %HW_MISSING_NONE
 *
 * Returns: (transfer full): an answer that is not there, for this reason
 */
HwValue *
hw_value_new_missing (HwMissing missing)
{
  HwValue *self;

  g_return_val_if_fail (missing != HW_MISSING_NONE && (missing & (missing - 1)) == 0, NULL);

  self = g_new0 (HwValue, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->missing = missing;
  return self;
}

/**
 * hw_value_ref:
 * @self: a value
 *
 * Values never change, so threads may share them.
 *
 * Returns: (transfer full): @self
 */
HwValue *
hw_value_ref (HwValue *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * hw_value_unref:
 * @self: (transfer full): a value
 */
void
hw_value_unref (HwValue *self)
{
  g_return_if_fail (self != NULL);
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->text);
  g_free (self);
}

/**
 * hw_value_get_text:
 * @self: a value
 *
 * Returns: (nullable) (transfer none): the answer, never empty; %NULL when it is missing
 */
const char *
hw_value_get_text (HwValue *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->text;
}

/**
 * hw_value_get_missing:
 * @self: a value
 *
 * Returns: why there is no answer; %HW_MISSING_NONE when there is one
 */
HwMissing
hw_value_get_missing (HwValue *self)
{
  g_return_val_if_fail (self != NULL, HW_MISSING_NOT_ANSWERED);
  return self->missing;
}

/**
 * hw_value_is_missing:
 * @self: a value
 *
 * Returns: whether there is no answer, whatever the reason
 */
gboolean
hw_value_is_missing (HwValue *self)
{
  return hw_value_get_missing (self) != HW_MISSING_NONE;
}

/**
 * hw_value_equal:
 * @self: a value
 * @other: another
 *
 * Returns: whether both have the same text, or are missing for the same reason
 */
gboolean
hw_value_equal (HwValue *self,
                HwValue *other)
{
  g_return_val_if_fail (self != NULL && other != NULL, FALSE);
  return self == other
         || (self->missing == other->missing && g_strcmp0 (self->text, other->text) == 0);
}

/**
 * hw_value_contains:
 * @self: the answer to a question with several choices, their codes separated by spaces
 * @choice: a code
 *
 * Returns: whether @choice is one of the codes; %FALSE when the answer is missing
 */
gboolean
hw_value_contains (HwValue *self,
                   const char *choice)
{
  gsize length;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (choice != NULL && *choice != '\0', FALSE);

  length = strlen (choice);
  for (const char *at = self->text; at != NULL && *at != '\0';)
    {
      gsize word = strcspn (at, " ");

      if (word == length && memcmp (at, choice, length) == 0)
        return TRUE;
      at += word;
      at += strspn (at, " ");
    }
  return FALSE;
}

/**
 * hw_value_dup_display:
 * @self: a value
 *
 * Returns: (transfer full): the text, or the kind of missing in brackets, for lists and logs
 */
char *
hw_value_dup_display (HwValue *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  if (self->text != NULL)
    return g_strdup (self->text);
  return g_strdup_printf ("(%s)", hw_missing_get_name (self->missing));
}
