/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tables/table-view.h"

#include <glib/gi18n.h>
#include <math.h>

#include "ui/tables/table-bar.h"
#include "ui/tables/table-cell.h"

/* Characters in a line of a heading */
#define COLUMN_WIDTH 16
#define ROW_WIDTH 32
#define WIDE_ROW_WIDTH 48 /* where few columns leave the room */
#define FEW_COLUMNS 4

struct _HwTableView
{
  AdwBin parent_instance;

  GtkLabel *corner;
  GtkScrolledWindow *columns_scroll;
  GtkScrolledWindow *rows_scroll;
  GtkScrolledWindow *cells_scroll;
  GtkGrid *columns_grid;
  GtkGrid *rows_grid;
  GtkGrid *cells_grid;

  GtkSizeGroup *head_height; /* corner and column headings */
  GtkSizeGroup *head_width;  /* corner and row headings */
  GtkWidget *current;        /* nullable, weak: the cell where the focus was */
  GtkLabel *bars_head;       /* nullable, the grid's */
  HwTable *table;            /* nullable */
  guint layer;
};

G_DEFINE_FINAL_TYPE (HwTableView, hw_table_view, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_SENTENCE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
clear_grid (GtkGrid *grid)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (grid))) != NULL)
    gtk_grid_remove (grid, child);
}

/*
 * Breaks lines by hand. A label that wraps has a height for each width, and widgets of a size group
 * are asked for their height at the width of one another: headings and cells then drift apart.
 */
static char *
break_lines (const char *text,
             glong width)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  GString *lines = g_string_new (NULL);
  glong at = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      glong length = g_utf8_strlen (words[i], -1);
      gboolean fits = at + 1 + length <= width;

      if (i > 0)
        g_string_append_c (lines, fits ? ' ' : '\n');
      at = i > 0 && fits ? at + 1 + length : length;
      g_string_append (lines, words[i]);
    }
  return g_string_free (lines, FALSE);
}

static GtkWidget *
create_head (const char *text,
             glong width,
             gboolean is_column)
{
  g_autofree char *lines = break_lines (text, width);
  GtkWidget *label = gtk_label_new (lines);

  gtk_label_set_xalign (GTK_LABEL (label), is_column ? 1 : 0);
  gtk_label_set_yalign (GTK_LABEL (label), is_column ? 1 : 0.5f);
  gtk_label_set_justify (GTK_LABEL (label), is_column ? GTK_JUSTIFY_RIGHT : GTK_JUSTIFY_LEFT);
  gtk_label_set_width_chars (GTK_LABEL (label), is_column ? 7 : 14);
  gtk_widget_add_css_class (label, is_column ? "column-head" : "row-head");
  return label;
}

static glong
get_row_width (HwTable *table)
{
  return hw_table_get_length (table, HW_AXIS_COLUMN) <= FEW_COLUMNS ? WIDE_ROW_WIDTH : ROW_WIDTH;
}

static gboolean
is_total (HwTable *table,
          HwAxis axis,
          guint i)
{
  const char *code = hw_table_get_code (table, axis, i);

  return g_strcmp0 (code, "total") == 0 && hw_table_get_length (table, axis) > 1;
}

/* Where rows add up to a total its bar would make all others short. */
static double
find_largest (HwTableView *self,
              guint column)
{
  const char *statistic = hw_table_get_statistic (self->table);
  gboolean adds_up = g_strcmp0 (statistic, "count") == 0 || g_strcmp0 (statistic, "total") == 0
                     || g_strcmp0 (statistic, "column%") == 0;
  double largest = 0;

  for (guint r = 0; r < hw_table_get_length (self->table, HW_AXIS_ROW); r++)
    {
      const HwCell *cell = hw_table_get_cell (self->table, self->layer, r, column);

      if (hw_figures_is_withheld (cell) || (adds_up && is_total (self->table, HW_AXIS_ROW, r)))
        continue;
      if (isfinite (cell->estimate))
        largest = fmax (largest, cell->estimate);
      if (isfinite (cell->upper))
        largest = fmax (largest, cell->upper);
    }
  return largest;
}

/* The bars show the column in which one is. */
static void
show_bars (HwTableView *self,
           guint column)
{
  guint n_columns = hw_table_get_length (self->table, HW_AXIS_COLUMN);
  double largest = find_largest (self, column);
  const char *label = hw_table_get_label (self->table, HW_AXIS_COLUMN, column);
  g_autofree char *head = NULL;

  if (self->bars_head == NULL)
    return;
  if (label == NULL || *label == '\0')
    label = hw_table_get_statistic_label (self->table);
  /* Translators: heading of bars: the column that they show. */
  head = g_strdup_printf (_("%s, with 95 %% limits"), label);
  gtk_label_set_label (self->bars_head, head);
  for (guint r = 0; r < hw_table_get_length (self->table, HW_AXIS_ROW); r++)
    {
      GtkWidget *bar = gtk_grid_get_child_at (self->cells_grid, (int) n_columns, (int) r);
      const HwCell *cell = hw_table_get_cell (self->table, self->layer, r, column);

      hw_table_bar_show (HW_TABLE_BAR (bar), cell->estimate <= largest ? cell : NULL, largest);
    }
}

static void
add_bars (HwTableView *self)
{
  guint n_rows = hw_table_get_length (self->table, HW_AXIS_ROW);
  guint n_columns = hw_table_get_length (self->table, HW_AXIS_COLUMN);
  g_autoptr (GtkSizeGroup) width = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);

  /* One bar says nothing that the figure does not say. */
  if (n_rows < 2)
    return;
  self->bars_head = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->bars_head, 0);
  gtk_label_set_yalign (self->bars_head, 1);
  gtk_label_set_ellipsize (self->bars_head, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (GTK_WIDGET (self->bars_head), "bars-head");
  gtk_size_group_add_widget (width, GTK_WIDGET (self->bars_head));
  gtk_grid_attach (self->columns_grid, GTK_WIDGET (self->bars_head), (int) n_columns, 1, 1, 1);
  for (guint r = 0; r < n_rows; r++)
    {
      GtkWidget *bar = hw_table_bar_new ();

      gtk_size_group_add_widget (width, bar);
      gtk_grid_attach (self->cells_grid, bar, (int) n_columns, (int) r, 1, 1);
    }
  show_bars (self, n_columns - 1);
}

static void
focus_enter_cb (HwTableView *self,
                GtkEventController *controller)
{
  GtkWidget *cell = gtk_event_controller_get_widget (controller);
  int column;

  g_set_weak_pointer (&self->current, cell);
  gtk_grid_query_child (self->cells_grid, cell, &column, NULL, NULL, NULL);
  show_bars (self, (guint) column);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SENTENCE]);
}

static char *
dup_place (HwTable *table,
           guint row,
           guint column)
{
  const char *a = hw_table_get_label (table, HW_AXIS_ROW, row);
  const char *b = hw_table_get_label (table, HW_AXIS_COLUMN, column);

  if (a == NULL || *a == '\0')
    return g_strdup (b != NULL && *b != '\0' ? b : hw_table_get_title (table));
  if (b == NULL || *b == '\0')
    return g_strdup (a);
  /* Translators: the row and the column of a cell. */
  return g_strdup_printf (_("%1$s, %2$s"), a, b);
}

static GtkWidget *
create_cell (HwTableView *self,
             HwTable *table,
             guint layer,
             guint row,
             guint column,
             guint decimals,
             HwBeside beside)
{
  g_autofree char *place = dup_place (table, row, column);
  GtkWidget *cell
      = hw_table_cell_new (hw_table_get_cell (table, layer, row, column), decimals, beside, place);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (focus, "enter", G_CALLBACK (focus_enter_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (cell, focus);
  if (is_total (table, HW_AXIS_ROW, row) || is_total (table, HW_AXIS_COLUMN, column))
    gtk_widget_add_css_class (cell, "total");
  return cell;
}

static GPtrArray *
create_groups (guint n,
               GtkSizeGroupMode mode)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (groups, gtk_size_group_new (mode));
  return groups;
}

static void
add_column_heads (HwTableView *self,
                  HwTable *table,
                  GPtrArray *widths)
{
  g_autofree char *title = hw_table_dup_axis_title (table, HW_AXIS_COLUMN);
  guint n = hw_table_get_length (table, HW_AXIS_COLUMN);

  if (title != NULL && *title != '\0')
    {
      GtkWidget *label = gtk_label_new (title);

      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_widget_add_css_class (label, "axis-title");
      gtk_widget_set_tooltip_text (label, title);
      gtk_grid_attach (self->columns_grid, label, 0, 0, (int) n, 1);
    }
  for (guint c = 0; c < n; c++)
    {
      const char *text = hw_table_get_label (table, HW_AXIS_COLUMN, c);
      gboolean alone = n == 1 && (text == NULL || *text == '\0');
      GtkWidget *head
          = create_head (alone ? hw_table_get_statistic_label (table) : text, COLUMN_WIDTH, TRUE);

      gtk_size_group_add_widget (widths->pdata[c], head);
      if (is_total (table, HW_AXIS_COLUMN, c))
        gtk_widget_add_css_class (head, "total");
      gtk_grid_attach (self->columns_grid, head, (int) c, 1, 1, 1);
    }
}

static void
add_rows (HwTableView *self,
          HwTable *table,
          guint layer,
          HwBeside beside,
          GPtrArray *widths)
{
  guint n_rows = hw_table_get_length (table, HW_AXIS_ROW);
  guint n_columns = hw_table_get_length (table, HW_AXIS_COLUMN);
  guint decimals = hw_figures_get_decimals (table);
  g_autoptr (GPtrArray) heights = create_groups (n_rows, GTK_SIZE_GROUP_VERTICAL);

  for (guint r = 0; r < n_rows; r++)
    {
      const char *text = hw_table_get_label (table, HW_AXIS_ROW, r);
      GtkWidget *head = create_head (text != NULL && *text != '\0' ? text : _("All"),
                                     get_row_width (table), FALSE);

      gtk_widget_set_hexpand (head, TRUE);
      if (is_total (table, HW_AXIS_ROW, r))
        gtk_widget_add_css_class (head, "total");
      gtk_size_group_add_widget (heights->pdata[r], head);
      gtk_grid_attach (self->rows_grid, head, 0, (int) r, 1, 1);
      for (guint c = 0; c < n_columns; c++)
        {
          GtkWidget *cell = create_cell (self, table, layer, r, c, decimals, beside);

          gtk_size_group_add_widget (heights->pdata[r], cell);
          gtk_size_group_add_widget (widths->pdata[c], cell);
          gtk_grid_attach (self->cells_grid, cell, (int) c, (int) r, 1, 1);
        }
    }
}

/* Tab comes to the cell where one was, and leaves; within, the arrows move. */
static gboolean
hw_table_view_focus (GtkWidget *widget,
                     GtkDirectionType direction)
{
  HwTableView *self = HW_TABLE_VIEW (widget);
  gboolean by_tab = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD;
  GtkWidget *inside = gtk_widget_get_focus_child (widget);

  if (by_tab && inside != NULL)
    return FALSE;
  if (inside == NULL)
    {
      GtkWidget *cell
          = self->current != NULL ? self->current : gtk_grid_get_child_at (self->cells_grid, 0, 0);
      return cell != NULL && gtk_widget_grab_focus (cell);
    }
  return GTK_WIDGET_CLASS (hw_table_view_parent_class)->focus (widget, direction);
}

static void
hw_table_view_get_property (GObject *object,
                            guint id,
                            GValue *value,
                            GParamSpec *pspec)
{
  if (id == PROP_SENTENCE)
    g_value_set_string (value, hw_table_view_get_sentence (HW_TABLE_VIEW (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
hw_table_view_dispose (GObject *object)
{
  HwTableView *self = HW_TABLE_VIEW (object);

  g_clear_weak_pointer (&self->current);
  g_clear_pointer (&self->table, hw_table_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), HW_TYPE_TABLE_VIEW);
  g_clear_object (&self->head_height);
  g_clear_object (&self->head_width);
  G_OBJECT_CLASS (hw_table_view_parent_class)->dispose (object);
}

static void
hw_table_view_class_init (HwTableViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = hw_table_view_get_property;
  object_class->dispose = hw_table_view_dispose;
  widget_class->focus = hw_table_view_focus;
  properties[PROP_SENTENCE] = g_param_spec_string ("sentence", NULL, NULL, NULL,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "tableview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/homeward/Homeward/tables/table-view.ui");
  gtk_widget_class_bind_template_child (widget_class, HwTableView, corner);
  gtk_widget_class_bind_template_child (widget_class, HwTableView, columns_scroll);
  gtk_widget_class_bind_template_child (widget_class, HwTableView, rows_scroll);
  gtk_widget_class_bind_template_child (widget_class, HwTableView, cells_scroll);
  gtk_widget_class_bind_template_child (widget_class, HwTableView, columns_grid);
  gtk_widget_class_bind_template_child (widget_class, HwTableView, rows_grid);
  gtk_widget_class_bind_template_child (widget_class, HwTableView, cells_grid);
}

static void
hw_table_view_init (HwTableView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  /* Headings scroll with the cells, in their one direction each. */
  gtk_scrolled_window_set_hadjustment (self->columns_scroll,
                                       gtk_scrolled_window_get_hadjustment (self->cells_scroll));
  gtk_scrolled_window_set_vadjustment (self->rows_scroll,
                                       gtk_scrolled_window_get_vadjustment (self->cells_scroll));
  self->head_height = gtk_size_group_new (GTK_SIZE_GROUP_VERTICAL);
  gtk_size_group_add_widget (self->head_height, GTK_WIDGET (self->corner));
  gtk_size_group_add_widget (self->head_height, GTK_WIDGET (self->columns_grid));
  self->head_width = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  gtk_size_group_add_widget (self->head_width, GTK_WIDGET (self->corner));
  gtk_size_group_add_widget (self->head_width, GTK_WIDGET (self->rows_grid));
}

/**
 * hw_table_view_show:
 * @self: the view
 * @table: (nullable): the table, %NULL to show nothing
 * @layer: which of its layers
 * @beside: what stands beside the estimates
 */
void
hw_table_view_show (HwTableView *self,
                    HwTable *table,
                    guint layer,
                    HwBeside beside)
{
  g_autoptr (GPtrArray) widths = NULL;
  g_autofree char *title = NULL;
  g_autofree char *corner = NULL;

  g_return_if_fail (HW_IS_TABLE_VIEW (self));

  clear_grid (self->columns_grid);
  clear_grid (self->rows_grid);
  clear_grid (self->cells_grid);
  self->bars_head = NULL;
  g_clear_weak_pointer (&self->current);
  g_clear_pointer (&self->table, hw_table_unref);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SENTENCE]);
  if (table == NULL)
    return;
  g_return_if_fail (layer < hw_table_get_length (table, HW_AXIS_LAYER));

  self->table = hw_table_ref (table);
  self->layer = layer;
  widths = create_groups (hw_table_get_length (table, HW_AXIS_COLUMN), GTK_SIZE_GROUP_HORIZONTAL);
  title = hw_table_dup_axis_title (table, HW_AXIS_ROW);
  corner = break_lines (title != NULL ? title : "", get_row_width (table));
  gtk_label_set_label (self->corner, corner);
  add_column_heads (self, table, widths);
  add_rows (self, table, layer, beside, widths);
  add_bars (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  hw_table_get_title (table), -1);
}

/**
 * hw_table_view_get_sentence:
 * @self: the view
 *
 * Returns: (nullable) (transfer none): all about the cell in which the focus is or was
 */
const char *
hw_table_view_get_sentence (HwTableView *self)
{
  g_return_val_if_fail (HW_IS_TABLE_VIEW (self), NULL);

  return self->current != NULL ? hw_table_cell_get_sentence (HW_TABLE_CELL (self->current)) : NULL;
}
