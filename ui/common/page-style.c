/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/common/page-style.h"

#include <gtk/gtk.h>

/**
 * hw_page_style_load:
 * @resource: path of a style sheet in the program
 *
 * Adds the looks of one page to the program's, once. A page that is never opened costs nothing.
 */
void
hw_page_style_load (const char *resource)
{
  static GHashTable *loaded;
  g_autoptr (GtkCssProvider) provider = NULL;

  g_return_if_fail (resource != NULL);

  if (loaded == NULL)
    loaded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!g_hash_table_add (loaded, g_strdup (resource)))
    return;
  provider = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (provider, resource);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}
