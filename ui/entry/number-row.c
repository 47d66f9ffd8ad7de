/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/entry/number-row.h"

#include <glib/gi18n.h>

#include "ui/entry/number-text.h"

struct _HwNumberRow
{
  HwTextRow parent_instance;
};

G_DEFINE_FINAL_TYPE (HwNumberRow, hw_number_row, HW_TYPE_TEXT_ROW)

static char *
hw_number_row_read (HwTextRow *row,
                    const char *typed,
                    char **reason)
{
  char *number = hw_number_text_read (typed);

  if (number == NULL)
    /* Translators: %s is what was typed where a number belongs. */
    *reason = g_strdup_printf (_("“%s” is no number. Type digits only."), typed);
  return number;
}

static char *
hw_number_row_write (HwTextRow *row,
                     const char *answer)
{
  return hw_number_text_write (answer);
}

static void
hw_number_row_show_item (HwQuestionRow *row)
{
  HwItem *item = hw_question_row_get_item (row);
  HwQuestion *question = hw_item_get_question (item);
  const char *language = hw_interview_get_language (hw_entry_session_get_interview (hw_question_row_get_session (row)));
  HwExpression *constraint = hw_question_get_constraint (question);
  g_autofree char *range = NULL;

  if (constraint != NULL)
    range = hw_number_text_dup_range (hw_expression_get_text (constraint));
  hw_question_row_set_hint_end (row, range);
  hw_text_row_set_beside (HW_TEXT_ROW (row), hw_question_get_unit (question, language));
}

static void
hw_number_row_constructed (GObject *object)
{
  HwTextRow *self = HW_TEXT_ROW (object);
  GtkWidget *entry;

  G_OBJECT_CLASS (hw_number_row_parent_class)->constructed (object);

  entry = hw_text_row_get_entry (self);
  hw_text_row_set_width (self, 14);
  gtk_widget_add_css_class (entry, "figures");
  gtk_entry_set_alignment (GTK_ENTRY (entry), 1.0f);
  gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_NUMBER);
}

static void
hw_number_row_class_init (HwNumberRowClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = hw_number_row_constructed;
  HW_QUESTION_ROW_CLASS (klass)->show_item = hw_number_row_show_item;
  HW_TEXT_ROW_CLASS (klass)->read = hw_number_row_read;
  HW_TEXT_ROW_CLASS (klass)->write = hw_number_row_write;
}

static void
hw_number_row_init (HwNumberRow *self)
{
}
