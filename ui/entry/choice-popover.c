/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/entry/choice-popover.h"

#include <glib/gi18n.h>

struct _HwChoicePopover
{
  GtkWidget parent_instance;

  GtkWidget *field; /* borrowed: the parent */
  GtkWidget *popover;
  GtkWidget *list;
  GtkWidget *more;
  GPtrArray *found;
  gboolean is_waiting; /* it opens as soon as the field is in sight */
};

G_DEFINE_FINAL_TYPE (HwChoicePopover, hw_choice_popover, GTK_TYPE_WIDGET)

static guint picked_signal;

static GtkWidget *
make_line (HwChoice *choice,
           const char *language,
           HwValue *chosen)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *code = gtk_label_new (hw_choice_get_name (choice));
  GtkWidget *label = gtk_label_new (hw_choice_get_label (choice, language));

  gtk_widget_add_css_class (code, "code");
  gtk_label_set_ellipsize (GTK_LABEL (code), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (code), 14);
  gtk_box_append (GTK_BOX (box), code);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  if (chosen != NULL && hw_value_contains (chosen, hw_choice_get_name (choice)))
    gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("object-select-symbolic"));
  return box;
}

static void
row_activated_cb (HwChoicePopover *self,
                  GtkListBoxRow *line)
{
  guint i = (guint) gtk_list_box_row_get_index (line);

  if (i < self->found->len)
    g_signal_emit (self, picked_signal, 0, g_ptr_array_index (self->found, i));
}

static GtkWidget *
make_content (HwChoicePopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_BROWSE);
  gtk_widget_set_focusable (self->list, FALSE);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 260);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->list);
  gtk_box_append (GTK_BOX (box), scrolled);
  self->more = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->more), 0);
  gtk_widget_add_css_class (self->more, "more");
  gtk_box_append (GTK_BOX (box), self->more);
  return box;
}

static void
make_popover (HwChoicePopover *self)
{
  self->popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->popover), make_content (self));
  gtk_popover_set_autohide (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_BOTTOM);
  gtk_widget_set_can_focus (self->popover, FALSE);
  gtk_widget_add_css_class (self->popover, "choices");
  gtk_widget_set_parent (self->popover, self->field);
  /* The field may go first, and takes its children with it. */
  g_object_add_weak_pointer (G_OBJECT (self->popover), (gpointer *) &self->popover);
}

/* A list that hangs on a field outside of the window has no monitor to be placed on. */
static gboolean
is_in_sight (HwChoicePopover *self)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (self->field));
  graphene_rect_t bounds;
  graphene_rect_t whole;

  if (root == NULL || !gtk_widget_get_mapped (self->field) || !gtk_widget_compute_bounds (self->field, root, &bounds))
    return FALSE;
  graphene_rect_init (&whole, 0, 0, (float) gtk_widget_get_width (root), (float) gtk_widget_get_height (root));
  return bounds.size.height > 0 && graphene_rect_intersection (&whole, &bounds, NULL);
}

static gboolean
popup_cb (GtkWidget *widget,
          GdkFrameClock *clock,
          gpointer data)
{
  HwChoicePopover *self = HW_CHOICE_POPOVER (widget);

  if (self->found->len > 0 && self->is_waiting && !is_in_sight (self))
    return G_SOURCE_CONTINUE;
  if (self->found->len > 0 && self->is_waiting)
    gtk_popover_popup (GTK_POPOVER (self->popover));
  self->is_waiting = FALSE;
  return G_SOURCE_REMOVE;
}

/* At once where it can be; a field that is still being scrolled to gets its list when it has come. */
static void
open_list (HwChoicePopover *self)
{
  if (is_in_sight (self))
    {
      gtk_popover_popup (GTK_POPOVER (self->popover));
      return;
    }
  if (!self->is_waiting)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), popup_cb, NULL, NULL);
  self->is_waiting = TRUE;
}

static void
show_more (HwChoicePopover *self,
           guint n_more)
{
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->more, n_more > 0);
  if (n_more == 0)
    return;
  /* Translators: below a list of which only the beginning is shown; %u is the number of choices left out. */
  text = g_strdup_printf (ngettext ("%u more: type another letter", "%u more: type another letter", n_more), n_more);
  gtk_label_set_label (GTK_LABEL (self->more), text);
}

static void
hw_choice_popover_dispose (GObject *object)
{
  HwChoicePopover *self = HW_CHOICE_POPOVER (object);

  if (self->popover != NULL)
    {
      GtkWidget *popover = self->popover;

      g_clear_weak_pointer (&self->popover);
      gtk_widget_unparent (popover);
    }
  G_OBJECT_CLASS (hw_choice_popover_parent_class)->dispose (object);
}

static void
hw_choice_popover_finalize (GObject *object)
{
  g_ptr_array_unref (HW_CHOICE_POPOVER (object)->found);
  G_OBJECT_CLASS (hw_choice_popover_parent_class)->finalize (object);
}

static void
hw_choice_popover_class_init (HwChoicePopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hw_choice_popover_dispose;
  G_OBJECT_CLASS (klass)->finalize = hw_choice_popover_finalize;
  picked_signal = g_signal_new ("picked", HW_TYPE_CHOICE_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                G_TYPE_POINTER);
}

static void
hw_choice_popover_init (HwChoicePopover *self)
{
  self->found = g_ptr_array_new ();
}

/**
 * hw_choice_popover_new:
 * @field: where it opens
 *
 * Returns: (transfer floating): a list that is closed, to be put somewhere beside @field: it takes no room itself
 */
GtkWidget *
hw_choice_popover_new (GtkWidget *field)
{
  HwChoicePopover *self = g_object_new (HW_TYPE_CHOICE_POPOVER, NULL);

  self->field = field;
  return GTK_WIDGET (self);
}

/**
 * hw_choice_popover_show:
 * @self: a list
 * @found: (element-type HwChoice): what it shows; nothing closes it
 * @n_more: how many fit beside these
 * @language: of the labels
 * @chosen: (nullable): an answer, whose choices have a mark
 */
void
hw_choice_popover_show (HwChoicePopover *self,
                        GPtrArray *found,
                        guint n_more,
                        const char *language,
                        HwValue *chosen)
{
  GtkWidget *line;

  g_return_if_fail (HW_IS_CHOICE_POPOVER (self));

  if (self->popover == NULL)
    make_popover (self);
  while ((line = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), line);
  g_ptr_array_set_size (self->found, 0);
  for (guint i = 0; i < found->len; i++)
    {
      g_ptr_array_add (self->found, g_ptr_array_index (found, i));
      gtk_list_box_append (GTK_LIST_BOX (self->list), make_line (g_ptr_array_index (found, i), language, chosen));
      gtk_widget_set_focusable (GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (int) i)), FALSE);
    }
  show_more (self, n_more);
  if (found->len == 0)
    {
      hw_choice_popover_close (self);
      return;
    }
  gtk_list_box_select_row (GTK_LIST_BOX (self->list), gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0));
  gtk_widget_set_size_request (self->popover, gtk_widget_get_width (self->field), -1);
  open_list (self);
}

/**
 * hw_choice_popover_close:
 * @self: a list
 */
void
hw_choice_popover_close (HwChoicePopover *self)
{
  g_return_if_fail (HW_IS_CHOICE_POPOVER (self));

  self->is_waiting = FALSE;
  if (self->popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
}

/**
 * hw_choice_popover_is_open:
 * @self: a list
 *
 * Returns: whether it is seen
 */
gboolean
hw_choice_popover_is_open (HwChoicePopover *self)
{
  g_return_val_if_fail (HW_IS_CHOICE_POPOVER (self), FALSE);
  return self->popover != NULL && gtk_widget_get_visible (self->popover);
}

/**
 * hw_choice_popover_move:
 * @self: a list that is open
 * @step: how many lines down; negative goes up
 */
void
hw_choice_popover_move (HwChoicePopover *self,
                        int step)
{
  GtkListBoxRow *row;
  GtkAdjustment *adjustment;
  graphene_rect_t bounds;

  g_return_if_fail (HW_IS_CHOICE_POPOVER (self) && self->list != NULL);

  row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));
  row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (row != NULL ? gtk_list_box_row_get_index (row) : -1) + step);
  if (row == NULL)
    return;
  gtk_list_box_select_row (GTK_LIST_BOX (self->list), row);
  adjustment = gtk_scrolled_window_get_vadjustment (
      GTK_SCROLLED_WINDOW (gtk_widget_get_ancestor (self->list, GTK_TYPE_SCROLLED_WINDOW)));
  if (gtk_widget_compute_bounds (GTK_WIDGET (row), self->list, &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y, bounds.origin.y + bounds.size.height);
}

/**
 * hw_choice_popover_get_selected:
 * @self: a list
 *
 * Returns: (nullable) (transfer none): the choice at which the selection stands, while the list is open
 */
HwChoice *
hw_choice_popover_get_selected (HwChoicePopover *self)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (HW_IS_CHOICE_POPOVER (self), NULL);

  if (!hw_choice_popover_is_open (self))
    return NULL;
  row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));
  return row != NULL ? g_ptr_array_index (self->found, (guint) gtk_list_box_row_get_index (row)) : NULL;
}
