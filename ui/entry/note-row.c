/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/entry/note-row.h"

/* A note to read aloud, or an answer that nobody types: it was computed, or is there to be read only. */
struct _HwNoteRow
{
  HwQuestionRow parent_instance;

  GtkWidget *answer;
};

G_DEFINE_FINAL_TYPE (HwNoteRow, hw_note_row, HW_TYPE_QUESTION_ROW)

static void
hw_note_row_show_value (HwQuestionRow *row)
{
  HwNoteRow *self = HW_NOTE_ROW (row);
  HwItem *item = hw_question_row_get_item (row);
  g_autofree char *text = NULL;

  if (hw_question_has_value (hw_item_get_question (item)))
    text = hw_item_dup_display (item);
  gtk_label_set_label (GTK_LABEL (self->answer), text != NULL ? text : "");
  gtk_widget_set_visible (self->answer, text != NULL && *text != '\0');
}

static void
hw_note_row_constructed (GObject *object)
{
  HwNoteRow *self = HW_NOTE_ROW (object);

  G_OBJECT_CLASS (hw_note_row_parent_class)->constructed (object);

  gtk_widget_add_css_class (GTK_WIDGET (self), "note");
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  self->answer = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->answer), 0);
  gtk_label_set_wrap (GTK_LABEL (self->answer), TRUE);
  gtk_label_set_selectable (GTK_LABEL (self->answer), FALSE);
  gtk_widget_add_css_class (self->answer, "computed");
  gtk_widget_add_css_class (self->answer, "figures");
  hw_question_row_add_control (HW_QUESTION_ROW (self), self->answer, GTK_WIDGET (self), NULL);
}

static void
hw_note_row_class_init (HwNoteRowClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = hw_note_row_constructed;
  HW_QUESTION_ROW_CLASS (klass)->show_value = hw_note_row_show_value;
}

static void
hw_note_row_init (HwNoteRow *self)
{
}
