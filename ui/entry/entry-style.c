/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/entry/entry-style.h"

#include <gtk/gtk.h>

/**
 * hw_entry_style_load:
 *
 * Adds the looks of the entry and review pages to the program's, once.
 */
void
hw_entry_style_load (void)
{
  static gboolean is_loaded;
  GtkCssProvider *provider;

  if (is_loaded)
    return;
  is_loaded = TRUE;
  provider = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (provider, "/org/homeward/Homeward/entry/entry.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  g_object_unref (provider);
}
