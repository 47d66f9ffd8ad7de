/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/value.h"
#include "tabulate/frame.h"

#include <glib/gstdio.h>
#include <math.h>
#include <sqlite3.h>

/* A survey file of three levels, written by hand: two households that count, a void one, and
 * rows that are dormant. */
static const char survey_sql[]
  = "PRAGMA journal_mode = WAL;"
    "CREATE TABLE interview (id TEXT PRIMARY KEY, status TEXT, label TEXT);"
    "CREATE TABLE level_column (level TEXT, question TEXT, table_name TEXT, column_name TEXT, type TEXT);"
    "CREATE TABLE missing_answer (interview_id TEXT, row_id TEXT, question TEXT, kind TEXT);"
    "INSERT INTO level_column VALUES ('household', 'ea', 'household', 'ea', 'INTEGER'),"
    " ('household', 'w', 'household', 'w', 'REAL'), ('household', 'wide', 'household_2', 'wide', 'TEXT'),"
    " ('snd', 'sex', 'snd', 'sex', 'INTEGER'), ('flow', 'position', 'flow', 'position_2', 'TEXT'),"
    " ('flow', 'amt', 'flow', 'amt', 'REAL'), ('flow', 'use', 'flow', 'use', 'TEXT');"
    "CREATE TABLE household (interview_id TEXT, row_id TEXT PRIMARY KEY, parent_row_id TEXT,"
    " position INTEGER, dormant INTEGER, ea INTEGER, w REAL) STRICT;"
    "CREATE TABLE household_2 (interview_id TEXT, row_id TEXT PRIMARY KEY, parent_row_id TEXT,"
    " position INTEGER, dormant INTEGER, wide TEXT) STRICT;"
    "CREATE TABLE snd (interview_id TEXT, row_id TEXT PRIMARY KEY, parent_row_id TEXT, position INTEGER,"
    " dormant INTEGER, sex INTEGER) STRICT;"
    "CREATE TABLE flow (interview_id TEXT, row_id TEXT PRIMARY KEY, parent_row_id TEXT, position INTEGER,"
    " dormant INTEGER, position_2 TEXT, amt REAL, use TEXT) STRICT;"
    "INSERT INTO interview VALUES ('b', 'completed', '1'), ('a', 'under-way', '2'), ('v', 'void', '3');"
    "INSERT INTO household VALUES ('a', 'a', NULL, 1, 0, 7, 2), ('b', 'b', NULL, 1, 0, 8, 3),"
    " ('v', 'v', NULL, 1, 0, 9, 4);"
    "INSERT INTO household_2 VALUES ('a', 'a', NULL, 1, 0, 'x'), ('b', 'b', NULL, 1, 0, 'y');"
    "INSERT INTO snd VALUES ('a', 's1', 'a', 1, 0, 1), ('a', 's2', 'a', 2, 0, NULL),"
    " ('b', 's3', 'b', 1, 0, 2), ('b', 's4', 'b', 2, 1, 2), ('v', 's5', 'v', 1, 0, 1);"
    "INSERT INTO flow VALUES ('a', 'f1', 's1', 1, 0, 'p', 10, '1 3'), ('a', 'f2', 's2', 1, 0, 'q', 2.5, '2'),"
    " ('b', 'f3', 's3', 1, 0, 'r', NULL, '13'), ('b', 'f4', 's4', 1, 0, 's', 99, '1'),"
    " ('b', 'f5', 's3', 2, 1, 't', 99, '1'), ('v', 'f6', 's5', 1, 0, 'u', 99, '1');"
    "INSERT INTO missing_answer VALUES ('a', 's2', 'sex', 'refused'), ('b', 'f3', 'amt', 'dont-know');";

typedef struct
{
  char *path;
  HwFrame *frame;
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  sqlite3 *database;
  int descriptor = g_file_open_tmp ("homeward-frame-XXXXXX", &fixture->path, &error);

  g_assert_no_error (error);
  g_close (descriptor, NULL);
  g_assert_cmpint (sqlite3_open (fixture->path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, survey_sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (database);
  fixture->frame = hw_frame_open (fixture->path, NULL, &error);
  g_assert_no_error (error);
  hw_frame_add_level (fixture->frame, "household", NULL, &error);
  g_assert_no_error (error);
  hw_frame_add_level (fixture->frame, "snd", "household", &error);
  g_assert_no_error (error);
  hw_frame_add_level (fixture->frame, "flow", "snd", &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);
  g_autofree char *index = g_strconcat (fixture->path, "-shm", NULL);

  hw_frame_free (fixture->frame);
  g_unlink (fixture->path);
  g_unlink (log);
  g_unlink (index);
  g_free (fixture->path);
}

static HwFrameRows *
load (Fixture *fixture,
      const char *level,
      const char *universe,
      const char *number,
      const char *text)
{
  g_autoptr (GError) error = NULL;
  HwFrameRows *rows = hw_frame_load (fixture->frame, level, universe, &number, number != NULL, &text,
                                     text != NULL, &error);

  g_assert_no_error (error);
  return rows;
}

static double
number_of (HwFrameRows *rows,
           guint i)
{
  return ((double *) g_ptr_array_index (rows->numbers, 0))[i];
}

static const char *
text_of (HwFrameRows *rows,
         guint i)
{
  return ((const char **) g_ptr_array_index (rows->texts, 0))[i];
}

static guint
missing_of (HwFrameRows *rows,
            guint i)
{
  return ((guint8 *) g_ptr_array_index (rows->missing, 0))[i];
}

/* Households in the order of their labels; nothing void, nothing dormant, nothing below what is
 * dormant */
static void
test_rows (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (HwFrameRows) flows = load (fixture, "flow", "amt > 5", "amt * w", "position");
  g_autoptr (HwFrameRows) households = load (fixture, "household", NULL, "w", "wide");

  g_assert_cmpuint (households->n_rows, ==, 2);
  g_assert_cmpstr (text_of (households, 0), ==, "y");
  g_assert_cmpfloat (number_of (households, 1), ==, 2);
  g_assert_cmpuint (flows->n_rows, ==, 3);
  g_assert_cmpstr (text_of (flows, 0), ==, "r");
  g_assert_cmpuint (flows->unit[0], ==, 0);
  g_assert_true (isnan (number_of (flows, 0)));
  g_assert_cmpuint (flows->in[0], ==, 0);
  g_assert_cmpuint (flows->unit[1], ==, 1);
  g_assert_cmpfloat (number_of (flows, 1), ==, 20);
  g_assert_cmpuint (flows->in[1], ==, 1);
  g_assert_cmpuint (flows->in[2], ==, 0);
}

/* The reason for an answer that is missing belongs to the row of the level that asked. */
static void
test_missing (Fixture *fixture,
              gconstpointer data)
{
  g_autoptr (HwFrameRows) sex = load (fixture, "flow", NULL, NULL, "sex");
  g_autoptr (HwFrameRows) amount = load (fixture, "flow", NULL, NULL, "amt");

  g_assert_cmpstr (text_of (sex, 0), ==, "2");
  g_assert_cmpuint (missing_of (sex, 0), ==, HW_MISSING_NONE);
  g_assert_null (text_of (sex, 2));
  g_assert_cmpuint (missing_of (sex, 2), ==, HW_MISSING_REFUSED);
  g_assert_cmpuint (missing_of (amount, 0), ==, HW_MISSING_DONT_KNOW);
  g_assert_cmpstr (text_of (amount, 1), ==, "10");
  g_assert_cmpstr (text_of (amount, 2), ==, "2.5");
}

/* Up and down at once: a household sums its flows, and a flow sees what its household made of
 * them. */
static void
test_derived (Fixture *fixture,
              gconstpointer data)
{
  const char *names[] = { "received", "n_flows" };
  const char *sums[] = {
    "(SELECT sum (x.amt) FROM flow x WHERE x.interview_id = household.interview_id)",
    "(SELECT count (*) FROM flow WHERE flow.interview_id = household.interview_id)",
  };
  const char *name = "part";
  const char *expression = "100.0 * amt / received";
  const char *by_sender = "n_of_sender";
  const char *count = "(SELECT count (*) FROM flow WHERE flow.parent_row_id = snd.row_id AND selected (use, '3'))";
  g_autofree char *early = hw_frame_check (fixture->frame, "flow", expression);
  g_autoptr (HwFrameRows) flows = NULL;
  g_autoptr (HwFrameRows) senders = NULL;

  g_assert_nonnull (early);
  g_assert_true (hw_frame_derive (fixture->frame, "household", names, sums, 2, NULL));
  g_assert_true (hw_frame_derive (fixture->frame, "flow", &name, &expression, 1, NULL));
  g_assert_true (hw_frame_derive (fixture->frame, "snd", &by_sender, &count, 1, NULL));
  g_assert_cmpuint (hw_frame_find_variable (fixture->frame, "flow", "received"), ==, HW_VARIABLE_DERIVED);
  g_assert_cmpuint (hw_frame_find_variable (fixture->frame, "household", "part"), ==, HW_VARIABLE_NONE);
  flows = load (fixture, "flow", NULL, "part", "n_flows");
  g_assert_true (isnan (number_of (flows, 0)));
  g_assert_cmpfloat (number_of (flows, 1), ==, 80);
  g_assert_cmpfloat (number_of (flows, 2), ==, 20);
  g_assert_cmpstr (text_of (flows, 0), ==, "1");
  g_assert_cmpstr (text_of (flows, 1), ==, "2");
  senders = load (fixture, "snd", NULL, "n_of_sender", NULL);
  g_assert_cmpuint (senders->n_rows, ==, 3);
  g_assert_cmpfloat (number_of (senders, 0), ==, 0);
  g_assert_cmpfloat (number_of (senders, 1), ==, 1);
  g_assert_cmpfloat (number_of (senders, 2), ==, 0);
}

/* SQL of a plan stays in its place and only reads. */
static void
test_refused (Fixture *fixture,
              gconstpointer data)
{
  const char *const bad[] = {
    "amnt",                                  /* no such variable */
    "\"amt",                                 /* a quotation without end */
    "\"amnt\"",                              /* which is no text in disguise */
    "amt)",                                  /* closes more than it opened */
    "(amt",
    "amt; DROP TABLE flow",
    "amt -- the rest",
    "amt /* the rest",
    "1) FROM flow; DELETE FROM flow",
    "1, 2",
    "load_extension ('x')",
    "(SELECT x FROM nowhere)",
    "",
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *fault = hw_frame_check (fixture->frame, "flow", bad[i]);

      if (fault == NULL && strcmp (bad[i], "1, 2") == 0)
        {
          /* A row value prepares, and cannot be a number. */
          g_autoptr (GError) error = NULL;
          g_autoptr (HwFrameRows) rows
            = hw_frame_load (fixture->frame, "flow", NULL, &bad[i], 1, NULL, 0, &error);

          g_assert_null (rows);
          g_assert_nonnull (error);
        }
      else if (fault == NULL)
        g_error ("“%s” was taken", bad[i]);
    }
}

/* A formula that never ends is stopped. */
static void
test_endless (Fixture *fixture,
              gconstpointer data)
{
  const char *endless = "(WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
                        "SELECT sum (a.i) FROM n a)";
  g_autoptr (GError) error = NULL;
  g_autoptr (HwFrameRows) rows = NULL;

  hw_frame_set_limit (fixture->frame, 2);
  rows = hw_frame_load (fixture->frame, "household", NULL, &endless, 1, NULL, 0, &error);
  g_assert_null (rows);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT);
}

/* Somebody goes on answering: columns that are read later still belong to the same rows. */
static void
test_still (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (HwFrameRows) before = load (fixture, "flow", NULL, "amt", NULL);
  g_autoptr (HwFrameRows) after = NULL;
  sqlite3 *database;

  g_assert_cmpint (sqlite3_open (fixture->path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, "INSERT INTO flow VALUES ('a', 'f0', 's1', 9, 0, 'z', 1, '1')",
                                 NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (database);
  after = load (fixture, "flow", NULL, "amt * 2", NULL);
  g_assert_cmpuint (before->n_rows, ==, 3);
  g_assert_cmpuint (after->n_rows, ==, 3);
  for (guint i = 1; i < 3; i++)
    g_assert_cmpfloat (number_of (after, i), ==, 2 * number_of (before, i));
}

static void
test_design (Fixture *fixture,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HwDesign) design = hw_frame_load_design (fixture->frame, "wide", "ea", "w", NULL, &error);
  g_autoptr (HwDesign) plain = hw_frame_load_design (fixture->frame, NULL, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (hw_design_get_n_strata (design), ==, 2);
  g_assert_cmpfloat (hw_design_get_weight (design, 0), ==, 3);
  g_assert_cmpuint (hw_design_get_n_strata (plain), ==, 1);
  g_assert_cmpuint (hw_design_get_n_psus (plain), ==, 2);
}

/* Only what a run names is in the views, in whatever case it is written. */
static void
test_words (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (GHashTable) words = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (HwFrame) frame = NULL;
  g_autofree char *known = NULL;
  g_autofree char *unknown = NULL;

  g_hash_table_add (words, (gpointer) "w");
  frame = hw_frame_open (fixture->path, words, NULL);
  g_assert_true (hw_frame_add_level (frame, "household", NULL, NULL));
  known = hw_frame_check (frame, "household", "W + 1");
  unknown = hw_frame_check (frame, "household", "ea");
  g_assert_null (known);
  g_assert_nonnull (unknown);
  g_assert_false (hw_frame_has_level (frame, "flow"));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/tabulate/frame/rows", Fixture, NULL, set_up, test_rows, tear_down);
  g_test_add ("/tabulate/frame/missing", Fixture, NULL, set_up, test_missing, tear_down);
  g_test_add ("/tabulate/frame/derived", Fixture, NULL, set_up, test_derived, tear_down);
  g_test_add ("/tabulate/frame/refused", Fixture, NULL, set_up, test_refused, tear_down);
  g_test_add ("/tabulate/frame/endless", Fixture, NULL, set_up, test_endless, tear_down);
  g_test_add ("/tabulate/frame/still", Fixture, NULL, set_up, test_still, tear_down);
  g_test_add ("/tabulate/frame/design", Fixture, NULL, set_up, test_design, tear_down);
  g_test_add ("/tabulate/frame/words", Fixture, NULL, set_up, test_words, tear_down);
  return g_test_run ();
}
