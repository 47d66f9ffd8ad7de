/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/application/preferences.h"

struct _HwPreferences
{
  AdwPreferencesWindow parent_instance;

  AdwComboRow *color_scheme;
  GtkAdjustment *text_size;
};

G_DEFINE_FINAL_TYPE (HwPreferences, hw_preferences, ADW_TYPE_PREFERENCES_WINDOW)

/* In the order of the choices in the template */
static const char *const schemes[] = { "system", "light", "dark" };

static gboolean
get_scheme (GValue *position,
            GVariant *variant,
            gpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    if (g_strcmp0 (g_variant_get_string (variant, NULL), schemes[i]) == 0)
      g_value_set_uint (position, i);
  return TRUE;
}

static GVariant *
set_scheme (const GValue *position,
            const GVariantType *type,
            gpointer data)
{
  guint i = g_value_get_uint (position);

  return g_variant_new_string (schemes[MIN (i, G_N_ELEMENTS (schemes) - 1)]);
}

static void
hw_preferences_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HW_TYPE_PREFERENCES);
  G_OBJECT_CLASS (hw_preferences_parent_class)->dispose (object);
}

static void
hw_preferences_class_init (HwPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hw_preferences_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/homeward/Homeward/application/preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, HwPreferences, color_scheme);
  gtk_widget_class_bind_template_child (widget_class, HwPreferences, text_size);
}

static void
hw_preferences_init (HwPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hw_preferences_new:
 * @settings: what is preferred
 *
 * Returns: (transfer floating): a window in which it is changed, at once
 */
GtkWidget *
hw_preferences_new (GSettings *settings)
{
  HwPreferences *self = g_object_new (HW_TYPE_PREFERENCES, NULL);

  g_settings_bind_with_mapping (settings, "color-scheme", self->color_scheme, "selected",
                                G_SETTINGS_BIND_DEFAULT, get_scheme, set_scheme, NULL, NULL);
  g_settings_bind (settings, "text-size", self->text_size, "value", G_SETTINGS_BIND_DEFAULT);
  return GTK_WIDGET (self);
}
