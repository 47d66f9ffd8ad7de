/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/entry/date-row.h"

#include <glib/gi18n.h>

#include "base/date.h"
#include "ui/entry/date-text.h"

struct _HwDateRow
{
  HwTextRow parent_instance;
};

G_DEFINE_FINAL_TYPE (HwDateRow, hw_date_row, HW_TYPE_TEXT_ROW)

static char *
hw_date_row_read (HwTextRow *row,
                  const char *typed,
                  char **reason)
{
  g_autofree char *today = hw_date_dup_today ();
  char *date = hw_date_text_read (typed, today);

  if (date == NULL)
    /* Translators: %s is what was typed where a date belongs. */
    *reason = g_strdup_printf (_("“%s” is no date. Type day, month and year, such as 21 11 2026."), typed);
  return date;
}

static void
hw_date_row_show_value (HwQuestionRow *row)
{
  const char *date = hw_value_get_text (hw_item_get_value (hw_question_row_get_item (row)));
  g_autofree char *words = date != NULL ? hw_date_text_dup_words (date) : NULL;

  HW_QUESTION_ROW_CLASS (hw_date_row_parent_class)->show_value (row);
  hw_text_row_set_beside (HW_TEXT_ROW (row), words);
}

static void
hw_date_row_constructed (GObject *object)
{
  G_OBJECT_CLASS (hw_date_row_parent_class)->constructed (object);

  hw_text_row_set_width (HW_TEXT_ROW (object), 17);
  gtk_entry_set_placeholder_text (GTK_ENTRY (hw_text_row_get_entry (HW_TEXT_ROW (object))), _("Day month year"));
  gtk_widget_add_css_class (hw_text_row_get_entry (HW_TEXT_ROW (object)), "figures");
}

static void
hw_date_row_class_init (HwDateRowClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = hw_date_row_constructed;
  HW_QUESTION_ROW_CLASS (klass)->show_value = hw_date_row_show_value;
  HW_TEXT_ROW_CLASS (klass)->read = hw_date_row_read;
}

static void
hw_date_row_init (HwDateRow *self)
{
}
