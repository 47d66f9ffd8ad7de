/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/common/toast.h"

static AdwToast *
add_toast (GtkWidget *from,
           const char *text,
           const char *button)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (from, ADW_TYPE_TOAST_OVERLAY);
  AdwToast *toast;

  if (overlay == NULL)
    return NULL;
  toast = adw_toast_new (text);
  if (button != NULL)
    {
      adw_toast_set_button_label (toast, button);
      adw_toast_set_timeout (toast, 10);
    }
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
  return toast;
}

/**
 * hw_toast_show:
 * @from: a widget of the window that is to say it
 * @text: one sentence, plain text
 *
 * Says something in passing, at the bottom of the window. Outside a window that takes toasts
 * nothing is said.
 */
void
hw_toast_show (GtkWidget *from,
               const char *text)
{
  g_autofree char *escaped = NULL;

  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (text != NULL);

  escaped = g_markup_escape_text (text, -1);
  add_toast (from, escaped, NULL);
}

/**
 * hw_toast_offer:
 * @from: a widget of the window that is to say it
 * @text: one sentence, plain text
 * @button: what can be done about it, such as "Undo"
 *
 * Says something and offers to do something about it; connect to #AdwToast::button-clicked.
 *
 * Returns: (nullable) (transfer none): the toast, which the window owns
 */
AdwToast *
hw_toast_offer (GtkWidget *from,
                const char *text,
                const char *button)
{
  g_autofree char *escaped = NULL;

  g_return_val_if_fail (GTK_IS_WIDGET (from), NULL);
  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (button != NULL, NULL);

  escaped = g_markup_escape_text (text, -1);
  return add_toast (from, escaped, button);
}
