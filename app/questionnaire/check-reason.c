/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "questionnaire/check-reason.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "questionnaire/spelling.h"

/* So many codes are listed. */
#define MAX_CODES 8

static char *
dup_leaf (const HwLeaf *leaf)
{
  g_autofree char *text = hw_part_dup_text (leaf->part);

  if (leaf->want)
    return g_steal_pointer (&text);
  return g_strdup_printf ("not(%s)", text);
}

static char *
dup_codes (HwChoiceList *list)
{
  g_autoptr (GString) codes = g_string_new (NULL);
  guint n = hw_choice_list_get_length (list);

  for (guint i = 0; i < MIN (n, MAX_CODES); i++)
    g_string_append_printf (codes, "%s%s", i > 0 ? ", " : "",
                            hw_choice_get_name (hw_choice_list_get (list, i)));
  if (n > MAX_CODES)
    g_string_append (codes, ", …");
  return g_string_free (g_steal_pointer (&codes), FALSE);
}

/* Who writes 'female' for the code 2 sees the label, not the code. */
static HwChoice *
find_meant (HwChoiceList *list,
            const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  HwChoice *nearest = NULL;
  HwSpelling spelling;

  hw_spelling_start (&spelling, text);
  for (guint i = 0; i < hw_choice_list_get_length (list); i++)
    {
      HwChoice *choice = hw_choice_list_get (list, i);
      g_autofree char *label = g_utf8_casefold (hw_choice_get_label (choice, NULL), -1);
      const char *before = spelling.nearest;

      if (strcmp (label, folded) == 0)
        return choice;
      if (strlen (text) > 2)
        hw_spelling_offer (&spelling, hw_choice_get_name (choice));
      if (spelling.nearest != before)
        nearest = choice;
    }
  return nearest;
}

static char *
dup_list_sentence (const HwReason *reason,
                   gboolean is_named)
{
  g_autofree char *text = hw_part_dup_text (reason->leaf.part);
  HwChoiceList *list = reason->question->choices;
  const char *name = hw_choice_list_get_name (list);
  HwChoice *meant = find_meant (list, reason->literal.text);
  g_autofree char *codes = dup_codes (list);

  if (meant != NULL)
    return g_strdup_printf (
        /* Translators: %1$s is the name of a list, %2$s a code that it does not have, %3$s one that
         * it has, %4$s the label of that. */
        _ ("The list “%1$s” has no choice “%2$s”; did you mean “%3$s” (%4$s)?"), name,
        reason->literal.text, hw_choice_get_name (meant), hw_choice_get_label (meant, NULL));
  if (!is_named)
    return g_strdup_printf (
        /* Translators: %1$s is a comparison, %2$s a code that the list %3$s does not have, %4$s
         * some that it has. */
        _ ("“%1$s” asks for “%2$s”, which is not in the list “%3$s”; it has %4$s."), text,
        reason->literal.text, name, codes);
  return g_strdup_printf (
      /* Translators: %1$s is the name of a list, %2$s a code that it does not have, %3$s some that
       * it has. */
      _ ("The list “%1$s” has no choice “%2$s”; it has %3$s."), name, reason->literal.text, codes);
}

static char *
dup_contradiction (const HwReason *reason)
{
  g_autofree char *one = dup_leaf (&reason->leaf);
  g_autofree char *two = dup_leaf (&reason->other);

  if (reason->kind == HW_REASON_CONSTRAINT)
    return g_strdup_printf (
        /* Translators: %1$s is a part of an expression, %2$s the name of a question, %3$s a part of
         * its constraint. */
        _ ("“%1$s” contradicts the constraint of “%2$s”, “%3$s”."), one, reason->other.owner->name,
        two);
  if (reason->leaf.kind == HW_REASON_RELEVANT)
    return g_strdup_printf (
        /* Translators: %1$s is the name of a question, %2$s and %3$s are conditions. */
        _ ("“%1$s” is asked only if “%2$s”, which contradicts “%3$s”."), reason->leaf.owner->name,
        one, two);
  if (reason->kind == HW_REASON_RELEVANT)
    return g_strdup_printf (
        /* Translators: %1$s is a part of an expression, %2$s the name of a group or a question,
         * %3$s a condition. */
        _ ("“%1$s” contradicts that “%2$s” is asked only if “%3$s”."), one,
        reason->other.owner->name, two);
  if (!reason->leaf.want && !reason->other.want)
    {
      g_autofree char *first = hw_part_dup_text (reason->other.part);
      g_autofree char *second = hw_part_dup_text (reason->leaf.part);

      /* Translators: %1$s and %2$s are comparisons. */
      return g_strdup_printf (_ ("Every answer makes “%1$s” or “%2$s” true. Was “and” meant?"),
                              first, second);
    }
  /* Translators: both are parts of one expression. */
  return g_strdup_printf (_ ("“%1$s” and “%2$s” exclude each other."), two, one);
}

/**
 * hw_reason_dup_sentence:
 * @reason: why something cannot come true
 * @part: (nullable): the condition that was named already
 *
 * Returns: (transfer full): a translated sentence
 */
char *
hw_reason_dup_sentence (const HwReason *reason,
                        HwPart *part)
{
  g_autofree char *text = dup_leaf (&reason->leaf);

  if (reason->other.part != NULL)
    return dup_contradiction (reason);
  switch (reason->kind)
    {
    case HW_REASON_LIST:
      return dup_list_sentence (reason, part == reason->leaf.part);
    case HW_REASON_MISSING:
      return g_strdup_printf (
          /* Translators: %1$s is a code, %2$s the name of a question. */
          _ ("“%1$s” is a code of “%2$s” for an answer that is missing, and expressions see a "
             "missing answer as empty."),
          reason->literal.text, reason->question->name);
    case HW_REASON_TYPE:
      if (reason->question != NULL)
        return g_strdup_printf (
            /* Translators: %1$s is a comparison, %2$s the name of a question, %3$s its type. */
            _ ("No answer makes “%1$s” true, because “%2$s” is of the type “%3$s”."), text,
            reason->question->name, hw_kind_get_name (reason->question->kind));
      break;
    case HW_REASON_UNKNOWN:
    case HW_REASON_CONSTRAINT:
    case HW_REASON_SELF:
    case HW_REASON_RELEVANT:
    default:
      break;
    }
  /* Translators: %s is a comparison. */
  return g_strdup_printf (_ ("No answer makes “%s” true."), text);
}
