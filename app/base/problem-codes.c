/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/problem.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FAULT HW_PROBLEM_ERROR
#define ADVICE HW_PROBLEM_WARNING

/* Every kind of finding, in the order of the subjects. A code is never used for anything else. */
static const HwProblemCode codes[] = {
  { "circle", FAULT, HW_SUBJECT_REFERENCES,
    N_ ("Questions that are computed from each other have no order in which they could be "
        "computed."),
    "a: ${b} + 1, b: ${a} + 1", "a: ${c} + 1, b: ${a} + 1" },
  { "unknown-reference", FAULT, HW_SUBJECT_REFERENCES,
    N_ ("An expression or a text names a question that is not in the questionnaire."), "${agee}",
    "${age}" },
  { "group-as-value", ADVICE, HW_SUBJECT_REFERENCES,
    N_ ("An expression takes a group for a value, and a group has no answer."), "${g_members} > 3",
    "${n_members} > 3" },
  { "note-as-value", ADVICE, HW_SUBJECT_REFERENCES,
    N_ ("An expression takes a note for a value, and nobody answers a note."), NULL, NULL },
  { "repeat-as-value", ADVICE, HW_SUBJECT_REFERENCES,
    N_ ("An expression takes a repeat for a value, where its rows are to be counted."),
    "${member} > 3", "count(${member}) > 3" },
  { "any-row", ADVICE, HW_SUBJECT_REFERENCES,
    N_ ("A comparison outside of a repeat with an answer that each of its rows has."),
    "${age} > 60", "max(${age}) > 60" },
  { "first-row", ADVICE, HW_SUBJECT_REFERENCES,
    N_ ("A value outside of a repeat that is read from the first of its rows only."),
    "${wage} * 12", "sum(${wage}) * 12" },
  { "and-or", ADVICE, HW_SUBJECT_EXPRESSIONS,
    N_ ("“and” and “or” in one expression without parentheses, which people read in two ways."),
    "${a} = 1 or ${b} = 1 and ${c} = 1", "(${a} = 1 or ${b} = 1) and ${c} = 1" },
  { "equal-multiple", ADVICE, HW_SUBJECT_EXPRESSIONS,
    N_ ("A question with several choices is compared with one of them by “=”."), "${crops} = 'rice'",
    "selected(${crops}, 'rice')" },
  { "selected-number", ADVICE, HW_SUBJECT_EXPRESSIONS,
    N_ ("selected() of a question that has no choices."), "selected(${age}, 5)", "${age} = 5" },
  { "date-with-number", ADVICE, HW_SUBJECT_EXPRESSIONS,
    N_ ("A date is compared with a number."), "${born} > 2000", "${born} > date('2000-12-31')" },
  { "date-with-text", ADVICE, HW_SUBJECT_EXPRESSIONS,
    N_ ("A date is compared with a text."), "${born} > '2000-12-31'",
    "${born} > date('2000-12-31')" },
  { "text-with-number", ADVICE, HW_SUBJECT_EXPRESSIONS,
    N_ ("A text is ordered against a number."), NULL, NULL },
  { "today-in-constraint", ADVICE, HW_SUBJECT_EXPRESSIONS,
    N_ ("A constraint that holds today and not tomorrow."), ". >= today()", ". >= ${day}" },
  { "self-reference", ADVICE, HW_SUBJECT_EXPRESSIONS,
    N_ ("“.” stands where the answer to the question itself cannot be meant."), ". > 5",
    "${age} > 5" },
  { "half-anchored", ADVICE, HW_SUBJECT_EXPRESSIONS,
    N_ ("A pattern with only one of “^” and “$”, though the whole text is compared."),
    "regex(., '^[0-9]{4}')", "regex(., '^[0-9]{4}$')" },
  { "unguarded-sum", ADVICE, HW_SUBJECT_EXPRESSIONS,
    N_ ("A calculation has no result when one of its answers was skipped."), "${wage} + ${rent}",
    "${wage} + coalesce(${rent}, 0)" },
  { "division-by-zero", ADVICE, HW_SUBJECT_EXPRESSIONS,
    N_ ("A calculation divides by an answer that can be 0."), "${money} div ${members}",
    "if(${members} > 0, ${money} div ${members}, '')" },
  { "never-true", ADVICE, HW_SUBJECT_SKIPS,
    N_ ("A condition that no answers can make true."), "${sex} = 1 and ${sex} = 2",
    "${sex} = 1 or ${sex} = 2" },
  { "always-true", ADVICE, HW_SUBJECT_SKIPS,
    N_ ("A condition that no answers can make false, as a rule an “or” that was meant as “and”."),
    "${sex} != 1 or ${sex} != 2", "${sex} != 1 and ${sex} != 2" },
  { "never-true-part", ADVICE, HW_SUBJECT_SKIPS,
    N_ ("A part of an expression that no answers can make true."), "${sex} = 'female'",
    "${sex} = '2'" },
  { "always-true-part", ADVICE, HW_SUBJECT_SKIPS,
    N_ ("A part of an expression that no answers can make false."), "${sex} != 'female'",
    "${sex} != '2'" },
  { "never-valid", ADVICE, HW_SUBJECT_SKIPS,
    N_ ("A constraint that no answer satisfies, so that no interview with one can be completed."),
    ". > 5 and . < 3", ". > 3 and . < 5" },
  { "empty-filter", ADVICE, HW_SUBJECT_SKIPS,
    N_ ("A choice filter that leaves no choice, whatever is answered."), "region = ${province}",
    "province = ${province}" },
  { "required-read-only", ADVICE, HW_SUBJECT_SKIPS,
    N_ ("A question that must be answered and that nobody can answer."), NULL, NULL },
  { "unused-list", ADVICE, HW_SUBJECT_CHOICES,
    N_ ("No question takes its choices from this list."), NULL, NULL },
  { "same-label", ADVICE, HW_SUBJECT_CHOICES,
    N_ ("Two choices of a list read the same, so that nobody knows which one to take."), NULL,
    NULL },
  { "single-choice", ADVICE, HW_SUBJECT_CHOICES,
    N_ ("A question that must be answered has one choice only."), NULL, NULL },
  { "choice-is-missing", ADVICE, HW_SUBJECT_CHOICES,
    N_ ("A choice has the code of a missing answer, which it becomes."), NULL, NULL },
  { "long-list", ADVICE, HW_SUBJECT_CHOICES,
    N_ ("A question shows more choices at once than a person reads through."), NULL, "minimal" },
  { "long-name", ADVICE, HW_SUBJECT_NAMES,
    N_ ("A name is longer than statistical programs take, and is cut there."), NULL, NULL },
  { "same-when-cut", ADVICE, HW_SUBJECT_NAMES,
    N_ ("Two long names are the same when a program cuts them."), NULL, NULL },
  { "same-but-case", ADVICE, HW_SUBJECT_NAMES,
    N_ ("Two names differ only in capital letters."), "Age, age", NULL },
  { "reserved-name", ADVICE, HW_SUBJECT_NAMES,
    N_ ("A statistical program keeps this word for itself."), "with", NULL },
  { "name-for-spss", ADVICE, HW_SUBJECT_NAMES, N_ ("SPSS takes no such name."), "_age", "age" },
  { "name-for-stata", ADVICE, HW_SUBJECT_NAMES,
    N_ ("Stata takes letters, digits and “_” in names."), "age-1", "age_1" },
  { "level-name", ADVICE, HW_SUBJECT_NAMES,
    N_ ("A question has the name of the level of the whole interview."), NULL, NULL },
  { "no-label", FAULT, HW_SUBJECT_TEXTS,
    N_ ("A question has neither label, hint nor picture."), NULL, NULL },
  { "empty-label", ADVICE, HW_SUBJECT_TEXTS, N_ ("A label has no words."), "-", NULL },
  { "long-hint", ADVICE, HW_SUBJECT_TEXTS, N_ ("A hint fills a screen."), NULL, NULL },
  { "no-constraint-message", ADVICE, HW_SUBJECT_TEXTS,
    N_ ("A constraint does not say what is wrong when it is broken."), NULL, NULL },
  { "no-soft-message", ADVICE, HW_SUBJECT_TEXTS,
    N_ ("A soft check does not say what is unusual."), NULL, NULL },
  { "reference-differs", ADVICE, HW_SUBJECT_TEXTS,
    N_ ("A text names an answer in one language and not in another."), NULL, NULL },
  { "missing-translation", ADVICE, HW_SUBJECT_TEXTS,
    N_ ("Texts are there in one language and not in another."), NULL, NULL },
  { "same-translation", ADVICE, HW_SUBJECT_TEXTS,
    N_ ("The texts of a language are those of the default language."), NULL, NULL },
  { "unused-calculation", ADVICE, HW_SUBJECT_SIZE,
    N_ ("A calculation that nothing reads, and that has no label for the data."), NULL, NULL },
  { "roster-cost", ADVICE, HW_SUBJECT_SIZE,
    N_ ("In each row of a repeat an expression reads all rows, which costs time by the square."),
    "count(${member})", NULL },
  { "deep-group", ADVICE, HW_SUBJECT_SIZE, N_ ("Groups are nested deeper than eight levels."),
    NULL, NULL },
  { "long-page", ADVICE, HW_SUBJECT_SIZE, N_ ("Many questions stand on one page."), NULL, NULL },
};

/**
 * hw_problem_codes_foreach:
 * @func: called with every kind of finding
 * @data: for @func
 */
void
hw_problem_codes_foreach (HwProblemCodeFunc func,
                          gpointer data)
{
  g_return_if_fail (func != NULL);

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    func (&codes[i], data);
}

/**
 * hw_problem_code_find:
 * @code: a code
 *
 * Returns: (transfer none) (nullable): the kind of finding
 */
const HwProblemCode *
hw_problem_code_find (const char *code)
{
  g_return_val_if_fail (code != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (strcmp (codes[i].code, code) == 0)
      return &codes[i];
  return NULL;
}

/**
 * hw_problem_subject_get_name:
 * @subject: a subject
 *
 * Returns: (transfer none): the heading of its findings, translated
 */
const char *
hw_problem_subject_get_name (HwProblemSubject subject)
{
  switch (subject)
    {
    case HW_SUBJECT_STRUCTURE:
      return _ ("Sheets and rows");
    case HW_SUBJECT_REFERENCES:
      return _ ("References");
    case HW_SUBJECT_SKIPS:
      return _ ("Skips and checks");
    case HW_SUBJECT_EXPRESSIONS:
      return _ ("Expressions");
    case HW_SUBJECT_CHOICES:
      return _ ("Choices");
    case HW_SUBJECT_NAMES:
      return _ ("Names");
    case HW_SUBJECT_TEXTS:
      return _ ("Texts and languages");
    case HW_SUBJECT_SIZE:
      return _ ("Size");
    case HW_N_SUBJECTS:
    default:
      return "";
    }
}
