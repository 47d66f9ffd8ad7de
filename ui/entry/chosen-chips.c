/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/entry/chosen-chips.h"

#include <glib/gi18n.h>

struct _HwChosenChips
{
  GtkWidget parent_instance;

  GtkWidget *flow;
  GPtrArray *codes; /* of char * */
};

G_DEFINE_FINAL_TYPE (HwChosenChips, hw_chosen_chips, GTK_TYPE_WIDGET)

static guint removed_signal;

static void
clicked_cb (GtkWidget *button,
            HwChosenChips *self)
{
  int i = gtk_flow_box_child_get_index (GTK_FLOW_BOX_CHILD (gtk_widget_get_parent (button)));

  if (i >= 0 && i < (int) self->codes->len)
    {
      g_autofree char *code = g_strdup (g_ptr_array_index (self->codes, (guint) i));

      g_signal_emit (self, removed_signal, 0, code);
    }
}

static void
hw_chosen_chips_dispose (GObject *object)
{
  g_clear_pointer (&HW_CHOSEN_CHIPS (object)->flow, gtk_widget_unparent);
  G_OBJECT_CLASS (hw_chosen_chips_parent_class)->dispose (object);
}

static void
hw_chosen_chips_finalize (GObject *object)
{
  g_ptr_array_unref (HW_CHOSEN_CHIPS (object)->codes);
  G_OBJECT_CLASS (hw_chosen_chips_parent_class)->finalize (object);
}

static void
hw_chosen_chips_class_init (HwChosenChipsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hw_chosen_chips_dispose;
  G_OBJECT_CLASS (klass)->finalize = hw_chosen_chips_finalize;
  removed_signal = g_signal_new ("removed", HW_TYPE_CHOSEN_CHIPS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                 G_TYPE_STRING);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "chips");
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
hw_chosen_chips_init (HwChosenChips *self)
{
  self->codes = g_ptr_array_new_with_free_func (g_free);
  self->flow = gtk_flow_box_new ();
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (self->flow), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (self->flow), 12);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (self->flow), 4);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (self->flow), 4);
  gtk_widget_set_halign (self->flow, GTK_ALIGN_START);
  gtk_widget_set_parent (self->flow, GTK_WIDGET (self));
}

/**
 * hw_chosen_chips_new:
 *
 * Returns: chips of nothing, which take no room
 */
GtkWidget *
hw_chosen_chips_new (void)
{
  return g_object_new (HW_TYPE_CHOSEN_CHIPS, "visible", FALSE, NULL);
}

/**
 * hw_chosen_chips_clear:
 * @self: chips
 */
void
hw_chosen_chips_clear (HwChosenChips *self)
{
  GtkWidget *child;

  g_return_if_fail (HW_IS_CHOSEN_CHIPS (self));

  while ((child = gtk_widget_get_first_child (self->flow)) != NULL)
    gtk_flow_box_remove (GTK_FLOW_BOX (self->flow), child);
  g_ptr_array_set_size (self->codes, 0);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * hw_chosen_chips_add:
 * @self: chips
 * @code: a code
 * @label: what it stands for
 */
void
hw_chosen_chips_add (HwChosenChips *self,
                     const char *code,
                     const char *label)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *text = gtk_label_new (label);
  g_autofree char *name = NULL;

  g_return_if_fail (HW_IS_CHOSEN_CHIPS (self));

  gtk_label_set_ellipsize (GTK_LABEL (text), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (text), 40);
  gtk_box_append (GTK_BOX (box), text);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("window-close-symbolic"));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "chosen-chip");
  /* The keyboard stays in the field, where BackSpace takes the last one back. */
  gtk_widget_set_focusable (button, FALSE);
  /* Translators: takes one of several answers back; %s is its label. */
  name = g_strdup_printf (_("Take “%s” back"), label);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect (button, "clicked", G_CALLBACK (clicked_cb), self);
  g_ptr_array_add (self->codes, g_strdup (code));
  gtk_flow_box_insert (GTK_FLOW_BOX (self->flow), button, -1);
  gtk_widget_set_focusable (gtk_widget_get_parent (button), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

/**
 * hw_chosen_chips_get_last:
 * @self: chips
 *
 * Returns: (nullable) (transfer none): the code of the last
 */
const char *
hw_chosen_chips_get_last (HwChosenChips *self)
{
  g_return_val_if_fail (HW_IS_CHOSEN_CHIPS (self), NULL);
  return self->codes->len > 0 ? g_ptr_array_index (self->codes, self->codes->len - 1) : NULL;
}
