/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "review/finding-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Long labels are instructions more than names; this many characters still say which question it
 * is. */
#define MAX_LABEL 90

/* What a person calls a row: the label of its roster and its number. */
static void
append_rows (GString *place,
             HwItem *row)
{
  HwItem *roster = row != NULL ? hw_item_get_parent (row) : NULL;
  g_autofree char *label = NULL;

  if (roster == NULL)
    return;
  append_rows (place, hw_item_get_row (roster));
  label = hw_item_dup_label (roster);
  if (*label == '\0')
    {
      g_free (label);
      label = g_strdup (hw_question_get_name (hw_item_get_question (row)));
    }
  /* Translators: %1$s is the label of a roster, such as “Member”; %2$u is the number of one of its
   * rows. What stands in the row follows. */
  g_string_append_printf (place, _("%1$s %2$u, "), label, hw_item_get_position (row));
}

static char *
dup_short_label (HwItem *item)
{
  g_autofree char *label = hw_item_dup_label (item);
  g_autofree char *start = NULL;

  g_strdelimit (label, "\n\r\t", ' ');
  g_strstrip (label);
  if (*label == '\0')
    return g_strdup (hw_question_get_name (hw_item_get_question (item)));
  if (g_utf8_strlen (label, -1) <= MAX_LABEL)
    return g_steal_pointer (&label);
  start = g_utf8_substring (label, 0, MAX_LABEL - 1);
  return g_strconcat (start, "…", NULL);
}

/* Member 2, B7 “How old is Ana?” */
static char *
dup_place (HwItem *item)
{
  const char *number = hw_question_get_number (hw_item_get_question (item));
  g_autofree char *label = dup_short_label (item);
  GString *place = g_string_new (NULL);

  append_rows (place, hw_item_get_row (item));
  if (number != NULL && *number != '\0')
    g_string_append_printf (place, "%s ", number);
  /* Translators: the label of a question. */
  g_string_append_printf (place, _("“%s”"), label);
  return g_string_free (place, FALSE);
}

static char *
dup_sentence (HwItem *item,
              HwFindingKind kind)
{
  const char *message = hw_item_get_problem_message (item);
  g_autofree char *place = dup_place (item);
  g_autofree char *answer = hw_item_dup_display (item);

  if (message == NULL)
    message = "";
  if (hw_item_get_problem (item) == HW_ITEM_FAULT)
    return g_strdup_printf ("%s: %s", place, message);
  switch (kind)
    {
    case HW_FINDING_MISSING:
      /* Translators: %s is the number and label of a question. */
      return g_strdup_printf (_("%s has no answer."), place);
    case HW_FINDING_HARD:
      /* Translators: %1$s is the number and label of a question, %2$s its answer, %3$s a sentence
       * of the questionnaire, which may be missing. */
      return g_strdup_printf (_("%1$s: %2$s cannot be right. %3$s"), place, answer, message);
    case HW_FINDING_CONFIRMED:
      /* Translators: %1$s is the number and label of a question, %2$s its answer. */
      return g_strdup_printf (_("%1$s: %2$s is unusual, and was confirmed."), place, answer);
    default:
      /* Translators: %1$s is the number and label of a question, %2$s its answer, %3$s a sentence
       * of the questionnaire, which may be missing. */
      return g_strdup_printf (_("%1$s: %2$s is unusual. %3$s"), place, answer, message);
    }
}

static void
add_finding (GListStore *findings,
             HwItem *item,
             HwFindingKind kind)
{
  HwItem *row = hw_item_get_row (item);
  g_autofree char *sentence = g_strchomp (dup_sentence (item, kind));
  g_autoptr (HwFinding) finding = hw_finding_new (
      kind, hw_item_get_ref (item), hw_question_get_name (hw_item_get_question (item)),
      row != NULL ? hw_item_get_row_id (row) : NULL, sentence,
      kind == HW_FINDING_CONFIRMED ? hw_item_get_confirmed (item) : NULL);

  g_list_store_append (findings, finding);
}

static gboolean
add_item_cb (HwItem *item,
             gpointer data)
{
  switch (hw_item_get_problem (item))
    {
    case HW_ITEM_REQUIRED:
      add_finding (data, item, HW_FINDING_MISSING);
      break;
    case HW_ITEM_CONSTRAINT:
      add_finding (data, item, HW_FINDING_HARD);
      break;
    case HW_ITEM_SOFT:
    case HW_ITEM_FAULT:
      add_finding (data, item, HW_FINDING_SOFT);
      break;
    default:
      if (hw_item_get_confirmed (item) != NULL)
        add_finding (data, item, HW_FINDING_CONFIRMED);
      break;
    }
  return TRUE;
}

/**
 * hw_interview_add_findings:
 * @interview: an interview
 * @findings: (element-type HwFinding): a list to which to add what it shows
 */
void
hw_interview_add_findings (HwInterview *interview,
                           GListStore *findings)
{
  hw_interview_foreach_question (interview, TRUE, add_item_cb, findings);
}
