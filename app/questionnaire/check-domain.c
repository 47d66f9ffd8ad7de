/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "questionnaire/check-domain.h"

#include <math.h>
#include <string.h>

#include "base/number.h"
#include "questionnaire/question-private.h"

typedef enum
{
  IS_NUMBER,
  IS_NO_NUMBER,
  IS_UNCLEAR, /* a date counts days, and blanks are forgiven here and there */
} Reading;

static Reading
read_number (const char *text,
             double *number)
{
  if (hw_number_parse (text, number))
    return IS_NUMBER;
  for (const char *at = text; *at != '\0'; at++)
    if (g_ascii_isdigit (*at))
      return IS_UNCLEAR;
  return IS_NO_NUMBER;
}

static gboolean
test_numbers (double left,
              HwCompare compare,
              double right)
{
  switch (compare)
    {
    case HW_COMPARE_EQUAL:
      return left == right;
    case HW_COMPARE_UNEQUAL:
      return left != right;
    case HW_COMPARE_LESS:
      return left < right;
    case HW_COMPARE_LESS_EQUAL:
      return left <= right;
    case HW_COMPARE_GREATER:
      return left > right;
    case HW_COMPARE_GREATER_EQUAL:
    default:
      return left >= right;
    }
}

/**
 * hw_literal_compare:
 * @left: a value
 * @compare: an operator
 * @right: another one
 * @result: (out): what the comparison gives
 *
 * Returns: %FALSE when that cannot be said from the texts alone
 */
gboolean
hw_literal_compare (const HwLiteral *left,
                    HwCompare compare,
                    const HwLiteral *right,
                    gboolean *result)
{
  gboolean by_text = compare == HW_COMPARE_EQUAL || compare == HW_COMPARE_UNEQUAL;
  double a = left->number, b = right->number;

  if (by_text && !left->is_number && !right->is_number)
    {
      *result = (strcmp (left->text, right->text) == 0) == (compare == HW_COMPARE_EQUAL);
      return TRUE;
    }
  if (!left->is_number)
    switch (read_number (left->text, &a))
      {
      case IS_NUMBER:
        break;
      case IS_NO_NUMBER:
        a = NAN;
        break;
      case IS_UNCLEAR:
      default:
        return FALSE;
      }
  if (!right->is_number)
    switch (read_number (right->text, &b))
      {
      case IS_NUMBER:
        break;
      case IS_NO_NUMBER:
        b = NAN;
        break;
      case IS_UNCLEAR:
      default:
        return FALSE;
      }
  *result = test_numbers (a, compare, b);
  return TRUE;
}

/**
 * hw_compare_parse:
 * @word: an operator
 * @compare: (out): which one
 *
 * Returns: whether it compares
 */
gboolean
hw_compare_parse (const char *word,
                  HwCompare *compare)
{
  static const char *const words[] = { "=", "!=", "<", "<=", ">", ">=" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (words[i], word) == 0)
      {
        *compare = (HwCompare)i;
        return TRUE;
      }
  return FALSE;
}

/* The operator that says the same with its operands exchanged. */
HwCompare
hw_compare_mirror (HwCompare compare)
{
  switch (compare)
    {
    case HW_COMPARE_LESS:
      return HW_COMPARE_GREATER;
    case HW_COMPARE_LESS_EQUAL:
      return HW_COMPARE_GREATER_EQUAL;
    case HW_COMPARE_GREATER:
      return HW_COMPARE_LESS;
    case HW_COMPARE_GREATER_EQUAL:
      return HW_COMPARE_LESS_EQUAL;
    case HW_COMPARE_EQUAL:
    case HW_COMPARE_UNEQUAL:
    default:
      return compare;
    }
}

/* The operator that is true where the other is false, of two numbers. */
static HwCompare
negate (HwCompare compare)
{
  switch (compare)
    {
    case HW_COMPARE_EQUAL:
      return HW_COMPARE_UNEQUAL;
    case HW_COMPARE_UNEQUAL:
      return HW_COMPARE_EQUAL;
    case HW_COMPARE_LESS:
      return HW_COMPARE_GREATER_EQUAL;
    case HW_COMPARE_LESS_EQUAL:
      return HW_COMPARE_GREATER;
    case HW_COMPARE_GREATER:
      return HW_COMPARE_LESS_EQUAL;
    case HW_COMPARE_GREATER_EQUAL:
    default:
      return HW_COMPARE_LESS;
    }
}

static gboolean
has_code (const HwCodes *codes,
          guint i)
{
  return (codes->bits[i / 64] & G_GUINT64_CONSTANT (1) << i % 64) != 0;
}

static void
set_code (HwCodes *codes,
          guint i,
          gboolean yes)
{
  guint64 bit = G_GUINT64_CONSTANT (1) << i % 64;

  codes->bits[i / 64] = yes ? codes->bits[i / 64] | bit : codes->bits[i / 64] & ~bit;
}

static gboolean
find_code (HwDomain *self,
           const char *code,
           guint *i)
{
  for (*i = 0; *i < hw_choice_list_get_length (self->list); (*i)++)
    if (strcmp (hw_choice_get_name (hw_choice_list_get (self->list, *i)), code) == 0)
      return TRUE;
  return FALSE;
}

/**
 * hw_domain_init_anything:
 * @self: (out caller-allocates): holds every value
 */
void
hw_domain_init_anything (HwDomain *self)
{
  hw_domain_init_numbers (self, -INFINITY, INFINITY, FALSE);
  self->may_be_words = TRUE;
}

/**
 * hw_domain_init_numbers:
 * @self: (out caller-allocates): holds the numbers of a range, or none
 * @low: the lowest
 * @high: the highest
 * @is_integer: whether they are whole
 */
void
hw_domain_init_numbers (HwDomain *self,
                        double low,
                        double high,
                        gboolean is_integer)
{
  *self = (HwDomain){ .kind = HW_DOMAIN_NUMBERS,
                      .may_be_empty = TRUE,
                      .may_be_answered = TRUE,
                      .is_integer = is_integer,
                      .low = low,
                      .high = high };
}

static void
init_list (HwDomain *self,
           HwDomainKind kind,
           HwChoiceList *list)
{
  hw_domain_init_anything (self);
  self->kind = kind;
  self->list = list;
  for (guint i = 0; kind == HW_DOMAIN_ONE_OF_LIST && i < hw_choice_list_get_length (list); i++)
    set_code (&self->in, i, TRUE);
}

/* Whether the codes of the list are all that can be chosen. */
static gboolean
is_closed (HwQuestion *question)
{
  guint n = question->choices != NULL ? hw_choice_list_get_length (question->choices) : 0;

  return n > 0 && n <= HW_DOMAIN_MAX_CODES && question->choices_source == NULL
         && strstr (question->appearance != NULL ? question->appearance : "", "search") == NULL
         && strstr (hw_question_get_type_name (question), "file") == NULL
         && strstr (hw_question_get_type_name (question), "external") == NULL;
}

static void
leave_out_missing (HwDomain *self,
                   HwQuestion *question)
{
  for (guint i = 0; i < HW_N_SAID; i++)
    {
      HwLiteral code = { .text = question->missing_codes[i] };

      if (code.text != NULL && *code.text != '\0')
        hw_domain_compare (self, HW_COMPARE_EQUAL, &code, FALSE);
    }
}

/**
 * hw_domain_init_answers:
 * @self: (out caller-allocates): holds what people can answer to @question
 * @question: a question with a value
 *
 * Returns: %FALSE when it is not people alone who answer it, so that @self holds everything
 */
gboolean
hw_domain_init_answers (HwDomain *self,
                        HwQuestion *question)
{
  hw_domain_init_anything (self);
  if (!hw_question_is_answerable (question) || question->rules[HW_RULE_CALCULATION] != NULL
      || question->rules[HW_RULE_DEFAULT] != NULL)
    return FALSE;
  switch ((int)question->kind)
    {
    case HW_KIND_INTEGER:
    case HW_KIND_DECIMAL:
      hw_domain_init_numbers (self, -INFINITY, INFINITY, question->kind == HW_KIND_INTEGER);
      break;
    case HW_KIND_SELECT_ONE:
      if (!is_closed (question))
        return FALSE;
      init_list (self, HW_DOMAIN_ONE_OF_LIST, question->choices);
      return TRUE;
    case HW_KIND_SELECT_MULTIPLE:
      if (!is_closed (question))
        return FALSE;
      init_list (self, HW_DOMAIN_SOME_OF_LIST, question->choices);
      return TRUE;
    case HW_KIND_TEXT:
      break;
    default:
      return FALSE;
    }
  leave_out_missing (self, question);
  return TRUE;
}

static gboolean
is_hole (HwDomain *self,
         double number)
{
  for (guint i = 0; i < self->n_holes; i++)
    if (self->holes[i] == number)
      return TRUE;
  return FALSE;
}

/* Whole numbers end at whole numbers, and a hole at an end is outside. */
static void
tighten (HwDomain *self)
{
  gboolean again = TRUE;

  while (again && self->low <= self->high)
    {
      again = FALSE;
      if (self->is_integer && isfinite (self->low)
          && (self->low != ceil (self->low) || self->low_open))
        {
          self->low = self->low_open ? floor (self->low) + 1 : ceil (self->low);
          self->low_open = FALSE;
        }
      if (self->is_integer && isfinite (self->high)
          && (self->high != floor (self->high) || self->high_open))
        {
          self->high = self->high_open ? ceil (self->high) - 1 : floor (self->high);
          self->high_open = FALSE;
        }
      if (!self->low_open && isfinite (self->low) && is_hole (self, self->low))
        again = self->low_open = TRUE;
      if (!self->high_open && isfinite (self->high) && is_hole (self, self->high))
        again = self->high_open = TRUE;
    }
}

static gboolean
has_numbers (HwDomain *self)
{
  return self->low < self->high
         || (self->low == self->high && !self->low_open && !self->high_open
             && isfinite (self->low));
}

static gboolean
has_answer (HwDomain *self)
{
  guint n = self->list != NULL ? hw_choice_list_get_length (self->list) : 0;

  switch (self->kind)
    {
    case HW_DOMAIN_TEXTS:
      return self->n_texts > 0;
    case HW_DOMAIN_ONE_OF_LIST:
      for (guint i = 0; i < n; i++)
        if (has_code (&self->in, i))
          return TRUE;
      return FALSE;
    case HW_DOMAIN_SOME_OF_LIST:
      for (guint i = 0; i < n; i++)
        if (has_code (&self->in, i) && has_code (&self->out, i))
          return FALSE;
      for (guint i = 0; i < n; i++)
        if (!has_code (&self->out, i))
          return TRUE;
      return FALSE;
    case HW_DOMAIN_NUMBERS:
    default:
      tighten (self);
      return self->may_be_words || has_numbers (self);
    }
}

static gboolean
is_possible (HwDomain *self)
{
  self->may_be_answered = self->may_be_answered && has_answer (self);
  return self->may_be_empty || self->may_be_answered;
}

static void
limit (HwDomain *self,
       HwCompare compare,
       double number)
{
  gboolean open = compare == HW_COMPARE_LESS || compare == HW_COMPARE_GREATER;

  if (compare == HW_COMPARE_EQUAL && is_hole (self, number))
    self->high = -INFINITY;
  if (compare == HW_COMPARE_UNEQUAL && self->n_holes < HW_DOMAIN_MAX_HOLES)
    self->holes[self->n_holes++] = number;
  if (compare == HW_COMPARE_UNEQUAL)
    return;
  if (compare != HW_COMPARE_GREATER && compare != HW_COMPARE_GREATER_EQUAL
      && (number < self->high || (number == self->high && open)))
    {
      self->high = number;
      self->high_open = open;
    }
  if (compare != HW_COMPARE_LESS && compare != HW_COMPARE_LESS_EQUAL
      && (number > self->low || (number == self->low && open)))
    {
      self->low = number;
      self->low_open = open;
    }
}

static void
compare_numbers (HwDomain *self,
                 HwCompare compare,
                 double number,
                 gboolean want)
{
  HwCompare meant = want ? compare : negate (compare);
  gboolean word_is = compare == HW_COMPARE_UNEQUAL;

  limit (self, meant, number);
  self->may_be_words = self->may_be_words && word_is == want;
}

/* The answer is just this text, or just not. */
static void
equal_text (HwDomain *self,
            const HwLiteral *literal,
            gboolean equal)
{
  double number;
  Reading reading = read_number (literal->text, &number);

  if (!equal)
    {
      /* "5.0" is another text than "5", but only of a whole number is that sure to be the only one. */
      if (reading == IS_NUMBER && self->is_integer)
        limit (self, HW_COMPARE_UNEQUAL, number);
      return;
    }
  if (*literal->text == '\0')
    self->may_be_answered = FALSE;
  else if (!self->may_be_words)
    {
      if (reading == IS_NUMBER)
        limit (self, HW_COMPARE_EQUAL, number);
      else if (reading == IS_NO_NUMBER)
        self->high = -INFINITY;
    }
  else
    {
      HwDomain only = *self;

      if (reading == IS_NUMBER)
        limit (&only, HW_COMPARE_EQUAL, number);
      only.may_be_words = reading != IS_NUMBER;
      if (!has_answer (&only))
        self->may_be_answered = FALSE;
      self->kind = HW_DOMAIN_TEXTS;
      self->texts[0] = literal->text;
      self->n_texts = 1;
    }
}

static gboolean
keeps (const char *text,
       HwCompare compare,
       const HwLiteral *literal,
       gboolean want)
{
  HwLiteral answer = { .text = text };
  gboolean result;

  return !hw_literal_compare (&answer, compare, literal, &result) || result == want;
}

static void
compare_texts (HwDomain *self,
               HwCompare compare,
               const HwLiteral *literal,
               gboolean want)
{
  guint n = 0;

  for (guint i = 0; i < self->n_texts; i++)
    if (keeps (self->texts[i], compare, literal, want))
      self->texts[n++] = self->texts[i];
  self->n_texts = n;
}

/* Several codes are one text, "1 3"; only one alone can be a number or a text without blanks. */
static void
compare_some (HwDomain *self,
              HwCompare compare,
              const HwLiteral *literal,
              gboolean want)
{
  gboolean equal = compare == HW_COMPARE_EQUAL ? want : compare == HW_COMPARE_UNEQUAL && !want;
  guint n_fitting = 0;
  guint fitting = 0;

  if (!equal || strchr (literal->text, ' ') != NULL)
    return;
  for (guint i = 0; i < hw_choice_list_get_length (self->list); i++)
    if (keeps (hw_choice_get_name (hw_choice_list_get (self->list, i)), HW_COMPARE_EQUAL, literal,
               TRUE))
      {
        fitting = i;
        n_fitting++;
      }
  if (n_fitting == 0)
    self->may_be_answered = FALSE;
  for (guint i = 0; n_fitting == 1 && i < hw_choice_list_get_length (self->list); i++)
    set_code (i == fitting ? &self->in : &self->out, i, TRUE);
}

/**
 * hw_domain_compare:
 * @self: what an answer can be
 * @compare: the operator that stands behind the answer
 * @literal: and what stands behind the operator
 * @want: whether the comparison is to be true
 *
 * Keeps only what makes the comparison @want.
 *
 * Returns: %FALSE when nothing does
 */
gboolean
hw_domain_compare (HwDomain *self,
                   HwCompare compare,
                   const HwLiteral *literal,
                   gboolean want)
{
  gboolean by_text
      = !literal->is_number && (compare == HW_COMPARE_EQUAL || compare == HW_COMPARE_UNEQUAL);
  double number = literal->number;

  self->may_be_empty = self->may_be_empty && keeps ("", compare, literal, want);
  if (self->kind == HW_DOMAIN_TEXTS)
    compare_texts (self, compare, literal, want);
  else if (self->kind == HW_DOMAIN_SOME_OF_LIST)
    compare_some (self, compare, literal, want);
  else if (self->kind == HW_DOMAIN_ONE_OF_LIST)
    {
      for (guint i = 0; i < hw_choice_list_get_length (self->list); i++)
        if (!keeps (hw_choice_get_name (hw_choice_list_get (self->list, i)), compare, literal, want))
          set_code (&self->in, i, FALSE);
    }
  else if (by_text)
    equal_text (self, literal, want == (compare == HW_COMPARE_EQUAL));
  else if (literal->is_number || read_number (literal->text, &number) == IS_NUMBER)
    compare_numbers (self, compare, number, want);
  return is_possible (self);
}

/**
 * hw_domain_select:
 * @self: what an answer can be
 * @code: one code
 * @want: whether it is to be chosen
 *
 * Returns: %FALSE when that cannot be
 */
gboolean
hw_domain_select (HwDomain *self,
                  const char *code,
                  gboolean want)
{
  HwLiteral literal = { .text = code };
  guint i;

  if (self->kind == HW_DOMAIN_ONE_OF_LIST)
    return hw_domain_compare (self, HW_COMPARE_EQUAL, &literal, want);
  if (want)
    self->may_be_empty = FALSE;
  if (self->kind == HW_DOMAIN_SOME_OF_LIST)
    {
      if (find_code (self, code, &i))
        set_code (want ? &self->in : &self->out, i, TRUE);
      else if (want)
        self->may_be_answered = FALSE;
    }
  return is_possible (self);
}

static void
join_numbers (HwDomain *self,
              const HwDomain *other)
{
  guint n = 0;

  if (other->low < self->low || (other->low == self->low && !other->low_open))
    {
      self->low = other->low;
      self->low_open = other->low_open;
    }
  if (other->high > self->high || (other->high == self->high && !other->high_open))
    {
      self->high = other->high;
      self->high_open = other->high_open;
    }
  for (guint i = 0; i < self->n_holes; i++)
    if (is_hole ((HwDomain *)other, self->holes[i]))
      self->holes[n++] = self->holes[i];
  self->n_holes = n;
  self->may_be_words = self->may_be_words || other->may_be_words;
  self->is_integer = self->is_integer && other->is_integer;
}

/**
 * hw_domain_join:
 * @self: what an answer can be in one case
 * @other: and in another
 *
 * Returns: whether @self now holds both; otherwise the two are too different
 */
gboolean
hw_domain_join (HwDomain *self,
                const HwDomain *other)
{
  if (self->kind != other->kind || self->list != other->list
      || self->n_texts + other->n_texts > HW_DOMAIN_MAX_TEXTS)
    return FALSE;
  /* An empty range would spoil the hull. */
  if (!self->may_be_answered || !other->may_be_answered)
    {
      gboolean may_be_empty = self->may_be_empty || other->may_be_empty;

      if (!self->may_be_answered)
        *self = *other;
      self->may_be_empty = may_be_empty;
      return TRUE;
    }
  self->may_be_empty = self->may_be_empty || other->may_be_empty;
  if (self->kind == HW_DOMAIN_NUMBERS)
    join_numbers (self, other);
  for (guint i = 0; i < other->n_texts; i++)
    self->texts[self->n_texts++] = other->texts[i];
  for (guint i = 0; i < G_N_ELEMENTS (self->in.bits); i++)
    {
      if (self->kind == HW_DOMAIN_SOME_OF_LIST)
        self->in.bits[i] &= other->in.bits[i];
      else
        self->in.bits[i] |= other->in.bits[i];
      self->out.bits[i] &= other->out.bits[i];
    }
  return TRUE;
}
