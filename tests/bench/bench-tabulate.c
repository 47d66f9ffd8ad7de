/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdio.h>

#include "tabulate/crosstab.h"
#include "tabulate/frame.h"
#include "tabulate/table-private.h"

/*
 * How many rows a second become a table of sex of sender by sex of recipient, of 100,000 flows of
 * 20,000 households: from the file to columns, and from columns to cells with their errors. Exits
 * with 1 when the whole takes over two seconds.
 */

#define N_HOUSEHOLDS 20000
#define FLOWS_EACH 5
#define LIMIT_S 2.0

static const char survey_sql[]
  = "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
    "CREATE TABLE interview (id TEXT PRIMARY KEY, status TEXT, label TEXT) WITHOUT ROWID;"
    "CREATE TABLE level_column (level TEXT, question TEXT, table_name TEXT, column_name TEXT, type TEXT);"
    "CREATE TABLE missing_answer (interview_id TEXT, row_id TEXT, question TEXT, kind TEXT,"
    " PRIMARY KEY (interview_id, row_id, question)) WITHOUT ROWID;"
    "INSERT INTO level_column VALUES ('household', 'ea', 'household', 'ea', 'INTEGER'),"
    " ('household', 'stratum', 'household', 'stratum', 'INTEGER'), ('household', 'w', 'household', 'w', 'REAL'),"
    " ('flow', 'ssex', 'flow', 'ssex', 'INTEGER'), ('flow', 'rsex', 'flow', 'rsex', 'INTEGER'),"
    " ('flow', 'amt', 'flow', 'amt', 'REAL');"
    "CREATE TABLE household (interview_id TEXT NOT NULL, row_id TEXT NOT NULL PRIMARY KEY, parent_row_id TEXT,"
    " position INTEGER, dormant INTEGER, ea INTEGER, stratum INTEGER, w REAL) STRICT;"
    "CREATE INDEX household_interview ON household (interview_id, position);"
    "CREATE TABLE flow (interview_id TEXT NOT NULL, row_id TEXT NOT NULL PRIMARY KEY, parent_row_id TEXT,"
    " position INTEGER, dormant INTEGER, ssex INTEGER, rsex INTEGER, amt REAL) STRICT;"
    "CREATE INDEX flow_interview ON flow (interview_id, position);"
    "WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 19999)"
    " INSERT INTO interview SELECT printf ('%08d-0000-4000-8000-000000000000', i), 'approved', i FROM n;"
    "INSERT INTO household SELECT id, id, NULL, 1, 0, label / 20, label / 2000, 50 + label % 37"
    " FROM interview;"
    "WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 99999)"
    " INSERT INTO flow SELECT printf ('%08d-0000-4000-8000-000000000000', i / 5),"
    " printf ('%08d-0000-4000-9000-000000000000', i), NULL, i % 5 + 1, 0, i % 7 % 2 + 1, i % 11 % 2 + 1,"
    " 10.0 * (i * 7919 % 1009) FROM n;";

static char *
make_survey (void)
{
  char *path = NULL;
  sqlite3 *database;
  char *message = NULL;

  g_close (g_file_open_tmp ("homeward-bench-XXXXXX", &path, NULL), NULL);
  if (sqlite3_open (path, &database) != SQLITE_OK
      || sqlite3_exec (database, survey_sql, NULL, NULL, &message) != SQLITE_OK)
    g_error ("%s", message);
  sqlite3_close (database);
  return path;
}

static double
stop (GTimer *timer,
      const char *what,
      guint n_rows)
{
  double seconds = g_timer_elapsed (timer, NULL);

  printf ("%-36s %8.1f ms   %10.0f rows/s\n", what, 1000 * seconds, n_rows / seconds);
  g_timer_start (timer);
  return seconds;
}

static void
cross (const HwFrameRows *rows,
       HwDesign *design)
{
  const HwTableWords words = { "T20", "Bench", "total", "Total", "", "w" };
  g_autoptr (HwTable) table = hw_table_new (&words);
  g_autoptr (HwFactor) sender = hw_factor_new (rows->n_rows, g_ptr_array_index (rows->texts, 0),
                                               g_ptr_array_index (rows->missing, 0), FALSE, NULL, NULL);
  g_autoptr (HwFactor) recipient = hw_factor_new (rows->n_rows, g_ptr_array_index (rows->texts, 1),
                                                  g_ptr_array_index (rows->missing, 1), FALSE, NULL, NULL);
  g_autofree double *weights = g_new (double, rows->n_rows);
  HwCrosstab crosstab = { .statistic = HW_STATISTIC_TOTAL, .n_cases = rows->n_rows, .unit = rows->unit,
                          .in = rows->in, .weight = weights, .y = g_ptr_array_index (rows->numbers, 0),
                          .rows = sender, .columns = recipient };

  for (guint i = 0; i < rows->n_rows; i++)
    weights[i] = hw_design_get_weight (design, rows->unit[i]);
  hw_crosstab_fill (&crosstab, design, table);
  printf ("total %.0f, standard error %.0f, %u degrees of freedom\n",
          hw_table_get_cell (table, 0, 2, 2)->estimate, hw_table_get_cell (table, 0, 2, 2)->se,
          hw_table_get_cell (table, 0, 2, 2)->df);
}

int
main (void)
{
  const char *amount = "amt";
  const char *sexes[] = { "ssex", "rsex" };
  const char *received = "received";
  const char *sum = "(SELECT sum (amt) FROM flow WHERE flow.interview_id = household.interview_id)";
  g_autofree char *path = make_survey ();
  g_autoptr (GTimer) timer = g_timer_new ();
  g_autoptr (HwFrame) frame = hw_frame_open (path, NULL, NULL);
  g_autoptr (HwDesign) design = NULL;
  g_autoptr (HwFrameRows) rows = NULL;
  double seconds;

  if (!hw_frame_add_level (frame, "household", NULL, NULL)
      || !hw_frame_add_level (frame, "flow", "household", NULL))
    g_error ("the survey cannot be read");
  design = hw_frame_load_design (frame, "stratum", "ea", "w", NULL, NULL);
  seconds = stop (timer, "design of 20,000 households", N_HOUSEHOLDS);
  rows = hw_frame_load (frame, "flow", "amt > 0", &amount, 1, sexes, 2, NULL);
  seconds += stop (timer, "100,000 flows into columns", N_HOUSEHOLDS * FLOWS_EACH);
  cross (rows, design);
  seconds += stop (timer, "columns into a cross table", N_HOUSEHOLDS * FLOWS_EACH);
  hw_frame_derive (frame, "household", &received, &sum, 1, NULL);
  stop (timer, "a sum of flows for each household", N_HOUSEHOLDS);
  g_unlink (path);
  return seconds > LIMIT_S;
}
