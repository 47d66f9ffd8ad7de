/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "questionnaire/check.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "questionnaire/expression-scan.h"
#include "questionnaire/xlsform-heading.h"

/* A hint that fills a screen is read by nobody. */
#define MAX_HINT 800
/* With so few labels, two languages may well agree. */
#define MIN_SAME 8

static const struct
{
  HwText text;
  HwSheetCell cell;
} texts[] = {
  { HW_TEXT_LABEL, HW_CELL_LABEL },
  { HW_TEXT_HINT, HW_CELL_HINT },
  { HW_TEXT_GUIDANCE, HW_CELL_GUIDANCE },
  { HW_TEXT_CONSTRAINT_MESSAGE, HW_CELL_CONSTRAINT_MESSAGE },
  { HW_TEXT_REQUIRED_MESSAGE, HW_CELL_REQUIRED_MESSAGE },
  { HW_TEXT_SOFT_MESSAGE, HW_CELL_SOFT_MESSAGE },
};

/* Letters and digits outside of tags. */
static gboolean
has_words (const char *text)
{
  gboolean in_tag = FALSE;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (*at == '<' || *at == '>')
      in_tag = *at == '<';
    else if (!in_tag && g_unichar_isgraph (g_utf8_get_char (at))
             && !g_unichar_ispunct (g_utf8_get_char (at)))
      return TRUE;
  return FALSE;
}

static void
check_label (HwCheck *self,
             HwQuestion *question)
{
  char **label = question->texts[HW_TEXT_LABEL];
  guint n_slots = hw_languages_get_length (self->questionnaire->languages);
  HwPlace place = hw_check_place (self, question, HW_CELL_LABEL);

  /* A note may be a line between others, and a picture speaks for itself. */
  if (!hw_question_is_answerable (question)
      || question->texts[HW_TEXT_MEDIA + HW_MEDIA_IMAGE] != NULL)
    return;
  for (guint slot = 0; label != NULL && slot < n_slots; slot++)
    if (label[slot] != NULL && !has_words (label[slot]))
      {
        place.slot = (int)slot;
        hw_check_report (self, "empty-label", place,
                         _ ("The label of “%s” has no words, so nobody can read what is asked."),
                         question->name);
        return;
      }
}

static void
check_hint (HwCheck *self,
            HwQuestion *question)
{
  char **hint = question->texts[HW_TEXT_HINT];
  guint n_slots = hw_languages_get_length (self->questionnaire->languages);

  for (guint slot = 0; hint != NULL && slot < n_slots; slot++)
    {
      HwPlace place = hw_check_place (self, question, HW_CELL_HINT);

      if (hint[slot] == NULL || g_utf8_strlen (hint[slot], -1) <= MAX_HINT)
        continue;
      place.slot = (int)slot;
      hw_check_report (self, "long-hint", place,
                       _ ("The hint of “%s” has %ld characters and fills a screen. Put what is "
                          "read once into “guidance_hint”, which opens when it is asked for."),
                       question->name, g_utf8_strlen (hint[slot], -1));
      return;
    }
}

static gboolean
collect_cb (const char *name,
            gpointer data)
{
  g_hash_table_add (data, g_strdup (name));
  return TRUE;
}

static GHashTable *
collect_names (const char *text)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  hw_scan_references (text, TRUE, collect_cb, names);
  return names;
}

/* A name that @one has and @two has not. */
static const char *
find_lacking (GHashTable *one,
              GHashTable *two)
{
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, one);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    if (!g_hash_table_contains (two, name))
      return name;
  return NULL;
}

/* The answers that a text names, in one language and not in the other. */
static void
check_references (HwCheck *self,
                  HwQuestion *question,
                  guint i)
{
  char **all = question->texts[texts[i].text];
  guint n_slots = hw_languages_get_length (self->questionnaire->languages);
  g_autoptr (GHashTable) first = NULL;

  if (all == NULL || question->templates[texts[i].text] == NULL)
    return;
  for (guint slot = 0; slot < n_slots; slot++)
    {
      g_autoptr (GHashTable) names = all[slot] != NULL ? collect_names (all[slot]) : NULL;
      HwPlace place = hw_check_place (self, question, texts[i].cell);
      const char *lacking;

      if (names == NULL)
        continue;
      if (first == NULL)
        {
          first = g_steal_pointer (&names);
          continue;
        }
      lacking = find_lacking (first, names);
      if (lacking == NULL)
        lacking = find_lacking (names, first);
      if (lacking == NULL)
        continue;
      place.slot = (int)slot;
      hw_check_report (self, "reference-differs", place,
                       /* Translators: %1$s is the heading of a column, %2$s the name of a question,
                        * %3$s another name. */
                       _ ("“%1$s” of “%2$s” names ${%3$s} in one language and not in another."),
                       hw_cell_get_name (texts[i].cell), question->name, lacking);
      return;
    }
}

static void
check_messages (HwCheck *self)
{
  GPtrArray *questions = self->questionnaire->questions;
  g_autoptr (GPtrArray) silent = g_ptr_array_new ();
  g_autofree char *names = NULL;
  g_autofree char *lines = NULL;
  HwPlace place;

  for (guint i = 1; i < questions->len; i++)
    {
      HwQuestion *question = g_ptr_array_index (questions, i);

      if (question->rules[HW_RULE_SOFT_CHECK] != NULL
          && question->texts[HW_TEXT_SOFT_MESSAGE] == NULL
          && *hw_sheet_get (self->form->sheets[HW_SHEET_SURVEY],
                            hw_xlsform_get_row (self->form, question), HW_CELL_SOFT_CHECK)
                 != '\0')
        hw_check_report (
            self, "no-soft-message", hw_check_place (self, question, HW_CELL_SOFT_CHECK),
            _ ("The soft check of “%s” has no “soft_message” that says what is unusual."),
            question->name);
      if (question->rules[HW_RULE_CONSTRAINT] != NULL
          && question->texts[HW_TEXT_CONSTRAINT_MESSAGE] == NULL
          && hw_question_is_answerable (question))
        g_ptr_array_add (silent, question);
    }
  if (silent->len == 0)
    return;
  names = hw_check_join_names (silent);
  lines = hw_check_join_lines (silent);
  place = hw_check_place (self, silent->pdata[0], HW_CELL_CONSTRAINT);
  place.lines = lines;
  hw_check_report (self, "no-constraint-message", place,
                   /* Translators: %1$u is how many, %2$s names of questions. */
                   ngettext ("%1$u constraint has no “constraint_message” that says what is wrong: "
                             "%2$s.",
                             "%1$u constraints have no “constraint_message” that says what is "
                             "wrong: %2$s.",
                             silent->len),
                   silent->len, names);
}

/* One sentence a language, and one more for the choices. */
static void
report_lacking (HwCheck *self,
                HwSheetKind sheet,
                guint slot,
                const char *language,
                GArray *rows)
{
  g_autofree char *lines = NULL;
  g_autofree char *first = NULL;
  HwPlace place = { .sheet = sheet, .cell = HW_CELL_LABEL, .slot = (int)slot };

  if (rows->len == 0)
    return;
  place.row = g_array_index (rows, guint, 0);
  lines = hw_check_join_rows (self, sheet, rows, " ", G_MAXUINT);
  first = hw_check_join_rows (self, sheet, rows, ", ", 10);
  place.lines = lines;
  if (*language == '\0')
    hw_check_report (self, "missing-translation", place,
                     /* Translators: %1$u is how many rows, %2$s their numbers. */
                     ngettext ("Texts without a language are missing in %1$u row: %2$s.",
                               "Texts without a language are missing in %1$u rows: %2$s.",
                               rows->len),
                     rows->len, first);
  else
    hw_check_report (self, "missing-translation", place,
                     /* Translators: %1$s is a language, %2$u how many rows, %3$s their numbers. */
                     ngettext ("%1$s is missing in %2$u row: %3$s.",
                               "%1$s is missing in %2$u rows: %3$s.", rows->len),
                     language, rows->len, first);
}

static gboolean
lacks (char **all,
       guint slot,
       guint n_slots)
{
  if (all == NULL || all[slot] != NULL)
    return FALSE;
  for (guint i = 0; i < n_slots; i++)
    if (all[i] != NULL && has_words (all[i]))
      return TRUE;
  return FALSE;
}

static void
check_survey_language (HwCheck *self,
                       guint slot,
                       const char *language)
{
  GPtrArray *questions = self->questionnaire->questions;
  guint n_slots = hw_languages_get_length (self->questionnaire->languages);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 1; i < questions->len; i++)
    {
      HwQuestion *question = g_ptr_array_index (questions, i);
      guint row = hw_xlsform_get_row (self->form, question);
      gboolean lacking = FALSE;

      for (guint k = 0; k < G_N_ELEMENTS (texts) && !lacking; k++)
        lacking = lacks (question->texts[texts[k].text], slot, n_slots);
      if (lacking)
        g_array_append_val (rows, row);
    }
  report_lacking (self, HW_SHEET_SURVEY, slot, language, rows);
}

static void
check_choices_language (HwCheck *self,
                        guint slot,
                        const char *language)
{
  HwSheet *sheet = self->form->sheets[HW_SHEET_CHOICES];
  guint n_slots = hw_languages_get_length (self->questionnaire->languages);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint row = 0; sheet != NULL && row < hw_sheet_get_n_rows (sheet); row++)
    {
      char **label = hw_sheet_dup_texts (sheet, row, HW_CELL_LABEL);

      if (lacks (label, slot, n_slots))
        g_array_append_val (rows, row);
      hw_languages_free_texts (self->questionnaire->languages, label);
    }
  report_lacking (self, HW_SHEET_CHOICES, slot, language, rows);
}

/* A column that was copied for a translator who never came. */
static void
check_same (HwCheck *self,
            guint slot,
            const char *language,
            guint default_slot)
{
  GPtrArray *questions = self->questionnaire->questions;
  HwQuestion *first = NULL;
  guint n = 0, n_same = 0;
  HwPlace place;

  for (guint i = 1; i < questions->len; i++)
    {
      HwQuestion *question = g_ptr_array_index (questions, i);
      char **label = question->texts[HW_TEXT_LABEL];

      if (label == NULL || label[slot] == NULL || label[default_slot] == NULL
          || !has_words (label[slot]))
        continue;
      n++;
      if (strcmp (label[slot], label[default_slot]) != 0)
        continue;
      n_same++;
      if (first == NULL)
        first = question;
    }
  if (n_same < MIN_SAME || n_same * 2 < n || *language == '\0')
    return;
  place = hw_check_place (self, first, HW_CELL_LABEL);
  place.slot = (int)slot;
  hw_check_report (self, "same-translation", place,
                   /* Translators: %1$u of %2$u labels, %3$s is a language. */
                   _ ("%1$u of %2$u labels in %3$s are the same as in the default language, as if "
                      "they were not translated yet."),
                   n_same, n, language);
}

static void
check_languages (HwCheck *self)
{
  HwLanguages *languages = self->questionnaire->languages;
  const char *const *names = hw_languages_get_names (languages);
  guint default_slot = 0;
  guint slot;

  if (names == NULL || names[0] == NULL || names[1] == NULL)
    return;
  hw_languages_find (languages, names[0], &default_slot);
  for (guint i = 0; names[i] != NULL; i++)
    {
      if (!hw_languages_find (languages, names[i], &slot))
        continue;
      check_survey_language (self, slot, names[i]);
      check_choices_language (self, slot, names[i]);
      if (slot != default_slot)
        check_same (self, slot, names[i], default_slot);
    }
}

/**
 * hw_check_texts:
 * @self: a check
 *
 * Looks at what people read, in each language.
 */
void
hw_check_texts (HwCheck *self)
{
  GPtrArray *questions = self->questionnaire->questions;

  for (guint i = 1; i < questions->len; i++)
    {
      HwQuestion *question = g_ptr_array_index (questions, i);

      check_label (self, question);
      check_hint (self, question);
      for (guint k = 0; k < G_N_ELEMENTS (texts); k++)
        check_references (self, question, k);
    }
  check_messages (self);
  check_languages (self);
}
