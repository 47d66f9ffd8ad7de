/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables on the screen: figures, marks, the way around the cells, and what leaves as CSV. */
#include "config.h"

#include <math.h>
#include <string.h>

#include "tabulate/table-private.h"
#include "ui/common/banner.h"
#include "ui/tables/figures.h"
#include "ui/tables/table-cell.h"
#include "ui/tables/table-view.h"
#include "ui/tables/tables-page.h"
#include "window-fixture.h"

#define ROW_LABEL "A relative who has lived with the household for six months or more"
#define NARROW "\u202f"

static void
test_figure_text (void)
{
  static const struct
  {
    double number;
    guint decimals;
    const char *text;
  } rows[] = {
    { 0, 0, "0" },
    { 999, 0, "999" },
    { 1000, 0, "1" NARROW "000" },
    { 5368422, 0, "5" NARROW "368" NARROW "422" },
    { -1234567.25, 1, "-1" NARROW "234" NARROW "567.2" },
    { 64.94, 1, "64.9" },
    { -0.04, 1, "0.0" },
    { NAN, 1, "–" },
    { INFINITY, 0, "–" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = hw_figure_dup_text (rows[i].number, rows[i].decimals);

      g_assert_cmpstr (text, ==, rows[i].text);
    }
}

static void
test_beside (void)
{
  static const struct
  {
    const char *flag;
    HwBeside beside;
    const char *estimate;
    const char *text;
  } rows[] = {
    { "", HW_BESIDE_NOTHING, "1" NARROW "200", "" },
    { "", HW_BESIDE_SE, "1" NARROW "200", "120" },
    { "", HW_BESIDE_CV, "1" NARROW "200", "10.0\u00a0%" },
    { "", HW_BESIDE_LIMITS, "1" NARROW "200", "960 to 1" NARROW "440" },
    { "", HW_BESIDE_N, "1" NARROW "200", "31" },
    { "E", HW_BESIDE_SE, "1" NARROW "200", "120" },
    { "F", HW_BESIDE_SE, "", "" },
    { "F", HW_BESIDE_N, "", "31" },
    { "*", HW_BESIDE_LIMITS, "", "" },
    { "..", HW_BESIDE_CV, "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      HwCell cell = { .estimate = 1200, .se = 120, .cv = 10, .lower = 960, .upper = 1440, .n = 31 };
      g_autofree char *estimate = NULL;
      g_autofree char *text = NULL;

      g_strlcpy (cell.flag, rows[i].flag, sizeof cell.flag);
      estimate = hw_figures_dup_estimate (&cell, 0);
      text = hw_figures_dup_beside (&cell, rows[i].beside, 0);
      g_assert_cmpstr (estimate, ==, rows[i].estimate);
      g_assert_cmpstr (text, ==, rows[i].text);
    }
  for (guint i = HW_BESIDE_NOTHING; i <= HW_BESIDE_N; i++)
    g_assert_cmpint (hw_beside_from_name (hw_beside_get_name ((HwBeside) i)), ==, i);
}

/* What is withheld must not be read from the line under the table either. */
static void
test_withheld (void)
{
  HwCell cell
      = { .estimate = 1200, .se = 120, .cv = 10, .lower = 960, .upper = 1440, .n = 3, .flag = "*" };
  g_autofree char *text = hw_figures_dup_sentence (&cell, 0);

  g_assert_null (strpbrk (text, "0123456789"));
}

static HwTable *
create_table (void)
{
  const HwTableWords words = { "T1", "Two by three", "count", "Number", "", "" };
  HwTable *table = hw_table_new (&words);

  hw_table_add_level (table, HW_AXIS_LAYER, "", "");
  hw_table_add_level (table, HW_AXIS_ROW, "1", ROW_LABEL);
  hw_table_add_level (table, HW_AXIS_ROW, "total", "Total");
  hw_table_add_level (table, HW_AXIS_COLUMN, "1", "Here");
  hw_table_add_level (table, HW_AXIS_COLUMN, "2", "Away");
  hw_table_add_level (table, HW_AXIS_COLUMN, "total", "Total");
  hw_table_allocate (table);
  for (guint r = 0; r < 2; r++)
    for (guint c = 0; c < 3; c++)
      {
        HwCell *cell = hw_table_edit_cell (table, 0, r, c);

        cell->estimate = 100 * (r + 1) + c;
        cell->se = cell->cv = 1;
        cell->n = 50;
      }
  strcpy (hw_table_edit_cell (table, 0, 0, 1)->flag, "F");
  return table;
}

static gboolean
is_at (WindowFixture *fixture,
       GtkGrid *cells,
       int column,
       int row)
{
  return gtk_root_get_focus (GTK_ROOT (fixture->window))
         == gtk_grid_get_child_at (cells, column, row);
}

static void
test_cells (WindowFixture *fixture,
            gconstpointer data)
{
  g_autoptr (HwTable) table = create_table ();
  HwTableView *view = g_object_new (HW_TYPE_TABLE_VIEW, NULL);
  GtkGrid *cells, *rows;
  GtkLabel *head;

  adw_application_window_set_content (ADW_APPLICATION_WINDOW (fixture->window), GTK_WIDGET (view));
  hw_table_view_show (view, table, 0, HW_BESIDE_CV);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
  cells = window_fixture_find (view, "cells_grid");
  g_assert_true (gtk_widget_has_css_class (gtk_grid_get_child_at (cells, 0, 0), "fine"));
  g_assert_true (gtk_widget_has_css_class (gtk_grid_get_child_at (cells, 1, 0), "withheld"));
  g_assert_true (gtk_widget_has_css_class (gtk_grid_get_child_at (cells, 2, 0), "total"));

  /* Headings stand beside their cells, however many lines they have. */
  rows = window_fixture_find (view, "rows_grid");
  for (int r = 0; r < 2; r++)
    g_assert_cmpint (gtk_widget_get_allocated_height (gtk_grid_get_child_at (rows, 0, r)), ==,
                     gtk_widget_get_allocated_height (gtk_grid_get_child_at (cells, 0, r)));

  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
  gtk_widget_child_focus (GTK_WIDGET (view), GTK_DIR_TAB_FORWARD);
  g_assert_true (is_at (fixture, cells, 0, 0));
  g_assert_true (g_str_has_prefix (hw_table_view_get_sentence (view), ROW_LABEL ", Here: 100"));
  head = GTK_LABEL (gtk_grid_get_child_at (window_fixture_find (view, "columns_grid"), 3, 1));
  g_assert_true (g_str_has_prefix (gtk_label_get_label (head), "Here"));
  gtk_widget_child_focus (GTK_WIDGET (view), GTK_DIR_RIGHT);
  g_assert_true (is_at (fixture, cells, 1, 0));
  /* The bars go with the column. */
  g_assert_true (g_str_has_prefix (gtk_label_get_label (head), "Away"));
  gtk_widget_child_focus (GTK_WIDGET (view), GTK_DIR_DOWN);
  g_assert_true (is_at (fixture, cells, 1, 1));
  /* Tab leaves the table. */
  g_assert_false (gtk_widget_child_focus (GTK_WIDGET (view), GTK_DIR_TAB_FORWARD));
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_ROLE_GRID);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Two by three");

  hw_table_view_show (view, NULL, 0, HW_BESIDE_NOTHING);
  g_assert_null (gtk_grid_get_child_at (cells, 0, 0));
  g_assert_null (hw_table_view_get_sentence (view));
}

static char *
run_cli (const char *survey,
         const char *plan,
         const char *table)
{
  const char *command[] = { g_getenv ("HOMEWARD_CLI"),
                            "tabulate",
                            survey,
                            "--plan",
                            plan,
                            "--table",
                            table,
                            "--format",
                            "csv",
                            NULL };
  g_autoptr (GError) error = NULL;
  char *output = NULL;

  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, NULL,
                &error);
  g_assert_no_error (error);
  return output;
}

static void
test_export (WindowFixture *fixture,
             gconstpointer data)
{
  g_autofree char *survey = window_fixture_create_survey (fixture, "five.homeward");
  g_autofree char *plan
      = g_build_filename (g_getenv ("HOMEWARD_DATADIR"), "plans", "standard.csv", NULL);
  g_autofree char *path = window_fixture_dup_path (fixture, "T20.csv");
  g_autofree char *written = NULL;
  g_autofree char *printed = NULL;
  HwTablesPage *page;

  g_assert_true (hw_window_open (fixture->window, survey));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-place", "s", "tables");
  page = HW_TABLES_PAGE (gtk_widget_get_ancestor (
      window_fixture_find (fixture->window, "export_button"), HW_TYPE_TABLES_PAGE));
  hw_tables_page_show_table (page, "T20");
  g_assert_true (hw_tables_page_is_busy (page));
  WAIT_FOR (!hw_tables_page_is_busy (page));
  hw_tables_page_export_to (page, path);
  g_assert_true (g_file_get_contents (path, &written, NULL, NULL));
  printed = run_cli (survey, plan, "T20");
  g_assert_cmpuint (strlen (written), >, 100);
  g_assert_cmpstr (written, ==, printed);
}

static void
test_bad_plan (WindowFixture *fixture,
               gconstpointer data)
{
  g_autofree char *survey = window_fixture_create_survey (fixture, "five.homeward");
  g_autofree char *plan = window_fixture_dup_path (fixture, "plan.csv");
  HwTablesPage *page;
  GtkLabel *name;
  g_autofree char *before = NULL;

  g_assert_true (g_file_set_contents (plan, "table,title\nT1\n", -1, NULL));
  g_assert_true (hw_window_open (fixture->window, survey));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-place", "s", "tables");
  name = window_fixture_find (fixture->window, "plan_label");
  before = g_strdup (gtk_label_get_label (name));
  page = HW_TABLES_PAGE (gtk_widget_get_ancestor (GTK_WIDGET (name), HW_TYPE_TABLES_PAGE));
  WAIT_FOR (!hw_tables_page_is_busy (page));
  hw_tables_page_open_plan (page, plan);
  g_assert_cmpstr (gtk_label_get_label (name), ==, before);
  g_assert_nonnull (strstr (hw_banner_get_text (window_fixture_find (page, "banner")), "plan.csv"));
}

int
main (int argc,
      char **argv)
{
  window_fixture_init (&argc, &argv);
  g_test_add_func ("/figures/text", test_figure_text);
  g_test_add_func ("/figures/beside", test_beside);
  g_test_add_func ("/figures/withheld", test_withheld);
  window_fixture_add ("/tables/cells", test_cells);
  window_fixture_add ("/tables/export", test_export);
  window_fixture_add ("/tables/bad-plan", test_bad_plan);
  return g_test_run ();
}
