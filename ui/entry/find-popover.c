/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/entry/find-popover.h"

#include "interview/page-list.h"
#include "ui/entry/type-ahead.h"

#define MOST_SHOWN 8

struct _HwFindPopover
{
  GtkPopover parent_instance;

  HwInterview *interview;
  GPtrArray *found; /* HwItem, owned */

  /* Template children */
  GtkWidget *text;
  GtkWidget *list;
  GtkWidget *none;
};

G_DEFINE_FINAL_TYPE (HwFindPopover, hw_find_popover, GTK_TYPE_POPOVER)

static guint found_signal;

typedef struct
{
  HwFindPopover *self;
  const char *folded;
  int pass;
} Search;

static gboolean
folded_equal (const char *text,
              const char *folded)
{
  g_autofree char *other = text != NULL ? g_utf8_casefold (text, -1) : NULL;

  return other != NULL && strcmp (other, folded) == 0;
}

static gboolean
folded_begins (const char *text,
               const char *folded)
{
  g_autofree char *other = text != NULL ? g_utf8_casefold (text, -1) : NULL;

  return other != NULL && g_str_has_prefix (other, folded);
}

/* Best first: its number or name, numbers and names that begin so, words of what is asked. */
static gboolean
look_cb (HwItem *item,
         gpointer data)
{
  Search *search = data;
  HwQuestion *question = hw_item_get_question (item);
  const char *number = hw_question_get_number (question);
  const char *name = hw_question_get_name (question);
  gboolean fits;

  if (!hw_item_is_visible (item))
    return TRUE;
  if (search->pass == 0)
    fits = folded_equal (number, search->folded) || folded_equal (name, search->folded);
  else if (search->pass == 1)
    fits = folded_begins (number, search->folded) || folded_begins (name, search->folded);
  else
    {
      g_autofree char *label = hw_item_dup_label (item);
      g_autofree char *folded = g_utf8_casefold (label, -1);

      fits = hw_type_ahead_matches (folded, search->folded);
    }
  if (fits && !g_ptr_array_find (search->self->found, item, NULL))
    g_ptr_array_add (search->self->found, g_object_ref (item));
  return search->self->found->len < MOST_SHOWN;
}

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_line (HwItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  HwQuestion *question = hw_item_get_question (item);
  const char *number = hw_question_get_number (question);
  HwItem *row = hw_item_get_row (item);
  g_autofree char *label = hw_item_dup_label (item);
  GtkWidget *title = make_label (label, "choice");

  gtk_box_append (GTK_BOX (box), make_label (number != NULL ? number : hw_question_get_name (question), "number"));
  gtk_widget_set_hexpand (title, TRUE);
  gtk_box_append (GTK_BOX (box), title);
  if (row != NULL)
    {
      g_autofree char *name = hw_item_dup_label (row);

      gtk_box_append (GTK_BOX (box), make_label (name, "detail"));
    }
  return box;
}

static void
changed_cb (HwFindPopover *self)
{
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->text))));
  g_autofree char *folded = g_utf8_casefold (typed, -1);
  Search search = { self, folded, 0 };
  GtkWidget *line;

  g_ptr_array_set_size (self->found, 0);
  for (; *folded != '\0' && search.pass < 3 && self->found->len < MOST_SHOWN; search.pass++)
    hw_interview_foreach_question (self->interview, TRUE, look_cb, &search);
  while ((line = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), line);
  for (guint i = 0; i < self->found->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list), make_line (g_ptr_array_index (self->found, i)));
  gtk_list_box_select_row (GTK_LIST_BOX (self->list), gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0));
  gtk_widget_set_visible (self->list, self->found->len > 0);
  gtk_widget_set_visible (self->none, self->found->len == 0 && *folded != '\0');
}

static void
go_to (HwFindPopover *self,
       guint i)
{
  g_autoptr (HwItem) item = NULL;

  if (i >= self->found->len)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  item = g_object_ref (g_ptr_array_index (self->found, i));
  g_object_ref (self);
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, found_signal, 0, item);
  g_object_unref (self);
}

static void
activate_cb (HwFindPopover *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));

  go_to (self, row != NULL ? (guint) gtk_list_box_row_get_index (row) : G_MAXUINT);
}

static void
row_activated_cb (HwFindPopover *self,
                  GtkListBoxRow *row)
{
  go_to (self, (guint) gtk_list_box_row_get_index (row));
}

static gboolean
key_pressed_cb (HwFindPopover *self,
                guint keyval)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));
  int step = keyval == GDK_KEY_Down ? 1 : -1;

  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_Up)
    return GDK_EVENT_PROPAGATE;
  if (row != NULL)
    row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), gtk_list_box_row_get_index (row) + step);
  if (row != NULL)
    gtk_list_box_select_row (GTK_LIST_BOX (self->list), row);
  return GDK_EVENT_STOP;
}

static void
hw_find_popover_dispose (GObject *object)
{
  HwFindPopover *self = HW_FIND_POPOVER (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), HW_TYPE_FIND_POPOVER);
  g_clear_object (&self->interview);
  G_OBJECT_CLASS (hw_find_popover_parent_class)->dispose (object);
}

static void
hw_find_popover_finalize (GObject *object)
{
  g_ptr_array_unref (HW_FIND_POPOVER (object)->found);
  G_OBJECT_CLASS (hw_find_popover_parent_class)->finalize (object);
}

static void
hw_find_popover_class_init (HwFindPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hw_find_popover_dispose;
  G_OBJECT_CLASS (klass)->finalize = hw_find_popover_finalize;

  found_signal = g_signal_new ("found", HW_TYPE_FIND_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                               HW_TYPE_ITEM);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/homeward/Homeward/entry/find-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, HwFindPopover, text);
  gtk_widget_class_bind_template_child (widget_class, HwFindPopover, list);
  gtk_widget_class_bind_template_child (widget_class, HwFindPopover, none);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
}

static void
hw_find_popover_init (HwFindPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->found = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * hw_find_popover_new:
 * @interview: where to look
 *
 * Returns: a popover without a parent
 */
GtkWidget *
hw_find_popover_new (HwInterview *interview)
{
  HwFindPopover *self = g_object_new (HW_TYPE_FIND_POPOVER, NULL);

  self->interview = g_object_ref (interview);
  return GTK_WIDGET (self);
}
