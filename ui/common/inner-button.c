/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/common/inner-button.h"

#include <glib/gi18n.h>

/**
 * hw_inner_button_set_label:
 * @widget: a menu button or a drop-down
 * @label: what it is called
 */
void
hw_inner_button_set_label (GtkWidget *widget,
                           const char *label)
{
  GtkWidget *inner;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (label != NULL);

  inner = gtk_widget_get_first_child (widget);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  if (GTK_IS_BUTTON (inner))
    gtk_accessible_update_property (GTK_ACCESSIBLE (inner), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                    -1);
}

static void
selected_cb (GtkDropDown *drop_down,
             GParamSpec *pspec,
             const char *label)
{
  gpointer item = gtk_drop_down_get_selected_item (drop_down);
  g_autofree char *text = NULL;

  if (!GTK_IS_STRING_OBJECT (item))
    return;
  /* Translators: a drop-down for those who hear it: what it is for, what is chosen. */
  text = g_strdup_printf (_("%1$s: %2$s"), label, gtk_string_object_get_string (item));
  hw_inner_button_set_label (GTK_WIDGET (drop_down), text);
}

/**
 * hw_inner_button_follow:
 * @drop_down: a drop-down of strings
 * @label: what it is for
 *
 * Names the drop-down by what it is for and what is chosen in it, also when that changes.
 */
void
hw_inner_button_follow (GtkDropDown *drop_down,
                        const char *label)
{
  g_return_if_fail (GTK_IS_DROP_DOWN (drop_down));
  g_return_if_fail (label != NULL);

  g_signal_connect_data (drop_down, "notify::selected-item", G_CALLBACK (selected_cb),
                         g_strdup (label), (GClosureNotify) (void (*) (void)) g_free, 0);
  selected_cb (drop_down, NULL, label);
}
