/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>
#include <zip.h>

#include "questionnaire/questionnaire.h"
#include "tests/fuzz/fuzz.h"

/*
 * Any bytes as a questionnaire. The first byte says how they are laid out; a record separator parts
 * the sheets, or the parts of a workbook. Cells of the right shape are found sooner that way than by chance.
 */

#define SEPARATOR 0x1e

typedef enum
{
  LAYOUT_SHEETS,
  LAYOUT_FILE,
  LAYOUT_WORKBOOK,
  N_LAYOUTS,
} Layout;

static char *path;

/* The next piece up to a separator or the end; @at and @left go past it. */
static GBytes *
take_piece (const guint8 **at,
            gsize *left)
{
  const guint8 *end = *left > 0 ? memchr (*at, SEPARATOR, *left) : NULL;
  gsize length = end != NULL ? (gsize)(end - *at) : *left;
  GBytes *piece = g_bytes_new (*at, length);

  *at += length + (end != NULL ? 1 : 0);
  *left -= length + (end != NULL ? 1 : 0);
  return piece;
}

static void
read_sheets (const guint8 *data,
             gsize size)
{
  static const char *const names[] = { "survey", "choices", "settings", "places.csv" };
  g_autoptr (GHashTable) sheets
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_bytes_unref);
  g_autoptr (HwProblems) problems = hw_problems_new ();
  g_autoptr (HwQuestionnaire) questionnaire = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names) && (i == 0 || size > 0); i++)
    g_hash_table_insert (sheets, g_strdup (names[i]), take_piece (&data, &size));
  hw_problems_ask_advice (problems);
  questionnaire = hw_questionnaire_new_from_sheets (sheets, problems);
  g_assert_true (questionnaire != NULL || hw_problems_count (problems, HW_PROBLEM_ERROR) > 0);
}

static void
read_file (gconstpointer data,
           gsize size)
{
  g_autoptr (HwProblems) problems = hw_problems_new ();
  g_autoptr (HwQuestionnaire) questionnaire = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents_full (path, data, (gssize)size, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  hw_problems_ask_advice (problems);
  questionnaire = hw_questionnaire_new_from_path (path, problems, &error);
  g_assert_true (questionnaire != NULL || error != NULL
                 || hw_problems_count (problems, HW_PROBLEM_ERROR) > 0);
}

static void
add_part (zip_t *archive,
          const char *name,
          const char *data,
          gsize size)
{
  zip_source_t *source = zip_source_buffer (archive, data, size, 0);

  g_assert_cmpint (zip_file_add (archive, name, source, ZIP_FL_ENC_UTF_8), >=, 0);
}

/* A workbook with sheets “survey” and “choices” and texts, whose parts are what the fuzzer writes. */
static void
read_workbook (const guint8 *data,
               gsize size)
{
  static const char workbook[]
      = "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
        "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>"
        "<sheet name=\"survey\" sheetId=\"1\" r:id=\"r1\"/>"
        "<sheet name=\"choices\" sheetId=\"2\" r:id=\"r2\"/></sheets></workbook>";
  static const char root[]
      = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        "<Relationship Id=\"r1\" Target=\"xl/workbook.xml\" "
        "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\"/>"
        "</Relationships>";
  static const char relations[]
      = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        "<Relationship Id=\"r1\" Target=\"worksheets/sheet1.xml\" "
        "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\"/>"
        "<Relationship Id=\"r2\" Target=\"worksheets/sheet2.xml\" "
        "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\"/>"
        "<Relationship Id=\"r3\" Target=\"sharedStrings.xml\" "
        "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings\"/>"
        "<Relationship Id=\"r4\" Target=\"styles.xml\" "
        "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\"/>"
        "</Relationships>";
  static const char *const parts[] = { "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml",
                                       "xl/worksheets/sheet2.xml", "xl/styles.xml" };
  g_autoptr (GPtrArray) pieces = g_ptr_array_new_with_free_func ((GDestroyNotify)g_bytes_unref);
  int code;
  zip_t *archive = zip_open (path, ZIP_CREATE | ZIP_TRUNCATE, &code);
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_nonnull (archive);
  add_part (archive, "_rels/.rels", root, strlen (root));
  add_part (archive, "xl/workbook.xml", workbook, strlen (workbook));
  add_part (archive, "xl/_rels/workbook.xml.rels", relations, strlen (relations));
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      GBytes *piece = take_piece (&data, &size);

      g_ptr_array_add (pieces, piece);
      add_part (archive, parts[i], g_bytes_get_data (piece, NULL), g_bytes_get_size (piece));
    }
  g_assert_cmpint (zip_close (archive), ==, 0);
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  read_file (bytes, length);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize size)
{
  if (path == NULL)
    path = g_strdup_printf ("%s/homeward-fuzz-%d", g_get_tmp_dir (), (int)getpid ());
  if (size == 0)
    return 0;
  switch ((Layout)(data[0] % N_LAYOUTS))
    {
    case LAYOUT_SHEETS:
      read_sheets (data + 1, size - 1);
      break;
    case LAYOUT_FILE:
      read_file (data + 1, size - 1);
      break;
    case LAYOUT_WORKBOOK:
    case N_LAYOUTS:
    default:
      read_workbook (data + 1, size - 1);
    }
  g_unlink (path);
  return 0;
}
