/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/trial/trial-bar.h"

struct _HwTrialBar
{
  AdwBin parent_instance;

  GtkInfoBar *news_bar;
  GtkLabel *news_label;
  GtkWidget *reload_button;
  GtkWidget *faults_button;
};

G_DEFINE_FINAL_TYPE (HwTrialBar, hw_trial_bar, ADW_TYPE_BIN)

static void
hw_trial_bar_dispose (GObject *object)
{
  /* A bin does not learn that disposing of the template takes its child. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), HW_TYPE_TRIAL_BAR);
  G_OBJECT_CLASS (hw_trial_bar_parent_class)->dispose (object);
}

static void
hw_trial_bar_class_init (HwTrialBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hw_trial_bar_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/homeward/Homeward/trial/trial-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, HwTrialBar, news_bar);
  gtk_widget_class_bind_template_child (widget_class, HwTrialBar, news_label);
  gtk_widget_class_bind_template_child (widget_class, HwTrialBar, reload_button);
  gtk_widget_class_bind_template_child (widget_class, HwTrialBar, faults_button);
}

static void
hw_trial_bar_init (HwTrialBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hw_trial_bar_new:
 *
 * Returns: (transfer floating): a bar without news
 */
GtkWidget *
hw_trial_bar_new (void)
{
  return g_object_new (HW_TYPE_TRIAL_BAR, NULL);
}

/**
 * hw_trial_bar_show_news:
 * @self: the bar
 * @text: (nullable): what happened to the questionnaire, a sentence; %NULL when that is over
 * @can_reload: whether it can be tried as it is now; else its faults can be looked at
 */
void
hw_trial_bar_show_news (HwTrialBar *self,
                        const char *text,
                        gboolean can_reload)
{
  g_return_if_fail (HW_IS_TRIAL_BAR (self));

  if (text != NULL)
    gtk_label_set_label (self->news_label, text);
  gtk_widget_set_visible (self->reload_button, can_reload);
  gtk_widget_set_visible (self->faults_button, !can_reload);
  gtk_widget_set_visible (GTK_WIDGET (self->news_bar), text != NULL);
}

/**
 * hw_trial_bar_get_news:
 * @self: the bar
 *
 * Returns: (nullable) (transfer none): what it says beside that this is a trial
 */
const char *
hw_trial_bar_get_news (HwTrialBar *self)
{
  g_return_val_if_fail (HW_IS_TRIAL_BAR (self), NULL);

  return gtk_widget_get_visible (GTK_WIDGET (self->news_bar)) ? gtk_label_get_label (self->news_label)
                                                              : NULL;
}
