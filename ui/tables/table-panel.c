/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tables/table-panel.h"

#include <glib/gi18n.h>

#include "ui/tables/table-view.h"

struct _HwTablePanel
{
  AdwBin parent_instance;

  GtkLabel *title_label;
  GtkLabel *statistic_label;
  GtkLabel *note_label;
  GtkLabel *design_label;
  GtkLabel *warnings_label;
  GtkLabel *cell_label;
  HwTableView *view;
};

G_DEFINE_FINAL_TYPE (HwTablePanel, hw_table_panel, ADW_TYPE_BIN)

static void
show_words (HwTablePanel *self,
            HwTable *table)
{
  g_autofree char *design = hw_table_dup_design (table);
  /* Isolated (U+2068, U+2069), or an id in Latin letters turns the direction of an Arabic title. */
  g_autofree char *title
      = g_strdup_printf ("\u2068%s\u2069  %s", hw_table_get_id (table), hw_table_get_title (table));
  const char *note = hw_table_get_note (table);
  const char *weight = hw_table_get_weight (table);

  gtk_label_set_label (self->title_label, title);
  if (weight != NULL && *weight != '\0')
    {
      gtk_label_set_label (self->statistic_label, hw_table_get_statistic_label (table));
    }
  else
    {
      g_autofree char *text
          /* Translators: what a table shows, such as "Mean", of data without weights. */
          = g_strdup_printf (_("%s, unweighted"), hw_table_get_statistic_label (table));
      gtk_label_set_label (self->statistic_label, text);
    }
  gtk_label_set_label (self->note_label, note != NULL ? note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note_label), note != NULL && *note != '\0');
  gtk_label_set_label (self->design_label, design != NULL ? design : "");
}

static void
sentence_cb (HwTablePanel *self)
{
  const char *sentence = hw_table_view_get_sentence (self->view);

  if (sentence == NULL)
    sentence = _("Click a cell, or go to it with the arrow keys, to see all that is known of it.");
  gtk_label_set_label (self->cell_label, sentence);
}

static void
hw_table_panel_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HW_TYPE_TABLE_PANEL);
  G_OBJECT_CLASS (hw_table_panel_parent_class)->dispose (object);
}

static void
hw_table_panel_class_init (HwTablePanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hw_table_panel_dispose;
  g_type_ensure (HW_TYPE_TABLE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/homeward/Homeward/tables/table-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, HwTablePanel, title_label);
  gtk_widget_class_bind_template_child (widget_class, HwTablePanel, statistic_label);
  gtk_widget_class_bind_template_child (widget_class, HwTablePanel, note_label);
  gtk_widget_class_bind_template_child (widget_class, HwTablePanel, design_label);
  gtk_widget_class_bind_template_child (widget_class, HwTablePanel, warnings_label);
  gtk_widget_class_bind_template_child (widget_class, HwTablePanel, cell_label);
  gtk_widget_class_bind_template_child (widget_class, HwTablePanel, view);
  gtk_widget_class_bind_template_callback (widget_class, sentence_cb);
}

static void
hw_table_panel_init (HwTablePanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sentence_cb (self);
}

/**
 * hw_table_panel_show:
 * @self: the panel
 * @table: the table
 * @layer: which of its layers
 * @beside: what stands beside the estimates
 */
void
hw_table_panel_show (HwTablePanel *self,
                     HwTable *table,
                     guint layer,
                     HwBeside beside)
{
  g_return_if_fail (HW_IS_TABLE_PANEL (self));
  g_return_if_fail (table != NULL);

  show_words (self, table);
  hw_table_view_show (self->view, table, layer, beside);
}

/**
 * hw_table_panel_set_warnings:
 * @self: the panel
 * @warnings: what somebody should know of the data, in sentences; "" for nothing
 */
void
hw_table_panel_set_warnings (HwTablePanel *self,
                             const char *warnings)
{
  g_return_if_fail (HW_IS_TABLE_PANEL (self));
  g_return_if_fail (warnings != NULL);

  gtk_label_set_label (self->warnings_label, warnings);
  gtk_widget_set_visible (GTK_WIDGET (self->warnings_label), *warnings != '\0');
}
