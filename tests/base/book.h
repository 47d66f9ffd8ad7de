/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <string.h>
#include <zip.h>

/* Workbooks out of texts, for tests. */

#define BOOK_RELS \
  "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>" \
  "<Relationship Id='rId1' Type='http://schemas.openxmlformats.org/officeDocument/2006/" \
  "relationships/officeDocument' Target='xl/workbook.xml'/></Relationships>"
#define BOOK_RELATION(id, type, target) \
  "<Relationship Id='" id "' Type='http://schemas.openxmlformats.org/officeDocument/2006/" \
  "relationships/" type "' Target='" target "'/>"

/* @parts: path and text by turns, %NULL at the end. */
static inline GBytes *
book_zip (const char *const *parts)
{
  zip_source_t *source = zip_source_buffer_create (NULL, 0, 0, NULL);
  zip_t *archive = zip_open_from_source (source, ZIP_CREATE | ZIP_TRUNCATE, NULL);
  zip_stat_t about;
  GBytes *bytes;
  char *data;

  g_assert_nonnull (archive);
  zip_source_keep (source);
  for (guint i = 0; parts[i] != NULL; i += 2)
    {
      zip_source_t *part
          = zip_source_buffer (archive, parts[i + 1], strlen (parts[i + 1]), 0);

      g_assert_cmpint (zip_file_add (archive, parts[i], part, ZIP_FL_ENC_UTF_8), >=, 0);
    }
  g_assert_cmpint (zip_close (archive), ==, 0);
  g_assert_cmpint (zip_source_stat (source, &about), ==, 0);
  data = g_malloc (about.size);
  g_assert_cmpint (zip_source_open (source), ==, 0);
  g_assert_cmpint (zip_source_read (source, data, about.size), ==, (zip_int64_t) about.size);
  zip_source_close (source);
  bytes = g_bytes_new_take (data, about.size);
  zip_source_free (source);
  return bytes;
}

/* Sheets of inline texts: name and rows ("a|b\nc|d") by turns, %NULL at the end. */
static inline GBytes *
book_of_texts (const char *const *sheets)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  g_autoptr (GPtrArray) owned = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) book = g_string_new ("<workbook xmlns:r='r'><sheets>");
  g_autoptr (GString) rels = g_string_new ("<Relationships>");

  for (guint i = 0; sheets[i] != NULL; i += 2)
    {
      g_auto (GStrv) rows = g_strsplit (sheets[i + 1], "\n", -1);
      GString *sheet = g_string_new ("<worksheet><sheetData>");
      char *path = g_strdup_printf ("xl/worksheets/sheet%u.xml", i / 2 + 1);

      g_string_append_printf (book, "<sheet name='%s' r:id='r%u'/>", sheets[i], i);
      g_string_append_printf (rels, "<Relationship Id='r%u' Type='x/worksheet' Target='worksheets/"
                                    "sheet%u.xml'/>", i, i / 2 + 1);
      for (guint k = 0; rows[k] != NULL; k++)
        {
          g_auto (GStrv) cells = g_strsplit (rows[k], "|", -1);

          g_string_append_printf (sheet, "<row r='%u'>", k + 1);
          for (guint c = 0; cells[c] != NULL; c++)
            {
              g_autofree char *text = g_markup_escape_text (cells[c], -1);

              g_string_append_printf (sheet, "<c t='inlineStr'><is><t>%s</t></is></c>", text);
            }
          g_string_append (sheet, "</row>");
        }
      g_string_append (sheet, "</sheetData></worksheet>");
      g_ptr_array_add (owned, path);
      g_ptr_array_add (parts, path);
      g_ptr_array_add (owned, g_string_free (sheet, FALSE));
      g_ptr_array_add (parts, owned->pdata[owned->len - 1]);
    }
  g_string_append (book, "</sheets></workbook>");
  g_string_append (rels, "</Relationships>");
  g_ptr_array_add (parts, (char *) "_rels/.rels");
  g_ptr_array_add (parts, (char *) BOOK_RELS);
  g_ptr_array_add (parts, (char *) "xl/workbook.xml");
  g_ptr_array_add (parts, book->str);
  g_ptr_array_add (parts, (char *) "xl/_rels/workbook.xml.rels");
  g_ptr_array_add (parts, rels->str);
  g_ptr_array_add (parts, NULL);
  return book_zip ((const char *const *) parts->pdata);
}
