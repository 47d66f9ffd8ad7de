/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/entry/rank-row.h"

#include <glib/gi18n.h>

#include "ui/entry/rank-list.h"

/* Choices that are put in order. */
struct _HwRankRow
{
  HwQuestionRow parent_instance;

  HwRankList *list;
};

G_DEFINE_FINAL_TYPE (HwRankRow, hw_rank_row, HW_TYPE_QUESTION_ROW)

static void
ordered_cb (HwRankRow *self)
{
  HwQuestionRow *row = HW_QUESTION_ROW (self);
  g_autofree char *order = hw_rank_list_dup_order (self->list);
  g_autoptr (HwValue) value = hw_value_new (order);
  g_autoptr (GError) error = NULL;

  if (!hw_entry_session_answer (hw_question_row_get_session (row), hw_question_row_get_item (row), value, &error))
    hw_entry_session_keep_draft (hw_question_row_get_session (row), hw_question_row_get_item (row), order, error->message);
}

static void
hw_rank_row_show_item (HwQuestionRow *row)
{
  HwRankRow *self = HW_RANK_ROW (row);
  const char *language = hw_interview_get_language (hw_entry_session_get_interview (hw_question_row_get_session (row)));
  g_autoptr (GPtrArray) choices = hw_item_list_choices (hw_question_row_get_item (row));

  hw_rank_list_clear (self->list);
  for (guint i = 0; i < choices->len; i++)
    {
      HwChoice *choice = g_ptr_array_index (choices, i);

      hw_rank_list_add (self->list, hw_choice_get_name (choice), hw_choice_get_label (choice, language));
    }
  hw_question_row_set_hint_end (row, _("Type the codes in order; Alt+↑ and Alt+↓ move"));
}

static void
hw_rank_row_show_value (HwQuestionRow *row)
{
  hw_rank_list_set_order (HW_RANK_ROW (row)->list, hw_value_get_text (hw_item_get_value (hw_question_row_get_item (row))));
}

static gboolean
hw_rank_row_settle (HwQuestionRow *row)
{
  hw_rank_list_settle (HW_RANK_ROW (row)->list);
  return TRUE;
}

static GtkWidget *
hw_rank_row_get_control (HwQuestionRow *row,
                         gboolean from_below)
{
  HwRankRow *self = HW_RANK_ROW (row);

  hw_rank_list_set_mark (self->list, 0);
  return GTK_WIDGET (self->list);
}

static void
hw_rank_row_constructed (GObject *object)
{
  HwRankRow *self = HW_RANK_ROW (object);

  G_OBJECT_CLASS (hw_rank_row_parent_class)->constructed (object);

  self->list = HW_RANK_LIST (hw_rank_list_new ());
  g_signal_connect_swapped (self->list, "ordered", G_CALLBACK (ordered_cb), self);
  hw_question_row_add_control (HW_QUESTION_ROW (self), GTK_WIDGET (self->list), GTK_WIDGET (self->list), NULL);
}

static void
hw_rank_row_class_init (HwRankRowClass *klass)
{
  HwQuestionRowClass *row_class = HW_QUESTION_ROW_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = hw_rank_row_constructed;
  row_class->show_item = hw_rank_row_show_item;
  row_class->show_value = hw_rank_row_show_value;
  row_class->settle = hw_rank_row_settle;
  row_class->get_control = hw_rank_row_get_control;
}

static void
hw_rank_row_init (HwRankRow *self)
{
}
