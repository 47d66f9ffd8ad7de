/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/form/reading-mark.h"

#include <glib/gi18n.h>

/* Most forms are read before anybody could see a spinner turn. */
#define PATIENCE_MS 300

struct _HwReadingMark
{
  AdwBin parent_instance;

  GtkWidget *box;
  GtkWidget *spinner;
  GtkWidget *label;

  HwForm *form; /* nullable */
  guint wait_id;
};

G_DEFINE_FINAL_TYPE (HwReadingMark, hw_reading_mark, ADW_TYPE_BIN)

static gboolean
show_cb (gpointer data)
{
  HwReadingMark *self = HW_READING_MARK (data);

  self->wait_id = 0;
  gtk_widget_set_visible (self->box, TRUE);
  gtk_spinner_start (GTK_SPINNER (self->spinner));
  return G_SOURCE_REMOVE;
}

static void
reading_changed_cb (HwReadingMark *self)
{
  g_clear_handle_id (&self->wait_id, g_source_remove);
  gtk_spinner_stop (GTK_SPINNER (self->spinner));
  gtk_widget_set_visible (self->box, FALSE);
  if (self->form != NULL && hw_form_is_reading (self->form))
    self->wait_id = g_timeout_add (PATIENCE_MS, show_cb, self);
}

static void
hw_reading_mark_dispose (GObject *object)
{
  HwReadingMark *self = HW_READING_MARK (object);

  g_clear_handle_id (&self->wait_id, g_source_remove);
  g_clear_object (&self->form);
  G_OBJECT_CLASS (hw_reading_mark_parent_class)->dispose (object);
}

static void
hw_reading_mark_class_init (HwReadingMarkClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hw_reading_mark_dispose;
}

static void
hw_reading_mark_init (HwReadingMark *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->spinner = gtk_spinner_new ();
  self->label = gtk_label_new (NULL);
  gtk_box_append (GTK_BOX (self->box), self->spinner);
  gtk_box_append (GTK_BOX (self->box), self->label);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_set_halign (self->box, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->box, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (self->box, FALSE);
  adw_bin_set_child (ADW_BIN (self), self->box);
}

/**
 * hw_reading_mark_set_form:
 * @self: the mark
 * @form: (nullable): of whose reading it tells
 */
void
hw_reading_mark_set_form (HwReadingMark *self,
                          HwForm *form)
{
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (HW_IS_READING_MARK (self));

  if (self->form != NULL)
    g_signal_handlers_disconnect_by_func (self->form, reading_changed_cb, self);
  g_set_object (&self->form, form);
  if (form != NULL)
    {
      name = hw_form_dup_name (form);
      /* Translators: %s is the name of a file or a folder. */
      text = g_strdup_printf (_("Reading “%s”…"), name);
      gtk_label_set_label (GTK_LABEL (self->label), text);
      g_signal_connect_object (form, "notify::reading", G_CALLBACK (reading_changed_cb), self,
                               G_CONNECT_SWAPPED);
    }
  reading_changed_cb (self);
}
