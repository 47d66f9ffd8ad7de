/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/entry/saved-mark.h"

#include <glib/gi18n.h>

#define MOST_CHARS 44

struct _HwSavedMark
{
  AdwBin parent_instance;

  HwWriter *writer;
  GtkWidget *button;
  GtkWidget *icon;
  GtkWidget *label;
};

G_DEFINE_FINAL_TYPE (HwSavedMark, hw_saved_mark, ADW_TYPE_BIN)

static char *
dup_text (HwSavedMark *self,
          const char **icon)
{
  const GError *error = hw_writer_get_error (self->writer);
  GDateTime *saved_at = hw_writer_get_saved_at (self->writer);
  g_autoptr (GDateTime) local = NULL;

  *icon = "object-select-symbolic";
  if (error != NULL)
    {
      *icon = "dialog-warning-symbolic";
      /* Translators: what was entered could not be written to disk; %s is the reason, a whole sentence. */
      return g_strdup_printf (_("Not saved: %s"), error->message);
    }
  if (hw_writer_get_pending (self->writer) > 0)
    {
      *icon = "content-loading-symbolic";
      return g_strdup (_("Saving…"));
    }
  if (saved_at == NULL)
    return NULL;
  local = g_date_time_to_local (saved_at);
  /* Translators: everything entered so far is on disk; the time of day as strftime() writes it. */
  return g_date_time_format (local, _("Saved %T"));
}

static void
show_state (HwSavedMark *self)
{
  gboolean failed = hw_writer_get_error (self->writer) != NULL;
  const char *icon;
  g_autofree char *text = dup_text (self, &icon);

  gtk_label_set_label (GTK_LABEL (self->label), text != NULL ? text : "");
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), icon);
  gtk_widget_set_visible (self->button, text != NULL);
  gtk_widget_set_can_target (self->button, failed);
  gtk_widget_set_tooltip_text (self->button, failed ? text : NULL);
  if (failed)
    gtk_widget_add_css_class (self->button, "error");
  else
    gtk_widget_remove_css_class (self->button, "error");
}

static void
clicked_cb (HwSavedMark *self)
{
  if (self->writer != NULL)
    hw_writer_retry (self->writer);
}

static void
hw_saved_mark_dispose (GObject *object)
{
  HwSavedMark *self = HW_SAVED_MARK (object);

  if (self->writer != NULL)
    g_signal_handlers_disconnect_by_data (self->writer, self);
  g_clear_object (&self->writer);
  G_OBJECT_CLASS (hw_saved_mark_parent_class)->dispose (object);
}

static void
hw_saved_mark_class_init (HwSavedMarkClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hw_saved_mark_dispose;
}

static void
hw_saved_mark_init (HwSavedMark *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->icon = gtk_image_new ();
  gtk_box_append (GTK_BOX (box), self->icon);
  self->label = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (self->label), MOST_CHARS);
  gtk_widget_add_css_class (self->label, "figures");
  gtk_box_append (GTK_BOX (box), self->label);
  self->button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->button), box);
  gtk_widget_set_focusable (self->button, FALSE);
  gtk_widget_set_visible (self->button, FALSE);
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_add_css_class (self->button, "saved");
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (clicked_cb), self);
  adw_bin_set_child (ADW_BIN (self), self->button);
}

/**
 * hw_saved_mark_set_writer:
 * @self: a mark
 * @writer: who commits
 */
void
hw_saved_mark_set_writer (HwSavedMark *self,
                          HwWriter *writer)
{
  g_return_if_fail (HW_IS_SAVED_MARK (self));
  g_return_if_fail (HW_IS_WRITER (writer));

  g_set_object (&self->writer, writer);
  g_signal_connect_swapped (writer, "notify", G_CALLBACK (show_state), self);
  show_state (self);
}

/**
 * hw_saved_mark_get_text:
 * @self: a mark
 *
 * Returns: (transfer none): what it says
 */
const char *
hw_saved_mark_get_text (HwSavedMark *self)
{
  g_return_val_if_fail (HW_IS_SAVED_MARK (self), NULL);
  return gtk_label_get_label (GTK_LABEL (self->label));
}
