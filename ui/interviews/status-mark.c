/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/interviews/status-mark.h"

struct _HwStatusMark
{
  AdwBin parent_instance;

  GtkImage *image;
  GtkLabel *label;
};

G_DEFINE_FINAL_TYPE (HwStatusMark, hw_status_mark, ADW_TYPE_BIN)

static const char *
get_icon (HwStatus status)
{
  switch (status)
    {
    case HW_STATUS_UNDER_WAY:
      return "document-edit-symbolic";
    case HW_STATUS_COMPLETED:
      return "object-select-symbolic";
    case HW_STATUS_RETURNED:
      return "mail-reply-sender-symbolic";
    case HW_STATUS_APPROVED:
      return "emblem-default-symbolic";
    case HW_STATUS_VOID:
      return "action-unavailable-symbolic";
    default:
      g_return_val_if_reached ("dialog-question-symbolic");
    }
}

static void
hw_status_mark_class_init (HwStatusMarkClass *klass)
{
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "statusmark");
}

static void
hw_status_mark_init (HwStatusMark *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->image = GTK_IMAGE (
      g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->label, 0);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->image));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->label));
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * hw_status_mark_new:
 *
 * Returns: (transfer floating): a mark that shows no status yet
 */
GtkWidget *
hw_status_mark_new (void)
{
  return g_object_new (HW_TYPE_STATUS_MARK, NULL);
}

/**
 * hw_status_mark_set_status:
 * @self: the mark
 * @status: what it shows from now on
 */
void
hw_status_mark_set_status (HwStatusMark *self,
                           HwStatus status)
{
  const char *classes[] = { hw_status_get_name (status), NULL };

  g_return_if_fail (HW_IS_STATUS_MARK (self));

  gtk_image_set_from_icon_name (self->image, get_icon (status));
  gtk_label_set_label (self->label, hw_status_get_label (status));
  gtk_widget_set_css_classes (GTK_WIDGET (self), classes);
}
