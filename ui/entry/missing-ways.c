/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/entry/missing-ways.h"

#include <glib/gi18n.h>

static const struct
{
  HwMissing missing;
  const char *label;
  const char *key;
  const char *action;
} ways[] = {
  { HW_MISSING_DONT_KNOW, N_("Don’t know"), "F8", "entry.dont-know" },
  { HW_MISSING_REFUSED, N_("Refused"), "F9", "entry.refused" },
  { HW_MISSING_NOT_APPLICABLE, N_("Not applicable"), "⇧F9", "entry.not-applicable" },
};

/**
 * hw_missing_ways_new:
 * @question: a question
 *
 * Returns: (nullable) (transfer floating): a button for each way that @question takes; %NULL when it takes none
 */
GtkWidget *
hw_missing_ways_new (HwQuestion *question)
{
  guint taken = hw_question_get_missing (question);
  GtkWidget *box;

  if (taken == 0)
    return NULL;
  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  gtk_widget_add_css_class (box, "ways");
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    if ((taken & ways[i].missing) != 0)
      {
        /* Translators: a button; first what it says for the respondent, then its key: "Don’t know  F8". */
        g_autofree char *text = g_strdup_printf (_("%s  %s"), _(ways[i].label), ways[i].key);
        GtkWidget *button = gtk_button_new_with_label (text);

        gtk_widget_add_css_class (button, "flat");
        gtk_widget_set_focusable (button, FALSE);
        gtk_actionable_set_action_name (GTK_ACTIONABLE (button), ways[i].action);
        gtk_box_append (GTK_BOX (box), button);
      }
  return box;
}

/**
 * hw_missing_chip_new:
 *
 * Returns: (transfer floating): a chip that can be clicked to take it back
 */
GtkWidget *
hw_missing_chip_new (void)
{
  GtkWidget *chip = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (box), gtk_label_new (NULL));
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("window-close-symbolic"));
  gtk_button_set_child (GTK_BUTTON (chip), box);
  gtk_widget_add_css_class (chip, "chip");
  gtk_widget_set_halign (chip, GTK_ALIGN_START);
  gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
  gtk_widget_set_focusable (chip, FALSE);
  gtk_widget_set_tooltip_text (chip, _("Take it back"));
  return chip;
}

/**
 * hw_missing_chip_show:
 * @chip: of hw_missing_chip_new()
 * @missing: what was said
 */
void
hw_missing_chip_show (GtkWidget *chip,
                      HwMissing missing)
{
  GtkWidget *label = gtk_widget_get_first_child (gtk_button_get_child (GTK_BUTTON (chip)));

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    if (ways[i].missing == missing)
      gtk_label_set_label (GTK_LABEL (label), _(ways[i].label));
  gtk_widget_set_visible (chip, missing != HW_MISSING_NONE);
}
