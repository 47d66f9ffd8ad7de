/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/start/start-page.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ui/common/data-dir.h"
#include "ui/common/menu-button.h"
#include "ui/common/time-text.h"

#define MIME_TYPE "application/x-homeward-survey"
#define MAX_RECENT 8

struct _HwStartPage
{
  AdwBin parent_instance;

  HwBanner *banner;
  GtkButton *open_button;
  GtkButton *demo_button;
  GtkStack *recent_stack;
  GtkListBox *recent_list;
};

G_DEFINE_FINAL_TYPE (HwStartPage, hw_start_page, ADW_TYPE_BIN)

static gint
compare_recent (gconstpointer a,
                gconstpointer b)
{
  return g_date_time_compare (gtk_recent_info_get_modified ((GtkRecentInfo *) b),
                              gtk_recent_info_get_modified ((GtkRecentInfo *) a));
}

/* The home folder as everybody writes it; long paths keep their end in sight. */
static char *
dup_short_path (const char *path)
{
  const char *home = g_get_home_dir ();
  gsize length = strlen (home);

  if (length > 1 && g_str_has_prefix (path, home) && path[length] == G_DIR_SEPARATOR)
    return g_strconcat ("~", path + length, NULL);
  return g_strdup (path);
}

static GtkWidget *
create_row (GtkRecentInfo *info,
            const char *path)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *when = gtk_label_new (NULL);
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");
  g_autofree char *iso = g_date_time_format_iso8601 (gtk_recent_info_get_modified (info));
  g_autofree char *time = hw_time_text_dup (iso);
  g_autofree char *short_path = dup_short_path (path);
  /* Rows of libadwaita read their texts as markup. */
  g_autofree char *title = g_markup_escape_text (gtk_recent_info_get_display_name (info), -1);
  g_autofree char *subtitle = g_markup_escape_text (short_path, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  gtk_label_set_label (GTK_LABEL (when), time);
  gtk_widget_add_css_class (when, "dim-label");
  gtk_widget_add_css_class (when, "figures");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), when);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_widget_set_tooltip_text (row, path);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "app.open-path");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", path);
  return row;
}

static gboolean
is_survey (GtkRecentInfo *info)
{
  return gtk_recent_info_is_local (info) && gtk_recent_info_exists (info)
         && g_strcmp0 (gtk_recent_info_get_mime_type (info), MIME_TYPE) == 0;
}

static void
show_recent_cb (HwStartPage *self)
{
  GList *items = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());
  guint n = 0;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->recent_list))) != NULL)
    gtk_list_box_remove (self->recent_list, child);
  items = g_list_sort (items, compare_recent);
  for (GList *l = items; l != NULL && n < MAX_RECENT; l = l->next)
    {
      g_autofree char *path = NULL;

      if (!is_survey (l->data))
        continue;
      path = g_filename_from_uri (gtk_recent_info_get_uri (l->data), NULL, NULL);
      if (path == NULL)
        continue;
      gtk_list_box_append (self->recent_list, create_row (l->data, path));
      n++;
    }
  g_list_free_full (items, (GDestroyNotify) gtk_recent_info_unref);
  gtk_stack_set_visible_child_name (self->recent_stack, n > 0 ? "list" : "empty");
}

static void
hw_start_page_map (GtkWidget *widget)
{
  HwStartPage *self = HW_START_PAGE (widget);

  /* Times and files may have changed while another page was shown. */
  show_recent_cb (self);
  GTK_WIDGET_CLASS (hw_start_page_parent_class)->map (widget);
  gtk_widget_grab_focus (widget);
}

static gboolean
hw_start_page_grab_focus (GtkWidget *widget)
{
  HwStartPage *self = HW_START_PAGE (widget);
  GtkListBoxRow *last = gtk_list_box_get_row_at_index (self->recent_list, 0);

  return gtk_widget_grab_focus (last != NULL ? GTK_WIDGET (last) : GTK_WIDGET (self->open_button));
}

static void
hw_start_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HW_TYPE_START_PAGE);
  G_OBJECT_CLASS (hw_start_page_parent_class)->dispose (object);
}

static void
hw_start_page_class_init (HwStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hw_start_page_dispose;
  widget_class->map = hw_start_page_map;
  widget_class->grab_focus = hw_start_page_grab_focus;
  g_type_ensure (HW_TYPE_BANNER);
  g_type_ensure (HW_TYPE_MENU_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/homeward/Homeward/start/start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HwStartPage, banner);
  gtk_widget_class_bind_template_child (widget_class, HwStartPage, open_button);
  gtk_widget_class_bind_template_child (widget_class, HwStartPage, demo_button);
  gtk_widget_class_bind_template_child (widget_class, HwStartPage, recent_stack);
  gtk_widget_class_bind_template_child (widget_class, HwStartPage, recent_list);
}

static void
hw_start_page_init (HwStartPage *self)
{
  g_autofree char *demo = hw_data_dir_find ("demo/demo.homeward");

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self->demo_button), demo != NULL);
  g_signal_connect_object (gtk_recent_manager_get_default (), "changed",
                           G_CALLBACK (show_recent_cb), self, G_CONNECT_SWAPPED);
}

/**
 * hw_start_page_get_banner:
 * @self: the page
 *
 * Returns: (transfer none): where the page says what went wrong
 */
HwBanner *
hw_start_page_get_banner (HwStartPage *self)
{
  g_return_val_if_fail (HW_IS_START_PAGE (self), NULL);

  return self->banner;
}

/**
 * hw_recent_add:
 * @path: a survey file
 * @title: what the survey is called
 *
 * Puts the survey at the head of those that were last worked in.
 */
void
hw_recent_add (const char *path,
               const char *title)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autofree char *name = g_path_get_basename (path);
  GtkRecentData data = {
    .display_name = (char *) (title != NULL && *title != '\0' ? title : name),
    .mime_type = (char *) MIME_TYPE,
    .app_name = (char *) "Homeward",
    .app_exec = (char *) "homeward %f",
  };

  if (uri != NULL)
    gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}
