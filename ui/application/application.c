/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/application/application.h"

#include <glib/gi18n.h>

#include "ui/application/preferences.h"
#include "ui/common/data-dir.h"
#include "ui/common/file-choice.h"
#include "ui/form/form-choice.h"
#include "ui/form/form-files.h"
#include "ui/reference/reference-window.h"
#include "ui/trial/trial-folder.h"
#include "ui/window/window.h"

#define TEXT_STEP 10

struct _HwApplication
{
  AdwApplication parent_instance;

  GSettings *settings;
  int dpi; /* of the system, before our text size is laid over it */
};

G_DEFINE_FINAL_TYPE (HwApplication, hw_application, ADW_TYPE_APPLICATION)

static HwWindow *
find_window_of (HwApplication *self,
                const char *path)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    {
      HwSurveyFile *file = HW_IS_WINDOW (l->data) ? hw_window_get_file (l->data) : NULL;
      g_autofree char *own = NULL;

      if (HW_IS_WINDOW (l->data) && hw_window_is_trying (l->data, path))
        return l->data;
      if (file == NULL)
        continue;
      own = g_canonicalize_filename (hw_survey_file_get_path (file), NULL);
      if (g_strcmp0 (own, path) == 0)
        return l->data;
    }
  return NULL;
}

/* A window with nothing in it yet: the one in front when it is such, else a new one. */
static HwWindow *
get_free_window (HwApplication *self)
{
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (active != NULL && !HW_IS_WINDOW (active))
    active = gtk_window_get_transient_for (active);
  if (HW_IS_WINDOW (active) && hw_window_is_free (HW_WINDOW (active)))
    return HW_WINDOW (active);
  return hw_window_new (GTK_APPLICATION (self));
}

static void
open_path (HwApplication *self,
           const char *path)
{
  g_autofree char *whole = g_canonicalize_filename (path, NULL);
  HwWindow *window = find_window_of (self, whole);

  if (window == NULL)
    {
      window = get_free_window (self);
      if (hw_form_files_is_form (whole))
        hw_window_try (window, whole);
      else
        hw_window_open (window, whole);
    }
  gtk_window_present (GTK_WINDOW (window));
}

static void
chosen_cb (GtkWidget *from,
           const char *path,
           gpointer data)
{
  open_path (HW_APPLICATION (data), path);
}

static void
open_cb (GSimpleAction *action,
         GVariant *parameter,
         gpointer data)
{
  HwApplication *self = HW_APPLICATION (data);
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (self));
  const HwFileChoice choice = {
    .action = GTK_FILE_CHOOSER_ACTION_OPEN,
    .title = _("Open a Survey"),
    .filter_label = _("Homeward surveys"),
    .pattern = "*.homeward",
  };

  if (active == NULL)
    active = GTK_WINDOW (get_free_window (self));
  gtk_window_present (active);
  hw_file_choice_ask (GTK_WIDGET (active), &choice, chosen_cb, self);
}

static void
open_path_cb (GSimpleAction *action,
              GVariant *parameter,
              gpointer data)
{
  open_path (HW_APPLICATION (data), g_variant_get_string (parameter, NULL));
}

static void
try_path_cb (GSimpleAction *action,
             GVariant *parameter,
             gpointer data)
{
  HwWindow *window = get_free_window (HW_APPLICATION (data));

  hw_window_try (window, g_variant_get_string (parameter, NULL));
  gtk_window_present (GTK_WINDOW (window));
}

static void
check_path_cb (GSimpleAction *action,
               GVariant *parameter,
               gpointer data)
{
  HwWindow *window = get_free_window (HW_APPLICATION (data));

  hw_window_check (window, g_variant_get_string (parameter, NULL));
  gtk_window_present (GTK_WINDOW (window));
}

/* @data is the action that takes the path. */
static void
form_chosen_cb (GtkWidget *from,
                const char *path,
                gpointer data)
{
  gtk_widget_activate_action (from, data, "s", path);
}

static void
ask_form (HwApplication *self,
          const char *title,
          const char *accept,
          const char *action)
{
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (active == NULL)
    active = GTK_WINDOW (get_free_window (self));
  gtk_window_present (active);
  hw_form_choice_ask (GTK_WIDGET (active), title, accept, form_chosen_cb, (gpointer) action);
}

static void
try_cb (GSimpleAction *action,
        GVariant *parameter,
        gpointer data)
{
  ask_form (HW_APPLICATION (data), _("Try a Questionnaire"), _("_Try"), "app.try-path");
}

static void
check_cb (GSimpleAction *action,
          GVariant *parameter,
          gpointer data)
{
  ask_form (HW_APPLICATION (data), _("Check a Questionnaire"), _("_Check"), "app.check-path");
}

static void
new_survey_cb (GSimpleAction *action,
               GVariant *parameter,
               gpointer data)
{
  HwWindow *window = get_free_window (HW_APPLICATION (data));

  hw_window_start_survey (window, NULL);
  gtk_window_present (GTK_WINDOW (window));
}

static void
new_from_cb (GSimpleAction *action,
             GVariant *parameter,
             gpointer data)
{
  HwWindow *window = get_free_window (HW_APPLICATION (data));

  hw_window_start_survey (window, g_variant_get_string (parameter, NULL));
  gtk_window_present (GTK_WINDOW (window));
}

/* The demo is worked in like any other survey, so it is a copy, and a copy that is there is kept.
 */
static char *
copy_demo (GError **error)
{
  g_autofree char *shipped = hw_data_dir_find ("demo/demo.homeward");
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "homeward", NULL);
  g_autofree char *path = g_build_filename (folder, "demo.homeward", NULL);
  g_autoptr (GFile) from = NULL;
  g_autoptr (GFile) to = g_file_new_for_path (path);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&path);
  if (shipped == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                           _("The demo survey is not installed."));
      return NULL;
    }
  from = g_file_new_for_path (shipped);
  g_mkdir_with_parents (folder, 0700);
  /* The shipped file may be read-only; the copy must not be. */
  if (!g_file_copy (from, to, G_FILE_COPY_TARGET_DEFAULT_PERMS, NULL, NULL, NULL, error))
    return NULL;
  return g_steal_pointer (&path);
}

static void
demo_cb (GSimpleAction *action,
         GVariant *parameter,
         gpointer data)
{
  HwApplication *self = HW_APPLICATION (data);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = copy_demo (&error);

  if (path != NULL)
    {
      open_path (self, path);
    }
  else
    {
      HwWindow *window = get_free_window (self);
      g_autofree char *text
          = g_strdup_printf (_("The demo survey cannot be opened. %s"), error->message);

      hw_window_show_error (window, text);
      gtk_window_present (GTK_WINDOW (window));
    }
}

static void
preferences_cb (GSimpleAction *action,
                GVariant *parameter,
                gpointer data)
{
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (data));
  GtkWidget *preferences = hw_preferences_new (HW_APPLICATION (data)->settings);

  gtk_window_set_transient_for (GTK_WINDOW (preferences), active);
  gtk_window_present (GTK_WINDOW (preferences));
}

/* One is enough, and it stays beside the work until it is closed. */
static void
reference_cb (GSimpleAction *action,
              GVariant *parameter,
              gpointer data)
{
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (data));
  GtkWidget *reference = NULL;

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (data)); l != NULL; l = l->next)
    if (HW_IS_REFERENCE_WINDOW (l->data))
      reference = l->data;
  if (reference == NULL)
    {
      reference = hw_reference_window_new ();
      gtk_window_set_transient_for (GTK_WINDOW (reference), active);
      gtk_window_set_destroy_with_parent (GTK_WINDOW (reference), TRUE);
      gtk_window_set_application (GTK_WINDOW (reference), GTK_APPLICATION (data));
    }
  gtk_window_present (GTK_WINDOW (reference));
}

static void
about_cb (GSimpleAction *action,
          GVariant *parameter,
          gpointer data)
{
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (data));

  adw_show_about_window (
      active, "application-name", _("Homeward"), "application-icon", APP_ID, "version",
      PACKAGE_VERSION, "comments",
      _("Survey migration and remittances, from the doorstep to the published table."),
      "license-type", GTK_LICENSE_GPL_3_0, "developer-name", _("The Homeward developers"),
      /* Translators: put your names here, one a line; they are shown in the about window. */
      "translator-credits", _("translator-credits"), NULL);
}

/* Each window is asked, so that a page that is being worked in can put its work away first. */
static void
quit_cb (GSimpleAction *action,
         GVariant *parameter,
         gpointer data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (data)));

  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
}

static void
change_text_size (HwApplication *self,
                  int by)
{
  int percent = by == 0 ? 100 : g_settings_get_int (self->settings, "text-size") + by;

  g_settings_set_int (self->settings, "text-size", CLAMP (percent, 80, 200));
}

static void
text_larger_cb (GSimpleAction *action,
                GVariant *parameter,
                gpointer data)
{
  change_text_size (HW_APPLICATION (data), TEXT_STEP);
}

static void
text_smaller_cb (GSimpleAction *action,
                 GVariant *parameter,
                 gpointer data)
{
  change_text_size (HW_APPLICATION (data), -TEXT_STEP);
}

static void
text_normal_cb (GSimpleAction *action,
                GVariant *parameter,
                gpointer data)
{
  change_text_size (HW_APPLICATION (data), 0);
}

static void
apply_text_size_cb (HwApplication *self)
{
  int percent = g_settings_get_int (self->settings, "text-size");

  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", self->dpi * percent / 100, NULL);
}

static void
apply_color_scheme_cb (HwApplication *self)
{
  adw_style_manager_set_color_scheme (
      adw_style_manager_get_default (),
      (AdwColorScheme) g_settings_get_enum (self->settings, "color-scheme"));
}

static void
follow_settings (HwApplication *self)
{
  self->settings = g_settings_new (APP_ID);
  g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &self->dpi, NULL);
  if (self->dpi <= 0)
    self->dpi = 96 * 1024;
  g_signal_connect_object (self->settings, "changed::text-size", G_CALLBACK (apply_text_size_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::color-scheme",
                           G_CALLBACK (apply_color_scheme_cb), self, G_CONNECT_SWAPPED);
  if (g_settings_get_int (self->settings, "text-size") != 100)
    apply_text_size_cb (self);
  apply_color_scheme_cb (self);
}

static const GActionEntry actions[] = {
  { .name = "open", .activate = open_cb },
  { .name = "open-path", .activate = open_path_cb, .parameter_type = "s" },
  { .name = "new-survey", .activate = new_survey_cb },
  { .name = "new-from", .activate = new_from_cb, .parameter_type = "s" },
  { .name = "try", .activate = try_cb },
  { .name = "try-path", .activate = try_path_cb, .parameter_type = "s" },
  { .name = "check", .activate = check_cb },
  { .name = "check-path", .activate = check_path_cb, .parameter_type = "s" },
  { .name = "demo", .activate = demo_cb },
  { .name = "preferences", .activate = preferences_cb },
  { .name = "reference", .activate = reference_cb },
  { .name = "about", .activate = about_cb },
  { .name = "quit", .activate = quit_cb },
  { .name = "text-larger", .activate = text_larger_cb },
  { .name = "text-smaller", .activate = text_smaller_cb },
  { .name = "text-normal", .activate = text_normal_cb },
};

static const struct
{
  const char *action;
  const char *keys[4];
} keys[] = {
  /* Ctrl+? is a binding of the window, so that a page with keys of its own can take it first. */
  { "win.show-help-overlay", { "<Control>F1" } },
  { "app.open", { "<Control>o" } },
  { "app.new-survey", { "<Control><Shift>n" } },
  { "app.try", { "<Control><Shift>t" } },
  { "app.check", { "<Control><Shift>k" } },
  { "app.reference", { "<Control><Shift>F1" } },
  { "app.preferences", { "<Control>comma" } },
  { "app.quit", { "<Control>q" } },
  { "app.text-larger", { "<Control>plus", "<Control>equal", "<Control>KP_Add" } },
  { "app.text-smaller", { "<Control>minus", "<Control>KP_Subtract" } },
  { "app.text-normal", { "<Control>0", "<Control>KP_0" } },
  { "window.close", { "<Control>w" } },
};

static void
hw_application_startup (GApplication *application)
{
  HwApplication *self = HW_APPLICATION (application);

  G_APPLICATION_CLASS (hw_application_parent_class)->startup (application);

  gtk_window_set_default_icon_name (APP_ID);
  hw_trial_folder_sweep ();
  follow_settings (self);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), keys[i].action,
                                           (const char *const *) keys[i].keys);
}

static void
hw_application_activate (GApplication *application)
{
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (active == NULL)
    active = GTK_WINDOW (hw_window_new (GTK_APPLICATION (application)));
  gtk_window_present (active);
}

static void
hw_application_open (GApplication *application,
                     GFile **files,
                     int n_files,
                     const char *hint)
{
  for (int i = 0; i < n_files; i++)
    {
      g_autofree char *path = g_file_get_path (files[i]);

      if (path != NULL)
        open_path (HW_APPLICATION (application), path);
    }
}

static int
hw_application_handle_local_options (GApplication *application,
                                     GVariantDict *options)
{
  const char *folder;
  g_autofree char *whole = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_variant_dict_lookup (options, "new", "^&ay", &folder))
    return -1;
  if (!g_application_register (application, NULL, &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  whole = g_canonicalize_filename (folder, NULL);
  g_action_group_activate_action (G_ACTION_GROUP (application), "new-from",
                                  g_variant_new_string (whole));
  return -1;
}

static void
hw_application_finalize (GObject *object)
{
  g_clear_object (&HW_APPLICATION (object)->settings);
  G_OBJECT_CLASS (hw_application_parent_class)->finalize (object);
}

static void
hw_application_class_init (HwApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hw_application_finalize;
  application_class->startup = hw_application_startup;
  application_class->activate = hw_application_activate;
  application_class->open = hw_application_open;
  application_class->handle_local_options = hw_application_handle_local_options;
}

static void
hw_application_init (HwApplication *self)
{
  /* Translated here: the main options of an application have no translation domain of their own. */
  const GOptionEntry options[] = {
    { "new", 0, 0, G_OPTION_ARG_FILENAME, NULL, _("Start a new survey from a questionnaire"),
      _("QUESTIONNAIRE") },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self),
                                                     _("[SURVEY.homeward | QUESTIONNAIRE…]"));
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}

/**
 * hw_application_new:
 *
 * Returns: (transfer full): the program
 */
HwApplication *
hw_application_new (void)
{
  return g_object_new (HW_TYPE_APPLICATION, "application-id", APP_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN, "resource-base-path", "/org/homeward/Homeward",
                       NULL);
}
