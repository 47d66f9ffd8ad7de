/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "store/database-private.h"
#include "support.h"

typedef struct
{
  HwDatabase *database;
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *self,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("homeward-XXXXXX", &error);
  self->path = g_build_filename (self->folder, "x.db", NULL);
  self->database = hw_database_open (self->path, HW_DATABASE_CREATE, &error);
  g_assert_no_error (error);
  hw_database_run (self->database, "CREATE TABLE t (a INTEGER, b TEXT, c REAL, d BLOB) STRICT",
                   &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *self,
           gconstpointer data)
{
  hw_database_close (self->database);
  g_remove (self->path);
  g_rmdir (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

static void
test_values (Fixture *self,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HwStatement) insert
      = hw_database_prepare (self->database, "INSERT INTO t VALUES (:a, :b, :c, :d)", &error);
  g_autoptr (HwStatement) ask = NULL;
  gboolean has_row;
  gsize length;

  g_assert_no_error (error);
  hw_statement_bind_integer (insert, ":a", G_MININT64);
  hw_statement_bind_text (insert, ":b", "it's \"quoted\"; DROP TABLE t");
  hw_statement_bind_real (insert, ":c", 0.1);
  hw_statement_bind_blob (insert, ":d", "\0\1", 2);
  g_assert_true (hw_statement_execute (insert, &error));
  hw_statement_bind_text (insert, ":b", NULL);
  g_assert_true (hw_statement_execute (insert, &error));

  ask = hw_database_prepare (self->database, "SELECT a, b, c, d FROM t ORDER BY rowid", &error);
  g_assert_true (hw_statement_step (ask, &has_row, &error));
  g_assert_true (has_row);
  g_assert_cmpint (hw_statement_get_integer (ask, 0), ==, G_MININT64);
  g_assert_cmpstr (hw_statement_get_text (ask, 1), ==, "it's \"quoted\"; DROP TABLE t");
  g_assert_cmpfloat (hw_statement_get_real (ask, 2), ==, 0.1);
  g_assert_cmpmem (hw_statement_get_blob (ask, 3, &length), 2, "\0\1", 2);
  g_assert_cmpuint (length, ==, 2);
  g_assert_true (hw_statement_step (ask, &has_row, &error));
  g_assert_true (has_row);
  g_assert_true (hw_statement_is_null (ask, 1));
  g_assert_true (hw_statement_step (ask, &has_row, &error));
  g_assert_false (has_row);
}

static void
test_mistakes (Fixture *self,
               gconstpointer data)
{
  static const char *const bad[] = { "SELEC 1", "SELECT 1; SELECT 2", "SELECT nothing FROM t", "",
                                     "INSERT INTO t (e) VALUES (1)" };
  g_autoptr (GError) error = NULL;
  gint64 n;

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_assert_null (hw_database_prepare (self->database, bad[i], &error));
      g_assert_error (error, HW_STORE_ERROR, HW_STORE_ERROR_FAILED);
      g_assert_nonnull (strstr (error->message, bad[i]));
      support_assert_sentence (error);
      g_clear_error (&error);
    }
  /* STRICT tables take no text for a number. */
  g_assert_false (hw_database_run (self->database, "INSERT INTO t (a) VALUES ('x')", &error));
  g_assert_error (error, HW_STORE_ERROR, HW_STORE_ERROR_FAILED);
  g_assert_true (hw_database_get_integer (self->database, "SELECT count (*) FROM t", &n, NULL));
  g_assert_cmpint (n, ==, 0);
}

/* The same text in use twice at once is two statements. */
static void
test_twice (Fixture *self,
            gconstpointer data)
{
  const char *sql = "SELECT a FROM t WHERE a > :a";
  gboolean has_row;

  hw_database_run (self->database, "INSERT INTO t (a) VALUES (1), (2)", NULL);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (HwStatement) one = hw_database_prepare (self->database, sql, NULL);
      g_autoptr (HwStatement) two = hw_database_prepare (self->database, sql, NULL);

      hw_statement_bind_integer (one, ":a", 0);
      hw_statement_bind_integer (two, ":a", 1);
      g_assert_true (hw_statement_step (one, &has_row, NULL));
      g_assert_true (hw_statement_step (two, &has_row, NULL));
      g_assert_cmpint (hw_statement_get_integer (one, 0), ==, 1);
      g_assert_cmpint (hw_statement_get_integer (two, 0), ==, 2);
    }
  {
    /* What was bound before is forgotten. */
    g_autoptr (HwStatement) again = hw_database_prepare (self->database, sql, NULL);

    g_assert_true (hw_statement_step (again, &has_row, NULL));
    g_assert_false (has_row);
  }
}

static gint64
count (Fixture *self)
{
  gint64 n;

  g_assert_true (hw_database_get_integer (self->database, "SELECT count (*) FROM t", &n, NULL));
  return n;
}

static void
test_nesting (Fixture *self,
              gconstpointer data)
{
  const char *insert = "INSERT INTO t (a) VALUES (1)";
  g_autoptr (GError) error = NULL;

  g_assert_true (hw_database_begin (self->database, NULL));
  g_assert_true (hw_database_begin (self->database, NULL));
  hw_database_run (self->database, insert, NULL);
  g_assert_true (hw_database_commit (self->database, NULL));
  g_assert_cmpuint (hw_database_get_depth (self->database), ==, 1);
  g_assert_true (hw_database_commit (self->database, NULL));
  g_assert_cmpint (count (self), ==, 1);

  /* A rollback inside is remembered to the end, whatever is committed after it. */
  g_assert_true (hw_database_begin (self->database, NULL));
  hw_database_run (self->database, insert, NULL);
  g_assert_true (hw_database_begin (self->database, NULL));
  hw_database_rollback (self->database);
  hw_database_run (self->database, insert, NULL);
  g_assert_false (hw_database_commit (self->database, &error));
  g_assert_error (error, HW_STORE_ERROR, HW_STORE_ERROR_FAILED);
  support_assert_sentence (error);
  g_assert_cmpuint (hw_database_get_depth (self->database), ==, 0);
  g_assert_cmpint (count (self), ==, 1);

  /* And forgotten after it. */
  g_assert_true (hw_database_begin (self->database, NULL));
  hw_database_run (self->database, insert, NULL);
  g_assert_true (hw_database_commit (self->database, NULL));
  g_assert_cmpint (count (self), ==, 2);
}

static void
test_full (Fixture *self,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  hw_database_limit_pages (self->database, 0);
  g_assert_true (hw_database_begin (self->database, NULL));
  g_assert_false (
      hw_database_run (self->database, "INSERT INTO t (d) VALUES (zeroblob (100000))", &error));
  g_assert_error (error, HW_STORE_ERROR, HW_STORE_ERROR_FULL);
  support_assert_sentence (error);
  hw_database_rollback (self->database);
  hw_database_limit_pages (self->database, G_MAXUINT);
  g_assert_true (
      hw_database_run (self->database, "INSERT INTO t (d) VALUES (zeroblob (100000))", NULL));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define add(name, func) g_test_add ("/statement/" name, Fixture, NULL, set_up, func, tear_down)
  add ("values", test_values);
  add ("mistakes", test_mistakes);
  add ("twice", test_twice);
  add ("nesting", test_nesting);
  add ("full", test_full);
  return g_test_run ();
}
