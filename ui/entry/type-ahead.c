/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/entry/type-ahead.h"

#include <string.h>

typedef struct
{
  char *code;  /* case folded for comparing */
  char *given; /* as it was given */
  char *label; /* case folded; NULL */
} Entry;

struct _HwTypeAhead
{
  GArray *entries; /* Entry */
  GString *typed;  /* case folded */
};

static void
clear_entry (gpointer data)
{
  Entry *entry = data;

  g_free (entry->code);
  g_free (entry->given);
  g_free (entry->label);
}

static Entry *
get_entry (HwTypeAhead *self,
           guint i)
{
  return &g_array_index (self->entries, Entry, i);
}

/* Digits of any script are the digits of the codes. */
static void
append_folded (GString *typed,
               gunichar character)
{
  char text[8] = { 0 };
  g_autofree char *folded = NULL;

  if (g_unichar_isdigit (character))
    character = (gunichar) ('0' + g_unichar_digit_value (character));
  g_unichar_to_utf8 (character, text);
  folded = g_utf8_casefold (text, -1);
  g_string_append (typed, folded);
}

static HwTypeAheadResult
match_codes (HwTypeAhead *self,
             guint *found)
{
  guint n_begin = 0;
  gboolean exact = FALSE;

  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = get_entry (self, i);

      if (!g_str_has_prefix (entry->code, self->typed->str))
        continue;
      n_begin++;
      if (strcmp (entry->code, self->typed->str) == 0)
        exact = TRUE;
      if (n_begin == 1 || strcmp (entry->code, self->typed->str) == 0)
        *found = i;
    }
  if (n_begin == 0)
    return HW_TYPE_AHEAD_NOTHING;
  if (!exact)
    return HW_TYPE_AHEAD_PREFIX;
  return n_begin == 1 ? HW_TYPE_AHEAD_SURE : HW_TYPE_AHEAD_MAYBE;
}

/**
 * hw_type_ahead_matches:
 * @label: case folded text
 * @folded: case folded, what was typed
 *
 * Returns: whether @label, or a word in it, begins with @folded
 */
gboolean
hw_type_ahead_matches (const char *label,
                       const char *folded)
{
  gsize length = strlen (folded);

  if (strncmp (label, folded, length) == 0)
    return TRUE;
  for (const char *at = label; *at != '\0'; at = g_utf8_next_char (at))
    if (!g_unichar_isalnum (g_utf8_get_char (at))
        && strncmp (g_utf8_next_char (at), folded, length) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
match_labels (HwTypeAhead *self,
              guint *found)
{
  for (int words = 0; words < 2; words++)
    for (guint i = 0; i < self->entries->len; i++)
      {
        const char *label = get_entry (self, i)->label;

        if (label != NULL
            && (words ? hw_type_ahead_matches (label, self->typed->str)
                      : g_str_has_prefix (label, self->typed->str)))
          {
            *found = i;
            return TRUE;
          }
      }
  return FALSE;
}

/**
 * hw_type_ahead_new:
 *
 * Returns: (transfer full): one without codes
 */
HwTypeAhead *
hw_type_ahead_new (void)
{
  HwTypeAhead *self = g_new0 (HwTypeAhead, 1);

  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_set_clear_func (self->entries, clear_entry);
  self->typed = g_string_new (NULL);
  return self;
}

/**
 * hw_type_ahead_free:
 * @self: (transfer full): what to free
 */
void
hw_type_ahead_free (HwTypeAhead *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->entries);
  g_string_free (self->typed, TRUE);
  g_free (self);
}

/**
 * hw_type_ahead_add:
 * @self: where to
 * @code: a code
 * @label: (nullable): what it stands for; %NULL when only the code can be typed
 */
void
hw_type_ahead_add (HwTypeAhead *self,
                   const char *code,
                   const char *label)
{
  Entry entry;

  g_return_if_fail (self != NULL && code != NULL);

  entry.code = g_utf8_casefold (code, -1);
  entry.given = g_strdup (code);
  entry.label = label != NULL ? g_utf8_casefold (label, -1) : NULL;
  g_array_append_val (self->entries, entry);
}

/**
 * hw_type_ahead_reset:
 * @self: what to empty of codes
 */
void
hw_type_ahead_reset (HwTypeAhead *self)
{
  g_return_if_fail (self != NULL);
  g_array_set_size (self->entries, 0);
  g_string_truncate (self->typed, 0);
}

/**
 * hw_type_ahead_clear:
 * @self: what forgets what was typed
 */
void
hw_type_ahead_clear (HwTypeAhead *self)
{
  g_return_if_fail (self != NULL);
  g_string_truncate (self->typed, 0);
}

/**
 * hw_type_ahead_is_active:
 * @self: who to ask
 *
 * Returns: whether something was typed that is not settled
 */
gboolean
hw_type_ahead_is_active (HwTypeAhead *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return self->typed->len > 0;
}

/**
 * hw_type_ahead_get_code:
 * @self: who to ask
 * @i: in the order in which they were added
 *
 * Returns: (transfer none): the code as it was added
 */
const char *
hw_type_ahead_get_code (HwTypeAhead *self,
                        guint i)
{
  g_return_val_if_fail (self != NULL && i < self->entries->len, NULL);
  return get_entry (self, i)->given;
}

/**
 * hw_type_ahead_type:
 * @self: who types
 * @character: what
 * @i: (out): the entry that it means; left alone when there is none
 *
 * Returns: how much is now certain. What nothing begins with is tried again as a new beginning, so that a slip costs one key.
 */
HwTypeAheadResult
hw_type_ahead_type (HwTypeAhead *self,
                    gunichar character,
                    guint *i)
{
  g_return_val_if_fail (self != NULL && i != NULL, HW_TYPE_AHEAD_NOTHING);

  for (int attempt = 0; attempt < 2; attempt++)
    {
      gboolean again = self->typed->len > 0;
      HwTypeAheadResult result;

      append_folded (self->typed, character);
      result = match_codes (self, i);
      if (result != HW_TYPE_AHEAD_NOTHING)
        return result;
      if (match_labels (self, i))
        return HW_TYPE_AHEAD_LABEL;
      g_string_truncate (self->typed, 0);
      if (!again)
        break;
    }
  return HW_TYPE_AHEAD_NOTHING;
}

/**
 * hw_type_ahead_settle:
 * @self: who typed
 * @i: (out): the entry whose code was typed
 *
 * Ends waiting for another digit. Letters of a label settle nothing: the mark is there, choosing it is a wish of its own.
 *
 * Returns: whether what was typed is a code
 */
gboolean
hw_type_ahead_settle (HwTypeAhead *self,
                      guint *i)
{
  HwTypeAheadResult result;

  g_return_val_if_fail (self != NULL && i != NULL, FALSE);

  if (self->typed->len == 0)
    return FALSE;
  result = match_codes (self, i);
  return result == HW_TYPE_AHEAD_SURE || result == HW_TYPE_AHEAD_MAYBE;
}
