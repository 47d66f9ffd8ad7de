/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/reference/reference-row.h"

#include <glib/gi18n.h>

#include "ui/common/list-focus.h"

struct _HwReferenceRow
{
  AdwBin parent_instance;

  GtkLabel *heading_label;
  GtkWidget *word_box;
  GtkLabel *name_label;
  GtkLabel *standing_label;
  GtkLabel *description_label;
  GtkLabel *note_label;
};

G_DEFINE_FINAL_TYPE (HwReferenceRow, hw_reference_row, ADW_TYPE_BIN)

static void
hw_reference_row_dispose (GObject *object)
{
  /* A bin does not learn that disposing of the template takes its child. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), HW_TYPE_REFERENCE_ROW);
  G_OBJECT_CLASS (hw_reference_row_parent_class)->dispose (object);
}

static void
hw_reference_row_class_init (HwReferenceRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hw_reference_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/homeward/Homeward/reference/reference-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HwReferenceRow, heading_label);
  gtk_widget_class_bind_template_child (widget_class, HwReferenceRow, word_box);
  gtk_widget_class_bind_template_child (widget_class, HwReferenceRow, name_label);
  gtk_widget_class_bind_template_child (widget_class, HwReferenceRow, standing_label);
  gtk_widget_class_bind_template_child (widget_class, HwReferenceRow, description_label);
  gtk_widget_class_bind_template_child (widget_class, HwReferenceRow, note_label);
}

static void
hw_reference_row_init (HwReferenceRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hw_reference_row_new:
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
hw_reference_row_new (void)
{
  return g_object_new (HW_TYPE_REFERENCE_ROW, NULL);
}

static const char *
get_standing_text (HwReferenceStanding standing)
{
  switch (standing)
    {
    case HW_REFERENCE_OURS:
      return _("Homeward’s own; other programs leave it alone");
    case HW_REFERENCE_NO_EFFECT:
      return _("Read, and of no effect here");
    case HW_REFERENCE_REPLACED:
      return _("Cannot be done here");
    case HW_REFERENCE_USED:
    default:
      return "";
    }
}

static void
set_text (GtkLabel *label,
          const char *text)
{
  gtk_label_set_label (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}

/**
 * hw_reference_row_set_item:
 * @self: a row
 * @item: what it shows
 */
void
hw_reference_row_set_item (HwReferenceRow *self,
                           HwReferenceItem *item)
{
  gboolean is_heading;
  HwReferenceStanding standing;

  g_return_if_fail (HW_IS_REFERENCE_ROW (self));
  g_return_if_fail (HW_IS_REFERENCE_ITEM (item));

  is_heading = hw_reference_item_is_heading (item);
  if (is_heading)
    gtk_widget_add_css_class (GTK_WIDGET (self), HW_LIST_HEADING);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), HW_LIST_HEADING);
  gtk_widget_set_visible (GTK_WIDGET (self->heading_label), is_heading);
  gtk_widget_set_visible (self->word_box, !is_heading);
  if (is_heading)
    {
      gtk_label_set_label (self->heading_label, hw_reference_item_get_name (item));
      return;
    }
  standing = hw_reference_item_get_standing (item);
  gtk_label_set_label (self->name_label, hw_reference_item_get_name (item));
  set_text (self->standing_label, get_standing_text (standing));
  if (standing == HW_REFERENCE_OURS)
    gtk_widget_add_css_class (GTK_WIDGET (self->standing_label), "ours");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->standing_label), "ours");
  set_text (self->description_label, hw_reference_item_get_description (item));
  set_text (self->note_label, hw_reference_item_get_note (item));
}
