/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/entry/roster-row.h"

#include <glib/gi18n.h>

#include "ui/entry/row-name.h"
#include "ui/entry/tile-list.h"

#define MOST_IN_ONE_COLUMN 7

/* The rows of a roster on the page where the roster stands: each opens, and a last line adds one. */
struct _HwRosterRow
{
  HwQuestionRow parent_instance;

  HwTileList *tiles;
  GListModel *rows; /* owned */
  gboolean can_insert;
};

G_DEFINE_FINAL_TYPE (HwRosterRow, hw_roster_row, HW_TYPE_QUESTION_ROW)

static guint
count_rows (HwRosterRow *self)
{
  return self->rows != NULL ? g_list_model_get_n_items (self->rows) : 0;
}

static void
show_rows (HwRosterRow *self)
{
  HwItem *roster = hw_question_row_get_item (HW_QUESTION_ROW (self));
  HwInterview *interview = hw_entry_session_get_interview (hw_question_row_get_session (HW_QUESTION_ROW (self)));
  guint n = count_rows (self);
  g_autofree HwTile *tiles = g_new0 (HwTile, n + 1);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *label = hw_item_dup_label (roster);
  g_autofree char *add = NULL;
  int mark = hw_tile_list_get_mark (self->tiles);

  self->can_insert = hw_interview_can_insert (interview, roster);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (HwItem) row = g_list_model_get_item (self->rows, i);
      char *code = g_strdup_printf ("%u", i + 1);
      char *name = hw_item_dup_label (row);
      char *detail = hw_row_name_dup_detail (row);

      g_ptr_array_add (texts, code);
      g_ptr_array_add (texts, name);
      g_ptr_array_add (texts, detail);
      tiles[i].code = code;
      tiles[i].label = name;
      tiles[i].detail = detail;
    }
  if (self->can_insert)
    {
      /* Translators: a line that adds a row to a roster, with its key; %s is the roster's title, such as "Transfers". */
      add = g_strdup_printf (_("Add to “%s”  F3"), label);
      tiles[n].code = "+";
      tiles[n].label = add;
      tiles[n].icon = "list-add-symbolic";
      tiles[n].apart = n > 0;
    }
  hw_tile_list_set_tiles (self->tiles, tiles, n + (self->can_insert ? 1 : 0), n > MOST_IN_ONE_COLUMN ? 2 : 1);
  hw_tile_list_set_mark (self->tiles, MIN (mark, (int) n));
}

static void
open_row (HwRosterRow *self,
          guint i)
{
  g_autoptr (HwItem) row = g_list_model_get_item (self->rows, i);

  gtk_widget_activate_action (GTK_WIDGET (self), "entry.go-to", "s", hw_item_get_ref (row));
}

static void
picked_cb (HwRosterRow *self,
           guint i,
           gboolean sure)
{
  if (i < count_rows (self))
    open_row (self, i);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "entry.insert-row", NULL);
}

static void
rows_changed_cb (HwRosterRow *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    show_rows (self);
}

static void
hw_roster_row_show_item (HwQuestionRow *row)
{
  HwRosterRow *self = HW_ROSTER_ROW (row);
  GListModel *rows = hw_item_get_children (hw_question_row_get_item (row));

  if (self->rows != rows)
    {
      if (self->rows != NULL)
        g_signal_handlers_disconnect_by_data (self->rows, self);
      g_set_object (&self->rows, rows);
      if (rows != NULL)
        g_signal_connect_swapped (rows, "items-changed", G_CALLBACK (rows_changed_cb), self);
    }
  show_rows (self);
}

static gboolean
hw_roster_row_accept (HwQuestionRow *row)
{
  HwRosterRow *self = HW_ROSTER_ROW (row);
  int mark;

  if (hw_tile_list_settle (self->tiles))
    return TRUE;
  mark = hw_tile_list_get_mark (self->tiles);
  if (mark < 0 || (guint) mark >= count_rows (self))
    return FALSE; /* at the end of the roster Enter leaves it */
  open_row (self, (guint) mark);
  return TRUE;
}

/* From above one comes to the first row, from the last row back to the line that adds one. */
static GtkWidget *
hw_roster_row_get_control (HwQuestionRow *row,
                           gboolean from_below)
{
  HwRosterRow *self = HW_ROSTER_ROW (row);

  show_rows (self);
  hw_tile_list_set_mark (self->tiles, from_below ? (int) count_rows (self) : 0);
  return GTK_WIDGET (self->tiles);
}

static void
hw_roster_row_map (GtkWidget *widget)
{
  HwRosterRow *self = HW_ROSTER_ROW (widget);

  /* Names were given while it was away. */
  show_rows (self);
  GTK_WIDGET_CLASS (hw_roster_row_parent_class)->map (widget);
}

static void
hw_roster_row_dispose (GObject *object)
{
  HwRosterRow *self = HW_ROSTER_ROW (object);

  if (self->rows != NULL)
    g_signal_handlers_disconnect_by_data (self->rows, self);
  g_clear_object (&self->rows);
  G_OBJECT_CLASS (hw_roster_row_parent_class)->dispose (object);
}

static void
hw_roster_row_constructed (GObject *object)
{
  HwRosterRow *self = HW_ROSTER_ROW (object);

  G_OBJECT_CLASS (hw_roster_row_parent_class)->constructed (object);

  self->tiles = HW_TILE_LIST (hw_tile_list_new (HW_TILES_DOORS));
  hw_question_row_add_control (HW_QUESTION_ROW (self), GTK_WIDGET (self->tiles), GTK_WIDGET (self->tiles), NULL);
  g_signal_connect_swapped (self->tiles, "picked", G_CALLBACK (picked_cb), self);
}

static void
hw_roster_row_class_init (HwRosterRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  HwQuestionRowClass *row_class = HW_QUESTION_ROW_CLASS (klass);

  object_class->constructed = hw_roster_row_constructed;
  object_class->dispose = hw_roster_row_dispose;
  GTK_WIDGET_CLASS (klass)->map = hw_roster_row_map;
  row_class->show_item = hw_roster_row_show_item;
  row_class->accept = hw_roster_row_accept;
  row_class->get_control = hw_roster_row_get_control;
}

static void
hw_roster_row_init (HwRosterRow *self)
{
}

/**
 * hw_roster_row_get_marked:
 * @self: a roster
 *
 * Returns: (nullable) (transfer none): the row at which the mark is
 */
HwItem *
hw_roster_row_get_marked (HwRosterRow *self)
{
  g_autoptr (HwItem) row = NULL;
  int mark;

  g_return_val_if_fail (HW_IS_ROSTER_ROW (self), NULL);

  mark = hw_tile_list_get_mark (self->tiles);
  if (mark >= 0 && (guint) mark < count_rows (self))
    row = g_list_model_get_item (self->rows, (guint) mark);
  return row; /* the roster keeps it */
}
