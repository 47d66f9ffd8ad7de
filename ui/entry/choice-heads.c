/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/entry/choice-heads.h"

#include "questionnaire/choice-list.h"
#include "ui/entry/tile-list.h"

/**
 * hw_choice_heads_new:
 *
 * Returns: headings that say nothing yet
 */
GtkWidget *
hw_choice_heads_new (void)
{
  GtkWidget *heads = gtk_grid_new ();

  gtk_grid_set_column_homogeneous (GTK_GRID (heads), TRUE);
  gtk_grid_set_column_spacing (GTK_GRID (heads), HW_TILE_SPACING);
  gtk_widget_add_css_class (heads, "heads");
  return heads;
}

/**
 * hw_choice_heads_show:
 * @heads: of hw_choice_heads_new()
 * @choices: (element-type HwChoice): what stands in the columns
 * @language: of the labels
 */
void
hw_choice_heads_show (GtkWidget *heads,
                      GPtrArray *choices,
                      const char *language)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (heads)) != NULL)
    gtk_grid_remove (GTK_GRID (heads), child);
  for (guint i = 0; i < choices->len; i++)
    {
      GtkWidget *label = gtk_label_new (hw_choice_get_label (g_ptr_array_index (choices, i), language));

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 1);
      gtk_widget_set_valign (label, GTK_ALIGN_END);
      gtk_widget_set_hexpand (label, TRUE);
      gtk_grid_attach (GTK_GRID (heads), label, (int) i, 0, 1, 1);
    }
}
