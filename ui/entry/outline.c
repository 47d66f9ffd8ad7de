/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/entry/outline.h"

#include <glib/gi18n.h>

#include "ui/entry/entry-path.h"
#include "ui/entry/outline-entry.h"

#define INDENT 16
/* After a key there is something more urgent to do for a while. */
#define QUIET_MS 120

struct _HwOutline
{
  GtkWidget parent_instance;

  HwInterview *interview;
  GPtrArray *pages;  /* HwItem, in order */
  HwItem *current;
  guint update_source;

  /* Template children */
  GtkWidget *list;
  GListStore *entries;
  GtkWidget *bar;
  GtkWidget *whole;
};

G_DEFINE_FINAL_TYPE (HwOutline, hw_outline, GTK_TYPE_WIDGET)

static guint page_activated_signal;
static guint pages_changed_signal;

/* What a line is made of; hangs on its widget. */
typedef struct
{
  GtkWidget *title;
  GtkWidget *count;
  GtkWidget *icon;
} Line;

static void
show_mark (HwOutlineEntry *entry,
           Line *line)
{
  guint n_problems = hw_outline_entry_get_problems (entry);
  guint n_open = hw_outline_entry_get_open (entry);
  g_autofree char *count = NULL;
  g_autofree char *tip = NULL;

  if (n_problems > 0)
    tip = g_strdup_printf (ngettext ("%u problem", "%u problems", n_problems), n_problems);
  else if (n_open > 0)
    tip = g_strdup_printf (ngettext ("%u question open", "%u questions open", n_open), n_open);
  else
    tip = g_strdup (_("Complete"));
  count = g_strdup_printf ("%u", n_problems > 0 ? n_problems : n_open);
  gtk_label_set_label (GTK_LABEL (line->count), count);
  gtk_widget_set_visible (line->count, n_problems > 0 || n_open > 0);
  gtk_image_set_from_icon_name (GTK_IMAGE (line->icon), n_problems > 0 ? "dialog-warning-symbolic" : "object-select-symbolic");
  gtk_widget_set_visible (line->icon, n_problems > 0 || n_open == 0);
  gtk_widget_set_tooltip_text (gtk_widget_get_parent (line->title), tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (line->title)), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, tip, -1);
}

static void
show_entry (HwOutlineEntry *entry,
            GParamSpec *pspec,
            GtkListItem *list_item)
{
  GtkWidget *box = gtk_list_item_get_child (list_item);
  Line *line = g_object_get_data (G_OBJECT (box), "line");
  const char *classes[5] = { "entry" };
  guint n = 1;

  if (hw_outline_entry_is_current (entry))
    classes[n++] = "current";
  if (hw_outline_entry_get_problems (entry) > 0)
    classes[n++] = "problem";
  else if (hw_outline_entry_get_open (entry) == 0)
    classes[n++] = "complete";
  if (hw_outline_entry_get_depth (entry) == 0)
    classes[n++] = "section";
  gtk_widget_set_css_classes (box, classes);
  gtk_widget_set_margin_start (box, (int) hw_outline_entry_get_depth (entry) * INDENT);
  gtk_label_set_label (GTK_LABEL (line->title), hw_outline_entry_get_title (entry));
  show_mark (entry, line);
}

static void
setup_cb (HwOutline *self,
          GtkListItem *list_item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  Line *line = g_new0 (Line, 1);

  line->title = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (line->title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (line->title), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (line->title, TRUE);
  gtk_box_append (GTK_BOX (box), line->title);
  line->count = gtk_label_new (NULL);
  gtk_widget_add_css_class (line->count, "count");
  gtk_widget_add_css_class (line->count, "figures");
  gtk_box_append (GTK_BOX (box), line->count);
  line->icon = gtk_image_new ();
  gtk_box_append (GTK_BOX (box), line->icon);
  g_object_set_data_full (G_OBJECT (box), "line", line, g_free);
  gtk_list_item_set_child (list_item, box);
}

static void
bind_cb (HwOutline *self,
         GtkListItem *list_item)
{
  HwOutlineEntry *entry = gtk_list_item_get_item (list_item);

  g_signal_connect (entry, "notify", G_CALLBACK (show_entry), list_item);
  show_entry (entry, NULL, list_item);
}

static void
unbind_cb (HwOutline *self,
           GtkListItem *list_item)
{
  g_signal_handlers_disconnect_by_data (gtk_list_item_get_item (list_item), list_item);
}

static void
activate_cb (HwOutline *self,
             guint position)
{
  g_autoptr (HwOutlineEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->entries), position);

  g_signal_emit (self, page_activated_signal, 0, hw_outline_entry_get_page (entry));
}

static gboolean
same_pages (HwOutline *self,
            GPtrArray *pages)
{
  return self->pages != NULL && self->pages->len == pages->len
         && memcmp (self->pages->pdata, pages->pdata, pages->len * sizeof (gpointer)) == 0;
}

/* Lines that stay keep their widgets: only what differs between the beginning and the end that both share is replaced. */
static void
set_pages (HwOutline *self,
           GPtrArray *pages)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_old = self->pages != NULL ? self->pages->len : 0;
  guint head = 0, tail = 0;

  while (head < MIN (n_old, pages->len) && self->pages->pdata[head] == pages->pdata[head])
    head++;
  while (tail < MIN (n_old, pages->len) - head
         && self->pages->pdata[n_old - 1 - tail] == pages->pdata[pages->len - 1 - tail])
    tail++;
  for (guint i = head; i < pages->len - tail; i++)
    g_ptr_array_add (entries, hw_outline_entry_new (g_ptr_array_index (pages, i)));
  g_list_store_splice (self->entries, head, n_old - head - tail, entries->pdata, entries->len);
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  self->pages = g_ptr_array_ref (pages);
}

/* How many wrong or odd answers lie in each item; what is merely missing is no problem yet. */
static GHashTable *
count_problems (HwOutline *self)
{
  GHashTable *counts = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) items = hw_interview_list_problems (self->interview);

  for (guint i = 0; i < items->len; i++)
    {
      HwItem *item = g_ptr_array_index (items, i);

      if (hw_item_get_problem (item) == HW_ITEM_REQUIRED)
        continue;
      for (; item != NULL; item = hw_item_get_parent (item))
        {
          guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, item));

          g_hash_table_insert (counts, item, GUINT_TO_POINTER (n + 1));
        }
    }
  return counts;
}

static void
show_whole (HwOutline *self,
            guint n_problems)
{
  guint n_applicable, n_answered, percent;
  g_autofree char *open = NULL;
  g_autofree char *problems = NULL;
  g_autofree char *text = NULL;

  hw_interview_count (self->interview, NULL, &n_applicable, &n_answered, NULL);
  percent = n_applicable > 0 ? n_answered * 100 / n_applicable : 0;
  open = g_strdup_printf (ngettext ("%u open", "%u open", n_applicable - n_answered), n_applicable - n_answered);
  problems = g_strdup_printf (ngettext ("%u problem", "%u problems", n_problems), n_problems);
  if (n_problems > 0)
    /* Translators: how far an interview is: per cent, open questions ("3 open"), problems ("2 problems"). */
    text = g_strdup_printf (_("%u %%  ·  %s  ·  %s"), percent, open, problems);
  else
    /* Translators: how far an interview is: per cent, open questions ("3 open"). */
    text = g_strdup_printf (_("%u %%  ·  %s"), percent, open);
  gtk_label_set_label (GTK_LABEL (self->whole), text);
  gtk_level_bar_set_value (GTK_LEVEL_BAR (self->bar), percent);
}

static gboolean
update_cb (gpointer data)
{
  HwOutline *self = data;

  self->update_source = 0;
  hw_outline_update (self);
  return G_SOURCE_REMOVE;
}

static void
hw_outline_dispose (GObject *object)
{
  HwOutline *self = HW_OUTLINE (object);
  GtkWidget *child;

  g_clear_handle_id (&self->update_source, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  gtk_widget_dispose_template (GTK_WIDGET (self), HW_TYPE_OUTLINE);
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_clear_object (&self->current);
  g_clear_object (&self->interview);
  G_OBJECT_CLASS (hw_outline_parent_class)->dispose (object);
}

static gboolean
hw_outline_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (HW_OUTLINE (widget)->list);
}

static void
hw_outline_class_init (HwOutlineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hw_outline_dispose;
  widget_class->grab_focus = hw_outline_grab_focus;

  page_activated_signal = g_signal_new ("page-activated", HW_TYPE_OUTLINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, HW_TYPE_ITEM);

  pages_changed_signal = g_signal_new ("pages-changed", HW_TYPE_OUTLINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (HW_TYPE_OUTLINE_ENTRY);
  gtk_widget_class_set_css_name (widget_class, "outline");
  gtk_widget_class_set_template_from_resource (widget_class, "/org/homeward/Homeward/entry/outline.ui");
  gtk_widget_class_bind_template_child (widget_class, HwOutline, list);
  gtk_widget_class_bind_template_child (widget_class, HwOutline, entries);
  gtk_widget_class_bind_template_child (widget_class, HwOutline, bar);
  gtk_widget_class_bind_template_child (widget_class, HwOutline, whole);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
hw_outline_init (HwOutline *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hw_outline_new:
 *
 * Returns: an outline of nothing yet
 */
GtkWidget *
hw_outline_new (void)
{
  return g_object_new (HW_TYPE_OUTLINE, NULL);
}

/**
 * hw_outline_set_interview:
 * @self: an outline
 * @interview: what it outlines
 */
void
hw_outline_set_interview (HwOutline *self,
                          HwInterview *interview)
{
  g_return_if_fail (HW_IS_OUTLINE (self));
  g_return_if_fail (HW_IS_INTERVIEW (interview));

  g_set_object (&self->interview, interview);
  g_signal_connect_object (interview, "changed", G_CALLBACK (hw_outline_queue_update), self, G_CONNECT_SWAPPED);
  hw_outline_update (self);
}

/**
 * hw_outline_set_current:
 * @self: an outline
 * @page: the page that is open
 */
void
hw_outline_set_current (HwOutline *self,
                        HwItem *page)
{
  guint n;

  g_return_if_fail (HW_IS_OUTLINE (self));

  g_set_object (&self->current, page);
  n = g_list_model_get_n_items (G_LIST_MODEL (self->entries));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (HwOutlineEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->entries), i);
      gboolean is_current = hw_outline_entry_get_page (entry) == page;

      hw_outline_entry_set_current (entry, is_current);
      if (is_current)
        gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", i);
    }
}

/**
 * hw_outline_queue_update:
 * @self: an outline
 *
 * Brings it up to date when there is time.
 */
void
hw_outline_queue_update (HwOutline *self)
{
  g_return_if_fail (HW_IS_OUTLINE (self));
  if (self->update_source == 0)
    self->update_source = g_timeout_add_full (G_PRIORITY_LOW, QUIET_MS, update_cb, self, NULL);
}

/**
 * hw_outline_update:
 * @self: an outline
 *
 * Brings it up to date at once.
 */
void
hw_outline_update (HwOutline *self)
{
  g_autoptr (GPtrArray) pages = NULL;
  g_autoptr (GHashTable) problems = NULL;

  g_return_if_fail (HW_IS_OUTLINE (self) && self->interview != NULL);

  g_clear_handle_id (&self->update_source, g_source_remove);
  pages = hw_entry_path_list_pages (self->interview);
  problems = count_problems (self);
  if (!same_pages (self, pages))
    {
      set_pages (self, pages);
      if (self->current != NULL)
        hw_outline_set_current (self, self->current);
      g_signal_emit (self, pages_changed_signal, 0);
    }
  for (guint i = 0; i < pages->len; i++)
    {
      g_autoptr (HwOutlineEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->entries), i);
      HwItem *page = g_ptr_array_index (pages, i);

      hw_outline_entry_update (entry, self->interview, GPOINTER_TO_UINT (g_hash_table_lookup (problems, page)));
    }
  show_whole (self, GPOINTER_TO_UINT (g_hash_table_lookup (problems, hw_interview_get_root (self->interview))));
}

/**
 * hw_outline_get_pages:
 * @self: an outline
 *
 * Returns: (transfer none) (element-type HwItem): the pages in order, as of now
 */
GPtrArray *
hw_outline_get_pages (HwOutline *self)
{
  g_return_val_if_fail (HW_IS_OUTLINE (self), NULL);
  if (self->update_source != 0)
    hw_outline_update (self);
  return self->pages;
}
