/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/window/window-private.h"

#include <glib/gi18n.h>

static void
end_trial (HwWindow *self)
{
  HwTrialPage *trial = g_steal_pointer (&self->trial);

  if (trial == NULL)
    return;
  /* A check of it has nothing to go back to any more. */
  if (self->check_from == GTK_WIDGET (trial))
    self->check_from = GTK_WIDGET (self->start_page);
  gtk_stack_remove (self->pages, GTK_WIDGET (trial));
}

static void
end_check (HwWindow *self)
{
  HwCheckPage *check = g_steal_pointer (&self->check);

  if (check != NULL)
    gtk_stack_remove (self->pages, GTK_WIDGET (check));
}

/* The questions of what is checked can be looked at where they are asked. */
static gboolean
question_activated_cb (HwWindow *self,
                       const char *name)
{
  if (self->trial == NULL || self->check_from != GTK_WIDGET (self->trial))
    return FALSE;
  if (!hw_trial_page_show_question (self->trial, name))
    return FALSE;
  gtk_stack_set_visible_child (self->pages, GTK_WIDGET (self->trial));
  end_check (self);
  return TRUE;
}

static void
show_check (HwWindow *self,
            HwForm *form,
            GtkWidget *from)
{
  end_check (self);
  self->check_from = from;
  self->check = HW_CHECK_PAGE (hw_check_page_new (form));
  g_signal_connect_object (self->check, "question-activated", G_CALLBACK (question_activated_cb),
                           self, G_CONNECT_SWAPPED);
  gtk_stack_add_child (self->pages, GTK_WIDGET (self->check));
  gtk_stack_set_visible_child (self->pages, GTK_WIDGET (self->check));
}

static void
trial_started_cb (HwWindow *self)
{
  hw_window_update_title (self);
}

static void
trial_faulty_cb (HwWindow *self)
{
  g_autoptr (HwForm) form = g_object_ref (hw_trial_page_get_form (self->trial));
  GtkWidget *from = self->trial_from;

  show_check (self, form, from);
  end_trial (self);
}

static void
trial_closed_cb (HwWindow *self)
{
  gtk_stack_set_visible_child (self->pages, self->trial_from);
  end_trial (self);
}

static void
trial_failed_cb (HwWindow *self,
                 const char *text)
{
  g_autofree char *kept = g_strdup (text);

  end_check (self);
  trial_closed_cb (self);
  hw_window_show_error (self, kept);
}

static void
show_trial (HwWindow *self,
            HwForm *form,
            GtkWidget *from)
{
  if (self->trial != NULL && hw_trial_page_get_form (self->trial) == form)
    {
      gtk_stack_set_visible_child (self->pages, GTK_WIDGET (self->trial));
      gtk_widget_grab_focus (GTK_WIDGET (self->trial));
      return;
    }
  end_trial (self);
  self->trial_from = from;
  self->trial = HW_TRIAL_PAGE (hw_trial_page_new (form));
  g_signal_connect_object (self->trial, "started", G_CALLBACK (trial_started_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->trial, "faulty", G_CALLBACK (trial_faulty_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->trial, "failed", G_CALLBACK (trial_failed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->trial, "closed", G_CALLBACK (trial_closed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_stack_add_child (self->pages, GTK_WIDGET (self->trial));
  gtk_stack_set_visible_child (self->pages, GTK_WIDGET (self->trial));
  hw_trial_page_begin (self->trial);
}

static void
check_cb (GtkWidget *widget,
          const char *action,
          GVariant *parameter)
{
  HwWindow *self = HW_WINDOW (widget);

  if (self->trial != NULL)
    show_check (self, hw_trial_page_get_form (self->trial), GTK_WIDGET (self->trial));
}

static void
use_cb (GtkWidget *widget,
        const char *action,
        GVariant *parameter)
{
  HwWindow *self = HW_WINDOW (widget);

  if (self->trial == NULL)
    return;
  gtk_stack_set_visible_child (self->pages, GTK_WIDGET (self->new_page));
  hw_new_survey_page_set_form (self->new_page, hw_trial_page_get_form (self->trial));
}

static void
leave_check_cb (GtkWidget *widget,
                const char *action,
                GVariant *parameter)
{
  HwWindow *self = HW_WINDOW (widget);

  if (self->check == NULL)
    return;
  gtk_stack_set_visible_child (self->pages, self->check_from);
  gtk_widget_grab_focus (self->check_from);
  end_check (self);
}

static void
try_checked_cb (GtkWidget *widget,
                const char *action,
                GVariant *parameter)
{
  HwWindow *self = HW_WINDOW (widget);
  GtkWidget *from = self->check_from;
  g_autoptr (HwForm) form = NULL;

  if (self->check == NULL || hw_form_get_questionnaire (hw_check_page_get_form (self->check)) == NULL)
    return;
  g_set_object (&form, hw_check_page_get_form (self->check));
  show_trial (self, form, from);
  end_check (self);
}

static void
try_chosen_cb (GtkWidget *widget,
               const char *action,
               GVariant *parameter)
{
  HwWindow *self = HW_WINDOW (widget);
  HwForm *form = hw_new_survey_page_get_form (self->new_page);

  if (form != NULL)
    show_trial (self, form, GTK_WIDGET (self->new_page));
}

/**
 * hw_window_install_form_actions:
 * @widget_class: the window's class
 *
 * Gives the class what can be done with a questionnaire that is no survey yet.
 */
void
hw_window_install_form_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.check", NULL, check_cb);
  gtk_widget_class_install_action (widget_class, "win.use", NULL, use_cb);
  gtk_widget_class_install_action (widget_class, "win.leave-check", NULL, leave_check_cb);
  gtk_widget_class_install_action (widget_class, "win.try-checked", NULL, try_checked_cb);
  gtk_widget_class_install_action (widget_class, "win.try-chosen", NULL, try_chosen_cb);
}

/**
 * hw_window_update_form_actions:
 * @self: the window
 *
 * Part of hw_window_update_actions().
 */
void
hw_window_update_form_actions (HwWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkWidget *page = gtk_stack_get_visible_child (self->pages);
  gboolean in_trial = self->trial != NULL && page == GTK_WIDGET (self->trial);
  gboolean in_check = self->check != NULL && page == GTK_WIDGET (self->check);

  gtk_widget_action_set_enabled (widget, "win.check", in_trial);
  gtk_widget_action_set_enabled (widget, "win.use", in_trial);
  gtk_widget_action_set_enabled (widget, "win.leave-check", in_check);
  gtk_widget_action_set_enabled (widget, "win.try-checked", in_check);
  gtk_widget_action_set_enabled (widget, "win.try-chosen", page == GTK_WIDGET (self->new_page));
}

/**
 * hw_window_end_forms:
 * @self: the window
 *
 * Ends a trial and a check, whatever is shown then.
 */
void
hw_window_end_forms (HwWindow *self)
{
  end_check (self);
  end_trial (self);
}

/**
 * hw_window_dup_form_title:
 * @self: the window
 *
 * Returns: (nullable) (transfer full): what the window is called for the questionnaire in it
 */
char *
hw_window_dup_form_title (HwWindow *self)
{
  GtkWidget *page = gtk_stack_get_visible_child (self->pages);
  g_autofree char *name = NULL;

  if (self->trial != NULL && page == GTK_WIDGET (self->trial))
    {
      name = hw_form_dup_title (hw_trial_page_get_form (self->trial));
      /* Translators: the title of a window in which a questionnaire is tried; %s is its title. */
      return g_strdup_printf (_("Trial: %s"), name);
    }
  if (self->check == NULL || page != GTK_WIDGET (self->check))
    return NULL;
  name = hw_form_dup_name (hw_check_page_get_form (self->check));
  /* Translators: the title of a window in which a questionnaire is checked; %s is its file. */
  return g_strdup_printf (_("Check: %s"), name);
}

/**
 * hw_window_try:
 * @self: a free window
 * @path: of a questionnaire
 *
 * Opens the questionnaire to be tried; when it has faults, they are shown instead.
 */
void
hw_window_try (HwWindow *self,
               const char *path)
{
  g_autoptr (HwForm) form = NULL;

  g_return_if_fail (HW_IS_WINDOW (self));
  g_return_if_fail (path != NULL);

  hw_banner_hide (hw_start_page_get_banner (self->start_page));
  form = hw_form_new (path);
  end_check (self);
  show_trial (self, form, GTK_WIDGET (self->start_page));
}

/**
 * hw_window_check:
 * @self: a free window
 * @path: of a questionnaire
 *
 * Shows what is to be said of the questionnaire.
 */
void
hw_window_check (HwWindow *self,
                 const char *path)
{
  g_autoptr (HwForm) form = NULL;

  g_return_if_fail (HW_IS_WINDOW (self));
  g_return_if_fail (path != NULL);

  hw_banner_hide (hw_start_page_get_banner (self->start_page));
  form = hw_form_new (path);
  show_check (self, form, GTK_WIDGET (self->start_page));
}

/**
 * hw_window_is_trying:
 * @self: the window
 * @path: a whole path
 *
 * Returns: whether the questionnaire there is tried in the window
 */
gboolean
hw_window_is_trying (HwWindow *self,
                     const char *path)
{
  g_return_val_if_fail (HW_IS_WINDOW (self), FALSE);

  return self->trial != NULL
         && g_strcmp0 (hw_form_get_path (hw_trial_page_get_form (self->trial)), path) == 0;
}
