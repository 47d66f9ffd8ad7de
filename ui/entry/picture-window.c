/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/entry/picture-window.h"

#include <adwaita.h>

#define SMALLEST 360
#define SHARE 0.88 /* of the window over which it stands */

static gboolean
key_pressed_cb (GtkWindow *window,
                guint keyval,
                guint keycode,
                GdkModifierType state)
{
  if (keyval != GDK_KEY_Escape && keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter && keyval != GDK_KEY_space)
    return GDK_EVENT_PROPAGATE;
  gtk_window_close (window);
  return GDK_EVENT_STOP;
}

static void
released_cb (GtkWindow *window)
{
  gtk_window_close (window);
}

/**
 * hw_picture_window_show:
 * @parent: a widget
 * @picture: what to show
 * @title: what it is
 */
void
hw_picture_window_show (GtkWidget *parent,
                        GdkPaintable *picture,
                        const char *title)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (parent));
  GtkWidget *window = adw_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *view = gtk_picture_new_for_paintable (picture);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  double most_width = gtk_widget_get_width (root) * SHARE;
  double most_height = gtk_widget_get_height (root) * SHARE;
  double width = MAX (1, gdk_paintable_get_intrinsic_width (picture));
  double height = MAX (1, gdk_paintable_get_intrinsic_height (picture));
  double scale = MIN (MAX (1, SMALLEST / width), MIN (most_width / width, most_height / height));

  gtk_window_set_title (GTK_WINDOW (window), title);
  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (root));
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (window), (int) (width * scale), (int) (height * scale) + 46);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_widget_set_vexpand (view, TRUE);
  gtk_picture_set_alternative_text (GTK_PICTURE (view), title);
  gtk_box_append (GTK_BOX (box), view);
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), window);
  gtk_widget_add_controller (window, keys);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), window);
  gtk_widget_add_controller (view, GTK_EVENT_CONTROLLER (click));
  gtk_window_present (GTK_WINDOW (window));
}
