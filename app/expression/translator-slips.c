/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "expression/translator.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * What people write who come from spreadsheets, from other programs of the field or from
 * programming, and what to write instead.
 */
typedef struct
{
  const char *name;
  const char *sentence; /* with the name for %s */
} Slip;

/* Functions of SurveyCTO and of phones. */
static const Slip elsewhere[] = {
  { "duration",
    N_("%s() is SurveyCTO's; Homeward keeps the time that an interview takes by itself, so leave "
        "the calculation out.") },
  { "device-info",
    N_("%s() is SurveyCTO's and tells of a phone; leave the calculation out, or use a question "
        "of type deviceid.") },
  { "phone-call-log", N_("%s() is SurveyCTO's and tells of a phone; leave the calculation out.") },
  { "phone-call-duration",
    N_("%s() is SurveyCTO's and tells of a phone; leave the calculation out.") },
  { "collect-is-phone-app",
    N_("%s() is SurveyCTO's and tells of a phone; leave the calculation out.") },
  { "plug-in-metadata",
    N_("%s() is SurveyCTO's and needs a plug-in of the phone; leave the calculation out.") },
  { "geofence",
    N_("%s() needs the map of a phone; check the place afterwards, from the table of answers.") },
  { "intersects", N_("%s() needs a shape drawn on a phone; leave it out.") },
  { "geo-scatter", N_("%s() is SurveyCTO's and needs the map of a phone; leave it out.") },
  { "short-geopoint",
    N_("%s() is SurveyCTO's; use the geopoint as it is, or selected-at() for one of its parts.") },
  { "extract-signed",
    N_("%s() needs a key that only a phone's server has; use base64-decode() for text that "
        "is not signed.") },
};

static const Slip foreign[] = {
  { "count-if", N_("There is no function %s(); write count(${repeat}[condition]).") },
  { "sum-if", N_("There is no function %s(); write sum(${repeat}[condition]/question).") },
  { "min-if", N_("There is no function %s(); write min(${repeat}[condition]/question).") },
  { "max-if", N_("There is no function %s(); write max(${repeat}[condition]/question).") },
  { "join-if", N_("There is no function %s(); write join(', ', ${repeat}[condition]/question).") },
  { "rank-index",
    N_("There is no function %s(); count the larger ones: count(${repeat}[question > "
        "current()/../question]) + 1.") },
  { "index", N_("There is no function %s(); the number of the row is position(..).") },
  { "empty", N_("There is no function %s(); compare with an empty text: ${question} = ''.") },
  { "isblank", N_("There is no function %s(); compare with an empty text: ${question} = ''.") },
  { "isnull", N_("There is no function %s(); compare with an empty text: ${question} = ''.") },
  { "is-null", N_("There is no function %s(); compare with an empty text: ${question} = ''.") },
  { "isempty", N_("There is no function %s(); compare with an empty text: ${question} = ''.") },
  { "relevant",
    N_("There is no function %s(); an answer that is not asked is empty: ${question} != ''.") },
  { "choice-label",
    N_("There is no function %s(); write jr:choice-name(${question}, '${question}').") },
  { "linebreak",
    N_("There is no function %s(); a line break is written within a text as it is.") },
  { "username", N_("There is no function %s(); use a question of type username.") },
  { "deviceid", N_("There is no function %s(); use a question of type deviceid.") },
  { "hash", N_("There is no function %s(); write digest(text, 'SHA-256').") },
  { "count-items", N_("There is no function %s(); codes with blanks between them are counted by "
                       "count-selected().") },
  { "item-at", N_("There is no function %s(); one of several codes is selected-at(codes, number), "
                   "counted from 0.") },
  { "item-present", N_("There is no function %s(); write selected(codes, code).") },
  { "distance-between", N_("There is no function %s(); write distance(place, place).") },
  { "format-number",
    N_("There is no function %s(); numbers are shown as they are; round() takes the places.") },
  { "avg", N_("There is no function %s(); write sum(set) div count-non-empty(set).") },
  { "average", N_("There is no function %s(); write sum(set) div count-non-empty(set).") },
  { "mean", N_("There is no function %s(); write sum(set) div count-non-empty(set).") },
  { "len", N_("There is no function %s(); write string-length().") },
  { "length", N_("There is no function %s(); write string-length().") },
  { "trim", N_("There is no function %s(); write normalize-space().") },
  { "upper", N_("There is no function %s(); write translate(text, 'abc…', 'ABC…').") },
  { "lower", N_("There is no function %s(); write translate(text, 'ABC…', 'abc…').") },
  { "mid", N_("There is no function %s(); write substr(text, start, end), counted from 0.") },
  { "left", N_("There is no function %s(); write substr(text, 0, number).") },
  { "right", N_("There is no function %s(); write substr(text, -number).") },
  { "replace", N_("There is no function %s(); write translate() for characters.") },
  { "year", N_("There is no function %s(); write format-date(date, '%%Y').") },
  { "month", N_("There is no function %s(); write format-date(date, '%%n').") },
  { "day", N_("There is no function %s(); write format-date(date, '%%e').") },
  { "datediff", N_("There is no function %s(); the days between two dates are date2 - date1.") },
  { "mod", N_("%s stands between two numbers, as in a mod b.") },
  { "div", N_("%s stands between two numbers, as in a div b.") },
  { "and", N_("“%s” stands between two conditions, as in a and b.") },
  { "or", N_("“%s” stands between two conditions, as in a or b.") },
  { "ceil", N_("There is no function %s(); write ceiling().") },
  { "rand", N_("There is no function %s(); write random().") },
  { "iif", N_("There is no function %s(); write if(condition, then, else).") },
  { "ifelse", N_("There is no function %s(); write if(condition, then, else).") },
  { "in", N_("There is no function %s(); write selected('a b c', ${question}).") },
};

static char *
find_slip (const Slip *slips,
           gsize n,
           const char *name)
{
  g_autofree char *plain = g_ascii_strdown (name, -1);

  g_strdelimit (plain, "_", '-');
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  for (gsize i = 0; i < n; i++)
    if (g_str_equal (slips[i].name, plain))
      return g_strdup_printf (_ (slips[i].sentence), name);
#pragma GCC diagnostic pop
  return NULL;
}

/**
 * hw_slip_dup_function:
 * @name: that no function has
 * @code: (inout): set when it is a function that is not for here
 *
 * Returns: (transfer full) (nullable): what to write instead
 */
char *
hw_slip_dup_function (const char *name,
                      int *code)
{
  char *sentence = find_slip (elsewhere, G_N_ELEMENTS (elsewhere), name);

  if (sentence != NULL)
    *code = HW_EXPRESSION_ERROR_NOT_ON_A_DESKTOP;
  return sentence != NULL ? sentence : find_slip (foreign, G_N_ELEMENTS (foreign), name);
}

/* A name where an operator belongs. */
static gboolean
fail_word (HwTranslator *self,
           const char *found)
{
  static const struct
  {
    const char *found;
    const char *meant;
  } words[] = { { "and", "and" },
                { "or", "or" },
                { "div", "div" },
                { "mod", "mod" },
                { "is", "=" },
                { "eq", "=" },
                { "equals", "=" },
                { "ne", "!=" },
                { "lt", "<" },
                { "gt", ">" },
                { "le", "<=" },
                { "ge", ">=" },
                { "in", "selected()" },
                { "then", "if(…, …, …)" },
                { "else", "if(…, …, …)" },
                { "xor", "!=" },
                { "not", "!=" } };
  g_autofree char *lower = g_ascii_strdown (found, -1);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i].found, lower) && g_str_equal (words[i].meant, lower))
      return hw_translator_fail (
          self, HW_EXPRESSION_ERROR_SYNTAX,
          /* Translators: %1$s is what was written, %2$s the operator that is meant. */
          _("“%1$s” is written with small letters, “%2$s”."), found, lower);
    else if (g_str_equal (words[i].found, lower))
      return hw_translator_fail (self, HW_EXPRESSION_ERROR_SYNTAX,
                                 /* Translators: %1$s is what was written, %2$s what is meant. */
                                 _("“%1$s” is not known here; write “%2$s”."), found,
                                 words[i].meant);
  return hw_translator_fail (self, HW_EXPRESSION_ERROR_SYNTAX,
                             /* Translators: %s is what was written. */
                             _("“%s” stands where an operator such as “and” or “=” is expected."),
                             found);
}

/* What stands behind a whole expression. */
gboolean
hw_translator_fail_end (HwTranslator *self)
{
  g_autofree char *found = hw_token_dup (&self->token);
  const char *before = self->token.start;

  if (hw_token_is (&self->token, ")"))
    return hw_translator_fail (self, HW_EXPRESSION_ERROR_SYNTAX,
                               _("This closing parenthesis has no opening one."));
  if (hw_token_is (&self->token, ",") && before > self->tokenizer.text
      && g_ascii_isdigit (before[-1]) && g_ascii_isdigit (before[1]))
    return hw_translator_fail (self, HW_EXPRESSION_ERROR_SYNTAX,
                               _("The decimals of a number stand behind a point, as in 0.5."));
  if (hw_token_is (&self->token, ","))
    return hw_translator_fail (
        self, HW_EXPRESSION_ERROR_SYNTAX,
        _("This comma stands outside of a function; a parenthesis may be missing or closed too "
           "early."));
  if (self->token.kind == HW_TOKEN_NAME)
    return fail_word (self, found);
  if (self->token.kind == HW_TOKEN_REFERENCE)
    return hw_translator_fail (self, HW_EXPRESSION_ERROR_SYNTAX,
                               /* Translators: %s is the name of a question. */
                               _("${%s} stands where an operator such as “and” or “=” is "
                                  "expected."),
                               found);
  return hw_translator_fail (self, HW_EXPRESSION_ERROR_SYNTAX,
                             /* Translators: %s is what was written. */
                             _("“%s” stands where an operator such as “and” or “=” is expected."),
                             found);
}

/* What stands where a value belongs. */
gboolean
hw_translator_fail_operand (HwTranslator *self)
{
  g_autofree char *found = hw_token_dup (&self->token);

  if (self->token.kind == HW_TOKEN_END && self->out->xpath->len == 0)
    return hw_translator_fail (self, HW_EXPRESSION_ERROR_SYNTAX, _("The expression is empty."));
  if (self->token.kind == HW_TOKEN_END)
    return hw_translator_fail (self, HW_EXPRESSION_ERROR_SYNTAX,
                               _("The expression ends where a value is expected."));
  return hw_translator_fail (self, HW_EXPRESSION_ERROR_SYNTAX,
                             /* Translators: %s is a word or sign of an expression. */
                             _("“%s” stands where a value is expected."), found);
}
