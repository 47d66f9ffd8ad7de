/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/csv-reader.h"
#include "base/csv-writer.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

/* What was read, as one text: "line|field|field\n" for each row, then a line for each problem. */
typedef struct
{
  GString *text;
  guint most_rows;
} Seen;

static gboolean
see_row (const HwCsvRow *row,
         gpointer data)
{
  Seen *seen = data;

  g_string_append_printf (seen->text, "%u", row->line);
  for (guint i = 0; i < row->n_fields; i++)
    g_string_append_printf (seen->text, "|%s", row->fields[i]);
  g_string_append_c (seen->text, '\n');
  return --seen->most_rows > 0;
}

static char *
read_in_chunks (const char *input,
                gsize length,
                gsize chunk,
                gboolean *good)
{
  g_autoptr (HwProblems) problems = hw_problems_new ();
  Seen seen = { g_string_new (NULL), G_MAXUINT };
  g_autoptr (HwCsvReader) reader = hw_csv_reader_new ("f.csv", 0, problems, see_row, &seen);

  for (gsize at = 0; at < length; at += chunk)
    if (!hw_csv_reader_feed (reader, input + at, MIN (chunk, length - at)))
      break;
  *good = hw_csv_reader_finish (reader);
  for (guint i = 0; i < hw_problems_get_length (problems); i++)
    {
      const HwProblem *problem = hw_problems_get (problems, i);

      g_string_append_printf (seen.text, "%s:%u:%u\n", problem->file, problem->line, problem->column);
    }
  return g_string_free (seen.text, FALSE);
}

static const struct
{
  const char *name;
  const char *input;
  gssize length; /* -1: up to the zero byte */
  gboolean good;
  const char *expected;
} rows[] = {
  { "plain", "a,b\n1,2\n", -1, TRUE, "1|a|b\n2|1|2\n" },
  { "no-line-end", "a,b\n1,2", -1, TRUE, "1|a|b\n2|1|2\n" },
  { "mark", "\xef\xbb\xbf" "a,b\n1,2\n", -1, TRUE, "1|a|b\n2|1|2\n" },
  { "windows", "a,b\r\n1,2\r\n", -1, TRUE, "1|a|b\n2|1|2\n" },
  { "old-mac", "a,b\r1,2\r", -1, TRUE, "1|a|b\n2|1|2\n" },
  { "semicolons", "a;b\n\"1,5\";2\n", -1, TRUE, "1|a|b\n2|1,5|2\n" },
  { "tabs", "a\tb\n1,5;0\t2\n", -1, TRUE, "1|a|b\n2|1,5;0|2\n" },
  { "quoted-heading", "\"a,b\nc\";d;e\n1;2;3\n", -1, TRUE, "1|a,b\nc|d|e\n3|1|2|3\n" },
  { "blank-lines", "\n\na,b\n\n\n1,2\n", -1, TRUE, "3|a|b\n6|1|2\n" },
  { "blank-windows-lines", "a,b\r\n\r\n1,2\r\n", -1, TRUE, "1|a|b\n3|1|2\n" },
  { "quoted-line-end", "a,b\n\"x\ny\",2\n3,4\n", -1, TRUE, "1|a|b\n2|x\ny|2\n4|3|4\n" },
  { "quoted-windows-end", "a,b\r\n\"x\r\ny\",2\r\n3,4\r\n", -1, TRUE,
    "1|a|b\n2|x\r\ny|2\n4|3|4\n" },
  { "doubled-quotes", "a\n\"he said \"\"no\"\"\"\n", -1, TRUE, "1|a\n2|he said \"no\"\n" },
  { "spaces-kept", "a,b\n x , \" y \"\n", -1, FALSE, "1|a|b\nf.csv:2:2\n" },
  { "spaces-kept-plain", "a,b\n x , y\n", -1, TRUE, "1|a|b\n2| x | y\n" },
  { "empty-fields", "a,b,c\n,,\n\"\",,x\n", -1, TRUE, "1|a|b|c\n2|||\n3|||x\n" },
  { "one-column", "a\n1\n2\n", -1, TRUE, "1|a\n2|1\n3|2\n" },
  { "empty-file", "", -1, TRUE, "" },
  { "only-mark", "\xef\xbb\xbf", -1, TRUE, "" },
  { "unterminated", "a,b\n1,\"2\n3,4\n", -1, FALSE, "1|a|b\nf.csv:2:2\n" },
  { "unterminated-at-end", "a,b\n1,\"2", -1, FALSE, "1|a|b\nf.csv:2:2\n" },
  { "quote-inside", "a,b\n1,x\"y\n3,4\n", -1, FALSE, "1|a|b\nf.csv:2:2\n" },
  { "after-quotes", "a,b\n\"1\"x,2\n", -1, FALSE, "1|a|b\nf.csv:2:1\n" },
  { "accents", "nombre\nPe\xc3\xb1" "a\n\xd8\xa3\xd8\xad\xd9\x85\xd8\xaf\n", -1, TRUE,
    "1|nombre\n2|Pe\xc3\xb1" "a\n3|\xd8\xa3\xd8\xad\xd9\x85\xd8\xaf\n" },
  { "windows-1252", "id,nombre\n1,Pe\xf1" "a\n", -1, FALSE, "1|id|nombre\nf.csv:2:2\n" },
  { "cut-character", "id,nombre\n1,Pe\xc3", -1, FALSE, "1|id|nombre\nf.csv:2:2\n" },
  { "zero-byte", "a,b\n1,\0002\n", 8, FALSE, "1|a|b\nf.csv:2:2\n" },
};

static void
test_every_chunk_size (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  gsize length = rows[row].length < 0 ? strlen (rows[row].input) : (gsize) rows[row].length;

  for (gsize chunk = 1; chunk <= MAX (length, 1); chunk++)
    {
      gboolean good;
      g_autofree char *seen = read_in_chunks (rows[row].input, length, chunk, &good);

      g_assert_cmpstr (seen, ==, rows[row].expected);
      g_assert_cmpint (good, ==, rows[row].good);
    }
}

static void
test_reader_can_stop (void)
{
  g_autoptr (HwProblems) problems = hw_problems_new ();
  Seen seen = { g_string_new (NULL), 2 };
  g_autoptr (HwCsvReader) reader = hw_csv_reader_new ("f.csv", ',', problems, see_row, &seen);

  g_assert_false (hw_csv_reader_feed (reader, "a\n1\n2\n3\n", 8));
  g_assert_true (hw_csv_reader_finish (reader));
  g_assert_cmpstr (seen.text->str, ==, "1|a\n2|1\n");
  g_assert_cmpuint (hw_problems_get_length (problems), ==, 0);
  g_string_free (seen.text, TRUE);
}

static void
test_large_file (void)
{
  g_autoptr (HwProblems) problems = hw_problems_new ();
  g_autoptr (GString) text = g_string_new ("number,text\n");
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autoptr (HwCsvTable) table = NULL;
  int fd;

  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (text, "%u,\"line one\nline two \xc3\xb1 %u\"\n", i, i);
  fd = g_file_open_tmp ("large-XXXXXX.csv", &path, &error);
  g_assert_no_error (error);
  g_close (fd, NULL);
  g_assert_true (g_file_set_contents (path, text->str, (gssize) text->len, NULL));
  table = hw_csv_table_new_from_file (path, problems, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hw_problems_get_length (problems), ==, 0);
  g_assert_cmpuint (hw_csv_table_get_n_rows (table), ==, 20000);
  g_assert_cmpuint (hw_csv_table_get_line (table, 19999), ==, 2 + 2 * 19999);
  g_assert_cmpstr (hw_csv_table_get (table, 19999, 0), ==, "19999");
  g_unlink (path);
}

static void
test_table (void)
{
  static const char text[] = " Type ,name\ntext,a\n , \ninteger\nnote,c,,\ndate,d,x\n";
  g_autoptr (HwProblems) problems = hw_problems_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, sizeof text - 1);
  g_autoptr (HwCsvTable) table = hw_csv_table_new_from_bytes ("survey.csv", bytes, problems);
  guint column = 9;

  g_assert_cmpuint (hw_csv_table_get_n_rows (table), ==, 5);
  g_assert_cmpuint (hw_csv_table_get_n_columns (table), ==, 2);
  g_assert_cmpstr (hw_csv_table_get_heading (table, 0), ==, "Type");
  g_assert_true (hw_csv_table_find_column (table, "type", &column));
  g_assert_cmpuint (column, ==, 0);
  g_assert_false (hw_csv_table_find_column (table, "label", &column));
  g_assert_true (hw_csv_table_is_blank (table, 1));
  g_assert_false (hw_csv_table_is_blank (table, 2));
  g_assert_cmpstr (hw_csv_table_get (table, 2, 1), ==, "");
  /* Empty fields to the right are spreadsheet habit; a value there is a fault. */
  g_assert_cmpuint (hw_problems_get_length (problems), ==, 1);
  g_assert_cmpuint (hw_problems_get (problems, 0)->line, ==, 6);
  g_assert_cmpuint (hw_problems_get (problems, 0)->column, ==, 3);
}

static void
test_file_that_is_not_there (void)
{
  g_autoptr (HwProblems) problems = hw_problems_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (hw_csv_table_new_from_file ("/nowhere/survey.csv", problems, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static void
test_writer_is_read_back (void)
{
  static const char *fields[] = { "plain", "", "a,b", "say \"no\"", "two\nlines", " blank ",
                                  "Pe\xc3\xb1" "a", "-98", "semi;colon" };
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (HwCsvWriter) writer = hw_csv_writer_new_string (text);
  g_autoptr (HwProblems) problems = hw_problems_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (HwCsvTable) table = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    hw_csv_writer_add (writer, "heading");
  hw_csv_writer_end_row (writer, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    hw_csv_writer_add (writer, fields[i]);
  hw_csv_writer_end_row (writer, NULL);
  bytes = g_bytes_new (text->str, text->len);
  table = hw_csv_table_new_from_bytes ("out.csv", bytes, problems);
  g_assert_cmpuint (hw_problems_get_length (problems), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    g_assert_cmpstr (hw_csv_table_get (table, 0, i), ==, fields[i]);
}

static void
test_writer_bytes (void)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (HwCsvWriter) writer = hw_csv_writer_new (stream);
  g_autoptr (GError) error = NULL;
  static const char expected[] = "a,\"b,c\",,\"\"\r\n1.5,,23469220\r\n";

  hw_csv_writer_add (writer, "a");
  hw_csv_writer_add (writer, "b,c");
  hw_csv_writer_add (writer, NULL);
  hw_csv_writer_add (writer, "");
  g_assert_true (hw_csv_writer_end_row (writer, &error));
  hw_csv_writer_add_number (writer, 1.5);
  hw_csv_writer_add_number (writer, NAN);
  hw_csv_writer_add_number (writer, 23469220);
  g_assert_true (hw_csv_writer_end_row (writer, &error));
  g_assert_cmpmem (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)),
                   g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)), expected,
                   sizeof expected - 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/csv/reader/", rows[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_every_chunk_size);
    }
  g_test_add_func ("/csv/reader-can-stop", test_reader_can_stop);
  g_test_add_func ("/csv/large-file", test_large_file);
  g_test_add_func ("/csv/table", test_table);
  g_test_add_func ("/csv/file-that-is-not-there", test_file_that_is_not_there);
  g_test_add_func ("/csv/writer-is-read-back", test_writer_is_read_back);
  g_test_add_func ("/csv/writer-bytes", test_writer_bytes);
  return g_test_run ();
}
