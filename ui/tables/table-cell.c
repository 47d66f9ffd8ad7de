/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tables/table-cell.h"

#include <glib/gi18n.h>
#include <string.h>

struct _HwTableCell
{
  AdwBin parent_instance;

  char *sentence;
};

G_DEFINE_FINAL_TYPE (HwTableCell, hw_table_cell, ADW_TYPE_BIN)

static GtkWidget *
create_estimate (const HwCell *cell,
                 guint decimals)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  GtkWidget *estimate = gtk_label_new (NULL);
  GtkWidget *mark = gtk_label_new (cell->flag);
  g_autofree char *text = hw_figures_dup_estimate (cell, decimals);

  gtk_label_set_label (GTK_LABEL (estimate), text);
  gtk_label_set_xalign (GTK_LABEL (estimate), 1);
  gtk_widget_set_hexpand (estimate, TRUE);
  gtk_widget_add_css_class (estimate, "figures");
  /* The mark has its own width, there or not, so that digits stay under each other. */
  gtk_label_set_width_chars (GTK_LABEL (mark), 2);
  gtk_label_set_xalign (GTK_LABEL (mark), 0);
  gtk_widget_add_css_class (mark, "mark");
  gtk_box_append (GTK_BOX (box), estimate);
  gtk_box_append (GTK_BOX (box), mark);
  return box;
}

static GtkWidget *
create_beside (const HwCell *cell,
               guint decimals,
               HwBeside beside)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *gap = gtk_label_new (NULL);
  g_autofree char *text = hw_figures_dup_beside (cell, beside, decimals);

  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "figures");
  gtk_widget_add_css_class (box, "beside");
  gtk_label_set_width_chars (GTK_LABEL (gap), 2);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gap);
  return box;
}

static const char *
get_class (const HwCell *cell)
{
  if (hw_figures_is_withheld (cell))
    return "withheld";
  return strcmp (cell->flag, "E") == 0 ? "caution" : "fine";
}

static void
pressed_cb (GtkWidget *self)
{
  gtk_widget_grab_focus (self);
}

static void
hw_table_cell_finalize (GObject *object)
{
  g_free (HW_TABLE_CELL (object)->sentence);
  G_OBJECT_CLASS (hw_table_cell_parent_class)->finalize (object);
}

static void
hw_table_cell_class_init (HwTableCellClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hw_table_cell_finalize;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "tablecell");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

static void
hw_table_cell_init (HwTableCell *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/**
 * hw_table_cell_new:
 * @cell: what it shows
 * @decimals: digits after the point
 * @beside: what stands under the estimate
 * @place: the levels of its row and column, in words
 *
 * Returns: (transfer floating): the cell
 */
GtkWidget *
hw_table_cell_new (const HwCell *cell,
                   guint decimals,
                   HwBeside beside,
                   const char *place)
{
  HwTableCell *self;
  GtkWidget *box;
  g_autofree char *figures = NULL;

  g_return_val_if_fail (cell != NULL, NULL);
  g_return_val_if_fail (place != NULL, NULL);

  self = g_object_new (HW_TYPE_TABLE_CELL, NULL);
  figures = hw_figures_dup_sentence (cell, decimals);
  /* Translators: a cell of a table: its row and column, then its figures. */
  self->sentence = g_strdup_printf (_("%1$s: %2$s"), place, figures);
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), create_estimate (cell, decimals));
  if (beside != HW_BESIDE_NOTHING)
    gtk_box_append (GTK_BOX (box), create_beside (cell, decimals, beside));
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), get_class (cell));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->sentence, -1);
  return GTK_WIDGET (self);
}

/**
 * hw_table_cell_get_sentence:
 * @self: the cell
 *
 * Returns: (transfer none): where it stands and all that is known of it
 */
const char *
hw_table_cell_get_sentence (HwTableCell *self)
{
  g_return_val_if_fail (HW_IS_TABLE_CELL (self), NULL);

  return self->sentence;
}
