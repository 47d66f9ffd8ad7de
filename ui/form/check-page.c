/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/form/check-page.h"

#include "ui/common/menu-button.h"
#include "ui/form/check-view.h"

struct _HwCheckPage
{
  AdwBin parent_instance;

  AdwWindowTitle *title;
  GtkWidget *try_button;
  HwCheckView *view;

  HwForm *form;
  gboolean had_report; /* the keyboard has been brought to it */
};

G_DEFINE_FINAL_TYPE (HwCheckPage, hw_check_page, ADW_TYPE_BIN)

static guint question_activated_signal;

static gboolean
question_activated_cb (HwCheckPage *self,
                       const char *name)
{
  gboolean is_taken = FALSE;

  g_signal_emit (self, question_activated_signal, 0, name, &is_taken);
  return is_taken;
}

static void
read_cb (HwCheckPage *self)
{
  gtk_widget_set_visible (self->try_button, hw_form_get_questionnaire (self->form) != NULL);
  if (!self->had_report && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (GTK_WIDGET (self));
  self->had_report = TRUE;
}

static gboolean
hw_check_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (HW_CHECK_PAGE (widget)->view));
}

static void
hw_check_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (hw_check_page_parent_class)->map (widget);
  gtk_widget_grab_focus (widget);
}

static void
hw_check_page_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), HW_TYPE_CHECK_PAGE);
  g_clear_object (&HW_CHECK_PAGE (object)->form);
  G_OBJECT_CLASS (hw_check_page_parent_class)->dispose (object);
}

static void
hw_check_page_class_init (HwCheckPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hw_check_page_dispose;
  widget_class->grab_focus = hw_check_page_grab_focus;
  widget_class->map = hw_check_page_map;
  question_activated_signal = g_signal_new (
      "question-activated", HW_TYPE_CHECK_PAGE, G_SIGNAL_RUN_LAST, 0,
      g_signal_accumulator_true_handled, NULL, NULL, G_TYPE_BOOLEAN, 1, G_TYPE_STRING);
  g_type_ensure (HW_TYPE_CHECK_VIEW);
  g_type_ensure (HW_TYPE_MENU_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/homeward/Homeward/form/check-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HwCheckPage, title);
  gtk_widget_class_bind_template_child (widget_class, HwCheckPage, try_button);
  gtk_widget_class_bind_template_child (widget_class, HwCheckPage, view);
  gtk_widget_class_bind_template_callback (widget_class, question_activated_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.leave-check", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_t, GDK_CONTROL_MASK,
                                       "win.try-checked", NULL);
}

static void
hw_check_page_init (HwCheckPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hw_check_page_new:
 * @form: the questionnaire; it is read now unless it is as it was read last
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
hw_check_page_new (HwForm *form)
{
  HwCheckPage *self;
  g_autofree char *name = NULL;

  g_return_val_if_fail (HW_IS_FORM (form), NULL);

  self = g_object_new (HW_TYPE_CHECK_PAGE, NULL);
  self->form = g_object_ref (form);
  name = hw_form_dup_name (form);
  adw_window_title_set_subtitle (self->title, name);
  hw_check_view_set_form (self->view, form);
  g_signal_connect_object (form, "read", G_CALLBACK (read_cb), self, G_CONNECT_SWAPPED);
  if (!hw_form_is_read (form) || hw_form_has_changed (form))
    hw_form_read (form);
  gtk_widget_set_visible (self->try_button, hw_form_get_questionnaire (form) != NULL);
  return GTK_WIDGET (self);
}

/**
 * hw_check_page_get_form:
 * @self: the page
 *
 * Returns: (transfer none): what is checked
 */
HwForm *
hw_check_page_get_form (HwCheckPage *self)
{
  g_return_val_if_fail (HW_IS_CHECK_PAGE (self), NULL);
  return self->form;
}
