/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/entry/rating-row.h"

#include "ui/entry/range-steps.h"
#include "ui/entry/tile-list.h"

/* A short scale as stars: those up to the value are lit. */
struct _HwRatingRow
{
  HwQuestionRow parent_instance;

  HwTileList *tiles;
};

G_DEFINE_FINAL_TYPE (HwRatingRow, hw_rating_row, HW_TYPE_QUESTION_ROW)

static void
answer (HwRatingRow *self,
        const char *text,
        gboolean sure)
{
  HwQuestionRow *row = HW_QUESTION_ROW (self);

  if (hw_entry_session_answer_text (hw_question_row_get_session (row), hw_question_row_get_item (row), text, text) && sure)
    hw_question_row_go_on (row);
}

static void
picked_cb (HwRatingRow *self,
           guint i,
           gboolean sure)
{
  answer (self, hw_tile_list_get_code (self->tiles, i), sure);
}

static void
coded_cb (HwRatingRow *self,
          const char *code)
{
  answer (self, code, TRUE);
}

static void
hw_rating_row_show_item (HwQuestionRow *row)
{
  HwRatingRow *self = HW_RATING_ROW (row);
  HwQuestion *question = hw_item_get_question (hw_question_row_get_item (row));
  const HwRange *range = hw_question_get_range (question);
  guint n = hw_range_steps_count (range);
  g_autofree HwTile *tiles = g_new0 (HwTile, n);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n; i++)
    {
      char *text = hw_range_steps_dup_text (range, hw_range_steps_get (range, i));

      g_ptr_array_add (texts, text);
      tiles[i].code = text;
      tiles[i].label = text;
      tiles[i].icon = "starred-symbolic";
    }
  hw_tile_list_set_tiles (self->tiles, tiles, n, n);
  for (guint kind = HW_MISSING_DONT_KNOW; kind <= HW_MISSING_NOT_APPLICABLE; kind <<= 1)
    if (hw_question_get_missing_code (question, kind) != NULL)
      hw_tile_list_add_other_code (self->tiles, hw_question_get_missing_code (question, kind));
}

static void
hw_rating_row_show_value (HwQuestionRow *row)
{
  HwRatingRow *self = HW_RATING_ROW (row);
  HwItem *item = hw_question_row_get_item (row);
  const char *text = hw_value_get_text (hw_item_get_value (item));
  const HwRange *range = hw_question_get_range (hw_item_get_question (item));
  guint here = text != NULL ? hw_range_steps_nearest (range, g_ascii_strtod (text, NULL)) : 0;

  for (guint i = 0; i < hw_tile_list_get_n_tiles (self->tiles); i++)
    hw_tile_list_set_chosen (self->tiles, i, text != NULL && i <= here);
}

static gboolean
hw_rating_row_settle (HwQuestionRow *row)
{
  hw_tile_list_settle (HW_RATING_ROW (row)->tiles);
  return TRUE;
}

static GtkWidget *
hw_rating_row_get_control (HwQuestionRow *row,
                           gboolean from_below)
{
  HwRatingRow *self = HW_RATING_ROW (row);
  int mark = -1;

  for (guint i = 0; i < hw_tile_list_get_n_tiles (self->tiles); i++)
    if (hw_tile_list_is_chosen (self->tiles, i))
      mark = (int) i;
  hw_tile_list_set_mark (self->tiles, mark);
  return GTK_WIDGET (self->tiles);
}

static void
hw_rating_row_constructed (GObject *object)
{
  HwRatingRow *self = HW_RATING_ROW (object);

  G_OBJECT_CLASS (hw_rating_row_parent_class)->constructed (object);

  self->tiles = HW_TILE_LIST (hw_tile_list_new (HW_TILES_ONE));
  hw_tile_list_set_look (self->tiles, HW_TILE_LOOK_POINT, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->tiles), "stars");
  gtk_widget_set_halign (GTK_WIDGET (self->tiles), GTK_ALIGN_START);
  g_signal_connect_swapped (self->tiles, "picked", G_CALLBACK (picked_cb), self);
  g_signal_connect_swapped (self->tiles, "coded", G_CALLBACK (coded_cb), self);
  hw_question_row_add_control (HW_QUESTION_ROW (self), GTK_WIDGET (self->tiles), GTK_WIDGET (self->tiles), NULL);
}

static void
hw_rating_row_class_init (HwRatingRowClass *klass)
{
  HwQuestionRowClass *row_class = HW_QUESTION_ROW_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = hw_rating_row_constructed;
  row_class->show_item = hw_rating_row_show_item;
  row_class->show_value = hw_rating_row_show_value;
  row_class->settle = hw_rating_row_settle;
  row_class->get_control = hw_rating_row_get_control;
}

static void
hw_rating_row_init (HwRatingRow *self)
{
}
