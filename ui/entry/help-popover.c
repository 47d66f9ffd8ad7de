/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/entry/help-popover.h"

#include <glib/gi18n.h>

static void
add_text (GtkWidget *box,
          const char *title,
          const char *text)
{
  GtkWidget *label;

  if (text == NULL || *text == '\0')
    return;
  if (title != NULL)
    {
      label = gtk_label_new (title);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_add_css_class (label, "caption-heading");
      gtk_box_append (GTK_BOX (box), label);
    }
  label = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 60);
  gtk_box_append (GTK_BOX (box), label);
}

/**
 * hw_help_popover_new:
 * @item: a question
 *
 * Returns: (transfer floating): what there is to know about the question: definition and examples, and whom it is for
 */
GtkWidget *
hw_help_popover_new (HwItem *item)
{
  HwQuestion *question = hw_item_get_question (item);
  g_autofree char *guidance = hw_item_dup_guidance (item);
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_add_css_class (box, "help");
  add_text (box, NULL, guidance);
  add_text (box, _("Asked of"), hw_question_get_universe (question));
  if (gtk_widget_get_first_child (box) == NULL)
    add_text (box, NULL, _("There is no explanation of this question."));
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_popover_set_position (GTK_POPOVER (popover), GTK_POS_TOP);
  return popover;
}
