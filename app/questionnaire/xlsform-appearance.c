/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "questionnaire/xlsform-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The words, and "search('villages', 'matches', …)" as one of them. */
static GPtrArray *
split_appearance (const char *text)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  const char *start = text;
  guint depth = 0;
  char quote = '\0';

  for (const char *at = text;; at++)
    {
      gboolean ends = *at == '\0' || (depth == 0 && quote == '\0' && g_ascii_isspace (*at));

      if (ends && at > start)
        g_ptr_array_add (words, g_strndup (start, (gsize) (at - start)));
      if (*at == '\0')
        return words;
      if (ends)
        start = at + 1;
      else if (quote != '\0')
        quote = *at == quote ? '\0' : quote;
      else if ((*at == '\'' || *at == '"') && depth > 0)
        quote = *at;
      else if (*at == '(')
        depth++;
      else if (*at == ')' && depth > 0)
        depth--;
    }
}

/* "compact-2" is an old way to write "columns-2". */
static char *
dup_usual (const HwAppearanceWord *found,
           const char *word)
{
  const char *digits = word + strlen (word);

  if (found->look == HW_LOOK_CALL || found->look == HW_LOOK_PREFIX)
    return NULL;
  if (found->look == HW_LOOK_PLAIN)
    return g_strdup (found->word.name);
  while (digits > word && g_ascii_isdigit (digits[-1]))
    digits--;
  return g_strconcat (g_str_has_suffix (found->word.name, "compact-") ? "columns-"
                                                                       : found->word.name,
                      digits, NULL);
}

static void G_GNUC_PRINTF (3, 4)
advise (HwXlsform *self,
        HwQuestion *question,
        const char *format,
        ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  hw_xlsform_notice (self, "appearance", question, HW_CELL_APPEARANCE, "%s", message);
}

/* What only a browser looks at. */
static gboolean
is_foreign (const HwAppearanceWord *found)
{
  return found->word.standing == HW_STANDING_ACCEPTED && *found->word.belongs_to == '\0';
}

static void
check_word (HwXlsform *self,
            HwQuestion *question,
            const HwAppearanceWord *found,
            const char *word)
{
  if (found == NULL)
    {
      const char *meant = hw_xlsform_vocabulary_suggest (HW_WORD_APPEARANCE, word);

      if (meant != NULL)
        advise (self, question, _ ("“%s” is not an appearance; did you mean “%s”?"), word,
                meant);
      else
        advise (self, question, _ ("“%s” is not an appearance that Homeward knows."), word);
    }
  else if (is_foreign (found))
    return;
  else if ((found->kinds & HW_KIND_BIT (question->kind)) == 0)
    advise (self, question, _ ("The appearance “%s” has no effect on a row of the type “%s”."),
            word, hw_question_get_type_name (question));
  else if (found->word.standing != HW_STANDING_USED)
    advise (self, question,
            /* Translators: %1$s is an appearance, %2$s a sentence that says what is done. */
            _ ("Homeward does not do what the appearance “%1$s” says. %2$s"), word,
            hw_word_get_description (&found->word));
}

static void
add_word (GPtrArray *words,
          char *word)
{
  for (guint i = 0; i < words->len; i++)
    if (strcmp (g_ptr_array_index (words, i), word) == 0)
      {
        g_free (word);
        return;
      }
  g_ptr_array_add (words, word);
}

/**
 * hw_xlsform_read_appearance:
 * @self: a reader
 * @question: a question with its kind
 * @row: its row
 *
 * Old spellings are kept, and the usual ones added to them, so that everybody looks for these.
 */
void
hw_xlsform_read_appearance (HwXlsform *self,
                            HwQuestion *question,
                            guint row)
{
  const char *text = hw_sheet_get (self->sheets[HW_SHEET_SURVEY], row, HW_CELL_APPEARANCE);
  g_autoptr (GPtrArray) words = NULL;
  guint n;

  if (*text == '\0')
    return;
  question->appearance = g_strdup (text);
  words = split_appearance (text);
  n = words->len;
  for (guint i = 0; i < n; i++)
    {
      const char *word = g_ptr_array_index (words, i);
      const HwAppearanceWord *found = hw_vocabulary_find_appearance (word);
      char *usual;

      check_word (self, question, found, word);
      usual = found != NULL && !is_foreign (found) ? dup_usual (found, word) : NULL;
      if (usual != NULL)
        add_word (words, usual);
      if (question->kind == HW_KIND_IMAGE && found != NULL
          && found->word.standing == HW_STANDING_REPLACED)
        question->kind = HW_KIND_HIDDEN;
    }
  g_ptr_array_add (words, NULL);
  question->appearances = (char **) g_ptr_array_steal (words, NULL);
}
