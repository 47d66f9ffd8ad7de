/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/entry/reason-popover.h"

struct _HwReasonPopover
{
  GtkPopover parent_instance;

  GtkWidget *title;
  GtkWidget *text;
  GtkWidget *button;
};

G_DEFINE_FINAL_TYPE (HwReasonPopover, hw_reason_popover, GTK_TYPE_POPOVER)

static guint done_signal;

static char *
dup_stripped (HwReasonPopover *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->text))));
}

static void
changed_cb (HwReasonPopover *self)
{
  g_autofree char *text = dup_stripped (self);

  gtk_widget_set_sensitive (self->button, *text != '\0');
}

static void
done_cb (HwReasonPopover *self)
{
  g_autofree char *text = dup_stripped (self);

  if (*text == '\0')
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  g_object_ref (self);
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, done_signal, 0, text);
  g_object_unref (self);
}

static void
hw_reason_popover_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HW_TYPE_REASON_POPOVER);
  G_OBJECT_CLASS (hw_reason_popover_parent_class)->dispose (object);
}

static void
hw_reason_popover_class_init (HwReasonPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hw_reason_popover_dispose;

  done_signal = g_signal_new ("done", HW_TYPE_REASON_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                              G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/homeward/Homeward/entry/reason-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, HwReasonPopover, title);
  gtk_widget_class_bind_template_child (widget_class, HwReasonPopover, text);
  gtk_widget_class_bind_template_child (widget_class, HwReasonPopover, button);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, done_cb);
}

static void
hw_reason_popover_init (HwReasonPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hw_reason_popover_new:
 * @title: the question
 * @button: a verb
 *
 * Returns: a popover without a parent
 */
GtkWidget *
hw_reason_popover_new (const char *title,
                       const char *button)
{
  HwReasonPopover *self = g_object_new (HW_TYPE_REASON_POPOVER, NULL);

  gtk_label_set_label (GTK_LABEL (self->title), title);
  gtk_button_set_label (GTK_BUTTON (self->button), button);
  return GTK_WIDGET (self);
}
