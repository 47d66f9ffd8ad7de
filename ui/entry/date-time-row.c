/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/entry/date-time-row.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/date.h"
#include "ui/entry/date-text.h"

struct _HwDateTimeRow
{
  HwTextRow parent_instance;
};

G_DEFINE_FINAL_TYPE (HwDateTimeRow, hw_date_time_row, HW_TYPE_TEXT_ROW)

static char *
hw_date_time_row_read (HwTextRow *row,
                       const char *typed,
                       char **reason)
{
  g_autofree char *today = hw_date_dup_today ();
  char *both = hw_date_time_text_read (typed, today);

  if (both == NULL)
    /* Translators: %s is what was typed where a day and a time belong. */
    *reason = g_strdup_printf (_("“%s” is no day and time. Type day, month, year, hours and minutes, such as 21 11 2026 14 05."), typed);
  return both;
}

/* Seconds are shown only where there are some. */
static char *
hw_date_time_row_write (HwTextRow *row,
                        const char *answer)
{
  gboolean whole = strlen (answer) >= 19 && strncmp (answer + 16, ":00", 3) == 0;
  char *text = whole ? g_strndup (answer, 16) : g_strdup (answer);

  if (strlen (text) > 10 && text[10] == 'T')
    text[10] = ' ';
  return text;
}

static void
hw_date_time_row_show_value (HwQuestionRow *row)
{
  const char *answer = hw_value_get_text (hw_item_get_value (hw_question_row_get_item (row)));
  g_autofree char *date = answer != NULL ? g_strndup (answer, 10) : NULL;
  g_autofree char *words = date != NULL ? hw_date_text_dup_words (date) : NULL;

  HW_QUESTION_ROW_CLASS (hw_date_time_row_parent_class)->show_value (row);
  hw_text_row_set_beside (HW_TEXT_ROW (row), words);
}

static void
hw_date_time_row_constructed (GObject *object)
{
  HwTextRow *self = HW_TEXT_ROW (object);

  G_OBJECT_CLASS (hw_date_time_row_parent_class)->constructed (object);

  hw_text_row_set_width (self, 24);
  hw_text_row_set_left_to_right (self);
  gtk_entry_set_placeholder_text (GTK_ENTRY (hw_text_row_get_entry (self)), _("Day month year hours minutes"));
  gtk_widget_add_css_class (hw_text_row_get_entry (self), "figures");
}

static void
hw_date_time_row_class_init (HwDateTimeRowClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = hw_date_time_row_constructed;
  HW_QUESTION_ROW_CLASS (klass)->show_value = hw_date_time_row_show_value;
  HW_TEXT_ROW_CLASS (klass)->read = hw_date_time_row_read;
  HW_TEXT_ROW_CLASS (klass)->write = hw_date_time_row_write;
}

static void
hw_date_time_row_init (HwDateTimeRow *self)
{
}
