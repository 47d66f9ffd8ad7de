/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/problem.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FAULT HW_PROBLEM_ERROR
#define ADVICE HW_PROBLEM_WARNING

/* Every kind of finding, in the order of the subjects. A code is never used for anything else. */
static const HwProblemCode codes[] = {
  { "big-image-alone", FAULT, HW_SUBJECT_STRUCTURE,
    N_ ("A “big-image” has no “image” that it could enlarge."), NULL, NULL },
  { "no-calculation", FAULT, HW_SUBJECT_STRUCTURE,
    N_ ("A row is to be calculated and does not say how."), NULL, NULL },
  { "empty-group", ADVICE, HW_SUBJECT_STRUCTURE,
    N_ ("A group or a repeat holds no question."), NULL, NULL },
  { "formula-not-computed", ADVICE, HW_SUBJECT_STRUCTURE,
    N_ ("The result of a formula was never saved in the workbook."), NULL, NULL },
  { "far-rows", ADVICE, HW_SUBJECT_STRUCTURE,
    N_ ("Rows stand so far below the others that they are not read."), NULL, NULL },
  { "stray-sheet", FAULT, HW_SUBJECT_STRUCTURE,
    N_ ("In a file with all sheets, text in the first column begins a sheet that is none."), NULL,
    NULL },
  { "instance-name", ADVICE, HW_SUBJECT_EXPRESSIONS,
    N_ ("The setting “instance_name” is one word, and all interviews will be called so."), "village",
    "concat(${village}, ' ', ${number})" },
  { "bad-search", FAULT, HW_SUBJECT_CHOICES,
    N_ ("“search()” stands where it cannot give choices."), NULL, NULL },
  { "search", ADVICE, HW_SUBJECT_CHOICES,
    N_ ("“search()” does less in Homeward than where it comes from."), NULL, NULL },
  { "bad-table", FAULT, HW_SUBJECT_CHOICES,
    N_ ("The lines of a table do not have the same choices."), NULL, NULL },
  { "plain-label", ADVICE, HW_SUBJECT_CHOICES,
    N_ ("The label of a choice names an answer and is shown as it stands."), NULL, NULL },
  { "same-instance", FAULT, HW_SUBJECT_CHOICES,
    N_ ("A list and an attached file have one name in expressions."), NULL, NULL },
  { "bad-file", FAULT, HW_SUBJECT_STRUCTURE,
    N_ ("A file cannot be read as the table that it should be."), NULL, NULL },
  { "bad-row", FAULT, HW_SUBJECT_STRUCTURE,
    N_ ("A row has more fields than the heading."), NULL, NULL },
  { "stray-cell", ADVICE, HW_SUBJECT_STRUCTURE,
    N_ ("A cell stands under no heading and is not read."), NULL, NULL },
  { "unknown-sheet", ADVICE, HW_SUBJECT_STRUCTURE,
    N_ ("A sheet is not one of XLSForm and is not read."), NULL, NULL },
  { "column-name", ADVICE, HW_SUBJECT_STRUCTURE,
    N_ ("A column of the choices has a name that no expression can write."), NULL, NULL },
  { "missing-remark", ADVICE, HW_SUBJECT_STRUCTURE,
    N_ ("The column “missing” does not say which kind of missing answer is meant."), "98/99", "dont-know:98 refused:99" },
  { "bad-value", ADVICE, HW_SUBJECT_STRUCTURE,
    N_ ("A cell holds something that its column does not take."), NULL, NULL },
  { "no-effect", ADVICE, HW_SUBJECT_STRUCTURE,
    N_ ("A cell is filled in where it changes nothing."), NULL, NULL },
  { "unknown-role", ADVICE, HW_SUBJECT_STRUCTURE,
    N_ ("The column “role” names a role that Homeward does not know."), NULL, NULL },
  { "bad-role", FAULT, HW_SUBJECT_STRUCTURE,
    N_ ("A role is given to what cannot have it, or to two questions."), NULL, NULL },
  { "encoding", ADVICE, HW_SUBJECT_STRUCTURE,
    N_ ("A file was not written in UTF-8."), NULL, NULL },
  { "nested-loop", FAULT, HW_SUBJECT_STRUCTURE,
    N_ ("A loop stands in a loop."), NULL, NULL },
  { "never-ends", FAULT, HW_SUBJECT_STRUCTURE,
    N_ ("A group, repeat or loop begins and never ends."), NULL, NULL },
  { "no-survey", FAULT, HW_SUBJECT_STRUCTURE,
    N_ ("The sheet with the questions is missing."), NULL, NULL },
  { "unused-setting", ADVICE, HW_SUBJECT_STRUCTURE,
    N_ ("A setting of XLSForm is of no use to Homeward."), NULL, NULL },
  { "unknown-setting", ADVICE, HW_SUBJECT_STRUCTURE,
    N_ ("A setting is not known."), NULL, NULL },
  { "second-settings", ADVICE, HW_SUBJECT_STRUCTURE,
    N_ ("The settings have a second row, which is not read."), NULL, NULL },
  { "unused-column", ADVICE, HW_SUBJECT_STRUCTURE,
    N_ ("A column of XLSForm is of no use to Homeward."), NULL, NULL },
  { "unknown-column", ADVICE, HW_SUBJECT_STRUCTURE,
    N_ ("A column is not known and not read."), NULL, NULL },
  { "missing-column", FAULT, HW_SUBJECT_STRUCTURE,
    N_ ("A sheet lacks a column that it must have."), NULL, NULL },
  { "duplicate-column", FAULT, HW_SUBJECT_STRUCTURE,
    N_ ("A column stands in the sheet twice."), NULL, NULL },
  { "single-colon", ADVICE, HW_SUBJECT_STRUCTURE,
    N_ ("A heading has one colon before the language where others have two."), "label:Français", "label::Français" },
  { "unknown-type", FAULT, HW_SUBJECT_STRUCTURE,
    N_ ("A row has a type that XLSForm does not have."), "intger", "integer" },
  { "bad-type", FAULT, HW_SUBJECT_STRUCTURE,
    N_ ("A type is followed by words without a meaning, or lacks what it needs."), NULL, NULL },
  { "odd-type", ADVICE, HW_SUBJECT_STRUCTURE,
    N_ ("A type is written as other programs do not take it."), NULL, NULL },
  { "type-not-asked", ADVICE, HW_SUBJECT_STRUCTURE,
    N_ ("A desktop cannot ask questions of this type, and leaves them empty."), NULL, NULL },
  { "wrong-end", FAULT, HW_SUBJECT_STRUCTURE,
    N_ ("The end of a group, repeat or loop does not fit what is open."), NULL, NULL },
  { "end-name", ADVICE, HW_SUBJECT_STRUCTURE,
    N_ ("The end of a group names another group."), NULL, NULL },
  { "no-type", FAULT, HW_SUBJECT_STRUCTURE,
    N_ ("A row has no type."), NULL, NULL },
  { "no-questions", FAULT, HW_SUBJECT_STRUCTURE,
    N_ ("The survey sheet holds no question."), NULL, NULL },
  { "unused-sheet", ADVICE, HW_SUBJECT_STRUCTURE,
    N_ ("A sheet of XLSForm is of no use to Homeward."), NULL, NULL },
  { "appearance", ADVICE, HW_SUBJECT_STRUCTURE,
    N_ ("An appearance is not known, or does nothing on this type of question."), NULL, NULL },
  { "formula-error", FAULT, HW_SUBJECT_STRUCTURE,
    N_ ("A cell that is read shows an error instead of a value."), NULL, NULL },
  { "formula-error-aside", ADVICE, HW_SUBJECT_STRUCTURE,
    N_ ("A cell that is not read shows an error instead of a value."), NULL, NULL },
  { "bad-parameter", FAULT, HW_SUBJECT_STRUCTURE,
    N_ ("A parameter is not one of the type, or has a value that it does not take."), NULL, NULL },
  { "bad-range", FAULT, HW_SUBJECT_STRUCTURE,
    N_ ("The parameters of a scale do not go together."), NULL, NULL },
  { "bad-missing", FAULT, HW_SUBJECT_STRUCTURE,
    N_ ("The column “missing” cannot be read."), NULL, NULL },
  { "bad-missing-class", ADVICE, HW_SUBJECT_STRUCTURE,
    N_ ("The column “missing_class” says something that is no kind of missing answer."), NULL, NULL },
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
  { "bad-trigger", FAULT, HW_SUBJECT_REFERENCES,
    N_ ("The column “trigger” names what a person does not answer."), NULL, NULL },
  { "idle-trigger", ADVICE, HW_SUBJECT_REFERENCES,
    N_ ("The column “trigger” names what nobody ever answers."), NULL, NULL },
  { "ambiguous-reference", FAULT, HW_SUBJECT_REFERENCES,
    N_ ("An expression names a question, and several rows have that name."), NULL, NULL },
  { "bad-reference", FAULT, HW_SUBJECT_REFERENCES,
    N_ ("What stands between “${” and “}” cannot be a name."), "${age of head}", "${age}" },
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
  { "odd-expression", ADVICE, HW_SUBJECT_EXPRESSIONS,
    N_ ("An expression can be computed, but was probably meant in another way."),
    "'Dear ${name}'", "concat('Dear ', ${name})" },
  { "half-anchored", ADVICE, HW_SUBJECT_EXPRESSIONS,
    N_ ("A pattern with only one of “^” and “$”, though the whole text is compared."),
    "regex(., '^[0-9]{4}')", "regex(., '^[0-9]{4}$')" },
  { "unguarded-sum", ADVICE, HW_SUBJECT_EXPRESSIONS,
    N_ ("A calculation has no result when one of its answers was skipped."), "${wage} + ${rent}",
    "${wage} + coalesce(${rent}, 0)" },
  { "division-by-zero", ADVICE, HW_SUBJECT_EXPRESSIONS,
    N_ ("A calculation divides by an answer that can be 0."), "${money} div ${members}",
    "if(${members} > 0, ${money} div ${members}, '')" },
  { "bad-default", ADVICE, HW_SUBJECT_EXPRESSIONS,
    N_ ("A default is not an answer that the question takes."), NULL, NULL },
  { "check-is-remark", ADVICE, HW_SUBJECT_EXPRESSIONS,
    N_ ("A soft check is prose, not an expression."), NULL, NULL },
  { "unquoted-word", FAULT, HW_SUBJECT_EXPRESSIONS,
    N_ ("A text stands in an expression without quotation marks."), "${fuel} = wood", "${fuel} = 'wood'" },
  { "unknown-function", FAULT, HW_SUBJECT_EXPRESSIONS,
    N_ ("An expression calls a function that does not exist."), "summ(${a})", "sum(${a})" },
  { "syntax", FAULT, HW_SUBJECT_EXPRESSIONS,
    N_ ("An expression cannot be read."), "(${a} + 1", "(${a} + 1)" },
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
  { "choice-without-list", ADVICE, HW_SUBJECT_CHOICES,
    N_ ("A choice does not say to which list it belongs."), NULL, NULL },
  { "choice-without-name", FAULT, HW_SUBJECT_CHOICES,
    N_ ("A choice has no code that could be stored."), NULL, NULL },
  { "duplicate-choice", FAULT, HW_SUBJECT_CHOICES,
    N_ ("A list has the same code twice."), NULL, NULL },
  { "choice-without-label", ADVICE, HW_SUBJECT_CHOICES,
    N_ ("A choice has no label, so that its code is shown."), NULL, NULL },
  { "bad-choices-source", FAULT, HW_SUBJECT_CHOICES,
    N_ ("Choices are to come from the answers to what has none."), NULL, NULL },
  { "single-choices-source", ADVICE, HW_SUBJECT_CHOICES,
    N_ ("Choices are to come from the answers to what is asked only once."), NULL, NULL },
  { "unknown-list", FAULT, HW_SUBJECT_CHOICES,
    N_ ("A question names a list that the choices sheet does not have."), NULL, NULL },
  { "unknown-file-column", ADVICE, HW_SUBJECT_CHOICES,
    N_ ("A file with choices does not have the columns that are named."), NULL, NULL },
  { "bad-choices-file", FAULT, HW_SUBJECT_CHOICES,
    N_ ("A question takes its choices from what is no file of choices."), NULL, NULL },
  { "choices-file-type", ADVICE, HW_SUBJECT_CHOICES,
    N_ ("Choices are to come from a file of a type that Homeward does not read."), NULL, NULL },
  { "missing-file", ADVICE, HW_SUBJECT_CHOICES,
    N_ ("A file that the questionnaire reads is not beside it."), NULL, NULL },
  { "no-list", FAULT, HW_SUBJECT_CHOICES,
    N_ ("A question with choices does not say from which list."), "select_one", "select_one yesno" },
  { "bad-or-other", FAULT, HW_SUBJECT_CHOICES,
    N_ ("“or_other” stands where it cannot work."), NULL, NULL },
  { "or-other-translated", ADVICE, HW_SUBJECT_CHOICES,
    N_ ("“or_other” adds texts that the sheets cannot translate."), NULL, NULL },
  { "exclusive-not-choice", FAULT, HW_SUBJECT_CHOICES,
    N_ ("The column “exclusive” names a code that the list does not have."), NULL, NULL },
  { "code-with-blank", FAULT, HW_SUBJECT_CHOICES,
    N_ ("A code of a list for several choices has a blank in it."), NULL, NULL },
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
  { "repeat-is-level", FAULT, HW_SUBJECT_NAMES,
    N_ ("A repeat has the name of the whole interview."), NULL, NULL },
  { "no-name", FAULT, HW_SUBJECT_NAMES,
    N_ ("A row has no name."), NULL, NULL },
  { "bad-name", FAULT, HW_SUBJECT_NAMES,
    N_ ("A name has letters that a name cannot have."), "2nd name", "second_name" },
  { "duplicate-name", FAULT, HW_SUBJECT_NAMES,
    N_ ("Two rows have the same name."), "age, age", "age1, age2" },
  { "kept-name", FAULT, HW_SUBJECT_NAMES,
    N_ ("A name is one that the program keeps for itself."), NULL, NULL },
  { "bad-level", FAULT, HW_SUBJECT_NAMES,
    N_ ("The setting “level” is not a name."), NULL, NULL },
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
  { "repeat-label", ADVICE, HW_SUBJECT_TEXTS,
    N_ ("A repeat has no label, so that its rows are called by its name."), NULL, NULL },
  { "no-default-language", ADVICE, HW_SUBJECT_TEXTS,
    N_ ("No column is in the default language."), NULL, NULL },
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
