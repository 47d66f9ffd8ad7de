/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/reference/reference-window.h"

#include <glib/gi18n.h>

#include "ui/common/inner-button.h"
#include "ui/common/list-focus.h"
#include "ui/common/toast.h"
#include "ui/reference/reference-row.h"

struct _HwReferenceWindow
{
  AdwWindow parent_instance;

  GtkEditable *entry;
  GtkDropDown *section_drop_down;
  GtkStack *reference_stack;
  GtkListView *list_view;

  GPtrArray *words; /* of HwReferenceItem: all of them */
  GListStore *list; /* of HwReferenceItem: those that are shown, with headings */
};

G_DEFINE_FINAL_TYPE (HwReferenceWindow, hw_reference_window, ADW_TYPE_WINDOW)

/* The choices of the drop-down before those of the sections */
enum
{
  ALL,
  OURS,
  N_FIXED,
};

static gboolean
is_shown (HwReferenceWindow *self,
          HwReferenceItem *word,
          const char *needle)
{
  guint chosen = gtk_drop_down_get_selected (self->section_drop_down);

  if (chosen == OURS && hw_reference_item_get_standing (word) != HW_REFERENCE_OURS)
    return FALSE;
  if (chosen >= N_FIXED && chosen != GTK_INVALID_LIST_POSITION)
    {
      GtkStringObject *section = gtk_drop_down_get_selected_item (self->section_drop_down);

      if (g_strcmp0 (gtk_string_object_get_string (section), hw_reference_item_get_section (word)) != 0)
        return FALSE;
    }
  return hw_reference_item_matches (word, needle);
}

/* Each section under its heading */
static GPtrArray *
list_shown (HwReferenceWindow *self)
{
  g_autofree char *needle = g_utf8_casefold (gtk_editable_get_text (self->entry), -1);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  GPtrArray *shown = g_ptr_array_new_with_free_func (g_object_unref);

  g_strstrip (needle);
  for (guint i = 0; i < self->words->len; i++)
    if (is_shown (self, g_ptr_array_index (self->words, i), needle))
      g_ptr_array_add (found, g_ptr_array_index (self->words, i));
  for (guint first = 0, i = 0; first < found->len; first = i)
    {
      const char *section = hw_reference_item_get_section (g_ptr_array_index (found, first));

      for (i = first + 1; i < found->len; i++)
        if (g_strcmp0 (hw_reference_item_get_section (g_ptr_array_index (found, i)), section) != 0)
          break;
      g_ptr_array_add (shown, hw_reference_item_new_heading (section, i - first));
      for (guint j = first; j < i; j++)
        g_ptr_array_add (shown, g_object_ref (g_ptr_array_index (found, j)));
    }
  return shown;
}

static void
show_words (HwReferenceWindow *self)
{
  g_autoptr (GPtrArray) shown = list_shown (self);

  g_list_store_splice (self->list, 0, g_list_model_get_n_items (G_LIST_MODEL (self->list)),
                       shown->pdata, shown->len);
  gtk_stack_set_visible_child_name (self->reference_stack, shown->len > 0 ? "list" : "no-match");
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, hw_reference_row_new ());
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem *list_item)
{
  HwReferenceItem *item = gtk_list_item_get_item (list_item);
  gboolean is_heading = hw_reference_item_is_heading (item);

  hw_reference_row_set_item (HW_REFERENCE_ROW (gtk_list_item_get_child (list_item)), item);
  gtk_list_item_set_selectable (list_item, !is_heading);
  gtk_list_item_set_activatable (list_item, !is_heading);
}

/* The word itself, to be pasted into the sheet */
static void
activate_cb (HwReferenceWindow *self,
             guint position)
{
  g_autoptr (HwReferenceItem) item
      = g_list_model_get_item (G_LIST_MODEL (self->list), position);

  g_autofree char *text = NULL;

  if (item == NULL || hw_reference_item_is_heading (item))
    return;
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)),
                          hw_reference_item_get_name (item));
  /* Translators: %s is a word of questionnaires, such as “select_one”. */
  text = g_strdup_printf (_("“%s” copied"), hw_reference_item_get_name (item));
  hw_toast_show (GTK_WIDGET (self->list_view), text);
}

static void
focus_list_cb (HwReferenceWindow *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->list)) > 0)
    hw_list_focus (self->list_view);
}

static void
focus_list_action_cb (GtkWidget *widget,
                      const char *action,
                      GVariant *parameter)
{
  focus_list_cb (HW_REFERENCE_WINDOW (widget));
}

static void
search_cb (GtkWidget *widget,
           const char *action,
           GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (HW_REFERENCE_WINDOW (widget)->entry));
}

/* Esc takes back what is searched first, and the window then. */
static void
stop_search_cb (HwReferenceWindow *self)
{
  if (*gtk_editable_get_text (self->entry) != '\0')
    gtk_editable_set_text (self->entry, "");
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
fill_sections (HwReferenceWindow *self)
{
  g_autoptr (GtkStringList) sections = gtk_string_list_new (NULL);
  const char *last = NULL;

  gtk_string_list_append (sections, _("Everything"));
  gtk_string_list_append (sections, _("Homeward’s own"));
  for (guint i = 0; i < self->words->len; i++)
    {
      const char *section = hw_reference_item_get_section (g_ptr_array_index (self->words, i));

      if (g_strcmp0 (section, last) != 0)
        gtk_string_list_append (sections, section);
      last = section;
    }
  gtk_drop_down_set_model (self->section_drop_down, G_LIST_MODEL (sections));
  hw_inner_button_follow (self->section_drop_down, _("What is shown"));
}

static void
make_list (HwReferenceWindow *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkSingleSelection) selection
      = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->list)));

  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_single_selection_set_can_unselect (selection, TRUE);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  gtk_list_view_set_factory (self->list_view, factory);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (selection));
}

static void
hw_reference_window_dispose (GObject *object)
{
  HwReferenceWindow *self = HW_REFERENCE_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), HW_TYPE_REFERENCE_WINDOW);
  g_clear_object (&self->list);
  g_clear_pointer (&self->words, g_ptr_array_unref);
  G_OBJECT_CLASS (hw_reference_window_parent_class)->dispose (object);
}

static void
hw_reference_window_class_init (HwReferenceWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hw_reference_window_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/homeward/Homeward/reference/reference-window.ui");
  gtk_widget_class_bind_template_child (widget_class, HwReferenceWindow, entry);
  gtk_widget_class_bind_template_child (widget_class, HwReferenceWindow, section_drop_down);
  gtk_widget_class_bind_template_child (widget_class, HwReferenceWindow, reference_stack);
  gtk_widget_class_bind_template_child (widget_class, HwReferenceWindow, list_view);
  gtk_widget_class_bind_template_callback (widget_class, show_words);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, focus_list_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);

  gtk_widget_class_install_action (widget_class, "reference.focus-list", NULL,
                                   focus_list_action_cb);
  gtk_widget_class_install_action (widget_class, "reference.search", NULL, search_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK,
                                       "reference.search", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
hw_reference_window_init (HwReferenceWindow *self)
{
  self->words = hw_reference_list_words ();
  self->list = g_list_store_new (HW_TYPE_REFERENCE_ITEM);
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_sections (self);
  make_list (self);
  show_words (self);
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->entry));
}

/**
 * hw_reference_window_new:
 *
 * Returns: (transfer floating): a window with every word
 */
GtkWidget *
hw_reference_window_new (void)
{
  return g_object_new (HW_TYPE_REFERENCE_WINDOW, NULL);
}

/**
 * hw_reference_window_get_list:
 * @self: the window
 *
 * Returns: (transfer none): what is shown, headings included
 */
GListModel *
hw_reference_window_get_list (HwReferenceWindow *self)
{
  g_return_val_if_fail (HW_IS_REFERENCE_WINDOW (self), NULL);
  return G_LIST_MODEL (self->list);
}
