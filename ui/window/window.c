/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/window/window-private.h"

#include <glib/gi18n.h>

#include "ui/common/menu-button.h"
#include "ui/window/data-export.h"
#include "ui/window/form-export.h"

G_DEFINE_FINAL_TYPE (HwWindow, hw_window, ADW_TYPE_APPLICATION_WINDOW)

enum
{
  PROP_0,
  PROP_FILE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

/**
 * hw_window_update_actions:
 * @self: the window
 *
 * Says which commands make sense now; everything that changes that ends here.
 */
void
hw_window_update_actions (HwWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkWidget *page;
  gboolean in_places, can_write;

  page = gtk_stack_get_visible_child (self->pages);
  in_places = self->view != NULL && page == GTK_WIDGET (self->view);
  can_write = self->file != NULL && !hw_survey_file_is_read_only (self->file);

  gtk_widget_action_set_enabled (widget, "win.show-start", page == GTK_WIDGET (self->new_page));
  gtk_widget_action_set_enabled (widget, "win.close-survey", in_places);
  gtk_widget_action_set_enabled (widget, "win.new-interview", in_places && can_write);
  gtk_widget_action_set_enabled (widget, "win.open-interview", in_places);
  gtk_widget_action_set_enabled (widget, "win.show-place", in_places);
  gtk_widget_action_set_enabled (widget, "win.search", in_places);
  gtk_widget_action_set_enabled (widget, "win.export", in_places);
  gtk_widget_action_set_enabled (widget, "win.export-answers", in_places);
  gtk_widget_action_set_enabled (widget, "win.export-form", in_places);
  hw_window_update_form_actions (self);
}

/**
 * hw_window_update_title:
 * @self: the window
 *
 * Names the window after what it shows.
 */
void
hw_window_update_title (HwWindow *self)
{
  g_autofree char *form = hw_window_dup_form_title (self);
  g_autofree char *title = NULL;

  if (self->view != NULL)
    /* Translators: the title of a window: name of the survey, name of the program. */
    title = g_strdup_printf (_("%s – Homeward"), hw_survey_view_get_title (self->view));
  else if (form != NULL)
    title = g_strdup_printf (_("%s – Homeward"), form);
  gtk_window_set_title (GTK_WINDOW (self), title != NULL ? title : _("Homeward"));
}

static void
page_changed_cb (HwWindow *self)
{
  /* The stack tells of its last page while the window goes. */
  if (gtk_widget_in_destruction (GTK_WIDGET (self)) || self->pages == NULL)
    return;
  hw_window_update_title (self);
  hw_window_update_actions (self);
}

static void
take_file (HwWindow *self,
           HwSurveyFile *file)
{
  if (self->view != NULL)
    gtk_stack_remove (self->pages, GTK_WIDGET (self->view));
  self->view = NULL;
  hw_window_end_forms (self);
  g_set_object (&self->file, file);
  if (file != NULL)
    {
      self->view = HW_SURVEY_VIEW (hw_survey_view_new (file));
      gtk_stack_add_child (self->pages, GTK_WIDGET (self->view));
      gtk_stack_set_visible_child (self->pages, GTK_WIDGET (self->view));
      hw_survey_view_refresh (self->view, NULL);
      hw_recent_add (hw_survey_file_get_path (file), hw_survey_view_get_title (self->view));
    }
  else
    {
      gtk_stack_set_visible_child (self->pages, GTK_WIDGET (self->start_page));
    }
  hw_window_update_title (self);
  hw_window_update_actions (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILE]);
}

static void
created_cb (HwWindow *self,
            HwSurveyFile *file)
{
  take_file (self, file);
  hw_new_survey_page_reset (self->new_page);
}

static void
show_start_cb (GtkWidget *widget,
               const char *action,
               GVariant *parameter)
{
  HwWindow *self = HW_WINDOW (widget);

  /* Who came from a trial goes back to it. */
  gtk_stack_set_visible_child (self->pages, self->trial != NULL ? GTK_WIDGET (self->trial)
                                                                : GTK_WIDGET (self->start_page));
}

static void
close_survey_cb (GtkWidget *widget,
                 const char *action,
                 GVariant *parameter)
{
  take_file (HW_WINDOW (widget), NULL);
}

static void
new_interview_cb (GtkWidget *widget,
                  const char *action,
                  GVariant *parameter)
{
  hw_window_open_interview (HW_WINDOW (widget), NULL);
}

static void
open_interview_cb (GtkWidget *widget,
                   const char *action,
                   GVariant *parameter)
{
  hw_window_open_interview (HW_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
show_place_cb (GtkWidget *widget,
               const char *action,
               GVariant *parameter)
{
  hw_survey_view_show_place (HW_WINDOW (widget)->view, g_variant_get_string (parameter, NULL));
}

static void
search_cb (GtkWidget *widget,
           const char *action,
           GVariant *parameter)
{
  hw_survey_view_search (HW_WINDOW (widget)->view);
}

static void
export_cb (GtkWidget *widget,
           const char *action,
           GVariant *parameter)
{
  hw_survey_view_export (HW_WINDOW (widget)->view);
}

static void
export_answers_cb (GtkWidget *widget,
                   const char *action,
                   GVariant *parameter)
{
  HwWindow *self = HW_WINDOW (widget);

  /* Toasts and errors are shown on the page from which it is asked. */
  hw_data_export_ask (GTK_WIDGET (self->view), self->file);
}

static void
export_form_cb (GtkWidget *widget,
                const char *action,
                GVariant *parameter)
{
  HwWindow *self = HW_WINDOW (widget);

  hw_form_export_ask (GTK_WIDGET (self->view), self->file,
                      g_variant_get_string (parameter, NULL));
}

static void
entry_closed_cb (HwWindow *self)
{
  HwEntryPage *entry = g_steal_pointer (&self->entry);
  g_autofree char *id = g_steal_pointer (&self->interview_id);

  gtk_stack_set_visible_child (self->pages, GTK_WIDGET (self->view));
  gtk_stack_remove (self->pages, GTK_WIDGET (entry));
  hw_survey_view_refresh (self->view, id);
}

/* Work that cannot be put away keeps the window open; the page says why. */
static gboolean
hw_window_close_request (GtkWindow *window)
{
  HwWindow *self = HW_WINDOW (window);

  if (self->entry != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self->entry), "entry.close", NULL);
  if (self->entry != NULL)
    return TRUE;
  return GTK_WINDOW_CLASS (hw_window_parent_class)->close_request (window);
}

static void
bind_settings (HwWindow *self)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);

  g_settings_bind (settings, "window-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-height", self, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);
}

static void
hw_window_get_property (GObject *object,
                        guint id,
                        GValue *value,
                        GParamSpec *pspec)
{
  if (id == PROP_FILE)
    g_value_set_object (value, HW_WINDOW (object)->file);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
hw_window_dispose (GObject *object)
{
  HwWindow *self = HW_WINDOW (object);

  if (self->pages != NULL)
    hw_window_end_forms (self);
  self->view = NULL;
  self->entry = NULL;
  g_clear_pointer (&self->interview_id, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), HW_TYPE_WINDOW);
  g_clear_object (&self->file);
  G_OBJECT_CLASS (hw_window_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.show-start", NULL, show_start_cb);
  gtk_widget_class_install_action (widget_class, "win.close-survey", NULL, close_survey_cb);
  gtk_widget_class_install_action (widget_class, "win.new-interview", NULL, new_interview_cb);
  gtk_widget_class_install_action (widget_class, "win.open-interview", "s", open_interview_cb);
  gtk_widget_class_install_action (widget_class, "win.show-place", "s", show_place_cb);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_cb);
  gtk_widget_class_install_action (widget_class, "win.export", NULL, export_cb);
  gtk_widget_class_install_action (widget_class, "win.export-answers", NULL, export_answers_cb);
  gtk_widget_class_install_action (widget_class, "win.export-form", "s", export_form_cb);

  hw_window_install_form_actions (widget_class);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK,
                                       "win.new-interview", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "win.search",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, GDK_CONTROL_MASK, "win.export",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.show-start", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_question, GDK_CONTROL_MASK,
                                       "win.show-help-overlay", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_question,
                                       GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.show-help-overlay",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_1, GDK_ALT_MASK, "win.show-place", "s",
                                       "interviews");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_2, GDK_ALT_MASK, "win.show-place", "s",
                                       "review");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_3, GDK_ALT_MASK, "win.show-place", "s",
                                       "tables");
}

static void
hw_window_class_init (HwWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = hw_window_get_property;
  object_class->dispose = hw_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = hw_window_close_request;
  properties[PROP_FILE] = g_param_spec_object ("file", NULL, NULL, HW_TYPE_SURVEY_FILE,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (HW_TYPE_MENU_BUTTON);
  g_type_ensure (HW_TYPE_START_PAGE);
  g_type_ensure (HW_TYPE_NEW_SURVEY_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/homeward/Homeward/window/window.ui");
  gtk_widget_class_bind_template_child (widget_class, HwWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, HwWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, HwWindow, start_page);
  gtk_widget_class_bind_template_child (widget_class, HwWindow, new_page);
  gtk_widget_class_bind_template_callback (widget_class, created_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_changed_cb);
  install_actions (widget_class);
}

/* Whatever of ours is let go over the window is opened: surveys, and questionnaires to be tried. */
static gboolean
dropped_cb (HwWindow *self,
            const GValue *value)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));
  gboolean is_taken = FALSE;

  for (GSList *l = files; l != NULL; l = l->next)
    {
      g_autofree char *path = g_file_get_path (l->data);

      if (path == NULL)
        continue;
      gtk_widget_activate_action (GTK_WIDGET (self), "app.open-path", "s", path);
      is_taken = TRUE;
    }
  return is_taken;
}

static void
take_drops (HwWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
hw_window_init (HwWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  bind_settings (self);
  take_drops (self);
  hw_window_update_title (self);
  hw_window_update_actions (self);
}

/**
 * hw_window_new:
 * @application: the program
 *
 * Returns: (transfer none): a window with the start page, which the program owns
 */
HwWindow *
hw_window_new (GtkApplication *application)
{
  return g_object_new (HW_TYPE_WINDOW, "application", application, NULL);
}

/**
 * hw_window_get_file:
 * @self: the window
 *
 * Returns: (nullable) (transfer none): the survey that is open in it
 */
HwSurveyFile *
hw_window_get_file (HwWindow *self)
{
  g_return_val_if_fail (HW_IS_WINDOW (self), NULL);

  return self->file;
}

/**
 * hw_window_is_free:
 * @self: the window
 *
 * Returns: whether something can be opened in it without taking anything away
 */
gboolean
hw_window_is_free (HwWindow *self)
{
  g_return_val_if_fail (HW_IS_WINDOW (self), FALSE);

  return self->file == NULL && self->trial == NULL;
}

/**
 * hw_window_open:
 * @self: a window without a survey
 * @path: a survey file
 *
 * Opens the survey; when it may only be read, for reading. What goes wrong stands on the start
 * page.
 *
 * Returns: whether it is open
 */
gboolean
hw_window_open (HwWindow *self,
                const char *path)
{
  g_autoptr (HwSurveyFile) file = NULL;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (HW_IS_WINDOW (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  hw_banner_hide (hw_start_page_get_banner (self->start_page));
  file = hw_survey_file_open (path, FALSE, &error);
  if (g_error_matches (error, HW_STORE_ERROR, HW_STORE_ERROR_READ_ONLY))
    {
      g_clear_error (&error);
      file = hw_survey_file_open (path, TRUE, &error);
    }
  if (file == NULL)
    {
      hw_window_show_error (self, error->message);
      return FALSE;
    }
  take_file (self, file);
  return TRUE;
}

/**
 * hw_window_start_survey:
 * @self: a window without a survey
 * @path: (nullable): the questionnaire, when it is known already
 *
 * Shows the page on which a survey is made of a questionnaire.
 */
void
hw_window_start_survey (HwWindow *self,
                        const char *path)
{
  g_return_if_fail (HW_IS_WINDOW (self));

  hw_new_survey_page_reset (self->new_page);
  hw_window_end_forms (self);
  gtk_stack_set_visible_child (self->pages, GTK_WIDGET (self->new_page));
  gtk_widget_grab_focus (GTK_WIDGET (self->new_page));
  if (path != NULL)
    hw_new_survey_page_read (self->new_page, path);
}

/**
 * hw_window_open_interview:
 * @self: a window with a survey
 * @id: (nullable): the interview, %NULL for a new one
 *
 * Opens an interview over the list of interviews.
 */
void
hw_window_open_interview (HwWindow *self,
                          const char *id)
{
  g_autoptr (HwInterview) interview = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (HW_IS_WINDOW (self));
  g_return_if_fail (self->file != NULL && self->entry == NULL);

  if (id != NULL)
    interview = hw_survey_file_load_interview (self->file, id, &error);
  else
    interview = hw_survey_file_new_interview (self->file);
  if (interview == NULL)
    {
      hw_window_show_error (self, error->message);
      return;
    }
  self->interview_id = g_strdup (hw_interview_get_id (interview));
  self->entry = HW_ENTRY_PAGE (hw_entry_page_new (self->file, interview, id == NULL));
  g_signal_connect_object (self->entry, "closed", G_CALLBACK (entry_closed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_stack_add_child (self->pages, GTK_WIDGET (self->entry));
  gtk_stack_set_visible_child (self->pages, GTK_WIDGET (self->entry));
}

/**
 * hw_window_show_error:
 * @self: the window
 * @text: a sentence
 *
 * Says what went wrong, on the page that is shown.
 */
void
hw_window_show_error (HwWindow *self,
                      const char *text)
{
  HwBanner *banner;

  g_return_if_fail (HW_IS_WINDOW (self));
  g_return_if_fail (text != NULL);

  banner = self->view != NULL ? hw_survey_view_get_banner (self->view)
                              : hw_start_page_get_banner (self->start_page);
  if (self->view == NULL)
    gtk_stack_set_visible_child (self->pages, GTK_WIDGET (self->start_page));
  hw_banner_show (banner, GTK_MESSAGE_ERROR, text);
}
