/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/table-text.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <math.h>
#include <string.h>

#include "tabulate/disclosure.h"

#define MAX_ROW_LABEL    64
#define MAX_COLUMN_LABEL 28

/* What is needed to draw one table */
typedef struct
{
  HwTable *table;
  GString *text;
  guint width;
  int decimals;
  guint row_width;    /* of the labels of the rows */
  guint *columns;     /* width of each */
} Drawing;

/* Columns that a text takes on a screen */
static guint
measure (const char *text)
{
  guint width = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      width += g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;
    }
  return width;
}

static char *
shorten (const char *text,
         guint width)
{
  const char *at = text;
  guint taken = 0;

  if (measure (text) <= width)
    return g_strdup (text);
  while (taken + 2 < width)
    {
      taken += g_unichar_iswide (g_utf8_get_char (at)) ? 2 : 1;
      at = g_utf8_next_char (at);
    }
  return g_strdup_printf ("%.*s…", (int) (at - text), text);
}

static void
append_padded (GString *line,
               const char *text,
               guint width,
               gboolean right)
{
  guint own = measure (text);
  guint space = own < width ? width - own : 0;

  if (!right)
    g_string_append (line, text);
  for (guint i = 0; i < space; i++)
    g_string_append_c (line, ' ');
  if (right)
    g_string_append (line, text);
}

static void
end_line (GString *text,
          GString *line)
{
  while (line->len > 0 && line->str[line->len - 1] == ' ')
    g_string_truncate (line, line->len - 1);
  g_string_append (text, line->str);
  g_string_append_c (text, '\n');
  g_string_truncate (line, 0);
}

/* As many decimals for all cells of a table as its largest figure needs */
static int
choose_decimals (HwTable *table)
{
  const char *statistic = hw_table_get_statistic (table);
  double largest = 0;

  if (g_str_has_suffix (statistic, "%"))
    return 1;
  if (strcmp (statistic, "count") == 0)
    return 0;
  for (guint l = 0; l < hw_table_get_length (table, HW_AXIS_LAYER); l++)
    for (guint r = 0; r < hw_table_get_length (table, HW_AXIS_ROW); r++)
      for (guint c = 0; c < hw_table_get_length (table, HW_AXIS_COLUMN); c++)
        {
          double estimate = hw_table_get_cell (table, l, r, c)->estimate;

          if (isfinite (estimate))
            largest = MAX (largest, fabs (estimate));
        }
  return largest >= 10000 ? 0 : largest >= 100 ? 1 : largest >= 10 ? 2 : 4;
}

/* As the user's language groups digits; with spaces where it does not, because nobody reads
 * 23469220. */
static char *
format_number (double number,
               int decimals)
{
  g_autofree char *plain = NULL;
  GString *grouped;
  gsize n_digits;

  if (*localeconv ()->thousands_sep != '\0')
    return g_strdup_printf ("%'.*f", decimals, number);
  plain = g_strdup_printf ("%.*f", decimals, number);
  grouped = g_string_new (plain);
  n_digits = strspn (plain + (*plain == '-'), "0123456789");
  for (gsize behind = n_digits; behind > 3; behind -= 3)
    g_string_insert_c (grouped, (gssize) (behind - 3 + (*plain == '-')), ' ');
  return g_string_free (grouped, FALSE);
}

/* "12,345.6 E [18.2]": the estimate, its flag and its CV */
static char *
format_cell (const Drawing *self,
             const HwCell *cell)
{
  g_autofree char *number = NULL;
  g_autofree char *cv = NULL;

  if (isnan (cell->estimate))
    return g_strdup (*cell->flag != '\0' ? cell->flag : "-");
  if (cell->n == 0 && cell->estimate == 0 && *cell->flag == '\0')
    return g_strdup ("-         ");
  number = format_number (cell->estimate, self->decimals);
  cv = isfinite (cell->cv) ? g_strdup_printf ("[%.1f]", cell->cv) : g_strdup ("");
  return g_strdup_printf ("%s %1s %6s", number, cell->flag, cv);
}

static void
measure_table (Drawing *self)
{
  guint n_columns = hw_table_get_length (self->table, HW_AXIS_COLUMN);

  self->columns = g_new0 (guint, n_columns);
  for (guint c = 0; c < n_columns; c++)
    {
      self->columns[c] = MIN (measure (hw_table_get_label (self->table, HW_AXIS_COLUMN, c)),
                              MAX_COLUMN_LABEL);
      for (guint l = 0; l < hw_table_get_length (self->table, HW_AXIS_LAYER); l++)
        for (guint r = 0; r < hw_table_get_length (self->table, HW_AXIS_ROW); r++)
          {
            g_autofree char *cell = format_cell (self, hw_table_get_cell (self->table, l, r, c));

            self->columns[c] = MAX (self->columns[c], measure (cell));
          }
    }
  for (guint r = 0; r < hw_table_get_length (self->table, HW_AXIS_ROW); r++)
    self->row_width = MAX (self->row_width,
                           MIN (measure (hw_table_get_label (self->table, HW_AXIS_ROW, r)), MAX_ROW_LABEL));
}

/* The columns from @first that fit beside each other, at least one */
static guint
find_end (const Drawing *self,
          guint first)
{
  guint n_columns = hw_table_get_length (self->table, HW_AXIS_COLUMN);
  guint width = self->row_width + 2 + self->columns[first];
  guint end = first + 1;

  while (end < n_columns && width + 2 + self->columns[end] <= self->width)
    width += 2 + self->columns[end++];
  return end;
}

static void
draw_panel (Drawing *self,
            guint layer,
            guint first,
            guint end)
{
  g_autoptr (GString) line = g_string_new (NULL);

  if (hw_table_get_length (self->table, HW_AXIS_COLUMN) > 1
      || *hw_table_get_code (self->table, HW_AXIS_COLUMN, 0) != '\0')
    {
      append_padded (line, "", self->row_width, FALSE);
      for (guint c = first; c < end; c++)
        {
          g_autofree char *label = shorten (hw_table_get_label (self->table, HW_AXIS_COLUMN, c),
                                            MAX_COLUMN_LABEL);

          g_string_append (line, "  ");
          append_padded (line, label, self->columns[c], TRUE);
        }
      end_line (self->text, line);
    }
  for (guint r = 0; r < hw_table_get_length (self->table, HW_AXIS_ROW); r++)
    {
      g_autofree char *label = shorten (hw_table_get_label (self->table, HW_AXIS_ROW, r), MAX_ROW_LABEL);

      append_padded (line, label, self->row_width, FALSE);
      for (guint c = first; c < end; c++)
        {
          g_autofree char *cell = format_cell (self, hw_table_get_cell (self->table, layer, r, c));

          g_string_append (line, "  ");
          append_padded (line, cell, self->columns[c], TRUE);
        }
      end_line (self->text, line);
    }
}

static void
draw_axes (Drawing *self)
{
  g_autofree char *rows = hw_table_dup_axis_title (self->table, HW_AXIS_ROW);
  g_autofree char *columns = hw_table_dup_axis_title (self->table, HW_AXIS_COLUMN);

  if (*rows != '\0')
    {
      /* Translators: what the rows of a table are. */
      g_string_append_printf (self->text, _("Rows: %s"), rows);
      g_string_append_c (self->text, '\n');
    }
  if (*columns != '\0')
    {
      /* Translators: what the columns of a table are. */
      g_string_append_printf (self->text, _("Columns: %s"), columns);
      g_string_append_c (self->text, '\n');
    }
}

static void
draw_table (GString *text,
            HwTable *table,
            guint width,
            gboolean with_title)
{
  Drawing self = { .table = table, .text = text, .width = width, .decimals = choose_decimals (table) };
  g_autofree char *layers = hw_table_dup_axis_title (table, HW_AXIS_LAYER);
  g_autofree char *design = hw_table_dup_design (table);

  measure_table (&self);
  if (with_title)
    g_string_append_printf (text, "%s  %s\n\n", hw_table_get_id (table), hw_table_get_title (table));
  g_string_append_printf (text, "%s\n", hw_table_get_statistic_label (table));
  draw_axes (&self);
  for (guint l = 0; l < hw_table_get_length (table, HW_AXIS_LAYER); l++)
    {
      guint n_columns = hw_table_get_length (table, HW_AXIS_COLUMN);

      g_string_append_c (text, '\n');
      if (*layers != '\0')
        g_string_append_printf (text, "%s: %s\n", layers, hw_table_get_label (table, HW_AXIS_LAYER, l));
      for (guint first = 0; first < n_columns;)
        {
          guint end = find_end (&self, first);

          draw_panel (&self, l, first, end);
          if (end < n_columns)
            g_string_append_c (text, '\n');
          first = end;
        }
    }
  g_string_append_c (text, '\n');
  if (*hw_table_get_note (table) != '\0')
    g_string_append_printf (text, "%s\n", hw_table_get_note (table));
  g_string_append_printf (text, "%s\n\n", design);
  g_free (self.columns);
}

/**
 * hw_export_tables_dup_text:
 * @tables: (element-type HwTable): tables; blocks of one follow each other
 * @width: how many letters fit in a line; a table with more columns goes on below itself
 *
 * Draws tables with estimates, flags and, in brackets, coefficients of variation, in the way the
 * user's language writes numbers.
 *
 * Returns: (transfer full): the text
 */
char *
hw_export_tables_dup_text (GPtrArray *tables,
                           guint width)
{
  GString *text = g_string_new (NULL);
  const char *last = NULL;

  g_return_val_if_fail (tables != NULL, NULL);

  for (guint i = 0; i < tables->len; i++)
    {
      HwTable *table = g_ptr_array_index (tables, i);

      draw_table (text, table, width, last == NULL || strcmp (last, hw_table_get_id (table)) != 0);
      last = hw_table_get_id (table);
    }
  if (tables->len > 0)
    {
      g_autofree char *legend = hw_disclosure_dup_legend ();

      /* Translators: %s explains the flags of a table. */
      g_string_append_printf (text, _("[ ]: coefficient of variation in %%. -: nil. %s"), legend);
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}
