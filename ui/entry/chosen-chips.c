/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/entry/chosen-chips.h"

#include <glib/gi18n.h>

#define SPACING 6

struct _HwChosenChips
{
  GtkWidget parent_instance;

  GPtrArray *codes; /* of char *, one a child */
};

G_DEFINE_FINAL_TYPE (HwChosenChips, hw_chosen_chips, GTK_TYPE_WIDGET)

static guint removed_signal;

static void
clicked_cb (GtkWidget *button,
            HwChosenChips *self)
{
  g_autofree char *code = NULL;
  guint i = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != button; child = gtk_widget_get_next_sibling (child))
    i++;
  code = g_strdup (g_ptr_array_index (self->codes, i));
  g_signal_emit (self, removed_signal, 0, code);
}

/* Line by line; without @place only the height is found. A flow box does not know how high it is before it is placed. */
static int
lay_out (GtkWidget *widget,
         int width,
         gboolean place)
{
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int x = 0, y = 0, tallest = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int natural, w, h;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
      w = MIN (natural, width);
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, w, NULL, &h, NULL, NULL);
      if (x > 0 && x + w > width)
        {
          y += tallest + SPACING;
          x = tallest = 0;
        }
      if (place)
        gtk_widget_size_allocate (child, &(GtkAllocation) { rtl ? width - x - w : x, y, w, h }, -1);
      x += w + SPACING;
      tallest = MAX (tallest, h);
    }
  return y + tallest;
}

static void
hw_chosen_chips_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = lay_out (widget, for_size > 0 ? for_size : G_MAXINT / 2, FALSE);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int least, wish;

      gtk_widget_measure (child, orientation, -1, &least, &wish, NULL, NULL);
      *minimum = MAX (*minimum, least);
      *natural += wish + SPACING;
    }
}

static void
hw_chosen_chips_size_allocate (GtkWidget *widget,
                               int width,
                               int height,
                               int baseline)
{
  lay_out (widget, width, TRUE);
}

static GtkSizeRequestMode
hw_chosen_chips_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
hw_chosen_chips_dispose (GObject *object)
{
  hw_chosen_chips_clear (HW_CHOSEN_CHIPS (object));
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
  GTK_WIDGET_CLASS (klass)->measure = hw_chosen_chips_measure;
  GTK_WIDGET_CLASS (klass)->size_allocate = hw_chosen_chips_size_allocate;
  GTK_WIDGET_CLASS (klass)->get_request_mode = hw_chosen_chips_get_request_mode;
}

static void
hw_chosen_chips_init (HwChosenChips *self)
{
  self->codes = g_ptr_array_new_with_free_func (g_free);
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

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
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
  gtk_widget_insert_before (button, GTK_WIDGET (self), NULL);
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
