/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/entry/date-row.h"

#include <glib/gi18n.h>

#include "base/date.h"
#include "ui/entry/calendar-text.h"
#include "ui/entry/date-text.h"

/* A date, or a month, or a year, in the calendar that the question asks for. It is kept as a day of the Gregorian calendar, which
 * stands beside it. */
struct _HwDateRow
{
  HwTextRow parent_instance;

  HwDateWish wish;
};

G_DEFINE_FINAL_TYPE (HwDateRow, hw_date_row, HW_TYPE_TEXT_ROW)

static gboolean
is_plain (HwDateRow *self)
{
  return self->wish.calendar == HW_CALENDAR_GREGORIAN && self->wish.grain == HW_GRAIN_DAY;
}

static char *
hw_date_row_read (HwTextRow *row,
                  const char *typed,
                  char **reason)
{
  HwDateRow *self = HW_DATE_ROW (row);
  g_autofree char *today = hw_date_dup_today ();
  char *date = is_plain (self) ? hw_date_text_read (typed, today) : hw_calendar_text_read (self->wish, typed, today);

  if (date == NULL)
    *reason = is_plain (self)
                  /* Translators: %s is what was typed where a date belongs. */
                  ? g_strdup_printf (_("“%s” is no date. Type day, month and year, such as 21 11 2026."), typed)
                  : hw_calendar_text_dup_refusal (self->wish, typed, today);
  return date;
}

static char *
hw_date_row_write (HwTextRow *row,
                   const char *answer)
{
  HwDateRow *self = HW_DATE_ROW (row);

  return is_plain (self) ? g_strdup (answer) : hw_calendar_text_write (self->wish, answer);
}

static void
hw_date_row_show_item (HwQuestionRow *row)
{
  static const char *const placeholders[] = {
    [HW_GRAIN_DAY] = N_("Day month year"),
    [HW_GRAIN_MONTH] = N_("Month year"),
    [HW_GRAIN_YEAR] = N_("Year"),
  };
  HwDateRow *self = HW_DATE_ROW (row);

  self->wish = hw_date_wish_find (hw_item_get_question (hw_question_row_get_item (row)));
  gtk_entry_set_placeholder_text (GTK_ENTRY (hw_text_row_get_entry (HW_TEXT_ROW (row))), _(placeholders[self->wish.grain]));
  hw_text_row_set_width (HW_TEXT_ROW (row), self->wish.grain == HW_GRAIN_YEAR ? 8 : is_plain (self) ? 17 : 22);
  hw_question_row_set_hint_end (row, self->wish.calendar != HW_CALENDAR_GREGORIAN ? hw_calendar_get_title (self->wish.calendar) : NULL);
}

static void
hw_date_row_show_value (HwQuestionRow *row)
{
  HwDateRow *self = HW_DATE_ROW (row);
  const char *date = hw_value_get_text (hw_item_get_value (hw_question_row_get_item (row)));
  g_autofree char *words = NULL;

  /* Of a month or a year of this calendar there is nothing more to say. */
  if (date != NULL && (self->wish.grain == HW_GRAIN_DAY || self->wish.calendar != HW_CALENDAR_GREGORIAN))
    words = hw_date_text_dup_words (date);
  HW_QUESTION_ROW_CLASS (hw_date_row_parent_class)->show_value (row);
  hw_text_row_set_beside (HW_TEXT_ROW (row), words);
}

static void
hw_date_row_constructed (GObject *object)
{
  G_OBJECT_CLASS (hw_date_row_parent_class)->constructed (object);

  gtk_widget_add_css_class (hw_text_row_get_entry (HW_TEXT_ROW (object)), "figures");
}

static void
hw_date_row_class_init (HwDateRowClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = hw_date_row_constructed;
  HW_QUESTION_ROW_CLASS (klass)->show_item = hw_date_row_show_item;
  HW_QUESTION_ROW_CLASS (klass)->show_value = hw_date_row_show_value;
  HW_TEXT_ROW_CLASS (klass)->read = hw_date_row_read;
  HW_TEXT_ROW_CLASS (klass)->write = hw_date_row_write;
}

static void
hw_date_row_init (HwDateRow *self)
{
}
