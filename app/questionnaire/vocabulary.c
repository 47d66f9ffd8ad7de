/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "questionnaire/vocabulary-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "questionnaire/spelling.h"

/* Made at first use and kept: spellings -> rows of the tables, one table a class of words. */
typedef struct
{
  GArray *words; /* of HwWord, all classes */
  GHashTable *by_spelling[HW_N_WORD_CLASSES];
} Vocabulary;

/* Spellings in small letters, to the row that has them; the first row wins. */
static void
add_spellings (Vocabulary *self,
               const HwWord *word,
               gconstpointer row)
{
  GHashTable *table = self->by_spelling[word->word_class];
  g_auto (GStrv) aliases = g_strsplit (word->aliases, " ", -1);

  g_array_append_vals (self->words, word, 1);
  if (!g_hash_table_contains (table, word->name))
    g_hash_table_insert (table, g_ascii_strdown (word->name, -1), (gpointer) row);
  for (guint i = 0; aliases[i] != NULL; i++)
    if (*aliases[i] != '\0' && !g_hash_table_contains (table, aliases[i]))
      g_hash_table_insert (table, g_strdup (aliases[i]), (gpointer) row);
}

static Vocabulary *
make_vocabulary (void)
{
  static const HwColumnWord *(*const columns[]) (guint *)
      = { hw_vocabulary_get_survey_columns, hw_vocabulary_get_choices_columns,
          hw_vocabulary_get_settings };
  Vocabulary *self = g_new0 (Vocabulary, 1);
  const HwAppearanceWord *appearances;
  const HwTypeWord *types;
  const HwWord *parameters;
  guint n;

  self->words = g_array_new (FALSE, FALSE, sizeof (HwWord));
  for (guint i = 0; i < HW_N_WORD_CLASSES; i++)
    self->by_spelling[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  types = hw_vocabulary_get_types (&n);
  for (guint i = 0; i < n; i++)
    add_spellings (self, &types[i].word, &types[i]);
  for (guint k = 0; k < G_N_ELEMENTS (columns); k++)
    {
      const HwColumnWord *rows = columns[k](&n);

      for (guint i = 0; i < n; i++)
        add_spellings (self, &rows[i].word, &rows[i]);
    }
  parameters = hw_vocabulary_get_parameters (&n);
  for (guint i = 0; i < n; i++)
    add_spellings (self, &parameters[i], &parameters[i]);
  appearances = hw_vocabulary_get_appearances (&n);
  for (guint i = 0; i < n; i++)
    add_spellings (self, &appearances[i].word, &appearances[i]);
  return self;
}

static Vocabulary *
get_vocabulary (void)
{
  static Vocabulary *vocabulary;

  if (g_once_init_enter (&vocabulary))
    g_once_init_leave (&vocabulary, make_vocabulary ());
  return vocabulary;
}

/**
 * hw_vocabulary_normalise:
 * @text: a word as somebody wrote it
 *
 * Returns: (transfer full): it in small letters, without blanks around it and with one "_" for
 *   blanks within
 */
char *
hw_vocabulary_normalise (const char *text)
{
  g_autofree char *small = g_ascii_strdown (text, -1);
  g_auto (GStrv) words = g_strsplit_set (small, " \t\r\n", -1);
  GString *joined = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_string_append_printf (joined, "%s%s", joined->len > 0 ? "_" : "", words[i]);
  return g_string_free (joined, FALSE);
}

/**
 * hw_vocabulary_find_column:
 * @word_class: columns of which sheet
 * @spelling: a normalised spelling
 *
 * Returns: (transfer none) (nullable): the column
 */
const HwColumnWord *
hw_vocabulary_find_column (HwWordClass word_class,
                           const char *spelling)
{
  g_return_val_if_fail (word_class == HW_WORD_SURVEY_COLUMN || word_class == HW_WORD_CHOICES_COLUMN
                            || word_class == HW_WORD_SETTING,
                        NULL);
  return g_hash_table_lookup (get_vocabulary ()->by_spelling[word_class], spelling);
}

/**
 * hw_vocabulary_find_type:
 * @spelling: a normalised spelling
 *
 * Returns: (transfer none) (nullable): the type
 */
const HwTypeWord *
hw_vocabulary_find_type (const char *spelling)
{
  return g_hash_table_lookup (get_vocabulary ()->by_spelling[HW_WORD_TYPE], spelling);
}

static const HwAppearanceWord *
find_whole (const char *word)
{
  return g_hash_table_lookup (get_vocabulary ()->by_spelling[HW_WORD_APPEARANCE], word);
}

/* What "columns-2", "search('villages')" and "ex:org.example.app" begin with. */
static gsize
measure_beginning (const char *word,
                   HwLook look)
{
  gsize length = strlen (word);

  switch (look)
    {
    case HW_LOOK_NUMBERED:
      while (length > 0 && g_ascii_isdigit (word[length - 1]))
        length--;
      return word[length] != '\0' ? length : 0;
    case HW_LOOK_CALL:
      return strchr (word, '(') != NULL ? strcspn (word, "( ") : 0;
    case HW_LOOK_PREFIX:
      return strchr (word, ':') != NULL ? strcspn (word, ":") + 1 : 0;
    case HW_LOOK_PLAIN:
    default:
      return 0;
    }
}

/**
 * hw_vocabulary_find_appearance:
 * @word: a word of an appearance
 *
 * Returns: (transfer none) (nullable): what it is
 */
const HwAppearanceWord *
hw_vocabulary_find_appearance (const char *word)
{
  g_autofree char *small = g_ascii_strdown (word, -1);
  const HwAppearanceWord *found = find_whole (small);

  if (found != NULL && found->look == HW_LOOK_PLAIN)
    return found;
  for (guint look = HW_LOOK_NUMBERED; look <= HW_LOOK_PREFIX; look++)
    {
      gsize length = measure_beginning (small, look);
      g_autofree char *beginning = g_strndup (small, length);
      g_autofree char *key
          = g_strconcat (beginning, look == HW_LOOK_CALL ? "()" : "", NULL);

      found = length > 0 ? find_whole (key) : NULL;
      if (found != NULL && (guint) found->look == look)
        return found;
    }
  return NULL;
}

/**
 * hw_word_belongs_to:
 * @self: a parameter or an appearance
 * @type: the name of a type
 *
 * Returns: whether it has a sense on questions of that type
 */
gboolean
hw_word_belongs_to (const HwWord *self,
                    const char *type)
{
  g_auto (GStrv) types = g_strsplit (self->belongs_to, " ", -1);

  return *self->belongs_to == '\0' || g_strv_contains ((const char *const *) types, type);
}

/**
 * hw_xlsform_vocabulary:
 * @n: (out): how many words there are
 *
 * Returns: (transfer none) (array length=n): all words, class by class
 */
const HwWord *
hw_xlsform_vocabulary (guint *n)
{
  Vocabulary *self = get_vocabulary ();

  g_return_val_if_fail (n != NULL, NULL);

  *n = self->words->len;
  return &g_array_index (self->words, HwWord, 0);
}

/**
 * hw_xlsform_vocabulary_find:
 * @word_class: what kind of word
 * @spelling: as somebody wrote it
 *
 * Returns: (transfer none) (nullable): the word
 */
const HwWord *
hw_xlsform_vocabulary_find (HwWordClass word_class,
                            const char *spelling)
{
  g_autofree char *normal = NULL;

  g_return_val_if_fail ((guint) word_class < HW_N_WORD_CLASSES && spelling != NULL, NULL);

  normal = hw_vocabulary_normalise (spelling);
  /* The word stands first in every row. */
  if (word_class == HW_WORD_APPEARANCE)
    return (const HwWord *) hw_vocabulary_find_appearance (normal);
  return g_hash_table_lookup (get_vocabulary ()->by_spelling[word_class], normal);
}

/**
 * hw_xlsform_vocabulary_suggest:
 * @word_class: what kind of word
 * @spelling: a word that is not known
 *
 * Returns: (transfer none) (nullable): the name that may have been meant
 */
const char *
hw_xlsform_vocabulary_suggest (HwWordClass word_class,
                               const char *spelling)
{
  GArray *words = get_vocabulary ()->words;
  g_autofree char *normal = NULL;
  HwSpelling search;

  g_return_val_if_fail ((guint) word_class < HW_N_WORD_CLASSES && spelling != NULL, NULL);

  normal = hw_vocabulary_normalise (spelling);
  hw_spelling_start (&search, normal);
  for (guint i = 0; i < words->len; i++)
    {
      const HwWord *word = &g_array_index (words, HwWord, i);

      if (word->word_class == word_class && word->standing != HW_STANDING_REPLACED)
        hw_spelling_offer (&search, word->name);
    }
  return search.nearest;
}

/**
 * hw_word_class_get_name:
 * @word_class: a class
 *
 * Returns: (transfer none): a heading for its words, translated
 */
const char *
hw_word_class_get_name (HwWordClass word_class)
{
  switch (word_class)
    {
    case HW_WORD_TYPE:
      return _ ("Types");
    case HW_WORD_SURVEY_COLUMN:
      return _ ("Columns of the survey sheet");
    case HW_WORD_CHOICES_COLUMN:
      return _ ("Columns of the choices sheet");
    case HW_WORD_SETTING:
      return _ ("Settings");
    case HW_WORD_PARAMETER:
      return _ ("Parameters");
    case HW_WORD_APPEARANCE:
      return _ ("Appearances");
    case HW_N_WORD_CLASSES:
    default:
      g_return_val_if_reached ("");
    }
}

/**
 * hw_word_get_description:
 * @self: a word
 *
 * Returns: (transfer none): what it is for, one translated sentence
 */
const char *
hw_word_get_description (const HwWord *self)
{
  g_return_val_if_fail (self != NULL, "");
  return _ (self->description);
}
