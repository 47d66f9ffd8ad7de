/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/form/finding-row.h"

#include <glib/gi18n.h>

#include "ui/common/list-focus.h"

struct _HwFindingRow
{
  AdwBin parent_instance;

  GtkLabel *heading_label;
  GtkWidget *finding_box;
  GtkImage *mark;
  GtkLabel *text_label;
  GtkLabel *place_label;
  GtkLabel *explanation_label;

  HwFindingItem *item; /* nullable */
};

G_DEFINE_FINAL_TYPE (HwFindingRow, hw_finding_row, ADW_TYPE_BIN)

static void
hw_finding_row_dispose (GObject *object)
{
  /* A bin does not learn that disposing of the template takes its child. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), HW_TYPE_FINDING_ROW);
  g_clear_object (&HW_FINDING_ROW (object)->item);
  G_OBJECT_CLASS (hw_finding_row_parent_class)->dispose (object);
}

static void
hw_finding_row_class_init (HwFindingRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hw_finding_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/homeward/Homeward/form/finding-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HwFindingRow, heading_label);
  gtk_widget_class_bind_template_child (widget_class, HwFindingRow, finding_box);
  gtk_widget_class_bind_template_child (widget_class, HwFindingRow, mark);
  gtk_widget_class_bind_template_child (widget_class, HwFindingRow, text_label);
  gtk_widget_class_bind_template_child (widget_class, HwFindingRow, place_label);
  gtk_widget_class_bind_template_child (widget_class, HwFindingRow, explanation_label);
}

static void
hw_finding_row_init (HwFindingRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hw_finding_row_new:
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
hw_finding_row_new (void)
{
  return g_object_new (HW_TYPE_FINDING_ROW, NULL);
}

static void
show_finding (HwFindingRow *self)
{
  gboolean is_fault = hw_finding_item_get_severity (self->item) == HW_PROBLEM_ERROR;

  gtk_image_set_from_icon_name (self->mark, is_fault ? "dialog-error-symbolic"
                                                     : "dialog-information-symbolic");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->mark), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  is_fault ? _("Fault") : _("Advice"), -1);
  if (is_fault)
    gtk_widget_add_css_class (GTK_WIDGET (self->mark), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->mark), "error");
  gtk_label_set_label (self->text_label, hw_finding_item_get_text (self->item));
  gtk_label_set_label (self->place_label, hw_finding_item_get_place (self->item));
  gtk_widget_set_visible (GTK_WIDGET (self->place_label),
                          *hw_finding_item_get_place (self->item) != '\0');
  gtk_label_set_label (self->explanation_label, hw_finding_item_get_explanation (self->item));
}

/**
 * hw_finding_row_set_item:
 * @self: a row
 * @item: (nullable): what it shows
 */
void
hw_finding_row_set_item (HwFindingRow *self,
                         HwFindingItem *item)
{
  gboolean is_heading;

  g_return_if_fail (HW_IS_FINDING_ROW (self));

  g_set_object (&self->item, item);
  if (item == NULL)
    return;
  is_heading = hw_finding_item_is_heading (item);
  if (is_heading)
    gtk_widget_add_css_class (GTK_WIDGET (self), HW_LIST_HEADING);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), HW_LIST_HEADING);
  gtk_widget_set_visible (GTK_WIDGET (self->heading_label), is_heading);
  gtk_widget_set_visible (self->finding_box, !is_heading);
  if (is_heading)
    gtk_label_set_label (self->heading_label, hw_finding_item_get_text (item));
  else
    show_finding (self);
}

/**
 * hw_finding_row_set_selected:
 * @self: a row
 * @is_selected: whether the person is at it
 */
void
hw_finding_row_set_selected (HwFindingRow *self,
                             gboolean is_selected)
{
  g_return_if_fail (HW_IS_FINDING_ROW (self));

  gtk_widget_set_visible (GTK_WIDGET (self->explanation_label),
                          is_selected && self->item != NULL
                              && !hw_finding_item_is_heading (self->item)
                              && *hw_finding_item_get_explanation (self->item) != '\0');
}
