/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "questionnaire/languages.h"

#include <string.h>

struct _HwLanguages
{
  GPtrArray *slots; /* of char *: as the headings name them */
  char **names;     /* what a person chooses from, the default first; NULL before settling */
  guint default_slot;
};

/**
 * hw_languages_new:
 *
 * Returns: (transfer full): no language yet
 */
HwLanguages *
hw_languages_new (void)
{
  HwLanguages *self = g_new0 (HwLanguages, 1);

  self->slots = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/**
 * hw_languages_free:
 * @self: (transfer full): languages
 */
void
hw_languages_free (HwLanguages *self)
{
  g_return_if_fail (self != NULL);
  g_ptr_array_unref (self->slots);
  g_strfreev (self->names);
  g_free (self);
}

/**
 * hw_languages_add:
 * @self: languages that are not settled yet
 * @language: as a heading names it; "" for the unnamed one
 *
 * Returns: the slot of that language, an old one if it is known already
 */
guint
hw_languages_add (HwLanguages *self,
                  const char *language)
{
  g_return_val_if_fail (self != NULL && self->names == NULL, 0);

  for (guint i = 0; i < self->slots->len; i++)
    if (g_ascii_strcasecmp (g_ptr_array_index (self->slots, i), language) == 0)
      return i;
  g_ptr_array_add (self->slots, g_strdup (language));
  return self->slots->len - 1;
}

/* "English (en)" is known by all of it, by "English" and by "en". */
static gboolean
answers_to (const char *slot,
            const char *language)
{
  const char *open = strrchr (slot, '(');
  const char *close = open != NULL ? strchr (open, ')') : NULL;
  gsize length = strlen (language);
  gsize before;

  if (g_ascii_strcasecmp (slot, language) == 0)
    return TRUE;
  if (close == NULL || length == 0)
    return FALSE;
  if ((gsize)(close - open - 1) == length && g_ascii_strncasecmp (open + 1, language, length) == 0)
    return TRUE;
  before = (gsize)(open - slot);
  while (before > 0 && slot[before - 1] == ' ')
    before--;
  return before == length && g_ascii_strncasecmp (slot, language, length) == 0;
}

/**
 * hw_languages_find:
 * @self: languages
 * @language: a name, a code, or both as headings write them: "English (en)"
 * @slot: (out): its slot
 *
 * Returns: whether a heading names that language
 */
gboolean
hw_languages_find (HwLanguages *self,
                   const char *language,
                   guint *slot)
{
  g_return_val_if_fail (self != NULL && language != NULL && slot != NULL, FALSE);

  for (guint i = 0; i < self->slots->len; i++)
    if (answers_to (g_ptr_array_index (self->slots, i), language))
      {
        *slot = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * hw_languages_settle:
 * @self: languages to which every heading was added
 * @default_language: (nullable): what the settings name
 * @asks_unnamed: whether there are questions in the unnamed language; otherwise its texts, such as
 *   hints that nobody translated, only fill the gaps of the others
 *
 * Decides which language comes first: that of the settings, else the unnamed one, else the first
 * that the headings name. A setting that no heading names is taken for the name of the unnamed one.
 */
void
hw_languages_settle (HwLanguages *self,
                     const char *default_language,
                     gboolean asks_unnamed)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  gboolean set = default_language != NULL && *default_language != '\0';
  gboolean named = FALSE;
  guint unnamed = G_MAXUINT;

  g_return_if_fail (self != NULL && self->names == NULL);

  if (self->slots->len == 0)
    hw_languages_add (self, "");
  asks_unnamed = asks_unnamed || self->slots->len == 1;
  if (set)
    named = hw_languages_find (self, default_language, &self->default_slot);
  if (!hw_languages_find (self, "", &unnamed))
    asks_unnamed = FALSE;
  if (!named)
    self->default_slot = asks_unnamed ? unnamed : unnamed == 0 ? 1 : 0;
  for (guint i = 0; i < self->slots->len; i++)
    {
      const char *slot = g_ptr_array_index (self->slots, i);

      if (i == self->default_slot)
        g_ptr_array_insert (names, 0, g_strdup (set && i == unnamed ? default_language : slot));
      else if (i != unnamed || (asks_unnamed && !named))
        g_ptr_array_add (names, g_strdup (slot));
    }
  g_ptr_array_add (names, NULL);
  self->names = (char **)g_ptr_array_steal (names, NULL);
}

/**
 * hw_languages_get_length:
 * @self: languages
 *
 * Returns: how many slots a text has
 */
guint
hw_languages_get_length (HwLanguages *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->slots->len;
}

/**
 * hw_languages_get_names:
 * @self: settled languages
 *
 * Returns: (transfer none): what a person may choose from, the default first
 */
const char *const *
hw_languages_get_names (HwLanguages *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return (const char *const *)self->names;
}

/**
 * hw_languages_pick_slot:
 * @self: settled languages
 * @texts: (nullable): one string a slot, some %NULL
 * @language: (nullable): the language that is wished for
 *
 * Returns: the slot of the text to show: of @language, else of the default, else of the unnamed
 *   language, else of any; -1 when there is no text at all
 */
int
hw_languages_pick_slot (HwLanguages *self,
                        char **texts,
                        const char *language)
{
  guint slot;

  g_return_val_if_fail (self != NULL, -1);

  if (texts == NULL)
    return -1;
  if (language != NULL && hw_languages_find (self, language, &slot) && texts[slot] != NULL)
    return (int)slot;
  if (texts[self->default_slot] != NULL)
    return (int)self->default_slot;
  if (hw_languages_find (self, "", &slot) && texts[slot] != NULL)
    return (int)slot;
  for (slot = 0; slot < self->slots->len; slot++)
    if (texts[slot] != NULL)
      return (int)slot;
  return -1;
}

/**
 * hw_languages_pick:
 * @self: settled languages
 * @texts: (nullable): one string a slot, some %NULL
 * @language: (nullable): the language that is wished for
 *
 * Returns: (transfer none) (nullable): the text of hw_languages_pick_slot()
 */
const char *
hw_languages_pick (HwLanguages *self,
                   char **texts,
                   const char *language)
{
  int slot = hw_languages_pick_slot (self, texts, language);

  return slot < 0 ? NULL : texts[slot];
}

/**
 * hw_languages_free_texts:
 * @self: languages
 * @texts: (nullable) (transfer full): one string a slot
 */
void
hw_languages_free_texts (HwLanguages *self,
                         char **texts)
{
  g_return_if_fail (self != NULL);

  if (texts == NULL)
    return;
  for (guint i = 0; i < self->slots->len; i++)
    g_free (texts[i]);
  g_free (texts);
}
