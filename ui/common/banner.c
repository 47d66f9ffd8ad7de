/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/common/banner.h"

struct _HwBanner
{
  AdwBin parent_instance;

  GtkInfoBar *bar;
  GtkImage *mark;
  GtkLabel *label;
};

G_DEFINE_FINAL_TYPE (HwBanner, hw_banner, ADW_TYPE_BIN)

static void
close_cb (HwBanner *self)
{
  hw_banner_hide (self);
}

static void
hw_banner_dispose (GObject *object)
{
  /* A bin does not learn that disposing of the template takes its child. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), HW_TYPE_BANNER);
  G_OBJECT_CLASS (hw_banner_parent_class)->dispose (object);
}

static void
hw_banner_class_init (HwBannerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hw_banner_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/homeward/Homeward/common/banner.ui");
  gtk_widget_class_bind_template_child (widget_class, HwBanner, bar);
  gtk_widget_class_bind_template_child (widget_class, HwBanner, mark);
  gtk_widget_class_bind_template_child (widget_class, HwBanner, label);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
}

static void
hw_banner_init (HwBanner *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hw_banner_new:
 *
 * Returns: (transfer floating): a banner that says nothing yet
 */
GtkWidget *
hw_banner_new (void)
{
  return g_object_new (HW_TYPE_BANNER, NULL);
}

/**
 * hw_banner_show:
 * @self: the banner
 * @type: how grave it is
 * @text: the sentence, plain text
 *
 * Shows @text, in place of what the banner said before.
 */
void
hw_banner_show (HwBanner *self,
                GtkMessageType type,
                const char *text)
{
  g_return_if_fail (HW_IS_BANNER (self));
  g_return_if_fail (text != NULL);

  gtk_info_bar_set_message_type (self->bar, type);
  gtk_image_set_from_icon_name (self->mark, type == GTK_MESSAGE_INFO ? "dialog-information-symbolic"
                                                                     : "dialog-warning-symbolic");
  gtk_label_set_label (self->label, text);
  gtk_info_bar_set_revealed (self->bar, TRUE);
  gtk_widget_show (GTK_WIDGET (self));
}

/**
 * hw_banner_hide:
 * @self: the banner
 *
 * Takes the banner away.
 */
void
hw_banner_hide (HwBanner *self)
{
  g_return_if_fail (HW_IS_BANNER (self));

  gtk_info_bar_set_revealed (self->bar, FALSE);
}

/**
 * hw_banner_get_text:
 * @self: the banner
 *
 * Returns: (nullable): what the banner says, %NULL while it is hidden
 */
const char *
hw_banner_get_text (HwBanner *self)
{
  g_return_val_if_fail (HW_IS_BANNER (self), NULL);

  return gtk_info_bar_get_revealed (self->bar) ? gtk_label_get_label (self->label) : NULL;
}
