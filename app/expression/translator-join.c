/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "expression/translator.h"

#include <glib/gi18n-lib.h>

static gboolean
is_date (HwResult result)
{
  return result == HW_RESULT_DATE || result == HW_RESULT_DATETIME;
}

static gboolean
is_counted (HwResult result)
{
  return result == HW_RESULT_NUMBER || result == HW_RESULT_DAYS || result == HW_RESULT_BOOLEAN;
}

/* Whether nobody knows before the evaluation that it is no date. */
static gboolean
may_be_date (const HwOperand *operand)
{
  return !operand->is_plain
         && (operand->result == HW_RESULT_NODESET || operand->result == HW_RESULT_STRING);
}

/* Wraps the operand in [start, end) of the written text in a call. */
static void
wrap (HwTranslator *self,
      const char *call,
      gsize start,
      gsize end)
{
  g_string_insert_c (self->out->xpath, (gssize) end, ')');
  g_string_insert (self->out->xpath, (gssize) start, call);
}

/* Dates are ordered and reckoned as days. Two of them are equal as texts, since empty equals empty;
 * only a point in time or a count of days needs counting on the other side as well. */
static gboolean
must_count (HwLevel level,
            const HwOperand *left,
            const HwOperand *right)
{
  if (level == HW_LEVEL_EQUALITY)
    return left->result == HW_RESULT_DATETIME || right->result == HW_RESULT_DATETIME
           || (left->result == HW_RESULT_DAYS && right->result != HW_RESULT_NUMBER)
           || (right->result == HW_RESULT_DAYS && left->result != HW_RESULT_NUMBER)
           || (left->result == HW_RESULT_NUMBER && is_date (right->result))
           || (right->result == HW_RESULT_NUMBER && is_date (left->result));
  return level >= HW_LEVEL_ORDER
         && (is_date (left->result) || is_date (right->result) || left->result == HW_RESULT_DAYS
             || right->result == HW_RESULT_DAYS || may_be_date (left) || may_be_date (right));
}

/* The call that @operand has to stand in when it meets @other, or NULL. Against a set of answers, a
 * boolean counts as 1 or 0: XPath would make the whole set one boolean. */
static const char *
find_wrapper (HwLevel level,
              gboolean days,
              const HwOperand *operand,
              const HwOperand *other)
{
  if (level == HW_LEVEL_ORDER && operand->result == HW_RESULT_BOOLEAN
      && other->result == HW_RESULT_NODESET)
    return "number(";
  if (!days || is_counted (operand->result))
    return NULL;
  if (operand->is_plain && !is_date (other->result) && other->result != HW_RESULT_DAYS)
    return NULL;
  return "hw-days(";
}

static void
find_lookup (HwTranslator *self,
             const HwSide *column,
             const HwSide *value,
             HwOperand *result)
{
  g_autofree char *xpath = NULL;

  if (column->operand.column == NULL || !value->is_fixed
      || value->operand.result == HW_RESULT_NUMBER || value->operand.result == HW_RESULT_DAYS
      || value->operand.result == HW_RESULT_BOOLEAN || value->operand.result == HW_RESULT_DATETIME)
    return;
  xpath = g_strndup (self->out->xpath->str + value->start, value->end - value->start);
  result->lookup = column->operand.column;
  result->value = g_string_chunk_insert (self->strings, xpath);
  result->is_lookup_texty = value->operand.is_texty;
  result->value_start = value->source_start;
  result->value_end = value->source_end;
}

static void
take_lookup (const HwOperand *from,
             HwOperand *result)
{
  if (from->lookup == NULL || (result->lookup != NULL && result->is_lookup_texty))
    return;
  result->lookup = from->lookup;
  result->value = from->value;
  result->is_lookup_texty = from->is_lookup_texty;
  result->value_start = from->value_start;
  result->value_end = from->value_end;
}

static void
advise_on_sum (HwTranslator *self,
               const HwSide *left,
               const HwSide *right)
{
  HwToken at = { HW_TOKEN_STRING, right->source_start, 0, right->source_start };

  if (self->scope != NULL && (left->operand.is_text || right->operand.is_text))
    hw_translator_advise (self, HW_ADVICE_JOINED_TEXTS, &at,
                          _("“+” adds numbers; texts are joined with concat()."));
}

/**
 * hw_translator_join:
 * @self: has written both operands
 * @level: of the operator between them
 * @left: the left one, which becomes both
 * @right: the right one
 * @is_equal: whether the operator is “=”
 *
 * Returns: %FALSE, with the error set, when one of them is a bare word that is compared
 */
gboolean
hw_translator_join (HwTranslator *self,
                    HwLevel level,
                    HwSide *left,
                    const HwSide *right,
                    gboolean is_equal)
{
  HwOperand result = { .result = level < HW_LEVEL_SUM ? HW_RESULT_BOOLEAN : HW_RESULT_NUMBER };
  HwResult a = left->operand.result, b = right->operand.result;
  const char *wrapper;
  gboolean days;

  if (level == HW_LEVEL_EQUALITY || level == HW_LEVEL_ORDER)
    {
      if (left->operand.word.length > 0)
        return hw_translator_fail_word (self, &left->operand.word);
      if (right->operand.word.length > 0)
        return hw_translator_fail_word (self, &right->operand.word);
    }
  if (level == HW_LEVEL_SUM)
    advise_on_sum (self, left, right);
  if (level == HW_LEVEL_EQUALITY && is_equal)
    {
      find_lookup (self, left, right, &result);
      if (result.lookup == NULL)
        find_lookup (self, right, left, &result);
    }
  if (level == HW_LEVEL_AND)
    {
      take_lookup (&left->operand, &result);
      take_lookup (&right->operand, &result);
    }
  if (level == HW_LEVEL_SUM
      && (is_date (a) || is_date (b) || a == HW_RESULT_DAYS || b == HW_RESULT_DAYS))
    result.result = HW_RESULT_DAYS;
  days = must_count (level, &left->operand, &right->operand);
  wrapper = find_wrapper (level, days, &right->operand, &left->operand);
  if (wrapper != NULL)
    wrap (self, wrapper, right->start, right->end);
  wrapper = find_wrapper (level, days, &left->operand, &right->operand);
  if (wrapper != NULL)
    wrap (self, wrapper, left->start, left->end);
  left->operand = result;
  return TRUE;
}

/* What follows a minus sign is a number, or the days of a date. */
void
hw_translator_negate (HwTranslator *self,
                      gsize start,
                      HwOperand *operand)
{
  if (is_date (operand->result) || may_be_date (operand))
    wrap (self, "hw-days(", start, self->out->xpath->len);
  *operand = (HwOperand){ .result = HW_RESULT_NUMBER };
}
