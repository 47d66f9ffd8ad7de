/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/entry/rank-line.h"

#include <glib/gi18n.h>

struct _HwRankLine
{
  GtkWidget parent_instance;

  GtkWidget *place;
  GtkWidget *code;
  GtkWidget *label;
};

G_DEFINE_FINAL_TYPE (HwRankLine, hw_rank_line, GTK_TYPE_WIDGET)

enum
{
  PRESSED,
  DROPPED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
released_cb (HwRankLine *self,
             int n_press,
             double x,
             double y)
{
  if (gtk_widget_contains (GTK_WIDGET (self), x, y))
    g_signal_emit (self, signals[PRESSED], 0);
}

static GdkContentProvider *
prepare_cb (HwRankLine *self)
{
  return gdk_content_provider_new_typed (HW_TYPE_RANK_LINE, self);
}

static void
drag_begin_cb (HwRankLine *self,
               GdkDrag *drag,
               GtkDragSource *source)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, picture, 12, gtk_widget_get_height (GTK_WIDGET (self)) / 2);
}

static gboolean
drop_cb (HwRankLine *self,
         const GValue *value)
{
  HwRankLine *line = g_value_get_object (value);

  /* Another list may be near; only lines of this one come here. */
  if (line == NULL || gtk_widget_get_parent (GTK_WIDGET (line)) != gtk_widget_get_parent (GTK_WIDGET (self)))
    return FALSE;
  g_signal_emit (line, signals[DROPPED], 0, self);
  return TRUE;
}

static void
hw_rank_line_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (hw_rank_line_parent_class)->dispose (object);
}

static void
hw_rank_line_class_init (HwRankLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hw_rank_line_dispose;
  signals[PRESSED] = g_signal_new ("pressed", HW_TYPE_RANK_LINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[DROPPED] = g_signal_new ("dropped", HW_TYPE_RANK_LINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                   HW_TYPE_RANK_LINE);
  gtk_widget_class_set_css_name (widget_class, "tile");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static GtkWidget *
add_child (HwRankLine *self,
           GtkWidget *child,
           const char *css_class)
{
  gtk_widget_add_css_class (child, css_class);
  gtk_widget_set_valign (child, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (child, GTK_WIDGET (self));
  return child;
}

static void
hw_rank_line_init (HwRankLine *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (HW_TYPE_RANK_LINE, GDK_ACTION_MOVE);

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 10);
  gtk_widget_add_css_class (GTK_WIDGET (self), "rank");
  self->place = add_child (self, gtk_label_new (NULL), "place");
  self->code = add_child (self, gtk_label_new (NULL), "code");
  self->label = add_child (self, gtk_label_new (NULL), "choice");
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (self->label, TRUE);
  add_child (self, gtk_image_new_from_icon_name ("list-drag-handle-symbolic"), "handle");

  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_swapped (source, "prepare", G_CALLBACK (prepare_cb), self);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (drag_begin_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/**
 * hw_rank_line_new:
 * @code: a code
 * @label: what it stands for
 *
 * Returns: a line without a place
 */
GtkWidget *
hw_rank_line_new (const char *code,
                  const char *label)
{
  HwRankLine *self = g_object_new (HW_TYPE_RANK_LINE, NULL);

  gtk_label_set_label (GTK_LABEL (self->code), code);
  gtk_label_set_label (GTK_LABEL (self->label), label);
  hw_rank_line_set_place (self, 0);
  return GTK_WIDGET (self);
}

/**
 * hw_rank_line_get_code:
 * @self: a line
 *
 * Returns: (transfer none): its code
 */
const char *
hw_rank_line_get_code (HwRankLine *self)
{
  g_return_val_if_fail (HW_IS_RANK_LINE (self), NULL);
  return gtk_label_get_label (GTK_LABEL (self->code));
}

/**
 * hw_rank_line_set_place:
 * @self: a line
 * @place: its place in the order, from 1; 0 when it has none
 */
void
hw_rank_line_set_place (HwRankLine *self,
                        guint place)
{
  const char *label = gtk_label_get_label (GTK_LABEL (self->label));
  g_autofree char *number = place > 0 ? g_strdup_printf ("%u", place) : NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (HW_IS_RANK_LINE (self));

  gtk_label_set_label (GTK_LABEL (self->place), number != NULL ? number : "");
  if (place > 0)
    gtk_widget_add_css_class (GTK_WIDGET (self), "placed");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "placed");
  /* Translators: read to those who cannot see: what stands in an order, and at which place. */
  text = place > 0 ? g_strdup_printf (_("%s, place %u"), label, place)
                   /* Translators: as before; it has not been put in order yet. */
                   : g_strdup_printf (_("%s, no place yet"), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}
