/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/common/menu-button.h"

#include <glib/gi18n.h>

#include "ui/common/inner-button.h"

struct _HwMenuButton
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (HwMenuButton, hw_menu_button, ADW_TYPE_BIN)

static void
hw_menu_button_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HW_TYPE_MENU_BUTTON);
  G_OBJECT_CLASS (hw_menu_button_parent_class)->dispose (object);
}

static void
hw_menu_button_class_init (HwMenuButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hw_menu_button_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/homeward/Homeward/common/menu-button.ui");
}

static void
hw_menu_button_init (HwMenuButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  hw_inner_button_set_label (adw_bin_get_child (ADW_BIN (self)), _("Main menu"));
}

/**
 * hw_menu_button_new:
 *
 * Returns: (transfer floating): the button for the end of a header bar
 */
GtkWidget *
hw_menu_button_new (void)
{
  return g_object_new (HW_TYPE_MENU_BUTTON, NULL);
}
