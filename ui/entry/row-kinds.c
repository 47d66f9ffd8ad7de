/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/entry/row-kinds.h"

#include "ui/entry/area-row.h"
#include "ui/entry/choice-row.h"
#include "ui/entry/date-row.h"
#include "ui/entry/date-time-row.h"
#include "ui/entry/geopoint-row.h"
#include "ui/entry/image-row.h"
#include "ui/entry/line-row.h"
#include "ui/entry/note-row.h"
#include "ui/entry/number-row.h"
#include "ui/entry/range-row.h"
#include "ui/entry/range-steps.h"
#include "ui/entry/rank-row.h"
#include "ui/entry/rating-row.h"
#include "ui/entry/roster-row.h"
#include "ui/entry/search-row.h"
#include "ui/entry/time-row.h"

/* More than two columns of six cannot be looked over; one searches. Where several hold, one wants to see which. */
#define MOST_TILES 12
#define MOST_TICKED 40

static gboolean
is_searched (HwQuestion *question,
             guint most)
{
  HwChoiceList *choices = hw_question_get_choices (question);

  if (hw_question_has_appearance (question, "minimal") || hw_question_has_appearance (question, "autocomplete")
      || hw_question_has_appearance (question, "search"))
    return TRUE;
  return choices != NULL && hw_choice_list_get_length (choices) > most;
}

static GType
find_number_row (HwQuestion *question)
{
  const HwRange *range = hw_question_get_range (question);

  if (range == NULL || hw_question_has_appearance (question, "picker"))
    return HW_TYPE_NUMBER_ROW;
  if (hw_question_has_appearance (question, "rating") && hw_range_steps_count (range) <= HW_MOST_STARS)
    return HW_TYPE_RATING_ROW;
  return HW_TYPE_RANGE_ROW;
}

/**
 * hw_row_kind_for:
 * @item: a question or a roster
 *
 * Returns: the type of row that shows it
 */
GType
hw_row_kind_for (HwItem *item)
{
  HwQuestion *question;

  g_return_val_if_fail (HW_IS_ITEM (item), G_TYPE_INVALID);

  if (hw_item_get_kind (item) == HW_ITEM_ROSTER)
    return HW_TYPE_ROSTER_ROW;
  question = hw_item_get_question (item);
  if (!hw_question_is_answerable (question))
    return HW_TYPE_NOTE_ROW;
  switch (hw_question_get_kind (question))
    {
    case HW_KIND_INTEGER:
    case HW_KIND_DECIMAL:
      return find_number_row (question);
    case HW_KIND_DATE:
      return HW_TYPE_DATE_ROW;
    case HW_KIND_TIME:
      return HW_TYPE_TIME_ROW;
    case HW_KIND_SELECT_ONE:
      return is_searched (question, MOST_TILES) ? HW_TYPE_SEARCH_ROW : HW_TYPE_CHOICE_ROW;
    case HW_KIND_RANK:
      return HW_TYPE_RANK_ROW;
    case HW_KIND_SELECT_MULTIPLE:
      return is_searched (question, MOST_TICKED) ? HW_TYPE_SEARCH_ROW : HW_TYPE_CHOICE_ROW;
    case HW_KIND_ACKNOWLEDGE:
      return HW_TYPE_CHOICE_ROW;
    case HW_KIND_DATETIME:
      return HW_TYPE_DATE_TIME_ROW;
    case HW_KIND_IMAGE:
      return HW_TYPE_IMAGE_ROW;
    case HW_KIND_GEOPOINT:
      return HW_TYPE_GEOPOINT_ROW;
    default:
      return hw_question_has_appearance (question, "multiline") ? HW_TYPE_AREA_ROW : HW_TYPE_LINE_ROW;
    }
}
