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
