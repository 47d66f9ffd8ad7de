/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "questionnaire/check.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * Names that the programs which take the data over would cut, refuse or mix up.
 */

/* SPSS Statistics, Command Syntax Reference: reserved keywords. */
static const char *const spss_words[] = { "all", "and", "by", "eq", "ge", "gt", "le",
                                          "lt",  "ne",  "not", "or", "to", "with", NULL };

/* Stata, [U] 11.3 Naming conventions; str1 to str2045 besides. */
static const char *const stata_words[]
    = { "_all",  "_b",  "byte",  "_coef", "_cons", "double", "float",  "if", "in", "int",
        "long",  "_n",  "_pi",   "_pred", "_rc",   "_skip",  "strl",   "using", "with", NULL };

/* What a program does to names. */
typedef struct
{
  const char *name;
  guint max_letters; /* 0 when bytes count */
  guint max_bytes;
} Program;

static const Program programs[] = {
  { "Stata", 32, 0 },
  { "Survey Solutions", 32, 0 },
  { "SPSS", 0, 64 },
};

/* What is left of @name, in small letters. */
static char *
dup_cut (const Program *program,
         const char *name)
{
  g_autofree char *cut = NULL;
  gsize length = strlen (name);

  if (program->max_letters > 0 && g_utf8_strlen (name, -1) > program->max_letters)
    length = (gsize)(g_utf8_offset_to_pointer (name, (glong)program->max_letters) - name);
  if (program->max_bytes > 0)
    while (length > program->max_bytes || (length > 0 && (name[length] & 0xc0) == 0x80))
      length--;
  cut = g_strndup (name, length);
  return g_utf8_casefold (cut, -1);
}

static gboolean
is_str_type (const char *name)
{
  return g_str_has_prefix (name, "str") && name[3] != '\0'
         && strspn (name + 3, "0123456789") == strlen (name + 3);
}

/* What is one sentence for all names together. */
typedef struct
{
  GPtrArray *too_long;
  GPtrArray *for_spss;
  GPtrArray *for_stata;
} Lists;

static void
check_words (HwCheck *self,
             HwQuestion *question,
             Lists *lists)
{
  g_autofree char *small = g_ascii_strdown (question->element, -1);
  gsize length = strlen (small);
  gboolean spss = g_strv_contains (spss_words, small);

  if (spss || g_strv_contains (stata_words, small) || is_str_type (small))
    hw_check_report (self, "reserved-name", hw_check_place (self, question, HW_CELL_NAME),
                     /* Translators: %1$s is a name, %2$s a program. */
                     _ ("“%1$s” is a word of %2$s, which takes no variable of that name. Choose "
                        "another one."),
                     question->element, spss ? "SPSS" : "Stata");
  if (*small == '_' || small[length - 1] == '.')
    g_ptr_array_add (lists->for_spss, question);
  if (strpbrk (question->element, "-.") != NULL)
    g_ptr_array_add (lists->for_stata, question);
  if (g_utf8_strlen (question->element, -1) > 32)
    g_ptr_array_add (lists->too_long, question);
}

/* @format takes the number and the names. */
static void
report_list (HwCheck *self,
             const char *code,
             GPtrArray *questions,
             const char *format)
{
  g_autofree char *names = NULL;
  g_autofree char *lines = NULL;
  HwPlace place;

  if (questions->len == 0)
    return;
  names = hw_check_join_names (questions);
  lines = hw_check_join_lines (questions);
  place = hw_check_place (self, questions->pdata[0], HW_CELL_NAME);
  place.lines = lines;
  hw_check_report (self, code, place, format, questions->len, names);
}

static void
report_lists (HwCheck *self,
              Lists *lists)
{
  report_list (self, "long-name", lists->too_long,
               /* Translators: %1$u is how many, %2$s names. */
               ngettext ("%1$u name is longer than the 32 characters that statistical programs "
                         "take: %2$s.",
                         "%1$u names are longer than the 32 characters that statistical programs "
                         "take: %2$s.",
                         lists->too_long->len));
  report_list (self, "name-for-spss", lists->for_spss,
               /* Translators: %1$u is how many, %2$s names. */
               ngettext ("%1$u name begins with “_” or ends with “.”, which SPSS does not take: "
                         "%2$s.",
                         "%1$u names begin with “_” or end with “.”, which SPSS does not take: "
                         "%2$s.",
                         lists->for_spss->len));
  report_list (self, "name-for-stata", lists->for_stata,
               /* Translators: %1$u is how many, %2$s names. */
               ngettext ("%1$u name has “-” or “.”, which Stata and Survey Solutions do not take: "
                         "%2$s.",
                         "%1$u names have “-” or “.”, which Stata and Survey Solutions do not "
                         "take: %2$s.",
                         lists->for_stata->len));
}

/* Names that become one and the same when a program cuts them; otherwise cutting does no harm. */
static void
check_cuts (HwCheck *self,
            const Program *program,
            GHashTable *said)
{
  GPtrArray *questions = self->questionnaire->questions;
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 1; i < questions->len; i++)
    {
      HwQuestion *question = g_ptr_array_index (questions, i);
      g_autofree char *cut = dup_cut (program, question->element);
      g_autofree char *whole = g_utf8_casefold (question->element, -1);
      HwQuestion *first = g_hash_table_lookup (seen, cut);

      if (!hw_question_has_value (question) || question->is_added || question->loop != NULL)
        continue;
      if (first == NULL)
        g_hash_table_insert (seen, g_steal_pointer (&cut), question);
      else if (strcmp (cut, whole) != 0 && strcmp (first->element, question->element) != 0
               && g_hash_table_add (said, question))
        hw_check_report (self, "same-when-cut",
                         hw_check_place (self, question, HW_CELL_NAME),
                         /* Translators: %1$s is a program, %2$s and %3$s are names. */
                         _ ("%1$s cuts long names, and then “%2$s” is the same as “%3$s” of line "
                            "%4$u. Choose a shorter name."),
                         program->name, question->element, first->element, first->line);
    }
}

/* SQL, SPSS and Windows do not tell capital letters apart. */
static void
check_case (HwCheck *self,
            HwQuestion *question,
            GHashTable *by_any_case)
{
  g_autofree char *folded = g_utf8_casefold (question->element, -1);
  HwQuestion *other = g_hash_table_lookup (by_any_case, folded);

  if (other != NULL && strcmp (other->element, question->element) != 0)
    hw_check_report (self, "same-but-case", hw_check_place (self, question, HW_CELL_NAME),
                     _ ("“%s” differs from “%s” of line %u only in capital letters, which people "
                        "and statistical programs mix up."),
                     question->element, other->element, other->line);
  else if (other == NULL)
    g_hash_table_insert (by_any_case, g_steal_pointer (&folded), question);
}

static void
check_level (HwCheck *self)
{
  const char *level = hw_questionnaire_get_level_name (self->questionnaire, NULL);
  HwQuestion *question = level != NULL ? hw_questionnaire_find (self->questionnaire, level) : NULL;

  if (question == NULL || !hw_question_has_value (question))
    return;
  hw_check_report (self, "level-name", hw_check_place (self, question, HW_CELL_NAME),
                   /* Translators: both are the same name. */
                   _ ("“%s” is the name of a question and of the level of the whole interview, so "
                      "that tables of both are mixed up. Set “level” in the settings."),
                   question->element);
}

/**
 * hw_check_names:
 * @self: a check
 *
 * Looks at names with the eyes of other programs.
 */
void
hw_check_names (HwCheck *self)
{
  GPtrArray *questions = self->questionnaire->questions;
  g_autoptr (GHashTable) by_any_case
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) said = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) too_long = g_ptr_array_new ();
  g_autoptr (GPtrArray) for_spss = g_ptr_array_new ();
  g_autoptr (GPtrArray) for_stata = g_ptr_array_new ();
  Lists lists = { too_long, for_spss, for_stata };

  for (guint i = 1; i < questions->len; i++)
    {
      HwQuestion *question = g_ptr_array_index (questions, i);

      if (question->is_added)
        continue;
      check_case (self, question, by_any_case);
      if (hw_question_has_value (question))
        check_words (self, question, &lists);
    }
  report_lists (self, &lists);
  for (guint i = 0; i < G_N_ELEMENTS (programs); i++)
    check_cuts (self, &programs[i], said);
  check_level (self);
}
