/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tables/table-bar.h"

#include <math.h>
#include <string.h>

#include "ui/tables/figures.h"

#define WIDTH 160
#define THICKNESS 12
#define CAP 8

struct _HwTableBar
{
  GtkWidget parent_instance;

  /* Shares of the width; negative: not there */
  float bar;
  float lower;
  float upper;
};

G_DEFINE_FINAL_TYPE (HwTableBar, hw_table_bar, GTK_TYPE_WIDGET)

static void
append (HwTableBar *self,
        GtkSnapshot *snapshot,
        const GdkRGBA *color,
        float x,
        float y,
        float width,
        float height)
{
  int whole = gtk_widget_get_width (GTK_WIDGET (self));

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = (float) whole - x - width;
  gtk_snapshot_append_color (snapshot, color, &GRAPHENE_RECT_INIT (x, y, width, height));
}

static void
hw_table_bar_snapshot (GtkWidget *widget,
                       GtkSnapshot *snapshot)
{
  HwTableBar *self = HW_TABLE_BAR (widget);
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  float width = (float) gtk_widget_get_width (widget);
  float middle = floorf ((float) gtk_widget_get_height (widget) / 2);
  GdkRGBA color, limits;

  gtk_style_context_get_color (style, &color);
  limits = color;
  if (!gtk_style_context_lookup_color (style, "window_fg_color", &limits))
    limits = color;
  limits.alpha = 0.75f;
  if (self->bar > 0)
    append (self, snapshot, &color, 0, middle - THICKNESS / 2, self->bar * width, THICKNESS);
  if (self->upper < 0)
    return;
  append (self, snapshot, &limits, self->lower * width, middle - 0.5f,
          (self->upper - self->lower) * width, 1);
  append (self, snapshot, &limits, self->lower * width, middle - CAP / 2, 1, CAP);
  append (self, snapshot, &limits, self->upper * width - 1, middle - CAP / 2, 1, CAP);
}

static void
hw_table_bar_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : THICKNESS;
}

static void
hw_table_bar_class_init (HwTableBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = hw_table_bar_snapshot;
  widget_class->measure = hw_table_bar_measure;
  gtk_widget_class_set_css_name (widget_class, "tablebar");
  /* The figures beside it say the same to those who listen. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
hw_table_bar_init (HwTableBar *self)
{
  self->bar = self->lower = self->upper = -1;
}

/**
 * hw_table_bar_new:
 *
 * Returns: (transfer floating): a bar that shows nothing yet
 */
GtkWidget *
hw_table_bar_new (void)
{
  return g_object_new (HW_TYPE_TABLE_BAR, NULL);
}

/**
 * hw_table_bar_show:
 * @self: the bar
 * @cell: (nullable): the estimate
 * @largest: what the whole width stands for
 */
void
hw_table_bar_show (HwTableBar *self,
                   const HwCell *cell,
                   double largest)
{
  gboolean shown;

  g_return_if_fail (HW_IS_TABLE_BAR (self));

  shown
      = cell != NULL && !hw_figures_is_withheld (cell) && isfinite (cell->estimate) && largest > 0;
  self->bar = shown ? (float) CLAMP (cell->estimate / largest, 0, 1) : -1;
  self->lower = self->upper = -1;
  if (shown && isfinite (cell->lower) && isfinite (cell->upper) && cell->upper > cell->lower)
    {
      self->lower = (float) CLAMP (cell->lower / largest, 0, 1);
      self->upper = (float) CLAMP (cell->upper / largest, 0, 1);
    }
  if (shown && strcmp (cell->flag, "E") == 0)
    gtk_widget_add_css_class (GTK_WIDGET (self), "caution");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "caution");
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
