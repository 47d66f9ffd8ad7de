/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "questionnaire/xlsform-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "questionnaire/vocabulary-private.h"

/* What a question takes where its sheet says nothing of missing answers. */
#define MISSING_BY_DEFAULT (HW_MISSING_DONT_KNOW | HW_MISSING_REFUSED)

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
  { HW_TEXT_UNIT, HW_CELL_UNIT },
  { HW_TEXT_VARIABLE_LABEL, HW_CELL_VAR_LABEL },
  { HW_TEXT_MEDIA + HW_MEDIA_IMAGE, HW_CELL_IMAGE },
  { HW_TEXT_MEDIA + HW_MEDIA_BIG_IMAGE, HW_CELL_BIG_IMAGE },
  { HW_TEXT_MEDIA + HW_MEDIA_AUDIO, HW_CELL_AUDIO },
  { HW_TEXT_MEDIA + HW_MEDIA_VIDEO, HW_CELL_VIDEO },
};

/* The columns in which the values of a question are kept. */
static void
set_column_type (HwQuestion *question,
                 HwSheet *sheet,
                 guint row)
{
  const char *type = hw_sheet_get (sheet, row, HW_CELL_BIND_TYPE);
  gboolean computed = question->kind == HW_KIND_CALCULATE || question->kind == HW_KIND_HIDDEN;

  question->is_date = question->kind == HW_KIND_DATE || question->kind == HW_KIND_DATETIME
                      || question->kind == HW_KIND_START || question->kind == HW_KIND_END
                      || question->kind == HW_KIND_TODAY;
  if (question->kind == HW_KIND_INTEGER)
    question->column_type = HW_COLUMN_INTEGER;
  else if (question->kind == HW_KIND_DECIMAL)
    question->column_type = HW_COLUMN_REAL;
  if (*type == '\0' || hw_question_is_container (question))
    return;
  if (!computed)
    hw_sheet_notice (sheet, "no-effect", row, HW_CELL_BIND_TYPE,
                     _ ("“bind::type” has no effect here; the type of the question decides."));
  else if (g_str_has_prefix (type, "int"))
    question->column_type = HW_COLUMN_INTEGER;
  else if (strcmp (type, "decimal") == 0)
    question->column_type = HW_COLUMN_REAL;
  else if (g_ascii_strcasecmp (type, "date") == 0 || g_ascii_strcasecmp (type, "dateTime") == 0)
    question->is_date = TRUE;
  else if (strcmp (type, "string") != 0 && strcmp (type, "text") != 0)
    hw_sheet_notice (
        sheet, "bad-value", row, HW_CELL_BIND_TYPE,
        _ ("“%s” is not a type of value and is taken for a text. Write int, decimal, string, date "
           "or dateTime."),
        type);
}

/* The short names of other programs are taken, too. */
static const char *
find_missing_name (const char *written)
{
  static const struct
  {
    const char *written;
    const char *name;
  } names[] = {
    { "dk", "dont-know" }, { "dontknow", "dont-know" },      { "don't-know", "dont-know" },
    { "rf", "refused" },   { "ref", "refused" },             { "na", "not-applicable" },
    { "nap", "not-applicable" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_ascii_strcasecmp (names[i].written, written) == 0)
      return names[i].name;
  return written;
}

/* One word of the column "missing": "refused" or "refused:99". */
static void
read_missing_word (HwQuestion *question,
                   HwSheet *sheet,
                   guint row,
                   const char *word)
{
  const char *colon = strpbrk (word, ":=");
  g_autofree char *written = g_strndup (word, strcspn (word, ":="));
  const char *name = find_missing_name (written);
  HwMissing kind = HW_MISSING_NONE;
  int index = -1;

  if (hw_missing_from_name (name, &kind))
    index = hw_missing_get_said_index (kind);
  if (index < 0 && colon == NULL)
    {
      /* A code alone does not say what it stands for, and guessing would lose answers. */
      hw_sheet_notice (
          sheet, "missing-remark", row, HW_CELL_MISSING,
          _ ("“%s” does not say which kind of missing it is, and is not read. Write, for "
             "example, “dont-know:98 refused:99”."),
          word);
      return;
    }
  if (index < 0)
    hw_sheet_notice (
        sheet, "bad-missing", row, HW_CELL_MISSING,
        _ ("“%s” is not a kind of missing. There are dont-know, refused and not-applicable."),
        name);
  else if ((question->missing & kind) != 0)
    hw_sheet_notice (sheet, "bad-missing", row, HW_CELL_MISSING, _ ("“%s” stands here twice."),
                     name);
  else if (colon != NULL && colon[1] == '\0')
    hw_sheet_notice (
        sheet, "bad-missing", row, HW_CELL_MISSING,
        _ ("No code follows “%s”. Write, for example, “%s98”, or the kind without a colon."), word,
        word);
  else
    {
      for (guint i = 0; colon != NULL && i < HW_N_SAID; i++)
        if (g_strcmp0 (question->missing_codes[i], colon + 1) == 0)
          hw_sheet_notice (sheet, "bad-missing", row, HW_CELL_MISSING,
                           _ ("The code “%s” stands for two kinds of missing."), colon + 1);
      question->missing |= kind;
      question->missing_codes[index] = colon != NULL ? g_strdup (colon + 1) : NULL;
    }
}

/* Choices that stand for a kind of missing: their codes are its codes. */
static void
take_missing_choices (HwQuestion *question)
{
  guint n = question->choices != NULL && question->kind == HW_KIND_SELECT_ONE
                ? hw_choice_list_get_length (question->choices)
                : 0;

  for (guint i = 0; i < n; i++)
    {
      HwChoice *choice = hw_choice_list_get (question->choices, i);
      HwMissing kind = hw_choice_get_missing_class (choice);
      int index = hw_missing_get_said_index (kind);

      if (index < 0 || question->missing_codes[index] != NULL)
        continue;
      question->missing |= kind;
      question->missing_codes[index] = g_strdup (hw_choice_get_name (choice));
    }
}

static void
read_missing (HwQuestion *question,
              HwSheet *sheet,
              guint row)
{
  const char *text = hw_sheet_get (sheet, row, HW_CELL_MISSING);
  g_auto (GStrv) words = NULL;

  if (!hw_question_is_answerable (question))
    return;
  if (*text == '\0')
    {
      question->missing = MISSING_BY_DEFAULT;
      return;
    }
  if (g_ascii_strcasecmp (text, "none") == 0 || strcmp (text, "-") == 0)
    return;
  words = g_strsplit_set (text, " \t\r\n,;", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      read_missing_word (question, sheet, row, words[i]);
  if (question->missing == 0)
    question->missing = MISSING_BY_DEFAULT;
}

/* Codes of the list that stand alone. */
static void
read_exclusive (HwQuestion *question,
                HwSheet *sheet,
                guint row)
{
  const char *text = hw_sheet_get (sheet, row, HW_CELL_EXCLUSIVE);
  g_auto (GStrv) words = NULL;
  g_autoptr (GPtrArray) codes = NULL;

  if (*text == '\0')
    return;
  if (question->kind != HW_KIND_SELECT_MULTIPLE)
    {
      hw_sheet_notice (sheet, "no-effect", row, HW_CELL_EXCLUSIVE,
                       _ ("“exclusive” has an effect on select_multiple only."));
      return;
    }
  codes = g_ptr_array_new_with_free_func (g_free);
  words = g_strsplit_set (text, " \t\r\n,;", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*words[i] == '\0')
        continue;
      if (question->choices != NULL && hw_choice_list_find (question->choices, words[i]) == NULL)
        hw_sheet_notice (sheet, "exclusive-not-choice", row, HW_CELL_EXCLUSIVE,
                         _ ("“%s” is not a choice of the list “%s”, so it cannot stand alone."),
                         words[i], hw_choice_list_get_name (question->choices));
      g_ptr_array_add (codes, g_strdup (words[i]));
    }
  g_ptr_array_add (codes, NULL);
  question->exclusive = (char **)g_ptr_array_steal (codes, NULL);
}

/* A code with a blank in it cannot be told from two codes once several are chosen. */
static void
check_codes (HwXlsform *self,
             HwQuestion *question)
{
  if ((question->kind != HW_KIND_SELECT_MULTIPLE && question->kind != HW_KIND_RANK)
      || question->choices == NULL)
    return;
  for (guint i = 0; i < hw_choice_list_get_length (question->choices); i++)
    {
      const char *name = hw_choice_get_name (hw_choice_list_get (question->choices, i));

      if (strpbrk (name, " \t\r\n") != NULL)
        {
          hw_xlsform_notice (
              self, "code-with-blank", question, HW_CELL_TYPE,
              _ ("The list “%s” has the choice “%s”. Several choices are stored with blanks "
                 "between them, so their names cannot hold one."),
              hw_choice_list_get_name (question->choices), name);
          return;
        }
    }
}

/* "phone number" comes with a hint of its own. */
static void
add_type_hint (HwQuestion *question)
{
  guint n_slots = hw_languages_get_length (question->languages);

  if (question->type == NULL || question->type->hint == NULL
      || question->texts[HW_TEXT_HINT] != NULL)
    return;
  question->texts[HW_TEXT_HINT] = g_new0 (char *, n_slots);
  for (guint i = 0; i < n_slots; i++)
    question->texts[HW_TEXT_HINT][i] = g_strdup (_ (question->type->hint));
}

static void
read_autoplay (HwQuestion *question,
               HwSheet *sheet,
               guint row)
{
  const char *text = hw_sheet_get (sheet, row, HW_CELL_AUTOPLAY);

  if (g_ascii_strcasecmp (text, "audio") == 0)
    question->autoplay = 1U << HW_MEDIA_AUDIO;
  else if (g_ascii_strcasecmp (text, "video") == 0)
    question->autoplay = 1U << HW_MEDIA_VIDEO;
  else if (*text != '\0')
    hw_sheet_notice (sheet, "bad-value", row, HW_CELL_AUTOPLAY,
                     _ ("“%s” does not play by itself. Write “audio” or “video”."), text);
}

/**
 * hw_xlsform_read_question:
 * @self: a reader
 * @question: a question with its name, type and place in the tree
 * @row: its row
 *
 * Reads the cells that need no look at other questions.
 */
void
hw_xlsform_read_question (HwXlsform *self,
                          HwQuestion *question,
                          guint row)
{
  HwSheet *sheet = self->sheets[HW_SHEET_SURVEY];

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    question->texts[texts[i].text] = hw_sheet_dup_texts (sheet, row, texts[i].cell);
  add_type_hint (question);
  hw_xlsform_read_appearance (self, question, row);
  hw_xlsform_read_search (self, question);
  if (question->type != NULL && strcmp (question->type->word.name, "range") == 0)
    hw_xlsform_read_range (self, question);
  /* What is neither yes nor no is a condition, which is compiled later. */
  hw_xlsform_parse_yes_no (hw_sheet_get (sheet, row, HW_CELL_READ_ONLY), &question->read_only);
  read_autoplay (question, sheet, row);
  hw_xlsform_read_extras (self, question, row);
  set_column_type (question, sheet, row);
  read_missing (question, sheet, row);
  take_missing_choices (question);
  read_exclusive (question, sheet, row);
  check_codes (self, question);
}

/**
 * hw_xlsform_settle_columns:
 * @self: a reader with the whole tree
 *
 * Whether the answers of a select_one are whole numbers is known when "or_other" can add nothing to
 * its list any more.
 */
void
hw_xlsform_settle_columns (HwXlsform *self)
{
  for (guint i = 1; i < self->questionnaire->questions->len; i++)
    {
      HwQuestion *question = g_ptr_array_index (self->questionnaire->questions, i);

      if (question->kind == HW_KIND_SELECT_ONE && question->choices != NULL
          && hw_choice_list_is_integer (question->choices))
        question->column_type = HW_COLUMN_INTEGER;
    }
}
