/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/entry/choice-look.h"

#include <string.h>

/* So many rows are all seen at once; more go into two columns. */
#define MOST_IN_ONE_COLUMN 7
/* More points of a scale than these would have no room for their labels. */
#define MOST_IN_LINE 11
#define MOST_PICTURES 4
#define MOST_COLUMNS 12
/* What the column of questions leaves for choices, and what one needs beside its letters. */
#define ROOM 700
#define LETTER 9
#define FRAME 66

/* "columns-4", or the older "w4 columns(4)" and "compact-4": how many; 0 when nobody says */
static guint
find_wish (HwQuestion *question)
{
  for (guint n = 1; n <= MOST_COLUMNS; n++)
    {
      g_autofree char *word = g_strdup_printf ("columns-%u", n);

      if (hw_question_has_appearance (question, word))
        return n;
    }
  return 0;
}

static gboolean
has_pictures (HwQuestion *question)
{
  HwChoiceList *choices = hw_question_get_choices (question);

  for (guint i = 0; choices != NULL && i < hw_choice_list_get_length (choices); i++)
    if (hw_choice_get_media (hw_choice_list_get (choices, i), HW_MEDIA_IMAGE, NULL) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
is_select (HwQuestion *question)
{
  HwKind kind = hw_question_get_kind (question);

  return kind == HW_KIND_SELECT_ONE || kind == HW_KIND_SELECT_MULTIPLE;
}

/* In a group that is a table every select is one of its lines, without a word of its own. */
static gboolean
is_in_table (HwQuestion *question)
{
  HwQuestion *group = hw_question_get_parent (question);

  if (hw_question_get_choices (question) == NULL
      || hw_choice_list_get_length (hw_question_get_choices (question)) > MOST_IN_LINE)
    return FALSE;
  return hw_question_has_appearance (question, "list-nolabel") || hw_question_has_appearance (question, "label")
         || (group != NULL && hw_question_has_appearance (group, "table-list"));
}

/**
 * hw_choice_look_find:
 * @question: a select or an acknowledgement
 *
 * Returns: how its choices are laid out
 */
HwChoiceLook
hw_choice_look_find (HwQuestion *question)
{
  HwChoiceLook look = { .look = HW_TILE_LOOK_ROW };
  guint n = hw_question_get_choices (question) != NULL ? hw_choice_list_get_length (hw_question_get_choices (question)) : 0;

  look.is_quick = hw_question_has_appearance (question, "quick") || hw_question_has_appearance (question, "quickcompact");
  if (!is_select (question))
    return look;
  if (is_in_table (question))
    {
      look.look = HW_TILE_LOOK_BARE;
      look.is_table = TRUE;
      look.is_heading = hw_question_has_appearance (question, "label");
    }
  else if (has_pictures (question))
    look.look = HW_TILE_LOOK_PICTURE;
  else if ((hw_question_has_appearance (question, "likert") || hw_question_has_appearance (question, "list")) && n <= MOST_IN_LINE)
    look.look = HW_TILE_LOOK_POINT;
  look.by_line = look.look != HW_TILE_LOOK_ROW || find_wish (question) > 0 || hw_question_has_appearance (question, "columns")
                 || hw_question_has_appearance (question, "columns-pack");
  return look;
}

/* As many as fit with the longest label on one line. */
static guint
count_fitting (GPtrArray *choices,
               const char *language)
{
  glong longest = 1;

  for (guint i = 0; i < choices->len; i++)
    longest = MAX (longest, g_utf8_strlen (hw_choice_get_label (g_ptr_array_index (choices, i), language), -1));
  return (guint) CLAMP (ROOM / (longest * LETTER + FRAME), 1, MOST_COLUMNS);
}

/**
 * hw_choice_look_count_columns:
 * @look: how they are laid out
 * @question: a question
 * @choices: (element-type HwChoice): what it offers now
 * @language: of their labels
 *
 * Returns: how many columns they take
 */
guint
hw_choice_look_count_columns (HwChoiceLook look,
                              HwQuestion *question,
                              GPtrArray *choices,
                              const char *language)
{
  guint n = MAX (1, choices->len);
  guint wish = find_wish (question);

  switch (look.look)
    {
    case HW_TILE_LOOK_POINT:
    case HW_TILE_LOOK_BARE:
      return n;
    case HW_TILE_LOOK_PICTURE:
      return MIN (n, wish > 0 ? wish : MOST_PICTURES);
    case HW_TILE_LOOK_ROW:
    default:
      if (wish > 0)
        return MIN (n, wish);
      if (hw_question_has_appearance (question, "columns-pack"))
        return MIN (n, count_fitting (choices, language));
      if (hw_question_has_appearance (question, "columns"))
        return MIN (n, MIN (3, count_fitting (choices, language)));
      return choices->len > MOST_IN_ONE_COLUMN ? 2 : 1;
    }
}

/**
 * hw_choice_look_is_same_table:
 * @question: a line of a table
 * @other: the question above it
 *
 * Returns: whether @other is of the same table, so that its headings stand for @question too
 */
gboolean
hw_choice_look_is_same_table (HwQuestion *question,
                              HwQuestion *other)
{
  return hw_question_get_parent (question) == hw_question_get_parent (other)
         && hw_question_get_choices (question) == hw_question_get_choices (other) && hw_choice_look_find (other).is_table;
}
